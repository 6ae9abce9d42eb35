"""YAML nodes to typed values: a dataclass is the schema, and every problem has its line.

All scalars are read as text and the field's type decides, so that YAML 1.1 never turns NO into
false or 12:30 into 750. Nodes are composed without resolving tags, which is three times faster
than loading them and leaves a line number on everything.
"""

import datetime as dt
import difflib
import re
import types
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

import yaml

from chronicle.lexicon.countries import load_countries, load_parts
from chronicle.lexicon.country_codes import advice
from chronicle.lexicon.states import load_vanished
from chronicle.model import ArticleId, CountryCode, OfficialId, PartialDate, WebAddress
from chronicle.problems import Problem
from chronicle.slug import slug

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
ID, LONGEST_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*"), 120  # characters; a file's name has room for 255
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")  # what XML, and so the feed, can't hold
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
FLAGS = {"true": True, "yes": True, "false": False, "no": False}
LARGEST = 256 * 1024  # characters; a longer front matter is no entry
DEEPEST = 5_000  # levels; libyaml's composer recurses in C, and crashes at some twenty thousand
SHORTEST_PART = 3  # letters of a choice by which it can be meant: "pairs" for "country-pairs"
ORGANISATION_CODES = frozenset(("EU", "UN"))  # two letters, and yet no country

Node = yaml.nodes.Node
Reader = Callable[[Node, str, "Complaints"], Any]


class Complaints:
    """The problems of one file while it is read; knows which country codes there are."""

    def __init__(self, path: str, first_line: int, codes: Collection[str]) -> None:
        self.path, self.first_line, self.codes = path, first_line, codes
        self.problems: list[Problem] = []

    def add(self, node: Node | int, field: str, what: str, hint: str = "") -> None:
        """Note a problem at a node's line (or at a line of the file)."""
        line = node if isinstance(node, int) else node.start_mark.line + self.first_line
        self.problems.append(Problem(self.path, line, f"{field} {what}" if field else what, hint))


class Loader(yaml.cyaml.CParser if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]
    """Composes nodes and resolves no tags: a scalar stays the text that it is."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


def composed(text: str, complaints: Complaints, *, of: str = "front matter") -> Node | None:
    """The mapping node of a YAML text; None, with the problem noted, where it isn't one.

    `of` is what messages call the text.
    """
    if len(text) > LARGEST:
        complaints.add(
            2, "", f"the front matter is {len(text):,} characters long", "Is the closing '---' missing?"
        )
        return None
    try:
        deep = is_too_deep(text)
        node = None if deep else Loader(text).get_single_node()
    except yaml.YAMLError as error:
        line = yaml_line(error, text) + complaints.first_line
        what = f"this isn't YAML: {yaml_reason(error)}"
        complaints.add(line, "", what, yaml_hint(text, line - complaints.first_line))
        return None
    except RecursionError:
        deep, node = True, None
    if deep:
        hint = "An entry has lists of flat records, no more."
        complaints.add(2, "", "the brackets are nested too deeply", hint)
    elif not isinstance(node, yaml.MappingNode):
        hint = "Write 'title: …' and the other fields, a line each."
        complaints.add(complaints.first_line, "", f"the {of} has no fields", hint)
    return node if isinstance(node, yaml.MappingNode) else None


def is_too_deep(text: str) -> bool:
    """Whether a YAML text is nested more deeply than can be composed; events come without recursion."""
    if sum(map(text.count, "[{-?")) <= DEEPEST:  # too little to open that many levels
        return False
    levels = 0
    for event in yaml.parse(text, Loader=Loader):
        levels += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if levels > DEEPEST:
            return True
    return False


def yaml_line(error: yaml.YAMLError, text: str) -> int:
    """The line of which the YAML reader complains, from 0; of what isn't closed, where it begins."""
    unclosed = "end of stream" in (getattr(error, "problem", None) or "")
    mark = (unclosed and getattr(error, "context_mark", None)) or getattr(error, "problem_mark", None)
    if mark:
        return int(mark.line)
    before = text.encode()[: getattr(error, "position", 0)]  # the reader counts bytes
    return before.count(b"\n")


def yaml_reason(error: yaml.YAMLError) -> str:
    """What the YAML reader complains of, in one line."""
    parts = [getattr(error, "context", None), getattr(error, "problem", None), getattr(error, "reason", None)]
    return ", ".join(str(p) for p in parts if p) or str(error).split("\n")[0]


def yaml_hint(text: str, line: int) -> str:
    """A guess at what went wrong in a line of YAML (counted from 0)."""
    lines = text.split("\n")
    said = lines[line] if 0 <= line < len(lines) else ""
    if "\t" in said:
        return "Use spaces, not tabs, at the beginning of a line."
    if said.count(": ") > 1 or re.search(r"[\"'\[\]{}#&*!|>%@`]", said):
        return 'Put a text that has a colon, a quotation mark or a bracket in it into "double quotes".'
    return "Check the indentation and the quotation marks here and in the line above."


