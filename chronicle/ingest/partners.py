"""Who of the people told before meets the newcomer of a further encounter."""

from collections import Counter
from collections.abc import Sequence

from chronicle.ingest.cast import Person
from chronicle.ingest.groups import Group, Telling
from chronicle.ingest.introductions import Introduction, level
from chronicle.ingest.scenes import Scene
from chronicle.ingest.text import Text

OF_INSTITUTIONS = (
    "institutions"  # how sides are told of which nobody is meant: "the foreign ministries of A and B"
)
PLURAL = frozenset(  # words for several who meet the newcomer
    "they them their both two three guests visitors delegation delegates team ministers officials officers"
    " envoys lawmakers senators generals co-chairs".split()
)


def carried(introduction: Introduction, groups: Sequence[Group], telling: Telling) -> list[Person]:
    """Who of the people told before meets the newcomer of a new encounter."""
    told = list(dict.fromkeys(p for group in groups for p in group.people if p.name))
    side = introduction.person.side.value if introduction.person.side else None
    pool = [p for p in told if p.side is None or p.side.value != side]
    if not pool:
        return []
    scene = telling.scenes[introduction.sentence.number]
    if introduction.naming.person.rule == OF_INSTITUTIONS:
        return []
    fellows = of_a_group(introduction, told)
    if fellows:
        return fellows
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


def of_a_group(introduction: Introduction, told: Sequence[Person]) -> list[Person]:
    """As in "the ministers of A, B and C will meet": those told before who hold such an office there."""
    office = introduction.naming.office
    if introduction.person.name or office is None or office.kind != "offices":
        return []
    sides = {p.side.value for p in (introduction.person, *introduction.fellows) if p.side is not None}
    holders = [p for p in told if p.side and p.side.value in sides]
    return [p for p in holders if level(p) == level(introduction.person)]


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
