"""The date that opens a page (" date 2019-11-07"), weighed against what the page's own lines say.

It was found by a program that saved the page: mostly right, at times the day of a change or of a copy, at
times with day and month changed over.
"""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from chronicle.ingest.page import LINES, Found, Page
from chronicle.ingest.stamp_lines import LINES_ABOVE, LONGEST_STAMP, above_the_report, is_report, page_stamps
from chronicle.ingest.stamps import PAGE_HEAD, Stamp, day_of, stamps, weekday_clock, without_stamps
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis

COPIED = 31  # days after which a report is copied elsewhere
DAY = len("2019-11-07")
LONGEST_LABELLED = 130
LAST_MONTH = 12
NEW_YEAR = "-01-01"  # where only the year was found


def page_head(page: Page) -> Found | None:
    """As in " date 2019-11-07 + ↺ − 16 px"."""
    found = head_of(page)
    return found if found is not None and len(found.value) == DAY else None


def month_of_the_head(page: Page) -> Found | None:
    """As in " date 2019-10": the month is all that is known."""
    found = head_of(page)
    return found if found is not None and len(found.value) < DAY else None


def head_of(page: Page) -> Found | None:
    """The date that opens a page: a day or a month."""
    heads = (match for line in page.lines[:LINES_ABOVE] if (match := PAGE_HEAD.match(line)))
    return next((Found(head[1], Basis.STATED, head[0].strip()) for head in heads if real(head[1])), None)


def real(day: str) -> bool:
    """Whether there is such a day, or such a month."""
    year, month, *rest = day.split("-")
    return day_of(year, month, rest[0] if rest else "1") is not None and int(month) <= LAST_MONTH


def head_changed_over(page: Page) -> Found | None:
    """As in " date 2017-06-02" above "Feb. 6, 2017 PRINT": the month and the day have changed places."""
    head = page_head(page)
    if head is None:
        return None
    year, month, day = head.value.split("-")
    other = None if month == day or int(day) > LAST_MONTH else day_of(year, day, month)
    found = list(page_stamps(above_the_report(page.lines)))
    if other is None or any(stamp.day == head.value and not PAGE_HEAD.match(line) for line, stamp in found):
        return None
    named = ((line, stamp) for line, stamp in found if stamp.day == other and names_the_month(line, stamp))
    return next((Found(stamp.day, Basis.STATED, line) for line, stamp in named), None)


def names_the_month(line: str, stamp: Stamp) -> bool:
    """Whether a date's month is told by its name, so that it can't be mistaken for the day."""
    return any(sign.isalpha() for sign in line[stamp.start : stamp.stop])


def label_beside_the_head(page: Page) -> Found | None:
    """As in " date 2021-09-06" above "Published 3 September 2021 | Updated 6 September 2021"."""
    head, lists = page_head(page), word_lists("en/page_dates")
    if head is None:
        return None
    for line in above_the_report(page.lines):
        low = line.lower()
        at = min((low.find(label) for label in lists["labels"] if label in low), default=-1)
        if at < 0 or len(line) > LONGEST_LABELLED:
            continue
        changed = min(
            (low.find(word, at) for word in lists["changed"] if word in low[at:]), default=len(line)
        )
        found = min(stamps(line[at:changed]), key=lambda stamp: stamp.start, default=None)
        if found is not None:
            return Found(found.day, Basis.STATED, line) if found.day != head.value else None
    return None


def line_beside_the_head(page: Page) -> Found | None:
    """As in " date 2021-07-19 …" above "16 July 2021": the report's own day, shortly before its copy's."""
    head = page_head(page)
    if head is None:
        return None
    new_year = head.value.endswith(NEW_YEAR)
    days = {stamp.day: line for line, stamp in bare_lines(page) if new_year or not weekday_clock(line)}
    if len(days) != 1 or head.value in days:
        return None
    day, line = next(iter(days.items()))
    gone = (date.fromisoformat(head.value) - date.fromisoformat(day)).days
    copied = 0 < gone <= COPIED or (new_year and day[:4] == head.value[:4])
    return Found(day, Basis.STATED, line) if copied else None


def bare_lines(page: Page) -> Iterator[tuple[str, Stamp]]:
    """The lines above the report that hold nothing but a full date, its month told by its name."""
    for line in takewhile(lambda line: not is_report(line), page.lines[:LINES]):
        rest = without_stamps(line)
        if rest is None or len(line) > LONGEST_STAMP or any(sign.isalnum() for sign in rest):
            continue
        stamp = min(stamps(line), key=lambda stamp: stamp.start)
        if names_the_month(line, stamp):
            yield line, stamp


def below_a_clock(page: Page) -> tuple[str, ...]:
    """The lines, without "Tuesday, 02 January 2024 12:17 GMT" at the top where a date stands further down."""
    lines = page.lines
    if not lines or not is_clock(lines[0]):
        return lines
    dated = any(not is_clock(line) for line, _ in page_stamps(lines[1 : LINES_ABOVE + 1]))
    return lines[1:LINES] if dated else lines


def is_clock(line: str) -> bool:
    """Whether a line tells a weekday, a day and the time of day, and nothing else: that of the visit."""
    rest = without_stamps(line) if line[:1].isalpha() and len(line) <= LONGEST_LABELLED else None
    weekdays = tuple(word_lists("en/page_dates")["weekdays"])
    return rest is not None and line.lower().startswith(weekdays) and not any(map(str.isalnum, rest))
