"""Files beside lists, as other libraries read them."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import feedparser
import icalendar
import pytest

from chronicle.config import Config, Links, Part
from chronicle.model import Basis, CountryCode, Entry, Evidence, PartialDate, Participant, Status
from chronicle.publish.beside import FILES_BESIDE
from chronicle.publish.beside.calendars import folded
from chronicle.publish.data.files import data_files
from chronicle.publish.data.schema import LISTED
from chronicle.publish.edition import Edition
from chronicle.publish.feeds import LATEST
from chronicle.publish.page import Made

Make = Callable[..., Edition]
ADDRESS = "https://example.org/r/"
ODD = ["a; b, c\\d", "<b>&amp;</b>", "ə" * 200, "😀" * 50, "]]>", "=1+1", 'a "b"', "\u2028", "x\x85y"]


def made_of(edition: Edition) -> dict[str, Made]:
    return {made.place: made for files in FILES_BESIDE for made in files(edition)}


def written(edition: Edition) -> dict[str, bytes]:
    return {place: made.content() for place, made in made_of(edition).items()}


@pytest.fixture
def some(entry: Entry) -> list[Entry]:
    """Held on one day, on several, planned, cancelled, in some month, without a date."""
    french = replace(entry.participants[1], name="Anne Gros", country=CountryCode("FR"), organisation=None)
    with_france = replace(entry, participants=(entry.participants[0], french), parties=("AZ", "FR"))
    dated = {
        "2019-11-08-b": ("2019-11-08", "2019-11-10", Status.HELD),
        "2019-12-01-c": ("2019-12-01", None, Status.PLANNED),
        "2019-12-02-d": ("2019-12-02", None, Status.CANCELLED),
        "2020-e": ("2020-01", None, Status.HELD),
        "f": (None, None, Status.HELD),
    }
    return [
        replace(with_france, sources=()),
        *[
            replace(with_france, id=id_, date=day, end_date=end, status=status, sources=(), review=())
            for id_, (day, end, status) in dated.items()  # type: ignore[arg-type]
        ],
    ]


def test_lists_of_every_kind_have_their_files(edition: Make, entry: Entry, some: list[Entry]) -> None:
    sourced = replace(entry, id="2018-01-01-a", date=PartialDate("2018-01-01"))
    places = set(written(edition(*some, sourced)))
    lists = (
        "organisations/nato",
        "places/baku-az",
        "topics/energy",
        "outlets/trend",
        "offices/az-minister-of-defense",
        "2019",
        "2019/11",
        "2019/11/07",
        "on-this-day/11-07",
        "undated",
    )
    followed = (
        "countries/az",
        "officials/zakir-hasanov",
        "pairs/az-fr",
        "officials/anne-gros/with/zakir-hasanov",
    )
    names = ("meetings.json", "meetings.csv")
    for place in (*lists, *followed):
        assert {f"{place}/{name}" for name in names} <= places
    for place in lists:
        assert not {f"{place}/feed.xml", f"{place}/meetings.ics"} & places
    for place in followed:
        assert {f"{place}/feed.xml", f"{place}/meetings.ics"} <= places


def test_a_list_tells_of_its_meetings_what_the_whole_tells_of_them(
    edition: Make, entry: Entry, some: list[Entry]
) -> None:
    made = edition(*some, replace(entry, id="2018-01-01-a", date=PartialDate("2018-01-01")))
    files, whole = written(made), data_files(made)
    by_id = {record["id"]: listed(record) for record in json.loads(whole["meetings.json"])}
    ids = [meeting.id for meeting in made.chronicle.meetings_of_country[CountryCode("FR")]]
    assert len(ids) == len(some) < len(by_id)
    assert json.loads(files["countries/fr/meetings.json"]) == [by_id[each] for each in ids]
    lines = list(csv.DictReader(io.StringIO(files["countries/fr/meetings.csv"].decode(), newline="")))
    assert [list(line) for line in lines] == [[field.name for field in LISTED.fields]] * len(ids)
    assert [in_cells(line) for line in lines] == [in_cells(by_id[each]) for each in ids]


def listed(record: dict[str, Any]) -> dict[str, Any]:
    """What a list has of a meeting's record."""
    people = record["participants"]
    told = record | {"officials": [p["id"] for p in people], "names": [p["name"] for p in people]}
    return {field.name: told[field.name] for field in LISTED.fields}


