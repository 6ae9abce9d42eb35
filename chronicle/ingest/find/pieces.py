"""A sentence as the pieces that offices and names are built of: phrases of the lexicon, else words."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from chronicle.ingest.find.word_kinds import is_double_name, kind_of_word
from chronicle.ingest.text import Sentence, Text, sentence_at
from chronicle.lexicon import Lexicon, NameWords
from chronicle.lexicon.phrases import Hit, lowered
from chronicle.model import Mention, Span

FIELDS = frozenset(("field", "common"))  # kinds of what an office is of
SIDES = frozenset(("country", "demonym", "organisation", "body", "metonym"))  # kinds of whose it is
HEADLINE = 0.7  # the share of longer words with a capital letter that makes a headline
LONG = 4  # letters of a longer word
WORDS = frozenset(("name", "common"))
TITLES = frozenset(("head", "style", "rank"))  # kinds of titles that may be names
APPOSED = 10  # pieces of an office before the comma behind which its holder is named, at most
ARMY = "Army"
OF_THE_ARMY = ("Army General", "Army Gen")  # no rank in "Commander of the Army General Koren"
SONS = frozenset(("bin", "ibn", "bint"))  # before and behind the father's name
PAIR = 2  # letters of "Ts."
PAIRED = re.compile(r"\b(?=([A-Z][\w'-]+ [A-Z][\w'-]+)\b)")
REMEMBERED = 1 << 16  # words whose kind is kept


class Piece(NamedTuple):  # a tuple, as hundreds are looked at in every article
    """What stands at a place: `kind` is the lexicon's or one of those that `kind_of_word` gives."""

    kind: str
    text: str  # straight apostrophes and dashes
    low: str  # the text in lower case
    capital: bool  # whether it begins with a capital letter
    value: str


new = tuple.__new__  # without the detour over Piece.__new__
NOTHING = Piece("", "", "", capital=False, value="")


class Row(NamedTuple):
    """The pieces of one sentence."""

    sentence: Sentence
    pieces: Sequence[Piece]
    starts: Sequence[int]  # where each piece stands
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

    def span(self, start: int, stop: int) -> Span:
        """Where the pieces from `start` up to `stop` stand."""
        return Span(self.starts[start], self.starts[stop - 1] + len(self.pieces[stop - 1].text))

    def span_of(self, at: int) -> Span:
        """Where the piece at `at` stands."""
        return self.span(at, at + 1)


class Plain(NamedTuple):
    """A sentence's words and the lexicon's terms, before mentions are put in."""

    sentence: Sentence
    words: list[Piece]  # each by itself, as a term where it is one
    pieces: list[Piece]  # the same, with terms of several words
    starts: list[int]  # where each piece stands
    headline: bool

    def holds(self, kinds: frozenset[str]) -> bool:
        """Whether a piece is of one of these kinds."""
        return not kinds.isdisjoint([piece.kind for piece in self.pieces])


def rows_of(
    text: Text,
    words: Lexicon,
    inside: Sequence[Sequence[Mention]],
    kinds: frozenset[str],
    asked: Callable[[Plain, Sequence[Mention]], bool],
) -> list[Row]:
    """The pieces of sentences: mentions of these kinds, then terms of the lexicon, then words.

    `inside` holds the mentions of each sentence; `asked` tells whether a sentence is asked for.
    """
    return [
        merged(plain, longest(held, kinds), text.key)
        for plain, held in zip(plain_rows(text, words), inside, strict=True)
        if asked(plain, held)
    ]


def longest(found: Iterable[Mention], kinds: frozenset[str]) -> dict[int, Mention]:
    """The longest mention of these kinds at each place, the last of several."""
    taken: dict[int, Mention] = {}
    for mention in found:
        if mention.kind in kinds:
            span = mention.span
            other = taken.get(span.start)
            if other is None or other.span.stop <= span.stop:
                taken[span.start] = mention
    return taken


def merged(plain: Plain, taken: Mapping[int, Mention], key: str) -> Row:
    """Left to right; of a mention and a term at one place the longer, of two equals the mention."""
    sentence, words, pieces, starts, _ = plain
    if taken:
        pieces, starts, done, last = pieces[:], starts[:], 0, sentence.span.stop
        for start in sorted(taken):
            at = bisect_left(starts, start, done)
            if at == len(starts) or starts[at] != start:
                continue  # within a word, or within what stands already
            done, mention, piece = at + 1, taken[start], pieces[at]
            stop, end = mention.span.stop, start + len(piece.text)
            if stop == end:
                pieces[at] = new(Piece, (mention.kind, piece.text, piece.low, piece.capital, mention.value))
            elif end < stop <= last:
                behind = bisect_left(starts, stop, done)
                end = starts[behind - 1] + len(pieces[behind - 1].text)
                pieces[at:behind] = [piece_of(key[start:stop], mention.kind, mention.value)]
                del starts[done:behind]
                if end > stop:  # a term that goes on falls apart
                    own = slice(bisect_left(sentence.starts, stop), bisect_left(sentence.starts, end))
                    pieces[done:done] = words[own]
                    starts[done:done] = sentence.starts[own]
    return Row(sentence, pieces, starts, plain.headline, len(pieces))


