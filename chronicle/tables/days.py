"""The days of spreadsheets → dates of known precision; what can be read in two ways is never guessed."""

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache

from chronicle.lexicon.words import load_words
from chronicle.model import PartialDate
from chronicle.tables.table import Unclear


class Days(StrEnum):
    """How a table writes days where one could take them in two ways."""

    DMY = "dmy"  # 7/11/2019 is in November
    MDY = "mdy"  # 11/7/2019 is
    EXCEL = "excel"  # 43776 is 7 November 2019: days since the end of 1899, as Excel counts


ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?:[T ]\d\d:\d\d.*)?", re.ASCII)
FIGURES = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{2,4})(?:,? \d\d?:\d\d.*)?", re.ASCII)
MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
WEEKDAY = re.compile(r"([^\W\d]+)\.?,?\s+")  # "Thursday, 7 November 2019"
DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.|er)?\s+(?:of\s+)?([^\W\d]+)\.?,?\s+(\d{4})")
MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
DASHED = re.compile(r"(\d{1,2})-([^\W\d]+)\.?-(\d{4})")
ONLY_MONTH = re.compile(r"([^\W\d]+)\.?,?\s+(\d{4})")
SERIAL = re.compile(r"([1-9]\d{4})(?:\.\d+)?", re.ASCII)
BEFORE_ALL = dt.date(1899, 12, 30)  # from March 1900 on, Excel's count begins here
WRITE = "Write 2019-11-07, or 2019-11, or 2019."


@lru_cache(maxsize=65_536)
def day_of(text: str, days: Days | None = None, language: str = "en") -> PartialDate | Unclear:
    """The day, the month or the year that a cell tells, not more precisely than it stands there."""
    if serial := SERIAL.fullmatch(text):
        return of_serial(text, int(serial.group(1)), days)
    if iso := ISO.fullmatch(text):
        return date_of(text, iso.group(1), iso.group(3), iso.group(4))
    if figures := FIGURES.fullmatch(text):
        one, _, other, year = figures.groups()
        return of_figures(text, one, other, year, days)
    if month := MONTH_YEAR.fullmatch(text):
        return date_of(text, month.group(2), month.group(1), None)
    return of_words(text, without_weekday(text), language)


def of_serial(text: str, number: int, days: Days | None) -> PartialDate | Unclear:
    """A day that Excel counts."""
    day = (BEFORE_ALL + dt.timedelta(days=number)).isoformat()
    if days is Days.EXCEL:
        return PartialDate(day)
    hint = f"If Excel counts days here, it is {day}: set 'dates: excel' under 'import', or format the column."
    return Unclear(f"is {text!r}: a number, not a date", hint)


def of_figures(text: str, one: str, other: str, year: str, days: Days | None) -> PartialDate | Unclear:
    """A day in figures, of which the year comes last."""
    if len(year) != len("2019"):
        return Unclear(f"is {text!r}: which century that is isn't told", "Write the year with four figures.")
    first, second = int(one), int(other)
    is_told = days in (Days.DMY, Days.MDY)
    if not is_told and first <= 12 and second <= 12 and first != second:
        hint = "Set 'dates: dmy' (day first) or 'dates: mdy' under 'import' in the settings."
        return Unclear(f"is {text!r}: whether day or month comes first isn't told", hint)
    month_first = days is Days.MDY if is_told else second > 12
    day, month = (other, one) if month_first else (one, other)
    return date_of(text, year, month, day)


def of_words(text: str, phrase: str, language: str) -> PartialDate | Unclear:
    """A day or a month whose name is written out."""
    for pattern, order in ((DAY_FIRST, (3, 2, 1)), (DASHED, (3, 2, 1)), (MONTH_FIRST, (3, 1, 2))):
        if found := pattern.fullmatch(phrase):
            year, name, day = (found.group(number) for number in order)
            month = month_of(name.lower(), language)
            return (
                date_of(text, year, str(month), day) if month else Unclear(f"is {text!r}: not a date", WRITE)
            )
    found = ONLY_MONTH.fullmatch(text)
    month = month_of(found.group(1).lower(), language) if found else None
    if found and month:
        return date_of(text, found.group(2), str(month), None)
    return Unclear(f"is {text!r}: not a date", WRITE)


def without_weekday(text: str) -> str:
    """The text but for a weekday in front; any other word, as in "before 7 May 2019", counts."""
    found = WEEKDAY.match(text)
    return text[found.end() :] if found and found.group(1).lower() in words_of("weekdays") else text


def date_of(text: str, year: str, month: str | None, day: str | None) -> PartialDate | Unclear:
    """A date of its parts, if there is such a day."""
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return Unclear(f"is {text!r}: there is no such day", "Check day and month.")
    parts = [year, *(f"{int(part):02}" for part in (month, day) if part)]
    return PartialDate("-".join(parts))


def month_of(name: str, language: str) -> int | None:
    """The number of a month by its name; English ones are always understood."""
    english = words_of("months").get(name)
    return int(english) if english else None if language == "en" else month_in(name, language)


@cache
def words_of(kind: str) -> Mapping[str, str]:
    """The numbers of the months or the weekdays by their names and short forms, in small letters."""
    words = load_words("en/time")
    found = words[kind] if isinstance(words, Mapping) else {}
    return {name: str(number) for name, number in found.items()} if isinstance(found, Mapping) else {}


@lru_cache(maxsize=4096)
def month_in(name: str, language: str) -> int | None:
    """The number of a month by its name in a language; None for a word that is none there.

    The library is given a whole date, of which only the month is to be found: so it can add nothing.
    """
    import dateparser

    settings = {"STRICT_PARSING": True, "DATE_ORDER": "DMY"}
    try:
        found = dateparser.parse(f"13 {name} 2000", languages=[language], settings=settings)
    except ValueError:  # there is no such language
        return None
    return found.month if found and (found.day, found.year) == (13, 2000) else None


def knows_months_of(language: str) -> bool:
    """Whether the months of a language are known, by its code: "de"."""
    if language == "en":
        return True
    from dateparser.data.languages_info import language_order

    return language in language_order
