"""Votes by hosts and guests: "on the hosts' side", "spoke for the visitors", "the local counterpart"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.beside import NEAR, list_around, sides_before
from chronicle.ingest.sides.patterns import ahead, behind, worded
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.setting import comes, receives
from chronicle.ingest.sides.view import MANY, View
from chronicle.ingest.text import sentence_at
from chronicle.model import Mention

HOST = "<of_the_hosts>"
GUEST = "<of_the_guests>"
SIDE = "(?: <sides>)"
ON = r"(?:on|from|for|of|among|representing|by|with|as part of|on behalf of)"
HAD = "<had>"
TOOK = r"(?: (?:also |who )?<took_part>(?: <there>)*)?"
LOCAL = re.compile(r"\b(?:local|resident) (?:[a-z]+ ){0,2}$")
GUEST_TOLD = re.compile(r" (?:guests?|visitors?|leader|delegation)\b")
SEATED = r"\b<seated> (?:there|in [a-z -]{3,20})\b"


def party(word: str, others: str = "") -> tuple[str, str]:
    """What leads up to a name of a party, and what follows it."""
    came = "(?: also| too| sat| was| were| came)*"
    ahead = rf"\b(?:{ON} the {word}{SIDE}?,?|the {word}{SIDE}?,? {HAD}{others}){came},?:? ?$"
    return ahead, rf",?{TOOK} {ON} the {word}{SIDE}?\b(?! of\b)"


HOSTS, GUESTS = party(HOST), party(GUEST, "|(?:on|from) (?:theirs|their side|the (?:other|opposite) side)")


def of_the_hosts(person: Person, view: View) -> Iterator[Mention]:
    """As in "on the host's side X took part", "X led for the hosts", "the hosts were led by X"."""
    for _ in view.once(of_hosts, person):
        yield from hosts_side(person, view)


def of_the_guests(person: Person, view: View) -> Iterator[Mention]:
    """As in "on the guests' side X", "X spoke for the visitors", "the visiting side included X"."""
    for _ in view.once(of_guests, person):
        yield from guests_side(person, view)


def of_hosts(person: Person, view: View) -> Iterator[Place]:
    """Where somebody is told to be one of the hosts."""
    yield from (place for place in view.namings(person) if of_party(place, HOSTS, view))


def of_guests(person: Person, view: View) -> Iterator[Place]:
    """Where somebody is told to be one of the guests."""
    yield from (place for place in view.namings(person) if of_party(place, GUESTS, view))


def of_party(place: Place, words: tuple[str, str], view: View) -> bool:
    """Whether a name, or the list in which it stands, is told to be of a party."""
    first, last = list_around(place, view)
    before, after = map(worded, words)
    return bool(before.search(first.lead[-NEAR:]) or after.match(place.tail) or after.match(last.tail))


def hosts_side(person: Person, view: View) -> Iterator[Mention]:
    """The side of who receives, else of the place."""
    others = (p for p in view.cast[:MANY] if p.number != person.number and view.once(receives, p))
    told = next((p.side for p in others if p.side is not None), None)
    side = told or view.ground(person.namings[0].sentence)
    yield from [side] if side is not None else []


def guests_side(person: Person, view: View) -> Iterator[Mention]:
    """The side of who comes, else of a delegation, else the one named most; that of the place apart."""
    ground = view.ground(person.namings[0].sentence)
    own = {s.value for s in hosts_side(person, view)} | ({ground.value} if ground is not None else set())
    others = (p for p in view.cast[:MANY] if p.number != person.number and view.once(comes, p))
    sides = [p.side for p in others if p.side is not None and p.side.value not in own]
    told = sides or [m for m in view.delegations[:MANY] if m.value not in own]
    codes = [c for c in view.count if c in view.words.countries and c not in own]
    if not told and codes:
        told = [view.first[max(codes, key=lambda code: view.count[code])]]
    yield from told[:1]


def of_the_place(person: Person, view: View) -> Iterator[Mention]:
    """As in "his local counterpart X": of the country where it takes place."""
    for place in view.namings(person):
        office = place.naming.office
        told = office is not None and office.value.lower().startswith("local ")
        if told or LOCAL.search(place.lead):
            ground = view.ground(place.naming.sentence)
            yield from [ground] if ground is not None else []


def sent_where_others_go(person: Person, view: View) -> Iterator[Mention]:
    """As in "he flew to Oslo; X, the ambassador there, was present": of the side of the one who travels."""
    if person.number not in view.sent or not any(is_seated(p, view) for p in view.namings(person)):
        return
    ground = view.ground(person.namings[0].sentence)
    if ground is None or any(sides_before(p, view) for p in view.namings(person)[:1]):
        return
    sentences = {n.sentence for n in person.namings}
    for other in view.cast[:MANY]:
        near = any(0 <= s - n.sentence <= 1 for n in other.namings for s in sentences)
        side = other.side if near else None
        if side is not None and side.value in view.words.countries and side.value != ground.value:
            yield side
            return
    if view.home is not None and view.home != ground.value:
        yield replace(ground, kind="country", value=view.home)


def is_seated(place: Place, view: View) -> bool:
    """Whether an envoy is told to have his seat in a place: "the ambassador there", "the consul in Oslo"."""
    return worded(SEATED).search(view.text.low, place.start, place.stop + NEAR) is not None


def guest_told_later(person: Person, view: View) -> Iterator[Mention]:
    """As in "saw off X …, as the Chilean guest left": who comes, where nobody else is of that side."""
    if not view.once(comes, person) or person.number in view.sent:
        return
    taken = {p.side.value for p in view.cast[:MANY] if p.side is not None and p.number != person.number}
    first = min(n.person.span.start for n in person.namings)
    yield from [
        m
        for m in view.demonyms
        if m.span.start > first and m.value not in taken and GUEST_TOLD.match(view.text.low, m.span.stop)
    ][:1]


def member_of_a_delegation(person: Person, view: View) -> Iterator[Mention]:
    """As in "A Lao delegation flew in. It is headed by X", "a delegation from Prague. X is at its head"."""
    for place in view.namings(person):
        first = list_around(place, view)[0]
        if ahead("heading_before").search(first.lead) or behind("heading_after").match(place.tail):
            told = [m for m in view.delegations[:MANY] if m.span.start < place.start]
            near = [m for m in told if in_paragraph_of(m, place, view)]
            yield from (near or told)[-1:]


def in_paragraph_of(mention: Mention, place: Place, view: View) -> bool:
    """Whether a side is named in the paragraph of a person."""
    number = view.text.sentences[place.naming.sentence].paragraph
    return view.text.sentences[sentence_at(view.text, mention.span.start)].paragraph == number
