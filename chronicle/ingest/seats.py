"""Cities as a text tells them: the place of what happens, of a post, of a journey's end, of the reporter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronicle.ingest.find.day_kinds import TELLING
from chronicle.ingest.scenes import is_vague, tells
from chronicle.ingest.text import Sentence, Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.countries import load_part_demonyms, load_parts
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import load_words, word_lists
from chronicle.model import CountryCode, Mention, Span

BEFORE, BEHIND = 80, 30  # code points around a city that tell what it is
CITY_OF = r"(?:(?:[\w-]+\s){0,2}(?:city|town|capital|port|resort|village)(?:\s(?:city|town))?\s(?:of\s)?)?"
IN = re.compile(rf"\b(?:in|at|inside|outside|near)\s(?:the\s)?{CITY_OF}(?:central\s|downtown\s)?$")
OF = re.compile(
    r"\b(?:in|at|into|inside|outside|through|near|on)\s(?:the\s|its\s|his\s)?(?:[\w-]+\s){0,2}"
    r"(?:city|town|port|capital|halls|heart|centre|center|outskirts|suburbs?|streets)\sof\s$"
)
BUILDING = re.compile(r"\b(?:at|in|inside|into|to|outside|near|entered)\s(?:the\s)?(?:[\w.'-]+\s){0,3}$")
CAPITAL = re.compile(r"(?:'s)?\s(?:federal\s|national\s)?capital\b")
BROUGHT = re.compile(
    r"\b(?:brought|led|took|taken|driven|flown|carried|drew)\s(?:[\w'-]+\s){0,6}to\s(?:the\s)?$"
)
EVENT = re.compile(
    r"(?:\s[A-Z][\w&-]+){0,4}\s(?:Forum|Summit|Conference|Dialogue|Exhibition|Expo|Airshow|Fair)\b"
)
TAKEN = frozenset(("city", "person", "organisation"))
NATIONS = frozenset(("demonym", "country"))
BESIDE_A_DAY = len(" on the ")
DATED = {"in": "dated", "far": "to", "to": "in", "aside": "dated"}  # what a day beside the city makes of it
TO = re.compile(rf"\b(?:to|into|for|reached|visit|visits|visited|visiting)\s(?:the\s)?{CITY_OF}$")
SEATED = (
    r"\b(?:{posts})\b(?:\s(?:of|to|for|from)\s(?:the\s)?[\w'.-]+(?:\s[\w'.-]+){{0,3}})?"
    r"\s(?:in|at)\s(?:the\s)?$"
)
POSTED = re.compile(  # "the Defence Adviser at the British High Commission in Colombo"
    r"\b(?:advis[eo]r|attach[ée]|counsell?or|secretary|officer|head|d['’]affaires|chief|representative|diplomat|consul)s?"
    r"\s(?:of|at|in|from|with)\s(?:the\s|its\s|his\s|her\s)?(?:[\w'’-]+\s){0,3}"
    r"(?:high\scommission|embassy|mission|consulate(?:\sgeneral)?|delegation)\s(?:in|at)\s$"
)
AT_A_POST = (" in ", " at ", " in the ", " at the ")  # what such words end with
AT_THE_POST = re.compile(
    r"\b(?:at|in|inside|to|into)\s(?:the|his|her|its|their|a|an|our)\s(?:[\w'.&-]+\s){0,9}$"
)
CAPITALISED = r"(?:\d+\s)?[A-Z][\w.'’&-]*(?:\s(?:(?:of|the|de|del|al|and|for)\s)*[\w.'’&()-]+){0,7}"
BESIDE_A_VENUE = re.compile(
    rf"(?:at|in|inside)\s(?:the\s)?{CAPITALISED},\s(?:[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{0,3}},\s)?$"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(rf"\s*(?:[,.:(/|–-]|[A-Z]{{3,}}|{MONTH}\s\d|\d{{1,2}}\s{MONTH}|\)\s[-–—])")
PART = (  # of a dateline, before the city: a sender, a house, a day, a time
    r"(?:[A-Z][\w.'’&-]*(?:\s[A-Z][\w.'’&-]*){0,3}(?:\s\d{1,2})?|[\d:./ -]{2,20}(?:[A-Z][a-z]{2,8}\s\d{4})?)"
)
LINE = re.compile(  # "QNA/", "State House, ", "12:41, 03 June 2019, ", "(Secretariat, Turkeyen, Greater "
    rf"[ \t]*(?:{MONTH}\s\d{{1,2}},\s\d{{4}}\s)?\(?(?:{PART}\s?(?:[,/|]\s?|\s[-–—]\s)){{0,4}}(?:Greater\s)?"
)
ALONE = re.compile(r"[ \t]*(?:\n|$)")
HEAD = 1200  # code points in which a dateline may name others before the city
AT_THE_TOP = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:[ -][A-ZÀ-ÖØ-Þ][\w'’-]+){0,2}")
IN_COMPANY = re.compile(r"['’]s?\scompany\s(?:in|at)\s$")
BELONGING = re.compile(  # "two officers of the rescue centre in Rome"
    r"\b(?:officers?|officials?|members?|experts?|specialists?|students|cadets|graduates?|employees|crews?)\s"
    r"(?:of|from|at)\s(?:the|a|an|its|their)\s(?:[\w'’-]+\s){0,4}(?:centre|center|school|academy|base|institute"
    r"|university|college|unit|regiment|brigade|battalion|headquarters|garrison|branch|bureau)\s(?:in|at)\s$"
)
GENERIC = frozenset(
    "naval air army general joint government state presidential royal national defence defense military"
    " police parliament federal supreme headquarters house palace buildings building office offices guest"
    " residence staff forces armed the of".split()
)


@dataclass(frozen=True, slots=True)
class Seat:
    """A city named in a text, or the building that stands in it."""

    mention: Mention  # value: the country
    how: str  # "dated", "in", "host", "building", "to", "event", "onward", "far", "dateline", "named", …
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
                yield Seat(mention, on_a_day(how, mention, here), capital)
    yield from town_at_the_top(text, sentence, here, sides)
    yield from buildings_in(text, sentence, here, sides)


def town_at_the_top(
    text: Text, sentence: Sentence, here: Sequence[Mention], sides: set[str]
) -> Iterator[Seat]:
    """As in "SEONGNAM, Gyeonggi Province --", "Lendava, 12 October": a dateline of a town of the lexicon."""
    start = sentence.span.start
    hit = AT_THE_TOP.match(text.body, start, sentence.span.stop) if start < HEAD else None
    if hit is None or any(m.span.start == start for m in here if m.kind in TAKEN):
        return
    known = towns().get(hit[0].lower(), ())
    country = next((c for c in known if c in sides), known[0] if len(known) == 1 else None)
    town = Mention("city", Span(start, hit.end()), country or "", "town_known")
    if country is not None and is_dateline(text, town):
        yield Seat(town, "dateline")


@cache
def towns() -> Mapping[str, tuple[str, ...]]:
    """The countries of each town of the lexicon, by its name in lower case."""
    held: dict[str, tuple[str, ...]] = {}
    table = load_words("towns")
    for country, names in table.items() if isinstance(table, Mapping) else ():
        for name in names:
            held[str(name).lower()] = (*held.get(str(name).lower(), ()), str(country))
    return held


def capital_of(mention: Mention, text: Text, words: Lexicon) -> str | None:
    """As in "the Kazakh capital", "Georgia's capital": which city that is; "Djibouti" is its own."""
    country = words.countries.get(CountryCode(mention.value))
    if country is None or not country.capital:
        return None
    quoted = text.low[mention.span.start : mention.span.stop]
    if quoted in parts():
        return None  # "the Sarawak capital"
    its_own = mention.kind == "country" and quoted == country.capital[0].lower()
    return country.capital[0] if its_own or CAPITAL.match(text.low, mention.span.stop) else None


def on_a_day(how: str, city: Mention, here: Sequence[Mention]) -> str:
    """What a day beside the city makes of it: where something was told on that day is no place of it."""
    if beside_a_day(city, [m for m in here if m.rule == TELLING]) and how in ("in", "dated"):
        return "aside"
    return DATED.get(how, how) if beside_a_day(city, here) else how


def beside_a_day(city: Mention, here: Sequence[Mention]) -> bool:
    """As in "in Phnom Penh yesterday", "on Friday in Baku"."""
    days = (m.span for m in here if m.kind == "date" and not is_vague(m.value))
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
    off = beside_the_news(text, stop, low)
    if off is not None:
        return off
    if low.endswith(AT_A_POST) and is_a_post(low):
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


def is_a_post(low: str) -> bool:
    """As in "the ambassador in Moscow": where somebody sits; but "at the embassy in Moscow" they may meet."""
    if POSTED.search(low) or BELONGING.search(low):
        return True
    if IN_COMPANY.search(low):
        return False
    return patterns()["posts"].search(low) is not None and AT_THE_POST.search(low) is None


def beside_the_news(text: Text, stop: int, low: str) -> str | None:
    """As in "the summit to be held in Muscat", "in Tokyo in 2018", "who served in Modena"."""
    shapes = patterns()
    if shapes["another_time"].match(text.low, stop):
        return "aside"
    if shapes["still_to_come"].search(low):
        return "ahead"
    if shapes["done_aside"].search(low):
        return "gone"
    return "aside" if shapes["aside"].search(low) and not shapes["told_aside"].search(low) else None


def is_dateline(text: Text, city: Mention) -> bool:
    """As in "MANILA –", "Baku. 24 October", "Hanoi (VNA) -": the first word of a line, before a sign."""
    line = text.body.rfind("\n", 0, city.span.start) + 1
    before = text.body[line : city.span.start]
    if len(before) > BEFORE or (before.strip() and city.span.start > HEAD):
        return False
    led = before.strip() and ALONE.match(text.body, city.span.stop)
    return bool(led or DATELINE.match(text.body, city.span.stop)) and LINE.fullmatch(before) is not None


def buildings_in(text: Text, sentence: Sentence, here: Sequence[Mention], sides: set[str]) -> Iterator[Seat]:
    """Buildings that stand in one city: "the Maximos Mansion"; where two cities have one, that of a side."""
    for hit in venues().found(text.key[sentence.span.start : sentence.span.stop]):
        start = sentence.span.start + hit.start
        if BUILDING.search(text.low[max(0, start - BEFORE) : start]):
            places = [place.split(":") for place in hit.phrase.value.split("|")]
            alone = len(places) == 1 and not is_generic(hit.phrase.text)
            known = [p for p in places if p[0] in sides or (alone and p[1] != hit.phrase.text)]
            if len(known) == 1:
                span = Span(start, sentence.span.start + hit.stop)
                town = known[0][1] == hit.phrase.text
                city = Mention("city", span, known[0][0], "town_known" if town else "building_of_the_city")
                how = town_told(text, city, here) if town else "building"
                if how is not None:
                    yield Seat(city, how, known[0][1])


def is_generic(name: str) -> bool:
    """As in "Naval Headquarters": a name that says what the building is, and many countries have one."""
    return GENERIC.issuperset(name.lower().split())


def town_told(text: Text, town: Mention, here: Sequence[Mention]) -> str | None:
    """What the words around a town make of it, where it isn't a city that is known anyhow."""
    if any(m.kind in TAKEN and m.span.start < town.span.stop and town.span.start < m.span.stop for m in here):
        return None
    how = how_told(text, town)
    return on_a_day(how, town, here) if how is not None else None


