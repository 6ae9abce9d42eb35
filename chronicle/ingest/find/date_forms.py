"""How texts write dates: the words with which they begin, and the pattern of each rule of `dates`."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from re import Pattern

from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.find.day_words import (
    beside,
    counted_things,
    no_stays,
    numbers,
    ordinals,
    stay_days,
    weekends,
)
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists

WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d[^\W_]*")
ORDINAL = "(?:st|nd|rd|th)?"
CUT_SHORT = ("mon", "tue", "wed", "thu", "fri")  # but "sat" and "sun" are words


@cache
def beginnings(words: Lexicon) -> Phrases:
    """The words with which dates begin, numbers apart."""
    forms = {form for firsts in ways_to_begin(words).values() for form in firsts if form != "0"}
    return Phrases(Phrase(form, "date", form) for form in forms)


def ways_to_begin(words: Lexicon) -> Mapping[str, Iterable[str]]:
    """The words with which the dates of each rule may begin; "0" stands for any number."""
    months, weekdays = [name.rstrip(".") for name in words.months], words.weekdays
    counted = [f"{n}{joint}day" for n in numbers() if not n.isdecimal() for joint in " -"]
    counted += [f"{n} {unit}" for n in numbers() if not n.isdecimal() for unit in ("week", "fortnight")]
    some, figure = (*counted, "0"), ("0",)
    of_a_month = ("0", *(f"{ordinal} of" for ordinal in ordinals()))
    return {
        "iso_date": figure,
        "numeric_date": figure,
        **dict.fromkeys(("joined_date", "short_date"), figure),
        "day_in_words": [
            *ordinals(),
            *(f"{name} {the}{n}" for name in months for the in ("", "the ") for n in ordinals()),
        ],
        "days_and_month": figure,
        "month_and_days": months,
        "month_and_year": months,
        "month_alone": months,
        "next_weekday": [*weekdays, *(f"next {day}" for day in weekdays), "next week"],
        "weekday_of_last_week": [*weekdays, "last week"],
        "weekday_after_next": [*weekdays, *(f"week {on} {day}" for day in weekdays for on in ("on", "from"))],
        "last_weekday": [f"{before} {day}" for day in weekdays for before in ("last", "previous")],
        "next_weekend": ("next weekend", "the next weekend"),
        "weekend": weekends(),
        "weekday": weekdays,
        "short_weekday": CUT_SHORT,
        "day_of_next_month": of_a_month,
        "day_of_last_month": of_a_month,
        "day_of_the_month": of_a_month,
        "relative_day": words.relative,
        "days_ago": some,
        "days_ahead": some,
        "days_from_the_day_told": some,
        "days_from_the_day_behind": (*counted, "eve", "morrow", "0"),
        "day_of_a_stay": stay_days(),
        "day_beside_the_day_told": beside(),
        "length": some,
        "year": figure,
    }


@cache
def patterns(words: Lexicon) -> Mapping[str, Pattern[str]]:
    """The pattern by which each rule reads on from a date's first word."""
    forms = {**months_named(words), **weekdays_named(words), **figures(words), **counted_forms()}
    forms["relative_day"] = rf"(?<!\bto\s)(?P<word>{alternatives(words.relative)})(?![a-z])"
    return {name: re.compile(form) for name, form in forms.items()}


