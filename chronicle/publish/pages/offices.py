"""The index of offices, by country and organisation."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from chronicle.model import CountryCode, Office, Tenure
from chronicle.publish.edition import Edition
from chronicle.publish.lists import number_held
from chronicle.publish.page import Link, Page, Pager
from chronicle.publish.pages.office import shown_name, side_of
from chronicle.publish.tenures import years_of
from chronicle.publish.urls import OFFICES, numbered, office_url, path_of
from chronicle.publish.views import Views
from chronicle.slug import folded, slug

OFFICES_A_PAGE = 600


class Listed(NamedTuple):
    """A line of the index."""

    url: str
    text: str
    meetings: int  # held
    latest: str  # who was seen in it last: "Zakir Hasanov, 2017–2019"; of an office that many hold, how many


class Part(NamedTuple):
    """The offices of one side, or as many as stand on a page."""

    anchor: str
    side: Link
    offices: tuple[Listed, ...]


class OfficesContext(NamedTuple):
    """What offices.html shows."""

    url: str
    offices: int
    letters: tuple[Link, ...]  # to the first of the sides with each letter
    parts: tuple[Part, ...]  # by name of the side
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each six hundred offices."""
    offices = in_order(edition)
    last = max(1, -(-len(offices) // OFFICES_A_PAGE))
    for number in range(1, last + 1):
        some = offices[(number - 1) * OFFICES_A_PAGE : number * OFFICES_A_PAGE]
        newer = numbered(OFFICES, number - 1) if number > 1 else ""
        older = numbered(OFFICES, number + 1) if number < last else ""
        url = numbered(OFFICES, number)
        parts = parts_of(some, edition.views)
        context = partial(
            OfficesContext, url, len(offices), letters(parts), parts, Pager(number, last, newer, older)
        )
        yield Page(path_of(url), "offices.html", context)


def in_order(edition: Edition) -> list[Office]:
    """All offices, by name of the side, then by name of the office."""
    sides = {
        anchor_of(office): folded(side_of(office, edition.views).text)
        for office in edition.chronicle.offices.values()
    }

    def key(office: Office) -> tuple[str, str, str, str]:
        anchor = anchor_of(office)
        return sides[anchor], anchor, folded(office.name), office.id

    return sorted(edition.chronicle.offices.values(), key=key)


def places(edition: Edition) -> dict[CountryCode, str]:
    """Where in the index the offices of each country begin."""
    found: dict[CountryCode, str] = {}
    for at, office in enumerate(in_order(edition)):
        if office.country and office.country not in found:
            url = numbered(OFFICES, at // OFFICES_A_PAGE + 1)
            found[office.country] = f"{url}#{anchor_of(office)}"
    return found


def anchor_of(office: Office) -> str:
    """Where in the index an office's side stands."""
    return office.country.lower() if office.country else f"organisation-{slug(office.organisation or '')}"


def parts_of(offices: Sequence[Office], views: Views) -> tuple[Part, ...]:
    """Some offices by side."""
    parts = []
    for anchor, some in groupby(offices, key=anchor_of):
        of_side = list(some)
        lines = tuple([listed(office, views) for office in of_side])
        parts.append(Part(anchor, side_of(of_side[0], views), lines))
    return tuple(parts)


def listed(office: Office, views: Views) -> Listed:
    """An office's line."""
    people = {tenure.official for tenure in office.tenures}
    dated = [tenure for tenure in office.tenures if tenure.last]
    latest = max(
        dated, key=lambda tenure: (tenure.last or "", tenure.first or "", tenure.official), default=None
    )
    if not office.single and len(people) > 1:
        who = f"{len(people):,} people"
    else:
        who = seen_last(latest or office.tenures[0], views)
    return Listed(office_url(office.id), shown_name(office), number_held(office.meetings), who)


def seen_last(tenure: Tenure, views: Views) -> str:
    """Who was seen in an office last, and when."""
    return ", ".join(filter(None, (views.officials[tenure.official].text, years_of(tenure))))


def letters(parts: Sequence[Part]) -> tuple[Link, ...]:
    """For each letter with which sides begin, the first of them."""
    by_letter: dict[str, Link] = {}
    for part in parts:
        letter = folded(part.side.text)[:1].upper()
        by_letter.setdefault(letter, Link(f"#{part.anchor}", letter))
    return tuple(by_letter.values())
