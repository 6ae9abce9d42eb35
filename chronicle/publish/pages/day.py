"""Pages of days: the meetings that began on one, those that went on, and the days around.

A day has a page if a meeting began on it. What began before and wasn't over is named beside; a day on
which nothing else took place has no page for that.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.model import Meeting, PartialDate
from chronicle.publish.calendar_words import day_of_year, weekday_told
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.groups import DAY
from chronicle.publish.labels import entitled
from chronicle.publish.lists import Slice, ingredients, number_held, slices, tally
from chronicle.publish.page import Link, Page, Pager, Row, Tally
from chronicle.publish.pages.year import neighbours
from chronicle.publish.urls import anniversary_url, day_url, path_of, period_url
from chronicle.publish.views import Views

AROUND = 3  # days before, and days after
TITLES = 5  # of another day's meetings
MOST_ONGOING = 10
LONGEST = 31  # days: what is said to have taken longer goes on on none


class Nearby(NamedTuple):
    """A day of that week, with the first of its meetings."""

    day: Link
    weekday: str
    meetings: int  # held
    titles: tuple[Link, ...]
    more: int  # how many others there are


class Facts(NamedTuple):
    """What a day's page says besides its list."""

    name: str  # "7 November 2019"
    weekday: str
    month: Link
    anniversary: Link  # all years' 7 November; none where the site does without
    meetings: Tally
    previous: Link
    following: Link
    week: tuple[Nearby, ...]  # the days around with meetings, in their order
    more_ongoing: int  # how many meetings that began before are not listed


class DayContext(NamedTuple):
    """What day.html shows."""

    url: str
    name: str
    weekday: str
    month: Link
    anniversary: Link
    meetings: Tally
    previous: Link
    following: Link
    week: tuple[Nearby, ...]
    more_ongoing: int
    ongoing: tuple[Row, ...]  # meetings that began before, the latest first
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each day on which a meeting began, oldest first."""
    if not edition.has(Part.DAYS):
        return
    views, days = edition.views, edition.groups.days
    ordinals = {day: dt.date.fromisoformat(day).toordinal() for day in days}
    near = {ordinals[day]: nearby(day, group.meetings, views) for day, group in days.items()}
    ongoing = going_on(edition.chronicle.meetings)
    around = neighbours([views.linked.days[day] for day in days])
    for (day, group), (previous, following) in zip(days.items(), around, strict=True):
        at = ordinals[day]
        facts = Facts(
            *(long_date(day, views.language), weekday(at, views.language)),
            month=Link(period_url(day), long_date(PartialDate(day[:7]), views.language)),
            anniversary=anniversary(day, edition),
            meetings=tally(group.meetings),
            previous=previous,
            following=following,
            week=tuple([near[n] for n in range(at - AROUND, at + AROUND + 1) if n != at and n in near]),
            more_ongoing=len(ongoing.get(at, ())[:-MOST_ONGOING]),
        )
        last = tuple(ongoing.get(at, ())[-MOST_ONGOING:])
        made_of = (facts, edition.digest_of(last))
        for part in slices(day_url(day), group.meetings, edition.config.page_length):
            context = partial(context_of, part, views, facts, last)
            yield Page(path_of(part.url), "day.html", context, partial(ingredients, part, edition, made_of))


def context_of(part: Slice, views: Views, facts: Facts, ongoing: Sequence[Meeting]) -> DayContext:
    """What one page of a day shows."""
    return DayContext(part.url, *facts, views.rows_of(ongoing), views.rows_of(part.meetings), part.pager)


def weekday(ordinal: int, language: str) -> str:
    """A day's weekday."""
    return weekday_told(language, (ordinal - 1) % 7)


def anniversary(day: PartialDate, edition: Edition) -> Link:
    """The page of the same day in all years."""
    url = anniversary_url(day[5:]) if edition.has(Part.ON_THIS_DAY) else ""
    return Link(url, day_of_year(edition.views.language, int(day[5:7]), int(day[8:])))


def nearby(day: PartialDate, meetings: Sequence[Meeting], views: Views) -> Nearby:
    """A day as the days around show it."""
    titles = tuple(
        [Link(views.meetings[each.id].url, entitled(views.texts, each)) for each in meetings[:TITLES]]
    )
    name = weekday(dt.date.fromisoformat(day).toordinal(), views.language)
    return Nearby(views.linked.days[day], name, number_held(meetings), titles, len(meetings) - len(titles))


def going_on(meetings: Sequence[Meeting]) -> Mapping[int, Sequence[Meeting]]:
    """The meetings that take several days, by each of these days after the first."""
    found: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        if meeting.date and meeting.end_date and len(meeting.date) == len(meeting.end_date) == DAY:
            first, last = (dt.date.fromisoformat(day).toordinal() for day in (meeting.date, meeting.end_date))
            for day in range(first + 1, last + 1) if last - first < LONGEST else ():
                found[day].append(meeting)
    return found
