"""Whom people said a participant is: the registry's word, before any rule has one.

Of several records that fit a participant the narrowest holds: one that names the entry, then one that
names the office, then one that names the side. Where two are as narrow, nobody is meant.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

from chronicle.model import Judgement, OfficialId, Participant, Registered, Registry, Verdict
from chronicle.resolve.names import name_words
from chronicle.resolve.organisations import common_name
from chronicle.resolve.titles import title_words
from chronicle.slug import folded

ANY = "*"  # the side of a record that has neither country nor organisation
Key = tuple[str, tuple[str, ...]]  # a side, and the words of a name
Pair = frozenset[OfficialId]


@dataclass(frozen=True, slots=True)
class Pinned:
    """The registry, made ready to be asked."""

    records: Mapping[Key, tuple[Registered, ...]]  # by side and words of each name
    redirects: Mapping[OfficialId, OfficialId]  # merged and former ids -> the official of today
    apart: frozenset[Pair]  # pairs of officials of today who were judged to be two
    taken: frozenset[OfficialId]  # ids that are a record's or were one's: nobody else's address
    asked: dict[Participant, tuple[OfficialId | None, Sequence[Registered]]] = field(default_factory=dict)
    """What was found for a participant: who it is wherever, and which records name entries."""

    def official_of(self, entry_id: str, participant: Participant) -> OfficialId | None:
        """The registered official whom a participant of an entry is; None where the registry doesn't say."""
        if not self.records:
            return None
        answer = self.asked.get(participant)
        if answer is None:
            fitting = self.fitting(None, participant)
            wherever = self.narrowest([record for record in fitting if not record.entries])
            answer = self.asked[participant] = wherever, [record for record in fitting if record.entries]
        wherever, in_entries = answer
        here = [record for record in in_entries if entry_id in record.entries]
        return self.narrowest(here) if here else wherever

    def narrowest(self, fitting: Sequence[Registered]) -> OfficialId | None:
        """The official of the narrowest of some records; None where that is several, or nobody."""
        most = max(map(narrowness, fitting), default=None)
        ids = {self.leads_to(record.id) for record in fitting if narrowness(record) == most}
        return ids.pop() if len(ids) == 1 else None

    def fitting(self, entry_id: str | None, participant: Participant) -> Sequence[Registered]:
        """All records that a participant of an entry fits; of whichever entry, where none is told."""
        words = words_of(participant.name)
        known = [self.records.get((side, words), ()) for side in (*sides_of(participant), ANY)]
        found = dict.fromkeys(record for some in known for record in some)
        return [record for record in found if fits(record, entry_id, participant)]

    def leads_to(self, official: OfficialId) -> OfficialId:
        """The id that leads on from an id: of the official who was joined with others, or has a new one."""
        return self.redirects.get(official, official)


def pinned(registry: Registry) -> Pinned:
    """What the registry says, by the names that it has; its records and judgements may be any."""
    redirects = redirects_of(registry)
    apart = {
        frozenset(redirects.get(official, official) for official in pair)
        for pair, (verdict, _) in judged(registry).items()
        if verdict is Verdict.DIFFERENT
    }
    known = {record.id for record in registry.officials}
    return Pinned(
        records=MappingProxyType(by_name(registry.officials)),
        redirects=MappingProxyType(redirects),
        apart=frozenset(pair for pair in apart if len(pair) > 1),
        taken=frozenset(known.union(*(record.formerly for record in registry.officials))),
    )


# ── which record fits ────────────────────────────────────────────────────────────────────────


def words_of(name: str) -> tuple[str, ...]:
    """A name's words in plain letters; a name without letters is itself."""
    return name_words(name) or (name,)


def sides_of(one: Participant | Registered) -> Iterator[str]:
    """For whom somebody acts: a country, an organisation, or both."""
    if one.country:
        yield one.country
    if one.organisation:
        yield folded(common_name(one.organisation))


def keys_of(record: Registered) -> Iterator[Key]:
    """Under what a record is looked for: each of its names on each of its sides."""
    sides = tuple(sides_of(record)) or (ANY,)
    for words in dict.fromkeys(map(words_of, (record.name, *record.spellings))):
        yield from ((side, words) for side in sides)


def by_name(records: Iterable[Registered]) -> dict[Key, tuple[Registered, ...]]:
    """The records by side and words of each of their names."""
    found: dict[Key, tuple[Registered, ...]] = {}
    for record in records:
        for key in keys_of(record):
            found[key] = (*found.get(key, ()), record)
    return found


def fits(record: Registered, entry_id: str | None, participant: Participant) -> bool:
    """Whether a record of the participant's name also means this entry (if one is told) and this office."""
    if record.entries and entry_id is not None and entry_id not in record.entries:
        return False
    return not record.roles or title_words(participant.role) in map(title_words, record.roles)


