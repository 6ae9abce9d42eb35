"""What part somebody takes, where the grammar of a sentence leaves no doubt: the rest is learnt.

Words: lexicon/en/parts.yaml.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from chronicle.ingest import bystanders, comers, elsewhere, guests
from chronicle.ingest.apart import is_apart
from chronicle.ingest.background import recalled
from chronicle.ingest.bearings import side_of
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.groups import Telling
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.lines import (
    ABSENT,
    ADVERBS,
    AGAIN,
    ALSO,
    ASIDE,
    BESIDE,
    BREAK,
    JOIN,
    NEW,
    OBJECT,
    OF,
    OUT,
    SUBJECT,
    WHEN,
    Line,
    Part,
    words_of,
)
from chronicle.ingest.rounds import in_a_round
from chronicle.ingest.scenes import Scene
from chronicle.ingest.text import by_sentence
from chronicle.ingest.turns import (
    besides_the_first,
    he_and,
    in_his_turn,
    invited_them,
    leads_visitors,
)
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention, Status

FAR = 200  # code points between words that bring somebody and the last of those brought
SPEAKER = "spokesman"  # a feature of an introduction
OLD = frozenset(("told of past", "told of long past"))
OTHERS = (
    r"(?:(?:,|,? and|,? as well as) (?:other|a number of|several|senior|some|many|officials"
    r"|(?:his|her|their|its|two|three|four) [a-z]+) ?[^,;.]{0,60}?)?"
)
BE_THERE = re.compile(
    rf"{OTHERS}{ASIDE}(?:(?:was|were|is|are|had|has|have|been|also|too|likewise|again|both|all|himself"
    r"|herself),? )*"
)
LINKS = {  # adverbs, and "with the new" before an office
    "together": re.compile(rf"[^.;:]{{0,70}}?[ ,]with{OBJECT.pattern}"),
    "passive": re.compile(rf"[^.;:]{{0,70}}?[ ,]by{OBJECT.pattern}"),
}
SIDES = ("country", "demonym", "organisation")
AND_THE = re.compile(r",?(?: and)?(?: the)? ")
OBJECTS = (" of", " about", " over")  # "spoke of his work with N."
CALLED_ON = ("called on", "also called on")
IS = re.compile(r"\b(?:was|were|is|are|been)\b")
WITH = (" with ", " with the ", " with his ", " with her ")
LEAD = re.compile(
    r"(?:(?:[a-z]+|\d{1,2}),? ){0,7}(?:(?:mr|ms|mrs|dr|minister|president|ambassador|general)\.? )?"
)
SOMEBODY = re.compile(
    r"(?:(?!(?:before|after|when|while|since|if|as|until|that|last)\b)(?:[a-z]+|\d{1,2}),? ){0,7}?"
    rf"(?:he|she|the [a-z]+(?: [a-z]+)?) {ALSO}"
)
AND = re.compile(r"(?:,|;)?(?: and)?(?: (?:he|she))?(?: also| then| later| finally| afterwards)? ")
BODY = re.compile(r"(?: (?!(?:who|that|which|about|on|in|and|for|to|said)\b)[a-z-]+){0,6} ")
ENDS = re.compile(
    r"(?:,? (?:too|as well|likewise))?(?:[.,;]|$| (?:from|for) | on (?:the|behalf) | alongside | as )"
)


class Sure(NamedTuple):
    """A part that is beyond doubt, and the rule that tells it."""

    part: str
    rule: str


def sure_parts(introductions: Sequence[Introduction], telling: Telling) -> Mapping[Introduction, Sure]:
    """The parts that are beyond doubt, with the rules that tell them; of most people none is."""
    told = by_sentence(telling.text, words_of(telling))
    parts: dict[Introduction, Sure] = {}
    ceremony = any(act.value == Kind.CREDENTIALS for scene in telling.scenes for act in scene.acts)
    speaker: Introduction | None = None
    known: dict[int, Introduction] = {}
    for number, group in groupby(introductions, key=lambda one: one.sentence.number):
        some = tuple(group)
        scene = telling.scenes[number]
        opens = postures().match(scene.text.low, scene.sentence.span.start)
        speaks = any(SPEAKER in one.features for one in some)
        for one in some:
            rule = next((rule for rule in elsewhere.RULES if rule(one, scene)), None)
            if rule is not None:
                parts[one] = Sure(OUT, rule.__name__)
        if is_told(scene, telling):
            before = telling.scenes[number - 1] if number else None
            he = speaker if speaker is not None and speaker.sentence.number == number - 1 else None
            line = Line(scene, before, he, ceremony, some, told[number], telling.scenes, known)
            plain = (told[number] or opens or speaks) and recalled(scene) is None
            fresh = comers.RULES if recalled(scene) is None else ()
            for rule in (*bystanders.RULES, in_a_round, *fresh, *(RULES if plain else ())):
                for one, part in rule(line):
                    parts.setdefault(one, Sure(part, rule.__name__))
        known.update((one.person.number, one) for one in some)
        speaker = some[0] if len(some) == 1 and some[0].person.name else None
    return parts


def is_told(scene: Scene, telling: Telling) -> bool:
    """Whether it is a sentence, be it as short as "Observers from Oman sat in."; no headline, no caption."""
    number = scene.sentence.number
    before = telling.text.sentences[number - 1] if number else None
    goes_on = before is not None and before.paragraph == scene.sentence.paragraph
    return scene.whole or (goes_on and telling.text.body.endswith(".", 0, scene.sentence.span.stop))


def only_speaks(line: Line) -> Iterator[Part]:
    """As in "Ministry spokesman N. announced that …", "…, said the spokeswoman, N.": no part."""
    low, start = line.scene.text.low, line.scene.sentence.span.start
    for one in line.new:
        if SPEAKER in one.features:
            name = one.naming.person.span
            before = low[max(start, name.start - FAR) : name.start]
            if announces()["behind"].match(low, name.stop) or announces()["before"].search(before):
                yield one, OUT


def only_spoken_of(line: Line) -> Iterator[Part]:
    """As in "praised the role of N.", "days after N. made the trip", "N. said of the talks": no part."""
    low = line.scene.text.low
    for one in line.new:
        word, behind = line.last("spoken_of", one.start), line.first(one.stop)
        spoken_of = word is not None and OF.fullmatch(low, word.span.stop, one.start)
        comments = behind is not None and behind.kind == "comments"
        if spoken_of or (comments and behind and ADVERBS.fullmatch(low, one.stop, behind.span.start)):
            yield one, OUT


def called_on_to_act(line: Line) -> Iterator[Part]:
    """As in "Wanjiru called on N. to release the detainees": an appeal, no visit."""
    low = line.scene.text.low
    for one in line.new:
        if low.startswith(" to ", one.stop) or low.startswith(", to ", one.stop):
            word = line.last("meets", one.start)
            if word is not None and word.value in CALLED_ON and appeals().match(low, one.stop):
                yield one, OUT


def absent(line: Line) -> Iterator[Part]:
    """As in "Deputy Minister Otieno was absent", "N. did not attend": nobody of the list takes part."""
    yield from ((one, ABSENT) for one in doing("absent", line))


def inverted(line: Line) -> Iterator[Part]:
    """As in "Present on behalf of Oman was N.", "Absent from the talks was N."."""
    low, start = line.scene.text.low, line.scene.sentence.span.start
    opening = postures().match(low, start, line.new[0].start)
    if opening is None or not OF.fullmatch(low, opening.end(), line.new[0].start):
        return
    part = ABSENT if opening["missing"] else BESIDE
    yield from ((one, part) for one in line.new[: line.ends[0] + 1])


def brought_along(line: Line) -> Iterator[Part]:
    """As in "With the guest came Ambassador Lund and …", "in the presence of his deputy, N."."""
    for one in line.new:
        word = line.last("brought", one.start)
        if word is None or one.start - word.span.stop > FAR:
            continue
        if not BREAK.search(line.between(word.span.stop, one.start)):
            yield one, BESIDE


def said_to_be_there(line: Line) -> Iterator[Part]:
    """As in "Deputy Minister Otieno and Ambassador Lund also attended", "N. was among the guests"."""
    yield from ((one, BESIDE) for one in doing("there", line))
    yield from ((one, BESIDE) for one in doing("attended", line))


def doing(kind: str, line: Line) -> Iterator[Introduction]:
    """Those of whom a word of that kind is told as of the sentence's subject."""
    for number, one in enumerate(line.new):
        last = line.new[line.ends[number]]
        word = line.first(last.stop)
        if word is None or word.kind != kind:
            continue
        verb = BE_THERE.fullmatch(line.scene.text.low, start_behind(last, line), word.span.start)
        if verb is None or (kind == "attended" and not attends_talks(word, line)):
            continue
        with_them = line.scene.text.low.endswith(WITH, 0, line.new[number].start)
        if kind != "there" or with_them or IS.search(verb[0]):
            yield one


