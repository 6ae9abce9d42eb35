"""content/corrections.yaml to what was corrected or withdrawn, and all that is wrong with it."""

import difflib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, dataclass, fields

from chronicle.evidence import value_at, what_is_at
from chronicle.fields import Complaints, record_reader
from chronicle.model import Entry, PartialDate
from chronicle.problems import Problem
from chronicle.record_lists import Placed, complain, records_in

BODY = "body"
FIELDS = tuple(field.name for field in fields(Entry))


@dataclass(frozen=True, slots=True)
class Correction:
    """That a published entry was corrected, or withdrawn: one of `entry` and `withdrawn` is given."""

    on: PartialDate  # the day on which it was done
    entry: str | None = None  # the id of the entry that was corrected
    withdrawn: str | None = None  # the id of an entry that isn't there any more
    title: str | None = None  # what the withdrawn entry was called
    field: str | None = None  # which field of the entry: "date", "participants[0].role"
    was: str | None = None  # what stood there; None where nothing did
    becomes: str | None = None  # what stands there now; None where nothing does
    because: str | None = None
    by: str | None = None

    @property
    def of(self) -> str:
        """The entry that it is on."""
        return self.entry or self.withdrawn or ""


@dataclass(frozen=True, slots=True)
class Written:
    """The same as people write it, field by field."""

    on: PartialDate
    entry: str | None = None
    withdrawn: str | None = None
    title: str | None = None
    field: str | None = None
    was: str | None = None
    now: str | None = None
    because: str | None = None
    by: str | None = None


READ = record_reader(Written, Written)
OF_AN_ENTRY = {"field": "field", "was": "was", "now": "becomes"}  # by name as it is written


def read_corrections(
    content: bytes, shown: str, *, entries: Collection[str], codes: Collection[str]
) -> tuple[tuple[Correction, ...], list[Problem]]:
    """The corrections in a file, newest first, and all that is wrong with it.

    `shown` is how messages name the file; `entries` are the ids of the entries that there are.
    """
    complaints = Complaints(shown, 1, codes)
    placed = [
        each._replace(record=Correction(*astuple(each.record)))
        for each in records_in(content, READ, complaints, "corrections.yaml")
    ]
    gone = {each.record.withdrawn: each for each in reversed(placed) if each.record.withdrawn}
    for each in placed:
        for check in (check_kind, check_withdrawal, check_field):
            check(each, complaints)
        check_entry(each, entries, gone, complaints)
    newest = sorted(placed, key=lambda each: each.record.on)[::-1]
    return tuple(each.record for each in newest), complaints.problems


def check_kind(placed: Placed, complaints: Complaints) -> None:
    """A record is on an entry that was corrected, or on one that was withdrawn."""
    record: Correction = placed.record
    if bool(record.entry) == bool(record.withdrawn):
        what = "is on both an entry and a withdrawal" if record.entry else "names no entry"
        hint = "Write the id of the entry as 'entry', or as 'withdrawn' where it is gone."
        complain(complaints, placed, "", what, hint)


def check_withdrawal(placed: Placed, complaints: Complaints) -> None:
    """A withdrawal says why, and names no field."""
    record: Correction = placed.record
    if not record.withdrawn or record.entry:
        return
    if not record.because:
        complain(complaints, placed, "", "has no 'because'", "Tell readers why the entry was withdrawn.")
    for name, attribute in OF_AN_ENTRY.items():
        if getattr(record, attribute) is not None:
            hint = "Take it away, or write 'entry' in place of 'withdrawn'."
            complain(complaints, placed, name, "is of no use: the whole entry was withdrawn", hint)


def check_field(placed: Placed, complaints: Complaints) -> None:
    """A correction names a field that entries have, and what stood or stands there."""
    record: Correction = placed.record
    if not record.entry or record.withdrawn:
        return
    name = (record.field or "").partition("[")[0].partition(".")[0]
    if not record.field:
        complain(complaints, placed, "", "has no 'field'", "Write which field was corrected: date, city …")
    elif name not in FIELDS:
        near = difflib.get_close_matches(name, FIELDS, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else f"The fields are {', '.join(FIELDS)}."
        complain(complaints, placed, "field", f"is {record.field!r}: entries have no such field", hint)
    if record.was is None and record.becomes is None:
        complain(
            complaints,
            placed,
            "",
            "has neither 'was' nor 'now'",
            "Write what stood there, and what does now.",
        )


def check_entry(
    placed: Placed, entries: Collection[str], gone: dict[str, Placed], complaints: Complaints
) -> None:
    """What was corrected is there, or was withdrawn later; what was withdrawn is gone, and only once."""
    record: Correction = placed.record
    if record.withdrawn in entries:
        what = f"is {record.withdrawn!r}: this entry is still there"
        complain(complaints, placed, "withdrawn", what, "Delete the entry's file, or take this record away.")
    elif record.withdrawn and gone[record.withdrawn] is not placed:
        what = f"is {record.withdrawn!r}: an earlier record withdraws this entry"
        complain(complaints, placed, "withdrawn", what, "Keep one of the two.")
    if record.entry and record.entry not in entries and record.entry not in gone:
        near = difflib.get_close_matches(record.entry, [*entries, *gone], n=1)
        hint = f"Did you mean {near[0]!r}?" if near else "Write the name of the entry's file, without '.md'."
        complain(complaints, placed, "entry", f"is {record.entry!r}: there is no such entry", hint)


def notes_on_corrections(
    corrections: Sequence[Correction], entries: Iterable[Entry], shown: str
) -> list[str]:
    """Notes on corrections that their entries don't bear out; of each field the newest counts.

    The corrections come newest first; `shown` is how notes name their file.
    """
    by_id = {entry.id: entry for entry in entries}
    newest = {(each.entry, each.field): each for each in reversed(corrections)}
    notes = []
    for each in newest.values():
        entry, field = by_id.get(each.entry or ""), each.field or ""
        if entry and not is_so(each, entry):
            there = value_at(entry, field) if field != BODY else None
            says = f"says {there!r}" if there else "doesn't say so"
            told = f"is now {each.becomes!r}" if each.becomes else f"isn't {each.was!r} any more"
            notes.append(f"{shown} tells that {field!r} of {entry.id} {told}, but the entry {says}.")
    return notes


def is_so(correction: Correction, entry: Entry) -> bool:
    """Whether an entry has in a field what stands there now, or no longer has what was taken out.

    Of a record words can't tell that.
    """
    field = correction.field or ""
    there = what_is_at(entry, field)
    several = there if isinstance(there, tuple) else () if there is None else (there,)
    if not all(isinstance(value, str) for value in several):
        return True

    def has(text: str) -> bool:
        return text in (entry.body if field == BODY else (*several, value_at(entry, field)))

    return has(correction.becomes) if correction.becomes else not has(correction.was or "")
