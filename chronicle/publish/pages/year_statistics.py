"""A year in numbers: its days as a calendar, its months, who met most, what kinds of meetings there were."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from chronicle.config import Part
from chronicle.model import CountryCode, Meeting, PartialDate
from chronicle.publish.charts.calendar import Cell, month_names, sheet, weekday_names
from chronicle.publish.charts.shades import Shade, shades
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.groups import DAY
from chronicle.publish.lists import held_of, number_held, tally
from chronicle.publish.page import Count, Link, Page, Tally
from chronicle.publish.pages.statistics import MONTH, MONTHS, YEAR, kinds_of, precision_of
from chronicle.publish.pages.year import neighbours
from chronicle.publish.urls import path_of, period_url, year_statistics_url
from chronicle.publish.views import Views

MOST_COUNTRIES = 15


class Day(NamedTuple):
    """A day of the calendar; where there were meetings it leads to them."""

    cell: Cell
    link: Link  # "7 November 2019"; its page, or its month's where days have none


class Month(NamedTuple):
    """A month of the calendar."""

    link: Link
    meetings: int  # held; also those of which only the month is known
    width: int
    height: int
    weekdays: tuple[tuple[int, str], ...]
    days: tuple[Day, ...]


class YearStatisticsContext(NamedTuple):
    """What year_statistics.html shows."""

    url: str
    year: Link  # its meetings
    meetings: Tally
    previous: Link
    following: Link
    months: tuple[Month, ...]
    key: tuple[Shade, ...]
    by_month: tuple[Count, ...]
    countries: tuple[Count, ...]  # those that met most
    kinds: tuple[Count, ...]
    precision: tuple[Count, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page a year in which meetings took place, oldest first."""
    if not edition.has(Part.STATISTICS):
        return
    dated = [meeting for meeting in edition.chronicle.meetings if meeting.date]
    years = {
        year: tuple(some) for year, some in groupby(dated, key=lambda meeting: (meeting.date or "")[:YEAR])
    }
    years = {year: some for year, some in years.items() if number_held(some)}
    links = [Link(year_statistics_url(year), year) for year in years]
    for (year, meetings), around in zip(years.items(), neighbours(links), strict=True):
        made_of = (year, edition.digest_of(meetings), *around)
        context = partial(context_of, year, meetings, around, edition.views)
        path = path_of(year_statistics_url(year))
        yield Page(path, "year_statistics.html", context, partial(tuple, made_of))


def context_of(
    year: str, meetings: Sequence[Meeting], around: tuple[Link, Link], views: Views
) -> YearStatisticsContext:
    """What the page of a year shows."""
    held = held_of(meetings)
    days = Counter([meeting.date for meeting in held if len(meeting.date or "") == DAY])
    key = shades(days.values())
    months = tuple([month_of(year, month, held, key, views) for month in MONTHS])
    return YearStatisticsContext(
        year_statistics_url(year),
        Link(period_url(PartialDate(year)), year),
        tally(meetings),
        *around,
        months=months,
        key=key,
        by_month=tuple([Count(*month.link, month.meetings) for month in months]),
        countries=countries_of(held, views),
        kinds=kinds_of(held, views),
        precision=precision_of(meetings, views),
    )


def month_of(year: str, month: int, held: Sequence[Meeting], key: tuple[Shade, ...], views: Views) -> Month:
    """A month of the calendar."""
    name = PartialDate(f"{year}-{month:02}")
    own = [meeting.date or "" for meeting in held if (meeting.date or "").startswith(name)]
    numbers = Counter([int(date[MONTH + 1 :]) for date in own if len(date) == DAY])
    drawn = sheet(int(year), month, numbers, key=key, weekdays=weekday_names(views.language))
    link = Link(period_url(name) if own else "", month_names(views.language)[month - 1])
    days = tuple([Day(cell, day_link(name, cell, views)) for cell in drawn.cells])
    return Month(link, len(own), drawn.width, drawn.height, drawn.heads, days)


def day_link(month: PartialDate, cell: Cell, views: Views) -> Link:
    """Where the cell of a day leads."""
    if not cell.meetings:
        return Link("", "")
    date = PartialDate(f"{month}-{cell.day:02}")
    return views.linked.days.get(date) or Link(period_url(month), long_date(date, views.language))


def countries_of(held: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """Which countries took part most often."""
    numbers = Counter(
        [party for meeting in held for party in set(meeting.parties) if party in views.countries]
    )
    best = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))[:MOST_COUNTRIES]
    return tuple([Count(*views.country(CountryCode(code)), number) for code, number in best])
