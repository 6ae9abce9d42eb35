"""One schema: JSON, CSV, SQLite, the package's description and the data page say the same."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest

from chronicle.model import Entry
from chronicle.publish.data.files import SQLITE, data_files, names_of_data
from chronicle.publish.data.records import rows_of
from chronicle.publish.data.schema import TABLES, WITH_JSON, Table, Type, key_of, refers
from chronicle.publish.edition import Edition
from chronicle.publish.pages import data

Make = Callable[..., Edition]
BY_NAME = {table.name: table for table in TABLES}
tables = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@pytest.fixture
def made(edition: Make, entry: Entry) -> Edition:
    """Two reports of one meeting that differ, so that no table is empty."""
    source = replace(entry.sources[0], article="z.txt")
    return edition(entry, replace(entry, id="2019-11-07-other", sources=(source,), occasion=None))


@tables
def test_every_row_has_the_fields_of_its_table(table: Table, made: Edition) -> None:
    rows = rows_of(made)[table.name]
    assert rows
    for row in rows:
        assert list(row) == [field.name for field in table.fields]


@tables
def test_what_refers_to_a_table_refers_to_one_that_is_there(table: Table) -> None:
    for field in table.fields:
        assert not field.of or field.of in BY_NAME
        if refers(field):
            assert BY_NAME[field.of].key == (key_of(field.of),)
        if field.of and field.keys:
            known = {each.name for each in BY_NAME[field.of].fields}
            assert {name for _, name in field.keys} <= known
    assert set(table.key) <= {field.name for field in table.columns}


@tables
def test_every_table_and_field_is_described_by_a_sentence(table: Table) -> None:
    for about in (table.about, *[field.about for field in table.fields]):
        assert about[0].isupper()
        assert about.endswith(".")


@tables
def test_csv_sqlite_package_and_page_have_the_same_columns(table: Table, made: Edition) -> None:
    files = data_files(made)
    names = [field.name for field in table.columns]
    head, *lines = csv.reader(io.StringIO(files[f"{table.name}.csv"].decode(), newline=""))
    assert head == names
    database = sqlite3.connect(":memory:")
    database.deserialize(files[SQLITE])
    assert [row[1] for row in database.execute(f"pragma table_info({table.name})")] == names
    assert database.execute(f"select count(*) from {table.name}").fetchone() == (len(lines),)  # noqa: S608
    package = json.loads(files["datapackage.json"])
    (resource,) = [each for each in package["resources"] if each["name"] == table.name]
    assert [field["name"] for field in resource["schema"]["fields"]] == names
    page = data.context_of(made)
    (shown,) = [each for each in page.tables if each.name == table.name]
    assert [field.name for field in shown.fields] == [field.name for field in table.fields]
    assert [field.name for field in shown.fields if not field.only_json] == names
    assert shown.records == len(lines)
    database.close()


@pytest.mark.parametrize("table", WITH_JSON, ids=lambda table: table.name)
def test_json_has_every_field_and_in_records_the_keys_that_are_told(table: Table, made: Edition) -> None:
    for record in json.loads(data_files(made)[f"{table.name}.json"]):
        assert list(record) == [field.name for field in table.fields]
        for field in table.fields:
            if field.type is Type.RECORDS and record[field.name]:
                several = [record[field.name]] if field.one else record[field.name]
                assert all(list(each) == [key for key, _ in field.keys] for each in several)


@pytest.mark.parametrize("whole", [True, False])
def test_the_names_of_the_files_are_known_before_they_are_made(made: Edition, *, whole: bool) -> None:
    made = replace(made, config=replace(made.config, licence="CC0-1.0"))
    assert tuple(data_files(made, whole=whole)) == names_of_data(made.config, whole=whole)
