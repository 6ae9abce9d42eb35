"""People who are there, too: told in one encounter, and said to take part in another one as well."""

import re
from collections.abc import Iterator, Sequence
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
AT_ALL = re.compile(  # "was with him at both meetings", not "at the second of the two meetings"
    r"(?<!of )(?<!of the )\b(?:both|every|(?:all|each|either)(?: of)?(?: the| these| those)?|the two"
    r"|the three|all three)"
    r"(?: of the(?:se)?| the| these| those)? (?:(?:two|three|four|five|his|her|their|separate|bilateral) )*"
    r"(?:meetings?|talks|conversations?|occasions?|calls?|encounters?|audiences?|receptions?"
    r"|sessions?|discussions?"
    r"|appointments?|times|rounds?|visits?)\b"
    r"|\b(?:make|makes|made|making|completed?) up the delegation\b|\bon the plane with\b"
    r"|\bmembers of the delegation (?:are|were)\b|\bthe delegation (?:also )?(?:includes|included"
    r"|comprises|comprised"
    r"|consists of|consisted of)\b"
)


def present_too(groups: Sequence[Group], number: int, stop: int, scenes: Sequence[Scene]) -> list[Person]:
    """Those of other groups who are there beside the group of that number, told up to the sentence `stop`."""
    if len(groups) < len("ab"):
        return []
    group = groups[number]
    here = {p.number for p in group.people}
    told = [*joining(groups[:number], group, stop, scenes), *at_all(groups, group, scenes)]
    return [p for p in dict.fromkeys(told) if p.number not in here]


def joining(earlier: Sequence[Group], group: Group, stop: int, scenes: Sequence[Scene]) -> Iterator[Person]:
    """As in "That meeting, at which X was also present": who was told before."""
    known = {p.number for e in earlier for p in e.people if p.name}
    first = {i.person.number: i.sentence.number for e in earlier for i in e.introductions}
    for scene in scenes[group.introductions[0].sentence.number : stop] if known else ():
        told = [word for word in (joined_in(scene), stays(scene)) if word is not None]
        if told:
            here = whose(told, scene)
            before = (p for p in scene.people if first.get(p.number) != scene.sentence.number)
            yield from (p for p in before if p.number in known and p.number in here)


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


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The words for staying, and for once more."""
    lists = word_lists("en/encounters")
    return {name: re.compile(rf"\b(?:{alternatives(lists[name])})\b") for name in ("stayed", "as_well")}


def at_all(groups: Sequence[Group], group: Group, scenes: Sequence[Scene]) -> Iterator[Person]:
    """As in "X was with him at both meetings": who is there each time with somebody of his side."""
    others = {p.number for g in groups for p in g.people if p.name} - {p.number for p in group.people}
    sides = {p.side.value for p in group.people if p.name and p.side is not None}
    for scene in scenes:
        here = [
            p for p in scene.people if p.number in others and p.side is not None and p.side.value in sides
        ]
        if here and AT_ALL.search(scene.text.low, *scene.sentence.span):
            yield from here
