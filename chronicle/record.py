"""An entry's file, both ways: front matter and Markdown to `Entry`, and back; and whose it is.

The dataclass is the schema: a field added to `model.Entry` is read, checked and written without a
line here.
"""

import datetime as dt
import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from hashlib import blake2b
from typing import Any
from urllib.parse import quote, unquote

import yaml

from chronicle.fields import CONTROL, DATE, Complaints, Node, composed, guess, record_reader
from chronicle.model import Entry
from chronicle.problems import Problem

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)

# ── reading ──────────────────────────────────────────────────────────────────────────────────


def id_of(path: str) -> str:
    """The id of the entry in a file: the file's name without ".md"."""
    return path.rpartition("/")[2].removesuffix(".md")


def read_entry(path: str, text: str, codes: Collection[str]) -> tuple[Entry | None, tuple[Problem, ...]]:
    """The entry in a file's text, or its problems, all of them.

    `path` is how the user names the file.
    """
    entry_id = id_of(path)
    found = FRONT_MATTER.match(text)
    if not found:
        what = "the front matter isn't closed" if text.startswith("---") else "there is no front matter"
        return None, (
            Problem(path, 1, what, "An entry opens with a line '---', its fields, and a line '---'."),
        )
    complaints = Complaints(path, 2, codes)
    node = composed(found.group(1) or "", complaints)
    body = CONTROL.sub("", text[found.end() :]).strip("\n")
    if node is None:
        return None, tuple(complaints.problems)
    values = ENTRY(node, "", complaints) or {}
    if complaints.problems:
        return None, tuple(complaints.problems)
    if values.get("made_by"):
        values["made_by"] = maker(values["made_by"], entry_id, text)
    entry = Entry(id=entry_id, body=body, **values)
    check(entry, node, complaints)
    return (None if complaints.problems else entry), tuple(complaints.problems)


ENTRY_FIELDS = tuple(
    field.name for field in fields(Entry) if field.name not in ("id", "body", "evidence", "made_by")
)


def check(entry: Entry, node: Node, complaints: Complaints) -> None:
    """What no single field can tell."""
    if entry.date and entry.end_date and entry.end_date < entry.date[: len(entry.end_date)]:
        what = f"is {entry.end_date!r}, before the date {entry.date!r}"
        complaints.add(
            line_of(node, "end_date"), "end_date", what, "The end can't come before the beginning."
        )
    for field in entry.evidence or {}:
        name = field.partition("[")[0].partition(".")[0]
        if name not in ENTRY_FIELDS:
            complaints.add(
                line_of(node, "evidence"),
                "evidence",
                f"is for {field!r}: there is no such field",
                guess(name, ENTRY_FIELDS),
            )
    check_statements(entry, node, complaints)
    if not entry.participants and not entry.parties:
        hint = "Name the participants, or list the countries and organisations under 'parties'."
        complaints.add(2, "", "nobody takes part: neither participants nor parties", hint)


