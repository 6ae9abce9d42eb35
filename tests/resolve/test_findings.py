"""What can't be, or hardly; and what can, and so isn't listed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.lexicon.words import load_words
from chronicle.model import (
    Basis,
    CountryCode,
    Entry,
    Evidence,
    Finding,
    Kind,
    OfficialId,
    PartialDate,
    Participant,
    Registered,
    Registry,
    Status,
)
from chronicle.resolve import resolve
from chronicle.resolve.findings import findings
from chronicle.resolve.findings.persons import steps

HASANOV = Participant("Zakir Hasanov", "Minister of Defense", "Colonel General", CountryCode("AZ"))
ABIYEV = Participant("Safar Abiyev", "Defence Minister", None, CountryCode("AZ"))
GROSS = Participant("Zacharie Gross", "ambassador", None, CountryCode("FR"))


def met(day: str, *people: Participant, city: str = "", country: str = "", **more: object) -> Entry:
    """An entry on a meeting on a day at a place."""
    entry = Entry(
        f"{day}-{'-'.join(p.name for p in people)}-{city}".replace(" ", "-").lower(),
        "They meet",
        PartialDate(day),
        city=city or None,
        country=CountryCode(country) if country else None,
        participants=people,
    )
    return replace(entry, **more)  # type: ignore[arg-type]


NAMES = [
    f"{first} {last}"
    for first in ("Anna", "Berta", "Carla", "Dora", "Emma", "Frida", "Greta")
    for last in ("Abiyev", "Babayev", "Valiyev", "Guliyev", "Mammadov", "Hasanov", "Karimov")
]


def found(*entries: Entry) -> list[tuple[str, str]]:
    return [(finding.kind, finding.what) for finding in findings(resolve(entries))]


# ── two holders ──────────────────────────────────────────────────────────────────────────────


def test_two_who_have_an_office_by_turns_within_weeks_are_listed() -> None:
    (finding,) = findings(
        resolve([met("2014-03-01", HASANOV), met("2014-03-20", ABIYEV), met("2014-04-01", HASANOV)])
    )
    assert finding.kind == "two holders of one office"
    assert finding.what == (
        "Minister of Defense, Azerbaijan: "
        "Safar Abiyev is seen in this office between two meetings of Zakir Hasanov in it."
    )
    assert finding.evidence == (
        ("2014-03-01-zakir-hasanov-", "2014-03-01, Zakir Hasanov, Minister of Defense, Azerbaijan"),
        ("2014-03-20-safar-abiyev-", "2014-03-20, Safar Abiyev, Defence Minister, Azerbaijan"),
        ("2014-04-01-zakir-hasanov-", "2014-04-01, Zakir Hasanov, Minister of Defense, Azerbaijan"),
    )
    assert "merge" in finding.hint


def test_two_at_one_table_in_one_office_are_listed_once() -> None:
    assert found(
        met("2014-03-01", HASANOV, ABIYEV), met("2014-03-02", ABIYEV), met("2014-03-03", HASANOV)
    ) == [
        (
            "two holders of one office",
            (
                "Defence Minister, Azerbaijan: "
                "Safar Abiyev and Zakir Hasanov are at one meeting, both in this office."
            ),
        )
    ]


def around(
    other: Participant,
    day: str = "2013-03-02",
    ours: Participant = HASANOV,
    status: Status = Status.HELD,
) -> list[Entry]:
    """One in an office before and after a day, another on it."""
    return [met("2013-03-01", ours), met(day, other, status=status), met("2013-03-30", ours)]


@pytest.mark.parametrize(
    "entries",
    [
        [met("2013-03-01", ABIYEV), met("2013-10-01", ABIYEV), met("2013-10-22", HASANOV)],
        around(replace(ABIYEV, role="former Defence Minister")),
        around(replace(ABIYEV, role="acting Defence Minister")),
        around(replace(ABIYEV, role="Deputy Minister of Defense")),
        around(ABIYEV, status=Status.PLANNED),
        around(ABIYEV, day="2013-03"),
        [met("2013-03-01", HASANOV), met("2014-03-02", ABIYEV), met("2015-03-03", HASANOV)],
        around(replace(GROSS, name="Paul Blanc"), ours=GROSS),
        around(replace(ABIYEV, country=CountryCode("TR"))),
    ],
    ids=[
        "a hand-over", "former", "acting", "deputy", "planned", "a month", "back after two years",
        "ambassadors", "two countries",
    ],
)  # fmt: skip
def test_holders_who_may_well_be_arent_listed(entries: list[Entry]) -> None:
    assert found(*entries) == []


def test_two_who_share_an_office_for_years_are_listed_however_rarely_they_are_seen() -> None:
    entries = [met(f"{year}-01-01", HASANOV if year % 2 else ABIYEV) for year in range(2005, 2015)]
    assert [kind for kind, _ in found(*entries)] == ["two holders of one office"]


def test_two_who_take_turns_many_times_are_one_finding_with_a_number() -> None:
    days = [f"2013-03-{day:02}" for day in range(1, 10)]
    entries = [met(day, (HASANOV, ABIYEV)[at % 2]) for at, day in enumerate(days)]
    assert found(*entries) == [
        (
            "two holders of one office",
            (
                "Minister of Defense, Azerbaijan: Safar Abiyev is seen in this office between two meetings "
                "of Zakir Hasanov in it (and 6 more)."
            ),
        )
    ]
    tables = [met(day, HASANOV, ABIYEV) for day in days[:3]]
    ((_, what),) = found(*tables)
    assert what.endswith(
        "Safar Abiyev and Zakir Hasanov are at one meeting, both in this office (and 2 more)."
    )


def test_findings_on_an_office_are_no_more_than_the_meetings_of_its_holders() -> None:
    """They were as many as pairs of holders: 46,568 of 5,000 entries."""
    first = date(2000, 1, 1)
    entries = [
        met((first + timedelta(days=day)).isoformat(), replace(ABIYEV, name=NAMES[day * 7919 % len(NAMES)]))
        for day in range(600)
    ]
    assert 0 < len(found(*entries)) < len(entries)


# ── appointments ─────────────────────────────────────────────────────────────────────────────


def received(day: str, occasion: str | None = None, country: str = "AZ", who: Participant = GROSS) -> Entry:
    return met(day, HASANOV, who, country=country, occasion=occasion)


@pytest.mark.parametrize(
    ("early", "where", "listed"),
    [
        ("2018-10-01", "AZ", True),
        ("2019-09-01", "AZ", False),
        ("2018-10-01", "GE", False),
        ("2018-10-01", "", False),
    ],
    ids=["a year before", "weeks before: the tour takes a while", "at another post", "no place is told"],
)
def test_in_office_long_before_the_appointment(early: str, where: str, listed: bool) -> None:  # noqa: FBT001  pytest gives it by name
    kinds = [
        kind for kind, _ in found(received(early, None, where), received("2019-11-07", "newly appointed"))
    ]
    assert kinds == (["in office before the appointment"] if listed else [])


@pytest.mark.parametrize(("late", "listed"), [("2020-06-01", True), ("2019-12-01", False)])
def test_in_office_long_after_the_end_of_tenure(late: str, listed: bool) -> None:  # noqa: FBT001  pytest gives it by name
    kinds = [kind for kind, _ in found(received("2019-11-07", "end of tenure"), received(late))]
    assert kinds == (["in office after the end of tenure"] if listed else [])


# ── places ───────────────────────────────────────────────────────────────────────────────────


def test_at_home_and_abroad_on_one_day_is_listed_once_for_all_who_were() -> None:
    aide = replace(HASANOV, name="Khazar Farhadov", role="Deputy Minister of Defense", rank=None)
    (finding,) = findings(
        resolve(
            [
                met("2019-11-07", HASANOV, aide, city="Baku", country="AZ"),
                met("2019-11-07", HASANOV, aide, city="London", country="GB"),
            ]
        )
    )
    assert (finding.kind, finding.what) == (
        "at home and abroad on one day",
        "Khazar Farhadov, Zakir Hasanov: Baku, Azerbaijan and London, United Kingdom on 2019-11-07.",
    )
    assert [tells for _, tells in finding.evidence] == [
        "2019-11-07, Baku, Azerbaijan: They meet",
        "2019-11-07, London, United Kingdom: They meet",
    ]


def test_two_cities_of_one_country_on_a_day_are_listed() -> None:
    entries = [met("2019-11-07", HASANOV, city=city, country="AZ") for city in ("Baku", "Ganja")]
    assert found(*entries) == [
        ("in two cities on one day", "Zakir Hasanov: Baku, Azerbaijan and Ganja, Azerbaijan on 2019-11-07.")
    ]


HOME = met("2019-11-07", HASANOV, city="Baku", country="AZ")


@pytest.mark.parametrize(
    "others",
    [
        [met("2019-11-07", HASANOV, city="London", country="GB", kind=Kind.CALL)],
        [met("2019-11-07", HASANOV, city="London", country="GB", kind=Kind.VIDEO)],
        [met("2019-11-07", HASANOV, city="London", country="GB", status=Status.CANCELLED)],
        [met("2019-11", HASANOV, city="London", country="GB")],
        [met("2019-11-07", HASANOV, city="London", country="GB", end_date=PartialDate("2019-11-09"))],
        [met("2019-11-07", HASANOV), met("2019-11-07", GROSS, city="Paris", country="FR")],
    ],
    ids=["call", "video", "cancelled", "no day", "a visit that begins", "no place, or somebody else"],
)
def test_places_that_may_well_be_arent_listed(others: list[Entry]) -> None:
    assert found(HOME, *others) == []


def test_names_of_a_capital_are_one_neighbours_are_near_and_a_tour_leads_through_countries() -> None:
    visits = [
        met("2023-09-28", HASANOV, city="Kyiv", country="UA"),
        met("2023-09-28", HASANOV, city="Kiev", country="UA"),
        met("2023-10-02", HASANOV, city="Doha", country="QA"),
        met("2023-10-02", HASANOV, city="Amman", country="JO"),
        met("2023-10-04", HASANOV, city="Islamabad", country="PK"),
        met("2023-10-04", HASANOV, city="Rawalpindi", country="PK"),
    ]
    assert found(*visits) == []


def test_who_is_on_a_visit_abroad_receives_nobody_at_home() -> None:
    visit = met(
        "2019-11-05",
        HASANOV,
        city="London",
        country="GB",
        kind=Kind.VISIT,
        end_date=PartialDate("2019-11-09"),
    )
    assert found(visit, HOME) == [
        (
            "at home during a visit abroad",
            "Zakir Hasanov: in Baku, Azerbaijan during the visit to United Kingdom.",
        )
    ]
    assert found(visit, replace(HOME, date=PartialDate("2019-11-05"))) == []
    assert found(visit, replace(HOME, date=PartialDate("2019-11-09"))) == []


def test_a_city_of_another_country_is_listed() -> None:
    assert found(met("2019-11-07", HASANOV, city="Vienna", country="AZ")) == [
        ("a city of another country", "They meet: Vienna is in Austria, not in Azerbaijan.")
    ]
    assert found(met("2019-11-07", HASANOV, city="Vienna", country="AT")) == []
    assert found(met("1943-10-15", HASANOV, city="Algiers", country="FR")) == []
    assert found(met("2019-11-07", HASANOV, city="Nowhere on any Map", country="AZ")) == []


# ── persons ──────────────────────────────────────────────────────────────────────────────────


def ranked(*told: tuple[str, str | None]) -> list[tuple[str, str]]:
    return found(*[met(day, replace(HASANOV, rank=rank)) for day, rank in told])


def test_a_rank_that_goes_down_is_listed() -> None:
    assert ranked(
        ("2017-10-24", "Colonel General"), ("2018-01-01", None), ("2019-11-07", "Major General")
    ) == [
        (
            "a rank that goes down",
            "Zakir Hasanov: Colonel General on 2017-10-24, Major General on 2019-11-07.",
        )
    ]


@pytest.mark.parametrize(
    "told",
    [
        [
            ("2013-01-01", "Lieutenant General"),
            ("2014-01-01", "Colonel General"),
            ("2020-01-01", "Army General"),
        ],
        [("2013-01-01", "General"), ("2014-01-01", "Colonel General")],
        [("2013-01-01", "Rear Admiral"), ("2014-01-01", "Colonel")],
        [("2013-01-01", "Brigadier General"), ("2014-01-01", "Staff Brigadier")],
        [("2013-01-01", "Colonel General"), ("2013-01-01", "Major General")],
    ],
    ids=["upwards", "a loose word", "two services", "equal", "one day"],
)
def test_ranks_that_may_well_be_arent_listed(told: list[tuple[str, str | None]]) -> None:
    assert ranked(*told) == []


def test_every_rank_of_a_ladder_is_one_that_reports_are_read_by() -> None:
    ranks = load_words("en/ranks")
    assert set(steps()) - set(ranks) == set()


def test_who_acts_for_two_countries_is_listed_unless_a_person_said_so() -> None:
    both = [met("2019-01-01", HASANOV), met("2019-01-02", replace(HASANOV, country=CountryCode("TR")))]
    chronicle = resolve(both)
    one = chronicle.officials[OfficialId("zakir-hasanov")]
    (other,) = (each for each in chronicle.officials.values() if each is not one)
    merged = replace(
        one, meetings=(*one.meetings, *other.meetings), appearances=(*one.appearances, *other.appearances)
    )
    made = replace(chronicle, officials={one.id: merged})
    assert [(f.kind, f.what) for f in findings(made)] == [
        ("acts for two countries", "Zakir Hasanov acts for Azerbaijan and Türkiye.")
    ]
    pinned = replace(merged, registered=Registered(one.id, one.name))
    assert findings(replace(chronicle, officials={one.id: pinned})) == ()


GORBACHEV = Participant("Mikhail Gorbachev", "President", None, CountryCode("SU"))
STATE = "a state that wasn't there"


@pytest.mark.parametrize(
    ("day", "listed"),
    [
        ("1850-01-01", True), ("1922", False), ("1922-11-30", True), ("1985-11-19", False),
        ("1992-06", False), ("1992-12-27", True), ("1993", True),
    ],
)  # fmt: skip
def test_a_state_that_wasnt_there_is_listed(day: str, listed: bool) -> None:  # noqa: FBT001  pytest gives it by name
    assert [kind for kind, _ in found(met(day, GORBACHEV))] == ([STATE] if listed else [])


def test_a_state_that_wasnt_there_is_listed_once_an_official_by_its_name() -> None:
    (finding,) = findings(resolve([met(f"2025-01-0{day}", GORBACHEV) for day in (1, 2, 3)]))
    assert finding.what == "Mikhail Gorbachev acts for Soviet Union (1922–1991) on 2025-01-01 (and 2 more)."
    assert [tells for _, tells in finding.evidence] == [
        "2025-01-01, Mikhail Gorbachev, President, Soviet Union"
    ]


def test_one_person_in_two_seats_is_listed_and_two_namesakes_arent() -> None:
    again = replace(HASANOV, name="Zakir Həsənov")
    full = met("2019-01-01", HASANOV)
    assert [
        (f.kind, f.what, f.evidence) for f in findings(resolve([full, met("2019-01-02", HASANOV, again)]))
    ] == [
        (
            "meets oneself",
            "Zakir Hasanov is 2 participants of one meeting.",
            (
                ("2019-01-02-zakir-hasanov-zakir-həsənov-", "Zakir Hasanov, Minister of Defense, Azerbaijan"),
                ("2019-01-02-zakir-hasanov-zakir-həsənov-", "Zakir Həsənov, Minister of Defense, Azerbaijan"),
            ),
        )
    ]
    namesake = replace(HASANOV, role="Minister of Labour", rank=None)
    assert found(met("2019-01-02", HASANOV, namesake)) == []


# ── all of them ──────────────────────────────────────────────────────────────────────────────


def test_evidence_quotes_the_words_of_the_report_as_long_as_they_hold() -> None:
    words = {"city": Evidence(Basis.STATED, "in the Austrian capital", None, "Vienna")}
    entry = met("2019-11-07", HASANOV, city="Vienna", country="AZ", evidence=words)
    (finding,) = findings(resolve([entry]))
    assert finding.evidence[0][1] == "2019-11-07, Vienna, Azerbaijan: They meet (“in the Austrian capital”)"
    (finding,) = findings(resolve([replace(entry, city="Graz")]))
    assert finding.evidence[0][1] == "2019-11-07, Graz, Azerbaijan: They meet"


@given(st.data())
def test_the_order_of_entries_changes_nothing_and_all_evidence_is_there(data: st.DataObject) -> None:
    people = [HASANOV, ABIYEV, GROSS, replace(HASANOV, rank="Major General")]
    places = [("Baku", "AZ"), ("Ganja", "AZ"), ("London", "GB"), ("Vienna", "AZ")]
    entries = [
        replace(
            met(
                (date(2019, 11, 1) + timedelta(days=data.draw(st.integers(0, 9)))).isoformat(),
                *data.draw(st.lists(st.sampled_from(people), max_size=2, unique_by=lambda p: p.name)),
                city=place[0],
                country=place[1],
            ),
            id=str(number),
        )
        for number, place in enumerate(data.draw(st.lists(st.sampled_from(places), max_size=8)))
    ]
    one: tuple[Finding, ...] = findings(resolve(entries))
    assert findings(resolve(data.draw(st.permutations(entries)), Registry())) == one
    ids = {entry.id for entry in entries}
    for finding in one:
        assert finding.evidence
        assert {entry for entry, _ in finding.evidence} <= ids
