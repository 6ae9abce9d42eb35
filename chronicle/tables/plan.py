"""Rows beside the entries that there are → what to write; what a person touched or removed stays so.

An entry that was imported has its table and row in its mark (`made_by`), with a digest: while that
fits, the entry is the import's to update. The register remembers what was imported: a row whose entry
is gone was removed by a person. Both are files of content/, so that all of this survives a clone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import NamedTuple

from chronicle.model import Entry
from chronicle.problems import Problem
from chronicle.project import MEETINGS
from chronicle.record import imported_from, is_untouched
from chronicle.slug import folded
from chronicle.store import Stored, entry_path
from chronicle.tables.register import Line, Register
from chronicle.tables.rows import DIGEST, Draft, Rejected
from chronicle.titles import sides_of

ANOTHER_ID = "Give the row another id, or leave the cell empty; one and the same meeting takes one row."


@dataclass
class Plan:
    """What to do so that the entries say what a table says, and people's edits stay."""

    new: dict[str, tuple[Entry, str]] = field(default_factory=dict)  # path → entry, key of the row
    changed: dict[str, tuple[Entry, str]] = field(default_factory=dict)
    unchanged: int = 0
    left_out: int = 0  # rows whose entries a person removed
    removals: set[str] = field(default_factory=set)
    register: dict[tuple[str, str], Line] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)  # paths of entries whose row isn't there any more
    notes: list[str] = field(default_factory=list)  # what a person should know


class Names(NamedTuple):
    """The ids that entries have, and how many were numbered of each."""

    taken: set[str]  # in small letters
    numbers: Counter[str]


@dataclass(frozen=True, slots=True)
class Present:
    """The entries that there are."""

    table: str
    mine: Mapping[str, Stored]  # those of this table, by key of the row
    by_id: Mapping[str, Stored]  # all, by id in small letters
    register: Register


def plan(
    table: str,
    drafts: Iterable[Draft],
    *,
    stored: Sequence[Stored],
    register: Register,
    rejected: Sequence[Rejected],
    is_whole: bool,
    prune: bool,
) -> Plan:
    """What to write, remove and remember.

    `is_whole`: the table has all its rows, those that were `rejected` included; so a row that isn't in it
    has gone. With `prune` the untouched entries of such rows go, too.
    """
    result = Plan(register=dict(register), rejected=list(rejected))
    rows = distinct(table, without_id_of(rejected, drafts, result), result)
    by_id = {each.entry.id.casefold(): each for each in stored}
    present = Present(table, mine_of(table, stored, by_id, register), by_id, register)
    former = former_keys(rows, present)
    names = Names(set(present.by_id), Counter())
    settled = set[str]()
    for draft in sorted(rows, key=lambda draft: (draft.entry.id, draft.key)):
        key = former.get(draft.key, draft.key)
        settle(draft, key, present, result, names)
        settled.add(key)
    settled |= {each.key for each in rejected}
    if is_whole and all(each.key for each in result.rejected):
        part_with([s for key, s in present.mine.items() if key not in settled], result, table, prune=prune)
    return result


def mine_of(
    table: str, stored: Sequence[Stored], by_id: Mapping[str, Stored], register: Register
) -> dict[str, Stored]:
    """The entries of a table by key of the row; a copy of one is another entry.

    One whose mark a person took away is known by its id.
    """
    mine: dict[str, Stored] = {}
    for each in sorted(stored, key=lambda each: (not is_untouched(each.entry), each.path)):
        origin = imported_from(each.entry)
        if origin and origin[0] == table:
            mine.setdefault(origin[1], each)
    for line in register.values():
        unmarked = by_id.get(line.entry.casefold())
        if line.table == table and unmarked and imported_from(unmarked.entry) is None:
            mine.setdefault(line.row, unmarked)
    return mine


def is_free(entry: Entry) -> bool:
    """Whether an entry is the import's to write: it has the mark, and nobody touched it."""
    return imported_from(entry) is not None and is_untouched(entry)


def without_id_of(rejected: Sequence[Rejected], drafts: Iterable[Draft], result: Plan) -> Iterator[Draft]:
    """The rows but for those that have the id of one that was rejected: whose it is isn't told."""
    others = {each.key: each.row for each in rejected if each.key}
    for draft in drafts:
        other = others.get(draft.key)
        if other is None:
            yield draft
        else:
            refuse(draft, f"the id {draft.key!r} is that of {other.file}:{other.line}, too", result)


def distinct(table: str, drafts: Iterable[Draft], result: Plan) -> list[Draft]:
    """The rows, each with a key of its own; one that says again what another says is left out."""
    by_key: dict[str, dict[str, Draft]] = defaultdict(dict)
    for draft in drafts:
        same = by_key[draft.key]
        first = same.get(draft.digest) or (
            next(iter(same.values()), None) if draft.key[0] != DIGEST else None
        )
        where = f"{first.row.file}:{first.row.line}" if first else ""
        if first is None:
            same[draft.digest] = draft
        elif first.digest == draft.digest:
            result.notes.append(f"{draft.row.file}:{draft.row.line} says again what {where} says.")
        else:
            what = f"the id {draft.key!r} is that of {where}, too"
            refuse(draft, what, result)
    before: dict[str, dict[str, str]] = defaultdict(dict)  # key without number → digest → key
    for line in result.register.values():
        if line.table == table and line.row.startswith(DIGEST):
            before[line.row.partition("-")[0]].setdefault(line.digest, line.row)
    return [one for key, same in by_key.items() for one in numbered(key, same, before.get(key, {}))]


