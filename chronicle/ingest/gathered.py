"""Encounters told by their sides alone: a conference of many, talks of two countries' delegations.

They are looked for where nobody was understood to meet. Words: lexicon/en/gathered.yaml.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from itertools import pairwise

from chronicle.ingest.background import recalled, status_of
from chronicle.ingest.cast import Person
from chronicle.ingest.encounter import Encounter, sides_of
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.groups import Telling
from chronicle.ingest.scenes import Scene, is_vague
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention, Status

LEAD = 5  # whole sentences at the top in which the news is told
MANY = 3  # sides of a gathering
SIDES = ("country", "demonym", "organisation")
CLOSE = 90  # code points between a list of sides and the word for those who come
NEAR = 60  # code points between a side and the word for those who come
BEHIND = 3  # sentences after a gathering in which its sides may be listed
JOINED = re.compile(
    r"(?:,| and|, and|,? as well as|;| &)?(?: of| from| with| (?:the )?(?:republic|kingdom|state) of)?"
    r"(?: the| and)*(?: republic of| kingdom of| state of"
    r"| states? and of (?:several|some|other) (?:[a-z]+ )?countries, among them)? "
)
COUNTERPARTS = re.compile(r" (?:[a-z-]+ ){0,2}?(?:counterparts|colleagues|opposite numbers)\b")
HERE = re.compile(r"\bhere\b")


def told_of_sides(telling: Telling) -> Encounter | None:
    """The encounter that the top of the article tells of sides, be somebody named beside them or not."""
    lead = [scene for scene in telling.scenes if scene.whole][:LEAD]
    for scene in lead:
        sport = of_sport().search(scene.text.low, *scene.sentence.span)
        if is_news(scene) and sport is None:
            for rule in RULES:
                found = rule(scene, telling)
                if found is not None:
                    return found
    return None


def is_news(scene: Scene) -> bool:
    """Whether a sentence may tell what is new: nothing recalled, no drill, nothing of a year long past."""
    old = scene.dates and all(is_vague(date.value) for date in scene.dates)
    return recalled(scene) is None and "drills" not in scene.signs and not old


def of_many(scene: Scene, telling: Telling) -> Encounter | None:
    """As in "The chiefs of staff of A, B and C gathered in …", "A conference drew delegations from …"."""
    if not is_gathering(scene):
        return None
    behind = telling.scenes[scene.sentence.number : scene.sentence.number + 1 + BEHIND]
    sides: dict[str, Mention] = {}
    for one in behind:
        for side in listed_sides(one):
            sides.setdefault(side.value, side)
    own = next(of_its_name(scene), None)
    if len(sides) < MANY and own is None:
        return None
    if own is not None:
        sides.setdefault(own.value, own)
    host = place_of(scene) or dateline(scene, telling)
    if host is not None:
        sides.setdefault(host.value, host)
    return made(Kind.CONFERENCE, scene, sides, chairs(behind))


def with_members(encounter: Encounter, telling: Telling) -> Encounter:
    """As in "… its 16th summit. Ten countries belong to it: A, B and C": with them as parties."""
    body = [m for m in encounter.unnamed if m.kind == "organisation"]
    signs = any("gatherings" in scene.signs for scene in encounter.main)
    if encounter.kind is not Kind.CONFERENCE and not signs:
        return encounter
    for scene in telling.scenes if encounter.people or encounter.unnamed else ():
        if members_told().search(scene.text.low, *scene.sentence.span) is None:
            continue
        told = {m.value: m for m in runs_of_many(scene) if m.kind == "country"}
        if len(told) >= MANY and (body or not told.keys().isdisjoint(encounter.sides)):
            named = sides_of(encounter.people, ())
            kept = [m for m in encounter.unnamed if m.value not in told and m not in body]
            more = [m for value, m in told.items() if value not in named]
            return replace(encounter, unnamed=(*kept, *more), kind=Kind.CONFERENCE)
    return encounter


def with_fellows(encounter: Encounter, telling: Telling, known: AbstractSet[str]) -> Encounter:
    """As in "The envoys of A, B and C presented …", "his Iraqi and Syrian counterparts": with all of them.

    Only where some of them take part, and the others in no encounter; `known` are the sides of all.
    """
    if encounter.kind not in (Kind.CREDENTIALS, Kind.MEETING, Kind.CONFERENCE) or not encounter.people:
        return encounter
    for scene in encounter.main:
        missing = [side for side in counterparts(scene) if side.value not in known]
        if missing and len(missing) < len(list(counterparts(scene))):
            return replace(encounter, unnamed=(*encounter.unnamed, *missing))
    scenes = encounter.main if encounter.kind is not Kind.CREDENTIALS else telling.scenes
    for scene in scenes:
        for one in scene.unnamed if recalled(scene) is None else ():
            several = {side.value: side for side in one.sides} if one.how == "offices" else {}
            missing = [side for value, side in several.items() if value not in known]
            if missing and len(several) > len(missing) and len(several) - len(missing) >= len(missing):
                return replace(encounter, unnamed=(*encounter.unnamed, *missing))
    return encounter


def counterparts(scene: Scene) -> Iterator[Mention]:
    """The sides of "his Iraqi and Syrian counterparts"."""
    for run in runs(scene):
        behind = COUNTERPARTS.match(scene.text.low, run[-1].span.stop)
        if len(run) > 1 and behind and all(side.kind == "demonym" for side in run):
            yield from run


@cache
def members_told() -> re.Pattern[str]:
    """How the members of a body are told."""
    return re.compile(rf"\b(?:{lists()['members_are']})\b")


def of_two(scene: Scene, _: Telling) -> Encounter | None:
    """As in "Staff talks between A and B took place", "Border officers of A and B met near …"."""
    sides = {side.value: side for side in between(scene)}
    if len(sides) < len("ab"):
        return None
    return made(Kind.MEETING, scene, sides, ())


RULES: tuple[Callable[[Scene, Telling], Encounter | None], ...] = (of_many, of_two)


def made(kind: Kind, scene: Scene, sides: dict[str, Mention], people: Sequence[Person]) -> Encounter | None:
    """An encounter of these, if there are two sides of it."""
    named = sides_of(people, ())
    unnamed = tuple(side for value, side in sides.items() if value not in named)
    if len(named | sides.keys()) < len("ab"):
        return None
    status = status_of(scene)
    if status is Status.HELD and to_come().search(scene.text.low, *scene.sentence.span):
        status = Status.PLANNED
    act = next(iter(scene.acts), None)
    return Encounter(status, kind, tuple(people), unnamed, (scene,), act, (scene,), (), 0.8)


def is_gathering(scene: Scene) -> bool:
    """Whether the sentence tells that many come together."""
    low, span = scene.text.low, scene.sentence.span
    return gathering().search(low, *span) is not None or comers_came().search(low, *span) is not None


def listed_sides(scene: Scene) -> Iterator[Mention]:
    """Those of three and more countries in a row, where it is told who of them come."""
    low, span = scene.text.low, scene.sentence.span
    for run in runs(scene):
        start, stop = run[0].span.start, run[-1].span.stop
        before = comers().search(low, max(span.start, start - CLOSE), start)
        if len(run) >= MANY and (before or comers().search(low, stop, min(stop + CLOSE, span.stop))):
            yield from run


def runs(scene: Scene) -> list[list[Mention]]:
    """The sides of a sentence, those in a row together."""
    found: list[list[Mention]] = []
    for side in (m for m in scene.here if m.kind in SIDES):
        if found and JOINED.fullmatch(scene.text.low, found[-1][-1].span.stop, side.span.start):
            found[-1].append(side)
        else:
            found.append([side])
    return found


def runs_of_many(scene: Scene) -> Iterator[Mention]:
    """The sides of three and more in a row."""
    yield from (side for run in runs(scene) if len(run) >= MANY for side in run)


def of_its_name(scene: Scene) -> Iterator[Mention]:
    """As in "The 12th Meeting of the ASEAN Air Chiefs opened": the organisation whose gathering it is."""
    low, start = scene.text.low, scene.sentence.span.start
    for side in scene.here:
        if side.kind != "organisation":
            continue
        after = its_gathering()["after"].match(low, side.span.stop)
        before = its_gathering()["before"].search(low, max(start, side.span.start - NEAR), side.span.start)
        if after or before:
            yield side


def place_of(scene: Scene) -> Mention | None:
    """The city in which it is held, for the country of the hosts."""
    return next((city for city in scene.cities if city.value), None)


def dateline(scene: Scene, telling: Telling) -> Mention | None:
    """As in "Riyadh, Oct. 21 -- The chiefs of staff … held a conference here": the city at the top."""
    low, span = scene.text.low, scene.sentence.span
    if not HERE.search(low, *span):
        return None
    lead = telling.scenes[: scene.sentence.number + 1]
    return next((m for one in lead for m in one.here if m.kind == "city" and m.value), None)


def chairs(scenes: Sequence[Scene]) -> list[Person]:
    """Who is told to chair it or to take part, by name."""
    people = []
    for scene in scenes:
        if takes_part().search(scene.text.low, *scene.sentence.span):
            people += [p for p in scene.people if p.side is not None and p.role is not None]
    return list(dict.fromkeys(people))


def between(scene: Scene) -> Iterator[Mention]:
    """The two sides of talks of which nobody is named."""
    for one, other in pairwise(m for m in scene.here if m.kind in SIDES):
        if one.value != other.value and (are_talking(one, other, scene) or have_come(one, other, scene)):
            yield from (one, other)
            return


def are_talking(one: Mention, other: Mention, scene: Scene) -> bool:
    """As in "Staff talks between the navies of A and B took place"."""
    low, span = scene.text.low, scene.sentence.span
    lead = low[max(span.start, one.span.start - NEAR) : one.span.start]
    middle = low[one.span.stop : other.span.start]
    told = talks_of()["between"].search(lead) and talks_of()["middle"].fullmatch(middle)
    return bool(told and went_on().search(low, *span))


def have_come(one: Mention, other: Mention, scene: Scene) -> bool:
    """As in "Border officers of A and B met near …", "A and B experts sat down"."""
    low, span = scene.text.low, scene.sentence.span
    lead = low[max(span.start, one.span.start - NEAR) : one.span.start]
    nationals = other.kind == "demonym" and talks_of()["nationals"].match(low, other.span.stop)
    if not nationals and not talks_of()["comers"].search(lead):
        return False
    joined = JOINED.fullmatch(low, one.span.stop, other.span.start)
    return bool(joined and comers_came().search(low, *span))


@cache
def lists() -> dict[str, str]:
    """The words, each list as one pattern."""
    return {name: alternatives(words) for name, words in word_lists("en/gathered").items()}


@cache
def of_sport() -> re.Pattern[str]:
    """Where teams come together."""
    return re.compile(rf"\b(?:{lists()['sport']})\b")


@cache
def gathering() -> re.Pattern[str]:
    """A gathering that is told as news."""
    form = lists()
    name = rf"(?:{form['gatherings']})"
    return re.compile(
        rf"\b{name}\b[^.;]{{0,200}}?\b(?:{form['went_on']})\b"
        rf"|\b(?:{form['held_it']}|{form['went_on']})\b[^.;]{{0,90}}?\b{name}\b"
    )


@cache
def comers() -> re.Pattern[str]:
    """Those who come."""
    return re.compile(rf"\b(?<!united )(?:{lists()['comers']})\b")


@cache
def comers_came() -> re.Pattern[str]:
    """Those who come, and what they do."""
    form = lists()
    return re.compile(rf"\b(?:{form['comers']})\b[^.;]{{0,260}}?\b(?:{form['came']})\b")


@cache
def went_on() -> re.Pattern[str]:
    """That a gathering is the news."""
    return re.compile(rf"\b(?:{lists()['went_on']}|{lists()['held_it']})\b")


@cache
def takes_part() -> re.Pattern[str]:
    """That somebody takes part."""
    return re.compile(rf"\b(?:{lists()['takes_part']})\b")


@cache
def to_come() -> re.Pattern[str]:
    """That it is still to come."""
    return re.compile(
        r"\b(?:will|is to|are to|is due to|are due to|is expected to|are expected to) (?!be remembered)"
    )


@cache
def its_gathering() -> dict[str, re.Pattern[str]]:
    """An organisation beside its gathering: "the ASEAN Air Chiefs' Meeting", "a session of the OSCE"."""
    name, who = rf"(?:{lists()['gatherings']})", rf"(?:{lists()['comers']})"
    verb = r"(?!(?:will|to|has|have|had|is|was|are|were|said|in|on|at|that|and) )"
    return {
        "after": re.compile(rf"(?:'s?)? (?:{verb}[\w’'-]+ ){{0,5}}?(?:{name}|{who}(?:'|\b))"),
        "before": re.compile(
            rf"\b(?:{name}|member states|{who}(?: from)?(?: the member states)?) (?:of )?(?:the )?$"
        ),
    }


@cache
def talks_of() -> dict[str, re.Pattern[str]]:
    """Talks "between" two, officers "of" two."""
    form = lists()
    who = r"(?:the |a |its )?(?:[a-z-]+ ){0,5}(?:of )?(?:the )?"
    return {
        "between": re.compile(rf"\b(?:{form['between_two']})\b(?: [a-z-]+){{0,5}}? (?:between|of) {who}$"),
        "middle": re.compile(r"(?:'s)?(?: [a-z-]+){0,5}? and (?:the )?(?:[a-z-]+ ){0,5}?(?:of )?(?:the )?"),
        "nationals": re.compile(rf" (?:[a-z-]+ ){{0,2}}?(?:{form['comers']})\b"),
        "comers": re.compile(rf"\b(?:{form['comers']}) (?:of|from) (?:the )?$"),
    }
