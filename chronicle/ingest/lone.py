"""Encounters of which one side is named, one person of it or its delegation: a journey, a gathering.

They are looked for where nobody was understood to meet. Words: lexicon/en/gathered.yaml.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from chronicle.ingest.background import status_of
from chronicle.ingest.called_off_too import place_in
from chronicle.ingest.cast import Person
from chronicle.ingest.decisions import Step
from chronicle.ingest.encounter import Encounter, sides_of
from chronicle.ingest.gathered import LEAD, is_news, lists, of_its_name, place_of, takes_part
from chronicle.ingest.groups import Telling
from chronicle.ingest.scenes import Scene, described
from chronicle.model import Kind, Mention, Status

PLACES = ("country", "city")
TO_A_PLACE = re.compile(r"(?: the)?(?: [a-z-]+){0,3}? ?(?:the )?(?:city of |capital of |republic of )?$")
SIDES = ("country", "demonym", "organisation")
BREAK = re.compile(r"[.;:]| (?:and|but|after|before|that|who|which|whose|about|on|if) ")
WHEN_HE = re.compile(r" (?:when|as|where|after|before) (?:he|she|they) (?:also |later |then )?$")
HANDED = re.compile(
    r"\b(?:handed|delivered|conveyed|passed|presented|gave)\b[^.;]{0,90}\b(?:message|letter|invitation|note)\b"
)
RECEIVED = re.compile(r"\b(?:was|were|has been|have been) (?:also |warmly )?(?:received|welcomed|hosted)\b")
BESIDE_NEWS = ("greets_on_arrival", "only_speaks", "only_spoken_of", "absent")
OFFICIAL = re.compile(
    r"\b(?:ministerial|ministers|summit|heads of|intergovernmental|inter-governmental|general assembly"
    r"|member states|countries|states)\b"
)
INVITATION = re.compile(r"\b(?:at|on|upon) the invitation (?:of|from)\b")
WAS_PRESENT = re.compile(r"\b(?:was|were) (?:also )?(?:present|there|in attendance)\b|\battended\b")
VISIT_TO = re.compile(r"\b(?:visits?|trips?|tour|journey)\b(?: [\w'’.-]+){0,9}? to (?:the )?$")
BEFORE = 80  # code points between a word of travelling and the place


def told_of_one(telling: Telling, cast: Sequence[Person], sure: Sequence[Step]) -> Encounter | None:
    """The journey or gathering that the top of the article tells of one person or a delegation.

    `sure` tells who takes no part beyond doubt: what is told of them is no encounter.
    """
    lead = [scene for scene in telling.scenes if scene.whole][:LEAD]
    out = {step.introduction.person for step in sure}
    else_told = {step.introduction.sentence.number for step in sure if step.rule not in BESIDE_NEWS}
    cast = [person for person in cast if person not in out]
    for scene in lead:
        if is_news(scene) and scene.sentence.number not in else_told:
            for rule in RULES:
                found = rule(scene, cast)
                if found is not None:
                    return present_besides(found, telling)
    return None


def at_a_gathering(scene: Scene, cast: Sequence[Person]) -> Encounter | None:
    """As in "N., Minister of Health of A, took part in Lima in the meeting of …": with hosts or body."""
    low, span = scene.text.low, scene.sentence.span
    if not takes_part().search(low, *span) or not gathering_word().search(low, *span):
        return None
    people = [p for p in named_in(scene, cast) if p.side is not None and (p.role or p.rank)]
    sides = {p.side.value for p in people if p.side is not None}
    official = OFFICIAL.search(low, *span)
    other = next(of_its_name(scene), None) or (place_of(scene) if official else None)
    if len(sides) != 1 or other is None or other.value in sides:
        return None
    return one_of(Kind.CONFERENCE, scene, people, other)


def with_the_body(encounter: Encounter) -> Encounter:
    """As in "The council of the Union opened in A, and N. has come to take part": not the country."""
    named = sides_of(encounter.people, ())
    if encounter.kind not in (Kind.VISIT, Kind.CONFERENCE) or not encounter.unnamed or len(named) != 1:
        return encounter
    for scene in encounter.main:
        body = next(of_its_name(scene), None)
        if body is not None and takes_part().search(scene.text.low, *scene.sentence.span):
            return replace(encounter, unnamed=(body,), kind=Kind.CONFERENCE)
    return encounter


def on_a_journey(scene: Scene, cast: Sequence[Person]) -> Encounter | None:
    """As in "Admiral N. set out from A for B", "The acting president, N., is planning a trip to B"."""
    if on_own_account().search(scene.text.low, *scene.sentence.span):
        return None
    places = [*reached(scene), *invited_by(scene)]
    people = [p for p in named_in(scene, cast) if p.side is not None and (p.role or p.rank)]
    if not places or not people:
        return None
    first = people[0]
    travellers = [p for p in people if p.side is not None and first.side is not None]
    travellers = [p for p in travellers if p.side and first.side and p.side.value == first.side.value][:1]
    place = next((m for m in places if first.side is not None and m.value != first.side.value), None)
    return one_of(Kind.VISIT, scene, travellers, place) if place is not None else None


def a_visit_as_news(scene: Scene, cast: Sequence[Person]) -> Encounter | None:
    """As in "A visit of President N. of A to B is planned for May", "N.'s visit to B has been put off"."""
    low, span = scene.text.low, scene.sentence.span
    if visit_as_news().search(low, *span) is None or on_own_account().search(low, *span):
        return None
    named = (m for m in scene.here if m.kind in PLACES and m.value)
    places = [m for m in named if VISIT_TO.search(low, span.start, m.span.start)]
    people = [p for p in named_in(scene, cast) if p.side is not None and (p.role or p.rank)]
    sent = [m for one in scene.unnamed if one.how == "delegations" for m in one.sides]
    sides = [p.side for p in people if p.side is not None] or sent
    place = next((m for m in places if sides and m.value != sides[0].value), None)
    if place is None:
        return None
    visit = one_of(Kind.VISIT, scene, people[:1], place)
    return visit if people else replace(visit, unnamed=(sides[0], place))


def a_delegation_abroad(scene: Scene, _: Sequence[Person]) -> Encounter | None:
    """As in "A parliamentary delegation from A is in the capital of B on a study visit": nobody is named."""
    told = [m for one in scene.unnamed if one.how == "delegations" for m in one.sides]
    place = next((m for m in reached(scene) if told and m.value != told[0].value), None)
    if place is None or scene.people or told[0].span.start > place.span.start:
        return None
    return replace(one_of(Kind.VISIT, scene, (), place), unnamed=(told[0], place))


def face_to_face(scene: Scene, cast: Sequence[Person]) -> Encounter | None:
    """As in "UN envoy N. delivered it when he met President X in …": two named, with the verb between."""
    low = scene.text.low
    people = [p for p in named_in(scene, cast) if p.side is not None and (p.role or p.rank)]
    if len(people) < len("ab") or scene.signs.keys() & {"recalled"}:
        return None
    for act in scene.acts:
        if act.value != Kind.MEETING:
            continue
        before = [p for p in people if place_in(p, scene) < act.span.start]
        behind = [p for p in people if place_in(p, scene) > act.span.stop]
        if not before or not behind or before[-1].side is None or behind[0].side is None:
            continue
        between = low[act.span.stop : place_in(behind[0], scene)]
        joined = low[place_in(before[-1], scene) : act.span.start]
        apart = BREAK.search(between) or (BREAK.search(joined) and not WHEN_HE.search(joined))
        if before[-1].side.value != behind[0].side.value and not apart:
            pair = (behind[0], before[-1])
            return replace(one_of(Kind.MEETING, scene, pair, behind[0].side), unnamed=())
    return None


def hands_over(scene: Scene, cast: Sequence[Person]) -> Encounter | None:
    """As in "Envoy N. of A handed President X of B a letter", "… handed a message of … to X"."""
    low, span = scene.text.low, scene.sentence.span
    people = [p for p in named_in(scene, cast) if p.side is not None and (p.role or p.rank)]
    handed = HANDED.search(low, *span)
    if handed is None or scene.signs.keys() & {"recalled"}:
        return None
    before = [p for p in people if place_in(p, scene) < handed.start()]
    behind = [p for p in people if place_in(p, scene) > handed.end()]
    if len(before) != 1 or len(behind) != 1 or before[0].side is None or behind[0].side is None:
        return None
    if before[0].side.value == behind[0].side.value:
        return None
    return replace(one_of(Kind.MEETING, scene, (behind[0], before[0]), behind[0].side), unnamed=())


def sides_alone(scene: Scene, _: Sequence[Person]) -> Encounter | None:
    """As in "A business delegation from A was received at the Ministry of Economy of B"."""
    if scene.people or not any(act.value in (Kind.MEETING, Kind.VISIT) for act in scene.acts):
        return None
    told = {m.value: m for m in bodies_told(scene)}
    sent = {m.value: m for one in scene.unnamed if one.how == "delegations" for m in one.sides}
    others = [m for value, m in told.items() if value not in sent]
    if len(sent) != 1 or len(others) != 1:
        return None
    met = any(act.value == Kind.MEETING for act in scene.acts)
    told_of = one_of(Kind.MEETING if met else Kind.VISIT, scene, (), others[0])
    return replace(told_of, unnamed=(others[0], *sent.values()))


def met_somebody(scene: Scene, cast: Sequence[Person]) -> Encounter | None:
    """As in "A team of the World Bank called on Minister N. of A": who isn't named, is told by the side."""
    people = [p for p in named_in(scene, cast) if p.side is not None and (p.role or p.rank)]
    sides = {p.side.value for p in people if p.side is not None}
    if len(sides) != 1 or not any(act.value == Kind.MEETING for act in scene.acts):
        return None
    other = next((m for m in bodies_told(scene) if m.value not in sides), None) or hosts_there(scene, sides)
    return one_of(Kind.MEETING, scene, people, other) if other is not None else None


