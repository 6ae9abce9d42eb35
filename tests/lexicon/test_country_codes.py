"""What a country is called, and the one code that it leads to."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from chronicle.lexicon import country_codes
from chronicle.lexicon.countries import load_countries, load_disputed
from chronicle.lexicon.country_codes import advice, code_of, codes_of, key_of, misspelt, near, state_named
from chronicle.lexicon.country_names import names_shown
from chronicle.lexicon.states import is_code, known_codes, load_called, load_vanished
from chronicle.model import CountryCode, PartialDate
from tests.conftest import ROOT

CASES: dict[str, Any] = yaml.load(
    (ROOT / "tests/cases/countries.yaml").read_text(encoding="utf-8"),
    yaml.BaseLoader,  # noqa: S506 - makes nothing but text: "NO" is Norway
)
NAMES = [(name, code) for code, names in CASES["names"].items() for name in names]
BULK = ROOT.parent / "shared" / "data"
FIVE = ("az", "fr", "ru", "ar", "zh")


def all_names() -> Iterator[tuple[str, CountryCode]]:
    """Every word of every kind with each code that it is there for."""
    kinds = (
        country_codes.shown("en"),
        country_codes.other_names(),
        country_codes.parts(),
        country_codes.demonyms(),
        country_codes.capitals(),
    )
    for name, meant in chain.from_iterable(kinds):
        yield name, meant.code


@pytest.mark.parametrize(("text", "code"), NAMES)
def test_a_name_leads_to_its_state(text: str, code: str) -> None:
    assert codes_of(text) == (code,)
    assert advice(text) == f"Did you mean '{code}'?"


@pytest.mark.parametrize("case", CASES["dated"], ids=lambda case: f"{case['text']} {case.get('on', 'today')}")
def test_a_shared_name_means_the_state_of_its_time(case: dict[str, str]) -> None:
    assert (
        str(code_of(case["text"], PartialDate(case["on"]) if "on" in case else None)).lower()
        == case["code"].lower()
    )


@pytest.mark.parametrize(("text", "codes"), CASES["several"].items())
def test_a_name_of_several_is_asked_about(text: str, codes: list[str]) -> None:
    assert code_of(text) is None
    assert codes_of(text) == tuple(codes)
    assert advice(text) == f"It may be {' or '.join(codes)}: write the code of the one that is meant."


@pytest.mark.parametrize(("text", "codes"), CASES["slips"].items())
def test_a_slip_is_suggested_and_never_taken(text: str, codes: list[str]) -> None:
    assert codes_of(text) == ()
    assert near(text) == tuple(codes)


@pytest.mark.parametrize("text", CASES["nothing"])
def test_what_names_no_country_leads_nowhere(text: str) -> None:
    assert codes_of(text) == ()
    assert advice(text) == ""


def test_every_name_of_the_tables_leads_to_one_state_or_is_listed_as_shared() -> None:
    found = {name: codes_of(name) for name, _ in all_names()}
    assert len(found) > 2000
    assert {name: codes for name, codes in found.items() if len(codes) != 1} == {
        name: tuple(codes) for name, codes in CASES["several"].items()
    }


def test_every_name_of_a_state_of_today_leads_to_it_at_some_time() -> None:
    """A name may mean another state at another time, but nobody's name is lost."""
    when = [None, *(PartialDate(str(year)) for year in range(1800, 2030, 5)), PartialDate("1959-05")]
    shared = {name for name, code in all_names() if not any(code in codes_of(name, on) for on in when)}
    assert shared == {"Georgia", "Guinea", "Saint Martin", "Samoa", "St Martin", "St. Martin"}
    for name in shared:  # "Guinea" is part of four states' names, and the name of one
        assert code_of(name) in {c.code for c in load_countries().values() if key_of(c.name) == key_of(name)}


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_every_code_leads_to_itself(code: CountryCode) -> None:
    assert codes_of(code) == (code,)
    assert codes_of(f" {code} ", PartialDate("1900")) == (code,)
    assert codes_of(code.lower()) != (code,) or code.lower() in ("us", "uk")  # "no" in a table is no Norway


