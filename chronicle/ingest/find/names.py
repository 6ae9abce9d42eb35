"""Names that the lexicon knows: countries, their adjectives, organisations, cities."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from chronicle.ingest.find.associations import associations
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Hit
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Every name of the lexicon in the text, the longest at each place."""
    del found
    hits = words.names.found(text.key)
    spelled = spellings(hits, text.key)
    others = list(associations(text.key, hits))
    yield from others
    for hit in hits:
        if any(hit.start < other.span.stop and other.span.start < hit.stop for other in others):
            continue
        for rule in RULES:
            mention = rule(text, hit)
            if mention is not None:
                own = spelled.get(mention.value)
                yield mention if own is None else replace(mention, value=own)
                break


def spellings(hits: Iterable[Hit], key: str) -> Mapping[str, str]:
    """Organisations that the article never calls by the lexicon's name -> as it spells them most fully."""
    told: dict[str, list[str]] = {}
    for start, stop, phrase in hits:
        if phrase.kind == "organisation":
            told.setdefault(phrase.value, []).append(key[start:stop])
    known = word_lists("en/sides")["by_one_name"]
    return {
        name: max(forms, key=len)
        for name, forms in told.items()
        if name.lower() not in known and name not in forms
    }


def name_of_the_lexicon(text: Text, hit: Hit) -> Mention | None:
    """A country, demonym, city, region, organisation or metonym, as the lexicon has it."""
    del text
    return Mention(hit.phrase.kind, Span(hit.start, hit.stop), hit.phrase.value, f"{hit.phrase.kind}_named")


RULES = (name_of_the_lexicon,)
