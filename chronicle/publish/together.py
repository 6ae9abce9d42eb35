"""What meetings of the same two, or of one, come to: first, last, by year, in what form, on what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from chronicle.model import CountryCode, Meeting, OfficialId, PartialDate
from chronicle.publish.gaps import NO_GAP, Gap, first_day, last_day, longest_gap
from chronicle.publish.groups import DAY, in_order
from chronicle.publish.page import Count, Link
from chronicle.publish.urls import meeting_url, period_url
from chronicle.publish.views import NOBODY, Views

YEAR = len("2019")
MOST_TOPICS = 6  # of one year
FEWEST_DRAWN = 3  # meetings: of two the first and the latest say all
YEARS_SHOWN = 10  # of the table of topics, before the rest is folded away


class OfYear(NamedTuple):
    """What was talked about in one year."""

    year: Link  # NOBODY for the meetings without a date
    meetings: int
    topics: tuple[Count, ...]  # most meetings first


class Together(NamedTuple):
    """The meetings of two that took place."""

    first: Link  # of those with a date; NOBODY where none has one
    last: Link
    unsure: bool  # whether another may have been before the first or after the last, since a day isn't known
    undated: int
    gap: Gap
    kinds: tuple[tuple[str, int], ...]  # most often first
    years: tuple[Count, ...]
    topics: tuple[OfYear, ...]  # the latest year first
    earlier: tuple[OfYear, ...]


NOTHING = Together(
    NOBODY, NOBODY, unsure=False, undated=0, gap=NO_GAP, kinds=(), years=(), topics=(), earlier=()
)


def together(held: Sequence[Meeting], views: Views) -> Together:
    """What meetings that took place come to; they come oldest first."""
    dated = [meeting for meeting in held if meeting.date]
    kinds = Counter([meeting.kind.value for meeting in held])
    topics = topics_by_year(held, views)
    return Together(
        first=views.meetings[dated[0].id] if dated else NOBODY,
        last=views.meetings[dated[-1].id] if dated else NOBODY,
        unsure=are_ends_unsure([meeting.date for meeting in dated if meeting.date]),
        undated=len(held) - len(dated),
        gap=longest_gap(dated, views.texts),
        kinds=tuple(sorted(kinds.items(), key=lambda each: (-each[1], each[0]))),
        years=by_year(held),
        topics=topics[:YEARS_SHOWN],
        earlier=topics[YEARS_SHOWN:],
    )


def are_ends_unsure(dates: Sequence[PartialDate]) -> bool:
    """Whether another of some dates, which come in order, may be before the first or after the last."""
    if all(len(date) == DAY for date in dates):
        return False
    before = any(first_day(date) < last_day(dates[0]) for date in dates[1:])
    return before or any(last_day(date) > first_day(dates[-1]) for date in dates[:-1])


def by_year(held: Sequence[Meeting]) -> tuple[Count, ...]:
    """Meetings by year, the oldest first, with the years without one; () where there are too few to draw."""
    times = Counter([meeting.date[:YEAR] for meeting in held if meeting.date])
    if len(times) < 2 or times.total() < FEWEST_DRAWN:
        return ()
    years = [f"{year:04}" for year in range(int(min(times)), int(max(times)) + 1)]
    return tuple([Count(year_url(year) if year in times else "", year, times[year]) for year in years])


def year_url(year: str) -> str:
    """A year's page."""
    return period_url(PartialDate(year))


def topics_by_year(held: Sequence[Meeting], views: Views) -> tuple[OfYear, ...]:
    """Years with topics, the latest first, then the meetings without a date."""
    found = []
    latest = sorted(held, key=lambda meeting: (meeting.date or "")[:YEAR], reverse=True)
    for year, some in groupby(latest, key=lambda meeting: (meeting.date or "")[:YEAR]):
        meetings = list(some)
        topics = most_told(meetings, views, most=MOST_TOPICS)
        if topics:
            found.append(OfYear(Link(year_url(year), year) if year else NOBODY, len(meetings), topics))
    return tuple(found)


def most_told(held: Sequence[Meeting], views: Views, *, most: int) -> tuple[Count, ...]:
    """The topics of some meetings, most often told first."""
    times = Counter([link for meeting in held for link in views.topic_links(meeting.topics)])
    best = sorted(times.items(), key=lambda each: (-each[1], each[0].text))[:most]
    return tuple([Count(*topic, number) for topic, number in best])


def most_of(times: Mapping[Link, int], most: int) -> tuple[Count, ...]:
    """The links with most meetings, those that lead nowhere left out."""
    best = sorted(times.items(), key=lambda each: (-each[1], each[0].text, each[0].url))
    return leading([Count(*link, number) for link, number in best])[:most]


def leading(counts: Sequence[Count]) -> tuple[Count, ...]:
    """Those that lead somewhere."""
    return tuple([count for count in counts if count.url])


# ── pages of two ─────────────────────────────────────────────────────────────────────────────


def url_together(one: OfficialId, other: OfficialId, held: Sequence[Meeting], views: Views) -> str:
    """Where the meetings of two officials are told: on their page, or on that of the one that there was."""
    there = views.linked.official_pairs.get((one, other) if one < other else (other, one))
    if there:
        return there.url
    return meeting_url(held[0].id) if len(held) == 1 else ""


def country_beside(code: CountryCode, other: CountryCode, views: Views) -> Link:
    """Another country's name, leading to the page of the two, or else to its own."""
    there = views.linked.country_pairs.get(in_order(code, other))
    return Link(there.url, views.country(other).text) if there else views.country(other)
