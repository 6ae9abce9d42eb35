"""Meetings, officials and countries, linked both ways."""

from collections import defaultdict
from collections.abc import Sequence
from types import MappingProxyType

from chronicle.lexicon.states import is_code
from chronicle.model import (
    UNDECIDED,
    Attendee,
    Chronicle,
    CountryCode,
    Entry,
    Meeting,
    MeetingId,
    Official,
    OfficialId,
    Registry,
)
from chronicle.resolve.meetings import meeting_of
from chronicle.resolve.offices import seen_in_office
from chronicle.resolve.people import People


def assemble(
    groups: Sequence[tuple[Entry, ...]], people: People, registry: Registry = UNDECIDED
) -> Chronicle:
    """The chronicle of encounters, each told by a group of entries."""
    meetings = tuple(
        sorted((meeting_of(group, people) for group in groups), key=lambda m: (m.date or "", m.id))
    )
    of_official: dict[OfficialId, list[tuple[Meeting, Attendee]]] = defaultdict(list)
    of_country: dict[CountryCode, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        for attendee in meeting.attendees:
            of_official[attendee.official].append((meeting, attendee))
        for code in countries_of(meeting):
            of_country[code].append(meeting)
    offices, tenures = seen_in_office(meetings)
    registered = {each.id: each for each in registry.officials}
    officials = {}
    for official in sorted(of_official):
        of_meeting, appearances = zip(*of_official[official], strict=True)
        names = people.names[official], people.spellings[official]
        officials[official] = Official(
            official, *names, of_meeting, appearances, tenures[official], registered.get(official)
        )
    return Chronicle(
        meetings=meetings,
        officials=MappingProxyType(officials),
        meetings_of_country=MappingProxyType({code: tuple(of_country[code]) for code in sorted(of_country)}),
        redirects=MappingProxyType(
            {MeetingId(entry.id): meeting.id for meeting in meetings for entry in meeting.entries[1:]}
        ),
        offices=MappingProxyType(offices),
        official_redirects=people.redirects,
    )


def countries_of(meeting: Meeting) -> tuple[CountryCode, ...]:
    """The countries on whose pages a meeting stands: those that took part, and those of its people."""
    codes = [CountryCode(party) for party in meeting.parties if is_code(party)]
    codes += [attendee.country for attendee in meeting.attendees if attendee.country]
    return tuple(dict.fromkeys(codes))
