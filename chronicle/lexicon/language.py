"""The languages that a site can be in: what Unicode's CLDR knows of them, by way of Babel.

Babel is loaded where a site isn't in English; what English needs is in the tables that come with the program.
"""

import datetime as dt
import difflib
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

ENGLISH = "en"
WRITTEN = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")  # "az", "pt-BR", "sr-Latn-ME"


def is_english(language: str) -> bool:
    """Whether a language is English, of whatever country."""
    return language.partition("-")[0] == ENGLISH


@cache
def locale_of(language: str) -> "Locale | None":
    """What CLDR knows of a language; None where it knows nothing by that code."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def is_language(text: str) -> bool:
    """Whether a text is the code of a language that CLDR knows, written as in "pt-BR"."""
    return text == ENGLISH or (WRITTEN.fullmatch(text) is not None and locale_of(text) is not None)


def language_meant(text: str) -> str | None:
    """The code of the language that somebody may have meant: "fr" for "French", "pt-BR" for "pt_br"."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    codes = [identifier.replace("_", "-") for identifier in locale_identifiers()]
    wanted = text.strip().replace("_", "-").lower()
    alike = {code.lower(): code for code in codes}
    named = {str(name).lower(): code for code, name in Locale(ENGLISH).languages.items() if code in codes}
    near = difflib.get_close_matches(wanted, [*named, *alike], n=1, cutoff=0.8)
    begins = wanted.partition("-")[0]
    for found in (wanted, *near, begins):
        if found in alike or found in named:
            return alike.get(found) or named[found]
    return None


@cache
def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    locale = None if is_english(language) else locale_of(language)
    return bool(locale and locale.text_direction == "rtl")


@cache
def name_of(language: str) -> str:
    """What a language calls itself, as a link has it: "English", "Azərbaycan"."""
    locale = None if language == ENGLISH else locale_of(language)
    name = str(locale.display_name) if locale else "English" if language == ENGLISH else language
    return name[:1].title() + name[1:]  # Georgian has large letters, but begins no word with one


@lru_cache(maxsize=65_536)
def number_told(language: str, number: float) -> str:
    """A number as a language writes it: 12,345 in English."""
    locale = None if is_english(language) else locale_of(language)
    if not locale:
        return f"{number:,}"
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=locale))


@cache
def territories(language: str) -> Mapping[str, str]:
    """The names of countries and territories in a language, by code; {} for English, which has a table."""
    locale = None if is_english(language) else locale_of(language)
    names = locale.territories if locale else {}
    return MappingProxyType({str(code): str(name) for code, name in names.items()})


@cache
def calendar_words(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Short names of months, and of days of the week from Monday on; () for English and what is unknown."""
    locale = None if is_english(language) else locale_of(language)
    if not locale:
        return (), ()
    months = locale.months["stand-alone"]["abbreviated"]
    days = locale.days["stand-alone"]["short"]
    return tuple([months[at] for at in range(1, 13)]), tuple([days[at] for at in range(7)])


@lru_cache(maxsize=65_536)
def date_told(language: str, year: int, month: int | None, day: int | None) -> str:
    """A day, a month or a year as a language writes it in full; "" for English and what CLDR doesn't know."""
    from babel.dates import format_date, format_skeleton

    locale = None if is_english(language) else locale_of(language)
    if not locale:
        return ""
    date = dt.date(year, month or 1, day or 1)
    if month and day:
        return str(format_date(date, "long", locale=locale))
    return str(format_skeleton("yMMMM" if month else "y", date, locale=locale))


@cache
def month_told(language: str, month: int) -> str:
    """A month by itself, as a heading has it: "ноябрь"; "" for English and what CLDR doesn't know."""
    from babel.dates import format_date, format_skeleton

    locale = None if is_english(language) else locale_of(language)
    if not locale:
        return ""
    day = dt.date(2000, month, 1)
    # Where a language has no names for months alone, Babel gives those of a language that was loaded before.
    with_year = format_skeleton("yMMMM", day, locale=locale)
    alone, beside_day = (format_date(day, names, locale=locale) for names in ("LLLL", "MMMM"))
    return str(alone if alone in with_year else beside_day)