def in_cells(record: dict[str, Any]) -> dict[str, str]:
    """A record of JSON as the cells of CSV."""
    return {name: "; ".join(told) if isinstance(told, list) else told or "" for name, told in record.items()}


def test_a_part_that_is_left_out_has_no_files_beside_its_lists(edition: Make, some: list[Entry]) -> None:
    without = Config(leave_out=frozenset([Part.COUNTRY_PAIRS, Part.PLACES, Part.OFFICES, Part.DAYS]))
    places = written(edition(*some, config=without))
    assert not [place for place in places if place.startswith(("pairs/", "places/", "offices/", "2019/11/0"))]
    without = Config(leave_out=frozenset([Part.LISTS]))
    assert written(edition(*some, config=without)).keys() == {"corrections.xml"}, "which is of no list"
    without = Config(leave_out=frozenset([Part.LISTS, Part.CORRECTIONS]))
    assert not written(edition(*some, config=without))


def test_only_the_lists_of_a_changed_meeting_change(edition: Make, entry: Entry, some: list[Entry]) -> None:
    other = replace(entry, id="2018-01-01-a", date=PartialDate("2018-01-01"))
    before, after = (
        {place: made.ingredients() for place, made in made_of(edition(*some, each)).items()}
        for each in (other, replace(other, title="Another title"))
    )
    changed = {place.rpartition("/")[0] for place in before if before[place] != after[place]}
    assert {"organisations/nato", "2018", "countries/az"} <= changed
    assert not {"countries/fr", "pairs/az-fr", "2019/11"} & changed


# ── calendars ────────────────────────────────────────────────────────────────────────────────


def events(edition: Edition, place: str = "countries/fr/meetings.ics") -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(written(edition)[place]).walk("VEVENT"))


def test_a_calendar_has_the_meetings_whose_day_is_known(edition: Make, some: list[Entry]) -> None:
    found = events(edition(*some, config=Config(address=ADDRESS)))
    day = dt.date
    assert [(e.decoded("dtstart"), e.decoded("dtend", None), e["status"]) for e in found] == [
        (day(2019, 11, 7), None, "CONFIRMED"),
        (day(2019, 11, 8), day(2019, 11, 11), "CONFIRMED"),
        (day(2019, 12, 1), None, "TENTATIVE"),
        (day(2019, 12, 2), None, "CANCELLED"),
    ]
    assert [event.duration.days for event in found] == [1, 3, 1, 1]
    first = found[0]
    assert first["uid"] == "2019-11-07-hasanov-gross@example.org"
    assert first["summary"] == "Zakir Hasanov meets Zacharie Gross"
    assert first["location"] == "Baku, Azerbaijan"
    assert first["url"] == "https://example.org/r/meetings/2019-11-07-hasanov-gross/"
    assert first["description"].splitlines() == [
        "in doubt",
        "Zakir Hasanov, Anne Gros",
    ]
    assert "in doubt" not in found[1]["description"]
    assert [event["summary"].partition(" [")[2] for event in found] == ["", "", "planned]", "cancelled]"]


def test_a_calendar_and_a_feed_say_that_a_date_is_inferred(edition: Make, entry: Entry) -> None:
    found = {"date": Evidence(Basis.INFERRED, "on Thursday", "past_weekday")}
    made = edition(replace(entry, evidence=found))
    (event,) = events(made, "countries/az/meetings.ics")
    assert event["description"].splitlines()[:2] == ["the date is inferred", "in doubt"]
    (shown,) = parsed(made, "countries/az/feed.xml").entries
    assert "held · the date is inferred · in doubt" in shown.content[0].value


def test_an_event_is_stamped_with_the_day_of_its_first_report(edition: Make, entry: Entry) -> None:
    (found,) = events(edition(entry), "countries/az/meetings.ics")
    assert found.decoded("dtstamp") == dt.datetime(2019, 11, 1, tzinfo=dt.UTC)


