"""Meetings, officials and countries, linked both ways."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

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
    Statement,
)
from chronicle.resolve.people import People

T = TypeVar("T")


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
    registered = {each.id: each for each in registry.officials}
    officials = {}
    for official in sorted(of_official):
        of_meeting, appearances = zip(*of_official[official], strict=True)
        names = people.names[official], people.spellings[official]
        officials[official] = Official(
            official, *names, of_meeting, appearances, registered=registered.get(official)
        )
    return Chronicle(
        meetings=meetings,
        officials=MappingProxyType(officials),
        meetings_of_country=MappingProxyType({code: tuple(of_country[code]) for code in sorted(of_country)}),
        redirects=MappingProxyType(
            {MeetingId(entry.id): meeting.id for meeting in meetings for entry in meeting.entries[1:]}
        ),
        official_redirects=people.redirects,
    )


def countries_of(meeting: Meeting) -> tuple[CountryCode, ...]:
    """The countries on whose pages a meeting stands: those that took part, and those of its people."""
    codes = [CountryCode(party) for party in meeting.parties if is_code(party)]
    codes += [attendee.country for attendee in meeting.attendees if attendee.country]
    return tuple(dict.fromkeys(codes))


def is_code(party: str) -> bool:
    """Whether a party is a country; organisations have longer names, but for the EU and the UN."""
    return len(party) == 2 and party.isupper() and party not in ("EU", "UN")


def meeting_of(group: tuple[Entry, ...], people: People) -> Meeting:
    """One meeting of the entries that tell of it; what the first leaves out, the others add."""
    first = group[0]
    placed = max(group, key=lambda entry: (entry.city is not None) + (entry.country is not None))
    return Meeting(
        id=MeetingId(first.id),
        entries=group,
        title=first.title,
        date=first.date,
        end_date=first_told([entry.end_date for entry in group]),
        kind=first.kind,
        status=first.status,
        city=placed.city,
        country=placed.country,
        attendees=attendees_of(group, people),
        parties=union([parties_of(entry) for entry in group]),
        documents=union([entry.documents for entry in group]),
        occasion=first_told([entry.occasion for entry in group]),
        topics=union([entry.topics for entry in group]),
        statements=statements_of(group, people),
        sources=union([entry.sources for entry in group]),
        review=union([entry.review for entry in group]),
    )


def parties_of(entry: Entry) -> tuple[str, ...]:
    """Who took part: as the entry says, else whom its participants act for."""
    sides = [p.country or p.organisation for p in entry.participants]
    return entry.parties or tuple(dict.fromkeys(side for side in sides if side))


def attendees_of(group: tuple[Entry, ...], people: People) -> tuple[Attendee, ...]:
    """Each official once, in the part that the first entry to name them tells."""
    attendees: dict[OfficialId, Attendee] = {}
    for entry in group:
        for p in entry.participants:
            official = people.official_of(entry, p)
            if official not in attendees:
                name = people.names[official]
                attendees[official] = Attendee(
                    official, name, p.name, p.role, p.rank, p.country, p.organisation
                )
    return tuple(attendees.values())


def statements_of(group: Sequence[Entry], people: People) -> tuple[Statement, ...]:
    """Who said what, by all entries: what one side said in one manner is one statement, on all its topics."""
    kept: dict[tuple[object, ...], Statement] = {}
    for entry in group:
        for statement in as_shown(entry, people):
            key = (statement.speaker, statement.sides, statement.manner, statement.quoted)
            known = kept.get(key)
            topics = union([known.topics, statement.topics]) if known else statement.topics
            kept[key] = replace(statement, topics=topics)
    return tuple(kept.values())


def as_shown(entry: Entry, people: People) -> Iterator[Statement]:
    """An entry's statements, their speakers by the names that the chronicle shows."""
    names = (
        {p.name: people.names[people.official_of(entry, p)] for p in entry.participants}
        if entry.statements
        else {}
    )
    for statement in entry.statements:
        name = names.get(statement.speaker, statement.speaker) if statement.speaker else None
        yield replace(statement, speaker=name)


def first_told(values: Sequence[T | None]) -> T | None:
    """The first value that there is."""
    return next((value for value in values if value), None) if len(values) > 1 else values[0]


def union(lists: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """All that stands in some lists, once each, in order of appearance."""
    if len(lists) == 1 and len(lists[0]) <= 1:  # nearly all
        return lists[0]
    return tuple(dict.fromkeys(chain.from_iterable(lists)))
