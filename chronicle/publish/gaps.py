"""The longest time between two meetings, in words."""

import calendar
import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from chronicle.model import Meeting, PartialDate
from chronicle.publish.dates import long_date
from chronicle.publish.page import Link
from chronicle.publish.texts import Texts
from chronicle.publish.urls import meeting_url

MONTHS_A_YEAR = 12


class Gap(NamedTuple):
    """The longest time without a meeting, and between which two it lies."""

    time: str  # "2 years and 3 months"; "" where there is none
    after: Link  # the meeting before it, by its date
    until: Link  # the meeting that ends it
    least: bool  # whether it may be longer, since a day isn't known


NO_GAP = Gap("", Link("", ""), Link("", ""), least=False)


def longest_gap(meetings: Sequence[Meeting], texts: Texts) -> Gap:
    """The longest gap between meetings that took place, which come oldest first; of two alike the later one.

    Of a month or a year is counted what certainly lies between: from its last day, up to its first.
    """
    longest, between = dt.timedelta(0), None
    latest: tuple[dt.date, Meeting] | None = None
    for meeting in meetings:
        if not meeting.date:
            continue
        begins, ends = first_day(meeting.date), last_day(meeting.end_date or meeting.date)
        if latest and dt.timedelta(0) < begins - latest[0] >= longest:
            longest, between = begins - latest[0], (latest[0], latest[1], begins, meeting)
        if not latest or ends >= latest[0]:
            latest = ends, meeting
    if not between:
        return NO_GAP
    since, before, until, after = between
    known = min(len(before.end_date or before.date or ""), len(after.date or ""))
    return Gap(
        time_between(since, until, texts),
        Link(meeting_url(before.id), long_date(before.end_date or before.date, texts.language)),
        Link(meeting_url(after.id), long_date(after.date, texts.language)),
        least=known < len("2019-11-07"),
    )


@lru_cache(maxsize=65_536)
def first_day(date: PartialDate) -> dt.date:
    """The first day that a date may mean."""
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return dt.date(year, month, day)


@lru_cache(maxsize=65_536)
def last_day(date: PartialDate) -> dt.date:
    """The last day that a date may mean."""
    year, *rest = map(int, date.split("-"))
    month = rest[0] if rest else MONTHS_A_YEAR
    return dt.date(year, month, rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1])


def time_between(since: dt.date, until: dt.date, texts: Texts) -> str:
    """From one day to another in the two largest units: "2 years and 3 months", "12 days"."""
    months = (until.year - since.year) * MONTHS_A_YEAR + until.month - since.month
    if until.day < since.day:
        months -= 1
    years, more = divmod(months, MONTHS_A_YEAR)
    days = (until - after_months(since, months)).days
    words = [
        texts.ngettext("%(count)s year", "%(count)s years", years) % {"count": years} if years else "",
        texts.ngettext("%(count)s month", "%(count)s months", more) % {"count": more} if more else "",
        texts.ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
        if days and not years
        else "",
    ]
    one, *other = [word for word in words if word]
    return texts.gettext("%(one)s and %(other)s") % {"one": one, "other": other[0]} if other else one


def after_months(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the month's last one where it is shorter."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