def check_statements(entry: Entry, node: Node, complaints: Complaints) -> None:
    """Only who takes part is heard: a statement names a participant, or the sides that spoke."""
    names = [participant.name for participant in entry.participants]
    for number, statement in enumerate(entry.statements):
        where, line = f"statements[{number}]", line_of(node, "statements", number)
        if statement.speaker is None and not statement.sides:
            hint = "Name the speaker, or the sides that spoke together."
            complaints.add(line, where, "is nobody's: neither speaker nor sides", hint)
        elif statement.speaker is not None and statement.speaker not in names:
            what = f"is {statement.speaker!r}: no participant has this name"
            near = difflib.get_close_matches(statement.speaker, names, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else "Write the name as under 'participants'."
            complaints.add(line, f"{where}.speaker", what, hint)


def line_of(node: Node, key: str, item: int | None = None) -> int:
    """The line in the file at which a top-level key stands, or an item of its list."""
    for name, value in node.value:
        if name.value == key:
            return int((name if item is None else value.value[item]).start_mark.line) + 2
    return 2


ENTRY = record_reader(Entry, dict, leave_out=("id", "body"))


# ── writing ──────────────────────────────────────────────────────────────────────────────────


def entry_text(entry: Entry) -> str:
    """The text of an entry's file; `read_entry` of it gives the entry back."""
    return framed(front_of(entry), entry.body)


def front_of(entry: Entry) -> str:
    """The lines of an entry's front matter."""
    plain = {name: value for name, value in plain_of(entry).items() if name not in ("id", "body")}
    front: str = yaml.dump(
        plain, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100_000, default_flow_style=None
    )
    return front


def framed(front: str, body: str) -> str:
    """The front matter between its lines of hyphens, and the body below."""
    return f"---\n{front}---\n" + (f"\n{body}\n" if body else "")


class Dumper(yaml.CSafeDumper if hasattr(yaml, "CSafeDumper") else yaml.SafeDumper):  # type: ignore[misc]
    """Writes no anchors: the same record twice is written twice."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def plain_of(record: Any) -> dict[str, Any]:
    """A record as a mapping of what isn't at its default, values as YAML writes them best."""
    return {
        field.name: plain(value)
        for field in fields(record)
        if (value := getattr(record, field.name)) != default_of(field) or field.name in ("kind", "status")
    }


def default_of(field: Field[Any]) -> object:
    """What a field holds where nothing is given."""
    return None if field.default is MISSING else field.default


def plain(value: Any) -> Any:
    """A value as YAML writes it: days without quotation marks, records as mappings."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return plain_of(value)
    if isinstance(value, str):
        return day_of(value) or str(value)
    return value


def day_of(value: str) -> dt.date | None:
    """The day that a text is; None where it isn't one, "2019-02-30" included."""
    found = DATE.fullmatch(value)
    try:
        return dt.date.fromisoformat(value) if found and found.group(3) else None
    except ValueError:
        return None


# ── whose an entry is ────────────────────────────────────────────────────────────────────────

MADE_BY = re.compile(r"^made_by: (ingest \d+|import [^\s#]+#[^\s#]+) ([0-9a-f]{16})\n", re.MULTILINE)
EDITED = "a person, after "


def maker(made_by: str, entry_id: str, text: str) -> str:
    """Who made an entry as it stands: ingest or an import, if the digest in its mark still fits.

    A new name is an edit, too. Line endings and white space at the end of the file are none.
    """
    found = MADE_BY.search(text)
    if found:
        unsigned = text[: found.start()] + text[found.end() :]
        if mark(entry_id, found.group(1), unsigned) == found.group(0):
            return made_by
    return EDITED + made_by


def signed(entry: Entry, number: int) -> str:
    """The text of an entry's file, marked as ingest's for encounter `number` of its article."""
    return signed_by(entry, f"ingest {number}")


def signed_for(entry: Entry, table: str, row: str) -> str:
    """The text of an entry's file, marked as imported from a row of a table."""
    return signed_by(entry, f"import {quote(table, safe='')}#{quote(row, safe='')}")


def signed_by(entry: Entry, who: str) -> str:
    """The text of an entry's file with its maker's mark, which is the last line of its front matter."""
    front = front_of(replace(entry, made_by=None))
    return framed(front + mark(entry.id, who, framed(front, entry.body)), entry.body)


def is_untouched(entry: Entry) -> bool:
    """Whether an entry stands as the program wrote it, of an article or of a table's row."""
    return entry.made_by is not None and not entry.made_by.startswith(EDITED)


def encounter_number(entry: Entry) -> int | None:
    """Which encounter of its article an entry of ingest's tells of, edited or not; from 1."""
    found = re.search(r"ingest (\d+) ", entry.made_by or "")
    return int(found.group(1)) if found else None


def imported_from(entry: Entry) -> tuple[str, str] | None:
    """The table and the row that an entry was imported from, edited or not; None for any other entry."""
    found = re.search(r"import ([^\s#]+)#([^\s#]+) ", entry.made_by or "")
    return (unquote(found.group(1)), unquote(found.group(2))) if found else None


def mark(entry_id: str, who: str, unsigned: str) -> str:
    """The line that tells an unedited entry: its digest is of the name, the maker and the text."""
    told = who.removeprefix("ingest ")
    signature = blake2b(f"{entry_id}\n{told}\n{unsigned.strip()}".encode(), digest_size=8)
    return f"made_by: {who} {signature.hexdigest()}\n"
