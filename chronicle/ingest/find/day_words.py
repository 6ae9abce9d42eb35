"""Words that tell days: numbers, ordinals, days beside another, days of a stay."""

from functools import cache
from re import Match

from chronicle.lexicon.words import word_lists


def counted_days(hit: Match[str]) -> int:
    """How many days are counted: a week has seven."""
    groups = hit.groupdict()
    unit, count = groups["unit"] or groups["unit_2"], groups["n"] or groups["n_2"]
    return numbers()[count] * {"day": 1, "week": 7, "fortnight": 14}[unit]


@cache
def ordinals() -> dict[str, int]:
    """The day of the month that a word tells: "seventh"."""
    return {word: number for number, word in enumerate(word_lists("en/days")["ordinals"], 1)}


@cache
def counted_things() -> tuple[str, ...]:
    """What is counted and is no day: "on the 14th anniversary"."""
    return tuple(word_lists("en/days")["counted_things"])


@cache
def numbers() -> dict[str, int]:
    """How many days a word counts."""
    lists = word_lists("en/days")
    return {word: number for number in range(1, 11) for word in lists[f"number_{number}"]}


@cache
def beside() -> dict[str, int]:
    """How far from the day told last a phrase leads."""
    lists = word_lists("en/days")
    steps = {"same_day": 0, "day_before": -1, "day_after": 1}
    return {phrase: step for section, step in steps.items() for phrase in lists[section]}


@cache
def weekends() -> tuple[str, ...]:
    """The phrases for Saturday and Sunday."""
    return tuple(word_lists("en/days")["weekends"])


@cache
def stay_days() -> dict[str, int]:
    """How far from the first day of a stay a phrase leads."""
    lists = word_lists("en/days")
    steps = {"opening_day": 0, "second_day": 1, "third_day": 2}
    return {phrase: step for section, step in steps.items() for phrase in lists[section]}
