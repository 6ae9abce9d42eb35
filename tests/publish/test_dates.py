"""Dates as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import PartialDate
from chronicle.publish.dates import date_shown, long_date, long_range, month_name
from chronicle.publish.texts import texts_of
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2019-11-07", "7 November 2019"),
        ("2019-11", "November 2019"),
        ("2019", "2019"),
        (None, "date unknown"),
        ("", "date unknown"),
        ("0800-01-01", "1 January 0800"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(date: str | None, shown: str) -> None:
    assert long_date(date) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2017-10-24", "2017-10-25", "24–25 October 2017"),
        ("2017-10-30", "2017-11-02", "30 October – 2 November 2017"),
        ("2017-12-30", "2018-01-02", "30 December 2017 – 2 January 2018"),
        ("2017-10", "2017-11", "October–November 2017"),
        ("2017", "2018", "2017–2018"),
        ("2017-10-24", "2017-10-24", "24 October 2017"),
        ("2017-10-24", None, "24 October 2017"),
        (None, "2017-10-24", "date unknown"),
        ("2017-10-24", "2018-10-24", "24 October 2017 – 24 October 2018"),
        ("2017-10-24", "2017-11-24", "24 October – 24 November 2017"),
        ("2017", "2017-11-02", "2017 – 2 November 2017"),
        ("2017-10-24", "2017-11", "24 October – November 2017"),
        ("2017-10-24", "2018", "24 October 2017 – 2018"),
    ],
)
def test_a_range_says_what_both_share_once(first: str | None, last: str | None, shown: str) -> None:
    assert long_range(first, last) == shown  # type: ignore[arg-type]


@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_a_range_ends_with_its_last_date(first: object, last: object, one: int, other: int) -> None:
    begin, end = sorted([str(first)[:one], str(last)[:other]])
    assert long_range(begin, end).endswith(long_date(end))  # type: ignore[arg-type]


def test_months_have_names() -> None:
    months = [PartialDate("2019-01"), PartialDate("2019-12")]
    assert [month_name(month) for month in months] == ["January", "December"]
    assert [month_name(month, "az") for month in months] == ["yanvar", "dekabr"]
    assert [month_name(month, "ru") for month in months] == ["январь", "декабрь"]
    assert [month_name(month, "ar") for month in months] == ["يناير", "ديسمبر"]


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("az", "7 noyabr 2019", "noyabr 2019"),
        ("pt-BR", "7 de novembro de 2019", "novembro de 2019"),
        ("ja", "2019年11月7日", "2019年11月"),
        ("en-GB", "7 November 2019", "November 2019"),
    ],
)
def test_dates_are_told_in_the_language_of_the_site(language: str, day: str, month: str) -> None:
    assert long_date(PartialDate("2019-11-07"), language) == day
    assert long_date(PartialDate("2019-11"), language) == month
    assert long_date(None, language) == "date unknown"


@pytest.mark.parametrize(
    ("language", "days", "months", "years"),
    [
        ("az", "24–25 oktyabr 2017", "30 oktyabr – 2 noyabr 2017", "30 dekabr 2017 – 2 yanvar 2018"),
        (
            "ru",
            "24–25 октября 2017\u202fг.",
            "30 октября – 2 ноября 2017\u202fг.",
            "30 декабря 2017\u202fг. – 2 января 2018\u202fг.",
        ),
        ("ar", "24–25 أكتوبر 2017", "30 أكتوبر – 2 نوفمبر 2017", "30 ديسمبر 2017 – 2 يناير 2018"),
        (
            "hu",  # it begins with the year
            "2017. október 24. – 2017. október 25.",
            "2017. október 30. – 2017. november 2.",
            "2017. december 30. – 2018. január 2.",
        ),
    ],
)
def test_a_range_is_told_in_the_language_of_the_site(
    language: str, days: str, months: str, years: str
) -> None:
    def told(first: str, last: str) -> str:
        return long_range(PartialDate(first), PartialDate(last), language)

    assert told("2017-10-24", "2017-10-25") == days
    assert told("2017-10-30", "2017-11-02") == months
    assert told("2017-12-30", "2018-01-02") == years


def test_no_date_is_told_in_the_language_of_the_site_too() -> None:
    written = (ROOT / "templates" / "languages" / "ru.po").read_bytes()
    assert date_shown(None, texts_of("ru", {"languages/ru.po": written})) == "дата неизвестна"
    assert date_shown(PartialDate("2017-10"), texts_of("ru", {})) == "октябрь 2017\u202fг."
