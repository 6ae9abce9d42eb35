"""The site's language: names of countries, dates, the order of letters."""

import subprocess
import sys
from collections.abc import Mapping

import pytest
from babel.localedata import locale_identifiers

from chronicle.lexicon.alphabets import alphabet, initial, sort_key
from chronicle.lexicon.countries import load_countries
from chronicle.lexicon.country_names import names_shown
from chronicle.lexicon.language import WRITTEN, date_told, is_language, language_meant, territories
from chronicle.lexicon.words import load_words
from chronicle.model import CountryCode
from tests.conftest import ROOT

AZ, TR, SU = CountryCode("AZ"), CountryCode("TR"), CountryCode("SU")


def test_english_needs_no_library() -> None:
    code = (
        "import sys, chronicle.pipeline; from chronicle.config import read_config;"
        "from chronicle.lexicon.country_names import names_shown;"
        "config, _ = read_config('c', 'language: en\\ncountry_names: {TR: Turkey}');"
        "names_shown(config.language, config.country_names); sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "Azerbaijan"), ("az", "Azərbaycan"), ("pt-BR", "Azerbaijão"), ("en-GB", "Azerbaijan")],
)
def test_countries_are_named_in_the_language(language: str, expected: str) -> None:
    assert names_shown(language, {})[AZ] == expected


def test_the_owner_has_the_last_word_also_on_states_that_cldr_does_not_name() -> None:
    names = names_shown("az", {TR: "Türkiyə Respublikası", SU: "Sovet İttifaqı"})
    assert (names[TR], names[SU]) == ("Türkiyə Respublikası", "Sovet İttifaqı")
    assert names_shown("az", {})[SU] == "Soviet Union"


@pytest.mark.parametrize("language", ["de", "fa", "hi", "ja", "uk"])
def test_every_country_has_a_name(language: str) -> None:
    assert load_countries().keys() <= territories(language).keys()


@pytest.mark.parametrize("text", ["en", "az", "pt-BR", "zh-Hant", "sr-Latn", "az-AZ", "en-US"])
def test_codes_of_languages_are_known(text: str) -> None:
    assert is_language(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("French", "fr"),
        ("azerbaijani", "az"),
        ("pt_br", "pt-BR"),
        ("PT-BR", "pt-BR"),
        ("de_DE", "de-DE"),
        ("frensh", "fr"),
        ("french-ca", "fr"),
        ("klingon", None),
        ("xx", None),
        ("", None),
    ],
)
def test_what_is_no_code_is_guessed(text: str, meant: str | None) -> None:
    assert not is_language(text)
    assert language_meant(text) == meant


def test_every_language_of_cldr_tells_days_months_and_years() -> None:
    languages = [name.replace("_", "-") for name in locale_identifiers()]
    known = [
        language for language in languages if WRITTEN.fullmatch(language) and not language.startswith("en")
    ]
    assert len(known) > 800
    for language in known[::9]:
        told = [date_told(language, 2019, *rest) for rest in ((11, 7), (11, None), (None, None))]
        assert all(told), language
        assert len(set(told)) == 3, language


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Åland", "Albania", "Côte d’Ivoire", "Cuba", "Zambia"]),
        (
            "az",
            [
                "Avstriya",
                "Azərbaycan",
                "Çexiya",
                "Ermənistan",
                "Əlcəzair",
                "Gürcüstan",
                "Hindistan",
                "Xorvatiya",
                "İran",
                "Keniya",
            ],
        ),
        ("sv", ["Zambia", "Åland", "Österrike"]),
        ("de", ["Ägypten", "Albanien", "Österreich", "Osttimor"]),
        ("cs", ["Honduras", "Hongkong", "Chile", "Chorvatsko", "Indie", "Řecko", "Slovensko", "Španělsko"]),
        ("es", ["Níger", "Noruega", "Ñ", "Omán"]),
        ("tr", ["Çad", "Danimarka", "Irak", "İran", "İsrail", "Jamaika"]),
        ("ru", ["Египет", "Йемен", "Кабо-Верде", "Япония"]),
        ("uk", ["Естонія", "Єгипет", "Індія", "Йорданія"]),
        ("fr", ["Égypte", "El Salvador", "Émirats arabes unis", "États-Unis", "Nouvelle-Zélande"]),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(language: str, names: list[str]) -> None:
    assert sorted({*names}, key=lambda name: sort_key(name, language)) == names


def test_an_alphabet_has_each_letter_once() -> None:
    alphabets = load_words("alphabets")
    assert isinstance(alphabets, Mapping)
    for language, letters in alphabets.items():
        assert is_language(language)
        assert len(alphabet(language)) == len(str(letters).split()) > 24, language


@pytest.mark.parametrize(
    ("name", "language", "letter"),
    [
        ("Éire", "en", "E"),
        ("Əfqanıstan", "az", "Ə"),
        ("İran", "az", "İ"),
        ("Élysée", "az", "E"),
        ("Ирландия", "ru", "И"),
        ("«Единство»", "ru", "Е"),
        ("…", "ru", ""),
    ],
)
def test_a_name_stands_in_an_index_under_a_letter_of_its_language(
    name: str, language: str, letter: str
) -> None:
    assert initial(name, language) == letter
