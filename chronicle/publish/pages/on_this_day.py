"""The calendar of all years: which meetings took place on each day of the year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from chronicle.config import Part
from chronicle.model import Meeting, PartialDate
from chronicle.publish.calendar_words import LEAP_YEAR, day_of_year
from chronicle.publish.dates import month_name
from chronicle.publish.edition import Edition
from chronicle.publish.lists import Slice, ingredients, number_held, slices, tally
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.pages.year import neighbours
from chronicle.publish.urls import ON_THIS_DAY, anniversary_url, path_of
from chronicle.publish.views import Views

DAYS_OF_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Month(NamedTuple):
    """A month of the calendar."""

    anchor: str  # "m-11"
    name: str
    days: tuple[
        tuple[str, Count], ...
    ]  # each of its days with its anchor, "d-11-07"; no address without meetings


class CalendarContext(NamedTuple):
    """What on_this_day.html shows."""

    url: str
    days: int  # how many have meetings
    months: tuple[Month, ...]


class OfYear(NamedTuple):
    """The meetings on the day in one year."""

    year: Link  # to the page of that day
    rows: tuple[Row, ...]


class Facts(NamedTuple):
    """What the page of a day of the year says besides its list."""

    day: str  # "11-07"
    name: str  # "7 November"
    meetings: Tally
    previous: Link
    following: Link


class AnniversaryContext(NamedTuple):
    """What anniversary.html shows."""

    url: str
    day: str
    name: str
    meetings: Tally
    previous: Link
    following: Link
    years: tuple[OfYear, ...]  # newest first
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The calendar, and the pages of each day of the year with meetings."""
    if edition.has(Part.ON_THIS_DAY):
        days = by_day_of_year(edition)
        months = tuple([month_of(number, days, edition.views) for number in range(1, 13)])
        yield Page(
            path_of(ON_THIS_DAY),
            "on_this_day.html",
            partial(CalendarContext, ON_THIS_DAY, len(days), months),
        )
        yield from anniversaries(days, edition)


def by_day_of_year(edition: Edition) -> dict[str, list[Meeting]]:
    """The meetings of each day of the year, by "11-07", sorted; oldest first."""
    days: dict[str, list[Meeting]] = defaultdict(list)
    for day, group in edition.groups.days.items():
        days[day[5:]] += group.meetings
    return {day: days[day] for day in sorted(days)}


def month_of(number: int, days: Mapping[str, Sequence[Meeting]], views: Views) -> Month:
    """One month of the calendar."""
    listed = []
    for at in range(1, DAYS_OF_MONTHS[number - 1] + 1):
        day = f"{number:02}-{at:02}"
        url = anniversary_url(day) if day in days else ""
        listed.append((f"d-{day}", Count(url, str(at), number_held(days.get(day, ())))))
    name = month_name(PartialDate(f"{LEAP_YEAR}-{number:02}"), views.language)
    return Month(f"m-{number:02}", name, tuple(listed))


def anniversaries(days: Mapping[str, Sequence[Meeting]], edition: Edition) -> Iterator[Page]:
    """The pages of each day of the year with meetings, in their order."""
    language = edition.views.language
    names = {day: day_of_year(language, int(day[:2]), int(day[3:])) for day in days}
    around = neighbours([Link(anniversary_url(day), name) for day, name in names.items()])
    for (day, meetings), (previous, following) in zip(days.items(), around, strict=True):
        facts = Facts(day, names[day], tally(meetings), previous, following)
        for part in slices(anniversary_url(day), meetings, edition.config.page_length):
            context = partial(context_of, part, edition.views, facts)
            made_of = partial(ingredients, part, edition, facts)
            yield Page(path_of(part.url), "anniversary.html", context, made_of)


def context_of(part: Slice, views: Views, facts: Facts) -> AnniversaryContext:
    """What one page of a day of the year shows."""
    return AnniversaryContext(part.url, *facts, by_year(part.meetings, views), part.pager)


def by_year(meetings: Sequence[Meeting], views: Views) -> tuple[OfYear, ...]:
    """Meetings below their years, newest first."""
    found = []
    for date, some in groupby(meetings, key=lambda meeting: meeting.date or ""):
        day = views.linked.days.get(PartialDate(date))
        found.append(OfYear(Link(day.url if day else "", date[:4]), views.rows_of(list(some))))
    return tuple(reversed(found))
