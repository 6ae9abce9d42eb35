"""What a decision makes of the registry, and of who is who."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import UNDECIDED, CountryCode, Entry, OfficialId, Participant, Registered, Registry
from chronicle.problems import Refused
from chronicle.resolve.decide import (
    Known,
    Reason,
    joined,
    known_of,
    parted,
    renamed,
    unpinned,
    with_pinned,
    with_pinned_if_possible,
    without_name,
)
from chronicle.resolve.names import parsed
from chronicle.resolve.pinned import clashes, words_of
from chronicle.resolve.split import without_entries
from chronicle.resolve.suggest import suggestions

WHY = Reason("Leyla", None, "seen")


def person(name: str, side: str = "AZ", role: str | None = "minister") -> Participant:
    country = CountryCode(side) if len(side) == 2 else None
    return Participant(name, role, None, country, None if country or not side else side)


def known(*groups: tuple[Participant, ...], registry: Registry = UNDECIDED) -> Known:
    """Who is who where each group takes part in an entry, a day after another."""
    return known_of(
        [
            Entry(f"e{day}", "x", date=f"2019-01-{day:02}", participants=group)  # type: ignore[arg-type]
            for day, group in enumerate(groups, 1)
        ],
        registry,
    )


def again(before: Known, registry: Registry) -> dict[tuple[str, Participant], str]:
    """Who is who by another registry."""
    return who(known_of(before.entries, registry))


def who(of: Known) -> dict[tuple[str, Participant], str]:
    return {
        (entry.id, participant): of.people.official_of(entry, participant)
        for entry in of.entries
        for participant in entry.participants
    }


def all_pinned(of: Known) -> Known:
    """The same with everybody pinned who can be."""
    return known_of(of.entries, with_pinned_if_possible(of, of.people.names)[0])


def pin(of: Known, official: str) -> Registered:
    (record,) = with_pinned(of, [OfficialId(official)]).officials
    return record


def test_a_record_has_the_full_names_and_the_side() -> None:
    of = known(
        *((person(name),) for name in ("Zakir Hasanov", "Z. Hasanov", "Zakir Həsənov", "Zakir Hasanov"))
    )
    assert pin(of, "zakir-hasanov") == Registered(
        OfficialId("zakir-hasanov"), "Zakir Hasanov", ("Zakir Həsənov",), CountryCode("AZ")
    )


def test_a_record_of_somebody_with_a_bare_surname_is_for_the_office() -> None:
    assert pin(known((person("Hasanov"),)), "hasanov").roles == ("minister",)
    assert pin(known((person("Hasanov", role=None),)), "hasanov").roles == ()
    assert pin(known((person("Z. Hasanov"),)), "z-hasanov").roles == ()


def test_a_record_is_no_narrower_than_needed() -> None:
    """Of two of one name who met one another, the office tells which is meant."""
    two = known((person("Ali Aliyev"), person("Ali Aliyev", role="envoy")), (person("Ali Aliyev", "TR"),))
    assert [pin(two, id_).roles for id_ in ("ali-aliyev", "ali-aliyev-az")] == [("envoy",), ("minister",)]
    assert pin(two, "ali-aliyev-tr").roles == ()


def test_whoever_is_pinned_keeps_the_record() -> None:
    own = Registered(OfficialId("z"), "Zakir Hasanov", country=CountryCode("AZ"), note="ours")
    of = known((person("Zakir Hasanov"),), (person("Ali Aliyev"),), registry=Registry((own,)))
    assert unpinned(of) == ["ali-aliyev"]
    assert with_pinned(of, [OfficialId("z"), OfficialId("ali-aliyev")]).officials[0] == own


def test_a_new_address_is_nobodys_and_nobodys_former_one() -> None:
    own = Registered(
        OfficialId("a"), "Ali Aliyev", country=CountryCode("AZ"), formerly=(OfficialId("z-hasanov"),)
    )
    of = known(
        (person("Zakir Hasanov"),),
        (person("Z. Hasanov"),),
        (person("Ali Aliyev"),),
        registry=Registry((own,)),
    )
    _, new = without_name(of, OfficialId("zakir-hasanov"), "Z. Hasanov", None, WHY)
    assert new == "z-hasanov-az"


def test_the_name_of_a_pinned_official_is_not_split_off() -> None:
    own = Registered(OfficialId("z"), "Z. Hasanov", ("Zakir Hasanov",), CountryCode("AZ"))
    of = known((person("Zakir Hasanov"),), (person("Z. Hasanov"),), registry=Registry((own,)))
    with pytest.raises(Refused, match="itself"):
        without_name(of, own.id, "Z. Həsənov", None, WHY)
    registry, new = without_name(of, own.id, "Zakir Hasanov", None, WHY)
    assert registry.officials[0] == replace(own, spellings=())
    assert set(again(of, registry).values()) == {"z", new}


def test_who_is_pinned_to_entries_gives_some_of_them_away() -> None:
    own = Registered(OfficialId("z"), "Ali Aliyev", entries=("e1", "e2"))
    of = known(*[(person("Ali Aliyev"),)] * 3, registry=Registry((own,)))
    registry, new = without_entries(of, own.id, ["e2"], None, WHY)
    assert registry.officials[0].entries == ("e1",)
    assert again(of, registry)["e2", person("Ali Aliyev")] == new


def test_what_was_joined_is_parted_by_its_own_id() -> None:
    of = known((person("Zakir Hasanov"),), (person("Vali Valiyev"),), (person("V. Valiyev"),))
    one, other = OfficialId("zakir-hasanov"), OfficialId("vali-valiyev")
    merged = known_of(of.entries, joined(of, one, other, WHY))
    assert set(who(merged).values()) == {"zakir-hasanov"}
    with pytest.raises(Refused, match="'Vali Valiyev' is the name of 'vali-valiyev'"):
        without_name(merged, one, "Vali Valiyev", None, WHY)
    registry, new = without_name(merged, one, "V. Valiyev", None, WHY)
    assert again(of, registry) == {
        ("e1", person("Zakir Hasanov")): one,
        ("e2", person("Vali Valiyev")): one,
        ("e3", person("V. Valiyev")): new,
    }


def test_entries_of_somebody_who_was_joined_are_given_away_too() -> None:
    of = known(*[(person("Ali Aliyev"),)] * 4)
    one = OfficialId("ali-aliyev")
    registry, second = without_entries(of, one, ["e2", "e3"], None, WHY)
    of = known_of(of.entries, joined(known_of(of.entries, registry), one, second, WHY))
    with pytest.raises(Refused, match="pinned to no other entries"):
        without_entries(of, one, ["e2", "e3"], None, WHY)
    registry, third = without_entries(of, one, ["e3"], None, WHY)
    assert [again(of, registry)[f"e{n}", person("Ali Aliyev")] for n in range(1, 5)] == [one, one, third, one]


def test_a_namesake_in_the_same_entry_isnt_taken_along() -> None:
    minister, envoy = person("Ali Aliyev"), person("Ali Aliyev", role="envoy")
    of = known((minister, envoy), (minister,))
    one = who(of)["e2", minister]
    assert who(of)["e1", minister] == one != who(of)["e1", envoy]
    registry, new = without_entries(of, OfficialId(one), ["e1"], None, WHY)
    assert again(of, registry) == who(of) | {("e1", minister): new}
    assert [record.roles for record in registry.officials] == [("envoy",), ("minister",), ("minister",)]


def test_a_namesake_in_the_same_entry_and_office_makes_it_impossible() -> None:
    one, other = person("Ali Aliyev"), person("Ali Aliyev", role="Minister")
    own = [
        Registered(OfficialId(id_), "Ali Aliyev", country=CountryCode("AZ"), entries=entries, roles=roles)
        for id_, entries, roles in (("a", (), ("minister",)), ("b", ("e1",), ("envoy",)))
    ]
    of = known((one, other), (one,), registry=Registry((own[0],)))
    known_twice = {**of.named, OfficialId("a"): [("e1", one), ("e2", one)], own[1].id: [("e1", other)]}
    of = replace(of, named=known_twice, by_words={("ali", "aliyev"): (own[0].id, own[1].id)})
    with pytest.raises(Refused, match="'b' is named so, too, in e1"):
        without_entries(of, own[0].id, ["e1"], None, WHY)


def test_two_of_one_name_in_one_entry_are_pinned_by_their_offices() -> None:
    of = known((person("Zakir Hasanov"), person("Z. Hasanov"), person("Z. Hasanov", role=None)))
    registry, stuck = with_pinned_if_possible(of, of.people.names)
    assert stuck == ()
    assert [bool(record.roles) for record in registry.officials] == [True, False, False]
    assert again(of, registry) == who(of)


# ── whatever the entries say ─────────────────────────────────────────────────────────────────

PEOPLE = st.builds(
    person,
    st.sampled_from(
        ["Zakir Hasanov", "Z. Hasanov", "Hasanov", "Ziya Hasanov", "Zakir Həsənov", "Ali Aliyev", "…"]
    ),
    st.sampled_from(["AZ", "TR", "NATO", ""]),
    st.sampled_from(["minister", "Minister", "ambassador", None]),
)


def is_told_apart(entry: tuple[Participant, ...]) -> bool:
    """Not where somebody without a side stands beside a namesake: of these no record can tell one (0015)."""
    bare = {words_of(one.name) for one in entry if not (one.country or one.organisation)}
    return all(words_of(one.name) not in bare or not (one.country or one.organisation) for one in entry)


GROUPS = st.lists(
    st.lists(PEOPLE, min_size=1, max_size=3, unique=True).map(tuple).filter(is_told_apart),
    min_size=1,
    max_size=6,
)


@given(GROUPS)
def test_pinning_everybody_moves_nobody(groups: list[tuple[Participant, ...]]) -> None:
    before = known(*groups)
    registry, stuck = with_pinned_if_possible(before, before.people.names)
    assert not list(clashes(registry))
    assert again(before, registry) == who(before)
    assert unpinned(known_of(before.entries, registry)) == list(stuck)


@given(GROUPS, st.data())
def test_a_merge_moves_the_seconds_and_nobody_else_and_is_taken_back(
    groups: list[tuple[Participant, ...]], data: st.DataObject
) -> None:
    of = all_pinned(known(*groups))
    ids = [record.id for record in of.registry.officials]
    one, other = (data.draw(st.sampled_from(ids)) for _ in range(2)) if ids else ("", "")
    if one == other:
        return
    merged = joined(of, one, other, WHY)
    found = again(of, merged)
    for named, official in who(of).items():  # of whom a surname is told may well be another question now
        if not parsed(named[1].name).is_weak:
            assert found[named] == (one if official == other else official)
    after = known_of(of.entries, merged)
    assert after.people.redirects == {other: one}
    assert again(of, parted(after, one, other, WHY)) == who(of)


def test_a_namesake_without_a_record_is_not_taken_for_who_was_split_off() -> None:
    minister, envoy = person("Zakir Hasanov", "TR"), person("Zakir Hasanov", "TR", "ambassador")
    of = known((person("Zakir Hasanov"), minister), (minister, envoy))
    registry, new = without_entries(of, OfficialId("zakir-hasanov-tr"), ["e1"], None, WHY)
    found = again(of, registry)
    assert found["e1", minister] == new
    assert found["e2", envoy] == who(of)["e2", envoy] != new


@given(GROUPS, st.data())
def test_who_is_split_off_in_some_entries_moves_nobody_else(
    groups: list[tuple[Participant, ...]], data: st.DataObject
) -> None:
    of = known(*groups)
    if data.draw(st.booleans()):
        of = all_pinned(of)
    one = data.draw(st.sampled_from(sorted(of.named))) if of.named else ""
    mine = sorted({entry for entry, _ in of.named.get(OfficialId(one), ())})
    if len(mine) < 2:
        return
    entries = data.draw(st.lists(st.sampled_from(mine), min_size=1, max_size=len(mine) - 1, unique=True))
    with suppress(Refused):
        registry, new = without_entries(of, OfficialId(one), entries, None, WHY)
        assert not list(clashes(registry))
        found = again(of, registry)
        for named, official in who(of).items():
            if not parsed(named[1].name).is_weak:
                theirs = official == one and named[0] in entries
                assert found[named] == (new if theirs else official)


@given(GROUPS, st.data())
def test_a_rename_moves_one_and_the_old_address_leads_there(
    groups: list[tuple[Participant, ...]], data: st.DataObject
) -> None:
    of = all_pinned(known(*groups))
    if not of.registry.officials:
        return
    one = data.draw(st.sampled_from([record.id for record in of.registry.officials]))
    registry, new = renamed(of, one, "Vali Valiyev", None)
    after = known_of(of.entries, registry)
    assert who(after) == {named: new if official == one else official for named, official in who(of).items()}
    assert after.people.redirects == {one: new}
    assert after.people.names[new] == "Vali Valiyev"
    back, old = renamed(after, new, of.people.names[one], one)
    assert old == one
    assert again(of, back) == who(of)


# ── suggestions ──────────────────────────────────────────────────────────────────────────────


@given(GROUPS)
def test_suggestions_are_on_two_who_are_two_best_first_and_none_is_made_twice(
    groups: list[tuple[Participant, ...]],
) -> None:
    of = known(*groups)
    found = [each for each in suggestions(of.entries) if each.of == "officials"]
    assert all({each.one, each.other} <= of.people.names.keys() and each.one != each.other for each in found)
    assert all(0 < each.score <= 1 and each.reasons for each in found)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len({frozenset((each.one, each.other)) for each in found}) == len(found)
    registry = UNDECIDED
    decided = set()
    for each in found:
        with suppress(Refused):  # who is named as another is in the same entry
            registry = parted(
                known_of(of.entries, registry), OfficialId(each.one), OfficialId(each.other), WHY
            )
            decided.add(frozenset((each.one, each.other)))
    assert not [
        each for each in suggestions(of.entries, registry) if frozenset((each.one, each.other)) in decided
    ]