@cache
def parts() -> frozenset[str]:
    """The names of parts of countries, and of who lives there, lower case."""
    return frozenset(name.lower() for names in (load_parts(), load_part_demonyms()) for name in names)


@cache
def venues() -> Phrases:
    """The buildings of the lexicon; the value holds "GR:Athens", several joined with "|"."""
    table, towns = load_words("venues"), load_words("towns")
    places: dict[str, list[str]] = {}
    for country, cities in table.items() if isinstance(table, Mapping) else ():
        for city, names in cities.items() if isinstance(cities, Mapping) else ():
            for name in names:
                places.setdefault(str(name), []).append(f"{country}:{city}")
    for country, names in towns.items() if isinstance(towns, Mapping) else ():
        for name in names:
            places.setdefault(str(name), []).append(f"{country}:{name}")
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
        "another_time": re.compile(
            r",?\s(?:back\s)?(?:in\s(?:late\s|early\s)?(?:[a-z]+\s)?(?:19|20)\d\d|since|\w+\s(?:years?|months?)\sago"
            rf"|last\s(?:year|month|week|spring|summer|autumn|fall|winter|(?:{words['months']}))|between\s(?:19|20)\d\d)\b"
        ),
        "still_to_come": re.compile(rf"\b(?:{words['still_to_come']})\s(?:[^,.;:]*\s)?$"),
        "aside": re.compile(r"\b(?:that|which|who|whose)\s(?:[^,.;:]*\s)?(?:in|at)\s(?:the\s)?$"),
        "done_aside": re.compile(r"\b(?:which|who|whose)\shad\s(?!(?:come|arrived)\b)[^,.;:]*$"),
        "told_aside": re.compile(rf"\b(?:{words['told_aside']})\b"),
        "hosting": re.compile(rf"(?:,\s[\w ]{{2,30}},)?\s(?:{words['hosting']})\b"),
    }
