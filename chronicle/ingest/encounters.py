"""Encounters: who met whom. Scenes that tell of one encounter become one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from chronicle.ingest.background import recalled, status_of
from chronicle.ingest.cast import Person
from chronicle.ingest.scenes import Scene
from chronicle.model import Kind, Mention, Status

PLAIN = (Kind.MEETING, Kind.VISIT)


@dataclass(slots=True)
class Encounter:
    """People and sides that come together, and the scenes that tell of it. Grows while scenes are read."""

    status: Status
    kind: Kind
    people: list[Person]
    unnamed: list[Mention]
    scenes: list[Scene] = field(default_factory=list)
    act: Mention | None = None
    doubtful: bool = False  # no word of meeting was understood

    @property
    def sides(self) -> set[str]:
        """Country codes and organisations that take part."""
        return {p.side.value for p in self.people if p.side is not None} | {m.value for m in self.unnamed}


def encounters_of(scenes: Sequence[Scene]) -> tuple[tuple[Encounter, ...], tuple[Scene, ...]]:
    """The encounters that the article itself reports, in order of the text; and scenes not understood.

    Headlines and captions count only where no whole sentence tells of any.
    """
    met, missed = gathered([s for s in scenes if s.whole])
    if not met:
        met, missed = gathered(scenes)
    if not met:
        met = together(scenes)
    return tuple(met), tuple(missed)


def together(scenes: Sequence[Scene]) -> list[Encounter]:
    """Where no word of meeting was understood: officials of two sides in one sentence. Always in doubt."""
    if any(recalled(scene) and scene.acts for scene in scenes):
        return []
    for scene in scenes:
        telling = [
            p for p in scene.people if p.role is not None and p.side is not None and p.inferred is None
        ]
        if scene.whole and not recalled(scene) and len({p.side.value for p in telling if p.side}) == 2:
            return [Encounter(status_of(scene), Kind.MEETING, telling, [], [scene], None, doubtful=True)]
    return []


def gathered(scenes: Sequence[Scene]) -> tuple[list[Encounter], list[Scene]]:
    """The encounters, and the scenes that tell of one of which nothing was made."""
    met: list[Encounter] = []
    missed: list[Scene] = []
    last: list[Person] = []
    for scene in scenes:
        if not taken_in(scene, met, last) and scene.whole and (scene.people or scene.unnamed):
            missed.append(scene)
        last = list(scene.people) or last
    told = [e for e in met if len(e.sides) >= 2 or to_a_host_unknown(e)]
    return [e for e in told if e.kind is not Kind.VISIT or not retold(e, told)], missed


def taken_in(scene: Scene, met: list[Encounter], last: Sequence[Person]) -> bool:
    """A scene begins an encounter, goes on with one or lets somebody join; False if it should but can't."""
    if recalled(scene) is not None:
        return True
    if scene.acts and not ("joinings" in scene.signs and met and len(sides_in(scene)) < 2):
        told = [add(met, scene, people, unnamed) for people, unnamed in groups(scene, met, last)]
        return any(told)
    for encounter in met:
        if encounter.unnamed and fills_in(encounter, scene):
            join(encounter, scene)
            return True
    if met and ("joinings" in scene.signs or met[-1].kind is Kind.CREDENTIALS):
        join(met[-1], scene)
    elif met and "continuations" in scene.signs:
        met[-1].scenes.append(scene)
    return True


def to_a_host_unknown(encounter: Encounter) -> bool:
    """Credentials are handed to an official of whom the text doesn't say for whom he acts: kept, in doubt."""
    hosts = [p for p in encounter.people if p.side is None and p.role is not None]
    return encounter.kind is Kind.CREDENTIALS and len(encounter.sides) == 1 and len(hosts) == 1


def fills_in(encounter: Encounter, scene: Scene) -> bool:
    """A sentence that names whom the encounter left unnamed: "the Lao Ambassador, Sengphet …" (sea-114)."""
    named = {p.side.value for p in scene.people if p.side is not None}
    return named == encounter.sides and any(p in encounter.people for p in scene.people)


def retold(visit: Encounter, told: Sequence[Encounter]) -> bool:
    """Whether another encounter of the same sides is told: the visit is its frame only (GUIDE rule 1)."""
    return any(other.sides >= visit.sides for other in told if other is not visit)


def sides_in(scene: Scene) -> set[str]:
    """The sides of a scene's people and of the unnamed."""
    return {p.side.value for p in scene.people if p.side} | {m.value for m in scene.unnamed}


def groups(
    scene: Scene, met: Sequence[Encounter], last: Sequence[Person]
) -> Iterator[tuple[list[Person], list[Mention]]]:
    """Who comes together in a scene; several groups where it tells of several encounters."""
    people = list(scene.people)
    if scene.he_opens or (scene.group and scene.pronoun and not people):
        people = [p for p in subject_of(scene, last) if p not in people] + people
    if len(sides_in(scene)) < 2 and (scene.pronoun or not people or scene.acts):
        people += [p for p in stand_ins(scene, met, last) if p not in people]
    centre = centre_of(people, met)
    if "separate" in scene.signs and centre is not None and len(people) + len(scene.unnamed) > 2:
        for other in people:
            if other is not centre:
                yield [centre, other], []
        for side in scene.unnamed:
            yield [centre], [side]
        return
    yield people, list(scene.unnamed)


