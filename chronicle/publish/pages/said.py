"""What was said at a meeting, side by side, each statement with what it rests on."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from chronicle.evidence import holding
from chronicle.model import Evidence, Meeting, Statement
from chronicle.publish.page import Link
from chronicle.publish.pages.notes import Anchors, Note, notes
from chronicle.publish.pages.tellings import Tellings
from chronicle.publish.views import Views


class Said(NamedTuple):
    """One statement."""

    manner: str
    topics: tuple[Link, ...]
    quoted: bool
    notes: tuple[Note, ...]


class Voice(NamedTuple):
    """One who speaks at a meeting, with what they said."""

    speaker: Link  # no text where the side speaks as a whole
    said: Sequence[Said]


class Side(NamedTuple):
    """What one side said, or all of them together."""

    parties: tuple[Link, ...]
    voices: tuple[Voice, ...]


def sides(meeting: Meeting, views: Views, anchors: Anchors) -> tuple[Side, ...]:
    """What each side said, in the order of the parties; what several said together comes last."""
    shared = of_two(meeting) if meeting.statements else frozenset()
    officials = {
        a.name: views.officials[a.official] for a in meeting.attendees if a.name.casefold() not in shared
    }
    told = statement_notes(meeting)
    heard: dict[tuple[str, ...], dict[Link, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for statement in meeting.statements:
        name = statement.speaker or ""
        said = Said(
            statement.manner.value,
            views.topic_links(statement.topics),
            statement.quoted,
            notes(told[key_of(statement)], anchors=anchors),
        )
        heard[statement.sides][officials.get(name, Link("", name))].append(said)
    order = [(party,) for party in meeting.parties]
    rest = sorted(heard.keys() - set(order), key=lambda some: (len(some) > 1, some))
    return tuple(
        [
            Side(
                tuple([views.party(party) for party in parties]),
                tuple([Voice(*voice) for voice in sorted(heard[parties].items(), key=is_named)]),
            )
            for parties in [*order, *rest]
            if parties in heard
        ]
    )


def names_told(meeting: Meeting) -> list[Mapping[str, str]]:
    """For each entry its spellings, in small letters, with the names shown; "" for a name that two bear."""
    spelt = Tellings(meeting)
    told: list[Mapping[str, str]] = []
    for place, entry in enumerate(meeting.entries):
        names: dict[str, str] = {}
        for a in meeting.attendees if entry.statements else ():
            spelling = (spelt.of(a, "name", place) or "").casefold()
            names[spelling] = "" if spelling in names else a.name
        told.append(names)
    return told


def of_two(meeting: Meeting) -> frozenset[str]:
    """Names, in small letters, that two who took part bear, by the page or by one report."""
    shown = Counter(attendee.name.casefold() for attendee in meeting.attendees)
    spelt = [name for names in names_told(meeting) for name, whose in names.items() if not whose]
    return frozenset([*spelt, *[name for name, times in shown.items() if times > 1]])


def is_named(voice: tuple[Link, list[Said]]) -> bool:
    """Whether somebody speaks by name; what a side says as a whole comes first."""
    return bool(voice[0].text)


def statement_notes(meeting: Meeting) -> Mapping[tuple[object, ...], Sequence[Evidence]]:
    """What the statements rest on, by what makes those of several reports one."""
    told: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for entry, names in zip(meeting.entries, names_told(meeting), strict=True):
        held = holding(entry) if entry.statements else {}
        for number, statement in enumerate(entry.statements):
            speaker = statement.speaker
            name = (names.get(speaker.casefold()) or speaker) if speaker else None
            shown = replace(statement, speaker=name)
            fields = ("speaker", "sides", "manner")
            grounds = [held.get(f"statements[{number}].{field}") for field in fields]
            told[key_of(shown)] += [ground for ground in grounds[:2] if ground] or [
                g for g in grounds[2:] if g
            ]
    return told


def key_of(statement: Statement) -> tuple[object, ...]:
    """What makes two statements one: who, and in what manner."""
    return statement.speaker, statement.sides, statement.manner, statement.quoted
