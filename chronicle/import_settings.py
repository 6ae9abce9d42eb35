"""The setting `import`: how tables of a person's own are to be read."""

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import yaml

from chronicle.fields import Complaints, Node, choice_reader, guess, read_text, record_reader, shown
from chronicle.model import Source
from chronicle.tables.days import Days
from chronicle.tables.layout import LEFT_OUT, ONE, PARTS, SEVERAL, plain, target_of

NOTHING: Mapping[str, Any] = MappingProxyType({})
LEAVES = frozenset((*ONE, *SEVERAL, *PARTS["participants"], *PARTS["sources"])) - {"id", "body", "evidence"}


@dataclass(frozen=True, slots=True)
class Way:
    """How one table is to be read."""

    columns: Mapping[str, str] = field(
        default_factory=dict
    )  # heading, as headings are compared → field or "-"
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # field → cell, likewise → value
    dates: Days | None = None
    language: str = "en"  # of the names of months and countries, beside English
    encoding: str | None = None
    source: Source | None = None  # of rows that name none


@dataclass(frozen=True, slots=True)
class Ways:
    """How all tables are to be read, and how some of them differ."""

    general: Way = Way()
    tables: Mapping[str, Way] = field(default_factory=dict)  # by the table's name

    def of(self, table: str) -> Way:
        """How a table is to be read."""
        return self.tables.get(table, self.general)


def read_import(node: Node, where: str, complaints: Complaints) -> Ways | None:
    """The setting `import`; what `tables` says of a table is added to what holds for all."""
    told = {name: value for name, value in pairs_of(node, where, complaints) if name != "tables"}
    general = united(Way(), read_way(told, where, complaints))
    tables = {}
    for name, value in pairs_of(node, where, complaints, quiet=True):
        for table, own in pairs_of(value, f"{where}.tables", complaints) if name == "tables" else ():
            path = f"{where}.tables.{table}"
            tables[table] = united(general, read_way(dict(pairs_of(own, path, complaints)), path, complaints))
    return Ways(general, MappingProxyType(tables))


def united(general: Way, own: Mapping[str, Any]) -> Way:
    """What holds for all tables, and what one says for itself."""
    values = {name: {**general.values.get(name, {}), **told} for name, told in own.get("values", {}).items()}
    more = {
        "columns": {**general.columns, **own.get("columns", {})},
        "values": {**general.values, **values},
    }
    return replace(general, **{**own, **more})


def pairs_of(
    node: Node, where: str, complaints: Complaints, *, quiet: bool = False
) -> list[tuple[str, Node]]:
    """The keys of a mapping with what stands beside them."""
    if not isinstance(node, yaml.MappingNode):
        if not quiet:
            complaints.add(node, where, f"is {shown(node)}: fields are wanted here", "See README.md.")
        return []
    names = [key.value if isinstance(key, yaml.ScalarNode) else shown(key) for key, _ in node.value]
    for number, (key, _) in enumerate(node.value):
        if names[number] in names[:number] and not quiet:
            complaints.add(key, "", f"'{where}.{names[number]}' is given twice", "Keep one of the two.")
    return [(str(name), value) for name, (_, value) in zip(names, node.value, strict=True)]


def read_way(told: Mapping[str, Node], where: str, complaints: Complaints) -> dict[str, Any]:
    """What is said of how tables are read."""
    found: dict[str, Any] = {}
    for name, node in told.items():
        reader = READERS.get(name)
        if reader is None:
            complaints.add(node, "", f"unknown setting '{where}.{name}'", guess(name, (*READERS, "tables")))
            continue
        value = reader(node, f"{where}.{name}", complaints)
        found |= {name: value} if value is not None else {}
    return found


def read_columns(node: Node, where: str, complaints: Complaints) -> Mapping[str, str]:
    """Which field each heading is."""
    found = {}
    for heading, value in pairs_of(node, where, complaints):
        told = value.value if isinstance(value, yaml.ScalarNode) else ""
        if told == LEFT_OUT or target_of(told) is not None:
            found[plain(heading)] = str(told)
        else:
            hint = guess(told, (*ONE[:-1], *SEVERAL, "participant 1 role", LEFT_OUT))
            complaints.add(value, f"{where}.{heading}", f"is {shown(value)}: no field", hint)
    return found


def read_values(node: Node, where: str, complaints: Complaints) -> Mapping[str, Mapping[str, str]]:
    """What the words of a table stand for, field by field."""
    found = {}
    for name, words in pairs_of(node, where, complaints):
        if name not in LEAVES:
            complaints.add(words, "", f"unknown field '{where}.{name}'", guess(name, sorted(LEAVES)))
            continue
        pairs = pairs_of(words, f"{where}.{name}", complaints)
        found[name] = {
            plain(word): text_of(value, f"{where}.{name}.{word}", complaints) for word, value in pairs
        }
    return found


def text_of(node: Node, where: str, complaints: Complaints) -> str:
    """What a word stands for; nothing, or "-", for an empty cell."""
    if not isinstance(node, yaml.ScalarNode):
        complaints.add(node, where, f"is {shown(node)}: a text is wanted here")
        return ""
    return "" if node.value == LEFT_OUT else str(node.value)


def read_encoding(node: Node, where: str, complaints: Complaints) -> str | None:
    """The name of an encoding of text."""
    value = read_text(node, where, complaints)
    try:
        "".encode(codecs.lookup(value).name if value else "utf-8")
    except LookupError:
        complaints.add(node, where, f"is {value!r}: no encoding of text", "Write cp1252, cp1251 or utf-8.")
        return None
    return value


READERS: Mapping[str, Callable[[Node, str, Complaints], Any]] = {
    "columns": read_columns,
    "values": read_values,
    "dates": choice_reader(Days),
    "language": read_text,
    "encoding": read_encoding,
    "source": record_reader(Source, Source, leave_out=("article",)),
}
