"""A page before it is rendered: its place, its template and all that the template shows.

A context is a `NamedTuple` of texts, numbers and other such tuples. That makes a page's whole
content one plain value: pages with the same template and context are the same page, so a context's
digest tells whether a page must be rendered again. A page is planned with the function that makes
its context, so that this work, too, can be spread.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias


class Page(NamedTuple):
    """One file of the site."""

    path: str  # below the root of its language: "officials/zakir-hasanov/index.html"
    template: str
    context: Callable[[], tuple[Any, ...]]  # makes the NamedTuple that the template sees as `page`
    ingredients: Callable[[], tuple[Any, ...]] | None = None
    """All that the context is made of, where that is told more quickly than the context is made."""
    prefix: str = ""  # where its language stands below the site's root: "az/"; "" for the first one

    @property
    def place(self) -> str:
        """Its file below the site's root."""
        return self.prefix + self.path


class Made(NamedTuple):
    """One file of the site that is no page and is made when it is needed: data beside a list."""

    place: str  # below the site's root
    content: Callable[[], bytes]
    ingredients: Callable[[], tuple[Any, ...]]  # all that the content is made of


class File(NamedTuple):
    """A file of the site whose content is there: a stylesheet, what has all meetings in it."""

    place: str  # below the site's root
    content: bytes
    key: str = ""  # digest of all that made it, for whoever asks the next time whether to make it


class Kept(NamedTuple):
    """A file of the last site that stays as it is."""

    place: str  # below the site's root


Piece: TypeAlias = Page | Made | File | Kept


def kind_of(piece: Piece) -> str:
    """By what pieces are alike in how long they take."""
    if isinstance(piece, Page):
        return piece.template
    return piece.place.rpartition("/")[2] if isinstance(piece, Made) else ""


class Link(NamedTuple):
    """Words that lead somewhere; `url` is "" where there is nothing to lead to."""

    url: str
    text: str


class Count(NamedTuple):
    """A link and how many meetings behind it took place."""

    url: str
    text: str
    meetings: int


class Tally(NamedTuple):
    """How many meetings took place, and how many others a list shows."""

    held: int
    others: int  # planned or cancelled


class Row(NamedTuple):
    """A meeting as lists show it."""

    url: str
    title: str
    date: str  # ISO, as precise as it is known; "" where it isn't, or of several days
    period: str  # the address of its day, else of its month, year, or of the undated
    shown_date: str  # "7 November 2019", "24–25 October 2017"
    kind: str
    status: str
    place: Link  # Baku, Azerbaijan or nothing
    parties: tuple[Link, ...]  # the first of them, where they are many
    more: int  # how many others there are
    doubtful: bool  # something about it asks for review


class Pager(NamedTuple):
    """Which page of a long list this is."""

    number: int
    last: int
    newer: str  # addresses; "" where there is none
    older: str
