"""What speaks for and against each side of somebody, as features; what each counts for is learnt."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.setting import comes, receives
from chronicle.ingest.sides.view import MANY, View
from chronicle.model import Mention

HEAD = re.compile(r"\b(?:president|prime minister|king|queen|emir|sultan|chancellor|premier)\b")
SECOND = re.compile(r"\b(?:vice|deputy|assistant)\b")
STEPS = (4, 20, 60)  # code points between a name and a side, from which on it stands further off
CLOSE = 2  # steps
LEAD = 2  # words before a name
NAMINGS = 8  # of one person that are looked at
LIKELY = (
    -70,
    -230,
    -460,
    -800,
)  # how a name goes with a country's cultures, below the likeliest, in hundredths
WORD = re.compile(r"[A-Za-z']+|[,;:.]")


@dataclass(frozen=True, slots=True)
class Bearing:
    """How somebody stands in the article, the same for every side."""

    person: Person
    kind: str  # of the office
    moves: str  # whether told as a guest or a host
    ground: str | None  # where the first sentence that names the person takes place
    lead: tuple[str, ...]  # the words right before the first name
    here: frozenset[int]  # who else is named in that sentence
    places: Sequence[Place]
    cultures: Sequence[int]  # how the name goes with each


def bearing_of(person: Person, view: View) -> Bearing:
    """How somebody stands in the article."""
    places = view.namings(person)[:NAMINGS]
    first = places[0]
    ground = view.ground(first.naming.sentence)
    return Bearing(
        person,
        kind_of(person, view),
        f"{'comes' if view.once(comes, person) else ''}{'receives' if view.once(receives, person) else ''}",
        ground.value if ground is not None else None,
        words_before(first, view),
        frozenset(p.number for p in view.places[first.naming.sentence]),
        places,
        view.words.cultures.of(person.name),
    )


def kind_of(person: Person, view: View) -> str:
    """An envoy, a head of state or government, somebody in another office or in none."""
    if person.number in view.sent:
        return "envoy"
    if person.role is None:
        return "no office"
    role = person.role.value.lower()
    return "head" if HEAD.search(role) and not SECOND.search(role) else "office"


def words_before(place: Place, view: View) -> tuple[str, ...]:
    """The last words before a name, but no capitalized ones: they could be names, and be learnt."""
    told = view.text.key[place.opens - len(place.lead) : place.opens]
    return tuple(word for word in WORD.findall(told)[-LEAD:] if not word[0].isupper())


def signs_of(
    side: str, votes: Collection[str], bearing: Bearing, view: View, held: Mapping[str, Sequence[int]]
) -> Iterator[str]:
    """What speaks for and against one side.

    `votes` are the names of the rules that tell it, `held` is who acts for each side as far as it is known.
    """
    kind = bearing.kind
    for rule in votes:
        yield f"vote {rule}"
        yield f"vote {rule} & {kind}"
    country = "country" if side in view.words.countries else "organisation"
    relation = ("home " if side == view.home else "") + ("ground " if side == bearing.ground else "")
    yield f"is {relation}{country} & {kind}"
    yield f"is {relation}{country} & {bearing.moves}"
    yield f"named {min(view.count.get(side, 0), 6)}"
    rank = view.ranks.get(side)
    yield f"named most but {'all' if rank is None else min(rank, 3)} {country}"
    yield from (f"lead {word} {relation}" for word in bearing.lead)
    yield from of_the_name(side, votes, bearing, view)
    yield from of_the_sentences(side, bearing, view)
    yield from of_the_others(side, bearing, view, held)


def of_the_name(side: str, votes: Collection[str], bearing: Bearing, view: View) -> Iterator[str]:
    """How the name goes with those of a country's officials: a hint, where nothing else tells."""
    cultures = view.words.cultures.countries.get(side)
    if cultures is None:
        yield "name of any culture"
        return
    likeness = max(bearing.cultures[culture] for culture in cultures)
    steps = sum(likeness < step for step in LIKELY)
    yield f"name {steps}"
    yield f"name {steps} & {'voted' if votes else 'named near'}"


def of_the_sentences(side: str, bearing: Bearing, view: View) -> Iterator[str]:
    """Where the side is told in the sentences that name the person, and in that before."""
    first = bearing.places[0].naming.sentence
    if first and any(m.value == side for m in view.inside[first - 1]):
        yield "in the sentence before"
    for place in bearing.places:
        inside = view.inside[place.naming.sentence]
        here = [m for m in inside if m.value == side]
        if here:
            yield "in a sentence"
            yield from of_the_distance(here, place)
            yield from of_the_nearest(side, inside, place, view)
        elif inside:
            yield "others in a sentence"


def of_the_distance(here: Sequence[Mention], place: Place) -> Iterator[str]:
    """How far before or behind the name the side is told, and by what kind of word."""
    for mention in here:
        before = mention.span.start < place.start
        far = place.start - mention.span.stop if before else mention.span.start - place.stop
        steps = sum(far >= limit for limit in STEPS)
        where = f"{'before' if before else 'behind'} {steps}"
        yield where
        if steps < CLOSE:
            yield f"{where} {mention.kind}"


def of_the_nearest(side: str, inside: Sequence[Mention], place: Place, view: View) -> Iterator[str]:
    """Whether the side is the one told nearest to the name, or the only one of the sentence."""
    before = [m for m in inside if m.span.stop <= place.start]
    if before and before[-1].value == side:
        yield "nearest before"
        yield f"nearest before {before[-1].kind}"
        places = view.places[place.naming.sentence]
        if not any(p.start >= before[-1].span.stop and p.stop <= place.start for p in places):
            yield "nearest before, nobody between"
    behind = next((m for m in inside if m.span.start >= place.stop), None)
    if behind is not None and behind.value == side:
        yield f"nearest behind {behind.kind}"
    if len({m.value for m in inside}) == 1:
        yield "alone in a sentence"


def of_the_others(
    side: str, bearing: Bearing, view: View, held: Mapping[str, Sequence[int]]
) -> Iterator[str]:
    """Who else is of the side, as far as sides are known."""
    me = bearing.person.number
    mine = [number for number in held.get(side, ())[:MANY] if number != me]
    many = min(len(view.cast) - 1, 3)
    yield f"held by {min(len(mine), 3)}"
    yield f"held by {min(len(mine), 1)} of {many} & {bearing.kind}"
    if not bearing.here.isdisjoint(mine):
        yield "held in the sentence"
        yield f"held in the sentence & {bearing.kind}"
    keys = view.office_words[bearing.person.number]
    if keys and any(view.office_words[number] == keys for number in mine):
        yield "held in the same office"
    if not mine and sum(any(number != me for number in some[:2]) for some in held.values()) == 1:
        yield "another than all others"
