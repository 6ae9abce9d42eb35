"""Why an article has no entry, in one plain sentence, and whether a person should look at the whole."""

from collections.abc import Sequence

from chronicle.ingest.background import IN_PASSING, recalled, status_of
from chronicle.ingest.cast import Person
from chronicle.ingest.encounters import Encounter
from chronicle.ingest.scenes import Scene
from chronicle.model import Status

NO_ENCOUNTER = "No encounter between two sides is told."


def reason_of(scenes: Sequence[Scene], missed: Sequence[Scene]) -> tuple[str, tuple[str, ...]]:
    """Why nothing came of an article, and what is doubtful about that."""
    told = [scene for scene in scenes if scene.acts]
    unread = not_understood(missed)
    announced = visit_announced(told)
    if announced:
        return announced, unread or (announced,)
    if unread:
        return "An encounter seems to be told, but only one side was made out.", unread
    if told and any(recalled(scene) == IN_PASSING for scene in told) and all(map(recalled, told)):
        return "An encounter is only looked forward to in passing.", ()
    if told and all(recalled(scene) for scene in told):
        return "The encounters that are told are only recalled.", ()
    if len(officials_of(scenes)) > 1:
        return NO_ENCOUNTER, ("Officials are named, but no sentence was understood to say that they met.",)
    if any("drills" in scene.signs for scene in scenes):
        return "Only a drill is told, no encounter.", ()
    return NO_ENCOUNTER, ()


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


def doubts_of_the_whole(
    scenes: Sequence[Scene], encounters: Sequence[Encounter], missed: Sequence[Scene]
) -> tuple[str, ...]:
    """What is doubtful about an article that has entries."""
    return (*not_understood(missed), *left_out(scenes, encounters))


def not_understood(missed: Sequence[Scene]) -> tuple[str, ...]:
    """A sentence tells of an encounter of named people, and no entry came of it."""
    people = sorted({scene.people[0].name for scene in missed if scene.people and scene.acts})
    if not people:
        return ()
    return (f"A sentence that tells of an encounter of {', '.join(people)} was not understood.",)


def left_out(scenes: Sequence[Scene], encounters: Sequence[Encounter]) -> tuple[str, ...]:
    """An official of a known side stands in the news itself, yet in no encounter."""
    met = {person.number for encounter in encounters for person in encounter.people}
    names = sorted({person.name for person in officials_of(scenes) if person.number not in met})
    return (f"{', '.join(names)}: named, but in no encounter that was understood.",) if names else ()


def officials_of(scenes: Sequence[Scene]) -> tuple[Person, ...]:
    """People with an office and a stated side who stand in a sentence that recalls nothing."""
    people = (person for scene in scenes if scene.whole and not recalled(scene) for person in scene.people)
    known = (p for p in people if p.role is not None and p.side is not None and p.inferred is None)
    return tuple({person.number: person for person in known}.values())
