"""Meetings that belong with another: of people abroad, of the same two countries soon after, on one topic."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from chronicle.model import Chronicle, Meeting, MeetingId, Official, PartialDate, Status
from chronicle.publish.envoys import is_envoy
from chronicle.publish.groups import DAY, Groups
from chronicle.publish.territory import FAR_AWAY

NEAR = 4  # days between two meetings of one journey
MONTH = len("2019-11")
MOST = 4  # meetings for one reason
AT_MOST = 3  # parties of a meeting of which two countries are looked at
FARTHEST = 12  # meetings of two countries among which one on the same topic is looked for


class Reason(StrEnum):
    """Why two meetings belong together."""

    JOURNEY = "journey"  # one of the same people, away from home, within a few days
    MONTH = "month"  # the same two countries, in the same month
    TOPIC = "topic"  # the same two countries on the same topic, nearest before and after


class Related(NamedTuple):
    """Some meetings and why they belong with one."""

    reason: Reason
    meetings: tuple[MeetingId, ...]  # oldest first


Found = dict[MeetingId, dict[MeetingId, Reason]]


def related_of(chronicle: Chronicle, groups: Groups) -> Mapping[MeetingId, tuple[Related, ...]]:
    """For each meeting that has some: the meetings that belong with it, each for its first reason."""
    found: Found = defaultdict(dict)
    for official in chronicle.officials.values():
        of_journeys(official, found)
    for group in groups.country_pairs.values():
        some = [meeting for meeting in group.meetings if len(meeting.parties) <= AT_MOST]
        of_months(some, found)
        of_topics(some, found)
    order = {meeting.id: number for number, meeting in enumerate(chronicle.meetings)}
    return {meeting: sorted_out(some, meeting, order) for meeting, some in found.items()}


def sorted_out(
    some: Mapping[MeetingId, Reason], meeting: MeetingId, order: Mapping[MeetingId, int]
) -> tuple[Related, ...]:
    """The meetings by reason; of many, the nearest ones in the chronology."""
    made = []
    for reason in Reason:
        of_reason = [each for each, why in some.items() if why is reason]
        nearest = sorted(of_reason, key=lambda each: (abs(order[each] - order[meeting]), order[each]))[:MOST]
        if nearest:
            made.append(Related(reason, tuple(sorted(nearest, key=lambda each: order[each]))))
    return tuple(made)


def of_journeys(official: Official, found: Found) -> None:
    """Note the meetings that an official had abroad within a few days of one another.

    Nobody travels for a call, nor for what was called off, and an envoy lives there.
    """
    abroad = [
        (day_number(meeting.date), meeting.id)
        for meeting, own in zip(official.meetings, official.appearances, strict=True)
        if own.country and meeting.country and own.country != meeting.country
        if meeting.date and len(meeting.date) == DAY and not is_envoy(own.role or "")
        if meeting.kind not in FAR_AWAY and meeting.status is not Status.CANCELLED
    ]
    first = 0
    for at, (day, meeting) in enumerate(abroad):
        while abroad[first][0] < day - NEAR:
            first += 1
        for _, before in abroad[first:at]:
            note(meeting, before, Reason.JOURNEY, found)


def of_months(meetings: Sequence[Meeting], found: Found) -> None:
    """Note the meetings of two countries in the same month."""
    by_month: dict[str, list[MeetingId]] = defaultdict(list)
    for meeting in meetings:
        if meeting.date and len(meeting.date) >= MONTH:
            by_month[meeting.date[:MONTH]].append(meeting.id)
    for some in by_month.values():
        for at, each in enumerate(some):
            for before in some[max(0, at - MOST) : at]:
                note(each, before, Reason.MONTH, found)


def of_topics(meetings: Sequence[Meeting], found: Found) -> None:
    """Note for each meeting of two countries the one before that was on one of its topics."""
    topics = [frozenset(meeting.topics) for meeting in meetings]
    for at, meeting in enumerate(meetings):
        for before in range(at - 1, max(-1, at - 1 - FARTHEST), -1) if topics[at] else ():
            if not topics[at].isdisjoint(topics[before]):
                note(meeting.id, meetings[before].id, Reason.TOPIC, found)
                break


def note(one: MeetingId, other: MeetingId, reason: Reason, found: Found) -> None:
    """Note that two meetings belong together; the first reason that is found stays."""
    found[one].setdefault(other, reason)
    found[other].setdefault(one, reason)


@cache
def day_number(date: PartialDate) -> int:
    """The number of a day, to count the days between two."""
    return dt.date.fromisoformat(date).toordinal()
