"""What a day is told of: by the words around it, by the tense of its clause, by its place in the article."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from re import Pattern

from chronicle.ingest.text import Text
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists

TELLING, UNTIL, SINCE, DATELINE = "day_of_telling", "last_day", "first_day", "day_of_the_dateline"
OTHER, EARLIER, AHEAD = "day_of_another_thing", "day_told_in_the_past_perfect", "day_still_to_come"
TALKS, JOURNEY, RETURN = "day_of_the_talks", "day_of_a_journey", "day_of_a_return"
LEAVING = "day_of_a_departure"
OF_OTHERS = frozenset((TELLING, UNTIL, SINCE, DATELINE, OTHER))
"""Rules of days on which something else was: somebody told it, it ended or began, it was written."""
TOLD_DAYS = frozenset(
    (
        "next_weekday",
        "next_weekend",
        "last_weekday",
        "weekday_of_last_week",
        "weekday_after_next",
        "day_of_next_month",
        "day_of_last_month",
    )
)  # rules that tell more than their words' place
BEHIND = "days_from_the_day_behind"
COUNTED = frozenset(("days_from_the_day_told", "day_beside_the_day_told", "day_of_a_stay"))
MOVED = frozenset(("weekday", "short_weekday", "days_and_month", "month_and_days"))
MONTHLY = frozenset(("iso_date", "numeric_date", "joined_date", "days_and_month", "month_and_days"))
STARTING = MOVED | MONTHLY | {"weekend", "relative_day", "short_date", "day_in_words"}
AROUND = 100  # code points before a date that tell what it is of
DATELINE_BEFORE = re.compile(
    r"[^\W\d_][\w.'-]*(?:[ ,]+[^\W\d_][\w.'-]*){0,5}[ ,]*"
    r"(?:[A-Z][\w' ]{2,20}\s\d{1,2},\s1[34]\d\d\s?H?,\s)?"  # of another calendar
    r"(?:\([\w .,-]{2,30}\)[ ,]*)?(?:/[\w. ]+/[ ,]*)?(?:\([^()\n]{2,50}(?:\s-|[,:|])\s?|[(|]?\s?)"
)
DATELINE_BEHIND = re.compile(  # in what is left of the line
    r"(?:,?\s\d{4})?(?:\s?\(|\)\s|\s?(?:--?|—)\s|\s?[.:](?:-|\s?/|\s|$)|,?\s/|\s*$|\)?\s*(?:[:|.]|--?|—)\s"
    r"|\s+[A-Z]{3,}\b|,\s[A-Z][\w.-]{1,20}(?:\s[A-Z][\w.-]{1,20}){0,2}\s(?:--?|—)\s)"
)
WEEKDAYS_PLACE = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w'-]*){0,2}(?:, | \()")
WEEKDAYS_END = re.compile(r"\)?\s?(?:--?|—|:)\s")
NO_PLACES = ("On ", "From ", "Since ", "Until ", "By ", "Between ", "During ")
STAMP_BEFORE = re.compile(  # "Date: Mon 5 Dec 2016"
    r"[a-z]{3,9}[,.]?\s|[a-z ]{3,12}:\s?(?:[a-z]{3,9}[,.]?\s)?"
)
STAMP_BEHIND = re.compile(  # "05 June 2022, MVT 14:20"
    r"[\s,|.-]*(?:[A-Z]{2,4}\s)?(?:(?:at\s)?\d{1,2}[:.]\d\d\b.{0,20})?"
)
PAGE_HEAD = re.compile(r"\s*date \d{4}-\d\d(?:-\d\d)?\s*")
SIGNED = re.compile(r"[(\[]?[A-Z][^.!?:;]*(?:\s[-–—|]|[,/|(])|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}")
OPENING = re.compile(  # "October 20, 2015 (Koror, Palau) …", "14 March, Warsaw. …"
    r"\s?(?:\([A-Z]|[-–—|]\s|,\s[A-Z][\w'-]+(?:[ ,]+[A-Z][\w'-]+){0,2}\s?(?:[.:]|--?)\s)"
)
ASIDE = re.compile(
    r"\b(?:whose|which|who)\s(?!(?:was|were|took|fell|came)\b)[^,.;]*$"
)  # "…, whose country had signed the day before"
CLAUSE = (  # up to a day, in one clause
    r"(?:(?!\s(?:and|but|before|after|when|while|then|which|was|were|became|came|said|told|met|took|signed)\s)[^,.;:])*$"
)
NAME = (  # no end of a sentence
    r"(?:(?:(?:mr|mrs|ms|dr|gen|lt|col)\.|(?:[a-z]\.)+|[\w'’-]+(?:\.[\w'’-]+)*))"
)
SEVERAL = re.compile(  # "from 14 to 15 February"; not "14 October"
    r"[\da-z]\s?-\s?[\da-z]|\b(?:to|until|till|through)\b"
)
OPENS = re.compile(r"(?:^|[.!?;\n\"“”]\s*)(?:late\s|early\s)?(?:on\s)?$")
THE_VERY_DAY = (", the day on which", ", the day when", ", when ")
LONGEST_PLACE = 80
DATELINE_LINES = 8


def kind_of(text: Text, start: int, stop: int, rule: str, ends: Sequence[int]) -> str:
    """The rule, or what else the day is of by the words around it."""
    if is_written_on(text, start, stop, rule, ends):
        return DATELINE
    before = text.low[max(0, start - AROUND) : start]
    whose = rule == "weekday" and text.low.startswith(" of ", stop) and not before.endswith("on ")
    if rule == BEHIND or whose:
        return rule  # "through the Tuesday of the Crown Prince"
    for kind, pattern in surroundings().items() if signals().starts(before) else ():
        if pattern.search(before) and (kind != SINCE or is_a_beginning(text, start, stop)):
            return kind
    if is_of_telling(text, start, stop, rule):
        return TELLING
    if text.low.startswith("'s", stop):
        if of_the_talks().match(text.low, stop):
            return TALKS
        if beside_an_event().search(before):
            return OTHER
    named = not before.endswith("on ") and a_named_day().match(text.low, stop)
    if named or of_a_thing().match(text.low, stop):
        return OTHER
    return rule if rule in TOLD_DAYS else by_tense(text, start, stop, rule)


def is_written_on(text: Text, start: int, stop: int, rule: str, ends: Sequence[int]) -> bool:
    """Whether it is the day of a dateline, of a stamp, of the last line."""
    if rule == "weekday":
        return of_a_weekdays_line(text, start, stop, ends)
    dated = rule in MONTHLY
    return dated and (of_a_dateline(text, start, stop, ends) or of_the_last_line(text, start, stop))


def is_of_telling(text: Text, start: int, stop: int, rule: str) -> bool:
    """As in "Thursday's papers write", "On Friday the ministry reported", "a statement said on Friday"."""
    before = text.low[max(0, start - 2 * AROUND) : start]
    opens = rule in MOVED and OPENS.search(before) is not None
    if opens and who_told().match(text.low, stop):
        return True
    return told_behind().match(text.low, stop) is not None or of_a_paper().search(before) is not None


def is_a_beginning(text: Text, start: int, stop: int) -> bool:
    """Not "from 14 to 15 February"; nor "envoys since Wednesday, the day on which they handed over …"."""
    if SEVERAL.search(text.low, start, stop):
        return False
    return not text.low.startswith(THE_VERY_DAY, stop)


def of_a_dateline(text: Text, start: int, stop: int, ends: Sequence[int]) -> bool:
    """As in "BAKU, Nov. 26 (Agency) –", "October 20, 2015 (Koror) –", a line of "05 June 2022, 14:20"."""
    line = bisect_right(ends, start)
    first = ends[line - 1] if line else 0
    head = PAGE_HEAD.match(text.key, 0, start) if not line else None
    first = head.end() if head else first
    if line >= DATELINE_LINES or start - first > LONGEST_PLACE or SEVERAL.search(text.low, start, stop):
        return False
    place, last = text.key[first:start], text.body.find("\n", stop)
    last = len(text.body) if last < 0 else last
    if is_dateline(place) and DATELINE_BEHIND.match(text.key, stop, last):
        return True
    bare = not place.strip()
    if bare and OPENING.match(text.key, stop, last):
        return True
    labelled = bare or STAMP_BEFORE.fullmatch(place.lower()) is not None
    return labelled and STAMP_BEHIND.fullmatch(text.key, stop, last) is not None


def of_a_weekdays_line(text: Text, start: int, stop: int, ends: Sequence[int]) -> bool:
    """As in "Dublin, Tuesday - The prime minister …", "DUBLIN (Tuesday) - …"."""
    line = bisect_right(ends, start)
    place = text.key[ends[line - 1] if line else 0 : start][: LONGEST_PLACE + 1]
    return (
        line < DATELINE_LINES
        and WEEKDAYS_PLACE.fullmatch(place) is not None
        and WEEKDAYS_END.match(text.key, stop) is not None
    )


def of_the_last_line(text: Text, start: int, stop: int) -> bool:
    """As in "Press Office - HCN - 16/03/2016" or "4 September 2014" below the text: when it was written."""
    line = text.body.rfind("\n", 0, start) + 1
    if not line or start - line > LONGEST_PLACE or text.body[stop:].strip(" .)]"):
        return False
    place = text.body[line:start].strip()
    return not place or SIGNED.fullmatch(place) is not None


def by_tense(text: Text, start: int, stop: int, rule: str) -> str:
    """The rule, or what the tense of the clause tells: "had met him on Monday", "leaves on Thursday"."""
    before, tenses = text.low[max(0, start - AROUND) : start], tense()
    if tenses["since"].search(before) or ("having " in before and tenses["having"].search(before)):
        return OTHER
    if "had " in before and tenses["earlier"].search(before):
        return EARLIER
    if text.low.find(" had ", stop, stop + AROUND) >= 0 and tenses["had"].match(text.low, stop):
        return EARLIER
    if rule in COUNTED and ASIDE.search(before):
        return EARLIER
    if rule in MOVED and tenses["bound"].search(before):
        return JOURNEY
    if is_of_others(text, stop, before, rule):
        return OTHER
    if rule in STARTING and tenses["leaving"].search(before):
        return LEAVING
    if tenses["ahead"].search(before) or tenses["goes"].match(text.low, stop):
        return AHEAD
    if rule in MOVED and tenses["return"].search(before):
        return RETURN
    travels = any(tenses[sign].search(before) for sign in ("journey", "closing", "starting"))
    return JOURNEY if travels and rule in MOVED else rule


def is_of_others(text: Text, stop: int, before: str, rule: str) -> bool:
    """Whether a day is that of an aside, of a parliament's deed, of a feast, of another stop of a journey."""
    tenses = tense()
    if rule in MOVED and any(tenses[sign].search(before) for sign in ("open", "aside", "institution")):
        return True
    return tenses["besides"].search(before) is not None or tenses["feast"].match(text.low, stop) is not None


