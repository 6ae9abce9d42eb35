"""Days as an article tells them, resolved against the day on which it was written."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from chronicle.ingest.background import status_of
from chronicle.ingest.calendar_days import base_of, calendar_day, last_day
from chronicle.ingest.day_order import OF_A_STAY, counted_on
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.find.day_kinds import (
    AHEAD,
    BEHIND,
    EARLIER,
    JOURNEY,
    LEAVING,
    OF_OTHERS,
    OTHER,
    SINCE,
    TELLING,
    alternatives,
)
from chronicle.ingest.scenes import Scene, is_vague
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, Kind, Mention, PartialDate, Status

NEWS = 31  # days for which what was held is news
WEEK = 8  # sentences before a weekday in which the week may be told
EVENT = 60  # code points behind "a day after" in which the event's day may stand
LOOK_BACK = 12  # sentences before a day in which another may be told from which it is counted


QUOTES = '“"'
TALKED = re.compile(
    r"\b(?:meet|met|meeting|talks?|talked|spoke|spoken|call|received|hosted|welcomed|conferred|visit|visited)\b"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A resolved date: the first and last day, the mention it rests on, the rule."""

    first: PartialDate
    last: PartialDate | None
    mention: Mention | None
    basis: Basis
    rule: str


@dataclass(frozen=True, slots=True)
class Telling:
    """What the rules look at: an encounter, the article's scenes, the day on which it was written."""

    encounter: Encounter
    scenes: Sequence[Scene]
    written: PartialDate | None
    published: PartialDate | None
    before: Sequence[Day | None]  # of earlier encounters


def first_of(told: Telling, mentions: Iterator[Mention]) -> Day | None:
    """The first of the mentions that is a day of news."""
    days = (resolved_here(mention, told) for mention in mentions)
    return next((day for day in days if day is not None), None)


def resolved_here(mention: Mention, told: Telling) -> Day | None:
    """The calendar day of a mention, counted from the day told last where it says so."""
    status = told.encounter.status
    if not counted_on(mention):
        own = any(mention.span in (m.span for m in scene.dates) for scene in told.encounter.scenes)
        off = status is Status.CANCELLED and not own and status_of(scene_of(mention, told)) is not status
        day = resolved(mention, told.written, Status.HELD if off else status)  # off: a day of the programme
        if status is Status.CANCELLED and mention.value.startswith("weekday "):
            day = meant_weekday(day, mention, told)
        if status is Status.PLANNED and mention.rule in ("weekday", AHEAD) and mention.value[0] == "w":
            day = of_the_same_week(day, mention, told)
        return None if day is not None and not own and is_over(day, told) else day
    found = counted_day(mention, told)
    return None if found is None or is_over(found, told) else not_ahead(found, told)


def meant_weekday(day: Day | None, mention: Mention, told: Telling) -> Day | None:
    """As in "was to have come on Wednesday": of what didn't come about, the nearest such weekday."""
    scene = scene_of(mention, told)
    if day is None or not was_to_be().search(scene.text.low, *scene.sentence.span):
        return day
    past, base = resolved(mention, told.written, Status.HELD), date.fromisoformat(str(told.written))
    nearer = (
        past is not None
        and 2 * (base - date.fromisoformat(past.first)) < date.fromisoformat(day.first) - base
    )
    return past if nearer else day


@cache
def was_to_be() -> re.Pattern[str]:
    """What was to be on a day that is over."""
    return re.compile(rf"\b(?:{alternatives(word_lists('en/days')['was_to_be'])})\b")


def scene_of(mention: Mention, told: Telling) -> Scene:
    """The scene in which a mention stands."""
    at = bisect_right(told.scenes, mention.span.start, key=lambda scene: scene.sentence.span.start)
    return told.scenes[max(0, at - 1)]


def of_the_same_week(day: Day | None, mention: Mention, told: Telling) -> Day | None:
    """As in "will be in Tallinn next Tuesday. … On Wednesday he is expected in Riga"."""
    at = scene_of(mention, told).sentence.number
    before = (m for s in told.scenes[max(0, at - WEEK) : at + 1][::-1] for m in reversed(s.dates))
    dated = (m for m in before if m.span < mention.span and (m.rule == "next_weekday" or m.value[0] in "-2"))
    days = (resolved(m, told.written, Status.PLANNED) for m in dated if is_own(m))
    since = next((d for d in days if d is not None and is_ahead(d, told)), None)
    if day is None or since is None or since.first <= day.first:
        return day
    base = date.fromisoformat(since.first)
    gone = (date.fromisoformat(day.first) - base).days % 7
    return replace(day, first=PartialDate((base + timedelta(days=gone)).isoformat()), last=None)


def not_ahead(day: Day | None, told: Telling) -> Day | None:
    """A day, unless it lies after the report of what was held."""
    held = told.encounter.status is Status.HELD
    return None if day is not None and held and is_ahead(day, told) else day


def is_ahead(day: Day, told: Telling) -> bool:
    """Whether a day lies after the report."""
    return told.written is not None and day.first > told.written


def is_over(day: Day, told: Telling) -> bool:
    """Whether a day lies before the report, of what is still to come."""
    coming = told.encounter.status is Status.PLANNED and told.written is not None
    return coming and (day.last or day.first) < str(told.written)


def is_own(mention: Mention) -> bool:
    """Whether a day can be the encounter's: not the one on which somebody told it, or it ended."""
    return mention.rule not in OF_OTHERS


