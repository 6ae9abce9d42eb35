"""Runs: stretches of a sentence's pieces that may be a person's name."""

from collections.abc import Iterator
from typing import NamedTuple

from chronicle.ingest.find.pieces import Row
from chronicle.lexicon import Lexicon

NAMELIKE = frozenset(("name", "initial", "capitals", "particle"))
TITLED = frozenset(("rank", "style"))
BEFORE = frozenset(("office", "rank", "style", "suffix"))
STYLED = frozenset(("name", "particle", "style"))
QUOTES = frozenset(('"', "'", "“", "”"))
OTHERWISE = frozenset(("city", "country", "region", "demonym", "metonym"))
UNNAMED = frozenset(("initial", "capitals", "particle", "common"))  # words that are no name by themselves
OPENS = UNNAMED | OTHERWISE | {"name"}
PLACES = frozenset(("city", "country", "region"))
WORDS = frozenset(("name", "common"))
SEATS = frozenset(("in", "at", "to", "near"))  # then a city is no forename
NICKED = frozenset(("name", "common", "particle", "capitals"))
NICK = 3  # words of a nickname, at most
LONGEST = 10
SHORTEST = 3  # letters of a word in capitals that is no initials


class Run(NamedTuple):
    """Pieces `start` up to `stop` of a row that may be a name."""

    row: Row
    start: int
    stop: int
    headline: bool = False
    forename: bool = False  # whether it begins with an ordinary word that is a name first: "Agnes"

    @property
    def full(self) -> bool:
        """Whether it has two words at least."""
        return self.stop - self.start >= 2 or "." in self.row.text(self.start)  # "V.Hajiyev" caa-114

    @property
    def sure(self) -> bool:
        """Whether it has two words that are names and nothing else."""
        words = [self.row.pieces[k] for k in range(self.start, self.stop)]
        named = sum(piece.kind == "name" for piece in words)
        return named + self.forename >= 2 and words[0].kind != "particle"


def runs_of(row: Row, words: Lexicon) -> Iterator[Run]:
    """Stretches of capitalised words that are nothing else, with the small words inside them."""
    starts = [
        at
        for at, piece in enumerate(row.pieces)
        if piece.kind in OPENS and (piece.capital or piece.kind in NAMELIKE)
    ]
    if all(row.pieces[at].kind in UNNAMED for at in starts):
        return
    end = 0
    for at in starts:
        if at >= end:
            end = run_end(row, at, words, headline=row.headline)
            if end > at and is_name(row, at, end, words):
                forename = row.kind(at) != "name" and row.low(at) in words.naming.forenames
                yield Run(row, at, end, row.headline, forename and not row.headline)


def is_name(row: Row, at: int, stop: int, words: Lexicon) -> bool:
    """Whether a word of it is a name, and no institution, ship or site is named by it."""
    titled = row.kind(at - 1) in BEFORE
    named = any(row.kind(k) == "name" or row.low(k) in words.naming.forenames for k in range(at, stop))
    if not named and not (titled and names_one(row, at)):
        return False
    if titled:
        return True
    after = row.piece(stop)
    ends = after.capital and (after.low in words.naming.institutions or after.kind == "field")
    return not ends and row.low(at - 1) not in words.naming.sites and row.kind(at - 1) != "capitals"


def names_one(row: Row, at: int) -> bool:
    """As in "President Grant", "Mr Brown", "Minister Jordan": an ordinary word as a family name."""
    return row.kind(at) in ("common", "city", "country") and row.piece(at).capital


def run_end(row: Row, at: int, words: Lexicon, *, headline: bool) -> int:
    """Where the run ends that starts at `at`; `at` where none does."""
    if not opens(row, at, words, headline=headline):
        return at
    stop = at + 1
    while stop < len(row.pieces) and stop - at < LONGEST:
        width = word_of_name(row, stop) or nickname(row, stop)
        width = width or other_word_in_name(row, stop, words, headline=headline)
        if not width:
            break
        stop += width
    return trimmed_end(row, at, stop)


