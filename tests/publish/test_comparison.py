"""The reports of one meeting side by side."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from chronicle.config import Config
from chronicle.model import (
    Basis,
    CountryCode,
    Entry,
    Evidence,
    Manner,
    PartialDate,
    Participant,
    Source,
    Statement,
    Status,
)
from chronicle.publish.edition import Edition
from chronicle.publish.page import Link
from chronicle.publish.pages.comparison import Comparison, Line, Part, Why
from chronicle.publish.pages.meeting import MeetingContext, context_of, ingredients
from chronicle.publish.urls import meeting_url
from tests.conftest import World, files_of

Make = Callable[..., Edition]
MARK = "ingest 1 0123456789abcdef"


@pytest.fixture
def reports(entry: Entry) -> tuple[Entry, Entry]:
    """Two reports of one meeting, as ingest wrote them."""
    one = replace(entry, made_by=MARK, sources=entry.sources[:1])
    guest = replace(one.participants[1], role="Secretary-General and chair")
    host = replace(one.participants[0], name="Z. Hasanov", rank=None)
    other = replace(
        one,
        id="2019-11-07-other",
        city=None,
        participants=(host, guest),
        parties=("AZ",),
        topics=("energy",),
        sources=(Source("z.txt", "Trend"),),  # type: ignore[arg-type]
    )
    return one, replace(other, parties=("AZ", "NATO"))


def page_of(made: Edition) -> MeetingContext:
    (meeting,) = made.chronicle.meetings
    return context_of(meeting, meeting_url(meeting.id), made)


def compared(made: Edition) -> Comparison:
    found = page_of(made).comparison
    assert found
    return found


def line(found: Comparison, label: str) -> Line:
    (only,) = [each for each in (*found.facts, *found.people) if each.label == label]
    return only


def same(text: str) -> Part:
    return Part(text, differs=False)


def other_than_shown(text: str) -> Part:
    return Part(text, differs=True)


LEFT_OUT = other_than_shown("")


def test_a_meeting_of_one_report_has_nothing_to_compare(edition: Make, entry: Entry) -> None:
    assert page_of(edition(entry)).comparison is None


def test_each_report_has_a_column_that_leads_to_it(edition: Make, reports: tuple[Entry, Entry]) -> None:
    one, other = compared(edition(*reports)).columns
    assert one.outlet == Link("https://news.az/1", "News.Az")
    assert (one.published, one.shown_published, one.corrected) == ("2019-11-08", "8 November 2019", False)
    assert (other.outlet, other.published) == (Link("", "Trend"), "")


def test_an_edited_report_is_told_to_be(edition: Make, reports: tuple[Entry, Entry]) -> None:
    edited = replace(reports[1], made_by=f"a person, after {MARK}")
    assert [each.corrected for each in compared(edition(reports[0], edited)).columns] == [True, False]


def test_what_a_report_leaves_out_and_what_it_tells_otherwise(
    edition: Make, reports: tuple[Entry, Entry]
) -> None:
    found = compared(edition(*reports))
    city = line(found, "City")
    assert (city.shown, city.cells) == (("Baku",), ((same("Baku"),), (LEFT_OUT,)))
    assert (city.differs, city.whys) == (True, (Why("only", "", 1, 1),))
    assert not line(found, "Date").differs
    assert line(found, "Topics").cells[1] == (same("Energy"), LEFT_OUT)
    host = found.people[0]
    assert host.cells == (
        (same("Zakir Hasanov"), same("Minister of Defense"), same("Colonel General"), same("Azerbaijan")),
        (other_than_shown("Z. Hasanov"), same("Minister of Defense"), LEFT_OUT, same("Azerbaijan")),
    )
    assert host.whys == (Why("first", "name", 1, 1), Why("only", "rank", 1, 1))
    assert line(found, "Nobody Else").cells[1] == ()
    assert line(found, "Nobody Else").whys == (Why("named", "", 1, 1),)


def test_a_name_that_the_chronicle_has_otherwise_is_told_to_be_the_reports_own(
    edition: Make, reports: tuple[Entry, Entry]
) -> None:
    short = [replace(each, participants=reports[1].participants) for each in reports]
    later = replace(reports[0], id="2020-01-01-later", date=PartialDate("2020-01-01"))
    made = edition(*short, later)
    meeting = made.chronicle.meetings[0]
    found = context_of(meeting, meeting_url(meeting.id), made).comparison
    assert found
    host = found.people[0]
    assert host.label == "Zakir Hasanov"
    assert [cell[0] for cell in host.cells] == [other_than_shown("Z. Hasanov")] * 2
    assert (host.differs, host.whys) == (True, (Why("chronicle", "name", 0, 2),))


def test_the_number_of_lines_that_differ_is_told(edition: Make, reports: tuple[Entry, Entry]) -> None:
    found = compared(edition(*reports))
    assert found.differ == sum(each.differs for each in (*found.facts, *found.people)) == 5
    same = replace(reports[0], id="same", sources=reports[1].sources)
    assert compared(edition(reports[0], same)).differ == 0


def test_what_was_announced_counts_less_than_what_took_place(
    edition: Make, reports: tuple[Entry, Entry]
) -> None:
    planned = replace(reports[1], status=Status.PLANNED, end_date=PartialDate("2019-11-09"))
    found = compared(edition(reports[0], planned))
    assert line(found, "Status").whys == (Why("report", "", 1, 1),)
    assert line(found, "Date").cells[1] == (other_than_shown("7–9 November 2019"),)
    assert line(found, "Date").shown == ("7 November 2019",)


def test_the_notes_beside_a_fact_are_of_a_report_that_tells_what_is_shown(
    edition: Make, entry: Entry
) -> None:
    def told(name: str, city: str, words: str) -> Entry:
        rests_on = {"city": Evidence(Basis.STATED, words, "a_rule", city)}
        source = Source(f"{name}.txt")  # type: ignore[arg-type]
        return replace(entry, id=name, city=city, country=None, evidence=rests_on, sources=(source,))

    page = page_of(edition(told("a", "Kiev", "in Kiev"), told("b", "Kyiv", "in Kyiv"), told("c", "Kyiv", "")))
    assert page.place.text == "Kyiv"
    assert [words.text for note in page.notes.place for words in note.words] == ["in Kyiv"]


def test_the_page_is_made_anew_when_other_people_are_one(edition: Make, reports: tuple[Entry, Entry]) -> None:
    made = edition(*reports)
    (meeting,) = made.chronicle.meetings
    assert meeting.differences
    same = replace(meeting, differences=meeting.differences[1:])
    assert ingredients(meeting, made) != ingredients(same, made)


def test_days_are_told_in_the_language_of_the_site(edition: Make, reports: tuple[Entry, Entry]) -> None:
    planned = replace(reports[1], status=Status.PLANNED, end_date=PartialDate("2019-11-09"))
    found = compared(edition(reports[0], planned, config=Config(language="fr")))
    assert found.columns[0].shown_published == "8 novembre 2019"
    date = line(found, "Date")
    assert date.shown == ("7 novembre 2019",)
    assert date.cells[1] == (other_than_shown("7–9 novembre 2019"),)


def test_a_rank_that_another_report_tells_is_told_not_to_go_with_the_office(
    edition: Make, reports: tuple[Entry, Entry]
) -> None:
    one, other = reports
    host = replace(one.participants[0], role="Minister of Defense and Deputy Prime Minister", rank=None)
    found = compared(
        edition(replace(one, participants=(host, *one.participants[1:])), other_with_rank(other))
    )
    (shown,) = [each for each in found.people if each.label == "Zakir Hasanov"]
    assert shown.shown == ("Minister of Defense and Deputy Prime Minister", "Azerbaijan")
    assert other_than_shown("Colonel General") in shown.cells[1]
    assert shown.whys == (Why("specific", "office", 1, 1), Why("together", "", 0, 0))


def other_with_rank(report: Entry) -> Entry:
    """A report that tells the host's rank, and his name in full."""
    host = replace(report.participants[0], name="Zakir Hasanov", rank="Colonel General")
    return replace(report, participants=(host, *report.participants[1:]))