def piece_of(shown: str, kind: str, value: str) -> Piece:
    """A phrase of several words as a piece."""
    return new(Piece, (kind, shown, shown.lower(), shown[:1].isupper(), value))


@lru_cache(maxsize=2)  # the finders and the cast ask for the same text, one after another
def plain_rows(text: Text, words: Lexicon) -> tuple[Plain, ...]:
    """Each sentence as its words, and the terms of the lexicon that begin at them."""
    pieces = pieces_of_words(words)
    told = [words_of(sentence, text.key, pieces) for sentence in text.sentences]
    opening = [held for held in told if held and held[0].kind == "name" and held[0].low in text.key]
    small = {piece.text for held in told for piece in held if piece.kind == "low"} if opening else ()
    for held in opening:
        if held[0].low in small:
            held[0] = held[0]._replace(kind="common")
    terms: list[list[Hit]] = [[] for _ in told]
    for hit in text.hits["long_terms"] if told else ():
        terms[sentence_at(text, hit.start)].append(hit)
    plain = map(with_terms, text.sentences, told, terms, repeat(text.key))
    shown, naming = capitalised_titles(words), words.naming
    forenames = titles_as_forenames(text.key, naming)
    return tuple(
        row if shown.isdisjoint(row.sentence.words) else with_given_titles(row, naming, forenames)
        for row in with_small_names(plain, text.key)
    )


def with_small_names(plain: Iterable[Plain], key: str) -> Iterator[Plain]:
    """As in "President Karim rashid" where "Karim Rashid" stands elsewhere: a slip of the pen."""
    pairs: frozenset[str] | None = None
    for row in plain:
        for at, piece in enumerate(row.pieces[2:], 2):
            if piece.kind != "low" or row.pieces[at - 1].kind != "name":
                continue
            if row.pieces[at - 2].kind in TITLES and not row.pieces[at - 1].text.islower():
                pairs = frozenset(PAIRED.findall(key)) if pairs is None else pairs
                if f"{row.pieces[at - 1].text} {piece.text.capitalize()}" in pairs:
                    row.pieces[at] = piece._replace(kind="name", capital=True)
        yield row


@cache
def capitalised_titles(words: Lexicon) -> frozenset[str]:
    """The titles that may be names, as they are written before one."""
    naming = words.naming
    return frozenset(title.capitalize() for title in naming.titles | naming.addressed | naming.surnames)


VOWELS = frozenset("aeiouy")  # a name of two letters at the end of a sentence has one: "met Nils Ek."


def words_of(sentence: Sentence, key: str, pieces: Mapping[str, Piece]) -> list[Piece]:
    """The words by themselves, but for what the sign behind tells of: "Laos' prime minister", "Ts."."""
    words, starts = [pieces[word] for word in sentence.words], sentence.starts
    for at in places_of("'", sentence.words):
        if key[starts[at] - 1 : starts[at]] in ("s", "S") and key[starts[at] + 1 : starts[at] + 2] == " ":
            words[at] = words[at]._replace(kind="possessive")
    for at in places_of(".", sentence.words):
        before = words[at - 1] if at and starts[at - 1] + PAIR == starts[at] else NOTHING
        ends = at + 1 == len(words) and at > 1 and not VOWELS.isdisjoint(before.text[:PAIR].lower())
        if before.kind in WORDS and len(before.text) == PAIR and before.text[1].islower() and not ends:
            words[at - 1] = before._replace(kind="initial")
    return words


def places_of(sign: str, words: Sequence[str]) -> Iterator[int]:
    """Where a sign stands among the words."""
    at = -1
    for _ in range(words.count(sign)):
        at = words.index(sign, at + 1)
        yield at


def with_terms(sentence: Sentence, words: list[Piece], terms: Iterable[Hit], key: str) -> Plain:
    """The words of a sentence with its terms of several words; "Army General" as two behind "of the"."""
    pieces, starts = words, sentence.starts
    for start, stop, phrase in terms:
        at = bisect_left(starts, start)
        if stop > sentence.span.stop or starts[at : at + 1] != [start]:
            continue
        if pieces is words:
            pieces, starts = words[:], starts[:]
        shown, behind = key[start:stop], bisect_left(starts, stop, at + 1)
        if phrase.kind == "rank" and shown.startswith(OF_THE_ARMY) and is_behind(pieces[:at], "of", "the"):
            rank = shown[len(ARMY) + 1 :]
            pieces[at:behind] = [piece_of(ARMY, "field", "army"), piece_of(rank, phrase.kind, rank)]
            starts[at + 1 : behind] = [stop - len(rank)]
        else:
            pieces[at:behind] = [piece_of(shown, phrase.kind, phrase.value)]
            del starts[at + 1 : behind]
    return Plain(sentence, words, pieces, starts, is_headline(sentence))


