"""When an article was published: from its header, its page or its address, never from a clock."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import takewhile

from chronicle.ingest.page import HEAD, Found, Page, ends_of
from chronicle.ingest.page_heads import (
    below_a_clock,
    head_changed_over,
    label_beside_the_head,
    line_beside_the_head,
    month_of_the_head,
    page_head,
    real,
)
from chronicle.ingest.stamp_lines import (
    DATELINE_LINES,
    LINES_ABOVE,
    LONGEST_LINE,
    LONGEST_STAMP,
    PLACE,
    SENTENCE_END,
    above_the_report,
    beside_time,
    dateline_day,
    first,
    is_dateline,
    is_single,
)
from chronicle.ingest.stamps import (
    PAGE_HEAD,
    day_of,
    stamps,
    weekday_clock,
    weekday_numbers,
    without_stamps,
    without_weekdays,
)
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, PartialDate

EDGES = " .,()[]|/•·>-–—=*:"  # signs around a stamp
LINES_BELOW = 8
LONGEST_LEAD = 600  # characters of a paragraph in which its dateline's year may stand
OF_A_WIDGET = re.compile(r",\s\d\d?,\s")  # "Wednesday, 30, November, 2022": the day of the visit to the page
OPENING = re.compile(r"\s*(?:\([A-Z]|[-–—:|]|\.\s|,\s[A-Z][\w'’-]+(?:[ ,]+[A-Z][\w'’-]+){0,2}\s?[-–—:.]\s)")
COPYRIGHT_YEAR = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,3}(?:[A-Z][\w &'’-]{1,40},?\s)?((?:19|20)\d\d)\b", re.IGNORECASE
)
URL_DAYS = (
    re.compile(r"[/_=-](?P<year>(?:19|20)\d\d)[/_.-](?P<month>\d\d?)[/_.-](?P<day>\d\d?)(?!\d|[a-f][\da-f])"),
    re.compile(r"[/=](?P<day>\d\d?)([._-])(?P<month>[A-Za-z]{3,9}|\d\d)\2(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"/(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=\d{4,}|[-_/.]|$)"),
    re.compile(r"/(?P<year>20\d\d)/(?P<month>[A-Za-z]{3,9})/(?P<day>\d\d?)(?![\d])"),
    re.compile(
        r"[-_](?P<year>20[0-3]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
        r"(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)"
    ),
    re.compile(r"[/_-]t?(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=[-_./]|$)"),
    re.compile(r"[?&]yyyy=(?P<year>\d{4})&mm=(?P<month>\d\d?)&dd=(?P<day>\d\d?)(?!\d)"),
    re.compile(
        r"[?&](?:date|day|dt|pubdate|news_?date|d)=(?P<year>(?:19|20)\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)(?!\d)"
    ),
    re.compile(r"[?&]day=(?P<day>\d\d?)&month=(?P<month>\d\d?)&year=(?P<year>\d{4})(?!\d)"),
    re.compile(r"[?&]year=(?P<year>\d{4})&month=(?P<month>\d\d?)&day=(?P<day>\d\d?)(?!\d)"),
    re.compile(r"/(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>20\d\d)(?=/)"),
    re.compile(r"/(?P<day>[0-3]\d)(?P<month>0[1-9]|1[0-2])(?P<year>20[0-3]\d)(?=[/.-])"),
)
SLUG_DAYS = (
    re.compile(r"/(?P<year>20\d\d)/(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?=[-_/.]|$)"),  # or a number
    re.compile(r"[-/_](?P<day>\d\d?)-(?P<month>[a-z]{3,9})-(?P<year>20\d\d)(?!\d)"),
    re.compile(r"[-/_](?P<month>[a-z]{3,9})-(?P<day>\d\d?)-(?P<year>20\d\d)(?!\d)"),
    re.compile(r"[-/_](?P<day>\d\d)-(?P<month>\d\d)-(?P<year>20\d\d)(?!\d)"),
)
IN_BRACKETS = re.compile(r"\((?:[A-Z][\w .'’-]{1,30}[/,|]\s?)?([^()]{6,25})\)\Z")
TODAY = re.compile(r"today,?\s(?:at\s)?\d\d?[:.]\d\d\b.{0,10}", re.IGNORECASE)
URL_MONTHS = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])(?!\d)"),
    re.compile(r"_(?P<year>(?:19|20)\d\d)_[-_]{0,2}(?P<month>0[1-9]|1[0-2])(?=/)"),  # "archive_2005_-_03/"
)
SLUG_YEAR = re.compile(r"(?<![\d/])(20[0-2]\d)(?!\d)")
SIGNATURE = re.compile(  # "AGENCY05022026000045017281ID1110700305"
    r"[A-Z]{3,12}(?P<day>\d\d)(?P<month>\d\d)(?P<year>20\d\d)\d{9,}[A-Z]{0,4}\d*"
)
URL_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)(?:/|-\d\d/)")
SIGNED_YEAR = re.compile(r"[A-Z][\w .&'’-]{1,40}?,? ((?:19|20)\d\d)")  # "Courier 2022"


def in_the_header(page: Page) -> Found | None:
    """The header, the page's head or the mail's date tells."""
    day = page.article.published
    return Found(day, Basis.STATED, day) if day else None


def labelled_stamp(page: Page) -> Found | None:
    """As in "Published: 23:22, 24 April 2025", "Created: 10-07-2023"."""
    labels = word_lists("en/page_dates")["labels"]
    lines = (line for line in ends_of(page.lines) if any(label in line.lower() for label in labels))
    return first(page, lines, lambda *_: True)


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
        above_the_report(below_a_clock(page)),
        lambda line, found: beside_time(line, found) and not any(word in line.lower() for word in later),
    )


def stamp_in_the_dateline(page: Page) -> Found | None:
    """As in "Kigali, 21 August 2011", "Addis Ababa, October 21, 2024 (FBC) –"."""
    later = tuple(word_lists("en/page_dates")["changed"])
    for line in page.body[:DATELINE_LINES]:
        head = line[:HEAD]
        for found in stamps(head):
            before, behind = head[: found.start], head[found.stop :]
            if is_dateline(before, behind) and not before.lower().startswith(later):
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
    changed = word_lists("en/page_dates")["changed"]
    short = (line for line in page.lines[1:][-LINES_BELOW:] if len(line) <= HEAD)
    below = (line for line in short if not any(word in line.lower() for word in changed))
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
    later = word_lists("en/page_dates")["changed"]
    return first(
        page,
        above_the_report(page.lines),
        lambda line, found: (
            (
                not line[: found.start].strip(EDGES)
                or not (line[found.stop :].strip(EDGES) or line.endswith("."))
            )
            and not any(word in line.lower() for word in later)
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
    above = takewhile(lambda line: not COPYRIGHT_YEAR.search(line[:HEAD]), above_the_report(page.lines))
    return first(page, above, lambda line, _: any(word in line.lower() for word in later))


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


def dateline_in_the_year_of_the_slug(page: Page) -> Found | None:
    """As in "Riga, 27 Feb (Agency) … on Tuesday" on a page named "naval-exercise-storm-2024-ends"."""
    years = set(SLUG_YEAR.findall(page.path.rstrip("/").rpartition("/")[2]))
    found = dateline_day(page) if len(years) == 1 else None
    day = day_of(min(years), found[0], found[1]) if found else None
    if found is None or day is None:
        return None
    line = next(line for line in page.body if found[2] in line)
    told = weekday_numbers(line[:LONGEST_LEAD])
    week = date.fromisoformat(day).weekday()
    return Found(day, Basis.INFERRED, found[2]) if told & {week, (week - 1) % 7} else None


def signature_of_an_agency(page: Page) -> Found | None:
    """As in "AGENCY05022026000045017281ID1110700305" below the text: the day and the number of the item."""
    signed = (SIGNATURE.fullmatch(line) for line in page.lines[-LINES_BELOW:] if len(line) <= LONGEST_STAMP)
    match = next(filter(None, signed), None)
    day = day_of(match["year"], match["month"], match["day"]) if match else None
    return Found(day, Basis.STATED, match[0]) if day and match else None


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
    match = next((match for pattern in URL_MONTHS if (match := pattern.search(page.path))), None)
    day = day_of(match["year"], match["month"], "1") if match else None
    return Found(day[:7], Basis.INFERRED) if day else None


RULES = (
    in_the_header,
    head_changed_over,
    label_beside_the_head,
    line_beside_the_head,
    page_head,
    labelled_stamp,
    signature_of_an_agency,
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
    dateline_in_the_year_of_the_slug,
    clock_below_the_title,
    clock_of_the_day,
    stamp_at_the_edge_of_a_line,
    month_of_the_head,
    month_in_the_address,
)


def page_date(text: str) -> PartialDate | None:
    """The day in a page header such as " date 2019-11-07 + ↺ − 16 px"; None where there is none."""
    match = PAGE_HEAD.match(text)
    return PartialDate(match[1]) if match and real(match[1]) else None
