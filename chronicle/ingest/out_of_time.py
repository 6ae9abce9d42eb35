"""Days that an encounter's own sentences tell, and those of them that don't go with the telling."""

import re

from chronicle.ingest.calendar_days import DAY
from chronicle.ingest.day_order import nearest_first
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.find.day_kinds import AHEAD
from chronicle.ingest.scenes import Scene, is_vague
from chronicle.ingest.told_days import is_own, resolved
from chronicle.model import Mention, PartialDate, Status

NEAR = 80  # code points between a word of meeting and its day
NEXT_ONE = re.compile(
    r"\b(?:an?|the|next|another|further)\s(?:[\w-]+\s){0,2}"
    r"(?:visit|meeting|summit|session|round|talks|conference)\s(?:on\s|for\s|of\s)?\Z"
)


def days_told(encounter: Encounter) -> list[Mention]:
    """The days, not months or years, that the encounter's own scenes tell, that nearest to the act first."""
    own = (
        m for scene in encounter.scenes for m in nearest_first(scene) if near_an_act(m, scene) and is_own(m)
    )
    return [m for m in own if not is_vague(m.value.partition("/")[0])]


def near_an_act(mention: Mention, scene: Scene) -> bool:
    """Whether a day stands with a word of meeting: "8 November" in a toast is another day (caa-125)."""
    return any(-NEAR <= mention.span.start - act.span.stop <= NEAR for act in scene.acts)


def out_of_time(encounter: Encounter, published: PartialDate | None) -> list[Mention]:
    """The days that don't go with the telling: after the publication of what was held, before it of plans.

    Nothing where another day of the scenes goes with it, or where the publication's day isn't known.
    """
    if published is None or len(published) != DAY or encounter.status is Status.CANCELLED:
        return []
    held, fitting, wrong = encounter.status is Status.HELD, False, []
    own = (m for m in days_told(encounter) if not held or m.rule != AHEAD)
    for mention in own:
        day = resolved(mention, published, Status.CANCELLED if held else encounter.status)
        if mention.value.startswith("weekday ") or day is None or next_one(mention, encounter):
            continue
        off = day.first > published if held else (day.last or day.first) < published
        fitting = fitting or not off
        wrong += [mention] if off else []
    return [] if fitting else wrong


def next_one(mention: Mention, encounter: Encounter) -> bool:
    """Whether a day of what was held is that of another, which is still to come."""
    held = encounter.status is Status.HELD
    return held and any(of_a_next_one(mention, scene) for scene in encounter.scenes if mention in scene.dates)


def of_a_next_one(mention: Mention, scene: Scene) -> bool:
    """As in "met and agreed on a visit on April 2": the day of another, which is still to come."""
    return NEXT_ONE.search(scene.text.low, scene.sentence.span.start, mention.span.start) is not None