def with_given_titles(plain: Plain, naming: NameWords, forenames: frozenset[str]) -> Plain:
    """The sentence with titles as names where they are: "Foreign Minister Emir Begovic"."""
    pieces = plain.pieces
    for at, piece in enumerate(pieces):
        if (
            piece.kind in TITLES
            and piece.capital
            and (
                is_given(pieces, at, naming)
                or is_family_title(pieces, at, naming)
                or is_no_ruler(pieces, at, forenames)
            )
        ):
            pieces = pieces[:] if pieces is plain.pieces else pieces
            pieces[at] = piece._replace(kind="name")
    return plain if pieces is plain.pieces else plain._replace(pieces=pieces)


def is_given(pieces: Sequence[Piece], at: int, naming: NameWords) -> bool:
    """As in "the minister, Hafiz Rahim", "Mr. King Sesay": a title behind another and before a name."""
    if pieces[at].low not in naming.titles and pieces[at].low not in naming.addressed:
        return False
    after = pieces[at + 1] if at + 1 < len(pieces) else NOTHING
    before = pieces[at - 1] if at else NOTHING
    if after.kind not in ("name", "common") or not after.capital or not at:
        return False
    if before.low in naming.plainly or before.low in SONS:
        return True  # "Mr. King Sesay", "Karim bin Sultan Rahmani"
    if pieces[at].low not in naming.titles:
        return False
    if before.kind == "head" and before.low not in naming.rulers:
        return True
    if before.text == "and":
        return at > 1 and pieces[at - 2].kind == "head" and pieces[at - 2].low not in naming.rulers
    if before.text != ",":
        return False
    for piece in reversed(pieces[max(0, at - APPOSED) : at - 1]):
        if piece.kind == "head" or piece.text == ",":
            return piece.kind == "head" and piece.low not in naming.rulers
    return False


def is_no_ruler(pieces: Sequence[Piece], at: int, forenames: frozenset[str]) -> bool:
    """As in "a call by Amir Rahmani", where no amir of anything is told: a forename."""
    if pieces[at].low not in forenames or at + 1 >= len(pieces) or pieces[at + 1].kind != "name":
        return False
    return (pieces[at - 1] if at else NOTHING).kind not in TITLES


def titles_as_forenames(key: str, naming: NameWords) -> frozenset[str]:
    """The titles that are forenames where the text tells of no such ruler: not "the Amir", "Amir of"."""
    ruled = (
        title
        for title in naming.unled
        if f"{title.capitalize()} of " in key
        or any(f"{the} {form}" in key for the in ("the", "The") for form in (title, title.capitalize()))
    )
    return naming.unled.difference(ruled)


def is_family_title(pieces: Sequence[Piece], at: int, naming: NameWords) -> bool:
    """As in "Envoy Dawn King and": a title as a family name, behind another title and a forename."""
    if at <= 1 or pieces[at].low not in naming.surnames:
        return False
    title, forename = pieces[at - 2], pieces[at - 1]
    named = forename.kind == "name" or forename.low in naming.given
    goes_on = at + 1 < len(pieces) and pieces[at + 1].capital
    return title.kind in TITLES and forename.capital and named and not goes_on


def is_behind(pieces: Sequence[Piece], *words: str) -> bool:
    """Whether these words stand last among the pieces."""
    return tuple(piece.low for piece in pieces[-len(words) :]) == words


def is_headline(sentence: Sentence) -> bool:
    """Whether nearly all longer words have a capital letter: "Speaker Receives New Ambassador"."""
    if not sentence.words or sentence.words[-1] == ".":
        return False
    longer = [word for word in sentence.words if len(word) >= LONG and word[0].isalpha()]
    return len(longer) >= LONG and sum(w[0].isupper() for w in longer) >= HEADLINE * len(longer)


class PiecesOfWords(dict[str, Piece]):
    """Each word as a piece by itself: a term of the lexicon, or a word.

    A class because it holds what the lexicon says of words met before.
    """

    def __init__(self, words: Lexicon) -> None:
        super().__init__()
        self.lexicon = words

    def __missing__(self, word: str) -> Piece:
        """The word as a piece, kept for the next time."""
        if len(self) >= REMEMBERED:
            self.clear()
        term = next((hit for hit in self.lexicon.terms.found(lowered(word)) if hit.start == 0), None)
        if term is None or is_double_name(word, term.stop, self.lexicon):
            piece = piece_of(word, kind_of_word(word, word.lower(), self.lexicon), word)
        else:  # "minister" of "minister-counsellor" as well
            piece = piece_of(word[: term.stop], term.phrase.kind, term.phrase.value)
        self[word] = piece
        return piece


@cache
def pieces_of_words(words: Lexicon) -> PiecesOfWords:
    """The pieces of a language's words."""
    return PiecesOfWords(words)


def roman(word: str) -> bool:
    """Whether the word is a ruler's number, "II"."""
    return set(word) <= set("IVX")
