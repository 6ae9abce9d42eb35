"""The day of an encounter: what is told, resolved against the day of the report."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chronicle.ingest.background import recalled, status_of
from chronicle.ingest.calendar_days import in_the_month, last_day, nearest, of_month, weekday
from chronicle.ingest.day_order import counted_on, nearest_first
from chronicle.ingest.encounters import Encounter
from chronicle.ingest.find.day_kinds import AHEAD, DATELINE, EARLIER, OF_OTHERS, SINCE, TELLING, UNTIL
from chronicle.ingest.scenes import Scene, is_vague
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, Kind, Mention, PartialDate, Status

NEAR = 80  # code points between a word of meeting and its day
NEWS = 31  # days for which what was held is news
DATELINE_SCENES = 6  # sentences in which a dateline may stand
WRITTEN_BEFORE = 3  # days between a report's dateline and its publication
LOOK_BACK = 12  # sentences before an encounter in which its day may be told
LOOK_AHEAD = 2
LASTING = (Kind.VISIT, Kind.CONFERENCE)  # kinds of which the text tells how long they take
FRAME = 8  # sentences at the top that tell how long
DAY = len("2019-11-07")


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
    last = told.encounter.scenes[-1].sentence
    behind = told.scenes[last.number + 1 : last.number + 1 + LOOK_AHEAD]
    fitting = (s for s in behind if s.sentence.paragraph == last.paragraph and leads_up(s, told))
    return first_of(told, (m for scene in fitting for m in scene.dates if is_its(m, scene, told)))


def told_as_frame(told: Telling) -> Day | None:
    """As in "has been in the capital since Sunday", "from March 5": the first day of a stay."""
    if told.encounter.kind not in LASTING and told.encounter.status is Status.HELD:
        return None
    own = (m for scene in told.encounter.scenes for m in scene.dates if m.rule == SINCE)
    return first_of(told, own)


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
    told_before,
    told_right_before,
    told_behind,
    full_date_of_that_weekday,
    day_of_telling,
    day_of_the_encounter_before,
    day_of_the_report,
)


def is_own(mention: Mention) -> bool:
    """Whether a day can be the encounter's: not the one on which somebody told it, or it ended."""
    return mention.rule not in OF_OTHERS


def is_its(mention: Mention, scene: Scene, told: Telling) -> bool:
    """Whether a day of a scene can be the encounter's own, by the tense of its clause.

    "The minister had been in Jeddah on Monday" is a day before it, unless the encounter is told so.
    """
    if mention.rule == AHEAD:
        return told.encounter.status is not Status.HELD
    if mention.rule == EARLIER:
        return told.encounter.status is not Status.HELD or scene is told.encounter.scenes[0]
    return is_own(mention)


def first_of(told: Telling, mentions: Iterator[Mention]) -> Day | None:
    """The first of the mentions that is a day of news."""
    days = (resolved_here(mention, told) for mention in mentions)
    return next((day for day in days if day is not None), None)


def resolved_here(mention: Mention, told: Telling) -> Day | None:
    """The calendar day of a mention, counted from the day told last where it says so."""
    status = told.encounter.status
    if not counted_on(mention):
        own = any(mention.span in (m.span for m in scene.dates) for scene in told.encounter.scenes)
        off = status is Status.CANCELLED and not own  # the day of a programme of which something fell through
        day = resolved(mention, told.written, Status.HELD if off else status)
        return None if day is not None and not own and is_over(day, told) else day
    since = day_told_last(mention, told)
    if since is None:
        return None
    reached = date.fromisoformat(since.first) + timedelta(days=int(mention.value[len("told day ") :]))
    counted = Mention("date", mention.span, reached.isoformat(), mention.rule)
    found = resolved(counted, told.written, status)
    if found is None or is_over(found, told):
        return None
    return replace(found, mention=mention, basis=Basis.INFERRED, rule=mention.rule)


def is_over(day: Day, told: Telling) -> bool:
    """Whether a day lies before the report, of what is still to come."""
    coming = told.encounter.status is Status.PLANNED and told.written is not None
    return coming and (day.last or day.first) < str(told.written)


def day_told_last(mention: Mention, told: Telling) -> Day | None:
    """The day that the text tells before a mention, nearest to it; else that of the encounter before."""
    at = bisect_right(told.scenes, mention.span.start, key=lambda scene: scene.sentence.span.start)
    for scene in told.scenes[max(0, at - LOOK_BACK) : at][::-1]:
        for other in reversed(scene.dates):
            if (
                other.span < mention.span
                and (is_own(other) or (other.rule == TELLING and told.encounter.status is Status.HELD))
                and not counted_on(other)
            ):
                day = resolved(other, told.written, tense_of(scene, told.encounter))
                if day is not None:
                    return day
    return next((d for d in reversed(told.before) if d is not None), None)


def tense_of(scene: Scene, encounter: Encounter) -> Status:
    """Whether the days of a scene beside an encounter lie before or after the report."""
    if scene.acts and status_of(scene) is not Status.CANCELLED:
        return status_of(scene)
    return Status.PLANNED if encounter.status is Status.PLANNED else Status.HELD


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


def base_of(published: PartialDate | None) -> date | None:
    """The day from which days are counted, where it is known."""
    return date.fromisoformat(published) if published and len(published) == DAY else None


def calendar_day(value: str, published: PartialDate | None, status: Status, rule: str) -> date | None:
    """The day of a value as `find.dates` has it; None where only the publication's day would tell."""
    base = base_of(published)
    if value[0].isdecimal():
        return date.fromisoformat(value)
    if base is None:
        return in_the_month(value, published)
    try:
        if value.startswith("weekday "):
            return weekday(int(value[8:]), base, status, rule)
        if value.startswith("day "):
            return base + timedelta(days=int(value[4:]))
        if value.startswith("of month "):
            return of_month(int(value[9:]), base, status)
    except OverflowError:
        return None
    return nearest(value, base)
