"""The pages of places, topics, outlets and organisations, and their indexes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import ModuleType

import pytest

from chronicle.config import Config, Part
from chronicle.model import CountryCode, Entry, PartialDate, Participant, Source, Status
from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.pages import (
    organisation,
    organisations,
    outlet,
    outlets,
    place,
    places,
    topic,
    topics,
)
from chronicle.publish.pages.listing import ListingContext

Make = Callable[..., Edition]
ONE_OF_EACH = (
    (place, Part.PLACES),
    (topic, Part.TOPICS),
    (outlet, Part.OUTLETS),
    (organisation, Part.ORGANISATIONS),
)
INDEXES = (
    (places, Part.PLACES),
    (topics, Part.TOPICS),
    (outlets, Part.OUTLETS),
    (organisations, Part.ORGANISATIONS),
)


def by_path(kind: ModuleType, made: Edition) -> dict[str, Page]:
    return {page.path: page for page in kind.pages(made)}


def shown(kind: ModuleType, made: Edition, path: str) -> ListingContext:
    context = by_path(kind, made)[f"{path}index.html"].context()
    assert isinstance(context, ListingContext)
    return context


def names(counts: Iterator[object] | tuple[object, ...]) -> list[object]:
    return [count[1] for count in counts]  # type: ignore[index]


def later(entry: Entry, day: str, **changed: object) -> Entry:
    """The same encounter's like on another day."""
    return replace(entry, id=f"{day}-again", date=PartialDate(day), **changed)  # type: ignore[arg-type]


def test_a_place_tells_first_and_last_and_who_was_there_more_than_once(edition: Make, entry: Entry) -> None:
    made = edition(entry, later(entry, "2021-05-02"), later(entry, "2021-06-02", status=Status.CANCELLED))
    page = shown(place, made, "places/baku-az/")
    assert (page.about.name, page.about.side.text) == ("Baku", "Azerbaijan")
    assert page.summary.meetings == (2, 1)
    assert (page.summary.first.text, page.summary.last.text) == ("7 November 2019", "2 May 2021")
    assert [(year.text, year.meetings) for year in page.summary.years] == [
        ("2019", 1),
        ("2020", 0),
        ("2021", 1),
    ]
    assert names(page.summary.officials) == ["Jens Stoltenberg", "Nobody Else", "Zakir Hasanov"]
    assert names(page.summary.organisations) == ["NATO"]
    assert names(page.summary.topics) == ["Energy", "Regional security"]
    assert page.summary.countries == ()  # Azerbaijan is the place's own
    assert page.summary.places == ()  # and so is Baku
    assert [row.date for row in page.rows] == ["2021-06-02", "2021-05-02", "2019-11-07"]


def test_a_list_of_one_meeting_says_no_more_than_its_row(edition: Make, entry: Entry) -> None:
    page = shown(place, edition(entry), "places/baku-az/")
    assert not page.summary.tells_more
    assert page.summary.first.url == page.summary.last.url == ""


def test_what_was_only_planned_is_listed_and_not_counted(edition: Make, entry: Entry) -> None:
    planned = edition(
        replace(entry, status=Status.PLANNED), later(entry, "2021-05-02", status=Status.PLANNED)
    )
    page = shown(topic, planned, "topics/energy/")
    assert page.summary.meetings == (0, 2)
    assert (len(page.rows), page.summary.tells_more) == (2, False)


def test_the_summary_stands_on_the_first_page_only(edition: Make, entry: Entry) -> None:
    made = edition(entry, later(entry, "2021-05-02"), config=Config(page_length=1))
    first, second = (shown(place, made, f"places/baku-az/{path}") for path in ("", "page/2/"))
    assert first.summary.tells_more
    assert not second.summary.tells_more
    assert second.summary.meetings == first.summary.meetings
    assert [year.url for year in first.summary.years if year.url] == [
        "\x1aplaces/baku-az/page/2/",
        "\x1aplaces/baku-az/",
    ]


