"""Votes at the seat of an organisation, and by envoys to organisations: there a country is mere ground."""

from collections.abc import Iterator
from dataclasses import replace

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.against import posting
from chronicle.ingest.sides.beside import NEAR, organised, sides_before
from chronicle.ingest.sides.called import title_of_one_country
from chronicle.ingest.sides.grounds import seats
from chronicle.ingest.sides.patterns import worded
from chronicle.ingest.sides.setting import heads
from chronicle.ingest.sides.travel import traveller
from chronicle.ingest.sides.view import FEW, MANY, View
from chronicle.model import Mention

MISSION = "<representations>"
MISSION_OF = rf"\b{MISSION} (?:of|from) (?:the )?(?:<states> of )*(?:the )?$"
TO_IT = (
    rf"(?:'s? (?:permanent |standing )?{MISSION}| (?:permanent |standing )?{MISSION})?"
    r" (?:to|at|with|near) (?:the )?[a-z' .-]{2,70}?(?:,? (?:in|at) [a-z ]{3,20})?,? $"
)
TRAVELS = r",? (?:who )?(?:has |had |will |is |was |on [a-z]+ |yesterday |today )*<travels>\b"
ON_TOUR = r"\b<on_a_visit>\b[^.;,]{0,40},? $"
SENT_TO = rf"\b{MISSION}s?(?: of [a-z ]{{3,40}})? (?:to|at|with) (?:the )?$"


def of_the_mission(person: Person, view: View) -> Iterator[Mention]:
    """As in "head of the Mission of Norway to NATO, Ambassador X", "of Norway's mission to the EU, X"."""
    for place in view.namings(person):
        for side in view.once(sides_before, place):
            if side.kind not in ("country", "demonym"):
                continue
            told = worded(MISSION_OF).search(view.text.low, max(0, side.span.start - NEAR), side.span.start)
            behind = worded(TO_IT).fullmatch(view.text.low, side.span.stop, place.opens)
            if behind is not None and (told or "'s" in behind[0][:3] or side.kind == "demonym"):
                yield side


def organisation_of_the_posting(person: Person, view: View) -> Iterator[Mention]:
    """As in "the Mission of Norway to NATO, X": an envoy to an organisation isn't the organisation's."""
    for place in view.namings(person):
        for side in view.once(sides_before, place):
            lead = max(0, side.span.start - NEAR - 20)
            if organised(side, view) and worded(SENT_TO).search(view.text.low, lead, side.span.start):
                yield side


def home_before_an_organisation(person: Person, view: View) -> Iterator[Mention]:
    """Who meets people of organisations only is of the outlet's country, if the article tells no other."""
    if view.home is None or not meets_organisations(person, view):
        return
    grounds = {m.value for m in view.grounds}
    others = [c for c in view.told_countries if c != view.home and c not in grounds]
    ground = view.ground(person.namings[0].sentence)
    away = ground is not None and ground.value != view.home
    if not others and (not away or at_a_seat(person, view)):
        named = view.home_named()
        yield named or replace(person.role or person.namings[0].person, kind="country", value=view.home)


def home_of_the_traveller(person: Person, view: View) -> Iterator[Mention]:
    """As in "Minister X flew to Oslo": of the outlet's country, where the article names that nowhere."""
    if view.home is None or view.home in view.count or person.role is None or heads(person, view):
        return
    goes = any(worded(TRAVELS).match(p.tail) or worded(ON_TOUR).search(p.lead) for p in view.namings(person))
    if goes or view.once(traveller, person):
        yield replace(person.role, kind="country", value=view.home)


def home_of_the_envoy(person: Person, view: View) -> Iterator[Mention]:
    """As in "Ambassador to Chile X": of the outlet's country, if only where he is sent is named."""
    if person.number not in view.sent or view.home is None or person.role is None:
        return
    sent_to = {m.value for m in posting(person, view)}
    others = {m.value for m in view.named[:MANY]} - sent_to - {view.home}
    if sent_to and view.home not in sent_to and not others:
        yield replace(person.role, kind="country", value=view.home)


def country_of_the_seat(person: Person, view: View) -> Iterator[Mention]:
    """As in "met NATO's Secretary General in Brussels": nobody there is of Belgium for it."""
    ground = view.ground(person.namings[0].sentence)
    if ground is not None and ground.value != view.home and at_a_seat(person, view):
        yield ground


def at_a_seat(person: Person, view: View) -> bool:
    """Whether the person meets an organisation in a city where that has its seat."""
    if not meets_organisations(person, view):
        return False
    ground = view.ground(person.namings[0].sentence)
    if ground is None:
        return False
    city = view.text.key[ground.span.start : ground.span.stop].lower()
    return any(city in seats().get(side, ()) for side in sides_beside(person, view))


def meets_organisations(person: Person, view: View) -> bool:
    """Whether those with whom the person is named act for organisations, as far as it is known."""
    role = person.role.value.lower() if person.role is not None else ""
    if heads(person, view) or role.endswith(tuple(view.words.of_organisations)):
        return False
    sides = set(sides_beside(person, view))
    return bool(sides) and not any(side in view.words.countries for side in sides)


def sides_beside(person: Person, view: View) -> Iterator[str]:
    """For whom they act who are named beside somebody, as far as it is known or their titles tell it."""
    for other in others_beside(person, view):
        sides = [other.side] if other.side is not None else title_of_one_country(other, view)
        yield from [side.value for side in sides][:1]


def others_beside(person: Person, view: View) -> list[Person]:
    """Who else is named in the person's first sentences."""
    numbers = {
        p.number
        for naming in person.namings[:FEW]
        for p in view.places[naming.sentence][:MANY]
        if p.number != person.number
    }
    return [view.cast[number] for number in sorted(numbers)]
