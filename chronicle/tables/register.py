"""content/imports.csv: which rows were imported, as they were, and into which entries."""

import csv
import io
from collections.abc import Collection, Mapping
from typing import NamedTuple

from chronicle.problems import Problem

REGISTER = "imports.csv"
HEADINGS = ("table", "row", "digest", "entry")
RESTORE = "Restore the file from its history."


class Line(NamedTuple):
    """What is remembered of a row that was imported."""

    table: str
    row: str  # its key
    digest: str  # of the entry that it was
    entry: str  # the id of that


Register = Mapping[tuple[str, str], Line]  # by table and row


def read_register(content: bytes, shown: str) -> tuple[dict[tuple[str, str], Line], list[Problem]]:
    """The rows that were imported, and what is wrong with the file that tells."""
    try:
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return {}, [Problem(shown, None, "this table can't be read", RESTORE)]
    if rows and tuple(rows[0]) != HEADINGS:
        hint = f"Its first line is {','.join(HEADINGS)}. {RESTORE}"
        return {}, [Problem(shown, 1, "the headings are missing", hint)]
    lines, problems = {}, []
    for number, row in enumerate(rows[1:], 2):
        if len(row) == len(HEADINGS):
            lines[row[0], row[1]] = Line(*row)
        elif row:
            hint = f"A line has {', '.join(HEADINGS)}; remove it to have the row imported anew."
            problems.append(Problem(shown, number, f"{','.join(row)!r} can't be read", hint))
    return lines, problems


def register_text(lines: Collection[Line]) -> bytes:
    """The register's file, sorted by table and row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows(sorted(lines))
    return out.getvalue().encode()
