"""Sides of those who act for a company, of which the article tells the name."""

import re
from collections.abc import Iterator
from functools import cache

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.patterns import alternatives, company
from chronicle.ingest.sides.places import REACH, Place
from chronicle.ingest.sides.view import MANY, ORGANISED, View
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

OF_THE_STATE = ("state", "national", "public", "government")
LETTERS = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,})*")
NO_NAME = frozenset(
    """first second senior executive former deputy new then the visiting outgoing minister president prime
    general director chief his her its bank mr mrs ms dr sir""".split()
)
ITS = re.compile(r"\bits (?:own |new )?$")
NAMED = re.compile(r"(?<=[^.!?] )[A-Z][^\W\d_][\w&-]*(?: [A-Z][\w&-]+){0,4}")


def works_for_a_company(person: Person, view: View) -> Iterator[Mention]:
    """As in "X, Vice President of Danish shipping company Maersk"; one of the state's is the state's."""
    own = person.side.value if person.side is not None else None
    if own is not None and person.inferred is None and own not in view.words.countries:
        return  # "World Bank Managing Director of Operations"
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


def called_after_its_company(person: Person, view: View) -> Iterator[Mention]:
    """As in "the dredging group Waterman, X", "Vodacom's regional president X", "Lindal executive X"."""
    for place in view.namings(person):
        start = view.text.sentences[place.naming.sentence].span.start
        stop = place.naming.person.span.start
        here = max(start, place.opens - REACH)
        told = chief_before(view.text.key, here, stop) or chief_before(view.text.key, here, place.opens)
        if told is not None and told.start(1) > start and named_so(told[1], view):
            yield Mention("organisation", Span(*told.span(1)), told[1], "company_named")
        for hit in company().finditer(view.text.key, here, place.opens):
            kind = hit[1].lower()
            if view.text.key[hit.end() : place.opens] in (", ", " ") and not kind.startswith(OF_THE_STATE):
                yield Mention("organisation", Span(*hit.span(2)), hit[2], "company_named")


def chief_before(key: str, start: int, stop: int) -> re.Match[str] | None:
    """The head of a company told right before a place, with its name."""
    if not key[start:stop].rstrip(" ,").endswith((*word_lists("en/sides")["heads_behind_a_name"], "CEO")):
        return None
    return chief().search(key, start, stop)


def named_so(name: str, view: View) -> bool:
    """Whether capitals before a head of a company may be its name."""
    words = name.lower().split()
    return not (NO_NAME | set(word_lists("en/sides")["states"])) & set(words) and company_name(name, view)


@cache
def chief() -> re.Pattern[str]:
    """The name of a company right before the head of one."""
    heads = alternatives("heads_behind_a_name")
    return re.compile(
        rf"\b([A-Z][\w&-]*(?: [A-Z][\w&-]*){{0,3}})(?:'s)? (?:(?!of\b)[a-z]+ )?(?:{heads}|CEO),? ?$"
    )


def of_an_apposed_company(person: Person, view: View) -> Iterator[Mention]:
    """As in "X, Lindal's director for Latin America": capitals that are no name the lexicon knows."""
    for place in view.namings(person):
        told = apposed_company().match(view.text.key, place.naming.person.span.stop)
        if told is not None and named_so(told[1], view):
            yield Mention("organisation", Span(*told.span(1)), told[1], "company_named")


@cache
def apposed_company() -> re.Pattern[str]:
    """As in "(X), APM Lindal's regional director"."""
    heads = alternatives("heads_of_companies_apposed")
    name = r"[A-Z][\w&-]+(?: [A-Z][\w&-]*){0,3}"
    return re.compile(rf", (?:the )?({name})(?:'s|') (?:[a-z-]+ ){{0,3}}(?:{heads})\b")


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
    if role.partition(" of ")[0] not in word_lists("en/sides")["heads_of_companies"]:
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