def months_named(words: Lexicon) -> dict[str, str]:
    """The patterns of dates with the name of a month."""
    months = alternatives(words.months)
    month, month_1, month_2 = (rf"(?P<{name}>{months})(?![a-z])" for name in ("month", "month_1", "month_2"))
    years, years_2 = r"(?P<y>(?:19|20)\d\d)", r"(?P<y_2>(?:19|20)\d\d)"
    first, last = rf"(?P<d>[0-3]?\d){ORDINAL}", rf"(?P<e_2>[0-3]?\d){ORDINAL}"
    named = rf"(?:(?:{alternatives(words.weekdays)}),?\s)?(?:the\s)?"  # "Monday 24 to Wednesday 26 September"
    joint = r"-|to|and|&|through|until|into"
    days = rf"(?P<d_1>[0-3]?\d){ORDINAL}(?:\s?(?:{joint})\s?{named}(?P<e>[0-3]?\d){ORDINAL})?"
    join = rf"\s?(?:-|to|through|until|till)\s?{named}"
    in_words = alternatives(ordinals())
    return {
        "days_and_month": r"(?<![\d:.-])"
        rf"(?:{first},?\s(?:day\s)?(?:of\s)?{month}{join}{last}\s(?:of\s)?{month_2}(?:,?\s{years_2})?"
        rf"|{days},?\s(?:day\s)?(?:of\s)?{month_1}(?:,?\s{years})?)(?!\d)",
        "month_and_days": rf"(?:{month}\s?(?:the\s)?{first}{join}{month_2}\s?{last}(?!\d|:\d)"
        rf"(?:,?\s{years_2}(?!\d))?"
        rf"|{month_1}\s?(?:the\s(?=\d+[a-z]))?{days}(?!\d|:\d|\s?%)(?:,?\s{years}(?!\d))?)",
        "joined_date": rf"(?<![\d:.-])(?P<d>[0-3]?\d)-{month}-{years}(?!\d)",
        "month_and_year": rf"{month},?\s{years}(?!\d)",
        "month_alone": rf"{month}(?!\s?\d|\sdel\b)",
        "day_in_words": rf"(?:(?P<d>{in_words})\s(?:day\s)?of\s{month}(?:,?\s{years})?(?!\d)"
        rf"|{month_2}\s(?:the\s)?(?P<d_2>{in_words})(?![a-z-])(?:,?\s{years_2})?(?!\d))",
    }


def weekdays_named(words: Lexicon) -> dict[str, str]:
    """The patterns of the days of the week."""
    weekdays = alternatives(words.weekdays)
    until = rf"\s?(?:-|to|through|until|till|and|into)\s?(?P<last>{weekdays})(?![a-z])"
    cut, hours = "|".join(CUT_SHORT), r"\s(?:morning|afternoon|evening|night)\b"
    return {
        "weekday": rf"(?P<word>{weekdays})(?![a-z])(?:{until})?",
        "short_weekday": rf"(?:(?<=\bon\s)(?P<word>{cut})(?=[.,;)]|\s[\da-z])|(?P<word_2>{cut})(?={hours}))",
        "next_weekday": rf"(?:next\s(?P<word>{weekdays})(?![a-z])"
        rf"|next\sweek(?:'s|,)?\s(?:on\s)?(?P<word_3>{weekdays})(?![a-z])"
        rf"|(?P<word_2>{weekdays})\s(?:of\s)?next\sweek\b)",
        "weekday_of_last_week": rf"(?:(?P<word>{weekdays})\s(?:of\s)?"
        rf"(?:(?:last|the\sprevious)\sweek|a\sweek\sago)\b"
        rf"|last\sweek(?:'s|,)?\s(?:on\s)?(?P<word_2>{weekdays})(?![a-z]))",
        "weekday_after_next": rf"(?:(?P<word>{weekdays})\sweek\b"
        rf"|(?<=\ba\s)week\s(?:on|from)\s(?P<word_2>{weekdays})(?![a-z]))",
        "next_weekend": r"(?:the\s)?next\sweekend\b",
        "weekend": rf"(?:{alternatives(weekends())})(?!'|\sof\b)\b",
        "last_weekday": rf"(?:last|(?<=\bthe\s)previous)\s(?P<word>{weekdays})(?![a-z])",
    }


