"""Pairs of reports: whether they tell of one meeting. The pairs are in tests/cases/meetings.yaml."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from chronicle.model import (
    Basis,
    CountryCode,
    Entry,
    Evidence,
    Kind,
    PartialDate,
    Participant,
    Source,
    Status,
)
from chronicle.resolve.events import likely_meetings, same_encounters
from chronicle.resolve.people import identify

FILE = Path(__file__).parents[1] / "cases" / "meetings.yaml"
PAIRS: Sequence[Mapping[str, Any]] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  BaseLoader makes nothing but text

# How a day is known: the basis and the rule of reading.
KNOWN_BY = {
    "stated": (Basis.STATED, "full_date"),
    "weekday": (Basis.INFERRED, "past_weekday"),
    "published": (Basis.INFERRED, "day_of_publication"),
}


def participant(told: str) -> Participant:
    """Somebody by name, office, side and rank, with semicolons between."""
    name, role, side, rank = ([part.strip() or None for part in told.split(";")] + [None] * 3)[:4]
    country = CountryCode(side) if side and len(side) == 2 and side not in ("EU", "UN") else None
    return Participant(name or "", role, rank, country, None if country else side)


def entry(entry_id: str, article: str, told: Mapping[str, Any]) -> Entry:
    """An encounter as a pair tells it."""
    people = tuple(participant(each) for each in told.get("who", ()))
    city, _, country = told.get("at", "").partition(", ")
    date = PartialDate(told["date"]) if "date" in told else None
    basis = KNOWN_BY.get(told.get("day", ""))
    published = PartialDate(told["published"]) if "published" in told else None
    by_hand = told.get("by") == "hand"
    return Entry(
        entry_id,
        f"Title of {entry_id}",
        date,
        PartialDate(told["end_date"]) if "end_date" in told else None,
        Kind(told.get("kind", "meeting")),
        Status(told.get("status", "held")),
        city or None,
        CountryCode(country) if country else None,
        people,
        tuple(told.get("parties") or dict.fromkeys(p.country or p.organisation or "" for p in people)),
        tuple(told.get("documents", ())),
        told.get("occasion"),
        sources=() if by_hand else (Source(article, published=published),),  # type: ignore[arg-type]
        evidence={"date": Evidence(basis[0], "words", basis[1], date)} if basis else None,
        body=told.get("body", ""),
    )


def entries_of(pair: Mapping[str, Any], names: Sequence[str]) -> list[Entry]:
    """All entries of a pair, each report's under a name."""
    reports = zip(("one", "other", "further"), names, strict=True)
    return [
        entry(f"{name}-{number}", f"{name}.txt", told)
        for report, name in reports
        for number, told in enumerate(pair.get(report, ()))
    ]


@pytest.mark.parametrize("names", [("a", "b", "c"), ("c", "b", "a")], ids=["", "the other first"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['is']}: {pair['why']}")
def test_pairs(pair: Mapping[str, Any], names: Sequence[str]) -> None:
    entries = sorted(entries_of(pair, names), key=lambda each: (each.date or "", each.id))
    people = identify(entries)
    two = {f"{names[0]}-0", f"{names[1]}-0"}
    joined = any(two <= {each.id for each in group} for group in same_encounters(entries, people))
    suggested = [each for each in likely_meetings(entries, people) if {each.one, each.other} == two]
    assert joined == (pair["is"] == "one")
    if pair.get("likely"):
        (suggestion,) = suggested
        assert suggestion.of == "meetings"
        assert suggestion.score <= 0.9
        assert len(suggestion.reasons) > 2
    if joined:
        assert suggested == []


def test_there_are_enough_pairs_of_each_sort() -> None:
    sorts = [pair["is"] for pair in PAIRS]
    assert len(sorts) >= 60
    assert min(sorts.count(sort) for sort in ("one", "open", "two")) >= 15
    assert sum("aside" in pair for pair in PAIRS) >= 15
