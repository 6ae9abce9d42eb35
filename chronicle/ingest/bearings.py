"""How an introduction stands among all of its article: its place, who else is of its side or of another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chronicle.ingest.cast import Naming, Person
from chronicle.ingest.cues import whole
from chronicle.ingest.text import Text

OPENING = 6  # code points before a name that still opens a sentence
TOP = 4  # sentences of which the first may be headlines


class Place(NamedTuple):
    """Where a person is introduced: from `start` to `stop`, office and rank included."""

    start: int
    stop: int
    person: Person
    naming: Naming
    fellows: Sequence[Person]


class Stand(NamedTuple):
    """For whom somebody acts who is introduced, and where that is."""

    side: str | None
    start: int
    sentence: int
    paragraph: int


def bearings_of(placed: Sequence[Place], text: Text) -> Iterator[list[str]]:
    """The features of each place, in their order."""
    head = [text.low[s.span.start : s.span.stop] for s in text.sentences[:TOP] if not whole(text, s)]
    count = Counter(place.naming.sentence for place in placed)
    named = [stand_of(place, text) for place in placed if place.person.name]
    so_far = Counter[int]()
    for number, place in enumerate(placed):
        sentence = place.naming.sentence
        yield [
            f"introduced {min(number, 6)} of {min(len(placed), 8)}",
            f"nth {min(so_far[sentence], 3)} of {min(count[sentence], 4)}",
            *of_the_place(place, text),
            *of_the_headline(place, head),
            *of_the_sides(stand_of(place, text), named),
        ]
        so_far[sentence] += 1


def of_the_place(place: Place, text: Text) -> Iterator[str]:
    """Whether the name opens its sentence, and that its paragraph."""
    sentence = text.sentences[place.naming.sentence]
    opens = place.start - sentence.span.start < OPENING
    if opens:
        yield "opens the sentence"
    before = text.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.paragraph != sentence.paragraph:
        yield "first of its paragraph"
        yield f"first of its paragraph & {'opens it' if opens else 'behind'}"


def of_the_headline(place: Place, head: Sequence[str]) -> Iterator[str]:
    """Whether a headline has the family name."""
    if not head:
        yield "no headline"
    elif place.person.name:
        name = place.person.name.lower().split()[-1]
        yield f"headline names {any(name in line for line in head)}"


def of_the_sides(stand: Stand, named: Sequence[Stand]) -> Iterator[str]:
    """How many of the named are of the side, how many sides there are, where those of others are named."""
    count = Counter(one.side for one in named if one.side is not None)
    mine = count[stand.side] if stand.side is not None else 0
    yield f"of the side {min(mine, 4)} of {min(len(count), 4)} sides"
    yield f"sides named more {sum([n > mine for n in count.values()])}"
    others = [one for one in named if one.side is not None and one.side != stand.side]
    with_it = sum([one.sentence == stand.sentence for one in others])
    near = sum([one.paragraph == stand.paragraph for one in others])
    before = sum([one.start < stand.start for one in others])
    around = f"others before {min(before, 2)} after {min(len(others) - before, 2)}"
    yield f"others in the sentence {min(with_it, 2)}"
    yield f"others in the paragraph {min(near, 2)}"
    yield around
    yield f"{around} in the sentence {with_it > 0}"


def stand_of(place: Place, text: Text) -> Stand:
    """The side of somebody introduced, and where that is."""
    sentence = place.naming.sentence
    return Stand(side_of(place.person), place.start, sentence, text.sentences[sentence].paragraph)


def side_of(person: Person) -> str | None:
    """For whom somebody acts."""
    return person.side.value if person.side is not None else None
