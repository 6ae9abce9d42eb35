"""Dates as people read them: in English by a plain rule, in other languages as CLDR has them."""

from functools import lru_cache

from chronicle.lexicon.language import ENGLISH, date_told, is_english, month_told
from chronicle.model import PartialDate
from chronicle.publish.texts import Texts, told

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


UNKNOWN = told("date unknown")


@lru_cache(maxsize=65_536)
def long_date(date: PartialDate | None, language: str = ENGLISH) -> str:
    """ "7 November 2019", "November 2019", "2019": as precise as is known; UNKNOWN, in English, for none."""
    if not date:
        return UNKNOWN
    year, *rest = date.split("-")
    if not is_english(language):
        return date_told(language, int(year), *[int(part) for part in rest], *[None] * (2 - len(rest)))
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def date_shown(date: PartialDate | None, texts: Texts) -> str:
    """The same in a site's language, where no date may be known."""
    return long_date(date, texts.language) if date else texts.gettext(UNKNOWN)


def long_range(first: PartialDate | None, last: PartialDate | None, language: str = ENGLISH) -> str:
    """ "24–25 October 2017", "30 October – 2 November 2017"; one date where there is no second.

    What both have at their end is told once. CLDR's own intervals have short names of months only, and in
    some languages another order than its dates: "2017 okt 24–25". A language that begins with the year
    tells both dates in full.
    """
    if not first or not last or first == last:
        return long_date(first, language)
    one, other = long_date(first, language).split(" "), long_date(last, language).split(" ")
    shared = 0
    while shared < min(len(one), len(other)) - 1 and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    left = one[: len(one) - shared]
    short = len(left) == 1 and len(other) - shared == 1
    return f"{' '.join(left).rstrip(',')}{'–' if short else ' – '}{' '.join(other)}"


def month_name(month: PartialDate, language: str = ENGLISH) -> str:
    """The name of a month such as "2019-11", by itself: "November", "ноябрь"."""
    if is_english(language):
        return MONTHS[int(month[5:]) - 1]
    return month_told(language, int(month[5:]))
