"""Encounter → entry: the fields, and for each what it rests on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from chronicle.ingest.cast import Person
from chronicle.ingest.contents import Contents
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.holders import RULES as HOLDERS
from chronicle.ingest.occasion import documents_of, occasion_of
from chronicle.ingest.origin import Origin
from chronicle.ingest.roles import is_envoy
from chronicle.ingest.statements import Heard
from chronicle.ingest.statements import evidence_of as evidence_of_statement
from chronicle.ingest.text import Text
from chronicle.ingest.title import id_of, title_of
from chronicle.ingest.topics import evidence_of_topics
from chronicle.ingest.when import Day
from chronicle.ingest.where import Place
from chronicle.lexicon import Lexicon
from chronicle.model import (
    Basis,
    CountryCode,
    Entry,
    Evidence,
    Kind,
    Mention,
    Participant,
    Statement,
    Status,
)

CONCLUDED = frozenset(rule.__name__ for rule in HOLDERS)  # rules that give an office to somebody
MARKUP = re.compile(r"[\\`*_\[\]<>#|~]")
MARKER = re.compile(r"(?:[-+]|\d+[.)]|=+)(?=\s|$)")  # of a list or a heading, where a line begins with it


@dataclass(frozen=True, slots=True)
class Facts:
    """What an entry is made of, each with its evidence."""

    day: Day | None
    place: Place
    people: tuple[Person, ...]
    papers: tuple[tuple[str, Evidence], ...]
    contents: Contents
    occasion: tuple[str, Evidence] | None


def entry_of(
    encounter: Encounter,
    day: Day | None,
    *,
    text: Text,
    place: Place,
    contents: Contents,
    came_from: Origin,
    words: Lexicon,
    doubts: Sequence[tuple[str, str]],
    body: str,
    first: bool,
) -> Entry:
    """The draft of an entry; `first` where it is the article's first encounter (documents go there)."""
    facts = facts_of(encounter, day, text, place, contents, first=first)
    papers, occasion = facts.papers, facts.occasion
    participants = tuple(participant_of(person, encounter, words) for person in facts.people)
    parties = parties_of(facts.people, encounter)
    date = day.first if day else None
    return Entry(
        id=id_of(date, participants, parties, words),
        title=title_of(encounter.kind, encounter.status, participants, parties, words, host=place.country),
        date=date,
        end_date=day.last if day else None,
        kind=encounter.kind,
        status=encounter.status,
        city=place.city,
        country=place.country,
        participants=participants,
        parties=parties,
        documents=tuple(paper for paper, _ in papers),
        occasion=occasion[0] if occasion else None,
        topics=tuple(topic for topic, _ in contents.topics),
        statements=tuple(statement_of(heard, contents, parties) for heard in contents.heard),
        sources=(came_from.source,),
        review=tuple(reason for _, reason in doubts),
        evidence=MappingProxyType({**evidence_of(encounter, facts, text, words), **came_from.evidence}),
        body=body,
    )


def facts_of(
    encounter: Encounter, day: Day | None, text: Text, place: Place, contents: Contents, *, first: bool
) -> Facts:
    """What the article tells of the encounter beside its people; hosts are put first among these."""
    return Facts(
        day,
        place,
        people=tuple(sorted(encounter.people, key=lambda p: p.side is None or p.side.value != place.country)),
        papers=documents_of(text) if first and encounter.status is Status.HELD else (),
        contents=contents,
        occasion=occasion_of(encounter, text),
    )


def statement_of(heard: Heard, contents: Contents, parties: tuple[str, ...]) -> Statement:
    """A statement as entries have it; its topics are among the entry's, and in their order."""
    speaker, about = heard.speaker, {word.topic for word in heard.about}
    return Statement(
        heard.manner,
        speaker.person.name if speaker.person is not None else None,
        speaker.sides if speaker.person is not None or speaker.sides else parties,
        tuple(topic for topic, _ in contents.topics if topic in about),
        heard.quoted,
    )


def evidence_of(encounter: Encounter, facts: Facts, text: Text, words: Lexicon) -> dict[str, Evidence]:
    """What each field rests on, by field."""
    evidence = field_evidence(encounter, facts.day, facts.place, text)
    for number, person in enumerate(facts.people):
        evidence |= person_evidence(number, person, text, words)
    evidence |= evidence_of_topics(facts.contents.topics)
    for number, heard in enumerate(facts.contents.heard):
        evidence |= evidence_of_statement(number, heard)
    evidence |= {f"documents[{number}]": e for number, (_, e) in enumerate(facts.papers)}
    return evidence | ({"occasion": facts.occasion[1]} if facts.occasion else {})


