"""Long lists in pages, and groupings that several page kinds share."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from chronicle.model import Chronicle, Meeting, PartialDate, Status
from chronicle.publish.edition import Edition
from chronicle.publish.page import Count, Link, Pager, Tally
from chronicle.publish.urls import numbered, period_url
from chronicle.slug import folded

MOST_MET = 12
MOST_OF = 8  # lines of a list of the most frequent
SEVERAL = 2  # what comes but once isn't frequent: the list of meetings says as much

Key = TypeVar("Key")
Line = TypeVar("Line")


def held_of(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Those that took place: what is planned or was called off is shown but doesn't count."""
    return tuple([meeting for meeting in meetings if meeting.status is Status.HELD])


def number_held(meetings: Iterable[Meeting]) -> int:
    """How many meetings took place."""
    return [meeting.status for meeting in meetings].count(Status.HELD)


def tally(meetings: Sequence[Meeting]) -> Tally:
    """How many took place, and how many are only planned or were called off."""
    held = number_held(meetings)
    return Tally(held, len(meetings) - held)


def pager_of(url: str, number: int, last: int) -> Pager:
    """Which page of a list this is, with the ones before and after."""
    newer = numbered(url, number - 1) if number > 1 else ""
    older = numbered(url, number + 1) if number < last else ""
    return Pager(number, last, newer, older)


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
        some = tuple(meetings[max(0, end - number * length) : end - (number - 1) * length])
        yield Slice(numbered(url, number), some, pager_of(url, number, last))


def ingredients(part: Slice, edition: Edition, made_of: tuple[Any, ...]) -> tuple[Any, ...]:
    """What one page of a list is made of: its meetings, where their rows lead, and what else it shows."""
    return (part.url, edition.digest_of(part.meetings), edition.groups.numbered, *part.pager, made_of)


def years(chronicle: Chronicle) -> tuple[Count, ...]:
    """The years with meetings, newest first."""
    dated = [meeting for meeting in reversed(chronicle.meetings) if meeting.date]
    by_year = groupby(dated, key=lambda meeting: (meeting.date or "")[:4])
    return tuple(Count(period_url(PartialDate(year)), year, number_held(some)) for year, some in by_year)


def all_years(some: Iterable[Count]) -> tuple[Count, ...]:
    """Years from the first to the last, oldest first, those without meetings among them."""
    by_year = {count.text: count for count in some}
    if not by_year:
        return ()
    every = [f"{year:04}" for year in range(int(min(by_year)), int(max(by_year)) + 1)]
    return tuple([by_year.get(year) or Count("", year, 0) for year in every])


def years_of(url: str, meetings: Sequence[Meeting], length: int) -> tuple[Count, ...]:
    """How many of a list's meetings took place in each year; a year of a list in pages leads to its page."""
    newest: dict[str, int] = {}  # the place of each year's newest meeting, counted from the list's end
    for place, meeting in enumerate(reversed(meetings)):
        newest.setdefault((meeting.date or "")[:4], place)
    held = Counter([(meeting.date or "")[:4] for meeting in held_of(meetings)])
    several = len(meetings) > length
    found = [
        Count(numbered(url, newest[year] // length + 1) if several else "", year, number)
        for year, number in held.items()
        if year
    ]
    return all_years(found)


def ranked(
    keys: Iterable[Key], link_of: Callable[[Key], Link], *, without: str = "", limit: int = MOST_OF
) -> tuple[Count, ...]:
    """Links by how often their keys come, twice at least, the most frequent first; not the one `without`."""
    several = [item for item in Counter(keys).items() if item[1] >= SEVERAL]
    best = sorted(several, key=lambda item: (-item[1], str(item[0])))[: limit + 1]
    counts = [Count(*link_of(key), times) for key, times in best]
    listed = [count for count in counts if not without or count.url != without][:limit]
    return tuple(sorted(listed, key=lambda count: (-count.meetings, folded(count.text), count.url)))


def in_pages(url: str, lines: Sequence[Line], length: int) -> Iterator[tuple[str, Sequence[Line], Pager]]:
    """The lines of an index in pages of `length`: the address, the lines and the pager of each."""
    last = max(1, -(-len(lines) // length))
    for number in range(1, last + 1):
        some = lines[(number - 1) * length : number * length]
        yield numbered(url, number), some, pager_of(url, number, last)


def span_of_years(meetings: Iterable[Meeting]) -> str:
    """ "2019", "2017–2019": when meetings took place; "" where none of them has a date."""
    dated = [meeting.date[:4] for meeting in held_of(meetings) if meeting.date]
    if not dated:
        return ""
    first, last = min(dated), max(dated)
    return first if first == last else f"{first}–{last}"


def by_month(meetings: Sequence[Meeting]) -> list[tuple[str, list[Meeting]]]:
    """Dated meetings by "2019-11", or "2019" where the month isn't known; oldest first."""
    dated = [meeting for meeting in meetings if meeting.date]
    return [
        (month, list(some)) for month, some in groupby(dated, key=lambda meeting: (meeting.date or "")[:7])
    ]
