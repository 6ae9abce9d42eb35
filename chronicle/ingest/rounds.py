"""Rounds beside other encounters: as many sides as are counted, each in a list, nobody named.

As in "A quadrilateral meeting was held, too. … A, B, C and D had sent their representatives". Words:
lexicon/en/rounds.yaml.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from chronicle.ingest.background import status_of
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.gathered import CLOSE, comers, is_news, lists, runs, to_come
from chronicle.ingest.kinds import act_of, kind_of
from chronicle.ingest.lines import OUT, Line, Part
from chronicle.ingest.listed_sides import of_many
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention, Span, Status

BEHIND = 3  # sentences after that of the round in which its sides may be listed
FEWEST = 3  # sides of a round
TOLD = 0.97  # how often a count and a list that agree tell a round rightly
ALSO = re.compile(r" (?:also|likewise)\b")
ONE = re.compile(r"\b(?:he|she|him|his|her)\b")


class Round(NamedTuple):
    """A round, the sentence that tells of it and the one with its sides."""

    opening: Scene
    listing: Scene
    sides: tuple[Mention, ...]


def in_a_round(line: Line) -> Iterator[Part]:
    """As in "A, B, C and D had sent their representatives", to a round of four: to nothing else.

    A round of long ago is no news, and those who were there take part in nothing.
    """
    if all(one.person.name for one in line.new):
        return
    here = line.scene.sentence.number
    for opening in line.scenes[max(0, here - BEHIND) : here + 1]:
        told = round_of(opening, line.scenes)
        if told is not None and here <= told.listing.sentence.number:
            yield from ((one, OUT) for one in line.new if not one.person.name)


def with_rounds(told: tuple[Encounter, ...], scenes: Sequence[Scene]) -> tuple[Encounter, ...]:
    """The encounters, and the rounds beside them, in order of the text."""
    if not scenes or counted().search(scenes[0].text.low) is None:
        return told
    news = (scene for scene in scenes if is_news(scene) and status_told(scene) is not Status.CANCELLED)
    rounds = (round_of(scene, scenes) for scene in news)
    made = [encounter_of(one) for one in rounds if one is not None]
    fresh = [one for one in made if not any(one.sides <= e.sides for e in told)]
    return tuple(sorted((*told, *fresh), key=begins)) if fresh else told


def begins(encounter: Encounter) -> int:
    """The number of the first sentence that tells of it."""
    return min((s.sentence.number for s in encounter.main or encounter.scenes), default=0)


def encounter_of(told: Round) -> Encounter:
    """The encounter that a round is: by video where that is said, of more than three a conference."""
    scenes = (told.opening,) if told.listing is told.opening else (told.opening, told.listing)
    kind = kind_of(scenes, scenes[:1], ())
    act = act_of(kind, scenes) or word_of(told.opening, kind)
    made = Encounter(status_told(told.opening), kind, (), told.sides, scenes, act, scenes[:1], (), TOLD)
    return of_many(made) if kind is Kind.MEETING else made


def word_of(opening: Scene, kind: Kind) -> Mention | None:
    """As in "a four-party technical session", where the count tells that they came together."""
    hit = counted().search(opening.text.low, *opening.sentence.span)
    return Mention("act", Span(hit.start(), hit.end()), kind.value, "counted_gathering") if hit else None


def status_told(scene: Scene) -> Status:
    """Held, planned or cancelled."""
    status = status_of(scene)
    coming = to_come().search(scene.text.low, *scene.sentence.span)
    return Status.PLANNED if status is Status.HELD and coming else status


def round_of(opening: Scene, scenes: Sequence[Scene]) -> Round | None:
    """The round of which a paragraph tells that begins so, if it names nobody and lists all sides."""
    number = count_of(opening)
    if number is None or not is_another(opening):
        return None
    told = list(paragraph_from(opening, scenes))
    if any(s.people or "person" in s.kinds or tells_of_one(s) for s in told):
        return None
    for scene in told[: 1 + BEHIND]:
        for run in lists_of_those_there(scene):
            if len(run) == number == len({side.value for side in run}):
                return Round(opening, scene, tuple(run))
    return None


def is_another(opening: Scene) -> bool:
    """Whether a sentence tells of another encounter than those before it."""
    return opening.whole and as_well().search(opening.text.low, *opening.sentence.span) is not None


def paragraph_from(opening: Scene, scenes: Sequence[Scene]) -> Iterator[Scene]:
    """The paragraph that the sentence begins, be it under a headline; nothing if it begins none."""
    number, paragraph = opening.sentence.number, opening.sentence.paragraph
    before = scenes[number - 1] if number else None
    if before is not None and before.whole and before.sentence.paragraph == paragraph:
        return
    for scene in scenes[number:]:
        if scene.sentence.paragraph != paragraph or is_headline(scene):
            return
        yield scene


def is_headline(scene: Scene) -> bool:
    """Whether a line begins that is no whole sentence."""
    return not scene.whole and scene.text.low.endswith("\n", 0, scene.sentence.span.start)


def tells_of_one(scene: Scene) -> bool:
    """Whether somebody is told by a pronoun."""
    return ONE.search(scene.text.low, *scene.sentence.span) is not None


def count_of(scene: Scene) -> int | None:
    """How many sides the gathering has that a sentence tells to be held; None where it tells of none."""
    low, span = scene.text.low, scene.sentence.span
    hit = counted().search(low, *span)
    if hit is None:
        return None
    behind = ALSO.sub("", low[hit.end() : span.stop])
    went = went_on().search(behind) or held().search(low, span.start, hit.start())
    words = word_lists("en/rounds")
    by_word = {word: number for number in "3456" for word in words[number]}
    by_number = {word: str(FEWEST + at) for at, word in enumerate(words["numbers"])}
    return int(by_word.get(hit["word"] or "") or by_number[hit["number"]]) if went else None


def lists_of_those_there(scene: Scene) -> Iterator[list[Mention]]:
    """As in "Experts of A, B and C took part"; not "Experts of A, B and C did not take part"."""
    low, span = scene.text.low, scene.sentence.span
    if not is_news(scene) or stay_away().search(low, *span):
        return
    for run in runs(scene):
        start, stop = run[0].span.start, run[-1].span.stop
        who = comers().search(low, max(span.start, start - CLOSE), start)
        there = take_part().match(low, stop) or counted().search(low, span.start, start)
        if len(run) >= FEWEST and who and there:
            yield run


@cache
def counted() -> re.Pattern[str]:
    """A gathering with the number of its sides: "a four-way working meeting", "a session of five"."""
    words = word_lists("en/rounds")
    some = alternatives([word for number in "3456" for word in words[number]])
    name, things = rf"(?:{lists()['gatherings']})", alternatives(words["counted_things"])
    return re.compile(
        rf"\b(?P<word>{some}) (?:(?!and|or)[a-z-]+ ){{0,3}}?{name}\b"
        rf"|\b{name} (?:in (?:a|the) format )?of (?:the )?(?P<number>{alternatives(words['numbers'])})"
        rf"(?: (?:{things}))?(?=[,.;]| (?:was|were|is|took|will|on|about)\b)"
    )


@cache
def went_on() -> re.Pattern[str]:
    """That it took place, behind the gathering."""
    return re.compile(rf"\b(?:{lists()['went_on']})\b")


@cache
def held() -> re.Pattern[str]:
    """That it took place, before the gathering."""
    hosts = alternatives(word_lists("en/rounds")["hosts"])
    return re.compile(rf"\b(?:{lists()['held_it']}|{hosts})(?: [a-z-]+){{0,4}} $")


@cache
def as_well() -> re.Pattern[str]:
    """That it is another encounter than those told before."""
    return re.compile(rf"\b(?:{alternatives(word_lists('en/rounds')['as_well'])})\b")


@cache
def take_part() -> re.Pattern[str]:
    """What those of a list do who are there."""
    verbs = alternatives(word_lists("en/rounds")["take_part"])
    return re.compile(rf"(?:,? (?:all|each|both|also|likewise|too|together))*,? (?:{verbs})\b")


@cache
def stay_away() -> re.Pattern[str]:
    """That somebody isn't there."""
    return re.compile(rf"\b(?:{alternatives(word_lists('en/rounds')['stay_away'])})\b")
