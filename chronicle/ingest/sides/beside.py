"""Votes by what stands in the sentence of a name: who sends, whose office it is, in whose company."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from chronicle.ingest.cast import OWN_ELSEWHERE, Person
from chronicle.ingest.sides.patterns import (
    ahead,
    among_persons,
    apposed,
    held_in,
    of_the_states,
    owned,
    possessed,
    sending,
    worded,
)
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.view import MANY, ORGANISED, View, acting_for
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

OF_THE = re.compile(r",? who (?:leads|heads|runs|commands|represents|chairs) the ([a-z]+)'s ")
NATIONS = frozenset(("country", "demonym", "city"))
NEAREST = 3  # sides before a name that may have sent it
ON_THE = re.compile(
    r",?(?: (?:was|were|is|are|sat|stood|spoke|took part|attended|appeared|listened|participated|negotiated"
    r"|had come|came)(?: [a-z]+){0,3}| and (?:[a-z-]+ ){1,4}[^.;,]{0,60})?"
    r" (?:on|at|for|from|of|in|with|among|as part of|(?:a )?members? of) the "
    r"| (?:also )?(?:headed|heads|led|leads|chaired|fronted|was (?:leading|heading)|will (?:lead|head)) the "
)
ON_ITS = re.compile(r",? (?:on|from) (?:the )?")
ITS_SIDE = re.compile(r"'s?(?: side| part|[.;]|$)")
PARTY = r"'s? (?:side|delegation|team)\b| (?:[a-z-]+ )?<party>\b"
NEAR = 60  # code points before a side
OWNER = ("'s ", "' ", "'s then ", "'s own ", "'s new ", ", whose ", " whose ")
CAME = ("", "came", "comes", "the", "there came")
POST = re.compile(r"\b(?:man|woman|envoy|emissary|ambassador|representative) (?:in|to) (?:the )?$")
IT_WAS = ("it was", "it is", "there was", "came", "signed", "it was the", "spoke", "the")
ELSEWHERE = (" in ", " at ", " from ")  # before a side: no sender
SENT = r"\b<sent>\b"
TITLE = re.compile(r"(?:'s)? ?[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|of|for|the|and|on|to|in))*,? ")
HOME = r"\b<returns> (?:back )?home to (?:the )?$"
IS = re.compile(
    r"(?: (?:who|whom|with|to|whose|at|in|on|for|he|she|they)\b[^.;]{0,100})? (?:was|is) (?:the )?"
)
HEADING = r"\b(?:he|she) <heads>\b[^.;]*? (?:of|for) (?:the )?$"
PAST = re.compile(r"\b(?:used to|former|formerly|once|had been|previously)\b")
CLAUSE = r",? <in_charge>"
CLOSED = re.compile(r", (?!and\b|or\b)[a-z]")
OWNING = r"\b(?:<owning>(?: the)?|<holding> (?:the )?(?:[a-z]+ ){1,4}in(?: the)?) $"
HELD = r"\b<holding> (?:the )?(?:[a-z]+ ){1,4}in $"
LEAVING = r"\b<leaving> for (?:the )?$"
AFTER = r",?<for_a_side>"
SOMEBODY = r"(?: [a-z-]+){0,2} <somebody>"
ITS = re.compile(r"\b(?:its|their) (?:own |new )?$")
HIS = re.compile(r"\b(?:his|her) (?:own |new )?$")
TAKEN = re.compile(
    r"\b(?:with|by|to|were|was|included|comprised|are|present|attended|of|by:|were:|included:) ?(?:the )?$"
)


def owner_in_the_clause(person: Person, view: View) -> Iterator[Mention]:
    """As in "X, who commands Hungary's Joint Forces", "X, who is in charge of Ecuador's relations"."""
    for place in view.namings(person):
        if worded(CLAUSE).match(view.text.low, place.naming.person.span.stop):
            stop = clause_end(place, view)
            behind_it = view.sides_behind(place, place.naming.person.span.stop)
            inside = (m for m in behind_it if m.span.start < stop)
            side = next((m for m in inside if owns(m, view)), None)
            if side is not None and not PAST.search(view.text.low, place.stop, side.span.start):
                yield side
            word = OF_THE.match(view.text.low, place.naming.person.span.stop)
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
    if mention.kind == "city" and worded(HELD).search(before):
        return True
    return (
        mention.kind != "city" and bool(worded(OWNING).search(before)) and not worded(LEAVING).search(before)
    )


def sent_by_a_side(person: Person, view: View) -> Iterator[Mention]:
    """As in "Ghana had sent X", "the Indian side was led by X", "Hungary by X", "On the Moroccan side X"."""
    for place in view.namings(person):
        sides, opens = view.once(sides_before, place), place.opens
        if not sides:
            opening = list_around(place, view)[0]
            sides = view.once(sides_before, opening) if TAKEN.search(opening.lead) else ()
            opens = opening.opens
        told = (m for m in sides if sending().fullmatch(view.text.low, m.span.stop, opens))
        yield from [m for m in told if not view.text.low.endswith(ELSEWHERE, 0, m.span.start)][:1]
        if not any(m.kind in ORGANISED for m in sides[1:]):
            yield from from_a_city(opens, next(iter(sides), None), view)


def side_right_before(person: Person, view: View) -> Iterator[Mention]:
    """As in "Baghdad's foreign minister, X", "the PCG Commandant, X", "his Italian peer X"."""
    for place in view.namings(person):
        for side in view.once(sides_before, place)[:1]:
            between = view.text.low[side.span.stop : place.opens]
            if between == " ":
                if side.kind not in ("city", "country") or in_turn(side, place, view):
                    yield side
            elif between in OWNER or (
                (side.kind != "city" or between.startswith("'s "))
                and among_persons().fullmatch(view.text.low, side.span.stop, place.opens)
            ):
                yield side


def owner_before_the_field(person: Person, view: View) -> Iterator[Mention]:
    """As in "the UNDP's point person for Nepal and Bhutan, X": the owner, not the field."""
    for place in view.namings(person):
        for side in view.once(sides_before, place)[1:]:
            if view.text.low.startswith("'s ", side.span.stop) and among_persons().fullmatch(
                view.text.low, side.span.stop, place.opens
            ):
                yield side


def in_turn(side: Mention, place: Place, view: View) -> bool:
    """As in "Tashkent had sent X and Bishkek Y": what is told of the first holds for the second."""
    low, start = view.text.low, view.text.sentences[place.naming.sentence].span.start
    return low.endswith(("and ", ", ", "; "), 0, side.span.start) and bool(
        worded(SENT).search(low, start, side.span.start)
    )


def unknown_title(person: Person, view: View) -> Iterator[Mention]:
    """As in "United Nations Special Coordinator for Lebanon, X": capitals from the side to the name."""
    for place in view.namings(person):
        told = [
            m
            for m in view.once(sides_before, place)
            if m.kind in ("organisation", "demonym")
            and TITLE.fullmatch(view.text.key, m.span.stop, place.opens)
        ]
        yield from told[-1:]


def one_who_is(person: Person, view: View) -> Iterator[Mention]:
    """As in "the Swede with whom he had gone over it was X"."""
    for place in view.namings(person):
        for side in view.once(sides_before, place):
            named = side.kind == "demonym" and view.text.low.endswith("the ", 0, side.span.start)
            if named and IS.fullmatch(view.text.low, side.span.stop, place.opens):
                yield side


def home_to(person: Person, view: View) -> Iterator[Mention]:
    """As in "X is going home to Copenhagen"."""
    for place in view.namings(person):
        sides = view.sides_behind(place, place.stop)
        yield from (m for m in sides if worded(HOME).search(view.text.low, place.stop, m.span.start))


def heads_it(person: Person, view: View) -> Iterator[Mention]:
    """As in "X doesn't speak for a state: she heads the office of the UNDP"."""
    for place in view.namings(person):
        if place is view.places[place.naming.sentence][-1]:
            sides = view.sides_behind(place, place.stop)
            yield from [m for m in sides if worded(HEADING).search(view.text.low, place.stop, m.span.start)][
                :1
            ]


def told_again(person: Person, view: View) -> Iterator[Mention]:
    """As in "Then there was X: with the Albanian foreign minister he …", where X has no office."""
    if (told := view.told_again.get(person.number)) is not None:
        yield told[1]


def told_with_the_office(person: Person, view: View) -> Iterator[Mention]:
    """As in "the Norwegian minister" in another sentence, where the office may be the person's."""
    if person.role is not None and person.role.rule in OWN_ELSEWHERE:
        yield from [side for side in (acting_for(person.role, view),) if side is not None]


