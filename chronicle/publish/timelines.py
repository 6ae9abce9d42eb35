"""What pages of offices, countries and officials show of offices over the years, and of those met.

What is drawn are the days of the first and the last meeting that a report tells of, not terms of office.
"""

from collections import Counter
from collections.abc import Sequence

from chronicle.model import Attendee, Kind, Meeting, Office, Official, OfficialId, PartialDate, Status, Tenure
from chronicle.publish.charts.fan import NO_FAN, Fan, fan
from chronicle.publish.charts.timeline import NO_TIMELINE, Lasted, Timeline, timeline
from chronicle.publish.page import Count, Link
from chronicle.publish.tenures import years_of
from chronicle.publish.views import NOBODY, Views

FEWEST_LANES = 2  # one alone shows nothing that its years don't tell
MOST_LANES = 24
MOST_OFFICES = 8  # of a country
FEWEST_MET, MOST_MET = 5, 16
OFTEN = 2  # meetings with one at least: else there is nothing that a drawing shows better than a list


def of_office(office: Office, views: Views) -> Timeline:
    """Who was seen in an office, the latest first, a lane each; where there are many, the latest of them."""
    dated = [tenure for tenure in office.tenures if tenure.first]
    return lanes([(views.officials[tenure.official], [tenure]) for tenure in reversed(dated)], views)


def of_career(official: Official, views: Views) -> Timeline:
    """The offices in which an official was seen, the latest first, a lane each."""
    dated = [tenure for tenure in official.tenures if tenure.first and tenure.role]
    return lanes([(views.office(tenure.office, tenure.role), [tenure]) for tenure in dated], views)


def of_country(offices: Sequence[Office], views: Views) -> Timeline:
    """The offices of a country that one alone holds at a time, those with most meetings: a lane each."""
    single = [office for office in offices if office.single]
    single.sort(key=lambda office: (-len(office.meetings), office.id))
    dated = [(office, [each for each in office.tenures if each.first]) for office in single[:MOST_OFFICES]]
    made = [
        (views.office(office.id, office.name[:1].upper() + office.name[1:]), some)
        for office, some in dated
        if some
    ]
    return lanes(made, views, named=True)


def lanes(some: Sequence[tuple[Link, Sequence[Tenure]]], views: Views, *, named: bool = False) -> Timeline:
    """A timeline of tenures that have a day; `named`: with the name of each holder."""
    if len(some) < FEWEST_LANES:
        return NO_TIMELINE
    return timeline(
        [
            (link, [lasted(each, views, named=named) for each in tenures])
            for link, tenures in some[:MOST_LANES]
        ]
    )


def lasted(tenure: Tenure, views: Views, *, named: bool) -> Lasted:
    """A tenure to be drawn."""
    first = tenure.first or PartialDate("")
    who = views.officials[tenure.official] if named else NOBODY
    return Lasted(who, years_of(tenure), first, tenure.last or first)


def around(official: Official, views: Views) -> Fan:
    """Whom an official met most often, by side; nothing where these are too few to be drawn."""
    met: Counter[tuple[str, OfficialId]] = Counter()
    for meeting, own in zip(official.meetings, official.appearances, strict=True):
        if meeting.status is Status.HELD:
            met.update({(side_of(other), other.official) for other in met_at(meeting, own)})
    best = sorted(met.items(), key=lambda item: (-item[1], item[0]))[:MOST_MET]
    if len(best) < FEWEST_MET or best[0][1] < OFTEN:
        return NO_FAN
    sides = dict.fromkeys(side for (side, _), _ in best)
    return fan(
        [
            (
                views.party(side).text,
                [
                    Count(pair_url(official.id, other, views), views.officials[other].text, number)
                    for (of, other), number in best
                    if of == side
                ],
            )
            for side in sides
        ]
    )


def met_at(meeting: Meeting, own: Attendee) -> list[Attendee]:
    """Those of other sides. Where credentials are presented guests meet the host only, not one another."""
    others = [other for other in meeting.attendees if side_of(other) not in ("", side_of(own))]
    host = meeting.country or ""
    hosted = host in map(side_of, meeting.attendees) and meeting.kind is Kind.CREDENTIALS
    if not hosted or side_of(own) == host:
        return others
    return [other for other in others if side_of(other) == host]


def side_of(attendee: Attendee) -> str:
    """For whom somebody acts; "" where that isn't known."""
    return attendee.country or attendee.organisation or ""


def pair_url(one: OfficialId, other: OfficialId, views: Views) -> str:
    """The page of two officials, or where they have none, of the other."""
    pair = views.linked.official_pairs.get((one, other) if one < other else (other, one))
    return pair.url if pair else views.officials[other].url