def start_behind(one: Introduction, line: Line) -> int:
    """Where the clause goes on behind somebody; of a side that isn't named, behind what is said of it."""
    stop, low = one.stop, line.scene.text.low
    if one.person.name:
        return stop
    for side in line.scene.here:  # "Ireland and Sweden, which are observers, were also represented"
        if side.kind in SIDES and side.span.start >= stop and AND_THE.fullmatch(low, stop, side.span.start):
            stop = side.span.stop
    some = body_behind().match(low, stop, line.scene.sentence.span.stop)
    return some.end() if some else stop


def attends_talks(word: Mention, line: Line) -> bool:
    """Whether "attended" is told of the talks, not of a fair or a match."""
    low, span = line.scene.text.low, line.scene.sentence.span
    return bool(ENDS.match(low, word.span.stop, span.stop) or talks_behind().match(low, word.span.stop))


def meet_each_other(line: Line) -> Iterator[Part]:
    """As in "Meanwhile, Deputy Minister Otieno received Ambassador Lund": two newcomers."""
    if line.scene.sure is not Status.HELD:
        return
    for number, (one, other) in enumerate(pairwise(line.new)):
        if number and ";" not in line.between(line.new[number - 1].stop, one.start):
            return  # "Before his talks with N., X met Y"
        word = line.first(one.stop)
        if word is None or not (one.person.name and of_two_sides(one, other)) or not of_news(one):
            continue
        met = is_object(one, word, other, line) if word.kind == "meets" else is_with(one, word, other, line)
        if met or is_pair(number, word, line):
            yield one, NEW
            yield other, JOIN


