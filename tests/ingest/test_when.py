"""The day of an encounter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.ingest import ingest
from chronicle.ingest.calendar_days import in_the_month, nearest, of_month, weekday
from chronicle.ingest.told_days import resolved
from chronicle.lexicon import load_lexicon
from chronicle.model import Article, Mention, PartialDate, Span, Status

TWO = "French Foreign Minister Luc Martin and Polish Foreign Minister Adam Nowak"
DAYS = ["2023-02-09", "2023-02-11"]
THIRD = "French Foreign Minister Luc Martin received German Foreign Minister Max Braun"


def told(value: str, rule: str = "test") -> Mention:
    return Mention("date", Span(0, 1), value, rule)


@pytest.mark.parametrize(
    ("value", "published", "status", "expected"),
    [
        ("weekday 3", "2019-11-07", Status.HELD, "2019-11-07"),  # seed 000: that very day
        ("weekday 3", "2019-11-08", Status.HELD, "2019-11-07"),
        ("weekday 4", "2018-02-15", Status.PLANNED, "2018-02-16"),  # caa-109
        ("day -1", "2018-08-16", Status.HELD, "2018-08-15"),  # wma-101
        ("--10-25", "2017-10-24", Status.PLANNED, "2017-10-25"),  # LIBRARIES finding 3
        ("--12-31", "2020-01-02", Status.HELD, "2019-12-31"),
        ("2019-12-12", None, Status.HELD, "2019-12-12"),
        ("weekday 3", None, Status.HELD, None),  # GUIDE rule 14
        ("--10-25", None, Status.HELD, None),
        ("2015", "2017-10-24", Status.HELD, None),
        ("--07", "2017-10-24", Status.HELD, None),
        ("2017-01-05", "2017-10-24", Status.HELD, None),  # months ago: no news
        ("--03-01/--12-31", "2017-02-24", Status.PLANNED, None),  # too long for a stay
        ("told last day", "2017-10-24", Status.HELD, None),  # counted from a stay
    ],
)
def test_a_date_is_resolved(value: str, published: str | None, status: Status, expected: str | None) -> None:
    day = resolved(told(value), PartialDate(published) if published else None, status)
    assert (day.first if day else None) == expected


def test_several_days_have_a_last() -> None:
    day = resolved(told("2025-04-27/2025-04-28"), PartialDate("2025-04-24"), Status.CANCELLED)
    assert day is not None
    assert (day.first, day.last) == ("2025-04-27", "2025-04-28")


@pytest.mark.parametrize(
    ("number", "rule", "expected"),
    [
        (1, "next_weekday", "2023-08-22"),  # "next Tuesday", told on a Friday
        (4, "last_weekday", "2023-08-11"),  # "last Friday", told on a Friday
        (3, "last_weekday", "2023-08-17"),
        (4, "weekday", "2023-08-18"),
    ],
)
def test_next_and_last_weekdays(number: int, rule: str, expected: str) -> None:
    assert weekday(number, date(2023, 8, 18), Status.HELD, rule).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            f"{TWO} met in Doha on Thursday. Two days later {THIRD}.",
            "2023-02-13",
            ["2023-02-09", "2023-02-11"],
        ),
        (f"{TWO} met in Doha. On February 9 Martin had received envoys.", "2023-02-13", ["2023-02-13"]),
        (f"{TWO} met in Doha. Nowak leaves on Thursday.", "2023-02-13", ["2023-02-13"]),
        (f"{TWO} met in Doha. The army day was celebrated on 9 February.", "2023-02-13", ["2023-02-13"]),
        (f"February 13, 2023 (Doha) {TWO} met in Doha on Thursday.", "2023-02-13", ["2023-02-09"]),
        (f"ROME, May 3 (ANSA) - {TWO} met here today.", "2023-05-04", ["2023-05-03"]),
        (f"ROME, MAY 3\n\n{TWO} met here today.", "2023-05-04", ["2023-05-03"]),
        (f"ROME (May 3): {TWO} met here today.", "2023-05-04", ["2023-05-03"]),
        (f"3 May, Rome. {TWO} met here today.", "2023-05-04", ["2023-05-03"]),
        (f" date 2023-05-04 Rome, May 3, ANSA – {TWO} met today.", "2023-05-04", ["2023-05-03"]),
        (f"{TWO} are to meet in Doha on Thursday, February 23.", "2023-02-13", ["2023-02-23"]),
        (f"{TWO} met in Doha. They agreed to sign it on Friday.", "2023-02-13", ["2023-02-13"]),
        (f"{TWO} met on the eve of the February 19 vote.", "2023-02-13", ["2023-02-13"]),
        (f"At the forum, which opened on Friday, {TWO} met.", "2023-02-13", ["2023-02-13"]),
        (f"{TWO} met in Doha on the 9th.", "2023-02-13", ["2023-02-09"]),
        (f"Martin stopped by on Thursday in Doha, where {TWO} met.", "2023-02-13", ["2023-02-09"]),
        (f"ROME (Wire / Agency - 13th February, 2023) {TWO} met on Friday.", "2023-02-13", ["2023-02-10"]),
        (f"{TWO} met in Doha the day before, the agency said on Sunday.", "2023-02-13", ["2023-02-11"]),
        (f"In a Sunday statement it is said that {TWO} met on Friday.", "2023-02-13", ["2023-02-10"]),
        (f"{TWO} met in Doha, Sunday's Daily Wire reports.", "2023-02-14", ["2023-02-12"]),
        (f"{TWO} met in Doha after Friday's attack.", "2023-02-13", ["2023-02-13"]),
        (f"{TWO} met after the ceasefire of February 9.", "2023-02-13", ["2023-02-13"]),
        (f"{TWO} met in Doha. The conversation dates from Friday.", "2023-02-13", ["2023-02-10"]),
        (
            f"{TWO} met.\n\nThey spoke of trade.\n\nAt Friday's talks tea was served.",
            "2023-02-13",
            ["2023-02-10"],
        ),
        (
            f"{TWO} met. To this day there is no treaty.\n\nThe talks were held on Friday.",
            "2023-02-13",
            ["2023-02-10"],
        ),
        (f"This morning, on the second day of the visit, {TWO} met.", "2023-02-13", ["2023-02-13"]),
        (
            f"The rains ended in Doha on the evening of February 9. Next morning {TWO} met.",
            "2023-02-13",
            ["2023-02-10"],
        ),
        (f"{TWO} met in Doha on the 9th of this month.", "2023-02-13", ["2023-02-09"]),
        (
            f"It became known today (February 13) that {TWO} will meet on Friday.",
            "2023-02-13",
            ["2023-02-17"],
        ),
    ],
)
def test_days_of_encounters(text: str, published: str, expected: list[str]) -> None:
    article = Article(id="x.txt", text=text, body=text, published=PartialDate(published))
    assert [entry.date for entry in ingest(article, load_lexicon()).entries] == expected


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_never_more_than_six_days_away(base: date, number: int) -> None:
    past, coming = weekday(number, base, Status.HELD), weekday(number, base, Status.PLANNED)
    assert past.weekday() == coming.weekday() == number
    assert 0 <= (base - past).days <= 6
    assert 0 <= (coming - base).days <= 6


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(2019, 1, 1), date(2019, 12, 31)))
def test_the_nearest_day_of_that_name_is_within_half_a_year(base: date, day: date) -> None:
    found = nearest(f"--{day:%m-%d}", base)
    assert found is not None
    assert abs((found - base).days) <= 184


@pytest.mark.parametrize(
    ("number", "status", "expected"),
    [(14, Status.HELD, "2023-02-14"), (16, Status.HELD, "2023-01-16"), (14, Status.PLANNED, "2023-03-14")],
)
def test_a_day_of_the_month_lies_on_the_side_of_the_news(number: int, status: Status, expected: str) -> None:
    assert str(of_month(number, date(2023, 2, 15), status)) == expected


def test_the_third_of_next_month_and_of_last_month() -> None:
    base = date(2023, 1, 31)
    assert str(of_month(3, base, Status.PLANNED, "day_of_next_month")) == "2023-02-03"
    assert str(of_month(3, base, Status.HELD, "day_of_last_month")) == "2022-12-03"


def test_days_where_only_the_month_of_the_report_is_known() -> None:
    month = PartialDate("2013-09")
    assert in_the_month("of month 25", month) == date(2013, 9, 25)
    assert in_the_month("--10-14", month) == date(2013, 10, 14)
    assert in_the_month("of month 31", month) is in_the_month("weekday 2", month) is None
    assert in_the_month("--10-14", None) is None
