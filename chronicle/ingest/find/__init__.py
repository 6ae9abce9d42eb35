"""What stands in a text: one finder a module, in the order in which they build on one another."""

from collections.abc import Callable, Iterable, Sequence

from chronicle.ingest.find import dates, names, offices, people, verbs
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Mention

Finder = Callable[[Text, Lexicon, Sequence[Mention]], Iterable[Mention]]

FINDERS: tuple[Finder, ...] = (names.find, dates.find, verbs.find, offices.find, people.find)


def find_all(text: Text, words: Lexicon) -> tuple[Mention, ...]:
    """Every mention, in order of the text; a finder sees what those before it found."""
    found: list[Mention] = []
    for finder in FINDERS:
        found += finder(text, words, tuple(found))
    return tuple(sorted(found, key=lambda mention: (mention.span.start, -mention.span.stop, mention.kind)))
