"""Lines of a page that hold a full date: which of them tell when it was published."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from chronicle.ingest.page import LINES, Found, Page
from chronicle.ingest.stamps import TIME, Stamp, day_of, months, stamps, weekday_clock
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis

SENTENCE_END = re.compile(r"[a-z]{2}[.!?][\"”’]?$")
LONGEST_LINE = 130
LINES_ABOVE = 6  # in which a page tells of itself before all else
LONGEST_STAMP = 60
SENTENCES_ABOVE = 2
DATELINE_LINES = 8
LONGEST_DATELINE = 70
EITHER_WAY = re.compile(r"(?<!\d)(?P<first>\d\d?)([/.-])(?P<second>\d\d?)\2(?P<year>\d{4})(?!\d)")
UP_TO = re.compile(r"\d(?:\s?[-–—]\s?|\s(?:to|and)\s)\Z")  # "2-3 September 2014"
PLACE = re.compile(  # capitalised words, and another calendar's day: "Manama, Jumada I 11, 1446, "
    r"(?!(?:On|In|By|Since|From|Until|As)\s)"
    r"(?:(?:[^\W\d_a-zß-ÿ][\w.'’/-]*+|al|el|as|ad|de|da|del|la|of|the|and|\d{1,4}H?)[,|]*+\s*+){1,8}+"
    r"(?:\([\w /.-]{2,20}\)\s)?(?:\((?:[\w /.-]+? - )?)?"
)
BEHIND_A_STAMP = re.compile(
    r"\s*(?:$|\(|[-–—:./|])|,?\s(?:[A-Z][\w.]{1,15}|\d{1,2}[:.]\d\d)(?:\s[A-Z]{2,5})?\s*(?:[-–—(]|$)"
)
MONTH_DAY = (
    r"(?P<month>[A-Z][A-Za-z]{2,8})\.? (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>[A-Z][A-Za-z]{2,8})"
)
DATELINE_DAY = re.compile(rf"(?:\d{{1,2}}[:.]\d\d(?:\s\|)?\s)?[^\d\n]{{3,40}}?[ ,](?:{MONTH_DAY})\b")


def first(page: Page, lines: Iterable[str], fits: Callable[[str, Stamp], bool]) -> Found | None:
    """The first full date in a line of the page's own that fits."""
    for line, found in page_stamps(lines):
        if fits(line, found):
            return month_first(Found(found.day, Basis.STATED, line), page)
    return None


def above_the_report(lines: tuple[str, ...]) -> Iterator[str]:
    """The lines up to the third sentence: further down stand the dates of other articles."""
    sentences = 0
    for line in lines[:LINES]:
        sentences += is_report(line)
        if sentences > SENTENCES_ABOVE:
            return
        yield line


def is_report(line: str) -> bool:
    """Whether a line is a sentence of the report."""
    return len(line) > LONGEST_STAMP and SENTENCE_END.search(line[-len("ed.”") :]) is not None


def page_stamps(lines: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    """The lines in which the page speaks of itself and that hold a full date, with that date."""
    for line in lines:
        if len(line) <= LONGEST_LINE:
            found = min(stamps(line), key=lambda stamp: stamp.start, default=None)
            told = found is not None and is_single(line)(found)
            if found is not None and told and not (SENTENCE_END.search(line) or weekday_clock(line)):
                yield line, found


def is_single(line: str) -> Callable[[Stamp], bool]:
    """Whether a date in a line is no stay's last day: "2-3 September 2014"."""
    return lambda found: UP_TO.search(line, 0, found.start) is None


def beside_time(line: str, found: Stamp) -> bool:
    """Whether a time, a bar or a counter stands beside the date."""
    rest = f"{line[: found.start]} {line[found.stop :]}"
    return TIME.search(rest) is not None or any(
        word in rest for word in ("|", *word_lists("en/signing")["beside_the_date"])
    )


def is_dateline(before: str, behind: str) -> bool:
    """Whether what stands around a date makes it a dateline's: a place before it, a text behind it."""
    if PLACE.fullmatch(before) is None:
        return False
    return (
        behind.startswith(")")
        if before.count("(") > before.count(")")
        else BEHIND_A_STAMP.match(behind) is not None
    )


def month_first(found: Found, page: Page) -> Found:
    """As in "6/7/2018" below "Lima, Jun. 7.": the other day of the two, if it is the dateline's."""
    dateline = dateline_day(page)
    either = EITHER_WAY.search(found.words or "")
    other = day_of(either["year"], either["first"], either["second"]) if either else None
    fits = dateline and other and other == day_of(other[:4], dateline[0], dateline[1])
    return replace(found, value=other) if other and fits else found


def dateline_day(page: Page) -> tuple[str, str, str] | None:
    """Month, day and words of a dateline without a year: "ASTANA, July 5."."""
    for line in page.body[:DATELINE_LINES]:
        match = DATELINE_DAY.match(line, 0, LONGEST_DATELINE)
        month = (match["month"] or match["month2"]).lower() if match else ""
        if match and month in months():
            return month, match["day"] or match["day2"], match[0]
    return None
