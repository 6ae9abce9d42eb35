"""One name on two sides: a minister who became an organisation's head, or whose state came to an end.

Namesakes in two countries are two people. For a country and for an organisation, or for a state and one that
came in its place, they may well be one; that is suggested, never taken for sure.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from chronicle.lexicon.states import came_of, is_code
from chronicle.model import CountryCode
from chronicle.resolve.features import gap
from chronicle.resolve.match import LIKELY, Match
from chronicle.resolve.namings import Naming

WORKING_LIFE = 30.0  # years


def across_sides(people: Sequence[Sequence[Naming]]) -> Iterator[tuple[int, int, Match]]:
    """People of one full name who may act for two sides, or of whom no side is told."""
    by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        for words in sorted({naming.name.words for naming in person if not naming.name.is_weak}):
            by_name[words].append(number)
    for _, numbers in sorted(by_name.items()):
        for one, other in combinations(numbers, 2):
            reason = sides_that_may_be_one(people[one][0].side, people[other][0].side)
            if reason and min(gap(a, b) for a in people[one] for b in people[other]) <= WORKING_LIFE:
                yield one, other, Match(LIKELY + 1, (reason,))


def sides_that_may_be_one(one: str, other: str) -> str:
    """How one person may act for two sides; "" where that is unlikely."""
    if one == other:
        return ""
    if not one or not other:
        return "the same name; for whom one of them acts isn't told"
    if is_code(one) != is_code(other):
        return "the same name, for a country and for an organisation"
    if other in came_of().get(CountryCode(one), ()) or one in came_of().get(CountryCode(other), ()):
        return "the same name, for a state and for one that came in its place"
    return ""
