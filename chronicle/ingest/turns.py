"""What part somebody takes whose turn it is, who has invited the guest, or who leads those who come."""

import re
from collections.abc import Iterator
from functools import cache

from chronicle.ingest.bearings import side_of
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.lines import AGAIN, BREAK, HOSTS, LEADS, SUBJECT, Line, Part
from chronicle.ingest.stays import is_journey
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

NEAR = 5  # words between "then came" and an office
BEHIND = 2  # sentences behind an invitation in which the host is told by his office
THE_TWO = re.compile(
    r"(?:(?:on|in|at|after|during) (?:[a-z]+ ){1,4}|(?:to|yester|[a-z]+)day,? )?,? ?"
    r"(?:the two|both) (?:[a-z]+ )?(?:presidents|ministers|leaders|sides|heads|heads of state|speakers"
    r"|chiefs|generals|commanders|officials|men) (?:[a-z]+ ){0,3}?"
    r"(?:will|are to|are expected to|are due to|are scheduled to|held|met|had|discussed|talked|spoke"
    r"|conferred|signed|exchanged)\b"
)
OTHER = re.compile(r"(?:the |his |her |their )*(?:[a-z]+ )?")  # between "with" and somebody
NAMED = re.compile(r",? (?:[A-Z]|of |for )")
HE_AND = re.compile(r"(?:[a-z]+,? ){0,4}?(?:he|she) and (?:the |his |her |its )?")
WITH_HOST = re.compile(r"\b(?:with|by) (?:(?:his|her|their|the) (?:[a-z]+ )?(?:hosts?|counterpart)|whom)\b")


def invited_them(line: Line) -> Iterator[Part]:
    """As in "at the invitation of President N. … he will hold talks with his host": N. takes part."""
    for one in line.new:
        invites = one.person.name and "in an aside" in one.features
        rest = line.between(one.stop, line.scene.sentence.span.stop)
        if invites and (WITH_HOST.search(rest) or told_by_office(one, line)):
            yield one, HOSTS


def told_by_office(one: Introduction, line: Line) -> bool:
    """As in "at the invitation of President N. ⏎ He will hold talks with the Uzbek president": it is N."""
    here, text = line.scene.sentence, line.scene.text
    office = one.person.role.value.lower() if one.person.role is not None else ""
    if not office.isascii() or not office.replace(" ", "").isalpha():
        return False
    host = rf"(?:[a-z]+ ){{0,2}}(?:hosts?|counterpart|{office})"
    with_him = re.compile(rf"\b(?:with|by) (?:the|his|her) {host}\b")
    for sentence in text.sentences[here.number + 1 : here.number + 1 + BEHIND]:
        if THE_TWO.match(text.low, *sentence.span):
            return True
        told = with_him.search(text.low, *sentence.span)
        if told is not None:
            return NAMED.match(text.key, told.end()) is None
    return False


def in_his_turn(line: Line) -> Iterator[Part]:
    """As in "Then came the Ghanaian ambassador, N.", "N. had his turn an hour later"."""
    low = line.scene.text.low
    for number, one in enumerate(line.new):
        if line.ceremony or not one.person.name or line.ends[number] != number:
            continue
        word, behind = line.last("turn_of", one.start), line.first(one.stop)
        led = word is not None and next_named(one, word, line)
        turn = behind is not None and behind.kind == "has_turn"
        if led or (turn and behind and SUBJECT.fullmatch(low, one.stop, behind.span.start)):
            yield one, AGAIN


def next_named(one: Introduction, word: Mention, line: Line) -> bool:
    """Whether nothing but what describes somebody stands between the word and him."""
    name = one.naming.person.span.start
    others = (n.naming.person.span.start for n in line.new if n is not one)
    before = line.between(word.span.stop, max(word.span.stop, one.start)).replace("u.s.", "us")
    near = len(before.split()) <= NEAR and BREAK.search(before) is None
    return near and not any(word.span.stop <= other < name for other in others)


def besides_the_first(line: Line) -> Iterator[Part]:
    """As in "Before his talks with President N. on Monday, Minister Lund met X": with X another time."""
    low, start = line.scene.text.low, line.scene.sentence.span.start
    opening = opening_talks().match(low, start) if len(line.new) >= len("nmx") else None
    if opening is None or OTHER.fullmatch(low, opening.end(), line.new[0].start) is None:
        return
    _, he, *rest = line.new
    for one in rest:
        word = line.last("meets", one.start)
        if word is not None and word.span.start >= he.stop and next_named(one, word, line):
            yield one, AGAIN


@cache
def opening_talks() -> re.Pattern[str]:
    """As in "ahead of her meeting with"."""
    talks = alternatives(word_lists("en/parts")["talks"])
    return re.compile(
        r"(?:before|after|ahead of|prior to|following|besides|in addition to|apart from) "
        rf"(?:his|her|their|the|an?) (?:[a-z]+ ){{0,2}}?(?:{talks}) with "
    )


def he_and(line: Line) -> Iterator[Part]:
    """As in "He went over to the ministry. He and Minister Otieno spoke about …": of another side than he."""
    low, one = line.scene.text.low, line.new[0]
    he = line.before.people[0] if line.before is not None and line.before.people else None
    word = line.first(one.stop)
    if he is None or word is None or word.value not in word_lists("en/parts")["together"]:
        return
    apart = side_of(he) is not None and side_of(one.person) not in (None, side_of(he))
    opening = HE_AND.match(low, line.scene.sentence.span.start)
    close = opening is not None and len(low[opening.end() : one.start].split()) < NEAR
    if apart and close and SUBJECT.fullmatch(low, one.stop, word.span.start):
        yield one, AGAIN


def leads_visitors(line: Line) -> Iterator[Part]:
    """As in "A team led by N. is in Nairobi until Friday": a stay, if nothing else is told before."""
    for one in line.new:
        word = line.last("led", one.start)
        if word is None or BREAK.search(line.between(word.span.stop, one.start)):
            continue
        if any(is_journey(scene) for scene in (line.scene, line.before) if scene is not None):
            yield one, LEADS
