"""Names compared: shorter forms of one, and forms spelled a little otherwise."""

from collections.abc import Sequence
from functools import lru_cache

SOUNDS = (("oo", "u"), ("ou", "u"), ("ee", "i"), ("ph", "f"), ("kh", "h"), ("q", "k"), ("y", "i"), ("w", "v"))
ALIKE = 4  # letters of a family name in which one may be wrong


@lru_cache(maxsize=1 << 12)  # each name of a text is asked for several times
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name to compare: "al-sisi" is "al" and "sisi"."""
    return tuple(
        word for word in name.lower().replace("-", " ").replace(".", " ").split() if word[0].isalnum()
    )


def is_form_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether every word of the short form stands in the full one, an initial for its word."""
    telling = [word for word in short if len(word) > 1]
    return bool(telling) and all(
        any(word == other or (len(word) == 1 and other.startswith(word)) for other in full) for word in short
    )


def misspells(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names are one, spelled a little otherwise: "Sargysan", "Sargsyan" (caa-123)."""
    if len(one) < 2 or len(other) < 2:
        return False
    if len(one) != len(other) and is_near(*sorted((one, other), key=len)):
        return True
    first = one[0] == other[0] or (len(one[0]) == 1 and other[0].startswith(one[0]))
    last, last_other = one[-1], other[-1]
    return (
        first
        and min(len(last), len(last_other)) > ALIKE
        and differing(last, last_other) <= max(len(last), len(last_other)) // ALIKE
    )


def is_near(short: Sequence[str], full: Sequence[str]) -> bool:
    """As in "Tariq Mahmud" for "Tariq Mahmood Sahi Khan": each word in its order, a long one by its sound."""
    if short[0] != full[0] or len(short[0]) < 2:
        return False
    rest = iter(full[1:])
    return all(any(word == other or sounds_alike(word, other) for other in rest) for word in short[1:])


def sounds_alike(one: str, other: str) -> bool:
    """Whether two long words differ as transliterations do: "mahmood", "mehmud"."""
    one, other = sound(one), sound(other)
    longer = max(len(one), len(other))
    return min(len(one), len(other)) > ALIKE and differing(one, other) <= longer // (ALIKE + 1)


@lru_cache(maxsize=1 << 12)
def sound(word: str) -> str:
    """The word as it sounds: "mahmud" for "mahmood"."""
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return "".join(c for c, before in zip(word, " " + word, strict=False) if c != before)


def differing(one: str, other: str) -> int:
    """How many letters have to be changed, added or left out (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]