def is_dateline(place: str) -> bool:
    """Whether the words before a date are a place at the start of a line: "BOAO, Hainan, "."""
    opens = place[:1].isupper() and not place.startswith(NO_PLACES)
    return opens and DATELINE_BEFORE.fullmatch(place) is not None


def line_ends(text: Text) -> tuple[int, ...]:
    """Where the first lines end."""
    found: list[int] = []
    place = text.body.find("\n")
    while place >= 0 and len(found) <= DATELINE_LINES:
        found.append(place + 1)
        place = text.body.find("\n", place + 1)
    return tuple(found)


@cache
def surroundings() -> dict[str, Pattern[str]]:
    """What before a day tells that it is another thing's."""
    lists = word_lists("en/days")
    small = alternatives(lists["between"])
    things = alternatives((*lists["dated_things"], *lists["dated_events"]))
    weekday = rf"(?:(?:{alternatives(lists['weekdays'])}),?\s\(?)?"  # "until Monday, June 2"
    behind = rf"\s(?:late\s|early\s)?(?:on\s)?{weekday}(?:the\s)?$"
    since = rf"(?<!\bdates\s)(?<!\bdating\s)\b(?:{alternatives(lists['since'])})"  # not "the talks date from"
    began = rf"\b(?:{alternatives(lists['stays'])})\s(?:began|started)"
    return {
        TELLING: re.compile(
            rf"\b(?:(?:{alternatives(lists['telling'])})\s(?:(?:{small})\s){{0,5}}"
            rf"(?:in\s[\w-]+\s(?:on\s)?)?|told\s\w+\s(?:on\s)?)$"
            rf"|[,”\"]\s(?:{alternatives(lists['said_behind'])})\s(?!that\b|to\b|at\b|in\b)"
            rf"(?:(?!(?:that|and|met|received|where|when|for)\b){NAME}\s){{1,8}}(?:on\s)$"
        ),
        UNTIL: re.compile(rf"\b(?:{alternatives(lists['until'])})\s(?:late\s|early\s)?{weekday}(?:the\s)?$"),
        SINCE: re.compile(rf"(?:{since}|{began}){behind}"),
        OTHER: re.compile(
            rf"\b(?:(?:{alternatives(lists['of_others'])}){behind}"
            rf"|(?:{things})\sof\s(?:the\s)?$)"
            rf"|\b(?:{alternatives((*lists['happenings'], *lists['deaths']))})\s(?:late\s|early\s)?(?:on\s)$"
            rf"|,\s(?:{alternatives(lists['chosen'])})\s[^,.;:]*$"
            rf"|\b(?:{alternatives(lists['other_than'])})\s(?:that|those|one|ones)\s(?:of|on)\s$"
            rf"|\b(?:{alternatives(lists['beside'])})\s(?!(?:{alternatives(lists['own_times'])})\b)"
            rf"(?!(?:{alternatives(lists['own_things'])})\b)(?:(?!\s(?:met|received|held|was)\s)[^,.;:])*$"
            rf"|{of_its_day(lists)}(?:late\s|early\s)?(?:on\s)?{weekday}(?:the\s)?$"
        ),
    }


