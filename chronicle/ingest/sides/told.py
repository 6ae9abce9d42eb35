"""Votes by what somebody says, thanks and is called besides: "the ambassador said Norway would …"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.beside import NEAR, PARTY, PAST, is_relational, sides_before
from chronicle.ingest.sides.patterns import held_in, worded
from chronicle.ingest.sides.places import REACH, Place
from chronicle.ingest.sides.view import MANY, ORGANISED, View, acting_for, sentences_of
from chronicle.model import Mention

SAID = r"<said>(?: (?:him|her|them|(?:his|her) (?:host|hosts|guest|interlocutor)))?,?(?: that)?"
SAYS = (
    rf"(?:,? who)?(?: also| then| later| further)? {SAID}(?: (?:on|in|at|before|after|during|when)"
    r" [^.;,]{2,40} that)? (?:the )?$"
)
ENVOY_SAYS = rf"\bthe (?:new |outgoing )?(?:ambassador|envoy|diplomat|high commissioner) {SAID} (?:the )?$"
WANTS = r"(?:'s (?:government|authorities|people|companies|leadership))? <wants>\b"
THANKED = (
    r"(?:,? who)?(?: also| then| warmly| later)? <thanks>(?: the)?"
    r" (?:government of |people of |authorities of )?"
    r"(?:the )?$"
)
APPOSED = re.compile(
    r"(?: \([^()]{1,30}\))?, (?!and\b|or\b|with\b|while\b|but\b)(?:an? |the |his |her )?(?:[a-z-]+ ){0,3}$"
)
SIGNING = r"\b<signing_for>(?: (?:for|on behalf of|on the part of))? (?:the )?$"
WAS = r"(?:'s)?(?: <of_a_state>)? (?:was|were|is|are|came|sat|stood|will be)(?: also)?:? ?(?:the |its )?"
LEADING = r"\b<leading> (?:an? |the )?(?:[a-z-]+ )?$"
REPRESENTING = re.compile(r"\b(?:he|she|who)(?: will| now| has)* represent(?:s|ed)? (?:the )?$")
CALLS = ("call", "video")
RANG = r"\b<rang>\b"
RELATED = re.compile(r"\b(?:colleague|counterpart|opposite number|peer|homologue) $")
CLOSE = 50  # code points from a name to another office


def says_what_it_wants(person: Person, view: View) -> Iterator[Mention]:
    """As in "X said Norway would go on": of a country's will its own people speak."""
    for place in view.namings(person):
        for side in view.sides_behind(place, place.stop)[:2]:
            if worded(SAYS).fullmatch(view.text.low, place.stop, side.span.start) and wants(side, view):
                yield side
    if view.sent == {person.number}:
        first = min(sentences_of(person))
        for mentions in view.inside[first : first + 4]:
            yield from (
                m
                for m in mentions[:4]
                if worded(ENVOY_SAYS).search(view.text.low, max(0, m.span.start - NEAR), m.span.start)
                and wants(m, view)
            )


def wants(side: Mention, view: View) -> bool:
    """Whether a verb of will follows a country's name."""
    return (
        side.kind in ("country", *ORGANISED)
        and worded(WANTS).match(view.text.low, side.span.stop) is not None
    )


def thanked(person: Person, view: View) -> Iterator[Mention]:
    """As in "X thanked Kenya for its welcome": nobody thanks the own country."""
    for place in view.namings(person):
        for side in view.sides_behind(place, place.stop)[:1]:
            if worded(THANKED).fullmatch(view.text.low, place.stop, side.span.start):
                yield side


def another_office(person: Person, view: View) -> Iterator[Mention]:
    """As in "Minister X, special representative of the President of Jordan": an office behind the name."""
    for place in view.namings(person):
        office = office_behind(place, view)
        if office is not None and not PAST.search(view.text.low, place.stop, office.span.stop):
            yield from [side for side in (acting_for(office, view),) if side is not None]


def signs_for(person: Person, view: View) -> Iterator[Mention]:
    """As in "signing for the Turkish government was X", "present for Ghana was X"."""
    for place in view.namings(person):
        for side in view.once(sides_before, place)[:1]:
            lead = max(0, side.span.start - NEAR)
            if worded(SIGNING).search(view.text.low, lead, side.span.start) and worded(WAS).fullmatch(
                view.text.low, side.span.stop, place.opens
            ):
                yield side


def leads_a_party(person: Person, view: View) -> Iterator[Mention]:
    """As in "X, leading a Hungarian delegation of ten", "X was in Oslo at the head of a Qatari team"."""
    for place in view.namings(person):
        following = view.next_place(place)
        stop = following.start if following is not None else place.stop + REACH
        for side in view.sides_behind(place, place.stop)[:3]:
            party = side.span.start < stop and worded(PARTY).match(view.text.low, side.span.stop)
            if party and worded(LEADING).search(view.text.low, place.stop, side.span.start):
                yield side
                break


def office_behind(place: Place, view: View) -> Mention | None:
    """The office that a comma sets behind a name."""
    stop = place.naming.person.span.stop
    here = view.offices[place.naming.sentence]
    at = bisect_left(here, stop, key=lambda o: o.span.start)
    for office in here[at : at + 1]:
        told = office.span.start - stop < CLOSE and APPOSED.fullmatch(view.text.low, stop, office.span.start)
        ends = view.text.low.startswith((",", ".", ")", ";"), office.span.stop)
        free = office.span not in view.claimed or any(
            n.office is office for n in view.cast[place.number].namings
        )
        if told and ends and free and office.kind == "office":
            return office
    return None


def represents(person: Person, view: View) -> Iterator[Mention]:
    """As in "Minsk, where he will represent Kyrgyzstan", "who represents Denmark in Kampala"."""
    for sentence in {n.sentence for n in person.namings}:
        sides = view.inside[sentence]
        yield from (
            m
            for m in sides[:MANY]
            if REPRESENTING.search(view.text.low, max(0, m.span.start - 30), m.span.start)
            and not others_between(person, m, sentence, view)
        )


def others_between(person: Person, side: Mention, sentence: int, view: View) -> bool:
    """As in "X breakfasted with Y, who represents Senegal": told of the one named right before."""
    here = [p for p in view.places[sentence][:MANY] if p.stop <= side.span.start]
    return bool(here) and here[-1].number != person.number and " who " in here[-1].tail[:6]


def rung_there(person: Person, view: View) -> Iterator[Mention]:
    """As in "rang his colleague X in Amman": who is called is where his office is."""
    for place in view.namings(person):
        office = place.naming.office
        relational = office is not None and is_relational(office, view)
        for side in view.inside[place.naming.sentence][:MANY] if relational else ():
            within = place.start < side.span.start and side.span.stop <= place.naming.person.span.start
            if within and held_in().search(view.text.low, place.start, side.span.start):
                yield side
        called = any(m.value in CALLS for m in view.acts[place.naming.sentence]) or worded(RANG).search(
            place.lead
        )
        if called and (relational or RELATED.search(place.lead)):
            for side in view.sides_behind(place, place.stop)[:1]:
                if view.text.low[place.stop : side.span.start].strip(" ,") in ("in", "at", "in the"):
                    yield side
