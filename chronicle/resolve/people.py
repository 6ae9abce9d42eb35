"""Who is who: every participant of every entry to an official.

Names are compared part by part, with office, time and side (`features`, `match`); full names are joined
first (`clusters`), then surnames and initials find whom they are told of (`surnames`). What a person decided
(`Registry`) comes before any comparison. What isn't sure is not joined: `likely_people` suggests it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import NamedTuple

from chronicle.model import UNDECIDED, Entry, OfficialId, Participant, Registry, Suggestion
from chronicle.resolve.across import across_sides
from chronicle.resolve.careers import careers_of
from chronicle.resolve.clusters import clusters_of
from chronicle.resolve.match import Match, score_of
from chronicle.resolve.names import name_words
from chronicle.resolve.namings import Naming, namings_of, order_of
from chronicle.resolve.pinned import Pinned, pinned
from chronicle.resolve.surnames import spelt_in_two_ways, with_surnames
from chronicle.slug import slug

LETTERS = re.compile(r"[^\W\d_]+")
SHORT = 2  # letters in capitals that are initials


@dataclass(frozen=True, slots=True)
class People:
    """The officials behind the participants: who each is, and how each is spelt."""

    ids: Mapping[Participant, OfficialId]
    names: Mapping[OfficialId, str]  # the spelling that is shown
    spellings: Mapping[OfficialId, tuple[str, ...]]
    apart: Mapping[str, Mapping[Participant, OfficialId]] = field(default_factory=dict)
    """By id of entry, those who aren't whom `ids` says; few entries have any."""
    redirects: Mapping[OfficialId, OfficialId] = field(default_factory=dict)
    """Addresses of officials that are another's now."""

    def official_of(self, entry: Entry, participant: Participant) -> OfficialId:
        """The official whom a participant of an entry is."""
        apart = self.apart.get(entry.id)
        return (apart and apart.get(participant)) or self.ids[participant]


class Grouped(NamedTuple):
    """Namings by whom they are of, and which of these people may be one."""

    people: tuple[tuple[Naming, ...], ...]
    likely: tuple[tuple[int, int, Match], ...]  # by place in `people`
    alone: range  # the places of those of whom no full name is known


def identify(entries: Sequence[Entry], registry: Registry = UNDECIDED) -> People:
    """The officials of some entries; what people decided comes before any rule."""
    decided = pinned(registry)
    people = grouped(entries, decided).people
    spellings = [spellings_of(person) for person in people]
    names = names_of(people, spellings, registry)
    ids = addresses(people, names, decided.taken)
    ids_of, apart = by_participant(people, ids)
    in_order = sorted(range(len(people)), key=lambda number: ids[number])
    return People(
        ids=ids_of,
        names={ids[number]: names[number] for number in in_order},
        spellings={ids[n]: tuple(sorted({*spellings[n], names[n]})) for n in in_order},
        apart=apart,
        redirects={old: new for old, new in sorted(decided.redirects.items()) if new in {*ids} - {old}},
    )


def names_of(
    people: Sequence[Sequence[Naming]], spellings: Sequence[Counter[str]], registry: Registry
) -> list[str]:
    """How each of some people is shown: as the registry says, else by the name that reports use most."""
    given = {record.id: record.name for record in registry.officials}
    return [
        given.get(registered_as(person) or OfficialId("")) or shown_name(some)
        for person, some in zip(people, spellings, strict=True)
    ]


def by_participant(
    people: Sequence[Sequence[Naming]], ids: Sequence[OfficialId]
) -> tuple[dict[Participant, OfficialId], dict[str, dict[Participant, OfficialId]]]:
    """Who each participant is mostly, and in which entries it is another: few are ever two people's."""
    told: dict[int, dict[OfficialId, int]] = {}
    objects: dict[int, Participant] = {}
    for official, person in zip(ids, people, strict=True):
        for naming in person:
            for _, _, participant in naming.mentions:  # equal participants are one object
                times = told.setdefault(id(participant), {})
                times[official] = times.get(official, 0) + 1
                objects[id(participant)] = participant
    mostly = {number: min(times, key=lambda one: (-times[one], one)) for number, times in told.items()}
    shared = {number for number, times in told.items() if len(times) > 1}
    apart: dict[str, dict[Participant, OfficialId]] = defaultdict(dict)
    for official, person in zip(ids, people, strict=True) if shared else ():
        for entry, _, participant in chain.from_iterable(naming.mentions for naming in person):
            if id(participant) in shared and mostly[id(participant)] != official:
                apart[entry][participant] = official
    return {objects[number]: official for number, official in mostly.items()}, dict(apart)


