"""The longest time between two meetings."""

import datetime as dt

import pytest

from chronicle.model import Entry, Meeting, PartialDate
from chronicle.publish.gaps import NO_GAP, longest_gap, time_between
from chronicle.publish.texts import IN_ENGLISH
from chronicle.resolve import resolve


def on(*days: str) -> tuple[Meeting, ...]:
    """Meetings on some days; "2019-11-07/2019-11-09" takes longer."""
    entries = []
    for number, day in enumerate(days):
        first, _, last = day.partition("/")
        end = PartialDate(last) if last else None
        parties = ("AZ", f"Body {number}")
        entries.append(
            Entry(f"{number:02}", f"Talks {number}", PartialDate(first), end_date=end, parties=parties)
        )
    return resolve(entries).meetings


@pytest.mark.parametrize(
    ("since", "until", "time"),
    [
        ("2019-11-07", "2019-11-08", "1 day"),
        ("2019-11-07", "2019-12-06", "29 days"),
        ("2019-11-07", "2019-12-07", "1 month"),
        ("2019-01-31", "2019-03-01", "1 month and 1 day"),
        ("2019-11-07", "2020-11-07", "1 year"),
        ("2019-11-07", "2020-11-30", "1 year"),
        ("2017-08-15", "2019-11-07", "2 years and 2 months"),
        ("2016-02-29", "2017-02-28", "11 months and 30 days"),
    ],
)
def test_a_time_is_told_in_its_two_largest_units(since: str, until: str, time: str) -> None:
    assert time_between(dt.date.fromisoformat(since), dt.date.fromisoformat(until), IN_ENGLISH) == time


def test_the_longest_gap_lies_between_the_last_day_of_one_meeting_and_the_first_of_the_next() -> None:
    gap = longest_gap(on("2011-05-07", "2012-05-01/2012-05-07", "2014-05-07", "2014-06-01"), IN_ENGLISH)
    assert (gap.time, gap.after.text, gap.until.text, gap.least) == (
        "2 years",
        "7 May 2012",
        "7 May 2014",
        False,
    )
    assert gap.after.url.endswith("meetings/01/")
    assert gap.until.url.endswith("meetings/02/")


def test_of_a_year_or_a_month_only_what_certainly_lies_between_is_counted() -> None:
    gap = longest_gap(on("2015", "2017-03-04"), IN_ENGLISH)
    assert (gap.time, gap.after.text, gap.least) == ("1 year and 2 months", "2015", True)
    # A meeting of some day of 2015 may have been the last one of that year.
    gap = longest_gap(on("2015", "2015-03-04", "2017-01-01"), IN_ENGLISH)
    assert (gap.time, gap.after.text) == ("1 year", "2015")
    assert longest_gap(on("2015", "2015-03-04"), IN_ENGLISH) == NO_GAP


def test_one_meeting_and_two_on_one_day_have_no_gap() -> None:
    assert longest_gap(on("2015-03-04"), IN_ENGLISH) == NO_GAP
    assert longest_gap(on("2015-03-04", "2015-03-04"), IN_ENGLISH) == NO_GAP
    assert longest_gap((), IN_ENGLISH) == NO_GAP
