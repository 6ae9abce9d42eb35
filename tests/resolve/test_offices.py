"""Who was seen in which office, and when."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import (
    Basis,
    Chronicle,
    CountryCode,
    Entry,
    Evidence,
    Kind,
    OfficeId,
    OfficialId,
    PartialDate,
    Participant,
    Status,
    Tenure,
)
from chronicle.resolve import resolve

DEFENSE = OfficeId("az-minister-of-defense")
PREMIER = OfficeId("il-prime-minister")


def met(
    date: str, name: str, role: str | None = "Minister of Defense", side: str = "AZ", **more: str
) -> Entry:
    """An entry on a day on which one took part."""
    country = CountryCode(side) if len(side) == 2 else None
    who = Participant(name, role, more.pop("rank", None), country, None if country else side)
    fields: dict[str, object] = {**more}
    return replace(
        Entry(
            f"{date}-{name}-{role}".replace(" ", "-").lower(),
            f"{name} meets",
            PartialDate(date),
            participants=(who,),
        ),
        **fields,  # type: ignore[arg-type]
    )


def held(chronicle: Chronicle, office: OfficeId = DEFENSE) -> list[tuple[str, str | None, str | None]]:
    return [(each.official, each.first, each.last) for each in chronicle.offices[office].tenures]


def career(chronicle: Chronicle, official: str) -> tuple[Tenure, ...]:
    return chronicle.officials[OfficialId(official)].tenures


def test_an_office_has_one_page_whatever_reports_call_it() -> None:
    made = resolve(
        [
            met("2014-02-01", "Safar Abiyev", "Defence Minister"),
            met("2017-10-24", "Zakir Hasanov", "Minister of Defense", rank="Colonel General"),
            met("2019-11-07", "Zakir Hasanov", "Defense Minister"),
            met("2019-11-08", "Zakir Hasanov", "Minister of Defense"),
        ]
    )
    office = made.offices[DEFENSE]
    assert list(made.offices) == [DEFENSE]
    assert (office.name, office.country, office.single) == ("Minister of Defense", "AZ", True)
    assert office.names == ("Defence Minister", "Defense Minister", "Minister of Defense")
    assert [meeting.date for meeting in office.meetings] == [
        "2014-02-01",
        "2017-10-24",
        "2019-11-07",
        "2019-11-08",
    ]
    assert held(made) == [
        ("safar-abiyev", "2014-02-01", "2014-02-01"),
        ("zakir-hasanov", "2017-10-24", "2019-11-08"),
    ]
    assert office.tenures[1].ranks == ("Colonel General",)


def test_offices_of_two_sides_are_two() -> None:
    made = resolve(
        [
            met("2019-01-01", "Anna Berg", "Secretary General", "NATO"),
            met("2019-01-02", "Carl Dorn", "Secretary General", "Council of Europe"),
            met("2019-01-03", "E F", "Minister of Defense", "TR"),
        ]
    )
    assert list(made.offices) == [
        "council-of-europe-secretary-general",
        "nato-secretary-general",
        "tr-minister-of-defense",
    ]


@pytest.mark.parametrize(
    ("roles", "address"),
    [
        (
            ["Minister of Trade and Industry", "Minister of Industry and Trade"],
            "az-minister-of-industry-trade",
        ),
        (
            ["Minister of Trade and Foreign Affairs", "Minister of Foreign Affairs, Trade"],
            "az-minister-of-foreign-affairs",
        ),
        (
            ["Minister of Tourism and Armed Forces", "Minister of Armed Forces and Tourism"],
            "az-minister-of-armed-forces-tourism",
        ),
        (["Chief of the General Staff", "Chief of General Staff"], "az-chief-of-general-staff"),
    ],
)
def test_an_address_stays_whatever_order_of_words_a_report_has(roles: list[str], address: str) -> None:
    entries = [met(f"2019-01-0{day}", "Anna Berg", role) for day, role in enumerate(roles, 1)]
    for some in (entries[:1], entries[1:], entries):
        assert list(resolve(some).offices) == [address]


def test_words_that_tell_no_office_have_no_page_but_stand_in_the_career() -> None:
    made = resolve(
        [
            met("2019-01-01", "Anna Berg", "minister"),
            met("2019-01-02", "Anna Berg", None),
            met("2019-01-03", "Anna Berg", "former Prime Minister"),
        ]
    )
    assert made.offices == {}
    assert [(t.office, t.role) for t in career(made, "anna-berg")] == [
        (None, "former Prime Minister"),
        (None, ""),
        (None, "minister"),
    ]


def test_a_president_elect_isnt_among_the_holders() -> None:
    made = resolve(
        [
            met("2022-04-01", "Anna Berg", "President-elect", "KR"),
            met("2022-06-01", "Anna Berg", "President", "KR"),
        ]
    )
    assert held(made, OfficeId("kr-president")) == [("anna-berg", "2022-06-01", "2022-06-01")]
    assert [t.role for t in career(made, "anna-berg")] == ["President", "President-elect"]


def test_two_offices_in_one_role_are_two_tenures() -> None:
    made = resolve(
        [met("2019-01-01", "Anna Berg", "Deputy Prime Minister and Minister of Foreign Affairs", "GE")]
    )
    assert list(made.offices) == ["ge-deputy-prime-minister", "ge-minister-of-foreign-affairs"]
    assert [tenure.role for tenure in career(made, "anna-berg")] == [
        "Minister of Foreign Affairs",
        "Deputy Prime Minister",
    ]


def test_only_meetings_that_took_place_on_a_known_day_date_a_tenure() -> None:
    made = resolve(
        [
            replace(met("2018-01-01", "Anna Berg"), status=Status.PLANNED),
            met("2019", "Anna Berg"),
            met("2019-05-01", "Anna Berg"),
            replace(met("2020-01-01", "Anna Berg"), status=Status.CANCELLED),
            replace(met("2021-01-01", "Anna Berg"), date=None),
        ]
    )
    assert held(made) == [("anna-berg", "2019", "2019-05-01")]
    assert len(made.offices[DEFENSE].tenures[0].meetings) == 5


def test_who_has_an_office_again_after_another_has_two_tenures() -> None:
    made = resolve(
        [
            met("2015-03-01", "Benjamin Netanyahu", "Prime Minister", "IL"),
            met("2021-05-01", "Benjamin Netanyahu", "Prime Minister", "IL"),
            met("2022-07-01", "Yair Lapid", "Prime Minister", "IL"),
            met("2022-09-01", "Yair Lapid", "Prime Minister", "IL"),
            met("2023-01-15", "Benjamin Netanyahu", "Prime Minister", "IL"),
        ]
    )
    assert held(made, PREMIER) == [
        ("benjamin-netanyahu", "2015-03-01", "2021-05-01"),
        ("yair-lapid", "2022-07-01", "2022-09-01"),
        ("benjamin-netanyahu", "2023-01-15", "2023-01-15"),
    ]
    assert [t.first for t in career(made, "benjamin-netanyahu")] == ["2023-01-15", "2015-03-01"]


@pytest.mark.parametrize(
    ("between", "role"),
    [("2021-06-01", "Prime Minister"), ("2022-06-01", "acting Prime Minister")],
    ids=["so soon nobody is back", "who acted for another didn't have it"],
)
def test_a_tenure_isnt_cut_by_a_stray_report(between: str, role: str) -> None:
    made = resolve(
        [
            met("2021-05-01", "Anna Berg", "Prime Minister", "IL"),
            met(between, "Carl Dorn", role, "IL"),
            met("2021-07-01" if between < "2022" else "2023-01-01", "Anna Berg", "Prime Minister", "IL"),
        ]
    )
    assert len(career(made, "anna-berg")) == 1


def test_two_ambassadors_hold_their_offices_side_by_side() -> None:
    days = (f"{year}-{month:02}-01" for year in (2019, 2020) for month in range(1, 13))
    made = resolve(
        [
            met(day, name, "ambassador", "FR")
            for day, name in zip(days, ["Anna Berg", "Carl Dorn"] * 12, strict=True)
        ]
    )
    office = made.offices[OfficeId("fr-ambassador")]
    assert not office.single
    assert len(office.tenures) == 2


def test_acting_holds_where_every_report_says_so() -> None:
    made = resolve(
        [
            met("2019-01-01", "Anna Berg", "acting Minister of Defense"),
            met("2019-02-01", "Carl Dorn", "acting Minister of Defense"),
            met("2019-03-01", "Carl Dorn", "Minister of Defense"),
            met("2019-04-01", "Carl Dorn", "Minister of Defense"),
        ]
    )
    assert [(t.official, t.acting, t.role) for t in made.offices[DEFENSE].tenures] == [
        ("anna-berg", True, "acting Minister of Defense"),
        ("carl-dorn", False, "Minister of Defense"),
    ]
    assert made.offices[DEFENSE].name == "Minister of Defense"


# ── newly appointed, outgoing ────────────────────────────────────────────────────────────────


def received(
    occasion: str, *guests: Participant, words: str | None = None, kind: Kind = Kind.MEETING
) -> Entry:
    evidence = (
        {"occasion": Evidence(Basis.STATED, words, "standing_of_a_participant", occasion)} if words else None
    )
    host = Participant("Zakir Hasanov", "Minister of Defense", None, CountryCode("AZ"))
    return Entry(
        "2019-11-07-x",
        "x",
        PartialDate("2019-11-07"),
        kind=kind,
        participants=(host, *guests),
        occasion=occasion,
        evidence=evidence,
    )


GROSS = Participant("Zacharie Gross", "ambassador", None, CountryCode("FR"))
LEROY = Participant("Anne Leroy", "military attaché", None, CountryCode("FR"))
BLANC = Participant("Paul Blanc", "Minister of Defense", None, CountryCode("FR"))


def newly(chronicle: Chronicle) -> list[str]:
    return [official.id for official in chronicle.officials.values() for t in official.tenures if t.began]


def test_the_one_envoy_is_who_came_newly_appointed() -> None:
    assert newly(resolve([received("newly appointed", GROSS)])) == ["zacharie-gross"]


def test_of_two_envoys_the_words_of_the_report_tell_which() -> None:
    entry = received("newly appointed", GROSS, LEROY, words="France's new military attaché")
    assert newly(resolve([entry])) == ["anne-leroy"]


@pytest.mark.parametrize(
    "entry",
    [
        received("newly appointed", GROSS, LEROY),
        received("newly appointed", BLANC),
        received("newly appointed", GROSS, words="just taken over"),
        received("newly appointed", BLANC, words="new Minister of Defense"),
    ],
    ids=["two envoys", "no envoy", "words of no office", "words of two"],
)
def test_where_it_isnt_told_whose_the_occasion_is_it_is_nobodys(entry: Entry) -> None:
    assert newly(resolve([entry])) == []


def test_all_who_hand_over_credentials_are_newly_appointed() -> None:
    other = Participant("Jan Novák", "ambassador", None, CountryCode("CZ"))
    made = resolve([received("newly appointed", GROSS, other, kind=Kind.CREDENTIALS)])
    assert newly(made) == ["jan-novak", "zacharie-gross"]


def test_the_end_of_tenure_is_the_envoys() -> None:
    made = resolve([received("end of tenure", GROSS)])
    assert [t.ended for t in career(made, "zacharie-gross")] == ["2019-11-07"]
    assert [t.ended for t in career(made, "zakir-hasanov")] == [None]


# ── whatever the order ───────────────────────────────────────────────────────────────────────

ROLES = [
    None,
    "minister",
    "Defence Minister",
    "Minister of Defense",
    "acting Minister of Defense",
    "ambassador",
    "former PM",
]
DAYS = ["2014-02-01", "2015-02-01", "2015-02-02", "2016", "2019-11", "2019-11-07", "2019-12-01", "2021-01-01"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(DAYS), st.sampled_from(["Anna Berg", "Carl Dorn", "E F"]), st.sampled_from(ROLES)
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_entries_changes_nothing_and_no_meeting_is_lost(
    told: list[tuple[str, str, str | None]], random: "object"
) -> None:
    number = count()
    some = [replace(met(*one), id=f"{next(number)}") for one in told]
    turned = list(some)
    random.shuffle(turned)  # type: ignore[attr-defined]
    one, other = resolve(some), resolve(turned)
    assert one.offices == other.offices
    assert one.officials == other.officials
    for official in one.officials.values():
        in_tenures = [meeting for tenure in official.tenures for meeting in tenure.meetings]
        assert sorted(in_tenures) == sorted(meeting.id for meeting in official.meetings)
