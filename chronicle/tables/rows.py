"""A row → an entry, or all that is wrong with it; every check is that of an entry's file."""

from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

import orjson

from chronicle.fields import CONTROL, Complaints, Node, record_reader
from chronicle.import_settings import Way
from chronicle.lexicon.states import all_states
from chronicle.model import ArticleId, Entry, Source
from chronicle.problems import Problem
from chronicle.record import check
from chronicle.slug import LONGEST, folded, slug
from chronicle.tables.layout import Layout, Target, plain
from chronicle.tables.table import Row
from chronicle.tables.terms import gather, in_terms, node_of
from chronicle.titles import id_of, sides_of, title_of

LARGEST = 25_000  # characters of a row without its body: no front matter gets too long of that
LARGEST_BODY = 500_000
LONGEST_KEY = 200
SHOWN = 200  # characters of a message that quotes a cell
UNTITLED = "untitled"
DIGEST = "~"  # begins the key of a row that has no id


class Draft(NamedTuple):
    """A row as an entry."""

    row: Row
    key: str  # what tells the row from the others of its table, and stays when other cells change
    entry: Entry  # its id is a proposal, unless `is_named`
    is_named: bool  # whether the row says what its entry's file is called
    digest: str  # what changes when anything of the entry does


class Rejected(NamedTuple):
    """A row of which no entry can be made."""

    row: Row
    key: str  # as far as it is known; ""
    problems: tuple[Problem, ...]


class RowComplaints(Complaints):
    """The problems of one row; they name the column where that isn't called like the field."""

    def __init__(self, row: Row, layout: Layout) -> None:
        super().__init__(row.file, row.line, all_states().keys())
        self.layout = layout

    def add(self, node: Node | int, field: str, what: str, hint: str = "") -> None:  # noqa: ARG002  a row has one line
        """Note a problem of a field at the row's line."""
        name, _, rest = field.replace("]", "").partition("[")
        part = rest.partition(".")[2]
        headings = [
            heading
            for heading, target in zip(self.layout.headings, self.layout.targets, strict=True)
            if target.field == name and target.part in ("", part)
        ]
        column = (
            f" (column {headings[0]!r})" if len(headings) == 1 and plain(headings[0]) != plain(name) else ""
        )
        short = what if len(what) <= SHOWN else f"{what[:SHOWN]} …"
        super().add(self.first_line, f"{field}{column}" if field else "", short, hint)


def judged(row: Row, layout: Layout, way: Way, table: str) -> Draft | Rejected:
    """The entry that a row is, or what is wrong with it, all of it."""
    complaints = RowComplaints(row, layout)
    key = key_told(row, layout)
    if row.odd:
        complaints.add(row.line, "", f"the row {row.odd}", "Give the column a heading, or empty the cell.")
    elif (size := too_large(row, layout)) is not None:
        complaints.add(row.line, "", f"the row is {size:,} characters long", "Is a quotation mark missing?")
    elif len(key) > LONGEST_KEY or key.startswith(DIGEST):
        what = f"is {key!r}: no id of a row"
        complaints.add(0, "id", what, f"An id has at most {LONGEST_KEY} characters, and no '~' in front.")
    entry = None if complaints.problems else entry_of(row, layout, way, table, complaints)
    if entry is None or complaints.problems:
        return Rejected(row, key, tuple(complaints.problems))
    is_named = fits_an_address(key)
    named = replace(entry, id=key if is_named else id_of(entry, all_states()))
    digest = blake2b(orjson.dumps(named, default=dict), digest_size=8).hexdigest()
    return Draft(row, key or DIGEST + identity_of(named), named, is_named, digest)


def key_told(row: Row, layout: Layout) -> str:
    """What the row's column "id" says."""
    at = layout.targets.index(Target("id")) if Target("id") in layout.targets else None
    return " ".join(str(row.cells[at]).split()) if at is not None else ""


def too_large(row: Row, layout: Layout) -> int | None:
    """How many characters a row has that has too many."""
    body = sum(len(str(c)) for c, t in zip(row.cells, layout.targets, strict=True) if t.field == "body")
    front = sum(len(str(cell)) for cell in row.cells) - body
    return front + body if front > LARGEST or body > LARGEST_BODY else None


def fits_an_address(key: str) -> bool:
    """Whether an id can name an entry's file: "baku-talks"; "751" or "V-7" only tells rows apart."""
    return (
        "-" in key
        and any(map(str.isalpha, key))
        and len(key) <= 2 * LONGEST
        and key == "-".join(map(slug, key.split("-")))
    )


def identity_of(entry: Entry) -> str:
    """What tells an entry from others of its table where no id does: the day, who met, where."""
    told = [
        entry.date or "",
        *(folded(p.name) for p in entry.participants),
        *sides_of(entry),
        entry.city or "",
    ]
    return blake2b("\n".join(told).encode(), digest_size=6).hexdigest()


def entry_of(row: Row, layout: Layout, way: Way, table: str, complaints: Complaints) -> Entry | None:
    """The entry that a row is, without an id; None, with the problems noted, where it is none."""
    gathered = gather(row, layout)
    told, body = in_terms(gathered, way, complaints), gathered.body
    if not isinstance(body, str):
        complaints.add(0, "body", "is no text", "Write it in quotation marks.")
    is_titled = "title" in told
    node = node_of({"title": UNTITLED, **told})
    values = FIELDS(node, "", complaints)
    if complaints.problems or values is None:
        return None
    entry = Entry(id="", body=CONTROL.sub("", str(body)).strip("\n "), **values)
    check(entry, node, complaints)
    if complaints.problems:
        return None
    if not entry.sources:
        entry = replace(entry, sources=(replace(way.source or Source(), article=ArticleId(table)),))
    return entry if is_titled else replace(entry, title=title_of(entry, all_states()))


FIELDS = record_reader(Entry, dict, leave_out=("id", "body", "made_by"))