@pytest.mark.parametrize("language", ["en", *FIVE])
def test_every_name_that_is_shown_leads_back(language: str) -> None:
    for code, name in names_shown(language, {}).items():
        state = load_vanished().get(code)
        on = state.until if state else None
        assert code_of(name, on, language=language) == code, name


def test_names_of_a_language_are_known_in_that_language_only() -> None:
    assert code_of("Азербайджан", language="ru") == "AZ"
    assert code_of("Azərbaycan", language="az") == "AZ"
    assert code_of("Азербайджан") is None


def test_former_names_lead_to_the_state_that_had_them_at_any_time_of_theirs() -> None:
    checked = 0
    for code, called in load_called().items():
        for name, since, until in called:
            for on in filter(None, (since, until)):
                assert code in codes_of(name, on), name
                checked += 1
    assert checked > 80


def test_regions_that_a_state_does_not_control_are_nobodys() -> None:
    assert [name for name in load_disputed() if codes_of(name)] == []


@given(st.text(max_size=60), st.sampled_from([None, "1900", "1949-10", "2001-09-11"]))
def test_any_text_has_an_answer(text: str, on: PartialDate | None) -> None:
    assert set(codes_of(text, on)) <= known_codes()
    assert set(near(text)) <= known_codes()


@given(st.sampled_from([name for name, _ in NAMES if "(" not in name]), st.randoms())
def test_order_of_words_and_small_words_do_not_count(name: str, chance: Random) -> None:
    words = [*name.replace(",", "").split(), "the"]
    chance.shuffle(words)
    if len(name) > len("0000"):  # codes are taken as they are
        assert codes_of(" ".join(words)) == codes_of(name)


@pytest.mark.skipif(not BULK.is_dir(), reason="the bulk data isn't here")
def test_every_country_of_the_bulk_data_is_understood() -> None:
    rows = {
        (" ".join((country.text or "").split()), country.get("id"), event.findtext("start-date"))
        for pattern, tag in (("visits/*.xml", "from"), ("travels/*-travels/*.xml", "country"))
        for event, country in places(BULK, pattern, tag)
    }
    assert len(rows) > 7000
    left = {(name, id_) for name, id_, on in rows if not code_of(name, PartialDate(on))}
    assert left == {("Korea", "korea-south"), ("Somoa", "somoa")}
    assert code_of("korea-south") == "KR"
    assert near("Somoa") == ("WS",)


def places(folder: Path, pattern: str, tag: str) -> Iterator[tuple[Any, Any]]:
    """The events of some files with the country of each."""
    for file in sorted(folder.glob(pattern)):
        for country in etree.parse(file).getroot().iter(tag):
            yield country.getparent(), country


@pytest.mark.parametrize(
    ("text", "on", "code"),
    [
        ("Singapore", None, "SG"),
        ("Hanover", None, None),
        ("Hanover", "1850", "XG"),
        ("Paris", None, None),
        ("French", None, None),
        ("Scotland", None, None),
    ],
)
def test_only_a_states_own_name_is_borne_by_it(text: str, on: str | None, code: str | None) -> None:
    assert state_named(text, PartialDate(on) if on else None) == code


@pytest.mark.parametrize(
    ("text", "code"), [("Frence", "FR"), ("Union", None), ("Uni", None), ("Minister", None), ("Mail", None)]
)
def test_a_slip_of_the_pen_leads_to_one_country_and_a_beginning_doesnt(text: str, code: str | None) -> None:
    assert misspelt(text) == code


def test_what_is_no_known_code_is_no_country() -> None:
    assert all(map(is_code, ("FR", "SU", "XK")))
    assert not any(map(is_code, ("EU", "UN", "QA1", "ZZ", "fr", "NATO", "")))
