"""In which order the days of a sentence are asked: that nearest to its act first, each day once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from chronicle.ingest.find.day_kinds import AHEAD, EARLIER, JOURNEY, OF_OTHERS, alternatives
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention, Status

BESIDE = 4  # code points between a weekday and its date: "Thursday, the 23rd"
OF_A_STAY = "day_of_a_stay"
ASIDE = re.compile(r",\s(?:who|which|whose|whom|where|due|back|fresh)\s[^,.;:]*$")
OPENING = re.compile(  # "After a night of shelling on Tuesday, A met B on Wednesday"
    r"(?:after|following|before|despite|amid|since|as|while)\s[^,.;:]*\Z"
)
ASIDE_BEHIND = re.compile(r"(?:\s(?:was|were|had|has|is)\s[^,.;:]*)?,")
ASIDE_BEFORE = 100  # code points
NEAR = 80  # code points before a day that tell what it was meant for
TOLD_OF = frozenset((*OF_OTHERS, EARLIER, AHEAD))


def nearest_first(scene: Scene, *, stays: bool = True) -> list[Mention]:
    """The dates of a scene, that nearest to the act first; of talks, not that of a visit beside them."""
    acts = scene.acts if stays else [act for act in scene.acts if act.value != Kind.VISIT] or scene.acts
    at = acts[0].span.start if acts else scene.sentence.span.start
    return sorted(
        told_once(scene.dates),
        key=lambda m: (
            m.rule == EARLIER,
            m.rule == OF_A_STAY,
            counted_on(m) and not scene.acts,
            abs(m.span.start - at),
        ),
    )


def days_in(scene: Scene) -> Sequence[Mention]:
    """The days of a scene, each once, in order of the text."""
    return told_once(scene.dates) if len(scene.dates) > 1 else scene.dates


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
    return mention.value.startswith("told ")


def in_order(days: list[Mention], scene: Scene, status: Status, *, stays: bool) -> list[Mention]:
    """The days of a sentence, in the order in which they fit an encounter of that status and kind."""
    if len(days) == 1:
        return days
    if status is not Status.HELD:
        days = as_meant(days if stays else behind_an_arrival(days, scene), scene)
    if status is not Status.CANCELLED:
        days = sorted(days, key=lambda m: in_an_aside(m, scene))
    return days if stays else behind_a_journey(days)


def in_an_aside(mention: Mention, scene: Scene) -> bool:
    """As in "B, who was in Riga on Monday, met …", "B, who on Monday was in Riga, met …": between commas."""
    low, start, stop = scene.text.low, mention.span.start, mention.span.stop
    if ASIDE_BEHIND.match(low, stop, min(stop + ASIDE_BEFORE, scene.sentence.span.stop)) is None:
        return False
    first = scene.sentence.span.start
    if OPENING.match(low, first, start) and not any(act.span.start < start for act in scene.acts):
        return True
    return ASIDE.search(low[max(first, start - ASIDE_BEFORE) : start]) is not None


def behind_an_arrival(days: list[Mention], scene: Scene) -> list[Mention]:
    """As in "arrives on Tuesday and will meet him on Wednesday": the day of an arrival comes last."""
    low, start = scene.text.low, scene.sentence.span.start
    return sorted(
        days,
        key=lambda m: arrivals().search(low[max(start, m.span.start - NEAR) : m.span.start]) is not None,
    )


@cache
def arrivals() -> re.Pattern[str]:
    """What before a day tells that somebody is to arrive on it."""
    verbs = alternatives(word_lists("en/days")["arrivals"])
    return re.compile(
        rf"\b(?:{verbs})\b(?:(?!\s(?:and|where|when|to|for|before|after)\s)[^,.;:])*"
        rf"(?:(?:{alternatives(word_lists('en/days')['weekdays'])}),?\s(?:the\s)?)?$"
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
        "meant": re.compile(
            rf"\b(?:{meant})\s(?:in\s[\w\s'’]{{2,30}}\s)?(?:on\s|for\s)?(?:this\s|the\s|last\s|next\s)?$"
            rf"|\b(?:{alternatives(lists['was_meant'])})\s[^,.;:]*$"
        ),
        "off": re.compile(rf"\b(?:{off})\s(?:late\s|early\s)?(?:on\s)?(?:[\w]+ister\s)?$"),
        "new": re.compile(
            rf"\b(?:{off}|new\sdate|instead)\s(?:to|for|until|till|by)\s(?:the\s|[a-z]+day\s)?$"
        ),
        "behind": re.compile(
            rf"\s(?:[a-z]+ly\s|has\s|have\s)?(?:{off})\b|\s(?:to\s)?(?:put|call|break|cancel|postpone)\b"
        ),
    }
