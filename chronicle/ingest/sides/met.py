"""Votes by encounters: those who meet somebody are of another side."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.beside import list_around, sides_of, taken
from chronicle.ingest.sides.patterns import ahead, behind
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.view import FEW, View
from chronicle.model import Mention

SUBJECT = re.compile(
    r"\b(?:he|she|him)\b|^(?:[^,]{0,30}, ?)?(?:his|her)\b"
    r"|\bthe (?:[a-z-]+ ){0,2}[a-z]+(?:er|or|al|ent|ef|ry|st)\b"
)
OBJECT = re.compile(
    r"[^.;]{0,60}\b(?:him\b|his guest|her guest|the guest|the visitor"
    r"|her(?= (?:on|in|at|to|for|half|an?|that|with|the)\b|[.,;]))"
)


def side_of_those_met(person: Person, view: View) -> Iterator[Mention]:
    """The sides of the others in a sentence that tells of an encounter, company apart."""
    for met, ground in view.once(those_met, person):
        yield from (side for side in sides_of(met, view) if side.value != ground)


def those_met(person: Person, view: View) -> Iterator[tuple[Sequence[Place], str | None]]:
    """Whom the person meets, and the country of which they aren't."""
    for place in view.namings(person):
        acts = [m.span.start for m in view.acts[place.naming.sentence] if m.value != "visit"]
        near = near_names(place, view) if acts else ()
        yield [p for p in near if p.number != person.number and meet(place, p, acts, view)], None
        yield from he_who_meets(place, view)


def he_who_meets(place: Place, view: View) -> Iterator[tuple[Sequence[Place], str | None]]:
    """As in "He then met X", "X gave him half an hour": who is meant was named in a sentence before."""
    first = list_around(place, view)[0]
    if view.places[place.naming.sentence][0] is first:
        others = [p for p in view.before(first) if p.number != place.number]
        if others and subject(first):
            yield others[:1], None
        elif others and OBJECT.match(place.tail) and not behind("company_after").match(place.tail):
            ground = view.ground(place.naming.sentence)
            yield from [(others, ground.value)] if ground is not None else []


def subject(first: Place) -> bool:
    """Whether a pronoun or an office meets those named: "He also saw X", "the general's talks with X"."""
    met = ahead("met_before").search(first.lead) or ahead("host_before").search(first.lead)
    return met is not None and SUBJECT.search(first.lead) is not None


def near_names(place: Place, view: View) -> Sequence[Place]:
    """Who is named around a name in its sentence."""
    here = view.places[place.naming.sentence]
    at = bisect_left(here, place.start, key=lambda p: p.start)
    return here[max(0, at - FEW) : at + FEW + 1]


def meet(one: Place, other: Place, acts: Sequence[int], view: View) -> bool:
    """Whether an act stands between two people, or they are the only two and neither is of a company."""
    first, second = sorted((one, other), key=lambda p: p.start)
    at = bisect_right(acts, first.start)
    if at < len(acts) and acts[at] < second.start:
        return not together(first, second, view)
    here = view.places[first.naming.sentence][: FEW + 1]
    return len({p.number for p in here}) == len("ab") and not together(first, second, view)


def together(one: Place, other: Place, view: View) -> bool:
    """Whether two people of a sentence are told as one company or list."""
    if view.runs[one.start] is view.runs[other.start]:
        return len(view.places[one.naming.sentence]) > len("ab") or taken(one)
    return bool(ahead("company_before").search(other.lead) or behind("company_after").match(other.tail))