def subject_of(scene: Scene, last: Sequence[Person]) -> list[Person]:
    """Whom "He …" stands for: the first of the people named last; in a group, one of its sides."""
    fitting = [
        p for p in last if not scene.group or (p.side and p.side.value in {m.value for m in scene.unnamed})
    ]
    return fitting[:1]


def stand_ins(scene: Scene, met: Sequence[Encounter], last: Sequence[Person]) -> list[Person]:
    """Whom "he" or "they" may be: the one of the people last named who is of another side."""
    sides = sides_in(scene)
    pool = [*last, *(p for e in reversed(met) for p in e.people)]
    other = [p for p in pool if p.side is not None and p.side.value not in sides]
    if sides and scene.pronoun and any(p in last for p in other):
        return other[:1]
    if sides:
        often = sorted(set(other), key=lambda p: (-sum(p in e.people for e in met), p.number))
        return often[:1]
    return other if len({p.side.value for p in other if p.side}) == 2 and not met else []


def centre_of(people: Sequence[Person], met: Iterable[Encounter]) -> Person | None:
    """The one who meets the others one by one: alone on their side, or met with before."""
    known = list(met)
    if not people:
        return None
    alone = [
        p
        for p in people
        if sum(
            q.side == p.side or (q.side and p.side and q.side.value == p.side.value) or False for q in people
        )
        == 1
    ]
    pool = alone or list(people)
    return max(pool, key=lambda p: (sum(p in e.people for e in known), -people.index(p)))


def add(met: list[Encounter], scene: Scene, people: list[Person], unnamed: list[Mention]) -> bool:
    """The group goes on with an encounter that it fits, else begins one if it has two sides; else False."""
    status, kind = status_of(scene), kind_of(scene)
    same = next((e for e in reversed(met) if continues(e, scene, people, unnamed, status)), None)
    if same is not None and kind is Kind.VISIT:
        return True  # "assessing Bagheri's visit" says nothing of who sat at the table (seed 001)
    if same is not None:
        same.people += [p for p in people if p not in same.people]
        same.unnamed = [
            m for m in same.unnamed if m.value not in {p.side.value for p in same.people if p.side}
        ]
        same.scenes.append(scene)
        if kind not in PLAIN or same.kind is Kind.VISIT:
            same.kind = kind
        return True
    fresh = Encounter(status, kind, people, list(unnamed), [scene], scene.acts[0] if scene.acts else None)
    if len(fresh.sides) >= 2 or may_grow(fresh, scene):
        met.append(fresh)
        return True
    return False


def may_grow(encounter: Encounter, scene: Scene) -> bool:
    """Envoys and institutions are often told sentence by sentence; what stays one-sided is dropped."""
    return bool(
        (encounter.kind is Kind.CREDENTIALS and encounter.people)
        or ("institutional" in scene.signs and encounter.unnamed)
    )


def continues(
    encounter: Encounter,
    scene: Scene,
    people: Sequence[Person],
    unnamed: Sequence[Mention],
    status: Status,
) -> bool:
    """Whether a group is the encounter's own: its people are in it, or it adds to it within the sides."""
    here, there = set(map(id, people)), set(map(id, encounter.people))
    sides = {p.side.value for p in people if p.side} | {m.value for m in unnamed}
    if encounter.status is not status and not (
        status is Status.PLANNED and not scene.dates and here == there
    ):
        return False
    if "institutional" in scene.signs and encounter.scenes[0].sentence.paragraph != scene.sentence.paragraph:
        return False  # the working group's meeting is not the ministers' (seed 004)
    if "apart" in scene.signs and here < there:
        return False
    if not here:
        return bool(sides) and sides <= encounter.sides
    if here <= there:
        return sides <= encounter.sides or not unnamed
    return there <= here and (not encounter.unnamed or encounter.sides <= sides)


def join(encounter: Encounter, scene: Scene) -> None:
    """Somebody attended too."""
    encounter.people += [p for p in scene.people if p not in encounter.people]
    named = {p.side.value for p in encounter.people if p.side is not None}
    encounter.unnamed = [m for m in encounter.unnamed if m.value not in named]
    encounter.unnamed += [m for m in scene.unnamed if m.value not in encounter.sides]
    encounter.scenes.append(scene)


def kind_of(scene: Scene) -> Kind:
    """The kind that the scene's acts tell; any special one before a plain meeting, a visit last."""
    kinds = [Kind(act.value) for act in scene.acts]
    special = [kind for kind in kinds if kind not in PLAIN]
    if special:
        return special[0]
    return Kind.MEETING if Kind.MEETING in kinds or not kinds else Kind.VISIT
