"""Votes by what stands in the sentence of a name: who sends, whose office it is, in whose company."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.patterns import ahead, behind, country_of, possessed, sending, titles
from chronicle.ingest.sides.view import ORGANISED, Place, View
from chronicle.ingest.text import sentence_at
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

OF_THE = re.compile(r",? who (?:leads|heads|runs|commands|represents|chairs) the ([a-z]+)'s ")
NEAREST = 3  # sides before a name that may have sent it
REPRESENTING = re.compile(r"\b(?:he|she|who)(?: will| now| has)* represent(?:s|ed)? (?:the )?$")
LOOK_BACK = 40  # sides named before, at most
OWNER = ("'s ", "' ", "'s then ", "'s own ", "'s new ")
PAST = re.compile(r"\b(?:used to|former|formerly|once|had been|previously)\b")
CLAUSE = re.compile(
    r",? (?:who\b|whose\b|which\b|in charge of|responsible for|heading|leading|commanding|representing"
    r"|led\b|leads\b|heads\b|headed\b|commands\b|represents\b|represented\b|chairs\b|runs\b)"
)
OWNING = re.compile(
    r"\b(?:of|for|representing|represents|represented|commands?|heads?|leads?|led|headed|commanded)"
    r" (?:the )?$"
)
AFTER = re.compile(
    r",?(?: (?:his|her|their) (?:[a-z-]+ ){1,3}| (?:spoke |speaks |spoke up |acted |sat )?)"
    r"(?:for|on behalf of|representing|speaking for|from|of) (?:the )?"
)
ITS = re.compile(r"\b(?:its|their) (?:own |new )?$")
HIS = re.compile(r"\b(?:his|her) (?:own |new )?$")
LIST = re.compile(r"(?:,|;| and| &|, and|; and|,? as well as)(?: with| by| of| to)? ?")
TAKEN = re.compile(
    r"\b(?:with|by|to|were|was|included|comprised|are|present|attended|of|by:|were:|included:) ?(?:the )?$"
)


def owner_in_the_clause(person: Person, view: View) -> Iterator[Mention]:
    """As in "X, who commands Hungary's Joint Forces", "X, who is in charge of Ecuador's relations"."""
    for place in view.namings(person):
        if CLAUSE.match(view.tail(place)):
            stop = clause_end(place, view)
            inside = (m for m in view.inside[place.naming.sentence] if place.stop < m.span.start < stop)
            side = next((m for m in inside if owns(m, view)), None)
            if side is not None and not PAST.search(view.text.low, place.stop, side.span.start):
                yield side
            word = OF_THE.match(view.tail(place))
            if word is not None and word[1] in word_lists("en/sides")["own"]:
                yield from last_named(place, ORGANISED, word[1], view)


def clause_end(place: Place, view: View) -> int:
    """Where the clause behind a name ends: at a full stop, a semicolon or the next person."""
    tail = view.tail(place)
    semicolon = tail.find(";")
    stop = place.stop + (semicolon if semicolon > 0 else len(tail))
    return min([stop, *(p.start for p in view.places[place.naming.sentence] if p.start > place.stop)])


def owns(mention: Mention, view: View) -> bool:
    """Whether a side is told as an owner: "Hungary's", "of Hungary", "heads the Hungarian …"."""
    low = view.text.low
    if low.startswith(("'s ", "' "), mention.span.stop):
        return True
    before = low[max(0, mention.span.start - 20) : mention.span.start]
    return mention.kind != "city" and bool(OWNING.search(before))


def sent_by_a_side(person: Person, view: View) -> Iterator[Mention]:
    """As in "Ghana had sent X", "the Indian side was led by X", "Hungary by X", "On the Moroccan side X"."""
    for place in view.namings(person):
        sides = sides_before(place, view)
        told = (m for m in sides if sending().fullmatch(view.text.low, m.span.stop, place.opens))
        yield from [m for m in told if not view.text.low.endswith((" in ", " at "), 0, m.span.start)][:1]
        yield from from_a_city(place, next(iter(sides), None), view)


def side_right_before(person: Person, view: View) -> Iterator[Mention]:
    """As in "Baghdad's foreign minister, X", "the PCG Commandant, X"."""
    for place in view.namings(person):
        side = side_before(place, view)
        between = view.text.low[side.span.stop : place.opens] if side is not None else ""
        if side is not None and (
            between in OWNER or (between == " " and side.kind not in ("city", "country"))
        ):
            yield side


def represents(person: Person, view: View) -> Iterator[Mention]:
    """As in "Minsk, where he will represent Kyrgyzstan", "who represents Denmark in Kampala"."""
    for sentence in {n.sentence for n in person.namings}:
        sides = view.inside[sentence]
        yield from (
            m for m in sides if REPRESENTING.search(view.text.low, max(0, m.span.start - 30), m.span.start)
        )


def title_of_one_country(person: Person, view: View) -> Iterator[Mention]:
    """As in "Taoiseach X", "Raksha Mantri X"."""
    for place in view.namings(person):
        title = titles().search(view.text.low, place.start, place.stop)
        if title is not None:
            yield Mention(
                "country", Span(title.start(), title.end()), country_of(title[0]), "title_in_office"
            )


def from_a_city(place: Place, side: Mention | None, view: View) -> Iterator[Mention]:
    """As in "From Amman came X", "his opposite number from Incheon, X"."""
    if side is not None and view.text.low.endswith("from ", 0, side.span.start):
        between = view.text.low[side.span.stop : place.opens]
        if between.strip(" ,:") in ("", "came", "comes", "the", "there came"):
            yield side


def sides_before(place: Place, view: View) -> list[Mention]:
    """The sides named before a person in the sentence, nobody else between, the nearest first."""
    others = [p.stop for p in view.places[place.naming.sentence] if p.stop <= place.start]
    since = max(others, default=0)
    inside = view.inside[place.naming.sentence]
    return [m for m in reversed(inside) if since <= m.span.start and m.span.stop <= place.start][:NEAREST]


def side_before(place: Place, view: View) -> Mention | None:
    """The nearest of them."""
    return next(iter(sides_before(place, view)), None)


def side_behind(person: Person, view: View) -> Iterator[Mention]:
    """As in "X for the European Union", "X of the EBRD", "X from Prague"."""
    for place in view.namings(person):
        following = next((m for m in view.inside[place.naming.sentence] if m.span.start >= place.stop), None)
        if following is not None and following.span.start - place.stop < 44:
            between = view.text.low[place.stop : following.span.start]
            if AFTER.fullmatch(between) and (following.kind != "city" or "from" in between):
                yield following


def its_own(person: Person, view: View) -> Iterator[Mention]:
    """As in "its Chief of Naval Staff", "the bank's office", "the country's Defence Minister"."""
    for place in view.namings(person):
        lead = view.lead(place)
        if ITS.search(lead):
            yield from subject_of(place, view)
        word = possessed("own").search(lead)
        if word is not None:
            yield from last_named(place, ORGANISED, word[1], view)
        elif possessed("states").search(lead):
            yield from last_named(place, frozenset(("country", "demonym")), "", view)


def subject_of(place: Place, view: View) -> Iterator[Mention]:
    """The side that a clause begins with, for "its" and "their"."""
    sentence = place.naming.sentence
    others = [p.stop for p in view.places[sentence] if p.stop <= place.start]
    since = max([view.text.low.rfind(";", 0, place.start), *others])
    yield from [m for m in view.inside[sentence] if since <= m.span.start and m.span.stop <= place.start][:1]


def last_named(place: Place, kinds: frozenset[str], word: str, view: View) -> Iterator[Mention]:
    """The last side of these kinds before a person, one that is called so first."""
    before = (
        m for n in range(place.naming.sentence + 1) for m in view.inside[n] if m.span.start < place.start
    )
    named = [m for m in before if m.kind in kinds and (kinds is not ORGANISED or organised(m, view))]
    called = [m for m in named if word and m.value.lower().endswith(word)]
    yield from (called or named)[-1:]


def organised(mention: Mention, view: View) -> bool:
    """Whether the side is an organisation, not a country's parliament or army."""
    return mention.kind in ORGANISED and mention.value not in view.words.countries


