"""The index of offices, by country and organisation."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from chronicle.config import Part
from chronicle.lexicon.alphabets import SortKey, initial, sort_key
from chronicle.model import CountryCode, Office, Tenure
from chronicle.publish.edition import Edition
from chronicle.publish.index_pages import Letter, letters_of, letters_on
from chronicle.publish.lists import in_pages, number_held, pager_of
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


class Side(NamedTuple):
    """The offices of one side, or as many as stand on a page."""

    anchor: str
    side: Link
    offices: tuple[Listed, ...]


class OfficesContext(NamedTuple):
    """What offices.html shows."""

    url: str
    offices: int
    letters: tuple[Letter, ...]  # of the whole index: to the first of the sides with each
    parts: tuple[Side, ...]  # by name of the side
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each six hundred offices."""
    if not edition.has(Part.OFFICES):
        return
    offices = index_of(edition)
    parts = [parts_of(some, edition.views) for some in offices]
    language = edition.views.language
    letters = letters_of(
        [[(initial(each.side.text, language), each.anchor) for each in page] for page in parts], OFFICES
    )
    number_of_all = sum(map(len, offices))
    for number, page in enumerate(parts, 1):
        url, pager = numbered(OFFICES, number), pager_of(OFFICES, number, len(parts))
        context = partial(OfficesContext, url, number_of_all, letters_on(letters, number), page, pager)
        yield Page(path_of(url), "offices.html", context)


def index_of(edition: Edition) -> list[list[Office]]:
    """The offices on each page of the index, which has as many in every language, whatever its alphabet."""
    return [list(some) for _, some, _ in in_pages(OFFICES, in_order(edition), OFFICES_A_PAGE)]


def in_order(edition: Edition) -> list[Office]:
    """All offices, by name of the side, then by name of the office."""
    views = edition.views
    sides = {
        anchor_of(office): sort_key(side_of(office, views).text, views.language)
        for office in edition.chronicle.offices.values()
    }

    def key(office: Office) -> tuple[SortKey, str, str, str]:
        anchor = anchor_of(office)
        return sides[anchor], anchor, folded(office.name), office.id

    return sorted(edition.chronicle.offices.values(), key=key)


def places(edition: Edition) -> dict[CountryCode, str]:
    """Where in the index the offices of each country begin."""
    found: dict[CountryCode, str] = {}
    for number, page in enumerate(index_of(edition), 1):
        for office in page:
            if office.country and office.country not in found:
                found[office.country] = f"{numbered(OFFICES, number)}#{anchor_of(office)}"
    return found


def anchor_of(office: Office) -> str:
    """Where in the index an office's side stands."""
    return office.country.lower() if office.country else f"organisation-{slug(office.organisation or '')}"


def parts_of(offices: Sequence[Office], views: Views) -> tuple[Side, ...]:
    """Some offices by side."""
    parts = []
    for anchor, some in groupby(offices, key=anchor_of):
        of_side = list(some)
        lines = tuple([listed(office, views) for office in of_side])
        parts.append(Side(anchor, side_of(of_side[0], views), lines))
    return tuple(parts)


def listed(office: Office, views: Views) -> Listed:
    """An office's line."""
    people = {tenure.official for tenure in office.tenures}
    dated = [tenure for tenure in office.tenures if tenure.last]
    latest = max(
        dated, key=lambda tenure: (tenure.last or "", tenure.first or "", tenure.official), default=None
    )
    if not office.single and len(people) > 1:
        said = views.texts.ngettext("%(count)s person", "%(count)s people", len(people))
        who = said % {"count": views.texts.number(len(people))}
    else:
        who = seen_last(latest or office.tenures[0], views)
    return Listed(office_url(office.id), shown_name(office), number_held(office.meetings), who)


def seen_last(tenure: Tenure, views: Views) -> str:
    """Who was seen in an office last, and when."""
    return ", ".join(filter(None, (views.officials[tenure.official].text, years_of(tenure))))
