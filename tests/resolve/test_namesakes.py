"""Namesakes of one country, real ones: who is one person in several spellings, and who are several.

The table holds the visitors of ../shared/data who share a country and a surname, and pairs that are
harder: each name with the days on which, and the office in which, it was a visitor's.
"""

import csv
from collections.abc import Iterable
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest

from chronicle.model import CountryCode, Entry, Kind, OfficialId, PartialDate, Participant
from chronicle.resolve.people import People, identify, likely_people
from chronicle.slug import slug

with (Path(__file__).parents[1] / "cases" / "namesakes.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = tuple(csv.DictReader(lines))

Row = dict[str, str]
Linked = set[frozenset[OfficialId]]


def visits(row: Row, who: str) -> list[Entry]:
    """The visits of one of a row's two, an entry each; several offices stand apart by strokes."""
    roles = row[f"{who}_role"].split(" | ")
    days = row[f"{who}_years"].split(" | ")
    return [
        visit(row[who], role, day, row["country"])
        for role, some in zip(roles, days, strict=True)
        for day in some.split()
    ]


def visit(name: str, role: str, day: str, country: str) -> Entry:
    """That somebody came to the United States."""
    guest = Participant(name, role or None, None, CountryCode(country))
    return Entry(
        f"{day}-{slug(name)}",
        f"Visit of {name}",
        date=PartialDate(day),
        kind=Kind.VISIT,
        country=CountryCode("US"),
        participants=(guest,),
        parties=("US", country),
    )


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Each entry once, oldest first."""
    return sorted(
        {entry.id: entry for entry in entries}.values(), key=lambda entry: (entry.date or "", entry.id)
    )


@cache
def of_country(country: str) -> tuple[People, Linked]:
    """Who is who among all visitors of a country whom the table has, and which of them may be one."""
    rows = [row for row in ROWS if row["country"] == country]
    return resolved(in_order(entry for row in rows for who in ("one", "other") for entry in visits(row, who)))


def resolved(entries: list[Entry]) -> tuple[People, Linked]:
    """Who is who in some entries, and which officials are suggested to be one."""
    suggested = likely_people(entries)
    return identify(entries), {frozenset((OfficialId(s.one), OfficialId(s.other))) for s in suggested}


def officials(people: People, entries: list[Entry]) -> set[OfficialId]:
    """Who came on some visits."""
    return {people.official_of(entry, one) for entry in entries for one in entry.participants}


def are_one(people: People, row: Row) -> bool:
    """Whether any visit of the one is taken to be the other's."""
    return bool(officials(people, visits(row, "one")) & officials(people, visits(row, "other")))


def may_be_one(people: People, linked: Linked, row: Row) -> bool:
    """Whether the two are one official, or all that the one is are suggested to be the other."""
    ones, others = (officials(people, visits(row, who)) for who in ("one", "other"))
    return all(one == other or frozenset((one, other)) in linked for one, other in product(ones, others))


def told(row: Row) -> str:
    """A row in words."""
    return f"{row['country']} {row['one']} and {row['other']}: {row['why']}"


def rows(same: str) -> pytest.MarkDecorator:
    """A test for each row of that answer."""
    return pytest.mark.parametrize("row", [row for row in ROWS if row["same"] == same], ids=told)


@rows("no")
def test_two_people_are_never_one_official(row: Row) -> None:
    alone, _ = resolved(in_order([*visits(row, "one"), *visits(row, "other")]))
    among_others, _ = of_country(row["country"])
    assert not are_one(alone, row)
    assert not are_one(among_others, row)


@rows("yes")
def test_one_person_in_two_spellings_is_one_official_or_suggested_to_be(row: Row) -> None:
    assert may_be_one(*of_country(row["country"]), row)


def test_the_table_contradicts_itself_nowhere() -> None:
    same: dict[tuple[str, str, str], set[tuple[str, str, str]]] = {}
    for row in ROWS:
        ends = [(row["country"], row[who], row[f"{who}_years"]) for who in ("one", "other")]
        if row["same"] == "yes":
            one = set().union(*(same.get(end, {end}) for end in ends))
            same |= dict.fromkeys(one, one)
    for row in ROWS:
        ends = [(row["country"], row[who], row[f"{who}_years"]) for who in ("one", "other")]
        assert row["same"] != "no" or ends[1] not in same.get(ends[0], ()), told(row)


def test_the_table_is_in_order_and_every_row_says_why() -> None:
    assert {row["same"] for row in ROWS} == {"yes", "no", "unsure"}
    assert all(row["why"] for row in ROWS)
    assert all(one["country"] <= other["country"] for one, other in pairwise(ROWS))
    assert sum(row["same"] != "unsure" for row in ROWS) >= 60