def is_object(one: Introduction, word: Mention, other: Introduction, line: Line) -> bool:
    """As in "X, who is on a visit, on Monday received the new ambassador, Y"."""
    low = line.scene.text.low
    return bool(
        SUBJECT.fullmatch(low, one.stop, word.span.start)
        and other.start >= word.span.stop
        and (OBJECT if other.person.name else BODY).fullmatch(low, word.span.stop, other.start)
        and not (other.fellows and is_apart(line.scene))
    )


def is_with(one: Introduction, word: Mention, other: Introduction, line: Line) -> bool:
    """As in "X held talks there on Tuesday with Y", "X was received in Nairobi by the minister, Y"."""
    link = LINKS.get(word.kind)
    if link is None or other.start < word.span.stop or not other.person.name or word.value.endswith(OBJECTS):
        return False
    lead = link.fullmatch(line.scene.text.low, word.span.stop, other.start)
    apart = lead is not None and BREAK.search(lead[0]) is None
    return apart and SUBJECT.fullmatch(line.scene.text.low, one.stop, word.span.start) is not None


def of_two_sides(one: Introduction, other: Introduction) -> bool:
    """Whether both are known to act for somebody, and not for the same."""
    sides = {side_of(one.person), side_of(other.person)}
    unsure = other.person.inferred is not None and "envoy" in other.features
    return None not in sides and len(sides) > 1 and not unsure


def is_pair(number: int, word: Mention, line: Line) -> bool:
    """As in "X and Y met in Geneva"."""
    one, other = line.new[number : number + 2]
    if word.span.start < other.stop or word.value not in word_lists("en/parts")["together"]:
        return False
    behind = SUBJECT.fullmatch(line.scene.text.low, other.stop, word.span.start)
    return line.ends[number] == number + 1 and behind is not None and one.stop < other.start


