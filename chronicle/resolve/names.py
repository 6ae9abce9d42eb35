"""Names of people, part by part: the words, and what outlets write or leave out as they like.

"Syed Asim Munir Ahmad Shah" has the words asim, munir, ahmad, shah; "King Mohammed VI" is mohammed
with the number vi; "Z. Hasanov" is hasanov with an initial. Lists: lexicon/names.yaml.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from chronicle.lexicon.words import word_mapping
from chronicle.resolve.sounds import ABD_ALONE, distance, skeleton
from chronicle.slug import folded

WORD = re.compile(r"[^\W\d_]+")
NICKNAME = re.compile(r"[\"“”„«‘'(]\s*([^\"“”„»’')]+?)\s*[\"“”»’')](?=\s|$|,)")
TOKEN = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`][^\W\d_]+)*")

SYLLABLES = re.compile("^([\u4e00-\u9fff\uac00-\ud7af])([\u4e00-\u9fff\uac00-\ud7af]{1,3})$")
GROWN = ("abd", "al", "el")  # what some write as a part of the next word: "Elsisi"
KOREAN = frozenset(("KR", "KP"))
PAIR = 2  # words that make a name somebody's own
SHORTEST = 3  # letters of words in which a slip of the pen isn't looked for: "Li", "Lu"
STRICTLY = 0.07
SPELT, NEAR = 0.13, 0.24  # how far two spellings of one word are apart at most; and a slip of the pen


class Name(NamedTuple):
    """A name in its parts, in plain small letters."""

    words: tuple[str, ...]  # in order; an initial is one letter
    number: str  # "vi" of a king, "jr"; ""
    by_descent: bool  # whether it tells a father: "bin", "ibn"
    nickname: str = ""  # "prachanda" in quotation marks

    @property
    def is_weak(self) -> bool:
        """Whether it may be many people's: a surname alone or with initials, a given name and a dynasty."""
        if self.number in lists()["numbers"]:
            return False  # "King Mohammed VI" is one
        full = [word for word in self.words if len(word) > 1]
        return len(full) < PAIR or (len(full) == PAIR and full[-1] in lists()["dynasties"])


@lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters: "Zakir Həsənov" is ("zakir", "hasanov")."""
    return tuple(WORD.findall(folded(name)))


@cache
def lists() -> Mapping[str, frozenset[str]]:
    """The plain lists of lexicon/names.yaml."""
    words = word_mapping("names")
    return MappingProxyType(
        {
            key: frozenset(map(str, value))
            for key, value in words.items()
            if isinstance(value, tuple) and not isinstance(value[0], tuple)
        }
    )


@cache
def groups(name: str) -> Mapping[str, tuple[int, ...]]:
    """For each word of some groups of words, the numbers of the groups that it is in."""
    words = word_mapping("names")
    found: dict[str, tuple[int, ...]] = {}
    for number, group in enumerate(words[name]):
        for word in group:
            found[str(word)] = (*found.get(str(word), ()), number)
    return MappingProxyType(found)


@cache
def generations() -> Mapping[str, str]:
    """Words for father and son after a name -> "jr" or "sr"."""
    words = word_mapping("names")
    table = words["generations"]
    assert isinstance(table, Mapping)  # noqa: S101
    return MappingProxyType({str(form): kind for kind, forms in table.items() for form in forms})


@lru_cache(maxsize=65_536)
def parsed(name: str, side: str = "") -> Name:
    """A name in its parts; a name of nothing but styles and particles keeps them as its words.

    Of a Korean, for whom `side` is KR or KP, the surname is in the first of its spellings.
    """
    found = NICKNAME.search(name)
    nickname = " ".join(name_words(found.group(1))) if found and found.start() else ""
    plain = NICKNAME.sub(" ", name) if nickname else name
    tokens = [(token, word) for token in TOKEN.findall(in_words(plain)) for word in [compact(token)] if word]
    number = ""
    if len(tokens) > 1 and is_number(*tokens[-1]):
        _, last = tokens.pop()
        number = generations().get(last, last)
    kinds = lists()
    before = ["", *(word for _, word in tokens)]
    words = [
        word
        for (token, word), last in zip(tokens, before, strict=False)
        if not is_particle(token, word, last)
    ] or [word for _, word in tokens]
    while len(words) > 1 and words[0] in kinds["styles"]:
        del words[0]
    joined = with_abd(words)
    if side in KOREAN:
        joined = [
            korean_surnames().get(w, w) if at in (0, len(joined) - 1) else w for at, w in enumerate(joined)
        ]
    by_descent = any(word in kinds["descent"] for _, word in tokens[1:])
    return Name(tuple(joined) or (folded(name),), number, by_descent, nickname)


def in_words(name: str) -> str:
    """A name of Chinese characters or Korean syllables with a space behind the surname."""
    return SYLLABLES.sub(r"\1 \2", name) if not name.isascii() else name


@cache
def korean_surnames() -> Mapping[str, str]:
    """Spellings of Korean surnames -> the first of each."""
    words = word_mapping("names")
    spellings = [tuple(map(str, group)) for group in words["korean"]]
    return MappingProxyType({form: group[0] for group in spellings for form in group})


def compact(token: str) -> str:
    """A word of a name, its apostrophes and marks gone."""
    return "".join(WORD.findall(folded(token)))


def is_number(token: str, word: str) -> bool:
    """Whether the last word of a name tells which of several namesakes it is: "VI", "Jr"."""
    roman = word in lists()["numbers"] and token.isupper()
    return roman or word in generations()


def is_particle(token: str, word: str, last: str) -> bool:
    """Whether a word of a name, after another, is one that outlets leave out: "de", "La" in "De La Rua"."""
    kinds = lists()
    small = word in kinds["small_particles"]
    return word in kinds["particles"] or (small and (token.islower() or last in ("de", "of")))


def with_abd(words: list[str]) -> list[str]:
    """The words, "Abd al-Rahman" and "Abdel Rahman" as one: "abdrahman"."""
    joined: list[str] = []
    for word in words:
        if joined and ABD_ALONE.fullmatch(joined[-1]):
            joined[-1] = f"abd{word}"
        else:
            joined.append(word)
    return joined


# ── word by word ─────────────────────────────────────────────────────────────────────────────

SAME, SPELLING, SHORT, SLIP, INITIAL, OTHER = 1.0, 0.95, 0.85, 0.7, 0.5, 0.0


@lru_cache(maxsize=262_144)
def likeness(one: str, other: str, *, strict: bool = False) -> float:
    """How alike two words of names are: one of the six grades above.

    `strict` is for names of short syllables, in which a letter makes another name.
    """
    if one == other:
        return SAME
    if len(one) == 1 or len(other) == 1:
        return INITIAL if one[0] == other[0] or skeleton(one)[:1] == skeleton(other)[:1] else OTHER
    if in_one_group("variants", one, other):
        return SPELLING
    apart = distance(one, other)
    if strict:
        return SPELLING if apart <= STRICTLY and one[0] == other[0] else OTHER
    if apart <= SPELT:
        return SPELLING
    if in_one_group("nicknames", one, other) or is_grown(one, other) or is_grown(other, one):
        return SHORT
    return SLIP if apart <= NEAR and min(len(one), len(other)) > SHORTEST else OTHER


def is_grown(one: str, other: str) -> bool:
    """Whether a word is another with a particle grown onto it: "elsisi", "abdnasser"."""
    return one.endswith(other) and one[: -len(other)] in GROWN and len(other) > SHORTEST


def in_one_group(name: str, one: str, other: str) -> bool:
    """Whether two words stand in one group of a list."""
    table = groups(name)
    return not set(table.get(one, ())).isdisjoint(table.get(other, ()))
