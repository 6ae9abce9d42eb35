"""Encounters without a newcomer: of people who were told before, by name, office or pronoun."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from chronicle.ingest.background import recalled, status_of
from chronicle.ingest.cast import Person
from chronicle.ingest.encounter import Encounter, sides_of
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.groups import Telling
from chronicle.ingest.kinds import PLAIN, act_of, kind_of
from chronicle.ingest.scenes import Scene
from chronicle.ingest.unreal import is_supposed
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention, Status

ONCE_OVER = (  # "when that was over"
    r"\b(?:when|once|after) (?:it|that|this|the [a-z]+) (?:was|were|is|had been|had|has|have|been)? ?"
    r"(?:over|ended|closed|finished|done|gone)\b"
)
EARLIER = re.compile(
    r"\bhad (?:already |first |also )?(?:begun|started|opened|been|gone|come|called|met|seen|received|hosted"
    r"|spoken|sat|conferred|talked)\b.{0,90}"
    r"\b(?:the day|morning|afternoon|noon|earlier|before the|ahead of the|prior to|alone)\b"
    r"|\b(?:earlier|before|ahead of|prior to)\b.{0,90}\bhad (?:already |first |also )?"
    r"(?:been|gone|come|called|met|seen|received|hosted|spoken|sat|conferred|talked)\b"
)
PAIR = re.compile(  # those who met last, as the subject of a sentence
    r"(?:[a-z]+,? ){0,3}?(?:(?:a|another|the|their) (?:[a-z]+ )?(?:meeting|conversation|talks|encounter"
    r"|round) (?:of|between) )?(?:they|them|(?:the|these) two(?: [a-z]+)?|both(?: [a-z]+)?|the (?:[a-z]+ )?"
    r"(?:ministers|presidents|sides|leaders|pair|men|women|chiefs|heads|generals|secretaries)"
    r"|their next (?:meeting|conversation|talks|encounter|call)) "
    r"(?:will|are|is|plan|intend|agreed|have agreed|spoke|talked|held|had|met|conferred|sat|were)\b"
)
MIGHT = re.compile(r"\b(?:might|may|could|would|should|can|if|whether) (?:[a-z]+ ){0,3}$")
EACH = re.compile(
    r"\b(?:each|every one|all) (?:one )?of (?:the|them)\b|\beach (?:envoy|ambassador|diplomat|guest)\b"
)
REACH = 8  # sentences back to whom a pronoun may mean


def with_what_follows(scene: Scene, told: tuple[Encounter, ...], telling: Telling) -> tuple[Encounter, ...]:
    """What was told, and what a sentence tells more of people who were told before."""
    status = status_of(scene)
    elsewhere = of_the_same(scene) or of_each(scene, told) or is_supposed(scene)
    if scene.acts and recalled(scene) is None and not elsewhere:
        people = who_meets(scene, status, told, telling)
        if len(sides_of(people, ())) > 1 and not retold(scene, status, people, told, telling):
            if scene.sure is Status.CANCELLED:
                return called_off(people, scene, told)
            if is_another(scene, status, people, told, telling):
                kind = kind_of([scene], [scene], people)
                return (*told, Encounter(status, kind, people, (), (scene,), act_of(kind, [scene])))
    return (*told, *before_the_rest(scene, status, told))


def of_the_same(scene: Scene) -> bool:
    """As in "The talks went on over dinner", "The two faced the press": no other encounter."""
    span, low = scene.sentence.span, scene.text.low
    return any(patterns()[name].search(low, *span) for name in ("same_talks", "to_the_press"))


def of_each(scene: Scene, told: Sequence[Encounter]) -> bool:
    """As in "With each of the newly accredited he had a separate conversation", behind a ceremony."""
    ceremony = any(e.kind is Kind.CREDENTIALS for e in told)
    return ceremony and EACH.search(scene.text.low, *scene.sentence.span) is not None


def who_meets(
    scene: Scene, status: Status, told: Sequence[Encounter], telling: Telling
) -> tuple[Person, ...]:
    """Those of whom the sentence speaks: by name, by office, by pronoun."""
    people = [*subject_of(scene, telling.scenes), *scene.people] or the_two(scene, status, told)
    if len(sides_of(people, ())) < len("ab"):
        people = [*people, *(by_nation(scene, people, told) or stand_ins(scene, people, told))]
    return tuple(dict.fromkeys(people))


def is_another(
    scene: Scene, status: Status, people: Sequence[Person], told: Sequence[Encounter], telling: Telling
) -> bool:
    """Whether these come together once more, apart from what was told."""
    if goes_on(scene, people, told) or after_the_ceremony(people, told):
        return False
    if status is not Status.HELD:
        return bool(scene.dates or scene.cities) and not is_departure(scene)
    if all(act.value == Kind.VISIT or might_be(act, scene) for act in scene.acts):
        return False
    return (in_sequence(scene, telling) and fewer(people, told, scene)) or stands_apart(scene, people, told)


def after_the_ceremony(people: Sequence[Person], told: Sequence[Encounter]) -> bool:
    """As in "With each of the new envoys the president had a separate conversation": one encounter."""
    here = {p.number for p in people}
    ceremonies = (e for e in told if e.kind is Kind.CREDENTIALS and e.status is Status.HELD)
    return any(here <= {p.number for p in e.people} for e in ceremonies)


def might_be(act: Mention, scene: Scene) -> bool:
    """As in "the place where the three might see each other next"."""
    return MIGHT.search(scene.text.low, scene.sentence.span.start, act.span.start) is not None


def is_departure(scene: Scene) -> bool:
    """As in "He arrived on Sunday and leaves for the coast tomorrow": of one side's journey only."""
    journey = all(act.value == Kind.VISIT for act in scene.acts)
    named = [p for p in scene.people if any(n.sentence == scene.sentence.number for n in p.namings)]
    return journey and len(sides_of(named, ())) < len("ab") and leaving(scene)


