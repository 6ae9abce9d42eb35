"""What each encounter was about, and who said what at it."""

from collections.abc import Sequence
from dataclasses import dataclass

from chronicle.ingest.belonging import belongings_of
from chronicle.ingest.cast import Person
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.scenes import Scene
from chronicle.ingest.statements import Heard, Hearing, gathered, shared_out, statements_of
from chronicle.ingest.text import Text
from chronicle.ingest.topics import talk_of, topics_of
from chronicle.ingest.voices import rows_of
from chronicle.lexicon import Lexicon
from chronicle.model import Evidence


@dataclass(frozen=True, slots=True)
class Contents:
    """The topics of one encounter, with evidence, and its statements."""

    topics: tuple[tuple[str, Evidence], ...]
    heard: tuple[Heard, ...]


def contents_of(
    text: Text,
    cast: Sequence[Person],
    scenes: Sequence[Scene],
    *,
    encounters: Sequence[Encounter],
    hosts: Sequence[str | None],
    words: Lexicon,
) -> list[Contents]:
    """The contents of each encounter; `hosts` are the countries where they take place."""
    if not encounters:
        return []
    places = belongings_of(encounters, scenes, text)
    talk = talk_of(text, scenes)
    rows = rows_of(text, cast, scenes)
    heard = statements_of(Hearing(text, rows, encounters, hosts, talk, words), places)
    made = []
    for number, (encounter, some) in enumerate(zip(encounters, heard, strict=True)):
        said = shared_out(some)
        own = [place for place in places if place.encounter == number]
        spoken = {word for one in said for word in one.about}
        made.append(Contents(topics_of(own, text, talk, encounter.sides, spoken), tuple(gathered(said))))
    return made
