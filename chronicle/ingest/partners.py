"""Who of the people told before meets the newcomer of a further encounter."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from chronicle.ingest.bearings import side_of
from chronicle.ingest.cast import Person
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.groups import Group, Telling
from chronicle.ingest.introductions import Introduction, level
from chronicle.ingest.openings import BACKGROUND, is_behind_a_clause
from chronicle.ingest.plurals import single_of
from chronicle.ingest.roles import is_envoy, role_words
from chronicle.ingest.scenes import OF_THE_NAME, Scene
from chronicle.ingest.text import Text
from chronicle.lexicon.words import word_lists

OF_INSTITUTIONS = (
    "institutions"  # how sides are told of which nobody is meant: "the foreign ministries of A and B"
)
OPENING = 24  # code points before a name that still opens a sentence
PAIR = re.compile(  # words for two, one of each side, who meet a third
    r"\b(?:both|the two|the pair|the duo)\b(?! (?:countries|states|nations|armies|navies|calls|talks"
    r"|meetings))"
)
TURN = re.compile(  # the newcomer does what somebody else did before
    r"\b(?:(?:so|as) (?:did|does|do|has|had|will)|did the same|did not:|followed suit|likewise|in turn"
    r"|next (?:was|is|came|comes|in line)|(?:was|is|came|comes|be) (?:the )?(?:next|last|second|third)"
    r"|last (?:was|is|came|comes)|(?:second|third) (?:was|is)|followed by"
    r"|(?:on|for) the same (?:errand|mission|business|purpose|reason))(?!\w)"
)
ELLIPSIS = re.compile(r"\b(?:(?:so|as) (?:did|does|do|has|had|will)\b|did the same|did not:|followed suit)")
OPENS_CLAUSE = re.compile(r"(?:^|; |, |\b(?:and|but|when|where|while|before|after) )(?:later |then )?the $")
HIM = re.compile(r"\b(?:he|him|his|she|her)\b")
WITH_HIM = "word before with"
SAYS_BOTH = re.compile(r"\b(?:both|the two) (?:sides|of them)\b")
PLURAL_ONE = re.compile(r"\b(?:they|them|their|delegation|guests|visitors)\b")
THEM = re.compile(
    r"^they (?:will|sat|then|later|also|(?:were|are) (?:at|back|together|joined|received|then|again))\b"
    r"|\b(?:invited|received|joined|welcomed|hosted) them\b"
)
BY_PRONOUN = re.compile(r"\b(?:both|the two|(?:he|she) and|and (?:he|she))\b")
THIRD = re.compile(
    r"\b(?:be|is|was|as|make|makes|made) (?:the|a) third (?:at|in|of|to|party|side|participant)\b"
)
RESIDENT = re.compile(r"\b(?:ambassador|high commissioner|charg[ée])")
COMPANY = re.compile(  # two of one side in one encounter
    r"\b(?:both|the two|two (?:[a-z]+ )?(?:guests|visitors|ministers|secretaries|of them)"
    r"|two plus two|the pair)\b"
    r"|\b2 ?\+ ?2\b"
)
OWN_VISIT = re.compile(  # whoever else is in town
    r"\b(?:on|for|paying|pays?) (?:(?:an?|his|her|their|separate|official|working|private|own"
    r"|parallel)[ ,]+)*"
    r"(?:(?:and|or) [a-z]+ )?(?:visits?|trips?|missions?|business)\b"
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
    if among := [p for p in holders if p in coming.scene.people]:
        return among
    holders = [p for p in holders if level(p) == level(one.person)]
    words = coming.telling.words
    keys = role_words(single_of(office.value, words), words)
    same = [p for p in holders if p.role is not None and keys <= role_words(p.role.value, words)]
    return same or holders


def in_turn(coming: Coming) -> list[Person]:
    """As in "… and so did her Canadian colleague, C", "the next was C's envoy": whom the one before met."""
    pair = [p for p in coming.groups[-1].people if p.name]
    if len(pair) != len("ab") or any(p not in coming.pool for p in pair) or not TURN.search(coming.low):
        return []
    role, words = coming.introduction.person.role, coming.telling.words
    keys = role_words(role.value, words) if role is not None else frozenset[str]()
    envoy = role is not None and is_envoy(role.value, words)
    like = [
        p
        for p in pair
        if p.role is not None
        and (keys & role_words(p.role.value, words) or (envoy and is_envoy(p.role.value, words)))
    ]
    if len(like) == 1 and level(like[0]) != level(coming.introduction.person):
        like = []  # a minister isn't like the prime minister
    if len(like) != 1 and ELLIPSIS.search(coming.low):
        like = [min(pair, key=lambda p: p.number)]
    often = Counter(p.number for group in coming.groups for p in group.people)
    other = [p for p in pair if p not in like]
    return other if len(like) == len(other) and often[like[0].number] <= often[other[0].number] else []


def of_that_nation(coming: Coming) -> list[Person]:
    """As in "the Pole in turn called C", "the Polish general met C": who is told by his nation."""
    span, low = coming.scene.sentence.span, coming.telling.text.low
    for nation in coming.scene.here:
        if nation.kind == "demonym" and nation.span.start < coming.introduction.start:
            before = low[span.start : nation.span.start]
            pool = coming.pool if ";" in before else coming.hosts
            hosts = [p for p in pool if side_of(p) == nation.value]
            news = ":" in low[nation.span.stop : coming.introduction.start]
            if len(hosts) == 1 and not news and OPENS_CLAUSE.search(before):
                return hosts
    return []


def of_three(coming: Coming) -> list[Person]:
    """As in "the ministers of A and B had agreed to the three-way meeting", told by C's: all who met last."""
    one, last = coming.introduction, coming.groups[-1]
    sides = {p.side.value for p in (one.person, *one.fellows) if p.side is not None}
    if one.person.name or one.naming.office is None or len(last.sides) != len("ab"):
        return []
    if len(sides | last.sides) != len("abc") or len(sides) == len("abc"):
        return []
    start, stop = coming.groups[-1].introductions[0].sentence.span.start, coming.scene.sentence.span.stop
    threefold = words()["threefold"].search(coming.telling.text.low, start, stop)
    return [p for p in last.people if p.name] if threefold else []


