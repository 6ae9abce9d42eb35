"""An article's body as sentences and tokens; every span counts in the body."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Hit, Joined, lowered, straight
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

WORD = (  # or a sign
    r"(?:[^\W\d_]\.){2,}|'s\b|(?:[Ee]x|[Tt]hen)-(?=[^\W\d_])|[^\W_]+(?:['.-](?!s\b)[^\W_]+)*|[^\w\s]|_"
)
TOKEN = re.compile(rf"(?:{WORD})\s*")  # with the white space behind it: together they are the sentence
GLUED = re.compile(r"(?<=[a-z])\.?[A-Z][a-z]")  # what a text has where titles are glued to names
PARAGRAPH = re.compile(r"[^\n]++(?:\n(?![^\S\n]*+\n)[^\n]++)*+")
STOP = re.compile(  # begins with the signs, so that the engine leaps from one to the next
    r"""[.!?…\n](?:
    (?<!\n)(?<![.!?…]{2})[.!?…]*+["'”’)\]]*+(?=\s++["'“‘(\[*•-]*+[^\Wa-z_])   # white space, no small letter
    |(?<=[a-z]{2}\.)(?=[A-Z][a-z]*\s)                    # "service.At the ministry" caa-125, "Day.Khazar"
    |(?<=\n)(?=[ \t]*[^\sa-z]))""",
    re.VERBOSE,
)
BEFORE = re.compile(r"[^\s(\[\"“]+$")
NEXT_WORD = re.compile(r"\s{1,3}[\"“'‘]?([^\W\d_]{1,12})\b")
DOMAIN = re.compile(r"[^\W_]{1,3}\b")
IN_CAPITALS = re.compile(r"(?<![^\W_]{2}[.,] )(?<![A-Z] )\b[A-Z]{4,}\b(?='s [A-Za-z][a-z]| [A-Za-z][a-z])")
NATIONS = frozenset(("country", "demonym"))
LONGEST = 2000  # code points of a sentence: what goes on beyond is no sentence, and is cut
OPEN_LINE = re.compile(r"(?:[,–-]|\b(?:and|or|of|the|with|by|to|in|at|for|from|his|her|a|an|on))\s*$")


class Token(NamedTuple):
    """A word or a sign of the body."""

    text: str  # with straight apostrophes and dashes
    start: int
    stop: int


@dataclass(frozen=True)
class Sentence:
    """A stretch of the body that says one thing: a sentence, a headline, a caption."""

    number: int  # from 0
    paragraph: int  # from 0
    span: Span
    words: Sequence[str]  # and signs, with straight apostrophes and dashes
    starts: list[int]  # where each of them stands

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words and signs, each with its place."""
        placed = zip(self.words, self.starts, strict=True)
        return tuple(Token(word, start, start + len(word)) for word, start in placed)


@dataclass(frozen=True, slots=True, eq=False)  # one object an article: hashed as such
class Text:
    """A body to read: as it is, and as keys for the lexicon, code point for code point."""

    body: str
    key: str  # straight apostrophes and dashes
    low: str  # `key` in lower case
    starts: tuple[int, ...]  # where each sentence starts
    sentences: tuple[Sentence, ...]
    hits: Mapping[str, Sequence[Hit]]  # phrases of the lexicon in `low`, by the index that has them


def text_of(body: str, words: Lexicon) -> Text:
    """The body, cut into sentences."""
    key = without_capitals(straight(body), words)
    sentences = []
    token = TOKEN
    if GLUED.search(key) and glued_titles().search(key):
        token = re.compile(rf"(?:{glued_titles().pattern}|{WORD})\s*")
    pieces = ((paragraph, piece) for paragraph, span in stretches(body, words) for piece in cut(body, span))
    for number, (paragraph, span) in enumerate(pieces):
        tokens = token.findall(key, span.start, span.stop)  # "Azerbaijan's" is two, "U.S." is one
        *starts, _ = accumulate(map(len, tokens), initial=span.start)
        sentences.append(Sentence(number, paragraph, span, list(map(str.rstrip, tokens)), starts))
    low, opens_at = lowered(key), tuple(s.span.start for s in sentences)
    return Text(body, key, low, opens_at, tuple(sentences), indexes(words).found(low))


def without_capitals(key: str, words: Lexicon) -> str:
    """As in "KENYAN president Ann Hart", "PRIME Minister": a word in capitals before others in small.

    Only the first word of a line may be any word; elsewhere it names a country or who lives there.
    """

    def evened(found: re.Match[str]) -> str:
        shown, low = found[0], found[0].lower()
        term = words.names.texts.get(shown.capitalize())
        nation = term is not None and term.kind in NATIONS
        opens = key[found.start() - 1 : found.start()] in ("", "\n") and shown not in words.names.texts
        told = nation or (opens and (low in words.common or low in words.naming.ordinary))
        return shown.capitalize() if told else shown

    return IN_CAPITALS.sub(evened, key)


@cache
def indexes(words: Lexicon) -> Joined:
    """The indexes in which finders look the whole text up, in lower case."""
    return Joined(
        {
            "acts": words.acts,
            "signs": words.signs,
            "cues": words.cues,
            "topics": words.topics,
            "talk": words.talk,
            "voices": words.voices,
            "long_terms": words.long_terms,
        }
    )


@cache
def glued_titles() -> re.Pattern[str]:
    """Titles that no space parts from the name: "Mr.Okemba", "MinisterAlmeida"."""
    lists = word_lists("en/stops")
    short, long = "|".join(lists["glued_short"]), "|".join(lists["glued_long"])
    return re.compile(rf"\b(?:(?:{short})(?=\.[A-Z][a-z])|(?:{long})(?=[A-Z][a-z]))")


def sentence_at(text: Text, place: int) -> int:
    """The number of the sentence at a place of the body, or of the last one before it; 0 at least."""
    return bisect_right(text.starts, place, 1) - 1


def by_sentence(text: Text, found: Iterable[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of each sentence, in their order."""
    starts, inside = text.starts, [list[Mention]() for _ in text.sentences]
    for mention in found:
        inside[bisect_right(starts, mention.span.start, 1) - 1].append(mention)
    return tuple(map(tuple, inside))


def stretches(body: str, words: Lexicon) -> Iterator[tuple[int, Span]]:
    """The sentences, each with the number of its paragraph."""
    for number, paragraph in enumerate(PARAGRAPH.finditer(body)):
        start = paragraph.start()
        for stop in STOP.finditer(body, paragraph.start(), paragraph.end()):
            if stop.start() >= start and ends_sentence(body, start, stop, words):
                yield number, trimmed(body, start, stop.end())
                start = stop.end()
        if body[start : paragraph.end()].strip():
            yield number, trimmed(body, start, paragraph.end())


def cut(body: str, span: Span) -> Iterator[Span]:
    """The stretch in pieces that are no longer than a sentence can be, cut at blanks where there are any."""
    start = span.start
    if span.stop - start <= LONGEST:
        yield span
        return
    while span.stop - start > LONGEST:
        stop = body.rfind(" ", start + 1, start + LONGEST)
        stop = stop if stop > 0 else start + LONGEST
        if body[start:stop].strip():
            yield trimmed(body, start, stop)
        start = stop
    yield trimmed(body, start, span.stop)


def ends_sentence(body: str, start: int, stop: re.Match[str], words: Lexicon) -> bool:
    """False after an abbreviation or an initial ("Col. Gen. Z. Hasanov"), and inside a wrapped line."""
    if not body[start : stop.start()].strip():
        return False
    if stop[0] == "\n":
        line = body[max(start, body.rfind("\n", start, stop.start()) + 1) : stop.start()]
        return not OPEN_LINE.search(line)
    if not stop[0].startswith("."):
        return True
    before = BEFORE.search(body, max(start, stop.start() - 30), stop.start())
    word = lowered(before[0]) if before else ""
    if before and before[0][0].isupper() and DOMAIN.match(body, stop.end()):
        return False  # "News.Az was told"; but "… Victory Day.Karim Aliyev said"
    return not shortened(word, body, stop.end(), words)


def shortened(word: str, body: str, place: int, words: Lexicon) -> bool:
    """Whether the stop behind a word only shortens it: "Col.", "Ts.", "P. B.", "Maj-Gen."; not "U.S. The"."""
    lists = word_lists("en/stops")
    last = word.rpartition("-")[2]
    if word + "." in words.abbreviations or last in lists["abbreviations"] or last in lists["initials"]:
        return "." not in word or not opens(body, place)
    if len(word) == 1:
        return word.isalpha()
    lettered = last in lists["either"] or (
        "." in word and all(len(part) <= 1 for part in word.split("."))
    )  # "Muhannad M.A. Alhammouri"
    return lettered and not opens(body, place)


def opens(body: str, place: int) -> bool:
    """Whether a word that begins sentences stands behind a place of the body."""
    found = NEXT_WORD.match(body, place)
    return found is not None and lowered(found[1]) in word_lists("en/stops")["openers"]


def trimmed(body: str, start: int, stop: int) -> Span:
    """The stretch without white space at its ends."""
    piece = body[start:stop]
    return Span(start + len(piece) - len(piece.lstrip()), stop - len(piece) + len(piece.rstrip()))