def test_a_name_that_two_who_took_part_bear_leads_to_neither(edition: Make, entry: Entry) -> None:
    two = [
        Participant("Ali Hasanov", "Minister of Defense", None, CountryCode("AZ")),
        Participant("Ali Hasanov", "Ambassador", None, CountryCode("TR")),
        Participant("Paul Martin", "Ambassador", None, CountryCode("FR")),
    ]
    said = tuple(Statement(Manner.SAID, name, ("AZ",)) for name in ("Ali Hasanov", "Paul Martin"))
    page = page_of(edition(replace(entry, participants=tuple(two), statements=said)))
    assert len({one.official.url for side in page.delegations for one in side.people}) == 3
    speakers = [voice.speaker for side in page.sides for voice in side.voices]
    assert speakers[0] == Link("", "Ali Hasanov")
    assert speakers[1].url


def html_of(world: World, **other: str) -> str:
    people = "[{name: Zakir Hasanov, role: Minister of Defense, country: AZ}, {name: Zacharie Gross, role: ambassador, country: FR}]"  # noqa: E501  a case is read best on one line
    world.entry(
        "2019-11-07-a",
        date="2019-11-07",
        parties="[AZ, FR]",
        participants=people,
        sources="[{article: a.txt, outlet: First, url: 'https://first.example/1'}]",
        city="Baku",
        country="AZ",
    )
    world.entry(
        "2019-11-07-b",
        **{
            "date": "2019-11-07",
            "parties": "[AZ, FR]",
            "participants": people,
            "sources": "[{article: b.txt, outlet: Second}]",
            **other,
        },
    )
    world.build()
    return (world.site / "meetings/2019-11-07-a/index.html").read_text(encoding="utf-8")


