"""Dates as they are told: the value is what stands there, not yet a day of the calendar.

Values: "2017-10-24", "2017-10", "2017", "--10-24" (no year), "weekday 3" (Thursday), "day -1" (yesterday),
"of month 14" (the 14th), "told day +2" (two days after the day told last), "told last day" (of the stay told
last), "lasting 3" (a three-day visit), and two of the kinds of days joined with "/" for a stay of several.
The rule also says what the day is of: see `day_kinds`. The ways of writing are in `date_forms`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from re import Match, Pattern
from types import MappingProxyType

from chronicle.ingest.find.date_forms import NUMBER, WORD, beginnings, patterns, ways_to_begin
from chronicle.ingest.find.day_kinds import AHEAD, kind_of, line_ends
from chronicle.ingest.find.day_words import beside, counted_days, moved, numbers, ordinals, stay_day
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span

LONGEST_MONTH = 31
EARLIER_WAYS = ("earlier", "previously", "beforehand", "prior", "before", "before that", "before this")
LATER_WAYS = ("after", "following")
ONE_NIGHT = ("night of ", "night of the ", "night from ", "night between ")
NEAR = 60  # code points before several days that tell that the first is meant


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Every date, left to right; where two rules read one place, the earlier rule has it."""
    del found
    by_word, end, ends, low = by_first_word(words), 0, line_ends(text), text.low
    numbers = [n.start() for n in NUMBER.finditer(low) if not low[n.start() - 1 : n.start()].isalnum()]
    for start in sorted({*beginnings(words).starts(low), *numbers}):
        word = WORD.match(low, start) if start >= end else None
        if word is None:
            continue
        first = word[0]
        for opening in by_word.get(first) or (by_word["0"] if first[0].isdecimal() else ()):
            fits = opening.phrases is None or low.startswith(opening.phrases, start)
            hit = opening.pattern.match(low, start) if fits else None
            value = opening.rule(hit, words) if hit else None
            if hit and value:
                end = max(hit.end(), word.end())
                kind = kind_of(text, start, end, opening.name, ends)
                kind = opening.name if kind == AHEAD and value.startswith("day -") else kind
                yield Mention("date", Span(start, end), value, kind)
                break


def iso_date(hit: Match[str], words: Lexicon) -> str | None:
    """As in "2019-11-07"."""
    del words
    return day(int(hit["y"]), int(hit["m"]), int(hit["d"]))


def numeric_date(hit: Match[str], words: Lexicon) -> str | None:
    """As in "05.09.2023", "21/01/2020", "14-02-2023": the day first, unless that can't be."""
    del words
    y, first, second = int(hit["y"]), int(hit["d"]), int(hit["m"])
    return day(y, second, first) or day(y, first, second)