def record_reader(kind: type, make: Callable[..., Any], leave_out: Collection[str] = ()) -> Reader:
    """A reader of mappings into what `make` makes of the fields of a dataclass, but for some."""
    hints = get_type_hints(kind)
    wanted = [field for field in fields(kind) if field.name not in leave_out]
    readers = {field.name: reader_of(hints[field.name]) for field in wanted}
    required = [field.name for field in wanted if field.default is MISSING]

    def read(node: Node, where: str, complaints: Complaints) -> Any:
        if not isinstance(node, yaml.MappingNode):
            example = ", ".join(f"{name}: …" for name in list(readers)[:2])
            complaints.add(node, where, f"is {shown(node)}: not a record", f"Write it as {{{example}}}.")
            return None
        values = read_fields(node, where, readers, complaints)
        for name in required:
            if name not in values:
                complaints.add(node, joined(where, name), "is missing", "Every record of this kind needs it.")
        return None if any(values.get(name) is None for name in required) else make(**values)

    return read


def read_fields(
    node: Node, where: str, readers: Mapping[str, Reader], complaints: Complaints
) -> dict[str, Any]:
    """The values of a mapping's fields; unknown fields and those given twice are problems."""
    values: dict[str, Any] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else shown(key)
        reader = readers.get(name)
        if reader is None:
            complaints.add(key, "", f"unknown field {joined(where, name)!r}", guess(name, readers))
        elif name in values:
            complaints.add(key, "", f"{joined(where, name)!r} is given twice", "Keep one of the two.")
        else:
            values[name] = reader(value, joined(where, name), complaints)
    return values


def reader_of(hint: Any) -> Reader:
    """The reader for a field's type."""
    if get_origin(hint) is tuple:
        return list_reader(reader_of(get_args(hint)[0]), of_records=is_dataclass(get_args(hint)[0]))
    options = (
        [a for a in get_args(hint) if a is not types.NoneType]
        if get_origin(hint) in (types.UnionType, Union)
        else []
    )
    if options:
        return optional(reader_of(options[0]))
    if get_origin(hint) is Mapping:
        return mapping_reader(reader_of(get_args(hint)[1]))
    if is_dataclass(hint):
        return record_reader(hint, hint)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return choice_reader(hint)
    return READERS[hint]


def is_null(node: Node) -> bool:
    """An absent value; a quoted "null" is a text."""
    return isinstance(node, yaml.ScalarNode) and node.value in NULLS and not node.style


def optional(reader: Reader) -> Reader:
    """The same reader, for a value that may be absent."""
    return lambda node, where, complaints: None if is_null(node) else reader(node, where, complaints)


def read_text(node: Node, where: str, complaints: Complaints) -> str | None:
    """One line of text."""
    if not isinstance(node, yaml.ScalarNode):
        complaints.add(node, where, f"is {shown(node)}: a text is wanted here")
        return None
    if is_null(node):
        complaints.add(node, where, "is empty", "Write a text, or take the line away.")
        return None
    value: str = node.value
    return value if value.isprintable() and "  " not in value else " ".join(CONTROL.sub(" ", value).split())


def read_name(node: Node, where: str, complaints: Complaints) -> str | None:
    """The name of a file, in which every blank counts."""
    value = read_text(node, where, complaints)
    return None if value is None else CONTROL.sub("", node.value)


def read_id(node: Node, where: str, complaints: Complaints) -> str | None:
    """What an address is made of."""
    value = read_text(node, where, complaints)
    if value is None or (ID.fullmatch(value) and len(value) <= LONGEST_ID):
        return value
    hint = f"An id has small letters, digits and hyphens: '{slug(value)}'."
    complaints.add(node, where, f"is {value!r}: not fit for an address", hint)
    return None


def read_date(node: Node, where: str, complaints: Complaints) -> str | None:
    """A day, a month or a year that exists."""
    value = node.value if isinstance(node, yaml.ScalarNode) else shown(node)
    found = DATE.fullmatch(str(value))
    if not found:
        complaints.add(node, where, f"is {value!r}: not a date", "Write 2019-11-07, or 2019-11, or 2019.")
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        complaints.add(node, where, f"is {value!r}: there is no such day", "Check the month's length.")
        return None
    return str(value)


def read_address(node: Node, where: str, complaints: Complaints) -> str | None:
    """The address of something on the web."""
    value = read_text(node, where, complaints)
    if value is None or is_web_address(value):
        return value
    complaints.add(node, where, f"is {value!r}: not a web address", "Write it as https://example.org/news.")
    return None


