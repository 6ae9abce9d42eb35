"""Names in the order of a language's alphabet."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from chronicle.lexicon.language import is_english
from chronicle.lexicon.words import load_words
from chronicle.slug import folded

PLAIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
DOTTED = str.maketrans("Iİ", "ıi")  # as Turkish and its sisters write the two letters small
LARGE = str.maketrans("ıi", "Iİ")
WITH_DOTS = frozenset(("az", "tr"))
BLANK = -1  # words before letters: "New Zealand" before "Newfoundland"

SortKey = tuple[tuple[int, ...], str]


def sort_key(name: str, language: str) -> SortKey:
    """What a name sorts by. English goes by plain letters, and so does a language without an alphabet here.

    Letters of a script without an alphabet here go by their numbers in Unicode: that is no order for Chinese.
    """
    return ((), folded(name)) if is_english(language) else (tuple(places(name, language)), name)


def initial(name: str, language: str) -> str:
    """The letter that a name stands under in an index; "" for a name without letters."""
    if is_english(language):
        return folded(name)[:1].upper()
    letter = next(filter(str.isalnum, unicodedata.normalize("NFC", small(name, language))), "")
    plain = letter if letter in alphabet(language) else unicodedata.normalize("NFD", letter)[:1]
    return (plain.translate(LARGE) if language.partition("-")[0] in WITH_DOTS else plain).upper()


def places(name: str, language: str) -> Iterator[int]:
    """The places of a name's letters in the alphabet; points and accents that it doesn't know are skipped."""
    order = alphabet(language)
    text = unicodedata.normalize("NFC", small(name, language))
    at = 0
    while at < len(text):
        pair = text[at : at + 2]
        letter = pair if len(pair) == 2 and pair in order else text[at]
        at += len(letter)
        plain = letter if letter in order else unicodedata.normalize("NFD", letter)[0]
        if plain.isalnum():
            yield order.get(plain, len(order) + ord(plain[0]))
        elif plain.isspace():
            yield BLANK


def small(name: str, language: str) -> str:
    """A name in small letters, as the language has them."""
    return (name.translate(DOTTED) if language.partition("-")[0] in WITH_DOTS else name).lower()


@cache
def alphabet(language: str) -> Mapping[str, int]:
    """The place of each letter, and of each pair that counts as one."""
    alphabets = load_words("alphabets")
    letters = alphabets.get(language) or alphabets.get(language.partition("-")[0]) or PLAIN  # type: ignore[union-attr]
    return MappingProxyType({letter: place for place, letter in enumerate(str(letters).split())})
