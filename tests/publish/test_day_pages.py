"""The pages of days, and those of the days of the year."""

from collections.abc import Callable
from dataclasses import replace

from chronicle.config import Config, Part
from chronicle.model import Entry, PartialDate, Status
from chronicle.publish.edition import Edition
from chronicle.publish.pages import day, on_this_day
from chronicle.publish.pages.day import DayContext
from chronicle.publish.pages.on_this_day import AnniversaryContext, CalendarContext

Make = Callable[..., Edition]


def talks(date: str, title: str = "Talks", **more: object) -> Entry:
    entry = Entry(f"{date}-{title.lower()}", title, date=PartialDate(date))
    return replace(entry, **more)  # type: ignore[arg-type]


def days(made: Edition) -> dict[str, DayContext]:
    contexts = {page.path.removesuffix("/index.html"): page.context() for page in day.pages(made)}
    assert all(isinstance(context, DayContext) for context in contexts.values())
    return contexts  # type: ignore[return-value]


def anniversaries(made: Edition) -> dict[str, AnniversaryContext]:
    _, *pages = on_this_day.pages(made)
    return {page.path.split("/", 1)[1].removesuffix("/index.html"): page.context() for page in pages}  # type: ignore[misc]


def test_a_day_tells_its_weekday_its_meetings_and_its_neighbours(edition: Make) -> None:
    shown = days(
        edition(talks("2019-11-07", "A"), talks("2019-11-07", "B"), talks("2017-01-02"), talks("2019-11"))
    )
    assert list(shown) == ["2017/01/02", "2019/11/07"]
    page = shown["2019/11/07"]
    assert (page.name, page.weekday, page.month.text) == ("7 November 2019", "Thursday", "November 2019")
    assert [row.title for row in page.rows] == ["B", "A"]
    assert (page.previous.text, page.following.text) == ("2 January 2017", "")
    assert page.anniversary.text == "7 November"


def test_that_week_is_three_days_before_and_three_after(edition: Make) -> None:
    dates = [f"2019-11-{number:02}" for number in range(2, 13)]
    page = days(edition(*(talks(date) for date in dates)))["2019/11/07"]
    assert [near.day.text.split()[0] for near in page.week] == ["4", "5", "6", "8", "9", "10"]
    assert [near.weekday for near in page.week][:2] == ["Monday", "Tuesday"]


def test_a_busy_day_nearby_is_told_by_its_first_meetings(edition: Make) -> None:
    busy = [talks("2019-11-06", f"Talks {number}") for number in range(1, 8)]
    planned = talks("2019-11-06", "Talks 8", status=Status.PLANNED)
    (near,) = days(edition(talks("2019-11-07"), planned, *busy))["2019/11/07"].week
    assert (near.meetings, near.more) == (7, 3)
    assert [title.text for title in near.titles] == [f"Talks {number}" for number in range(1, 6)]


def test_what_did_not_take_place_nearby_is_told_so(edition: Make) -> None:
    off = talks("2019-11-06", "Visit", status=Status.CANCELLED)
    (near,) = days(edition(talks("2019-11-07"), off))["2019/11/07"].week
    assert [title.text for title in near.titles] == ["Visit [cancelled]"]


def test_the_first_and_the_last_day_of_the_calendar_have_a_week(edition: Make) -> None:
    shown = days(edition(talks("0001-01-01"), talks("9999-12-31", end_date=PartialDate("9999-12-31"))))
    assert [page.week for page in shown.values()] == [(), ()]


def test_what_takes_several_days_is_named_on_each_that_has_a_page(edition: Make) -> None:
    visit = talks("2019-11-05", "Visit", end_date=PartialDate("2019-11-07"))
    shown = days(edition(visit, talks("2019-11-07"), talks("2019-11-08")))
    assert "2019/11/06" not in shown
    assert [row.shown_date for row in shown["2019/11/07"].ongoing] == ["5–7 November 2019"]
    assert shown["2019/11/05"].ongoing == shown["2019/11/08"].ongoing == ()
    assert shown["2019/11/07"].more_ongoing == 0


def test_of_much_that_goes_on_the_latest_is_listed(edition: Make) -> None:
    end = PartialDate("2019-11-20")
    visits = [talks(f"2019-11-{number:02}", f"Visit {number}", end_date=end) for number in range(1, 13)]
    page = days(edition(*visits, talks("2019-11-15")))["2019/11/15"]
    assert [row.title for row in page.ongoing] == [f"Visit {number}" for number in range(12, 2, -1)]
    assert page.more_ongoing == 2


