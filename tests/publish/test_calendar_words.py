"""Weekdays and days of the year, in English and in other languages."""

import pytest

from chronicle.publish.calendar_words import day_of_year, short_weekday, week_begins, weekday_told

THURSDAY = 3


@pytest.mark.parametrize(
    ("language", "weekday", "short", "day"),
    [
        ("en", "Thursday", "Thu", "7 November"),
        ("en-US", "Thursday", "Thu", "7 November"),
        ("az", "cümə axşamı", "C.a.", "7 noyabr"),
        ("ru", "четверг", "чт", "7 ноября"),
        ("ja", "木曜日", "木", "11月7日"),
    ],
)
def test_days_are_told_in_the_site_s_language(language: str, weekday: str, short: str, day: str) -> None:
    assert weekday_told(language, THURSDAY) == weekday
    assert short_weekday(language, THURSDAY) == short
    assert day_of_year(language, 11, 7) == day


def test_the_29th_of_february_is_a_day_of_the_year() -> None:
    assert day_of_year("en", 2, 29) == "29 February"
    assert day_of_year("ru", 2, 29) == "29 февраля"


def test_weeks_begin_where_the_language_is_spoken() -> None:
    assert [week_begins(language) for language in ("en", "az", "ru", "fa", "pt", "pt-PT")] == [
        0,
        0,
        0,
        5,
        6,
        6,
    ]
