"""What the finders and the encounters make of single lines: tests/cases/en."""

from pathlib import Path

import pytest
import yaml

from chronicle.ingest import ingest, read_through
from chronicle.ingest.cast import cast_of
from chronicle.ingest.find import find_all
from chronicle.ingest.sides import with_sides
from chronicle.ingest.text import text_of
from chronicle.lexicon import load_lexicon
from chronicle.model import Article, Entry, Mention, PartialDate

HERE = Path(__file__).parents[1] / "cases" / "en"
WORDS = load_lexicon()


def cases(name: str) -> list[dict[str, object]]:
    found = yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text
    assert isinstance(found, list)
    return found


def mentions(text: object) -> tuple[Mention, ...]:
    return find_all(text_of(str(text), WORDS), WORDS)


@pytest.mark.parametrize("case", cases("dates"), ids=lambda case: case["text"])
def test_dates(case: dict[str, object]) -> None:
    assert [m.value for m in mentions(case["text"]) if m.kind == "date"] == case["finds"]


@pytest.mark.parametrize("case", cases("offices"), ids=lambda case: case["text"])
def test_offices(case: dict[str, object]) -> None:
    found = mentions(case["text"])
    sides = [m for m in found if m.kind == "acts for"]
    told = [
        f"{office.value} | "
        + " ".join(m.value for m in sides if office.span.start <= m.span.start < office.span.stop)
        for office in found
        if office.kind in ("office", "offices")
    ]
    assert told == case["finds"]


@pytest.mark.parametrize("case", cases("people"), ids=lambda case: case["text"])
def test_people(case: dict[str, object]) -> None:
    text = text_of(str(case["text"]), WORDS)
    cast = cast_of(text, find_all(text, WORDS), WORDS)
    told = [
        f"{p.name} | {p.role.value if p.role else ''} | {p.rank.value if p.rank else ''} | "
        + (p.side.value if p.side else "")
        for p in cast
    ]
    assert told == case["finds"]


@pytest.mark.parametrize("case", cases("sides"), ids=lambda case: case["text"])
def test_sides(case: dict[str, object]) -> None:
    text = text_of(str(case["text"]), WORDS)
    found = find_all(text, WORDS)
    home = None if case["home"] == "null" else str(case["home"])
    cast = with_sides(cast_of(text, found, WORDS), found, WORDS, text, home)
    assert [f"{p.name} | {p.side.value if p.side else ''}" for p in cast] == case["finds"]


@pytest.mark.parametrize("case", cases("encounters"), ids=lambda case: case["from"])
def test_encounters(case: dict[str, object]) -> None:
    published = None if case["published"] == "null" else PartialDate(str(case["published"]))
    article = Article(id="x.txt", text=str(case["text"]), body=str(case["text"]), published=published)
    reading = ingest(article, WORDS)
    assert [told(entry) for entry in reading.entries] == case["finds"]
    assert (reading.reason is None) == bool(case["finds"])


@pytest.mark.parametrize("case", cases("days"), ids=lambda case: case["text"])
def test_days_and_cities(case: dict[str, object]) -> None:
    published = PartialDate(str(case["published"]))
    article = Article(id="x.txt", text=str(case["text"]), body=str(case["text"]), published=published)
    entries = ingest(article, WORDS).entries
    assert [f"{e.date}{f'/{e.end_date}' if e.end_date else ''} {e.city}" for e in entries] == case["finds"]


@pytest.mark.parametrize("case", cases("entries"), ids=lambda case: case["from"])
def test_entries(case: dict[str, object]) -> None:
    published = None if case["published"] == "null" else PartialDate(str(case["published"]))
    article = Article(id="x.txt", text=str(case["text"]), body=str(case["text"]), published=published)
    (entry,) = read_through(article, WORDS).reading.entries
    assert entry.title == case["title"]
    assert f"{entry.city} {entry.country}" == case["place"]
    assert list(entry.documents) == case.get("papers", [])
    by_rules = [reason for reason in entry.review if "not told plainly" not in reason]  # that one is learnt
    assert by_rules == case.get("review", [])


def told(entry: Entry) -> str:
    names = ", ".join(p.name for p in entry.participants)
    return f"{entry.status} {entry.kind} {entry.date}: {names} ({' '.join(entry.parties)})"
