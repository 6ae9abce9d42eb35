"""Votes by lists: names and sides told in turn, as in reports of credentials."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.beside import is_sent, sides_before, sides_of, taken
from chronicle.ingest.sides.patterns import worded
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.view import FEW, MANY, View
from chronicle.model import Mention

PLURAL = re.compile(
    r"(?:'s)?(?: [a-z]+){0,3}s(?: (?:of|for) (?:the )?[a-z]+(?: [a-z]+){0,6})?(?:,|:| -)? "
    r"(?:the )?(?:[a-z]+, )?|, (?:respectively, )?"
)
JOINED = re.compile(r",? (?:and )?(?:of |from |the )*")
GROUP = re.compile(
    r",? (?:who are |respectively )?(?:the )?(?:[a-z-]+ ){0,3}?[a-z]+s (?:[a-z]+ ){0,6}?of (?:the )?"
    r"|,? (?:who )?(?:represent(?:ed|ing)?|(?:took part|spoke|acted|signed|attended|stood in|speaking"
    r"|acting|signing)(?: [a-z]+){0,2} (?:for|on behalf of)) (?:the )?"
)
STATE = "republic|kingdom|state|union|sultanate|emirate|federation"
PAIR = re.compile(r"(?:-|–|—|/| and )(?:the )?")
JOINT = re.compile(
    r"(?:[,']|,? [a-z-]+){0,12}? (?:commission|committee|council|board|dialogue|consultations|talks"
    r"|session|meeting|group"
    r"|forum|negotiations|partnership|summit|round|working group|bilateral|friendship group|conference)\b"
)
BOTH = re.compile(r" (?:[a-z]+ ){0,3}[a-z]+s\b")
FORM = rf"(?:the )?(?:(?:[a-z]+ ){{0,3}}(?:{STATE}) of )?(?:the )?"
BEHIND = re.compile(rf"(?:( \()|(,| [–—-]|:|,? (?:of|from|for)) ){FORM}")
SIGNS = frozenset((" -", " –", " —", ":"))  # between a name and its side, where both are a line
LONE = re.compile(r"\)?(?:[,;.(]|$)")
APPOSED = re.compile(
    r",? (?:who are |respectively,? |both )?(?:(?:the )?(?:co-)?(?:chair(?:men|s|persons|women)?|heads"
    r"|leaders"
    r"|secretaries|presidents|members|commissioners) of )?the "
)
ARE = r"(?:,|:| are| were| included?s?| comprised?| took part| there| present)*:? "
OF_ONE = re.compile(
    rf"(?:'s)?(?: [a-z-]+){{0,3}} (?!was\b|is\b|has\b|his\b|this\b|does\b|as\b)[a-z]+(?:s|men|women)(?:"
    rf" (?:of|in|on) (?:the )?[a-z -]{{3,30}}?)?(?:, (?:with )?(?:whom|who|which) [^.;:]{{0,60}}(?=:))?{ARE}"
)
CHAIRING = r",?(?: jointly| together| both| who| have| has| had| will)* <chairing>\b"
BRACKET = " ("


def in_turn_of_names(person: Person, view: View) -> Iterator[Mention]:
    """As in "his Bulgarian and Romanian counterparts, X and Y": as many sides as names, in their order."""
    for place in view.namings(person):
        names = view.runs[place.start]
        sides = run_before(names[0], view) if len(names) > 1 else []
        if len(sides) == len(names) == len({m.value for m in sides}):
            yield next(side for one, side in zip(names, sides, strict=True) if one is place)


def in_turn_behind(person: Person, view: View) -> Iterator[Mention]:
    """As in "X and Y, the chiefs of naval staff of Ghana and Nigeria": as many sides as names, in order."""
    for place in view.namings(person):
        names = view.runs[place.start]
        last = names[-1]
        if len(names) > 1:
            sides = run_behind(last, view)
            if len(sides) == len(names) == len({m.value for m in sides}):
                yield next(side for one, side in zip(names, sides, strict=True) if one is place)


def in_turn_of_a_pair(person: Person, view: View) -> Iterator[Mention]:
    """As in "the Kazakh-Swedish commission, chaired by X and Y", "X and Y, the Lao and Thai ministers"."""
    for place in view.namings(person):
        names = view.runs[place.start]
        if len(names) == len("ab"):
            sides = pair_before(names[0], view) or pair_behind(names[-1], view)
            yield from [side for one, side in zip(names, sides, strict=False) if one is place]


def in_turn_of_those_who_chair(person: Person, view: View) -> Iterator[Mention]:
    """As in "X and Y co-chaired the tenth session of the Lao-Thai commission", the first of each first."""
    for place in view.namings(person):
        names = view.runs[place.start]
        if len(names) == len("ab") and worded(CHAIRING).match(names[-1].tail):
            sides = view.sides_behind(names[-1], names[-1].stop)[:FEW]
            pair = next(((a, b) for a, b in pairwise(sides) if a.value != b.value and joins(a, b, view)), ())
            yield from [side for one, side in zip(names, pair, strict=False) if one is place]


def joins(one: Mention, other: Mention, view: View) -> bool:
    """As in "Lao-Thai", "of Laos and Thailand"."""
    return PAIR.fullmatch(view.text.low, one.span.stop, other.span.start) is not None


def all_of_a_group(person: Person, view: View) -> Iterator[Mention]:
    """As in "two Ghanaian ministers in Oslo: X and Y", "the Namibian members X and Y": all of one side."""
    for place in view.namings(person):
        names = view.runs[place.start]
        if len(names) < len("ab"):
            continue
        led = [name for name in names if name.start <= place.start and view.once(sides_before, name)]
        before = view.once(sides_before, led[-1])[:2] if led else ()
        at_a_place = bool(before) and before[0].kind == "city"
        for side in before[1:] if at_a_place else before[:1]:
            if OF_ONE.fullmatch(view.text.low, side.span.stop, led[-1].opens) and not listed(side, view):
                yield side


def listed(side: Mention, view: View) -> bool:
    """As in "the Lao and Thai ministers": a side of several."""
    at = max(0, side.span.start - len("and the  "))
    return view.text.low[at : side.span.start].removesuffix("the ").endswith(("and ", ", ", "-", "–"))


def met_in_turn(person: Person, view: View) -> Iterator[Mention]:
    """As in "met X in Lima and Y in Quito": each where he is met."""
    for place in view.namings(person):
        here = [there(p, view) for p in view.places[place.naming.sentence][:MANY]]
        told = {m.value for m in here if m is not None}
        side = there(place, view)
        if side is not None and len(told) > 1:
            yield side


def there(place: Place, view: View) -> Mention | None:
    """The city in which somebody is named."""
    for side in view.sides_behind(place, place.stop)[:1]:
        if side.kind == "city" and view.text.low[place.stop : side.span.start] == " in ":
            return side
    return None


def pair_before(place: Place, view: View) -> tuple[Mention, ...]:
    """Two sides that a dash joins, before those who lead what they have in common."""
    inside = [m for m in view.inside[place.naming.sentence][:MANY] if m.span.stop <= place.opens]
    for one, other in pairwise(inside):
        if one.value != other.value and PAIR.fullmatch(view.text.low, one.span.stop, other.span.start):
            alone = other is inside[-1] or inside[-1].kind == "city"
            if alone and JOINT.match(view.text.low, other.span.stop, place.opens):
                return one, other
    return ()


def pair_behind(place: Place, view: View) -> tuple[Mention, ...]:
    """Two nationalities before a word in the plural, behind two names."""
    one, other = (*view.sides_behind(place, place.stop)[:2], None, None)[:2]
    if one is None or other is None or one.value == other.value or other.kind != "demonym":
        return ()
    first = APPOSED.fullmatch(view.text.low, place.stop, one.span.start)
    low = view.text.low
    joined = JOINED.fullmatch(low, one.span.stop, other.span.start) or PAIR.fullmatch(
        low, one.span.stop, other.span.start
    )
    both = BOTH.match(low, other.span.stop) or JOINT.match(low, other.span.stop)
    return (one, other) if first and joined and both else ()


def run_behind(place: Place, view: View) -> list[Mention]:
    """The list of sides behind a name and a word in the plural."""
    run: list[Mention] = []
    for mention in view.sides_behind(place, place.stop):
        between = JOINED if run else GROUP
        if not between.fullmatch(view.text.low, run[-1].span.stop if run else place.stop, mention.span.start):
            break
        if view.text.low.startswith("'", mention.span.stop):
            break  # "…, Benin's chief of staff": the next of a list
        run.append(mention)
    return run


def last_of_a_group(person: Person, view: View) -> Iterator[Mention]:
    """As in "the summit of Oman, Peru and Japan": whose side is left when those of all others are known."""
    if person.role is None or not view.of_several:
        return
    others = {p.side.value for p in view.cast[:MANY] if p.side is not None and p.number != person.number}
    for listed in view.lists[:MANY] if others else ():
        left = [m for m in listed if m.value not in others]
        if len(left) == 1 and others.issuperset(m.value for m in listed if m is not left[0]):
            yield left[0]


def in_turn_of_sides(person: Person, view: View) -> Iterator[Mention]:
    """As in "where Croatia, Hungary and Slovenia meet, X, Y and Z had talks": three of each, or more."""
    for place in view.namings(person):
        names = view.runs[place.start]
        if len(names) > len("ab"):
            span = view.text.sentences[place.naming.sentence].span
            for listed in view.lists[:MANY]:
                here = span.start <= listed[0].span.start and listed[-1].span.stop <= names[0].opens
                if here and len(listed) == len(names) == len({m.value for m in listed}):
                    yield next(side for one, side in zip(names, listed, strict=True) if one is place)


def each_of_a_side(person: Person, view: View) -> Iterator[Mention]:
    """As in "Defence Ministers X and Y took part": of the sides of the two named before, in their order."""
    for place in view.namings(person):
        names = view.runs[place.start]
        office = place.naming.office
        if len(names) == len("ab") and office is not None and office.rule == "one_of_a_group":
            before = [p for p in view.before(names[0]) if p.naming.sentence < place.naming.sentence]
            told = {m.value: m for p in before if (m := view.side(p.number)) is not None}
            if len(told) == len(names):
                yield from [m for one, m in zip(names, told.values(), strict=True) if one is place]


def one_of_a_list(person: Person, view: View) -> Iterator[Mention]:
    """As in "attended by X, Y and Z": of one side, envoys apart."""
    yield from sides_of(view.once(equals, person), view)


def equals(person: Person, view: View) -> Iterator[Place]:
    """Who is beside the person in a list, envoys among envoys and others among others."""
    for place in view.namings(person):
        for other in neighbours(place, view):
            if (other.number in view.sent) == is_sent(person, view):
                yield other


def neighbours(place: Place, view: View) -> Iterator[Place]:
    """Those right before and behind a name in its list."""
    run = view.runs[place.start]
    if len(run) > 1:
        at = next(k for k, one in enumerate(run) if one is place)
        for one, other in pairwise(run[max(0, at - 1) : at + 2]):
            if len(view.places[place.naming.sentence]) <= len("ab") and not taken(one):
                continue
            if one is not place or not own_side_told(one, other, view):
                yield one if other is place else other


def own_side_told(one: Place, other: Place, view: View) -> bool:
    """As in "signed by Minister X and Peru's Minister Y": the second's side isn't the first's."""
    told = view.sides_behind(one, one.stop)[:1]
    stop = other.naming.person.span.start
    return any(
        m.span.stop < stop and (m.kind == "demonym" or view.text.low.startswith("'s ", m.span.stop))
        for m in told
    )


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


