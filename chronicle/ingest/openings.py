"""Clauses that open a sentence, before the one that tells what somebody did."""

import re

from chronicle.ingest.cast import Person
from chronicle.ingest.scenes import Scene

BACKGROUND = re.compile(  # a clause that opens a sentence, and whose people aren't the sentence's own
    r"(?:(?:[a-z-]+ ){0,2}(?:before|after|ahead of|prior to|following)|having"
    r"|(?:fresh|back|straight|coming) from|on the eve of|on (?:his|her|their) way (?:to|from)"
    r"|between|besides|apart from"
    r"|not only|in addition to|as well as|while|when|once|since|though|although) "
)
SUBJECT = re.compile(r"[^,;:]*\b(?:he|she)\b[^,;:]*, (?:[a-z.]+ ){0,3}")  # of that clause, a pronoun
APPOSED = (",", " and ", "'s ", " (")  # behind a name that is part of it


def is_behind_a_clause(person: Person, scene: Scene) -> bool:
    """As in "Before he saw his counterpart, N. had met …": whose name is told first, behind it, is "he"."""
    span, low = scene.sentence.span, scene.text.low
    names = [n.person.span for n in person.namings if n.sentence == scene.sentence.number]
    if not names or low.startswith(APPOSED, names[0].stop):
        return False
    return SUBJECT.fullmatch(low, span.start, names[0].start) is not None