def leaving(scene: Scene) -> bool:
    """Whether somebody is said to leave, or a stay to end."""
    return patterns()["leaving"].search(scene.text.low, *scene.sentence.span) is not None


def in_sequence(scene: Scene, telling: Telling) -> bool:
    """Whether a word tells of another encounter of the same day or journey."""
    if any(kind == "sequence" for _, kind in telling.cues[scene.sentence.number]):
        return True
    apart = any(act.value != Kind.VISIT for act in scene.acts)
    return apart and patterns()["another"].search(scene.text.low, *scene.sentence.span) is not None


def called_off(people: Sequence[Person], scene: Scene, told: Sequence[Encounter]) -> tuple[Encounter, ...]:
    """As in "X and Y will not sit down next Monday": what was planned of just these is off."""
    here = {p.number for p in people}
    return tuple(
        replace(e, status=Status.CANCELLED, scenes=(scene, *e.scenes))
        if e.status is Status.PLANNED and here == {p.number for p in e.people}
        else e
        for e in told
    )


def goes_on(scene: Scene, people: Sequence[Person], told: Sequence[Encounter]) -> bool:
    """Whether the sentence is about a planned encounter of which the one before or after it tells, too."""
    if status_of(scene) is not Status.PLANNED:
        return False
    planned = [e for e in told if e.status is Status.PLANNED and e.main]
    return any(
        (is_beside(scene, e, -1) and goes_on_about(people, e))
        or (is_beside(scene, e, 1) and {p.number for p in people} < {p.number for p in e.people})
        for e in planned
    )


def is_beside(scene: Scene, encounter: Encounter, step: int) -> bool:
    """Whether the sentence right before or after, in the same paragraph, introduces the encounter."""
    number, paragraph = scene.sentence.number + step, scene.sentence.paragraph
    return any(s.sentence.number == number and s.sentence.paragraph == paragraph for s in encounter.main)


def goes_on_about(people: Sequence[Person], encounter: Encounter) -> bool:
    """Whether they are newcomers of the encounter, and nobody else who takes part."""
    among = [p in encounter.newcomers for p in people]
    return any(among) and not any(
        p in encounter.people for p, new in zip(people, among, strict=True) if not new
    )


def stands_apart(scene: Scene, people: Sequence[Person], told: Sequence[Encounter]) -> bool:
    """As in "A called the three-way meeting off. B and C spoke by telephone": in no form told before."""
    here = {p.number for p in people}
    theirs = [e for e in told if here <= {p.number for p in e.people}]
    kinds = {Kind(act.value) for act in scene.acts}
    named = all(any(n.sentence == scene.sentence.number for n in p.namings) for p in people)
    other = any(kind not in PLAIN and all(kind is not e.kind for e in theirs) for kind in kinds)
    off = named and all(e.status is Status.CANCELLED for e in theirs)
    return bool(theirs) and (other or off) and all(e.status is not Status.HELD for e in theirs)


def fewer(people: Sequence[Person], told: Sequence[Encounter], scene: Scene) -> bool:
    """Whether they are some of those of an encounter of which all are told before."""
    here, number = {p.number for p in people}, scene.sentence.number
    return any(
        here < {p.number for p in encounter.people}
        and all(s.sentence.number < number for s in encounter.main or encounter.scenes)
        for encounter in told
    )