def opens(row: Row, at: int, words: Lexicon, *, headline: bool) -> bool:
    """Whether a name may begin with the piece."""
    piece, kind = row.pieces[at], row.pieces[at].kind
    if kind == "name":
        return True
    titled, following = row.kind(at - 1) in BEFORE, row.kind(at + 1)
    if kind == "initial":
        return following in ("name", "initial", "capitals", "sign", "particle")
    if kind == "capitals":
        goes_on = following == "name" or (following == "particle" and row.kind(at + 2) in WORDS)
        goes_on = goes_on or row.low(at + 1) in words.naming.forenames
        return goes_on and (titled or len(piece.text) >= SHORTEST)
    if kind == "particle":
        return following in ("name", "capitals") and (piece.capital or titled)
    if not piece.capital or " " in piece.text or kind not in OTHERWISE | {"common"}:
        return False
    goes_on = following in ("name", "particle", "initial")
    if not titled and not goes_on:
        return False
    if row.kind(at - 1) == "style" and kind == following == "common" and row.kind(at + 2) == "name":
        return True  # "Daw San San Nwe"
    if kind == "common":
        given = piece.low in words.naming.given or (at > 0 and piece.low not in words.common and not headline)
        alone = (
            titled
            and not goes_on
            and not row.piece(at + 1).capital
            and piece.low not in words.common
            and not headline
        )
        return (goes_on and (given or titled)) or (alone and piece.low not in words.naming.institutions)
    called = piece.low in words.naming.forenames and row.low(at - 1) not in SEATS and following == "name"
    return (titled and goes_on and kind != "demonym") or (called and kind == "city")


def trimmed_end(row: Row, at: int, stop: int) -> int:
    """The end without small words, initials and short forms that hang over."""
    while stop > at and (
        row.kind(stop - 1) in ("particle", "initial")
        or (row.kind(stop - 1) == "style" and not ends_with_style(row, stop - 1))
        or row.text(stop - 1) == "."
        or (row.kind(stop - 1) == "capitals" and not roman(row.text(stop - 1)) and stop - 1 > at)
    ):
        if row.kind(stop - 1) == "capitals" and len(row.text(stop - 1)) > SHORTEST and stop - 2 == at:
            break  # "Shoji HIRATA"
        stop -= 1
    return stop


def word_of_name(row: Row, here: int) -> int:
    """A capitalised word, a small word, an initial with its full stop: how many pieces."""
    if row.kind(here) in NAMELIKE:
        return 1
    if row.text(here) != ".":
        return 0
    kind, before = row.kind(here - 1), row.text(here - 1)
    initials = kind == "capitals" and len(before) <= len("Md") and not roman(before)
    return int(kind == "initial" or initials)  # "Abdullah II." ends its sentence


def nickname(row: Row, here: int) -> int:
    """As in “Gibo” within a name (sea-105), “Abu Firas”: with its quotation marks."""
    if row.text(here) not in QUOTES:
        return 0
    stop = here + 1
    while stop <= here + NICK and row.piece(stop).capital and row.kind(stop) in NICKED:
        stop += 1
    return stop + 1 - here if stop > here + 1 and row.text(stop) in QUOTES else 0


def other_word_in_name(row: Row, here: int, words: Lexicon, *, headline: bool) -> int:
    """A word that is mostly something else: "Jr.", "Khan", "Jordan", a style between two names."""
    piece, kind = row.piece(here), row.kind(here)
    if kind == "suffix":
        return int(not piece.text.startswith("("))
    if not piece.capital or " " in piece.text:
        return 0
    between = row.kind(here + 1) in ("name", "particle") and row.kind(here - 1) in NAMELIKE
    if kind == "style":
        inside = row.kind(here - 1) in {*NAMELIKE, "style"} and row.kind(here + 1) in STYLED
        return int(inside or ends_with_style(row, here))
    if kind in PLACES and row.low(here - 1) in words.naming.honoured and not headline:
        return 1  # "Jarrah Al Salem Al Sabah"
    if kind in ("city", "country", "region", "field"):
        return int(between or (kind == "city" and row.kind(here - 1) == "name" and not headline))
    if kind != "common" or piece.low in words.naming.institutions or headline:
        return 0
    initialled = row.text(here - 1) == "." and piece.low not in words.common
    if initialled or (row.kind(here - 1) == "common" and row.kind(here + 1) == "name"):
        return 1  # "Marcus T. Holloway", "Daw San San Nwe"
    loud = row.kind(here - 1) == "capitals" and piece.low in words.naming.forenames  # "BALOGH Agnes"
    follows = row.kind(here - 1) in ("name", "particle") and piece.low not in words.common
    return int(between or follows or loud)


def ends_with_style(row: Row, here: int) -> bool:
    """As in "Kyaw Zeyar Tun", "Rommel Tinio Sr.": what is a form of address elsewhere."""
    plain = row.low(here) == "sr." or row.text(here).isalpha()
    return plain and row.kind(here - 1) == "name" and not row.piece(here + 1).capital


def roman(word: str) -> bool:
    """Whether the word is a ruler's number, "II"."""
    return set(word) <= set("IVX")
