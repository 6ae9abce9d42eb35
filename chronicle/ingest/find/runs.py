"""Runs: stretches of a sentence's pieces that may be a person's name."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chronicle.ingest.find.pieces import SONS, Piece, Row, roman
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
AMID = frozenset(("low", "act", "sign", "possessive"))  # before a word that has its capital letter of itself
RULERS = frozenset("king queen sultan emir shah pope tsar emperor president".split())
LED = frozenset(("with", "by", "and", "met", "", "between", "told", "received"))  # before somebody
APART = frozenset((",", '"', "'", "“", ":"))
PERSONAL = frozenset("abu ben ould van von de di um".split())  # small words that may begin a name
SEATS = frozenset(("in", "at", "to", "near"))  # then a city is no forename
NICKED = frozenset(("name", "common", "particle", "capitals"))
PATRONYMIC = frozenset(
    "oglu oğlu ogli ogly oghlu ugli ughli uly ulu uulu kyzy kızı qizi qyzy gyzy gizi kizi".split()
)  # small words that may end a name
AN = frozenset(("a", "i"))  # small words
SHORTENED = frozenset("mohd muhd mohamd abd wm chas geo jos jno thos robt".split())  # "Mohd. Rahim"
SAINTS = frozenset(("st", "mt", "ft", "pt", "no", "vs", "rd", "av"))  # what is no initial
AND = frozenset(("e", "y", "i"))  # as in "Reis e Silva", "Ortega y Gasset"
SYLLABLE = 5  # letters of a short word of an East Asian name, at most
SYLLABLES = 3  # words of such a name
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
        words = self.row.pieces[self.start : self.stop]
        named = sum([piece.kind == "name" for piece in words]) + self.forename
        if named == 1:
            named += any(piece.kind == "capitals" and len(piece.text) > SHORTEST for piece in words[1:])
        if words[0].low == "ben":
            return named > 0  # a forename, too
        if words[0].kind == "particle":
            return named > 1 and words[0].low in PERSONAL and words[0].capital
        if named == 1 and self.full:
            return is_initial(words) or any(piece.kind == "particle" for piece in words[1:])
        return named >= 2


def runs_of(row: Row, words: Lexicon) -> Iterator[Run]:
    """Stretches of capitalised words that are nothing else, with the small words inside them."""
    starts = [
        at
        for at, piece in enumerate(row.pieces)
        if piece.kind in OPENS and (piece.capital or piece.kind in NAMELIKE)
    ]
    forenames = words.naming.forenames
    if all(row.pieces[at].kind in UNNAMED and row.pieces[at].low not in forenames for at in starts):
        return
    end = 0
    for at in starts:
        if at >= end:
            end = run_end(row, at, words, headline=row.headline)
            if end > at and is_name(row, at, end, words):
                forename = is_forename(row, at, end, words)
                yield Run(row, at, end, row.headline, forename and not row.headline)


def is_forename(row: Row, at: int, stop: int, words: Lexicon) -> bool:
    """As in "Agnes Balogh", "Moon Hyun-soo", "Kim Song Min": a word or a syllable that is a name here."""
    if row.low(at) in words.naming.families:
        short = all(row.piece(k).capital and len(row.low(k)) <= SYLLABLE for k in range(at, stop))
        return is_joined(row.text(at + 1)) or (short and stop - at == SYLLABLES)
    return row.kind(at) != "name" and row.low(at) in words.naming.forenames


def is_joined(word: str) -> bool:
    """As in "Hyun-soo", "Wen-hsiang": two syllables joined, the second in small letters."""
    before, _, after = word.partition("-")
    return before[:1].isupper() and after.islower()


def is_initial(pieces: Sequence[Piece]) -> bool:
    """As in "B.", "K.P.", "Sh.", "A K", and neither "St." nor the "A" of "A Baku-Ganja train"."""
    first, after = pieces[0], pieces[1] if len(pieces) > 1 else pieces[0]
    if first.kind != "initial":
        return False
    if not first.text.isupper():
        return after.text == "." and first.low not in SAINTS
    return first.low not in AN or after.text == "." or after.kind == "initial"


def is_name(row: Row, at: int, stop: int, words: Lexicon) -> bool:
    """Whether a word of it is a name, and no institution, ship or site is named by it."""
    titled = row.kind(at - 1) in BEFORE
    named = any(row.kind(k) == "name" or row.low(k) in words.naming.forenames for k in range(at, stop))
    if not named and not (titled and names_one(row, at)):
        return shouted(row, at)
    before, after = row.low(at - 1), row.piece(stop)
    ends = after.capital and (after.low in words.naming.institutions or after.kind == "field")
    if titled:
        sites, dead = words.naming.sites, row.kind(at - 1) in TITLED or before in RULERS
        site = (row.low(at - 2) in sites and row.text(at - 2) != "its") or leads_to_a_site(row, stop, words)
        alone = stop - at == 1 and row.kind(at) == "name" and row.low(at) in words.naming.institutions
        if alone or (dead and (site or after.low in words.naming.things)):
            return False  # "Rashtrapati Bhawan", "King Hussein Bridge", "the frigate Admiral Brovkin"
        return before.rpartition(" ")[2] not in sites  # "Captain of INS Dolphin"
    if after.kind == "office" and after.capital and row.low(stop + 1) in words.naming.institutions:
        return False  # "Martin Luther King Day"
    if ends or row.kind(at - 1) == "capitals" or before in words.naming.sites:
        return False
    if row.text(at - 1) in APART and row.low(at - 2) in words.naming.sites:
        return False  # "the exercise, Saif Sareea"
    return row.low(at) not in words.naming.landmarks and after.low not in words.naming.things


def leads_to_a_site(row: Row, at: int, words: Lexicon) -> bool:
    """As in "King Salman | Relief Centre": capitalised words that end with one of a site or a body."""
    for here in range(at, at + SYLLABLES):
        if not row.piece(here).capital or row.kind(here) not in ("common", "field"):
            return False
        if row.low(here) in words.naming.institutions:
            return True
    return False


def names_one(row: Row, at: int) -> bool:
    """As in "President Grant", "Mr Brown", "Minister Jordan": an ordinary word as a family name."""
    return row.kind(at) in ("common", "city", "country") and row.piece(at).capital


def shouted(row: Row, at: int) -> bool:
    """As in "Prime Minister LARS ASKEL met him": a whole name in capitals, behind a title."""
    titled = row.kind(at - 1) in BEFORE and row.piece(at - 1).text.upper() != row.piece(at - 1).text
    loud = [piece for piece in row.pieces[at : at + 2] if piece.kind == "capitals" and piece.text.isalpha()]
    return titled and len(loud) == 2 and all(len(piece.text) > SHORTEST for piece in loud)


def run_end(row: Row, at: int, words: Lexicon, *, headline: bool) -> int:
    """Where the run ends that starts at `at`; `at` where none does."""
    if not opens(row, at, words, headline=headline):
        return at
    stop = at + 1
    while stop < len(row.pieces) and stop - at < LONGEST:
        width = word_of_name(row, stop) or nickname(row, stop)
        width = width or other_word_in_name(row, stop, words, headline=headline)
        width = width or father_or_family(row, stop, words, headline=headline)
        width = width or family_behind_mr(row, at, stop, words)
        width = width or family_of_a_word(row, at, stop, words, headline=headline)
        if not width:
            break
        stop += width
    return trimmed_end(row, at, stop)


def opens(row: Row, at: int, words: Lexicon, *, headline: bool) -> bool:
    """Whether a name may begin with the piece."""
    piece, kind = row.pieces[at], row.pieces[at].kind
    if kind in NAMELIKE:
        return kind == "name" or letters_open(row, at, words)
    if not piece.capital or " " in piece.text or kind not in OTHERWISE | {"common"}:
        return False
    if kind == "common":
        return word_opens(row, at, words, headline=headline)
    return place_opens(row, at, words, headline=headline)


def letters_open(row: Row, at: int, words: Lexicon) -> bool:
    """As in "A. Rashidov", "SATODA Kenji", "El Hadj Sow": initials, capitals, a small word."""
    piece, titled, following = row.pieces[at], row.kind(at - 1) in BEFORE, row.kind(at + 1)
    if piece.kind == "initial":
        if piece.low in AN and not titled and row.text(at + 1) != "." and following != "initial":
            return False  # "A Gurkha Khukuri"
        return following in ("name", "initial", "capitals", "sign", "particle")
    if piece.kind == "particle":
        double = following == "particle" and row.kind(at + 2) == "name"  # "General Secretary Le Van Duc"
        return (following in ("name", "capitals") and (piece.capital or titled)) or (
            double and titled and piece.capital
        )
    if piece.low in words.naming.sites or row.text(at - 1) == "/" or not piece.text.isupper():
        return False  # "the frigate HMS Lark", "(Photo: ABC/DEF Anton Brovkin)", "the CoD Anton Brovkin"
    if piece.low in words.naming.families and is_joined(row.text(at + 1)):
        return True  # "OH Young-min"
    goes_on = following == "name" or (following == "particle" and row.kind(at + 2) in WORDS)
    goes_on = goes_on or row.low(at + 1) in words.naming.forenames or shouted(row, at)
    return goes_on and (titled or len(piece.text) >= SHORTEST)


def word_opens(row: Row, at: int, words: Lexicon, *, headline: bool) -> bool:
    """As in "Grace Moyo", "President Grant", "Daw San San Nwe", "between Do Hung Vien and …"."""
    piece, following, naming = row.pieces[at], row.piece(at + 1), words.naming
    titled = row.kind(at - 1) in BEFORE
    goes_on = following.kind in ("name", "particle", "initial")
    told = piece.low not in words.common and not headline
    amid = not headline and (titled or row.kind(at - 1) in AMID)
    if amid and piece.low in naming.families and following.kind in WORDS and following.capital:
        return True
    if row.kind(at - 1) == "style" and following.kind == "common" and row.kind(at + 2) == "name":
        return True
    if goes_on:
        return titled or piece.low in naming.given or (at > 0 and told)
    led = titled or (row.low(at - 1) in LED and piece.low in naming.forenames)
    if led and not headline and piece.low in naming.given and is_family(following, words):
        return True
    return titled and not following.capital and told and piece.low not in naming.institutions


def is_family(piece: Piece, words: Lexicon) -> bool:
    """Whether an ordinary word may be a family name behind a forename: "Marsh" of "Minister Will Marsh"."""
    naming = words.naming
    plain = piece.kind in WORDS and piece.low not in words.common and piece.low not in naming.institutions
    return piece.capital and (plain or (piece.kind in (*WORDS, "field") and piece.low in naming.surnames))


def place_opens(row: Row, at: int, words: Lexicon, *, headline: bool) -> bool:
    """As in "Minister Jordan Bardel", "Sydney Mufama", "Ms. Dessalines": a name that is a place's too."""
    piece, before, following = row.pieces[at], row.low(at - 1), row.kind(at + 1)
    if row.kind(at - 1) == "style" and piece.kind in PLACES and not row.piece(at + 1).capital:
        return True
    named = following in ("name", "particle", "initial") or is_family(row.piece(at + 1), words)
    if row.kind(at - 1) in BEFORE and named:
        return piece.kind != "demonym"
    led = before in LED or before.endswith(" with")
    if following != "name" or headline or before in SEATS or piece.low not in words.naming.forenames:
        return False
    return piece.kind == "city" or (piece.low in words.naming.lands and led)


