"""Pages of months: a calendar of their days, their meetings, newest first."""

from calendar import Calendar
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.model import Meeting, PartialDate
from chronicle.publish.calendar_words import short_weekday, week_begins, weekday_told
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.lists import Slice, by_month, held_of, ingredients, slices, tally
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.pages.year import WITH_MONTH, most_of, neighbours
from chronicle.publish.urls import path_of, period_url
from chronicle.publish.views import Views


class Weekday(NamedTuple):
    """The head of a calendar's column."""

    short: str  # "Thu"
    name: str  # "Thursday"


class Facts(NamedTuple):
    """What a month's page says besides its list; all but its tally stands on the first page."""

    name: str  # "November 2019"
    year: Link
    meetings: Tally
    previous: Link
    following: Link
    weekdays: tuple[Weekday, ...] = ()
    weeks: tuple[tuple[Count, ...], ...] = ()  # of seven days each, "" beyond the month; () without days
    countries: tuple[Count, ...] = ()
    officials: tuple[Count, ...] = ()


class MonthContext(NamedTuple):
    """What month.html shows."""

    url: str
    name: str
    year: Link
    meetings: Tally
    previous: Link
    following: Link
    weekdays: tuple[Weekday, ...]
    weeks: tuple[tuple[Count, ...], ...]
    countries: tuple[Count, ...]
    officials: tuple[Count, ...]
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each month with meetings, oldest first."""
    months = [(PartialDate(month), some) for month, some in by_month(edition.chronicle.meetings)]
    months = [(month, some) for month, some in months if len(month) == WITH_MONTH]
    language = edition.views.language
    around = neighbours([Link(period_url(month), long_date(month, language)) for month, _ in months])
    for (month, meetings), (previous, following) in zip(months, around, strict=True):
        year = Link(period_url(PartialDate(month[:4])), month[:4])
        short = Facts(long_date(month, language), year, tally(meetings), previous, following)
        full = with_calendar(short, month, meetings, edition.views)
        for part in slices(period_url(month), meetings, edition.config.page_length):
            facts = full if part.pager.number == 1 else short
            context = partial(context_of, part, edition.views, facts)
            yield Page(path_of(part.url), "month.html", context, partial(ingredients, part, edition, facts))


def context_of(part: Slice, views: Views, facts: Facts) -> MonthContext:
    """What one page of a month shows."""
    return MonthContext(part.url, *facts, views.rows_of(part.meetings), part.pager)


def with_calendar(facts: Facts, month: PartialDate, meetings: Sequence[Meeting], views: Views) -> Facts:
    """All that the first page says."""
    language = views.language
    begins = week_begins(language)
    days = [day % 7 for day in range(begins, begins + 7)]
    _, countries, officials = most_of(meetings, views)
    return facts._replace(
        weekdays=tuple([Weekday(short_weekday(language, day), weekday_told(language, day)) for day in days]),
        weeks=weeks_of(month, meetings, views, begins=begins),
        countries=countries,
        officials=officials,
    )


def weeks_of(
    month: PartialDate, meetings: Sequence[Meeting], views: Views, *, begins: int
) -> tuple[tuple[Count, ...], ...]:
    """The weeks of a month; a day leads to its page if it has one."""
    linked = views.linked.days
    if not any((meeting.date or "") in linked for meeting in meetings):
        return ()
    held = Counter([meeting.date for meeting in held_of(meetings)])

    def day_of(number: int) -> Count:
        day = PartialDate(f"{month}-{number:02}")
        link = linked.get(day)
        return Count(link.url if link else "", str(number) if number else "", held[day])

    weeks = Calendar(begins).monthdayscalendar(int(month[:4]), int(month[5:]))
    return tuple(tuple([day_of(number) for number in week]) for week in weeks)