def test_the_table_can_be_read_without_colours_and_reached_by_keyboard(world: World) -> None:
    page = html_of(world, city="Bakou", country="AZ", occasion="official visit")
    table = re.search(r'<section class="scroll"[^>]* tabindex="0">(.*?)</table>', page, re.DOTALL)
    assert table
    heads = re.findall(r'<th scope="col">(.*?)</th>', table.group(1))
    assert heads[0] == "As this page shows it"
    assert 'href="https://first.example/1"' in heads[1]
    assert "written or corrected by a person" in heads[1]
    assert heads[2].startswith("Second")
    assert '<div class="gap">left out</div>' in table.group(1)
    lines = re.sub(r"<(?!div)[^>]*>", "", table.group(1)).replace("<div", " <div")
    words = " ".join(re.sub(r"<[^>]*>", "", lines).split())
    assert "City Baku Shown as the fullest report has it; no more have it one way than another." in words
    assert "≠ differs: Bakou" in words
    assert "1 of 2 tells it, none tells otherwise." in words


def test_after_an_edit_of_one_report_the_page_equals_a_clean_build(world: World) -> None:
    before = html_of(world)
    after = html_of(world, occasion="official visit")
    assert before != after
    assert "official visit" in after
    assert files_of(world.site) == world.clean_site()


def test_a_table_wider_than_the_screen_shows_that_it_scrolls_and_says_what_it_is(world: World) -> None:
    page = html_of(world)
    assert '<section class="scroll" aria-label="Table of the reports" tabindex="0">' in page
    style = next(world.site.rglob("style*.css")).read_text(encoding="utf-8")
    shadows = style.partition(".scroll {")[2].partition("}")[0]
    assert shadows.count("local") == shadows.count("no-repeat scroll") == 2
