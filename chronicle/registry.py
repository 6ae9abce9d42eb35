"""content/registry/ to what people decided: its officials and judgements, and all that is wrong with them."""

import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from typing import Any

from chronicle.digests import digest, packed, unpacked
from chronicle.fields import Complaints, record_reader
from chronicle.memo import Memo
from chronicle.model import (
    UNDECIDED,
    Chronicle,
    Judgement,
    OfficialId,
    Registered,
    Registry,
    Verdict,
)
from chronicle.problems import Problem
from chronicle.project import JUDGEMENTS, OFFICIALS
from chronicle.record_lists import Placed, complain, records_in
from chronicle.resolve.pinned import clashes, judged, record_of, words_of

WIKIDATA = re.compile(r"Q[1-9]\d*", re.ASCII)
PAIR = 2
FEW = 3  # ids that a note names
OFFICIAL_FIELDS = tuple(field.name for field in fields(Registered))
JUDGEMENT_FIELDS = tuple(field.name for field in fields(Judgement))
READ_OFFICIAL, READ_JUDGEMENT = record_reader(Registered, Registered), record_reader(Judgement, Judgement)


def known_registry(
    memo: Memo, files: Mapping[str, bytes], *, folder: str, codes: Collection[str], version: bytes
) -> tuple[Registry, list[Problem]]:
    """What people decided, as `read_registry` has it; what was read before is remembered by content."""
    if not files:
        return UNDECIDED, []
    key, state = b"registry", digest(version, *(name.encode() + content for name, content in files.items()))
    value = memo.get("registry", key)
    if value is not None and value.startswith(state):
        return registry_of(unpacked(value[len(state) :])), []
    registry, problems = read_registry(files, folder=folder, codes=codes)
    if not problems:
        memo.put("registry", [(key, state + packed(plain_of(registry)))])
    return registry, problems


def read_registry(
    files: Mapping[str, bytes], *, folder: str, codes: Collection[str]
) -> tuple[Registry, list[Problem]]:
    """What people decided, and all that is wrong with it.

    `files` are what stands in officials.yaml and judgements.yaml, each of which may be missing;
    `folder` is how messages name where they are.
    """
    complaints = {name: Complaints(f"{folder}/{name}", 1, codes) for name in (OFFICIALS, JUDGEMENTS)}
    lists: dict[str, list[Placed]] = {}
    for name, read in ((OFFICIALS, READ_OFFICIAL), (JUDGEMENTS, READ_JUDGEMENT)):
        lists[name] = list(records_in(files.get(name, b""), read, complaints[name], name))
    registry = Registry(*(tuple(placed.record for placed in lists[name]) for name in lists))
    check_officials(lists[OFFICIALS], registry, complaints[OFFICIALS])
    if not complaints[OFFICIALS].problems:  # else an official may seem unknown
        check_judgements(lists[JUDGEMENTS], registry, complaints[JUDGEMENTS])
    return registry, [problem for each in complaints.values() for problem in each.problems]


# ── one list ─────────────────────────────────────────────────────────────────────────────────

READ_OFFICIAL, READ_JUDGEMENT = record_reader(Registered, Registered), record_reader(Judgement, Judgement)


# ── what no single field can tell ────────────────────────────────────────────────────────────


def check_officials(placed: Sequence[Placed], registry: Registry, complaints: Complaints) -> None:
    """Ids and former ids are one official's each; names lead to one official."""
    owners: dict[OfficialId, Placed] = {}
    for each in placed:
        if owners.setdefault(each.record.id, each) is not each:
            line = owners[each.record.id].node.start_mark.line + 1
            hint = "Give one of them another id, or keep one record with the spellings of both."
            complain(complaints, each, "id", f"is the id of the record in line {line}, too", hint)
        wikidata = each.record.wikidata
        if wikidata is not None and not WIKIDATA.fullmatch(wikidata):
            hint = "Write the letter Q and the number from the address of the item: Q4129."
            complain(complaints, each, "wikidata", f"is {wikidata!r}: not an id of Wikidata", hint)
    check_former(placed, owners, complaints)
    if not complaints.problems:
        check_names(owners, registry, complaints)


def check_former(
    placed: Sequence[Placed], owners: Mapping[OfficialId, Placed], complaints: Complaints
) -> None:
    """A former id is nobody's id, and one official's."""
    former: dict[OfficialId, OfficialId] = {}
    for each in placed:
        own = each.record.id
        for number, id_ in enumerate(each.record.formerly):
            what = ""
            if id_ == own:
                what = "the official has this id"
            elif id_ in owners:
                what = "another official has this id"
            elif former.setdefault(id_, own) != own:
                what = f"that is a former address of {former[id_]!r}"
            if what:
                hint = "An address leads to one official: take this one away."
                complain(complaints, each, f"formerly[{number}]", f"is {id_!r}: {what}", hint)


def check_names(owners: Mapping[OfficialId, Placed], registry: Registry, complaints: Complaints) -> None:
    """A name of two officials on one side needs something that tells them apart."""
    for clash in clashes(registry):
        names = (clash.second.name, *clash.second.spellings)
        number = next(n for n, name in enumerate(names) if words_of(name) == clash.words)
        field = f"spellings[{number - 1}]" if number else "name"
        what = (
            f"is {names[number]!r}: that is a name of {clash.first.id!r}, too, and nothing tells them apart"
        )
        hint = "Give one of them 'roles' or 'entries' in which this name is meant; or merge the two."
        complain(complaints, owners[clash.second.id], field, what, hint)


