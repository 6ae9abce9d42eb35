"""Full names joined to people: the surest pairs first, and never two that something keeps apart."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from chronicle.model import OfficialId
from chronicle.resolve.careers import Careers
from chronicle.resolve.match import LIKELY, SURE, Match, match
from chronicle.resolve.names import groups
from chronicle.resolve.namings import Naming
from chronicle.resolve.pinned import Pair
from chronicle.resolve.sounds import skeleton

CROWD = 200  # namings with one office and one word, or two words in common; of more only some are compared


class Likely(NamedTuple):
    """Two clusters that may be one person, by their place in the list of clusters."""

    one: int
    other: int
    match: Match


def clusters_of(
    namings: Sequence[Naming], careers: Careers, apart: frozenset[Pair]
) -> tuple[list[list[Naming]], list[Likely]]:
    """People as lists of namings, in the order given; and those who may be one."""
    of = list(range(len(namings)))  # each naming's cluster, by its first naming
    members: dict[int, list[int]] = {at: [at] for at in of}
    by_id: dict[OfficialId, int] = {}
    for at, naming in enumerate(namings):
        if naming.registered:
            join(by_id.setdefault(naming.registered, at), at, of, members)
    pairs = scored(namings, careers)
    for i, j, found in pairs:
        one, other = of[i], of[j]
        is_sure = found.points >= SURE and not namings[i].name.is_weak and not namings[j].name.is_weak
        if is_sure and one != other and may_join(members[one], members[other], namings, careers):
            join(one, other, of, members)
    order = {first: number for number, first in enumerate(sorted(members))}
    likely: dict[tuple[int, int], Match] = {}
    for i, j, found in pairs:
        one, other = sorted((order[of[i]], order[of[j]]))
        if one != other and not judged_apart(members[of[i]], members[of[j]], namings, apart):
            likely.setdefault((one, other), found)
    lists = [[namings[at] for at in members[first]] for first in sorted(members)]
    return lists, [Likely(*pair, found) for pair, found in likely.items()]


def join(one: int, other: int, of: list[int], members: dict[int, list[int]]) -> None:
    """Make two clusters one; it is called by its first naming."""
    if one != other:
        first, last = sorted((one, other))
        members[first] = sorted(members[first] + members.pop(last))
        for at in members[first]:
            of[at] = first


def scored(namings: Sequence[Naming], careers: Careers) -> list[tuple[int, int, Match]]:
    """The pairs that are one person or may be, the surest first."""
    found = []
    for i, j in sorted(candidates(namings)):
        verdict = match(namings[i], namings[j], careers)
        if verdict.points >= LIKELY:
            found.append((i, j, verdict))
    return sorted(found, key=lambda each: (-each[2].points, each[0], each[1]))


def candidates(namings: Sequence[Naming]) -> set[tuple[int, int]]:
    """The pairs worth a look: two words alike, or one word and the office."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, naming in enumerate(namings):
        for key in blocks_of(naming):
            blocks[key].append(at)
    pairs: set[tuple[int, int]] = set()
    for key, some in blocks.items():
        if len(some) <= CROWD:
            pairs.update(combinations(some, 2))
        elif len(key) == len(("side", "one word", "another")):
            pairs.update(pairs_of_a_crowd(some, namings))
    return pairs


def pairs_of_a_crowd(some: Sequence[int], namings: Sequence[Naming]) -> Iterator[tuple[int, int]]:
    """Of many who share two words, the pairs that share a third, or of whom one has no other."""
    by_third: dict[str, list[int]] = defaultdict(list)
    plain = [at for at in some if len(namings[at].name.words) == len(("one word", "another"))]
    for at in some:
        for third in {skeleton(word) for word in namings[at].name.words}:
            by_third[third].append(at)
    for alike in by_third.values():
        if len(alike) <= CROWD:
            yield from combinations(alike, 2)
    for at in plain[:CROWD]:
        yield from ((min(at, other), max(at, other)) for other in some if other != at)


def blocks_of(naming: Naming) -> Iterator[tuple[object, ...]]:
    """Under which keys a naming is looked up."""
    words = [keys_of(word) for word in naming.name.words if len(word) > 1]
    seen = set()
    for one, other in combinations(words, 2):
        for a, b in product(one, other):
            seen.add((naming.side, *sorted((a, b))))
    yield from sorted(seen)
    yield naming.side, "in order", skeleton("".join(naming.name.words))
    for office in naming.offices:
        for key in sorted({key for keys in words for key in keys}):
            yield naming.side, key, "in office", office


def keys_of(word: str) -> tuple[str, ...]:
    """The keys that a word shares with words like it."""
    numbers = [f"{name} {n}" for name in ("nicknames", "variants") for n in groups(name).get(word, ())]
    return (skeleton(word), *numbers)


def may_join(one: Sequence[int], other: Sequence[int], namings: Sequence[Naming], careers: Careers) -> bool:
    """Whether nothing keeps two clusters apart: not two registered officials, no pair that can't be one."""
    officials = {namings[at].registered for at in (*one, *other)} - {None}
    if len(officials) > 1:
        return False
    return not any(match(namings[i], namings[j], careers).is_never for i, j in product(one, other))


def judged_apart(
    one: Sequence[int], other: Sequence[int], namings: Sequence[Naming], apart: frozenset[Pair]
) -> bool:
    """Whether a person found two clusters to be two people."""
    mine, theirs = ({namings[at].registered for at in some} - {None} for some in (one, other))
    return any(frozenset((a, b)) in apart for a, b in product(mine, theirs) if a and b)
