"""Sides that are told of somebody in other words than those nearest to the name, and hold against them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.beside import NEAR, last_named
from chronicle.ingest.sides.companies import (
    called_after_its_company,
    of_an_apposed_company,
    of_its_company,
    reach,
    runs_a_company,
    works_for_a_company,
)
from chronicle.ingest.sides.lists import in_turn_of_names
from chronicle.ingest.sides.patterns import country_of, possessed, titles, worded
from chronicle.ingest.sides.places import REACH
from chronicle.ingest.sides.view import MANY, ORGANISED, View, acting_for
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

NATIONAL = frozenset(("country_before_name", "demonym_before_name"))
OF_THE_NAME = re.compile(r"[,(–-]| ?[\(A-Z–-]| (?:of|from|for|at|on|in|with|to|who|and)\b")
GATHERING = r"\b<gatherings> (?:of|to|at) (?:the )?(?:[a-z0-9-]+ ){0,3}$"  # before its name
GATHERING_PLACE = r"'?s? <gathering_places>\b"
WHOM = re.compile(r",? whom (?:the )?")
SENT = re.compile(
    r" (?:has |had |have )?(?:just |newly |recently )?"
    r"(?:designated|named|appointed|nominated|sent|accredited|chosen)\b"
)
LED = re.compile(r"(?:led|headed|chaired) by (?:the )?(?:hono(?:u|)rable |hon\.? )?")
IT_WAS = re.compile(r", (?:it|they|the (?:[a-z]+ )?(?:delegation|team|group|mission|visitors|guests))\b")
OFFICER = ("its ", "their ", "his deputy", "her deputy")  # before a nationality


def names_a_gathering(side: Mention | None, text: Text, words: Lexicon) -> bool:
    """As in "on the sidelines of the UN General Assembly Minister X": where it is, not whose office."""
    if side is None or side.value in words.countries:
        return False
    if worded(GATHERING_PLACE).match(text.low, side.span.stop):
        return True
    return worded(GATHERING).search(text.low, max(0, side.span.start - NEAR), side.span.start) is not None


def letters_behind(person: Person, view: View) -> Iterator[Mention]:
    """As in "representative of the United Nations High Commissioner for Refugees (UNHCR)"."""
    if person.side is not None and person.side.value in view.words.countries:
        return
    for place in view.namings(person):
        for mention in view.sides_behind(place, place.stop):
            told = view.text.key[place.stop : mention.span.start]
            if not OF_THE_NAME.match(told):
                continue
            apart = mention.kind != "organisation" or not told.endswith("(") or "," in told
            if not apart and mention.span.start < reach(place, view):
                yield mention


def member_of_the_union(person: Person, view: View) -> Iterator[Mention]:
    """As in "Slovenian MEP X", "European Commissioner for Trade X": the Union's, whatever nation or place."""
    del view
    if person.role is None:
        return
    role = f"{person.role.value.lower()} "
    if role.startswith(tuple(f"{form} " for form in word_lists("en/sides")["of_the_union"])):
        yield Mention("organisation", person.role.span, "EU", "title_in_office")


def each_in_turn(person: Person, view: View) -> Iterator[Mention]:
    """As in "his Bulgarian and Romanian counterparts, X and Y"."""
    yield from in_turn_of_names(person, view)


def national_of_an_organisation(person: Person, view: View) -> Iterator[Mention]:
    """As in "told its commander, the Turkish Major General X": the organisation's, whatever the nation."""
    side = person.side
    if side is None or side.rule not in NATIONAL:
        return
    for place in view.namings(person):
        start = view.text.sentences[place.naming.sentence].span.start
        lead = view.text.low[start : side.span.start] if start <= side.span.start < place.start else ""
        lead = lead.removesuffix("the ").rstrip()
        words = lead[-40:].removesuffix(",")
        if words == lead[-40:]:
            continue
        if words.endswith(OFFICER[2:]):
            others = (view.side(p.number) for p in view.before(place)[:1])
            yield from (s for s in others if s is not None and s.value not in view.words.countries)
        elif f" {words}".rpartition(" ")[0].endswith((" its", " their")) or possessed("own").search(
            words.rpartition(" ")[0]
        ):
            yield from last_named(place, ORGANISED, "", view)