def participant_of(person: Person, encounter: Encounter, words: Lexicon) -> Participant:
    """The person as the article has it; an envoy among envoys is an ambassador."""
    side = person.side.value if person.side is not None else None
    country = CountryCode(side) if side is not None and side in words.countries else None
    role = person.role.value if person.role is not None else None
    if role is None and encounter.kind is Kind.CREDENTIALS and not with_an_envoy(side, encounter, words):
        role = words.of_an_envoy
    if role is not None and role.lower() in words.relational:
        role = next(
            (
                p.role.value
                for p in encounter.people
                if p.role and p.role.value.lower() not in words.relational
            ),
            None,
        )
        role = words.counterparts.get((role or "").lower(), role)
    rank = person.rank.value if person.rank is not None else None
    return Participant(person.name, role, rank, country, side if country is None else None)


def with_an_envoy(side: str | None, encounter: Encounter, words: Lexicon) -> bool:
    """As in "His wife, Ann Hart, came with the ambassador": whether the side's envoy is another."""
    return any(
        p.side is not None and p.side.value == side and p.role is not None and is_envoy(p.role.value, words)
        for p in encounter.people
    )


def parties_of(people: Sequence[Person], encounter: Encounter) -> tuple[str, ...]:
    """Whom the participants act for, in their order, then the sides of which nobody is named."""
    named = [p.side.value for p in people if p.side is not None]
    return tuple(dict.fromkeys([*named, *(m.value for m in encounter.unnamed)]))


def field_evidence(encounter: Encounter, day: Day | None, place: Place, text: Text) -> dict[str, Evidence]:
    """Evidence for date, place, kind, status and parties."""
    scene = encounter.scenes[0]
    act = quoted(text, encounter.act) if encounter.act else None
    evidence = {
        "kind": Evidence(Basis.STATED, act, "act_of_meeting")
        if act
        else Evidence(Basis.INFERRED, None, "sides_told_together")
    }
    sign = scene.signs.get(encounter.status.value)
    evidence["status"] = (
        Evidence(Basis.STATED, quoted(text, sign), "sign_of_telling")
        if sign
        else Evidence(Basis.INFERRED, act, f"told_as_{encounter.status.value}")
    )
    if day is not None:
        evidence["date"] = Evidence(day.basis, quoted(text, day.mention) if day.mention else None, day.rule)
        if day.last:
            evidence["end_date"] = evidence["date"]
    if place.city_evidence:
        evidence["city"] = place.city_evidence
    if place.country_evidence:
        evidence["country"] = place.country_evidence
    sides = [quoted(text, m) for m in encounter.unnamed]
    evidence["parties"] = Evidence(Basis.INFERRED, sides[0] if sides else None, "sides_of_the_participants")
    return evidence


def person_evidence(number: int, person: Person, text: Text, words: Lexicon) -> dict[str, Evidence]:
    """Evidence for the fields of one participant."""
    key = f"participants[{number}]"
    naming = max(person.namings, key=lambda n: n.person.value == person.name)  # "Karima" of "Sheikh Karima"
    evidence = {f"{key}.name": Evidence(Basis.STATED, quoted(text, naming.person), naming.person.rule)}
    if person.role is not None:
        # "his French counterpart" names no office, and "the minister" further down nobody: that is concluded.
        concluded = person.role.value.lower() in words.relational or person.role.rule in CONCLUDED
        basis = Basis.INFERRED if concluded else Basis.STATED
        evidence[f"{key}.role"] = Evidence(basis, quoted(text, person.role), person.role.rule)
    if person.rank is not None:
        evidence[f"{key}.rank"] = Evidence(Basis.STATED, quoted(text, person.rank), person.rank.rule)
    if person.side is not None:
        field = "country" if CountryCode(person.side.value) in words.countries else "organisation"
        basis = Basis.INFERRED if person.inferred else Basis.STATED
        evidence[f"{key}.{field}"] = Evidence(
            basis, quoted(text, person.side), person.inferred or person.side.rule
        )
    return evidence


def quoted(text: Text, mention: Mention) -> str:
    """The article's own words."""
    return text.body[mention.span.start : mention.span.stop]


def markdown(body: str) -> str:
    """The body as Markdown that shows it as it was."""
    shown = MARKUP.sub(r"\\\g<0>", "\n".join(map(str.strip, body.splitlines()))).strip()
    return "\n".join(map(unmarked, shown.split("\n"))) + "\n"


def unmarked(line: str) -> str:
    """The line, with a backslash in a marker at its beginning: before a sign, behind a number."""
    marker = MARKER.match(line)
    if marker is None:
        return line
    at = marker.end() - 1 if line[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"
