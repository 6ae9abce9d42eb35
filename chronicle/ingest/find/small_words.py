"""What an office is of, where it is told in small letters: "medical services", "the frigate Prins Karel"."""

from chronicle.ingest.find.pieces import FIELDS, SIDES, Row
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists

WORDS = word_lists("en/office_words")
NAMED = frozenset(("city", "name", "capitals", "region", "body", "common"))
PARTS = frozenset(("field", "common", "region", "modifier", "decoy"))  # of a body, in brackets: "(East Asia)"
LETTERS = 7  # pieces of letters in brackets, at most
UNITS = frozenset(WORDS["parts_of_a_body"])  # what stands "in" or "at" a body
UNITED = frozenset(("field", "body", "modifier"))
STATIONED = frozenset(("forces", "troops", "contingent", "peacekeepers", "armed forces", "naval forces"))
SEATED = frozenset(WORDS["seated"])
SMALL = 4  # small words of a body after whose it is, at most
VESSELS = frozenset(WORDS["vessels"])
SMALL_WORDS = 6  # small words of what an office is of, at most
LANDS = frozenset(("country", "region", "decoy"))
JOINTS = frozenset(("of", "for", "on", "and", "the"))
EVENTS = frozenset(WORDS["events"])
BREAKS = frozenset(WORDS["breaks"])
PARTS_OF = frozenset(WORDS["parts"])  # of a continent: "desk officer for northern Europe"
REGIONS = frozenset(("common", "region", "city", "country", "organisation", "decoy"))
NO_FIELD = EVENTS | BREAKS | JOINTS


def named_vessel(row: Row, at: int) -> int:
    """As in "Commanding Officer of INS Shakti, Captain …", "captain of the frigate Prins Karel,"."""
    if row.low(at - 1) not in VESSELS:
        return at
    here = at
    while row.kind(here) in ("name", "common", "capitals", "number", "city", "region", "field", "particle"):
        here += 1
    return here if row.kind(here) in ("sign", "rank", "") else at


def bracketed_part(row: Row, at: int) -> int:
    """As in "Director General (East Asia)", "Secretary (Asia Pacific)": where the brackets end, else `at`."""
    here = at
    while here < at + SMALL and row.kind(here) in PARTS and row.piece(here).capital:
        here += 1 + (row.low(here + 1) in ("and", "&", "-") and here + 2 < at + SMALL)
    return here + 1 if here > at and row.text(here) == ")" else at


def commands_a_place(row: Row, at: int, head: str) -> bool:
    """As in "the Commander Karachi", "Commander-in-Chief Tatmadaw Senior General", "DG ISI Lt Gen"."""
    kind, after = row.kind(at), row.kind(at + 1)
    if kind == "city" and head == "Commander" and row.text(at + 1) in (",", ")", "."):
        return True
    leads = head.isupper() or "Command" in head
    return leads and kind in NAMED and row.piece(at).capital and after == "rank"


def countries_in_turn(row: Row, at: int) -> int:
    """As in "Attaché to Poland, Lithuania and Latvia": where they end, if an "and" joins the last."""
    here = at
    while row.text(here) == "," and row.kind(here + 1) in LANDS:
        here += 2
    here += row.text(here) == ","
    last = here + 1 + (row.low(here + 1) == "the")
    ends = row.kind(last) in LANDS or (row.kind(last) == "field" and " " in row.text(last))
    return last + 1 if here > at and row.low(here) == "and" and ends else at


def small_words(row: Row, at: int, words: Lexicon, starts: frozenset[int]) -> int:
    """As in "director of medical services,", "the department for migrants,": small words up to a stop."""
    here = at
    while row.low(here) in VESSELS:
        here += 1
    if here > at and (end := named_vessel(row, here)) > here:
        return end  # "of the frigate HMS Lark,"
    here = at
    if row.low(at) in ("of", "for", "on") and row.low(at - 1) in words.told.agencies:
        here += 1 + (row.low(at + 1) == "the")
    if row.kind(here) != "low" or row.low(here) in NO_FIELD:
        return at
    start = here
    while here < start + SMALL_WORDS and row.kind(here) in ("low", "field", "modifier"):
        if row.low(here) in BREAKS or here in starts:
            return at
        here += 1
    if row.low(here - 1) in PARTS_OF and row.kind(here) in REGIONS and row.piece(here).capital:
        return here + 1
    ends = row.kind(here) in ("sign", "name", "initial", "rank", "style", "")
    return here if ends and row.low(here - 1) not in JOINTS and row.text(here) != "-" else at


def small_unit(row: Row, at: int, words: Lexicon) -> int:
    """As in "NATO's civilian mission", "the BDF's river units": small words up to a body's, before a stop."""
    if row.kind(at) != "possessive" or row.kind(at - 1) not in SIDES | {"capitals"}:
        return at
    for here in range(at + 1, at + 1 + SMALL):
        told = row.kind(here) in ("field", "low") and row.low(here) in words.told.units
        if told and (row.kind(here + 1) in ("sign", "name") or row.low(here + 1) in ("in", "of", "to")):
            return here + 1
        if row.kind(here) not in ("low", "field", "common"):
            break
    return at


def after_letters(row: Row, at: int) -> int:
    """As in "deputy Chief of Defence Forces (D/CDF)": the place after letters in brackets, else `at`."""
    stop = next((k for k in range(at + 1, at + LETTERS) if row.text(k) == ")"), at)
    letters = all(row.text(k).isupper() or row.text(k) in ("/", "&", "-") for k in range(at + 1, stop))
    return stop + 1 if stop > at + 1 and letters else at


def bodied(row: Row, at: int) -> bool:
    """Whether the name of a body follows an adjective: "the dissolved People's National Assembly"."""
    at += row.kind(at) == "demonym"  # "the ruling Cambodian People's Party"
    return row.kind(at) in ("field", "modifier") or (row.kind(at) == "common" and row.piece(at).capital)


def goes_on_at(row: Row, stop: int, start: int) -> bool:
    """As in "the office in Chad", "the forces in the north", "the Asia desk at the Foreign Ministry"."""
    joint, kind, last = row.low(stop), row.kind(start), row.low(stop - 1).rpartition(" ")[2]
    place = kind in ("country", "city", "region") or (joint == "to" and kind in SIDES)
    if last in UNITS and row.piece(start).capital and kind in UNITED:
        return True
    if joint == "in" and row.low(stop - 1) in STATIONED and row.low(stop + 1) == "the":
        return place or (kind in FIELDS and row.piece(start).capital)
    return place and last in SEATED


def complement_of_another(row: Row, at: int) -> int:
    """As in "his opposite number in Kuwait City", "her colleague from Spain": never another's office."""
    place = at + 1 + (row.low(at + 1) == "the")
    told = row.low(at) in ("in", "from", "of") and row.kind(place) in ("city", "country")
    another = row.kind(place + 1) in ("possessive", "head") or (
        row.kind(place + 1) == "field" and row.kind(place + 2) == "head"
    )  # "the guest of Cyprus House president X"
    return place + 1 if told and not another else at
