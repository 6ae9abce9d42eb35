"""Where an article and its sentences take place, for those whose side follows from it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from chronicle.ingest.scenes import cities_told
from chronicle.ingest.text import Text, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import load_words, word_lists
from chronicle.model import Mention

SEATED = re.compile(
    r"\b(?:resident|residence|based|residing|accredited|embassy|office|mission|number|counterpart|colleague"
    r"|portfolio) (?:in|at|to) $"
)
OWN_OFFICE = re.compile(r"\b(?:at|in) (?:his|her|their|the) (?:[a-z]+ )?office in $")
TOWARDS = re.compile(
    r"\b(?:to|towards|(?:leav(?:e|es|ing)|left|depart(?:s|ed|ing)?|bound|headed|heading|flies|flew|fl(?:y"
    r"|ying)"
    r"|set off|sets off) for) (?:the )?$"
)
STAYING = re.compile(
    r" (?:on|for|during) (?:an?|the|his|her|their|talks|a)\b[^.;,]{0,40}(?:visit|trip|stay|tour|talks)"
)
AT = (" at ", " at the ", " on ", " inside the ")
OPENING = 3  # sentences that tell what a report is about
SIGNED = re.compile(r" ?(?:[:–—(/-]|, (?:[A-Z]|\d)|\. )")
DATELINE = re.compile(r"(?:^|\n\W*|[.!?] )$")


def grounds_of(found: Sequence[Mention], words: Lexicon, text: Text) -> tuple[Mention, ...]:
    """Cities told as places, and where visits lead to; seats of embassies and names of fairs apart."""
    told = [m for m in cities_told(text, found, words) if not seat_or_name(m, text)]
    told += [m for m in found if m.kind == "destination" or (m.kind == "city" and opens_report(m, text))]
    told += [m for m in found if m.kind == "country" and stayed_in(m, text)]
    told += [m for m in found if m.kind == "metonym" and text.low.endswith(AT, 0, m.span.start)]
    return tuple(sorted({m.span: m for m in told}.values(), key=lambda m: m.span))


def stayed_in(country: Mention, text: Text) -> bool:
    """As in "the Mongolian leader is in Viet Nam on an official visit"."""
    there = text.low.endswith((" in ", " in the "), 0, country.span.start)
    return there and STAYING.match(text.low, country.span.stop) is not None


def seat_or_name(city: Mention, text: Text) -> bool:
    """As in "resident in New Delhi"; as in "LIMA '19", where capitals open no dateline."""
    before = text.key[max(0, city.span.start - 30) : city.span.start]
    if SEATED.search(before) and not OWN_OFFICE.search(before):
        return True
    if TOWARDS.search(before):
        return True
    return text.key[city.span.start : city.span.stop].isupper() and not DATELINE.search(before)


def opens_report(city: Mention, text: Text) -> bool:
    """As in "Muscat: …", "Kigali, 21 August": a city at the start of a line, and a sign behind it."""
    line = text.key.rfind("\n", 0, city.span.start) + 1
    return line == city.span.start and bool(SIGNED.match(text.key, city.span.stop))


def telling_grounds(
    grounds: Sequence[Mention],
    acts: Sequence[Sequence[Mention]],
    count: Mapping[str, int],
    text: Text,
    home: str | None,
) -> list[Mention]:
    """Places that may be the article's; "airlines in Helsinki", told in passing, is none."""
    early = text.sentences[min(OPENING, len(text.sentences)) - 1].span.stop
    told = [
        m
        for m in grounds
        if m.span.start < early or opens_report(m, text) or acts[sentence_at(text, m.span.start)]
    ]
    named = count.get(home or "", 0)
    often = [m for m in grounds if m.value == home or count.get(m.value, 0) > named]
    return [*told, *grounds] if told else often


def main_ground(grounds: Sequence[Mention], home: str | None) -> Mention | None:
    """Where most takes place; of two equals the outlet's own country."""
    count = Counter(m.value for m in grounds)
    best = max(count, key=lambda code: (count[code], code == home), default=None)
    return next((m for m in grounds if m.value == best), None)


@cache
def seats() -> Mapping[str, tuple[str, ...]]:
    """The cities in which an organisation sits, by each of its spellings."""
    known = load_words("en/organisations")
    spelled = known if isinstance(known, Mapping) else {}
    found = {
        str(form): cities
        for name, cities in word_lists("en/seats").items()
        for form in spelled.get(name, ())
        if isinstance(spelled.get(name), tuple)
    }
    return {**found, **word_lists("en/seats")}
