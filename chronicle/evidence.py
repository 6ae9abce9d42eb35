"""What the fields of an entry rest on, and whether that still holds after a person's edit."""

from collections.abc import Mapping
from dataclasses import replace

from chronicle.model import Basis, Entry, Evidence

CORRECTED = Evidence(Basis.CONFIRMED)  # a person has written another value than the one that was read
GROUND = {"country_of_the_city": "city"}  # rules that conclude a field from another one, and which


def with_values(evidence: Mapping[str, Evidence], entry: Entry) -> dict[str, Evidence]:
    """Evidence that also says which value was read, so that it can't speak for another one later."""
    return {field: replace(found, value=value_at(entry, field)) for field, found in evidence.items()}


def holding(entry: Entry) -> dict[str, Evidence]:
    """The evidence of an entry by field, as far as it holds."""
    return {field: found for field in entry.evidence or () if (found := held(entry, field))}


def held(entry: Entry, field: str) -> Evidence | None:
    """What a field rests on; where a person has changed the value, it is the person who vouches for it."""
    noted = entry.evidence or {}
    found = noted.get(field)
    value = value_at(entry, field) if found else None
    if found is None or value is None:
        return None  # nothing was noted, or the value was taken out
    if is_changed(found, value):
        return CORRECTED
    ground = GROUND.get(found.rule or "")
    fell = ground and ground in noted and is_changed(noted[ground], value_at(entry, ground))
    return None if fell else found


def is_changed(found: Evidence, value: str | None) -> bool:
    """Whether a person has written another value than the one that was read, or taken it out."""
    return found.value is not None and found.value != value and found.basis is not Basis.CONFIRMED


def value_at(entry: Entry, field: str) -> str | None:
    """The value that a field's path leads to, "participants[0].role", as text; None where there is none."""
    value = what_is_at(entry, field)
    if isinstance(value, tuple):
        return ", ".join(item for item in value if isinstance(item, str)) or None
    return str(value) if isinstance(value, str) else None


def what_is_at(entry: Entry, field: str) -> object:
    """The same as the entry has it: a text, a record, or several of them."""
    value: object = entry
    for part in field.replace("[", ".").replace("]", "").split("."):
        if part.isdecimal() and isinstance(value, tuple):
            value = value[int(part)] if int(part) < len(value) else None
        else:
            value = getattr(value, part, None)
    return value
