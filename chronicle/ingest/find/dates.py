"""Dates as they are told: the value is what stands there, not yet a day of the calendar.

Values: "2017-10-24", "2017-10", "2017", "--10-24" (no year), "weekday 3" (Thursday), "day -1" (yesterday),
"of month 14" (the 14th), "told day +2" (two days after the day told last), "lasting 3" (a three-day visit),
and two of the kinds of days joined with "/" for a stay of several. The rule also says what the day is of:
see `day_kinds`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from re import Match, Pattern

from chronicle.ingest.find.day_kinds import alternatives, kind_of, line_ends
from chronicle.ingest.find.day_words import (
    beside,
    counted_days,
    counted_things,
    numbers,
    ordinals,
    stay_days,
    weekends,
)
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d[^\W_]*")
LONGEST_MONTH = 31


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
                kind = kind_of(text, start, end, opening.rule.__name__, ends)
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


def short_date(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on 07.03", "Tuesday (7/3)": the day first, unless that can't be."""
    del words
    first, second = int(hit["d"]), int(hit["m"])
    return monthday(second, first) or monthday(first, second)


def day_in_words(hit: Match[str], words: Lexicon) -> str | None:
    """As in "the seventh of March", "the twenty-first of May 2020"."""
    month, counted = words.months[hit["month"]], ordinals()[hit["d"]]
    return day(int(hit["y"]), month, counted) if hit["y"] else monthday(month, counted)


def days_and_month(hit: Match[str], words: Lexicon) -> str | None:
    """As in "27-28 April 2025", "24 October", "the 25th of October", "30 May to 2 June"."""
    return told(hit, words)


def month_and_days(hit: Match[str], words: Lexicon) -> str | None:
    """As in "October 24", "Nov. 26, 2019", "July 10-11", "January 27th", "May 30 - June 2"."""
    return told(hit, words)


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
    return f"weekday {first}/weekday {words.weekdays[last]}" if last else f"weekday {first}"


def next_weekday(hit: Match[str], words: Lexicon) -> str | None:
    """As in "next Tuesday", "on Tuesday next week", "next week on Tuesday": of the week that comes."""
    return f"weekday {words.weekdays[hit['word'] or hit['word_2'] or hit['word_3']]}"