def of_its_day(lists: Mapping[str, Sequence[str]]) -> str:
    """What has its own day: "discussed the accord signed on January 20", "elections were held on May 5"."""
    where = r"(?:(?:in|at|by|across|near)\s[\w\s]{2,30}\s)?"
    which, was = r"(?:(?:that|which)\s(?:was|were|had\sbeen)\s)?", r"(?:(?:was|were|had\sbeen)\s)?"
    things, done = alternatives(lists["dated_things"]), alternatives(lists["signed"])
    signed = (
        rf"(?:{alternatives(lists['done_with'])})\s(?:the|an?|their|its|his|her|this|that)\s(?:[\w-]+\s){{0,4}}"
        rf"(?:{things})\s{which}(?:{done})"
    )
    had = rf"(?:{things})\s(?:[\w'’-]+\s){{1,5}}had\s(?:{done})"
    events, took_place = alternatives(lists["happenings"]), alternatives(lists["happened"])
    happened = rf"(?:{events})\s(?:that\s|which\s)?{was}(?:{took_place})"
    top = r"(?:(?<=\A)|(?<=[.!?\n]\s)|(?<=\n))(?:the|an?|this|that)\s(?:[\w-]+\s){0,4}"
    opening = rf"{top}(?:{things})\s{which}(?:{done})"
    return rf"(?:\b(?:{signed}|{had}|{happened})|{opening})\s{where}"


