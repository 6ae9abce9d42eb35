"""Pages of officials, and their index."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from chronicle.model import CountryCode, Entry, Kind, PartialDate, Participant
from chronicle.publish.edition import Edition
from chronicle.publish.page import Count
from chronicle.publish.pages import country, official, officials
from chronicle.publish.pages.country import CountryContext
from chronicle.publish.pages.official import OfficialContext
from chronicle.publish.pages.officials import OfficialsContext
from chronicle.publish.urls import ROOT

Make = Callable[..., Edition]
HASANOV = Participant("Zakir Hasanov", "Minister of Defense", None, CountryCode("AZ"))


def named(name: str) -> Participant:
    return Participant(name, "President", None, CountryCode("IR"))


def index_of(edition: Edition) -> list[OfficialsContext]:
    shown = [page.context() for page in officials.pages(edition)]
    return [one for one in shown if isinstance(one, OfficialsContext)]


def page_of(edition: Edition, name: str) -> OfficialContext:
    (page,) = [page for page in official.pages(edition) if page.path == f"officials/{name}/index.html"]
    shown = page.context()
    assert isinstance(shown, OfficialContext)
    return shown


def crowd(*names: str) -> Entry:
    people = tuple([named(name) for name in names])
    return Entry("talks", "Talks", PartialDate("2019-11-07"), participants=people, parties=("IR", "AZ"))


def test_every_letter_of_the_index_is_reached_from_each_of_its_pages(
    edition: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(officials, "NAMES_A_PAGE", 4)
    first, second = index_of(
        edition(crowd("Ali Abadi", "Amir Bari", "Babak Cami", "Darius Dani", "Dara Emami", "Esma Fani"))
    )
    assert [(part.letter, len(part.officials)) for part in first.parts] == [("A", 2), ("B", 1)]
    assert [(part.letter, part.anchor) for part in second.parts] == [("D", "d"), ("E", "e")]
    links = [(letter.to.url.removeprefix(ROOT), letter.to.text) for letter in first.letters]
    assert links == [
        ("officials/#a", "A"),
        ("officials/#b", "B"),
        ("officials/page/2/#d", "D"),
        ("officials/page/2/#e", "E"),
    ]
    assert [letter.here for letter in first.letters] == [True, True, False, False]
    assert [letter.to for letter in second.letters] == [letter.to for letter in first.letters]
    assert second.officials == 6
    assert (second.pager.newer, second.pager.older) == (f"{ROOT}officials/", "")


def test_an_index_of_one_letter_and_one_of_nobody_have_no_letters(edition: Make) -> None:
    (page,) = index_of(edition(crowd("Ali Abadi", "Amir Bari")))
    assert page.letters == ()
    (page,) = index_of(edition())
    assert (page.letters, page.parts, page.officials) == ((), (), 0)


def talks(day: str, **more: object) -> Entry:
    people = (HASANOV, named("Ali Abadi"))
    entry = Entry(day, f"Talks of {day}", PartialDate(day), participants=people, parties=("AZ", "IR"))
    return replace(entry, **more)  # type: ignore[arg-type]


def test_an_official_has_places_topics_and_years(edition: Make) -> None:
    baku = {"city": "Baku", "country": CountryCode("AZ")}
    made = edition(
        talks("2017-10-24", topics=("energy",), **baku),
        talks("2019-11-07", topics=("energy", "sport"), **baku),
        talks("2019-12-07", kind=Kind.CALL, city="Tehran", country=CountryCode("IR")),
    )
    page = page_of(made, "zakir-hasanov")
    assert [(count.text, count.meetings) for count in page.places] == [("Baku", 2)]  # nobody goes to a call
    assert page.places[0].url.startswith(f"{ROOT}places/")
    assert [(count.text, count.meetings) for count in page.topics] == [("Energy", 2), ("sport", 1)]
    assert [(count.text, count.meetings) for count in page.years] == [("2017", 1), ("2018", 0), ("2019", 2)]


def test_one_meeting_makes_no_chart(edition: Make) -> None:
    page = page_of(edition(crowd("Ali Abadi")), "ali-abadi")
    assert (page.years, page.met, page.places, page.topics) == ((), (), (), ())


def test_a_country_of_many_officials_folds_the_rest_away(edition: Make) -> None:
    names = [f"{chr(65 + at)}li Abadi" for at in range(26)]
    made = edition(crowd(*names))
    (page,) = [page for page in country.pages(made) if page.path == "countries/ir/index.html"]
    shown = page.context()
    assert isinstance(shown, CountryContext)
    assert (len(shown.officials), len(shown.more_officials)) == (24, 2)
    assert shown.officials[0] == Count(f"{ROOT}officials/ali-abadi/", "Ali Abadi", 1)
