"""The day of an encounter: what is told, resolved against the publication date."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chronicle.ingest.background import recalled, status_of
from chronicle.ingest.encounters import Encounter
from chronicle.ingest.scenes import Scene, is_vague
from chronicle.model import Basis, Mention, PartialDate, Status

NEAR = 80  # code points between a word of meeting and its day


@dataclass(frozen=True, slots=True)
class Day:
    """A resolved date: the first and last day, the mention it rests on, the rule."""

    first: PartialDate
    last: PartialDate | None
    mention: Mention | None
    basis: Basis
    rule: str


def day_of(
    encounter: Encounter, published: PartialDate | None, before: Sequence[Day | None], scenes: Sequence[Scene]
) -> Day | None:
    """The day of the encounter; None where nothing tells it. `before`: the days of earlier encounters."""
    day = told_day(encounter, published, scenes) or concluded_day(encounter, published, before)
    return with_last_day(day, encounter, published) if day is not None and day.last is None else day


def told_day(encounter: Encounter, published: PartialDate | None, scenes: Sequence[Scene]) -> Day | None:
    """What its own scenes tell, else the scenes that lead up to it in its paragraph, else a visit's frame."""
    first = encounter.scenes[0].sentence
    own = [s for s in encounter.scenes if s.acts or "placings" in s.signs]
    lead = [s for s in scenes if s.acts and s.sentence.number < first.number and leads_up(s, encounter)]
    coming = encounter.status is not Status.HELD
    frame = [s for s in scenes if coming and any(a.value == "visit" for a in s.acts)]
    mentions = (m for scene in (*own, *lead, *frame) for m in nearest_first(scene))
    days = (resolved(mention, published, encounter.status) for mention in mentions)
    return next((day for day in days if day is not None), None)


def leads_up(scene: Scene, encounter: Encounter) -> bool:
    """Whether an earlier scene is of the encounter's paragraph, or of its people and as much news."""
    if scene.sentence.paragraph == encounter.scenes[0].sentence.paragraph:
        return True
    known = any(person in encounter.people for person in scene.people)
    return known and scene.whole and recalled(scene) is None and status_of(scene) is encounter.status


def concluded_day(
    encounter: Encounter, published: PartialDate | None, before: Sequence[Day | None]
) -> Day | None:
    """The day of the encounter told before, else that of the publication; for what is planned, none."""
    if encounter.status is Status.PLANNED or out_of_time(encounter, published):
        return None
    earlier = next((d for d in before if d is not None), None)
    if earlier is not None:
        return Day(earlier.first, None, earlier.mention, Basis.INFERRED, "same_day_as_the_encounter_before")
    if published is not None and encounter.status is Status.HELD:
        return Day(published, None, None, Basis.INFERRED, "day_of_publication")
    return None


def days_told(encounter: Encounter) -> list[Mention]:
    """The days, not months or years, that the encounter's own scenes tell, that nearest to the act first."""
    own = (m for scene in encounter.scenes for m in nearest_first(scene) if near_an_act(m, scene))
    return [m for m in own if not is_vague(m.value.partition("/")[0])]


def near_an_act(mention: Mention, scene: Scene) -> bool:
    """Whether a day stands with a word of meeting: "8 November" in a toast is another day (caa-125)."""
    return any(-NEAR <= mention.span.start - act.span.stop <= NEAR for act in scene.acts)


def out_of_time(encounter: Encounter, published: PartialDate | None) -> list[Mention]:
    """The days that don't go with the telling: after the publication of what was held, before it of plans.

    Nothing where another day of the scenes goes with it, or where the publication's day isn't known.
    """
    if published is None or len(published) != len("2019-11-07") or encounter.status is Status.CANCELLED:
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


def with_last_day(day: Day, encounter: Encounter, published: PartialDate | None) -> Day:
    """The last day too, where a scene says how long it goes on: "will last until the 25th" (seed 004)."""
    for scene in encounter.scenes:
        lasting = scene.signs.get("placings")
        if lasting is not None and "last" in lasting.value:
            ends = [resolved(mention, published, Status.PLANNED) for mention in scene.dates]
            later = [end.first for end in ends if end is not None and end.first > day.first]
            return replace(day, last=later[0]) if later else day
    return day


def nearest_first(scene: Scene) -> list[Mention]:
    """The dates of a scene, that nearest to the act first."""
    at = scene.acts[0].span.start if scene.acts else scene.sentence.span.start
    return sorted(scene.dates, key=lambda m: abs(m.span.start - at))


def resolved(mention: Mention, published: PartialDate | None, status: Status) -> Day | None:
    """The calendar day of a date mention, or None where it can't be told or is no day of news."""
    value, _, last = mention.value.partition("/")
    base = date.fromisoformat(published) if published and len(published) == 10 else None
    if is_vague(value):
        return None  # "in 2015": no day of this article's news
    if value.startswith("weekday "):
        found = weekday(int(value[8:]), base, status) if base else None
        rule = "coming_weekday" if status is not Status.HELD else "past_weekday"
    elif value.startswith("day "):
        found = base + timedelta(days=int(value[4:])) if base else None
        rule = "relative_day"
    elif value.startswith("--"):
        found = nearest(value, base) if base else None
        rule = "nearest_year"
    else:
        found, rule = date.fromisoformat(value), "full_date"
    if found is None or (base and status is Status.HELD and not -1 <= (base - found).days <= 31):
        return None
    end = last_day(last, found)
    basis = Basis.STATED if rule == "full_date" else Basis.INFERRED
    return Day(PartialDate(found.isoformat()), end, mention, basis, rule)


def last_day(value: str, first: date) -> PartialDate | None:
    """The last of several days, in the year of the first."""
    if not value:
        return None
    return PartialDate(f"{first.year}{value[1:]}" if value.startswith("--") else value)


def weekday(number: int, base: date, status: Status) -> date:
    """The last such weekday on or before the publication, or the next on or after it for what is to come."""
    if status is Status.HELD:
        return base - timedelta(days=(base.weekday() - number) % 7)
    return base + timedelta(days=(number - base.weekday()) % 7)


def nearest(value: str, base: date) -> date | None:
    """The day of that name nearest to the publication (LIBRARIES finding 3)."""
    month, day = int(value[2:4]), int(value[5:7])
    options = []
    for year in (base.year - 1, base.year, base.year + 1):
        try:
            options.append(date(year, month, day))
        except ValueError:
            continue  # 29 February
    return min(options, key=lambda d: abs((d - base).days), default=None)
