"""Introductions: the sentence in which each person first appears, and what it says of taking part.

Everything is told as features, texts such as "cue host near" or "word before with"; what each counts
for is learnt (tools/train_reader.py).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import islice
from typing import NamedTuple

from chronicle.ingest.calendar_days import nearest
from chronicle.ingest.cast import Naming, Person
from chronicle.ingest.cues import Cue, Cues, whole
from chronicle.ingest.roles import is_envoy, role_words
from chronicle.ingest.scenes import Scene, in_aside
from chronicle.ingest.text import Sentence, Text, by_sentence
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, PartialDate

MOST = 80  # people whom a report can bring together; who comes later is left out
NEAR = 60  # code points
NO_YEAR = len("--10-24")
OPENING = 6  # code points before a name that still opens a sentence
NEWS, OLD = 2, 14  # days
FAR = 150  # code points between a name and an office that is still told with it
BEFORE = re.compile(r"([a-z']+|[^\w\s])\s*$")
AFTER = re.compile(r"\s*([a-z']+|[^\w\s])")
TELLING = frozenset(
    "with by to and of for from , ; : ( at as between that when where after while said told met"
    " received".split()
)
FOLLOWING = TELLING | {"who", "was", "were", "is", "had", "has", "."}
LIST = re.compile(r"[,;\s]*(?:and|the|as well as)?[,;\s]*(?:the )?")
JOINT = (  # weigh by state, too
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
)
BETWEEN = 12  # words between two people, or before the first
ONE_SIDED = ("before", "after")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person and the sentence that first says more of them than a headline does."""

    person: Person
    naming: Naming
    sentence: Sentence
    start: int  # of the name with office and rank
    stop: int
    features: frozenset[str]  # what doesn't depend on the encounters told before
    fellows: tuple[Person, ...] = ()  # others told with the same words: "the ministers of A, B and C"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the introductions of an article."""

    text: Text
    inside: Sequence[Sequence[Mention]]  # by sentence
    cues: Cues
    paragraphs: Sequence[frozenset[str]]  # the kinds of cues in each paragraph
    published: str  # ISO; "" where it isn't known to the day
    sides: frozenset[str]  # for whom the people named act
    words: Lexicon


def introductions_of(
    text: Text,
    cast: Sequence[Person],
    scenes: Sequence[Scene],
    found: Sequence[Mention],
    cues: Cues,
    *,
    words: Lexicon,
    published: PartialDate | None,
) -> list[Introduction]:
    """One for each person, and for each of whom only the side is told, in order of the text."""
    kinds: list[set[str]] = [set() for _ in range(text.sentences[-1].paragraph + 1 if text.sentences else 0)]
    for sentence, here in zip(text.sentences, cues, strict=True):
        kinds[sentence.paragraph].update(kind for _, kind in here)
    sides = frozenset(person.side.value for person in cast if person.side is not None)
    paragraphs = [frozenset(some) for some in kinds]
    around = Surroundings(text, by_sentence(text, found), cues, paragraphs, published or "", sides, words)
    people = (*((person,) for person in islice(cast, MOST)), *islice(without_names(len(cast), scenes), MOST))
    placed = sorted((place_of(some, text) for some in people), key=lambda place: place.start)
    return [introduction(place, others, around) for place, others in with_others(placed)]


def without_names(number: int, scenes: Sequence[Scene]) -> Iterator[tuple[Person, ...]]:
    """Somebody for each side that a sentence tells of without a name, numbered on from `number`."""
    for scene in scenes:
        for told in scene.unnamed:
            fellows = []
            for side in told.sides:
                naming = Naming(replace(side, rule=told.how), scene.sentence.number, office=told.office)
                fellows.append(Person(number, "", frozenset(), (naming,), role=told.office, side=side))
                number += 1
            yield tuple(fellows)


class Place(NamedTuple):
    """Where a person is introduced: from `start` to `stop`, office and rank included."""

    start: int
    stop: int
    person: Person
    naming: Naming
    fellows: Sequence[Person]


def place_of(people: Sequence[Person], text: Text) -> Place:
    """The first naming in a whole sentence, else the first at all; of several told as one, the first's."""
    person = people[0]
    naming = next((n for n in person.namings if whole(text, text.sentences[n.sentence])), person.namings[0])
    return Place(*reach(naming), person, naming, people[1:])


def with_others(placed: Sequence[Place]) -> Iterator[tuple[Place, tuple[int, int]]]:
    """Each with which of how many it is that its sentence introduces."""
    count = Counter(place.naming.sentence for place in placed)
    so_far = Counter[int]()
    for place in placed:
        sentence = place.naming.sentence
        yield place, (so_far[sentence], count[sentence])
        so_far[sentence] += 1


