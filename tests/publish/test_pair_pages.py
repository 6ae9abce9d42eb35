"""Pages of two countries and of two officials, and what leads to them."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from chronicle.config import Config, Part
from chronicle.model import CountryCode, Entry, Kind, OfficialId, PartialDate, Participant, Status
from chronicle.publish.edition import Edition
from chronicle.publish.page import Count, Link, Page
from chronicle.publish.pages import country, country_pair, official, official_pair
from chronicle.publish.pages.country_pair import CountryPairContext
from chronicle.publish.pages.official_pair import OfficialPairContext
from chronicle.publish.together import are_ends_unsure, url_together
from chronicle.publish.urls import ROOT
from tests.conftest import World, files_of

Make = Callable[..., Edition]
HASANOV = Participant("Zakir Hasanov", "Minister of Defense", None, CountryCode("AZ"))
BAGHERI = Participant("Mohammad Bagheri", "Chief of the General Staff", None, CountryCode("IR"))
GROSS = Participant("Zacharie Gross", "ambassador", None, CountryCode("FR"))


def met(date: str, *people: Participant, where: str = "", **more: object) -> Entry:
    """A meeting of some people on a day, named after it."""
    parties = tuple(dict.fromkeys([person.country for person in people if person.country]))
    name = f"{date}-{'-'.join(parties)}".lower()
    entry = Entry(name, f"Talks of {date}", PartialDate(date), participants=people, parties=parties)
    return replace(entry, country=CountryCode(where) if where else None, **more)  # type: ignore[arg-type]


@pytest.fixture
def some() -> list[Entry]:
    """Azerbaijan and Iran: two meetings here, one there, one among three, a call, and one that is off."""
    return [
        met("2011-05-07", HASANOV, BAGHERI, where="AZ", topics=("energy",)),
        met("2013-06-01", HASANOV, BAGHERI, where="IR", topics=("energy", "our own words")),
        met("2013-06-05", HASANOV, BAGHERI, GROSS, where="FR"),
        met("2013-07-05", HASANOV, BAGHERI, kind=Kind.CALL),
        met("2014-01-01", HASANOV, replace(BAGHERI, name="Ali Larijani"), where="AZ"),
        met("2015-01-01", HASANOV, BAGHERI, status=Status.CANCELLED),
    ]


def page_at(pages: Iterable[Page], path: str) -> Page:
    (page,) = [page for page in pages if page.path == path]
    return page


def of_countries(edition: Edition, path: str = "pairs/az-ir/index.html") -> CountryPairContext:
    shown = page_at(country_pair.pages(edition), path).context()
    assert isinstance(shown, CountryPairContext)
    return shown


def of_officials(edition: Edition) -> OfficialPairContext:
    path = "officials/mohammad-bagheri/with/zakir-hasanov/index.html"
    shown = page_at(official_pair.pages(edition), path).context()
    assert isinstance(shown, OfficialPairContext)
    return shown


def made_of(pages: Iterable[Page], path: str) -> object:
    ingredients = page_at(pages, path).ingredients
    assert ingredients
    return ingredients()


# ── two countries ────────────────────────────────────────────────────────────────────────────


def test_two_countries_have_one_page_that_tells_first_latest_and_the_longest_gap(
    edition: Make, some: list[Entry]
) -> None:
    page = of_countries(edition(*some))
    assert (page.name, page.meetings) == ("Azerbaijan – Iran", (5, 1))
    told = page.two.together
    assert told.first.url == f"{ROOT}meetings/2011-05-07-az-ir/"
    assert told.last.url == f"{ROOT}meetings/2014-01-01-az-ir/"  # what was called off isn't the latest
    assert (told.gap.time, told.gap.after.text, told.gap.until.text) == (
        "2 years",
        "7 May 2011",
        "1 June 2013",
    )
    assert told.kinds == (("meeting", 4), ("call", 1))
    assert [row.date for row in page.rows][:2] == ["2015-01-01", "2014-01-01"]


@pytest.mark.parametrize(
    "dates",
    [
        ("2011", "2011-05-07", "2013-06-01"),  # that of 2011 may have been in June
        ("2010-01-01", "2011", "2011-05-07"),
        ("2011-05", "2011-05-07"),
    ],
)
def test_one_of_which_only_the_year_is_known_may_be_the_first_or_the_latest(dates: tuple[str, ...]) -> None:
    assert are_ends_unsure([*map(PartialDate, dates)])


@pytest.mark.parametrize(
    "dates",
    [(), ("2011-05-07", "2013-06-01"), ("2011-05-07", "2011-05-07"), ("2011", "2012-05-07", "2013-06")],
)
def test_where_no_other_may_be_the_first_or_the_latest_they_are_sure(dates: tuple[str, ...]) -> None:
    assert not are_ends_unsure([*map(PartialDate, dates)])


def test_a_page_says_where_the_first_and_the_latest_are_not_sure(world: World) -> None:
    for number, date in enumerate(("2011", "2011-05-07")):
        world.write(
            f"content/meetings/talks-{number}.md",
            f"---\ntitle: Talks\ndate: {date}\nparties: [AZ, IR]\n---\n",
        )
    world.build()
    said = "another may have been the first or the latest"
    assert said in (world.site / "pairs/az-ir/index.html").read_text()


def test_meetings_of_the_two_alone_are_told_from_those_among_more(edition: Make, some: list[Entry]) -> None:
    page = of_countries(edition(*some))
    assert (page.two.alone, page.two.among) == (4, 1)
    credentials = met("2016-01-01", HASANOV, BAGHERI, GROSS, where="AZ", kind=Kind.CREDENTIALS)
    page = of_countries(edition(*some, credentials))
    assert (page.two.alone, page.two.among) == (5, 1)
    page = of_countries(edition(*some, replace(credentials, country=None)))  # who is the host isn't told
    assert (page.two.alone, page.two.among) == (4, 2)


def test_places_tell_who_travelled_and_calls_do_not(edition: Make, some: list[Entry]) -> None:
    territory = of_countries(edition(*some)).two.territory
    assert [(host.place.text, host.alone, host.among, host.times) for host in territory.homes] == [
        ("Azerbaijan", 2, 0, 2),
        ("Iran", 1, 0, 1),
    ]
    assert (territory.elsewhere.times, territory.unknown.times, territory.far) == (1, 0, 1)
    assert territory.others == (Count(f"{ROOT}countries/fr/", "France", 1),)
    assert territory.sentence == "More often in Azerbaijan (2) than in Iran (1)."


@pytest.mark.parametrize(
    ("places", "sentence"),
    [
        (("AZ", "US"), "Once in each of the two."),
        (("US", "US", "AZ", "AZ"), "2 times in each of the two."),
        (("US",), "Once in the United States, never in Azerbaijan."),
        (("US", "US"), "2 times in the United States, never in Azerbaijan."),
        (("AZ", "US", "US"), "More often in the United States (2) than in Azerbaijan (1)."),
        (("FR",), "In neither of the two."),
        (("FR", ""), ""),
        (("US", ""), ""),
        (("AZ", "US", "US", ""), ""),
        (("AZ", "US", "US", "US", ""), "More often in the United States (3) than in Azerbaijan (1)."),
        (("", ""), ""),
    ],
)
def test_a_sentence_says_who_was_the_host_more_often(
    edition: Make, places: tuple[str, ...], sentence: str
) -> None:
    guest = replace(BAGHERI, country=CountryCode("US"))
    entries = [met(f"20{10 + at}-01-01", HASANOV, guest, where=place) for at, place in enumerate(places)]
    assert of_countries(edition(*entries), "pairs/az-us/index.html").two.territory.sentence == sentence


def test_years_without_a_meeting_are_shown_and_lead_nowhere(edition: Make, some: list[Entry]) -> None:
    years = of_countries(edition(*some)).two.together.years
    assert years == (
        Count(f"{ROOT}2011/", "2011", 1),
        Count("", "2012", 0),
        Count(f"{ROOT}2013/", "2013", 3),
        Count(f"{ROOT}2014/", "2014", 1),
    )


def test_topics_are_told_by_year_the_latest_first(edition: Make, some: list[Entry]) -> None:
    topics = of_countries(edition(*some)).two.together.topics
    assert [(of.year.text, of.meetings, [topic.text for topic in of.topics]) for of in topics] == [
        ("2013", 3, ["Energy", "our own words"]),
        ("2011", 1, ["Energy"]),
    ]


def test_people_of_each_side_and_who_met_whom_lead_to_their_meetings(
    edition: Make, some: list[Entry]
) -> None:
    two = of_countries(edition(*some)).two
    azerbaijan, iran = two.sides
    assert azerbaijan.officials == (Count(f"{ROOT}officials/zakir-hasanov/", "Zakir Hasanov", 5),)
    assert [count.text for count in iran.officials] == ["Mohammad Bagheri", "Ali Larijani"]
    assert azerbaijan.offices == (Count(f"{ROOT}offices/az-minister-of-defense/", "Minister of Defense", 5),)
    assert two.met == (
        Count(f"{ROOT}officials/mohammad-bagheri/with/zakir-hasanov/", "Zakir Hasanov – Mohammad Bagheri", 4),
        Count(f"{ROOT}meetings/2014-01-01-az-ir/", "Zakir Hasanov – Ali Larijani", 1),
    )


def test_only_the_first_of_several_pages_tells_more_than_meetings(edition: Make, some: list[Entry]) -> None:
    made = edition(*some, config=Config(page_length=4))
    first, second = of_countries(made), of_countries(made, "pairs/az-ir/page/2/index.html")
    assert first.two.met
    assert second.two == country_pair.NOTHING_YET
    assert (second.pager.number, second.pager.last, len(second.rows)) == (2, 2, 2)


def test_two_that_only_planned_to_meet_have_a_page_without_facts(edition: Make) -> None:
    page = of_countries(edition(met("2011-05-07", HASANOV, BAGHERI, status=Status.PLANNED)))
    assert page.meetings == (0, 1)
    assert page.two.together.first == Link("", "")
    assert page.two.together.years == ()


def test_meetings_without_a_date_are_counted_and_told(edition: Make, some: list[Entry]) -> None:
    undated = replace(some[0], id="undated", date=None, title="Some talks")
    told = of_countries(edition(*some, undated)).two.together
    assert told.undated == 1
    assert told.first.url == f"{ROOT}meetings/2011-05-07-az-ir/"


# ── two officials ────────────────────────────────────────────────────────────────────────────


def test_two_officials_that_met_twice_have_a_page_with_their_offices(
    edition: Make, some: list[Entry]
) -> None:
    page = of_officials(edition(*some))
    assert (page.name, page.meetings) == ("Mohammad Bagheri – Zakir Hasanov", (4, 1))
    assert page.countries.url == f"{ROOT}pairs/az-ir/"
    bagheri, hasanov = page.two.people
    assert [(held.role.text, held.side.text, held.seen, held.meetings) for held in bagheri.offices] == [
        ("Chief of the General Staff", "Iran", "2011–2013", 4)
    ]
    assert hasanov.offices[0].role.url == f"{ROOT}offices/az-minister-of-defense/"
    assert [(host.place.text, host.whose, host.times) for host in page.two.territory.homes] == [
        ("Iran", "Mohammad Bagheri", 1),
        ("Azerbaijan", "Zakir Hasanov", 1),
    ]
    paths = [page.path for page in official_pair.pages(edition(*some))]
    assert paths == ["officials/mohammad-bagheri/with/zakir-hasanov/index.html"]


def test_an_official_of_an_organisation_has_no_home(edition: Make) -> None:
    rutte = Participant("Mark Rutte", "Secretary General", None, None, "NATO")
    entries = [met("2024-10-07", HASANOV, rutte, where="AZ"), met("2025-01-07", HASANOV, rutte, where="BE")]
    (page,) = official_pair.pages(edition(*entries))
    shown = page.context()
    assert isinstance(shown, OfficialPairContext)
    assert [host.place.text for host in shown.two.territory.homes] == ["Azerbaijan"]
    assert shown.two.territory.sentence == ""
    assert shown.countries == Link("", "")


def test_two_that_met_once_are_led_to_that_meeting(edition: Make, some: list[Entry]) -> None:
    made = edition(*some)
    views, (one, *_) = made.views, made.chronicle.meetings
    hasanov, gross, bagheri = map(OfficialId, ("zakir-hasanov", "zacharie-gross", "mohammad-bagheri"))
    assert url_together(hasanov, gross, [one], views) == f"{ROOT}meetings/{one.id}/"
    pair = f"{ROOT}officials/mohammad-bagheri/with/zakir-hasanov/"
    assert url_together(hasanov, bagheri, [one], views) == url_together(bagheri, hasanov, [], views) == pair
    assert url_together(hasanov, gross, [], views) == ""


# ── what leads to them, and what they are made of ────────────────────────────────────────────


def test_met_most_often_leads_to_the_meetings_of_the_two(edition: Make, some: list[Entry]) -> None:
    made = edition(*some)
    one = page_at(official.pages(made), "officials/zakir-hasanov/index.html").context()
    assert isinstance(one, official.OfficialContext)
    assert [(count.url.removeprefix(ROOT), count.meetings) for count in one.met] == [
        ("officials/mohammad-bagheri/with/zakir-hasanov/", 4),
        ("meetings/2014-01-01-az-ir/", 1),
        ("meetings/2013-06-05-az-ir-fr/", 1),
    ]
    whole = page_at(country.pages(made), "countries/az/index.html").context()
    assert isinstance(whole, country.CountryContext)
    assert [(count.url.removeprefix(ROOT), count.text, count.meetings) for count in whole.partners] == [
        ("pairs/az-ir/", "Iran", 5),
        ("pairs/az-fr/", "France", 1),
    ]


def test_a_country_tells_who_came_and_where_its_people_went(edition: Make, some: list[Entry]) -> None:
    made = edition(*some, met("2016-01-01", HASANOV, GROSS, where="AZ", kind=Kind.CREDENTIALS))
    shown = page_at(country.pages(made), "countries/az/index.html").context()
    assert isinstance(shown, country.CountryContext)
    assert [(count.text, count.meetings) for count in shown.guests] == [("Iran", 2)]
    assert [(count.text, count.meetings) for count in shown.abroad] == [("France", 1), ("Iran", 1)]
    assert [(count.text, count.meetings) for count in shown.topics] == [("Energy", 2), ("our own words", 1)]


def test_those_who_hand_over_credentials_on_one_day_met_their_host_and_not_one_another(edition: Make) -> None:
    envoy = Participant("Hans Weber", "ambassador", None, CountryCode("DE"))
    day = met("2019-11-07", HASANOV, GROSS, envoy, where="AZ", kind=Kind.CREDENTIALS)
    made = edition(day)
    guest = page_at(official.pages(made), "officials/zacharie-gross/index.html").context()
    assert [count.text for count in guest.met] == ["Zakir Hasanov"]  # type: ignore[attr-defined]
    sends = page_at(country.pages(made), "countries/fr/index.html").context()
    assert [count.text for count in sends.partners] == ["Azerbaijan"]  # type: ignore[attr-defined]
    host = page_at(country.pages(made), "countries/az/index.html").context()
    assert {count.text for count in host.partners} == {"France", "Germany"}  # type: ignore[attr-defined]


def test_a_site_without_pages_of_two_leads_to_countries_and_people(edition: Make, some: list[Entry]) -> None:
    without = frozenset((Part.COUNTRY_PAIRS, Part.OFFICIAL_PAIRS, Part.TOPICS, Part.OFFICES))
    made = edition(*some, config=Config(leave_out=without))
    assert [*country_pair.pages(made), *official_pair.pages(made)] == []
    one = page_at(official.pages(made), "officials/zakir-hasanov/index.html").context()
    assert isinstance(one, official.OfficialContext)
    assert one.met[0].url == f"{ROOT}officials/mohammad-bagheri/"
    assert (one.topics, one.offices[0].role) == ((), Link("", "Minister of Defense"))
    shown = page_at(country.pages(made), "countries/az/index.html").context()
    assert isinstance(shown, country.CountryContext)
    assert [count.url for count in shown.partners] == [f"{ROOT}countries/ir/", f"{ROOT}countries/fr/"]
    assert (shown.topics, shown.offices) == ((), ())


def test_a_page_is_made_anew_when_two_of_its_people_get_a_page(edition: Make, some: list[Entry]) -> None:
    """They meet a second time, at a meeting that isn't told to be one of their two countries."""
    path = "pairs/az-fr/index.html"
    before = edition(*some)
    assert of_countries(before, path).two.met[0].url == f"{ROOT}meetings/2013-06-05-az-ir-fr/"
    after = edition(*some, met("2019-01-01", HASANOV, GROSS, parties=("NATO",)))
    pair = f"{ROOT}officials/zacharie-gross/with/zakir-hasanov/"
    assert of_countries(after, path).two.met[0].url == pair
    assert made_of(country_pair.pages(before), path) != made_of(country_pair.pages(after), path)
    other = edition(*some, met("2019-01-01", HASANOV, BAGHERI))
    assert made_of(country_pair.pages(before), path) == made_of(country_pair.pages(other), path)


