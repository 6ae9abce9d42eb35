"""Somebody in some entries is told apart from an official."""

from collections.abc import Sequence
from dataclasses import replace

from chronicle.model import OfficialId, Registered, Registry, Verdict
from chronicle.problems import Refused
from chronicle.resolve.decide import (
    Known,
    Named,
    Reason,
    as_named,
    catches,
    free_id,
    judged,
    known_of,
    namesakes,
    record_for,
    records_of,
    roles_in,
    some_of,
    spellings_of,
    with_pinned,
    with_records,
)
from chronicle.resolve.people import shown_name
from chronicle.resolve.pinned import pinned


def without_entries(
    known: Known, one: OfficialId, entries: Sequence[str], new_id: OfficialId | None, reason: Reason
) -> tuple[Registry, OfficialId]:
    """Who is named in some entries isn't this official but a namesake, who gets a record; and the other's id.

    A namesake without a record whom rules would now take for the new one gets a record, too.
    Raises Refused where the official isn't named in one of them, or in no others.
    """
    registry, other = told_apart(known, one, entries, new_id, reason)
    moved = moved_by(known, registry, one)
    if moved:
        pinned_first = known_of(known.entries, with_pinned(known, moved))
        registry, other = told_apart(pinned_first, one, entries, new_id, reason)
    return registry, other


def moved_by(known: Known, registry: Registry, one: OfficialId) -> list[OfficialId]:
    """The others who would have another address by a registry."""
    after = known_of(known.entries, registry).people.official_of
    entry_of = {entry.id: entry for entry in known.entries}
    return [
        official
        for official, named in known.named.items()
        if official != one and any(after(entry_of[entry], who) != official for entry, who in named)
    ]


def told_apart(
    known: Known, one: OfficialId, entries: Sequence[str], new_id: OfficialId | None, reason: Reason
) -> tuple[Registry, OfficialId]:
    """The registry in which somebody in some entries is another, and the other's id."""
    mine = dict.fromkeys(entry for entry, _ in known.named[one])
    strange = [entry for entry in entries if entry not in mine]
    if strange:
        raise Refused(
            f"{one!r} isn't named in {', '.join(strange)}", f"Entries with it: {some_of(list(mine))}."
        )
    theirs = [named for named in known.named[one] if named[0] in entries]
    left = [named for named in known.named[one] if named[0] not in entries]
    if not left:
        raise Refused(f"{one!r} is named in no other entries", "To give the official another name: rename.")
    other = new_id or free_id(known, shown_name(spellings_of(theirs)), theirs)
    before, second = namesake_in_entries(known, one, other, theirs)
    with_second = with_records(before, second)
    kept = replace(known, pins=pinned(with_second), named={**known.named, one: left, other: theirs})
    firsts = []
    for first in records_of(known, one) or [record_of_who_stays(kept, one)]:
        rest = tuple(entry for entry in first.entries if entry not in entries)
        if first.entries and not rest:  # without any, the record would mean whoever has the name
            hint = "Change its record in your editor." if first.id == one else f"Say: split {one} {first.id}"
            raise Refused(f"{first.id!r} is pinned to no other entries", hint)
        firsts.append(replace(first, entries=rest))
    registry = with_records(before, *firsts, second)
    return judged(registry, Verdict.DIFFERENT, (one, other), reason), other


def record_of_who_stays(known: Known, one: OfficialId) -> Registered:
    """A record of an official from whom others were told apart. Raises Refused where it means others, too."""
    record = record_for(known, one)
    taken = [each for each in sorted(namesakes(known, one)) if catches(known, record, each)]
    if taken:
        what = f"{', '.join(map(repr, taken))} is named like {one!r} in the same entry, in no other office"
        raise Refused(what, "Tell the two apart there, by name or by office; then try again.")
    return record


def namesake_in_entries(
    known: Known, one: OfficialId, other: OfficialId, theirs: Sequence[Named]
) -> tuple[Registry, Registered]:
    """A record of a new official who is named in some entries in which this one was taken to be.

    Where somebody else is named so there, the offices tell them apart, and those are pinned who weren't;
    they are in the registry that is given. Raises Refused where no office does.
    """
    entries = tuple(sorted({entry for entry, _ in theirs}))
    plain = replace(as_named(other, theirs, all_names=True), entries=entries)
    others = sorted(namesakes(replace(known, named={**known.named, one: theirs}), one))
    taken = [each for each in others if catches(known, plain, each)]
    if not taken:
        return known.registry, plain
    narrow = replace(plain, roles=roles_in(theirs))
    if not narrow.roles or any(catches(known, narrow, each) for each in taken):
        what = f"{', '.join(map(repr, taken))} is named so, too, in {some_of(entries)}, in no other office"
        raise Refused(what, "Tell the two apart there, by name or by office; then try again.")
    return with_pinned(known, taken), narrow
