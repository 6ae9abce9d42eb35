"""One encounter, as it is read: who comes together, and the scenes that tell of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from chronicle.ingest.cast import Person
from chronicle.ingest.scenes import Scene
from chronicle.model import Kind, Mention, Status


@dataclass(slots=True)
class Encounter:
    """People and sides that come together, and the scenes that tell of it."""

    status: Status
    kind: Kind
    people: list[Person]
    unnamed: list[Mention]
    scenes: list[Scene] = field(default_factory=list)
    act: Mention | None = None
    main: tuple[Scene, ...] = ()  # of the scenes, those in which somebody new is told
    newcomers: tuple[Person, ...] = ()  # who wasn't in an encounter told before
    chance: float = 1.0  # of the least certain decision behind it

    @property
    def sides(self) -> set[str]:
        """Country codes and organisations that take part."""
        return sides_of(self.people, self.unnamed)


def sides_of(people: Sequence[Person], unnamed: Sequence[Mention]) -> set[str]:
    """Whom some people and those without a name act for."""
    return {p.side.value for p in people if p.side is not None} | {m.value for m in unnamed}
