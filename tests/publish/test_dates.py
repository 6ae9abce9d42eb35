"""Dates as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import PartialDate
from chronicle.publish.dates import long_date, long_range, month_name


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
    assert [month_name(month, "az") for month in months] == ["yanvar 2019", "dekabr 2019"]


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


def test_in_other_languages_both_ends_of_a_range_are_told_in_full() -> None:
    first, last = PartialDate("2017-10-24"), PartialDate("2017-10-25")
    assert long_range(first, last, "az") == "24 oktyabr 2017 – 25 oktyabr 2017"
    assert long_range(first, last, "en-US") == long_range(first, last)
