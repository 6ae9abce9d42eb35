"""Words that tell days: numbers, ordinals, days beside another, days of a stay."""

import re
from functools import cache
from re import Match, Pattern

from chronicle.lexicon.words import word_lists

LONGEST_STAY = 10  # days


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
def stay_days() -> dict[str, str]:
    """Which day of a stay a phrase tells, "day" itself left off: "his second", "the last", "day two"."""
    lists = word_lists("en/days")
    steps = {word: f"day {number:+}" for number, word in enumerate(lists["ordinals"][:LONGEST_STAY])}
    steps |= dict.fromkeys(lists["opening"], "day +0") | dict.fromkeys(lists["last_of_several"], "last day")
    named = {f"{whose} {word}": told for word, told in steps.items() for whose in lists["whose_stay"]}
    return named | {f"day {word}": f"day {number:+}" for number, word in enumerate(lists["counted_stay"])}


def stay_day(hit: Match[str]) -> str:
    """The value of a day of a stay: "told day +1", "told last day"."""
    return f"told {stay_days()[hit['word']]}"


@cache
def no_stays() -> tuple[str, ...]:
    """What has days but is no stay: "the last day of Ramadan"."""
    return tuple(word_lists("en/days")["no_stays"])


@cache
def moved() -> Pattern[str]:
    """What before "from March 3 to March 9" tells that it was put off, not that it lasts so long."""
    verbs = "|".join(sorted(map(re.escape, word_lists("en/days")["moved"]), key=len, reverse=True))
    return re.compile(rf"\b(?:{verbs})\b[^.;:]*$")
