"""Countries: their names, their words, their cities.

The tables are made by `tools/make_countries.py`; what a person corrects stands in `overrides.yaml`.
All words are to be matched with their case ("US" is a country, "us" isn't), longest first.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypedDict, cast

from chronicle.model import CountryCode

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of ISO 3166-1, or Kosovo."""

    code: CountryCode
    name: str  # as shown: CLDR's English name
    names: tuple[str, ...]  # other names, former names, abbreviations that lead to the code
    demonyms: tuple[str, ...]  # adjectives and inhabitants, singular and plural
    capital: tuple[str, ...]  # the seat of government, main spelling first; empty where there is none
    article: bool  # whether the name takes "the" within a sentence


class _Row(TypedDict):
    """A country as `countries.json` has it."""

    code: str
    name: str
    names: list[str]
    demonyms: list[str]
    capital: list[str]
    article: bool


class _Tables(TypedDict):
    """What `countries.json` holds."""

    countries: list[_Row]
    ambiguous: dict[str, list[str]]
    metonyms: dict[str, str]
    bodies: dict[str, str]
    parts: dict[str, str]
    part_demonyms: dict[str, str]
    disputed: dict[str, str]
    disputed_demonyms: dict[str, str]
    decoys: list[str]


def in_sentence(country: Country) -> str:
    """The name within a sentence: "the United States", "France"."""
    return f"the {country.name}" if country.article else country.name


@cache
def load_countries() -> Mapping[CountryCode, Country]:
    """All countries, in order of code."""
    return MappingProxyType({CountryCode(row["code"]): _country(row) for row in _tables()["countries"]})


@cache
def load_cities() -> Mapping[str, CountryCode]:
    """The country of each city and venue that is one country's alone, by English name."""
    by_country = cast(dict[str, list[str]], _read("cities.json"))
    return MappingProxyType({name: CountryCode(code) for code, names in by_country.items() for name in names})


@cache
def load_ambiguous() -> Mapping[str, tuple[CountryCode, ...]]:
    """Words that need their context, with the countries they may mean, likeliest first.

    With one code only, the word may be no country at all: a person's name, a river, a language.
    Such a word can also be a name or demonym of a `Country`: look here first.
    """
    table = _tables()["ambiguous"]
    return MappingProxyType({word: tuple(map(CountryCode, codes)) for word, codes in table.items()})


def load_parts() -> Mapping[str, CountryCode]:
    """Parts that act under a state: "Scotland", "Nakhchivan". Officials and places there are the state's."""
    return _codes(_tables()["parts"])


def load_part_demonyms() -> Mapping[str, CountryCode]:
    """Adjectives and inhabitants of parts: "Scottish", "Tatar"."""
    return _codes(_tables()["part_demonyms"])


def load_disputed() -> Mapping[str, CountryCode]:
    """Regions out of their state's control: a place there is the state's, who acts for them doesn't."""
    return _codes(_tables()["disputed"])


def load_disputed_demonyms() -> Mapping[str, CountryCode]:
    """Adjectives and inhabitants of such regions: "Turkish Cypriot", "Abkhazian". Never a side."""
    return _codes(_tables()["disputed_demonyms"])


def load_metonyms() -> Mapping[str, CountryCode]:
    """Buildings and offices that stand for a government: "Kremlin", "Downing Street"."""
    return _codes(_tables()["metonyms"])


def load_bodies() -> Mapping[str, CountryCode]:
    """Parliaments, forces and services by names that no other state uses: "Knesset", "UPDF"."""
    return _codes(_tables()["bodies"])


def load_decoys() -> tuple[str, ...]:
    """Phrases with a country's word in them that name none: "Indian Ocean", "Latin America"."""
    return tuple(_tables()["decoys"])


def _country(row: _Row) -> Country:
    return Country(
        code=CountryCode(row["code"]),
        name=row["name"],
        names=tuple(row["names"]),
        demonyms=tuple(row["demonyms"]),
        capital=tuple(row["capital"]),
        article=row["article"],
    )


def _codes(table: Mapping[str, str]) -> Mapping[str, CountryCode]:
    return MappingProxyType({word: CountryCode(code) for word, code in table.items()})


@cache
def _tables() -> _Tables:
    return cast(_Tables, _read("countries.json"))


def _read(name: str) -> object:
    return json.loads((FOLDER / name).read_text("utf-8"))