def test_an_outlet_tells_how_much_it_reported_and_what_nobody_else_did(edition: Make, entry: Entry) -> None:
    alone = later(
        entry,
        "2021-05-02",
        sources=(
            Source("c.txt", "News.Az", published=PartialDate("2021-05-03")),
            Source("d.txt", "News.Az", published=PartialDate("2021-05-04")),
        ),
    )
    again = later(entry, "2021-05-05", sources=(Source("d.txt", "News.Az"),))
    made = edition(entry, alone, again)
    page = shown(outlet, made, "outlets/news-az/")
    assert (page.about.reports, page.about.alone) == (3, 2)
    assert (page.about.since, page.about.until) == ("8 November 2019", "4 May 2021")
    (index,) = outlets.pages(made)
    lines = index.context()[2]
    assert [(line.text, line.meetings, line.reports, line.alone) for line in lines] == [
        ("News.Az", 3, 3, 2),
        ("Trend", 1, 1, 0),
    ]


def test_reports_without_file_and_address_are_counted_each(edition: Make, entry: Entry) -> None:
    nowhere = (Source(outlet="Radio"), Source(outlet="Radio", published=PartialDate("2019")))
    page = shown(outlet, edition(replace(entry, sources=nowhere)), "outlets/radio/")
    assert (page.about.reports, page.about.since) == (2, "2019")


def test_an_organisation_has_its_offices(edition: Make, entry: Entry) -> None:
    page = shown(organisation, edition(entry), "organisations/nato/")
    assert [(office.text, office.meetings) for office in page.about.offices] == [("Secretary General", 1)]
    without = edition(entry, config=Config(leave_out=frozenset((Part.OFFICES,))))
    assert shown(organisation, without, "organisations/nato/").about.offices == ()


def test_places_stand_below_their_countries_in_the_language_s_order(edition: Make, entry: Entry) -> None:
    entries = [
        later(entry, f"2020-01-0{number}", city=city, country=country and CountryCode(country))
        for number, (city, country) in enumerate(
            [("Zaqatala", "AZ"), ("Gəncə", "AZ"), ("Vienna", "AT"), ("Somewhere", None)], 1
        )
    ]
    (index,) = places.pages(edition(*entries))
    listed = index.context()[2]
    assert [(each.country.text, names(each.places)) for each in listed] == [
        ("Austria", ["Vienna"]),
        ("Azerbaijan", ["Gəncə", "Zaqatala"]),
        ("", ["Somewhere"]),
    ]
    assert len({each.anchor for each in listed}) == 3


def test_topics_stand_in_order_of_number(edition: Make, entry: Entry) -> None:
    made = edition(entry, later(entry, "2021-05-02", topics=("energy",)))
    (index,) = topics.pages(made)
    assert [(line.text, line.meetings, line.years) for line in index.context()[2]] == [
        ("Energy", 2, "2019–2021"),
        ("Regional security", 1, "2019"),
    ]


def test_organisations_stand_in_order_of_name(edition: Make, entry: Entry) -> None:
    made = edition(entry, later(entry, "2021-05-02", parties=("AZ", "EU", "OSCE"), participants=()))
    (index,) = organisations.pages(made)
    assert [(each.text, each.meetings) for each in index.context()[2]] == [
        ("EU", 1),
        ("NATO", 1),
        ("OSCE", 1),
    ]


@pytest.mark.parametrize(("kind", "part"), ONE_OF_EACH + INDEXES)
def test_a_part_that_is_left_out_has_no_pages(
    edition: Make, entry: Entry, kind: ModuleType, part: Part
) -> None:
    assert by_path(kind, edition(entry))
    assert by_path(kind, edition(entry, config=Config(leave_out=frozenset((part,))))) == {}


@pytest.mark.parametrize(("kind", "part"), INDEXES)
def test_an_empty_chronicle_has_empty_indexes(edition: Make, kind: ModuleType, part: Part) -> None:
    (index,) = kind.pages(edition())
    assert index.path == f"{part.value}/index.html"
    assert index.context()[1] == 0


def test_a_page_is_made_anew_when_what_it_shows_changes(edition: Make, entry: Entry) -> None:
    def made_of(*entries: Entry) -> object:
        page = by_path(place, edition(*entries))["places/baku-az/index.html"]
        assert page.ingredients
        return page.ingredients()

    elsewhere = later(entry, "2020-01-01", city="Ganja", participants=(Participant("Some Body"),))
    assert made_of(entry) == made_of(entry, elsewhere)
    assert made_of(entry) != made_of(entry, later(entry, "2020-01-01"))
    assert made_of(entry) != made_of(replace(entry, title="Another title"))