def travelling_along(coming: Coming) -> list[Person]:
    """As in "X has made the journey together with him": the compatriot; the hosts aren't named."""
    fellows = [p for p in coming.told if p.side is not None and p.side.value == coming.side]
    here = [p for p in fellows if p in coming.groups[-1].people]
    if len(here) != 1 or not words()["along"].search(coming.low):
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
    if not OWN_VISIT.search(low) or not words()["besides"].search(low):
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
    hosts = foremost([p for p in coming.hosts if p in coming.scene.people], coming)
    if hosts:
        return with_the_other(hosts, coming)
    named = [p for p in coming.pool if p in coming.scene.people]
    if not named or len(coming.pool) > len(named):
        return []
    named = foremost(named, coming)
    centre = centre_of(named, coming)
    return [p for p in named if side_of(p) == side_of(centre)]


def foremost(named: list[Person], coming: Coming) -> list[Person]:
    """As in "Before his talks with X, Y looked in on Z", "X met Y; Y then called Z": without X.

    And so is it in "Before he saw his counterpart, Y had met Z".
    """
    if len({side_of(p) for p in named}) < len("ab"):
        return named
    span = coming.scene.sentence.span
    places = {
        p.number: [n.person.span.start for n in p.namings if n.sentence == coming.scene.sentence.number]
        for p in named
    }
    clause = coming.telling.text.low.rfind(";", span.start, coming.introduction.start)
    close = [p for p in named if any(clause < at < coming.introduction.start for at in places[p.number])]
    if clause >= 0 and close:
        return close
    if BACKGROUND.match(coming.low):
        first = min(named, key=lambda p: min(places[p.number], default=span.stop))
        own = is_behind_a_clause(first, coming.scene)
        return [p for p in named if (side_of(p) == side_of(first)) is own]
    return named


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
    if before.sentence.paragraph != paragraph:
        return []
    guests = {i.person.number for i in coming.groups[-1].introductions if WITH_HIM in i.features}
    people = [
        p
        for p in coming.hosts
        if p in before.people or any(n.sentence == before.sentence.number for n in p.namings)
    ]
    if [p.number in guests for p in people] == [True] and coming.scene.he_opens:
        return []  # "The first was with X. He went on to see Y": he isn't X
    met = {i.person.number for i in coming.groups[-1].introductions if i.sentence is before.sentence}
    if before.pronoun and any(p.number in met for p in people):
        return []  # "… where X expects him": he isn't X
    return people if len(people) == 1 else []


