"""Who of the people told before meets the newcomer of a further encounter."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from chronicle.ingest.cast import Person
from chronicle.ingest.groups import Group, Telling
from chronicle.ingest.introductions import Introduction, level
from chronicle.ingest.plurals import single_of
from chronicle.ingest.roles import is_envoy, role_words
from chronicle.ingest.scenes import OF_THE_NAME, Scene
from chronicle.ingest.text import Text

OF_INSTITUTIONS = (
    "institutions"  # how sides are told of which nobody is meant: "the foreign ministries of A and B"
)
PLURAL = frozenset(  # words for several who meet the newcomer
    "they them their both two three guests visitors delegation delegates team ministers officials officers"
    " envoys lawmakers senators generals co-chairs".split()
)
OPENING = 24  # code points before a name that still opens a sentence
PAIR = re.compile(  # words for two, one of each side, who meet a third
    r"\b(?:both|the two|the pair|the duo)\b(?! (?:countries|states|nations|armies|navies|calls|talks"
    r"|meetings))"
)
HIM = re.compile(r"\b(?:he|him|his|she|her)\b")
PLURAL_ONE = re.compile(r"\b(?:they|them|their|delegation|guests|visitors)\b")
MEDIATORS = re.compile(r"\b(?:co-chairs|co-chairmen|cochairs|mediators|troika|quartet|trio|three of them)\b")
BY_PRONOUN = re.compile(r"\b(?:both|the two|(?:he|she) and|and (?:he|she))\b")
THIRD = re.compile(
    r"\b(?:be|is|was|as|make|makes|made) (?:the|a) third (?:at|in|of|to|party|side|participant)\b"
)
ALONG = re.compile(  # a compatriot on the same journey
    r"\b(?:with (?:him|her|them)|accompan\w+|travel\w*|flown|flew|journey|company|along|alongside|party"
    r"|has come|came|together|joined)\b"
)
COMPANY = re.compile(  # two of one side in one encounter
    r"\b(?:both|the two|two (?:[a-z]+ )?(?:guests|visitors|ministers|secretaries|of them)"
    r"|two plus two|the pair)\b"
    r"|\b2 ?\+ ?2\b"
)
THREEFOLD = re.compile(
    r"\b(?:trilateral(?:ly)?|tripartite|three[- ](?:way|sided|party|cornered|nation|country)"
    r"|four[- ](?:way|sided|party|nation|country)|quadrilateral|quadripartite)\b"
)
OWN_VISIT = re.compile(  # whoever else is in town
    r"\b(?:on|for|paying|pays?) (?:(?:an?|his|her|their|separate|official|working|private|own"
    r"|parallel)[ ,]+)*"
    r"(?:(?:and|or) [a-z]+ )?(?:visits?|trips?|missions?|business)\b"
)
BESIDES = re.compile(
    r"\b(?:each|likewise|also|at the same time|meanwhile|as well|too|of (?:his|her|their) own"
    r"|so (?:is|was|are|were)"
    r"|simultaneously|in parallel|separately)\b"
)


@dataclass(frozen=True)
class Coming:
    """Somebody who begins a further encounter, and what was told before."""

    introduction: Introduction
    groups: Sequence[Group]
    telling: Telling

    @cached_property
    def scene(self) -> Scene:
        """The sentence that introduces the newcomer."""
        return self.telling.scenes[self.introduction.sentence.number]

    @cached_property
    def side(self) -> str | None:
        """For whom the newcomer acts."""
        return side_of(self.introduction.person)

    @cached_property
    def told(self) -> list[Person]:
        """All who are named in the encounters so far."""
        return list(dict.fromkeys(p for group in self.groups for p in group.people if p.name))

    @cached_property
    def pool(self) -> list[Person]:
        """Those of them who aren't of the newcomer's side."""
        return [p for p in self.told if p.side is None or p.side.value != self.side]

    @cached_property
    def hosts(self) -> list[Person]:
        """Those of the pool who weren't introduced by the same sentence."""
        here = self.introduction.sentence
        newcomers = {i.person.number for g in self.groups for i in g.introductions if i.sentence is here}
        return [p for p in self.pool if p.number not in newcomers]

    @cached_property
    def last(self) -> list[Person]:
        """Those of the pool who met last."""
        return [p for p in self.groups[-1].people if p in self.pool] or self.pool

    @property
    def reach(self) -> tuple[int, int]:
        """From the start of the sentence to the end of the next one in its paragraph."""
        number = self.scene.sentence.number
        following = self.telling.text.sentences[number : number + 2]
        same = [s for s in following if s.paragraph == self.scene.sentence.paragraph]
        return self.scene.sentence.span.start, same[-1].span.stop

    @cached_property
    def low(self) -> str:
        """The sentence in lower case."""
        span = self.scene.sentence.span
        return self.telling.text.low[span.start : span.stop]