@cache
def signals() -> Phrases:
    """The words of `surroundings`: without one of them nothing before a day tells what it is of."""
    lists = word_lists("en/days")
    kinds = (
        *("telling", "until", "since", "stays", "of_others", "beside"),
        *("dated_things", "dated_events", "happenings", "deaths", "chosen", "other_than"),
    )
    return Phrases(
        Phrase(form, "day", form) for form in ("told", *(f for kind in kinds for f in lists[kind]))
    )


@cache
def tense() -> dict[str, Pattern[str]]:
    """What tells that a clause's day lies before what is told, or is still to come."""
    lists = word_lists("en/days")
    things = rf"(?!\s(?:{alternatives(lists['things_had'])})\b)"  # "had extended talks on Monday"
    done = rf"(?:(?:{alternatives(lists['adverbs'])})\s)?(?!{alternatives(lists['opened'])})"
    done += rf"(?:[a-z]+ed\b{things}|(?:{alternatives(lists['participles'])})\b)"
    had, own = rf"had\s{done}", alternatives((*lists["stays"], *lists["talks"]))
    subject = (
        rf",?\s(?:(?!(?:said|told|met|was|were|had|that|who|which|and|in|at)\b|[a-z]+ed\b){NAME}\s){{1,5}}"
    )
    return {
        "earlier": re.compile(rf"\b{had}{CLAUSE}"),
        "having": re.compile(
            rf"\bhaving\s(?:(?:{alternatives(lists['adverbs'])})\s)?(?:{alternatives(lists['done_before'])})\b{CLAUSE}"
        ),
        "had": re.compile(rf",?\s(?:{NAME}\s){{1,5}}{had}"),
        "aside": re.compile(
            rf"\b(?:who|which)\s(?:had\s|has\s|is\s|was\s)?(?:{alternatives(lists['on_the_way'])})\b[^,.;:]*$"
        ),
        "bound": re.compile(
            rf"\b(?:{own})\b[^.;:]{{0,60}}"
            r"\b(?:which|that)\s(?:had\s)?(?:began|started|opened|ended|closed|concluded)\s(?:late\s)?(?:on\s)?(?:the\s)?$"
        ),
        "ahead": re.compile(rf"\b(?:{alternatives(lists['ahead'])})\s(?!(?:disagree|differ)\b){CLAUSE}"),
        "goes": re.compile(rf"{subject}(?:{alternatives(lists['goes'])})\b"),
        "feast": re.compile(rf"{subject}(?:{alternatives(lists['feasts'])})\b"),
        **beside_the_act(lists, own),
    }