def figures(words: Lexicon) -> dict[str, str]:
    """The patterns of dates in figures, and of days of a month without its name."""
    years, counted = r"(?P<y>(?:19|20)\d\d)", rf"(?:[0-3]?\d(?:st|nd|rd|th)|{alternatives(ordinals())})"
    some = rf"(?P<d>[0-3]?\d(?=st|nd|rd|th)|{alternatives(ordinals())}){ORDINAL}(?:\sday)?\sof\s(?:the\s)?"
    this = r"(?:this|current|present|same|ongoing)\smonth\b"
    del words, counted
    return {
        "iso_date": r"(?P<y>20\d\d)([-/.])(?P<m>[01]\d)\2(?P<d>[0-3]\d)(?!\d)",
        "day_of_next_month": rf"{some}(?:next|coming|following)\smonth\b",
        "day_of_last_month": rf"{some}(?:last|previous|past)\smonth\b",
        "day_of_the_month": r"(?:(?<=on\sthe\s)(?P<d_1>[0-3]?\d)(?:st|nd|rd|th)"
        r"(?=[.,;:]|\s(?:and|in|at|to|for|with|by|of\sth(?:e|is)\smonth|inst(?:ant)?)\b)"
        rf"|(?<=on\sthe\s)(?P<d_4>[0-3]?\d)(?:st|nd|rd|th)(?=\s(?!{alternatives(counted_things())})[a-z])"
        r"|(?<=day\s\()(?P<d_2>[0-3]?\d)(?=\))|(?P<d_3>[0-3]?\d)(?:st|nd|rd|th)?\sinst(?:ant)?\b"
        rf"|{some}{this})",
        "short_date": r"(?<=(?<!\bat\s)(?<!\bby\s)[\s(])(?<!\d[\s(])"
        r"(?:(?:(?<=\bon\s)|(?<=\()|(?<=day\s)|(?<=day,\s))"
        r"(?P<d>[0-3]?\d)(?:\.(?=0\d|1[0-2]|\d\.(?:\s|$))|/)(?P<m>[01]?\d)(?![\d/:%]|\.\d|\s?(?:[ap]\.?m|h\b|hrs|of\b|per\b)))",
        "numeric_date": r"(?<![\d.:/-])(?P<d>\d{1,2})([./-])(?P<m>\d{1,2})\2(?P<y>(?:19|20)\d\d)(?!\d)",
        "year": rf"{years}(?![\d-])",
    }


def counted_forms() -> dict[str, str]:
    """The patterns of days that are counted from another."""
    count = alternatives(numbers())
    some = rf"(?P<n>{count})\s(?P<unit>day|week|fortnight)s?"
    last = alternatives(word_lists("en/days")["last_of_several"])
    beyond = (
        rf"(?=[,.;]|\sof\s(?!(?:the\s)?(?:{alternatives(no_stays())})\b)"
        r"|\s(?:he|she|they|the|it|his|her|both|there|in\s(?!office|power|charge)|met|was|held|had)\b)"
    )
    return {
        "days_ago": rf"{some}\s(?:ago|back(?=[,.;]|\s(?:in|at)\b))",
        "days_ahead": rf"(?:{some}(?:'s?\stime|\s(?:from\s(?:now|today)|hence)|(?<=week)\stoday)\b"
        rf"|(?<=\bin\s)(?<!time\sin\s)(?P<n_2>{count})\s(?P<unit_2>day|week)s?(?=[,.;]|\s[a-z])"
        r"(?!\sof\b|'))",
        "days_from_the_day_told": rf"{some}\s"
        r"(?P<way>later|earlier|afterwards|previously|beforehand|prior(?!\sto)|on(?=,|\s(?:he|she|the|they)\b)"
        r"|(?:after|before)\s(?:that|this)(?=[,.;]|\s(?:he|she|they|came)\b))",
        "days_from_the_day_behind": rf"(?:(?P<beside>eve|morrow)\sof|(?<!\bfor\s){some}\s"
        rf"(?P<way>after|following|before|prior\sto|ahead\sof))(?=\s)(?!\s(?:{alternatives(word_lists('en/days')['own_things'])})\b)",
        "day_of_a_stay": rf"(?<!\bfor\s)(?<!\bfrom\s)(?<!\bsince\s)"
        rf"(?P<word>{alternatives(stay_days())})(?:\sand\s(?:{last}))?"
        rf"(?:(?<=\sone)|(?<=\stwo)|(?<=\sthree)|(?<=\sfour)|\sday){beyond}",
        "day_beside_the_day_told": rf"(?P<word>{alternatives(beside())})(?![a-z])",
        "length": rf"(?P<n>{count})[-\s]days?(?![a-z])(?!\s(?:ago|later|earlier|before|after|from|old))",
    }
