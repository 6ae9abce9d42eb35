"""The words of `lexicon/en/sides.yaml` as patterns, each compiled once."""

import re
from functools import cache

from chronicle.lexicon.words import word_lists

ALONE = {"side", "part", "behalf", "'s behalf", "party"}  # words for a side that needn't be a group
BEHIND = (
    r"(?:,? who| which)?(?: [a-z][^,;.]{0,40},(?! who )|, [^,;.]{1,80},)?"
    r"(?:,? (?:has|had|have|will|to|also|then|later|today|yesterday|on|who)\b)*,? ?(?:%s)"
)
LIST = re.compile(r"(?<!\?P)<([a-z_]+)>")  # the name of a list, no group's
AHEAD = r"(?<![a-z])(?:%s),? ?$"


@cache
def worded(template: str) -> re.Pattern[str]:
    """A template as a pattern: "<said> that" with the list `said` in the place of its name."""
    return re.compile(LIST.sub(lambda hit: f"(?:{alternatives(hit[1])})", template))


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
def owned() -> re.Pattern[str]:
    """As in "head of the bank's office", "head of the organization"; the first group is the word."""
    return re.compile(rf"\bthe ({alternatives('own')})\b")


@cache
def of_the_states() -> re.Pattern[str]:
    """As in "Chairman of the country's Joint Chiefs of Staff"."""
    return re.compile(rf"\bthe (?:{alternatives('states')})'s ")


@cache
def apposed() -> re.Pattern[str]:
    """As in ", the bloc's" behind a name; the first group is the word."""
    return re.compile(rf", the ({alternatives('own')})'s ")


@cache
def sending() -> re.Pattern[str]:
    """All that may stand between a side and somebody whom it sends."""
    words = "|".join(alternatives("side_words").split("|"))
    leads, sends = alternatives("side_leads"), alternatives("sending")
    clause = r"(?:, (?:which|who)\b[^,.;]{0,60},)?"
    deeds = alternatives("deeds")
    gap = rf"(?:(?= )(?:(?! (?:{deeds}|and (?:the|his|her))\b|, (?:and|but|so|yet)\b)[^.;:]){{0,61}}?)?"
    side = (
        rf"(?:'s|')? ?(?:(?!were|was|are|is|and\b)[a-z-]+ ){{0,2}}(?:{words})(?!,? and\b),?"
        rf"{gap}(?: ?(?:{leads}))?"
    )
    force = (
        rf"(?:'s|')(?: [a-z-]+){{1,5}},? (?:(?:{sends})|(?:under|led by|headed by|commanded by)"
        r"(?: the command of)?)"
    )
    now = r"'s (?:[a-z-]+ ){1,4}(?:is|was|will be)"
    return re.compile(
        rf"(?:{side}|{force}|{now}|{clause}(?:'s|')? (?:{sends}))"
        rf" ?(?:the |its |their |as |an? )*{described()}"
    )


@cache
def described() -> str:
    """What may tell a person before the name: "a retired soldier, ", "its chargé d'affaires, "."""
    words = r"(?:(?:an?|the|its|their|his|her|one) )?(?:[^\W\d_][\w'’/-]* ){0,6}"
    return rf"(?:{words}(?:{alternatives('persons')})\b[^.;:,]{{0,60}}, ?)?"


@cache
def listing() -> re.Pattern[str]:
    """What joins two names of a list with their offices."""
    return re.compile(
        rf"(?: \([^()]{{1,30}}\))?(?:, who [^.;,]{{0,60}})?(?:,|;| and| &|, and|; and|,? as well as)"
        rf"(?: with| by| of"
        rf"| to)? ?(?:the )?(?:mps? |senators? )?{described()}"
    )


@cache
def among_persons() -> re.Pattern[str]:
    """Between a side and a name: "(Italian) peer X", "(Irish) embassy, X"."""
    return re.compile(
        rf"(?:'s|')? (?:[a-z-]+ ){{0,2}}(?:{alternatives('persons')})"
        rf"(?: (?:in|to|for) (?:the )?[a-z -]{{3,30}}(?=,))?,? ?|"
        rf" (?:{alternatives('seats')})(?: in [a-z ]{{2,20}})?, "
    )


@cache
def held_in() -> re.Pattern[str]:
    """Before a place: an office that is held there, "opposite number in (Kuwait City), X"."""
    return re.compile(
        rf"\b(?:{alternatives('persons')}|portfolio|office|post|job"
        rf"|capacity)(?: of [a-z ]{{3,30}})? (?:in|from) (?:the )?$"
    )


@cache
def group() -> dict[str, re.Pattern[str]]:
    """A word for those who are sent, right after or before a side."""
    words = "|".join(
        sorted({*word_lists("en/background")["delegations"], *word_lists("en/sides")["side_words"]} - ALONE)
    )
    return {
        "after": re.compile(rf"(?:'s)?\s(?:[a-z-]+\s){{0,3}}(?:{words})\b"),
        "before": re.compile(rf"\b(?:{words})\s(?:of|from)\s(?:the\s)?$"),
    }


@cache
def company() -> re.Pattern[str]:
    """As in "of the Danish shipping company (Maersk)", letters as written."""
    return re.compile(
        r"\b(?:of|at|from|for) (?:the |an? |its )?((?:[\w-]+ ){0,5}?)"
        rf"(?:{alternatives('companies')}),? ([A-Z][\w&'-]*(?:(?: (?:&|and|of|de|du))? [A-Z0-9][\w&'-]*)*)"
    )


@cache
def company_word() -> re.Pattern[str]:
    """As in "Danish (wind company)": a nationality that tells of a company."""
    return re.compile(rf" (?:[a-z-]+ ){{0,3}}(?:{alternatives('companies')})\b(?! of)")


@cache
def titles() -> re.Pattern[str]:
    """The titles of office that one country only has."""
    words = "|".join(re.escape(title) for held in word_lists("en/titles").values() for title in held)
    return re.compile(rf"\b(?:{words})\b")


@cache
def country_of(title: str) -> str:
    """The country that has a title."""
    return next(code for code, held in word_lists("en/titles").items() if title in held)
