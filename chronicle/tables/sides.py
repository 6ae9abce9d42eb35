"""What stands for a side in a table → the code of a country, or an organisation; else why it is neither."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from chronicle.fields import ORGANISATION_CODES
from chronicle.import_settings import Way
from chronicle.lexicon import country_codes
from chronicle.lexicon.countries import load_cities
from chronicle.lexicon.states import is_code
from chronicle.lexicon.words import word_lists
from chronicle.model import Entry, PartialDate
from chronicle.tables.layout import plain
from chronicle.tables.table import Unclear

SHOWN = 20  # names in a note
code_of = lru_cache(maxsize=65_536)(country_codes.code_of)
codes_of = lru_cache(maxsize=65_536)(country_codes.codes_of)
misspelt = lru_cache(maxsize=65_536)(country_codes.misspelt)


class Terms(NamedTuple):
    """In what terms a row speaks."""

    way: Way = Way()
    on: PartialDate | None = None  # the day of its meeting, as far as that is told

    def country(self, text: str) -> str:
        """What the settings put in place of a country's name; else the same."""
        return self.way.values.get("country", {}).get(plain(text), text)


def country_of(text: str, terms: Terms) -> str | Unclear:
    """The code of a country, or why there is none."""
    return code_of(text, terms.on, language=terms.way.language) or no_country(text, terms)


def no_country(text: str, terms: Terms) -> Unclear:
    """That a text is no country, and what to do."""
    to_do = f"Write the code or the English name, or map it under 'import: values: country:', {text}: …"
    hint = country_codes.advice(text, terms.on, language=terms.way.language)
    return Unclear(f"is {text!r}: no country", hint or to_do)


def party_of(text: str, terms: Terms) -> str | Unclear:
    """The code of a country, or the organisation that a text is; a name of several countries is unclear."""
    codes = codes_of(text, terms.on, language=terms.way.language)
    if len(codes) > 1 and not is_organisation(text):
        return no_country(text, terms)
    return codes[0] if len(codes) == 1 else text


def side_of(text: str, terms: Terms) -> tuple[str, str]:
    """Country and organisation that a part of what stands in brackets tells; "" for what it doesn't.

    A state's own name goes before the city of that name: "Prime Minister, Singapore". Of other cities nobody
    acts for the country: "mayor, Paris" isn't France's.
    """
    told, language = terms.country(text), terms.way.language
    if told in load_cities():
        return country_codes.state_named(told, terms.on, language=language) or "", ""
    code = code_of(told, terms.on, language=language)
    return (code, "") if code else ("", told if is_organisation(told) else "")


def is_organisation(text: str) -> bool:
    """Whether an organisation of this name is known."""
    return text in ORGANISATION_CODES or text in organisations()


@cache
def organisations() -> Collection[str]:
    """The names of organisations that are known."""
    lists = word_lists("en/organisations")
    return frozenset(name for common, names in lists.items() for name in (common, *names))


def several_in(text: str, terms: Terms) -> Unclear | None:
    """Why a part of what stands in brackets is no side, though it is the name of some countries."""
    if len(codes_of(terms.country(text), terms.on, language=terms.way.language)) < 2:
        return None
    hint = country_codes.advice(text, terms.on, language=terms.way.language)
    return Unclear(f"has {text!r}: no one country", hint)


def slip_in(text: str, terms: Terms) -> Unclear | None:
    """Why a part of what stands in brackets, though it is no side, may be meant as one: "Frence", "Congo"."""
    several = several_in(text, terms)
    if several:
        return several
    code = (
        misspelt(text) if text[:1].isupper() and not text.isupper() and terms.country(text) == text else None
    )
    hint = f"Did you mean '{code}'? Else put the office into a column of its own."
    return Unclear(f"has {text!r}: no country that is known", hint) if code else None


# ── what a person should look at ─────────────────────────────────────────────────────────────


def notes_on(entries: Iterable[Entry], known: Collection[str]) -> list[str]:
    """What was taken as an organisation or an office, and may be a country in another spelling.

    `entries` are those that are written now; `known` are the parties of those that are there.
    """
    parties, offices = dict[str, None](), dict[str, None]()
    for entry in entries:
        parties |= dict.fromkeys(party for party in entry.parties if not is_known(party, known))
        for one in entry.participants:
            last = (one.role or "").rpartition(",")[2].strip()
            if "," in (one.role or "") and last[:1].isupper() and not (one.country or one.organisation):
                offices[last] = None
    kinds: Mapping[str, Iterable[str]] = {"organisations": parties, "offices, not as sides": offices}
    return [f"taken as {kind}: {listed(sorted(names))}." for kind, names in kinds.items() if names]


def is_known(party: str, known: Collection[str]) -> bool:
    """Whether a party is a country, or an organisation of which one has heard."""
    return is_code(party) or party in known or is_organisation(party)


def listed(names: list[str]) -> str:
    """Some names, not too many of them."""
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
