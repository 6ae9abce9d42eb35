"""A file that is a list of records, as people write it, to the records, each with where it stands."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml

from chronicle.fields import (
    Complaints,
    Loader,
    Node,
    is_null,
    is_too_deep,
    joined,
    shown,
    yaml_hint,
    yaml_line,
    yaml_reason,
)
from chronicle.store import text_of


class Placed(NamedTuple):
    """A record of a list and where it stands."""

    record: Any
    node: Node
    where: str  # as messages call it: its id, or "judgements[2]"


def records_in(
    content: bytes, read: Callable[..., Any], complaints: Complaints, name: str
) -> Iterator[Placed]:
    """The records of a file's list that can be read."""
    try:
        text = text_of(content)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        complaints.add(line, "", "this isn't UTF-8", "Save the file as UTF-8 in your editor.")
        return
    node = listed(text, complaints)
    for number, each in enumerate(node.value if node else ()):
        where = id_in(each) or f"{name.removesuffix('.yaml')}[{number}]"
        record = read(each, where, complaints)
        if record is not None:
            yield Placed(record, each, where)


def listed(text: str, complaints: Complaints) -> Node | None:
    """The list that a YAML text is; None where it has nothing, or, with the problem noted, something else."""
    try:
        deep = is_too_deep(text)
        node = None if deep else Loader(text).get_single_node()
    except yaml.YAMLError as error:
        line = yaml_line(error, text)
        complaints.add(line + 1, "", f"this isn't YAML: {yaml_reason(error)}", yaml_hint(text, line))
        return None
    except RecursionError:
        deep, node = True, None
    if deep:
        complaints.add(1, "", "the brackets are nested too deeply", "A record has texts and lists of texts.")
    elif node and not isinstance(node, yaml.SequenceNode) and not is_null(node):
        hint = "Begin each record with a hyphen: '- id: …', or '- verdict: …'."
        complaints.add(node, "", f"this is {shown(node)}: a list of records is wanted here", hint)
    return node if isinstance(node, yaml.SequenceNode) else None


def id_in(node: Node) -> str:
    """The id that stands in a record's node; "" where none does."""
    found = node_at(node, "id")
    return found.value if isinstance(found, yaml.ScalarNode) else ""


def node_at(node: Node, field: str, item: int | None = None) -> Node | None:
    """The node of a record's field, or of an item of its list; None where there is none."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == field:
            found = value.value[item] if item is not None and isinstance(value, yaml.SequenceNode) else value
            return found if isinstance(found, yaml.Node) else None
    return None


def complain(complaints: Complaints, placed: Placed, field: str, what: str, hint: str) -> None:
    """Note a problem at a record's field: "formerly", "formerly[1]", or "" for the record."""
    name, _, rest = field.partition("[")
    node = node_at(placed.node, name, int(rest[:-1]) if rest else None) or placed.node
    complaints.add(node, joined(placed.where, field) if field else placed.where, what, hint)
