"""Whose office an office is: "Head of the Office of the President", "Adviser to the UAE President"."""

from chronicle.ingest.find.pieces import Piece, Row
from chronicle.lexicon.words import word_lists

WORDS = word_lists("en/office_words")
OFFICES_OF = frozenset(("office", "administration", "secretariat", "chancellery", "cabinet"))
DELEGATES = ("minister delegate", "minister-delegate", "deputy minister delegate")
ASSISTING = frozenset(
    (
        "civilian deputy",
        "military deputy",
        "chief of staff",
        "chef de cabinet",
        "private secretary",
        "chief of cabinet",
        *DELEGATES,
    )
)
SOVEREIGNS = frozenset(WORDS["sovereigns"])
DESKS = frozenset(WORDS["desks"])  # may be of a country that isn't theirs: "director for Japan"
TOPICS = frozenset(("field", "modifier", "common", "region", "decoy"))
COURTS = frozenset(
    ("office", "court", "secretary", "household", "adviser", "advisor", "secretariat", "cabinet")
)
STYLES = frozenset(("HE", "HH", "HRH", "HM"))  # of a person, in letters
SIGNED = frozenset(WORDS["signed"])  # agencies


def has_a_desk(head: Piece) -> bool:
    """As in "the director for Japan", "Special Adviser for Chad": not whose the official is."""
    return head.kind == "head" and " ".join(head.low.split("-")).rpartition(" ")[2] in DESKS


def sign_or_style(row: Row, at: int, here: int, *, first: bool) -> bool:
    """As in "Trade / Industry", "Director of the Office of His Majesty"."""
    if row.text(here) == "/":
        follows = row.piece(here + 1).capital or row.kind(here + 1) == "number"  # "the J7/9 Directorate"
        return here > at and row.piece(here - 1).capital and follows
    return first and row.low(here) in SOVEREIGNS and row.low(here - 2) in COURTS


def held_to(row: Row, at: int) -> bool:
    """As in "to the UAE President" (wma-125), "envoy of the UN Secretary-General"."""
    before = at - 1 - (row.low(at - 1) == "the")
    sent = row.kind(before - 1) == "head" and row.piece(before - 1).value in ("envoys", "aides")
    return row.low(before) == "to" or (row.low(before) == "of" and sent)


def officed(row: Row, at: int) -> bool:
    """As in "Head of the Office of the President": whose office it is, though a name follows."""
    at -= row.kind(at - 1) in ("demonym", "country") and row.low(at - 2) == "the"
    before = at - 1 - (row.low(at - 1) == "the")
    if row.low(before) == "to" and row.low(at - 1) == "the":
        sent = row.piece(before - 1).value == "aides" or row.low(before - 1).endswith("secretary")
        return sent or row.low(before - 1) in ASSISTING  # "Chief of Staff to the President Sani Dutsinma"
    assisted = row.low(before - 1) in OFFICES_OF or row.low(before - 1) in ASSISTING
    return row.low(before) == "of" and assisted


def is_topic(row: Row, at: int, head: Piece) -> bool:
    """Whether the words after "for" or "on" may be what an office is about: "for Asia", "for Iran"."""
    kind, after = row.kind(at), row.kind(at + 1)
    if kind in TOPICS or after == "field" or head.value == "envoys":
        return True
    if kind in ("country", "demonym"):
        return has_a_desk(head) and after != "possessive"
    return kind == "name" and row.text(at + 1) == ","  # "for Ibero-America, …"


def is_force_of_a_country(row: Row, at: int) -> bool:
    """As in "the Armed Forces of the Philippines (AFP) chief": whether a force is told before the country."""
    led = row.kind(at) == "country" and row.text(at + 1) == "(" and row.low(at - 1) == "the"
    return led and row.low(at - 2) == "of" and row.kind(at - 3) == "field" and row.piece(at - 3).capital


def signs_or_addresses(row: Row, at: int) -> bool:
    """As in "ASTANA. KAZINFORM Head of State", "HE Prime Minister": letters that are of no office."""
    return row.text(at) in STYLES or (row.text(at - 1) in (".", "") and row.low(at) in SIGNED)