def organisation_in_the_role(person: Person, view: View) -> Iterator[Mention]:
    """As in "Secretary General of the Economic Cooperation Organization", told in full elsewhere."""
    role = person.role.value if person.role is not None else ""
    if " of " in role and person.number not in view.sent:
        yield from [m for m in view.first.values() if organised(m, view) and ends_with(role, m, view)][:1]


def ends_with(role: str, mention: Mention, view: View) -> bool:
    """Whether a role ends with the name of a side."""
    return role.endswith(view.text.key[mention.span.start : mention.span.stop])


def from_a_city(opens: int, side: Mention | None, view: View) -> Iterator[Mention]:
    """As in "From Amman came X", "his opposite number from Incheon, X"."""
    if side is None:
        return
    between = view.text.low[side.span.stop : opens].strip(" ,:")
    came = between in CAME and view.text.low.endswith("from ", 0, side.span.start)
    for_it = view.text.low.endswith(("for ", "for the "), 0, side.span.start) and between in IT_WAS
    held = not between and held_in().search(view.text.low, max(0, side.span.start - NEAR), side.span.start)
    if came or held or for_it:
        yield side


def sides_before(place: Place, view: View) -> list[Mention]:
    """The sides named before a person in the sentence, nobody else between, the nearest first."""
    inside = view.inside[place.naming.sentence]
    if not inside or inside[0].span.start >= place.start:
        return []
    before = view.before(place)[:1]
    since = before[0].stop if before and before[0].naming.sentence == place.naming.sentence else 0
    at = bisect_right(inside, place.start, key=lambda m: m.span.stop)
    near = reversed(inside[max(0, at - NEAREST) : at])
    return [m for m in near if since <= m.span.start and not second_of_two(m, view) and not posted(m, view)]


