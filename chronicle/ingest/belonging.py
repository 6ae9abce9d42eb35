"""Which encounter each sentence tells of: its own sentences, and those behind that tell nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass

from chronicle.ingest.background import recalled
from chronicle.ingest.cues import caption
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.scenes import Scene
from chronicle.ingest.text import Text

SENTENCE_ENDS = '.!?…"”’'


@dataclass(frozen=True, slots=True)
class Belonging:
    """One sentence's part in an article."""

    scene: Scene
    encounter: int | None  # its number; None for what is told of other meetings
    opening: bool  # before the first sentence that tells of an encounter: a headline
    recalls: bool  # a meeting of another day is told in it
    full: bool  # False for a headline, a caption, a line of tags; a short sentence is one, too


def belongings_of(
    encounters: Sequence[Encounter], scenes: Sequence[Scene], text: Text
) -> tuple[Belonging, ...]:
    """The part of each sentence, in order.

    A sentence that tells of no meeting goes to the encounter told last, unless it names people of another
    one only; what follows a meeting of another day in its paragraph goes with that.
    """
    own = own_sentences(encounters)
    first = min(own, default=len(scenes))
    made = []
    current, away = (0 if encounters else None), -1
    for scene in scenes:
        number, paragraph = scene.sentence.number, scene.sentence.paragraph
        recalls = bool(scene.acts) and recalled(scene) is not None
        if number in own:
            current, away = own[number], -1
        here = None if paragraph == away else current
        if number not in own and here is not None:
            here = named_one(scene, encounters, here)
            if recalls or (number > first and scene.acts and tells_of_others(scene, encounters[here])):
                away = paragraph
                here = here if recalls else None
        full = scene.whole or is_short_sentence(scene, text)
        made.append(Belonging(scene, here, number < first, recalls and number not in own, full))
    return tuple(made)


def is_short_sentence(scene: Scene, text: Text) -> bool:
    """As in "They discussed trade.": it ends like a sentence, and is no caption."""
    stop = scene.sentence.span.stop
    return text.key[stop - 1 : stop] in SENTENCE_ENDS and not caption(text, scene.sentence)


def own_sentences(encounters: Sequence[Encounter]) -> dict[int, int]:
    """The sentences that tell of encounters, with these; those where somebody new is told come first."""
    own: dict[int, int] = {}
    for of in ("main", "scenes"):
        for number, encounter in enumerate(encounters):
            for scene in getattr(encounter, of):
                own.setdefault(scene.sentence.number, number)
    return own


def named_one(scene: Scene, encounters: Sequence[Encounter], current: int) -> int:
    """The one encounter that all people of a sentence take part in, where that isn't the current one."""
    if not scene.people or any(person in encounters[current].people for person in scene.people):
        return current
    fitting = [
        number
        for number, encounter in enumerate(encounters)
        if all(person in encounter.people for person in scene.people)
    ]
    return fitting[0] if len(fitting) == 1 else current


def tells_of_others(scene: Scene, encounter: Encounter) -> bool:
    """Whether somebody meets who isn't in the encounter."""
    return any(person not in encounter.people for person in scene.people)
