"""Meeting, call, visit …: of what kind an encounter is."""

import re
from collections.abc import Sequence
from functools import cache

from chronicle.ingest.cast import Person
from chronicle.ingest.encounter import sides_of
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention

CALLED_BY_ITS_DAY = re.compile(r"\sof\s(?:[a-z]+\.?\s\d|\d\d?\s[a-z])")
PLAIN = (Kind.MEETING, Kind.VISIT)


def kind_of(scenes: Sequence[Scene], main: Sequence[Scene], people: Sequence[Person]) -> Kind:
    """The kind that the scenes' acts tell: a special one, a visit where one side is named, a meeting."""
    told = {Kind(act.value) for scene in main for act in scene.acts}
    others = () if Kind.MEETING in told and main[0].acts[:1] else scenes
    acts = [
        (act, scene) for scene in (*main, *others) for act in scene.acts if not of_another_day(act, scene)
    ]
    special = [kind for act, _ in acts if (kind := Kind(act.value)) not in PLAIN]
    form = special[0] if special else form_told(main)
    if form is not None:
        return form
    alone = len(sides_of(people, ())) < 2
    visits = any(act.value == Kind.VISIT for scene in scenes for act in scene.acts)
    return Kind.VISIT if alone and visits and Kind.MEETING not in told else Kind.MEETING


def act_of(kind: Kind, scenes: Sequence[Scene]) -> Mention | None:
    """The first word of an encounter of that kind."""
    return next((act for scene in scenes for act in scene.acts if act.value == kind), None)


def of_another_day(act: Mention, scene: Scene) -> bool:
    """As in "the consequences of the video conference of June 2": what is called by its day."""
    return CALLED_BY_ITS_DAY.match(scene.text.low, act.span.stop) is not None


def form_told(main: Sequence[Scene]) -> Kind | None:
    """As in "conferred in front of screens", "picked up the receiver": by other words than acts."""
    for scene in main:
        if not words_of_forms().starts(scene.text.low[slice(*scene.sentence.span)]):
            continue
        for kind, pattern in forms().items():
            if pattern.search(scene.text.low, *scene.sentence.span):
                return kind
    return None


@cache
def words_of_forms() -> Phrases:
    """Without one of these words no form is told."""
    return Phrases(
        Phrase(word, name, word) for name, words in word_lists("en/forms").items() for word in words
    )


@cache
def forms() -> dict[Kind, re.Pattern[str]]:
    """The words that tell a form."""
    lists = word_lists("en/forms")
    return {
        Kind(name): re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") for name, words in lists.items()
    }