def likely_people(entries: Sequence[Entry], registry: Registry = UNDECIDED) -> tuple[Suggestion, ...]:
    """Who may be one person with whom, the likeliest first, with the reasons; of two, who is named more."""
    decided = pinned(registry)
    people, likely, alone = grouped(entries, decided)
    names = names_of(people, [spellings_of(person) for person in people], registry)
    ids = addresses(people, names, decided.taken)
    times = [sum(len(naming.mentions) for naming in person) for person in people]
    found: dict[tuple[OfficialId, OfficialId], Match] = {}
    for one, other, verdict in (*likely, *spelt_in_two_ways(people, alone), *across_sides(people)):
        if frozenset((ids[one], ids[other])) in decided.apart:
            continue
        first, second = sorted((one, other), key=lambda number: (-times[number], ids[number]))
        pair = ids[first], ids[second]
        if pair not in found or verdict.points > found[pair].points:
            found[pair] = verdict
    return tuple(
        Suggestion("officials", one, other, score_of(verdict.points), verdict.reasons)
        for (one, other), verdict in sorted(found.items(), key=lambda item: (-item[1].points, item[0]))
    )


def grouped(entries: Sequence[Entry], decided: Pinned) -> Grouped:
    """The people of some entries; the registered ones have their registered namings first."""
    namings = namings_of(entries, decided)
    careers = careers_of(namings)
    full = [each for each in namings if each.registered or not each.name.is_weak]
    weak = [each for each in namings if not each.registered and each.name.is_weak]
    clusters, likely = clusters_of(full, careers, decided.apart)
    people, of_surnames = with_surnames(clusters, weak, careers)
    alone = range(len(clusters), len(people))
    return Grouped(tuple(map(tuple, people)), (*likely, *of_surnames), alone)


def registered_as(person: Sequence[Naming]) -> OfficialId | None:
    """The registered official whom some namings are of; no two are joined."""
    return next((naming.registered for naming in person if naming.registered), None)


def spellings_of(person: Sequence[Naming]) -> Counter[str]:
    """How often each spelling of a name was used."""
    return Counter(mention.participant.name for naming in person for mention in naming.mentions)


def shown_name(spellings: Counter[str]) -> str:
    """The spelling used most, of those with two words written out; of equals the one most like all.

    A surname in capitals ("AKIBA Takeo") is shown where nobody writes it otherwise.
    """

    def rank(name: str) -> tuple[int, bool, int, float, int, str]:
        words = name_words(name)
        written_out = sum(len(word) > 1 for word in words)
        alike = sum(shared(words, name_words(other)) for other in spellings) if len(spellings) > 1 else 0
        return (-min(written_out, 2), is_loud(name), -spellings[name], -round(alike, 6), len(name), name)

    return min(spellings, key=rank)


def is_loud(name: str) -> bool:
    """Whether a word of a name stands in capitals."""
    return any(len(word) > SHORT and word.isupper() for word in LETTERS.findall(name))


def shared(one: Sequence[str], other: Sequence[str]) -> float:
    """Which part of the words of two names both have."""
    return len({*one} & {*other}) / max(1, len({*one} | {*other}))


def addresses(
    people: Sequence[Sequence[Naming]], names: Sequence[str], registered: frozenset[OfficialId]
) -> list[OfficialId]:
    """An address of its own for each: as registered, or by name; of namesakes the first seen has it plain."""

    def first_seen(number: int) -> tuple[tuple[float, str, str], tuple[str, ...]]:
        return min((order_of(naming.mentions[0]), naming.key) for naming in people[number])

    taken: set[str] = {*registered}
    ids = [registered_as(person) or OfficialId("") for person in people]
    for number in sorted((n for n, known in enumerate(ids) if not known), key=first_seen):
        side = people[number][0].side
        plain = slug(names[number])
        with_side = f"{plain}-{slug(side)}" if side else plain
        numbered = (f"{with_side}-{number}" for number in count(2))
        ids[number] = OfficialId(next(a for a in chain((plain, with_side), numbered) if a not in taken))
        taken.add(ids[number])
    return ids
