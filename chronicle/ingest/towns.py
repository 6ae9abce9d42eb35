"""Towns that the lexicon doesn't know, told as the place of an encounter: "met in Kasane on Tuesday"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chronicle.ingest.seats import Seat, beside_a_day
from chronicle.ingest.text import Sentence, Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import CountryCode, Mention, Span

NAME = r"[^\W\d_a-zß-ÿ][\w'’-]{2,}"
TOWN = re.compile(
    rf"\b(?P<how>in|at)\s(?P<told>the\s(?:[\w-]+\s){{0,2}}(?:town|city|village|port|resort|suburb)\sof\s)?"
    rf"(?P<town>{NAME}(?:\s{NAME})?)(?!['’]s\b|\s?[&(/]|\s(?:of\s)?[A-Z])"
)


def towns_in(
    text: Text, sentence: Sentence, here: Sequence[Mention], country: CountryCode | None, words: Lexicon
) -> Iterator[Seat]:
    """The names behind "in" that are nothing else, left to right; they lie in the host's country."""
    taken = [m.span for m in here if m.kind != "date"]
    for hit in TOWN.finditer(text.key, sentence.span.start, sentence.span.stop):
        span = Span(hit.start("town"), hit.end("town"))
        name = Mention("city", span, country or "", "town_behind_in")
        plain = any(
            word in words.naming.ordinary or word in no_towns() for word in hit["town"].lower().split()
        )
        if plain or any(span.start < other.stop and other.start < span.stop for other in taken):
            continue
        if hit["told"] or hit["how"] == "in" or beside_a_day(name, here):
            yield Seat(name, "town")


@cache
def no_towns() -> frozenset[str]:
    """Words in names of buildings and bodies: "in Room 5", "in Parliament"."""
    return frozenset(word_lists("en/places")["no_towns"])
