"""In which order the days of a sentence are asked: that nearest to its act first, each day once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from chronicle.ingest.find.day_kinds import AHEAD, EARLIER, JOURNEY, OF_OTHERS, alternatives
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Status

BESIDE = 4  # code points between a weekday and its date: "Thursday, the 23rd"
OF_A_STAY = "day_of_a_stay"
ASIDE = re.compile(r",\s(?:who|which|whose|whom|where|due|back|fresh)\s[^,.;:]*$")
ASIDE_BEFORE = 100  # code points
NEAR = 80  # code points before a day that tell what it was meant for
TOLD_OF = frozenset((*OF_OTHERS, EARLIER, AHEAD))


def nearest_first(scene: Scene) -> list[Mention]:
    """The dates of a scene, that nearest to the act first."""
    at = scene.acts[0].span.start if scene.acts else scene.sentence.span.start
    return sorted(
        told_once(scene.dates),
        key=lambda m: (
            m.rule == EARLIER,
            m.rule == OF_A_STAY,
            counted_on(m) and not scene.acts,
            abs(m.span.start - at),
        ),
    )


def told_once(dates: Sequence[Mention]) -> list[Mention]:
    """The days, each once: of "Thursday, March 23", "March 23 (Thursday)", "today (March 23)" the date."""
    days: list[Mention] = []
    for mention in dates:
        last = days[-1] if days else None
        if last is None or mention.span.start - last.span.stop > BESIDE or not one_day(last, mention):
            days.append(mention)
        elif last.value[0] in "wd":
            days[-1] = replace(mention, rule=last.rule if last.rule in TOLD_OF else mention.rule)
    return days


def one_day(first: Mention, second: Mention) -> bool:
    """Whether one of two dates is a weekday or "today", the other a date, and neither spans several days."""
    kinds = {first.value[0] in "wd", second.value[0] in "wd"}
    return len(kinds) == 2 and all(m.value[0] in "wd-2o" and "/" not in m.value for m in (first, second))


def counted_on(mention: Mention) -> bool:
    """Whether a day is told by another: "the previous day"."""
    return mention.value.startswith("told day ")


def in_order(days: list[Mention], scene: Scene, status: Status, *, stays: bool) -> list[Mention]:
    """The days of a sentence, in the order in which they fit an encounter of that status and kind."""
    if len(days) == 1:
        return days
    if status is not Status.HELD:
        days = as_meant(days, scene)
    if status is not Status.CANCELLED:
        days = sorted(days, key=lambda m: in_an_aside(m, scene))
    return days if stays else behind_a_journey(days)


def in_an_aside(mention: Mention, scene: Scene) -> bool:
    """As in "B, who was in Riga on Monday, met …": a day between commas, of what somebody did besides."""
    low = scene.text.low
    if not low.startswith(",", mention.span.stop):
        return False
    return (
        ASIDE.search(
            low[max(scene.sentence.span.start, mention.span.start - ASIDE_BEFORE) : mention.span.start]
        )
        is not None
    )


def behind_a_journey(days: list[Mention]) -> list[Mention]:
    """As in "landed on Wednesday and met him on Thursday": the day of an arrival, of a stay comes last."""
    return sorted(days, key=lambda m: m.rule == JOURNEY or "/" in m.value)


def as_meant(days: list[Mention], scene: Scene) -> list[Mention]:
    """Of what is off, the day that it was meant for, not that on which somebody called it off."""
    low, words = scene.text.low, meant_and_off()

    def rank(mention: Mention) -> int:
        before, behind = (
            low[max(scene.sentence.span.start, mention.span.start - NEAR) : mention.span.start],
            mention.span.stop,
        )
        if words["meant"].search(before):
            return 0
        if words["new"].search(before):
            return 3
        return 2 if words["off"].search(before) or words["behind"].match(low, behind) else 1

    return sorted(days, key=rank)


@cache
def meant_and_off() -> dict[str, re.Pattern[str]]:
    """What beside a day tells that something was meant for it, or was called off on it."""
    lists = word_lists("en/days")
    meant, off = alternatives(lists["meant_for"]), alternatives(lists["called_off"])
    return {
        "meant": re.compile(rf"\b(?:{meant})\s(?:on\s|for\s)?(?:the\s)?$"),
        "off": re.compile(rf"\b(?:{off})\s(?:late\s|early\s)?(?:on\s)?(?:[\w]+ister\s)?$"),
        "new": re.compile(
            rf"\b(?:{off}|new\sdate|instead)\s(?:to|for|until|till|by)\s(?:the\s|[a-z]+day\s)?$"
        ),
        "behind": re.compile(
            rf"\s(?:[a-z]+ly\s|has\s|have\s)?(?:{off})\b|\s(?:to\s)?(?:put|call|break|cancel|postpone)\b"
        ),
    }
