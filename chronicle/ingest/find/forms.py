"""Names compared: shorter forms of one, and forms spelled a little otherwise."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

SOUNDS = (("oo", "u"), ("ou", "u"), ("ee", "i"), ("ph", "f"), ("kh", "h"), ("q", "k"), ("y", "i"), ("w", "v"))
VOWELS = re.compile(r"[aeiouy'-]+")
ARABIC = frozenset("al el bin ibn ben abd abdul abdel abdal abdou abu ud ur bint".split())
TITLE = frozenset(("al", "el", "ul", "ur", "ud"))  # articles, which are written or not
FOLDED = str.maketrans(
    {"ə": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("ʻʼ‘’`'", "")
)
SONS = frozenset("bin ibn bint binti ould wuld".split())  # before the father's name
BONES = 5  # consonants of a name that is told by them, at least
ALIKE = 4  # letters of a family name in which one may be wrong


@lru_cache(maxsize=1 << 12)  # each name of a text is asked for several times
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name to compare, without accents: "al-sisi" is "al" and "sisi"."""
    parts = folded(name.lower()).replace("-", " ").replace(".", " ").split()
    return tuple(word for word in parts if word[0].isalnum())


def folded(low: str) -> str:
    """The letters without their accents and apostrophes: "ionita" for "ioniță", "tuapati"."""
    if low.isascii() and "'" not in low:
        return low
    apart = unicodedata.normalize("NFKD", low.translate(FOLDED))
    return "".join(c for c in apart if not unicodedata.combining(c))


def keys_of(form: Sequence[str]) -> Iterator[str]:
    """What a full name is found by in another spelling: its sound, and an Arabic name's consonants."""
    if len(form) < 2 or not all(len(word) > 1 for word in form):
        return
    yield "~" + "".join(sound(word) for word in form)
    if not ARABIC.isdisjoint(form) or any(word.startswith("abd") for word in form):
        bones = VOWELS.sub("", sound("".join(word for word in form if word not in TITLE)))
        if len(bones) >= BONES:
            yield f"|{bones} {form[0].endswith('a')}"


def bones_of(form: Sequence[str]) -> str:
    """The first letter, and the consonants of the family name as they sound: "a^lkvnk"."""
    return f"{form[0][:1]}^{VOWELS.sub('', sound(form[-1]))}"


def is_form_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether every word of the short form stands in the full one, an initial for its word."""
    telling = [word for word in short if len(word) > 1]
    if not telling or any(word not in full for word in telling) or names_the_father(short, full):
        return False
    if len(telling) == len(short):
        return True
    rest = list((Counter(full) - Counter(telling)).elements())
    return all(any(other.startswith(word) for other in rest) for word in short if len(word) == 1)


def names_the_father(short: Sequence[str], full: Sequence[str]) -> bool:
    """As in "Rashid II" for "Karim bin Rashid II", "Salman bin Rashid" for "Karim bin Salman bin Rashid"."""
    size = len(short)
    if size < len("ab") or short[0] == full[0] or short[0] in ARABIC or SONS.isdisjoint(full):
        return False
    if SONS.isdisjoint(short) and not set(short[-1]) <= set("ivx"):
        return False  # "Rashid Al Noor" may be he himself
    return any(full[k - 1] in SONS and list(full[k : k + size]) == list(short) for k in range(1, len(full)))


def of_other_fathers(one: Sequence[str], other: Sequence[str]) -> bool:
    """As in "Karim bin Salman bin Rashid" and "Karim bin Bandar bin Rashid": two sons of two men."""
    first, second = father_of(one), father_of(other)
    apart = bool(first and second) and differing(first, second) > 1
    return apart and not sounds_alike(first, second)


def father_of(name: Sequence[str]) -> str:
    """The word behind the first "bin"; "" without one."""
    return next((name[k] for k in range(1, len(name)) if name[k - 1] in SONS), "")


def nearly_last(word: str, full: Sequence[str]) -> bool:
    """As in "Tarassenko" for "Mykola Tarasenko": a family name in which one letter is wrong."""
    last = full[-1]
    feminine = {word, last} in ({word, word + "a"}, {last, last + "a"})
    long = min(len(word), len(last)) > ALIKE and word[0] == last[0]
    return len(full) > 1 and long and not feminine and differing(word, last) <= 1


def misspells(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names are one, spelled a little otherwise: "Sargysan", "Sargsyan" (caa-123)."""
    if len(one) < 2 or len(other) < 2 or of_other_fathers(one, other):
        return False
    if len(one) != len(other) and is_near(*sorted((one, other), key=len)):
        return True
    first = one[0] == other[0] or (len(one[0]) == 1 and other[0].startswith(one[0]))
    first = first or is_transliterated(one[0], other[0])
    last, last_other = one[-1], other[-1]
    return (
        first
        and min(len(last), len(last_other)) > ALIKE
        and differing(last, last_other) <= max(len(last), len(last_other)) // ALIKE
    )


def is_transliterated(one: str, other: str) -> bool:
    """As in "Alyaksandr" for "Aleksandr": a long forename by its sound, and no feminine of it."""
    feminine = one.rstrip("aiey") == other.rstrip("aiey")
    return (
        one[0] == other[0] and min(len(one), len(other)) > BONES and not feminine and sounds_alike(one, other)
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
