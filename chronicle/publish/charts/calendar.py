"""A month as a calendar: a row a week, from Monday on, a cell a day."""

import calendar
from collections.abc import Mapping
from typing import NamedTuple

from chronicle.lexicon.language import calendar_words
from chronicle.publish.charts.shades import Shade, step_of

CELL = 24  # units; days that lead somewhere are drawn as large, so that a finger meets them
HEAD = 18  # above the days, for the names of weekdays
WEEK = 7
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class Cell(NamedTuple):
    """A day, and where its upper left corner is."""

    day: int
    x: int
    y: int
    meetings: int
    step: int  # the shade; 0 where there was no meeting


class Sheet(NamedTuple):
    """A month drawn."""

    width: int
    height: int
    heads: tuple[tuple[int, str], ...]  # where the name of each weekday begins, from the left
    cells: tuple[Cell, ...]


def sheet(
    year: int, month: int, meetings: Mapping[int, int], *, key: tuple[Shade, ...], weekdays: tuple[str, ...]
) -> Sheet:
    """A month with its numbers of meetings by day."""
    first, length = calendar.monthrange(year, month)
    cells = []
    for day in range(1, length + 1):
        week, weekday = divmod(first + day - 1, WEEK)
        number = meetings.get(day, 0)
        cells.append(Cell(day, weekday * CELL, HEAD + week * CELL, number, step_of(number, key)))
    heads = tuple([(at * CELL, name) for at, name in enumerate(weekdays)])
    return Sheet(WEEK * CELL, cells[-1].y + CELL, heads, tuple(cells))


def month_names(language: str) -> tuple[str, ...]:
    """The short names of the twelve months."""
    return calendar_words(language)[0] or MONTHS


def weekday_names(language: str) -> tuple[str, ...]:
    """The short names of the seven days, from Monday on."""
    return calendar_words(language)[1] or WEEKDAYS