def beside_the_act(lists: Mapping[str, Sequence[str]], own: str) -> dict[str, Pattern[str]]:
    """What tells that a clause's day is that of something else than what is told, for which `own` stand."""
    return {
        "since": re.compile(
            rf"\b(?:after|since|because)\s(?:(?!\s(?:met|held|received|had\stalks|spoken)\b)[^,.;:])*\shad\s"
            rf"(?!(?:met|held|received|talks|spoken|talked|been\sreceived)\b)[^,.;:]*$"
            rf"|\b(?:{alternatives(lists['ahead_of'])})\s(?:the|a|an|this|his|her|their|its)\s(?:[\w'’-]+\s){{0,4}}"
            rf"(?:{alternatives(lists['events'])})\s(?:on|of)\s(?:the\s)?$"
        ),
        "open": re.compile(rf"\b(?:{alternatives(lists['opening_hours'])})\b[^.;:]*\s(?:from\s)$"),
        "besides": re.compile(
            rf",\swhose\s(?!(?:[\w-]+\s){{0,2}}(?:{own})\b)[^,.;:]*$"
            rf"|\b(?:{alternatives(lists['stays'])})\s(?:that|which)\s(?:ha[sd]\s)?"
            rf"(?:{alternatives(lists['toured'])})\b[^.;:]*$"
        ),
        "institution": re.compile(
            rf"(?:^|[.!?\n]\s*)(?:(?:the|its|his|their)\s)?(?:[\w-]+\s){{0,3}}"
            rf"(?:{alternatives(lists['institutions'])})\s(?:ha[dsv]e?\s)?(?:{alternatives(lists['decides'])})\b{CLAUSE}"
        ),
        "closing": re.compile(
            rf"\b(?:{alternatives(lists['closing'])})\s(?:off\s|up\s)?(?:an?|his|her|their|the|its)\s"
            rf"(?:[\w-]+\s){{0,3}}(?:{alternatives(lists['stays'])})\b{CLAUSE}"
        ),
        "starting": re.compile(
            rf"\b(?:{alternatives(lists['starting'])})\s(?:an?|his|her|their|the|its)\s"
            rf"(?:[\w-]+\s){{0,4}}(?:{alternatives(lists['stays'])})\b{CLAUSE}"
        ),
        "return": re.compile(rf"\b(?:{alternatives(lists['returns'])})\s[A-Z]?{CLAUSE}"),
        "leaving": re.compile(rf"\b(?:{alternatives(lists['departures'])})\b{CLAUSE}"),
        "journey": re.compile(rf"\b(?:{alternatives(lists['journeys'])})\b{CLAUSE}"),
    }


