"""The network around one official: those met in two columns, by side, each joined with the middle."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from chronicle.publish.charts.ring import cut
from chronicle.publish.page import Count

WIDTH = 400
LINE = 26  # from one name to the next
TOP = 14
DOTS = 150  # of the left column, from the left; the right one mirrors it
LONGEST = 18  # letters of a name
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
        found.append(Met("", cut(side, LONGEST), 0, x, y, left, "", 0))
        y += LINE
        for count in some:
            bend = (x + WIDTH // 2) // 2
            path = f"M{WIDTH // 2} {middle}C{bend} {middle} {bend} {y} {x} {y}"
            width = round(max(THIN, THICK * math.sqrt(count.meetings / most)), 1)
            found.append(Met(count.url, cut(count.text, LONGEST), count.meetings, x, y, left, path, width))
            y += LINE
    return found
