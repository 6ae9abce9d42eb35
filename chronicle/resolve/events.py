"""Which entries tell of one encounter: the same day, form, state and place, two officials in common.

Entries of one article never do: an article that has two encounters tells of two. Neither do entries
that name no article: who wrote two by hand meant two.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from chronicle.model import UNDECIDED, Entry, Registry
from chronicle.record import is_untouched
from chronicle.resolve.people import People
from chronicle.slug import folded

DAY = len("2019-11-07")
IN_COMMON = 2  # officials; one may well have met another colleague in a like setting that day


def same_encounters(
    entries: Sequence[Entry], people: People, registry: Registry = UNDECIDED
) -> tuple[tuple[Entry, ...], ...]:
    """The entries in groups, a group an encounter; both in the order given, the fullest entry first."""
    by_day: dict[tuple[str, ...], list[list[Entry]]] = defaultdict(list)
    groups: list[list[Entry]] = []
    for entry in entries:
        if (
            not entry.date
            or len(entry.date) < DAY
            or len(entry.participants) < IN_COMMON
            or not articles_of(entry)
        ):
            groups.append([entry])
            continue
        that_day = by_day[entry.date, entry.kind, entry.status]
        for group in that_day:
            if all(tells_of_the_same(entry, other, people) for other in group):
                group.append(entry)
                break
        else:
            that_day.append([entry])
            groups.append(that_day[-1])
    return tuple(tuple(fullest_first(group)) for group in groups)


def tells_of_the_same(one: Entry, other: Entry, people: People) -> bool:
    """Whether two entries of one day share two officials and come from different articles."""
    officials = {people.official_of(one, p) for p in one.participants} & {
        people.official_of(other, p) for p in other.participants
    }
    return (
        len(officials) >= IN_COMMON
        and articles_of(one).isdisjoint(articles_of(other))
        and agree(one.city, other.city)
        and agree(one.country, other.country)
    )


def agree(one: str | None, other: str | None) -> bool:
    """Whether two places may be one: the same, or one of them isn't told."""
    return not one or not other or folded(one) == folded(other)


def articles_of(entry: Entry) -> set[str]:
    """The articles that an entry rests on."""
    return {source.article for source in entry.sources if source.article}


def fullest_first(group: Iterable[Entry]) -> list[Entry]:
    """A person's entry before the program's, then the one that names most."""
    return sorted(group, key=lambda e: (is_untouched(e), -len(e.participants), -len(e.parties), e.id))
