"""How names go with naming cultures."""

import pytest

from chronicle.lexicon import load_lexicon
from chronicle.lexicon.countries import load_countries
from chronicle.lexicon.cultures import LEAST, cultures_of, runs

CULTURES = load_lexicon().cultures


def likeliest(name: str, countries: str) -> str:
    """Of some countries, the one with whose cultures a name goes best."""
    told = CULTURES.of(name)
    return max(countries.split(), key=lambda code: max(told[culture] for culture in CULTURES.countries[code]))


@pytest.mark.parametrize(
    ("name", "countries", "country"),
    [
        ("Pham Quang Lam", "CZ VN", "VN"),
        ("Tomáš Hejzlar", "VN CZ", "CZ"),
        ("Ruben Vardazaryan", "HR AM AZ", "AM"),
        ("Giorgi Tsetskhladzeli", "RU AM GE", "GE"),
        ("Abdul Rahim Siddiquee", "CN BD JP", "BD"),
        ("Beatrice Mulengani", "CN ZM", "ZM"),
        ("Luciana Peixotinho", "ZA BR", "BR"),
        ("Tauno Kivirinne", "FI HU TR", "FI"),
        ("Ólafur Brynjarsson", "DK IS FR", "IS"),
    ],
)
def test_a_name_goes_with_a_culture(name: str, countries: str, country: str) -> None:
    assert likeliest(name, countries) == country
    assert likeliest(name, " ".join(reversed(countries.split()))) == country


def test_what_has_no_letters_goes_with_all_alike() -> None:
    bias = cultures_of({"countries": {"XA": [0], "XB": [1]}, "bias": [0, 0], "weights": {"a": [1, 50]}})
    assert bias.of("") == bias.of("J. 7") == [0, 0]
    assert bias.of("Ba") == [-50, 0]


def test_one_odd_part_rules_nothing_out() -> None:
    odd = cultures_of({"countries": {}, "bias": [0, 0], "weights": {"^odd$": [0, 9000], "^usual$": [1, 500]}})
    assert odd.of("Odd") == [0, LEAST]
    assert odd.of("Odd Usual Usual") == [-1000 - LEAST, 0]


def test_runs_are_of_plain_letters_with_the_edges_and_the_foreign_ones_apart() -> None:
    told = list(runs("Şen"))
    assert told[:3] == ["s", "e", "n"]
    assert {"^s", "^se", "^sen", "sen$", "en$", "n$", "^sen$", "*ş"} <= set(told)
    assert len(told) == len(set(told))


def test_every_country_of_a_culture_is_one() -> None:
    assert set(CULTURES.countries) - set(load_countries()) <= {"XK"}
