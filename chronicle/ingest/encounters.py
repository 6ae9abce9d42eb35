"""Encounters: who met whom, and the sentences that tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from chronicle.ingest.background import IN_PASSING, recalled, status_of
from chronicle.ingest.cast import Person
from chronicle.ingest.cues import cues_of
from chronicle.ingest.decisions import Group, Telling, decided, groups_of
from chronicle.ingest.introductions import introductions_of
from chronicle.ingest.scenes import Scene
from chronicle.ingest.status import status_features
from chronicle.ingest.text import Text
from chronicle.ingest.unnamed import attending
from chronicle.lexicon import Lexicon
from chronicle.model import Kind, Mention, PartialDate, Status

BEFORE = 2  # sentences before the first that tells of an encounter, for who is said to be there
PLAIN = (Kind.MEETING, Kind.VISIT)


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
    there = attending(text, found)
    groups, left_out = groups_of(
        introductions_of(text, cast, found, cues, words, published=published), telling
    )
    starts = [group.introductions[0].sentence.number for group in groups]
    stops = [*starts[1:], len(scenes)][: len(groups)]
    made = []
    for number, (group, stop) in enumerate(zip(groups, stops, strict=True)):
        start = starts[number] if number else max(0, starts[0] - BEFORE)
        sides = [m for some in there[start : max(stop, starts[number] + 1)] for m in some]
        made.append(encounter_of(group, stop, sides, telling))
    told = [e for e in made if two_sided(e) and not all(recalled(s) == IN_PASSING for s in e.main)]
    first = {i.sentence.number for group in groups for i in group.introductions}
    for scene in scenes:
        if scene.whole and scene.acts and scene.sentence.number not in first and recalled(scene) is None:
            told += further(scene, told, telling)
    return Told(tuple(told), tuple((i.person, chance) for i, chance in left_out))


def encounter_of(group: Group, stop: int, there: Sequence[Mention], telling: Telling) -> Encounter:
    """What the group's sentences tell: those of the introductions, then others up to `stop` of its people.

    `there` are the sides that are said to attend, of which nobody may be named.
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
    kind = kind_of(own, main, group.people)
    many = len(group.sides) < 2 or kind in (Kind.CREDENTIALS, Kind.CONFERENCE)
    unnamed = unnamed_of(group, own if many else main, many=many)
    known = {*group.sides, *(m.value for m in unnamed)}
    unnamed += {m.value: m for m in there if m.value not in known}.values()
    return Encounter(
        Status(status),
        kind,
        group.people,
        unnamed,
        own,
        act_of(kind, own),
        tuple(main),
        tuple(i.person for i in group.introductions),
        min(group.chance, chance),
    )


def act_of(kind: Kind, scenes: Sequence[Scene]) -> Mention | None:
    """The first word of an encounter of that kind."""
    return next((act for scene in scenes for act in scene.acts if act.value == kind), None)


def two_sided(encounter: Encounter) -> bool:
    """Two sides, or one and somebody in office of whom the text doesn't say for whom he acts."""
    unknown = any(p.side is None and p.role is not None for p in encounter.people)
    return len(encounter.sides) > 1 or (len(encounter.sides) == 1 and unknown and encounter.act is not None)


def further(scene: Scene, told: Sequence[Encounter], telling: Telling) -> list[Encounter]:
    """An encounter without a newcomer: the same people again, or one who meets a side without a name."""
    status = status_of(scene)
    people = [*subject_of(scene, telling.scenes), *scene.people]
    if len(sides_of(people, scene.unnamed)) < 2:
        people += stand_ins(scene, people, told)
    people = list(dict.fromkeys(people))
    sequence = any(kind == "sequence" for _, kind in telling.cues[scene.sentence.number])
    if len(sides_of(people, scene.unnamed)) < 2 or (not people and not of_institutions(scene, told)):
        return []
    if people and retold(status, people, scene.unnamed, told, sequence=sequence):
        return []
    if people and status is Status.HELD and not tells_of_another(scene, people, told, sequence=sequence):
        return []
    if people and status is not Status.HELD and not scene.dates and not scene.cities:
        return []
    kind = kind_of([scene], [scene], people)
    known = sides_of(people, ())
    unnamed = [side for side in scene.unnamed if side.value not in known]
    return [Encounter(status, kind, people, unnamed, [scene], act_of(kind, [scene]))]


