"""Which entries tell of one meeting."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import (
    UNDECIDED,
    Entry,
    Judgement,
    Kind,
    Manner,
    Participant,
    Registry,
    Source,
    Statement,
    Status,
    Verdict,
)
from chronicle.resolve import resolve
from chronicle.resolve.accounts import account_of
from chronicle.resolve.candidates import CROWD, candidates
from chronicle.resolve.events import likely_meetings
from chronicle.resolve.people import identify

HOST, GUEST = (
    Participant("Zakir Hasanov", "minister", None, "AZ"),
    Participant("Zacharie Gross", None, None, "FR"),
)  # type: ignore[arg-type]
THIRD, FOURTH = Participant("Paul Martin", None, None, "FR"), Participant("Ali Aliyev", None, None, "AZ")  # type: ignore[arg-type]


def entry(entry_id: str, article: str | None, **fields: object) -> Entry:
    made = Entry(
        entry_id,
        f"Title of {entry_id}",
        date="2019-11-07",  # type: ignore[arg-type]
        participants=(HOST, GUEST),
        parties=("AZ", "FR"),
        sources=(Source(article=article, outlet=f"Outlet of {entry_id}"),) if article else (),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def meetings(*entries: Entry) -> list[list[str]]:
    """The ids of the entries by meeting; the one that is shown first."""
    return [[each.id for each in meeting.entries] for meeting in resolve(entries).meetings]


def test_two_articles_on_one_day_with_two_officials_in_common_tell_of_one_meeting() -> None:
    assert meetings(entry("a", "1.txt"), entry("b", "2.txt")) == [["a", "b"]]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"date": "2019-11-08"}, "another day"),
        ({"kind": Kind.CALL}, "another form"),
        ({"status": Status.CANCELLED}, "another state"),
        ({"participants": (HOST, THIRD)}, "only one official in common"),
        ({"participants": (HOST,)}, "only one official"),
        ({"sources": (Source(article="1.txt"),)}, "the same article"),
        ({"date": None}, "no date"),
    ],
)
def test_entries_that_differ_in_what_counts_tell_of_two(fields: dict[str, object], why: str) -> None:
    assert len(meetings(entry("a", "1.txt"), entry("b", "2.txt", **fields))) == 2, why


@pytest.mark.parametrize("date", ["2019-11", "2019"])
def test_a_month_or_a_year_is_no_day(date: str) -> None:
    assert len(meetings(entry("a", "1.txt", date=date), entry("b", "2.txt", date=date))) == 2


def test_two_entries_by_hand_are_two_meetings() -> None:
    assert len(meetings(entry("a", None), entry("b", None))) == 2


def test_an_entry_by_hand_is_one_meeting_with_an_articles_where_all_agrees() -> None:
    assert meetings(entry("a", "1.txt"), entry("b", None)) == [["a", "b"]]
    assert len(meetings(entry("a", "1.txt"), entry("b", None, participants=(HOST,)))) == 2


def test_an_announcement_and_the_meeting_that_was_held_are_one_which_was_held() -> None:
    planned = entry("a", "1.txt", status=Status.PLANNED, participants=(HOST, GUEST, THIRD))
    held = entry("b", "2.txt")
    (meeting,) = resolve([planned, held]).meetings
    assert (meeting.id, meeting.status, meeting.title) == ("b", Status.HELD, "Title of b")


def test_two_entries_of_one_article_are_never_one_though_a_third_is_like_both() -> None:
    some = [entry("a", "1.txt"), entry("b", "1.txt", city="Baku", country="AZ"), entry("c", "2.txt")]
    assert not any({"a", "b"} <= set(group) for group in meetings(*some))


def test_what_is_only_likely_is_not_joined_through_a_third_that_is_like_both() -> None:
    place = {"city": "Baku", "country": "AZ"}
    stay = entry("a", "1.txt", kind=Kind.VISIT, end_date="2019-11-09", date="2019-11-07", **place)
    one = entry("b", "2.txt", date="2019-11-08", **place)
    other = entry("c", "3.txt", date="2019-11-09", **place)
    assert len(meetings(stay, one)) == 1
    assert not any({"b", "c"} <= set(group) for group in meetings(stay, one, other))


def suggested(*entries: Entry, registry: Registry = UNDECIDED) -> list[tuple[str, str]]:
    some = sorted(entries, key=lambda each: (each.date or "", each.id))
    return [(each.one, each.other) for each in likely_meetings(some, identify(some), registry)]


def judged(*judgements: tuple[Verdict, str, str]) -> Registry:
    return Registry(judgements=tuple(Judgement(verdict, meetings=(a, b)) for verdict, a, b in judgements))


def decided(registry: Registry, *entries: Entry) -> list[list[str]]:
    """The ids of the entries by meeting, as `meetings`, after what people decided."""
    return [sorted(each.id for each in meeting.entries) for meeting in resolve(entries, registry).meetings]


def test_what_fits_two_encounters_equally_well_is_suggested_to_both() -> None:
    lines = entry("a", "1.txt"), entry("b", None), entry("c", None)
    assert sorted(map(len, meetings(*lines))) == [1, 1, 1]
    assert suggested(*lines) == [("a", "b"), ("a", "c")]
    states = zip("abc", (Status.PLANNED, Status.CANCELLED, Status.HELD), strict=True)
    some = [entry(name, f"{name}.txt", status=status) for name, status in states]
    assert sorted(map(len, meetings(*some))) == [1, 1, 1]
    assert suggested(*some) == [("a", "b"), ("a", "c")]


def test_what_a_person_keeps_from_one_encounter_is_free_for_the_other() -> None:
    some = entry("a", "1.txt"), entry("b", None), entry("c", None)
    assert decided(judged((Verdict.DIFFERENT, "a", "c")), *some) == [["a", "b"], ["c"]]


def test_a_person_keeps_two_reports_apart_even_through_a_third() -> None:
    some = entry("a", "1.txt"), entry("b", "2.txt"), entry("c", "3.txt")
    apart = judged((Verdict.DIFFERENT, "a", "c"))
    assert decided(apart, *some) in ([["a", "b"], ["c"]], [["a"], ["b", "c"]])
    assert suggested(*some, registry=apart) == []


def test_a_person_joins_what_nothing_else_would() -> None:
    some = entry("a", "1.txt"), entry("b", "1.txt", date=None, kind=Kind.CALL), entry("c", None, date="2018")
    assert decided(judged((Verdict.SAME, "a", "b"), (Verdict.SAME, "b", "c")), *some) == [["a", "b", "c"]]


def test_of_two_judgements_the_later_holds() -> None:
    some = entry("a", "1.txt"), entry("b", "2.txt")
    back = judged((Verdict.DIFFERENT, "a", "b"), (Verdict.SAME, "b", "a"))
    assert decided(back, *some) == [["a", "b"]]
    assert decided(judged(*[(j.verdict, *j.meetings) for j in back.judgements[::-1]]), *some) == [
        ["a"],
        ["b"],
    ]


def test_a_later_different_takes_back_what_followed_from_two_earlier_ones() -> None:
    some = [entry(name, "1.txt", date=f"2019-1{n}-01") for n, name in enumerate("abc")]
    chain = (Verdict.SAME, "a", "b"), (Verdict.SAME, "b", "c"), (Verdict.DIFFERENT, "a", "c")
    assert decided(judged(*chain), *some) == [["a"], ["b", "c"]]


def test_a_judgement_on_an_entry_that_is_gone_decides_nothing() -> None:
    some = entry("a", "1.txt"), entry("b", "2.txt")
    assert decided(judged((Verdict.DIFFERENT, "a", "gone"), (Verdict.SAME, "a", "a")), *some) == [["a", "b"]]


def test_what_one_meeting_suggests_to_another_is_told_once_by_the_likeliest_pair() -> None:
    some = entry("a", "1.txt"), entry("b", "2.txt"), entry("c", "3.txt", participants=(HOST,))
    assert suggested(*some) == [("a", "c")]


def test_candidates_grow_with_the_entries_not_with_their_pairs() -> None:
    def number(size: int) -> int:
        some = [
            account_of(each, identify([each]))
            for n in range(size)
            for each in [
                entry(
                    f"n{n}", f"{n}.txt", date=f"20{n // 300 % 100:02}-{n // 25 % 12 + 1:02}-{n % 25 + 1:02}"
                )
            ]
        ]
        return len(candidates(some))

    assert number(2000) < 3 * number(1000) < 9 * 1000 * 2


def test_many_without_a_day_are_compared_with_few() -> None:
    some = [entry(f"n{n}", f"{n}.txt", date=None) for n in range(500)]
    people = identify(some)
    assert candidates([account_of(each, people) for each in some]) == []


def test_a_short_form_of_a_name_is_an_official_in_common() -> None:
    short = replace(HOST, name="Z. Hasanov")
    assert meetings(entry("a", "1.txt"), entry("b", "2.txt", participants=(short, GUEST))) == [["a", "b"]]


def test_a_persons_entry_is_shown_before_the_fullest() -> None:
    mark = "ingest 1 0123456789abcdef"
    full = entry("a", "1.txt", participants=(HOST, GUEST, THIRD), made_by=mark)
    bare = entry("b", "2.txt", made_by=mark)
    assert meetings(bare, full) == [["a", "b"]]
    assert meetings(replace(bare, made_by=f"a person, after {mark}"), full) == [["b", "a"]]
    assert meetings(replace(bare, made_by=None), full) == [["b", "a"]]


def test_what_the_first_entry_leaves_out_the_others_add() -> None:
    first = entry("a", "1.txt", topics=("security", "energy"))
    other = entry(
        "b",
        "2.txt",
        participants=(GUEST, HOST, THIRD)[:2],
        city="Baku",
        country="AZ",
        topics=("energy", "trade"),
        documents=("a protocol",),
        end_date="2019-11-08",
    )
    (meeting,) = resolve([first, other]).meetings
    assert meeting.title == "Title of a"
    assert (meeting.city, meeting.country, meeting.end_date, meeting.documents) == (
        "Baku",
        "AZ",
        "2019-11-08",
        ("a protocol",),
    )
    assert meeting.topics == ("security", "energy", "trade")
    assert [source.article for source in meeting.sources] == ["1.txt", "2.txt"]
    assert [attendee.name for attendee in meeting.attendees] == ["Zakir Hasanov", "Zacharie Gross"]


def test_the_address_of_an_entry_that_is_not_shown_leads_on() -> None:
    chronicle = resolve([entry("a", "1.txt"), entry("b", "2.txt"), entry("c", "3.txt")])
    assert chronicle.redirects == {"b": "a", "c": "a"}


def test_what_stands_twice_in_a_list_is_told_once() -> None:
    (meeting,) = resolve(
        [entry("a", "1.txt", topics=("energy", "energy"), parties=("AZ", "FR", "AZ"))]
    ).meetings
    assert meeting.topics == ("energy",)
    assert meeting.parties == ("AZ", "FR")


def test_a_meeting_stands_with_the_countries_that_took_part() -> None:
    chronicle = resolve([entry("a", "1.txt", parties=("EU", "UN", "NATO", "IR"), country="CH")])
    assert list(chronicle.meetings_of_country) == ["AZ", "FR", "IR"]


def test_meetings_come_oldest_first_and_undated_before_all() -> None:
    some = [
        entry("c", None, date="2019-11-07"),
        entry("b", None, date="2019"),
        entry("a", None, date="2019-11"),
        entry("d", None, date=None),
    ]
    assert meetings(*some) == [["d"], ["b"], ["a"], ["c"]]


ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["2019-11-07", "2019-11-08", "2019-11", None]),
        st.lists(st.sampled_from([HOST, GUEST, THIRD, FOURTH]), max_size=4, unique=True).map(tuple),
        st.sampled_from([None, "1.txt", "2.txt", "3.txt"]),
    ),
    max_size=7,
)


@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_entries_makes_no_difference(
    some: list[tuple[str, tuple[Participant, ...], str]], chance: object
) -> None:
    made = [
        entry(f"n{n}", article, date=date, participants=people)
        for n, (date, people, article) in enumerate(some)
    ]
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled) == resolve(made)


@given(ENTRIES)
def test_every_entry_has_one_meeting_or_leads_to_one(
    some: list[tuple[str, tuple[Participant, ...], str]],
) -> None:
    made = [
        entry(f"n{n}", article, date=date, participants=people)
        for n, (date, people, article) in enumerate(some)
    ]
    chronicle = resolve(made)
    shown = [meeting.id for meeting in chronicle.meetings]
    assert sorted([*shown, *chronicle.redirects]) == sorted(each.id for each in made)
    assert set(chronicle.redirects.values()) <= set(shown)


@given(ENTRIES)
def test_no_meeting_has_two_entries_of_one_article_or_two_of_none(
    some: list[tuple[str, tuple[Participant, ...], str]],
) -> None:
    made = [
        entry(f"n{n}", article, date=date, participants=people)
        for n, (date, people, article) in enumerate(some)
    ]
    for meeting in resolve(made).meetings:
        articles = [each.sources[0].article if each.sources else None for each in meeting.entries]
        assert len(articles) == len(set(articles))


def test_what_several_reports_say_that_one_said_is_one_statement() -> None:
    short = Participant("Z. Hasanov", "minister", None, "AZ")  # type: ignore[arg-type]
    one = Statement(Manner.THANKED, "Zakir Hasanov", ("AZ",), ("energy",))
    both = Statement(Manner.AGREED, None, ("AZ", "FR"), ("trade",))
    other = Statement(Manner.THANKED, "Z. Hasanov", ("AZ",), ("energy", "trade"))
    quoted = replace(one, quoted=True)
    (meeting,) = resolve(
        [
            entry("a", "1.txt", statements=(one, both)),
            entry("b", "2.txt", participants=(short, GUEST), statements=(other, quoted, both)),
        ]
    ).meetings
    assert meeting.statements == (replace(one, topics=("energy", "trade")), both, quoted)


def crowd(number: int) -> list[Entry]:
    """Reports of one meeting, and two of the same people's call on that day."""
    return [
        *[entry(f"e{n:04}", f"{n}.txt", city="Baku" if n % 2 else None) for n in range(number)],
        *[entry(f"f{n}", f"f{n}.txt", kind=Kind.CALL) for n in range(2)],
    ]


@pytest.mark.parametrize("number", [CROWD // 2, 400])
def test_a_crowd_of_reports_is_one_meeting_and_what_is_apart_stays_apart(number: int) -> None:
    assert sorted(len(each) for each in meetings(*crowd(number))) == [2, number]


def test_of_a_crowd_not_every_two_are_compared() -> None:
    few, many = [
        len(candidates([account_of(each, people) for each in entries]))
        for entries in (crowd(200), crowd(2000))
        for people in [identify(entries)]
    ]
    assert many < 11 * few
