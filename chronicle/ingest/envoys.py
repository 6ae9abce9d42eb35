"""Envoys known by their letters of credence: "a new head of mission", "Okoro presented his credentials"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from chronicle.ingest.namings import Naming
from chronicle.ingest.roster import LEAD, Roster
from chronicle.model import Mention, Span

CREDENTIALS = re.compile(r"\bcredentials\b|\bletters? of (?:credence|credentials?)\b")
PRESENTED = re.compile(
    r" (?:also |today |then |has |had |yesterday |on \w+ |later )?"
    r"(?:present|hand|submit|deliver|tender|giv|gave|accredit)\w*(?: over| in| up)? (?:\w+ ){0,2}"
    r"(?:(?:his|her|their|the|copies of (?:his|her)) )?"
    r"(?:credentials|letters? of (?:credence|credentials?))\b"
)
OF_LETTERS = re.compile(r"(?:credentials|credence|accreditation) of (?:\w{1,4}\. )?$")
IN_SHORT = re.compile(
    r"envoy|(?:head|chief) of (?:the |a )?(?:(?:foreign )?diplomatic )?missions?|(?:head of )?diplomat"
)


def office_of_an_envoy(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "a new head of mission, Juraj Novak", where letters of credence are told of: an ambassador.

    So are those who present them, and those beside whose names the country stands in brackets.
    """
    low, ambassador = roster.told.text.low, roster.told.words.of_an_envoy
    letters = CREDENTIALS.search(low) if "credentials" in low or "letter" in low else None
    if letters is None:
        return
    for number, holder in enumerate(roster.holders):
        if holder.role is not None and IN_SHORT.fullmatch(holder.role.value.lower()):
            yield number, replace(holder.role, value=ambassador)
        elif holder.role is None and any(presents(low, n) for n in holder.namings):
            yield number, Mention("office", Span(letters.start(), letters.end()), ambassador, "")


def presents(low: str, naming: Naming) -> bool:
    """As in "Okoro presented his credentials", "Idriss Baba (Chad)"."""
    at = naming.person.span.stop
    listed = naming.country is not None and low.startswith((" (", " - ", " – "), at)
    led = OF_LETTERS.search(low, max(0, naming.person.span.start - LEAD), naming.person.span.start)
    return not naming.speaking and (listed or led is not None or PRESENTED.match(low, at) is not None)