def trimmed_end(row: Row, at: int, stop: int) -> int:
    """The end without small words, initials and short forms that hang over."""
    while stop > at and (
        (row.kind(stop - 1) == "particle" and not (row.low(stop - 1) in PATRONYMIC and stop - at > 2))
        or row.kind(stop - 1) == "initial"
        or (row.kind(stop - 1) == "style" and not ends_with_style(row, stop - 1))
        or row.text(stop - 1) == "."
        or (row.kind(stop - 1) == "capitals" and not roman(row.text(stop - 1)) and stop - 1 > at)
    ):
        loud = row.kind(stop - 1) == "capitals" and len(row.text(stop - 1)) > SHORTEST
        if loud and (stop - 2 == at or len(row.text(stop - 1)) > SYLLABLE - 1):
            break  # "Shoji HIRATA", "Nguyen Van THANG"
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
    initials = initials or before.lower() in SHORTENED
    return int(kind == "initial" or initials)  # "Abdullah II." ends its sentence


def nickname(row: Row, here: int) -> int:
    """As in “Gibo” within a name (sea-105), “Abu Firas”, (Chip): with its quotation marks or brackets."""
    if row.text(here) == "(":
        named = row.kind(here - 1) in ("name", "initial", "sign") and row.kind(here + 3) == "name"
        alone = row.piece(here + 1).capital and row.kind(here + 1) in ("name", "common")
        return 3 * (named and alone and row.text(here + 2) == ")")
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
    if piece.text in AND:
        return int(
            row.kind(here - 1) == "name" and row.kind(here + 1) in WORDS and row.piece(here + 1).capital
        )
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
    if (
        len(piece.text) <= SYLLABLE
        and row.low(here - 2) in words.naming.families
        and row.piece(here - 1).capital
    ):
        return 1  # "Kim Song Min"
    loud = row.kind(here - 1) == "capitals" and piece.low in words.naming.forenames  # "BALOGH Agnes"
    follows = row.kind(here - 1) in ("name", "particle") and piece.low not in words.common
    return int(between or follows or loud)


