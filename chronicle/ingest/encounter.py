"""One encounter, as it is read: who comes together, and the scenes that tell of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from chronicle.ingest.cast import Person
from chronicle.ingest.scenes import Scene
from chronicle.model import Kind, Mention, Status


@dataclass(frozen=True, slots=True, eq=False)  # one object an encounter
class Encounter:
    """People and sides that come together, and the scenes that tell of it."""

    status: Status
    kind: Kind
    people: tuple[Person, ...]
    unnamed: tuple[Mention, ...] = ()
    scenes: tuple[Scene, ...] = ()
    act: Mention | None = None
    main: tuple[Scene, ...] = ()  # of the scenes, those in which somebody new is told
    newcomers: tuple[Person, ...] = ()  # who wasn't in an encounter told before
    chance: float = 1.0  # of the least certain decision behind it

    @property
    def sides(self) -> set[str]:
        """Country codes and organisations that take part."""
        return sides_of(self.people, self.unnamed)


def sides_of(people: Iterable[Person], unnamed: Iterable[Mention]) -> set[str]:
    """Whom some people and those without a name act for."""
    return {p.side.value for p in people if p.side is not None} | {m.value for m in unnamed}