def hosts_there(scene: Scene, sides: AbstractSet[str]) -> Mention | None:
    """As in "The French minister, N., was received in Rabat by the Inspector General": the country."""
    if not RECEIVED.search(scene.text.low, *scene.sentence.span):
        return None
    return next((city for city in scene.cities if city.value and city.value not in sides), None)


def bodies_told(scene: Scene) -> Iterator[Mention]:
    """The sides of which a body, a delegation or somebody in office is told, without a name."""
    low, span = scene.text.low, scene.sentence.span
    for side in scene.here:
        if side.kind in SIDES:
            before = low[max(span.start, side.span.start - BEFORE) : side.span.start]
            if body_words()["before"].search(before) or body_words()["after"].match(low, side.span.stop):
                yield side
    yield from (m for one in scene.unnamed if one.how in ("office", "delegations") for m in one.sides)


def present_besides(encounter: Encounter, telling: Telling) -> Encounter:
    """As in "… X, the Acting Undersecretary, was present.", right behind: of the party too."""
    number = encounter.main[-1].sentence.number + 1
    sides = encounter.sides
    for scene in telling.scenes[number : number + 1] if encounter.people else ():
        if WAS_PRESENT.search(scene.text.low, *scene.sentence.span):
            more = [p for p in scene.people if p.side is not None and p.side.value in sides and p.role]
            people = tuple(dict.fromkeys((*encounter.people, *more)))
            return replace(encounter, people=people)
    return encounter