def father_or_family(row: Row, here: int, words: Lexicon, *, headline: bool) -> int:
    """As in "bin Sultan", "bin Dato Paduka Haji Rahim", "Karim Sahel": a title or a field elsewhere."""
    piece = row.piece(here)
    if piece.capital and row.low(here - 1) in SONS:
        return int(piece.kind in ("common", "style", "head"))
    family = piece.kind == "field" and piece.low not in words.naming.ordinary
    if headline or not family or not piece.capital or " " in piece.text:
        return 0
    return int(row.kind(here - 1) == "name" and not row.piece(here + 1).capital)


def family_behind_mr(row: Row, at: int, here: int, words: Lexicon) -> int:
    """As in "Mr. Karim Item, Ambassador of": behind a forename whatever word, before a comma or the end."""
    plain = row.low(at - 1) in words.naming.plainly and row.kind(at) == "name" and here == at + 1
    ends = row.text(here + 1) in ("", ",", "(", "-", ";")
    return int(plain and ends and row.piece(here).capital and row.kind(here) == "common")


def family_of_a_word(row: Row, at: int, here: int, words: Lexicon, *, headline: bool) -> int:
    """As in "Minister Zoltan Bishop", "Wang Jun": a word, a month or a place that is a family name."""
    piece, following = row.piece(here), row.piece(here + 1)
    if headline or not piece.capital or following.capital or following.kind == "possessive":
        return 0
    titled, second = row.kind(at - 1) in BEFORE, here == at + 1
    led = titled or (row.low(at - 1) in LED and row.low(at) in words.naming.forenames)
    short = titled and row.kind(here) == "common" and len(piece.text) < SYLLABLE
    if (
        second
        and row.low(at) in words.naming.families
        and (piece.low in words.naming.forenames or (short and piece.low not in words.common))
    ):
        return 1  # "Wang Jun", "President Wang Ping"
    if second and led and row.low(at) in words.naming.given and is_family(piece, words):
        return 1
    if piece.low not in words.naming.surnames or row.kind(here - 1) not in ("name", "initial", "sign"):
        return 0
    ruler = row.low(at - 1) in RULERS or row.kind(at - 1) == "rank"
    if piece.low in words.naming.halls and (not titled or ruler):
        return 0  # "King Faruk Bridge"
    told = titled or row.kind(at - 1) == "act" or row.low(at - 1) in LED or row.kind(here + 1) == "act"
    return int(told and following.low not in words.naming.things)


def ends_with_style(row: Row, here: int) -> bool:
    """As in "Kyaw Zeyar Tun", "Rommel Tinio Sr.": what is a form of address elsewhere."""
    plain = row.low(here) == "sr." or row.text(here).isalpha()
    return plain and row.kind(here - 1) in WORDS and not row.piece(here + 1).capital
