"""Plain letters for names: what addresses and comparisons are made of."""

import hashlib
import re
from functools import lru_cache

from anyascii import anyascii

# What a general transliteration gets wrong for names: "Həsənov" is "Hasanov" in English, not "Hesenov".
LETTERS = str.maketrans({"ə": "a", "Ə": "A", "ı": "i", "’": "", "'": "", "‘": "", "ʻ": "", "ʼ": "", "`": ""})
LONGEST = 60
BREAKS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """The text in small ASCII letters: "Côte d’Ivoire" is "cote divoire"."""
    plain = text.translate(LETTERS)
    return (plain if plain.isascii() else anyascii(plain).replace("'", "")).lower()


@lru_cache(maxsize=65_536)
def slug(text: str) -> str:
    """`text` as lower-case ASCII letters, digits and hyphens, at most `LONGEST` of them.

    "Həsənov" and "Hasanov" share "hasanov". Cut at a word where there is one. Text without a single
    letter or digit gives a short digest, never "".
    """
    plain = BREAKS.sub("-", folded(text)).strip("-")
    if len(plain) > LONGEST:
        head, _, _ = plain[: LONGEST + 1].rpartition("-")
        plain = head or plain[:LONGEST]
    return plain or hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
