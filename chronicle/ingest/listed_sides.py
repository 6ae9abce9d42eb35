"""Gatherings: at which one side is told as present, and those of whom only a list of sides is told."""

from collections.abc import Iterator
from dataclasses import replace

from chronicle.ingest.comers import MANY, attended
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.scenes import Scene
from chronicle.model import Kind, Mention


def with_the_listed(encounter: Encounter) -> Encounter:
    """The encounter with the sides that a list tells or the gathering implies, beside those of its people."""
    if encounter.kind is Kind.CREDENTIALS:
        return with_every_envoy(encounter)
    if not encounter.people:
        return of_many(encounter)
    return at_a_gathering(encounter)


def with_every_envoy(encounter: Encounter) -> Encounter:
    """As in "The envoys of A, B and C presented their credentials", where C's is named nowhere."""
    sides = encounter.sides
    listed = [
        told.sides
        for scene in encounter.scenes
        for told in scene.unnamed
        if len(told.sides) >= MANY and any(act.value == Kind.CREDENTIALS for act in scene.acts)
    ]
    more = {m.value: m for some in listed for m in some if len(sides & {s.value for s in some}) > 1}
    missing = tuple(mention for value, mention in more.items() if value not in sides)
    return replace(encounter, unnamed=(*encounter.unnamed, *missing)) if missing else encounter


def of_many(encounter: Encounter) -> Encounter:
    """As in "The chiefs of staff of A, B, C and D held a conference": nobody is named."""
    return replace(encounter, kind=Kind.CONFERENCE) if len(encounter.sides) > MANY else encounter


def at_a_gathering(encounter: Encounter) -> Encounter:
    """As in "N. took part in the council's meeting in Tashkent", where no other side is told."""
    if encounter.unnamed or len(encounter.sides) != 1 or any(p.side is None for p in encounter.people):
        return encounter
    for scene in encounter.main:
        hit = attended(scene)
        others = [m for m in whose_gathering(scene) if m.value not in encounter.sides] if hit else []
        if others:
            return replace(encounter, unnamed=(others[0],), kind=Kind.CONFERENCE)
    return encounter


def whose_gathering(scene: Scene) -> Iterator[Mention]:
    """The organisation that meets, else the country where it meets."""
    yield from (m for m in scene.here if m.kind == "organisation")
    yield from scene.cities
