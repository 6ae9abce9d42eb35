"""How a newcomer stands to the encounters told before, as features."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronicle.ingest.cast import Person
from chronicle.ingest.introductions import Introduction, level
from chronicle.ingest.roles import role_words
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon

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


@dataclass(frozen=True, slots=True)
class Before:
    """Where the telling stands when somebody is introduced."""

    current: Sequence[Person]  # of the encounter told last
    previous: Introduction | None  # of the last who was taken in
    people: int  # taken in so far
    encounters: int  # of two sides, so far


def of_the_state(one: Introduction, before: Before, text: Text, words: Lexicon) -> Iterator[str]:
    """How the newcomer stands to the people of the encounter told last."""
    sides = {p.side.value for p in before.current if p.side is not None}
    side = one.person.side.value if one.person.side else None
    relation = "unknown" if side is None else "known" if side in sides else "other"
    many = ("none", "one", "two", "more")[min(len(sides), 3)] if before.current else "nobody"
    state = f"{many} {relation}"
    if one.fellows:
        met = sum(p.side is not None and p.side.value in sides for p in (one.person, *one.fellows))
        state += f" of {min(len(one.fellows) + 1, 3)} known {min(met, 2)}"
    yield f"state {state}"
    yield f"people {min(before.people, 4)}"
    yield f"encounters {min(before.encounters, 3)}"
    for feature in one.features:
        if feature.startswith(JOINT) and not feature.endswith(ONE_SIDED):
            yield f"{state} & {feature}"
    if before.previous is not None:
        yield from of_the_distance(one, before.previous, state, text)
    if any(one.sentence.number == n.sentence for p in before.current for n in p.namings):
        yield "with one of the current"
        yield f"{state} & with one of the current"
    mine = level(one.person)
    for person in before.current:
        known = "beside" if side is not None and person.side and person.side.value == side else "against"
        yield f"level {mine} {known} {level(person)}"
    if side is not None:
        yield f"side {'of an organisation' if side not in words.countries else 'of a country'}"
    yield from of_the_words_between(one, before.previous, state)
    if one.person.role is not None and relation == "other":
        keys = role_words(one.person.role.value, words)
        if any(p.role is not None and keys & role_words(p.role.value, words) for p in before.current):
            yield "an office as the other side's"


def of_the_words_between(one: Introduction, previous: Introduction | None, state: str) -> Iterator[str]:
    """The words from the last who was taken in to the newcomer, or from the start of the sentence."""
    start, name = one.sentence.span.start, "leads"
    if previous is not None and previous.sentence is one.sentence:
        start, name = previous.stop, "between"
    told = [t.text for t in one.sentence.tokens if start <= t.start < one.start and not t.text[0].isupper()]
    for word in told[:BETWEEN] if name == "between" else told[-BETWEEN:]:
        yield f"{name} {word}"
        yield f"{state} & {name} {word}"


def of_the_distance(one: Introduction, previous: Introduction, state: str, text: Text) -> Iterator[str]:
    """How far from the last who was taken in; whether in a list with them."""
    gap = one.sentence.number - previous.sentence.number
    paragraphs = one.sentence.paragraph - previous.sentence.paragraph
    yield f"sentences {min(gap, 3)} paragraphs {min(paragraphs, 2)}"
    yield f"{state} & sentences {min(gap, 2)} paragraphs {min(paragraphs, 1)}"
    if gap == 0 and LIST.fullmatch(text.low, previous.stop, max(previous.stop, one.start)):
        yield "in a list"
        yield f"{state} & in a list"
