"""When an article was published: from its header, its page or its address, never from a clock."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from chronicle.ingest.page import HEAD, LINES, Found, Page, ends_of
from chronicle.ingest.stamps import (
    PAGE_HEAD,
    TIME,
    Stamp,
    day_of,
    months,
    stamps,
    weekday_clock,
    without_stamps,
    without_weekdays,
)
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, PartialDate

SENTENCE_END = re.compile(r"[a-z]{2}[.!?][\"”’]?$")
EDGES = " .,()[]|/•·>-–—=*:"  # signs around a stamp
LONGEST_LINE = 130
LONGEST_DATELINE = 70
DATELINE_LINES = 8
LONGEST_STAMP = 60
SENTENCES_ABOVE = 2
LINES_BELOW = 8
LINES_ABOVE = 6
LONGEST_LEAD = 600  # characters of a paragraph in which its dateline's year may stand
EITHER_WAY = re.compile(r"(?<!\d)(?P<first>\d\d?)([/.-])(?P<second>\d\d?)\2(?P<year>\d{4})(?!\d)")
OF_A_WIDGET = re.compile(r",\s\d\d?,\s")  # "Wednesday, 30, November, 2022": the day of the visit to the page
PLACE = re.compile(  # capitalised words, and another calendar's day: "Manama, Jumada I 11, 1446, "
    r"(?!(?:On|In|By|Since|From|Until|As)\s)"
    r"(?:(?:[^\W\d_a-zß-ÿ][\w.'’/-]*+|al|el|as|ad|de|da|del|la|of|the|and|\d{1,4}H?)[,|]*+\s*+){1,8}+"
    r"(?:\([\w /.-]{2,20}\)\s)?(?:\((?:[\w /.-]+? - )?)?"
)
BEHIND_A_STAMP = re.compile(
    r"\s*(?:$|\(|[-–—:./|])|,?\s(?:[A-Z][\w.]{1,15}|\d{1,2}[:.]\d\d)(?:\s[A-Z]{2,5})?\s*(?:[-–—(]|$)"
)
OPENING = re.compile(r"\s*(?:\([A-Z]|[-–—:|]|\.\s|,\s[A-Z][\w'’-]+(?:[ ,]+[A-Z][\w'’-]+){0,2}\s?[-–—:.]\s)")
COPYRIGHT_YEAR = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,3}(?:[A-Z][\w &'’-]{1,40},?\s)?((?:19|20)\d\d)\b", re.IGNORECASE
)
URL_DAYS = (
    re.compile(r"[/_=-](?P<year>(?:19|20)\d\d)[/_.-](?P<month>\d\d?)[/_.-](?P<day>\d\d?)(?!\d|[a-f][\da-f])"),
    re.compile(r"[/=](?P<day>\d\d?)([._-])(?P<month>[A-Za-z]{3,9}|\d\d)\2(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"/(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=\d{4,}|[-_/.]|$)"),
    re.compile(r"/(?P<year>20\d\d)/(?P<month>[a-z]{3,9})/(?P<day>\d\d?)(?![\d])"),
    re.compile(
        r"[-_](?P<year>20[0-3]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
        r"(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)"
    ),
    re.compile(r"[/_-]t?(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=[-_./]|$)"),
    re.compile(r"[?&]yyyy=(?P<year>\d{4})&mm=(?P<month>\d\d?)&dd=(?P<day>\d\d?)(?!\d)"),
    re.compile(r"[?&](?:date|day)=(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)(?!\d)"),
)
SLUG_DAYS = (
    re.compile(r"/(?P<year>20\d\d)/(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?=[-_/.]|$)"),  # or a number
    re.compile(r"[-/_](?P<day>\d\d?)-(?P<month>[a-z]{3,9})-(?P<year>20\d\d)(?!\d)"),
    re.compile(r"[-/_](?P<month>[a-z]{3,9})-(?P<day>\d\d?)-(?P<year>20\d\d)(?!\d)"),
    re.compile(r"[-/_](?P<day>\d\d)-(?P<month>\d\d)-(?P<year>20\d\d)(?!\d)"),
)
UP_TO = re.compile(r"\d(?:\s?[-–—]\s?|\s(?:to|and)\s)\Z")  # "2-3 September 2014"
IN_BRACKETS = re.compile(r"\((?:[A-Z][\w .'’-]{1,30}[/,|]\s?)?([^()]{6,25})\)\Z")
TODAY = re.compile(r"today,?\s(?:at\s)?\d\d?[:.]\d\d\b.{0,10}", re.IGNORECASE)
URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?)(?![\d])")
URL_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)(?:/|-\d\d/)")
MONTH_DAY = (
    r"(?P<month>[A-Z][A-Za-z]{2,8})\.? (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>[A-Z][A-Za-z]{2,8})"
)
SIGNED_YEAR = re.compile(r"[A-Z][\w .&'’-]{1,40}?,? ((?:19|20)\d\d)")  # "Courier 2022"
DATELINE_DAY = re.compile(rf"(?:\d{{1,2}}[:.]\d\d(?:\s\|)?\s)?[^\d\n]{{3,40}}?[ ,](?:{MONTH_DAY})\b")


def in_the_header(page: Page) -> Found | None:
    """The header, the page's head or the mail's date tells."""
    day = page.article.published
    return Found(day, Basis.STATED, day) if day else None


def page_head(page: Page) -> Found | None:
    """As in " date 2019-11-07 + ↺ − 16 px"."""
    heads = (match for line in page.lines[:LINES_ABOVE] if (match := PAGE_HEAD.match(line)))
    return next((Found(head[1], Basis.STATED, head[0].strip()) for head in heads if real(head[1])), None)


def labelled_stamp(page: Page) -> Found | None:
    """As in "Published: 23:22, 24 April 2025", "Created: 10-07-2023"."""
    labels = word_lists("en/page_dates")["labels"]
    lines = (line for line in ends_of(page.lines) if any(label in line.lower() for label in labels))
    return first(page, lines, lambda *_: True)


def month_first(found: Found, page: Page) -> Found:
    """As in "6/7/2018" below "Lima, Jun. 7.": the other day of the two, if it is the dateline's."""
    dateline = dateline_day(page)
    either = EITHER_WAY.search(found.words or "")
    other = day_of(either["year"], either["first"], either["second"]) if either else None
    fits = dateline and other and other == day_of(other[:4], dateline[0], dateline[1])
    return replace(found, value=other) if other and fits else found