def is_web_address(text: str) -> bool:
    """Whether a text is an address that a browser opens as a page, and nothing that it runs."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"]", text)


def read_country(node: Node, where: str, complaints: Complaints) -> str | None:
    """A country code in capitals."""
    value = node.value if isinstance(node, yaml.ScalarNode) else shown(node)
    if value in complaints.codes:
        return str(value)
    hint = advice(str(value)) or "Write the two capital letters of ISO 3166: FR for France."
    complaints.add(node, where, f"is {value!r}: not a country code", hint)
    return None


def read_flag(node: Node, where: str, complaints: Complaints) -> bool | None:
    """Yes or no, in the ways that YAML has for them."""
    value = (node.value if isinstance(node, yaml.ScalarNode) else shown(node)).lower()
    if value not in FLAGS:
        complaints.add(node, where, f"is {value!r}: neither yes nor no", "Write 'true' or 'false'.")
    return FLAGS.get(value)


READERS: Mapping[Any, Reader] = {
    str: read_text,
    bool: read_flag,
    ArticleId: read_name,
    OfficialId: read_id,
    PartialDate: read_date,
    CountryCode: read_country,
    WebAddress: read_address,
}


@cache
def country_names() -> frozenset[str]:
    """The names of all countries that are and were, and those of their parts, in small letters."""
    named = [name for country in load_countries().values() for name in (country.name, *country.names)]
    named += [name for state in load_vanished().values() for name in (state.name, *state.names)]
    return frozenset(name.lower() for name in (*named, *load_parts()))


def choice_reader(kind: type[StrEnum]) -> Reader:
    """A reader of one of a closed set of words."""
    members = {str(member): member for member in kind}

    def read(node: Node, where: str, complaints: Complaints) -> StrEnum | None:
        value: str = node.value if isinstance(node, yaml.ScalarNode) else shown(node)
        if value in members:
            return members[value]
        part = value.lower() if len(value) >= SHORTEST_PART else None
        near = difflib.get_close_matches(value, members, n=1) or [m for m in members if part and part in m]
        hint = f"Did you mean {' or '.join(map(repr, near))}?" if near else ""
        complaints.add(node, where, f"is {value!r}: not one of {', '.join(members)}", hint)
        return None

    return read


def list_reader(reader: Reader, *, of_records: bool) -> Reader:
    """A reader of lists; a single value in a list's place is no list."""

    def read(node: Node, where: str, complaints: Complaints) -> tuple[Any, ...]:
        if is_null(node):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            what = f"is {shown(node)}: a list is wanted here"
            complaints.add(
                node,
                where,
                what,
                ""
                if of_records
                else f"Write it as [{node.value if isinstance(node, yaml.ScalarNode) else '…'}].",
            )
            return ()
        values = [reader(item, f"{where}[{number}]", complaints) for number, item in enumerate(node.value)]
        if where == "parties" or where.endswith(".sides"):
            check_parties(node, values, where, complaints)
        return tuple(value for value in values if value is not None)

    return read


def check_parties(node: Node, values: list[str | None], where: str, complaints: Complaints) -> None:
    """Countries among parties or sides go by their codes; EU and UN are organisations."""
    for number, value in enumerate(values):
        if not value or value in complaints.codes or value in ORGANISATION_CODES:
            continue
        slip = len(value) == 2 and (value.isupper() or value.upper() in complaints.codes)
        if slip or value.lower() in country_names():
            read_country(node.value[number], f"{where}[{number}]", complaints)


def mapping_reader(reader: Reader) -> Reader:
    """A reader of mappings from any text to records of one kind."""

    def read(node: Node, where: str, complaints: Complaints) -> Mapping[str, Any]:
        if not isinstance(node, yaml.MappingNode):
            complaints.add(node, where, f"is {shown(node)}: fields are wanted here")
            return {}
        values: dict[str, Any] = {}
        for key, value in node.value:
            name = shown(key) if not isinstance(key, yaml.ScalarNode) else str(key.value)
            if name in values:
                complaints.add(key, "", f"{joined(where, name)!r} is given twice", "Keep one of the two.")
            values[name] = reader(value, joined(where, name), complaints)
        return values

    return read


def joined(where: str, name: str) -> str:
    """The name of a field within another: "sources[0].url"."""
    return f"{where}.{name}" if where else name


def guess(name: str, known: Collection[str]) -> str:
    """Which known field an unknown one may stand for."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f"Did you mean '{near[0]}'?" if near else f"The fields are {', '.join(known)}."


def shown(node: Node) -> str:
    """A node as a message quotes it."""
    if isinstance(node, yaml.ScalarNode):
        return f"{node.value!r}" if node.value else "empty"
    return "a list" if isinstance(node, yaml.SequenceNode) else "a record"
