"""content/imports.csv: which rows were imported, as they were, and into which entries."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from chronicle.problems import Problem
from chronicle.store import kept_rows, kept_text

REGISTER = "imports.csv"
HEADINGS = ("table", "row", "digest", "entry")


class Line(NamedTuple):
    """What is remembered of a row that was imported."""

    table: str
    row: str  # its key
    digest: str  # of the entry that it was
    entry: str  # the id of that


Register = Mapping[tuple[str, str], Line]  # by table and row


def read_register(content: bytes, shown: str) -> tuple[dict[tuple[str, str], Line], list[Problem]]:
    """The rows that were imported, and what is wrong with the file that tells."""
    rows, problems = kept_rows(content, shown, HEADINGS)
    lines = {}
    for number, row in rows:
        if len(row) == len(HEADINGS):
            lines[row[0], row[1]] = Line(*row)
        else:
            hint = f"A line has {', '.join(HEADINGS)}; remove it to have the row imported anew."
            problems.append(Problem(shown, number, f"{','.join(row)!r} can't be read", hint))
    return lines, problems


def register_text(lines: Collection[Line]) -> bytes:
    """The register's file, sorted by table and row."""
    return kept_text(HEADINGS, lines)
