"""Arrow 1: an article → drafts of entries, each field with its evidence."""

from dataclasses import dataclass, replace

from chronicle.ingest.cast import cast_of
from chronicle.ingest.confidence import NOTHING, UNCLEAR, Doubt, is_doubtful, signs_of_doubt
from chronicle.ingest.doubts import Case, doubts_of
from chronicle.ingest.draft import entry_of
from chronicle.ingest.encounters import encounters_of
from chronicle.ingest.find import find_all
from chronicle.ingest.origin import origin
from chronicle.ingest.outlets import home_of
from chronicle.ingest.reasons import doubts_of_the_whole, reason_of
from chronicle.ingest.scenes import scenes_of
from chronicle.ingest.sides import with_sides
from chronicle.ingest.text import text_of
from chronicle.ingest.when import Day, day_of
from chronicle.lexicon import Lexicon
from chronicle.model import Article, Reading


@dataclass(frozen=True, slots=True)
class Read:
    """A reading with all its doubts, before these are weighed."""

    reading: Reading
    signs: tuple[str, ...]  # what speaks for and against it


def ingest(article: Article, words: Lexicon) -> Reading:
    """All that is read from one article. Pure; never raises, whatever the text."""
    read = read_through(article, words)
    reading = read.reading
    if not is_doubtful(read.signs, words):
        return replace(reading, entries=tuple(replace(e, review=()) for e in reading.entries), review=())
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
    told = encounters_of(text, cast, found, scenes, words, published=source.published)
    days: list[Day | None] = []
    for encounter in told.encounters:
        days.append(day_of(encounter, source.published, days, scenes))
    of_all: tuple[Doubt, ...] = doubts_of_the_whole(told, scenes)
    of_each = [
        doubts_of(Case(encounter, day, source, words, found, text.body))
        for encounter, day in zip(told.encounters, days, strict=True)
    ]
    entries = tuple(
        entry_of(
            encounter,
            day,
            text=text,
            found=found,
            came_from=came_from,
            words=words,
            doubts=doubts,
            first=number == 0,
        )
        for number, (encounter, day, doubts) in enumerate(zip(told.encounters, days, of_each, strict=True))
    )
    signs = signs_of_doubt(told, days, [doubt for some in (of_all, *of_each) for doubt in some], source)
    reason = None if entries else reason_of(scenes)
    review = tuple(sentence for _, sentence in of_all)
    return Read(Reading(article, source, entries, reason, review, found), tuple(signs))