def his_own(person: Person, view: View) -> Iterator[Mention]:
    """As in "his deputy X", "the attaché's ambassador, X": of the side of whoever was named before."""
    for place in view.namings(person):
        office = place.naming.office
        relational = office is not None and office.value.lower() in view.words.relational
        others = [p for p in view.before(place) if p.number != person.number][:1]
        if office is not None and office.span.start == place.start and not relational:
            owned = any(view.text.low[p.stop : place.opens] in OWNER for p in others)
            if owned or HIS.search(view.lead(place)):
                yield from sides_of(others, view)


def in_company(person: Person, view: View) -> Iterator[Mention]:
    """As in "accompanied by X", "with him was X", "X came along", "X was with the minister"."""
    for place in view.namings(person):
        first, last = list_around(place, view)
        if ahead("company_before").search(view.lead(first)) or behind("company_after").match(view.tail(last)):
            others = (p for p in view.before(first) if p.number != person.number)
            yield from sides_of([*others][:1], view)


def one_of_a_list(person: Person, view: View) -> Iterator[Mention]:
    """As in "attended by X, Y and Z": of one side, envoys apart."""
    envoy = is_sent(person, view)
    for place in view.namings(person):
        beside = [p for p in neighbours(place, view) if is_sent(view.cast[p.number], view) == envoy]
        yield from sides_of(beside, view)


