"""Full dates on a page, in the ways in which pages and addresses write them. No weekdays, no "today"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from chronicle.lexicon.words import word_lists
from chronicle.model import PartialDate

PAGE_HEAD = re.compile(r"\s*date ([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)(?:\s+|$)")
TIME = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?\b)?", re.IGNORECASE)
ZONE = re.compile(r"\(?\b(?:UTC|GMT)\s?(?:[+-]\s?\d{1,2}(?::?\d\d)?)?\)?", re.IGNORECASE)
YEAR = re.compile(  # "2019", "'19", "/19 ": begins with one sign of all, so that the engine leaps to the next
    r"[\d'’/.-](?:(?<=\d)\d{3}|(?<=['’])\d\d|(?<=[/.-])\d\d,?\s)"
)
FIRST_YEAR, LAST_YEAR = 1990, 2100  # of what can be a page's date
LONGEST_STAMP = 40


@dataclass(frozen=True, slots=True)
class Stamp:
    """A full date in a text: where, the words, the day."""

    start: int
    stop: int
    day: PartialDate


@cache
def months() -> Mapping[str, int]:
    """The number of each month by its names, lower case."""
    lists = word_lists("en/page_dates")
    numbers = {name: number for number in range(1, 13) for name in lists[f"month_{number}"]}
    return MappingProxyType(numbers)


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """As in "7 November 2019", "Nov. 7, 2019", "2019/11/07", "07.11.2019", with groups year, month, day."""
    named = f"(?P<month>{'|'.join(sorted(months(), key=len, reverse=True))})"
    month = rf"{named}\b\.?"
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4}|['’]\d\d)(?!\d)"
    sources = (
        rf"(?<![\w.]){day}[\s,./-]{{1,3}}(?:of\s)?{month}[\s,./-]{{0,3}}{year}",
        rf"(?<!\w){named}(?P<day>\d\d)[\s,./-](?P<year>\d{{4}})(?!\d)",
        rf"(?<!\w){month}[\s,./-]{{0,2}}{day}[\s,./-]{{1,3}}{year}",
        r"(?<![\w/.-])(?P<year>\d{4})([./-])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?![\d/.-]\d|\d)",
        r"(?<!\d)(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})(?!\d)",
        r"(?<![\d.])(?P<day>\d{1,2})\.\s(?P<month>\d{1,2})\.\s(?P<year>\d{4})(?!\d)",
        r"(?<![\d.:/-])(?P<day>\d\d)([/.-])(?P<month>\d\d)\2(?P<year>\d\d)(?=[\s,|]{1,3}\d{1,2}:\d\d)",
        rf"(?<![\d/.-])(?P<year>\d{{4}})[\s,./-]{{1,3}}{month}[\s,./-]{{1,3}}(?P<day>\d{{1,2}})(?![\d:])",
        r"(?P<year>\d{4})年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def stamps(line: str) -> Iterator[Stamp]:
    """The full dates of a line, one pattern after the other."""
    if YEAR.search(line) is None:
        return
    for pattern in patterns():
        for match in pattern.finditer(line):
            day = day_of(match["year"], match["month"], match["day"])
            if day is not None:
                yield Stamp(match.start(), match.end(), day)


def day_of(year: str, month: str, day: str) -> PartialDate | None:
    """The day, or None where there is no such day.

    A month above 12 is the day: "10/25/2017". Where both could be either, the day comes first, as
    everywhere but in the United States.
    """
    number = months().get(month.lower(), 0) or int(month if month.isdecimal() else 0)
    counted = int(day)
    year = year if len(year) == len("2018") else f"20{year[-2:]}"  # "27 Mar.'18", "27/03/18 15:20"
    if number > 12 >= counted:
        number, counted = counted, number
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return PartialDate(date(int(year), number, counted).isoformat())
    except ValueError:
        return None


def without_stamps(line: str) -> str | None:
    """The line without its dates, times, zones and weekdays; None where it holds no full date."""
    rest = line
    for found in list(stamps(line)):
        rest = rest.replace(line[found.start : found.stop], " ", 1)
    if rest == line:
        return None
    return ZONE.sub(" ", TIME.sub(" ", without_weekdays(rest)))


def without_weekdays(line: str) -> str:
    """The line without the names of days, and without the date of "Wednesday, 30, November, 2022"."""
    return weekday_pattern().sub(" ", line)


@cache
def weekday_pattern() -> re.Pattern[str]:
    """The names of days."""
    return re.compile(rf"\b(?:{'|'.join(word_lists('en/page_dates')['weekdays'])})\b\.?", re.IGNORECASE)


def weekday_numbers(line: str) -> set[int]:
    """The days of the week that a line names: 0 is Monday."""
    names = word_lists("en/page_dates")["weekdays"][:7]
    return {number for number, name in enumerate(names) if re.search(rf"\b{name}\b", line, re.IGNORECASE)}


def weekday_clock(line: str) -> bool:
    """Whether the line is no more than a weekday and a date: a clock that shows the day of the visit."""
    if len(line) > LONGEST_STAMP or not weekday_pattern().match(line.strip()):
        return False
    found = list(stamps(line))
    rest = line
    for stamp in found:
        rest = rest.replace(line[stamp.start : stamp.stop], " ", 1)
    return bool(found) and not re.search(r"\w", without_weekdays(rest))
