"""Meetings, officials and countries, linked both ways."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from types import MappingProxyType

from chronicle.model import Attendee, Chronicle, CountryCode, Entry, Meeting, MeetingId, Official, OfficialId
from chronicle.resolve.people import People


def assemble(groups: Sequence[tuple[Entry, ...]], people: People) -> Chronicle:
    """The chronicle of encounters, each told by a group of entries."""
    meetings = tuple(sorted((meeting_of(group, people) for group in groups), key=lambda m: (m.date or "", m.id)))
    of_official: dict[OfficialId, list[Meeting]] = defaultdict(list)
    of_country: dict[CountryCode, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        for official in dict.fromkeys(attendee.official for attendee in meeting.attendees):
            of_official[official].append(meeting)
        for code in countries_of(meeting):
            of_country[code].append(meeting)
    officials = {
        official: Official(official, people.names[official], people.spellings[official], tuple(of_official[official]))
        for official in sorted(of_official)
    }
    return Chronicle(
        meetings=meetings,
        officials=MappingProxyType(officials),
        meetings_of_country=MappingProxyType({code: tuple(of_country[code]) for code in sorted(of_country)}),
        redirects=MappingProxyType(
            {MeetingId(entry.id): meeting.id for meeting in meetings for entry in meeting.entries[1:]}
        ),
    )


def countries_of(meeting: Meeting) -> tuple[CountryCode, ...]:
    """The countries on whose pages a meeting stands: those that took part, and those of its people."""
    codes = [CountryCode(party) for party in meeting.parties if is_code(party)]
    codes += [attendee.country for attendee in meeting.attendees if attendee.country]
    return tuple(dict.fromkeys(codes))


def is_code(party: str) -> bool:
    """Whether a party is a country; organisations have longer names, but for the EU and the UN."""
    return len(party) == 2 and party.isupper() and party not in ("EU", "UN")  # noqa: PLR2004


def meeting_of(group: tuple[Entry, ...], people: People) -> Meeting:
    """One meeting of the entries that tell of it; what the first leaves out, the others add."""
    first = group[0]
    attendees: dict[OfficialId, Attendee] = {}
    for participant in chain.from_iterable(entry.participants for entry in group):
        official = people.official_of(participant)
        if official not in attendees:
            attendees[official] = Attendee(
                official,
                people.names[official],
                participant.role,
                participant.rank,
                participant.country,
                participant.organisation,
            )
    return Meeting(
        id=MeetingId(first.id),
        entries=group,
        title=first.title,
        date=first.date,
        end_date=next((entry.end_date for entry in group if entry.end_date), None),
        kind=first.kind,
        status=first.status,
        city=next((entry.city for entry in group if entry.city), None),
        country=next((entry.country for entry in group if entry.country), None),
        attendees=tuple(attendees.values()),
        parties=union(entry.parties for entry in group),
        documents=union(entry.documents for entry in group),
        occasion=next((entry.occasion for entry in group if entry.occasion), None),
        topics=union(entry.topics for entry in group),
        sources=tuple(dict.fromkeys(chain.from_iterable(entry.sources for entry in group))),
        review=union(entry.review for entry in group),
    )


def union(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """All that stands in some lists, once each, in order of appearance."""
    return tuple(dict.fromkeys(chain.from_iterable(lists)))
