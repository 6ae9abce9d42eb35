"""The day of an encounter: what is told, resolved against the day of the report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from chronicle.ingest.beside_encounters import LEAD, is_about, is_dated, is_the_lead, leads_up, of_else
from chronicle.ingest.calendar_days import DAY
from chronicle.ingest.cast import Person
from chronicle.ingest.day_order import OF_A_STAY, days_in, in_order, nearest_first
from chronicle.ingest.days_against import NOT_ITS, told_against_the_page, told_as_programme
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.find.day_kinds import (
    DATELINE,
    EARLIER,
    LEAVING,
    OF_OTHERS,
    RETURN,
    SINCE,
    TALKS,
    TELLING,
    UNTIL,
    alternatives,
)
from chronicle.ingest.lasting import FRAME, LASTING, told_within_a_stay, with_last_day
from chronicle.ingest.out_of_time import days_told, out_of_time
from chronicle.ingest.scenes import Scene
from chronicle.ingest.told_days import (
    Day,
    Telling,
    first_of,
    is_its,
    not_ahead,
    resolved,
    resolved_here,
)
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, Mention, PartialDate, Span, Status

__all__ = ["Day", "day_of", "days_told", "out_of_time", "resolved"]

DATELINE_SCENES = 6  # sentences in which a dateline may stand
WRITTEN_BEFORE = 31  # days between a report's dateline and its publication
WRITTEN_AHEAD = 1  # a page's day where it is still yesterday
LOOK_BACK = 12  # sentences before an encounter in which its day may be told
LOOK_AHEAD = 2
CLOSE = ("day +0", "day -1")  # today and yesterday


def day_of(
    encounter: Encounter, published: PartialDate | None, before: Sequence[Day | None], scenes: Sequence[Scene]
) -> Day | None:
    """The day of the encounter; None where nothing tells it. `before`: the days of earlier encounters."""
    written = day_written(scenes, published)
    told = Telling(encounter, scenes, written, published, before)
    day = next((day for rule in RULES if (day := rule(told)) is not None), None)
    if day is not None and any(rule(day, told) for rule in NOT_ITS):
        return None
    return with_last_day(day, told) if day is not None and day.last is None else day


def day_written(scenes: Sequence[Scene], published: PartialDate | None) -> PartialDate | None:
    """The dateline's day where it is no long time before the publication's; else that of the publication."""
    if published is None or len(published) != DAY:
        return published
    base = date.fromisoformat(published)
    for mention in (m for scene in scenes[:DATELINE_SCENES] for m in scene.dates if m.rule == DATELINE):
        status = Status.HELD if mention.value.startswith("weekday ") else Status.CANCELLED
        day = resolved(mention, published, status)
        gone = (base - date.fromisoformat(day.first)).days if day is not None else None
        if day is not None and gone is not None and -WRITTEN_AHEAD <= gone <= WRITTEN_BEFORE:
            return day.first
    return published


def told_respectively(told: Telling) -> Day | None:
    """As in "met A and B on Tuesday and Wednesday respectively": of two days the one whose turn it is."""
    main = told.encounter.main[0] if told.encounter.main else None
    if main is None or main.text.low.find(" respectively", *main.sentence.span) < 0:
        return None
    mention = next((m for m in main.dates if "/" in m.value), None)
    both = resolved_here(mention, told) if mention is not None else None
    if mention is None or both is None or both.last is None:
        return None
    later = any(day is not None and day.mention == mention for day in told.before)
    return replace(both, first=both.last if later else both.first, last=None)


def told_of_itself(told: Telling) -> Day | None:
    """As in "met him on Thursday": a day in the encounter's own sentences."""
    scenes = sorted(told.encounter.scenes, key=lambda scene: not of_that_kind(scene, told.encounter))
    own = [m for scene in scenes for m in own_days(scene, told) if is_its(m, scene, told)]
    off = told.encounter.status is Status.CANCELLED and len(own) > 1
    return first_of(told, iter(sorted(own, key=is_the_day_before) if off else own))


def is_the_day_before(mention: Mention) -> bool:
    """As in "waited for him on Tuesday. … Word came late the night before": when something was called off."""
    return mention.value == "told day -1"


def own_days(scene: Scene, told: Telling) -> list[Mention]:
    """The days of a sentence of the encounter, in the order in which they are asked."""
    stays = told.encounter.kind in LASTING
    return in_order(of_the_newcomers(scene, told), scene, told.encounter.status, stays=stays)


