"""In which order the days of a sentence are asked: that nearest to its act first, each day once."""

from collections.abc import Sequence
from dataclasses import replace

from chronicle.ingest.find.day_kinds import AHEAD, EARLIER, OF_OTHERS
from chronicle.ingest.scenes import Scene
from chronicle.model import Mention

BESIDE = 4  # code points between a weekday and its date: "Thursday, the 23rd"
OF_A_STAY = "day_of_a_stay"
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
