"""Whether two names may be one person's, seen in one place on one day: two reports spell as they please.

This is looser than who is who in the whole chronicle (`people.py`): it is asked of two people only who act
for the same side, in like offices, at what else looks like one encounter.
"""

from difflib import SequenceMatcher
from functools import lru_cache

from chronicle.model import Participant
from chronicle.resolve.names import name_words
from chronicle.resolve.titles import title_words

LETTERS_ALIKE = 0.85  # of two names written as one word: "el-gamal", "al-gamal"
WORDS_ALIKE = 0.75  # of two words: "bagheri", "baqeri"
SHORT = 3  # letters of words that tell little: "al", "bin", "N."


def is_alike(one: Participant, other: Participant) -> bool:
    """Whether the names of two people of one side are alike, and their offices don't speak against it."""
    if not offices_agree(one.role, other.role):
        return False
    return names_agree(one.name, other.name) or (
        bool(title_words(one.role)) and shortened(one.name, other.name)
    )


def offices_agree(one: str | None, other: str | None) -> bool:
    """Whether two offices may be one: the same words, or one tells less; or one isn't told."""
    few, many = sorted((title_words(one), title_words(other)), key=lambda words: (len(words), sorted(words)))
    return few <= many and (not few or len(many - few) <= len(few))


@lru_cache(maxsize=16_384)
def names_agree(one: str, other: str) -> bool:
    """Whether two names differ in letters only, or in what one of them leaves out, in any order."""
    few, many = sorted((name_words(one), name_words(other)), key=lambda words: (len(words), words))
    if not few:
        return False
    if ratio("".join(few), "".join(many)) >= LETTERS_ALIKE:
        return True
    left = list(many)
    telling = [word for word in few if len(word) > SHORT]
    for word in telling if len(telling) > 1 else few:
        near = max(left, key=lambda known: (ratio(word, known), known), default="")
        if ratio(word, near) < WORDS_ALIKE:
            return False
        left.remove(near)
    return True


@lru_cache(maxsize=16_384)
def shortened(one: str, other: str) -> bool:
    """Whether a given name is told in another form of the same letter: "Jim", "James N."."""
    some, others = name_words(one), name_words(other)
    if len(some) < 2 or len(others) < 2 or len(some[-1]) <= SHORT:
        return False
    return some[-1] == others[-1] and some[0][0] == others[0][0]


@lru_cache(maxsize=65_536)
def ratio(one: str, other: str) -> float:
    """How much two words have in common, 0..1, whichever comes first."""
    first, second = sorted((one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
