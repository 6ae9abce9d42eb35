"""Timelines: lanes with what lasted from one day to another, above one axis of years."""

from collections.abc import Sequence
from typing import NamedTuple

from chronicle.model import PartialDate
from chronicle.publish.charts.bars import Tick
from chronicle.publish.page import Link

DAYS_A_YEAR = 366
DAYS_A_MONTH = 31
STEPS = (1, 2, 5, 10, 20, 50, 100)
MOST_TICKS = 5
LEAST_WIDTH = 0.8  # what lasted a day is seen, too


class Stretch(NamedTuple):
    """What lasted: who, and when in words; where it is drawn, in hundredths of the width."""

    link: Link
    told: str
    left: float
    width: float


class Lane(NamedTuple):
    """A line of a timeline."""

    link: Link
    stretches: tuple[Stretch, ...]


class Timeline(NamedTuple):
    """A timeline; without lanes where there is nothing to compare."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]


class Lasted(NamedTuple):
    """What is to be drawn."""

    link: Link
    told: str
    first: PartialDate
    last: PartialDate


NO_TIMELINE = Timeline((), ())


def timeline(lanes: Sequence[tuple[Link, Sequence[Lasted]]]) -> Timeline:
    """Lanes in their order; the axis begins with the year of the first day and ends with that of the last."""
    every = [lasted for _, several in lanes for lasted in several]
    if not every:
        return NO_TIMELINE
    begin = int(min(lasted.first for lasted in every)[:4])
    end = int(max(lasted.last for lasted in every)[:4]) + 1
    drawn = [
        Lane(link, tuple([stretch(lasted, begin, end) for lasted in several])) for link, several in lanes
    ]
    return Timeline(tuple(drawn), ticks(begin, end))


def stretch(lasted: Lasted, begin: int, end: int) -> Stretch:
    """Where one is drawn."""
    left = 100 * (year_of(lasted.first) - begin) / (end - begin)
    right = 100 * (year_of(lasted.last, at_end=True) - begin) / (end - begin)
    width = max(LEAST_WIDTH, right - left)
    return Stretch(lasted.link, lasted.told, round(min(left, 100 - width), 1), round(width, 1))


def year_of(date: PartialDate, *, at_end: bool = False) -> float:
    """A day as a year and its fraction, exact enough to be drawn; a year or a month may last to its end."""
    year, *rest = [int(part) for part in date.split("-")]
    if not rest:
        return year + at_end
    month = rest[0] - 1
    day = rest[1] - 1 + at_end if len(rest) > 1 else DAYS_A_MONTH * at_end
    return year + min(1, (month * (DAYS_A_YEAR / 12) + day * (DAYS_A_YEAR / 12) / DAYS_A_MONTH) / DAYS_A_YEAR)


def ticks(begin: int, end: int) -> tuple[Tick, ...]:
    """Years below the axis, each where it begins: few and round."""
    step = next((step for step in STEPS if (end - begin) / step <= MOST_TICKS), STEPS[-1])
    first = -(-begin // step) * step
    years = range(first, end, step)
    return tuple([Tick(round(100 * (year - begin) / (end - begin), 1), str(year)) for year in years])
