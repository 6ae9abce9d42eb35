"""Groups of people who come together, as they are gathered while introductions are read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from chronicle.ingest.cast import Person
from chronicle.ingest.cues import Cues
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.scenes import Scene
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Group:
    """People who come together, as far as the introductions are read."""

    people: tuple[Person, ...]
    introductions: tuple[Introduction, ...]  # of those who weren't known before
    brought: tuple[Person, ...] = ()  # of the people, those from encounters told before
    chance: float = 1.0  # of the least certain decision that made it

    def joined_by(self, introduction: Introduction, chance: float, *, beside: bool = False) -> "Group":
        """With somebody more. Two newcomers of two sides, told in one sentence, meet each other alone.

        Not so where one is only there beside the others: "in the presence of N.".
        """
        first, people, brought = self.introductions[0], self.people, self.brought
        sides = {i.person.side.value for i in (first, introduction) if i.person.side is not None}
        known = not introduction.person.name and any(
            p.side is not None and p.side.value in sides for p in brought
        )
        if (
            brought
            and not beside
            and len(sides) > 1
            and introduction.sentence is first.sentence
            and not known
        ):
            people, brought = tuple(p for p in people if p not in brought), ()
        return Group(
            (*people, introduction.person, *introduction.fellows),
            (*self.introductions, introduction),
            brought,
            min(self.chance, chance),
        )

    @property
    def alone(self) -> bool:
        """Whether one side only comes together, as far as is known."""
        return len(self.sides) < len("ab") and all(p.side is not None for p in self.people)

    @property
    def sides(self) -> set[str]:
        """Whom they act for."""
        return {p.side.value for p in self.people if p.side is not None}


@dataclass(frozen=True, slots=True)
class Telling:
    """What the decisions look at beside the introductions."""

    text: Text
    scenes: Sequence[Scene]  # one a sentence
    cues: Cues
    words: Lexicon
    levels: dict[Person, str] = field(default_factory=dict)  # how high offices are, as far as was asked
