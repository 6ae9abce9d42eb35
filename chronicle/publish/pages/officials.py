"""The index of officials, by name."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from chronicle.model import Official
from chronicle.publish.edition import Edition
from chronicle.publish.lists import number_held
from chronicle.publish.page import Page, Pager
from chronicle.publish.urls import OFFICIALS, numbered, path_of
from chronicle.publish.views import Views

NAMES_A_PAGE = 600


class Listed(NamedTuple):
    """A line of the index."""

    url: str
    text: str
    meetings: int  # held
    office: str  # the latest: "Minister of Defense, Azerbaijan"; ""


class OfficialsContext(NamedTuple):
    """What officials.html shows."""

    url: str
    officials: int
    letters: tuple[tuple[str, tuple[Listed, ...]], ...]  # by first letter of the address
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each six hundred officials."""
    counts = [listed(official, edition.views) for official in edition.chronicle.officials.values()]
    last = max(1, -(-len(counts) // NAMES_A_PAGE))
    for number in range(1, last + 1):
        some = counts[(number - 1) * NAMES_A_PAGE : number * NAMES_A_PAGE]
        newer = numbered(OFFICIALS, number - 1) if number > 1 else ""
        older = numbered(OFFICIALS, number + 1) if number < last else ""
        url = numbered(OFFICIALS, number)
        context = partial(
            OfficialsContext, url, len(counts), by_letter(some), Pager(number, last, newer, older)
        )
        yield Page(path_of(url), "officials.html", context)


def listed(official: Official, views: Views) -> Listed:
    """An official's line."""
    latest = official.appearances[-1]
    side = views.country(latest.country).text or latest.organisation
    office = ", ".join(filter(None, (latest.role, side)))
    return Listed(*views.officials[official.id], number_held(official.meetings), office)


def by_letter(counts: list[Listed]) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
    """The officials under the first letters of their addresses, digits under "#"."""

    def letter(count: Listed) -> str:
        first = count.url.removeprefix(OFFICIALS)[:1].upper()
        return first if first.isalpha() else "#"

    return tuple((initial, tuple(some)) for initial, some in groupby(counts, key=letter))