def test_a_calendar_is_named_after_its_list(edition: Make, some: list[Entry]) -> None:
    made = icalendar.Calendar.from_ical(written(edition(*some))["pairs/az-fr/meetings.ics"])
    assert made["name"] == made["x-wr-calname"] == "Azerbaijan – France – Meetings chronicle"


@pytest.mark.parametrize("odd", ODD)
def test_a_calendar_says_whatever_stands_in_an_entry(edition: Make, entry: Entry, odd: str) -> None:
    person = Participant(odd, odd, None, CountryCode("AZ"))
    (found,) = events(
        edition(replace(entry, title=odd, city=odd, participants=(person,), topics=(odd,))),
        "countries/az/meetings.ics",
    )
    assert found["summary"] == odd
    assert found["location"] == f"{odd}, Azerbaijan"
    assert found["description"] == f"in doubt\n{odd}"


@pytest.mark.parametrize("line", ["", "a" * 75, "a" * 76, "ə" * 500, "a" + "😀" * 100])
def test_no_line_is_longer_than_75_bytes_or_cut_within_a_character(line: str) -> None:
    made = folded(line.encode())
    assert made.endswith(b"\r\n")
    parts = made.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(part) <= 75 and part.decode() for part in parts if line)
    assert made.decode().replace("\r\n ", "").removesuffix("\r\n") == line


# ── feeds ────────────────────────────────────────────────────────────────────────────────────


def parsed(edition: Edition, place: str) -> feedparser.FeedParserDict:
    found = feedparser.parse(written(edition)[place])
    assert not found.bozo
    return found


def test_a_feed_of_a_list_tells_of_its_latest_meetings(edition: Make, some: list[Entry]) -> None:
    made = edition(*some, config=Config(address=ADDRESS, title="A & B"))
    found = parsed(made, "officials/zakir-hasanov/feed.xml")
    assert found.feed.title == "Zakir Hasanov – A & B"
    assert found.feed.id == found.feed.link == f"{ADDRESS}officials/zakir-hasanov/"
    links = {link.rel: link.href for link in found.feed.links}
    assert links["self"] == f"{ADDRESS}officials/zakir-hasanov/feed.xml"
    assert found.feed.updated == max(entry.updated for entry in found.entries)
    meetings = made.chronicle.officials["zakir-hasanov"].meetings  # type: ignore[index]
    assert [entry.id for entry in found.entries] == [
        f"{ADDRESS}meetings/{meeting.id}/" for meeting in reversed(meetings)
    ]
    titles = {entry.id.rpartition("-")[2]: entry.title for entry in found.entries}
    assert (titles["c/"], titles["d/"]) == (f"{some[0].title} [planned]", f"{some[0].title} [cancelled]")
    assert "· planned" in found.entries[2].content[0].value
    shown = found.entries[-2].content[0].value
    assert "7 November 2019 · Baku, Azerbaijan · meeting · held · in doubt" in shown
    assert "<p>Zakir Hasanov, Anne Gros</p>" in shown


def test_a_feed_has_the_latest_twenty(edition: Make, entry: Entry) -> None:
    years = [
        replace(entry, id=f"{y}-a", date=PartialDate(f"{y}-01-01"), sources=()) for y in range(1990, 2020)
    ]
    found = parsed(edition(*years), "countries/az/feed.xml")
    assert len(found.entries) == LATEST
    assert found.entries[0].link.endswith("/2019-a/")


@pytest.mark.parametrize("odd", ODD)
def test_a_feed_parses_whatever_stands_in_an_entry(edition: Make, entry: Entry, odd: str) -> None:
    person = Participant(odd, odd, None, CountryCode("AZ"))
    made = edition(replace(entry, title=odd, city=odd, participants=(person,)), config=Config(title=odd))
    found = feedparser.parse(written(made)["countries/az/feed.xml"], sanitize_html=False)
    assert not found.bozo
    assert len(found.entries) == 1


def test_links_to_files_are_so_in_feeds_and_calendars(edition: Make, some: list[Entry]) -> None:
    made = edition(*some, config=Config(links=Links.FILES))
    assert parsed(made, "countries/fr/feed.xml").entries[0].link.endswith("/index.html")
    assert all(event["url"].endswith("/index.html") for event in events(made))
