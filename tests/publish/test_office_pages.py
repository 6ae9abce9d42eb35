"""Pages of offices and their index, the offices on pages of officials and countries, and their data."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from chronicle.config import Config
from chronicle.model import (
    CountryCode,
    Entry,
    OfficialId,
    PartialDate,
    Participant,
    Registered,
    Status,
    WebAddress,
)
from chronicle.publish.data.files import data_files
from chronicle.publish.edition import Edition
from chronicle.publish.page import Count, Link
from chronicle.publish.pages import country, office, offices, official
from chronicle.publish.pages.office import OfficeContext
from chronicle.publish.pages.offices import OfficesContext
from chronicle.publish.urls import ROOT

Make = Callable[..., Edition]
HASANOV = Participant("Zakir Hasanov", "Minister of Defense", "Colonel General", CountryCode("AZ"))
ABIYEV = Participant("Safar Abiyev", "Defence Minister", None, CountryCode("AZ"))
GROSS = Participant("Zacharie Gross", "ambassador", None, CountryCode("FR"))


def met(date: str, *people: Participant, **more: object) -> Entry:
    name = f"{date}-{people[0].name}".replace(" ", "-").lower()
    entry = Entry(name, f"{people[0].name} meets", PartialDate(date), participants=people, parties=("AZ",))
    return replace(entry, **more)  # type: ignore[arg-type]


@pytest.fixture
def some() -> list[Entry]:
    return [
        met("2013-05-07", ABIYEV),
        met("2017-10-24", HASANOV),
        met("2019-11-07", HASANOV, GROSS, occasion="newly appointed", city="Baku", country="AZ"),
        met("2019-12-05", HASANOV),
        met("2020-01-01", replace(HASANOV, name="Ali Ismayilov"), status=Status.PLANNED),
    ]


def page_of(edition: Edition, path: str) -> OfficeContext:
    (page,) = (page for page in office.pages(edition) if page.path == path)
    shown = page.context()
    assert isinstance(shown, OfficeContext)
    return shown


def index_of(edition: Edition) -> list[OfficesContext]:
    shown = [page.context() for page in offices.pages(edition)]
    return [one for one in shown if isinstance(one, OfficesContext)]


def test_an_office_shows_its_holders_the_latest_first_with_the_days_on_which_they_were_seen(
    edition: Make, some: list[Entry]
) -> None:
    page = page_of(edition(*some), "offices/az-minister-of-defense/index.html")
    assert (page.name, page.side.text, page.names) == (
        "Minister of Defense",
        "Azerbaijan",
        ("Defence Minister",),
    )
    assert page.meetings == (4, 1)
    assert [(h.official.text, h.seen, h.days, h.called, h.meetings) for h in page.holders] == [
        ("Zakir Hasanov", "2017–2019", "24 October 2017 – 5 December 2019", "", 3),
        ("Safar Abiyev", "2013", "7 May 2013", "Defence Minister", 1),
        ("Ali Ismayilov", "", "", "", 0),
    ]
    assert [row.date for row in page.rows] == [
        "2020-01-01",
        "2019-12-05",
        "2019-11-07",
        "2017-10-24",
        "2013-05-07",
    ]


def test_an_office_of_many_tells_where_each_was_seen(edition: Make, some: list[Entry]) -> None:
    page = page_of(edition(*some), "offices/fr-ambassador/index.html")
    (gross,) = page.holders
    assert (page.name, page.single) == ("Ambassador", False)
    assert (gross.where, gross.began, gross.ended) == (
        (Link(f"{ROOT}countries/az/", "Azerbaijan"),),
        "7 November 2019",
        "",
    )


def test_the_meetings_of_an_office_come_in_pages_with_the_holders_on_the_first(
    edition: Make, some: list[Entry]
) -> None:
    made = edition(*some, config=Config(page_length=2))
    pages = [page for page in office.pages(made) if page.path.startswith("offices/az-minister-of-defense/")]
    assert [page.path.removeprefix("offices/az-minister-of-defense/") for page in pages] == [
        "index.html",
        "page/2/index.html",
        "page/3/index.html",
    ]
    first, second, _ = (page.context() for page in pages)
    assert isinstance(first, OfficeContext)
    assert isinstance(second, OfficeContext)
    assert len(first.holders) == 3
    assert second.holders == ()


def test_what_a_page_of_an_office_is_made_of_changes_with_any_of_its_meetings(
    edition: Make, some: list[Entry]
) -> None:
    def made_of(entries: list[Entry]) -> list[object]:
        pages = office.pages(edition(*entries, config=Config(page_length=2)))
        return [page.ingredients and page.ingredients() for page in pages if "defense/index" in page.path]

    changed = [
        replace(some[0], city="Ganja"),
        *some[1:],
    ]  # shown on the last page only, but the first has the holders
    assert made_of(some) != made_of(changed)
    assert made_of(some) == made_of(list(reversed(some)))


def test_the_index_has_offices_by_side_with_who_was_last_seen(edition: Make, some: list[Entry]) -> None:
    stoltenberg = Participant("Jens Stoltenberg", "Secretary General", None, None, "NATO")
    other = replace(GROSS, name="Anne Leroy")
    (page,) = index_of(edition(*some, met("2019-01-01", stoltenberg), met("2019-01-02", other)))
    assert [(part.anchor, part.side.text) for part in page.parts] == [
        ("az", "Azerbaijan"),
        ("fr", "France"),
        ("organisation-nato", "NATO"),
    ]
    assert [(line.text, line.meetings, line.latest) for part in page.parts for line in part.offices] == [
        ("Minister of Defense", 4, "Zakir Hasanov, 2017–2019"),
        ("Ambassador", 2, "2 people"),
        ("Secretary General", 1, "Jens Stoltenberg, 2019"),
    ]
    assert [(letter.to.url, letter.to.text) for letter in page.letters] == [
        (f"{ROOT}offices/#az", "A"),
        (f"{ROOT}offices/#fr", "F"),
        (f"{ROOT}offices/#organisation-nato", "N"),
    ]
    assert page.offices == 3


def test_an_index_has_as_many_pages_in_every_language(edition: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """From each there is a link to the same one in the other languages."""
    monkeypatch.setattr(offices, "OFFICES_A_PAGE", 3)
    fields = {"AT": ("trade", "health"), "FR": ("trade", "health"), "DE": ("trade",), "ES": ("trade",)}
    people = [
        Participant(f"{field} of {code}", f"Minister of {field}", None, CountryCode(code))
        for code, some in fields.items()
        for field in some
    ]
    day = met("2019-01-01", *people)
    in_english, in_azerbaijani = index_of(edition(day)), index_of(edition(day, config=Config(language="az")))
    assert [part.anchor for page in in_english for part in page.parts] != [
        part.anchor for page in in_azerbaijani for part in page.parts
    ]
    assert len(in_english) == len(in_azerbaijani) == 2


def test_a_long_index_has_pages_and_countries_lead_to_theirs(
    edition: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offices, "OFFICES_A_PAGE", 10)
    fields = (
        "trade",
        "health",
        "labor",
        "energy",
        "tourism",
        "culture",
        "sports",
        "education",
        "water",
        "justice",
        "mines",
        "roads",
        "ports",
    )
    people = [
        Participant(f"{field} minister", f"Minister of {field}", None, CountryCode("AZ")) for field in fields
    ]
    made = edition(met("2019-01-01", *people), met("2019-01-02", GROSS))
    first, second = index_of(made)
    assert [len(part.offices) for part in first.parts] == [10]
    assert [(part.anchor, len(part.offices)) for part in second.parts] == [("az", 3), ("fr", 1)]
    assert (second.pager.number, second.pager.last, second.pager.newer) == (2, 2, f"{ROOT}offices/")
    assert offices.places(made) == {"az".upper(): f"{ROOT}offices/#az", "FR": f"{ROOT}offices/page/2/#fr"}
    az = next(page.context() for page in country.pages(made) if page.path == "countries/az/index.html")
    assert isinstance(az, country.CountryContext)
    assert len(az.offices) == 12
    assert az.more_offices == Link(f"{ROOT}offices/#az", "All 13 offices")


def test_a_country_names_its_offices_with_the_number_of_meetings(edition: Make, some: list[Entry]) -> None:
    page = next(
        page.context() for page in country.pages(edition(*some)) if page.path == "countries/az/index.html"
    )
    assert isinstance(page, country.CountryContext)
    assert page.offices == (Count(f"{ROOT}offices/az-minister-of-defense/", "Minister of Defense", 4),)
    assert page.more_offices == Link("", "")


def career(edition: Edition, path: str) -> official.OfficialContext:
    shown = next(page.context() for page in official.pages(edition) if page.path == path)
    assert isinstance(shown, official.OfficialContext)
    return shown


def test_an_officials_career_leads_to_the_offices(edition: Make, some: list[Entry]) -> None:
    page = career(edition(*some), "officials/zacharie-gross/index.html")
    (line,) = page.offices
    assert line.role == Link(f"{ROOT}offices/fr-ambassador/", "ambassador")
    assert (line.seen, line.days, line.began) == ("2019", "7 November 2019", "7 November 2019")


def test_what_tells_no_office_leads_nowhere(edition: Make) -> None:
    made = edition(met("2019-01-01", replace(HASANOV, role="former Prime Minister")))
    assert career(made, "officials/zakir-hasanov/index.html").offices[0].role == Link(
        "", "former Prime Minister"
    )


def test_what_the_registry_has_is_linked_and_nothing_of_it_loaded(edition: Make, some: list[Entry]) -> None:
    made = edition(*some)
    one = made.chronicle.officials[OfficialId("zakir-hasanov")]
    known = Registered(
        one.id,
        one.name,
        wikidata="Q1",
        portrait=WebAddress("https://example.org/p.jpg"),
        links=(WebAddress("https://www.mod.example/minister"),),
        note="Minister since 2013.",
    )
    chronicle = replace(made.chronicle, officials={one.id: replace(one, registered=known)})
    pinned = replace(made, chronicle=chronicle)
    page = career(pinned, "officials/zakir-hasanov/index.html")
    assert page.note == "Minister since 2013."
    assert page.elsewhere == (
        Link("https://example.org/p.jpg", "Portrait"),
        Link("https://www.wikidata.org/wiki/Q1", "Wikidata"),
        Link("https://www.mod.example/minister", "mod.example"),
    )
    before, after = (
        [page.ingredients and page.ingredients() for page in official.pages(each) if "hasanov" in page.path]
        for each in (made, pinned)
    )
    assert before != after


def test_the_data_have_every_office_and_every_career(edition: Make, some: list[Entry]) -> None:
    made = edition(*some, config=Config(address="https://example.org/"))
    by_id = {record["id"]: record for record in json.loads(data_files(made)["offices.json"])}
    assert list(by_id) == ["az-minister-of-defense", "fr-ambassador"]
    record = by_id["az-minister-of-defense"]
    assert record["url"] == "https://example.org/offices/az-minister-of-defense/"
    assert [(h["id"], h["first_seen"], h["last_seen"], h["acting"]) for h in record["holders"]] == [
        ("safar-abiyev", "2013-05-07", "2013-05-07", False),
        ("zakir-hasanov", "2017-10-24", "2019-12-05", False),
        ("ali-ismayilov", None, None, False),
    ]
    people = {record["id"]: record for record in json.loads(data_files(made)["officials.json"])}
    assert people["zacharie-gross"]["offices"][0]["newly_appointed"] == "2019-11-07"
    assert people["zakir-hasanov"]["offices"][0]["id"] == "az-minister-of-defense"
    assert people["zakir-hasanov"]["registered"] is None
    assert people["zakir-hasanov"]["meetings"] == [
        m.id for m in made.chronicle.officials[OfficialId("zakir-hasanov")].meetings
    ]
