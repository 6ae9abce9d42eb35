"""Votes by seats and embassies: who is of the organisation at its seat, of the embassy that is named."""

from collections.abc import Iterator

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.beside import NEAR, organised
from chronicle.ingest.sides.grounds import seats
from chronicle.ingest.sides.patterns import worded
from chronicle.ingest.sides.view import MANY, View
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

SAID_IN = r"(?:'s)?(?: <missions>)? in (?:the )?"  # behind an embassy's country: where it is
SAYS = r",?(?: has| had| also)*,? <says>\b"
ENVOY_OF = r"\b<envoys_of> (?:of|from) (?:the )?(?:<states> of (?:the )?)?$"
SENT_SOMEWHERE = (  # between an envoy's own country and his name: "(of Kenya) accredited to Georgia, "
    r"(?:,? <accredited>)? (?:to|in|at|with|for|near) [a-z' .-]{2,60}?(?:,? (?:with|in) [a-z ,]{3,40})?,? "
)


def head_at_the_seat(person: Person, view: View) -> Iterator[Mention]:
    """As in "Director General X received them at the Vienna International Centre": of who sits there."""
    role = person.role.value.lower() if person.role is not None else ""
    if role in word_lists("en/sides")["heads_at_seats"]:
        cities = {view.text.low[m.span.start : m.span.stop] for m in view.grounds[:MANY]}
        told = (m for m in view.first.values() if organised(m, view))
        named = [m for m in told if cities.intersection(seats().get(m.value, ()))]
        yield from [max(named, key=lambda m: view.count[m.value])] if named else []


def sent_from(person: Person, view: View) -> Iterator[Mention]:
    """As in "the ambassador of Kenya accredited to Georgia, X", "the envoy of Oman in Lima, X"."""
    low = view.text.low
    for place in view.namings(person):
        before = [m for m in view.inside[place.naming.sentence][:MANY] if m.span.stop <= place.opens]
        for side in before[-2:]:
            told = side.kind in ("country", "organisation") and worded(ENVOY_OF).search(
                low, max(0, side.span.start - NEAR), side.span.start
            )
            if told and worded(SENT_SOMEWHERE).fullmatch(low, side.span.stop, place.opens):
                yield side


def of_the_embassy_named(person: Person, view: View) -> Iterator[Mention]:
    """As in "The Polish Embassy in Lima said that Ambassador X …": of the only embassy that is named."""
    if person.number in view.sent:
        sides = {m.value: m for m in view.embassies}
        yield from sides.values() if len(sides) == 1 else ()


def host_of_the_embassy(person: Person, view: View) -> Iterator[Mention]:
    """As in "The Polish Embassy in Lima said that its ambassador met Minister X": of where it is."""
    if person.number in view.sent or person.role is None:
        return
    for embassy in view.embassies:
        there = worded(SAID_IN).match(view.text.low, embassy.span.stop)
        if there is not None and view.home in (None, embassy.value):
            seat = next((m for m in view.inside_of(embassy) if m.span.start == there.end()), embassy)
            if seat.value != embassy.value and worded(SAYS).match(view.text.low, seat.span.stop):
                yield seat
