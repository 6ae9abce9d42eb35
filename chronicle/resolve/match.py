"""The verdict on two namings: one person, perhaps one, or two; with the points and reasons it rests on."""

from collections.abc import Iterable
from math import exp
from typing import NamedTuple

from chronicle.resolve.alignment import Form
from chronicle.resolve.careers import Careers
from chronicle.resolve.features import FEATURES, NEVER, Likeness, aligned
from chronicle.resolve.namings import Naming

WHOLE = frozenset((Form.WORDS, Form.ORDER, Form.MIDDLE, Form.TAIL, Form.FIRST, Form.HEAD))
SURE, LIKELY = 6.0, 3.0  # points: from here one person; from here worth a person's look


class Match(NamedTuple):
    """How likely two namings are one person, and why."""

    points: float
    reasons: tuple[str, ...]  # what weighs most first

    @property
    def is_never(self) -> bool:
        """Whether something rules it out."""
        return self.points <= NEVER / 2


def match(one: Naming, other: Naming, careers: Careers) -> Match:
    """All that speaks for and against; what rules it out ends the comparison."""
    found: list[Likeness] = []
    for feature in FEATURES:
        likeness = feature(one, other, careers)
        if likeness is not None:
            found.append(likeness)
            if likeness.points <= NEVER:
                break
    points = sum(each.points for each in found)
    if NEVER / 2 < points < LIKELY and may_come_again(one, other):
        points = LIKELY
    return Match(points, reasons_of(found))


def may_come_again(one: Naming, other: Naming) -> bool:
    """Whether one name holds the other and they share an office: worth a look, after many years too."""
    return bool(one.offices.keys() & other.offices.keys()) and aligned(one, other).form in WHOLE


def reasons_of(found: Iterable[Likeness]) -> tuple[str, ...]:
    """The reasons in words, what weighs most first."""
    return tuple(each.reason for each in sorted(found, key=lambda each: -abs(each.points)))


def score_of(points: float) -> float:
    """Points as a number from 0 to 1."""
    return round(1 / (1 + exp(min(50.0, -(points - (SURE + LIKELY) / 2)))), 3)
