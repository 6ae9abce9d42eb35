"""content/ on disk: articles and entries read; entries and the ledger written, each file in one step."""

import codecs
import contextlib
import csv
import io
import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from chronicle.digests import digest, packed, unpacked
from chronicle.memo import Memo
from chronicle.model import Basis, Entry, Evidence, Kind, Manner, Participant, Source, Statement, Status
from chronicle.parallel import spread
from chronicle.problems import Problem, ProblemsFound
from chronicle.project import MEETINGS, REGISTRY
from chronicle.record import read_entry

LEDGER_HEADINGS = ("article", "digest", "encounters", "reason", "outlet", "published")
LEDGER_BEFORE = LEDGER_HEADINGS[:4]  # of ledgers from before outlets and days were noted
OF_SEVERAL = "#"  # in the name of an article that shares its file with others
PART = ".part"  # ends the name of a file that is being written


ENTRY_FIELDS = tuple(field.name for field in fields(Entry))
PARTICIPANTS, STATEMENTS, SOURCES, EVIDENCE, KIND, STATUS, BODY = (
    ENTRY_FIELDS.index(name)
    for name in ("participants", "statements", "sources", "evidence", "kind", "status", "body")
)
LISTS_OF_TEXTS = [ENTRY_FIELDS.index(name) for name in ("parties", "documents", "topics", "review")]
KINDS = {str(kind): kind for kind in Kind}
STATUSES = {str(status): status for status in Status}


class Line(NamedTuple):
    """What the ledger remembers of an article that was read."""

    article: str
    digest: str  # of the article as it was read
    encounters: int  # how many entries were made of it
    reason: str  # why none was; ""
    outlet: str = ""  # who published it, and when, as it was read; "" where that isn't noted
    published: str = ""


class Stored(NamedTuple):
    """An entry and the file it stands in, below content/meetings."""

    path: str
    entry: Entry
    digest: str = ""  # of the file, the program included; "" where nobody asks


