"""Encounters: who met whom, and the sentences that tell of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from chronicle.ingest.background import IN_PASSING, recalled, status_of
from chronicle.ingest.cast import Person
from chronicle.ingest.cues import cues_of
from chronicle.ingest.decisions import groups_of
from chronicle.ingest.groups import Group, Telling
from chronicle.ingest.introductions import introductions_of
from chronicle.ingest.scenes import Scene
from chronicle.ingest.status import status_features
from chronicle.ingest.text import Text
from chronicle.ingest.weights import decided
from chronicle.lexicon import Lexicon
from chronicle.model import Kind, Mention, PartialDate, Status

THERE = re.compile(r"\b(?:present|presence|attend|attended|attendance|part|participated|joined|sat)\b")
SAME_TALKS = re.compile(  # of few, then of many, then at table: one encounter (GUIDE rule 3)
    r"\b(?:face[- ]to[- ]face|one[- ]on[- ]one|t[êe]te[- ][àa][- ]t[êe]te|in private|privately"
    r"|dinner|lunch|luncheon|banquet"
    r"|(?:expanded|extended|enlarged|restricted|narrow|wider) (?:format|composition|circle|meeting|talks))\b"
)
PLAIN = (Kind.MEETING, Kind.VISIT)
REACH = 8  # sentences back to whom a pronoun may mean


@dataclass(slots=True)
class Encounter:
    """People and sides that come together, and the scenes that tell of it."""

    status: Status
    kind: Kind
    people: list[Person]
    unnamed: list[Mention]
    scenes: list[Scene] = field(default_factory=list)
    act: Mention | None = None
    main: tuple[Scene, ...] = ()  # of the scenes, those in which somebody new is told
    newcomers: tuple[Person, ...] = ()  # who wasn't in an encounter told before
    chance: float = 1.0  # of the least certain decision behind it

    @property
    def sides(self) -> set[str]:
        """Country codes and organisations that take part."""
        return sides_of(self.people, self.unnamed)


@dataclass(frozen=True, slots=True)
class Told:
    """What an article reports."""

    encounters: tuple[Encounter, ...]  # in order of the text
    left_out: tuple[tuple[Person, float], ...]  # who takes part in none, and how likely that is
    share: float  # how likely this is among the ways to understand the article


def encounters_of(
    text: Text,
    cast: Sequence[Person],
    found: Sequence[Mention],
    scenes: Sequence[Scene],
    words: Lexicon,
    *,
    published: PartialDate | None,
) -> Told:
    """The encounters that the article itself reports."""
    cues = cues_of(text, words)
    telling = Telling(text, scenes, cues, words)
    groups, left_out, share = groups_of(
        introductions_of(text, cast, scenes, found, cues, words=words, published=published), telling
    )
    stops = [*(group.introductions[0].sentence.number for group in groups[1:]), len(scenes)]
    made = [
        encounter_of(group, stop, present_too(groups[:number], group, stop, scenes), telling)
        for number, (group, stop) in enumerate(zip(groups, stops, strict=False))
    ]
    told = [e for e in made if two_sided(e) and not all(recalled(s) == IN_PASSING for s in e.main)]
    told = [e for e in told if e.people or of_institutions(e)]
    first = {i.sentence.number for group in groups for i in group.introductions}
    for scene in scenes:
        if scene.whole and scene.acts and scene.sentence.number not in first and recalled(scene) is None:
            told += further(scene, told, telling)
    return Told(tuple(told), tuple((i.person, chance) for i, chance in left_out), share)


def present_too(earlier: Sequence[Group], group: Group, stop: int, scenes: Sequence[Scene]) -> list[Person]:
    """As in "That meeting, at which X was also present": who was told before, up to the sentence `stop`."""
    known = {p.number for e in earlier for p in e.people if p.name} - {p.number for p in group.people}
    start = group.introductions[0].sentence.number
    told = [p for scene in scenes[start:stop] if is_said_of(scene) for p in scene.people]
    return [p for p in dict.fromkeys(told) if p.number in known]


def is_said_of(scene: Scene) -> bool:
    """Whether a sentence says that somebody is there, too."""
    sign = scene.signs.get("joinings")
    return sign is not None and THERE.search(sign.value) is not None


def encounter_of(group: Group, stop: int, too: Sequence[Person], telling: Telling) -> Encounter:
    """What the group's sentences tell: those of the introductions, then others up to `stop` of its people.

    `too` are those who are said to be there beside the group.
    """
    told = list(dict.fromkeys(i.sentence.number for i in group.introductions))
    status, chance = decided(status_features(group.introductions, telling), telling.words.models["status"])
    members = {p.number for p in group.people}
    others = [
        scene.sentence.number
        for scene in telling.scenes[told[0] : max(stop, told[-1] + 1)]
        if scene.sentence.number not in told
        and (scene.acts or scene.signs)
        and recalled(scene) is None
        and status_of(scene) == status
        and (not scene.people or not members.isdisjoint(p.number for p in scene.people))
    ]
    main = [telling.scenes[number] for number in told]
    own = [*main, *(telling.scenes[number] for number in others)]
    people = [*(p for p in group.people if p.name), *too]
    kind = kind_of(own, main, people)
    return Encounter(
        Status(status),
        kind,
        people,
        unnamed_of(group.people),
        own,
        act_of(kind, own),
        tuple(main),
        tuple(i.person for i in group.introductions if i.person.name),
        min(group.chance, chance),
    )


def act_of(kind: Kind, scenes: Sequence[Scene]) -> Mention | None:
    """The first word of an encounter of that kind."""
    return next((act for scene in scenes for act in scene.acts if act.value == kind), None)


def two_sided(encounter: Encounter) -> bool:
    """Two sides, or one and somebody in office of whom the text doesn't say for whom he acts."""
    unknown = any(p.side is None and p.role is not None for p in encounter.people)
    return len(encounter.sides) > 1 or (len(encounter.sides) == 1 and unknown and encounter.act is not None)


