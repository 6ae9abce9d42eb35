"""Which lists of meetings a site has."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol, TypeVar

from chronicle.config import Part
from chronicle.model import Meeting, PartialDate
from chronicle.publish.edition import Edition
from chronicle.publish.lists import by_month
from chronicle.publish.page import Link
from chronicle.publish.pages.on_this_day import by_day_of_year
from chronicle.publish.urls import UNDATED, anniversary_url, period_url

YEAR = len("2019")
Key = TypeVar("Key")


class Listed(NamedTuple):
    """One list."""

    url: str  # of its first page
    name: str  # "Azerbaijan"
    meetings: Sequence[Meeting]  # oldest first
    followed: bool  # whether it has a feed and a calendar: one of a country, an official or a pair


def lists(edition: Edition) -> Iterator[Listed]:
    """All lists with a page of their own."""
    chronicle, views, groups = edition.chronicle, edition.views, edition.groups
    yield from of_links(views.countries, chronicle.meetings_of_country, followed=True)
    yield from of_links(views.officials, meetings_of(chronicle.officials), followed=True)
    yield from of_links(views.linked.country_pairs, meetings_of(groups.country_pairs), followed=True)
    yield from of_links(views.linked.official_pairs, meetings_of(groups.official_pairs), followed=True)
    yield from of_links(views.linked.offices, meetings_of(chronicle.offices))
    yield from of_links(views.linked.organisations, meetings_of(groups.organisations))
    yield from of_links(views.linked.places, meetings_of(groups.places))
    yield from of_links(views.linked.topics, meetings_of(groups.topics))
    yield from of_links(views.linked.outlets, meetings_of(groups.outlets))
    yield from of_dates(chronicle.meetings)
    yield from of_links(views.linked.days, meetings_of(groups.days))
    for day, meetings in by_day_of_year(edition).items() if edition.has(Part.ON_THIS_DAY) else ():
        yield Listed(anniversary_url(day), day, meetings, followed=False)


class HasMeetings(Protocol):
    """An official, an office, a group."""

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Oldest first."""


def meetings_of(some: Mapping[Key, HasMeetings]) -> dict[Key, Sequence[Meeting]]:
    """The meetings of each."""
    return {key: each.meetings for key, each in some.items()}


def of_links(
    links: Mapping[Key, Link], meetings: Mapping[Key, Sequence[Meeting]], *, followed: bool = False
) -> Iterator[Listed]:
    """The lists of those that have a page."""
    for key, link in links.items():
        yield Listed(link.url, link.text, meetings[key], followed)


def of_dates(meetings: Sequence[Meeting]) -> Iterator[Listed]:
    """Years, months, and what has no date."""
    months = [(month, some) for month, some in by_month(meetings) if len(month) > YEAR]
    years: dict[str, list[Sequence[Meeting]]] = {}
    for month, some in by_month(meetings):
        years.setdefault(month[:YEAR], []).append(some)
    for year, parts in years.items():
        yield Listed(period_url(PartialDate(year)), year, tuple(chain.from_iterable(parts)), followed=False)
    for month, some in months:
        yield Listed(period_url(PartialDate(month)), month, some, followed=False)
    undated = tuple([meeting for meeting in meetings if not meeting.date])
    if undated:
        yield Listed(UNDATED, "", undated, followed=False)