def stamp_in_the_byline(page: Page) -> Found | None:
    """As in "Written by The Courier - 8th Mar 2018", "Date: Mon 5 Dec 2016"."""
    openings = tuple(word_lists("en/page_dates")["openings"])
    return first(page, above_the_report(page.lines), lambda line, _: line.lower().startswith(openings))


def day_in_the_address(page: Page) -> Found | None:
    """As in "/2017/06/12/", "?yyyy=2021&mm=03&dd=15", "/201706121054549466-"."""
    return day_by(URL_DAYS, page.path)


def day_in_the_slug(page: Page) -> Found | None:
    """As in "/talks-in-baku-7-november-2019": the last words of an address may tell the day, too."""
    return day_by(SLUG_DAYS, page.path.lower())


def day_by(patterns: Iterable[re.Pattern[str]], path: str) -> Found | None:
    """The day that the first of some patterns finds in an address."""
    for pattern in patterns:
        match = pattern.search(path)
        day = day_of(match["year"], match["month"], match["day"]) if match else None
        if day is not None:
            return Found(day, Basis.INFERRED)
    return None


def stamp_with_time(page: Page) -> Found | None:
    """As in "6:41 am on 18 May 2015", "29 October 2019 18:14 (UTC +04:00)", "News | Aug. 16, 2018"."""
    later = word_lists("en/page_dates")["changed"]
    return first(
        page,
        above_the_report(page.lines),
        lambda line, found: beside_time(line, found) and not any(word in line.lower() for word in later),
    )


def stamp_in_the_dateline(page: Page) -> Found | None:
    """As in "Kigali, 21 August 2011", "Addis Ababa, October 21, 2024 (FBC) –"."""
    for line in page.body[:DATELINE_LINES]:
        head = line[:HEAD]
        for found in stamps(head):
            before, behind = head[: found.start], head[found.stop :]
            if is_dateline(before, behind):
                return Found(found.day, Basis.STATED, head[found.start : found.stop])
    return None