def paired(person: Person, view: View) -> Iterator[Mention]:
    """As in "of Germany, X; of India, Y", "of Austria X, of Israel Y", "X (Cuba)", "X - Finland"."""
    for place in view.namings(person):
        side, sign = side_ahead(place, view)
        if side is not None and (a_line(side.span.start, sign, place, view) or goes_on(place, sign, view)):
            yield side
            continue
        side, sign = side_after(place, view)
        if side is not None and (
            sign == BRACKET
            or a_line(place.opens, sign, place, view)
            or any(side_after(other, view)[1] == sign for other in beside(place, view))
        ):
            yield side


def side_ahead(place: Place, view: View) -> tuple[Mention | None, str]:
    """The side that stands right before a name, and the sign between them."""
    inside = view.inside[place.naming.sentence]
    at = bisect_right(inside, place.opens, key=lambda m: m.span.stop)
    for side in inside[max(0, at - 1) : at]:
        sign = view.text.low[side.span.stop : place.opens].removesuffix("the ")
        if side.kind in ("country", "organisation") and (sign == " " or sign[:-1] in (",", *SIGNS)):
            return side, sign[:-1]
    return None, ""


def side_after(place: Place, view: View) -> tuple[Mention | None, str]:
    """The country that stands right behind a name, and the sign between them."""
    for side in view.sides_behind(place, place.stop)[:1]:
        told = BEHIND.fullmatch(view.text.low, place.stop, side.span.start)
        stop = view.text.sentences[place.naming.sentence].span.stop
        if told and side.kind == "country" and LONE.match(view.text.low, side.span.stop, stop):
            return side, told[1] or told[2]
    return None, ""


def beside(place: Place, view: View) -> Iterator[Place]:
    """Who is named right before and right behind in the sentence."""
    here = view.places[place.naming.sentence]
    at = bisect_right(here, place.start, key=lambda p: p.start)
    yield from here[max(0, at - 2) : at - 1]
    yield from here[at : at + 1]


def goes_on(place: Place, sign: str, view: View) -> bool:
    """Whether the names beside have sides before them, too, and no name stands before the first side."""
    if not any(
        side is not None and told == sign for side, told in (side_ahead(p, view) for p in beside(place, view))
    ):
        return False
    here = view.places[place.naming.sentence]
    at = bisect_right(here, place.start, key=lambda p: p.start) - 1
    for k in range(at, max(-1, at - MANY), -1):
        ahead, _ = side_ahead(here[k], view)
        if ahead is None or not k or side_after(here[k - 1], view)[0] is not ahead:
            return ahead is not None
    return False


def a_line(start: int, sign: str, place: Place, view: View) -> bool:
    """Whether a name and its side begin a line, with a sign between them."""
    opens = view.text.sentences[place.naming.sentence].span.start
    return sign in SIGNS and not view.text.low[opens:start].strip(" *•·-–—0123456789.)")
