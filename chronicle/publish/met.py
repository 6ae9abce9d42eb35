"""Whom an official met most often: as a list, and drawn by side."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from chronicle.model import Attendee, Kind, Meeting, Official, OfficialId, Status
from chronicle.publish.charts.fan import NO_FAN, Fan, fan
from chronicle.publish.groups import side_of
from chronicle.publish.page import Count
from chronicle.publish.together import url_together
from chronicle.publish.views import Views

FEWEST_DRAWN, MOST_MET = 5, 16
OFTEN = 2  # meetings with one at least: else there is nothing that a drawing shows better than a list


class Met(NamedTuple):
    """One whom an official met."""

    side: str  # for whom they acted when the two last met
    beside: Count  # leads to the meetings of the two, or else to their own page


def most_met(official: Official, views: Views) -> tuple[Met, ...]:
    """Those of other sides whom an official met most often."""
    met: dict[OfficialId, list[Meeting]] = defaultdict(list)
    sides: dict[OfficialId, str] = {}
    for meeting, own in zip(official.meetings, official.appearances, strict=True):
        if meeting.status is Status.HELD:
            for other in met_at(meeting, own):
                met[other.official].append(meeting)
                sides[other.official] = side_of(other)
    best = sorted(met.items(), key=lambda each: (-len(each[1]), each[0]))[:MOST_MET]
    return tuple([Met(sides[other], beside(official.id, other, held, views)) for other, held in best])


def met_at(meeting: Meeting, own: Attendee) -> list[Attendee]:
    """Those of other sides. Where credentials are presented guests meet the host only, not one another."""
    others = [other for other in meeting.attendees if side_of(other) not in ("", side_of(own))]
    host = meeting.country or ""
    hosted = meeting.kind is Kind.CREDENTIALS and host in map(side_of, meeting.attendees)
    if not hosted or side_of(own) == host:
        return others
    return [other for other in others if side_of(other) == host]


def beside(own: OfficialId, other: OfficialId, held: Sequence[Meeting], views: Views) -> Count:
    """Another official's name with the number of the meetings of the two."""
    url, name = views.officials[other]
    return Count(url_together(own, other, held, views) or url, name, len(held))


def drawn(some: Sequence[Met], views: Views) -> Fan:
    """The same by side; nothing where they are too few to be drawn."""
    if len(some) < FEWEST_DRAWN or some[0].beside.meetings < OFTEN:
        return NO_FAN
    sides = dict.fromkeys([each.side for each in some])
    return fan(
        [(views.party(side).text, [each.beside for each in some if each.side == side]) for side in sides]
    )