def line_of_its_own(page: Page) -> Found | None:
    """As in "January 27, 2021"; but no clock with a weekday, which shows the day of the visit."""
    return first(
        page,
        above_the_report(page.lines),
        lambda line, found: not line[: found.start].strip() and not line[found.stop :].strip(" ."),
    )


def stamp_that_opens_a_line(page: Page) -> Found | None:
    """As in "October 20, 2015 (Koror, Palau) …", "14 May 2019 - The minister …"."""
    for line in page.body[:DATELINE_LINES]:
        found = min(stamps(line[:LONGEST_STAMP]), key=lambda stamp: stamp.start, default=None)
        opens = found is not None and not without_weekdays(line[: found.start]).strip(" ,")
        if found is not None and opens and OPENING.match(line, found.stop):
            return Found(found.day, Basis.STATED, line[: found.stop])
    return None


def stamp_below_the_report(page: Page) -> Found | None:
    """As in "2019-06-21 17:20:11", "January 22, 2025", "Abuja, 22 January 2025" below the text."""
    below = (line for line in page.lines[1:][-LINES_BELOW:] if len(line) <= HEAD)
    dated = [
        line for line in below if not SENTENCE_END.search(line) and any(map(is_single(line), stamps(line)))
    ]
    if len(dated) != 1 or len(dated[0]) > LONGEST_STAMP:
        return None  # of several, each may be another article's
    found = next(stamps(dated[0]))
    rest = without_stamps(dated[0])
    small = word_lists("en/page_dates")["beside"]
    bare = rest is not None and all(word in small for word in re.findall(r"\w+", rest.lower()))
    signed = PLACE.fullmatch(dated[0][: found.start].strip(EDGES)) and not dated[0][found.stop :].strip(" .")
    return Found(found.day, Basis.STATED, dated[0]) if bare or signed else None


def stamp_at_the_edge_of_a_line(page: Page) -> Found | None:
    """As in "News • 14 March 2023", "14 March 2023 Minister meets envoy": where nothing else tells."""
    return first(
        page,
        above_the_report(page.lines),
        lambda line, found: (
            not line[: found.start].strip(EDGES)
            or not (line[found.stop :].strip(EDGES) or line.endswith("."))
        ),
    )


def dateline_in_the_year_of_the_copyright(page: Page) -> Found | None:
    """As in "LANGKAWI, March 27 --" above "© 2019 BERNAMA"."""
    years = {match[1] for line in ends_of(page.lines) if (match := COPYRIGHT_YEAR.search(line[:HEAD]))}
    years = years or {match[1] for line in page.lines[-2:] if (match := SIGNED_YEAR.fullmatch(line, 0, HEAD))}
    found = dateline_day(page) if len(years) == 1 else None
    day = day_of(min(years), found[0], found[1]) if found else None
    return Found(day, Basis.INFERRED, found[2]) if found and day else None


def stamp_of_a_change(page: Page) -> Found | None:
    """As in "Last update on: Wed Feb 28, 2024": no better than the address, but a full date."""
    later = word_lists("en/page_dates")["changed"]
    return first(
        page, above_the_report(page.lines), lambda line, _: any(word in line.lower() for word in later)
    )


def stamp_of_a_change_in_that_month(page: Page) -> Found | None:
    """As in "Last update 21.06.2018" below a report whose address holds "/2018/06-june/"."""
    month, later = month_in_the_address(page), word_lists("en/page_dates")["changed"]
    lines = (line for line in page.lines[-LINES_BELOW:] if any(word in line.lower() for word in later))
    found = first(page, lines, lambda *_: True) if month else None
    return found if found and month and found.value.startswith(month.value) else None


def stamp_in_brackets_at_the_end(page: Page) -> Found | None:
    """As in "… closed at 359.50. (Colombo/Jun07/2022)" in the last lines of the text."""
    ends = (IN_BRACKETS.search(line[-LONGEST_STAMP:]) for line in page.body[-2:])
    found = ((bracket, next(stamps(bracket[1]), None)) for bracket in ends if bracket)
    return next((Found(stamp.day, Basis.STATED, bracket[0]) for bracket, stamp in found if stamp), None)