def second_of_two(side: Mention, view: View) -> bool:
    """As in "the Cyprus-Armenia friendship group": such a group is of the first."""
    return view.text.low.endswith(("-", "–"), 0, side.span.start)


def posted(side: Mention, view: View) -> bool:
    """As in "Tehran's man in Moscow": where somebody is sent, not by whom."""
    return POST.search(view.text.low, max(0, side.span.start - NEAR), side.span.start) is not None


def side_behind(person: Person, view: View) -> Iterator[Mention]:
    """As in "X for the European Union", "X of the EBRD", "X from Prague"."""
    low = view.text.low
    for place in view.namings(person):
        for side in view.sides_behind(place, place.stop)[:1]:
            between = low[place.stop : side.span.start]
            if owned_behind(side, between, place, view):
                yield side
            elif (
                len(between) < 44
                and worded(AFTER).fullmatch(between)
                and (side.kind != "city" or "from" in between)
            ):
                elsewhere = low.startswith(" by ", side.span.stop)  # "…, on behalf of Peru by Y"
                demonym = side.kind == "demonym" and worded(SOMEBODY).match(low, side.span.stop)
                yield from [] if elsewhere or demonym else [side]


def owned_behind(side: Mention, between: str, place: Place, view: View) -> bool:
    """As in "X, Namibia's man at the UN", "X, director at the UNDP", "X and Y of Chile"."""
    if between == ", ":
        following = view.next_place(place)
        mine = following is None or following.opens > side.span.stop + len("'s ")
        return mine and view.text.low.startswith("'s ", side.span.stop)
    if between in (" at ", " at the ", " with the ") and side.kind in ORGANISED:
        office = place.naming.office
        return office is not None and office.span.stop == place.stop and place.number not in view.sent
    pair = view.runs[place.start]
    if len(pair) == len("ab") and pair[0] is place and not any(p.naming.office for p in pair):
        return (
            pair[1].stop < side.span.start and view.text.low[pair[1].stop : side.span.start].strip() == "of"
        )
    return False


def on_a_side(person: Person, view: View) -> Iterator[Mention]:
    """As in "X took part on the Uzbek side", "X and Y, of the Lao delegation", "X headed the Korean team"."""
    for place in view.namings(person):
        last = list_around(place, view)[1]
        for side in view.sides_behind(last, last.stop)[:1]:
            party = worded(PARTY).match(view.text.low, side.span.stop)
            ellipsis = view.text.low.startswith(" and ", side.span.stop) and place.tail.startswith(" on the ")
            its = ON_ITS.fullmatch(view.text.low, last.stop, side.span.start)
            if (its and ITS_SIDE.match(view.text.low, side.span.stop)) or (
                (party or ellipsis) and ON_THE.fullmatch(view.text.low, last.stop, side.span.start)
            ):
                yield side


