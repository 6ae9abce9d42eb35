"""One group that the text takes apart: a guest at a time, each on his own day; a visit and a call."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from chronicle.ingest.background import status_of
from chronicle.ingest.cast import Person
from chronicle.ingest.encounter import Encounter, sides_of
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.groups import Telling
from chronicle.ingest.kinds import act_of, kind_of
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention, Status

AGAIN = re.compile(  # they come together once more
    r"(?:;|,? and|,? but) (?:they|the two|both|the pair)(?: [a-z]+)? (?:will|are to|are due to"
    r"|plan to|intend to|have agreed to|agreed to|are expected to|are set to) (?:also |next )?"
    r"(?:meet|see each other|sit down|get together|talk|speak|hold talks|confer)\b"
)


def called_instead(encounter: Encounter, stop: int, telling: Telling) -> list[Encounter]:
    """As in "The visit fell through; the ministers spoke by telephone": what was called off, and the call."""
    if encounter.kind is not Kind.CALL or encounter.status is Status.PLANNED or not encounter.main:
        return [encounter]
    start = encounter.main[0].sentence.number
    scenes = [s for s in telling.scenes[start : max(stop, start + 1)] if s.whole and (s.people or s.acts)]
    calls = [s for s in scenes if any(act.value == Kind.CALL for act in s.acts)]
    off = [s for s in scenes if s not in calls and status_of(s) is Status.CANCELLED]
    if not calls or not off or not (encounter.people or encounter.unnamed):
        return [encounter]
    kind = kind_of(off, off, encounter.people)
    fallen = replace(
        encounter,
        status=Status.CANCELLED,
        kind=kind,
        scenes=tuple(off),
        act=act_of(kind, off),
        main=tuple(off[:1]),
    )
    held = replace(encounter, status=Status.HELD, scenes=tuple(calls), main=tuple(calls[:1]), newcomers=())
    return [fallen, held]


def and_again(encounter: Encounter) -> list[Encounter]:
    """As in "X telephoned Y; the two are to meet in Lima on May 3": one that was, and one to come."""
    if len(encounter.main) != 1 or not encounter.people:
        return [encounter]
    scene = encounter.main[0]
    again = AGAIN.search(scene.text.low, *scene.sentence.span)
    later = tuple(day for day in scene.dates if again and day.span.start > again.start())
    if again is None or not later or scene.sure is not Status.HELD:
        return [encounter]
    first = replace(scene, dates=tuple(day for day in scene.dates if day not in later))
    coming = replace(scene, dates=later)
    scenes = tuple(first if one is scene else one for one in encounter.scenes)
    held = replace(encounter, status=Status.HELD, scenes=scenes, main=(first,))
    planned = Encounter(
        Status.PLANNED,
        Kind.MEETING,
        encounter.people,
        encounter.unnamed,
        (coming,),
        main=(coming,),
        chance=encounter.chance,
    )
    return [held, planned]


def and_to_come(encounter: Encounter) -> list[Encounter]:
    """As in "On Monday X received Y, and is due to meet Z on Thursday": one that was, and one to come."""
    scene = encounter.main[0] if len(encounter.main) == 1 else None
    if scene is None or scene.sure is not Status.HELD or encounter.status is not Status.HELD:
        return [encounter]
    coming = to_come().search(scene.text.low, *scene.sentence.span)
    places = {p.number: place for p in encounter.people if (place := place_in(p, scene)) is not None}
    later = [p for p in encounter.people if coming and places.get(p.number, 0) > coming.start()]
    earlier = [p for p in encounter.people if p not in later]
    days = tuple(day for day in scene.dates if coming and day.span.start >= coming.start())
    if coming is None or not later or not earlier or encounter.unnamed:
        return [encounter]
    host, *guests = sorted(earlier, key=lambda p: places.get(p.number, -1))
    if host.side is None or not sides_of([host], ()).isdisjoint(sides_of(later, ())):
        return [encounter]
    after = replace(scene, dates=days)
    planned = replace(encounter, status=Status.PLANNED, people=(host, *later), scenes=(after,), main=(after,))
    if not guests:
        return [planned]
    first = replace(scene, dates=tuple(day for day in scene.dates if day not in days))
    scenes = tuple(first if one is scene else one for one in encounter.scenes)
    held = replace(encounter, people=(host, *guests), scenes=scenes, main=(first,))
    return [held, planned]


@cache
def to_come() -> re.Pattern[str]:
    """Where a clause begins that tells what is to come: ", and tomorrow he will be received by"."""
    lists = word_lists("en/encounters")
    return re.compile(
        rf"(?:;|,? and|,? but|,? while)(?: (?:{alternatives(lists['when_to_come'])}))?(?: (?:he|she))?"
        rf" (?:{alternatives(lists['to_come'])})\b"
    )


def one_by_one(encounter: Encounter, made: Sequence[Encounter]) -> list[Encounter]:
    """As in "A's and B's ministers each met C's": an encounter for each side, with the one in common."""
    scene = encounter.main[0] if encounter.main else None
    if scene is None:
        return [encounter]
    sign = is_apart(scene)
    if sign is None and len(scene.dates) < len("ab"):
        return [encounter]
    same = [e for e in made if e.main and e.main[0] is scene]
    people = list(dict.fromkeys(p for e in same for p in e.people))
    places = {p.number: place for p in people if (place := place_in(p, scene)) is not None}
    if any(e.unnamed for e in same) or any(p.number not in places or p.side is None for p in people):
        return [encounter]
    host, guests = host_and_guests(people, places, scene, sign)
    sides = list(dict.fromkeys(p.side.value for p in guests if p.side is not None))
    told = len(same) == len(sides) and all(p in e.people for e in same for p in host)
    if len(host) != 1 or len(sides) < len("ab") or told or not sides_of(host, ()).isdisjoint(sides):
        return [encounter]
    days = days_apart([places[p.number] for p in guests], scene)
    if sign is None and (not days or len(same) > 1):
        return [encounter]
    if encounter is not same[0]:
        return []
    return [
        with_guests(encounter, host, [p for p in guests if p.side and p.side.value == side], days, places)
        for side in sides
    ]


def host_and_guests(
    people: Sequence[Person], places: Mapping[int, int], scene: Scene, sign: re.Match[str] | None
) -> tuple[list[Person], list[Person]]:
    """Those before the verb and those behind it, the fewer first; unsigned, the first and the rest."""
    ordered = sorted(people, key=lambda p: places[p.number])
    if sign is None:
        return ordered[:1], ordered[1:]
    verb = scene.acts[0].span.start if scene.acts else sign.start()
    early = [p for p in people if places[p.number] < verb]
    host, guests = sorted((early, [p for p in people if p not in early]), key=len)
    return host, guests


def with_guests(
    encounter: Encounter,
    host: Sequence[Person],
    guests: Sequence[Person],
    days: Sequence[Mention],
    places: Mapping[int, int],
) -> Encounter:
    """The encounter of the host and some of the guests, on the day that is told behind their names."""
    first = encounter.main[0]
    people = (*host, *guests)
    day = next((d for d in days if d.span.start > places[guests[-1].number]), None)
    if day is None:
        return replace(encounter, people=people)
    own = replace(first, dates=(day,))
    scenes = tuple(own if scene is first else scene for scene in encounter.scenes)
    main = tuple(own if scene is first else scene for scene in encounter.main)
    return replace(encounter, people=people, scenes=scenes, main=main)


def days_apart(places: Sequence[int], scene: Scene) -> list[Mention]:
    """As in "X met A on Monday, B on Tuesday": the day behind each of the guests, if each has one."""
    days: list[Mention] = []
    for start, stop in pairwise((*sorted(places), scene.sentence.span.stop)):
        day = next((d for d in scene.dates if start < d.span.start < stop), None)
        if day is None:
            return []
        days.append(day)
    return days if len({day.value for day in days}) == len(days) else []


def is_apart(scene: Scene) -> re.Match[str] | None:
    """Words that tell as many encounters as there are guests: "one by one", "had meetings with"."""
    return each().search(scene.text.low, scene.sentence.span.start + 1, scene.sentence.span.stop) or (
        among().match(scene.text.low, *scene.sentence.span)
    )


@cache
def each() -> re.Pattern[str]:
    """The words, anywhere but at the beginning: "Separately, …" only leads on."""
    return re.compile(rf"(?<=[a-z,] )(?:{alternatives(word_lists('en/encounters')['each'])})\b")


@cache
def among() -> re.Pattern[str]:
    """Those of them that open a sentence."""
    opening = [
        form for form in word_lists("en/encounters")["each"] if form.startswith(("among ", "his ", "her "))
    ]
    some = ["one by one", "one after the other", "one after another", "in succession", "in separate meetings"]
    return re.compile(rf"(?:{alternatives((*opening, *some))})\b")


def place_in(person: Person, scene: Scene) -> int | None:
    """Where somebody is named in a sentence first."""
    here = (n.person.span.start for n in person.namings if n.sentence == scene.sentence.number)
    return next(here, None)
