"""Dates as they are told: the value is what stands there, not yet a day of the calendar.

Values: "2017-10-24", "2017-10", "2017", "--10-24" (no year), "weekday 3" (Thursday), "day -1" (yesterday),
and two of the first kind or of "--10-24" joined with "/" for a stay of several days.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from re import Match, Pattern

from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Every date, left to right; where two rules read one place, the earlier rule has it."""
    del found
    taken: list[Mention] = []
    read = bytearray(len(text.low))  # 1 where a date was read already
    for rule in RULES:
        for hit in patterns(words)[rule.__name__].finditer(text.low):
            start, stop = hit.span("date")
            value = None if any(read[start:stop]) else rule(hit, words)
            if value:
                read[start:stop] = b"\x01" * (stop - start)
                taken.append(Mention("date", Span(start, stop), value, rule.__name__))
    yield from sorted(taken, key=lambda mention: mention.span)


def iso_date(hit: Match[str], words: Lexicon) -> str | None:
    """As in "2019-11-07"."""
    del words
    return day(int(hit["y"]), int(hit["m"]), int(hit["d"]))


def days_and_month(hit: Match[str], words: Lexicon) -> str | None:
    """As in "27-28 April 2025", "24 October", "the 25th of October", "16 October 2025"."""
    return told(hit, words)


def month_and_days(hit: Match[str], words: Lexicon) -> str | None:
    """As in "October 24", "Nov. 26, 2019", "July 10-11", "January 27th"."""
    return told(hit, words)


def month_and_year(hit: Match[str], words: Lexicon) -> str | None:
    """As in "December 2015"."""
    return f"{hit['y']}-{words.months[hit['month']]:02}"


def month_alone(hit: Match[str], words: Lexicon) -> str | None:
    """As in "in December", "last November": a time, but no day."""
    return f"--{words.months[hit['month']]:02}"


def weekday(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on Thursday", "Sunday"."""
    return f"weekday {words.weekdays[hit['word']]}"


def relative_day(hit: Match[str], words: Lexicon) -> str | None:
    """As in "today", "yesterday", "this morning"."""
    return f"day {words.relative[hit['word']]:+}"


def year(hit: Match[str], words: Lexicon) -> str | None:
    """As in "in 2015", "since 2007"."""
    del words
    return hit["y"]


Rule = Callable[[Match[str], Lexicon], str | None]
RULES: tuple[Rule, ...] = (
    iso_date,
    days_and_month,
    month_and_days,
    month_and_year,
    month_alone,
    weekday,
    relative_day,
    year,
)


@cache
def patterns(words: Lexicon) -> dict[str, Pattern[str]]:
    """The pattern by which each rule finds its dates."""
    month = "(?P<month>" + alternatives(words.months) + r")(?![a-z])"
    days = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?:\s?(?:-|to|and)\s?(?P<e>[0-3]?\d)(?:st|nd|rd|th)?)?"
    years = r"(?P<y>(?:19|20)\d\d)"
    forms = {
        iso_date: r"(?P<date>(?P<y>20\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d))(?!\d)",
        days_and_month: rf"(?<![\d:.-])(?P<date>{days},?\s(?:of\s)?{month}(?:,?\s{years})?)(?!\d)",
        month_and_days: rf"(?<![a-z])(?P<date>{month}\s?{days}(?!\d|:\d|\s?%)(?:,?\s{years}(?!\d))?)",
        month_and_year: rf"(?<![a-z])(?P<date>{month},?\s{years})(?!\d)",
        month_alone: rf"(?<![a-z])(?:in|last|since|early|late|until)\s(?P<date>{month})(?!\s?\d)",
        weekday: r"(?<![a-z])(?P<date>(?P<word>" + alternatives(words.weekdays) + r"))(?![a-z])",
        relative_day: r"(?<![a-z])(?P<date>(?P<word>" + alternatives(words.relative) + r"))(?![a-z])",
        year: r"(?<![a-z])(?:in|since|until|of|for|by)\s(?P<date>(?P<y>(?:19|20)\d\d))(?![\d-])",
    }
    return {rule.__name__: re.compile(form) for rule, form in forms.items()}


def alternatives(forms: Iterable[str]) -> str:
    """A pattern of the words, longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


def told(hit: Match[str], words: Lexicon) -> str | None:
    """The day, or the first and last of several, with the year where it is said."""
    month = words.months[hit["month"]]
    days = [int(hit["d"])] + ([int(hit["e"])] if hit["e"] else [])
    found = [day(int(hit["y"]), month, d) if hit["y"] else monthday(month, d) for d in days]
    return "/".join(d for d in found if d) if all(found) else None


def day(y: int, m: int, d: int) -> str | None:
    """An ISO date, or None where the calendar has no such day."""
    try:
        return date(y, m, d).isoformat()
    except ValueError:
        return None


def monthday(m: int, d: int) -> str | None:
    """As in "--10-24", or None where the calendar has no such day."""
    return f"--{m:02}-{d:02}" if day(2000, m, d) else None
