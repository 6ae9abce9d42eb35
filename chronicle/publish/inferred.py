"""Which facts of a meeting a rule inferred: what is shown, as the first report that tells it has it."""

from collections.abc import Iterable

from chronicle.evidence import held
from chronicle.model import Basis, Entry, Meeting

DATE, PLACE = ("date", "end_date"), ("city", "country")
PARTIES = "parties"  # to which each report adds; they rest on what the first one says
FIELDS = (*DATE, "kind", "status", *PLACE, PARTIES, "occasion")


def inferred(meeting: Meeting, fields: Iterable[str] = FIELDS) -> tuple[str, ...]:
    """Those of some fields of a meeting that a rule inferred; what nothing is noted of a person wrote."""
    own = [each for each in meeting.differences if each.official is None and each.field != PARTIES]
    told_by, entries = {each.field: each.tellings[0].entries for each in own}, meeting.entries
    return tuple(
        [
            field
            for field in fields
            if is_inferred(field, [entries[at] for at in told_by[field]] if field in told_by else entries)
        ]
    )


def is_inferred(field: str, entries: Iterable[Entry]) -> bool:
    """Whether the first of some entries that notes what a field rests on has a rule for it."""
    for entry in entries:
        found = held(entry, field)
        if found:
            return found.basis is Basis.INFERRED
    return False
