"""ARROW 2: entries to a chronicle in which people and meetings are known and linked."""

from collections.abc import Sequence

from chronicle.model import UNDECIDED, Chronicle, Entry, Registry
from chronicle.resolve.assemble import assemble
from chronicle.resolve.events import same_encounters
from chronicle.resolve.organisations import with_one_name
from chronicle.resolve.people import identify


def resolve(entries: Sequence[Entry], registry: Registry = UNDECIDED) -> Chronicle:
    """The chronicle of some entries, whatever order they come in, and of what people decided."""
    in_order = with_one_name(sorted(entries, key=lambda entry: (entry.date or "", entry.id)))
    people = identify(in_order, registry)
    return assemble(same_encounters(in_order, people, registry), people, registry)