EDITS: tuple[Callable[[World], object], ...] = (
    lambda world: edit(world, "2013-06-01-b", "country: IR", "country: AZ"),
    lambda world: edit(world, "2013-06-01-b", "status: held", "status: planned"),
    lambda world: edit(world, "2011-05-07-a", "Minister of Defense", "Foreign Minister"),
    lambda world: edit(world, "2011-05-07-a", "energy", "Our Own words"),
    lambda world: edit(world, "2014-01-01-c", "Our own words", "energy"),
    lambda world: edit(world, "2014-01-01-c", "Zacharie Gross", "Mohammad Bagheri"),
    lambda world: edit(world, "2014-01-01-c", "date: 2014-01-01", "date: 2009"),
    lambda world: (world.content / "meetings/2011/2011-05-07-a.md").unlink(),
)


def edit(world: World, name: str, old: str, new: str) -> None:
    """Change some words of an entry."""
    path = world.content / "meetings" / name[:4] / f"{name}.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("change", EDITS)
def test_pages_of_two_follow_every_edit_as_a_clean_build_has_them(
    world: World, change: Callable[[World], object]
) -> None:
    people = "[{name: Zakir Hasanov, role: Minister of Defense, country: AZ}, {name: %s, country: %s}]"
    for name, guest, code, where, topics in (
        ("2011-05-07-a", "Mohammad Bagheri", "IR", "AZ", "[energy]"),
        ("2013-06-01-b", "Mohammad Bagheri", "IR", "IR", "[energy, our own words]"),
        ("2014-01-01-c", "Zacharie Gross", "FR", "FR", "[Our own words]"),
    ):
        fields = {"date": name[:10], "status": "held", "country": where, "topics": topics}
        world.entry(name, parties=f"[AZ, {code}]", participants=people % (guest, code), **fields)
    world.build()
    before = files_of(world.site)
    assert "pairs/az-ir/index.html" in before
    assert "officials/mohammad-bagheri/with/zakir-hasanov/index.html" in before
    change(world)
    world.build()
    after = files_of(world.site)
    assert after != before
    assert after == world.clean_site()
