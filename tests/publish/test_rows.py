"""A meeting's row in lists."""

from collections.abc import Callable
from dataclasses import replace

from chronicle.config import Config, Part
from chronicle.model import CountryCode, Entry, PartialDate
from chronicle.publish.edition import Edition
from chronicle.publish.page import Link, Row
from chronicle.publish.urls import day_url, period_url, place_url
from tests.conftest import World, files_of

Make = Callable[..., Edition]
MANY = "AZ FR IR PK RU TR US GB DE IT ES PL RO BG GR SE NO FI EE LV LT CZ".split()


def row(made: Edition) -> Row:
    (only,) = made.views.rows_of(made.chronicle.meetings)
    return only


def test_a_row_leads_to_its_day_and_its_place(edition: Make, entry: Entry) -> None:
    shown = row(edition(entry))
    assert shown.period == day_url(PartialDate("2019-11-07"))
    assert (shown.date, shown.shown_date) == ("2019-11-07", "7 November 2019")
    assert shown.place == Link(place_url("baku-az"), "Baku")


def test_a_row_leads_to_the_month_where_there_are_no_days(edition: Make, entry: Entry) -> None:
    without = Config(leave_out=frozenset((Part.DAYS, Part.PLACES)))
    shown = row(edition(entry, config=without))
    assert shown.period == period_url(PartialDate("2019-11"))
    assert shown.place == Link("", "Baku")
    vague = row(edition(replace(entry, date=PartialDate("2019-11"))))
    assert vague.period == period_url(PartialDate("2019-11"))


def test_a_row_names_the_country_where_no_town_is_told(edition: Make, entry: Entry) -> None:
    assert row(edition(replace(entry, city=None))).place == Link("", "Azerbaijan")
    assert row(edition(replace(entry, city=None, country=None))).place.text == ""


def test_several_days_are_told_as_such_and_are_no_date_for_programs(edition: Make, entry: Entry) -> None:
    shown = row(edition(replace(entry, end_date=PartialDate("2019-11-09"))))
    assert (shown.date, shown.shown_date) == ("", "7–9 November 2019")
    assert shown.period == day_url(PartialDate("2019-11-07"))


def test_many_parties_are_not_all_named(edition: Make, entry: Entry) -> None:
    few = row(edition(replace(entry, parties=tuple(MANY[:8]))))
    assert (len(few.parties), few.more) == (8, 0)
    many = row(edition(replace(entry, parties=tuple(MANY))))
    assert (len(many.parties), many.more) == (6, 16)


def test_a_page_of_a_hundred_conferences_stays_below_200_kilobytes(world: World) -> None:
    for number in range(100):
        name = f"2019-11-07-conference-{number}"
        title = f"Conference {number} on regional security, trade, energy and much else, with a long title"
        world.entry(
            name, title=title, date="2019-11-07", city="Baku", country="AZ", parties=f"[{', '.join(MANY)}]"
        )
    world.build()
    sizes = {path: len(content) for path, content in files_of(world.site).items() if path.endswith(".html")}
    assert {
        "2019/11/07/index.html",
        "places/baku-az/index.html",
        "on-this-day/11-07/index.html",
    } <= sizes.keys()
    assert {path: size for path, size in sizes.items() if size > 200_000} == {}
    assert b"and 16 more" in (world.site / "2019/11/07/index.html").read_bytes()


def test_rows_are_made_anew_when_another_place_takes_their_address(edition: Make, entry: Entry) -> None:
    """Two towns whose names make one address are told apart by numbers, in order of name."""
    kiel = replace(entry, city="Kiel", country=CountryCode("DE"))
    other = replace(
        entry, id="2019-11-08-x", city="Kiél", country=CountryCode("DE"), date=PartialDate("2019-11-08")
    )
    alone, both = edition(kiel), edition(kiel, other)
    assert alone.groups.numbered != both.groups.numbered
    more = replace(other, city="Bonn")
    assert alone.groups.numbered == edition(kiel, more).groups.numbered
