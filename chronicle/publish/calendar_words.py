"""Weekdays and days of the year in a language: English by plain rules, others as CLDR has them."""

import datetime as dt
from functools import cache

from chronicle.lexicon.language import is_english, locale_of
from chronicle.publish.dates import MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = 3  # letters of an English weekday in the head of a calendar
MONDAY = dt.date(2001, 1, 1)
LEAP_YEAR = 2000  # has all days of the year


@cache
def weekday_told(language: str, weekday: int) -> str:
    """The name of a weekday, of which Monday is 0: "Thursday"."""
    return cldr(language, "EEEE", MONDAY + dt.timedelta(weekday)) or WEEKDAYS[weekday]


@cache
def short_weekday(language: str, weekday: int) -> str:
    """The same as calendars head their columns: "Thu"."""
    return cldr(language, "EEE", MONDAY + dt.timedelta(weekday)) or WEEKDAYS[weekday][:SHORT]


@cache
def week_begins(language: str) -> int:
    """The weekday with which weeks begin where most speak the language; in English the Monday of ISO 8601."""
    locale = None if is_english(language) else locale_of(language)
    if not locale:
        return 0
    from babel import Locale
    from babel.core import get_global

    spoken = get_global("likely_subtags").get(str(locale), str(locale))  # "fa" is most likely "fa_Arab_IR"
    return int(Locale.parse(spoken).first_week_day)


@cache
def day_of_year(language: str, month: int, day: int) -> str:
    """A day without its year: "7 November"."""
    return cldr(language, "MMMMd", dt.date(LEAP_YEAR, month, day)) or f"{day} {MONTHS[month - 1]}"


def cldr(language: str, skeleton: str, day: dt.date) -> str:
    """A part of a date as a language writes it; "" for English and what CLDR doesn't know."""
    locale = None if is_english(language) else locale_of(language)
    if not locale:
        return ""
    from babel.dates import format_date, format_skeleton

    known = skeleton in locale.datetime_skeletons
    return str(format_skeleton(skeleton, day, locale=locale) if known else format_date(day, skeleton, locale))
