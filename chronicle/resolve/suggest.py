"""Who may be one, and which meetings may be: what isn't sure enough to be done without a person."""

from collections.abc import Sequence

from chronicle.model import UNDECIDED, Entry, Registry, Suggestion
from chronicle.resolve.events import likely_meetings, same_encounters
from chronicle.resolve.organisations import with_one_name
from chronicle.resolve.people import identify, likely_people
from chronicle.resolve.pinned import judged, pinned
from chronicle.resolve.spelt_apart import spelt_apart


def suggestions(entries: Sequence[Entry], registry: Registry = UNDECIDED) -> tuple[Suggestion, ...]:
    """Officials and meetings that are likely the same, best first, without the pairs that were decided."""
    in_order = with_one_name(sorted(entries, key=lambda entry: (entry.date or "", entry.id)))
    people = identify(in_order, registry)
    groups = same_encounters(in_order, people, registry)
    found = (
        *spelt_apart(groups, people),
        *likely_people(in_order, registry),
        *likely_meetings(in_order, people, registry),
    )
    decided = decided_pairs(registry)
    open_: dict[tuple[str, frozenset[str]], Suggestion] = {}
    for each in sorted(found, key=lambda each: (-each.score, each.of, each.one, each.other)):
        pair = each.of, frozenset((each.one, each.other))
        if pair not in decided:
            open_.setdefault(pair, each)
    return tuple(open_.values())


def decided_pairs(registry: Registry) -> set[tuple[str, frozenset[str]]]:
    """The pairs on which there is a judgement, by what they are of; officials by the ids of today, too."""
    pins = pinned(registry)
    pairs: set[tuple[str, frozenset[str]]] = {("officials", frozenset(pair)) for pair in judged(registry)}
    pairs |= {("officials", frozenset(map(pins.leads_to, pair))) for pair in judged(registry)}
    return pairs | {
        ("meetings", frozenset(judgement.meetings)) for judgement in registry.judgements if judgement.meetings
    }
