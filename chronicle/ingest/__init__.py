"""Arrow 1: an article → drafts of entries, each field with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chronicle.ingest.cast import cast_of
from chronicle.ingest.confidence import NOTHING, UNCLEAR, Doubt, is_doubtful, signs_of_doubt
from chronicle.ingest.contents import contents_of
from chronicle.ingest.doubts import Case, doubts_of
from chronicle.ingest.draft import entry_of, markdown
from chronicle.ingest.encounters import Told, encounters_of
from chronicle.ingest.find import find_all
from chronicle.ingest.origin import origin
from chronicle.ingest.outlets import home_of
from chronicle.ingest.reasons import doubts_of_the_whole, reason_of
from chronicle.ingest.scenes import Scene, scenes_of
from chronicle.ingest.sides import with_sides
from chronicle.ingest.text import text_of
from chronicle.ingest.when import Day, day_of
from chronicle.ingest.where import place_of
from chronicle.lexicon import Lexicon
from chronicle.model import Article, Reading, Source


@dataclass(frozen=True, slots=True)
class Read:
    """A reading with all its doubts, before these are weighed."""

    reading: Reading
    signs: tuple[str, ...]  # what speaks for and against it
    told: Told


def ingest(article: Article, words: Lexicon) -> Reading:
    """All that is read from one article. Pure; never raises, whatever the text."""
    return weighed(read_through(article, words), words)


def weighed(read: Read, words: Lexicon) -> Reading:
    """The reading, with its doubts where they count for enough."""
    reading = read.reading
    if not is_doubtful(read.signs, words):
        entries = tuple(replace(e, review=()) if e.review else e for e in reading.entries)
        return replace(reading, entries=entries, review=())
    if reading.review or any(entry.review for entry in reading.entries):
        return reading
    return replace(reading, review=(UNCLEAR if reading.entries else NOTHING,))


def read_through(article: Article, words: Lexicon) -> Read:
    """The reading, and the signs by which its doubts are weighed."""
    came_from = origin(article)
    source = came_from.source
    text = text_of(article.body, words)
    found = find_all(text, words)
    cast = with_sides(cast_of(text, found, words), found, words, text, home_of(source))
    scenes = tuple(scenes_of(text, cast, found, words))
    told = encounters_of(text, cast, scenes, words, published=source.published)
    days = days_of(told, scenes, source)
    of_all: tuple[Doubt, ...] = doubts_of_the_whole(told, scenes)
    of_each = [
        doubts_of(Case(encounter, day, source, words, found, text.body))
        for encounter, day in zip(told.encounters, days, strict=True)
    ]
    places = [place_of(encounter, scenes, text, words) for encounter in told.encounters]
    hosts = [place.country for place in places]
    contents = contents_of(text, cast, scenes, encounters=told.encounters, hosts=hosts, words=words)
    body = markdown(text.body) if told.encounters else ""
    entries = tuple(
        entry_of(
            told.encounters[number],
            days[number],
            text=text,
            place=places[number],
            contents=contents[number],
            came_from=came_from,
            words=words,
            doubts=of_each[number],
            body=body,
            first=number == 0,
        )
        for number in range(len(told.encounters))
    )
    signs = signs_of_doubt(told, days, [doubt for some in (of_all, *of_each) for doubt in some], source)
    reason = None if entries else reason_of(scenes)
    review = tuple(sentence for _, sentence in of_all)
    return Read(Reading(article, source, entries, reason, review, found), tuple(signs), told)


def days_of(told: Told, scenes: Sequence[Scene], source: Source) -> list[Day | None]:
    """The day of each encounter; one that has none may take place on another's."""
    days: list[Day | None] = []
    for encounter in told.encounters:
        days.append(day_of(encounter, source.published, days, scenes))
    return days
