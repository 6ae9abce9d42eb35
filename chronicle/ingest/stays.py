"""Stays of which no host is named: with the country visited, unless an encounter of them is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from chronicle.ingest.encounter import Encounter, sides_of
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.kinds import PLAIN
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention, Status

STAYING = re.compile(
    r"\b(?:is|are|has been|have been) in\b|\bleft (?:[a-z]+ ){1,6}for\b|\barrived in\b"
    r"|\bset out (?:[a-z]+ ){0,3}?(?:from|for) |\bis (?:since .{1,20} )?(?:receiving|hosting)\b"
)
TO = re.compile(r"\b(?:in|to|for|at|of|from)(?: the)?(?: republic of)?(?: the)? $")


def is_journey(scene: Scene) -> bool:
    """As in "A team of auditors was in Lima from May 3 to 5": abroad, and at no gathering of many."""
    span, low = scene.sentence.span, scene.text.low
    staying = patterns()["on_a_journey"].search(low, *span)
    return staying is not None and patterns()["gathering"].search(low, *span) is None


def sentences_of(encounter: Encounter, scenes: Sequence[Scene]) -> Iterator[Scene]:
    """Those that introduce somebody; before "It is led by …" the one that tells who stays where."""
    for scene in encounter.main:
        yield scene
        number = scene.sentence.number
        if number and patterns()["led"].search(scene.text.low, *scene.sentence.span):
            yield scenes[number - 1]


def with_the_visited(encounter: Encounter, scenes: Sequence[Scene]) -> Encounter:
    """As in "X is in Vietnam on an official visit", where no host is named: with the country visited."""
    if encounter.unnamed or len(encounter.sides) != 1 or any(p.side is None for p in encounter.people):
        return encounter
    for scene in sentences_of(encounter, scenes):
        span = scene.sentence.span
        if (
            is_journey(scene)
            or visiting().search(scene.text.low, *span)
            or STAYING.search(scene.text.low, *span)
        ):
            abroad = [m for m in visitable(scene) if m.value not in encounter.sides]
            if abroad:
                kind = Kind.VISIT if encounter.kind in PLAIN else encounter.kind
                here = (
                    STAYING.search(scene.text.low, *span) is not None and encounter.status is Status.PLANNED
                )
                status = Status.HELD if here else encounter.status
                return replace(encounter, unnamed=tuple(abroad[:1]), kind=kind, status=status)
    return with_hosts_of_the_place(encounter)


def with_hosts_of_the_place(encounter: Encounter) -> Encounter:
    """As in "The Inspector General of the Forces met the French minister, N., in Rabat": with the country."""
    for scene in encounter.main:
        met = any(act.value == Kind.MEETING for act in scene.acts)
        abroad = [m for m in scene.cities if m.value and m.value not in encounter.sides]
        if (
            met
            and abroad
            and not scene.unnamed
            and patterns()["gathering"].search(scene.text.low, *scene.sentence.span) is None
        ):
            return replace(encounter, unnamed=tuple(abroad[:1]))
    return encounter


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The words for a journey, for a gathering to which it leads, and for who leads it."""
    lists = word_lists("en/encounters")
    led = alternatives(word_lists("en/parts")["led"])
    return {
        "on_a_journey": re.compile(rf"\b(?:{alternatives(lists['on_a_journey'])})\b"),
        "gathering": re.compile(rf"\b(?:{alternatives(lists['gathering'])})\b"),
        "led": re.compile(rf"\b(?:{led})\b"),
    }


@cache
def visiting() -> re.Pattern[str]:
    """Words for a visit."""
    return re.compile(rf"\b(?:{alternatives(word_lists('en/encounters')['visiting'])})\b")


def visitable(scene: Scene) -> list[Mention]:
    """The countries and cities that somebody may be in, or go to, in order of the sentence."""
    countries = (
        m
        for m in scene.here
        if m.kind in ("country", "city")
        and TO.search(scene.text.low, scene.sentence.span.start, m.span.start)
    )
    places = {*scene.cities, *countries, *([scene.destination] if scene.destination else ())}
    return sorted(places, key=lambda m: m.span.start)


def told_more_of(stay: Encounter, told: Sequence[Encounter]) -> bool:
    """Whether a stay without hosts is one of which an encounter is told: then it is none.

    Nor is "hosted a delegation from Cuba" where its leader is named later on, nor "received the envoys
    of A and B" where each of them is named right behind.
    """
    if not stay.unnamed or len(sides_of(stay.people, ())) != 1:
        return False
    guests, hosts = {p.number for p in stay.people}, {m.value for m in stay.unnamed}
    others = [
        other
        for other in told
        if other is not stay and other.status is stay.status and guests <= {p.number for p in other.people}
    ]
    if any(hosts <= sides_of(other.people, ()) for other in others):
        return True
    behind = stay.main[-1].sentence.number + 1 if stay.main else 0
    each = [other for other in others if other.main and other.main[0].sentence.number == behind]
    return len(each) > 1 and hosts <= {side for other in each for side in sides_of(other.people, ())}
