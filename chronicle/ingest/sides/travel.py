"""Votes by journeys: where somebody goes isn't home, and whom he meets there is of that country."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.beside import sides_before
from chronicle.ingest.sides.index import JOINED
from chronicle.ingest.sides.patterns import worded
from chronicle.ingest.sides.places import REACH, Place
from chronicle.ingest.sides.view import GOES_TO, MANY, ON_A_VISIT, View
from chronicle.model import Mention

MET_IN_IT = (  # between a city and a name: "(in Oslo) he met (X)", "(in Baku) with (X)"
    r",?(?: (?:he|she|they|the (?:[a-z]+ )?[a-z]+)(?: [a-z]+){0,3}? (<met_before>))?"
    r"(?: with)?,? (?:the |his |her )?"
)
DESTINATION = re.compile(  # "(San José) is the destination of (President X)"
    r"\b(?:destination|stop|goal) (?:of|for) (?:the )?$"
)
CLAUSES = ("in ", "in the ", "at ")  # before a city in which somebody is met


def traveller(person: Person, view: View) -> Iterator[Mention]:
    """As in "on his visit to Qatar, X …", "X, who left for India", "X visited Cuba, Peru and Chile"."""
    for place in view.namings(person):
        inside = view.inside[place.naming.sentence]
        at = bisect_left(inside, place.opens, key=lambda m: m.span.start)
        for side in inside[max(0, at - 1) : at]:
            told = view.text.low[max(0, side.span.start - REACH) : side.span.start]
            if view.text.low[side.span.stop : place.opens] in (", ", " ") and worded(ON_A_VISIT).search(told):
                yield side
        if DESTINATION.search(place.lead):
            yield from view.once(sides_before, place)[:1]
        following = view.next_place(place)
        behind = view.sides_behind(place, place.stop)
        for side in behind[:1]:
            alone = following is None or side.span.start < following.start
            if alone and worded(GOES_TO).search(view.text.low, place.stop, side.span.start):
                yield from joined(behind, view)


def joined(sides: tuple[Mention, ...], view: View) -> Iterator[Mention]:
    """The first of several sides, and those that a comma or "and" sets beside it."""
    last = None
    for side in sides:
        if last is not None and not JOINED.fullmatch(view.text.low, last.span.stop, side.span.start):
            return
        yield side
        last = side


def met_there(person: Person, view: View) -> Iterator[Mention]:
    """As in "In Muscat he met President X", "in Baku with Premier X and in Oslo with President Y"."""
    for place in view.namings(person):
        side, told = met_in(place, view)
        if side is None:
            continue
        others = (met_in(p, view)[0] for p in view.places[place.naming.sentence][:MANY])
        if told or any(other is not None and other.value != side.value for other in others):
            yield side


def met_in(place: Place, view: View) -> tuple[Mention | None, bool]:
    """The city or country in which somebody is met, and whether "he met" or the like stands there."""
    for side in view.once(sides_before, place)[:1]:
        if side.kind not in ("city", "country") or not view.text.low.endswith(CLAUSES, 0, side.span.start):
            continue
        told = worded(MET_IN_IT).fullmatch(view.text.low, side.span.stop, place.opens)
        if told is not None:
            return side, bool(told[1])
    return None, False
