"""The index of officials, by name."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from chronicle.publish.edition import Edition
from chronicle.publish.page import Count, Page, Pager
from chronicle.publish.urls import OFFICIALS, numbered, path_of

NAMES_A_PAGE = 600


class OfficialsContext(NamedTuple):
    """What officials.html shows."""

    url: str
    officials: int
    letters: tuple[tuple[str, tuple[Count, ...]], ...]  # by first letter of the address
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each six hundred officials."""
    views = edition.views
    counts = [Count(*views.officials[o.id], len(o.meetings)) for o in edition.chronicle.officials.values()]
    last = max(1, -(-len(counts) // NAMES_A_PAGE))
    for number in range(1, last + 1):
        some = counts[(number - 1) * NAMES_A_PAGE : number * NAMES_A_PAGE]
        newer = numbered(OFFICIALS, number - 1) if number > 1 else ""
        older = numbered(OFFICIALS, number + 1) if number < last else ""
        url = numbered(OFFICIALS, number)
        context = partial(OfficialsContext, url, len(counts), by_letter(some), Pager(number, last, newer, older))
        yield Page(path_of(url), "officials.html", context)


def by_letter(counts: list[Count]) -> tuple[tuple[str, tuple[Count, ...]], ...]:
    """The officials under the first letters of their addresses, digits under "#"."""

    def letter(count: Count) -> str:
        first = count.url.removeprefix(OFFICIALS)[:1].upper()
        return first if first.isalpha() else "#"

    return tuple((initial, tuple(some)) for initial, some in groupby(counts, key=letter))
