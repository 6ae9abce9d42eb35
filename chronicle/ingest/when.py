"""The day of an encounter: what is told, resolved against the day of the report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from chronicle.ingest.background import recalled, status_of
from chronicle.ingest.calendar_days import DAY
from chronicle.ingest.day_order import nearest_first
from chronicle.ingest.encounters import Encounter
from chronicle.ingest.find.day_kinds import DATELINE, EARLIER, OF_OTHERS, SINCE, TALKS, TELLING, UNTIL
from chronicle.ingest.scenes import Scene, is_vague
from chronicle.ingest.told_days import (
    Day,
    Telling,
    first_of,
    is_its,
    is_own,
    not_ahead,
    resolved,
    resolved_here,
)
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, Kind, Mention, PartialDate, Status

__all__ = ["Day", "day_of", "days_told", "out_of_time", "resolved"]

NEAR = 80  # code points between a word of meeting and its day
DATELINE_SCENES = 6  # sentences in which a dateline may stand
WRITTEN_BEFORE = 3  # days between a report's dateline and its publication
LOOK_BACK = 12  # sentences before an encounter in which its day may be told
LOOK_AHEAD = 2
LASTING = (Kind.VISIT, Kind.CONFERENCE)  # kinds of which the text tells how long they take
CLOSE = ("day +0", "day -1")  # today and yesterday
FRAME = 8  # sentences at the top that tell how long


def day_of(
    encounter: Encounter, published: PartialDate | None, before: Sequence[Day | None], scenes: Sequence[Scene]
) -> Day | None:
    """The day of the encounter; None where nothing tells it. `before`: the days of earlier encounters."""
    written = day_written(scenes, published)
    told = Telling(encounter, scenes, written, published, before)
    day = next((day for rule in RULES if (day := rule(told)) is not None), None)
    return with_last_day(day, told) if day is not None and day.last is None else day


def day_written(scenes: Sequence[Scene], published: PartialDate | None) -> PartialDate | None:
    """The dateline's day where it is shortly before the publication's; else that of the publication."""
    if published is None or len(published) != DAY:
        return published
    base = date.fromisoformat(published)
    for mention in (m for scene in scenes[:DATELINE_SCENES] for m in scene.dates if m.rule == DATELINE):
        day = resolved(mention, published, Status.CANCELLED)
        if day is not None and 0 <= (base - date.fromisoformat(day.first)).days <= WRITTEN_BEFORE:
            return day.first
    return published


def told_of_itself(told: Telling) -> Day | None:
    """As in "met him on Thursday": a day in the encounter's own sentences."""
    scenes = sorted(told.encounter.scenes, key=lambda scene: not of_that_kind(scene, told.encounter))
    own = (m for scene in scenes for m in of_the_newcomers(scene, told) if is_its(m, scene, told))
    return first_of(told, own)


def of_the_newcomers(scene: Scene, told: Telling) -> list[Mention]:
    """As in "sees A on Wednesday and B on Thursday": of B's encounter, the days behind that of A's first."""
    days = nearest_first(scene)
    used = [d.mention.span for d in told.before if d is not None and d.mention is not None]
    taken = max((m.span for m in days if m.span in used), default=None)
    if taken is None or len(days) == 1:
        return days
    here = [n.person.span for p in told.encounter.newcomers for n in p.namings]
    if not any(taken < span and span.stop <= scene.sentence.span.stop for span in here):
        return days
    return sorted(days, key=lambda m: (m.rule == EARLIER, m.span <= taken))


def of_that_kind(scene: Scene, encounter: Encounter) -> bool:
    """Whether a scene has an act of the encounter's kind: of a visit with talks, that of the talks."""
    return any(act.value == encounter.kind for act in scene.acts)


def told_before(told: Telling) -> Day | None:
    """As in "spent Monday in Paris. … The minister received him": a day in what leads up to it."""
    start = told.encounter.scenes[0].sentence.number
    before = (told.scenes[n] for n in range(min(start, len(told.scenes)) - 1, max(-1, start - LOOK_BACK), -1))
    return first_of(
        told, (m for scene in before if leads_up(scene, told) for m in scene.dates if is_its(m, scene, told))
    )


