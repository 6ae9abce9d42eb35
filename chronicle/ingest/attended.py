"""Which of several encounters somebody attended: "was at the talks with Lund", "at the first of the two"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.groups import Group, Telling
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind

PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "latter": -1}
EARLIER = frozenset(("last", "former"))  # "the last meeting": the one before, if nothing is said of which
AROUND = 40  # code points before "the first of …" in which "attended" stands
AT = ("at ", "during ", "for ", "in ")
ATTENDED = re.compile(r" (?:was|were) (?:also |only )?(?:attended|joined)\b")
COMPANY = re.compile(  # with whom somebody came
    r"(?:together |along )?with ([^,.;:]{2,50}?) (?:came|come|had come|travelled|traveled|had travelled"
    r"|was|were|arrived|had arrived)\b"
)
PHRASE = re.compile(r"[^.,;:]{1,80}")  # with whom the talks were, behind "with"


def where_they_were(groups: Sequence[Group], telling: Telling) -> Sequence[Group]:
    """The groups, with each of those who are only there in the one that his sentence means."""
    placed = list(groups)
    for number, group in enumerate(groups):
        for one in group.introductions[1:] if len(groups) > 1 else ():
            meant = meant_by(one, groups, telling)
            if meant is None or meant == number:
                continue
            people = (one.person, *one.fellows)
            left = placed[number]
            placed[number] = replace(
                left,
                people=tuple(p for p in left.people if p not in people),
                introductions=tuple(i for i in left.introductions if i is not one),
            )
            everybody = dict.fromkeys((*placed[meant].people, *people))
            placed[meant] = replace(placed[meant], people=tuple(everybody))
    return placed


def meant_by(one: Introduction, groups: Sequence[Group], telling: Telling) -> int | None:
    """The number of the group whose encounter somebody's sentence says that he attended, if it says which."""
    scene = telling.scenes[one.sentence.number]
    hit = told_where(scene) if one.person.name else None
    came = COMPANY.match(scene.text.low, *scene.sentence.span) if one.person.name else None
    if came is not None and one.start >= came.end():
        return with_whom(scene, came.span(1), groups)
    if hit is None:
        return None
    if hit["with"]:
        phrase = PHRASE.match(scene.text.low, hit.end())
        return with_whom(scene, phrase.span(), groups) if phrase else None
    place = PLACES.get(hit["of"] or ("" if hit["which"] in EARLIER else hit["which"]) or "")
    if place is not None:
        return place % len(groups) if place < len(groups) else None
    if hit["ceremony"]:
        return only_one(number for number, group in enumerate(groups) if of_credentials(group, telling))
    return None


def with_whom(scene: Scene, phrase: tuple[int, int], groups: Sequence[Group]) -> int | None:
    """The one group in which those are who are told in the phrase: by name, or else by their side."""
    start, stop = phrase
    told = {
        p.number
        for p in scene.people
        for n in p.namings
        if n.sentence == scene.sentence.number and start <= n.person.span.start < stop
    }
    if told:
        return only_one(k for k, group in enumerate(groups) if told & {p.number for p in group.people})
    sides = {
        m.value for m in scene.here if m.kind in ("demonym", "organisation") and start <= m.span.start < stop
    }
    return only_one(k for k, group in enumerate(groups) if sides & group.sides)


def of_credentials(group: Group, telling: Telling) -> bool:
    """Whether a sentence that introduces the group tells of the handing over of credentials."""
    scenes = (telling.scenes[i.sentence.number] for i in group.introductions)
    return any(act.value == Kind.CREDENTIALS for scene in scenes for act in scene.acts)


def only_one(numbers: Iterable[int]) -> int | None:
    """The number, if it is the only one."""
    found = list(numbers)
    return found[0] if len(found) == 1 else None


def told_where(scene: Scene) -> re.Match[str] | None:
    """The words that say which encounter it is: "attended the …", "at the … he was present"."""
    low, span = scene.text.low, scene.sentence.span
    for hit in patterns()["which"].finditer(low, *span):
        before = low[max(span.start, hit.start() - AROUND) : hit.start()]
        if patterns()["attends"].search(before) or ATTENDED.match(low, hit.end()):
            return hit
        if before.endswith(AT) and patterns()["company"].search(low, hit.end(), span.stop):
            return hit
    return None


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """As in "attended", "the second of the two meetings", "the talks with"."""
    lists = word_lists("en/encounters")
    attends, talks = alternatives(lists["attends"]), alternatives(word_lists("en/parts")["talks"])
    which = "|".join(PLACES)
    return {
        "attends": re.compile(rf"\b(?:{attends}|attending|witnessed|witnessing|joined) (?:only )?$"),
        "company": re.compile(rf"\b(?:{alternatives(lists['company'])})\b"),
        "which": re.compile(
            rf"\b(?:the|his|her|their|that) "
            rf"(?:(?P<of>{which})(?: one)? of (?:the|these|those|them)\b(?: [a-z]+ meetings| meetings)?"
            rf"|(?:(?P<which>{which}) )?(?:[a-z-]+ )?(?:(?P<ceremony>ceremony)|{talks})\b"
            rf"(?P<with> with| between)?)"
        ),
    }
