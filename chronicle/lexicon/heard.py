"""What the spellings of a name in different languages have in common.

The search page reads the same rows of `heard.yaml`, see `heard` in templates/assets/search.js.
"""

import re
from functools import cache, lru_cache

from chronicle.lexicon.words import word_lists

PLAIN = re.compile("[a-z]+")
SHORTEST = 4  # sounds: "Li" and "Lee" are too many people's
MARK = "ƣ"  # at the end, so that no word of a text is one, and none is the beginning of another


@lru_cache(maxsize=65_536)
def heard(word: str) -> tuple[str, ...]:
    """The forms of a word in small plain letters, marked: those of "aliyev" are those of "aliev".

    A word that can be read in several ways has several; one that is short, or of other letters, none.
    """
    if not PLAIN.fullmatch(word):
        return ()
    found = [word]
    for pattern, writings in rows():
        found = [pattern.sub(each, form) for form in found for each in writings]
    return tuple(dict.fromkeys([form.lower() + MARK for form in found if len(form) >= SHORTEST]))


@cache
def rows() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Patterns in their order, each with what stands for it."""
    return tuple([(re.compile(pattern), writings) for pattern, writings in word_lists("heard").items()])
