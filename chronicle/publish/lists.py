"""Long lists in pages, and groupings that several page kinds share."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from chronicle.model import Chronicle, Meeting, Official, OfficialId, PartialDate, Status
from chronicle.publish.edition import Edition
from chronicle.publish.page import Count, Pager, Tally
from chronicle.publish.urls import numbered, period_url
from chronicle.publish.views import Views

MOST_MET = 12


def number_held(meetings: Iterable[Meeting]) -> int:
    """How many meetings took place: what is planned or was called off is shown but doesn't count."""
    return [meeting.status for meeting in meetings].count(Status.HELD)


def tally(meetings: Sequence[Meeting]) -> Tally:
    """How many took place, and how many are only planned or were called off."""
    held = number_held(meetings)
    return Tally(held, len(meetings) - held)


class Slice(NamedTuple):
    """One page of a list."""

    url: str
    meetings: tuple[Meeting, ...]  # oldest first; their rows are made when the page is
    pager: Pager


def slices(url: str, meetings: Sequence[Meeting], length: int) -> Iterator[Slice]:
    """Meetings, which come oldest first, in pages of `length`, the newest on the first."""
    end = len(meetings)
    last = max(1, -(-end // length))
    for number in range(1, last + 1):
        newer = numbered(url, number - 1) if number > 1 else ""
        older = numbered(url, number + 1) if number < last else ""
        some = tuple(meetings[max(0, end - number * length) : end - (number - 1) * length])
        yield Slice(numbered(url, number), some, Pager(number, last, newer, older))


def ingredients(part: Slice, edition: Edition, made_of: tuple[Any, ...]) -> tuple[Any, ...]:
    """What one page of a list is made of: its meetings, and what else it shows."""
    return (part.url, edition.digest_of(part.meetings), *part.pager, made_of)


def years(chronicle: Chronicle) -> tuple[Count, ...]:
    """The years with meetings, newest first."""
    dated = [meeting for meeting in reversed(chronicle.meetings) if meeting.date]
    by_year = groupby(dated, key=lambda meeting: (meeting.date or "")[:4])
    return tuple(Count(period_url(PartialDate(year)), year, number_held(some)) for year, some in by_year)


def most_met(official: Official, views: Views) -> tuple[Count, ...]:
    """Whom an official met most often, of other sides."""
    met: Counter[OfficialId] = Counter()
    for meeting, own in zip(official.meetings, official.appearances, strict=True):
        if meeting.status is Status.HELD:
            side = own.country or own.organisation
            met.update(a.official for a in meeting.attendees if (a.country or a.organisation) != side)
    best = sorted(met.items(), key=lambda item: (-item[1], item[0]))[:MOST_MET]
    return tuple(Count(*views.officials[other], times) for other, times in best)


def by_month(meetings: Sequence[Meeting]) -> list[tuple[str, list[Meeting]]]:
    """Dated meetings by "2019-11", or "2019" where the month isn't known; oldest first."""
    dated = [meeting for meeting in meetings if meeting.date]
    return [
        (month, list(some)) for month, some in groupby(dated, key=lambda meeting: (meeting.date or "")[:7])
    ]
