"""The index of officials, by name."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from chronicle.model import Official
from chronicle.publish.edition import Edition
from chronicle.publish.index_pages import Letter, in_pages, letters_of, letters_on
from chronicle.publish.lists import number_held, pager_of
from chronicle.publish.page import Page, Pager
from chronicle.publish.urls import OFFICIALS, numbered, path_of
from chronicle.publish.views import Views

NAMES_A_PAGE = 600
OTHER = "other"  # the anchor of addresses that begin with a digit


class Listed(NamedTuple):
    """A line of the index."""

    url: str
    text: str
    meetings: int  # held
    office: str  # the latest: "Minister of Defense, Azerbaijan"; ""


class Initial(NamedTuple):
    """The officials with one letter, or as many as stand on a page."""

    letter: str
    anchor: str
    officials: tuple[Listed, ...]


class OfficialsContext(NamedTuple):
    """What officials.html shows."""

    url: str
    officials: int
    letters: tuple[Letter, ...]  # of the whole index
    parts: tuple[Initial, ...]  # by first letter of the address
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """One page for some letters: up to six hundred officials."""
    lines = [listed(official, edition.views) for official in edition.chronicle.officials.values()]
    by_letter = [list(some) for _, some in groupby(lines, key=letter_of)]
    parts = [initials(page) for page in in_pages(by_letter, NAMES_A_PAGE)]
    letters = letters_of([[(part.letter, part.anchor) for part in page] for page in parts], OFFICIALS)
    for number, page in enumerate(parts, 1):
        url, pager = numbered(OFFICIALS, number), pager_of(OFFICIALS, number, len(parts))
        context = partial(OfficialsContext, url, len(lines), letters_on(letters, number), page, pager)
        yield Page(path_of(url), "officials.html", context)


def listed(official: Official, views: Views) -> Listed:
    """An official's line."""
    latest = official.appearances[-1]
    side = views.country(latest.country).text or latest.organisation
    office = ", ".join(filter(None, (latest.role, side)))
    shown = office[:1].upper() + office[1:]
    return Listed(*views.officials[official.id], number_held(official.meetings), shown)


def letter_of(line: Listed) -> str:
    """The first letter of an official's address; "#" for a digit."""
    first = line.url.removeprefix(OFFICIALS)[:1].upper()
    return first if first.isalpha() else "#"


def initials(lines: Sequence[Listed]) -> tuple[Initial, ...]:
    """The lines of a page by letter."""
    found = [(letter, tuple(some)) for letter, some in groupby(lines, key=letter_of)]
    return tuple(
        [Initial(letter, OTHER if letter == "#" else letter.lower(), some) for letter, some in found]
    )
