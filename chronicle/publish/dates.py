"""Dates as people read them: in English by a plain rule, in other languages as CLDR has them."""

from chronicle.lexicon.language import ENGLISH, date_told, is_english
from chronicle.model import PartialDate

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


def long_date(date: PartialDate | None, language: str = ENGLISH) -> str:
    """ "7 November 2019", "November 2019", "2019" or "date unknown": as precise as is known."""
    if not date:
        return "date unknown"
    year, *rest = date.split("-")
    if not is_english(language):
        return date_told(language, int(year), *[int(part) for part in rest], *[None] * (2 - len(rest)))
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def long_range(first: PartialDate | None, last: PartialDate | None, language: str = ENGLISH) -> str:
    """ "24–25 October 2017", "30 October – 2 November 2017"; one date where there is no second.

    In other languages than English both are told in full: what they share stands elsewhere in each.
    """
    if not first or not last or first == last:
        return long_date(first, language)
    if not is_english(language):
        return f"{long_date(first, language)} – {long_date(last, language)}"
    one, other = long_date(first).split(), long_date(last).split()
    shared = 0
    while shared < min(len(one), len(other)) - 1 and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    left = one[: len(one) - shared]
    short = len(left) == 1 and len(other) - shared == 1
    return f"{' '.join(left)}{'–' if short else ' – '}{' '.join(other)}"


def month_name(month: PartialDate, language: str = ENGLISH) -> str:
    """The name of a month such as "2019-11"; other languages name the year, too."""
    return MONTHS[int(month[5:]) - 1] if is_english(language) else long_date(month, language)