def of_the_newcomers(scene: Scene, told: Telling) -> list[Mention]:
    """As in "sees A on Wednesday and B on Thursday": of B's encounter, the days behind that of A's first."""
    days = nearest_first(scene, stays=told.encounter.kind in LASTING)
    used = [d.mention.span for d in told.before if d is not None and d.mention is not None]
    taken = max((m.span for m in days if m.span in used), default=None)
    here = namings_in(scene, told.encounter.newcomers)
    if len(days) == 1 or not here or (taken is None and not others_in(scene, told)):
        return days
    opening = [m.span for m in days if m.span < min(namings_in(scene, scene.people), default=here[0])]
    if opening:  # "On Wednesday A expects him, and on Thursday he will be the guest of B"
        return sorted(days, key=lambda m: (m.rule == EARLIER, m.span > here[0], -m.span.start))
    if taken is None:
        return days
    return sorted(days, key=lambda m: (m.rule == EARLIER, m.span <= taken))


def namings_in(scene: Scene, people: Sequence[Person]) -> list[Span]:
    """Where a scene names some people, in order."""
    span = scene.sentence.span
    every = (n.person.span for p in people for n in p.namings)
    return sorted(one for one in every if span.start <= one.start and one.stop <= span.stop)


def others_in(scene: Scene, told: Telling) -> bool:
    """Whether a scene names people who aren't in the encounter: it tells of another, too."""
    return any(person not in told.encounter.people for person in scene.people)


def of_that_kind(scene: Scene, encounter: Encounter) -> bool:
    """Whether a scene has an act of the encounter's kind: of a visit with talks, that of the talks."""
    return any(act.value == encounter.kind for act in scene.acts)


def told_of_a_stay(told: Telling) -> Day | None:
    """As in "paid a visit from the 7th to the 9th. … On the second day he was received by …"."""
    if told.encounter.kind in LASTING or told.encounter.status is not Status.HELD:
        return None
    scenes = (s for s in told.encounter.scenes if of_that_kind(s, told.encounter))
    days = (m for scene in scenes if scene.dates for m in of_the_newcomers(scene, told))
    return first_of(told, (m for m in days if m.rule == OF_A_STAY))


def told_of_all(told: Telling) -> Day | None:
    """As in "He was received by A and has held talks with B. … Both meetings fell on the following day"."""
    last, held = told.encounter.scenes[-1].sentence.number, told.encounter.status is Status.HELD
    behind = (
        scene
        for scene in told.scenes[last + 1 : last + 1 + (LOOK_BACK if held else 1)]
        if scene.dates and of_all().match(scene.text.low, scene.sentence.span.start)
    )
    day = first_of(told, (m for s in behind for m in days_in(s) if is_its(m, s, told)))
    return not_ahead(day, told) if held else day


def told_before(told: Telling) -> Day | None:
    """As in "spent Monday in Paris. … The minister received him": a day in what leads up to it."""
    start = told.encounter.scenes[0].sentence.number
    before = (told.scenes[n] for n in range(min(start, len(told.scenes)) - 1, max(-1, start - LOOK_BACK), -1))
    return first_of(
        told,
        (
            m
            for s in before
            if (leads_up(s, told) or is_the_lead(s, told)) and not of_else(s)
            for m in days_in(s)
            if is_before(m, s, told)
        ),
    )


def is_before(mention: Mention, scene: Scene, told: Telling) -> bool:
    """Whether a day told before can be the encounter's: of "had come" also that of "had a busy Wednesday"."""
    first = told.encounter.scenes[0]
    past = mention.rule == EARLIER and first.text.low.find(" had ", *first.sentence.span) >= 0
    near = scene.sentence.number == told.encounter.scenes[0].sentence.number - 1
    return (past and near) or is_its(mention, scene, told)


def told_behind_today(told: Telling) -> Day | None:
    """As in "Next was the minister. … Today's talk with him …": the paragraph goes on with the day."""
    if told.encounter.status is not Status.HELD:
        return None
    first = next((m for scene in goes_on(told) for m in days_in(scene) if is_its(m, scene, told)), None)
    return resolved_here(first, told) if first and (first.value in CLOSE or first.rule == TALKS) else None


def told_between(told: Telling) -> Day | None:
    """As in "He leaves on March 4. … There he will be received by …": a day between its sentences."""
    numbers = [scene.sentence.number for scene in told.encounter.scenes]
    between = [told.scenes[n] for n in range(numbers[-1] - 1, numbers[0], -1) if n not in numbers]
    own = (m for s in between if leads_up(s, told) for m in days_in(s) if is_its(m, s, told))
    return not_ahead(first_of(told, own), told)


