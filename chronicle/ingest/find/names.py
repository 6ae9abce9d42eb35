"""Names that the lexicon knows: countries, their adjectives, organisations, cities."""

from collections.abc import Iterator, Sequence

from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Hit
from chronicle.model import Mention, Span


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Every name of the lexicon in the text, the longest at each place."""
    del found
    for hit in words.names.found(text.key):
        for rule in RULES:
            mention = rule(text, hit)
            if mention is not None:
                yield mention
                break


def name_of_the_lexicon(text: Text, hit: Hit) -> Mention | None:
    """A country, demonym, city, region, organisation or metonym, as the lexicon has it."""
    del text
    return Mention(hit.phrase.kind, Span(hit.start, hit.stop), hit.phrase.value, f"{hit.phrase.kind}_named")


RULES = (name_of_the_lexicon,)
