"""Who is who: name pairs, and who has which address."""

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import CountryCode, Entry, OfficialId, PartialDate, Participant, Registered, Registry
from chronicle.resolve import resolve
from chronicle.resolve.people import identify

with (Path(__file__).parents[1] / "cases" / "pairs.csv").open(encoding="utf-8", newline="") as lines:
    PAIRS = list(csv.DictReader(lines))


def participant(name: str, told: str = "AZ minister") -> Participant:
    """A name, and for whom and as what: "AZ Minister of Defense", "NATO Secretary General"."""
    side, _, role = told.partition(" ")
    country = CountryCode(side) if len(side) == 2 else None
    return Participant(name, role or None, None, country, None if country else side or None)


def entries(*participants: Participant) -> list[Entry]:
    """An entry for each, a day after another."""
    return [
        Entry(f"2019-01-{day:02}", "x", date=f"2019-01-{day:02}", participants=(one,))  # type: ignore[arg-type]
        for day, one in enumerate(participants, 1)
    ]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['one']} and {pair['other']}: {pair['why']}")
@pytest.mark.parametrize("turned", [False, True], ids=["", "the other first"])
def test_pairs(pair: dict[str, str], turned: bool) -> None:  # noqa: FBT001  pytest gives it by name
    both = [participant(pair[name], pair[f"{name}_for"]) for name in ("one", "other")]
    people = identify(entries(*(both[::-1] if turned else both)))
    assert (len(people.names) == 1) == (pair["same"] == "yes")


def test_a_short_form_that_fits_two_is_neither() -> None:
    people = identify(
        entries(participant("Zakir Hasanov"), participant("Ziya Hasanov"), participant("Z. Hasanov"))
    )
    assert len(people.names) == 3


def test_a_short_form_is_no_other_short_forms_full_name() -> None:
    people = identify(
        entries(participant("Zakir Hasanov"), participant("Z. Hasanov"), participant("Hasanov"))
    )
    assert list(people.names.values()) == ["Zakir Hasanov"]
    assert people.spellings == {"zakir-hasanov": ("Hasanov", "Z. Hasanov", "Zakir Hasanov")}


def test_the_name_shown_is_the_one_used_most_among_the_full_ones() -> None:
    names = ["Z. Hasanov", "Z. Hasanov", "Z. Hasanov", "Zakir Həsənov", "Zakir Hasanov", "Zakir Hasanov"]
    people = identify(entries(*map(participant, names)))
    assert list(people.names.values()) == ["Zakir Hasanov"]


def test_namesakes_have_addresses_of_their_own() -> None:
    people = identify(
        entries(
            participant("Ali Aliyev", "AZ"),
            participant("Ali Aliyev", "TR"),
            participant("Ali Aliyev", "NATO"),
        )
    )
    assert sorted(people.names) == ["ali-aliyev", "ali-aliyev-nato", "ali-aliyev-tr"]


def test_names_whose_letters_are_alike_have_addresses_of_their_own() -> None:
    people = identify(
        entries(
            participant("Li Na", "CN"),
            participant("Li Nu", "CN"),
            participant("…", "AZ"),
            participant("—", "AZ"),
        )
    )
    assert len(set(people.names)) == 4


SOME = st.lists(
    st.builds(
        participant,
        st.sampled_from(
            [
                "Zakir Hasanov",
                "Z. Hasanov",
                "Hasanov",
                "Ziya Hasanov",
                "Zakir Həsənov",
                "Ali Aliyev",
                "A. Aliyev",
                "Əli Əliyev",
                "…",
            ]
        ),
        st.sampled_from(
            ["AZ minister", "AZ Minister", "AZ ambassador", "AZ", "TR minister", "NATO envoy", ""]
        ),
    ),
    min_size=1,
    max_size=4,
    unique=True,
).map(tuple)
KINDS = st.lists(SOME, min_size=1, max_size=6)


@given(KINDS, st.randoms(use_true_random=False))
def test_the_order_of_entries_makes_no_difference(
    groups: list[tuple[Participant, ...]], chance: object
) -> None:
    some = [
        Entry(f"2019-01-{n % 3 + 1:02}-{n}", "x", date=f"2019-01-{n % 3 + 1:02}", participants=group)  # type: ignore[arg-type]
        for n, group in enumerate(groups)
    ]
    expected = resolve(some)
    shuffled = list(some)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled) == expected


@given(KINDS)
def test_everybody_is_somebody_and_links_go_both_ways(groups: list[tuple[Participant, ...]]) -> None:
    chronicle = resolve([Entry(f"x{n}", "x", participants=group) for n, group in enumerate(groups)])
    for meeting in chronicle.meetings:
        assert meeting.attendees
        for attendee in meeting.attendees:
            official = chronicle.officials[attendee.official]
            assert meeting in official.meetings
            assert attendee.name == official.name
    for official in chronicle.officials.values():
        assert official.meetings
        assert official.name in official.spellings
    assert list(chronicle.officials) == sorted(chronicle.officials)


def test_everybody_has_one_of_the_names_given() -> None:
    for names in itertools.permutations(["Hasanov", "Z. Hasanov", "Zakir Hasanov"]):
        assert list(identify(entries(*map(participant, names))).names.values()) == ["Zakir Hasanov"]


def test_which_namesake_is_meant_is_told_by_the_office_not_by_the_order() -> None:
    both = [
        participant("Ilham Aliyev", "AZ Minister of Defense"),
        participant("Ilham Aliyev", "AZ Minister of Energy"),
    ]
    for pair in (both, both[::-1]):
        together = Entry("e0", "x", date=PartialDate("2019-01-10"), participants=tuple(pair))
        alone = entries(*both)
        people = identify([together, *alone])
        found = [people.official_of(one, one.participants[0]) for one in alone]
        assert found == [people.official_of(together, one) for one in both]
        assert len(set(found)) == 2


def test_a_pinned_surname_takes_nobody_with_it() -> None:
    some = entries(
        participant("Zakir Hasanov", "AZ Minister of Defense"),
        participant("Zaur Hasanov", "AZ Minister of Defense"),
        participant("Hasanov", "AZ Minister of Defense"),
    )
    before = identify(some)
    record = Registered(OfficialId("hasanov"), "Hasanov", country=CountryCode("AZ"))
    after = identify(some, Registry(officials=(record,)))
    assert set(before.names) == set(after.names) == {"hasanov", "zakir-hasanov", "zaur-hasanov"}


def test_an_official_of_the_registry_has_its_name_and_address() -> None:
    some = entries(participant("Zakir Hasanov", "AZ minister"), participant("Zakir Həsənov", "AZ minister"))
    record = Registered(
        OfficialId("the-minister"),
        "Zakir Asgar Hasanov",
        ("Zakir Hasanov",),
        CountryCode("AZ"),
        formerly=(OfficialId("old"),),
    )
    people = identify(some, Registry(officials=(record,)))
    assert dict(people.names) == {"the-minister": "Zakir Asgar Hasanov"}
    assert dict(people.redirects) == {"old": "the-minister"}


def test_capitals_are_shown_only_where_nobody_writes_otherwise() -> None:
    names = ["TANAKA Hiroshi", "TANAKA Hiroshi", "Hiroshi Tanaka"]
    people = identify(entries(*(participant(name, "JP minister") for name in names)))
    assert list(people.names.values()) == ["Hiroshi Tanaka"]
    alone = identify(entries(participant("TANAKA Hiroshi", "JP minister")))
    assert list(alone.names.values()) == ["TANAKA Hiroshi"]