def retold(
    scene: Scene, status: Status, people: Sequence[Person], told: Sequence[Encounter], telling: Telling
) -> bool:
    """Whether it is an encounter told already: of the same people, or of some without a word of another."""
    here, sequence = {p.number for p in people}, in_sequence(scene, telling)
    there = [{p.number for p in encounter.people} for encounter in told if encounter.status is status]
    return any(here == some or (here <= some and not sequence) for some in there)


def subject_of(scene: Scene, scenes: Sequence[Scene]) -> list[Person]:
    """Whom "He …" stands for: the first of the people named last; in a group, one of its sides."""
    if not (scene.he_opens or (scene.group and scene.pronoun and not scene.people)):
        return []
    here = scene.sentence.number
    last = next((s.people for s in reversed(scenes[max(0, here - REACH) : here]) if s.people), ())
    group = {side.value for told in scene.unnamed for side in told.sides}
    return [p for p in last if not scene.group or (p.side is not None and p.side.value in group)][:1]


def the_two(scene: Scene, status: Status, told: Sequence[Encounter]) -> list[Person]:
    """As in "They will meet again on May 3", "Instead the two spoke by telephone": those who met last."""
    number = scene.sentence.number
    before = [e for e in told if all(s.sentence.number < number for s in e.main)]
    if not before or not PAIR.match(scene.text.low, *scene.sentence.span):
        return []
    last = before[-1]
    forms = {Kind(act.value) for act in scene.acts} - set(PLAIN)
    again = status is Status.PLANNED and last.status is Status.HELD and bool(scene.dates)
    instead = status is Status.HELD and last.status is Status.CANCELLED and bool(forms)
    return list(last.people) if again or instead else []


def by_nation(scene: Scene, people: Sequence[Person], told: Sequence[Encounter]) -> list[Person]:
    """As in "the top Iraqi diplomat", "the guest from Oman": the only one of that side who met somebody."""
    pattern, low, sides = patterns(), scene.text.low, sides_of(people, ())
    for nation in scene.here:
        behind = nation.kind == "demonym" and pattern["of_a_nation"].match(low, nation.span.stop)
        if behind and nation.value not in sides:
            theirs = [p for e in told for p in e.people if p.side and p.side.value == nation.value]
            theirs = list(dict.fromkeys(theirs))
            return theirs if len(theirs) == 1 else []
    return []


def stand_ins(scene: Scene, people: Sequence[Person], told: Sequence[Encounter]) -> list[Person]:
    """Whom "he" or "they" may be: who has met most so far, of another side."""
    if not scene.pronoun or not people:
        return []
    sides = sides_of(people, ())
    pool = [p for e in told for p in e.people if p.side is not None and p.side.value not in sides]
    return sorted(dict.fromkeys(pool), key=lambda p: (-pool.count(p), p.number))[:1]


def before_the_rest(scene: Scene, status: Status, told: Sequence[Encounter]) -> list[Encounter]:
    """As in "X had begun the day with Y alone", of some of those who met in a larger round."""
    if not told or status is not Status.HELD or not EARLIER.search(scene.text.low, *scene.sentence.span):
        return []
    number = scene.sentence.number
    everybody = dict.fromkeys(p for e in told for p in e.people)
    here = tuple(p for p in everybody if any(n.sentence == number for n in p.namings))
    again = any(e.status is status and set(e.people) == set(here) for e in told)
    if again or len(sides_of(here, ())) < len("ab") or not fewer(here, told, scene):
        return []
    return [Encounter(Status.HELD, kind_of([scene], [scene], here), here, (), (scene,))]


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The words that tell one encounter from another."""
    lists = word_lists("en/encounters")
    leaving = alternatives(lists["leaving"])
    speaks, press = alternatives(lists["to_the_press"]), alternatives(lists["press"])
    return {
        "same_talks": re.compile(rf"\b(?:{alternatives(lists['same_talks'])})\b(?! breaks?\b)"),
        "another": re.compile(rf"\b(?:{alternatives(lists['another'])})\b|{ONCE_OVER}"),
        "of_a_nation": re.compile(rf" (?:[a-z-]+ ){{0,2}}?(?:{alternatives(lists['one_of_a_nation'])})\b"),
        "leaving": re.compile(rf"\b(?:{leaving})\b"),
        "to_the_press": re.compile(rf"\b(?:{speaks})(?: (?:to|with|before))?(?: the)? (?:{press})\b"),
    }
