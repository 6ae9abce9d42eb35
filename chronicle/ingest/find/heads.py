"""Heads of offices that are none where they stand: hours, honours, letters in small."""

from chronicle.ingest.find.pieces import FIELDS, Row
from chronicle.lexicon.words import word_lists

WORDS = word_lists("en/office_words")
LETTERS = frozenset(WORDS["letters"])  # offices only where they are written in capitals
HONOURED = frozenset(("head", "field", "common", "country", "organisation"))
PLACING = frozenset(("from", "in", "since", "for", "until", "at", "under"))
PLACED = 5  # pieces of a place or a time behind "who", at most


def is_in_letters(row: Row, at: int) -> bool:
    """As in "IGP Omar Sall", "the EAM", "MoS": capitals at both ends, and no party's in brackets."""
    if row.low(at) not in LETTERS:
        return True
    return row.text(at)[0].isupper() and row.text(at)[-1].isupper() and row.text(at - 1) != "("


def is_hour(row: Row, at: int) -> bool:
    """As in "at 7:40 PM": no prime minister."""
    return row.low(at) == "pm" and (row.kind(at - 1) == "number" or row.text(at - 1)[:1].isdigit())


def is_in_front(row: Row, at: int) -> bool:
    """As in "at the head of a delegation": no office."""
    return row.low(at) == "head" and [row.low(k) for k in (at - 2, at - 1, at + 1)] == ["at", "the", "of"]


def is_above_others(row: Row, at: int) -> bool:
    """As in "Chief Technical Adviser", "chief military observer": which of them, before their head."""
    here = at + 1
    while row.low(at) == "chief" and row.kind(here) in FIELDS:
        here += 1
    return here > at + 1 and row.kind(here) == "head" and row.piece(here).capital == row.piece(at).capital


def is_honour(row: Row, at: int) -> bool:
    """As in "the Minister of State, Chief Emeka Obi": a title of honour between an office and a name."""
    if row.text(at) != "Chief" or row.text(at - 1) != ",":
        return False
    return (row.kind(at - 2) in HONOURED or row.text(at - 2) == ")") and row.kind(at + 1) == "name"


def before_a_place(row: Row, at: int) -> int:
    """As in "who from Curaçao commands", "who since May heads": the place of the "who", else `at`."""
    led = next((k for k in range(at, at - PLACED, -1) if row.low(k) in PLACING), at)
    return led - 1 if led < at and row.low(led - 1) in ("who", "that") else at


def after_assistant(row: Row, stop: int) -> int:
    """As in "the Assistant Foreign Minister": whose assistance the office is, up to its own head."""
    end = stop
    while row.low(stop - 1) == "assistant" and row.kind(end) in ("field", "modifier"):
        end += 1
    return end + 1 if end > stop and row.kind(end) == "head" else stop