def write(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    part = path.with_name(f".{path.name}{PART}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        os.replace(part, path)
    except OSError as error:
        hint = "Look at the folder's permissions; on Windows, close the file in other programs."
        problem = Problem(path.as_posix(), None, f"this can't be written: {error.strerror}", hint)
        raise ProblemsFound([problem]) from error


def content_of(path: Path) -> bytes | None:
    """What stands in a file now, None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def remove(path: Path) -> None:
    """Remove a file, and its folder if that is empty now."""
    path.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        path.parent.rmdir()


def remove_parts(folder: Path) -> None:
    """Remove what a killed build left half written; the articles are the user's."""
    below = [(folder / name).rglob(f".*{PART}") for name in (MEETINGS, REGISTRY)]
    for part in chain(folder.glob(f".*{PART}"), *below):
        part.unlink(missing_ok=True)


# ── entries ──────────────────────────────────────────────────────────────────────────────────


def entries(
    found: Mapping[str, bytes], *, folder: str, codes: Collection[str], memo: Memo, version: bytes, jobs: int
) -> tuple[list[Stored], list[Problem]]:
    """The entries in some files (by path below `folder`, as messages name it), and all that is wrong.

    What was read before is remembered by content; an entry with a problem never is.
    """
    keys = {
        name: digest(version, name.encode(), content)
        for name, content in found.items()
        if name.endswith(".md")
    }
    known = memo.all("entries") if keys else {}
    unknown = [name for name, key in keys.items() if key not in known]

    def read(some: Sequence[str]) -> list[tuple[str, bytes | None, tuple[Problem, ...]]]:
        return [(name, *read_one(f"{folder}/{name}", found[name], codes)) for name in some]

    problems: list[Problem] = []
    news = {}
    for name, value, wrong in spread(read, unknown, jobs=jobs):
        problems += wrong
        if value is not None:
            news[keys[name]] = value
    memo.put("entries", news.items())
    memo.keep_only("entries", set(keys.values()))
    known.update(news)
    people: dict[tuple[str | None, ...], Participant] = {}
    stored = [
        Stored(name, unpacked_entry(known[key], found[name], people), key.hex())
        for name, key in keys.items()
        if key in known
    ]
    return stored, problems + same_names(keys, folder)


def read_one(path: str, content: bytes, codes: Collection[str]) -> tuple[bytes | None, tuple[Problem, ...]]:
    """One entry, packed, or what is wrong with it."""
    try:
        text = text_of(content)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return None, (Problem(path, line, "this isn't UTF-8", "Save the file as UTF-8 in your editor."),)
    entry, problems = read_entry(path, text, codes)
    return (packed(flat(entry, text)) if entry else None), problems


def text_of(content: bytes) -> str:
    """A file's text, lines ending as in Unix. Raises UnicodeDecodeError."""
    text = content.removeprefix(codecs.BOM_UTF8).decode()
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def flat(entry: Entry, text: str) -> list[Any]:
    """An entry as lists, texts and mappings; `unpacked_entry` makes it an entry again.

    The body is most of it, and told by where it stands in the file's text.
    """
    plain = [getattr(entry, name) for name in ENTRY_FIELDS]
    plain[PARTICIPANTS] = [(p.name, p.role, p.rank, p.country, p.organisation) for p in entry.participants]
    plain[STATEMENTS] = [(s.manner, s.speaker, s.sides, s.topics, s.quoted) for s in entry.statements]
    plain[SOURCES] = [(s.article, s.outlet, s.url, s.published, s.attribution) for s in entry.sources]
    if entry.evidence:
        grounds = {
            name: (found.basis, found.words, found.rule, found.value)
            for name, found in entry.evidence.items()
        }
        plain[EVIDENCE] = grounds
    start = text.rfind(entry.body)
    if start >= 0:
        plain[BODY] = start, start + len(entry.body)
    return plain


def unpacked_entry(value: bytes, content: bytes, people: dict[tuple[str | None, ...], Participant]) -> Entry:
    """An entry as it was packed, with the file that it stands in.

    `people` has the participants of other entries: most take part more than once, and what is one
    object is compared at once.
    """
    plain: list[Any] = unpacked(value)
    if isinstance(plain[BODY], list):
        start, stop = plain[BODY]
        plain[BODY] = text_of(content)[start:stop]
    for at in LISTS_OF_TEXTS:
        plain[at] = tuple(plain[at])
    plain[KIND], plain[STATUS] = KINDS[plain[KIND]], STATUSES[plain[STATUS]]
    plain[PARTICIPANTS] = tuple(
        [people.get(p) or people.setdefault(p, Participant(*p)) for p in map(tuple, plain[PARTICIPANTS])]
    )
    plain[STATEMENTS] = tuple(
        [Statement(Manner(s[0]), s[1], tuple(s[2]), tuple(s[3]), s[4]) for s in plain[STATEMENTS]]
    )
    plain[SOURCES] = tuple([Source(*source) for source in plain[SOURCES]])
    if plain[EVIDENCE]:
        plain[EVIDENCE] = {name: Evidence(Basis(g[0]), *g[1:]) for name, g in plain[EVIDENCE].items()}
    return Entry(*plain)


def same_names(names: Collection[str], folder: str) -> list[Problem]:
    """Entries in two folders with one name: they would have one address."""
    first: dict[str, str] = {}
    problems = []
    for name in names:
        stem = name.rpartition("/")[2].casefold()
        if stem in first:
            what = f"there is an entry of this name already, {first[stem]}"
            problems.append(Problem(f"{folder}/{name}", None, what, "Rename one of the two files."))
        first.setdefault(stem, name)
    return problems


def entry_path(entry_id: str, date: str | None = None) -> str:
    """Where a new entry stands below content/meetings: under the year of its id or date, or "undated"."""
    year = re.match(r"\d{4}(?=-|$)", entry_id) or re.match(r"\d{4}", date or "")
    return f"{year.group() if year else 'undated'}/{entry_id}.md"


# ── the ledger ───────────────────────────────────────────────────────────────────────────────


def read_ledger(content: bytes, shown: str) -> tuple[dict[str, Line], list[Problem]]:
    """Which articles were read, and what is wrong with the file that tells."""
    first = content.removeprefix(codecs.BOM_UTF8).partition(b"\n")[0].strip().decode(errors="replace")
    headings = LEDGER_BEFORE if first == ",".join(LEDGER_BEFORE) else LEDGER_HEADINGS
    rows, problems = kept_rows(content, shown, headings)
    lines = {}
    for number, row in rows:
        if len(row) == len(headings) and row[2].isdecimal():
            lines[row[0]] = Line(row[0], row[1], int(row[2]), *row[3:])
        else:
            hint = f"A line has {', '.join(LEDGER_HEADINGS)}; remove it to have the article read anew."
            problems.append(Problem(shown, number, f"{','.join(row)!r} can't be read", hint))
    return lines, problems


def ledger_text(lines: Collection[Line]) -> bytes:
    """The ledger's file, sorted by article."""
    return kept_text(LEDGER_HEADINGS, lines)


# ── tables that the program keeps for itself ─────────────────────────────────────────────────


def kept_rows(
    content: bytes, shown: str, headings: Sequence[str]
) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """The rows of a table that the program wrote, each with its line; none where the file is damaged."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except UnicodeDecodeError:
        return [], [Problem(shown, None, "this isn't UTF-8", "Restore the file from its history.")]
    except csv.Error as error:
        what = f"this table can't be read: {error}"
        return [], [Problem(shown, None, what, "Is a quotation mark missing?")]
    if rows and rows[0] != [*headings]:
        hint = f"Its first line is {','.join(headings)}. Restore the file from its history."
        return [], [Problem(shown, 1, "the headings are missing", hint)]
    return [(number, row) for number, row in enumerate(rows[1:], 2) if row], []


def kept_text(headings: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> bytes:
    """Such a table's file, its rows sorted."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(sorted(rows))
    return out.getvalue().encode()
