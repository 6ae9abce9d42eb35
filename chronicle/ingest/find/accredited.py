"""Whether "to", "in" or "at" belongs to an office: an envoy's country, an adviser's chief, a seat."""

from chronicle.ingest.find.owners import ASSISTING
from chronicle.ingest.find.pieces import SIDES, Piece, Row
from chronicle.ingest.find.small_words import SEATED
from chronicle.lexicon.words import word_lists

WORDS = word_lists("en/office_words")
CLOSED = frozenset(
    ("field", "decoy", "metonym", "country", "demonym", "organisation", "body", "city", "region", "modifier")
)
MINISTRIES = frozenset(WORDS["ministries"])
OFFICIALS = frozenset(WORDS["officials"])
OF_A_CHIEF = frozenset(
    ("presidency", "office", "presidential office", "cabinet", "chancellery", "premiership")
)
SEATS = frozenset(("field", "possessive", "modifier"))
WHOLE = 3  # words of a name, of which the last two are a person's


def accredited(row: Row, start: int, head: Piece, preposition: str) -> bool:
    """Whether "to", "in" or "at" belongs to the office: an envoy's country, an adviser's chief, a seat."""
    if preposition == "at" or (preposition == "in" and head.low.endswith("minister")):
        seat = row.kind(start) in SIDES | {"head"} and row.kind(start + 1) in SEATS
        body = row.kind(start) in ("field", "modifier", "common") and row.piece(start).capital
        if head.low == "number two":
            return row.kind(start) == "field" or row.kind(start + 1) == "field"
        if preposition == "in":  # "Minister in the Presidency", "Minister in the Prime Minister's Office"
            return (
                row.text(start) == "PMO"
                or (seat and row.kind(start) == "head")
                or (body and row.low(start) in OF_A_CHIEF)
            )
        return seat or body or row.low(start) in SEATED
    if (
        preposition == "in"
        and head.value != "envoys"
        and head.low.rpartition(" ")[2].rpartition("-")[2] in OFFICIALS
    ):
        return in_a_ministry(row, start)
    if assists(head):
        field = row.kind(start) in ("field", "region") and row.piece(start).capital
        return preposition == "to" and (field or row.kind(start) in SIDES | {"head", "modifier"})
    return head.value == "envoys"


def assists(head: Piece) -> bool:
    """As in "Adviser to the King", "Private Secretary to the President": whether somebody is above."""
    return head.value == "aides" or head.low.endswith("secretary") or head.low in ASSISTING


def in_a_ministry(row: Row, at: int) -> bool:
    """As in "Secretary General in the Ministry of Defence", "head of … in the External Action Service"."""
    if row.kind(at) in ("organisation", "body"):
        return row.low(at).rpartition(" ")[2] in MINISTRIES
    for here in range(at, at + WHOLE + 1):
        if row.kind(here) == "possessive" and here > at:
            continue  # "in Serbia's Ministry of Defence"
        if row.kind(here) not in CLOSED | {"common"} or not row.piece(here).capital:
            return False
        if row.low(here) in MINISTRIES or row.low(here).startswith("state department "):
            return True
    return False
