"""Offices: "Chief of the General Staff of the Armed Forces of the Islamic Republic of Iran"."""

from collections.abc import Iterator, Sequence

from chronicle.ingest.find.complements import SIDES, View, complement
from chronicle.ingest.find.office_words import mentions_of
from chronicle.ingest.find.pieces import Piece, Row, is_headline, rows_of
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Mention

HELD = frozenset(("decoy", "country", "demonym", "organisation", "body", "city", "region", "metonym"))
LEFT = frozenset(
    ("modifier", "field", "standing", "country", "demonym", "organisation", "body", "metonym", "region")
)
FIELDS = frozenset(("field", "common"))
TOLD = frozenset(("field", "common", "body", "organisation", "name", "capitals"))
PERSONAL = frozenset(("rank", "style", "name", "initial", "capitals", "particle"))
OWNERS = frozenset(("country", "nation", "kingdom", "republic", "alliance", "ministry", "island"))
TELLERS = frozenset(("who", "that", "he", "she"))
CHARGED = frozenset(("who", "is", "was", "has", ",", "been", "currently"))
BETWEEN = frozenset(("also", "now", "currently", "presently", "jointly"))
GOES_BEFORE = 8  # pieces of a list of fields before a head, at most


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Offices, whom each is held for, and how newly."""
    for row in rows_of(text, words, found, HELD):
        heads = [at for at, piece in enumerate(row.pieces) if tells(row, at, piece, words)]
        if heads:
            yield from offices_of(view_of(row, heads, words), heads)


def view_of(row: Row, heads: Sequence[int], words: Lexicon) -> View:
    """The row with where each of its offices starts."""
    headline = is_headline(row.sentence)
    plain = View(row, words, frozenset(), headline)
    starts = frozenset(start_of(plain, head) for head in heads if row.kind(head) == "head")
    return View(row, words, starts, headline)


def offices_of(view: View, heads: Sequence[int]) -> Iterator[Mention]:
    """The mentions of a row, left to right, none inside another."""
    end = 0
    for head in heads:
        if head < end:
            continue
        for rule in RULES:
            start, stop = rule(view, head)
            start = max(start, end)
            if stop > start and any(view.row.kind(k) == "head" or k == head for k in range(start, stop)):
                yield from mentions_of(view.row.pieces[start:stop], view.words, rule.__name__)
                end = stop
                break


def tells(row: Row, at: int, piece: Piece, words: Lexicon) -> bool:
    """Whether an office is told by the piece: a head, a verb, a charge."""
    if piece.kind in ("head", "charge"):
        return True
    return piece.kind == "low" and (piece.text in words.told.charges or is_clause(row, at, words))


def is_clause(row: Row, at: int, words: Lexicon) -> bool:
    """As in "who commands", "who now heads"."""
    if row.low(at) not in words.told.clauses:
        return False
    before = at - 1 - (row.low(at - 1) in BETWEEN)
    return row.low(before) in TELLERS


def office_in_a_clause(view: View, at: int) -> tuple[int, int]:
    """As in "who commands Hungary's Joint Forces", "who heads the Department of State"."""
    row = view.row
    if not is_clause(row, at, view.words):
        return at, at
    start = at + 1 + (row.low(at + 1) == "over")
    stop = complement(view, start, row.pieces[at], told=True)
    last = row.low(stop - 1)
    held = any(row.kind(k) in TOLD and (k > start or row.piece(k).capital) for k in range(at + 1, stop))
    return (at, stop) if held and last not in ("delegation", "team", "mission", "side") else (at, at)


def charge_of_a_minister(view: View, at: int) -> tuple[int, int]:
    """As in "who is in charge of Ecuador's external relations", "who holds the defence portfolio"."""
    row = view.row
    if row.low(at) not in view.words.told.charges or not {row.low(at - 1), row.low(at - 2)} & CHARGED:
        return at, at
    stop = complement(view, at + 1, row.pieces[at], told=True)
    fields = [k for k in range(at + 1, stop) if row.kind(k) in FIELDS]
    known = " ".join(row.low(k) for k in fields) in view.words.told.charged
    told = known or row.low(stop) in ("portfolio", "brief") or row.low(at) == "in charge of"
    return (at, stop) if fields and told else (at, at)


def offices_of_one_person(view: View, at: int) -> tuple[int, int]:
    """As in "First Deputy Minister of Defense and Chief of the General Staff": ends where the chain ends."""
    start, stop = one_office(view, at)
    linked = False
    while stop > start:
        following = chained(view, stop)
        if following == stop or of_two_sides(view.row, start, stop, following):
            break
        stop, linked = following, True
    return (start, stop) if linked and beside_name(view, start, stop) else (start, start)


def one_office(view: View, at: int) -> tuple[int, int]:
    """Words before the head, the head, what it is of."""
    row = view.row
    if row.kind(at) != "head" or row.low(at) in view.words.told.charges or is_clause(row, at, view.words):
        return at, at
    stop = at + 1
    while row.kind(stop) == "head" and row.piece(stop).capital == row.piece(at).capital:
        stop += 1
    if row.kind(stop) == "possessive" and owns_another(row, stop + 1):
        return at, at
    head = row.pieces[stop - 1]
    while (following := complement(view, stop, head)) > stop:
        stop = following
    return start_of(view, at), stop


def owns_another(row: Row, at: int) -> bool:
    """As in "the Georgian prime minister's special representative": an office after the possessive."""
    while row.kind(at) in LEFT and row.kind(at) != "standing":
        at += 1
    return row.kind(at) == "head"


RULES = (office_in_a_clause, charge_of_a_minister, offices_of_one_person, one_office)


def start_of(view: View, head: int) -> int:
    """Where the words before the head begin."""
    row, at = view.row, head
    while at > 0:
        kind = row.kind(at - 1)
        if kind in LEFT or (kind == "head" and row.piece(at - 1).capital == row.piece(at).capital):
            at -= 1
        elif kind == "possessive" and (row.kind(at - 2) in SIDES | {"head"} or row.low(at - 2) in OWNERS):
            at -= 2
        elif row.text(at - 1) == ")" and row.text(at - 3) == "(" and row.kind(at - 4) in LEFT:
            at -= 3  # "Royal Malaysian Air Force (RMAF) chief"
        elif kind == "common" and ordinary_before(view, at - 1, head):
            at -= 1
        elif row.text(at - 1) in ("and", "&", ",") and list_before(view, at):
            at -= 2
        else:
            break
    while row.text(at) in ("and", "&", ",") or row.low(at) in OWNERS:
        at += 1 + (row.kind(at + 1) == "possessive")
    return at


def ordinary_before(view: View, at: int, head: int) -> bool:
    """As in "Territorial Administration Minister": capitalised as the head is, and no first word."""
    piece = view.row.pieces[at]
    if view.headline or not piece.capital or not view.row.pieces[head].capital or view.follows_name(at):
        return False
    if piece.low in view.words.weekdays or piece.low in view.words.months:
        return False
    return at > 0 and piece.low not in view.words.common


def list_before(view: View, at: int) -> bool:
    """As in "the Foreign and European Affairs Minister", "Transport, Communications and … Minister"."""
    row = view.row
    if row.kind(at) not in FIELDS or row.kind(at - 2) not in FIELDS:
        return False
    if row.piece(at - 2).capital != row.piece(at).capital or (row.text(at - 1) == "," and view.headline):
        return False
    here = at - 2
    while here > at - GOES_BEFORE and (row.kind(here) in FIELDS or row.text(here) in (",", "and", "&")):
        here -= 1
    opens = row.kind(here) in SIDES | {"possessive", "modifier"} or here < 0
    return opens or (row.low(here) == "the" and row.low(here - 1) not in ("of", "for", "at", "in"))


def of_two_sides(row: Row, at: int, stop: int, following: int) -> bool:
    """Offices of two countries are two people's: "Commander … of Oman, the … Iranian …" (caa-113)."""
    first, second = (
        {row.pieces[k].value for k in range(*ends) if row.kind(k) in SIDES}
        for ends in ((at, stop), (stop, following))
    )
    return bool(first and second and not first & second)


def chained(view: View, at: int) -> int:
    """As in "…, the head of …", "… and Chief of …": where the second office ends, else `at`."""
    row = view.row
    if row.low(at) not in ("and", ",", "-"):
        return at
    start = at + 1 + (row.low(at + 1) in ("the", "also"))
    if start not in view.starts:
        return at
    head = next((k for k in range(start, len(row.pieces)) if row.kind(k) == "head"), start)
    stop = one_office(view, head)[1]
    return stop if stop > head else at


def beside_name(view: View, at: int, stop: int) -> bool:
    """Whether a name, a rank or a style stands next to the chain of offices."""
    row = view.row
    after = stop + (row.text(stop) == ",")
    before = at - 1 - (row.low(at - 1) == "the")
    named = row.kind(after) in PERSONAL or row.low(after) in view.words.naming.given
    return named or (row.text(before) == "," and row.kind(before - 1) in PERSONAL)