def carried(introduction: Introduction, groups: Sequence[Group], telling: Telling) -> list[Person]:
    """Who of the people told before meets the newcomer of a new encounter."""
    coming = Coming(introduction, groups, telling)
    if not coming.pool or introduction.naming.person.rule == OF_INSTITUTIONS:
        return []
    return next((found for rule in RULES if (found := rule(coming))), [])


def of_a_group(coming: Coming) -> list[Person]:
    """As in "the ministers of A, B and C will meet": those told before who hold such an office there."""
    one = coming.introduction
    office = one.naming.office
    if one.person.name or office is None or office.kind != "offices":
        return []
    sides = {p.side.value for p in (one.person, *one.fellows) if p.side is not None}
    holders = [p for p in coming.told if p.side and p.side.value in sides]
    holders = [p for p in holders if level(p) == level(one.person)]
    words = coming.telling.words
    keys = role_words(single_of(office.value, words), words)
    same = [p for p in holders if p.role is not None and keys <= role_words(p.role.value, words)]
    return same or holders


def of_three(coming: Coming) -> list[Person]:
    """As in "the ministers of A and B had agreed to the three-way meeting", told by C's: all who met last."""
    one, last = coming.introduction, coming.groups[-1]
    sides = {p.side.value for p in (one.person, *one.fellows) if p.side is not None}
    if one.person.name or one.naming.office is None or len(last.sides) != len("ab"):
        return []
    if len(sides | last.sides) != len("abc") or len(sides) == len("abc"):
        return []
    start, stop = coming.groups[-1].introductions[0].sentence.span.start, coming.scene.sentence.span.stop
    threefold = THREEFOLD.search(coming.telling.text.low, start, stop)
    return [p for p in last.people if p.name] if threefold else []


def travelling_along(coming: Coming) -> list[Person]:
    """As in "X is with him in Japan, as both will take part in …": the compatriot; the hosts aren't named."""
    fellows = [p for p in coming.told if p.side is not None and p.side.value == coming.side]
    here = [p for p in fellows if p in coming.groups[-1].people]
    if len(here) != 1 or not ALONG.search(coming.low):
        return []
    if not COMPANY.search(coming.telling.text.low, *coming.reach):
        return []
    hosts = [p for p in coming.groups[-1].people if p in coming.pool]
    if any(host in coming.scene.people for host in hosts):
        return []
    return [*here, *(without_name(host) for host in hosts[:1])]


def visiting_as_well(coming: Coming) -> list[Person]:
    """As in "C's minister is likewise in town, on a working visit": the country visited, nobody named."""
    low = coming.low
    if any(p in coming.scene.people for p in coming.hosts) or not coming.introduction.person.name:
        return []
    if not OWN_VISIT.search(low) or not BESIDES.search(low):
        return []
    scene = coming.scene
    places = [*scene.cities, *([scene.destination] if scene.destination else ())]
    place = next((p for p in places if p.value != coming.side), None)
    states = {side_of(p) for p in coming.hosts} & coming.telling.words.countries.keys()
    seat = place.value if place else next(iter(states)) if len(states) == 1 else None
    host = next((p for p in coming.told if seat and side_of(p) == seat), None)
    return [without_name(host)] if host else []


def whose_day(coming: Coming) -> list[Person]:
    """As in "Villar's day had begun with the speaker, who received him": whose it is that it opens with."""
    number, start = coming.scene.sentence.number, coming.scene.sentence.span.start
    for person in coming.hosts:
        for naming in person.namings:
            if naming.sentence == number and naming.person.span.start - start <= OPENING:
                owned = OF_THE_NAME.match(coming.telling.text.low, naming.person.span.stop)
                return [person] if owned and HIM.search(coming.low) else []
    return []