def is_its(mention: Mention, scene: Scene, told: Telling) -> bool:
    """Whether a day of a scene can be the encounter's own, by the tense of its clause.

    "The minister had been in Jeddah on Monday" is a day before it, unless the encounter is told so.
    """
    if mention.rule == AHEAD:
        return told.encounter.status is not Status.HELD
    if told.encounter.status is Status.HELD and said_of_else(mention, scene):
        return False
    if mention.rule == LEAVING:
        return told.encounter.status is not Status.HELD and told.encounter.kind is Kind.VISIT
    if mention.rule == JOURNEY and told.encounter.kind is not Kind.VISIT:
        return scene.sentence.number <= told.encounter.scenes[0].sentence.number
    if mention.rule == EARLIER:
        return told.encounter.status is not Status.HELD or scene is told.encounter.scenes[0]
    return is_own(mention)


def said_of_else(mention: Mention, scene: Scene) -> bool:
    """As in "“On Sunday night our air defence was at work”, he said": a day in a quotation without talks."""
    body, start = scene.text.body, scene.sentence.span.start
    opened = max(body.rfind(mark, start, mention.span.start) for mark in QUOTES)
    if opened < 0 or body.find("”", opened, mention.span.start) >= 0:
        return False
    if body[opened] == '"' and body.count('"', start, mention.span.start) % 2 == 0:
        return False
    return TALKED.search(scene.text.low, opened, scene.sentence.span.stop) is None


def counted_day(mention: Mention, told: Telling) -> Day | None:
    """The day of a mention that is counted from another: "the next day", and "in the afternoon" of that.

    Counted from the nearest day that the text tells before it; else from the day of the encounter before;
    else from that of the telling, as in "received him the day before, the agency said on Thursday".
    """
    if mention.rule == BEHIND:
        return day_beside_an_event(mention, told)
    at = bisect_right(told.scenes, mention.span.start, key=lambda scene: scene.sentence.span.start)
    before, held = told.scenes[max(0, at - LOOK_BACK) : at][::-1], told.encounter.status is Status.HELD
    kinds = {TELLING} if held else set()
    kinds |= {SINCE} if mention.rule == OF_A_STAY else set()
    steps = steps_of(mention)
    for scene in before:
        here = [m for m in reversed(scene.dates) if m.span < mention.span]
        for other in sorted(here, key=lambda m: m.rule in kinds and m.rule != SINCE):
            if counted_on(other):
                steps += steps_of(other) if other.rule not in (OF_A_STAY, EARLIER, AHEAD) else 0
                continue
            fits = is_own(other) or other.rule in kinds or (scene is before[0] and other.rule == OTHER)
            day = resolved(other, told.written, tense_of(scene, told.encounter)) if fits else None
            if day is not None:
                return days_away(day, steps, mention, told)
    earlier = next((d for d in reversed(told.before) if d is not None), None)
    behind = (m for scene in before[:1] for m in scene.dates if m.rule in kinds and m.span > mention.span)
    days = (resolved(m, told.written, Status.HELD) for m in behind)
    since = earlier or next((day for day in days if day is not None), None)
    return days_away(since, steps_of(mention), mention, told) if since is not None else None


def day_beside_an_event(mention: Mention, told: Telling) -> Day | None:
    """As in "a day after landing on Monday", "on the eve of Friday's summit": counted from the next day."""
    dates = scene_of(mention, told).dates
    event = next((m for m in dates if 0 < m.span.start - mention.span.stop < EVENT), None)
    if event is None or counted_on(event) or told.written is None:
        return None
    steps = steps_of(mention)
    for status in (Status.PLANNED, Status.HELD) if steps < 0 else (told.encounter.status,):
        since = resolved(event, told.written, status)
        found = days_away(since, steps, mention, told) if since is not None else None
        if found is not None and not_ahead(found, told) is not None:
            return found
    return None


def steps_of(mention: Mention) -> int:
    """How many days a counted day is away from the day told last."""
    return int(mention.value[len("told day ") :])


def days_away(since: Day, steps: int, mention: Mention, told: Telling) -> Day | None:
    """The day so many days from another, told by a mention."""
    reached = date.fromisoformat(since.first) + timedelta(days=steps)
    counted = Mention("date", mention.span, reached.isoformat(), mention.rule)
    found = resolved(counted, told.written, told.encounter.status)
    return found and replace(found, mention=mention, basis=Basis.INFERRED, rule=mention.rule)


def tense_of(scene: Scene, encounter: Encounter) -> Status:
    """Whether the days of a scene beside an encounter lie before or after the report."""
    if scene.acts and status_of(scene) is not Status.CANCELLED:
        return status_of(scene)
    return Status.PLANNED if encounter.status is Status.PLANNED else Status.HELD


def resolved(mention: Mention, published: PartialDate | None, status: Status) -> Day | None:
    """The calendar day of a date mention, or None where it can't be told or is no day of news."""
    value, _, last = mention.value.partition("/")
    base = base_of(published)
    if is_vague(value) or value.startswith(("told day ", "lasting ")):
        return None  # "in 2015": no day of this article's news
    rule, found = "full_date", calendar_day(value, published, status, mention.rule)
    if not value[0].isdecimal():
        named = {
            "o": "day_of_the_month",
            "w": "past_weekday" if status is Status.HELD else "coming_weekday",
            "d": "relative_day",
        }
        rule = named.get(value[0], "nearest_year")
    if found is None or (base and status is Status.HELD and not -1 <= (base - found).days <= NEWS):
        return None
    end = last_day(last, found)
    basis = Basis.STATED if rule == "full_date" else Basis.INFERRED
    return Day(PartialDate(found.isoformat()), end, mention, basis, rule)
