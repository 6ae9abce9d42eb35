"""A day as somebody wrote it into a header: ISO, or in words of several languages."""

import re
from datetime import date

from chronicle.model import PartialDate
from chronicle.problems import Unreadable

ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")
LANGUAGES = ["en", "az", "ru", "tr", "fr", "de", "es", "pt", "it", "uk", "fa", "ar", "zh", "ja"]
SETTINGS = {"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]}
EITHER_WAY = re.compile(r"(0?[1-9]|1[0-2])[./-](?!0?\1\b)(0?[1-9]|1[0-2])[./-]\d{4}\b.*")
FIRST_YEAR, LAST_YEAR = 1800, 2200  # a year beyond is of another calendar
HINT = "Write it as 2019-11-07, 2019-11 or 2019."


def partial_date(value: str, number: int | None = None) -> PartialDate:
    """`2017`, `2017-10`, `2017-10-24`, or a full date in words; a time of day behind it is left off.

    Raises Unreadable, naming line `number`, for anything else. Relative words ("yesterday") are
    refused: they would depend on the day of reading.
    """
    match = ISO.fullmatch(value)
    if match is None:
        return date_in_words(value, number)
    year, month, day = match.groups()
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        message = f"published is {value!r}: not a year of this calendar"
        raise Unreadable(message, HINT, number)
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        message = f"published is {value!r}: there is no such day"
        raise Unreadable(message, HINT, number) from error
    return PartialDate("-".join(part for part in (year, month, day) if part))


def date_in_words(value: str, number: int | None) -> PartialDate:
    """ "7 November 2019", "24 октября 2017", "Nov. 7, 2019, 10:30 am": the day. Raises Unreadable.

    "05/06/2019" is refused: it is one day in London and another in New York.
    """
    if EITHER_WAY.fullmatch(value):
        message = f"published is {value!r}: that can be two days"
        raise Unreadable(message, HINT, number)
    from dateparser import parse  # takes a tenth of a second; nearly all headers are ISO

    found = parse(value, languages=LANGUAGES, settings=SETTINGS)
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        message = f"published is {value!r}: not a date"
        raise Unreadable(message, HINT, number)
    return PartialDate(found.date().isoformat())