def both(coming: Coming) -> list[Person]:
    """As in "the two will sit down with C's minister": all who met last, one of each side or more."""
    sides = {side_of(p) for p in coming.last}
    start = coming.introduction.start - coming.scene.sentence.span.start
    if words()["mediators"].search(coming.low):
        return coming.last
    if len(sides) != len("ab") or coming.side is None:
        return []
    told = PAIR.search(coming.low, 0, start) or THIRD.search(coming.low) or THEM.search(coming.low)
    return coming.last if told else []


def some_or_one(coming: Coming) -> list[Person]:
    """Him around whom the encounters turn; in the plural those of his side who were there last."""
    last = coming.last
    centre = centre_of(last, coming)
    if not several(coming.scene, coming.telling.text):
        return [centre]
    fellows = [p for p in last if p.side is None or centre.side is None or side_of(p) == side_of(centre)]
    if len(fellows) == len("ab") and PAIR.search(coming.low) and not SAYS_BOTH.search(coming.low):
        return fellows
    envoys = [p for p in fellows if p.role is not None and is_envoy(p.role.value, coming.telling.words)]
    return [p for p in fellows if p not in envoys] or fellows


RULES = (
    of_three,
    of_a_group,
    travelling_along,
    visiting_as_well,
    whose_day,
    in_turn,
    of_that_nation,
    named_here,
    both,
    named_just_before,
    some_or_one,
)


def several(scene: Scene, text: Text) -> bool:
    """Whether the sentence tells of more than one who meets the newcomer: "they", "the delegation"."""
    low = text.low[scene.sentence.span.start : scene.sentence.span.stop]
    return scene.group or not plurals().isdisjoint(low.replace(",", " ").replace(".", " ").split())


@cache
def words() -> dict[str, re.Pattern[str]]:
    """For a compatriot on the same journey, somebody besides others, talks of three, mediators."""
    lists = word_lists("en/encounters")
    names = ("along", "besides", "threefold", "mediators")
    return {name: re.compile(rf"\b(?:{alternatives(lists[name])})\b") for name in names}


@cache
def plurals() -> frozenset[str]:
    """Words for several who meet the newcomer."""
    return frozenset(word_lists("en/encounters")["several"])


def centre_of(people: Sequence[Person], coming: Coming) -> Person:
    """Around whom the encounters turn: who has met most, else the traveller, else who was told first."""
    often = Counter(p.number for group in coming.groups for p in group.people)
    scenes = coming.telling.scenes
    abroad = travels(coming.introduction, scenes)
    told = [i for group in coming.groups for i in group.introductions]
    hosts = {city.value for i in told for city in scenes[i.sentence.number].cities}
    company = {i.person.number for i in told if WITH_HIM in i.features}
    seniors = {side_of(p) for p in people if p.role is not None and not resident(p)}

    def rank(person: Person) -> tuple[int, bool, bool, bool, int]:
        at_home = side_of(person) in hosts
        beside = resident(person) and side_of(person) in seniors  # the minister of the same side is there
        there = at_home if abroad else False
        return -often[person.number], beside, there, person.number in company, person.number

    return min(people, key=rank)


def resident(person: Person) -> bool:
    """Whether somebody is an ambassador."""
    return person.role is not None and RESIDENT.search(person.role.value.lower()) is not None


def travels(introduction: Introduction, scenes: Sequence[Scene]) -> bool:
    """Whether the newcomer's sentence tells a place of the newcomer's own: then the guest travels on."""
    scene = scenes[introduction.sentence.number]
    side = side_of(introduction.person)
    places = [*scene.cities, *([scene.destination] if scene.destination else ())]
    return any(place.value == side for place in places)


def without_name(person: Person) -> Person:
    """Somebody of the same side of whom nothing more is told."""
    return replace(person, name="")
