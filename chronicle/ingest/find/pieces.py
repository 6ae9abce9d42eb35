"""A sentence as the pieces that offices and names are built of: phrases of the lexicon, else tokens."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from chronicle.ingest.text import Sentence, Text, Token
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Hit
from chronicle.model import Mention

SHORT = 5  # letters of an abbreviation with a full stop, at most
HEADLINE = 0.7  # the share of longer words with a capital letter that makes a headline
LONG = 4  # letters of a longer word


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands at one place: `kind` is the lexicon's or one of those that `kind_of` gives."""

    kind: str
    text: str  # straight apostrophes and dashes
    value: str
    start: int
    stop: int

    @property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


NOTHING = Piece("", "", "", 0, 0)


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of one sentence."""

    sentence: Sentence
    pieces: tuple[Piece, ...]

    def piece(self, at: int) -> Piece:
        """The piece at `at`; `NOTHING` beyond the ends."""
        return self.pieces[at] if 0 <= at < len(self.pieces) else NOTHING

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
    held = sorted((m for m in found if m.kind in kinds), key=lambda m: m.span)  # the longest comes last
    taken = {
        m.span.start: Piece(m.kind, text.key[m.span.start : m.span.stop], m.value, m.span.start, m.span.stop)
        for m in held
    }
    rows = plain_rows(text, words)
    return tuple(Row(s, tuple(merged(s, base, taken))) for s, base in zip(text.sentences, rows, strict=True))


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


def is_headline(sentence: Sentence) -> bool:
    """Whether nearly all longer words have a capital letter: "Speaker Receives New Ambassador"."""
    longer = [t.text for t in sentence.tokens if len(t.text) >= LONG and t.text[0].isalpha()]
    ends = sentence.tokens[-1].text == "." if sentence.tokens else True
    return not ends and len(longer) >= LONG and sum(w[0].isupper() for w in longer) >= HEADLINE * len(longer)


def kind_of(token: Token, *, first: bool, text: Text, words: Lexicon) -> str:
    """name, common, initial, capitals, particle, low, number, possessive or sign."""
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
        return "name" if prefixed(word, words) else "low"
    if is_initial(token, text):
        return "initial"
    if word.isupper() and len(word) > 1:
        return "capitals"
    if low in words.common or is_ordinary(low, words) or (first and stands_small(low, text)):
        return "common"
    return "name"


def prefixed(word: str, words: Lexicon) -> bool:
    """As in "al-Majali", "d'Souza": a small word joined to a capital letter."""
    for joint in "-'":
        before, _, after = word.partition(joint)
        if after[:1].isupper() and (before in words.particles or len(before) == 1):
            return True
    return False


def is_initial(token: Token, text: Text) -> bool:
    """As in "P.", "M.A.", "Ts.": one letter, or a few without a vowel after the first before a full stop."""
    word = token.text
    if len(word) == 1 or (word.endswith(".") and len(word) <= SHORT + 1):
        return True
    return len(word) == len("Ts") and word[1].islower() and text.key[token.stop : token.stop + 1] == "."


def is_ordinary(low: str, words: Lexicon) -> bool:
    """Whether the word, or each part of it between hyphens, is a word of the language."""
    american = low.replace("isation", "ization")
    if "-" not in low:
        return american in words.naming.ordinary
    return all(part in words.naming.ordinary for part in american.split("-"))


def stands_small(low: str, text: Text) -> bool:
    """Whether the word also stands in the text with a small letter: no name then."""
    at = text.key.find(low)
    return (
        at >= 0
        and not text.key[at - 1 : at].isalnum()
        and not text.key[at + len(low) : at + len(low) + 1].isalpha()
    )
