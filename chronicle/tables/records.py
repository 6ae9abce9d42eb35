"""JSON → a table: a list of records, a record that holds such a list, or a record a line."""

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from chronicle.problems import Unreadable
from chronicle.tables.table import Cell, Row, Table

SPACE = re.compile(r"[ \t\n]*")
DEEPEST = 8  # levels; an entry has four
OF_AN_ENTRY = frozenset(("date", "participants", "parties"))  # a record with one of these is no holder
HINT = "A table of meetings is a list of records, [{…}, {…}], or a record a line."


def records(file: str, text: str) -> Table:
    """The table in a text that begins like JSON. Raises Unreadable, with the line."""
    rows: list[tuple[int, dict[str, Any]]] = []
    for line, record in records_of(text):
        if not isinstance(record, dict):
            raise Unreadable(f"here is {type_of(record)}, not a record", HINT, line)
        if is_deep(record):
            raise Unreadable("the brackets are nested too deeply", HINT, line)
        rows.append((line, record))
    headings = tuple(dict.fromkeys(key for _, record in rows for key in record))
    made = [Row(file, line, tuple([cell(record.get(h)) for h in headings])) for line, record in rows]
    return Table(headings, None, tuple(row for row in made if any(row.cells)), is_flat=False)


def records_of(text: str) -> Iterator[tuple[int, Any]]:
    """What the list holds, each with the line at which it begins."""
    start = SPACE.match(text).end()  # type: ignore[union-attr]  # it matches anything
    if text[start] == "[":
        yield from listed(text, start)
        return
    first, stop = value_at(text, start)
    if SPACE.fullmatch(text, stop):
        held = () if OF_AN_ENTRY & first.keys() else lists_in(text, start)
        if len(held) > 1:
            raise Unreadable(f"there are several lists in it: {', '.join(name for name, _ in held)}", HINT)
        yield from listed(text, held[0][1]) if held else [(text.count("\n", 0, start) + 1, first)]
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            value, stop = value_at(line, SPACE.match(line).end(), number)  # type: ignore[union-attr]
            if not SPACE.fullmatch(line, stop):
                raise Unreadable("there is more than one record in this line", HINT, number)
            yield number, value


def lists_in(text: str, start: int) -> list[tuple[str, int]]:
    """The lists that a record at the top holds, each with the place of its bracket."""
    found = []
    at = skipped(text, start + 1)
    while text[at] != "}":
        name, at = value_at(text, at)
        at = skipped(text, skipped(text, at) + 1)  # the colon
        if text[at] == "[":
            found.append((str(name), at))
        at = skipped(text, value_at(text, at)[1])
        at = skipped(text, at + 1) if text[at] == "," else at
    return found


def listed(text: str, start: int) -> Iterator[tuple[int, Any]]:
    """What a list holds whose bracket stands at `start`."""
    line, counted = 1, 0
    at = skipped(text, start + 1)
    while text[at : at + 1] != "]":
        line, counted = line + text.count("\n", counted, at), at
        value, stop = value_at(text, at)
        yield line, value
        at = skipped(text, stop)
        if text[at : at + 1] == ",":
            at = skipped(text, at + 1)
        elif text[at : at + 1] != "]":
            line += text.count("\n", counted, at)
            raise Unreadable("this isn't JSON: a comma or the closing bracket is missing", HINT, line)


def skipped(text: str, at: int) -> int:
    """The place of the next character that is no white space."""
    return SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches anything


class Repeated(ValueError):
    """Raised where a record has a field twice: one of the two would be lost."""


def unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A record of some fields. Raises Repeated."""
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise Repeated(next(name for name in names if names.count(name) > 1))
    return made


def no_number(name: str) -> NoReturn:
    """What isn't JSON, though some programs write it: NaN, Infinity. Raises ValueError."""
    raise ValueError(f"{name} is no value")


DECODER = json.JSONDecoder(object_pairs_hook=unrepeated, parse_constant=no_number)


def value_at(text: str, at: int, line: int | None = None) -> tuple[Any, int]:
    """The value that begins at a place, and where it ends. Raises Unreadable."""
    here = line or text.count("\n", 0, at) + 1
    try:
        return DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise Unreadable(f"this isn't JSON: {error.msg}", HINT, line or error.lineno) from error
    except RecursionError as error:
        raise Unreadable("the brackets are nested too deeply", HINT, here) from error
    except Repeated as error:
        raise Unreadable(f"{str(error)!r} is given twice", "Keep one of the two.", here) from error
    except ValueError as error:  # NaN, or a number of thousands of digits
        raise Unreadable(f"this isn't JSON: {error}", "Write null where nothing is known.", here) from error


def cell(value: object) -> Cell:
    """What a record holds, as a cell: nothing is "", numbers are texts."""
    if isinstance(value, dict):
        return {key: cell(each) for key, each in value.items()}
    if isinstance(value, list):
        return [cell(each) for each in value]
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # halves of characters
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def is_deep(value: object) -> bool:
    """Whether a value is nested more deeply than any entry."""
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return bool(level)


def type_of(value: object) -> str:
    """A value as a message names its kind."""
    return "a list" if isinstance(value, list) else "a text" if isinstance(value, str) else "a value"
