"""Which of the common 8-bit encodings a text without any declaration is in, by the letters that come out.

A right reading gives words in the letters of one language each; a wrong one gives frames, signs between
letters, two scripts in a word, or "яНТХЪ", small before capital letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

ENGLISH = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
WESTERN = tuple(
    ENGLISH + more
    for more in (
        "àâçéèêëîïôùûüÿœ",  # French
        "äöüß",  # German
        "áéíóúñü",  # Spanish
        "áâãàçéêíóôõúü",  # Portuguese
        "àèéìòù",  # Italian
        "æøåéäöüó",  # Danish, Norwegian, Swedish, Finnish
        "ëçéèïöü",  # Albanian, Dutch
        "àáèéíïóòúüç",  # Catalan
    )
)
ALPHABETS = {  # the small letters of the languages that are written in each encoding
    "cp1254": (ENGLISH + "çğıöşüâîûéèêëôñß", *WESTERN),  # beside Turks, their guests
    "cp1252": (*WESTERN, ENGLISH + "áðéíóúýþæö"),  # and Icelandic
    "cp1251": (
        RUSSIAN + "ё",
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",  # Ukrainian
        "абвгдеёжзійклмнопрстуўфхцчшыьэюя",  # Belarusian
        "абвгдђежзијклљмнњопрстћуфхцчџш",  # Serbian
        "абвгдѓежзѕијклљмнњопрстќуфхцчџш",  # Macedonian
    ),
    "koi8-r": (RUSSIAN + "ё",),
    "cp1250": tuple(
        ENGLISH + more
        for more in (
            "ąćęłńóśźż",  # Polish
            "áčďéěíňóřšťúůýž",  # Czech
            "áäčďéíĺľňóôŕšťúýž",  # Slovak
            "áéíóöőúüű",  # Hungarian
            "ăâîşţ",  # Romanian
            "čćđšž",  # Croatian, Slovene
        )
    ),
    "cp1257": tuple(
        ENGLISH + more
        for more in (
            "ąčęėįšųūž",  # Lithuanian
            "āčēģīķļņšūž",  # Latvian
            "äöõüšž",  # Estonian
        )
    ),
    "cp1253": ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",),
    "cp1256": ("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکہھےـًٌٍَُِّْ",),
    "cp1255": ("אבגדהוזחטיךכלםמןנסעףפץצקרשת",),
    "cp866": (RUSSIAN + "ё",),  # the last two are of DOS
    "cp850": WESTERN,
}
PLAIN = re.compile(r"[\x00-\x7f]*")
AROUND = "“”„‘’‚‹›«»…–—•·°©®™€£§№¿¡ºª"  # signs that may stand beside a word
BETWEEN = re.compile("[ \t\n\r\x0b\x0c\u00a0!-@\\[-`{-~–—’‘…«»“”]+")  # … and those that may part two words
COMMON = frozenset("оеаинтсрвлαοιετσνηυρςάέήίόύالمينرتوبةיוהלאמרתבש")  # most of any text in these scripts
VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœăąęěıőůű")
SETTLED = frozenset({"cp1252", "cp1254"})  # of "Erdoğan" and "Erdoðan" the Turk is the likelier
FIT = 0.25  # the share of odd words up to which a reading is one


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """How ill a reading fits its letters; the less, the better."""

    odd: int  # words that no language of the encoding has
    other: int  # words outside the one language that has the most
    rare: int  # unlikely letters, and vowels or consonants in a row
    rank: int  # place in ALPHABETS
    encoding: str
    text: str
    words: int  # how many there were to judge

    @property
    def is_good(self) -> bool:
        """Whether few of the words are odd."""
        return self.odd <= self.words * FIT

    @property
    def is_sound(self) -> bool:
        """Whether none is."""
        return self.odd == 0


def fits(content: bytes) -> list[Fit]:
    """The readings of the bytes, the best first; none where every encoding has holes at some byte."""
    found = []
    for rank, encoding in enumerate(ALPHABETS):
        try:
            text = str(content, encoding)
        except ValueError:
            continue
        found.append(fit(text, encoding, rank))
    return sorted(found)


def is_weak(found: list[Fit]) -> bool:
    """Whether the best reading is doubtful: it has odd words, or another, different one does as well.

    Where there are no words but English ones, no name can be wrong.
    """
    best = found[0]
    if not best.words:
        return False
    rivals = (
        each for each in found[1:] if each.text != best.text and not {each.encoding, best.encoding} <= SETTLED
    )
    return not best.is_sound or any(
        (each.odd, each.other, each.rare) == (best.odd, best.other, best.rare) for each in rivals
    )


def fit(text: str, encoding: str, rank: int) -> Fit:
    """Judge one reading by its words with letters beyond English."""
    words = sorted(set(foreign_words(text)))
    sets = [frozenset(alphabet) for alphabet in ALPHABETS[encoding]]
    known = [[set(simple(word)) <= letters for letters in sets] for word in words]
    regular = [is_regular(word) and any(languages) for word, languages in zip(words, known, strict=True)]
    outside = [
        sum(not languages[number] for languages in known if any(languages)) for number in range(len(sets))
    ]
    rare = sum(rareness(word) for word in words)
    return Fit(regular.count(False), min(outside), rare, rank, encoding, text, len(words))


def foreign_words(text: str) -> Iterator[str]:
    """The words with letters or signs beyond ASCII, without the signs that may stand around a word."""
    for word in BETWEEN.split(text):
        if not PLAIN.fullmatch(word):
            word = word.strip(AROUND)  # noqa: PLW2901  the same word, without its quotes
            if word and not PLAIN.fullmatch(word):
                yield word


def is_regular(word: str) -> bool:
    """Small, Capitalised or ALL CAPITALS, as words are; "McGrégor" has a second capital of ASCII.

    No Turkish word begins with a ğ.
    """
    if word[0] in "Ğğ":
        return False
    rest = [letter for letter in word[1:] if not ("A" <= letter <= "Z" and word[0].isupper())]
    return word.isupper() or not any(map(str.isupper, rest))


def rareness(word: str) -> int:
    """How unlikely the word's letters are: by their share, in Latin by vowels or consonants in a row."""
    letters = simple(word)
    if VOWELS.isdisjoint(letters) and not any(map(str.isascii, letters)):
        return sum(letter not in COMMON for letter in letters)
    return sum(
        (one in VOWELS) == (other in VOWELS)
        for one, other in pairwise(letters)
        if not (one + other).isascii()
    )


def simple(word: str) -> str:
    """The word in small letters, "İ" as one of them."""
    return word.replace("İ", "i").lower()
