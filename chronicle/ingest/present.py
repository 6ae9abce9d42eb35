"""People who are there, too: told in one encounter, and said to take part in another one as well."""

import re
from collections.abc import Iterator, Sequence

from chronicle.ingest.cast import Person
from chronicle.ingest.groups import Group
from chronicle.ingest.scenes import Scene

THERE = re.compile(r"\b(?:present|presence|attend|attended|attendance|part|participated|joined|sat)\b")
AS_WELL = re.compile(
    r"\b(?:also|again|too|likewise|as well|once more|this one|this (?:conversation|meeting|time|audience))\b"
)
STAYED = re.compile(
    r"\b(?:attend(?:s|ed|ing)?|sat in|stayed|remained|present|took part|participated|joined|(?:was"
    r"|were|is|are) there)\b"
)
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
        if says_joined(scene) or stays(scene):
            before = (p for p in scene.people if first.get(p.number) != scene.sentence.number)
            yield from (p for p in before if p.number in known)


def says_joined(scene: Scene) -> bool:
    """Whether a sentence says that somebody is there, too."""
    sign = scene.signs.get("joinings")
    return sign is not None and THERE.search(sign.value) is not None


def stays(scene: Scene) -> bool:
    """As in "X stayed for this conversation, too", "Y again sat in"."""
    span, low = scene.sentence.span, scene.text.low
    return bool(STAYED.search(low, *span) and AS_WELL.search(low, *span))


def at_all(groups: Sequence[Group], group: Group, scenes: Sequence[Scene]) -> Iterator[Person]:
    """As in "X was with him at both meetings": who is there each time with somebody of his side."""
    taking_part = {p.number for g in groups for p in g.people if p.name}
    sides = {p.side.value for p in group.people if p.name and p.side is not None}
    for scene in scenes:
        if scene.people and AT_ALL.search(scene.text.low, *scene.sentence.span):
            for person in scene.people:
                if person.number in taking_part and person.side is not None and person.side.value in sides:
                    yield person
