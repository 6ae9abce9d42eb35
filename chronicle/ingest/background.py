"""Which scenes are only recalled, are still to come, or are off."""

import re
from collections.abc import Sequence

from chronicle.ingest.scenes import Scene, is_vague
from chronicle.ingest.sure_status import had_meant, is_off, was_to, was_to_meet
from chronicle.model import Mention, PartialDate, Status

LEAD = 1  # the paragraphs up to this one tell the news
LEADING = 3  # sentences at the top: a headline or two, the first of the report
IN_PASSING = "an aside that looks forward"
NEXT = 14  # code points: "looks forward to (soon) hosting"
OPENING = 20  # code points: "In the winter of 1987"
YEAR = len("1987")
OF_A_PICTURE = re.compile(r"\(?(?:photos?|pictures?|images?|credit|pic)\b[^.]{0,80}")
FAR = 60  # code points between an act and a sign that is another act's


def recalled(scene: Scene) -> str | None:
    """Why the scene is no news of this article; None where it is (GUIDE rules 2 and 10)."""
    sign = scene.signs.get("recalled")
    if sign is not None:
        return f"recalled: {sign.value}"
    if looks_forward(scene):
        return IN_PASSING
    if scene.vague and not scene.coming:
        return "only a month or a year is told"
    today = any(date.value.startswith(("day ", "weekday ")) for date in scene.dates)
    if scene.perfect and not today and "apart" not in scene.signs and scene.sentence.paragraph > LEAD:
        return "told in the past perfect"
    return None


def is_of_old(scene: Scene, published: PartialDate | None) -> bool:
    """As in "In the winter of 1987 X met Y", where that isn't last year's or this year's winter."""
    opening = next((d for d in scene.dates if d.span.start - scene.sentence.span.start <= OPENING), None)
    if published is None or opening is None or not all(is_vague(date.value) for date in scene.dates):
        return False
    return opening.value[:YEAR].isdigit() and int(opening.value[:YEAR]) + 1 < int(published[:YEAR])


def looks_forward(scene: Scene) -> bool:
    """An aside: "looks forward to hosting him", or late in the text a visit without a day (GUIDE rule 9)."""
    if not scene.acts or scene.dates:
        return False
    aside = scene.signs.get("asides")
    if aside is not None and "forward" in aside.value:
        return 0 <= scene.acts[0].span.start - aside.span.stop <= NEXT
    late = scene.sentence.paragraph > LEAD and status_of(scene) is Status.PLANNED
    named = {p.side.value for p in scene.people if p.side is not None}
    return late and len(named) < 2 and all(act.value == "visit" for act in scene.acts)


def status_of(scene: Scene) -> Status:
    """Held, planned or cancelled, by the words of the scene."""
    if scene.sure is not None:
        return scene.sure
    for status in (Status.CANCELLED, Status.PLANNED):
        sign = scene.signs.get(status.value)
        if sign is not None and not of_another_act(sign, scene):
            return status
    return Status.PLANNED if scene.coming else Status.HELD


def sure_status(main: Sequence[Scene], scenes: Sequence[Scene]) -> Status | None:
    """What the sentences in which an encounter is told say of its time beyond doubt; mostly nothing."""
    found = {scene.sure for scene in main} - {None}
    if not found and main:
        behind = scenes[main[-1].sentence.number + 1 :][:1]
        people = [person for scene in main for person in scene.people]
        off = any(is_off(s.text, s.sentence.span) and all(p in people for p in s.people) for s in behind)
        before = scenes[max(0, main[0].sentence.number - 1)]
        same = before is not main[0] and before.sentence.paragraph == main[0].sentence.paragraph
        off |= same and before.sure is Status.CANCELLED and was_to(main[0].text, main[0].sentence.span)
        off |= is_called_off(main, scenes)
        to_come = was_to_meet(main[0].text, main[0].sentence.span)
        return Status.CANCELLED if off else Status.PLANNED if to_come else None
    if found == {Status.PLANNED} and is_caption(main[0], scenes):
        return Status.HELD
    return found.pop() if len(found) == 1 else None


def is_caption(scene: Scene, scenes: Sequence[Scene]) -> bool:
    """As in "X meets Y on Monday. (Photo: Ministry)": what a picture shows was."""
    behind = scenes[scene.sentence.number + 1 :][:1]
    return any(OF_A_PICTURE.match(s.text.low, *s.sentence.span) for s in behind)


def is_called_off(main: Sequence[Scene], scenes: Sequence[Scene]) -> bool:
    """As in "X will not visit Peru. … It was to Y that X had meant to travel": what the lead says is off."""
    lead = scenes[: min(LEADING, main[0].sentence.number)]
    off = any(scene.sure is Status.CANCELLED for scene in lead)
    return off and had_meant(main[0].text, main[0].sentence.span)


def of_another_act(sign: Mention, scene: Scene) -> bool:
    """As in "when he received … today: … had pulled out from the meeting" (caa-130): not of the first act."""
    if len(scene.acts) < 2:
        return False
    nearest = min(scene.acts, key=lambda act: abs(act.span.start - sign.span.start))
    return nearest is not scene.acts[0] and sign.span.start > scene.acts[0].span.stop + FAR
