"""Why an article has no entry, in one plain sentence; and what of it is in no entry."""

from collections.abc import Sequence

from chronicle.ingest.background import IN_PASSING, recalled, status_of
from chronicle.ingest.cast import Person
from chronicle.ingest.encounters import Told
from chronicle.ingest.scenes import Scene
from chronicle.model import Status

NO_ENCOUNTER = "No encounter between two sides is told."
NEARLY = 0.8  # a chance below which somebody was nearly taken in


def reason_of(scenes: Sequence[Scene]) -> str:
    """Why nothing came of an article."""
    told = [scene for scene in scenes if scene.acts]
    announced = visit_announced(told)
    if announced:
        return announced
    if told and any(recalled(scene) == IN_PASSING for scene in told) and all(map(recalled, told)):
        return "An encounter is only looked forward to in passing."
    if told and all(recalled(scene) for scene in told):
        return "The encounters that are told are only recalled."
    if any("drills" in scene.signs for scene in scenes):
        return "Only a drill is told, no encounter."
    return NO_ENCOUNTER


def visit_announced(told: Sequence[Scene]) -> str:
    """What is missing for an entry of the first visit that is announced; empty where none is."""
    for scene in told:
        visit = all(act.value == "visit" for act in scene.acts) and recalled(scene) is None
        if not (visit and scene.whole and status_of(scene) is Status.PLANNED):
            continue
        unclear = [person.name for person in scene.people if person.side is None]
        if unclear:
            return f"A visit is announced, but for whom {', '.join(unclear)} acts is not told."
        missing = "where it leads to was not understood" if scene.people else "nobody was found who travels"
        return f"A visit is announced, but {missing}."
    return ""


def doubts_of_the_whole(told: Told, scenes: Sequence[Scene]) -> tuple[tuple[str, str], ...]:
    """What is doubtful about the article as a whole: the rule's name, and a sentence."""
    announced = "" if told.encounters else visit_announced([scene for scene in scenes if scene.acts])
    if announced:
        return (("visit_announced", announced),)
    names = [person.name for person, chance in told.left_out if chance < NEARLY and described(person)]
    return (
        (("left_out", f"{', '.join(names)}: named, but in no encounter that was understood."),)
        if names
        else ()
    )


def described(person: Person) -> bool:
    """Whether the text says of the person what makes an official."""
    return person.role is not None and person.side is not None
