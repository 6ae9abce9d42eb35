"""Rows as files: JSON, a record a line, and CSV for spreadsheets."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

import orjson

from chronicle.publish.data.records import Row, Value, as_json
from chronicle.publish.data.schema import Field, Table, Type

BETWEEN = "; "  # several values of a cell
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet works out


def json_of(table: Table, rows: Sequence[Row]) -> bytes:
    """A table as a list of records."""
    return as_list([record_of(table, row) for row in rows])


def record_of(table: Table, row: Row) -> bytes:
    """One record as a line of JSON."""
    return orjson.dumps(as_json(table, row))


def as_list(records: Iterable[bytes]) -> bytes:
    """Records as a list, a line each."""
    return b"[\n" + b",\n".join(records) + b"\n]\n"


def csv_of(table: Table, rows: Iterable[Row]) -> bytes:
    """A table with its headings."""
    return headings(table) + lines_of(table, rows)


def headings(table: Table) -> bytes:
    """The first line of a table."""
    return as_lines([[field.name for field in table.columns]])


def lines_of(table: Table, rows: Iterable[Row]) -> bytes:
    """Rows as lines of CSV."""
    return as_lines([guarded(cell) for cell in cells(table, row)] for row in rows)


def as_lines(several: Iterable[Iterable[str]]) -> bytes:
    """Cells as lines of CSV."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(several)
    return out.getvalue().encode()


def cells(table: Table, row: Row) -> tuple[str, ...]:
    """A row's cells, in order of the table's columns."""
    return tuple([in_words(field, row[field.name]) for field in table.columns])


def in_words(field: Field, value: Value) -> str:
    """A value as a cell has it: several with ";" between them."""
    if value is None:
        return ""
    if value.__class__ is str:  # most are
        return str(value)
    if field.type is Type.YES_NO:
        return "true" if value else "false"
    if field.type is Type.LIST:
        return BETWEEN.join(value)
    if field.type is Type.RECORDS:
        return BETWEEN.join(map(WORDS[field.name], value))
    return str(value)


def person(record: Row) -> str:
    """As in "Karl Ebner (Minister of Defence, AT)"."""
    about = ", ".join(filter(None, (record["role"], record["country"] or record["organisation"])))
    return f"{record['name']} ({about})" if about else str(record["name"])


def said(record: Row) -> str:
    """As in "Karl Ebner (AT) thanked: energy, trade"."""
    sides = ", ".join(record["sides"])
    speaker = record["speaker"]
    who = f"{speaker} ({sides})" if speaker and sides else speaker or sides
    return f"{who} {record['manner']}" + (f": {', '.join(record['topics'])}" if record["topics"] else "")


def cited(record: Row) -> str:
    """A report's address, else who published it and when, else its file."""
    return (
        record["url"]
        or " ".join(filter(None, (record["outlet"], record["published"])))
        or record["article"]
        or ""
    )


def telling(record: Row) -> str:
    """As in "official visit (2019-11-07-a, 2019-11-07-b)"."""
    return f"{record['value']} ({', '.join(record['entries'])})"


WORDS: Mapping[str, Callable[[Row], str]] = MappingProxyType(
    {"participants": person, "statements": said, "sources": cited, "tellings": telling}
)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
