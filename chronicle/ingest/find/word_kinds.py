"""What kind of word a word is by itself: a name, an ordinary word, letters, a small word of a name."""

import re

from chronicle.lexicon import Lexicon

DERIVED = tuple(
    """tion tions ssion ssions ment ments iness edness fulness lessness ability ibility ity ities ism isms
    ical ically ology ologies ological ography ographic ative atives ible ional ionally ization izations
    izing ized izes isation isations ising ously fully ingly""".split()
)  # endings that hardly a name has
SHORT = 5  # letters of an abbreviation with a full stop, at most
STEM = 8  # letters of a word with such an ending, at least
LETTERED = re.compile(r"(?:[A-Z][a-z]?){1,3}[A-Z]")  # letters of words, some small


def kind_of_word(word: str, low: str, words: Lexicon) -> str:
    """name, common, initial, capitals, particle, low, number, possessive or sign."""
    if word == "'s":
        return "possessive"
    if not word[0].isalnum():
        return "sign"
    if word[0].isdigit():
        return "number"
    if low in words.particles:
        return "particle"
    if word[0].islower():
        return "name" if prefixed(word, words) else "low"
    if len(word) == 1 or (word.endswith(".") and len(word) <= SHORT + 1):
        return "initial"  # "P.", "M.A."
    if word.isupper() or (len(word) <= SHORT and LETTERED.fullmatch(word)):
        return "capitals"  # "MOFA", "CoD", "MoD"
    ordinary = low in words.common or is_ordinary(low, words)
    return "common" if ordinary and not of_syllables(word, words) else "name"


def of_syllables(word: str, words: Lexicon) -> bool:
    """As in "Min-woo", "Kar-wai": two short syllables of names, joined, the second in small letters."""
    first, joint, second = word.partition("-")
    if not joint or not second.islower() or max(len(first), len(second)) > SHORT:
        return False
    naming = words.naming
    return all(part in naming.families or part in naming.given for part in (first.lower(), second))


def prefixed(word: str, words: Lexicon) -> bool:
    """As in "al-Majali", "d'Souza": a small word joined to a capital letter."""
    for joint in "-'":
        before, _, after = word.partition(joint)
        if after[:1].isupper() and (before in words.particles or len(before) == 1):
            return True
    return False


def is_ordinary(low: str, words: Lexicon) -> bool:
    """Whether the word, or each part of it between hyphens, is a word of the language."""
    american = low.replace("isation", "ization")
    if "-" not in low:
        return american in words.naming.ordinary or (len(low) >= STEM and low.endswith(DERIVED))
    return all(part in words.naming.ordinary for part in american.split("-"))


def is_double_name(word: str, stop: int, words: Lexicon) -> bool:
    """As in "Amir-Rahmani", "King-Mufama": a title that a hyphen joins to a name."""
    rest = word[stop + 1 :]
    return (
        word[stop : stop + 1] == "-"
        and rest[:1].isupper()
        and rest[1:].islower()
        and (kind_of_word(rest, rest.lower(), words) == "name")
    )
