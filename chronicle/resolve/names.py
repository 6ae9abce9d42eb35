"""Spellings of names: what stays of one when letters, order and case are folded away."""

import re
from functools import lru_cache

from chronicle.slug import folded

WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters: "Zakir Həsənov" is ("zakir", "hasanov")."""
    return tuple(WORD.findall(folded(name)))


def is_reordered(one: str, other: str) -> bool:
    """Whether two names have the same full words in any order: "Motegi Toshimitsu", "Toshimitsu Motegi"."""
    words = name_words(one)
    return min(map(len, words), default=0) > 1 and sorted(words) == sorted(name_words(other))


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` is `full` with given names as initials or left out: "Z. Hasanov", "Hasanov"."""
    few, many = name_words(short), name_words(full)
    if not few or len(few) > len(many) or few[-1] != many[-1] or few == many:
        return False
    given = few[:-1]
    return all(len(initial) == 1 for initial in given) and all(
        word.startswith(initial) for initial, word in zip(given, many, strict=False)
    )
