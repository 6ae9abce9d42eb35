"""The network around one official: those met in two columns, by side, each joined with the middle."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from chronicle.publish.charts.ring import cut
from chronicle.publish.page import Count

WIDTH = 400
LINE = 28  # from one name to the next
TOP = 14
SIDE = 5  # letters more, of the smaller names of sides
DOTS = 150  # of the left column, from the left; the right one mirrors it
LONGEST = 19  # letters of a line; a name has two
THIN, THICK = 1.0, 8.0
FEW = 6  # meetings, below which no curve is the thickest


class Met(NamedTuple):
    """Somebody who was met, or before them the name of their side; the curve leads to the middle."""

    url: str  # "" for a side
    text: str
    meetings: int  # 0 for a side
    x: int  # of the dot, and of the end of the name's line
    y: int
    left: bool  # in which column
    lines: tuple[str, ...]  # the text, as it is broken
    path: str  # the data of an SVG path
    width: float


class Fan(NamedTuple):
    """All of them, on a sheet of `WIDTH`."""

    width: int
    height: int
    middle: int  # how far down the official stands
    met: tuple[Met, ...]


NO_FAN = Fan(WIDTH, 0, 0, ())


def fan(sides: Sequence[tuple[str, Sequence[Count]]]) -> Fan:
    """Those of each side, in their order, in two columns that are as long as one another or nearly so."""
    lines = [(side, some) for side, some in sides if some]
    if not lines:
        return NO_FAN
    left, right = halves(lines)
    most = max([FEW, *[count.meetings for _, some in lines for count in some]])
    longest = max(length(left), length(right))
    height = longest * LINE + TOP
    middle = height // 2
    met = [*column(left, middle, most, left=True), *column(right, middle, most, left=False)]
    return Fan(WIDTH, height, middle, tuple(met))


Lines = Sequence[tuple[str, Sequence[Count]]]


def length(lines: Lines) -> int:
    """How many lines some sides take, each with its own name."""
    return sum(1 + len(some) for _, some in lines)


def halves(lines: Lines) -> tuple[Lines, Lines]:
    """The sides in two columns; the largest alone is broken over both."""
    if len(lines) == 1:
        ((side, some),) = lines
        half = -(-len(some) // 2)
        return [(side, some[:half])], [(side, some[half:])] if some[half:] else []
    at = min(range(1, len(lines)), key=lambda at: abs(length(lines[:at]) - length(lines[at:])))
    return lines[:at], lines[at:]


def column(lines: Lines, middle: int, most: int, *, left: bool) -> list[Met]:
    """One column, centred about the middle."""
    x = DOTS if left else WIDTH - DOTS
    y = middle - length(lines) * LINE // 2 + LINE // 2
    found = []
    for side, some in lines:
        found.append(Met("", side, 0, x, y, left, (cut(side, LONGEST + SIDE),), "", 0))
        y += LINE
        for count in some:
            bend = (x + WIDTH // 2) // 2
            path = f"M{WIDTH // 2} {middle}C{bend} {middle} {bend} {y} {x} {y}"
            width = round(max(THIN, THICK * math.sqrt(count.meetings / most)), 1)
            found.append(Met(*count, x, y, left, broken(count.text), path, width))
            y += LINE
    return found


def broken(text: str) -> tuple[str, ...]:
    """A name in one line, or if it is long in two about as long; what still is too long is cut."""
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    if len(text) <= LONGEST or not spaces:
        return (cut(text, LONGEST),)
    at = min(spaces, key=lambda at: (max(0, at - LONGEST), abs(len(text) - 2 * at)))
    return cut(text[:at], LONGEST), cut(text[at + 1 :], LONGEST)
