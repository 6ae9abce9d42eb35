"""Cities as a text tells them: the place of what happens, of a post, of a journey's end, of the reporter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronicle.ingest.scenes import tells
from chronicle.ingest.text import Sentence, Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import load_words, word_lists
from chronicle.model import CountryCode, Mention, Span

BEFORE, BEHIND = 80, 30  # code points around a city that tell what it is
CITY_OF = r"(?:(?:[\w-]+\s){0,2}(?:city|town|capital|port|resort|village)(?:\s(?:city|town))?\s(?:of\s)?)?"
IN = re.compile(rf"\b(?:in|at|inside|outside|near)\s(?:the\s)?{CITY_OF}(?:central\s|downtown\s)?$")
OF = re.compile(r"\b(?:city|town|port|capital|halls|heart|centre|center|outskirts|suburbs?|streets)\sof\s$")
BUILDING = re.compile(r"\b(?:at|in|inside|into|to|outside|near|entered)\s(?:the\s)?(?:[\w.'-]+\s){0,3}$")
CAPITAL = re.compile(r"(?:'s)?\s(?:federal\s|national\s)?capital\b")
BROUGHT = re.compile(
    r"\b(?:brought|led|took|taken|driven|flown|carried|drew)\s(?:[\w'-]+\s){0,6}to\s(?:the\s)?$"
)
EVENT = re.compile(
    r"(?:\s[A-Z][\w&-]+){0,4}\s(?:Forum|Summit|Conference|Dialogue|Exhibition|Expo|Airshow|Fair)\b"
)
NATIONS = frozenset(("demonym", "country"))
BESIDE_A_DAY = len(" on the ")
DATED = {"in": "dated", "far": "to"}  # what a day beside the city makes of it
TO = re.compile(rf"\b(?:to|into|for|reached|visit|visits|visited|visiting)\s(?:the\s)?{CITY_OF}$")
SEATED = (
    r"\b(?:{posts})\b(?:\s(?:of|to|for|from)\s(?:the\s)?[\w'.-]+(?:\s[\w'.-]+){{0,3}})?"
    r"\s(?:in|at)\s(?:the\s)?$"
)
AT_A_POST = (" in ", " at ", " in the ", " at the ")  # what such words end with
AT_THE_POST = re.compile(
    r"\b(?:at|in|inside|to|into)\s(?:the|his|her|its|their|a|an|our)\s(?:[\w'.&-]+\s){0,9}$"
)
CAPITALISED = r"(?:\d+\s)?[A-Z][\w.'’&-]*(?:\s(?:(?:of|the|de|del|al|and|for)\s)*[\w.'’&()-]+){0,7}"
BESIDE_A_VENUE = re.compile(rf"(?:at|in|inside)\s(?:the\s)?{CAPITALISED},\s$")
DATELINE = re.compile(r"\s*(?:[,.:(/|–-]|[A-Z]{3,})")
LINE = re.compile(r"(?:^|\n)[ \t]*$")


@dataclass(frozen=True, slots=True)
class Seat:
    """A city named in a text, or the building that stands in it."""

    mention: Mention  # value: the country
    how: str  # "dated", "in", "host", "building", "to", "event", "onward", "far", "dateline", "named"
    city: str | None = None  # where the words are not the city's


def seats_in(
    text: Text, sentence: Sentence, here: Sequence[Mention], sides: set[str], words: Lexicon
) -> Iterator[Seat]:
    """The cities of a sentence, left to right, then its buildings; `here` is what was found in it."""
    for mention in here:
        capital = capital_of(mention, text, words) if mention.kind in NATIONS else None
        if mention.kind == "city" or capital is not None:
            how = how_told(text, mention)
            if how is not None and not tells(text, mention, here, words):
                dated = DATED.get(how) if beside_a_day(mention, here) else None
                yield Seat(mention, dated or how, capital)
    yield from buildings_in(text, sentence, sides)


def capital_of(mention: Mention, text: Text, words: Lexicon) -> str | None:
    """As in "the Kazakh capital", "Georgia's capital": which city that is; "Djibouti" is its own."""
    country = words.countries.get(CountryCode(mention.value))
    if country is None or not country.capital:
        return None
    quoted = text.low[mention.span.start : mention.span.stop]
    its_own = mention.kind == "country" and quoted == country.capital[0].lower()
    return country.capital[0] if its_own or CAPITAL.match(text.low, mention.span.stop) else None


def beside_a_day(city: Mention, here: Sequence[Mention]) -> bool:
    """As in "in Phnom Penh yesterday", "on Friday in Baku"."""
    days = (m.span for m in here if m.kind == "date")
    return any(0 <= max(d.start - city.span.stop, city.span.start - d.stop) <= BESIDE_A_DAY for d in days)


def how_told(text: Text, city: Mention) -> str | None:
    """What the words around a city make of it; None where it is the place of something else."""
    start, stop = city.span.start, city.span.stop
    low, key = text.low[max(0, start - BEFORE) : start], text.key[max(0, start - BEFORE) : start]
    shapes = patterns()
    if is_dateline(text, city):
        return "dateline"
    if shapes["hosting"].match(text.low, stop):
        return "host"
    if shapes["onward"].search(low):
        return "onward"
    if low.endswith(AT_A_POST) and shapes["posts"].search(low) and not AT_THE_POST.search(low):
        return None
    if IN.search(low) or OF.search(low):
        return "in"
    if BESIDE_A_VENUE.search(key):
        return "in"
    if EVENT.match(text.key, stop):
        return "event"
    if shapes["arriving"].search(low) or BROUGHT.search(low):
        return "to"
    return "far" if TO.search(low) else "named"


def is_dateline(text: Text, city: Mention) -> bool:
    """As in "MANILA –", "Baku. 24 October", "Hanoi (VNA) -": the first word of a line, before a sign."""
    before = text.body[max(0, city.span.start - BEFORE) : city.span.start]
    return LINE.search(before) is not None and DATELINE.match(text.body, city.span.stop) is not None


def buildings_in(text: Text, sentence: Sentence, sides: set[str]) -> Iterator[Seat]:
    """Buildings that stand in one city: "the Maximos Mansion"; where two cities have one, that of a side."""
    for hit in venues().found(text.key[sentence.span.start : sentence.span.stop]):
        start = sentence.span.start + hit.start
        if BUILDING.search(text.low[max(0, start - BEFORE) : start]):
            places = [place.split(":") for place in hit.phrase.value.split("|")]
            known = [p for p in places if p[0] in sides or (len(places) == 1 and p[1] != hit.phrase.text)]
            if len(known) == 1:
                span = Span(start, sentence.span.start + hit.stop)
                yield Seat(
                    Mention("city", span, known[0][0], "building_of_the_city"), "building", known[0][1]
                )


@cache
def venues() -> Phrases:
    """The buildings of the lexicon; the value holds "GR:Athens", several joined with "|"."""
    table = load_words("venues")
    places: dict[str, list[str]] = {}
    for country, cities in table.items() if isinstance(table, Mapping) else ():
        for city, names in cities.items() if isinstance(cities, Mapping) else ():
            for name in names:
                places.setdefault(str(name), []).append(f"{country}:{city}")
    return Phrases(Phrase(name, "venue", "|".join(held)) for name, held in places.items())


@cache
def patterns() -> Mapping[str, re.Pattern[str]]:
    """What stands around cities, by the lists of the lexicon."""
    lists = word_lists("en/places")
    words = {
        name: "|".join(sorted(map(re.escape, held), key=len, reverse=True)) for name, held in lists.items()
    }
    return {
        "posts": re.compile(SEATED.format(posts=words["posts"])),
        "onward": re.compile(rf"\b(?:{words['onward']})\s(?:the\s)?$"),
        "arriving": re.compile(rf"\b(?:{words['arriving']})\s(?:the\s)?{CITY_OF}$"),
        "hosting": re.compile(rf"(?:,\s[\w ]{{2,30}},)?\s(?:{words['hosting']})\b"),
    }
