"""A row's cells → an entry's fields, in its own terms: days, codes, lists, records."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

from chronicle.fields import CONTROL, Complaints, Node, is_web_address
from chronicle.import_settings import Way
from chronicle.model import PartialDate
from chronicle.tables.cells import several, sources_of, statement_of
from chronicle.tables.days import day_of
from chronicle.tables.layout import PARTS, SEVERAL, Layout, plain
from chronicle.tables.people import no_name, participants_of, unclear_name, unclear_sides
from chronicle.tables.sides import Terms, country_of, party_of
from chronicle.tables.table import Cell, Row, Unclear

DATES = frozenset(("date", "end_date", "published"))
WORDS = frozenset(("kind", "status", "manner", "basis"))  # whose case doesn't count
SIDES = frozenset(("parties", "sides"))
DASHES = ("-", "–", "—")  # so a spreadsheet says that there is nothing
MARK = yaml.Mark("", 0, 0, 0, None, 0)


class Gathered(NamedTuple):
    """What a row's cells tell, by field."""

    one: Mapping[str, Cell]
    several: Mapping[str, list[Cell]]
    body: Cell
    is_by_column: bool  # whether participants have columns of their own


def gather(row: Row, layout: Layout) -> Gathered:
    """What a row's cells tell; those that belong to one participant or source together."""
    one, some = dict[str, Cell](), dict[str, list[Cell]]()
    parts: dict[str, dict[int, dict[str, Cell]]] = {field: {} for field in PARTS}
    for cell, target in zip(row.cells, layout.targets, strict=True):
        if not target.field or not cell or cell in DASHES:
            continue
        if target.field in PARTS and target.number >= 0:
            parts[target.field].setdefault(target.number, {})[target.part] = cell
        elif target.field in SEVERAL:
            some.setdefault(target.field, []).extend(cell if isinstance(cell, list) else [cell])
        else:
            one[target.field] = cell
    is_by_column = bool(parts["participants"])
    for field, numbered in parts.items():
        for _, told in sorted(numbered.items()):
            some.setdefault(field, []).append(in_one(field, told))
    one.pop("id", None)
    return Gathered(one, some, one.pop("body", ""), is_by_column)


def in_one(field: str, parts: dict[str, Cell]) -> Cell:
    """A participant or a source of its columns; a column of the whole is its name if there are others."""
    whole = parts.pop("", "")
    if not parts:
        return whole
    if whole:
        is_url = field == "sources" and is_web_address(str(whole))
        parts.setdefault("url" if is_url else "outlet" if field == "sources" else "name", whole)
    return parts


WRITTEN_OF_PEOPLE = ("id", "inferred")  # what the site's own exports have and nothing reads


def in_terms(told: Gathered, way: Way, complaints: Complaints) -> dict[str, Cell]:
    """A row's fields in an entry's own terms; what can't be is complained of."""
    terms = Terms(way, day_told(told, way))
    made = {field: parsed(field, cells, terms) for field, cells in told.several.items()}
    people = [person for person in made.get("participants", ()) if isinstance(person, dict)]
    for person in people:
        for name in WRITTEN_OF_PEOPLE:
            person.pop(name, None)
    names = [str(person["name"]) for person in people if "name" in person]
    for unclear in unclear_people(told, names, terms):
        complaints.add(0, "participants", *unclear)
    if "statements" in made:
        made["statements"] = list(said_in(made["statements"], names, complaints))
    return inner({**told.one, **made}, "", terms, complaints)


def day_told(told: Gathered, way: Way) -> PartialDate | None:
    """The day of the meeting, as far as the row tells it: by that a name is one state's or another's."""
    cell = told.one.get("date")
    day = in_one_term(cleaned(cell), "date", Terms(way)) if isinstance(cell, str) else None
    return PartialDate(day) if day and isinstance(day, str) else None


def unclear_people(told: Gathered, names: Sequence[str], terms: Terms) -> Iterator[Unclear]:
    """What is unclear about the participants' names, and about sides in brackets."""
    texts = [cell for cell in told.several.get("participants", ()) if isinstance(cell, str)]
    for name in names:
        unclear = no_name(cleaned(name)) or (unclear_name(name) if told.is_by_column or texts else None)
        yield from (unclear,) if unclear else ()
    for text in texts:
        if plain(text) not in terms.way.values.get("participants", {}):
            yield from unclear_sides(text, terms)


def parsed(field: str, cells: Sequence[Cell], terms: Terms) -> list[Cell]:
    """What stands in the cells of a field of several; texts are taken apart, records stay."""
    made: list[Cell] = []
    for cell in cells:
        if isinstance(cell, dict):
            made.append(dict(cell))
        elif (
            not isinstance(cell, str)
            or field == "statements"
            or plain(cell) in terms.way.values.get(field, {})
        ):
            made.append(cell)
        elif field == "participants":
            made += participants_of(cell, terms)
        else:
            made += sources_of(cell) if field == "sources" else several(cell)
    return made


def said_in(cells: Sequence[Cell], names: Collection[str], complaints: Complaints) -> Iterator[Cell]:
    """The statements among some cells, texts as records."""
    for cell in cells:
        for each in several(cell) if isinstance(cell, str) else [cell]:
            statement = statement_of(each, names) if isinstance(each, str) else each
            if isinstance(statement, Unclear):
                complaints.add(0, "statements", *statement)
            else:
                yield statement


def inner(record: Mapping[str, Cell], path: str, terms: Terms, complaints: Complaints) -> dict[str, Cell]:
    """A record with all texts in it in an entry's terms; what is empty is left out."""
    made = {
        key: converted(cell, f"{path}.{key}" if path else key, key, terms, complaints)
        for key, cell in record.items()
    }
    return {key: cell for key, cell in made.items() if cell}


def converted(cell: Cell, path: str, leaf: str, terms: Terms, complaints: Complaints) -> Cell:
    """What stands in a cell, or in a part of it, in the terms of an entry's field."""
    if isinstance(cell, dict):
        return inner(cell, path, terms, complaints)
    if isinstance(cell, list):
        some = [converted(each, f"{path}[{n}]", leaf, terms, complaints) for n, each in enumerate(cell)]
        return [each for each in some if each]
    found = in_one_term(cleaned(cell), leaf, terms)
    if isinstance(found, Unclear):
        complaints.add(0, path, *found)
        return ""
    return found


def cleaned(text: str) -> str:
    """A text in one line, without what can't be in an entry."""
    return " ".join(CONTROL.sub(" ", text).split())


def in_one_term(text: str, leaf: str, terms: Terms) -> str | Unclear:
    """A text in the terms of an entry's field."""
    way = terms.way
    for field in (leaf, "country") if leaf in SIDES else (leaf,):
        text = way.values[field].get(plain(text), text) if field in way.values else text
    if not text:
        return ""
    if leaf in DATES:
        return day_of(text, way.dates, way.language)
    if leaf == "country":
        return country_of(text, terms)
    if leaf in SIDES:
        return party_of(text, terms)
    return text.lower() if leaf in WORDS else text


def node_of(value: Cell) -> Node:
    """A value as the readers of entries take it; a text is one, "null" included."""
    if isinstance(value, dict):
        pairs: list[tuple[Node, Node]] = [
            (yaml.ScalarNode("", str(key), MARK, MARK, style='"'), node_of(v)) for key, v in value.items()
        ]
        return yaml.MappingNode("", pairs, MARK, MARK)
    if isinstance(value, list):
        return yaml.SequenceNode("", [node_of(each) for each in value], MARK, MARK)
    return yaml.ScalarNode("", str(value), MARK, MARK, style='"')
