"""People who are there, too: told in one encounter, and said to take part in another one as well."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from chronicle.ingest.cast import Person
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.groups import Group
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.words import word_lists
from chronicle.model import Span

THERE = re.compile(r"\b(?:present|presence|attend|attended|attendance|part|participated|joined|sat)\b")
LIST = re.compile(
    r"[,;\s]*(?:and|as well as|along with|together with)?[,;\s]*(?:the|by|with|[a-z' -]{0,80})?\s?"
)
BEHIND = (
    "by",
    "of",
    "with",
    "included",
    "includes",
    "was",
    "were",
    "presence",
)  # words that lead on to names
CLOSE = 60  # code points between "stayed" and "too"


def present_too(groups: Sequence[Group], stops: Sequence[int], scenes: Sequence[Scene]) -> list[list[Person]]:
    """For each group, told up to a sentence of `stops`, those of other groups who are there, too."""
    if len(groups) < len("ab"):
        return [[] for _ in groups]
    always = [scene for scene in scenes if scene.people and is_each_time(scene)]
    found = []
    for number, (group, stop) in enumerate(zip(groups, stops, strict=False)):
        here = {p.number for p in group.people}
        told = (*joining(groups[:number], group, stop, scenes), *at_all(groups, group, always))
        found.append([p for p in dict.fromkeys(told) if p.number not in here])
    return found


def joining(earlier: Sequence[Group], group: Group, stop: int, scenes: Sequence[Scene]) -> Iterator[Person]:
    """As in "That meeting, at which X was also present": who was told before."""
    known = {p.number for e in earlier for p in e.people if p.name}
    first = {i.person.number: i.sentence.number for e in earlier for i in e.introductions}
    for scene in scenes[group.introductions[0].sentence.number : stop] if known else ():
        told = [word for word in (joined_in(scene), stays(scene)) if word is not None]
        if told:
            here = whose(told, scene)
            yield from (p for p in told_before(scene, first) if p.number in known and p.number in here)


def told_before(scene: Scene, first: Mapping[int, int]) -> Iterator[Person]:
    """Those of a scene who were named in a sentence before; `first` is where people were introduced."""
    number = scene.sentence.number
    for person in scene.people:
        if first.get(person.number) != number and any(n.sentence < number for n in person.namings):
            yield person


def joined_in(scene: Scene) -> Span | None:
    """The words that say that somebody is there, too."""
    sign = scene.signs.get("joinings")
    return sign.span if sign is not None and THERE.search(sign.value) else None


def stays(scene: Scene) -> Span | None:
    """As in "X stayed for this conversation, too", "Y again sat in"."""
    span, low = scene.sentence.span, scene.text.low
    for hit in patterns()["stayed"].finditer(low, *span):
        start, stop = max(span.start, hit.start() - CLOSE), min(span.stop, hit.end() + CLOSE)
        if patterns()["as_well"].search(low, start, stop):
            return Span(*hit.span())
    return None


def whose(told: Sequence[Span], scene: Scene) -> frozenset[int]:
    """Of whom such words are told: who is named last before them, as a list, or those behind them."""
    number, low = scene.sentence.number, scene.text.low
    named = sorted((n.person.span, p.number) for p in scene.people for n in p.namings if n.sentence == number)
    if not named:  # by office or pronoun only
        return frozenset(p.number for p in scene.people)
    found: list[int] = []
    for word in told:
        before = [(span, who) for span, who in named if span.stop <= word.start]
        if not before or low[word.start : word.stop].endswith(BEHIND):
            found += (who for span, who in named if span.start >= word.stop)
            continue
        found.append(before[-1][1])
        for (one, _), (other, who) in pairwise(before[::-1]):
            acts = any(other.stop <= act.span.start < one.start for act in scene.acts)
            if acts or not LIST.fullmatch(low, other.stop, one.start):
                break
            found.append(who)
    return frozenset(found)


def is_each_time(scene: Scene) -> bool:
    """As in "was in the room both times", "attended the meetings", "went with him to every ministry"."""
    low, span, pattern = scene.text.low, scene.sentence.span, patterns()
    if pattern["each_time"].search(low, *span):
        return pattern["company"].search(low, *span) is not None
    return pattern["at_several"].search(low, *span) is not None


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The words for staying, for once more, and for each time ("at both meetings", not "of both")."""
    lists = word_lists("en/encounters")
    form = {name: alternatives(words) for name, words in lists.items()}
    theirs = "the|these|those|his|her|their"
    which = (
        rf"(?:both|every(?: single| one of)?|each|either|(?:all|each|either|both)(?: of)?(?: (?:{theirs}))?"
        rf"|(?:all|{theirs}) (?:two|three|four|five|six))"
    )
    each = (
        rf"{which}(?: of (?:the(?:se|m)?|those|his|her|their))?(?: [a-z-]+){{0,2}}? (?:{form['occasions']})"
    )
    several = r"(?:(?:the|these|those|his|her|their|two|three|four|both|all|separate|bilateral|official) )+"
    at = r"(?:at|in|on|to|during|for|through|attend(?:ed|s|ing)?|joined|witnessed|accompanied)"
    return {
        "stayed": re.compile(rf"\b(?:{form['stayed']})\b"),
        "as_well": re.compile(rf"\b(?:{form['as_well']})\b"),
        "each_time": re.compile(
            rf"\b(?:{at} {each}|{each}(?: of the day)? (?:was|were) (?:also )?(?:attended|joined)"
            rf"|{form['throughout']})\b"
        ),
        "company": re.compile(rf"\b(?:{form['company']})\b"),
        "at_several": re.compile(
            rf"\b(?:{form['attends']}) {several}(?:{form['several_talks']})\b(?! (?:between|of the ten)\b)"
            rf"|\b(?:{form['of_the_party']})\b"
        ),
    }


def at_all(groups: Sequence[Group], group: Group, always: Sequence[Scene]) -> Iterator[Person]:
    """As in "X was with him at both meetings": who is there each time with somebody of his side."""
    others = {p.number for g in groups for p in g.people if p.name} - {p.number for p in group.people}
    sides = {p.side.value for p in group.people if p.name and p.side is not None}
    for person in dict.fromkeys(person for scene in always for person in scene.people):
        if person.number in others and person.side is not None and person.side.value in sides:
            yield person
