"""Arrow 1: an article → drafts of entries, each field with its evidence."""

from chronicle.ingest.cast import cast_of
from chronicle.ingest.draft import entry_of
from chronicle.ingest.encounters import encounters_of
from chronicle.ingest.find import find_all
from chronicle.ingest.origin import origin
from chronicle.ingest.reasons import doubts_of_the_whole, reason_of
from chronicle.ingest.scenes import scenes_of
from chronicle.ingest.sides import with_sides
from chronicle.ingest.text import text_of
from chronicle.ingest.when import Day, day_of
from chronicle.lexicon import Lexicon
from chronicle.model import Article, Reading


def ingest(article: Article, words: Lexicon) -> Reading:
    """All that is read from one article. Pure; never raises, whatever the text."""
    came_from = origin(article)
    source = came_from.source
    text = text_of(article.body, words)
    found = find_all(text, words)
    cast = with_sides(cast_of(text, found, words), found, words, text)
    scenes = tuple(scenes_of(text, cast, found, words))
    encounters, missed = encounters_of(scenes)
    days: list[Day | None] = []
    for encounter in encounters:
        days.append(day_of(encounter, source.published, days, scenes))
    entries = tuple(
        entry_of(encounter, day, text=text, found=found, came_from=came_from, words=words, first=number == 0)
        for number, (encounter, day) in enumerate(zip(encounters, days, strict=True))
    )
    if not entries:
        reason, review = reason_of(scenes, missed)
        return Reading(article, source, (), reason, review, found)
    return Reading(article, source, entries, None, doubts_of_the_whole(scenes, encounters, missed), found)
