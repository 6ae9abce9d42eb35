"""How a newcomer stands to the encounters told before, as features."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chronicle.ingest.cast import Person
from chronicle.ingest.introductions import Introduction, level
from chronicle.ingest.roles import role_words
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.network import AND

LIST = re.compile(r"[,;\s]*(?:and|the|as well as)?[,;\s]*(?:the )?")
JOINT = (  # kinds of features of an introduction that weigh by the state, too
    "cue ",
    "act near",
    "paragraph",
    "place",
    "word before",
    "level",
    "sign ",
    "nth ",
    "opens the",
    "first ",
    "unnamed ",
    "says ",
)
BETWEEN = 12  # words between two people, or before the first
ONE_SIDED = ("before", "after")


class Before(NamedTuple):
    """Where the telling stands when somebody is introduced."""

    current: Sequence[Person]  # of the encounter told last
    previous: Introduction | None  # of the last who was taken in
    people: int  # taken in so far
    encounters: int  # of two sides, so far


class State(NamedTuple):
    """How a newcomer stands to the encounter told last, as features."""

    name: str  # what other features weigh by: "one other"
    told: list[str]  # features by themselves
    joint: list[str]  # features that weigh by the state, beside those of the introduction


def of_the_state(one: Introduction, before: Before, text: Text, words: Lexicon) -> Iterator[str]:
    """How the newcomer stands to the people of the encounter told last, in one list."""
    name, told, joint = state_of(one, before, text, words, {})
    yield from told
    yield from (f"{name}{AND}{feature}" for feature in (*joint_of(one), *joint))


def joint_of(one: Introduction) -> list[str]:
    """The features of an introduction that weigh by the state, too."""
    return [f for f in one.features if f.startswith(JOINT) and not f.endswith(ONE_SIDED)]


def state_of(
    one: Introduction, before: Before, text: Text, words: Lexicon, levels: dict[Person, str]
) -> State:
    """How the newcomer stands to the people of the encounter told last; `levels` are those known so far."""
    sides = {p.side.value for p in before.current if p.side is not None}
    side = one.person.side.value if one.person.side else None
    relation = "unknown" if side is None else "known" if side in sides else "other"
    many = ("none", "one", "two", "more")[min(len(sides), 3)] if before.current else "nobody"
    name = f"{many} {relation}"
    if one.fellows:
        met = sum(p.side is not None and p.side.value in sides for p in (one.person, *one.fellows))
        name += f" of {min(len(one.fellows) + 1, 3)} known {min(met, 2)}"
    told = [f"state {name}", f"people {min(before.people, 4)}", f"encounters {min(before.encounters, 3)}"]
    joint = words_between(one, before.previous)
    told += joint
    if before.previous is not None:
        told.append(distance(one, before.previous, 3, 2))
        joint.append(distance(one, before.previous, 2, 1))
        if in_a_list(one, before.previous, text):
            told.append("in a list")
            joint.append("in a list")
    if any(one.sentence.number == n.sentence for p in before.current for n in p.namings):
        told.append("with one of the current")
        joint.append("with one of the current")
    told += levels_beside(one, before, levels)
    if side is not None:
        told.append(f"side {'of an organisation' if side not in words.countries else 'of a country'}")
    if one.person.role is not None and relation == "other":
        keys = role_words(one.person.role.value, words)
        if any(p.role is not None and keys & role_words(p.role.value, words) for p in before.current):
            told.append("an office as the other side's")
    return State(name, told, joint)


def levels_beside(one: Introduction, before: Before, levels: dict[Person, str]) -> Iterator[str]:
    """How high the offices of those before are, beside the newcomer's."""
    side = one.person.side.value if one.person.side else None
    for person in (one.person, *before.current):
        if person not in levels:
            levels[person] = level(person)
    for person in before.current:
        known = "beside" if side is not None and person.side and person.side.value == side else "against"
        yield f"level {levels[one.person]} {known} {levels[person]}"


def words_between(one: Introduction, previous: Introduction | None) -> list[str]:
    """The words from the last who was taken in to the newcomer, or from the start of the sentence."""
    start, where = one.sentence.span.start, "leads"
    if previous is not None and previous.sentence is one.sentence:
        start, where = previous.stop, "between"
    first, last = (bisect_left(one.sentence.starts, place) for place in (start, one.start))
    told = [word for word in one.sentence.words[first:last] if not word[0].isupper()]
    return [f"{where} {word}" for word in (told[:BETWEEN] if where == "between" else told[-BETWEEN:])]


def distance(one: Introduction, previous: Introduction, sentences: int, paragraphs: int) -> str:
    """How far from the last who was taken in, as far as it is counted."""
    gap, further = (
        one.sentence.number - previous.sentence.number,
        one.sentence.paragraph - previous.sentence.paragraph,
    )
    return f"sentences {min(gap, sentences)} paragraphs {min(further, paragraphs)}"


def in_a_list(one: Introduction, previous: Introduction, text: Text) -> bool:
    """Whether nothing stands between the last who was taken in and the newcomer but what joins names."""
    stop = previous.stop
    return one.sentence.number == previous.sentence.number and bool(
        LIST.fullmatch(text.low, stop, max(stop, one.start))
    )
