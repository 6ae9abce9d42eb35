"""The pages of charts: statistics, years in numbers, country pairs, the network, the map, timelines."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from chronicle.config import Config, Part
from chronicle.model import CountryCode, Entry, Kind, OfficialId, PartialDate, Participant, Status
from chronicle.publish.charts.fan import NO_FAN
from chronicle.publish.edition import Edition
from chronicle.publish.met import most_met
from chronicle.publish.page import Page
from chronicle.publish.pages import (
    country,
    network,
    office,
    official,
    pairs,
    statistics,
    world,
    year_statistics,
)
from chronicle.publish.urls import path_of

Make = Callable[..., Edition]
Pages = Callable[[Edition], Iterator[Page]]

HASANOV = Participant("Zakir Hasanov", "Minister of Defense", None, CountryCode("AZ"))
ABIYEV = Participant("Safar Abiyev", "Minister of Defense", None, CountryCode("AZ"))
BAGHERI = Participant("Mohammad Bagheri", "Chief of General Staff", None, CountryCode("IR"))
AKAR = Participant("Hulusi Akar", "Minister of National Defense", None, CountryCode("TR"))
GROSS = Participant("Zacharie Gross", "Ambassador", None, CountryCode("FR"))


def talks(day: str | None, *parties: str, people: tuple[Participant, ...] = (), **more: object) -> Entry:
    names = "-".join(person.name.split()[-1] for person in people)
    return Entry(
        f"{day}-{'-'.join(parties)}-{names}".lower(),
        "Talks",
        date=PartialDate(day) if day else None,
        parties=parties,
        participants=people,
        **more,
    )


def only(pages: Pages, edition: Edition, path: str = "") -> Any:  # noqa: ANN401  of any page kind
    """What the page of a path shows; without a path, the only one."""
    (page,) = [page for page in pages(edition) if not path or page.path == path]
    return page.context()


@pytest.fixture
def made(edition: Make) -> Edition:
    az, ir = CountryCode("AZ"), CountryCode("IR")
    return edition(
        talks("2012-03-01", "AZ", "IR", people=(ABIYEV, BAGHERI), country=az, city="Baku"),
        talks("2019-11-07", "AZ", "IR", people=(HASANOV, BAGHERI), country=az, topics=("energy",)),
        talks("2019-11-07", "AZ", "TR", people=(HASANOV, AKAR), country=az, topics=("energy", "own words")),
        talks("2019-11", "AZ", "TR", people=(HASANOV, AKAR), country=az, kind=Kind.CALL),
        talks("2020", "AZ", "FR", people=(HASANOV, GROSS), country=CountryCode("FR")),
        talks("2020-01-02", "AZ", "SU", country=ir),
        talks("2020-05-01", "AZ", "FR", people=(HASANOV, GROSS), status=Status.CANCELLED, country=az),
        talks(None, "FR", "TR"),
    )


# ── statistics ───────────────────────────────────────────────────────────────────────────────


def test_years_stand_without_gaps_and_only_what_took_place_counts(made: Edition) -> None:
    page = only(statistics.pages, made)
    assert [(count.text, count.meetings) for count in page.by_year] == [
        ("2012", 1),
        *[(str(year), 0) for year in range(2013, 2019)],
        ("2019", 3),
        ("2020", 2),
    ]
    assert not page.by_year[1].url
    assert page.by_year[0].url.endswith("statistics/2012/")
    assert (page.meetings.held, page.meetings.others) == (7, 1)


def test_a_months_cell_counts_its_meetings_and_a_years_row_those_without_a_month_too(made: Edition) -> None:
    page = only(statistics.pages, made)
    newest, before, oldest = page.years
    assert [row.link.text for row in page.years] == ["2020", "2019", "2012"]
    assert before.months[10].meetings == 3
    assert before.months[10].url.endswith("2019/11/")
    assert sum(month.meetings for month in newest.months) == 1
    assert newest.meetings == 2
    assert [month.step for month in oldest.months] == [0, 0, 1, *[0] * 9]
    assert page.by_month.number == 12 * 9


def test_kinds_statuses_and_precision_add_up(made: Edition) -> None:
    page = only(statistics.pages, made)
    assert [(count.text, count.meetings) for count in page.kinds] == [("meeting", 6), ("call", 1)]
    assert sum(count.meetings for count in page.statuses) == 8
    assert [count.meetings for count in page.precision] == [5, 1, 1, 1]


def test_topics_come_with_those_of_most_meetings_first_and_in_their_own_words(made: Edition) -> None:
    page = only(statistics.pages, made)
    assert [(trend.link.text.lower(), trend.meetings) for trend in page.topics] == [
        ("energy", 2),
        ("own words", 1),
    ]
    assert [(row.year, row.numbers) for row in page.topic_years] == [
        ("2020", (0, 0)),
        ("2019", (2, 1)),
        ("2012", (0, 0)),
    ]


def test_a_year_in_numbers_has_its_days(made: Edition) -> None:
    page = only(year_statistics.pages, made, "statistics/2019/index.html")
    november = page.months[10]
    assert november.meetings == 3
    (day,) = [day for month in page.months for day in month.days if day.cell.meetings]
    assert (day.cell.day, day.cell.meetings, day.link.text) == (7, 2, "7 November 2019")
    assert day.link.url.endswith("2019/11/07/")
    assert (page.previous.text, page.following.text) == ("2012", "2020")
    assert page.countries[0].text == "Azerbaijan"


def test_where_days_have_no_pages_their_cells_lead_to_the_month(edition: Make) -> None:
    config = Config(leave_out=frozenset({Part.DAYS}))
    made = edition(talks("2019-11-07", "AZ", "IR"), config=config)
    page = only(year_statistics.pages, made)
    (link,) = [day.link for month in page.months for day in month.days if day.cell.meetings]
    assert link.url.endswith("2019/11/")
    assert link.text == "7 November 2019"


# ── pairs ────────────────────────────────────────────────────────────────────────────────────


def test_the_matrix_has_each_pair_twice_and_leads_to_it(made: Edition) -> None:
    page = only(pairs.pages, made)
    names = [row.country.text for row in page.matrix.rows]
    assert names[0] == "Azerbaijan"
    cells = {
        (row.country.text, other): cell
        for row in page.matrix.rows
        for other, cell in zip(names, row.cells, strict=True)
    }
    assert cells["Azerbaijan", "Iran"] == cells["Iran", "Azerbaijan"]
    assert cells["Azerbaijan", "Iran"].meetings == 2
    assert cells["Azerbaijan", "Iran"].url.endswith("pairs/az-ir/")
    assert cells["Azerbaijan", "Azerbaijan"] is None
    assert cells["Iran", "Türkiye"].meetings == 0
    assert cells["Azerbaijan", "France"].meetings == 1


def test_all_pairs_stand_under_both_countries(made: Edition) -> None:
    page = only(pairs.pages, made)
    listed = {
        each.country.text: [(pair.text, pair.meetings) for pair in each.partners] for each in page.partners
    }
    assert listed["Iran"] == [("Azerbaijan", 2)]
    assert listed["France"] == [("Azerbaijan", 1), ("Türkiye", 1)]
    assert list(listed) == sorted(listed)
    assert page.pairs == 5


def test_a_long_list_of_pairs_goes_on_and_none_is_lost(
    made: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairs, "PAIRS_A_PAGE", 4)
    contexts = [page.context() for page in pairs.pages(made)]
    assert [context[-1].number for context in contexts] == [1, 2, 3]
    assert sum(len(each.partners) for context in contexts for each in context[-2]) == 2 * 5
    assert contexts[0][3].rows
    assert not contexts[1][3].rows


# ── network ──────────────────────────────────────────────────────────────────────────────────


def test_countries_stand_around_the_ring_from_west_to_east_and_vanished_ones_last(made: Edition) -> None:
    page = only(network.pages, made)
    assert [node.text for node in page.countries.ring.nodes] == [
        "France",
        "Türkiye",
        "Azerbaijan",
        "Iran",
        "Soviet Union",
    ]
    best = page.countries.ring.edges[0]
    assert (best.text, best.meetings) == ("Azerbaijan – Iran", 2)
    assert page.countries.all_edges == 5


def test_officials_who_met_twice_are_joined(made: Edition) -> None:
    page = only(network.pages, made)
    (edge,) = page.officials.ring.edges
    assert {node.text for node in page.officials.ring.nodes} == {"Zakir Hasanov", "Hulusi Akar"}
    assert edge.meetings == 2
    assert edge.url.endswith("officials/hulusi-akar/with/zakir-hasanov/")


def test_without_pages_of_pairs_the_curves_lead_nowhere(edition: Make) -> None:
    config = Config(leave_out=frozenset({Part.COUNTRY_PAIRS}))
    made = edition(talks("2019-11-07", "AZ", "IR"), config=config)
    assert [edge.url for edge in only(network.pages, made).countries.ring.edges] == [""]
    assert list(pairs.pages(made)) == []


# ── map ──────────────────────────────────────────────────────────────────────────────────────


def test_the_map_counts_who_took_part_and_where(made: Edition) -> None:
    page = only(world.pages, made)
    numbers = {each.country.text: (each.meetings, each.hosted) for each in page.listed}
    assert numbers["Azerbaijan"] == (6, 3), "a call takes place nowhere"
    assert numbers["Iran"] == (2, 1)
    assert numbers["Türkiye"] == (3, 0)
    assert [each.country.text for each in page.listed if not each.drawn] == ["Soviet Union"]
    assert page.nowhere == 1


def test_an_empty_chronicle_has_its_pages_without_charts(edition: Make) -> None:
    empty = edition()
    assert only(statistics.pages, empty).years == ()
    assert list(year_statistics.pages(empty)) == []
    assert only(pairs.pages, empty).matrix.rows == ()
    assert only(network.pages, empty).countries.ring.nodes == ()
    assert only(world.pages, empty).listed == ()


@pytest.mark.parametrize(
    ("part", "pages"),
    [
        (Part.STATISTICS, statistics.pages),
        (Part.STATISTICS, year_statistics.pages),
        (Part.COUNTRY_PAIRS, pairs.pages),
        (Part.NETWORK, network.pages),
        (Part.MAP, world.pages),
    ],
)
def test_a_part_that_is_left_out_has_no_page(edition: Make, part: Part, pages: Pages) -> None:
    config = Config(leave_out=frozenset({part}))
    assert list(pages(edition(talks("2019-11-07", "AZ", "IR"), config=config))) == []


# ── offices over time, those around an official ──────────────────────────────────────────────


def test_an_office_shows_its_holders_over_time_the_latest_first(made: Edition) -> None:
    page = only(office.pages, made, "offices/az-minister-of-defense/index.html")
    assert [holder.official.text for holder in page.holders] == ["Zakir Hasanov", "Safar Abiyev"]
    (new,), (old,) = (holder.drawn for holder in page.holders)
    assert (new.told, old.told) == ("2019–2020", "2012")
    assert old.left + old.width < new.left
    assert page.ticks[0].text == "2012"


def test_one_holder_makes_no_timeline(made: Edition) -> None:
    (page,) = [page.context() for page in office.pages(made) if page.path.startswith("offices/tr-")]
    assert [holder.drawn for holder in page.holders] == [()]
    assert page.ticks == ()


def test_several_holders_in_one_year_make_no_timeline(edition: Make) -> None:
    made = edition(
        talks("2019-03-01", "AZ", "IR", people=(ABIYEV, BAGHERI)),
        talks("2019-11-07", "AZ", "IR", people=(HASANOV, BAGHERI)),
    )
    page = only(office.pages, made, "offices/az-minister-of-defense/index.html")
    assert [holder.drawn for holder in page.holders] == [(), ()]


def test_the_offices_of_an_official_are_drawn_beside_their_lines(edition: Make) -> None:
    speaker, envoy = (replace(HASANOV, role=role) for role in ("Speaker", "Envoy"))
    made = edition(
        talks("2012-03-01", "AZ", "IR", people=(HASANOV, BAGHERI)),
        talks("2019-11-07", "AZ", "IR", people=(speaker, BAGHERI)),
        talks("2021-11-07", "AZ", "IR", people=(envoy, BAGHERI), status=Status.CANCELLED),
    )
    page = only(official.pages, made, "officials/zakir-hasanov/index.html")
    lines = {
        line.role.text: (line.seen, line.held, [each.told for each in line.drawn]) for line in page.offices
    }
    assert lines == {
        "Envoy": ("", 0, []),
        "Speaker": ("2019", 1, ["2019"]),
        "Minister of Defense": ("2012", 1, ["2012"]),
    }


def test_a_country_shows_its_offices_over_time_with_their_holders(edition: Make) -> None:
    speaker = Participant("Sahiba Gafarova", "Speaker of the Parliament", None, CountryCode("AZ"))
    made = edition(
        talks("2012-03-01", "AZ", "IR", people=(ABIYEV, BAGHERI)),
        talks("2019-11-07", "AZ", "IR", people=(HASANOV, BAGHERI)),
        talks("2021-11-07", "AZ", "IR", people=(speaker, BAGHERI)),
    )
    lanes = only(country.pages, made, "countries/az/index.html").office_timeline.lanes
    assert [[each.link.text for each in lane.stretches] for lane in lanes] == [
        ["Safar Abiyev", "Zakir Hasanov"],
        ["Sahiba Gafarova"],
    ]


def test_those_around_an_official_stand_by_side_with_those_met_most_often_first(edition: Make) -> None:
    guests = [
        Participant(name, "Envoy", None, CountryCode(code))
        for name, code in (("Ana Silva", "PT"), ("Rui Costa", "PT"), ("Jan Novak", "CZ"), ("Ivo Horak", "CZ"))
    ]
    met = [BAGHERI, *guests, guests[2]]
    days = [f"2019-01-{day:02}" for day in range(1, len(met) + 1)]
    made = edition(*[talks(day, people=(HASANOV, other)) for day, other in zip(days, met, strict=True)])
    page = only(official.pages, made, "officials/zakir-hasanov/index.html")
    assert [(met.text, met.meetings) for met in page.around.met] == [
        ("Czechia", 0),
        ("Jan Novak", 2),
        ("Ivo Horak", 1),
        ("Portugal", 0),
        ("Ana Silva", 1),
        ("Rui Costa", 1),
        ("Iran", 0),
        ("Mohammad Bagheri", 1),
    ]
    assert page.around.met[1].url.endswith("officials/jan-novak/with/zakir-hasanov/")
    assert {met.url: met.meetings for met in page.around.met if met.path} == {
        met.url: met.meetings for met in page.met
    }


def test_one_who_acted_for_two_sides_is_one_of_those_met(edition: Make) -> None:
    made = edition(*[talks(f"2019-01-0{day}", people=(HASANOV, BAGHERI)) for day in (1, 2)])
    own = made.chronicle.officials[OfficialId("zakir-hasanov")]
    before, after = own.meetings
    attendees = [
        a if a.official == own.id else replace(a, country=CountryCode("TR")) for a in after.attendees
    ]
    moved = replace(own, meetings=(before, replace(after, attendees=tuple(attendees))))
    (met,) = most_met(moved, made.views)
    assert (met.side, met.beside.text, met.beside.meetings) == ("TR", "Mohammad Bagheri", 2)


def test_envoys_who_present_credentials_on_one_day_didnt_meet_one_another(edition: Make) -> None:
    az = CountryCode("AZ")
    codes = ("PT", "CZ", "FR", "DE", "IT", "ES")
    envoys = [Participant(f"Ana {code}", "Ambassador", None, CountryCode(code)) for code in codes]
    host = Participant("Ilham Aliyev", "President", None, az)
    day = talks("2019-01-01", "AZ", *codes, people=(host, *envoys), kind=Kind.CREDENTIALS, country=az)
    made = edition(day, talks("2019-02-01", people=(host, envoys[0])))
    drawn = {page.path: page.context().around for page in official.pages(made)}
    assert len([met for met in drawn["officials/ilham-aliyev/index.html"].met if met.path]) == len(codes)
    assert drawn["officials/ana-pt/index.html"] == NO_FAN


def test_too_few_met_make_no_drawing(made: Edition) -> None:
    assert only(official.pages, made, "officials/zakir-hasanov/index.html").around == NO_FAN


def test_numbers_of_a_page_are_of_its_ingredients(edition: Make) -> None:
    """A page is made again when a meeting that it counts is another."""
    entries = [talks("2019-11-07", "AZ", "IR"), talks("2020-11-07", "AZ", "TR")]
    for pages in (statistics.pages, pairs.pages, network.pages, world.pages):
        before = [page.ingredients() for page in pages(edition(*entries)) if page.ingredients]
        after = [page.ingredients() for page in pages(edition(*entries[:1])) if page.ingredients]
        assert before
        assert before != after


def test_counts_lead_to_pages_that_are_there(made: Edition) -> None:
    places = {page.path for pages in (statistics.pages, year_statistics.pages) for page in pages(made)}
    linked = {path_of(count.url) for count in only(statistics.pages, made).by_year if count.url}
    assert linked
    assert linked <= places
