"""What a person's decision makes of the registry: records are added and changed, judgements only added."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import NamedTuple

from chronicle.model import (
    Entry,
    Judgement,
    OfficialId,
    PartialDate,
    Participant,
    Registered,
    Registry,
    Verdict,
)
from chronicle.problems import Refused
from chronicle.resolve.events import same_encounters
from chronicle.resolve.names import name_words
from chronicle.resolve.organisations import with_one_name
from chronicle.resolve.people import People, identify, shown_name
from chronicle.resolve.pinned import Pinned, keys_of, means, narrowness, pinned, words_of
from chronicle.resolve.titles import title_words
from chronicle.slug import slug

Named = tuple[str, Participant]  # in which entry, and how


class Reason(NamedTuple):
    """Who decides, when, and why."""

    by: str | None
    on: PartialDate | None
    because: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """Who is who at the moment of a decision."""

    entries: Sequence[Entry]
    registry: Registry
    people: People
    pins: Pinned
    named: Mapping[OfficialId, Sequence[Named]]  # where each official is named
    by_words: Mapping[tuple[str, ...], Collection[OfficialId]]  # who is named by these words

    @property
    def ids(self) -> frozenset[OfficialId]:
        """Every id that an official has or had."""
        return self.pins.taken | self.people.names.keys()

    def record(self, official: OfficialId) -> Registered | None:
        """What the registry says of an official."""
        return next((record for record in self.registry.officials if record.id == official), None)

    def meeting_of(self, entry_id: str) -> tuple[str, ...]:
        """The ids of the entries with which an entry tells of one meeting, the one that is shown first."""
        groups = same_encounters(self.entries, self.people, self.registry)
        return next(ids for group in groups if entry_id in (ids := tuple(entry.id for entry in group)))

    def told_with(self, official: OfficialId, entry_ids: Sequence[str]) -> tuple[str, ...]:
        """Some entries, and those with which they tell of one meeting if an official is named there."""
        groups = same_encounters(self.entries, self.people, self.registry)
        meetings = [ids for group in groups if not (ids := {e.id for e in group}).isdisjoint(entry_ids)]
        named = dict.fromkeys(entry for entry, _ in self.named[official])
        more = [entry for entry in named if any(entry in ids for ids in meetings)]
        return tuple(dict.fromkeys((*entry_ids, *more)))


def known_of(entries: Sequence[Entry], registry: Registry) -> Known:
    """Who is who in some entries, whatever order they come in."""
    in_order = with_one_name(sorted(entries, key=lambda entry: (entry.date or "", entry.id)))
    people = identify(in_order, registry)
    named: dict[OfficialId, list[Named]] = defaultdict(list)
    by_words: dict[tuple[str, ...], dict[OfficialId, None]] = defaultdict(dict)
    for entry in in_order:
        for participant in entry.participants:
            official = people.official_of(entry, participant)
            named[official].append((entry.id, participant))
            by_words[words_of(participant.name)][official] = None
    return Known(in_order, registry, people, pinned(registry), named, by_words)


# ── what can be decided ──────────────────────────────────────────────────────────────────────


def with_pinned(known: Known, officials: Iterable[OfficialId]) -> Registry:
    """The registry with records of some officials as they are; those who have one keep it.

    Where a name tells too little, whoever else has it is pinned, too, so that neither takes from the
    other. Raises Refused where nothing in a record can tell two apart.
    """
    registry, stuck = with_pinned_if_possible(known, officials)
    if stuck:
        what = f"{', '.join(map(repr, stuck))} can't be pinned: somebody else is named so in the same entry"
        raise Refused(what, "Tell the two apart there, by name or by office; then try again.")
    return registry


def with_pinned_if_possible(
    known: Known, officials: Iterable[OfficialId]
) -> tuple[Registry, tuple[OfficialId, ...]]:
    """The same, but for those who can't be pinned; they are given, too."""
    records = dict(known.pins.records)  # grows while records are made
    growing = replace(known, pins=replace(known.pins, records=records, asked={}))
    open_, new, stuck = set(unpinned(known)), dict[OfficialId, Registered](), list[OfficialId]()
    for official in dict.fromkeys(officials):
        takes = official in open_ and not harmless_record(growing, official)
        for each in (*(sorted(namesakes(known, official)) if takes else ()), official):
            record = record_for(growing, each) if each in open_ and each not in new else None
            if record and not any(catches(growing, record, other) for other in namesakes(known, each)):
                new[each] = record
                for key in keys_of(record):
                    records[key] = (*records.get(key, ()), record)
            elif record and each == official:
                stuck.append(each)
    return replace(known.registry, officials=(*known.registry.officials, *new.values())), tuple(stuck)


