"""Days as an article tells them, resolved against the day on which it was written."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from chronicle.ingest.background import status_of
from chronicle.ingest.calendar_days import DAY, base_of, calendar_day, last_day
from chronicle.ingest.day_order import OF_A_STAY, counted_on, days_in, told_once
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.find.day_kinds import (
    AHEAD,
    BEHIND,
    EARLIER,
    JOURNEY,
    LEAVING,
    OF_OTHERS,
    OTHER,
    RETURN,
    SINCE,
    TELLING,
    UNTIL,
    alternatives,
)
from chronicle.ingest.gone_days import is_gone
from chronicle.ingest.scenes import Scene, is_vague
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, Kind, Mention, PartialDate, Status

LONGEST = 40  # days that a stay can take
NEWS = 31  # days for which what was held is news
WEEK = 8  # sentences before a weekday in which the week may be told
EVENT = 60  # code points behind "a day after" in which the event's day may stand
LOOK_BACK = 12  # sentences before a day in which another may be told from which it is counted


NO_STEPS = (OF_A_STAY, EARLIER, AHEAD, BEHIND)  # counted days from which no other is counted
LAST_OF_A_STAY = "told last day"
NAMED_BEFORE = re.compile(r",\s(?:on\s)?")
NAMED_BEHIND = re.compile(r"\sof\s[^,.;:]{3,60}(?:,\s(?:on\s)?|\s\()(?:the\s)?")
IN_PASSING = re.compile(r",\s(?:who|which|whose|where)\s[^,.;:]*\Z")
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
        if status is not Status.HELD and is_gone(mention, scene_of(mention, told)):
            return None
        own = any(mention.span in (m.span for m in scene.dates) for scene in told.encounter.scenes)
        off = status is Status.CANCELLED and not own and status_of(scene_of(mention, told)) is not status
        day = resolved(mention, told.written, Status.HELD if off else status)  # off: a day of the programme
        if status is Status.CANCELLED and mention.value.startswith("weekday "):
            day = meant_weekday(day, mention, told)
        if status is Status.PLANNED and mention.rule in ("weekday", AHEAD) and mention.value[0] == "w":
            day = of_a_day_before(day, mention, told) or of_the_same_week(day, mention, told)
        return None if day is not None and not own and is_over(day, told) else day
    found = counted_day(mention, told)
    return None if found is None or is_over(found, told) else not_ahead(found, told)


def of_a_day_before(day: Day | None, mention: Mention, told: Telling) -> Day | None:
    """As in "received him on Monday. Later on Monday he is to meet …": the weekday on which another was."""
    weekdays = (
        d for d in told.before if d is not None and d.rule == "past_weekday" and d.mention is not None
    )
    same = next((d for d in weekdays if d.mention and d.mention.value == mention.value), None)
    return replace(day, first=same.first, last=None) if day is not None and same is not None else None


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

    Of a visit "that runs from Monday until Saturday" the days are its own.
    "The minister had been in Jeddah on Monday" is a day before it, unless the encounter is told so.
    """
    if mention.rule == AHEAD:
        runs = told.encounter.kind is Kind.VISIT and "/" in mention.value
        return runs or told.encounter.status is not Status.HELD
    if told.encounter.status is Status.HELD and said_of_else(mention, scene):
        return False
    if mention.rule == RETURN and told.encounter.status is Status.HELD:
        return told.encounter.kind is Kind.VISIT
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
    named = named_beside(mention, told) if mention.rule == OF_A_STAY else None
    if named is not None:
        return days_away(named, 0, mention, told)
    if mention.value == LAST_OF_A_STAY:
        return last_day_of_a_stay(mention, before, told)
    steps = steps_of(mention)
    for scene in before:
        here = [m for m in reversed(told_once(scene.dates)) if m.span < mention.span]
        for other in sorted(here, key=lambda m: (m.rule in kinds and m.rule != SINCE, in_passing(m, scene))):
            if counted_on(other):
                steps += steps_of(other) if other.rule not in NO_STEPS else 0
                continue
            fits = is_own(other) or other.rule in kinds
            fits |= other.rule == OTHER and scene in before[: 1 + bool(steps)]
            day = resolved(other, told.written, tense_of(scene, told.encounter)) if fits else None
            if day is not None:
                return days_away(day, steps, mention, told)
    earlier = next((d for d in reversed(told.before) if d is not None), None)
    near = told.scenes[at - 1 : at + 1] if mention.rule == OF_A_STAY else before[:1]
    behind = (m for scene in near for m in scene.dates if m.span > mention.span)
    days = (
        resolved(m, told.written, Status.HELD) for m in behind if m.rule in kinds or begins(m, mention, told)
    )
    since = next((day for day in days if day is not None), None)
    since = (since or earlier) if mention.rule == OF_A_STAY else (earlier or since)
    since = since or day_of_writing(mention, told)
    return days_away(since, steps_of(mention), mention, told) if since is not None else None


