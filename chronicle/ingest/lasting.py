"""How long an encounter goes on: its first day and its last, where the text tells them."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from chronicle.ingest.calendar_days import DAY
from chronicle.ingest.find.day_kinds import JOURNEY, SINCE, UNTIL, alternatives
from chronicle.ingest.scenes import Scene, is_vague
from chronicle.ingest.told_days import Day, Telling, is_own, resolved, scene_of
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, Kind, Mention, PartialDate, Status

LASTING = (Kind.VISIT, Kind.CONFERENCE)  # kinds of which the text tells how long they take
FRAME = 8  # sentences at the top that tell how long
VISIT = 80  # code points before days that tell that they are a visit's
AROUND = 40  # code points before a length that tell what took so long
BESIDE = re.compile(  # "on the sidelines of a three-day forum": the gathering, not the talks
    r"\b(?:(?:sidelines|margins|fringes|framework|course|part)\sof|during|at|attend(?:s|ed|ing)?)"
    r"\s(?:the|a|an|this|that)\s(?:[\w-]+\s){0,2}\Z"
)
TO_IT = ("for a ", "for the ", "to a ", "to the ")
GATHERING = re.compile(
    r"\s(?:[\w-]+\s){0,2}(?:forum|conference|summit|symposium|seminar|workshop|congress|exhibition)\b"
)
BEFORE = 7  # code points: "after two days"


def with_last_day(day: Day, told: Telling) -> Day:
    """The last day too, where the text says how long it goes on: "will last until the 25th" (seed 004)."""
    stays = told.encounter.kind in LASTING
    lasting = [s for s in told.encounter.scenes if goes_on(s) and (stays or not of_a_stay(s))]
    scenes = (*told.encounter.scenes, *told.scenes[:FRAME]) if stays else lasting
    mentions = [m for scene in scenes for m in scene.dates]
    told_there = [m for s in lasting for m in s.dates if m.span > s.signs["placings"].span]
    bounds = [m for m in mentions if m.rule == UNTIL or "/" in m.value or m in told_there]
    ends = (resolved(m, told.written, Status.CANCELLED) for m in bounds)
    later = (end.last or end.first for end in ends if end is not None and end.first >= day.first)
    last = next((end for end in later if end > day.first), None)
    day = replace(day, last=last)
    return of_that_length(with_first_day(day, told) if stays else day, told)


def told_within_a_stay(told: Telling) -> Day | None:
    """As in "today's" news: "received the guest, who is on a visit from May 13 to 15", written on May 14."""
    encounter, written = told.encounter, told.written
    if encounter.kind in LASTING or encounter.status is not Status.HELD or written is None:
        return None
    days = [m for scene in encounter.scenes for m in scene.dates if is_own(m) and not is_vague(m.value)]
    if len(written) != DAY or not days or not all("/" in m.value and of_a_visit(m, told) for m in days):
        return None
    stays = [resolved(mention, written, Status.CANCELLED) for mention in days]
    if any(stay is None or not stay.first <= written <= str(stay.last) for stay in stays):
        return None
    return Day(written, None, None, Basis.INFERRED, "day_of_publication")


def of_a_visit(mention: Mention, told: Telling) -> bool:
    """As in "on the occasion of his visit to Riga during May 13-15"."""
    low, start = scene_of(mention, told).text.low, mention.span.start
    return mention.rule == JOURNEY or visiting().search(low[max(0, start - VISIT) : start]) is not None


@cache
def visiting() -> re.Pattern[str]:
    """What before several days tells that they are a visit's."""
    stays = alternatives((*word_lists("en/days")["stays"], "visiting"))
    return re.compile(rf"\b(?:{stays})\b(?:(?!\s(?:and|but|met|held|received)\s)[^,.;:])*\Z")


def goes_on(scene: Scene) -> bool:
    """As in "it will last until the 25th"."""
    return "placings" in scene.signs and "last" in scene.signs["placings"].value


def of_a_stay(scene: Scene) -> bool:
    """Whether a scene tells of nothing but somebody's visit."""
    return bool(scene.acts) and all(act.value == Kind.VISIT for act in scene.acts)


def with_first_day(day: Day, told: Telling) -> Day:
    """An earlier first day: "… came to a close today, for which delegates had come since October 15"."""
    since = (m for scene in told.encounter.scenes for m in scene.dates if m.rule == SINCE)
    starts = (resolved(m, told.written, told.encounter.status) for m in since)
    start = next((s for s in starts if s is not None and s.first < day.first), None)
    return replace(day, first=start.first, last=day.last or day.first) if start else day


def of_that_length(day: Day, told: Telling) -> Day:
    """As in "a three-day visit", "came to a close after three days", "two days of talks ended"."""
    stays = told.encounter.kind in LASTING
    frame = told.scenes[:FRAME] if stays else ()
    lengths = [
        (mention, scene)
        for scene in (*told.encounter.scenes, *frame, *scenes_with(day.mention, told))
        for mention in scene.dates
        if mention.value.startswith("lasting ") and (stays or of_the_talks(mention, scene))
    ]
    if not lengths or day.last is not None:
        return day
    mention, scene = lengths[0]
    base, away = date.fromisoformat(day.first), timedelta(days=int(mention.value.partition(" ")[2]) - 1)
    ended = is_closed(scene) or (day.first == told.written and any(map(is_closed, told.encounter.main)))
    if ended:
        return replace(day, first=PartialDate((base - away).isoformat()), last=day.first)
    return replace(day, last=PartialDate((base + away).isoformat()))


def scenes_with(mention: Mention | None, told: Telling) -> list[Scene]:
    """The scene in which the day is told."""
    return [] if mention is None else [scene_of(mention, told)]


def is_closed(scene: Scene) -> bool:
    """Whether a scene says that something came to its end."""
    return not closing().isdisjoint(map(str.lower, scene.sentence.words))


def of_the_talks(mention: Mention, scene: Scene) -> bool:
    """Whether talks took so long: "two days of talks", "a two-day session", "ended after two days"."""
    low, start = scene.text.low, mention.span.start
    before, event = low[max(scene.sentence.span.start, start - AROUND) : start], GATHERING.match
    if BESIDE.search(before) or (before.endswith(TO_IT) and event(low, mention.span.stop)):
        return False
    after = low[max(0, start - BEFORE) : start].endswith(("after ", "lasted "))
    return (after and is_closed(scene)) or talks_behind().match(low, mention.span.stop) is not None


@cache
def closing() -> frozenset[str]:
    """Verbs that say that something came to its end."""
    return frozenset(word_lists("en/days")["closing"])


@cache
def talks_behind() -> re.Pattern[str]:
    """What behind a length tells that talks took so long."""
    talks = alternatives(word_lists("en/days")["long_talks"])
    return re.compile(rf"(?:\sof)?\s(?:[\w-]+\s){{0,2}}(?:{talks})\b")
