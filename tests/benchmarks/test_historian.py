"""The table of visits and journeys: who is read from a remark, and the whole of ../shared/data."""

import dataclasses
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "benchmarks"))

import historian  # noqa: E402  the path comes first
from historian_data import Event, Term, code_of  # noqa: E402
from historian_people import without_names  # noqa: E402
from historian_sides import Sides, counterparts, once, visitors  # noqa: E402

from chronicle.model import Entry, Kind, Participant, Source, Status  # noqa: E402

Rows = dict[str, dict[str, Any]]
TERMS = (Term("Bush", "2000-11-01", "2009-01-20"), Term("Obama", "2008-11-01", "2017-01-20"))


def event(text: str = "", who: str = "", country: str | None = "GE") -> Event:
    """A visit or a journey of 2008."""
    return Event(
        "secretary-1", "2008-12-01", "2008-12-01", country, "Georgia", text, "https://example.com/", who
    )


def people(remark: str) -> list[str]:
    """Who took part by a remark on a journey to Georgia, each as "side office name"."""
    found = once(counterparts(event(remark), Sides(TERMS)))
    return [" ".join(filter(None, (one.side or "?", one.role or one.rank, one.name))) for one in found]


@pytest.mark.parametrize(
    ("remark", "named"),
    [
        ("Met with Foreign Minister Beridze.", ["GE Foreign Minister Beridze"]),
        (
            "Met with Prime Minister Lia Beridze, Chancellor Orbeli, and Russian Foreign Minister Orlov.",
            ["GE Prime Minister Lia Beridze", "GE Chancellor Orbeli", "RU Foreign Minister Orlov"],
        ),
        (
            "Conferred with Presidents Vega of Peru, Luna Rojas of Chile, and Sol of Cuba.",
            ["PE President Vega", "CL President Luna Rojas", "CU President Sol"],
        ),
        (
            "Met with King Omar bin Said al-Zaid and Prime Minister Dr. Ana de la Torre.",
            ["GE King Omar bin Said al-Zaid", "GE Prime Minister Ana de la Torre"],
        ),
        (
            "Discussed the crisis with UN Secretary-General Kim Do-yun and NATO Secretary General Jan Berg.",
            ["UN Secretary-General Kim Do-yun", "NATO Secretary General Jan Berg"],
        ),
        (
            "Met with European Commission President-elect von der Heide.",
            ["EU President-elect of the European Commission von der Heide"],
        ),
        (
            "Met with Acting President Nino Beridze and Deputy Prime Minister/Foreign Minister Ilia Orbeli.",
            ["GE Acting President Nino Beridze", "GE Deputy Prime Minister and Foreign Minister Ilia Orbeli"],
        ),
        ("Met with Minister of Foreign Affairs Ana Orbeli.", ["GE Minister of Foreign Affairs Ana Orbeli"]),
        ("Met with former Turkish President Kaya.", ["TR former President Kaya"]),
        ("Met with Field Marshal Orbeli.", ["GE Field Marshal Orbeli"]),
        (
            "Accompanied President Bush to a meeting with President Beridze.",
            ["US President Bush", "GE President Beridze"],
        ),
        ("Met with Sultan Said of Oman.", ["OM Sultan Said"]),
        ("Audience with Pope Paul VI.", ["VA Pope Paul VI"]),
        (
            "Met with Prime Minister Ana May and Foreign Secretary Hill.",
            ["GE Prime Minister Ana May", "GE Foreign Secretary Hill"],
        ),
        ("Met with President Beridze December 4.", ["GE President Beridze"]),
        ("Met with President Nino Beridze; later dined with Beridze.", ["GE President Nino Beridze"]),
    ],
)
def test_people_are_read_with_their_offices_and_sides(remark: str, named: list[str]) -> None:
    assert people(remark) == named


@pytest.mark.parametrize(
    "remark",
    [
        "Attended the funeral of President Beridze.",
        "Laid a wreath at the tomb of former Prime Minister Beridze.",
        "Attended the 50th birthday of King Omar.",
        "Visited at the invitation of President Beridze.",
        "Met with senior Georgian officials and the Foreign Ministers of France and Italy.",
        "Attended the NATO Summit Meeting.",
        "Returned to Washington, D.C.",
    ],
)
def test_who_is_only_spoken_of_and_who_has_no_name_is_no_participant(remark: str) -> None:
    assert people(remark) == []


def test_sides_without_a_name_are_parties() -> None:
    remark = "Met with senior Turkish officials and the Foreign Ministers of France, Italy, and Spain."
    assert without_names(remark) == ["TR", "FR", "IT", "ES"]
    assert without_names("Briefed NATO Foreign Ministers on his visit.") == ["NATO"]
    assert without_names("Attended the funeral of Turkish leaders.") == []


