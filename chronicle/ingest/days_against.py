"""Days that speak against the page's own, against a sentence's own, or against another encounter's."""

import re
from collections.abc import Iterator
from functools import cache

from chronicle.ingest.beside_encounters import LEAD
from chronicle.ingest.calendar_days import DAY, base_of, calendar_day
from chronicle.ingest.day_order import days_in
from chronicle.ingest.find.day_kinds import AHEAD, MONTHLY, alternatives
from chronicle.ingest.out_of_time import near_an_act, of_a_next_one
from chronicle.ingest.told_days import NEWS, Day, Telling, is_own, resolved, said_of_else
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, Mention, PartialDate, Status

LOOK_ON = 12  # sentences behind what is off in which its programme may be told
BEYOND = 92  # days by which a page's date may lie before what it tells
MONTH_DAY = len("--08-20")


def told_against_the_page(told: Telling) -> Day | None:
    """As in "came to the capital on May 5, 2025", on a page of April 29: the text's day, not the page's."""
    if told.encounter.status is not Status.HELD or told.written is None or len(told.written) != DAY:
        return None
    scenes = told.encounter.main
    own = [(m, s) for s in scenes for m in days_in(s) if is_own(m) and not said_of_else(m, s)]
    if len(own) != 1 or own[0][0].rule not in MONTHLY or "/" in own[0][0].value:
        return None
    mention, scene = own[0]
    day, base = calendar_day(mention.value, told.written, Status.HELD, mention.rule), base_of(told.written)
    if day is None or base is None:
        return None
    ahead = (day - base).days
    named = mention.value[0].isdecimal()
    coming = 0 < ahead <= (BEYOND if named else NEWS) and not of_a_next_one(mention, scene)
    long_ago = ahead < -NEWS and scene.sentence.number <= LEAD and near_an_act(mention, scene)
    if not coming and not long_ago:
        return None
    return Day(
        PartialDate(day.isoformat()),
        None,
        mention,
        Basis.STATED if named else Basis.INFERRED,
        "full_date" if named else "nearest_year",
    )


def told_as_programme(told: Telling) -> Day | None:
    """As in "The visit is off. … The minister was to spend Monday there": the day of what was called off."""
    if told.encounter.status is not Status.CANCELLED or told.written is None:
        return None
    return next(programme(told), None)


def programme(told: Telling) -> Iterator[Day]:
    """The days that were meant for the people of what is off, told in the sentences behind."""
    last = told.encounter.scenes[-1].sentence.number
    for scene in told.scenes[last + 1 : last + 1 + LOOK_ON]:
        if scene.acts or not any(person in told.encounter.people for person in scene.people):
            continue
        days = (resolved(m, told.written, Status.PLANNED) for m in days_in(scene) if m.rule == AHEAD)
        yield from (day for day in days if day is not None)


def is_of_another_sentence(day: Day, told: Telling) -> bool:
    """As in "received him on August 20. … the orders of July 6, 2023": its own day wants a year, no other."""
    if told.published is not None or day.mention is None or holds(day.mention, told):
        return False
    own = [
        m.value for s in told.encounter.main for m in days_in(s) if is_own(m) and len(m.value) == MONTH_DAY
    ]
    return any(value.startswith("--") and not day.first.endswith(value[1:]) for value in own)


def holds(mention: Mention, told: Telling) -> bool:
    """Whether the encounter's main sentences tell a day."""
    return any(mention.span == m.span for scene in told.encounter.main for m in scene.dates)


def is_of_an_earlier_stop(day: Day, told: Telling) -> bool:
    """As in "meets A on Friday. Her journey will also take her to …": no day is told of a further stop."""
    if told.encounter.status is not Status.PLANNED or not told.encounter.main or day.mention is None:
        return False
    used = any(d is not None and d.mention == day.mention for d in told.before)
    first = told.encounter.main[0]
    if not used or holds(day.mention, told):
        return False
    return goes_further().search(first.text.low, *first.sentence.span) is not None


@cache
def goes_further() -> re.Pattern[str]:
    """What tells that a journey goes on to another place."""
    lists = word_lists("en/days")
    legs, onward = alternatives(lists["legs"]), alternatives(lists["onward"])
    small = r"(?:[\w'’]+\s){0,3}"
    return re.compile(
        rf"\b(?:{legs})\s{small}(?:{onward})(?:s|es|ing)?\b|\b(?:{onward})(?:s|es|ing)?\s(?:on\s)?{small}(?:{legs})\b"
    )


NOT_ITS = (is_of_another_sentence, is_of_an_earlier_stop)
"""Why a day that was found isn't the encounter's."""
