"""Groups of people who come together, as they are gathered while introductions are read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from chronicle.ingest.cast import Person
from chronicle.ingest.cues import Cues
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.scenes import Scene
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon


@dataclass(slots=True)
class Group:
    """People who come together, while introductions are read."""

    people: list[Person]
    introductions: list[Introduction] = field(default_factory=list)  # of those who weren't known before
    brought: list[Person] = field(default_factory=list)  # of the people, those from encounters told before
    chance: float = 1.0  # of the least certain decision that made it

    def add(self, introduction: Introduction, chance: float) -> None:
        """Somebody joins. Two newcomers of two sides, told in one sentence, meet each other alone."""
        first = self.introductions[0]
        sides = {i.person.side.value for i in (first, introduction) if i.person.side is not None}
        if self.brought and len(sides) > 1 and introduction.sentence is first.sentence:
            self.people = [p for p in self.people if p not in self.brought]
            self.brought = []
        self.people += (introduction.person, *introduction.fellows)
        self.introductions.append(introduction)
        self.chance = min(self.chance, chance)

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
