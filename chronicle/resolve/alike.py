"""Whether two names may be one person's, seen in one place on one day: two reports spell as they please.

This is looser than who is who in the whole chronicle (`people.py`): it is asked of two people only who act
for the same side, in like offices, at what else looks like one encounter.
"""

from chronicle.model import Participant
from chronicle.resolve.alignment import Alignment, Form, alignment
from chronicle.resolve.names import lists, parsed
from chronicle.resolve.titles import title_words

TWO_NAMES = frozenset((Form.CONFLICT, Form.NUMBER, Form.OTHERS))


def is_alike(one: Participant, other: Participant) -> bool:
    """Whether the names of two people of one side are alike, and their offices don't speak against it."""
    found = laid_side_by_side(one, other)
    return offices_agree(one.role, other.role) and found.form not in TWO_NAMES and found.slips <= 1


def is_slip(one: Participant, other: Participant) -> bool:
    """Whether alike names differ by more than spelling, a slip or two people: "Ramin", "Ramil"."""
    return laid_side_by_side(one, other).slips > 0


def laid_side_by_side(one: Participant, other: Participant) -> Alignment:
    """How the names of two people of one side answer each other."""
    side = one.country or ""
    strict = side in lists()["short_syllables"]
    return alignment(parsed(one.name, side), parsed(other.name, side), strict=strict)


def offices_agree(one: str | None, other: str | None) -> bool:
    """Whether two offices may be one: the same words, or one tells less; or one isn't told."""
    few, many = sorted((title_words(one), title_words(other)), key=lambda words: (len(words), sorted(words)))
    return few <= many and (not few or len(many - few) <= len(few))
