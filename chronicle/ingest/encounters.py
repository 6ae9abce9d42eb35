"""Encounters: who met whom, and the sentences that tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from chronicle.ingest.apart import and_again, and_to_come, called_instead, one_by_one
from chronicle.ingest.attended import where_they_were
from chronicle.ingest.background import IN_PASSING, is_of_old, recalled, status_of, sure_status
from chronicle.ingest.called_off_too import called_off_too
from chronicle.ingest.cast import Person
from chronicle.ingest.cues import cues_of
from chronicle.ingest.decisions import ASIDE, Step, groups_of
from chronicle.ingest.encounter import Encounter, sides_of
from chronicle.ingest.further import with_what_follows
from chronicle.ingest.gathered import told_of_sides, with_fellows, with_members
from chronicle.ingest.groups import Group, Telling
from chronicle.ingest.introductions import introductions_of
from chronicle.ingest.kinds import act_of, kind_of
from chronicle.ingest.lines import OUT
from chronicle.ingest.listed_sides import with_the_listed
from chronicle.ingest.lone import told_of_one, with_the_body
from chronicle.ingest.present import present_too
from chronicle.ingest.rounds import with_rounds
from chronicle.ingest.scenes import Scene
from chronicle.ingest.status import status_features
from chronicle.ingest.stays import told_more_of, with_the_visited
from chronicle.ingest.text import Text
from chronicle.ingest.unreal import is_unreal, of_an_earlier_round
from chronicle.ingest.weights import decided
from chronicle.lexicon import Lexicon
from chronicle.model import Kind, Mention, PartialDate, Status

SURE = 0.97  # how often the grammar of a clause tells the status rightly


@dataclass(frozen=True, slots=True)
class Told:
    """What an article reports."""

    encounters: tuple[Encounter, ...]  # in order of the text
    steps: tuple[Step, ...]  # what was decided of those who are introduced
    share: float  # how likely this is among the ways to understand the article
    telling: Telling  # what the decisions looked at

    @property
    def left_out(self) -> list[tuple[Person, float]]:
        """Who is named and takes part in none, and how likely that is."""
        out = (step for step in self.steps if step.decision == OUT)
        return [(step.introduction.person, step.chance) for step in out if step.introduction.person.name]


def encounters_of(
    text: Text,
    cast: Sequence[Person],
    scenes: Sequence[Scene],
    words: Lexicon,
    *,
    published: PartialDate | None,
) -> Told:
    """The encounters that the article itself reports."""
    cues = cues_of(text)
    telling = Telling(text, scenes, cues, words)
    groups, steps, share = groups_of(
        introductions_of(text, cast, scenes, cues, words=words, published=published), telling
    )
    groups = where_they_were(groups, telling)
    stops = [*(group.introductions[0].sentence.number for group in groups[1:]), len(scenes)]
    made = [
        encounter_of(group, stop, too, telling)
        for group, stop, too in zip(groups, stops, present_too(groups, stops, scenes), strict=False)
    ]
    apart = [(one, stop) for e, stop in zip(made, stops, strict=False) for one in and_to_come(e)]
    made = [one for one, _ in apart]
    made = [
        one
        for e, stop in apart
        for part in one_by_one(e, made)
        for whole in called_instead(with_the_visited(with_the_listed(part), scenes), stop, telling)
        for one in and_again(whole)
    ]
    told = tuple(e for e in made if is_reported(e) and not is_recalled(e, published))
    told = tuple(e for e in told if not is_unreal(e, cues))
    told = tuple(e for e in told if not of_an_earlier_round(e, told, published))
    first = {i.sentence.number for group in groups for i in group.introductions}
    for scene in scenes:
        if scene.whole and scene.sentence.number not in first:
            told = with_what_follows(scene, told, telling)
    told = tuple(e for e in told if not told_more_of(e, told))
    told = with_rounds(with_the_rest(told, cast, steps, telling), scenes)
    return Told(told, tuple(steps), share, telling)


def with_the_rest(
    told: tuple[Encounter, ...], cast: Sequence[Person], steps: Sequence[Step], telling: Telling
) -> tuple[Encounter, ...]:
    """What is told without newcomers: one encounter where none was found, visits that are off, parties."""
    if told:
        found = called_off_too(told, telling.scenes)
    else:
        sure = [step for step in steps if step.decision == OUT and step.rule not in (None, ASIDE)]
        alone = told_of_one(telling, cast, sure) or told_of_sides(telling)
        found = (alone,) if alone is not None else ()
    known = {side for e in found for side in e.sides}
    return tuple(with_members(with_fellows(with_the_body(e), telling, known), telling) for e in found)


def encounter_of(group: Group, stop: int, too: Sequence[Person], telling: Telling) -> Encounter:
    """What the group's sentences tell: those of the introductions, then others up to `stop` of its people.

    `too` are those who are said to be there beside the group.
    """
    told = list(dict.fromkeys(i.sentence.number for i in group.introductions))
    main = tuple(telling.scenes[number] for number in told)
    features = status_features(group.introductions, telling)
    likely, likelihood = decided(features, telling.words.models["status"])
    sure = sure_status(main, telling.scenes) or sure_status(
        scenes_of_the_other(group, telling), telling.scenes
    )
    status, chance = (likely, likelihood) if sure is None else (sure, SURE)
    told_so = {likely, status} if sure is Status.CANCELLED else {status}
    members = {p.number for p in group.people}
    others = [
        scene.sentence.number
        for scene in telling.scenes[told[0] : max(stop, told[-1] + 1)]
        if scene.sentence.number not in told
        and (scene.acts or scene.signs)
        and recalled(scene) is None
        and status_of(scene) in told_so
        and (not scene.people or not members.isdisjoint(p.number for p in scene.people))
    ]
    own = (*main, *(telling.scenes[number] for number in others))
    people = (*(p for p in group.people if p.name), *too)
    kind = kind_of(own, main, people)
    return Encounter(
        Status(status),
        kind,
        people,
        unnamed_of(group.people),
        own,
        act_of(kind, own),
        main,
        tuple(i.person for i in group.introductions if i.person.name),
        min(group.chance, chance),
    )


def scenes_of_the_other(group: Group, telling: Telling) -> list[Scene]:
    """As in "N. arrived on Tuesday. He is due to meet X": where a second side is first told."""
    sides = {p.side.value for p in group.brought if p.side is not None}
    others: list[Scene] = []
    for one in group.introductions:
        sides.update(p.side.value for p in (one.person, *one.fellows) if p.side is not None)
        scene = telling.scenes[one.sentence.number]
        if len(sides) > 1 and scene not in others:
            others.append(scene)
    return others[:1]


def is_reported(encounter: Encounter) -> bool:
    """Whether it is the article's own news, of two sides, with somebody named or institutions."""
    if not two_sided(encounter) or all(recalled(scene) == IN_PASSING for scene in encounter.main):
        return False
    return bool(encounter.people) or of_institutions(encounter)


def is_recalled(encounter: Encounter, published: PartialDate | None) -> bool:
    """Whether all that introduces its people is told of a time long ago."""
    return bool(encounter.main) and all(is_of_old(scene, published) for scene in encounter.main)


def two_sided(encounter: Encounter) -> bool:
    """Two sides, or one and somebody in office of whom the text doesn't say for whom he acts."""
    unknown = any(p.side is None and p.role is not None for p in encounter.people)
    return len(encounter.sides) > 1 or (len(encounter.sides) == 1 and unknown and encounter.act is not None)


def of_institutions(encounter: Encounter) -> bool:
    """As in "the foreign ministries of A and B held consultations", where nobody is named."""
    told = [one for scene in encounter.main for one in scene.unnamed]
    if encounter.kind is not Kind.CONFERENCE:
        told = [one for one in told if one.how in ("institutions", "offices")]
    return len({side.value for one in told for side in one.sides}) > 1


def unnamed_of(people: Sequence[Person]) -> tuple[Mention, ...]:
    """The sides of which nobody is named, once each."""
    named = sides_of([p for p in people if p.name], ())
    sides = [p.side for p in people if not p.name and p.side is not None]
    return tuple({side.value: side for side in reversed(sides) if side.value not in named}.values())[::-1]
