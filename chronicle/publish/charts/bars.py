"""Bars: a row a number with its bar beside it, or where there are many, a column a number."""

from collections.abc import Sequence
from typing import NamedTuple

from chronicle.publish.page import Count

MOST_ROWS = 24  # numbers that are still easy to read one below the other
HEIGHT = 100  # of the sheet of columns; each is one wide
GAP = 0.2  # between columns, of a column's width
MOST_TICKS = 6
FEW = 4  # meetings, below which no bar is as long as can be: one isn't shown as many
CROWD = 240  # columns that stand without gaps, so that none grows pale


class Bar(NamedTuple):
    """A row."""

    url: str
    text: str
    meetings: int
    width: float  # of the longest, in hundredths


class Tick(NamedTuple):
    """A word below an axis."""

    at: float  # from the left, in hundredths of the width
    text: str


class Columns(NamedTuple):
    """Columns as the data of one SVG path, on a sheet as wide as there are columns and `HEIGHT` high."""

    number: int
    path: str
    ticks: tuple[Tick, ...]
    most: int  # the number of the highest


class Bars(NamedTuple):
    """A chart of numbers; its rows are the numbers as a table, too."""

    rows: tuple[Bar, ...]
    columns: Columns | None  # where there are many


def bars(counts: Sequence[Count]) -> Bars:
    """The chart of some numbers, in their order."""
    most = max([count.meetings for count in counts], default=0)
    rows = tuple([Bar(*count, share(count.meetings, max(most, FEW))) for count in counts])
    return Bars(rows, columns(counts) if len(rows) > MOST_ROWS else None)


def share(number: int, most: int) -> float:
    """Hundredths of the greatest number, to a tenth."""
    return round(100 * number / most, 1) if most else 0


def columns(counts: Sequence[Count], *, most_ticks: int = MOST_TICKS) -> Columns:
    """A column a number; some of them have their word below."""
    most = max([count.meetings for count in counts], default=0)
    wide = 1 if len(counts) > CROWD else 1 - GAP
    path = "".join(
        [
            f"M{place} {HEIGHT}V{HEIGHT - share(count.meetings, most):g}h{wide:g}V{HEIGHT}"
            for place, count in enumerate(counts)
            if count.meetings
        ]
    )
    every = max(1, -(-len(counts) // most_ticks))
    ticks = [
        Tick(round(100 * (place + 0.5) / len(counts), 1), counts[place].text)
        for place in range(0, len(counts), every)
    ]
    return Columns(len(counts), path, tuple(ticks), most)