def check_judgements(placed: Sequence[Placed], registry: Registry, complaints: Complaints) -> None:
    """A judgement is on two officials of the registry, or on two entries' meetings; none is a circle."""
    former = record_of(registry)
    known = {record.id for record in registry.officials} | former.keys()
    for each in placed:
        officials, meetings = each.record.officials, each.record.meetings
        field, ids = ("officials", officials) if officials else ("meetings", meetings)
        if bool(officials) == bool(meetings):
            given = "both officials and meetings" if officials else "neither officials nor meetings"
            hint = "Write officials: [one, other], or meetings: [one, other]."
            complain(complaints, each, "", f"has {given}", hint)
        elif len(ids) != PAIR or len({former.get(id_, id_) for id_ in ids}) != PAIR:
            what = f"has {len(ids)} ids" if len(ids) != PAIR else f"is {ids[0]!r} twice"
            complain(complaints, each, field, what, "A judgement is on two.")
        for number, id_ in enumerate(officials):
            if id_ not in known:
                near = difflib.get_close_matches(id_, known, n=1)
                hint = (
                    f"Did you mean {near[0]!r}?" if near else f"Write a record for it in {OFFICIALS} first."
                )
                what = f"is {id_!r}: no official of the registry has this id"
                complain(complaints, each, f"officials[{number}]", what, hint)
    if not complaints.problems:
        check_circles(placed, registry, complaints)


def check_circles(placed: Sequence[Placed], registry: Registry, complaints: Complaints) -> None:
    """Whoever leads to another's page isn't led back from there."""
    leads: dict[OfficialId, list[OfficialId]] = {}
    former, words = record_of(registry), judged(registry)
    for each in placed:
        officials = tuple(former.get(id_, id_) for id_ in each.record.officials)
        if words.get(frozenset(officials)) != (Verdict.SAME, officials):
            continue
        one, other = officials
        if is_led(one, other, leads):
            what = f"leads in a circle: {one!r} leads to {other!r} by the judgements before"
            complain(complaints, each, "officials", what, "Take this judgement away, or turn it round.")
        leads.setdefault(other, []).append(one)


def is_led(start: OfficialId, end: OfficialId, leads: Mapping[OfficialId, Sequence[OfficialId]]) -> bool:
    """Whether one leads to another, over any number of others."""
    seen, left = {start}, [start]
    while left:
        onward = [each for each in leads.get(left.pop(), ()) if each not in seen]
        seen.update(onward)
        left += onward
    return end in seen


# ── what a person should know ────────────────────────────────────────────────────────────────


def notes_on_entries(registry: Registry, entries: Collection[str]) -> list[str]:
    """Notes on entries that the registry names and that aren't there."""
    named = [("a judgement", id_) for judgement in registry.judgements for id_ in judgement.meetings]
    named += [(repr(record.id), id_) for record in registry.officials for id_ in record.entries]
    return [
        f"in the registry, {who} names the entry {id_!r}, which isn't there."
        for who, id_ in dict.fromkeys(named)
        if id_ not in entries
    ]


def notes_on(registry: Registry, chronicle: Chronicle) -> list[str]:
    """Notes on records that fit nobody, and on officials without a record."""
    notes = [
        f"{record.id!r} of the registry is nobody in the entries: is the name spelt as there, and the side?"
        for record in registry.officials
        if record.id not in chronicle.officials and record.id not in chronicle.official_redirects
    ]
    pinned = {record.id for record in registry.officials}
    open_ = [official for official in chronicle.officials if official not in pinned]
    if open_:
        first = ", ".join(open_[:FEW]) + (" …" if len(open_) > FEW else "")
        of_all = f"{len(open_):,} of {len(chronicle.officials):,} officials aren't pinned ({first})"
        what = "a later article can move their addresses"
        notes.append(f"{of_all}: {what}. Pin them with 'pin --all'; 'pin --list' names them.")
    return notes


# ── remembered ───────────────────────────────────────────────────────────────────────────────


def plain_of(registry: Registry) -> list[Any]:
    """The registry as lists and texts; `registry_of` makes it one again."""
    officials = [[getattr(record, name) for name in OFFICIAL_FIELDS] for record in registry.officials]
    judgements = [[getattr(record, name) for name in JUDGEMENT_FIELDS] for record in registry.judgements]
    return [officials, judgements]


def registry_of(plain: Sequence[Sequence[Sequence[Any]]]) -> Registry:
    """The registry as it was remembered."""
    officials, judgements = plain
    records = [Registered(*frozen(values)) for values in officials]
    words = [Judgement(Verdict(verdict), *frozen(values)) for verdict, *values in judgements]
    return Registry(tuple(records), tuple(words))


def frozen(values: Sequence[Any]) -> list[Any]:
    """The values of a record's fields, lists as tuples."""
    return [tuple(value) if isinstance(value, list) else value for value in values]
