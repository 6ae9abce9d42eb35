"""Numbers as one of a few shades, light to dark: of cells, days and countries."""

from collections.abc import Iterable
from typing import NamedTuple

STEPS = 5
ROUND = (1, 2, 5, 10)


class Shade(NamedTuple):
    """A shade of a key."""

    step: int  # 1 is the lightest
    first: int  # the least number that has it
    last: int  # the greatest; 0: there is no end


def shades(numbers: Iterable[int]) -> tuple[Shade, ...]:
    """The shades for some numbers: each begins at a round one that is about as many times the one before."""
    most = max(numbers, default=0)
    if most < 1:
        return ()
    firsts = [1]
    for step in range(1, STEPS):
        first = rounded(most ** (step / STEPS))
        firsts += [first] if firsts[-1] < first <= most else []
    lasts = [*[first - 1 for first in firsts[1:]], 0]
    return tuple([Shade(step + 1, *both) for step, both in enumerate(zip(firsts, lasts, strict=True))])


def rounded(number: float) -> int:
    """The round number next to one, such as 1, 2, 5, 10 or 20."""
    ten: int = 10 ** (len(str(int(number))) - 1)
    return min([ten * each for each in ROUND], key=lambda each: abs(each - number))


def step_of(number: int, key: Iterable[Shade]) -> int:
    """The step of a number's shade; 0 for none."""
    return max([shade.step for shade in key if shade.first <= number], default=0)
