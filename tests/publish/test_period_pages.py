"""The pages of years and months."""

from collections.abc import Callable
from dataclasses import replace

from chronicle.config import Config, Part
from chronicle.model import Entry, PartialDate, Status
from chronicle.publish.edition import Edition
from chronicle.publish.pages import month, year
from chronicle.publish.pages.month import MonthContext
from chronicle.publish.pages.year import YearContext

Make = Callable[..., Edition]


def talks(date: str, number: int = 1, **more: object) -> Entry:
    entry = Entry(f"{date}-{number}", f"Talks {number}", date=PartialDate(date), parties=("AZ", "IR"))
    return replace(entry, **more)  # type: ignore[arg-type]


def year_shown(made: Edition, path: str = "2019/") -> YearContext:
    (page,) = [page for page in year.pages(made) if page.path == f"{path}index.html"]
    context = page.context()
    assert isinstance(context, YearContext)
    return context


def month_shown(made: Edition, path: str = "2019/11/") -> MonthContext:
    (page,) = [page for page in month.pages(made) if page.path == f"{path}index.html"]
    context = page.context()
    assert isinstance(context, MonthContext)
    return context


def test_a_year_has_all_months_and_leads_to_those_with_meetings(edition: Make) -> None:
    page = year_shown(
        edition(talks("2019-11-07"), talks("2019-11-08"), talks("2019-03", 2), talks("2019", 3))
    )
    assert [count.meetings for count in page.months] == [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0]
    assert [count.text for count in page.months if count.url] == ["March", "November"]
    assert page.meetings.held == 4


def test_a_year_of_which_no_month_is_known_shows_none(edition: Make) -> None:
    assert year_shown(edition(talks("2019"))).months == ()


def test_busy_days_have_several_meetings_that_took_place(edition: Make) -> None:
    busy = [talks("2019-11-07", number) for number in (1, 2, 3)]
    planned = [talks("2019-11-09", number, status=Status.PLANNED) for number in (1, 2)]
    made = edition(*busy, *planned, talks("2019-11-08"), talks("2019-03-01"), talks("2019-03-01", 2))
    assert [(day.text, day.meetings) for day in year_shown(made).busiest] == [
        ("7 November 2019", 3),
        ("1 March 2019", 2),
    ]
    without = edition(*busy, config=Config(leave_out=frozenset((Part.DAYS,))))
    assert year_shown(without).busiest == ()


def test_years_and_months_tell_who_met_most_on_their_first_page(edition: Make) -> None:
    made = edition(talks("2019-11-07"), talks("2019-11-09", 2), config=Config(page_length=1))
    for first, second in (
        (year_shown(made), year_shown(made, "2019/page/2/")),
        (month_shown(made), month_shown(made, "2019/11/page/2/")),
    ):
        assert [country.text for country in first.countries] == ["Azerbaijan", "Iran"]
        assert second.countries == ()
        assert second.meetings == first.meetings


def test_a_month_is_a_calendar_that_leads_to_its_days(edition: Make) -> None:
    page = month_shown(
        edition(talks("2019-11-07"), talks("2019-11-07", 2), talks("2019-11-30", status=Status.CANCELLED))
    )
    assert [weekday.short for weekday in page.weekdays] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [day.text for day in page.weeks[0]] == ["", "", "", "", "1", "2", "3"]
    assert [(day.text, day.meetings) for week in page.weeks for day in week if day.url] == [
        ("7", 2),
        ("30", 0),
    ]
    assert page.weeks[1][3].text == "7"  # a Thursday


def test_weeks_begin_as_the_language_has_it(edition: Make) -> None:
    page = month_shown(edition(talks("2019-11-07"), config=Config(language="fa")))
    assert page.weekdays[0].name == "شنبه"
    assert [day.text for day in page.weeks[0]] == ["", "", "", "", "", "", "1"]


def test_a_month_without_known_days_has_no_calendar(edition: Make) -> None:
    assert month_shown(edition(talks("2019-11"))).weeks == ()
    without = Config(leave_out=frozenset((Part.DAYS,)))
    assert month_shown(edition(talks("2019-11-07"), config=without)).weeks == ()


def test_years_lead_to_the_years_before_and_after_that_have_meetings(edition: Make) -> None:
    made = edition(talks("2015-01-01"), talks("2019-11-07"), talks("2020-11-07"))
    page = year_shown(made)
    assert (page.previous.text, page.following.text) == ("2015", "2020")
    assert month_shown(made).previous.text == "January 2015"


def test_a_year_leads_to_its_numbers_where_these_have_a_page(edition: Make) -> None:
    entries = [talks("2018-01-01", status=Status.CANCELLED), talks("2019-11-07")]
    assert year_shown(edition(*entries)).statistics.endswith("statistics/2019/")
    assert year_shown(edition(*entries), "2018/").statistics == ""
    without = Config(leave_out=frozenset({Part.STATISTICS}))
    assert year_shown(edition(*entries, config=without)).statistics == ""
