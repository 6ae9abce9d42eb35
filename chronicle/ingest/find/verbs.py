"""Words by which encounters are told, recalled, planned, called off or joined."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Acts ("met with", value: the kind of encounter) and signs (kind: what of)."""
    del found
    for rule in RULES:
        yield from rule(text, words)


def act_of_meeting(text: Text, words: Lexicon) -> Iterator[Mention]:
    """A form of the lexicon: "met with", "was received", "letters of credence"."""
    for hit in words.acts.found(text.low):
        yield Mention("act", Span(hit.start, hit.stop), hit.phrase.value, "act_of_meeting")


def talks_held(text: Text, words: Lexicon) -> Iterator[Mention]:
    """A light verb and a noun with words between: "held wide-ranging bilateral talks"."""
    for hit in talks_pattern(words).finditer(text.low):
        yield Mention("act", Span(hit.start(), hit.end()), "meeting", "talks_held")


def sign_of_telling(text: Text, words: Lexicon) -> Iterator[Mention]:
    """A form by which an encounter is recalled, planned, called off or joined."""
    for hit in words.signs.found(text.low):
        yield Mention(hit.phrase.kind, Span(hit.start, hit.stop), hit.phrase.text, "sign_of_telling")


RULES = (act_of_meeting, talks_held, sign_of_telling)


@cache
def talks_pattern(words: Lexicon) -> re.Pattern[str]:
    """The pattern of `talks_held`: at least one word between, else the lexicon's forms have it."""
    light, nouns = "|".join(sorted(words.light)), "|".join(sorted(words.nouns))
    return re.compile(rf"\b(?:{light})\s(?:[a-z-]+\s){{1,4}}(?:{nouns})\b")