def named_here(coming: Coming) -> list[Person]:
    """Those named in the sentence; of a list of guests none is the other's host."""
    hosts = [p for p in coming.hosts if p in coming.scene.people]
    if hosts:
        return with_the_other(hosts, coming)
    named = [p for p in coming.pool if p in coming.scene.people]
    if not named or len(coming.pool) > len(named):
        return []
    centre = centre_of(named, coming)
    return [p for p in named if side_of(p) == side_of(centre)]


def with_the_other(named: list[Person], coming: Coming) -> list[Person]:
    """As in "he and X will sit down with C's minister": him, too, where there are just two."""
    pair = [p for p in coming.groups[-1].people if p in coming.hosts]
    told = BY_PRONOUN.search(coming.low, 0, coming.introduction.start - coming.scene.sentence.span.start)
    if told and len(named) == 1 and named[0] in pair and len({side_of(p) for p in pair}) == len(pair) == 2:
        return pair
    return named


def named_just_before(coming: Coming) -> list[Person]:
    """As in "… had come to see him", "N.'s room was busy": who is told right before, or owns something."""
    if not HIM.search(coming.low) or PLURAL_ONE.search(coming.low):
        return []
    number, paragraph = coming.scene.sentence.number, coming.scene.sentence.paragraph
    owners = [p for p in coming.hosts if any(n.sentence == number for n in p.namings)]
    if len(owners) == 1:
        return owners
    before = coming.telling.scenes[number - 1] if number else coming.scene
    people = [p for p in before.people if p in coming.hosts]
    return people if len(people) == 1 and before.sentence.paragraph == paragraph else []


def both(coming: Coming) -> list[Person]:
    """As in "the two will sit down with C's minister": all who met last, one of each side or more."""
    sides = {side_of(p) for p in coming.last}
    start = coming.introduction.start - coming.scene.sentence.span.start
    if MEDIATORS.search(coming.low):
        return coming.last
    if len(sides) != len("ab") or coming.side is None:
        return []
    return coming.last if PAIR.search(coming.low, 0, start) or THIRD.search(coming.low) else []


def some_or_one(coming: Coming) -> list[Person]:
    """Him around whom the encounters turn; in the plural those of his side who were there last."""
    last = coming.last
    centre = centre_of(last, coming)
    if not several(coming.scene, coming.telling.text):
        return [centre]
    fellows = [p for p in last if p.side is None or centre.side is None or side_of(p) == side_of(centre)]
    words = coming.telling.words
    return [p for p in fellows if p.role is None or not is_envoy(p.role.value, words)] or fellows


RULES = (
    of_three,
    of_a_group,
    travelling_along,
    visiting_as_well,
    whose_day,
    named_here,
    both,
    named_just_before,
    some_or_one,
)


def several(scene: Scene, text: Text) -> bool:
    """Whether the sentence tells of more than one who meets the newcomer: "they", "the delegation"."""
    low = text.low[scene.sentence.span.start : scene.sentence.span.stop]
    return scene.group or not PLURAL.isdisjoint(low.replace(",", " ").replace(".", " ").split())


def centre_of(people: Sequence[Person], coming: Coming) -> Person:
    """Around whom the encounters turn: who has met most, else the traveller, else who was told first."""
    often = Counter(p.number for group in coming.groups for p in group.people)
    scenes = coming.telling.scenes
    abroad = travels(coming.introduction, scenes)
    hosts = {
        city.value
        for group in coming.groups
        for i in group.introductions
        for city in scenes[i.sentence.number].cities
    }

    def rank(person: Person) -> tuple[int, bool, int]:
        at_home = side_of(person) in hosts
        return -often[person.number], at_home if abroad else False, person.number

    return min(people, key=rank)


def travels(introduction: Introduction, scenes: Sequence[Scene]) -> bool:
    """Whether the newcomer's sentence tells a place of the newcomer's own: then the guest travels on."""
    scene = scenes[introduction.sentence.number]
    side = side_of(introduction.person)
    places = [*scene.cities, *([scene.destination] if scene.destination else ())]
    return any(place.value == side for place in places)


def without_name(person: Person) -> Person:
    """Somebody of the same side of whom nothing more is told."""
    return replace(person, name="")


def side_of(person: Person) -> str | None:
    """For whom somebody acts."""
    return person.side.value if person.side is not None else None