def means(record: Registered, entry_id: str, participant: Participant) -> bool:
    """Whether a record means a participant of an entry: by name, side, entry and office."""
    sides = set(sides_of(record))
    return (
        words_of(participant.name) in map(words_of, (record.name, *record.spellings))
        and (not sides or not sides.isdisjoint(sides_of(participant)))
        and fits(record, entry_id, participant)
    )


def narrowness(record: Registered) -> tuple[bool, bool, bool]:
    """What a record asks for besides a name: entry, office, side."""
    return bool(record.entries), bool(record.roles), bool(record.country or record.organisation)


class Clash(NamedTuple):
    """Two records that nothing tells apart where a name is read."""

    first: Registered
    second: Registered
    words: tuple[str, ...]  # of the name


def clashes(registry: Registry) -> Iterator[Clash]:
    """The records of two officials that fit the same participant and are as narrow as one another."""
    redirects = redirects_of(registry)
    told = set()
    for (_, words), records in by_name(registry.officials).items():
        for one, other in combinations(records, 2) if len(records) > 1 else ():
            same = redirects.get(one.id, one.id) == redirects.get(other.id, other.id)
            if not same and (one.id, other.id) not in told and overlap(one, other):
                told.add((one.id, other.id))
                yield Clash(one, other, words)


def overlap(one: Registered, other: Registered) -> bool:
    """Whether one participant can fit two records of his name, neither of them narrower than the other."""
    if narrowness(one) != narrowness(other):
        return False
    entries = not one.entries or not set(one.entries).isdisjoint(other.entries)
    roles = set(map(title_words, one.roles))
    return entries and (not roles or not roles.isdisjoint(map(title_words, other.roles)))


# ── who was joined with whom ─────────────────────────────────────────────────────────────────


def current(record_of: Mapping[OfficialId, OfficialId], judgement: Judgement) -> tuple[OfficialId, ...]:
    """The officials of a judgement by the ids that they have today."""
    return tuple(record_of.get(official, official) for official in judgement.officials)


def record_of(registry: Registry) -> dict[OfficialId, OfficialId]:
    """Former ids -> the id of the record that had them."""
    known = {record.id for record in registry.officials}
    return {
        former: record.id
        for record in registry.officials
        for former in record.formerly
        if former not in known
    }


def judged(registry: Registry) -> dict[Pair, tuple[Verdict, tuple[OfficialId, OfficialId]]]:
    """The last word on each pair of officials, in the order of the words; the first keeps its page."""
    last: dict[Pair, tuple[Verdict, tuple[OfficialId, OfficialId]]] = {}
    former = record_of(registry)
    for judgement in registry.judgements:
        officials = current(former, judgement)
        if len(set(officials)) == 2:
            one, other = officials
            last.pop(frozenset(officials), None)
            last[frozenset(officials)] = judgement.verdict, (one, other)
    return last


def redirects_of(registry: Registry) -> dict[OfficialId, OfficialId]:
    """Every id that isn't an official's today -> the one that is; chains are followed to their end.

    Who was found to be two later than they were joined through others isn't joined: the last such
    link is left out.
    """
    groups = Groups()
    words = list(judged(registry).items())
    later: dict[OfficialId, dict[OfficialId, int]] = defaultdict(dict)
    for number, (_, (verdict, (one, other))) in enumerate(words):
        if verdict is Verdict.DIFFERENT:
            later[one][other] = later[other][one] = number
    for number, (_, (verdict, (one, other))) in enumerate(words):
        if verdict is Verdict.SAME:
            groups.join(one, other, unless=later, after=number)
    found = {official: head for official, head in groups.heads.items() if official != head}
    return found | {former: groups.head(id_) for former, id_ in record_of(registry).items()}


class Groups:
    """Officials who were joined, each group under the one that keeps its page."""

    def __init__(self) -> None:
        self.heads: dict[OfficialId, OfficialId] = {}
        self.members: dict[OfficialId, list[OfficialId]] = {}

    def head(self, official: OfficialId) -> OfficialId:
        """Who keeps the page of an official's group."""
        return self.heads.get(official, official)

    def join(
        self,
        one: OfficialId,
        other: OfficialId,
        *,
        unless: Mapping[OfficialId, Mapping[OfficialId, int]],
        after: int,
    ) -> None:
        """Put the second's group under the first's, unless two of them were judged apart after this.

        In one group already, the first keeps the page if it was the second's: the later word holds.
        """
        first, second = self.head(one), self.head(other)
        if first == second:
            if other != second:
                return
            first = one
        left, right = self.members.get(first, [first]), self.members.get(second, [second])
        if not any(self.parted(member, right, unless, after) for member in left):
            self.members[first] = list(dict.fromkeys((*left, *right)))
            self.heads |= dict.fromkeys(right, first)

    def parted(
        self,
        official: OfficialId,
        others: Sequence[OfficialId],
        unless: Mapping[OfficialId, Mapping[OfficialId, int]],
        after: int,
    ) -> bool:
        """Whether somebody was found later not to be one of some others."""
        later = unless.get(official, {})
        return bool(later) and any(later.get(other, -1) > after for other in others)
