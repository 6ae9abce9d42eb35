"""The hand-checked namesakes of tests/cases, among all the visits and journeys of ../shared/data."""

import csv
import sys
from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest

from chronicle.model import CountryCode, Entry, Kind, OfficialId, PartialDate, Participant
from chronicle.resolve.people import identify, likely_people

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "benchmarks"))

import historian  # noqa: E402  the path comes first

with (ROOT / "tests" / "cases" / "namesakes.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = tuple(csv.DictReader(lines))

Row = dict[str, str]
Found = dict[tuple[str, str, str], OfficialId]  # by country, name and day of a visit
Linked = set[frozenset[OfficialId]]


def entry(row: historian.Row) -> Entry:
    """A line of the table as an entry, with what tells who is who."""
    return Entry(
        str(row["id"]),
        str(row["title"]),
        date=PartialDate(str(row["date"])),
        kind=Kind(str(row["kind"])),
        country=CountryCode(str(row["country"])),
        participants=tuple(Participant(**one) for one in row["participants"]),  # type: ignore[attr-defined]
        parties=tuple(row["parties"]),  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def resolved(shared: Path) -> tuple[Found, Linked]:
    """Who every visitor is, and which officials are suggested to be one."""
    if not (shared / "data" / "visits").is_dir():
        pytest.skip("../shared/data, which holds the visits and journeys, isn't beside this repository")
    entries = [entry(row) for row in historian.table(shared / "data")]
    people = identify(entries)
    found = {
        (one.country or "", one.name, each.date or ""): people.official_of(each, one)
        for each in entries
        if each.id.startswith("visits-")
        for one in each.participants
    }
    return found, {frozenset((OfficialId(s.one), OfficialId(s.other))) for s in likely_people(entries)}


def officials(found: Found, row: Row, who: str) -> set[OfficialId]:
    """Who one of a row's two is."""
    days = row[f"{who}_years"].replace("|", " ").split()
    return {found[row["country"], row[who], day] for day in days}


def told(rows: Iterable[Row]) -> list[str]:
    """Rows in words."""
    return [f"{row['country']} {row['one']} / {row['other']}: {row['why']}" for row in rows]


def test_two_people_are_never_one_official(resolved: tuple[Found, Linked]) -> None:
    found, _ = resolved
    wrong = [
        row
        for row in ROWS
        if row["same"] == "no" and officials(found, row, "one") & officials(found, row, "other")
    ]
    assert told(wrong) == []


def test_one_person_in_two_spellings_is_one_official_or_suggested_to_be(
    resolved: tuple[Found, Linked],
) -> None:
    found, linked = resolved
    missed = [
        row
        for row in ROWS
        if row["same"] == "yes"
        and not all(
            one == other or frozenset((one, other)) in linked
            for one, other in product(officials(found, row, "one"), officials(found, row, "other"))
        )
    ]
    assert told(missed) == []
