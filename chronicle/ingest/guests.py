"""What part those take who are told as a list of guests, behind a pronoun, or without a name."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from chronicle.ingest.apart import is_apart
from chronicle.ingest.bearings import side_of
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.lines import AGAIN, BESIDE, JOIN, NEW, OBJECT, OF, OUT, SUBJECT, WHEN, Line, Part
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Status

HE = rf"(?:{WHEN}(?:he|she|they) (?:also |then |later |separately )*)"
CLAUSE = re.compile(HE)
SOME_OR_THE = re.compile(r"(?: [a-z-]+){0,4} ?")
UNNAMED = {"unnamed offices", "unnamed for nobody named"}
BOTH = re.compile(r"(?:both|the two|the pair)(?: of them)?(?: [a-z]+)? (?:then |later |also |afterwards )*")
ON_DAY = re.compile(
    r"(?:(?:[a-z]+|\d{1,2}),? ){0,7}?(?:the (?:[a-z]+ )?[a-z]+|he|she) (?:also |then |later |separately )*"
)
OF_OLD = re.compile(r"(?:earlier this|last) (?:week|month|year|spring|summer|autumn|winter),? ")
SOME = re.compile(r"(?: (?!(?:who|that|which|about|on|in|and|for|to|said|by)\b)[a-z-]+){0,6} ")


def all_of_a_list(line: Line) -> Iterator[Part]:
    """As in "N. met the Romanian minister, X, and the Turkish one, Y": of one level, at one table."""
    if line.scene.sure is not Status.HELD or is_apart(line.scene) or len(line.new) < len("xyz"):
        return
    host, first = line.new[:2]
    some = line.new[1 : line.ends[1] + 1]
    word = line.first(host.stop)
    if word is None or word.kind not in ("meets", "together") or word.span.stop > first.start:
        return
    sides = [side_of(one.person) for one in (host, *some)]
    several = None not in sides and len(set(sides)) == len(sides) > len("ab")
    if several and all(are_alike(first, one, line) for one in some) and not on_many(word, line):
        yield from ((one, JOIN) for one in some[1:])


def are_alike(one: Introduction, other: Introduction, line: Line) -> bool:
    """Whether both are named, of one level, and no envoys, who call one by one but for a ceremony."""
    named = bool(one.person.name and other.person.name)
    envoy = "envoy" in one.features or "envoy" in other.features
    return named and (line.ceremony or not envoy) and level_of(one) == level_of(other)


def level_of(one: Introduction) -> str:
    """How high the office is."""
    return next((feature for feature in one.features if feature.startswith("level ")), "")


def on_many(word: Mention, line: Line) -> bool:
    """Whether there may be an encounter for each: "meetings with", "called on", "on the sidelines"."""
    low, span = line.scene.text.low, line.scene.sentence.span
    return "call" in word.value or patterns()["sidelines"].search(low, *span) is not None


def sent_word(line: Line) -> Iterator[Part]:
    """As in "received a cable of thanks from President N.", of whom nothing more is told: no part."""
    for one in line.new:
        word = line.last("sent_by", one.start) if len(one.person.namings) == 1 else None
        if word is not None and OF.fullmatch(line.scene.text.low, word.span.stop, one.start):
            yield one, OUT


def recalled_by_its_day(line: Line) -> Iterator[Part]:
    """As in "Earlier this week Otieno met N.", behind the news, of whom nothing more is told: no part."""
    if line.before is not None and OF_OLD.match(line.scene.text.low, line.scene.sentence.span.start):
        yield from ((one, OUT) for one in line.new if len(one.person.namings) == 1)


def some_called(line: Line) -> Iterator[Part]:
    """As in "Ambassadors of A and B called on Minister N. on Monday", where nobody of them is named."""
    low = line.scene.text.low
    for one, other in pairwise(line.new[:2] if line.scene.sure is Status.HELD else ()):
        word = line.first(one.stop)
        if not one.features >= UNNAMED or not other.person.name or word is None or word.kind != "meets":
            continue
        sides = {None, *(p.side.value for p in (one.person, *one.fellows) if p.side is not None)}
        led = SUBJECT.fullmatch(low, one.stop, word.span.start)
        if led and side_of(other.person) not in sides and OBJECT.fullmatch(low, word.span.stop, other.start):
            yield one, NEW
            yield other, JOIN


def was_talking_to(line: Line) -> Iterator[Part]:
    """As in "X said … He was talking to Y, who called on him", of two sides."""
    low, one = line.scene.text.low, line.new[0]
    he = line.speaker
    if he is None or not one.person.name or side_of(one.person) in (None, side_of(he.person)):
        return
    start = line.scene.sentence.span.start
    told = patterns()["talking"].match(low, start, one.start)
    if told and side_of(he.person) is not None and SOME_OR_THE.fullmatch(low, told.end(), one.start):
        yield he, NEW
        yield one, JOIN


def both_then(line: Line) -> Iterator[Part]:
    """As in "The two then joined X and Y for a meeting": with all who met before."""
    low, start = line.scene.text.low, line.scene.sentence.span.start
    opening = BOTH.match(low, start)
    one, word = line.new[0], line.last("meets", line.new[0].start)
    stop = word.span.stop if word is not None else -1
    if opening and low.startswith("joined", opening.end()):
        stop = opening.end() + len("joined")
    elif opening is None or word is None or word.span.start != opening.end():
        return
    if one.person.name and OBJECT.fullmatch(low, stop, one.start):
        yield one, AGAIN
        yield from ((other, BESIDE) for other in line.new[1 : line.ends[0] + 1])


def met_some(line: Line) -> Iterator[Part]:
    """As in "The same day the president received the heads of delegations of A and B", "…; he also met …"."""
    low, start = line.scene.text.low, line.scene.sentence.span.start
    for one in line.new if line.scene.sure is Status.HELD else ():
        word = line.last("meets", one.start)
        if word is None or word.span.start < start:
            continue
        clause = low.rfind(";", start, word.span.start)
        before = low[max(start, clause + 1) : word.span.start].lstrip()
        led = clause >= 0 and CLAUSE.fullmatch(before)
        if one.person.name:
            again = led and OBJECT.fullmatch(low, word.span.stop, one.start)
        else:
            alone = led or (line.new[0] is one and ON_DAY.fullmatch(before))
            again = alone and SOME.fullmatch(low, word.span.stop, one.start)
        if again:
            yield one, AGAIN


RULES = (sent_word, recalled_by_its_day, some_called, all_of_a_list, was_talking_to, both_then, met_some)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Words for many encounters at one place, and for what somebody said to whom."""
    lists = word_lists("en/parts")
    return {
        "sidelines": re.compile(rf"\b(?:{alternatives(lists['beside_a_gathering'])})\b"),
        "talking": re.compile(
            rf"(?:he|she|the [a-z]+(?: [a-z]+)?) (?:{alternatives(lists['was_talking_to'])})(?= )"
        ),
    }
