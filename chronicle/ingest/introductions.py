"""Introductions: the sentence in which each person first appears, and what it says of taking part.

Everything is told as features, texts such as "cue host near" or "word before with"; what each counts
for is learnt (tools/train_reader.py).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from itertools import islice

from chronicle.ingest.bearings import Place, bearings_of
from chronicle.ingest.calendar_days import nearest
from chronicle.ingest.cast import Naming, Person
from chronicle.ingest.cues import Cues, whole
from chronicle.ingest.roles import is_envoy
from chronicle.ingest.scenes import Scene, in_aside
from chronicle.ingest.text import Sentence, Text
from chronicle.ingest.unnamed import MOST
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, PartialDate

NEAR = 60  # code points
NO_YEAR = len("--10-24")
NEWS, OLD = 2, 14  # days
FAR = 150  # code points between a name and an office that is still told with it
BEFORE = re.compile(r"([a-z']+|[^\w\s])\s*$")
AFTER = re.compile(r"\s*([a-z']+|[^\w\s])")
TELLING = frozenset(
    "with by to and of for from , ; : ( at as between that when where after while said told met"
    " received".split()
)
FOLLOWING = TELLING | {"who", "was", "were", "is", "had", "has", "."}


@dataclass(frozen=True, slots=True, eq=False)  # one object a person of the article
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
    known: dict[int, frozenset[str]] = field(default_factory=dict)  # what sentences say, by their number


def introductions_of(
    text: Text,
    cast: Sequence[Person],
    scenes: Sequence[Scene],
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
    inside = [scene.here for scene in scenes]
    around = Surroundings(text, inside, cues, paragraphs, published or "", sides, words)
    people = (*((person,) for person in islice(cast, MOST)), *islice(without_names(len(cast), scenes), MOST))
    placed = sorted((place_of(some, text) for some in people), key=lambda place: place.start)
    return [
        introduction(place, bearings, around)
        for place, bearings in zip(placed, bearings_of(placed, text), strict=True)
    ]


def without_names(number: int, scenes: Sequence[Scene]) -> Iterator[tuple[Person, ...]]:
    """Somebody for each side that a sentence tells of without a name, numbered on from `number`."""
    for scene in scenes:
        for told in scene.unnamed:
            fellows = []
            for side in told.sides:
                naming = Naming(
                    Mention(side.kind, side.span, side.value, told.how),
                    scene.sentence.number,
                    office=told.office,
                )
                fellows.append(Person(number, "", frozenset(), (naming,), role=told.office, side=side))
                number += 1
            yield tuple(fellows)


def place_of(people: Sequence[Person], text: Text) -> Place:
    """The first naming in a whole sentence, else the first at all; of several told as one, the first's."""
    person = people[0]
    naming = next((n for n in person.namings if whole(text, text.sentences[n.sentence])), person.namings[0])
    return Place(*reach(naming), person, naming, people[1:])


def introduction(place: Place, bearings: Iterable[str], around: Surroundings) -> Introduction:
    """A person's introduction, with what its sentence says."""
    start, stop, person, naming, fellows = place
    sentence = around.text.sentences[naming.sentence]
    if sentence.number not in around.known:
        around.known[sentence.number] = frozenset(of_the_sentence(sentence, around))
    features = around.known[sentence.number].union(
        of_the_place(sentence, start, stop, around),
        bearings,
        of_the_words_beside(naming, sentence, start, stop, around),
        of_the_person(person, naming, around),
    )
    return Introduction(person, naming, sentence, start, stop, features, tuple(fellows))


def reach(naming: Naming) -> tuple[int, int]:
    """From where to where a name goes with its office and rank."""
    spans = [m.span for m in (naming.person, naming.office, naming.rank) if m is not None]
    near = [span for span in spans if abs(span.start - naming.person.span.start) < FAR]
    return min(span.start for span in near), max(span.stop for span in near)


def of_the_place(sentence: Sentence, start: int, stop: int, around: Surroundings) -> Iterator[str]:
    """Where the cues of the sentence stand to the name, and whether an act is near."""
    for place, kind in around.cues[sentence.number]:
        yield f"cue {kind} {'before' if place < start else 'after'}"
        if abs(place - start) < NEAR or abs(place - stop) < NEAR:
            yield f"cue {kind} near"
    for mention in around.inside[sentence.number]:
        if mention.kind == "act" and abs(mention.span.start - start) < NEAR:
            yield "act near"


def of_the_sentence(sentence: Sentence, around: Surroundings) -> Iterator[str]:
    """Its cues, those of its paragraph, its acts, signs, dates and words."""
    here = around.cues[sentence.number]
    yield from (f"cue {kind}" for _, kind in here)
    others = around.paragraphs[sentence.paragraph].difference(kind for _, kind in here)
    yield from (f"paragraph {kind}" for kind in others)
    for mention in around.inside[sentence.number]:
        if mention.kind == "date":
            yield f"date {kind_of_date(mention.value.partition('/')[0])}"
        elif mention.kind == "act":
            yield f"act {mention.value}"
        elif mention.rule == "sign_of_telling":
            yield f"sign {mention.kind}"
    if around.published:
        dates = (m.value for m in around.inside[sentence.number] if m.kind == "date")
        yield from (
            f"told of {age}" for age in map(partial(age_of, published=around.published), dates) if age
        )
    yield from of_the_sentences_beside(sentence, around)
    yield from (f"says {word}" for word in set(sentence.words) if word.islower())
    opening = sentence.words[0].lower() if sentence.words else ""
    if opening in word_lists("en/stops")["openers"]:  # any other word could be a name, and be learnt
        yield f"opens {opening}"
    if not whole(around.text, sentence):
        yield "only in headline"


def of_the_sentences_beside(sentence: Sentence, around: Surroundings) -> Iterator[str]:
    """The kinds of cues in the sentences right before and after; the dates and acts of the one before."""
    for number, which in ((sentence.number - 1, "before"), (sentence.number + 1, "after")):
        if 0 <= number < len(around.text.sentences):
            close = around.text.sentences[number].paragraph == sentence.paragraph
            where = f"sentence {which} {'in' if close else 'outside'} the paragraph"
            yield from (f"{where} cue {kind}" for _, kind in around.cues[number])
            if which == "before":
                kinds = {m.kind: m for m in around.inside[number]}
                if "date" in kinds:
                    yield f"{where} date {kind_of_date(kinds['date'].value.partition('/')[0])}"
                if "act" in kinds:
                    yield f"{where} act"


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
    """How high the office is, of two the first: the first level of levels.yaml of which it has a word."""
    if person.role is None:
        return "none"
    found = levels().match(person.role.value.lower().partition(" and ")[0])
    return str(found.lastgroup) if found else "other"


@cache
def levels() -> re.Pattern[str]:
    """The words of each level; of several the first listed holds, wherever it stands (for `match`)."""
    lists = word_lists("en/levels")
    return re.compile("|".join(rf"(?P<{name}>.*\b(?:{'|'.join(words)}))" for name, words in lists.items()))