def its_own(person: Person, view: View) -> Iterator[Mention]:
    """As in "its Chief of Naval Staff", "head of the bank's office", "X, the bloc's envoy"."""
    for place in view.namings(person):
        if ITS.search(place.lead):
            yield from subject_of(place, view)
        word = possessed("own").search(place.lead) or owned().search(view.text.low, place.start, place.stop)
        word = word or apposed().match(place.tail)
        if word is not None:
            yield from last_named(place, ORGANISED, word[1], view)
        elif possessed("states").search(place.lead) or of_the_states().search(
            view.text.low, place.start, place.stop
        ):
            yield from last_named(place, NATIONS, "", view)


def subject_of(place: Place, view: View) -> Iterator[Mention]:
    """The side that a clause begins with, for "its" and "their"."""
    sentence = place.naming.sentence
    others = [p.stop for p in view.before(place)[:1] if p.naming.sentence == sentence]
    start = view.text.sentences[sentence].span.start
    since = max([start, view.text.low.rfind(";", start, place.start), *others])
    inside = view.inside[sentence]
    at = bisect_left(inside, since, key=lambda m: m.span.start)
    told = [m for m in inside[at : at + 1] if m.span.stop <= place.start]
    if not told and sentence and view.text.low.startswith(("its ", "their "), start):
        before = view.inside[sentence - 1]  # "The Omani frigate called. Its captain, X, …"
        told = list(before[:1]) if len({m.value for m in before}) == 1 else []
    yield from told


def last_named(place: Place, kinds: frozenset[str], word: str, view: View) -> Iterator[Mention]:
    """The last side of these kinds before a person, one that is called so first."""
    at = bisect_left(view.named, place.start, key=lambda m: m.span.start)
    before = view.named[max(0, at - MANY) : at]
    named = [m for m in before if m.kind in kinds and (kinds is not ORGANISED or organised(m, view))]
    called = [m for m in named if word and m.value.lower().endswith(word)]
    later = view.named[at : at + MANY] if kinds is ORGANISED and not named else ()
    yield from (called or named or [m for m in later if organised(m, view)][:1])[-1:]


def organised(mention: Mention, view: View) -> bool:
    """Whether the side is an organisation, not a country's parliament or army."""
    return mention.kind in ORGANISED and mention.value not in view.words.countries


def his_own(person: Person, view: View) -> Iterator[Mention]:
    """As in "his deputy X", "the attaché's ambassador, X": of the side of whoever was named before."""
    yield from sides_of(view.once(owners, person), view)


def owners(person: Person, view: View) -> Iterator[Place]:
    """Who is named before "his" or "her" office."""
    for place in view.namings(person):
        office = place.naming.office
        if office is not None and office.span.start == place.start and not is_relational(office, view):
            others = [p for p in view.before(place) if p.number != person.number][:1]
            owned = any(view.text.low[p.stop : place.opens] in OWNER for p in others)
            if others and (owned or HIS.search(place.lead)):
                yield from others


def is_relational(office: Mention, view: View) -> bool:
    """As in "counterpart", "opposite number, Security Council Secretary"."""
    first = view.text.low[office.span.start : office.span.stop].partition(",")[0]
    low = office.value.lower()
    relational = view.words.relational
    return low in relational or first in relational or low.rpartition(" ")[2] in relational


def list_around(place: Place, view: View) -> tuple[Place, Place]:
    """The first and the last name of the list in which a name stands."""
    run = view.runs[place.start]
    return run[0], run[-1]


def taken(first: Place) -> bool:
    """Whether a list of names is one of company, or of those met: "attended by X and Y", "met X and Y"."""
    return TAKEN.search(first.lead) is not None or ahead("met_before").search(first.lead) is not None


def is_sent(person: Person, view: View) -> bool:
    """Whether the person is an envoy."""
    return person.number in view.sent


def sides_of(places: Iterable[Place], view: View) -> Iterator[Mention]:
    """The sides of several people, where they are known."""
    yield from (side for p in places if (side := view.side(p.number)) is not None)
