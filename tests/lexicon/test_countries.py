"""Countries, their words and their cities: what the committed tables hold."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from babel import Locale

from chronicle.lexicon.countries import (
    FOLDER,
    Country,
    in_sentence,
    load_ambiguous,
    load_cities,
    load_countries,
    load_decoys,
    load_disputed,
    load_disputed_demonyms,
    load_metonyms,
    load_part_demonyms,
    load_parts,
)
from chronicle.model import CountryCode

OUTSIDE_THE_REGULAR_LIST = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
CLDR = {str(code): name for code, name in Locale("en").territories.items()}
UNINHABITED_OR_WITHOUT_SEAT = frozenset({"AQ", "BV", "HM", "IO", "TK", "UM"})
LISTS_OF_WORDS = {
    "parts": load_parts,
    "part_demonyms": load_part_demonyms,
    "disputed": load_disputed,
    "disputed_demonyms": load_disputed_demonyms,
}


@pytest.fixture(scope="module")
def overrides() -> Mapping[str, Any]:
    """The hand-kept table."""
    table: Mapping[str, Any] = yaml.safe_load((FOLDER / "overrides.yaml").read_text("utf-8"))
    return table


def words_of(country: Country) -> Iterator[str]:
    yield country.name
    yield from country.names
    yield from country.demonyms


def meanings() -> Mapping[str, frozenset[str]]:
    """Each word of countries, parts and metonyms with the codes that it leads to."""
    found = defaultdict(set)
    for country in load_countries().values():
        for word in words_of(country):
            found[word].add(str(country.code))
    for table in (*(load() for load in LISTS_OF_WORDS.values()), load_metonyms()):
        for word, code in table.items():
            found[word].add(str(code))
    return {word: frozenset(codes) for word, codes in found.items()}


def country(code: str) -> Country:
    return load_countries()[CountryCode(code)]


def test_each_code_of_cldrs_regular_list_is_there() -> None:
    regular = {c for c in CLDR if re.fullmatch("[A-Z]{2}", c)} - OUTSIDE_THE_REGULAR_LIST
    assert set(load_countries()) == regular
    assert len(regular) == 250  # ISO 3166-1 has 249, and Kosovo


def test_countries_stand_in_order_of_code() -> None:
    assert list(load_countries()) == sorted(load_countries())
    assert all(code == found.code for code, found in load_countries().items())


def test_the_name_shown_is_cldrs_or_a_listed_alternative(overrides: Mapping[str, Any]) -> None:
    for code, found in load_countries().items():
        assert found.name == overrides["display"].get(code, CLDR[code]).replace(" & ", " and ")


def test_no_word_leads_to_two_countries_but_the_ambiguous_ones() -> None:
    double = {word: codes for word, codes in meanings().items() if len(codes) > 1}
    assert double.keys() <= load_ambiguous().keys()


def test_an_ambiguous_word_allows_for_the_country_that_has_it() -> None:
    known = meanings()
    for word, codes in load_ambiguous().items():
        assert known.get(word, frozenset()) <= set(codes), word


def test_no_decoy_is_a_countrys_own_word() -> None:
    assert not set(load_decoys()) & meanings().keys()


def test_all_codes_are_countries() -> None:
    tables = [*(load() for load in LISTS_OF_WORDS.values()), load_metonyms(), load_cities()]
    used = {code for table in tables for code in table.values()}
    assert used | {code for codes in load_ambiguous().values() for code in codes} <= load_countries().keys()


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Mauritian", "MU"),  # LIBRARIES 3: two sources lead to Mauritania
        ("Mauritanian", "MR"),
        ("Barbudan", "AG"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Bhutanese", "BT"),
        ("Chadian", "TD"),
        ("Papua New Guinean", "PG"),
        ("Argentinean", "AR"),
        ("Maldivan", "MV"),
        ("Azeri", "AZ"),
        ("Frenchman", "FR"),
        ("Saudi", "SA"),
        ("Emirati", "AE"),
        ("Philippine", "PH"),
        ("Filipino", "PH"),
        ("Burma", "MM"),
        ("Turkey", "TR"),
        ("Swaziland", "SZ"),
        ("DPRK", "KP"),
        ("Republic of Korea", "KR"),
        ("U.S.", "US"),
        ("US", "US"),
        ("UK", "GB"),
        ("UAE", "AE"),
        ("Republic of Azerbaijan", "AZ"),
        ("Islamic Republic of Iran", "IR"),
        ("Russian Federation", "RU"),
        ("Cote d'Ivoire", "CI"),
        ("Zaire", "CD"),
        ("Lao PDR", "LA"),
        ("Persia", "IR"),
        ("Scotland", "GB"),
        ("Nakhchivan", "AZ"),
        ("Karakalpakstan", "UZ"),
        ("Tatarstan", "RU"),
        ("Hong Kong", "HK"),
        ("Kremlin", "RU"),
        ("White House", "US"),
    ],
)
def test_a_word_leads_to_its_country(word: str, code: str) -> None:
    assert meanings()[word] == {code}


@pytest.mark.parametrize(
    ("plural", "code"),
    [
        ("Iranians", "IR"),
        ("Azerbaijanis", "AZ"),
        ("Turks", "TR"),
        ("Germans", "DE"),
        ("Czechs", "CZ"),
        ("Frenchmen", "FR"),
        ("Israelis", "IL"),
        ("Spaniards", "ES"),
        ("Malagasies", "MG"),
        ("Turkmens", "TM"),
    ],
)
def test_inhabitants_have_their_plural(plural: str, code: str) -> None:
    assert plural in country(code).demonyms


@pytest.mark.parametrize(
    "wrong", ["Chineses", "Irishs", "Frenchs", "Swisss", "Burkinabes", "Philippines", "Icelandics"]
)
def test_no_plural_is_made_where_there_is_none(wrong: str) -> None:
    assert not any(wrong in found.demonyms for found in load_countries().values())


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Congolese", {"CD", "CG"}),
        ("Dominican", {"DM", "DO"}),
        ("Korean", {"KP", "KR"}),
        ("Guinean", {"GN", "GQ", "GW"}),
        ("Georgia", {"GE", "US"}),
        ("Jordan", {"JO"}),
        ("Chad", {"TD"}),
    ],
)
def test_what_needs_context_is_ambiguous(word: str, codes: set[str]) -> None:
    assert set(load_ambiguous()[word]) == codes


@pytest.mark.parametrize(("code", "name"), [("NO", "Norway"), ("NA", "Namibia")])
def test_codes_that_yaml_or_tables_read_as_something_else_stay_text(code: str, name: str) -> None:
    assert country(code).name == name
    assert type(country(code).code) is str


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("US", "the United States"),
        ("GB", "the United Kingdom"),
        ("NL", "the Netherlands"),
        ("AE", "the United Arab Emirates"),
        ("PH", "the Philippines"),
        ("FR", "France"),
        ("AZ", "Azerbaijan"),
        ("UA", "Ukraine"),
    ],
)
def test_a_name_takes_its_article_in_a_sentence(code: str, text: str) -> None:
    assert in_sentence(country(code)) == text


def test_each_country_with_a_seat_of_government_has_a_capital() -> None:
    without = {code for code, found in load_countries().items() if not found.capital}
    assert without == UNINHABITED_OR_WITHOUT_SEAT


def test_each_capital_is_a_city_of_its_country_unless_left_out_by_name(overrides: Mapping[str, Any]) -> None:
    elsewhere = {name: code for code, names in overrides["cities"].items() for name in names}
    for found in load_countries().values():
        for capital in found.capital:
            expected = None if capital in overrides["no_city"] else elsewhere.get(capital, found.code)
            assert load_cities().get(capital) == expected, capital


@pytest.mark.parametrize(
    ("city", "code"),
    [
        ("Kiev", "UA"),
        ("Nur-Sultan", "KZ"),
        ("Davos", "CH"),
        ("Camp David", "US"),
        ("Ganja", "AZ"),
        ("The Hague", "NL"),
        ("Kingston", "JM"),  # not Norfolk Island's
        ("Arkhangelsk", "RU"),  # the source writes the soft sign as an apostrophe
        ("Aden", None),  # "Hon. Aden Duale"
        ("Vladimir", None),
        ("Nancy", None),
        ("Victoria", None),
        ("Cambridge", None),
    ],
)
def test_a_city_leads_to_its_country_or_nowhere(city: str, code: str | None) -> None:
    assert load_cities().get(city) == code


def test_no_city_is_another_countrys_word() -> None:
    known = meanings()
    for city, code in load_cities().items():
        assert known.get(city, {code}) == {code}, city


def test_every_override_is_in_the_tables(overrides: Mapping[str, Any]) -> None:
    for code, own in overrides["countries"].items():
        held = country(code)
        wanted = {*own.get("names", ())} - {held.name} - {*overrides["no_name"]}
        assert wanted <= {*held.names}, code
        assert {*own.get("demonyms", ())} <= {*held.demonyms}, code
    for code, capitals in overrides["capitals"].items():
        assert [name for name in country(code).capital if name in capitals] == capitals, code
        assert country(code).capital[:1] == tuple(capitals[:1]), code
    assert {code for code, held in load_countries().items() if held.article} == {*overrides["article"]}


def test_every_list_of_the_overrides_is_in_the_tables(overrides: Mapping[str, Any]) -> None:
    for section, load in LISTS_OF_WORDS.items():
        assert load() == {word: code for code, words in overrides[section].items() for word in words}
    assert load_metonyms() == overrides["metonyms"]
    assert {word: list(codes) for word, codes in load_ambiguous().items()} == overrides["ambiguous"]
    assert set(load_decoys()) == set(overrides["decoys"])


def test_every_city_of_the_overrides_is_in_the_table(overrides: Mapping[str, Any]) -> None:
    left_out = {*overrides["no_city"]}
    for code, names in overrides["cities"].items():
        for name in names:
            wanted = None if name in left_out else code
            assert load_cities().get(name) == wanted, name
    assert not left_out & load_cities().keys()


def test_no_word_stands_twice_in_the_overrides(overrides: Mapping[str, Any]) -> None:
    for section in LISTS_OF_WORDS:
        words = [word for words in overrides[section].values() for word in words]
        assert len(words) == len(set(words)), section
    for section in ("no_city", "not_cities", "crowded", "decoys", "no_plural", "article"):
        assert len(overrides[section]) == len(set(overrides[section])), section