def unpinned(known: Known) -> list[OfficialId]:
    """The officials of whom the registry has no record, by id."""
    have = {record.id for record in known.registry.officials}
    return [official for official in known.people.names if official not in have]


def joined(known: Known, one: OfficialId, other: OfficialId, reason: Reason) -> Registry:
    """Two officials are one; the first keeps the page."""
    return judged(with_pinned(known, (one, other)), Verdict.SAME, (one, other), reason)


def parted(known: Known, one: OfficialId, other: OfficialId, reason: Reason) -> Registry:
    """Two officials aren't one, whatever was decided before."""
    return judged(with_pinned(known, (one, other)), Verdict.DIFFERENT, (one, other), reason)


def without_name(
    known: Known, one: OfficialId, name: str, new_id: OfficialId | None, reason: Reason
) -> tuple[Registry, OfficialId]:
    """Whoever is named so isn't this official but another, who gets a record; and the other's id.

    Raises Refused for a name that the official hasn't, or has alone.
    """
    words = words_of(name)
    theirs = [named for named in known.named[one] if words_of(named[1].name) == words]
    left = [named for named in known.named[one] if words_of(named[1].name) != words]
    spellings = ", ".join(known.people.spellings[one])
    if not theirs:
        raise Refused(
            f"{name!r} is no official, no meeting and no spelling of {one!r}", f"Its spellings: {spellings}."
        )
    records = records_of(known, one)
    for record in records:
        if record.id != one and words_of(record.name) == words:
            raise Refused(
                f"{name!r} is the name of {record.id!r}", f"Take the merge back: split {one} {record.id}"
            )
    if not left or any(words_of(record.name) == words for record in records):
        hint = "Name the entries in which another person is meant: split ID --entries ENTRY …"
        raise Refused(f"{name!r} is the name of {one!r} itself", hint)
    other = new_id or free_id(known, shown_name(spellings_of(theirs)), theirs)
    kept = replace(known, named={**known.named, one: left, other: theirs})
    firsts = [
        replace(first, spellings=tuple(s for s in first.spellings if words_of(s) != words))
        for first in records or [record_for(kept, one)]
    ]
    registry = with_records(known.registry, *firsts, record_for(kept, other))
    return judged(registry, Verdict.DIFFERENT, (one, other), reason), other


def renamed(
    known: Known, one: OfficialId, name: str, new_id: OfficialId | None
) -> tuple[Registry, OfficialId]:
    """An official with another name, and the id that goes with it; the old one leads there.

    Raises Refused for a name or an id that is another's.
    """
    old = known.record(one) or record_for(known, one)
    id_ = new_id or OfficialId(slug(name))
    if id_ != one and id_ in known.ids and id_ not in old.formerly:
        raise Refused(f"the address {id_!r} is another official's, or was", "Choose another one with --id.")
    spellings = dict.fromkeys((*old.spellings, old.name))
    new = replace(
        old,
        id=id_,
        name=name,
        spellings=tuple(spelling for spelling in spellings if spelling != name),
        formerly=tuple(former for former in (*old.formerly, *([one] if id_ != one else ())) if former != id_),
    )
    others = [
        other
        for other in known.by_words.get(words_of(name), ())
        if other != one and catches(known, new, other)
    ]
    if others:
        hint = "If the two are one person, merge them; if not, write a name that tells them apart."
        raise Refused(f"{name!r} is a name of {', '.join(map(repr, others))}, too", hint)
    records = known.registry.officials
    if old in records:
        return replace(known.registry, officials=tuple(new if r is old else r for r in records)), id_
    return replace(known.registry, officials=(*records, new)), id_


def judged(
    registry: Registry, verdict: Verdict, ids: tuple[str, str], reason: Reason, *, meetings: bool = False
) -> Registry:
    """The registry with one judgement more, on two officials or on two meetings."""
    if meetings:
        judgement = Judgement(verdict, meetings=ids, **reason._asdict())
    else:
        judgement = Judgement(verdict, officials=tuple(map(OfficialId, ids)), **reason._asdict())
    return replace(registry, judgements=(*registry.judgements, judgement))


# ── records ──────────────────────────────────────────────────────────────────────────────────


