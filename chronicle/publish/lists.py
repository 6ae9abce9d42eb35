"""Long lists in pages, and groupings that several page kinds share."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from chronicle.model import Chronicle, Meeting, Official, OfficialId, PartialDate, Status
from chronicle.publish.page import Count, Pager, Row, Tally
from chronicle.publish.urls import numbered, period_url
from chronicle.publish.views import Views

MOST_MET = 12


def number_held(meetings: Iterable[Meeting]) -> int:
    """How many meetings took place: what is planned or was called off is shown but doesn't count."""
    return sum(meeting.status is Status.HELD for meeting in meetings)


def tally(meetings: Sequence[Meeting]) -> Tally:
    """How many took place, and how many are only planned or were called off."""
    held = number_held(meetings)
    return Tally(held, len(meetings) - held)


class Slice(NamedTuple):
    """One page of a list."""

    url: str
    rows: tuple[Row, ...]
    pager: Pager


def slices(url: str, rows: Sequence[Row], length: int) -> Iterator[Slice]:
    """A list in pages of `length` rows; an empty list has one page."""
    last = max(1, -(-len(rows) // length))
    for number in range(1, last + 1):
        newer = numbered(url, number - 1) if number > 1 else ""
        older = numbered(url, number + 1) if number < last else ""
        some = tuple(rows[(number - 1) * length : number * length])
        yield Slice(numbered(url, number), some, Pager(number, last, newer, older))


def ingredients(part: Slice, made_of: tuple[Any, ...]) -> tuple[Any, ...]:
    """What one page of a list is made of: `made_of` tells of all its meetings, and so of its rows."""
    return (part.url, tuple(map(str, part.pager)), made_of)


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
