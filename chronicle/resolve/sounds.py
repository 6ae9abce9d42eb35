"""How alike two words of names are, letter by letter: "Həsənov" and "Gasanov", "Khaled" and "Khalid".

Letters that outlets use for one sound are near, others are far: "Hassan" and "Hussein" are two names.
The letters and how near they are stand in lexicon/names.yaml.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from chronicle.lexicon.words import word_mapping

VOWELS = frozenset("aeiouyw")
WRITTEN = frozenset("aeiou")  # Hebrew and Arabic write y and w for some
FAR, TURNED = 1.0, 0.7  # what it costs to put one sound for another, or two in the other order
FIRST = 1.6  # how much more the first sound counts
FEMININE = re.compile(r"(?:[oe]v|[iy]n|sky)a$|aya$")
DOUBLED = re.compile(r"(.)\1+")
ABD = re.compile(r"^abd(?:[aeou][lrsdnz])(?=\w{3})")  # "Abdulaziz", "Abdelaziz"
ABD_ALONE = re.compile(r"abd(?:[aeou][lrsdnz]?)?")  # before the word it belongs to


@cache
def spelling_table(name: str) -> Mapping[str, str]:
    """One of the tables of letters of lexicon/names.yaml."""
    words = word_mapping("names")
    table = words[name]
    assert isinstance(table, Mapping)  # noqa: S101
    return MappingProxyType({key: str(value) for key, value in table.items()})


@cache
def costs() -> tuple[Mapping[tuple[str, str], float], Mapping[str, float]]:
    """What it costs to put one sound for another, in both directions, and to leave one out."""
    near = {(pair[at], pair[1 - at]): float(c) for pair, c in spelling_table("near").items() for at in (0, 1)}
    return MappingProxyType(near), MappingProxyType(
        {sound: float(c) for sound, c in spelling_table("silent").items()}
    )


@cache
def several_letters() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The groups of letters that write one sound."""
    table = spelling_table("sounds")
    return re.compile("|".join(sorted(table, key=lambda group: (-len(group), group)))), table


@lru_cache(maxsize=65_536)
def sounds(word: str) -> str:
    """The sounds of a word in plain small letters, a character a sound: "akhmedov" is "axmedov"."""
    pattern, table = several_letters()
    plain = pattern.sub(lambda found: table[found.group()], ABD.sub("abd", word))
    return DOUBLED.sub(r"\1", plain)


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """What all spellings of a word share, roughly: its consonants, those that are near as one."""
    rough = sounds(word).translate(ROUGH)
    return DOUBLED.sub(r"\1", rough) or word[:1]


ROUGH = str.maketrans(
    {
        **dict.fromkeys("aeiouyhwj"),
        **dict.fromkeys("sScCzZJ", "s"),
        **dict.fromkeys("gGkqx", "k"),
        **dict.fromkeys("fv", "v"),
        **dict.fromkeys("dt", "t"),
        **dict.fromkeys("bp", "b"),
    }
)


@lru_cache(maxsize=262_144)
def distance(one: str, other: str) -> float:
    """How far two words are apart, 0 for one sound as the other, 1 for nothing in common."""
    a, b = sounds(one), sounds(other)
    if a == b:
        return 0.0
    if not WRITTEN & {*a} or not WRITTEN & {*b}:  # of a script without vowels
        a, b = consonants(a), consonants(b)
        if a == b and len(a) > 1:
            return 0.05
    if is_feminine_of(one, other) or is_feminine_of(other, one):
        return 1.0
    return min(1.0, edits(a, b) / max(len(a), len(b), 1))


def is_feminine_of(one: str, other: str) -> bool:
    """Whether a word is the feminine of another: "Ivanov" and "Ivanova", "Daniel" and "Daniela"."""
    return one == f"{other}a" or bool(FEMININE.search(one)) > bool(FEMININE.search(other))


def consonants(word: str) -> str:
    """A word without its vowels."""
    return "".join(sound for sound in word if sound not in VOWELS)


def edits(a: str, b: str) -> float:
    """The least cost of making one word the other; the first sound counts more."""
    near, silent = costs()
    before: list[float] = []
    row = [0.0]
    for j, sound in enumerate(b):
        row.append(row[-1] + silent.get(sound, FAR) * (FIRST if j == 0 else 1))
    for i, x in enumerate(a):
        out = silent.get(x, FAR) * (FIRST if i == 0 else 1)
        later = [row[0] + out]
        for j, y in enumerate(b):
            into = silent.get(y, FAR) * (FIRST if j == 0 else 1)
            other = 0.0 if x == y else near.get((x, y), FAR) * (FIRST if i == j == 0 else 1)
            best = min(row[j] + other, row[j + 1] + out, later[j] + into)
            if i and j and x == b[j - 1] and a[i - 1] == y and x != y:
                best = min(best, before[j - 1] + TURNED)
            later.append(best)
        before, row = row, later
    return row[-1]