def meet_together(line: Line) -> Iterator[Part]:
    """As in "X, Y and Z met in Geneva": all of a list, where they are of several sides."""
    lists = word_lists("en/parts")
    for number, one in enumerate(line.new):
        some = line.new[number : line.ends[number] + 1]
        word = line.first(some[-1].stop)
        if len(some) <= len("xy") or word is None or line.scene.sure is not Status.HELD:
            continue
        met = word.value in lists["together"] and word.value not in lists["by_oneself"]
        behind = SUBJECT.fullmatch(line.scene.text.low, some[-1].stop, word.span.start)
        sides = {side_of(other.person) for other in some}
        if met and behind is not None and len(sides) > 1 and None not in sides and all(map(of_news, some)):
            yield one, NEW
            yield from ((other, JOIN) for other in some[1:])
            return


def met_next(line: Line) -> Iterator[Part]:
    """As in "He was also received by President Mwangi, saw N.": newcomers whom one told before meets."""
    if line.scene.sure is not Status.HELD:
        return
    start, again = line.scene.sentence.span.start, False
    for one in line.new:
        word = line.last("meets", one.start)
        if not one.person.name or word is None or word.span.start < start or not of_news(one):
            return
        before = line.between(start, word.span.start)
        led = AND.fullmatch(before) if again else is_known_subject(before, word, line)
        if not led or not OBJECT.fullmatch(line.scene.text.low, word.span.stop, one.start):
            return
        yield one, AGAIN
        start, again = one.stop, True


def is_known_subject(before: str, word: Mention, line: Line) -> bool:
    """As in "Later, the guest also …", "On Tuesday Otieno then …": one told before does what follows."""
    if SOMEBODY.fullmatch(before):
        return True
    names = [
        n.person.span
        for p in line.scene.people
        for n in p.namings
        if n.sentence == line.scene.sentence.number
    ]
    stop = max((span.stop for span in names if span.stop <= word.span.start), default=None)
    start = line.scene.sentence.span.start
    if stop is None or any(one.start < word.span.start for one in line.new):
        return False
    name = min(span.start for span in names)
    return bool(
        LEAD.fullmatch(line.between(start, name)) and ADVERBS.fullmatch(line.between(stop, word.span.start))
    )


def of_news(one: Introduction) -> bool:
    """Whether no older day stands in the sentence."""
    return OLD.isdisjoint(one.features)


RULES = (
    *guests.RULES,
    invited_them,
    only_speaks,
    only_spoken_of,
    called_on_to_act,
    absent,
    inverted,
    brought_along,
    said_to_be_there,
    meet_each_other,
    meet_together,
    met_next,
    in_his_turn,
    besides_the_first,
    he_and,
    leads_visitors,
)


@cache
def appeals() -> re.Pattern[str]:
    """As in "… to release the detainees"."""
    return re.compile(rf",? to (?:{'|'.join(word_lists('en/parts')['appeals'])})\b")


@cache
def announces() -> dict[str, re.Pattern[str]]:
    """As in "announced on Tuesday", "…, said the spokesman"."""
    verbs = alternatives(word_lists("en/parts")["announces"])
    return {
        "behind": re.compile(rf",? {WHEN}{ALSO}(?:{verbs})\b"),
        "before": re.compile(rf"\b(?:{verbs}|according to)(?: [^\s,.;]+){{0,5}},? $"),
    }


@cache
def postures() -> re.Pattern[str]:
    """As in "Also present on behalf of Oman was"."""
    lists = word_lists("en/parts")
    there, missing = (alternatives(lists[name]) for name in ("postures", "missing"))
    return re.compile(
        rf"(?:also |likewise |again )?(?:(?P<missing>{missing})|{there})\b"
        r"(?: (?!to\b)[^\s.;:]+){0,12}? (?:was|were|is|are)\b"
    )


@cache
def talks_behind() -> re.Pattern[str]:
    """As in "attended … the second of the talks"."""
    talks = "|".join(word_lists("en/parts")["talks"])
    return re.compile(rf" (?:[a-z-]+ ){{1,4}}?(?:{talks})\b")


@cache
def body_behind() -> re.Pattern[str]:
    """As in "a Finnish" delegation, "the Polish" deputy ministers."""
    bodies = "|".join((*word_lists("en/background")["delegations"], *word_lists("en/parts")["bodies"]))
    return re.compile(rf" (?:[a-z-]+ ){{0,3}}?(?:{bodies})\b")
