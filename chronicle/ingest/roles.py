"""Offices compared: whether two sayings mean one office, whether one is an envoy's."""

import re
from functools import cache

from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Phrase, Phrases

TELLING = re.compile(r"\b(?:prime|president|ambassador|king|defen[cs]e|foreign)\b")
BARE = 2  # words of an office that names no field, at most


def role_words(role: str, words: Lexicon) -> set[str]:
    """The telling words of a role."""
    return (
        {w.replace("defence", "defense") for w in role.lower().replace("-", " ").split()}
        - {"of", "the", "and", "for"}
        - words.relational
    )


def is_envoy(role: str, words: Lexicon) -> bool:
    """Whether the office is one that is sent to a country: "ambassador", "High Commissioner"."""
    return bool(envoys(words).starts(role.lower()))


@cache
def envoys(words: Lexicon) -> Phrases:
    """The offices that are sent to a country."""
    return Phrases(Phrase(office, "envoy", office) for office in words.envoys)


def heads_an_organisation(role: str, words: Lexicon) -> bool:
    """As in "Secretary-General Ban Ki-moon" (wma-114): acts for an organisation, not for a country."""
    return role.lower() in words.of_organisations


def bare(role: str) -> bool:
    """Whether the office names no field: "Minister", "Director General"."""
    return role.count(" ") < BARE and TELLING.search(role.lower()) is None