def told_behind_today(told: Telling) -> Day | None:
    """As in "Next was the minister. … Today's talk with him …": the paragraph goes on with the day."""
    if told.encounter.status is not Status.HELD:
        return None
    first = next((m for scene in goes_on(told) for m in scene.dates if is_its(m, scene, told)), None)
    return resolved_here(first, told) if first and (first.value in CLOSE or first.rule == TALKS) else None


def told_between(told: Telling) -> Day | None:
    """As in "He leaves on March 4. … There he will be received by …": a day between its sentences."""
    numbers = [scene.sentence.number for scene in told.encounter.scenes]
    between = (told.scenes[n] for n in range(numbers[0] + 1, numbers[-1]) if n not in numbers)
    return not_ahead(
        first_of(told, (m for s in between if leads_up(s, told) for m in s.dates if is_its(m, s, told))), told
    )


def told_next(told: Telling) -> Day | None:
    """As in "They agreed to … ⏎ The promise dates from Sunday": a day in the next paragraph's first words."""
    last = told.encounter.scenes[-1].sentence
    behind = told.scenes[last.number + 1 : last.number + 2]
    fitting = (s for s in behind if not s.acts and leads_up(s, told))
    return not_ahead(
        first_of(told, (m for s in fitting for m in s.dates if m.value[0] in "w-2" and is_its(m, s, told))),
        told,
    )


def told_right_before(told: Telling) -> Day | None:
    """As in "They told their ministers to meet on March 4. By then … are to agree": a day that is to come."""
    first = told.encounter.scenes[0].sentence
    if told.encounter.status is not Status.PLANNED or told.written is None or first.number == 0:
        return None
    scene = told.scenes[first.number - 1]
    if scene.sentence.paragraph != first.paragraph:
        return None
    days = (resolved(m, told.written, Status.PLANNED) for m in scene.dates if m.value[0] in "-2")
    return next((day for day in days if day is not None and day.first > str(told.written)), None)


def told_behind(told: Telling) -> Day | None:
    """As in "They met. The talks took place on Thursday": a day in what the paragraph goes on with."""
    return first_of(told, (m for scene in goes_on(told) for m in scene.dates if is_its(m, scene, told)))


def goes_on(told: Telling) -> Iterator[Scene]:
    """What an encounter's paragraph goes on with, as far as it tells of its time."""
    last = told.encounter.scenes[-1].sentence
    behind = told.scenes[last.number + 1 : last.number + 1 + LOOK_AHEAD]
    return (s for s in behind if s.sentence.paragraph == last.paragraph and leads_up(s, told))


def told_as_frame(told: Telling) -> Day | None:
    """As in "has been in the capital since Sunday", "from March 5": the first day of a stay."""
    if told.encounter.kind not in LASTING and told.encounter.status is Status.HELD:
        return None
    own = (m for scene in told.encounter.scenes for m in scene.dates if m.rule == SINCE)
    return first_of(told, own)


def told_further_on(told: Telling) -> Day | None:
    """As in "They met. … During Tuesday's meeting the guest asked for help": the first day of the talks."""
    if any(told.before) or told.encounter.status is not Status.HELD:
        return None
    last = told.encounter.scenes[-1].sentence.number
    behind = told.scenes[last + 1 : last + 1 + LOOK_BACK]
    return first_of(told, (m for scene in behind for m in scene.dates if m.rule == TALKS))


def day_of_the_encounter_before(told: Telling) -> Day | None:
    """What is told next to another encounter's day, if nothing else is told of it."""
    if told.encounter.status is Status.PLANNED or out_of_time(told.encounter, told.written):
        return None
    earlier = next((d for d in told.before if d is not None), None)
    if earlier is None or (told.published is not None and earlier.first > told.published):
        return None
    return Day(earlier.first, None, earlier.mention, Basis.INFERRED, "same_day_as_the_encounter_before")


def day_of_the_report(told: Telling) -> Day | None:
    """The day of publication, or the dateline's, for what is told as that day's news."""
    if (
        told.encounter.status is not Status.HELD
        or told.written is None
        or out_of_time(told.encounter, told.written)
    ):
        return None
    return Day(told.written, None, None, Basis.INFERRED, "day_of_publication")


