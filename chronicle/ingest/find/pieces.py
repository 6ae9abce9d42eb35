"""A sentence as the pieces that offices and names are built of: phrases of the lexicon, else tokens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from chronicle.ingest.text import Sentence, Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Hit
from chronicle.model import Mention

SHORT = 5  # letters of an abbreviation with a full stop, at most
HEADLINE = 0.7  # the share of longer words with a capital letter that makes a headline
LONG = 4  # letters of a longer word
WORDS = frozenset(("name", "common"))
OF_THE_ARMY = ("Army General", "Army Gen")  # no rank in "Commander of the Army General Koren"
PAIR = 2  # letters of "Ts."
REMEMBERED = 1 << 16  # words whose kind is kept


class Piece(NamedTuple):  # a tuple, as hundreds are made for every article
    """What stands at one place: `kind` is the lexicon's or one of those that `kind_of` gives."""

    kind: str
    text: str  # straight apostrophes and dashes
    low: str  # the text in lower case
    capital: bool  # whether it begins with a capital letter
    value: str
    start: int
    stop: int


new = tuple.__new__  # without the detour over Piece.__new__
NOTHING = Piece("", "", "", capital=False, value="", start=0, stop=0)


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of one sentence."""

    sentence: Sentence
    pieces: Sequence[Piece]
    headline: bool  # whether nearly all its words have a capital letter
    size: int  # how many pieces

    def piece(self, at: int) -> Piece:
        """The piece at `at`; `NOTHING` beyond the ends."""
        return self.pieces[at] if 0 <= at < self.size else NOTHING

    def kind(self, at: int) -> str:
        """The kind of the piece at `at`; "" beyond the ends."""
        return self.pieces[at].kind if 0 <= at < self.size else ""

    def text(self, at: int) -> str:
        """The text of the piece at `at`; "" beyond the ends."""
        return self.pieces[at].text if 0 <= at < self.size else ""

    def low(self, at: int) -> str:
        """The text of the piece at `at`, in lower case."""
        return self.pieces[at].low if 0 <= at < self.size else ""


class Plain(NamedTuple):
    """A sentence's tokens and the lexicon's terms, before mentions are put in."""

    sentence: Sentence
    pieces: Sequence[Piece]
    headline: bool


def rows_of(
    text: Text,
    words: Lexicon,
    found: Iterable[Mention],
    kinds: frozenset[str],
    only: frozenset[int] | None = None,
) -> list[Row]:
    """Each sentence's pieces: mentions of these kinds, then terms of the lexicon, then tokens.

    `only` numbers the sentences that are asked for, all where it is None.
    """
    taken: dict[int, Mention] = {}
    for mention in found:
        if mention.kind in kinds:
            span = mention.span
            other = taken.get(span.start)
            if other is None or other.span.stop <= span.stop:
                taken[span.start] = mention
    rows = []
    for plain in plain_rows(text, words):
        if only is None or plain.sentence.number in only:
            pieces = merged(plain, taken, text.key)
            rows.append(Row(plain.sentence, pieces, plain.headline, len(pieces)))
    return rows


def merged(plain: Plain, taken: Mapping[int, Mention], key: str) -> list[Piece]:
    """Left to right; of a mention and a term at one place the longer, of two equals the mention."""
    pieces, end, last = [], -1, plain.sentence.span.stop
    for piece in plain.pieces:
        start = piece.start
        if start < end:
            continue
        end = piece.stop
        mention = taken.get(start)
        if mention is not None and end <= mention.span.stop <= last:
            end = mention.span.stop
            pieces.append(piece_of(key[start:end], mention.kind, mention.value, start))
        else:
            pieces.append(piece)
    return pieces


def piece_of(shown: str, kind: str, value: str, start: int) -> Piece:
    """A phrase of several words as a piece."""
    return new(Piece, (kind, shown, shown.lower(), shown[:1].isupper(), value, start, start + len(shown)))


@lru_cache(maxsize=2)  # the finders and the cast ask for the same text, one after another
def plain_rows(text: Text, words: Lexicon) -> tuple[Plain, ...]:
    """Each sentence as terms of the lexicon and, where none begins, tokens."""
    terms = {hit.start: hit for hit in words.terms.found(text.low)}
    rows = [plain_pieces(sentence, text.key, terms, words) for sentence in text.sentences]
    small = {piece.text for pieces in rows for piece in pieces if piece.kind == "low"}
    for pieces in rows:
        if pieces and pieces[0].kind == "name" and pieces[0].low in small:
            pieces[0] = pieces[0]._replace(kind="common")
    return tuple(Plain(s, p, is_headline(s)) for s, p in zip(text.sentences, rows, strict=True))


def plain_pieces(sentence: Sentence, key: str, terms: Mapping[int, Hit], words: Lexicon) -> list[Piece]:
    """The term that begins at a token, or the token."""
    pieces: list[Piece] = []
    last = sentence.span.stop
    for token in sentence.tokens:
        word, start, stop = token.text, token.start, token.stop
        hit = terms.get(start)
        if hit is not None and hit.stop <= last:
            kind, shown = hit.phrase.kind, key[start : hit.stop]
            if kind == "rank" and shown.startswith(OF_THE_ARMY) and is_behind(pieces, "of", "the"):
                pieces.append(piece_of(shown[: len("Army")], "field", "army", start))
                shown = shown[len("Army ") :]
                pieces.append(piece_of(shown, kind, shown, hit.stop - len(shown)))
            else:
                pieces.append(piece_of(shown, kind, hit.phrase.value, start))
        else:
            kind, low, capital = kind_of(word, words)
            if word == "'" and key[start - 1 : start] == "s" and key[stop : stop + 1] == " ":
                kind = "possessive"  # "Laos' prime minister"
            elif len(word) == PAIR and kind in WORDS and word[1].islower() and key[stop : stop + 1] == ".":
                kind = "initial"  # "Ts."
            pieces.append(new(Piece, (kind, word, low, capital, word, start, stop)))
    return pieces


def is_behind(pieces: Sequence[Piece], *words: str) -> bool:
    """Whether these words stand last among the pieces."""
    return len(pieces) > len(words) and all(
        p.low == w for p, w in zip(pieces[-len(words) :], words, strict=True)
    )


def is_headline(sentence: Sentence) -> bool:
    """Whether nearly all longer words have a capital letter: "Speaker Receives New Ambassador"."""
    if not sentence.tokens or sentence.tokens[-1].text == ".":
        return False
    longer = [t.text for t in sentence.tokens if len(t.text) >= LONG and t.text[0].isalpha()]
    return len(longer) >= LONG and sum(w[0].isupper() for w in longer) >= HEADLINE * len(longer)


@lru_cache(maxsize=REMEMBERED)
def kind_of(word: str, words: Lexicon) -> tuple[str, str, bool]:
    """The kind of a token by itself, the token in lower case, whether it begins with a capital letter."""
    low = word.lower()
    return kind_of_word(word, low, words), low, word[:1].isupper()


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
    if word.isupper():
        return "capitals"
    return "common" if low in words.common or is_ordinary(low, words) else "name"


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
        return american in words.naming.ordinary
    return all(part in words.naming.ordinary for part in american.split("-"))
