"""What reads like an encounter and is none: oaths, messages, offers, earlier rounds.

Words: lexicon/en/unreal.yaml.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from chronicle.ingest.cues import Cues
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, PartialDate, Status

WEEK = 7  # days between two encounters of which the earlier isn't the news
YEAR, MONTH = 372, 31  # days, near enough to compare
THERE = ("encounter", "host", "call_on", "remote", "credentials", "speaking_acts")  # cues: they were together
TOLD = re.compile(r"(\d{4}|-)(?:-(\d\d)(?:-(\d\d))?)?")  # a day, a month or a year
LAST = 31  # of a month or a year of which only that is told, the last day


def is_unreal(encounter: Encounter, cues: Cues) -> bool:
    """Whether the sentences that introduce its people tell of something that is no encounter."""
    if not any(words_of_it().starts(low_of(scene)) for scene in encounter.main):
        return False
    return any(rule(encounter, cues) for rule in RULES)


def sworn_in(encounter: Encounter, _: Cues) -> bool:
    """As in "The President swore in N. as ambassador to Chile": sent out by his own state (GUIDE rule 11)."""
    if encounter.kind is Kind.CREDENTIALS:
        return False
    first = low_of(encounter.main[0])
    oath = patterns()["oath"].search(first) is not None and patterns()["post"].search(first) is not None
    rest = (s for s in encounter.main if s.acts)
    return oath and all(patterns()["oath"].search(low_of(scene)) for scene in rest)


def only_sent(encounter: Encounter, cues: Cues) -> bool:
    """As in "The President sent his counterpart N. good wishes": with no word of an encounter."""
    if encounter.act is not None or any(scene.acts for scene in encounter.main):
        return False
    if any(kind in THERE for scene in encounter.main for _, kind in cues[scene.sentence.number]):
        return False
    low = low_of(encounter.main[0])
    there = patterns()["hands_over"].search(low) or patterns()["together"].search(low)
    return patterns()["sent"].search(low) is not None and there is None


def only_commented(encounter: Encounter, cues: Cues) -> bool:
    """As in "Minister N. condemned what his colleague had said": each where he is."""
    if encounter.act is not None or encounter.status is not Status.HELD:
        return False
    lows = [low_of(scene) for scene in encounter.main]
    there = any(patterns()["together"].search(low) or patterns()["with"].search(low) for low in lows)
    told = any(kind in (*THERE, "talk") for s in encounter.main for _, kind in cues[s.sentence.number])
    return not there and not told and any(patterns()["comments"].search(low) for low in lows)


def only_supposed(encounter: Encounter, _: Cues) -> bool:
    """As in "has offered to host a summit of X and Y", "no meeting with N. was planned"."""
    return all(is_supposed(scene) for scene in encounter.main)


def is_supposed(scene: Scene) -> bool:
    """Whether it is only offered, wished or doubted that people meet; nothing before it is told as held."""
    low = low_of(scene)
    if not words_of_it().starts(low):
        return False
    if patterns()["not_in_sight"].search(low):
        return True
    found = patterns()["supposed"].search(low)
    start = scene.sentence.span.start
    before = found and any(act.span.start - start < found.start() for act in scene.acts)
    return found is not None and not before and scene.sure in (None, Status.PLANNED)


def low_of(scene: Scene) -> str:
    """The sentence in lower case."""
    return scene.text.low[slice(*scene.sentence.span)]


def of_an_earlier_round(
    encounter: Encounter, told: Sequence[Encounter], published: PartialDate | None
) -> bool:
    """As in "X will call Y on February 4. … He spoke with Z on January 28": where a week lies between."""
    first = told[0]
    if encounter is first or encounter.status is not Status.HELD or not encounter.main:
        return False
    days, others = days_in(encounter.main), told_in(first.main) or days_of(published)
    return bool(days and others) and all(later(others[0], day) >= WEEK for day in days)


def days_in(scenes: Sequence[Scene]) -> list[tuple[int | None, int]]:
    """The days, months and years that the sentences tell; none where a weekday or the like stands too."""
    found = told_in(scenes)
    return found if len(found) == sum(len(scene.dates) for scene in scenes) else []


def told_in(scenes: Sequence[Scene]) -> list[tuple[int | None, int]]:
    """The days, months and years that the sentences tell, each by its last day."""
    hits = (TOLD.fullmatch(date.value) for scene in scenes for date in scene.dates)
    return [number_of(hit) for hit in hits if hit is not None]


def days_of(published: PartialDate | None) -> list[tuple[int | None, int]]:
    """The day of publication, where it is known to the day."""
    hit = TOLD.fullmatch(published) if published is not None and len(published) > len("2024-01") else None
    return [number_of(hit)] if hit is not None else []


def number_of(hit: re.Match[str]) -> tuple[int | None, int]:
    """The year, if told, and the day of the year."""
    return (None if hit[1] == "-" else int(hit[1])), int(hit[2] or 12) * MONTH + int(hit[3] or LAST)


def later(day: tuple[int | None, int], other: tuple[int | None, int]) -> int:
    """By how many days one comes behind the other; without years the nearest way round."""
    if day[0] is not None and other[0] is not None:
        return (day[0] - other[0]) * YEAR + day[1] - other[1]
    return (day[1] - other[1] + YEAR // 2) % YEAR - YEAR // 2


RULES = (
    sworn_in,
    only_sent,
    only_commented,
    only_supposed,
)


@cache
def words_of_it() -> Phrases:
    """Without one of these words it is an encounter."""
    lists = word_lists("en/unreal")
    kinds = ("oaths", "letters", "congratulates", "by_letter", "supposes", "comments_on")
    forms = {"no", *(form for kind in kinds for form in lists[kind])}
    return Phrases(Phrase(form, "unreal", form) for form in forms)


@cache
def patterns() -> Mapping[str, re.Pattern[str]]:
    """The words by what they tell."""
    form = {name: alternatives(words) for name, words in word_lists("en/unreal").items()}
    near = r"(?:(?!\b(?:and said|met)\b)[^.;:]){0,200}?"
    things = alternatives(word_lists("en/status")["things"])
    return MappingProxyType(
        {
            "oath": re.compile(rf"\b(?:{form['oaths']})\b"),
            "post": re.compile(rf"\b(?:{form['posts']})\b"),
            "sent": re.compile(
                rf"\b(?:{form['sends']})\b(?:(?!\b(?:and|said|met)\b)[^.;:]){{0,90}}?\b(?:{form['letters']})\b"
                rf"|\b(?:{form['congratulates']})\b|\b(?:{form['by_letter']})\b"
            ),
            "together": re.compile(rf"\b(?:{form['together']})\b"),
            "with": re.compile(r"\b(?:with|to) (?:his|her|their|the)?\b|\btold\b"),
            "comments": re.compile(rf"\b(?:{form['comments_on']})\b"),
            "hands_over": re.compile(rf"\b(?:{form['hands_over']})\b"),
            "supposed": re.compile(rf"\b(?:{form['supposes']})\b{near}\b(?:{form['meeting_up']})\b"),
            "not_in_sight": re.compile(
                rf"\bno (?:[a-z]+ )?(?:{things})\b[^.;:]*\b(?:{form['not_in_sight']})\b"
            ),
        }
    )
