"""Held, planned or cancelled: what the sentences that tell of an encounter say of its time, as features."""

from collections.abc import Iterator, Sequence

from chronicle.ingest.background import status_of
from chronicle.ingest.cues import whole
from chronicle.ingest.groups import Telling
from chronicle.ingest.introductions import Introduction

HEADLINE = 3  # sentences at the top that may be headlines
LATE = 3  # the last third of an article
OF_TIME = (  # kinds of features of an introduction
    "cue future",
    "cue cancelled",
    "told of",
    "date",
    "says ",
    "place",
    "late",
    "nth",
    "first",
    "opens the",
)


def status_features(introductions: Sequence[Introduction], telling: Telling) -> Iterator[str]:
    """Of the sentences in which its people are told first, of those around them, of the headline."""
    numbers = sorted({i.sentence.number for i in introductions})
    for number in numbers:
        yield from of_a_sentence(number, telling)
    told = frozenset().union(*(i.features for i in introductions))
    yield from (feature for feature in told if feature.startswith(OF_TIME))
    yield from (f"beside {kind}" for kind in beside(numbers, telling))
    yield from (f"headline {kind}" for kind in headline(telling))
    if numbers and numbers[0] * LATE > len(telling.scenes) * (LATE - 1):
        yield "late"


def of_a_sentence(number: int, telling: Telling) -> Iterator[str]:
    """Its signs, cues and dates."""
    scene = telling.scenes[number]
    yield from (f"sign {kind}" for kind in scene.signs)
    yield from (f"cue {kind}" for _, kind in telling.cues[number])
    yield f"rule {status_of(scene).value}"
    if scene.coming:
        yield "coming"
    if scene.perfect:
        yield "perfect"
    for date in scene.dates:
        yield f"date {date.value.split(' ')[0] if ' ' in date.value else 'day'}"


def beside(numbers: Sequence[int], telling: Telling) -> Iterator[str]:
    """What the sentences right before and after say of plans, where they are of the same paragraph."""
    for number in (numbers[0] - 1, numbers[-1] + 1) if numbers else ():
        sentences = telling.text.sentences
        if 0 <= number < len(sentences) and sentences[number].paragraph == sentences[numbers[-1]].paragraph:
            yield from (kind for _, kind in telling.cues[number] if kind in ("future", "cancelled"))


def headline(telling: Telling) -> frozenset[str]:
    """The kinds of cues in the headline."""
    top = (s for s in telling.text.sentences[:HEADLINE] if not whole(telling.text, s))
    return frozenset(kind for s in top for _, kind in telling.cues[s.number])
