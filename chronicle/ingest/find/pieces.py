"""A sentence as the pieces that offices and names are built of: phrases of the lexicon, else tokens."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from chronicle.ingest.text import Sentence, Text, Token
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Hit
from chronicle.model import Mention

BEFORE_NAME = re.compile(r"\s[A-ZÀ-ÖØ-ÞĀ-Ž]")  # a capital letter follows


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands at one place: `kind` is the lexicon's or one of those that `kind_of` gives."""

    kind: str
    text: str  # straight apostrophes and dashes
    value: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of one sentence."""

    sentence: Sentence
    pieces: tuple[Piece, ...]

    def kind(self, at: int) -> str:
        """The kind of the piece at `at`; "" beyond the ends."""
        return self.pieces[at].kind if 0 <= at < len(self.pieces) else ""

    def text(self, at: int) -> str:
        """The text of the piece at `at`; "" beyond the ends."""
        return self.pieces[at].text if 0 <= at < len(self.pieces) else ""

    def low(self, at: int) -> str:
        """The text of the piece at `at`, in lower case."""
        return self.text(at).lower()


def rows_of(text: Text, words: Lexicon, found: Iterable[Mention], kinds: frozenset[str]) -> tuple[Row, ...]:
    """Each sentence's pieces: mentions of these kinds, then terms of the lexicon, then tokens."""
    held = sorted(
        (m for m in found if m.kind in kinds), key=lambda m: m.span
    )  # the longest at a place comes last
    taken = {
        m.span.start: Piece(m.kind, text.key[m.span.start : m.span.stop], m.value, m.span.start, m.span.stop)
        for m in held
    }
    return tuple(
        Row(s, tuple(merged(s, base, taken)))
        for s, base in zip(text.sentences, plain_rows(text, words), strict=True)
    )


@lru_cache(maxsize=2)  # the finders and the cast ask for the same text, one after another
def plain_rows(text: Text, words: Lexicon) -> tuple[tuple[Piece, ...], ...]:
    """Each sentence as tokens, with the lexicon's terms as pieces before the tokens that they begin with."""
    terms = {hit.start: hit for hit in words.terms.found(text.low)}
    return tuple(tuple(plain_pieces(sentence, text, terms, words)) for sentence in text.sentences)


def plain_pieces(sentence: Sentence, text: Text, terms: Mapping[int, Hit], words: Lexicon) -> Iterator[Piece]:
    """The term that begins at a token, if any; then the token, for whoever passes over the term."""
    for number, token in enumerate(sentence.tokens):
        hit = terms.get(token.start)
        if hit is not None and hit.stop <= sentence.span.stop:
            yield Piece(
                hit.phrase.kind, text.key[hit.start : hit.stop], hit.phrase.value, hit.start, hit.stop
            )
        else:
            kind = kind_of(token, first=number == 0, text=text, words=words)
            yield Piece(kind, token.text, token.text, token.start, token.stop)


def merged(sentence: Sentence, base: Iterable[Piece], taken: Mapping[int, Piece]) -> Iterator[Piece]:
    """Left to right; of a mention and a term at one place the longer, of two equals the mention."""
    end = sentence.span.start
    for piece in base:
        if piece.start < end:
            continue
        mention = taken.get(piece.start)
        best = (
            piece
            if mention is None or mention.stop > sentence.span.stop or piece.stop > mention.stop
            else mention
        )
        end = best.stop
        yield best


def kind_of(token: Token, *, first: bool, text: Text, words: Lexicon) -> str:
    """name, initial, capitals, particle, low, number, possessive or sign."""
    word = token.text
    if word == "'s":
        return "possessive"
    if not word[0].isalnum():
        return "sign"
    if word[0].isdigit():
        return "number"
    low = word.lower()
    if low in words.particles:
        return "particle"
    if word[0].islower():
        return (
            "name"
            if "-" in word and word.split("-")[0] in words.particles and word.split("-")[1][:1].isupper()
            else "low"
        )
    if len(word) == 1 or (word.endswith(".") and len(word) <= 6):
        return "initial"
    if word.isupper() and len(word) > 1 and not word.isdigit():
        return "capitals"
    if low in words.months and f"{low}." in words.months and BEFORE_NAME.match(text.key, token.stop):
        return "name"  # "Jan Nowak", not "16 Jan 2025"
    if low in words.common or (first and ordinary(low, text)):
        return "common"
    return "name"


def ordinary(low: str, text: Text) -> bool:
    """Whether the word also stands in the text with a small letter: no name then."""
    at = text.key.find(low)
    return (
        at >= 0
        and not text.key[at - 1 : at].isalnum()
        and not text.key[at + len(low) : at + len(low) + 1].isalpha()
    )