def told_as_departure(told: Telling) -> Day | None:
    """As in "She sets out on Thursday … The minister will meet her there": no better day is told."""
    if told.encounter.status is Status.HELD:
        return None
    first, last = told.encounter.scenes[0].sentence.number, told.encounter.scenes[-1].sentence.number
    near = (told.scenes[n] for n in range(last, max(-1, first - LOOK_BACK), -1))
    return first_of(told, (m for scene in near for m in days_in(scene) if m.rule == LEAVING))


def told_as_return(told: Telling) -> Day | None:
    """As in "He returned to the capital on Thursday from talks with …": no better day is told."""
    if told.encounter.status is not Status.HELD:
        return None
    return first_of(told, (m for s in told.encounter.scenes for m in days_in(s) if m.rule == RETURN))


def told_next(told: Telling) -> Day | None:
    """As in "They agreed to … ⏎ The promise dates from Sunday": a day in the next paragraph's first words."""
    last = told.encounter.scenes[-1].sentence
    behind = told.scenes[last.number + 1 : last.number + 2]
    fitting = (s for s in behind if not s.acts and leads_up(s, told) and (is_about(s, told) or is_dated(s)))
    return not_ahead(
        first_of(told, (m for s in fitting for m in s.dates if m.value[0] in "w-2" and is_its(m, s, told))),
        told,
    )


def told_right_before(told: Telling) -> Day | None:
    """As in "They told their ministers to meet on March 4. By then … are to agree": a day that is to come."""
    first = told.encounter.scenes[0].sentence
    if told.encounter.status is Status.HELD or told.written is None:
        return None
    scene = told.scenes[max(0, first.number - 1)]
    off = told.encounter.status is Status.CANCELLED
    if not first.paragraph - off <= scene.sentence.paragraph <= first.paragraph:
        return None
    behind = told.scenes[first.number + 1 : first.number + 1 + off]
    near = [m for s in (scene, *behind) for m in days_in(s) if m.value[0] in "-2" and m.rule != UNTIL]
    days = (resolved(m, told.written, Status.PLANNED) for m in near)
    return next((day for day in days if day is not None and day.first > str(told.written)), None)


def told_behind(told: Telling) -> Day | None:
    """As in "They met. The talks took place on Thursday": a day in what the paragraph goes on with."""
    return first_of(told, (m for scene in goes_on(told) for m in days_in(scene) if is_its(m, scene, told)))


def goes_on(told: Telling) -> Iterator[Scene]:
    """What an encounter's paragraph goes on with, as far as it tells of its time."""
    last = told.encounter.scenes[-1].sentence
    behind = told.scenes[last.number + 1 : last.number + 1 + LOOK_AHEAD]
    return (
        s
        for s in behind
        if s.sentence.paragraph == last.paragraph and leads_up(s, told) and is_about(s, told)
    )


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
    return first_of(told, (m for scene in behind for m in days_in(scene) if m.rule == TALKS))


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
        or len(told.written) != DAY
        or out_of_time(told.encounter, told.written)
        or some_days_ago().search(told.encounter.scenes[0].text.low, *told.encounter.scenes[0].sentence.span)
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
        *(
            s
            for s in told.scenes[max(0, start - LOOK_BACK) : start]
            if (s.acts or s.sentence.number < LEAD) and leads_up(s, told)
        ),
    )
    return first_of(told, (m for scene in near for m in days_in(scene) if m.rule == TELLING))


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
    told_respectively,
    told_of_a_stay,
    told_within_a_stay,
    told_of_itself,
    told_against_the_page,
    told_as_frame,
    told_of_all,
    told_behind_today,
    told_before,
    told_right_before,
    told_behind,
    told_between,
    told_as_departure,
    full_date_of_that_weekday,
    told_further_on,
    told_as_return,
    day_of_telling,
    day_of_the_encounter_before,
    told_next,
    told_as_programme,
    day_of_the_report,
)


@cache
def some_days_ago() -> re.Pattern[str]:
    """Times that are no day."""
    return re.compile(rf"\b(?:{alternatives(word_lists('en/days')['some_days_ago'])})\b")


@cache
def of_all() -> re.Pattern[str]:
    """How a sentence opens that tells the day of what was told before."""
    lists = word_lists("en/days")
    talks, fell = alternatives(lists["talks"]), alternatives(lists["fell_on"])
    return re.compile(
        rf"(?:both|all|the|these|their|this|that|all\sthe|both\sthe)\s(?:(?:two|three|four|five)\s)?"
        rf"(?:{talks})\s(?:(?:with|between|of)\s[^,.;:]{{3,40}}?\s)?"
        rf"(?:themselves\s|itself\s|all\s|both\s)?(?:{fell})\b"
    )