RULES: tuple[Callable[[Scene, Sequence[Person]], Encounter | None], ...] = (
    face_to_face,
    hands_over,
    at_a_gathering,
    met_somebody,
    sides_alone,
    on_a_journey,
    a_visit_as_news,
    a_delegation_abroad,
)


def one_of(kind: Kind, scene: Scene, people: Sequence[Person], other: Mention) -> Encounter:
    """The encounter of somebody with a side of whom nobody is named."""
    status = status_of(scene)
    if status is Status.HELD and setting_out()["later"].search(scene.text.low, *scene.sentence.span):
        status = Status.PLANNED
    act = next(iter(scene.acts), None)
    return Encounter(status, kind, tuple(people), (other,), (scene,), act, (scene,), (), 0.8)


def named_in(scene: Scene, cast: Sequence[Person]) -> list[Person]:
    """Those named in the sentence in order, without those in an aside: "at the invitation of N."."""
    aside = [m for m in scene.here if m.kind == "asides"]
    found: list[tuple[int, Person]] = []
    for person in cast:
        here = [n for n in person.namings if n.sentence == scene.sentence.number]
        if not here or not described(person) or person.standing == "former":
            continue
        if person not in scene.people and any(m.span.start < here[0].person.span.start for m in aside):
            continue
        found.append((here[0].person.span.start, person))
    return [person for _, person in sorted(found, key=lambda pair: pair[0])]


