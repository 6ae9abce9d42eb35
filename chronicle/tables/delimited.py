"""Text with separators → a table: commas, semicolons, tabs; quoted cells may hold all of these."""

import csv
import io
import re
import sys
from collections.abc import Iterator

from chronicle.problems import Unreadable
from chronicle.tables.table import Row, Table

SEPARATORS = (",", ";", "\t", "|")
QUOTED = re.compile(r'"[^"]*"')
EXCELS_OWN = re.compile(r"sep=(.)\n", re.IGNORECASE)  # a first line by which Excel is told
GUARD = re.compile(r"'(?=[=+\-@\t\r])")  # before what a spreadsheet would take for a formula
LARGEST = min(sys.maxsize, 2**31 - 1)


def delimited(file: str, text: str) -> Table:
    """The table in a text. Raises Unreadable, with the line where a quotation mark is wrong."""
    told = EXCELS_OWN.match(text)
    separator = told.group(1) if told else separator_of(text)
    headings: tuple[str, ...] = ()
    first, rows = 0, list[Row]()
    for line, cells in lines_of(text[told.end() :] if told else text, separator):
        number = line + bool(told)
        if headings:
            rows.append(row_of(file, number, cells, headings))
        elif any(cells):
            headings, first = tuple(without_end(cells)), number
    return Table(headings, first, tuple(rows), is_flat=True)


def separator_of(text: str) -> str:
    """What stands most often between the headings; quoted text doesn't count."""
    headings = QUOTED.sub("", text.lstrip("\n").partition("\n")[0])
    return max(SEPARATORS, key=headings.count)


def lines_of(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with something in them, each with the line at which it begins."""
    before = csv.field_size_limit(LARGEST)  # what is too long is a row's fault, and judged with it
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            stripped = [GUARD.sub("", cell, count=1) for cell in map(str.strip, cells)]
            if any(stripped):
                yield line, stripped
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "Is a quotation mark missing, or one too many? Within quotation marks it is written twice."
        raise Unreadable(f"this table can't be read: {error}", hint, line) from error
    finally:
        csv.field_size_limit(before)


def without_end(cells: list[str]) -> list[str]:
    """The cells up to the last that isn't empty."""
    last = max((number for number, cell in enumerate(cells, 1) if cell), default=0)
    return cells[:last]


def row_of(file: str, line: int, cells: list[str], headings: tuple[str, ...]) -> Row:
    """A row with a cell for each heading; cells that are left out at its end are empty."""
    width = len(headings)
    padded = (*cells[:width], *[""] * (width - len(cells)))
    beyond = next(filter(None, cells[width:]), "")
    nameless = next((c for c, h in zip(padded, headings, strict=True) if c and not h), "")
    odd = f"has {(beyond or nameless)[:80]!r} in a column without a heading" if beyond or nameless else ""
    return Row(file, line, padded, odd)
