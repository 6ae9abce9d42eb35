"""Days of spreadsheets: as precise as they stand there, and never guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.tables.days import Days, day_of, knows_months_of
from chronicle.tables.table import Unclear

DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-11-07", "2019-11-07"),
        ("2019-11-07 00:00:00", "2019-11-07"),
        ("2019-11-07T23:30:00+04:00", "2019-11-07"),
        ("2019/11/7", "2019-11-07"),
        ("2019-11", "2019-11"),
        ("2019", "2019"),
        ("7 November 2019", "2019-11-07"),
        ("7th of November 2019", "2019-11-07"),
        ("7. Nov. 2019", "2019-11-07"),
        ("November 7, 2019", "2019-11-07"),
        ("Nov 7 2019", "2019-11-07"),
        ("Thursday, 7 November 2019", "2019-11-07"),
        ("Thursday, November 7, 2019", "2019-11-07"),
        ("07-Nov-2019", "2019-11-07"),
        ("November 2019", "2019-11"),
        ("Nov. 2019", "2019-11"),
        ("11/2019", "2019-11"),
        ("13/7/2019", "2019-07-13"),
        ("7/13/2019", "2019-07-13"),
        ("7.7.2019", "2019-07-07"),
    ],
)
def test_a_day_is_read_no_more_precisely_than_it_is_written(text: str, expected: str) -> None:
    assert day_of(text) == expected


@pytest.mark.parametrize(
    ("text", "days", "expected"),
    [
        ("7/11/2019", Days.DMY, "2019-11-07"),
        ("7.11.2019", Days.DMY, "2019-11-07"),
        ("7. 11. 2019", Days.DMY, "2019-11-07"),
        ("07/11/2019 14:30", Days.DMY, "2019-11-07"),
        ("11/7/2019", Days.MDY, "2019-11-07"),
        ("43776", Days.EXCEL, "2019-11-07"),
        ("43776.5", Days.EXCEL, "2019-11-07"),
        ("2019-11-07", Days.EXCEL, "2019-11-07"),
    ],
)
def test_where_the_order_is_told_it_holds(text: str, days: Days, expected: str) -> None:
    assert day_of(text, days) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("8. März 2020", "de", "2020-03-08"),
        ("8 mars 2020", "fr", "2020-03-08"),
        ("24 oktyabr 2017", "az", "2017-10-24"),
        ("24 октября 2017", "ru", "2017-10-24"),
        ("März 2020", "de", "2020-03"),
        ("8 March 2020", "de", "2020-03-08"),
    ],
)
def test_months_are_known_in_the_language_that_is_told(text: str, language: str, expected: str) -> None:
    assert day_of(text, None, language) == expected


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("11/7/2019", "is '11/7/2019': whether day or month comes first isn't told"),
        ("7.11.2019", "is '7.11.2019': whether day or month comes first isn't told"),
        ("7/11/19", "is '7/11/19': which century that is isn't told"),
        ("43776", "is '43776': a number, not a date"),
        ("2019-02-30", "is '2019-02-30': there is no such day"),
        ("31/6/2019", "is '31/6/2019': there is no such day"),
        ("13/13/2019", "is '13/13/2019': there is no such day"),
        ("30 February 2019", "is '30 February 2019': there is no such day"),
        ("before 7 November 2019", "is 'before 7 November 2019': not a date"),
        ("ca. 2019", "is 'ca. 2019': not a date"),
        ("8. März 2020", "is '8. März 2020': not a date"),
        ("Thursday", "is 'Thursday': not a date"),
        ("one-on-one", "is 'one-on-one': not a date"),
        ("May", "is 'May': not a date"),
        ("in 2015", "is 'in 2015': not a date"),
        ("7–9 November 2019", "is '7–9 November 2019': not a date"),
        ("٢٠١٩", "is '٢٠١٩': not a date"),
        ("0000", "is '0000': there is no such day"),
    ],
)
def test_what_is_unclear_is_told_and_not_guessed(text: str, what: str) -> None:
    found = day_of(text)
    assert isinstance(found, Unclear)
    assert found.what == what
    assert found.hint


def test_a_number_that_excel_may_have_counted_is_shown_as_its_day() -> None:
    found = day_of("43776", Days.DMY)
    assert isinstance(found, Unclear)
    assert "2019-11-07: set 'dates: excel'" in found.hint


@pytest.mark.parametrize("language", ["xx", "no such"])
def test_an_unknown_language_is_a_problem_and_no_crash(language: str) -> None:
    assert not knows_months_of(language)
    assert isinstance(day_of("8. März 2020", None, language), Unclear)


@given(DAYS)
def test_every_day_in_figures_is_read_in_the_order_that_is_told(day: dt.date) -> None:
    assert day_of(f"{day.day}/{day.month}/{day.year}", Days.DMY) == day.isoformat()
    assert day_of(f"{day.month}/{day.day}/{day.year}", Days.MDY) == day.isoformat()
    assert day_of(day.isoformat()) == day.isoformat()
    unsure = day_of(f"{day.day}/{day.month}/{day.year}")
    assert isinstance(unsure, Unclear) == (day.day <= 12 and day.day != day.month)
    assert isinstance(unsure, Unclear) or unsure == day.isoformat()


@given(st.text(max_size=30), st.sampled_from([None, *Days]))
def test_any_text_is_a_date_or_unclear(text: str, days: Days | None) -> None:
    found = day_of(text, days)
    assert isinstance(found, Unclear) or len(found) in (4, 7, 10)