def of_institutions(encounter: Encounter) -> bool:
    """As in "the foreign ministries of A and B held consultations", where nobody is named."""
    told = [
        one for scene in encounter.main for one in scene.unnamed if one.how in ("institutions", "offices")
    ]
    return len({side.value for one in told for side in one.sides}) > 1


def further(scene: Scene, told: Sequence[Encounter], telling: Telling) -> list[Encounter]:
    """An encounter without a newcomer: of people who were told before, by name, office or pronoun."""
    status = status_of(scene)
    if SAME_TALKS.search(telling.text.low, scene.sentence.span.start, scene.sentence.span.stop):
        return []
    people = [*subject_of(scene, telling.scenes), *scene.people]
    if len(sides_of(people, ())) < 2:
        people += stand_ins(scene, people, told)
    people = list(dict.fromkeys(people))
    sequence = any(kind == "sequence" for _, kind in telling.cues[scene.sentence.number])
    if len(sides_of(people, ())) < 2 or retold(status, people, told, sequence=sequence):
        return []
    if (
        status is Status.HELD
        and not (sequence and fewer(people, told, scene))
        and not stands_apart(scene, people, told)
    ):
        return []
    if status is not Status.HELD and not scene.dates and not scene.cities:
        return []
    kind = kind_of([scene], [scene], people)
    return [Encounter(status, kind, people, [], [scene], act_of(kind, [scene]))]


def stands_apart(scene: Scene, people: Sequence[Person], told: Sequence[Encounter]) -> bool:
    """As in "A called the three-way meeting off. B and C spoke by telephone": in no form told before."""
    here = {p.number for p in people}
    theirs = [e for e in told if here <= {p.number for p in e.people}]
    kinds = {Kind(act.value) for act in scene.acts}
    other = any(kind not in PLAIN and all(kind is not e.kind for e in theirs) for kind in kinds)
    return bool(theirs) and other and all(e.status is not Status.HELD for e in theirs)


def fewer(people: Sequence[Person], told: Sequence[Encounter], scene: Scene) -> bool:
    """Whether they are some of those of an encounter of which all are told before."""
    here, number = {p.number for p in people}, scene.sentence.number
    return any(
        here < {p.number for p in encounter.people}
        and all(s.sentence.number < number for s in encounter.main)
        for encounter in told
    )


def retold(status: Status, people: Sequence[Person], told: Sequence[Encounter], *, sequence: bool) -> bool:
    """Whether it is an encounter told already: of the same people, or of some without a word of another."""
    here = {p.number for p in people}
    for encounter in told:
        there = {p.number for p in encounter.people}
        if encounter.status is status and (here == there or (here <= there and not sequence)):
            return True
    return False


def subject_of(scene: Scene, scenes: Sequence[Scene]) -> list[Person]:
    """Whom "He …" stands for: the first of the people named last; in a group, one of its sides."""
    if not (scene.he_opens or (scene.group and scene.pronoun and not scene.people)):
        return []
    here = scene.sentence.number
    last = next((s.people for s in reversed(scenes[max(0, here - REACH) : here]) if s.people), ())
    group = {side.value for told in scene.unnamed for side in told.sides}
    return [p for p in last if not scene.group or (p.side is not None and p.side.value in group)][:1]


def stand_ins(scene: Scene, people: Sequence[Person], told: Sequence[Encounter]) -> list[Person]:
    """Whom "he" or "they" may be: who has met most so far, of another side."""
    if not scene.pronoun or not people:
        return []
    sides = sides_of(people, ())
    pool = [p for e in told for p in e.people if p.side is not None and p.side.value not in sides]
    return sorted(dict.fromkeys(pool), key=lambda p: (-pool.count(p), p.number))[:1]


def sides_of(people: Sequence[Person], unnamed: Sequence[Mention]) -> set[str]:
    """Whom some people and those without a name act for."""
    return {p.side.value for p in people if p.side is not None} | {m.value for m in unnamed}


def unnamed_of(people: Sequence[Person]) -> list[Mention]:
    """The sides of which nobody is named, once each."""
    named = sides_of([p for p in people if p.name], ())
    sides = [p.side for p in people if not p.name and p.side is not None]
    return list({side.value: side for side in reversed(sides) if side.value not in named}.values())[::-1]


def kind_of(scenes: Sequence[Scene], main: Sequence[Scene], people: Sequence[Person]) -> Kind:
    """The kind that the scenes' acts tell: a special one, a visit where one side is named, a meeting."""
    kinds = [Kind(act.value) for scene in scenes for act in scene.acts]
    special = [kind for kind in kinds if kind not in PLAIN]
    if special:
        return special[0]
    told = {Kind(act.value) for scene in main for act in scene.acts}
    alone = len(sides_of(people, ())) < 2
    return Kind.VISIT if alone and Kind.VISIT in kinds and Kind.MEETING not in told else Kind.MEETING
