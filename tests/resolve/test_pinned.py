"""Whom the registry says a participant is, and who was joined with whom."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import Judgement, Participant, Registered, Registry, Verdict
from chronicle.resolve.pinned import clashes, pinned

SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT


def person(name: str, country: str | None = "AZ", role: str | None = None, **more: str) -> Participant:
    return Participant(name, role, None, country, **more)  # type: ignore[arg-type]


def record(id_: str, name: str, country: str | None = "AZ", **more: object) -> Registered:
    return Registered(id_, name, country=country, **more)  # type: ignore[arg-type]


def registry(*records: Registered, judgements: tuple[tuple[Verdict, str, str], ...] = ()) -> Registry:
    return Registry(
        records,
        tuple(Judgement(verdict, officials=(one, other)) for verdict, one, other in judgements),  # type: ignore[arg-type]
    )


def who(known: Registry, participant: Participant, entry: str = "e") -> str | None:
    return pinned(known).official_of(entry, participant)


ZAKIR = record("zakir-hasanov", "Zakir Hasanov", spellings=("Закир Гасанов", "Z. Hasanov"))


@pytest.mark.parametrize(
    "name", ["Zakir Hasanov", "Zakir Həsənov", "ZAKIR HASANOV", "Закир Гасанов", "Z. Həsənov"]
)
def test_a_record_means_its_names_in_any_letters(name: str) -> None:
    assert who(registry(ZAKIR), person(name)) == "zakir-hasanov"


@pytest.mark.parametrize(
    "participant",
    [
        person("Hasanov"),
        person("Hasanov Zakir"),
        person("Zakir Hasanov", "TR"),
        person("Zakir Hasanov", None),
        person("Zakir Hasanov", None, organisation="NATO"),
    ],
)
def test_a_record_means_no_other_name_and_no_other_side(participant: Participant) -> None:
    assert who(registry(ZAKIR), participant) is None


def test_without_a_side_a_record_means_whoever_has_the_name() -> None:
    anywhere = record("z", "Zakir Hasanov", None)
    for participant in (person("Zakir Hasanov", side) for side in ("AZ", "TR", None)):
        assert who(registry(anywhere), participant) == "z"


def test_an_organisation_is_a_side_by_any_of_its_names() -> None:
    known = registry(record("j", "Jens Stoltenberg", "NO", organisation="NATO"))
    for side in ("NATO", "North Atlantic Treaty Organization"):
        assert who(known, person("Jens Stoltenberg", None, organisation=side)) == "j"
    assert who(known, person("Jens Stoltenberg", "NO")) == "j"
    assert who(known, person("Jens Stoltenberg", None, organisation="OSCE")) is None


def test_the_narrowest_record_holds() -> None:
    known = registry(
        record("anywhere", "Ali Aliyev", None),
        record("plain", "Ali Aliyev"),
        record("general", "Ali Aliyev", roles=("Minister of Defence",)),
        record("once", "Ali Aliyev", entries=("e1",)),
    )
    assert who(known, person("Ali Aliyev", "TR")) == "anywhere"
    assert who(known, person("Ali Aliyev", role="Minister of Trade")) == "plain"
    assert who(known, person("Ali Aliyev", role="Defense Minister")) == "general"
    assert who(known, person("Ali Aliyev", role="Defense Minister"), "e1") == "once"
    assert not list(clashes(known))


def test_of_two_that_are_as_narrow_nobody_is_meant_unless_they_are_one() -> None:
    two = record("a", "Ali Aliyev"), record("b", "Əli Əliyev")
    assert who(registry(*two), person("Ali Aliyev")) is None
    assert [(clash.first.id, clash.second.id) for clash in clashes(registry(*two))] == [("a", "b")]
    joined = registry(*two, judgements=((SAME, "a", "b"),))
    assert who(joined, person("Ali Aliyev")) == "a"
    assert not list(clashes(joined))


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ({"roles": ("minister",)}, {"roles": ("envoy",)}, False),
        ({"roles": ("minister", "Defense Minister")}, {"roles": ("Minister of Defence",)}, True),
        ({"entries": ("e1",)}, {"entries": ("e2",)}, False),
        ({"entries": ("e1", "e2")}, {"entries": ("e2",)}, True),
        ({"entries": ("e1",)}, {"roles": ("minister",)}, False),
        ({"country": "TR"}, {}, False),
        ({"country": None}, {}, False),
        ({"country": "TR", "organisation": "NATO"}, {"country": None, "organisation": "nato"}, True),
    ],
)
def test_what_tells_two_of_one_name_apart(
    one: dict[str, object],
    other: dict[str, object],
    clash: bool,  # noqa: FBT001  pytest gives it by name
) -> None:
    known = registry(
        record("a", "Ali Aliyev", **{"country": "AZ", **one}),  # type: ignore[arg-type]
        record("b", "Ali Aliyev", **{"country": "AZ", **other}),  # type: ignore[arg-type]
    )
    assert bool(list(clashes(known))) == clash


# ── who was joined with whom ─────────────────────────────────────────────────────────────────


def redirects(*judgements: tuple[Verdict, str, str]) -> dict[str, str]:
    known = registry(*(record(id_, id_) for id_ in "abcde"), judgements=judgements)
    return dict(pinned(known).redirects)


@pytest.mark.parametrize(
    ("judgements", "expected", "why"),
    [
        ([(SAME, "a", "b")], {"b": "a"}, "the first keeps the page"),
        ([(SAME, "a", "b"), (SAME, "b", "c")], {"b": "a", "c": "a"}, "a chain leads to its end"),
        ([(SAME, "b", "c"), (SAME, "a", "b")], {"b": "a", "c": "a"}, "in any order"),
        ([(SAME, "a", "b"), (SAME, "b", "a")], {"a": "b"}, "the later holds"),
        ([(SAME, "a", "b"), (DIFFERENT, "b", "a")], {}, "taken back"),
        ([(DIFFERENT, "a", "b"), (SAME, "a", "b")], {"b": "a"}, "the later holds"),
        (
            [(SAME, "a", "b"), (SAME, "b", "c"), (DIFFERENT, "a", "c")],
            {"b": "a"},
            "who was joined last is let go",
        ),
        (
            [(SAME, "a", "b"), (DIFFERENT, "a", "c"), (SAME, "b", "c")],
            {"b": "a", "c": "a"},
            "a later joining holds",
        ),
        (
            [(SAME, "a", "b"), (SAME, "c", "b"), (SAME, "a", "c")],
            {"b": "a", "c": "a"},
            "in a group the later first keeps the page",
        ),
        (
            [(SAME, "a", "b"), (SAME, "c", "d"), (SAME, "b", "d"), (DIFFERENT, "a", "d")],
            {"b": "a", "d": "c"},
            "two groups part as they were",
        ),
    ],
)
def test_who_leads_where(
    judgements: list[tuple[Verdict, str, str]], expected: dict[str, str], why: str
) -> None:
    assert redirects(*judgements) == expected, why


def test_former_ids_lead_to_whom_the_official_is_now() -> None:
    known = registry(
        record("a", "A", formerly=("old-a",)),
        record("b", "B", formerly=("old-b", "older-b")),
        judgements=((SAME, "a", "old-b"),),
    )
    made = pinned(known)
    assert made.redirects == {"old-a": "a", "b": "a", "old-b": "a", "older-b": "a"}
    assert made.taken == {"a", "b", "old-a", "old-b", "older-b"}
    assert who(known, person("B")) == "a"


def test_pairs_that_are_apart_are_told_by_todays_ids() -> None:
    known = registry(
        *(record(id_, id_) for id_ in "abc"), judgements=((SAME, "a", "b"), (DIFFERENT, "b", "c"))
    )
    assert pinned(known).apart == {frozenset(("a", "c"))}
    again = registry(*known.officials, judgements=((DIFFERENT, "b", "c"), (SAME, "b", "c")))
    assert pinned(again).apart == frozenset()


JUDGEMENTS = st.lists(
    st.tuples(st.sampled_from([SAME, DIFFERENT]), st.sampled_from("abcde"), st.sampled_from("abcde")).filter(
        lambda judgement: judgement[1] != judgement[2]
    ),
    max_size=10,
)


@given(JUDGEMENTS)
def test_whatever_was_judged_nobody_leads_in_a_circle_and_the_last_word_holds(
    judgements: list[tuple[Verdict, str, str]],
) -> None:
    known = registry(*(record(id_, id_) for id_ in "abcde"), judgements=tuple(judgements))
    made = pinned(known)
    assert not set(made.redirects.values()) & made.redirects.keys()
    for pair in itertools.combinations("abcde", 2):
        words = [verdict for verdict, *officials in judgements if set(officials) == set(pair)]
        one = len({made.leads_to(id_) for id_ in pair}) == 1  # type: ignore[arg-type]
        if words and words[-1] is DIFFERENT:
            last = max(n for n, (_, *officials) in enumerate(judgements) if set(officials) == set(pair))
            assert not one or any(verdict is SAME for verdict, *_ in judgements[last:])
    if judgements:
        verdict, *officials = judgements[-1]
        assert (len({made.leads_to(id_) for id_ in officials}) == 1) == (verdict is SAME)  # type: ignore[arg-type]


def test_many_participants_and_records_take_a_moment() -> None:
    known = Registry(tuple(record(f"n{n}", name_of(n)) for n in range(20_000)))
    people = [person(name_of(n), role="minister") for n in range(30_000)]
    started = time.process_time()
    made = pinned(known)
    found = [made.official_of(f"e{n}", each) for n in range(10) for each in people]
    assert time.process_time() - started < 10  # a second or two where nothing else runs
    assert found[:20_000] == [f"n{n}" for n in range(20_000)]
    assert found[20_000:30_000] == [None] * 10_000


def name_of(number: int) -> str:
    """A name of two words that no other number has."""
    letters = "".join(chr(97 + int(digit)) for digit in str(number))
    return f"Ali {letters.title()}ov"