def introduction(place: Place, others: tuple[int, int], around: Surroundings) -> Introduction:
    """A person's introduction, with what its sentence says; `others`: which of how many introduced there."""
    start, stop, person, naming, fellows = place
    sentence = around.text.sentences[naming.sentence]
    features = (
        *of_the_sentence(sentence, start, stop, around),
        *of_the_place(sentence, start, others, around),
        *of_the_words_beside(naming, sentence, start, stop, around),
        *of_the_person(person, naming, around),
    )
    return Introduction(person, naming, sentence, start, stop, frozenset(features), tuple(fellows))


def of_the_place(
    sentence: Sentence, start: int, others: tuple[int, int], around: Surroundings
) -> Iterator[str]:
    """Which of the names in its sentence, whether that opens with it, whether it opens its paragraph."""
    yield f"nth {min(others[0], 3)} of {min(others[1], 4)}"
    opens = start - sentence.span.start < OPENING
    if opens:
        yield "opens the sentence"
    before = around.text.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.paragraph != sentence.paragraph:
        yield "first of its paragraph"
        yield f"first of its paragraph & {'opens it' if opens else 'behind'}"


def reach(naming: Naming) -> tuple[int, int]:
    """From where to where a name goes with its office and rank."""
    spans = [m.span for m in (naming.person, naming.office, naming.rank) if m is not None]
    near = [span for span in spans if abs(span.start - naming.person.span.start) < FAR]
    return min(span.start for span in near), max(span.stop for span in near)


def of_the_sentence(sentence: Sentence, start: int, stop: int, around: Surroundings) -> Iterator[str]:
    """Its cues, where they stand to the name, those of its paragraph, its acts, signs and dates."""
    here = around.cues[sentence.number]
    yield from of_cues(here, start, stop)
    others = around.paragraphs[sentence.paragraph].difference(kind for _, kind in here)
    yield from (f"paragraph {kind}" for kind in others)
    for mention in around.inside[sentence.number]:
        if mention.kind == "date":
            yield f"date {kind_of_date(mention.value.partition('/')[0])}"
        elif mention.kind == "act":
            yield f"act {mention.value}"
            if abs(mention.span.start - start) < NEAR:
                yield "act near"
        elif mention.rule == "sign_of_telling":
            yield f"sign {mention.kind}"
    if around.published:
        dates = (m.value for m in around.inside[sentence.number] if m.kind == "date")
        yield from (
            f"told of {age}" for age in map(partial(age_of, published=around.published), dates) if age
        )
    yield from (f"says {word}" for word in {token.text for token in sentence.tokens if token.text.islower()})
    if sentence.tokens:
        yield f"opens {sentence.tokens[0].text.lower()}"
    if not whole(around.text, sentence):
        yield "only in headline"


def of_cues(cues: Iterable[Cue], start: int, stop: int) -> Iterator[str]:
    """Which kinds, before or after the name, near it or not."""
    for place, kind in cues:
        yield f"cue {kind}"
        yield f"cue {kind} {'before' if place < start else 'after'}"
        if abs(place - start) < NEAR or abs(place - stop) < NEAR:
            yield f"cue {kind} near"


def kind_of_date(value: str) -> str:
    """ "day", "weekday", "month" or "year"; "today" and the like are days, too."""
    if value.startswith("weekday"):
        return "weekday"
    if value.startswith("day "):
        return "relative"
    return {len("2019"): "year", len("2019-11"): "month"}.get(len(value), "day")


def age_of(value: str, published: str) -> str:
    """How a day stands to the publication: coming, news, past, long past; "" where that isn't told."""
    first = value.partition("/")[0]
    try:
        base = date.fromisoformat(published)
        told = (
            nearest(first, base)
            if first.startswith("--") and len(first) == NO_YEAR
            else date.fromisoformat(first)
        )
    except ValueError:
        return ""
    if told is None:
        return ""
    days = (base - told).days
    if days < 0:
        return "coming"
    return "news" if days <= NEWS else "past" if days <= OLD else "long past"


