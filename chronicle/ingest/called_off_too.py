"""Visits that are off, told beside another encounter: "had invited him …, but it has been put off"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chronicle.ingest.cast import Person
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention, Status

INVITED = re.compile(
    r"\b(?:invited|was to have|was to come|were to come|was to visit|was expected|had planned|planned to)\b"
)
VISIT = re.compile(r"\b(?:visit|visits|trip|trips|journey|tour)\b")
NOR_TO = re.compile(
    r"\b(?:(?:is|are|was|will) not (?:be )?(?:going|go|travelling|traveling|travel|flying|fly) (?:on )?to"
    r"|(?:visits?|trips?|journeys?) to) (?:the )?$"
)
AND = re.compile(r"(?:,|,? and|,? or|,? nor)(?: to)?(?: the)? ")


def called_off_too(told: Sequence[Encounter], scenes: Sequence[Scene]) -> tuple[Encounter, ...]:
    """The encounters, with the visits that other sentences say to be off."""
    if not told or not told[0].main:
        return tuple(told)
    more: list[Encounter] = []
    for scene in scenes[told[0].main[0].sentence.number :] if told[0].people else ():
        if scene.whole and scene.people and is_off().search(scene.text.low, *scene.sentence.span):
            more += (*the_guest_stays_away(scene, told), *nor_there(scene, told))
    return (*told, *more)


def the_guest_stays_away(scene: Scene, told: Sequence[Encounter]) -> Iterator[Encounter]:
    """As in "X had invited Y to Lima for a visit on May 3, but it has been put off", behind their call."""
    low, span = scene.text.low, scene.sentence.span
    invited = INVITED.search(low, *span)
    held = [e for e in told if e.status is Status.HELD and e.people]
    if invited is None or VISIT.search(low, *span) is None or len(held) != len(told):
        return
    here = [(place_in(p, scene), p) for p in scene.people if p.side is not None]
    guests = [p for place, p in sorted(here, key=lambda pair: pair[0]) if place > invited.start()]
    if invited[0] != "invited":
        guests = [p for place, p in sorted(here, key=lambda pair: pair[0]) if place < invited.start()]
    guest = guests[0] if guests else None
    among = next((e for e in held if guest in e.people), None)
    if guest is None or guest.side is None or among is None:
        return
    hosts = [p.side for p in among.people if p.side is not None and p.side.value != guest.side.value]
    if hosts and not any(scene in e.main for e in told):
        yield off(guest, hosts[0], scene)


def nor_there(scene: Scene, told: Sequence[Encounter]) -> Iterator[Encounter]:
    """As in "N. is not going to A and B either: those visits are off as well": one for each country."""
    visits = [e for e in told if e.status is Status.CANCELLED and len(e.people) == 1 and scene not in e.main]
    for visit in visits[:1]:
        guest, known = visit.people[0], {value for e in told for value in e.sides}
        if guest in scene.people:
            yield from (off(guest, place, scene) for place in places(scene) if place.value not in known)


def places(scene: Scene) -> Iterator[Mention]:
    """The countries to which somebody isn't going, one after another."""
    low, span, end = scene.text.low, scene.sentence.span, None
    for mention in scene.here:
        if mention.kind not in ("country", "city") or not mention.value:
            continue
        leads = NOR_TO.search(low, span.start, mention.span.start) is not None
        if leads or (end is not None and AND.fullmatch(low, end, mention.span.start)):
            end = mention.span.stop
            yield mention


def off(guest: Person, host: Mention, scene: Scene) -> Encounter:
    """A visit that is off."""
    act = next(iter(scene.acts), None)
    return Encounter(Status.CANCELLED, Kind.VISIT, (guest,), (host,), (scene,), act, (scene,), (), 0.8)


def place_in(person: Person, scene: Scene) -> int:
    """Where somebody is named in a sentence first; its end, where only a word stands for him."""
    here = (n.person.span.start for n in person.namings if n.sentence == scene.sentence.number)
    return next(here, scene.sentence.span.stop)


@cache
def is_off() -> re.Pattern[str]:
    """That something is off."""
    lists = word_lists("en/status")
    return re.compile(rf"\b(?:{alternatives((*lists['off'], *lists['off_of_talks']))})\b")