def test_a_day_is_made_anew_when_what_goes_on_changes(edition: Make) -> None:
    def made_of(visit: Entry) -> object:
        (page,) = [
            p for p in day.pages(edition(visit, talks("2019-11-15"))) if p.path == "2019/11/15/index.html"
        ]
        assert page.ingredients
        return page.ingredients()

    visit = talks("2019-11-01", "Visit", end_date=PartialDate("2019-11-20"))
    assert made_of(visit) != made_of(replace(visit, title="State visit"))


def test_what_is_said_to_have_taken_months_is_not_named_on_every_day(edition: Make) -> None:
    wrong = talks("2019-11-05", "Visit", end_date=PartialDate("2020-11-07"))
    assert days(edition(wrong, talks("2019-11-07")))["2019/11/07"].ongoing == ()


def test_the_calendar_has_all_days_with_a_place_for_each(edition: Make) -> None:
    made = edition(
        talks("2019-11-07"),
        talks("2017-11-07"),
        talks("2020-02-29"),
        talks("2019-12-24", status=Status.PLANNED),
    )
    calendar = next(iter(on_this_day.pages(made))).context()
    assert isinstance(calendar, CalendarContext)
    assert calendar.days == 3
    assert [len(month.days) for month in calendar.months] == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    counted = {anchor: count for month in calendar.months for anchor, count in month.days}
    assert len(counted) == 366
    assert (counted["d-11-07"].meetings, counted["d-02-29"].meetings, counted["d-12-24"].meetings) == (
        2,
        1,
        0,
    )
    assert {anchor for anchor, count in counted.items() if count.url} == {"d-11-07", "d-02-29", "d-12-24"}
    assert [month.name for month in calendar.months][::11] == ["January", "December"]


def test_a_day_of_the_year_has_its_meetings_by_year(edition: Make) -> None:
    made = edition(
        talks("2019-11-07", "A"), talks("2019-11-07", "B"), talks("2017-11-07"), talks("2020-02-29")
    )
    shown = anniversaries(made)
    assert list(shown) == ["02-29", "11-07"]
    page = shown["11-07"]
    assert (page.name, page.meetings.held, page.previous.text) == ("7 November", 3, "29 February")
    assert [(each.year.text, [row.title for row in each.rows]) for each in page.years] == [
        ("2019", ["B", "A"]),
        ("2017", ["Talks"]),
    ]


def test_many_meetings_on_a_day_of_the_year_stand_on_several_pages(edition: Make) -> None:
    made = edition(*(talks(f"20{year}-11-07") for year in range(10, 15)), config=Config(page_length=2))
    shown = anniversaries(made)
    assert list(shown) == ["11-07", "11-07/page/2", "11-07/page/3"]
    assert [each.year.text for page in shown.values() for each in page.years] == [
        "2014",
        "2013",
        "2012",
        "2011",
        "2010",
    ]


def test_parts_that_are_left_out_are_not_led_to(edition: Make) -> None:
    entry = talks("2019-11-07")
    without_days = edition(entry, config=Config(leave_out=frozenset((Part.DAYS,))))
    assert days(without_days) == {}
    assert [each.year.url for each in anniversaries(without_days)["11-07"].years] == [""]
    without = edition(entry, config=Config(leave_out=frozenset((Part.ON_THIS_DAY,))))
    assert list(on_this_day.pages(without)) == []
    assert days(without)["2019/11/07"].anniversary.url == ""


def test_a_day_is_made_anew_when_one_nearby_changes(edition: Make) -> None:
    def made_of(*entries: Entry) -> object:
        (page,) = [page for page in day.pages(edition(*entries)) if page.path == "2019/11/07/index.html"]
        assert page.ingredients
        return page.ingredients()

    entry, near, far = talks("2019-11-07"), talks("2019-11-05"), talks("2019-01-01")
    assert made_of(entry, near) != made_of(entry, replace(near, title="Others"))
    assert made_of(entry, near, far) == made_of(entry, near, replace(far, title="Others"))


def test_days_are_told_in_the_language_of_the_edition(edition: Make) -> None:
    page = days(edition(talks("2019-11-07"), config=Config(language="ru")))["2019/11/07"]
    assert (page.weekday, page.anniversary.text) == ("четверг", "7 ноября")
