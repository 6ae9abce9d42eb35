"""Who takes part in what: each introduction joins the encounter told before, begins another, or neither."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp

from chronicle.ingest.cast import Person
from chronicle.ingest.cues import Cues
from chronicle.ingest.introductions import Before, Introduction, of_the_state
from chronicle.ingest.scenes import Scene
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import Model

BIAS = ""  # stands in every model
JOIN, NEW, OUT = "join", "new", "out"
ASIDE = "in an aside"  # "at the invitation of …": not of the party unless more is told
PLURAL = frozenset(  # words for several who meet the newcomer
    "they them their both two three guests visitors delegation delegates team ministers officials officers"
    " envoys lawmakers senators generals co-chairs".split()
)


@dataclass(slots=True)
class Group:
    """People who come together, while introductions are read."""

    people: list[Person]
    introductions: list[Introduction] = field(default_factory=list)  # of those who weren't known before
    brought: list[Person] = field(default_factory=list)  # of the people, those from encounters told before
    chance: float = 1.0  # of the least certain decision that made it

    def add(self, introduction: Introduction, chance: float) -> None:
        """Somebody joins. Two newcomers of two sides, told in one sentence, meet each other alone."""
        first = self.introductions[0]
        sides = {i.person.side.value for i in (first, introduction) if i.person.side is not None}
        if self.brought and len(sides) > 1 and introduction.sentence is first.sentence:
            self.people = [p for p in self.people if p not in self.brought]
            self.brought = []
        self.people.append(introduction.person)
        self.introductions.append(introduction)
        self.chance = min(self.chance, chance)

    @property
    def sides(self) -> set[str]:
        """Whom they act for."""
        return {p.side.value for p in self.people if p.side is not None}


@dataclass(frozen=True, slots=True)
class Telling:
    """What the decisions look at beside the introductions."""

    text: Text
    scenes: Sequence[Scene]  # one a sentence
    cues: Cues
    words: Lexicon


def groups_of(
    introductions: Sequence[Introduction], telling: Telling
) -> tuple[list[Group], list[tuple[Introduction, float]]]:
    """The groups in order of the text; and who takes part in none, with how likely that is."""
    groups: list[Group] = []
    left_out: list[tuple[Introduction, float]] = []
    previous: Introduction | None = None
    count = 0
    for introduction in introductions:
        opened = sum(len(group.sides) > 1 for group in groups)
        before = Before(groups[-1].people if groups else (), previous, count, opened)
        state = of_the_state(introduction, before, telling.text, telling.words)
        features = introduction.features.union(state)
        decision, chance = decided(features, telling.words.models["introductions"])
        if ASIDE in features and len(introduction.person.namings) == 1:
            decision = OUT
        if decision == OUT:
            left_out.append((introduction, chance))
            continue
        previous, count = introduction, count + 1
        if decision == NEW or not groups:
            brought = carried(introduction, groups, telling)
            groups.append(Group([*brought, introduction.person], [introduction], brought, chance))
        else:
            groups[-1].add(introduction, chance)
    return groups, left_out


def carried(introduction: Introduction, groups: Sequence[Group], telling: Telling) -> list[Person]:
    """Who of the people told before meets the newcomer of a new encounter."""
    told = list(dict.fromkeys(p for group in groups for p in group.people))
    side = introduction.person.side.value if introduction.person.side else None
    pool = [p for p in told if p.side is None or p.side.value != side]
    if not pool:
        return []
    scene = telling.scenes[introduction.sentence.number]
    newcomers = {
        i.person.number
        for group in groups
        for i in group.introductions
        if i.sentence is introduction.sentence
    }
    named = [p for p in pool if p in scene.people]
    if len(named) < len(pool):  # of a list of guests none is the other's host
        named = [p for p in named if p.number not in newcomers]
    if named:
        return named
    last = [p for p in groups[-1].people if p in pool] or pool
    centre = centre_of(last, groups, introduction, telling)
    if several(scene, telling.text):
        return [p for p in last if p.side is None or centre.side is None or p.side.value == centre.side.value]
    return [centre]


def several(scene: Scene, text: Text) -> bool:
    """Whether the sentence tells of more than one who meets the newcomer: "they", "the delegation"."""
    low = text.low[scene.sentence.span.start : scene.sentence.span.stop]
    return scene.group or not PLURAL.isdisjoint(low.replace(",", " ").replace(".", " ").split())


def centre_of(
    people: Sequence[Person], groups: Sequence[Group], introduction: Introduction, telling: Telling
) -> Person:
    """Around whom the encounters turn: who has met most, else the traveller, else who was told first."""
    often = Counter(p.number for group in groups for p in group.people)
    abroad = travels(introduction, telling.scenes)
    hosts = {
        city.value
        for group in groups
        for i in group.introductions
        for city in telling.scenes[i.sentence.number].cities
    }

    def rank(person: Person) -> tuple[int, bool, int]:
        at_home = person.side is not None and person.side.value in hosts
        return -often[person.number], at_home if abroad else False, person.number

    return min(people, key=rank)


def travels(introduction: Introduction, scenes: Sequence[Scene]) -> bool:
    """Whether the newcomer's sentence tells a place of the newcomer's own: then the guest travels on."""
    scene = scenes[introduction.sentence.number]
    side = introduction.person.side.value if introduction.person.side else None
    places = [*scene.cities, *([scene.destination] if scene.destination else ())]
    return any(place.value == side for place in places)


def decided(features: Iterable[str], weights: Model) -> tuple[str, float]:
    """The likeliest class and its chance, by a log-linear model."""
    scores = dict(weights[BIAS])
    for feature in features:
        for name, weight in weights.get(feature, {}).items():
            scores[name] += weight
    best = max(scores, key=scores.__getitem__)
    return best, 1 / sum(exp(score - scores[best]) for score in scores.values())