def dateline_in_the_year_of_the_address(page: Page) -> Found | None:
    """As in "ASTANA, July 5." on a page whose address holds 2023."""
    year = URL_YEAR.search(page.path)
    found = dateline_day(page) if year else None
    day = day_of(year["year"], found[0], found[1]) if year and found else None
    return Found(day, Basis.INFERRED, found[2]) if found and day else None


def dateline_day(page: Page) -> tuple[str, str, str] | None:
    """Month, day and words of a dateline without a year: "ASTANA, July 5."."""
    for line in page.body[:DATELINE_LINES]:
        match = DATELINE_DAY.match(line, 0, LONGEST_DATELINE)
        month = (match["month"] or match["month2"]).lower() if match else ""
        if match and month in months():
            return month, match["day"] or match["day2"], match[0]
    return None


def dateline_in_the_year_of_the_text(page: Page) -> Found | None:
    """As in "BUCHAREST, May 19 /Agerpres/ …, the ministry informs on Thursday, May 19, 2022"."""
    dateline = dateline_day(page)
    if dateline is None:
        return None
    own = len(dateline[2])  # what stands so early is the dateline's day itself
    heads = (line[:LONGEST_LEAD] for line in page.body[:DATELINE_LINES])
    days = {found.day for line in heads for found in stamps(line) if found.start >= own}
    same = {day for day in days if day == day_of(day[:4], dateline[0], dateline[1])}
    return Found(same.pop(), Basis.INFERRED, dateline[2]) if len(same) == 1 else None


def clock_of_the_day(page: Page) -> Found | None:
    """As in "Today, 16:40" above "on Tuesday, July 16, 2024": the one full date that the lead tells."""
    if not any(TODAY.fullmatch(line) for line in page.lines[:LINES_ABOVE]):
        return None
    lead = next((line for line in page.body if len(line) > LONGEST_LINE), "")[:LONGEST_LEAD]
    told = {found.day: lead[found.start : found.stop] for found in stamps(lead)}
    return next((Found(day, Basis.INFERRED, words) for day, words in told.items() if len(told) == 1), None)


def clock_below_the_title(page: Page) -> Found | None:
    """As in "Friday, November 17, 2023" above or below the title, where the page has no other date."""
    clocks = [line for line in page.lines[:LINES_ABOVE] if weekday_clock(line)]
    if clocks and clocks[0] == page.lines[0] and OF_A_WIDGET.search(clocks[0]):
        return None
    return Found(next(stamps(clocks[0])).day, Basis.INFERRED, clocks[0]) if len(clocks) == 1 else None


def month_in_the_address(page: Page) -> Found | None:
    """As in "/2023/06/": the month is all that is known."""
    match = URL_MONTH.search(page.path)
    day = day_of(match["year"], match["month"], "1") if match else None
    return Found(day[:7], Basis.INFERRED) if day else None


RULES = (
    in_the_header,
    page_head,
    labelled_stamp,
    stamp_in_the_byline,
    day_in_the_address,
    stamp_with_time,
    stamp_in_the_dateline,
    line_of_its_own,
    stamp_that_opens_a_line,
    stamp_of_a_change,
    day_in_the_slug,
    dateline_in_the_year_of_the_address,
    stamp_below_the_report,
    stamp_in_brackets_at_the_end,
    stamp_of_a_change_in_that_month,
    dateline_in_the_year_of_the_copyright,
    dateline_in_the_year_of_the_text,
    clock_below_the_title,
    clock_of_the_day,
    stamp_at_the_edge_of_a_line,
    month_in_the_address,
)


def page_date(text: str) -> PartialDate | None:
    """The day in a page header such as " date 2019-11-07 + ↺ − 16 px"; None where there is none."""
    match = PAGE_HEAD.match(text)
    return PartialDate(match[1]) if match and real(match[1]) else None


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
        sentences += len(line) > LONGEST_STAMP and SENTENCE_END.search(line[-len("ed.”") :]) is not None
        if sentences > SENTENCES_ABOVE:
            return
        yield line


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


def real(day: str) -> bool:
    """Whether there is such a day."""
    return day_of(*day.split("-")) is not None