def in_passing(mention: Mention, scene: Scene) -> bool:
    """As in "met today with the guest, who arrived yesterday. … Later in the day …"."""
    return IN_PASSING.search(scene.text.low, scene.sentence.span.start, mention.span.start) is not None


def named_beside(mention: Mention, told: Telling) -> Day | None:
    """As in "on February 8, the second day of his visit", "on the second day of his visit, Wednesday, …"."""
    scene = scene_of(mention, told)
    for other in days_in(scene):
        start, stop = min(other.span, mention.span).stop, max(other.span, mention.span).start
        beside = NAMED_BEHIND if other.span > mention.span else NAMED_BEFORE
        if not counted_on(other) and beside.fullmatch(scene.text.low, start, stop):
            return resolved(other, told.written, tense_of(scene, told.encounter))
    return None


def begins(mention: Mention, counted: Mention, told: Telling) -> bool:
    """As in "on the second day of a forum that opened on Tuesday": whether a stay begins on a day behind."""
    low = scene_of(mention, told).text.low
    return (
        counted.rule == OF_A_STAY
        and beginning().search(low[counted.span.stop : mention.span.start]) is not None
    )


@cache
def beginning() -> re.Pattern[str]:
    """What before a day tells that something begins on it."""
    return re.compile(
        rf"\b(?:{alternatives(word_lists('en/days')['beginning'])})\b(?:\s(?:in|at|to)\s[\w ]+)?"
        r"(?:\s(?:here|late|early))?\s(?:on\s)?(?:the\s)?$"
    )


def day_of_writing(mention: Mention, told: Telling) -> Day | None:
    """As in "met him a day earlier", where no other day is told: counted back from the report's own."""
    back = mention.rule != OF_A_STAY and steps_of(mention) < 0 and told.encounter.status is Status.HELD
    if not back or told.written is None or len(told.written) != DAY:
        return None
    return Day(told.written, None, None, Basis.INFERRED, "day_of_publication")


def last_day_of_a_stay(mention: Mention, before: Sequence[Scene], told: Telling) -> Day | None:
    """As in "came from the 6th to the 8th. … On the last day he met him": the end of the days told before."""
    for scene in before:
        for other in reversed(scene.dates):
            if other.span < mention.span and ("/" in other.value or other.rule == UNTIL):
                day = resolved(other, told.written, tense_of(scene, told.encounter))
                if day is not None:
                    end = replace(day, first=day.last or day.first, last=None)
                    return days_away(end, 0, mention, told)
    return None


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
    """The day so many days from another, told by a mention; None where that is a month or a year."""
    if len(since.first) != DAY:
        return None
    reached = date.fromisoformat(since.first) + timedelta(days=steps)
    counted = Mention("date", mention.span, reached.isoformat(), mention.rule)
    found = resolved(counted, told.written, told.encounter.status)
    return found and replace(found, mention=mention, basis=Basis.INFERRED, rule=mention.rule)


def tense_of(scene: Scene, encounter: Encounter) -> Status:
    """Whether the days of a scene beside an encounter lie before or after the report."""
    off = encounter.status is Status.CANCELLED
    if scene.acts and (off or status_of(scene) is not Status.CANCELLED):
        return status_of(scene)
    return Status.PLANNED if encounter.status is Status.PLANNED else Status.HELD


def resolved(mention: Mention, published: PartialDate | None, status: Status) -> Day | None:
    """The calendar day of a date mention, or None where it can't be told or is no day of news."""
    value, _, last = mention.value.partition("/")
    base = base_of(published)
    if is_vague(value) or value.startswith(("told ", "lasting ")):
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
    if end is not None and (date.fromisoformat(end) - found).days > LONGEST:
        return None  # "a plan for March 1 to December 31"
    basis = Basis.STATED if rule == "full_date" else Basis.INFERRED
    return Day(PartialDate(found.isoformat()), end, mention, basis, rule)
