"""Votes by company: with whom somebody comes, at whose side somebody sits."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice

from chronicle.ingest.cast import Person
from chronicle.ingest.roles import role_words
from chronicle.ingest.sides.beside import is_sent, list_around
from chronicle.ingest.sides.patterns import ahead, behind
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.view import View, acting_for
from chronicle.model import Mention

BROUGHT = re.compile(r"\bbr(?:ing|ings|ought|inging)\b[^.;]*\btogether with (?:the )?$")  # those who meet
SEAT = r"(?:embassy|mission|high commission|consulate|legation)"
EMBASSY = re.compile(rf"\b(?:the|his|her|their) {SEAT}'s (?:[a-z-]+ ){{0,3}}$")
OF_EMBASSY = re.compile(
    rf"\b(?:(?:of|at|in) (?:the|his|her|their) {SEAT}\b|embassy (?:counsell?or|secretary|attaché))"
)
HIM = (" him", " her", " them", " party", " delegation", " team", " group")  # somebody named before the list
TOGETHER = re.compile(
    r"[^.;]*\b(?:come|came|flown in|flew in|travelled|traveled|arrived)(?: \w+)? (?:together )?with (?:the )?"
)


def in_company(person: Person, view: View) -> Iterator[Mention]:
    """As in "accompanied by X", "with him was X", "X came along"; an envoy isn't sent to his own country."""
    for place, told in view.once(companies, person):
        own = (view.ground(place.naming.sentence) or view.home_named()) if is_sent(person, view) else None
        yield from (m for m in sides_told(told, view) if own is None or m.value != own.value)


def waits(person: Person, view: View) -> bool:
    """Whether the person is of the company of somebody whose side isn't known yet."""
    return any(not list(sides_told(told, view)) for _, told in view.once(companies, person) if told)


def companies(person: Person, view: View) -> Iterator[tuple[Place, list[Place | Mention]]]:
    """Where the person is told to be of somebody's company, and whose: someone named, or an office."""
    for place in view.namings(person):
        following = view.next_place(place)
        if following is not None and TOGETHER.fullmatch(view.text.low, place.stop, following.opens):
            yield place, [following]
            continue
        first, last = list_around(place, view)
        after = behind("company_after").match(last.tail)
        if after is not None and (office := office_at(last, after.end(), view)) is not None:
            yield place, [office]
        elif after is not None and first is not place and place is last and not after[0].endswith(HIM):
            yield place, [first]
        elif after is not None or (
            ahead("company_before").search(first.lead)
            and not BROUGHT.search(first.lead)
            and not last.tail.startswith("'s ")
        ):
            yield place, company_of(first, person, view)


def of_the_embassy(person: Person, view: View) -> Iterator[Mention]:
    """As in "the embassy's first secretary, X", "Counsellor of the Embassy X": of the ambassador's side."""
    yield from sides_told(view.once(ambassadors, person), view)


def ambassadors(person: Person, view: View) -> Iterator[Place]:
    """Who is named before somebody of the embassy."""
    for place in view.namings(person):
        told = EMBASSY.search(place.lead) or OF_EMBASSY.search(view.text.low, place.start, place.stop)
        if told is not None:
            sent = (p for p in view.before(place) if p.number != person.number and p.number in view.sent)
            yield from islice(sent, 1)


def office_at(place: Place, at: int, view: View) -> Mention | None:
    """As in "X was with the minister": the office behind "with"."""
    start = place.stop + at
    start += len(" the ") if view.text.low.startswith(" the ", start) else 1
    here = view.offices[place.naming.sentence]
    at_it = bisect_left(here, start, key=lambda o: o.span.start)
    return next((o for o in here[at_it : at_it + 1] if o.span.start == start), None)


def company_of(place: Place, person: Person, view: View) -> list[Place | Mention]:
    """With whom somebody comes: who is named before in the sentence, else an office, else who was named."""
    sentence = place.naming.sentence
    before: list[Place | Mention] = [p for p in view.before(place) if p.number != person.number]
    here = [p for p in before if isinstance(p, Place) and p.naming.sentence == sentence]
    office = next(iter(view.offices[sentence]), None)
    office = office if office is not None and office.span.start < place.opens else None
    return [*here[:1]] if here else [office] if office is not None else before[:1]


def sides_told(told: Iterable[Place | Mention], view: View) -> Iterator[Mention]:
    """The sides of people named, or of those who hold offices, where they are known."""
    for one in told:
        side = None
        if isinstance(one, Place):
            side = view.side(one.number)
        elif (side := acting_for(one, view)) is None:
            holder = view.holders.get(frozenset(role_words(one.value, view.words)))
            side = view.side(holder) if holder is not None else None
        if side is not None:
            yield side
