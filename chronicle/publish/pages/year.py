"""Pages of years: their months and busiest days, who met most, their meetings, newest first."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from chronicle.config import Part
from chronicle.model import Meeting, PartialDate
from chronicle.publish.dates import month_name
from chronicle.publish.edition import Edition
from chronicle.publish.groups import DAY
from chronicle.publish.lists import (
    Slice,
    by_month,
    held_of,
    ingredients,
    number_held,
    ranked,
    slices,
    tally,
    years,
)
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.summaries import most_countries, most_officials
from chronicle.publish.urls import path_of, period_url, year_statistics_url
from chronicle.publish.views import Views

WITH_MONTH = len("2019-11")
BUSIEST = 5


class Facts(NamedTuple):
    """What a year's page says besides its list; all but its tally stands on the first page."""

    year: str
    meetings: Tally
    previous: Link
    following: Link
    statistics: str  # the page of the year in numbers; "" where there is none
    months: tuple[Count, ...] = ()  # all twelve, or () where no meeting's month is known
    busiest: tuple[Count, ...] = ()  # days with several meetings
    countries: tuple[Count, ...] = ()
    officials: tuple[Count, ...] = ()


class YearContext(NamedTuple):
    """What year.html shows."""

    url: str
    year: str
    meetings: Tally
    previous: Link
    following: Link
    statistics: str
    months: tuple[Count, ...]
    busiest: tuple[Count, ...]
    countries: tuple[Count, ...]
    officials: tuple[Count, ...]
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each year, oldest first."""
    all_years = [Link(count.url, count.text) for count in reversed(years(edition.chronicle))]
    around = dict(zip([year.text for year in all_years], neighbours(all_years), strict=True))
    by_year = groupby(by_month(edition.chronicle.meetings), key=lambda month: month[0][:4])
    for year, months in by_year:
        parts = list(months)
        meetings = [meeting for _, of_month in parts for meeting in of_month]
        numbers = edition.has(Part.STATISTICS) and number_held(meetings) > 0
        short = Facts(year, tally(meetings), *around[year], year_statistics_url(year) if numbers else "")
        full = Facts(*short[:5], months_of(year, parts, edition.views), *most_of(meetings, edition.views))
        for part in slices(period_url(PartialDate(year)), meetings, edition.config.page_length):
            facts = full if part.pager.number == 1 else short
            context = partial(context_of, part, edition.views, facts)
            yield Page(path_of(part.url), "year.html", context, partial(ingredients, part, edition, facts))


def context_of(part: Slice, views: Views, facts: Facts) -> YearContext:
    """What one page of a year shows."""
    return YearContext(part.url, *facts, views.rows_of(part.meetings), part.pager)


def months_of(year: str, parts: Sequence[tuple[str, Sequence[Meeting]]], views: Views) -> tuple[Count, ...]:
    """The twelve months with their numbers; those without meetings have no page."""
    known = {month: some for month, some in parts if len(month) == WITH_MONTH}
    twelve = [PartialDate(f"{year}-{month:02}") for month in (range(1, 13) if known else ())]
    return tuple(
        Count(
            period_url(month) if month in known else "",
            month_name(month, views.language),
            number_held(known.get(month, ())),
        )
        for month in twelve
    )


def most_of(
    meetings: Sequence[Meeting], views: Views
) -> tuple[tuple[Count, ...], tuple[Count, ...], tuple[Count, ...]]:
    """The busiest days, and the countries and officials that met most."""
    held = held_of(meetings)
    return busiest_days(held, views), most_countries(held, views), most_officials(held, views)


def busiest_days(held: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """The days on which most meetings began, as far as days have pages."""
    linked = views.linked.days
    days = [meeting.date for meeting in held if meeting.date and len(meeting.date) == DAY]
    return ranked(days if linked else (), linked.__getitem__, limit=BUSIEST)


def neighbours(links: list[Link]) -> list[tuple[Link, Link]]:
    """The links before and after each, empty at the ends."""
    nothing = Link("", "")
    return [
        (previous, following)
        for previous, _, following in zip([nothing, *links], links, [*links[1:], nothing], strict=False)
    ]
