"""Which entries tell of one meeting."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import Entry, Kind, Manner, Participant, Source, Statement, Status
from chronicle.resolve import resolve

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
        ({"status": Status.PLANNED}, "another state"),
        ({"participants": (HOST, THIRD)}, "only one official in common"),
        ({"participants": (HOST,)}, "only one official"),
        ({"sources": (Source(article="1.txt"),)}, "the same article"),
        ({"sources": ()}, "no article: by hand"),
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