@cache
def of_a_thing() -> Pattern[str]:
    """What behind a day tells that it is the name of something: "the March 17 vote", "Monday's attack"."""
    things = alternatives(word_lists("en/days")["dated_things"])
    return re.compile(rf"(?:'s)?\s(?!(?:his|her|its|their|the|an?)\s)(?:[a-z-]+\s)?(?:{things})\b")


@cache
def a_named_day() -> Pattern[str]:
    """What behind a day tells whose it is: "for 11 November, the day of Angolan independence"."""
    feasts = alternatives(word_lists("en/days")["named_days"])
    return re.compile(
        rf"(?:,|\s\(|\s(?:is|was|-))\s?(?:the|its|his|her|their)\s(?:[\w'’-]+\s){{0,3}}(?:{feasts})\b"
    )


@cache
def beside_an_event() -> Pattern[str]:
    """What before "Friday's summit" tells that the day is the summit's."""
    return re.compile(rf"\b(?:{alternatives(word_lists('en/days')['beside_events'])})\s(?:the\s)?$")


@cache
def of_the_talks() -> Pattern[str]:
    """What behind a day tells that it is that of an encounter: "Tuesday's talks"."""
    talks = alternatives(word_lists("en/days")["talks"])
    return re.compile(rf"'s\s(?:[\w-]+\s){{0,2}}(?:{talks})\b")


@cache
def told_behind() -> Pattern[str]:
    """What behind a day tells that somebody spoke on it: "a Thursday dispatch", "Thursday's papers write"."""
    lists = word_lists("en/days")
    told, papers = alternatives(lists["told_behind"]), alternatives(lists["papers"])
    return re.compile(rf"(?:'s)?\s(?:{told})\b|'s\s(?:[\w'-]+\s){{0,3}}(?:{papers})\b")


@cache
def who_told() -> Pattern[str]:
    """As in "On Friday the ministry reported": behind a day at the top of a sentence, who spoke."""
    no = r"(?!(?:said|told|met|was|were|had|that|who|which|and)\b)"
    subject = rf",?\s(?:the|a|his|her|their|its)\s(?:{no}[\w'’.-]+\s){{1,5}}"
    return re.compile(rf"{subject}(?:{alternatives(word_lists('en/days')['telling_of'])})\b")


@cache
def of_a_paper() -> Pattern[str]:
    """As in "said a press release of the Armed Forces' press service here today"."""
    papers = alternatives(word_lists("en/days")["papers_told"])
    return re.compile(
        rf"\b(?:{papers})\b(?:(?!\s(?:that|and|after|when|where|which|said|met|received)\s)[^.;\n])*\s$"
    )


def alternatives(forms: Iterable[str]) -> str:
    """A pattern of the words, longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