def minister_of_a_state(person: Person, view: View) -> Iterator[Mention]:
    """As in "the alliance's delegation saw Defence Minister N.": of the outlet's own country."""
    side, role = person.side, person.role
    if person.inferred != "named_near" or side is None or side.value in view.words.countries or role is None:
        return
    if "minister" in role.value.lower() and view.home is not None:
        yield replace(side, kind="country", value=view.home)


def demonym_of_the_office(person: Person, view: View) -> Iterator[Mention]:
    """As in "After four years in Bangladesh Danish Ambassador X": the word that stands with the office."""
    side = person.side
    if side is None or side.rule not in ("country_in_office", "metonym_in_office"):
        return
    at = bisect_left(view.acting, side.span.stop, key=lambda m: m.span.start)
    for mention in view.acting[at : at + 1]:
        beside = mention.rule == "demonym_in_office" and mention.span.start == side.span.stop + 1
        if beside and view.text.low.endswith((" in ", " at "), 0, side.span.start):
            yield mention


def said_most(person: Person, view: View) -> Iterator[Mention]:
    """Of two sides told of one person the one told more often, or with the fuller name."""
    if person.side is None or len(person.namings) < len("ab"):
        return
    told: list[tuple[int, Mention]] = []
    for naming in person.namings:
        if naming.office is not None and naming.office.rule != "one_of_a_group":
            side = acting_for(naming.office, view)
            told += [(len(naming.person.value), side)] if side is not None else []
    if len({side.value for _, side in told}) > 1:
        count = Counter(side.value for _, side in told)
        yield max(told, key=lambda pair: (count[pair[1].value], pair[0], pair[1].span.start))[1]


def national_in_an_office(person: Person, view: View) -> Iterator[Mention]:
    """As in "the Zambian head of the OSCE's office, X", "the commissioner for energy, the Pole X"."""
    side = person.side
    if side is None or side.rule not in ("demonym_in_office", *NATIONAL):
        return
    for place in view.namings(person):
        name = place.naming.person.span.start
        if place.start <= side.span.start < name and side.rule == "demonym_in_office":
            inside = view.inside[place.naming.sentence][:MANY]
            here = [m for m in inside if side.span.stop < m.span.start < name and m.kind in ORGANISED]
            yield from [m for m in here if view.text.low.endswith((" of the ", " of "), 0, m.span.start)][:1]
        elif side.span.stop + 1 == name and view.text.low.endswith(", the ", 0, side.span.start):
            stop = side.span.start - len(", the ")
            title = titles().search(view.text.low, max(0, stop - REACH // 2), stop)
            if title is not None and country_of(title[0]) not in view.words.countries:
                yield Mention("organisation", Span(*title.span()), country_of(title[0]), "title_in_office")


def sent_by_a_state(person: Person, view: View) -> Iterator[Mention]:
    """As in "N., whom Pakistan has designated as its representative to the organisation": of that state."""
    for place in view.namings(person):
        if not place.tail.startswith((", whom ", " whom ")):
            continue
        for mention in view.sides_behind(place, place.stop):
            told = view.text.low[place.stop : mention.span.start]
            if WHOM.fullmatch(told) and SENT.match(view.text.low, mention.span.stop):
                yield mention


def leads_those_told_before(person: Person, view: View) -> Iterator[Mention]:
    """As in "… a delegation from A. Led by N., it was received by …": of the delegation's side."""
    for place in view.namings(person):
        span = view.text.sentences[place.naming.sentence].span
        opening = LED.fullmatch(view.text.low, span.start, place.opens)
        if opening and IT_WAS.search(view.text.low, place.stop, span.stop):
            yield from [m for m in view.delegations if m.span.start < span.start][-1:]


RULES = (
    works_for_a_company,
    of_an_apposed_company,
    runs_a_company,
    of_its_company,
    called_after_its_company,
    member_of_the_union,
    letters_behind,
    each_in_turn,
    national_of_an_organisation,
    national_in_an_office,
    sent_by_a_state,
    leads_those_told_before,
    demonym_of_the_office,
    said_most,
)


def told_otherwise(person: Person, view: View) -> Mention | None:
    """The side that holds against the one nearest to the name, if any does."""
    for rule in RULES:
        for side in rule(person, view):
            if person.side is None or side.value != person.side.value:
                return side
    return None
