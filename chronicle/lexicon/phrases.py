"""Many fixed phrases, found in a text in one pass."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import ahocorasick_rs

STRAIGHT = {"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "–": "-", "‑": "-", "\xa0": " ", "\n": " "}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the lexicon: what kind of thing it names, and which."""

    text: str
    kind: str
    value: str


class Hit(NamedTuple):  # a tuple, as hundreds are made for every article
    """A phrase at a place: half-open, in code points of the text searched."""

    start: int
    stop: int
    phrase: Phrase


new = tuple.__new__  # without the detour over Hit.__new__


class Phrases:
    """An index of phrases; `found` is linear in the text, however many phrases there are.

    A class because it holds a compiled automaton. The first of two phrases with one text wins.
    """

    __slots__ = ("_automaton", "_phrases", "texts")

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        kept: dict[str, Phrase] = {}
        for phrase in phrases:
            kept.setdefault(straight(phrase.text), phrase)
        kept.pop("", None)
        self.texts: Mapping[str, Phrase] = kept  # by the text that is looked for
        self._phrases = tuple(kept.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(kept) or ["\0"])

    def found(self, key: str) -> list[Hit]:
        """The longest phrases on word boundaries, left to right, none overlapping another."""
        phrases, length, end, hits = self._phrases, len(key), 0, list[Hit]()
        matches = self._automaton.find_matches_as_indexes(key, overlapping=True)
        for start, stop, index in sorted([(start, -stop, index) for index, start, stop in matches]):
            if (
                start >= end
                and (start == 0 or not key[start - 1].isalnum() or not key[start].isalnum())
                and (stop == -length or not key[-stop].isalnum() or not key[-stop - 1].isalnum())
            ):
                end = -stop
                hits.append(new(Hit, (start, end, phrases[index])))
        return hits

    def starts(self, key: str) -> list[int]:
        """Where phrases begin at the beginning of a word, in order, whatever stands behind them."""
        matches = self._automaton.find_matches_as_indexes(key, overlapping=True)
        return sorted({start for _, start, _ in matches if not start or not key[start - 1].isalnum()})


class Joined:
    """Several indexes of phrases, for one text; `found` is one pass for all of them.

    A class because it holds a compiled automaton.
    """

    __slots__ = ("_automaton", "_names", "_owners")

    def __init__(self, indexes: Mapping[str, Phrases]) -> None:
        owners: dict[str, list[tuple[str, Phrase]]] = {}
        for name, index in indexes.items():
            for text, phrase in index.texts.items():
                owners.setdefault(text, []).append((name, phrase))
        self._names = tuple(indexes)
        self._owners = tuple(owners.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(owners) or ["\0"])

    def found(self, key: str) -> dict[str, list[Hit]]:
        """By the name of each index, what its own `found` finds."""
        owners, length = self._owners, len(key)
        ends, hits = dict.fromkeys(self._names, 0), {name: list[Hit]() for name in self._names}
        matches = self._automaton.find_matches_as_indexes(key, overlapping=True)
        for start, stop, index in sorted([(start, -stop, index) for index, start, stop in matches]):
            if (start == 0 or not key[start - 1].isalnum() or not key[start].isalnum()) and (
                stop == -length or not key[-stop].isalnum() or not key[-stop - 1].isalnum()
            ):
                for name, phrase in owners[index]:
                    if start >= ends[name]:
                        ends[name] = -stop
                        hits[name].append(new(Hit, (start, -stop, phrase)))
        return hits


def straight(text: str) -> str:
    """The text with one kind of apostrophe, dash and space; code points keep their places."""
    for mark, plain in STRAIGHT.items():
        text = text.replace(mark, plain)
    return text


def lowered(text: str) -> str:
    """The text in lower case; code points keep their places (İ has no single lower-case letter)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
