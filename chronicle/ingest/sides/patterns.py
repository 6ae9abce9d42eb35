"""The words of `lexicon/en/sides.yaml` as patterns, each compiled once."""

import re
from functools import cache

from chronicle.lexicon.words import word_lists

BEHIND = (
    r"(?:,? who| which)?(?: [a-z][^,;.]{0,40},|, [^,;.]{1,80},)?"
    r"(?:,? (?:has|had|have|will|to|also|then|later|today|yesterday|on|who)\b)*,? ?(?:%s)"
)
AHEAD = r"(?<![a-z])(?:%s),? ?$"


@cache
def behind(section: str) -> re.Pattern[str]:
    """What follows a name, for `match` on what stands behind it."""
    return re.compile(BEHIND % alternatives(section))


@cache
def ahead(section: str) -> re.Pattern[str]:
    """What leads up to a name, for `search` on what stands before it."""
    return re.compile(AHEAD % alternatives(section))


@cache
def alternatives(section: str) -> str:
    """The patterns of a list as one."""
    return "|".join(word_lists("en/sides")[section])


@cache
def possessed(section: str) -> re.Pattern[str]:
    """As in "the bank's" right before a name or its office; the first group is the word."""
    return re.compile(rf"\b(?:the|that|this|our) (?:[a-z-]+ )?({alternatives(section)})(?:'s|')? ?$")


@cache
def sending() -> re.Pattern[str]:
    """All that may stand between a side and somebody whom it sends."""
    words = "|".join(alternatives("side_words").split("|"))
    leads, sends = alternatives("side_leads"), alternatives("sending")
    side = rf"(?:'s|')? ?(?:[a-z-]+ ){{0,2}}(?:{words}),?(?: [^.;:]{{0,60}}?)?(?: ?(?:{leads}))?"
    return re.compile(rf"(?:{side}|(?:'s|')? (?:{sends})) ?(?:the |its |their |as )*")


@cache
def titles() -> re.Pattern[str]:
    """The titles of office that one country only has."""
    words = "|".join(re.escape(title) for held in word_lists("en/titles").values() for title in held)
    return re.compile(rf"\b(?:{words})\b")


@cache
def country_of(title: str) -> str:
    """The country that has a title."""
    return next(code for code, held in word_lists("en/titles").items() if title in held)
