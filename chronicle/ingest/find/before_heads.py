"""What stands before the head of an office: "the PCG Commandant", "the Kano State Governor"."""

from chronicle.ingest.find.complements import HELD_IN, OWNERS, OWNING, View
from chronicle.ingest.find.office_words import MAYORS
from chronicle.ingest.find.owners import signs_or_addresses
from chronicle.ingest.find.pairs import PERSONAL
from chronicle.ingest.find.pieces import FIELDS, SIDES, Row
from chronicle.lexicon.words import word_lists

WORDS = word_lists("en/office_words")
PROVINCES = frozenset(("state", "province", "county", "region", "oblast", "district", "prefecture", "canton"))
LINKING = frozenset(("of", "for", "to", "in", "at", "by", "from", "with", "who", "that", "which", "as"))
PLACES = frozenset(WORDS["places"])
GOES_BEFORE = 8  # pieces of a list of fields before a head, at most


def is_the_place(row: Row, at: int, head: int) -> bool:
    """As in "the people of the village President Kagiri thanked": where, and no part of the title."""
    return (
        row.kind(at) == "modifier"
        and row.low(at) in PLACES
        and not row.piece(at).capital
        and row.piece(head).capital
    )


def letters_before(view: View, at: int, head: int) -> bool:
    """As in "the PCG Commandant", "the NSC senior director": whose office it is, in letters."""
    row = view.row
    begins = (
        at == head
        or based(row, at)
        or (row.kind(at) in ("modifier", "field") and row.kind(at - 2) not in PERSONAL)
    )
    return begins and not (view.headline or view.follows_name(at - 1) or signs_or_addresses(row, at - 1))


def named_before(row: Row, at: int, head: int) -> bool:
    """As in "the Kano State Governor", "Dakar Mayor": whose province or city it is."""
    if at == head:
        if based(row, at - 1):
            return True
        if row.low(at) not in MAYORS or row.low(at - 2) == "in":
            return False
        alone = row.kind(at - 2) not in PERSONAL and row.kind(at + 1) in PERSONAL
        return row.kind(at - 1) == "city" or (alone and row.kind(at - 1) == "name")
    return row.kind(at - 1) in ("name", "city") and row.low(at) in PROVINCES and row.piece(at).capital


def based(row: Row, at: int) -> bool:
    """As in "JFC Naples Commander": the city of a command in letters."""
    return row.kind(at) == "city" and row.kind(at - 1) == "capitals" and row.text(at + 1) == "Commander"


def owns(row: Row, at: int) -> bool:
    """As in "the organisation's", "the country": whose the office is, and no part of it."""
    if row.kind(at + 1) == "possessive" and row.low(at) in OWNING and row.text(at) not in HELD_IN:
        return True
    return row.low(at) in OWNERS and row.text(at) != "State"


def ordinary_before(view: View, at: int, head: int) -> bool:
    """As in "Territorial Administration Minister": capitalised as the head is, and no first word."""
    piece = view.row.pieces[at]
    if piece.low in view.words.told.continents and piece.capital and not view.headline:
        return not view.follows_name(at)  # "the Africa adviser"
    if view.headline or not piece.capital or not view.row.pieces[head].capital or view.follows_name(at):
        return False
    if piece.low in view.words.weekdays or piece.low in view.words.months:
        return False
    return at > 0 and piece.low not in view.words.common


def list_before(view: View, at: int) -> bool:
    """As in "the Foreign and European Affairs Minister", "Transport, Communications and … Minister"."""
    row = view.row
    attached = row.kind(at) == "head" and " " in row.text(at)  # "the military and air attaché"
    if (row.kind(at) not in FIELDS and not attached) or row.kind(at - 2) not in FIELDS:
        return False
    if row.piece(at - 2).capital != row.piece(at).capital or (row.text(at - 1) == "," and view.headline):
        return False
    here = at - 2
    while here > at - GOES_BEFORE and (row.kind(here) in FIELDS or row.text(here) in (",", "and", "&")):
        here -= 1
    opens = row.kind(here) in SIDES | {"possessive", "modifier"} or here < 0
    opens = opens or (row.kind(here) == "low" and row.low(here) not in LINKING | {"the", "on"})
    opens = opens or row.low(here) in ("with", "by")
    return opens or (row.low(here) == "the" and row.low(here - 1) not in ("of", "for", "at", "in"))
