"""Votes for the outlet's own country where the article calls it "ours", or doesn't name it at all."""

from collections.abc import Iterator
from dataclasses import replace

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.beside import NEAR, list_around
from chronicle.ingest.sides.grounds import seats
from chronicle.ingest.sides.patterns import worded
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.setting import heads
from chronicle.ingest.sides.told import CALLS, RANG
from chronicle.ingest.sides.view import MANY, View
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

OUR_OWN = r"\bour (?:own )?(?:<states>(?:'s|,|\b(?= [a-z ,]{0,30}$))|$)"
OUR_SIDE = r"\bour (?:own )?<our_sides>\b,?(?: [a-z]+){0,5}:? ?(?:the )?$"


def ours(person: Person, view: View) -> Iterator[Mention]:
    """As in "our country's minister, X", "present on our side were X and Y"."""
    for place in view.namings(person) if view.home is not None else ():
        start, stop = max(0, place.opens - NEAR), place.naming.person.span.start
        first = list_around(place, view)[0]
        told = worded(OUR_OWN).search(view.text.low, start, stop) or worded(OUR_SIDE).search(first.lead)
        if told is not None or view.text.low.startswith(", our ", place.naming.person.span.stop):
            yield from home_of(person, view)


def home_by_the_bare_office(person: Person, view: View) -> Iterator[Mention]:
    """As in "Minister X received the Lao envoy", "rang the Lao premier": told without a country."""
    if (
        nameless_home(person, view)
        and view.trip is None
        and (
            all(m.value == view.home for m in view.grounds[:MANY])
            or any(rings(p, view) for p in view.namings(person))
        )
    ):
        yield from home_of(person, view)


def home_of_the_first_abroad(person: Person, view: View) -> Iterator[Mention]:
    """As in "In Geneva Minister X met the Lao envoy": who is told first, and isn't of the place."""
    if person.number or not nameless_home(person, view):
        return
    ground = view.ground(person.namings[0].sentence)
    if ground is None or ground.value == view.home or ground is not view.told_in(person.namings[0].sentence):
        return
    city = view.text.low[ground.span.start : ground.span.stop]
    others = (p.side for p in view.cast[1:MANY] if p.number not in view.unsided)
    host = any(side is not None and side.value == ground.value for side in others)
    seat = city in word_lists("en/sides")["session_cities"] or any(
        city in seats().get(s, ()) for s in view.count
    )
    if host or seat:
        yield from home_of(person, view)


def rings(place: Place, view: View) -> bool:
    """Whether it is by telephone that somebody speaks in a sentence, and so at home."""
    return any(m.value in CALLS for m in view.acts[place.naming.sentence]) or bool(
        worded(RANG).search(place.lead)
    )


def nameless_home(person: Person, view: View) -> bool:
    """Whether somebody may be of the outlet's country by his office, where the article doesn't name it."""
    if view.home is None or view.home in view.count or (person.role or person.rank) is None:
        return False
    role = person.role.value.lower() if person.role is not None else ""
    sent_out = (*word_lists("en/sides")["sent_out"], *word_lists("en/sides")["heads_of_companies"])
    return (
        bool(view.count)
        and person.number not in view.sent
        and not heads(person, view)
        and not role.startswith(sent_out)
    )


def home_of(person: Person, view: View) -> Iterator[Mention]:
    """The outlet's country, where the article names it or by the person's office."""
    if view.home is not None:
        named = view.home_named()
        yield named or replace(person.role or person.namings[0].person, kind="country", value=view.home)
