"""Vanished states and former names: what the committed table holds."""

import re

import pytest
import yaml

from chronicle.lexicon.countries import FOLDER, load_countries
from chronicle.lexicon.country_codes import code_of
from chronicle.lexicon.states import (
    Vanished,
    came_of,
    known_codes,
    load_called,
    load_further,
    load_vanished,
)
from chronicle.model import CountryCode
from chronicle.resolve.assemble import is_code
from tests.conftest import ROOT

WITHDRAWN = frozenset("AN CS DD PC PZ SU VD YD YU".split())  # ISO 3166-3, given to nobody since
FREE = re.compile("Q[M-Z]|X[A-Z]")
IN_COMMON_USE = frozenset("QO XA XB XI XK XX".split())
VANISHED = [*load_vanished().values()]


def test_states_stand_in_order_of_code() -> None:
    assert list(load_vanished()) == sorted(load_vanished())
    assert len(VANISHED) > 35


@pytest.mark.parametrize("state", VANISHED, ids=lambda state: state.name)
def test_a_vanished_state_is_whole(state: Vanished) -> None:
    assert state.code in WITHDRAWN or (FREE.fullmatch(state.code) and state.code not in IN_COMMON_USE)
    assert state.code not in load_countries()
    assert is_code(state.code)
    assert state.since < state.until < "2026"
    assert state.after
    assert {*state.before, *state.after} <= known_codes() - {state.code}
    for code in state.after:
        assert state.code in came_of()[code]


def test_no_two_states_are_shown_with_one_name() -> None:
    names = [each.name for each in (*load_countries().values(), *VANISHED)]
    assert len(names) == len(set(names))


def test_the_latest_of_several_comes_first() -> None:
    assert came_of()[CountryCode("RS")] == ("XS",)
    assert came_of()[CountryCode("DE")][0] == "DD"
    assert came_of()[CountryCode("YU")] == ("QV", "ME", "RS")
    assert "FR" not in came_of()


def test_years_are_as_they_are_written() -> None:
    assert load_vanished()[CountryCode("SU")].years == "1922–1991"
    assert load_vanished()[CountryCode("XP")].years == "756–1870"


def test_a_name_that_was_given_up_has_its_year() -> None:
    for code, called in load_called().items():
        for name, since, until in called:
            assert since or until, (code, name)
            assert not since or not until or since < until, (code, name)


def test_every_code_of_iso_is_there() -> None:
    codes = load_further()["codes"]
    for code in load_countries():
        assert (
            len([key for key, own in codes.items() if own == code and len(key) == 3 and key.isalpha()]) >= 1
        )
        assert any(own == code and key.isdigit() for key, own in codes.items()) or code == "XK"
    assert {code_of(key) for key in codes} == set(codes.values())


def test_the_reader_of_articles_knows_nothing_of_this() -> None:
    """Its weights were learnt without: a new country or name there changes what is read."""
    assert not load_vanished().keys() & load_countries().keys()
    reader = [*(ROOT / "chronicle/ingest").rglob("*.py"), *(ROOT / "chronicle/lexicon").glob("[_n]*.py")]
    assert len(reader) > 100
    for file in reader:
        code = file.read_text(encoding="utf-8")
        assert not re.search(r"lexicon\.(states|country_codes|country_names)\b|former_organisations", code), (
            file
        )


def test_the_table_is_made_of_the_file_that_people_edit() -> None:
    """Whoever edits states.yaml runs tools/make_countries.py."""
    states = yaml.safe_load((FOLDER / "states.yaml").read_text(encoding="utf-8"))
    assert {code: state["name"] for code, state in states["vanished"].items()} == {
        code: state.name for code, state in load_vanished().items()
    }
    for code, state in load_vanished().items():
        told = states["vanished"][code]
        assert [*state.names, *state.demonyms, *state.capital] == [
            *told.get("names", ()),
            *told.get("demonyms", ()),
            *told.get("capital", ()),
        ]
        assert (*state.before, *state.after) == (*told.get("before", ()), *told["after"])
    assert {code: [*names] for code, names in states["called"].items()} == {
        code: [called.name for called in names] for code, names in load_called().items()
    }
    further = load_further()
    tables = {name: further[name] for name in ("names", "demonyms", "capitals", "ambiguous", "short")}  # type: ignore[literal-required]
    assert tables == {name: states[name] for name in tables}
