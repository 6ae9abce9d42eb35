"""Sides of those who act for a company, of which the article tells the name."""

import re
from collections.abc import Iterator
from functools import cache

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.patterns import alternatives, company
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.view import MANY, ORGANISED, View
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

OF_THE_STATE = ("state", "national", "public", "government")
LETTERS = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,})*")
ITS = re.compile(r"\bits (?:own |new )?$")
NAMED = re.compile(r"(?<=[^.!?] )[A-Z][^\W\d_][\w&-]*(?: [A-Z][\w&-]+){0,4}")


def works_for_a_company(person: Person, view: View) -> Iterator[Mention]:
    """As in "X, Vice President of Danish shipping company Maersk"; one of the state's is the state's."""
    for place in view.namings(person):
        key, stop = view.text.key, place.stop + len(place.tail)
        told = company().search(key, place.start, stop) and company().search(
            key, place.start, reach(place, view)
        )
        behind = told is not None and told.start() > place.stop
        if behind and not place.tail.startswith((",", " of ", " who ", " from ", " at ")):
            continue
        if told is None or told[1].lower().startswith(OF_THE_STATE) or len(told[2]) < len("ab"):
            continue
        if not place.naming.person.span.start <= told.start(2) < place.naming.person.span.stop:
            yield Mention("organisation", Span(*told.span(2)), told[2], "company_named")


def reach(place: Place, view: View) -> int:
    """How far what is told behind a name goes: to the next clause or the next person."""
    low, stop = view.text.low, place.stop + len(place.tail)
    signs = (low.find(sign, place.stop, stop) for sign in (";", ", and ", ", who is ", ", on "))
    following = view.next_place(place)
    stop = min([stop, *(sign for sign in signs if sign > 0)])
    return min(stop, following.start) if following is not None else stop


def runs_a_company(person: Person, view: View) -> Iterator[Mention]:
    """As in "first vice-president of SOCAR", "chief executive of Hanwoori Logistics"."""
    told = heading().fullmatch(person.role.value) if person.role is not None else None
    if told is None or person.role is None or not company_name(told[2], view):
        return
    if LETTERS.fullmatch(told[2]) or "vice" not in told[1].lower():
        yield Mention("organisation", person.role.span, told[2], "company_named")


@cache
def heading() -> re.Pattern[str]:
    """The head of a company and its name."""
    return re.compile(
        rf"(?i:({alternatives('heads_of_companies')})) of (?:the )?([A-Z][\w&-]*(?: [A-Z][\w&-]*)*)"
    )


def company_name(name: str, view: View) -> bool:
    """Whether the words are no name that the lexicon knows and no body of a state."""
    words = set(name.lower().split())
    return not words & set(word_lists("en/sides")["of_the_state"]) and not any(view.words.names.found(name))


def of_its_company(person: Person, view: View) -> Iterator[Mention]:
    """As in "The shipbuilder PT PAL opened its yard, and its president director, X, explained …"."""
    role = person.role.value.lower() if person.role is not None else ""
    if role not in word_lists("en/sides")["heads_of_companies"]:
        return
    for place in view.namings(person):
        told = [m for m in view.inside[place.naming.sentence] if m.span.start < place.start]
        if ITS.search(place.lead) and not any(m.kind in ORGANISED for m in told[:MANY]):
            start = view.text.sentences[place.naming.sentence].span.start
            known = view.taken_in(place.naming.sentence)
            for hit in reversed(list(NAMED.finditer(view.text.key, start + 1, place.opens))):
                if not any(s.start < hit.end() and hit.start() < s.stop for s in known):
                    yield Mention("organisation", Span(*hit.span()), hit[0], "company_named")
                    return
