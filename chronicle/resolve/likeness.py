"""How likely two entries tell of one encounter: the sum of what speaks for it and against it."""

import math
from typing import NamedTuple

from chronicle.resolve import grounds, wording
from chronicle.resolve.accounts import Account
from chronicle.resolve.weights import NEVER, Ground

SURE = 8.0  # from here on two entries are joined …
SURE_BY_HAND = 10.0  # … where one of them rests on no article
LIKELY = 4.0  # from here on it is suggested to a person
OPEN = 2.0  # below, no wording helps
HALF, STEEP = 5.0, 0.8  # what makes a score of 0..1 of the sum: 0.5 at HALF, 0.92 where it is sure


class Likeness(NamedTuple):
    """What two entries have for and against being one meeting."""

    weight: float
    grounds: tuple[Ground, ...]

    @property
    def is_doubtful(self) -> bool:
        """Whether only a person can be sure, whatever it weighs."""
        return any(each.doubtful for each in self.grounds)

    def plus(self, ground: Ground) -> "Likeness":
        """The same with one ground more."""
        return Likeness(self.weight + ground.weight, (*self.grounds, ground))


def likeness(one: Account, other: Account) -> Likeness:
    """What speaks for and against two entries telling of one encounter; the same whichever comes first."""
    one, other = sorted((one, other), key=lambda account: account.entry.id)
    found: list[Ground] = []
    for comparison in grounds.COMPARISONS:
        found += comparison(one, other)
        if found and found[-1].weight == NEVER:
            return Likeness(NEVER, tuple(found))
    weight = sum(each.weight for each in found)
    if OPEN <= weight < sure(one, other):
        for comparison in wording.COMPARISONS:
            found += comparison(one, other)
    return Likeness(sum(each.weight for each in found), tuple(found))


def sure(one: Account, other: Account) -> float:
    """From which weight on two entries are joined."""
    return SURE_BY_HAND if one.by_hand or other.by_hand else SURE


def score(weight: float) -> float:
    """A sum of weights as 0..1."""
    return round(1 / (1 + math.exp((HALF - weight) * STEEP)), 3)


def reasons(found: Likeness) -> tuple[str, ...]:
    """The grounds in words, what weighs most first; what speaks against is said to."""
    ordered = sorted(found.grounds, key=lambda each: (-abs(each.weight), each.reason))
    return tuple([each.reason if each.weight > 0 else f"but {each.reason}" for each in ordered])
