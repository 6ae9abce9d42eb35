"""What people decided on two entries being one meeting or not: of two judgements the later holds."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from chronicle.model import Judgement, Verdict


class Decided(NamedTuple):
    """What holds after all judgements."""

    groups: tuple[frozenset[str], ...]  # entries that are one meeting, by id
    apart: frozenset[frozenset[str]]  # twos that aren't, whatever speaks for it


def decided(judgements: Sequence[Judgement], known: Collection[str]) -> Decided:
    """What people's judgements on meetings come to; those on entries that are gone don't count.

    The latest is taken first, and whatever would go against what was taken is left out. So a later
    "different" takes back an earlier "same", and that which followed from several of them.
    """
    groups: dict[str, frozenset[str]] = {}
    apart: set[frozenset[str]] = set()
    for judgement in reversed(judgements):
        two = frozenset(judgement.meetings)
        if len(two) == len(judgement.meetings) == 2 and two.issubset(known):
            one, other = sorted(two)
            some = groups.get(one, frozenset([one]))
            rest = groups.get(other, frozenset([other]))
            if judgement.verdict is Verdict.SAME and not are_apart(some, rest, apart):
                groups.update(dict.fromkeys(some | rest, some | rest))
            elif judgement.verdict is Verdict.DIFFERENT and other not in some:
                apart.add(two)
    return Decided(tuple(sorted(set(groups.values()), key=sorted)), frozenset(apart))


def are_apart(some: Iterable[str], rest: Iterable[str], apart: Collection[frozenset[str]]) -> bool:
    """Whether somebody keeps two groups of entries apart."""
    rest = tuple(rest)
    return bool(apart) and any(frozenset((one, other)) in apart for one in some for other in rest)