def joined_date(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on 11-Mar-2024"."""
    return day(int(hit["y"]), words.months[hit["month"]], int(hit["d"]))


def short_date(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on 07.03", "Tuesday (7/3)": the day first, unless that can't be."""
    del words
    first, second = int(hit["d"]), int(hit["m"])
    return monthday(second, first) or monthday(first, second)


def day_in_words(hit: Match[str], words: Lexicon) -> str | None:
    """As in "the seventh of March", "the twenty-first of May 2020", "March the seventh"."""
    month, counted = words.months[the_one("month", hit)], ordinals()[the_one("d", hit)]
    year = hit["y"] or hit["y_2"]
    return day(int(year), month, counted) if year else monthday(month, counted)


def days_of_a_month(hit: Match[str], words: Lexicon) -> str | None:
    """As in "27-28 April 2025", "the 25th of October", "Nov. 26, 2019", "30 May to 2 June"."""
    if hit["month_2"]:
        ends = [(words.months[hit["month"]], int(hit["d"])), (words.months[hit["month_2"]], int(hit["e_2"]))]
        y = hit["y_2"]
    else:
        month = words.months[hit["month_1"]]
        ends = [(month, int(d)) for d in (hit["d_1"], hit["e"]) if d]
        y = hit["y"]
    found = [day(int(y), m, d) if y else monthday(m, d) for m, d in ends]
    if not all(found):
        return None
    return "/".join(d for d in found[: 1 if is_one_day(hit) else 2] if d)


def month_and_year(hit: Match[str], words: Lexicon) -> str | None:
    """As in "December 2015"."""
    return f"{hit['y']}-{words.months[hit['month']]:02}"


def month_alone(hit: Match[str], words: Lexicon) -> str | None:
    """As in "in December", "last November": a time, but no day."""
    before = hit.string[max(0, hit.start() - len("since ")) : hit.start()]
    return f"--{words.months[hit['month']]:02}" if before.endswith(BEFORE_A_MONTH) else None


BEFORE_A_MONTH = ("in ", "last ", "since ", "early ", "late ", "until ", "next ", "this ")


def weekday(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on Thursday", "from Monday to Wednesday", "Monday and Tuesday"."""
    first, last = words.weekdays[hit["word"]], hit["last"]
    several = last and not is_one_day(hit)
    return f"weekday {first}/weekday {words.weekdays[last]}" if several else f"weekday {first}"


def weekday_of_a_week(hit: Match[str], words: Lexicon) -> str | None:
    """As in "next Tuesday", "last Thursday", "on Tuesday next week", "on Tuesday week": by its name."""
    return f"weekday {words.weekdays[the_one('word', hit)]}"


def first_of_a_weekend(hit: Match[str], words: Lexicon) -> str | None:
    """As in "over the weekend", "next weekend": on one of two days; the first is as good as the other."""
    del hit, words
    return "weekday 5"


def short_weekday(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on Wed night", "Thu, 8 Feb": cut short, where the words around tell that it is a day."""
    cut = the_one("word", hit)
    return next(
        (f"weekday {number}" for name, number in words.weekdays.items() if name.startswith(cut)), None
    )


def day_of_some_month(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on the 14th", "on Wednesday (25)", "the eighth of this month", "the 3rd of next month"."""
    del words
    told = the_one("d", hit)
    counted = ordinals().get(told) or int(told)
    return f"of month {counted:02}" if 1 <= counted <= LONGEST_MONTH else None


def relative_day(hit: Match[str], words: Lexicon) -> str | None:
    """As in "today", "yesterday", "this morning"."""
    return f"day {words.relative[hit['word']]:+}"


def days_ago(hit: Match[str], words: Lexicon) -> str | None:
    """As in "two days ago", "a week ago", "three days back"."""
    del words
    return f"day -{counted_days(hit)}"


def days_from_the_day_told(hit: Match[str], words: Lexicon) -> str | None:
    """As in "two days later", "a day earlier", "a week later"."""
    del words
    return f"told day {'-' if hit['way'] in EARLIER_WAYS else '+'}{counted_days(hit)}"


def days_from_the_day_behind(hit: Match[str], words: Lexicon) -> str | None:
    """As in "a day after his arrival on Monday", "on the eve of Friday's summit"."""
    del words
    if hit["beside"]:
        return "told day -1" if hit["beside"] == "eve" else "told day +1"
    return f"told day {'+' if hit['way'] in LATER_WAYS else '-'}{counted_days(hit)}"


def days_ahead(hit: Match[str], words: Lexicon) -> str | None:
    """As in "in two days' time", "three days from now", "in a week"."""
    del words
    return f"day +{counted_days(hit)}"


def day_of_a_stay(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on the second day of his visit", "on the last day of the forum"."""
    del words
    return stay_day(hit)


def day_beside_the_day_told(hit: Match[str], words: Lexicon) -> str | None:
    """As in "the same day", "the following day", "in the evening"."""
    del words
    return f"told day {beside()[hit['word']]:+}"


def length(hit: Match[str], words: Lexicon) -> str | None:
    """As in "a three-day visit", "for two days", "four days of talks"."""
    del words
    count = numbers()[hit["n"]]
    return f"lasting {count}" if count > 1 else None


def year(hit: Match[str], words: Lexicon) -> str | None:
    """As in "in 2015", "since 2007"."""
    del words
    before = hit.string[max(0, hit.start() - len("since ")) : hit.start()]
    return hit["y"] if before.endswith(("in ", "since ", "until ", "of ", "for ", "by ")) else None


Rule = Callable[[Match[str], Lexicon], str | None]
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "iso_date": iso_date,
        "numeric_date": numeric_date,
        "joined_date": joined_date,
        "short_date": short_date,
        "day_in_words": day_in_words,
        "days_and_month": days_of_a_month,
        "month_and_days": days_of_a_month,
        "month_and_year": month_and_year,
        "month_alone": month_alone,
        "next_weekday": weekday_of_a_week,
        "weekday_of_last_week": weekday_of_a_week,
        "weekday_after_next": weekday_of_a_week,
        "last_weekday": weekday_of_a_week,
        "next_weekend": first_of_a_weekend,
        "weekend": first_of_a_weekend,
        "weekday": weekday,
        "short_weekday": short_weekday,
        "day_of_next_month": day_of_some_month,
        "day_of_last_month": day_of_some_month,
        "day_of_the_month": day_of_some_month,
        "relative_day": relative_day,
        "days_ago": days_ago,
        "days_ahead": days_ahead,
        "days_from_the_day_told": days_from_the_day_told,
        "days_from_the_day_behind": days_from_the_day_behind,
        "day_of_a_stay": day_of_a_stay,
        "day_beside_the_day_told": day_beside_the_day_told,
        "length": length,
        "year": year,
    }
)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a date may begin with a word."""

    name: str
    rule: Rule
    pattern: Pattern[str]
    phrases: tuple[str, ...] | None  # with one of them, where all its ways to begin are known


@cache
def by_first_word(words: Lexicon) -> dict[str, tuple[Opening, ...]]:
    """The rules that can read a date that begins with a word; "0" stands for any number."""
    found: dict[str, tuple[Opening, ...]] = {}
    firsts = ways_to_begin(words)
    for name, rule in RULES.items():
        openings: dict[str, list[str]] = {}
        for phrase in dict.fromkeys(firsts[name]):
            openings.setdefault(WORD.match(phrase)[0], []).append(phrase)  # type: ignore[index]
        for word, phrases in openings.items():
            known = None if word in phrases else tuple(phrases)
            found[word] = (*found.get(word, ()), Opening(name, rule, patterns(words)[name], known))
    return found


def the_one(name: str, hit: Match[str]) -> str:
    """The group of that name, or of that name and a number, that matched; "" where none did."""
    groups = hit.groupdict()
    return next((value for key, value in groups.items() if value and key.partition("_")[0] == name), "")


def is_one_day(hit: Match[str]) -> bool:
    """As in "the night of Wednesday to Thursday", "moved from March 3 to March 9": the first is meant."""
    before = hit.string[max(0, hit.start() - NEAR) : hit.start()]
    return before.endswith(ONE_NIGHT) or (before.endswith(" from ") and moved().search(before) is not None)


def day(y: int, m: int, d: int) -> str | None:
    """An ISO date, or None where the calendar has no such day."""
    try:
        return date(y, m, d).isoformat()
    except ValueError:
        return None


def monthday(m: int, d: int) -> str | None:
    """As in "--10-24", or None where the calendar has no such day."""
    return f"--{m:02}-{d:02}" if day(2000, m, d) else None