def of_the_words_beside(
    naming: Naming, sentence: Sentence, start: int, stop: int, around: Surroundings
) -> Iterator[str]:
    """The words right before and after the name with its office."""
    low = around.text.low
    before = BEFORE.search(low, max(sentence.span.start, start - 20), start)
    word = before[1] if before else "."
    yield f"word before {word if word in TELLING or word == '.' else '?'}"
    after = AFTER.match(low, stop)
    if after:
        word = "said" if after[1] in around.words.speech else after[1]
        yield f"word after {word if word in FOLLOWING else '?'}"
    if in_aside(naming, [m for m in around.inside[sentence.number] if m.kind == "asides"]):
        yield "in an aside"
    if low.startswith("'s ", naming.person.span.stop) or low.startswith("s' ", naming.person.span.stop - 1):
        yield "possessor"


def of_the_person(person: Person, naming: Naming, around: Surroundings) -> Iterator[str]:
    """How often and where named, in which office, for whom."""
    text = around.text
    if not person.name:
        yield f"unnamed {naming.person.rule}"
        yield f"unnamed {'for somebody named' if naming.person.value in around.sides else 'for nobody named'}"
    yield f"namings {min(len(person.namings), 4)}"
    yield f"place {min(naming.sentence, 6)}"
    yield f"late {naming.sentence * 4 // len(text.sentences)}"
    earlier = [n for n in person.namings[:4] if n.sentence < naming.sentence]
    if any(not whole(text, text.sentences[n.sentence]) for n in earlier):
        yield "in headline"
    if person.role is None:
        yield "no role"
    elif is_envoy(person.role.value, around.words):
        yield "envoy"
    yield f"level {level(person)}"
    if person.side is None:
        yield "no side"
    elif person.inferred:
        yield "side concluded"
    if person.standing == "former":
        yield "former"
    if any(n.speaking for n in person.namings):
        yield "spokesman"
    if person.rank is not None:
        yield "rank"


def level(person: Person) -> str:
    """How high the office is: the first of the levels of lexicon/en/levels.yaml of which it has a word."""
    if person.role is None:
        return "none"
    found = levels().search(person.role.value.lower())
    return str(found.lastgroup) if found else "other"


@cache
def levels() -> re.Pattern[str]:
    """The words of each level; of several the first listed holds, wherever it stands."""
    lists = word_lists("en/levels")
    return re.compile("|".join(rf"(?P<{name}>.*\b(?:{'|'.join(words)}))" for name, words in lists.items()))


# ── what depends on the encounters told before ───────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Before:
    """Where the telling stands when somebody is introduced."""

    current: Sequence[Person]  # of the encounter told last
    previous: Introduction | None  # of the last who was taken in
    people: int  # taken in so far
    encounters: int  # of two sides, so far


def of_the_state(one: Introduction, before: Before, around_text: Text, words: Lexicon) -> Iterator[str]:
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
        yield from of_the_distance(one, before.previous, state, around_text)
    if any(one.sentence.number == n.sentence for p in before.current for n in p.namings):
        yield "with one of the current"
        yield f"{state} & with one of the current"
    mine = level(one.person)
    for person in before.current:
        known = "beside" if side is not None and person.side and person.side.value == side else "against"
        yield f"level {mine} {known} {level(person)}"
    if side is not None:
        yield f"side {'of an organisation' if side not in words.countries else 'of a country'}"
    yield from of_the_words_between(one, before.previous)
    if one.person.role is not None and relation == "other":
        keys = role_words(one.person.role.value, words)
        if any(p.role is not None and keys & role_words(p.role.value, words) for p in before.current):
            yield "an office as the other side's"


def of_the_words_between(one: Introduction, previous: Introduction | None) -> Iterator[str]:
    """The words from the last who was taken in to the newcomer, or from the start of the sentence."""
    start, name = one.sentence.span.start, "leads"
    if previous is not None and previous.sentence is one.sentence:
        start, name = previous.stop, "between"
    told = [t.text for t in one.sentence.tokens if start <= t.start < one.start and not t.text[0].isupper()]
    yield from (f"{name} {word}" for word in (told[:BETWEEN] if name == "between" else told[-BETWEEN:]))


def of_the_distance(one: Introduction, previous: Introduction, state: str, text: Text) -> Iterator[str]:
    """How far from the last who was taken in; whether in a list with them."""
    gap = one.sentence.number - previous.sentence.number
    paragraphs = one.sentence.paragraph - previous.sentence.paragraph
    yield f"sentences {min(gap, 3)} paragraphs {min(paragraphs, 2)}"
    yield f"{state} & sentences {min(gap, 2)} paragraphs {min(paragraphs, 1)}"
    if gap == 0 and LIST.fullmatch(text.low, previous.stop, max(previous.stop, one.start)):
        yield "in a list"
        yield f"{state} & in a list"
