"""The SQLite file: keys, views, search; and Datasette opens it."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from chronicle.model import (
    Basis,
    CountryCode,
    Entry,
    Evidence,
    Kind,
    PartialDate,
    Participant,
    Status,
)
from chronicle.publish.data.network import met
from chronicle.publish.data.records import rows_of
from chronicle.publish.data.sqlite import VIEWS, View, sqlite_of
from chronicle.publish.edition import Edition

Make = Callable[..., Edition]


@pytest.fixture
def made(edition: Make, entry: Entry) -> Edition:
    """A meeting, a planned one, and envoys who present credentials one after another."""
    host = replace(entry.participants[0], rank=None)
    guests = tuple(
        Participant(f"Envoy {name}", "ambassador", None, CountryCode(name)) for name in ("FR", "IT")
    )
    return edition(
        entry,
        replace(
            entry, id="2020-01-02-a", date=PartialDate("2020-01-02"), title="They meet again", sources=()
        ),
        replace(entry, id="2020-01-03-b", date=PartialDate("2020-01-03"), status=Status.PLANNED, sources=()),
        Entry(
            id="2020-02-01-credentials",
            title="Credentials",
            date=PartialDate("2020-02-01"),
            kind=Kind.CREDENTIALS,
            country=CountryCode("AZ"),
            participants=(host, *guests),
            parties=("AZ", "FR", "IT"),
        ),
    )


@pytest.fixture
def file(made: Edition) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(sqlite_of(rows_of(made)))
        yield database


def test_every_key_leads_somewhere_and_the_file_is_sound(file: sqlite3.Connection) -> None:
    assert file.execute("pragma foreign_key_check").fetchall() == []
    assert file.execute("pragma integrity_check").fetchall() == [("ok",)]
    keys = {row[2:5] for row in file.execute("pragma foreign_key_list(participants)")}
    assert keys == {
        ("meetings", "meeting", "id"),
        ("officials", "official", "id"),
        ("countries", "country", "code"),
    }


def test_what_was_planned_and_what_a_rule_inferred_is_told(edition: Make, entry: Entry) -> None:
    evidence = {"date": Evidence(Basis.INFERRED, "on Thursday", "past_weekday")}
    planned = replace(entry, status=Status.PLANNED, evidence=evidence)
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(sqlite_of(rows_of(edition(planned))))
        assert file.execute("select status, inferred from meetings").fetchall() == [("planned", '["date"]')]
        for view in ("who_met_whom", "countries_met"):
            assert file.execute(f"select * from {view}").fetchall() == []  # noqa: S608  our names


def test_the_same_rows_give_the_same_bytes(made: Edition) -> None:
    assert sqlite_of(rows_of(made)) == sqlite_of(rows_of(made))


def test_who_met_whom_is_what_the_network_has(made: Edition, file: sqlite3.Connection) -> None:
    found = {
        (one, other): times
        for one, other, times in file.execute("select one, other, meetings from official_pairs")
    }
    assert found == {two: len(days) for two, days in met(made.chronicle).items()}
    assert found["envoy-fr", "zakir-hasanov"] == 1
    assert ("envoy-fr", "envoy-it") not in found
    assert found["jens-stoltenberg", "zakir-hasanov"] == 2


def test_country_pairs_count_what_took_place_and_guests_of_one_ceremony_did_not_meet(
    file: sqlite3.Connection,
) -> None:
    rows = file.execute("select one, other, meetings, first, last from country_pairs").fetchall()
    assert rows == [("AZ", "FR", 1, "2020-02-01", "2020-02-01"), ("AZ", "IT", 1, "2020-02-01", "2020-02-01")]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_answers(file: sqlite3.Connection, view: View) -> None:
    assert file.execute(f"select * from {view.name}").fetchall()  # noqa: S608


@pytest.mark.parametrize(("words", "found"), [("again", 1), ("Zákir", 4), ("zakir NATO", 3), ("nothing", 0)])
def test_words_are_found_with_and_without_their_marks(
    file: sqlite3.Connection, words: str, found: int
) -> None:
    query = (
        "select id from meetings where rowid in (select rowid from meetings_fts where meetings_fts match ?)"
    )
    assert len(file.execute(query, (words,)).fetchall()) == found


def answered(file: Path, *paths: str) -> list[Any]:
    """What Datasette answers to some requests."""

    async def ask() -> list[Any]:
        datasette = Datasette([str(file)], settings={"num_sql_threads": 0})
        return [(await datasette.client.get(path)).json() for path in paths]

    with ThreadPoolExecutor(1) as threads:  # this one may have a loop already: the browser's
        return threads.submit(lambda: asyncio.run(ask())).result()


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_datasette_opens_it_searches_and_answers_a_query(made: Edition, tmp_path: Path) -> None:
    file = tmp_path / "chronicle.sqlite"
    file.write_bytes(sqlite_of(rows_of(made)))
    query = "select+other_name+from+who_met_whom+where+meeting+=+'2020-01-02-a'"
    table, searched, asked = answered(
        file,
        "/chronicle/participants.json?_shape=objects&_labels=on",
        "/chronicle/meetings.json?_shape=array&_search=again",
        f"/chronicle.json?_shape=array&sql={query}",
    )
    assert table["rows"][0]["official"] == {"value": "zakir-hasanov", "label": "Zakir Hasanov"}
    assert [row["id"] for row in searched] == ["2020-01-02-a"]
    assert asked == [{"other_name": "Zakir Hasanov"}]