def weekday_of_last_week(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on Tuesday last week", "last week on Tuesday": of the week before."""
    return f"weekday {words.weekdays[hit['word'] or hit['word_2']]}"


def weekday_after_next(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on Tuesday week": a week after the one that comes."""
    return f"weekday {words.weekdays[hit['word']]}"


def next_weekend(hit: Match[str], words: Lexicon) -> str | None:
    """As in "next weekend": the first of its days."""
    del hit, words
    return "weekday 5"


def weekend(hit: Match[str], words: Lexicon) -> str | None:
    """As in "over the weekend": on one of two days, the first of which is as good as the other."""
    del hit, words
    return "weekday 5"


def last_weekday(hit: Match[str], words: Lexicon) -> str | None:
    """As in "last Thursday": not today."""
    return f"weekday {words.weekdays[hit['word']]}"


def day_of_the_month(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on the 14th", "on Wednesday (25)"."""
    del words
    counted = int(hit["d"] or hit["d_2"] or hit["d_3"] or hit["d_4"])
    return f"of month {counted:02}" if 1 <= counted <= LONGEST_MONTH else None


def relative_day(hit: Match[str], words: Lexicon) -> str | None:
    """As in "today", "yesterday", "this morning"."""
    return f"day {words.relative[hit['word']]:+}"


def days_ago(hit: Match[str], words: Lexicon) -> str | None:
    """As in "two days ago", "a week ago"."""
    del words
    return f"day -{counted_days(hit)}"


def days_from_the_day_told(hit: Match[str], words: Lexicon) -> str | None:
    """As in "two days later", "a day earlier", "a week later"."""
    del words
    later = hit["way"] not in ("earlier", "previously", "beforehand", "prior", "before")
    return f"told day {'+' if later else '-'}{counted_days(hit)}"


def days_from_the_day_behind(hit: Match[str], words: Lexicon) -> str | None:
    """As in "a day after his arrival on Monday", "on the eve of Friday's summit"."""
    del words
    if hit["n"] is None:
        return "told day -1"
    return f"told day {'+' if hit['way'] in ('after', 'following') else '-'}{counted_days(hit)}"


def days_ahead(hit: Match[str], words: Lexicon) -> str | None:
    """As in "in two days' time", "three days from now", "in a week"."""
    del words
    return f"day +{counted_days(hit)}"


def day_of_a_stay(hit: Match[str], words: Lexicon) -> str | None:
    """As in "on the second day of his visit"."""
    del words
    return f"told day {stay_days()[hit['word']]:+}"


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
RULES: tuple[Rule, ...] = (
    iso_date,
    numeric_date,
    short_date,
    day_in_words,
    days_and_month,
    month_and_days,
    month_and_year,
    month_alone,
    next_weekday,
    weekday_of_last_week,
    weekday_after_next,
    last_weekday,
    next_weekend,
    weekend,
    weekday,
    day_of_the_month,
    relative_day,
    days_ago,
    days_ahead,
    days_from_the_day_told,
    days_from_the_day_behind,
    day_of_a_stay,
    day_beside_the_day_told,
    length,
    year,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a date may begin with a word."""

    rule: Rule
    pattern: Pattern[str]
    phrases: tuple[str, ...] | None  # with one of them, where all its ways to begin are known


@cache
def by_first_word(words: Lexicon) -> dict[str, tuple[Opening, ...]]:
    """The rules that can read a date that begins with a word; "0" stands for any number."""
    found: dict[str, tuple[Opening, ...]] = {}
    for rule, firsts in ways_to_begin(words).items():
        openings: dict[str, list[str]] = {}
        for phrase in dict.fromkeys(firsts):
            openings.setdefault(WORD.match(phrase)[0], []).append(phrase)  # type: ignore[index]
        for word, phrases in openings.items():
            known = None if word in phrases else tuple(phrases)
            found[word] = (*found.get(word, ()), Opening(rule, patterns(words)[rule.__name__], known))
    return found


@cache
def beginnings(words: Lexicon) -> Phrases:
    """The words with which dates begin, numbers apart."""
    forms = {form for firsts in ways_to_begin(words).values() for form in firsts if form != "0"}
    return Phrases(Phrase(form, "date", form) for form in forms)


def ways_to_begin(words: Lexicon) -> dict[Rule, Iterable[str]]:
    """The words with which the dates of each rule may begin, in the order of the rules."""
    months, weekdays = [name.rstrip(".") for name in words.months], words.weekdays
    counted = [f"{n}{joint}day" for n in numbers() if not n.isdecimal() for joint in " -"]
    counted += [f"{n} {unit}" for n in numbers() if not n.isdecimal() for unit in ("week", "fortnight")]
    firsts: dict[Rule, Iterable[str]] = dict.fromkeys((month_and_days, month_and_year, month_alone), months)
    firsts |= dict.fromkeys(
        (iso_date, numeric_date, short_date, days_and_month, day_of_the_month, year), ("0",)
    )
    firsts |= {weekday: weekdays, relative_day: words.relative, day_in_words: ordinals()}
    firsts |= {day_beside_the_day_told: beside(), day_of_a_stay: stay_days()}
    firsts |= {next_weekday: [*weekdays, *(f"next {day}" for day in weekdays), "next week"]}
    firsts |= {weekday_of_last_week: [*weekdays, "last week"], weekend: weekends()}
    firsts |= {weekday_after_next: weekdays, next_weekend: ["next weekend", "the next weekend"]}
    firsts |= {last_weekday: [f"last {day}" for day in weekdays]}
    firsts |= dict.fromkeys((days_ago, days_ahead, days_from_the_day_told, length), (*counted, "0"))
    firsts |= {days_from_the_day_behind: (*counted, "eve", "0")}
    return {rule: firsts[rule] for rule in RULES}


@cache
def patterns(words: Lexicon) -> dict[str, Pattern[str]]:
    """The pattern by which each rule reads on from a date's first word."""
    months, ordinal = alternatives(words.months), "(?:st|nd|rd|th)?"
    month, month_1, month_2 = (rf"(?P<{name}>{months})(?![a-z])" for name in ("month", "month_1", "month_2"))
    years, years_2 = r"(?P<y>(?:19|20)\d\d)", r"(?P<y_2>(?:19|20)\d\d)"
    first, last = rf"(?P<d>[0-3]?\d){ordinal}", rf"(?P<e_2>[0-3]?\d){ordinal}"
    weekdays = alternatives(words.weekdays)
    named = rf"(?:(?:{weekdays}),?\s)?(?:the\s)?"  # "Monday 24 to Wednesday 26 September"
    days = (
        rf"(?P<d_1>[0-3]?\d){ordinal}(?:\s?(?:-|to|and|&|through|until)\s?{named}(?P<e>[0-3]?\d){ordinal})?"
    )
    join = rf"\s?(?:-|to|through|until|till)\s?{named}"
    until = rf"\s?(?:-|to|through|until|till|and)\s?(?P<last>{weekdays})(?![a-z])"
    forms: dict[Rule, str] = {
        days_and_month: r"(?<![\d:.-])"
        rf"(?:{first},?\s(?:of\s)?{month}{join}{last}\s(?:of\s)?{month_2}(?:,?\s{years_2})?"
        rf"|{days},?\s(?:of\s)?{month_1}(?:,?\s{years})?)(?!\d)",
        month_and_days: rf"(?:{month}\s?(?:the\s)?{first}{join}{month_2}\s?{last}(?!\d|:\d)"
        rf"(?:,?\s{years_2}(?!\d))?"
        rf"|{month_1}\s?(?:the\s(?=\d+[a-z]))?{days}(?!\d|:\d|\s?%)(?:,?\s{years}(?!\d))?)",
        month_and_year: rf"{month},?\s{years}(?!\d)",
        month_alone: rf"{month}(?!\s?\d|\sdel\b)",
        weekday: rf"(?P<word>{weekdays})(?![a-z])(?:{until})?",
        next_weekday: rf"(?:next\s(?P<word>{weekdays})(?![a-z])"
        rf"|next\sweek(?:'s|,)?\s(?:on\s)?(?P<word_3>{weekdays})(?![a-z])"
        rf"|(?P<word_2>{weekdays})\s(?:of\s)?next\sweek\b)",
        weekday_of_last_week: rf"(?:(?P<word>{weekdays})\s(?:of\s)?(?:last|the\sprevious)\sweek\b"
        rf"|last\sweek(?:'s|,)?\s(?:on\s)?(?P<word_2>{weekdays})(?![a-z]))",
        weekday_after_next: rf"(?P<word>{weekdays})\sweek\b",
        next_weekend: r"(?:the\s)?next\sweekend\b",
        weekend: rf"(?:{alternatives(weekends())})(?!'|\sof\b)\b",
        last_weekday: rf"last\s(?P<word>{weekdays})(?![a-z])",
        relative_day: rf"(?<!\bto\s)(?P<word>{alternatives(words.relative)})(?![a-z])",
        year: rf"{years}(?![\d-])",
    }
    return {
        rule.__name__: re.compile(form)
        for rule, form in {**forms, **figures(words), **counted_forms()}.items()
    }


def figures(words: Lexicon) -> dict[Rule, str]:
    """The same for dates in figures, and for a day in words."""
    month, years = rf"(?P<month>{alternatives(words.months)})(?![a-z])", r"(?P<y>(?:19|20)\d\d)"
    return {
        iso_date: r"(?P<y>20\d\d)([-/.])(?P<m>[01]\d)\2(?P<d>[0-3]\d)(?!\d)",
        day_of_the_month: r"(?:(?<=on\sthe\s)(?P<d>[0-3]?\d)(?:st|nd|rd|th)"
        r"(?=[.,;:]|\s(?:and|in|at|to|for|with|by|of\sth(?:e|is)\smonth|inst(?:ant)?)\b)"
        rf"|(?<=on\sthe\s)(?P<d_4>[0-3]?\d)(?:st|nd|rd|th)(?=\s(?!{alternatives(counted_things())})[a-z])"
        r"|(?<=day\s\()(?P<d_2>[0-3]?\d)(?=\))|(?P<d_3>[0-3]?\d)(?:st|nd|rd|th)?\sinst(?:ant)?\b)",
        short_date: r"(?<=(?<!\bat\s)(?<!\bby\s)[\s(])(?<!\d[\s(])"
        r"(?:(?:(?<=\bon\s)|(?<=\()|(?<=day\s)|(?<=day,\s))"
        r"(?P<d>[0-3]?\d)(?:\.(?=0\d|1[0-2])|/)(?P<m>[01]?\d)(?![\d/:%]|\.\d|\s?(?:[ap]\.?m|h\b|hrs|of\b|per\b)))",
        day_in_words: rf"(?P<d>{alternatives(ordinals())})\s(?:day\s)?of\s{month}(?:,?\s{years})?(?!\d)",
        numeric_date: r"(?<![\d.:/-])(?P<d>\d{1,2})([./-])(?P<m>\d{1,2})\2(?P<y>(?:19|20)\d\d)(?!\d)",
    }


def counted_forms() -> dict[Rule, str]:
    """The same for the days that are counted from another."""
    count = alternatives(numbers())
    some = rf"(?P<n>{count})\s(?P<unit>day|week|fortnight)s?"
    beyond = r"(?!(?<=\bday)(?!,|\s(?:he|she|they|the|it|his|her|both|there|in\s(?!office|power|charge))\b))"
    return {
        days_ago: rf"{some}\sago\b",
        days_ahead: rf"(?:{some}(?:'s?\stime|\s(?:from\s(?:now|today)|hence)|(?<=week)\stoday)\b"
        rf"|(?<=\bin\s)(?<!time\sin\s)(?P<n_2>{count})\s(?P<unit_2>day|week)s?(?=[,.;]|\s[a-z])"
        r"(?!\sof\b|'))",
        days_from_the_day_told: rf"{some}\s"
        r"(?P<way>later|earlier|afterwards|previously|beforehand|prior(?!\sto)|on(?=,|\s(?:he|she|the|they)\b))",
        days_from_the_day_behind: rf"(?:eve\sof|{some}\s(?P<way>after|following|before|prior\sto|ahead\sof))"
        rf"(?=\s)(?!\s(?:{alternatives(word_lists('en/days')['own_things'])})\b)",
        day_of_a_stay: rf"(?P<word>{alternatives(stay_days())})(?![a-z]){beyond}",
        day_beside_the_day_told: rf"(?P<word>{alternatives(beside())})(?![a-z])",
        length: rf"(?P<n>{count})[-\s]days?(?![a-z])(?!\s(?:ago|later|earlier|before|after|from|old))",
    }


def told(hit: Match[str], words: Lexicon) -> str | None:
    """The day, or the first and last of several, with the year where it is said."""
    if hit["month_2"]:
        ends = [(words.months[hit["month"]], int(hit["d"])), (words.months[hit["month_2"]], int(hit["e_2"]))]
        y = hit["y_2"]
    else:
        month = words.months[hit["month_1"]]
        ends = [(month, int(d)) for d in (hit["d_1"], hit["e"]) if d]
        y = hit["y"]
    found = [day(int(y), m, d) if y else monthday(m, d) for m, d in ends]
    return "/".join(d for d in found if d) if all(found) else None


def day(y: int, m: int, d: int) -> str | None:
    """An ISO date, or None where the calendar has no such day."""
    try:
        return date(y, m, d).isoformat()
    except ValueError:
        return None


def monthday(m: int, d: int) -> str | None:
    """As in "--10-24", or None where the calendar has no such day."""
    return f"--{m:02}-{d:02}" if day(2000, m, d) else None