def record_for(known: Known, official: OfficialId) -> Registered:
    """A record of an official as the chronicle has the official now, no narrower than needed."""
    record = harmless_record(known, official)
    if record:
        return record
    named = known.named[official]
    full = as_named(official, named, all_names=True)
    entries = tuple(dict.fromkeys(entry for entry, _ in named))
    return replace(full, entries=entries, roles=roles_in(named))


def harmless_record(known: Known, official: OfficialId) -> Registered | None:
    """A record that takes nothing from others: of whoever has the name, or of who has it in these offices.

    The offices count where others have the name, too, and where it is a bare surname.
    """
    named = known.named[official]
    plain, roles, others = as_named(official, named), roles_in(named), namesakes(known, official)
    shared = any(means(plain, *where) for other in others for where in known.named[other])
    by_role = [replace(plain, roles=roles)] if roles and (shared or is_bare(plain.name)) else []
    return next((r for r in (*by_role, plain) if not any(catches(known, r, other) for other in others)), None)


def roles_in(named: Iterable[Named]) -> tuple[str, ...]:
    """The offices in which somebody is named, each as most call it; none where one isn't told."""
    roles = Counter(participant.role or "" for _, participant in named)
    distinct: dict[frozenset[str], str] = {}
    for role, _ in sorted(roles.items(), key=lambda item: (-item[1], item[0])):
        distinct.setdefault(title_words(role), role)
    return () if "" in roles else tuple(sorted(distinct.values()))


def namesakes(known: Known, official: OfficialId) -> set[OfficialId]:
    """Other officials who are named as one is."""
    names = {participant.name for _, participant in known.named[official]}
    return {other for name in names for other in known.by_words.get(words_of(name), ())} - {official}


def as_named(official: OfficialId, named: Sequence[Named], *, all_names: bool = False) -> Registered:
    """A record with the names and the side by which an official is named.

    Short forms ("Z. Hasanov") are left to the rules where there are full names: another may have them.
    """
    counts = spellings_of(named)
    full = Counter({name: times for name, times in counts.items() if all_names or not is_short(name)})
    name = shown_name(full or counts)
    countries = {p.country for _, p in named if p.country}
    organisations = {p.organisation for _, p in named if p.organisation and not p.country}
    one_each = max(len(countries), len(organisations)) <= 1
    return Registered(
        official,
        name,
        spellings=tuple(sorted(set(full or counts) - {name})),
        country=countries.pop() if countries and one_each else None,
        organisation=organisations.pop() if organisations and one_each else None,
    )


def catches(known: Known, record: Registered, other: OfficialId) -> bool:
    """Whether a record would take something from another official that no narrower record holds."""
    return any(
        means(record, entry, participant)
        and not any(
            narrowness(held) > narrowness(record)
            for held in known.pins.fitting(entry, participant)
            if held.id != record.id
        )
        for entry, participant in known.named.get(other, ())
    )


def records_of(known: Known, official: OfficialId) -> list[Registered]:
    """An official's record, and those of whom was joined with the official; none for one who isn't pinned."""
    return [record for record in known.registry.officials if known.pins.leads_to(record.id) == official]


def with_records(registry: Registry, *records: Registered) -> Registry:
    """The registry with some records, in the place of those of their ids or at the end."""
    new = {record.id: record for record in records}
    kept = [new.pop(record.id, record) for record in registry.officials]
    return replace(registry, officials=(*kept, *new.values()))


def spellings_of(named: Iterable[Named]) -> Counter[str]:
    """How often each name is used."""
    return Counter(participant.name for _, participant in named)


def is_short(name: str) -> bool:
    """Whether a name has initials or nothing where others write two words."""
    return sum(len(word) > 1 for word in name_words(name)) <= 1


def is_bare(name: str) -> bool:
    """Whether a name is one word, as a surname is."""
    return len(name_words(name)) <= 1


def free_id(known: Known, name: str, named: Sequence[Named]) -> OfficialId:
    """An address for a new official: the name's, with the side or a number if that is another's."""
    plain, (_, participant) = slug(name), named[0]
    side = participant.country or participant.organisation
    with_side = f"{plain}-{slug(side)}" if side else plain
    numbered = (f"{plain}-{number}" for number in count(2))
    return OfficialId(next(id_ for id_ in chain((plain, with_side), numbered) if id_ not in known.ids))


def some_of(ids: Sequence[str], most: int = 5) -> str:
    """The first of some ids, and whether there are more."""
    return ", ".join(ids[:most]) + (" …" if len(ids) > most else "")