def test_who_stands_behind_somebody_of_another_side_may_be_of_either() -> None:
    remark = "Met with Turkish Prime Minister Kaya and Speaker Demir."
    assert people(remark) == ["TR Prime Minister Kaya", "? Speaker Demir"]


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("Prime Minister Aníbal Beridze e Silva", [("Aníbal Beridze e Silva", "Prime Minister")]),
        ("President-elect Ana de Mello", [("Ana de Mello", "President-elect")]),
        ("King Omar II", [("Omar II", "King")]),
        ("Governor General Lord Hill", [("Lord Hill", "Governor General")]),
        ("Prime Minister St. Clair", [("St. Clair", "Prime Minister")]),
        ("Amir Sheikh Omar bin Said al-Zaid", [("Omar bin Said al-Zaid", "Amir")]),
        (
            "President Ana Beridze, Prime Minister Ilia Orbeli",
            [("Ana Beridze", "President"), ("Ilia Orbeli", "Prime Minister")],
        ),
        ("Chairman of the Presidency Ilia Orbeli", [("Ilia Orbeli", "Chairman of the Presidency")]),
        ("President F. M. (Rudi) Hill", [("F. M. (Rudi) Hill", "President")]),
        ("President Ilia Orbeli, Jr.", [("Ilia Orbeli, Jr.", "President")]),
        ("Ilia Orbeli", [("Ilia Orbeli", None)]),
    ],
)
def test_a_visitor_is_an_office_and_a_name(who: str, named: list[tuple[str, str | None]]) -> None:
    assert [(one.name, one.role) for one in visitors(event(who=who))] == named


@pytest.mark.parametrize(
    ("state", "name", "on", "code"),
    [
        ("swaziland", "Swaziland", "1980-01-01", "SZ"),
        ("eswatini", "Eswatini", "2022-12-13", "SZ"),
        ("turkiye", "Türkiye", "2023-01-01", "TR"),
        ("somoa", "Somoa", "2022-09-28", "WS"),
        ("russia", "U.S.S.R.", "1991-07-29", "SU"),
        ("russia", "Russia", "1992-01-31", "RU"),
        ("russia", "Russia", "1917-06-01", "RU"),
        ("german-democratic-republic", "German Democratic Republic", "1990-06-11", "DD"),
        ("hawaii", "Hawaii", "1881-09-28", "XH"),
    ],
)
def test_a_country_has_the_code_of_its_day(state: str, name: str, on: str, code: str | None) -> None:
    assert code_of(state, name, on) == code


# ── the whole of it ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def rows(shared: Path) -> Rows:
    """All lines of the table, by id."""
    if not (shared / "data" / "visits").is_dir():
        pytest.skip("../shared/data, which holds the visits and journeys, isn't beside this repository")
    return {str(row["id"]): row for row in historian.table(shared / "data")}


def test_every_event_is_a_line_with_the_fields_of_an_entry(rows: Rows) -> None:
    assert len(rows) == 7535
    assert Counter(name.partition("-")[0] for name in rows) == {
        "visits": 3264,
        "secretary": 3439,
        "president": 832,
    }
    for row in rows.values():
        assert row.keys() <= {field.name for field in dataclasses.fields(Entry)}
        Kind(row["kind"]), Status(row["status"])
        assert "US" in row["parties"]
        assert all(Source(**source) for source in row["sources"])
        people = [Participant(**one) for one in row["participants"]]
        assert all(one.name.strip() == one.name and one.name for one in people)
        assert not any(one.country and one.organisation for one in people)


def test_stays_end_when_the_data_says(rows: Rows) -> None:
    longer = [row for name, row in rows.items() if name.startswith("visits") and "end_date" in row]
    assert len(longer) == 2214
    assert all(row["end_date"] > row["date"] for row in longer)
    assert [row["id"] for row in longer if row["end_date"][:4] > row["date"][:4]] == ["visits-2192"]


def test_who_travels_takes_part_and_stands_behind_the_hosts(rows: Rows) -> None:
    names = [one["name"] for one in rows["president-3731"]["participants"]]
    assert names == ["Reuven Rivlin", "Benjamin Netanyahu", "Donald J. Trump"]
    assert rows["president-3731"]["country"] == "IL"
    assert rows["president-3731"]["city"] == "Jerusalem"


def test_nearly_every_side_is_told(rows: Rows) -> None:
    people = [one for row in rows.values() for one in row["participants"]]
    assert len(people) > 12500
    assert sum("country" not in one and "organisation" not in one for one in people) <= 12


def test_names_stay_as_the_data_spells_them(rows: Rows) -> None:
    guests = [one for name, row in rows.items() if name.startswith("visits") for one in row["participants"]]
    assert {one["name"] for one in guests if one.get("country") == "RU" and "Medvedev" in one["name"]} == {
        *("Dimitry Medvedev", "Dmitri Medvedev", "Dmitriy Medvedev", "Dimitry A. Medvedev")
    }
    assert {one["name"] for one in guests if one.get("country") == "AZ"} == {
        "Heydar Aliyev",
        "Geidar Aliyev",
        "Ilham Aliyev",
    }


def test_the_file_is_the_same_whatever_the_hash_seed(rows: Rows, shared: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    command = [
        sys.executable,
        str(ROOT / "benchmarks" / "historian.py"),
        "--data",
        str(shared / "data"),
        str(out),
    ]
    told = subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()] == list(rows.values())
    assert told.stdout.startswith("7,535 events, ")


def test_without_data_there_is_a_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["historian.py", "--data", str(tmp_path), str(tmp_path / "out.jsonl")])
    assert historian.main() == 1
    assert capsys.readouterr().out == f"There is nothing to convert: {tmp_path} has no visits/.\n"