def numbered(key: str, same: Mapping[str, Draft], before: Mapping[str, str]) -> Iterator[Draft]:
    """Rows that day, people and place don't tell apart, by digest, with numbers to their key.

    One that is as it was `before` keeps its number, so that no two change places when a third is corrected.
    """
    kept = {digest: before[digest] for digest in same if digest in before}
    names = chain([key], (f"{key}-{number}" for number in count(2)))
    free = (name for name in names if name not in kept.values())
    for digest in sorted(same):
        yield same[digest]._replace(key=kept.get(digest) or next(free))


def refuse(draft: Draft, what: str, result: Plan) -> None:
    """Reject a row for its id."""
    problem = Problem(draft.row.file, draft.row.line, what, ANOTHER_ID)
    result.rejected.append(Rejected(draft.row, draft.key, (problem,)))


# ── which row is which ───────────────────────────────────────────────────────────────────────


def former_keys(rows: Sequence[Draft], present: Present) -> dict[str, str]:
    """The key that a row had before somebody corrected its day or a name: rows without an id have no other.

    Of those that are new and those that have gone, two are one if they alone have a person on one day in
    common, or all people and the place.
    """
    keys = {draft.key for draft in rows}
    gone = {key: s.entry for key, s in present.mine.items() if key not in keys and key.startswith(DIGEST)}
    fresh = {
        draft.key: draft.entry
        for draft in rows
        if draft.key.startswith(DIGEST)
        and draft.key not in present.mine
        and (present.table, draft.key) not in present.register
    }
    before, after = by_traits(gone) if fresh else {}, by_traits(fresh) if gone else {}
    shared = Counter(
        (before[trait][0], after[trait][0])
        for trait in sorted(before.keys() & after.keys())
        if len(before[trait]) == len(after[trait]) == 1
    )
    former: dict[str, str] = {}
    for (old, new), _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        if new not in former and old not in former.values():
            former[new] = old
    return former


def by_traits(entries: Mapping[str, Entry]) -> dict[tuple[str, ...], list[str]]:
    """The keys of some entries by what may tell them, where a cell has changed."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, entry in entries.items():
        names = [folded(p.name) for p in entry.participants]
        traits = [("who and where", *names, *sides_of(entry), entry.city or "")]
        traits += [
            ("who and when", entry.date or "", name) for name in dict.fromkeys(names or sides_of(entry))
        ]
        for trait in traits:
            found[trait].append(key)
    return found


# ── what becomes of a row ────────────────────────────────────────────────────────────────────


def settle(draft: Draft, key: str, present: Present, result: Plan, names: Names) -> None:
    """Decide about one row, whose entry has the mark of `key`."""
    line = present.register.get((present.table, key))
    held = present.mine.get(key)
    where = f"{draft.row.file}:{draft.row.line}"
    if held is None and line is not None:
        result.left_out += 1
        result.register[present.table, key] = line._replace(digest=draft.digest)
        if line.digest != draft.digest:
            what = f"its entry, {line.entry}, was removed by a person and isn't made again"
            result.notes.append(f"{where} has changed: {what}.")
        return
    if held is None:
        make(draft, present, result, names)
        return
    if not is_free(held.entry):
        result.unchanged += 1
        if line is None or line.digest != draft.digest:
            path = f"{MEETINGS}/{held.path}"
            result.notes.append(f"{where} has changed, and {path} is a person's: it is left as it is.")
    elif line and line.digest == draft.digest and key == draft.key:
        result.unchanged += 1
    else:  # it keeps its id, and so its address, whatever has changed
        result.changed[held.path] = replace(draft.entry, id=held.entry.id), draft.key
    result.register.pop((present.table, key), None)
    remember(draft, held.entry.id, present.table, result)


def make(draft: Draft, present: Present, result: Plan, names: Names) -> None:
    """Make an entry of a row that is new, with an id that no other has."""
    wanted = draft.entry.id
    if draft.is_named and wanted.casefold() in names.taken:
        there = present.by_id.get(wanted.casefold())
        path = f"{MEETINGS}/{there.path}" if there else "another row"
        refuse(draft, f"the id {wanted!r} is taken: {path} isn't of this row", result)
        return
    entry_id = wanted
    while entry_id.casefold() in names.taken:
        names.numbers[wanted] += 1
        entry_id = f"{wanted}-{names.numbers[wanted] + 1}"
    names.taken.add(entry_id.casefold())
    result.new[entry_path(entry_id, draft.entry.date)] = replace(draft.entry, id=entry_id), draft.key
    remember(draft, entry_id, present.table, result)


def remember(draft: Draft, entry_id: str, table: str, result: Plan) -> None:
    """Keep in mind as which entry a row was imported."""
    result.register[table, draft.key] = Line(table, draft.key, draft.digest, entry_id)


def part_with(gone: Sequence[Stored], result: Plan, table: str, *, prune: bool) -> None:
    """Tell of entries whose row isn't there any more; or, if asked to, remove those that nobody touched."""
    for each in sorted(gone, key=lambda each: each.path):
        origin = imported_from(each.entry)
        if prune and is_free(each.entry):
            result.removals.add(each.path)
            result.register.pop((table, origin[1] if origin else ""), None)
        else:
            result.gone.append(f"{MEETINGS}/{each.path}")