def of_institutions(scene: Scene, told: Sequence[Encounter]) -> bool:
    """As in "the first meeting of the working group": sides of which nobody is named."""
    sides = {side.value for side in scene.unnamed}
    apart = all(scene.sentence.paragraph != s.sentence.paragraph for e in told for s in e.scenes[:1])
    alike = any(not e.people and e.sides >= sides for e in told)
    return not alike and (not told or ("institutional" in scene.signs and apart))


def retold(
    status: Status,
    people: Sequence[Person],
    unnamed: Sequence[Mention],
    told: Sequence[Encounter],
    *,
    sequence: bool,
) -> bool:
    """Whether it is an encounter told already: of the same people, or of some without a word of another."""
    here, sides = {p.number for p in people}, sides_of(people, unnamed)
    for encounter in told:
        there = {p.number for p in encounter.people}
        if encounter.status is status and (
            (here == there and sides <= encounter.sides) or (here <= there and not sequence)
        ):
            return True
    return False


def tells_of_another(
    scene: Scene, people: Sequence[Person], told: Sequence[Encounter], *, sequence: bool
) -> bool:
    """Whether a sentence tells of a further encounter: a new side with a day, or fewer people "earlier"."""
    here = {p.number for p in people}
    fewer = any(here < {p.number for p in encounter.people} for encounter in told)
    if sequence and fewer and len(sides_of(people, ())) > 1:
        return True
    known = {side for encounter in told for side in encounter.sides}
    fresh = any(side.value not in known for side in scene.unnamed)
    return fresh and (bool(scene.dates) or sequence)


def subject_of(scene: Scene, scenes: Sequence[Scene]) -> list[Person]:
    """Whom "He …" stands for: the first of the people named last; in a group, one of its sides."""
    if not (scene.he_opens or (scene.group and scene.pronoun and not scene.people)):
        return []
    here = scene.sentence.number
    last = next((s.people for s in reversed(scenes[max(0, here - REACH) : here]) if s.people), ())
    group = {m.value for m in scene.unnamed}
    return [p for p in last if not scene.group or (p.side is not None and p.side.value in group)][:1]


REACH = 8  # sentences back to whom a pronoun may mean


def stand_ins(scene: Scene, people: Sequence[Person], told: Sequence[Encounter]) -> list[Person]:
    """Whom "he" or "they" may be: who has met most so far, of another side."""
    if not scene.pronoun or not (people or scene.unnamed):
        return []
    sides = sides_of(people, scene.unnamed)
    pool = [p for e in told for p in e.people if p.side is not None and p.side.value not in sides]
    return sorted(dict.fromkeys(pool), key=lambda p: (-pool.count(p), p.number))[:1]


def sides_of(people: Sequence[Person], unnamed: Sequence[Mention]) -> set[str]:
    """Whom some people and those without a name act for."""
    return {p.side.value for p in people if p.side is not None} | {m.value for m in unnamed}


def unnamed_of(group: Group, scenes: Sequence[Scene], *, many: bool) -> list[Mention]:
    """Sides of which nobody is named, once each: where `many` are expected, or a sentence has several."""
    found: dict[str, Mention] = {}
    for scene in scenes:
        if many or len(scene.unnamed) > 1:
            for side in scene.unnamed:
                if side.value not in group.sides:
                    found.setdefault(side.value, side)
    return list(found.values())


def kind_of(scenes: Sequence[Scene], main: Sequence[Scene], people: Sequence[Person]) -> Kind:
    """The kind that the scenes' acts tell: a special one, a visit where one side is named, a meeting."""
    kinds = [Kind(act.value) for scene in scenes for act in scene.acts]
    special = [kind for kind in kinds if kind not in PLAIN]
    if special:
        return special[0]
    told = {Kind(act.value) for scene in main for act in scene.acts}
    alone = len(sides_of(people, ())) < 2
    return Kind.VISIT if alone and Kind.VISIT in kinds and Kind.MEETING not in told else Kind.MEETING
