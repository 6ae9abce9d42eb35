"""Vanished states and former names: what entries, imported tables and the site know, and the reader doesn't.

The table is made by `tools/make_countries.py` of `states.yaml`, which says which states are there, and why.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypedDict, cast

from chronicle.lexicon.countries import Country, load_countries
from chronicle.model import CountryCode, PartialDate

FILE = Path(__file__).with_name("states.json")
YEAR = len("1991")
WITH_ARTICLE = frozenset(
    ("Antilles", "Confederation", "Empire", "Federation", "Kingdom", "Republic", "Union")
)


class Called(NamedTuple):
    """A name that a state had for some time; the first and the last day, or the years of the changes."""

    name: str
    since: PartialDate | None  # None: since long ago
    until: PartialDate | None  # None: still


@dataclass(frozen=True, slots=True)
class Vanished:
    """A state that is no more."""

    code: CountryCode
    name: str
    since: PartialDate
    until: PartialDate  # the last day
    names: tuple[str, ...]
    called: tuple[Called, ...]  # names that it had for a part of its time, or that it shares with others
    demonyms: tuple[str, ...]
    capital: tuple[str, ...]
    before: tuple[CountryCode, ...]  # in whose place it came
    after: tuple[CountryCode, ...]  # who came in its place

    @property
    def years(self) -> str:
        """As in "1922–1991"."""
        return f"{int(self.since[:YEAR])}–{int(self.until[:YEAR])}"


class Further(TypedDict):
    """Further words for states, by code; `codes` and `short` by what is written."""

    names: Mapping[CountryCode, list[str]]
    demonyms: Mapping[CountryCode, list[str]]
    capitals: Mapping[CountryCode, list[str]]
    ambiguous: Mapping[str, list[CountryCode]]
    codes: Mapping[str, CountryCode]
    short: Mapping[str, str]


@cache
def load_vanished() -> Mapping[CountryCode, Vanished]:
    """All vanished states, in order of code."""
    states = [_vanished(row) for row in _tables()["vanished"]]
    return MappingProxyType({state.code: state for state in states})


@cache
def load_called() -> Mapping[CountryCode, tuple[Called, ...]]:
    """What states of today were called at their time, by code."""
    return MappingProxyType({code: _called(rows) for code, rows in _tables()["called"].items()})


def load_further() -> Further:
    """Words and codes that only tables and people use."""
    return cast(Further, _tables())


@cache
def known_codes() -> frozenset[CountryCode]:
    """All codes that an entry may have: those of today's countries, and those of vanished states."""
    return frozenset((*load_countries(), *load_vanished()))


def is_code(side: str) -> bool:
    """Whether a side is a country; EU and UN are organisations, and so is whatever has no known code."""
    return side in known_codes()


@cache
def all_states() -> Mapping[CountryCode, Country]:
    """Today's countries and the vanished states, by code, as sentences name them."""
    vanished = {
        state.code: Country(
            code=state.code,
            name=state.name,
            names=state.names,
            demonyms=state.demonyms,
            capital=state.capital,
            article=state.name.split()[-1] in WITH_ARTICLE,
        )
        for state in load_vanished().values()
    }
    return MappingProxyType({**load_countries(), **vanished})


@cache
def came_of() -> Mapping[CountryCode, tuple[CountryCode, ...]]:
    """The vanished states in whose place a state came, by its code, the latest first."""
    found: dict[CountryCode, list[CountryCode]] = {}
    for state in sorted(load_vanished().values(), key=lambda state: (state.until, state.code), reverse=True):
        for code in state.after:
            found.setdefault(code, []).append(state.code)
    for code, own in load_vanished().items():
        others = [other for other in own.before if other not in found.get(code, ())]
        found.setdefault(code, []).extend(others)
    return MappingProxyType({code: tuple(others) for code, others in found.items() if others})


def _vanished(row: Mapping[str, Any]) -> Vanished:
    return Vanished(
        code=CountryCode(row["code"]),
        name=row["name"],
        since=PartialDate(row["since"]),
        until=PartialDate(row["until"]),
        names=tuple(row["names"]),
        called=_called(row["called"]),
        demonyms=tuple(row["demonyms"]),
        capital=tuple(row["capital"]),
        before=tuple(row["before"]),
        after=tuple(row["after"]),
    )


def _called(rows: Iterable[Iterable[Any]]) -> tuple[Called, ...]:
    return tuple(Called(*row) for row in rows)


@cache
def _tables() -> Mapping[str, Any]:
    return cast(Mapping[str, Any], json.loads(FILE.read_text("utf-8")))
