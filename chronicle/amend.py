"""Single changes in the text of a YAML list of records, which leave every other character as it is.

A person's file keeps its comments, its order and its quotation marks: the places of nodes tell what
to replace. What can't be changed so (a value that stands elsewhere, too) is found by whoever reads
the result again.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import yaml

from chronicle.fields import Loader, Node
from chronicle.record import Dumper, plain

WIDE = 100_000  # characters: a value is never broken into lines
END = re.compile(r"^(?:\.\.\.|---)(?:[ \t].*)?$", re.MULTILINE)
COMMA = re.compile(r"[ \t]*,[ \t]*")
COLON = re.compile(r"[ \t]*:(?=\s|$)")


class Edit(NamedTuple):
    """A stretch of a text, and what is to stand there."""

    start: int
    stop: int
    text: str


Step = Callable[[str, Node], Edit]  # a change of a record, whose text and node it is given


def applied(text: str, edit: Edit) -> str:
    """The text with a change made."""
    return text[: edit.start] + edit.text + text[edit.stop :]


def record_changed(text: str, record: Node, steps: Iterable[Step]) -> str:
    """The text of a file in which one record of its list is changed, step by step.

    Raises YAMLError for a record that can't stand alone.
    """
    start, stop = record.start_mark.index, last_end(record)
    stop = stop if is_flow(record) else line_end(text, stop)
    margin = " " * (start - text.rfind("\n", 0, start) - 1)  # instead of the hyphen
    changed = margin + text[start:stop]
    for step in steps:
        changed = applied(changed, step(changed, Loader(changed).get_single_node()))
    return text[:start] + changed.removeprefix(margin) + text[stop:]


# ── a record ─────────────────────────────────────────────────────────────────────────────────


def value_set(text: str, record: Node, field: str, value: object, *, order: Sequence[str]) -> Edit:
    """A field with another value, or a new field; `order` is that of all fields.

    A new field comes behind all that precede it in that order.
    """
    present = {key.value: (key, node) for key, node in record.value}
    if field in present:
        return value_replaced(text, *present[field], value)
    before = [each for name, each in present.items() if name in order[: order.index(field)]]
    end = last_end((before or record.value)[-1][1])
    line = f"{field}: {inline(value)}"
    if is_flow(record):
        return Edit(end, end, f", {line}")
    return line_added(text, end, " " * record.start_mark.column + line)


def value_replaced(text: str, key: Node, node: Node, value: object) -> Edit:
    """Another value in a field's place; the comment behind it stays."""
    start, stop = node.start_mark.index, node.end_mark.index
    style = node.style if isinstance(node, yaml.ScalarNode) else None
    if style in ("|", ">"):
        return Edit(start, stop, inline(value) + "\n")
    if start < stop and (isinstance(node, yaml.ScalarNode) or is_flow(node)):
        return Edit(start, stop, inline(value, like=style))
    found = COLON.match(text, key.end_mark.index)  # nothing stands there yet, or a list of lines
    after = found.end() if found else key.end_mark.index
    return Edit(after, max(after, last_end(node)), f"{'' if found else ':'} {inline(value)}")


def item_added(text: str, record: Node, field: str, value: str, *, order: Sequence[str]) -> Edit:
    """One more item at the end of a field's list, or a list of it alone."""
    node = next((node for key, node in record.value if key.value == field), None)
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        return value_set(text, record, field, (value,), order=order)
    end = last_end(node.value[-1])
    if is_flow(node):
        return Edit(end, end, f", {inline(value)}")
    return line_added(text, end, f"{' ' * node.start_mark.column}- {inline(value)}")


def item_removed(text: str, record: Node, field: str, number: int, *, order: Sequence[str]) -> Edit:
    """One item of a field's list less."""
    node = next(node for key, node in record.value if key.value == field)
    if len(node.value) == 1:
        return value_set(text, record, field, (), order=order)
    start, stop = node.value[number].start_mark.index, last_end(node.value[number])
    if not is_flow(node):
        return Edit(text.rfind("\n", 0, start) + 1, line_end(text, stop), "")
    if number + 1 < len(node.value):
        return Edit(start, node.value[number + 1].start_mark.index, "")
    comma = COMMA.match(text, stop)
    if comma:  # the one before now ends the list
        return Edit(start, comma.end(), "")
    before = last_end(node.value[number - 1])
    # With a line between the two, a comma is left behind, which YAML allows.
    return Edit(before if COMMA.fullmatch(text[before:start]) else start, stop, "")


# ── the list ─────────────────────────────────────────────────────────────────────────────────


def records_added(
    text: str, root: Node | None, records: Sequence[Mapping[str, object]], *, flow: bool
) -> str:
    """The text of a file with some records more at the end of its list, each in braces or in lines.

    `root` is the list; None where the file has none yet. The text ends in a line break, or is empty.
    """
    if root is not None and is_flow(root):
        end = last_end(root.value[-1]) if root.value else root.start_mark.index + 1
        inside = ", ".join(inline(record) for record in records)
        return applied(text, Edit(end, end, f", {inside}" if root.value else inside))
    column = root.start_mark.column if root is not None else 0
    found = END.search(text, last_end(root)) if root is not None else None
    place = found.start() if found else len(text)
    new = "".join(lines_of(record, " " * column, flow=flow) for record in records)
    return applied(text, Edit(place, place, new))


def lines_of(record: Mapping[str, object], margin: str, *, flow: bool) -> str:
    """A record as an item of a list whose hyphens stand behind a margin."""
    if flow:
        return f"{margin}- {inline(record)}\n"
    lines = [f"{name}: {inline(value)}\n" for name, value in record.items()]
    return f"{margin}- {f'{margin}  '.join(lines)}"


def inline(value: object, *, like: str | None = None) -> str:
    """A value in one line, quoted where YAML asks for it, or in the manner of what it replaces."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {inline(each)}' for name, each in value.items())}}}"
    style = like if isinstance(value, str) and like in ("'", '"') else None
    shown = str(value) if style else plain(value)
    dumped: str = yaml.dump(
        [shown],
        Dumper=Dumper,
        allow_unicode=True,
        width=WIDE,
        default_flow_style=True,
        default_style=style,
        sort_keys=False,
    )
    return dumped.strip()[1:-1]


# ── places ───────────────────────────────────────────────────────────────────────────────────


def is_flow(node: Node) -> bool:
    """Whether a list or record is written in brackets or braces."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def last_end(node: Node) -> int:
    """Where the last thing in a node ends; a block's own end lies behind the comments after it."""
    while not isinstance(node, yaml.ScalarNode) and not is_flow(node) and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.index)


def line_end(text: str, place: int) -> int:
    """The beginning of the next line, or of this one where the place is one already."""
    if place and text[place - 1] == "\n":
        return place
    found = text.find("\n", place)
    return found + 1 if found >= 0 else len(text)


def line_added(text: str, place: int, line: str) -> Edit:
    """A line below the one in which something ends, behind its comment."""
    end = line_end(text, place)
    opening = "" if end == 0 or text[end - 1] == "\n" else "\n"
    return Edit(end, end, f"{opening}{line}\n")