def day_of_telling(told: Telling) -> Day | None:
    """As in "…, the minister said on Wednesday after the talks": what is told at once was that day's."""
    if told.encounter.status is not Status.HELD:
        return None
    start = told.encounter.scenes[0].sentence.number
    near = (
        *told.encounter.scenes,
        *(s for s in told.scenes[max(0, start - LOOK_BACK) : start] if s.acts and leads_up(s, told)),
    )
    return first_of(told, (m for scene in near for m in scene.dates if m.rule == TELLING))


def full_date_of_that_weekday(told: Telling) -> Day | None:
    """As in "on Friday (December 30, 2022)", where nothing tells when the article was published."""
    if told.published is not None or told.encounter.status is not Status.HELD:
        return None
    numbers = {
        int(m.value[8]) for s in told.encounter.scenes for m in s.dates if m.value.startswith("weekday ")
    }
    full = (
        m
        for scene in told.scenes[:FRAME]
        for m in scene.dates
        if m.rule not in OF_OTHERS and len(m.value) == DAY
    )
    days = (resolved(mention, None, Status.HELD) for mention in full)
    return next((d for d in days if d is not None and date.fromisoformat(d.first).weekday() in numbers), None)


RULES = (
    told_of_itself,
    told_as_frame,
    told_behind_today,
    told_before,
    told_right_before,
    told_behind,
    told_between,
    full_date_of_that_weekday,
    told_further_on,
    day_of_telling,
    day_of_the_encounter_before,
    told_next,
    day_of_the_report,
)


def leads_up(scene: Scene, told: Telling) -> bool:
    """Whether a scene beside the encounter tells its time: news as it is, in the same tense."""
    if recalled(scene) is not None or scene.signs.get("recalled") is not None:
        return False
    status = status_of(scene)
    if told.encounter.status is Status.HELD:
        return status is not Status.PLANNED
    return status is told.encounter.status or all(act.value == Kind.VISIT for act in scene.acts)


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
    for mention in days_told(encounter):
        day = resolved(mention, published, Status.CANCELLED if held else encounter.status)
        if mention.value.startswith("weekday ") or day is None:
            continue
        off = day.first > published if held else (day.last or day.first) < published
        fitting = fitting or not off
        wrong += [mention] if off else []
    return [] if fitting else wrong


def with_last_day(day: Day, told: Telling) -> Day:
    """The last day too, where the text says how long it goes on: "will last until the 25th" (seed 004)."""
    lasting = [
        s for s in told.encounter.scenes if "placings" in s.signs and "last" in s.signs["placings"].value
    ]
    stays = told.encounter.kind in LASTING
    scenes = (*told.encounter.scenes, *told.scenes[:FRAME]) if stays else lasting
    mentions = [m for scene in scenes for m in scene.dates]
    bounds = [m for m in mentions if m.rule == UNTIL or "/" in m.value or lasting]
    ends = (resolved(m, told.written, Status.CANCELLED) for m in bounds)
    later = (end.last or end.first for end in ends if end is not None and end.first >= day.first)
    last = next((end for end in later if end > day.first), None)
    day = replace(day, last=last)
    return of_that_length(with_first_day(day, mentions, told), mentions, told) if stays else day


def with_first_day(day: Day, mentions: Sequence[Mention], told: Telling) -> Day:
    """An earlier first day: "… came to a close today, for which delegates had come since October 15"."""
    starts = (resolved(m, told.written, told.encounter.status) for m in mentions if m.rule == SINCE)
    start = next((s for s in starts if s is not None and s.first < day.first), None)
    return replace(day, first=start.first, last=day.last or day.first) if start else day


def of_that_length(day: Day, mentions: Sequence[Mention], told: Telling) -> Day:
    """As in "a three-day visit", "came to a close after three days"."""
    count = next((int(m.value.partition(" ")[2]) for m in mentions if m.value.startswith("lasting ")), 1)
    if count == 1 or day.last is not None:
        return day
    base, away = date.fromisoformat(day.first), timedelta(days=count - 1)
    closed = set(word_lists("en/days")["closing"])
    scenes = (*told.encounter.scenes, *told.scenes[:FRAME])
    if day.first == told.written and any(t.text.lower() in closed for s in scenes for t in s.sentence.tokens):
        return replace(day, first=PartialDate((base - away).isoformat()), last=day.first)
    return replace(day, last=PartialDate((base + away).isoformat()))
