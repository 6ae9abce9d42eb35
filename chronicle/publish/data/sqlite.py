"""The tables as a SQLite file, as Datasette opens it: keys, indexes, views, full-text search.

The same rows give the same bytes: the file is put together in memory, in one order, and bears no date.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import orjson

from chronicle.publish.data.records import Row
from chronicle.publish.data.schema import MEETINGS, TABLES, Field, Table, Type, key_of, refers
from chronicle.publish.data.tables import in_words
from chronicle.publish.texts import told

PAGE_SIZE = 4096
INTEGERS = (Type.NUMBER, Type.YES_NO)
SEARCHED = ("title", "participants", "city", "documents", "occasion", "topics")  # fields of meetings
IN_MEETINGS = f'content="{MEETINGS.name}"'
LETTERS = "tokenize='unicode61 remove_diacritics 2'"  # without their marks
INDEXES = (
    ("meetings", "date"),
    ("meetings", "country"),
    ("participants", "official"),
    ("participants", "country"),
    ("participants", "organisation"),
    ("parties", "country"),
    ("parties", "organisation"),
    ("topics", "topic"),
    ("sources", "outlet"),
    ("tenures", "office"),
)

WHO_MET_WHOM = """
select distinct m.id as meeting, m.date, m.title, m.url, a.official as one, a.name as one_name,
    b.official as other, b.name as other_name
from participants a
join participants b on b.meeting = a.meeting and b.official > a.official
    and coalesce(b.country, b.organisation) <> coalesce(a.country, a.organisation)
join meetings m on m.id = a.meeting
where m.status = 'held' and (m.kind <> 'credentials' or m.country in (a.country, b.country) or not exists (
    select 1 from participants host where host.meeting = m.id and host.country = m.country))
"""
OFFICIAL_PAIRS = """
select one, one_name, other, other_name, count(*) as meetings, min(date) as first, max(date) as last
from who_met_whom group by one, other
"""
COUNTRIES_MET = """
select distinct m.id as meeting, m.date, m.title, m.url, a.country as one, b.country as other
from parties a
join parties b on b.meeting = a.meeting and b.country > a.country
join meetings m on m.id = a.meeting
where m.status = 'held' and (m.kind <> 'credentials' or m.country in (a.country, b.country) or not exists (
    select 1 from parties host where host.meeting = m.id and host.country = m.country))
"""
COUNTRY_PAIRS = """
select one, a.name as one_name, other, b.name as other_name, count(*) as meetings,
    min(date) as first, max(date) as last
from countries_met join countries a on a.code = one join countries b on b.code = other group by one, other
"""
HOLDERS = """
select o.id as office, o.name as office_name, o.country, o.organisation, t.official, t.name as official_name,
    t.first_seen, t.last_seen, t.acting
from tenures t join offices o on o.id = t.office
"""


class View(NamedTuple):
    """A question that the file answers by itself."""

    name: str
    about: str
    query: str


VIEWS = (  # those that others rest on first
    View(
        "who_met_whom", told("Two officials of different sides at one meeting that took place."), WHO_MET_WHOM
    ),
    View("official_pairs", told("How often two officials met, first and last."), OFFICIAL_PAIRS),
    View("countries_met", told("Two countries at one meeting that took place."), COUNTRIES_MET),
    View("country_pairs", told("How often two countries met, first and last."), COUNTRY_PAIRS),
    View("holders", told("Who was seen in which office, and when."), HOLDERS),
)


def sqlite_of(rows: Mapping[str, Sequence[Row]]) -> bytes:
    """The file."""
    file = sqlite3.connect(":memory:", isolation_level=None)
    try:
        file.execute(f"pragma page_size = {PAGE_SIZE}")
        file.execute("begin")
        for table in TABLES:
            file.execute(table_in_sql(table))
            places = ", ".join("?" * len(table.columns))
            values = zip(*[stored(field, rows[table.name]) for field in table.columns], strict=True)
            file.executemany(f'insert into "{table.name}" values ({places})', values)  # noqa: S608  our names
        for name, field in INDEXES:
            file.execute(f"create index {name}_{field} on {name} ({field})")
        for view in VIEWS:
            file.execute(f"create view {view.name} as {view.query.strip()}")
        for statement in searching():
            file.execute(statement)
        file.execute("commit")
        return file.serialize()
    finally:
        file.close()


def table_in_sql(table: Table) -> str:
    """The statement that makes a table."""
    lines = [
        f'"{field.name}" {"integer" if field.type in INTEGERS else "text"}'
        + (f' references "{field.of}" ("{key_of(field.of)}")' if refers(field) else "")
        for field in table.columns
    ]
    lines.append("primary key (" + ", ".join(f'"{name}"' for name in table.key) + ")")
    return f'create table "{table.name}" (\n    ' + ",\n    ".join(lines) + "\n)"


def stored(field: Field, rows: Sequence[Row]) -> Sequence[str | int | None]:
    """A field as it stands in a column, row by row: lists as JSON, by which Datasette can sort rows out."""
    values = [row[field.name] for row in rows]
    if field.type in INTEGERS:
        return [None if value is None else int(value) for value in values]
    if field.type is Type.LIST or (field.type is Type.RECORDS and not field.of):
        return [None if value is None else orjson.dumps(value).decode() for value in values]
    return in_words(field, rows) if field.type is Type.RECORDS else values


def searching() -> tuple[str, ...]:
    """The statements that make the index of words: of no language, letters without their marks."""
    fields = ", ".join(SEARCHED)
    table = MEETINGS.name
    return (
        f"create virtual table {table}_fts using fts5({fields}, {IN_MEETINGS}, {LETTERS})",
        f"insert into {table}_fts (rowid, {fields}) select rowid, {fields} from {table}",  # noqa: S608
        f"insert into {table}_fts ({table}_fts) values ('optimize')",  # noqa: S608
    )