def reached(scene: Scene) -> Iterator[Mention]:
    """The places to which somebody is told to go or to have come."""
    low, start = scene.text.low, scene.sentence.span.start
    for mention in scene.here:
        if mention.kind not in PLACES or not mention.value:
            continue
        before = low[max(start, mention.span.start - BEFORE) : mention.span.start]
        for name in ("now", "later"):
            words = list(setting_out()[name].finditer(before))
            if words and TO_A_PLACE.fullmatch(before, words[-1].end()):
                yield mention


@cache
def body_words() -> dict[str, re.Pattern[str]]:
    """Words for those who act for a side, before it and behind it."""
    form = rf"(?:{lists()['bodies']}|{lists()['comers']})"
    return {
        "before": re.compile(
            rf"\b{form}(?: of [a-z]+(?: and [a-z]+)?)? (?:of|from) (?:the )?(?:republic of |kingdom of )?$"
        ),
        "after": re.compile(rf"(?:'s)? (?:[a-z-]+ ){{0,2}}?{form}\b"),
    }


def invited_by(scene: Scene) -> Iterator[Mention]:
    """As in "At the invitation of the Omani commander, Admiral N. left on Monday": whose guest he is."""
    low, span = scene.text.low, scene.sentence.span
    invitation = INVITATION.search(low, *span)
    if invitation is None or setting_out()["any"].search(low, *span) is None:
        return
    start, stop = invitation.end(), invitation.end() + BEFORE
    yield from (m for m in scene.here if m.kind in SIDES and start <= m.span.start < stop and m.value)


@cache
def visit_as_news() -> re.Pattern[str]:
    """A visit, and what is told of it."""
    return re.compile(rf"\b(?:visits?|trips?|tour|journey)\b[^.;:]{{0,160}}?\b(?:{lists()['visit_is']})\b")


@cache
def gathering_word() -> re.Pattern[str]:
    """A gathering."""
    return re.compile(rf"\b(?:{lists()['gatherings']})\b")


@cache
def on_own_account() -> re.Pattern[str]:
    """What a journey is for that is nobody's business."""
    return re.compile(rf"\b(?:{lists()['on_own_account']})\b")


@cache
def setting_out() -> dict[str, re.Pattern[str]]:
    """Words of travelling, those of news and those of plans."""
    form = lists()
    return {
        "now": re.compile(
            rf"\b(?:{form['sets_out']})\b|\b(?:{form['sets_out_from']}) (?:(?!as )[a-z'-]+ ){{1,3}}"
            r"(?:on [a-z]+ (?:morning |afternoon |evening |night )?)?(?:for|to)\b"
        ),
        "any": re.compile(rf"\b(?:{form['sets_out']}|{form['sets_out_from']})\b"),
        "later": re.compile(rf"\b(?:{form['sets_out_later']})\b"),
    }
