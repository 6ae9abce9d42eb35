"""Votes by what stands in the sentence of a name: who sends, whose office it is, in whose company."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.patterns import (
    ahead,
    among_persons,
    apposed,
    behind,
    country_of,
    held_in,
    owned,
    possessed,
    sending,
    titles,
)
from chronicle.ingest.sides.view import FEW, MANY, ORGANISED, Place, View
from chronicle.ingest.text import sentence_at
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

OF_THE = re.compile(r",? who (?:leads|heads|runs|commands|represents|chairs) the ([a-z]+)'s ")
NEAREST = 3  # sides before a name that may have sent it
REPRESENTING = re.compile(r"\b(?:he|she|who)(?: will| now| has)* represent(?:s|ed)? (?:the )?$")
NEAR = 60  # code points before a side
OWNER = ("'s ", "' ", "'s then ", "'s own ", "'s new ", ", whose ", " whose ")
CAME = ("", "came", "comes", "the", "there came")
ELSEWHERE = (" in ", " at ", " from ")  # before a side: no sender
SENT = re.compile(r"\b(?:sent|represented|led|headed|chosen|named|appointed|dispatched|delegated|by)\b")
TITLE = re.compile(r"(?:'s)? ?[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|of|for|the|and|on|to|in))*,? ")
HOME = re.compile(
    r"\b(?:go|going|goes|went|returns?|returned|returning|fl(?:y|ies|ew|ying)|heads?"
    r"|headed) (?:back )?home to (?:the )?$"
)
IS = re.compile(
    r"(?: (?:who|whom|with|to|whose|at|in|on|for|he|she|they)\b[^.;]{0,100})? (?:was|is) (?:the )?"
)
HEADING = re.compile(
    r"\b(?:he|she) (?:heads|leads|runs|directs|represents|works|speaks|commands"
    r"|chairs)\b[^.;]*? (?:of|for) (?:the )?$"
)
PAST = re.compile(r"\b(?:used to|former|formerly|once|had been|previously)\b")
CLAUSE = re.compile(
    r",? (?:who\b|whose\b|which\b|in charge of|responsible for|heading|leading|commanding|representing"
    r"|led\b|leads\b|heads\b|headed\b|commands\b|represents\b|represented\b|chairs\b|runs\b"
    r"|one of (?:the|its)\b|(?:an?|the) [^,.;]{0,40}?\b(?:at the head|in charge|member|senior|deputy)\b)"
)
CLOSED = re.compile(r", (?!and\b|or\b)[a-z]")
OWNING = re.compile(
    r"\b(?:(?:of|for|representing|represents|represented|commands?|heads?|leads?|led|headed|commanded|runs?"
    r"|at the head of|(?:came|come|travelled|arrived|flown in|flew in) (?:\w+ )?with)(?: the)?"
    r"|(?:holds|keeps|has|holding|runs|fills|occupies) (?:the )?(?:[a-z]+ ){1,4}in(?: the)?) $"
)
AFTER = re.compile(
    r",?(?: (?:his|her|their) (?:[a-z-]+ ){1,3}| (?:spoke |speaks |spoke up |acted |sat )?)"
    r"(?:for|on behalf of|representing|speaking for|from|of) (?:the )?(?:royal |national |federal )?"
    r"|, [^,.;]{3,40}, of (?:the )?"
    r"|,? (?:was|were|is|are|sat|took part|attended|signed|negotiated|appeared|stood)(?: [a-z]+){0,3}"
    r" (?:for|on|on behalf of|representing) (?:the )?"
)
ITS = re.compile(r"\b(?:its|their) (?:own |new )?$")
PLURAL = re.compile(r"(?:'s)?(?: [a-z]+){0,3}s,? (?:the )?(?:[a-z]+, )?|, (?:respectively, )?")
JOINED = re.compile(r",? (?:and )?(?:of |from |the )*")
HIS = re.compile(r"\b(?:his|her) (?:own |new )?$")
TAKEN = re.compile(
    r"\b(?:with|by|to|were|was|included|comprised|are|present|attended|of|by:|were:|included:) ?(?:the )?$"
)


def owner_in_the_clause(person: Person, view: View) -> Iterator[Mention]:
    """As in "X, who commands Hungary's Joint Forces", "X, who is in charge of Ecuador's relations"."""
    for place in view.namings(person):
        if CLAUSE.match(view.text.low, place.naming.person.span.stop):
            stop = clause_end(place, view)
            behind_it = view.sides_behind(place, place.naming.person.span.stop)
            inside = (m for m in behind_it if m.span.start < stop)
            side = next((m for m in inside if owns(m, view)), None)
            if side is not None and not PAST.search(view.text.low, place.stop, side.span.start):
                yield side
            word = OF_THE.match(place.tail)
            if word is not None and word[1] in word_lists("en/sides")["own"]:
                yield from last_named(place, ORGANISED, word[1], view)


def clause_end(place: Place, view: View) -> int:
    """Where the clause behind a name ends: at a full stop, a semicolon or the next person."""
    tail = place.tail
    semicolon = tail.find(";")
    stop = place.stop + (semicolon if semicolon > 0 else len(tail))
    closed = CLOSED.search(view.text.key, place.stop + 2, stop)
    stop = closed.start() if closed is not None else stop
    following = view.next_place(place)
    return min(stop, following.start) if following is not None else stop


def owns(mention: Mention, view: View) -> bool:
    """Whether a side is told as an owner: "Hungary's", "of Hungary", "heads the Hungarian …"."""
    low = view.text.low
    if low.startswith(("'s ", "' "), mention.span.stop):
        return True
    before = low[max(0, mention.span.start - NEAR) : mention.span.start]
    return mention.kind != "city" and bool(OWNING.search(before))


def sent_by_a_side(person: Person, view: View) -> Iterator[Mention]:
    """As in "Ghana had sent X", "the Indian side was led by X", "Hungary by X", "On the Moroccan side X"."""
    for place in view.namings(person):
        sides, opens = sides_before(place, view), place.opens
        if not sides:
            opening = list_around(place, view)[0]
            sides = sides_before(opening, view) if TAKEN.search(opening.lead) else []
            opens = opening.opens
        told = (m for m in sides if sending().fullmatch(view.text.low, m.span.stop, opens))
        yield from [m for m in told if not view.text.low.endswith(ELSEWHERE, 0, m.span.start)][:1]
        yield from from_a_city(opens, next(iter(sides), None), view)


def side_right_before(person: Person, view: View) -> Iterator[Mention]:
    """As in "Baghdad's foreign minister, X", "the PCG Commandant, X", "his Italian peer X"."""
    for place in view.namings(person):
        for side in sides_before(place, view)[:1]:
            between = view.text.low[side.span.stop : place.opens]
            if between == " ":
                if side.kind not in ("city", "country") or in_turn(side, place, view):
                    yield side
            elif between in OWNER or (
                side.kind != "city" and among_persons().fullmatch(view.text.low, side.span.stop, place.opens)
            ):
                yield side


def in_turn(side: Mention, place: Place, view: View) -> bool:
    """As in "Tashkent had sent X and Bishkek Y": what is told of the first holds for the second."""
    low, start = view.text.low, view.text.sentences[place.naming.sentence].span.start
    return low.endswith(("and ", ", ", "; "), 0, side.span.start) and bool(
        SENT.search(low, start, side.span.start)
    )


def unknown_title(person: Person, view: View) -> Iterator[Mention]:
    """As in "United Nations Special Coordinator for Lebanon, X": capitals from the side to the name."""
    for place in view.namings(person):
        told = [
            m
            for m in sides_before(place, view)
            if m.kind in ("organisation", "demonym")
            and TITLE.fullmatch(view.text.key, m.span.stop, place.opens)
        ]
        yield from told[-1:]


def one_who_is(person: Person, view: View) -> Iterator[Mention]:
    """As in "the Swede with whom he had gone over it was X"."""
    for place in view.namings(person):
        for side in sides_before(place, view):
            named = side.kind == "demonym" and view.text.low.endswith("the ", 0, side.span.start)
            if named and IS.fullmatch(view.text.low, side.span.stop, place.opens):
                yield side


def home_to(person: Person, view: View) -> Iterator[Mention]:
    """As in "X is going home to Copenhagen"."""
    for place in view.namings(person):
        sides = view.sides_behind(place, place.stop)
        yield from (m for m in sides if HOME.search(view.text.low, place.stop, m.span.start))


def heads_it(person: Person, view: View) -> Iterator[Mention]:
    """As in "X doesn't speak for a state: she heads the office of the UNDP"."""
    for place in view.namings(person):
        if place is view.places[place.naming.sentence][-1]:
            sides = view.sides_behind(place, place.stop)
            yield from [m for m in sides if HEADING.search(view.text.low, place.stop, m.span.start)][:1]


def told_again(person: Person, view: View) -> Iterator[Mention]:
    """As in "Then there was X: with the Albanian foreign minister he …", where X has no office."""
    if (told := view.told_again.get(person.number)) is not None:
        yield told


def represents(person: Person, view: View) -> Iterator[Mention]:
    """As in "Minsk, where he will represent Kyrgyzstan", "who represents Denmark in Kampala"."""
    for sentence in {n.sentence for n in person.namings}:
        sides = view.inside[sentence]
        yield from (
            m
            for m in sides[:MANY]
            if REPRESENTING.search(view.text.low, max(0, m.span.start - 30), m.span.start)
        )


def title_of_one_country(person: Person, view: View) -> Iterator[Mention]:
    """As in "Taoiseach X", "Raksha Mantri X"."""
    for place in view.namings(person):
        title = titles().search(view.text.low, place.start, place.stop)
        if title is not None:
            span = Span(title.start(), title.end())
            yield Mention("country", span, country_of(title[0]), "title_in_office")
    if person.role is not None and (title := titles().search(person.role.value.lower())) is not None:
        yield Mention("country", person.role.span, country_of(title[0]), "title_in_office")


def from_a_city(opens: int, side: Mention | None, view: View) -> Iterator[Mention]:
    """As in "From Amman came X", "his opposite number from Incheon, X"."""
    if side is None:
        return
    between = view.text.low[side.span.stop : opens].strip(" ,:")
    came = between in CAME and view.text.low.endswith("from ", 0, side.span.start)
    held = not between and held_in().search(view.text.low, max(0, side.span.start - NEAR), side.span.start)
    if came or held:
        yield side


def sides_before(place: Place, view: View) -> list[Mention]:
    """The sides named before a person in the sentence, nobody else between, the nearest first."""
    before = view.before(place)[:1]
    inside = view.inside[place.naming.sentence]
    since = before[0].stop if before and before[0].naming.sentence == place.naming.sentence else 0
    at = bisect_right(inside, place.start, key=lambda m: m.span.stop)
    return [m for m in reversed(inside[max(0, at - NEAREST) : at]) if since <= m.span.start]


def side_behind(person: Person, view: View) -> Iterator[Mention]:
    """As in "X for the European Union", "X of the EBRD", "X from Prague"."""
    for place in view.namings(person):
        following = next(iter(view.sides_behind(place, place.stop)), None)
        if following is not None and following.span.start - place.stop < 44:
            between = view.text.low[place.stop : following.span.start]
            if AFTER.fullmatch(between) and (following.kind != "city" or "from" in between):
                yield following


def its_own(person: Person, view: View) -> Iterator[Mention]:
    """As in "its Chief of Naval Staff", "head of the bank's office", "X, the bloc's envoy"."""
    for place in view.namings(person):
        if ITS.search(place.lead):
            yield from subject_of(place, view)
        word = possessed("own").search(place.lead) or owned().search(view.text.low, place.start, place.stop)
        word = word or apposed().match(place.tail)
        if word is not None:
            yield from last_named(place, ORGANISED, word[1], view)
        elif possessed("states").search(place.lead):
            yield from last_named(place, frozenset(("country", "demonym")), "", view)


def subject_of(place: Place, view: View) -> Iterator[Mention]:
    """The side that a clause begins with, for "its" and "their"."""
    sentence = place.naming.sentence
    others = [p.stop for p in view.before(place)[:1] if p.naming.sentence == sentence]
    start = view.text.sentences[sentence].span.start
    since = max([start, view.text.low.rfind(";", start, place.start), *others])
    inside = view.inside[sentence]
    at = bisect_left(inside, since, key=lambda m: m.span.start)
    yield from [m for m in inside[at : at + 1] if m.span.stop <= place.start]


def last_named(place: Place, kinds: frozenset[str], word: str, view: View) -> Iterator[Mention]:
    """The last side of these kinds before a person, one that is called so first."""
    at = bisect_left(view.named, place.start, key=lambda m: m.span.start)
    before = view.named[max(0, at - MANY) : at]
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
        relational = office is not None and is_relational(office, view)
        others = [p for p in view.before(place) if p.number != person.number][:1]
        if office is not None and office.span.start == place.start and not relational:
            owned = any(view.text.low[p.stop : place.opens] in OWNER for p in others)
            if owned or HIS.search(place.lead):
                yield from sides_of(others, view)


def is_relational(office: Mention, view: View) -> bool:
    """As in "counterpart", "opposite number, Security Council Secretary"."""
    first = view.text.low[office.span.start : office.span.stop].partition(",")[0]
    return office.value.lower() in view.words.relational or first in view.words.relational


def in_turn_of_names(person: Person, view: View) -> Iterator[Mention]:
    """As in "his Bulgarian and Romanian counterparts, X and Y": as many sides as names, in their order."""
    for place in view.namings(person):
        names = view.runs[place.start]
        sides = run_before(names[0], view) if len(names) > 1 else []
        if len(sides) == len(names) == len({m.value for m in sides}):
            yield next(side for one, side in zip(names, sides, strict=True) if one is place)


def run_before(place: Place, view: View) -> list[Mention]:
    """The list of sides before a word in the plural, right before a name."""
    low, run, inside = view.text.low, list[Mention](), view.inside[place.naming.sentence]
    at = bisect_right(inside, place.start, key=lambda m: m.span.stop)
    for mention in reversed(inside[max(0, at - MANY) : at]):
        between = PLURAL if not run else JOINED
        stop = run[-1].span.start if run else place.opens
        if not between.fullmatch(low, mention.span.stop, stop):
            break
        run.append(mention)
    return run[::-1]


def one_of_a_list(person: Person, view: View) -> Iterator[Mention]:
    """As in "attended by X, Y and Z": of one side, envoys apart."""
    envoy = is_sent(person, view)
    for place in view.namings(person):
        beside = [p for p in neighbours(place, view) if is_sent(view.cast[p.number], view) == envoy]
        yield from sides_of(beside, view)


def list_around(place: Place, view: View) -> tuple[Place, Place]:
    """The first and the last name of the list in which a name stands."""
    run = view.runs[place.start]
    return run[0], run[-1]


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


def neighbours(place: Place, view: View) -> Iterator[Place]:
    """Those right before and behind a name in its list."""
    run = view.runs[place.start]
    if len(run) > 1:
        at = next(k for k, one in enumerate(run) if one is place)
        for one, other in pairwise(run[max(0, at - 1) : at + 2]):
            if len(view.places[place.naming.sentence]) > len("ab") or TAKEN.search(one.lead):
                yield one if other is place else other


def is_sent(person: Person, view: View) -> bool:
    """Whether the person is an envoy."""
    return person.number in view.sent


def sides_of(places: Iterable[Place], view: View) -> Iterator[Mention]:
    """The sides of several people, where they are known."""
    yield from (side for p in places if (side := view.side(p.number)) is not None)


def side_of_those_met(person: Person, view: View) -> Iterator[Mention]:
    """The sides of the others in a sentence that tells of an encounter, company apart."""
    for place in view.namings(person):
        acts = [m.span.start for m in view.acts[place.naming.sentence] if m.value != "visit"]
        for other in near_names(place, view) if acts else ():
            side = view.side(other.number)
            if side is not None and other.number != person.number and meet(place, other, acts, view):
                yield side


def near_names(place: Place, view: View) -> Sequence[Place]:
    """Who is named around a name in its sentence."""
    here = view.places[place.naming.sentence]
    at = bisect_left(here, place.start, key=lambda p: p.start)
    return here[max(0, at - FEW) : at + FEW + 1]


def meet(one: Place, other: Place, acts: Sequence[int], view: View) -> bool:
    """Whether an act stands between two people, or they are the only two and neither is of a company."""
    first, second = sorted((one, other), key=lambda p: p.start)
    at = bisect_right(acts, first.start)
    if at < len(acts) and acts[at] < second.start:
        return not together(first, second, view)
    here = view.places[first.naming.sentence][: FEW + 1]
    return len({p.number for p in here}) == len("ab") and not together(first, second, view)


def together(one: Place, other: Place, view: View) -> bool:
    """Whether two people of a sentence are told as one company or list."""
    if view.runs[one.start] is view.runs[other.start]:
        return len(view.places[one.naming.sentence]) > len("ab") or bool(TAKEN.search(one.lead))
    return bool(ahead("company_before").search(other.lead) or behind("company_after").match(other.tail))
