"""What speaks for two namings being one person, and what against it."""

import pytest

from chronicle.model import UNDECIDED, CountryCode, Entry, PartialDate, Participant
from chronicle.resolve.careers import Careers, careers_of
from chronicle.resolve.features import NEVER, between, names, offices, ranks, time, together
from chronicle.resolve.match import LIKELY, SURE, match, score_of
from chronicle.resolve.namings import Naming, namings_of
from chronicle.resolve.pinned import pinned

NOBODY = Careers({})


def entry(date: str, *people: tuple[str, str | None], side: str = "AZ", rank: str | None = None) -> Entry:
    participants = tuple(Participant(name, role, rank, CountryCode(side)) for name, role in people)
    return Entry(f"{date} {people}", "x", date=PartialDate(date), participants=participants)


def namings(*entries: Entry) -> list[Naming]:
    return namings_of(entries, pinned(UNDECIDED))


def pair(*entries: Entry) -> tuple[Naming, Naming]:
    one, other = namings(*entries)
    return one, other


@pytest.mark.parametrize(
    ("one", "other", "side", "least", "most"),
    [
        ("Zakir Hasanov", "Закир Гасанов", "AZ", 5, 6),
        ("Zakir Hasanov", "Ramil Hasanov", "AZ", NEVER, NEVER),
        ("Nobuo Kishi", "Kishi Nobuo", "JP", 5, 6),
        ("Hassan Ali", "Ali Hassan", "SO", 3, 4),
        ("Nawaz Sharif", "Mohammed Nawaz Sharif", "PK", 3, 4),
        ("Idriss Deby", "Mahamat Idriss Deby", "TD", 1, 2),
        ("Mike Pompeo", "Michael Pompeo", "US", 5, 6),
        ("Li Qiang", "Li Keqiang", "CN", NEVER, NEVER),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr.", "PH", 4, 5),
    ],
)
def test_names(one: str, other: str, side: str, least: float, most: float) -> None:
    both = pair(entry("2019-01-01", (one, None), side=side), entry("2021-01-01", (other, None), side=side))
    found = names(*both, NOBODY)
    assert least <= found.points <= most
    assert found.reason


def test_two_names_of_who_holds_one_office_at_one_time_are_worth_a_look() -> None:
    some = namings(
        entry("2010-01-01", ("Ariel Sharon", "Prime Minister"), side="IL"),
        entry("2012-01-01", ("Ariel Sharon", "Prime Minister"), side="IL"),
        entry("2011-01-01", ("Rik Sharon", "Prime Minister"), side="IL"),
        entry("2011-06-01", ("Rik Sharon", "Prime Minister"), side="IL"),
    )
    verdict = match(some[0], some[1], careers_of(some))
    assert LIKELY <= verdict.points < SURE
    assert "another name for who held the office at that time" in verdict.reasons


def test_the_same_office_speaks_for_one_person_and_less_after_many_years() -> None:
    roles = ("Zakir Hasanov", "Minister of Defense"), ("Zakir Asgar Hasanov", "defence minister")
    near = offices(*pair(entry("2019-01-01", roles[0]), entry("2020-01-01", roles[1])), NOBODY)
    far = offices(*pair(entry("1989-01-01", roles[0]), entry("2020-01-01", roles[1])), NOBODY)
    assert near
    assert far
    assert near.points > far.points > 0


def test_an_office_that_isnt_told_says_nothing() -> None:
    some = pair(
        entry("2019-01-01", ("Zakir Hasanov", None)), entry("2019-01-01", ("Zakir A. Hasanov", "minister"))
    )
    assert offices(*some, NOBODY) is None


@pytest.mark.parametrize(
    ("years", "points"), [(0, 1), (4, 0.5), (15, 0), (28, -1.5), (40, -2.5), (70, NEVER)]
)
def test_the_years_between_two_reports_count(years: int, points: float) -> None:
    some = pair(
        entry("1950-06-01", ("Zakir Hasanov", None)),
        entry(f"{1950 + years}-06-01", ("Zakir A. Hasanov", None)),
    )
    found = time(*some, NOBODY)
    assert found
    assert found.points == points


def test_two_who_took_part_in_one_meeting_are_two() -> None:
    found = together(*pair(entry("2019-01-01", ("Ali Aliyev", None), ("Ali H. Aliyev", None))), NOBODY)
    assert found
    assert found.points == NEVER


def test_who_held_the_office_in_between_tells_a_father_from_a_son() -> None:
    some = namings(
        entry("1990-01-01", ("George Bush", "President"), side="US"),
        entry("1995-01-01", ("Bill Clinton", "President"), side="US"),
        entry("2002-01-01", ("George W. Bush", "President"), side="US"),
    )
    father, _, son = sorted(some, key=lambda each: each.span or (0, 0))
    found = between(father, son, careers_of(some))
    assert found
    assert found.points < 0
    assert match(father, son, careers_of(some)).points < SURE


def test_a_rank_that_both_have_speaks_for_one_person() -> None:
    some = pair(
        entry("2019-01-01", ("Zakir Hasanov", None), rank="General"),
        entry("2019-01-02", ("Zakir A. Hasanov", None), rank="General"),
    )
    assert ranks(*some, NOBODY)


def test_a_score_lies_between_0_and_1_and_grows_with_the_points() -> None:
    scores = [score_of(points) for points in (-60.0, 0.0, LIKELY, SURE, 20.0)]
    assert scores == sorted(scores)
    assert all(0 <= score <= 1 for score in scores)