def list_around(place: Place, view: View) -> tuple[Place, Place]:
    """The first and the last name of the list in which a name stands."""
    here = view.places[place.naming.sentence]
    first = last = here.index(place)
    while first > 0 and in_one_list(here[first - 1], here[first], view):
        first -= 1
    while last + 1 < len(here) and in_one_list(here[last], here[last + 1], view):
        last += 1
    return here[first], here[last]


def member_of_a_delegation(person: Person, view: View) -> Iterator[Mention]:
    """As in "A Lao delegation flew in. It is headed by X", "a delegation from Prague. X is at its head"."""
    for place in view.namings(person):
        if ahead("heading_before").search(view.lead(place)) or behind("heading_after").match(
            view.tail(place)
        ):
            told = [m for m in view.delegations if m.span.start < place.start]
            near = [m for m in told if in_paragraph_of(m, place, view)]
            yield from (near or told)[-1:]


def in_paragraph_of(mention: Mention, place: Place, view: View) -> bool:
    """Whether a side is named in the paragraph of a person."""
    number = view.text.sentences[place.naming.sentence].paragraph
    return view.text.sentences[sentence_at(view.text, mention.span.start)].paragraph == number


def neighbours(place: Place, view: View) -> Iterator[Place]:
    """Those right before and behind a name in its list."""
    here = view.places[place.naming.sentence]
    at = here.index(place)
    for one, other in zip(here[max(0, at - 1) :], here[max(0, at - 1) + 1 : at + 2], strict=False):
        if in_one_list(one, other, view) and (len(here) > 2 or TAKEN.search(view.lead(one))):
            yield one if other is place else other


def in_one_list(one: Place, other: Place, view: View) -> bool:
    """Whether only a comma or "and" stands between two names with their offices."""
    between = view.text.low[one.stop : other.opens]
    return len(between) < 40 and bool(LIST.fullmatch(between.removesuffix("the ").rstrip() + " "))


def is_sent(person: Person, view: View) -> bool:
    """Whether the person is an envoy."""
    return person.number in view.sent


def sides_of(places: Iterable[Place], view: View) -> Iterator[Mention]:
    """The sides of several people, where they are known."""
    yield from (side for p in places if (side := view.side(p.number)) is not None)


def side_of_those_met(person: Person, view: View) -> Iterator[Mention]:
    """The sides of the others in a sentence that tells of an encounter, company apart."""
    for place in view.namings(person):
        sentence = place.naming.sentence
        acts = [m.span.start for m in view.acts[sentence] if m.value != "visit"]
        for other in view.places[sentence] if acts else ():
            side = view.side(other.number)
            if side is not None and other.number != person.number and meet(place, other, acts, view):
                yield side


def meet(one: Place, other: Place, acts: Sequence[int], view: View) -> bool:
    """Whether an act stands between two people, or they are the only two and neither is of a company."""
    first, second = sorted((one, other), key=lambda p: p.start)
    if any(first.start < act < second.start for act in acts):
        return not together(first, second, view)
    return len({p.number for p in view.places[first.naming.sentence]}) == 2 and not together(
        first, second, view
    )


def together(one: Place, other: Place, view: View) -> bool:
    """Whether two people of a sentence are told as one company or list."""
    here = view.places[one.naming.sentence]
    steps = here[here.index(one) : here.index(other) + 1]
    if all(in_one_list(a, b, view) for a, b in pairwise(steps)):
        return len(here) > 2 or bool(TAKEN.search(view.lead(one)))
    return bool(
        ahead("company_before").search(view.lead(other)) or behind("company_after").match(view.tail(other))
    )
