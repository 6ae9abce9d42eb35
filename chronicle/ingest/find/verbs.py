"""Words by which encounters and journeys are told, recalled, planned, called off or joined."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Hit, Phrase, Phrases
from chronicle.model import Mention, Span

Places = Mapping[int, Mention]  # by where they start
PLACES = frozenset(("country", "city", "demonym"))
JOURNEY = "journey"  # forms that are acts only before a place
TOWARDS = re.compile(r"(?:\s(?:to|in|at))?\s(?:the\s)?(?:city\sof\s)?")
CAPITAL = re.compile(r"(?:'s)?\scapital\b")
NEAR = 40  # code points
SENT_UNDER = re.compile(
    r"\b(?:delegation|team|mission|group)(?:,? [a-z]+){0,2},? $"
)  # "a delegation under the chief, N."
MORE = re.compile(r"\s([A-Z]\w+)")


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Acts ("met with", value: the kind of encounter), signs (kind: what of), destinations of visits."""
    places = {m.span.start: m for m in found if m.kind in PLACES}
    acts = text.hits["acts"]
    yield from act_of_meeting(acts, text, words, places)
    yield from destination_of_visit(acts, text, words, places)
    yield from talks_held(text, words)
    yield from sign_of_telling(text)


def act_of_meeting(acts: Sequence[Hit], text: Text, words: Lexicon, places: Places) -> Iterator[Mention]:
    """A form of the lexicon: "met with", "was received", "letters of credence"; "visited", no place told."""
    for hit in acts:
        value = hit.phrase.value
        if value.startswith(JOURNEY):
            leads = destination_after(text, hit.stop, places, words) is not None
            value = "visit" if leads else value.removeprefix(JOURNEY).removeprefix(" or ")
        if value:
            yield Mention("act", Span(hit.start, hit.stop), value, "act_of_meeting")


def destination_of_visit(
    acts: Sequence[Hit], text: Text, words: Lexicon, places: Places
) -> Iterator[Mention]:
    """The country or city that a visit leads to: "will visit Kyiv", "arrived in the Polish capital"."""
    for hit in acts:
        if hit.phrase.value == "visit" or hit.phrase.value.startswith(JOURNEY):
            place = destination_after(text, hit.stop, places, words)
            if place is not None:
                yield Mention("destination", place.span, place.value, "destination_of_visit")


def talks_held(text: Text, words: Lexicon) -> Iterator[Mention]:
    """A light verb and a noun with words between: "held wide-ranging bilateral talks"."""
    pattern, end = talks_pattern(words), 0
    for start in light_verbs(words).starts(text.low):
        hit = pattern.match(text.low, start) if start >= end else None
        if hit is not None:
            end = hit.end()
            yield Mention("act", Span(start, end), "meeting", "talks_held")


def sign_of_telling(text: Text) -> Iterator[Mention]:
    """A form by which an encounter is recalled, planned, called off or joined."""
    for hit in text.hits["signs"]:
        if hit.phrase.text == "under the" and SENT_UNDER.search(
            text.low, max(0, hit.start - NEAR), hit.start
        ):
            continue
        yield Mention(hit.phrase.kind, Span(hit.start, hit.stop), hit.phrase.text, "sign_of_telling")


def destination_after(text: Text, at: int, places: Places, words: Lexicon) -> Mention | None:
    """The country, the city or the "Polish capital" that stands right after a word of travelling."""
    start = TOWARDS.match(text.low, at)
    place = places.get(start.end()) if start is not None else None
    if place is None:
        return None
    following = text.key[place.span.stop :][:24]
    if place.kind == "demonym" or following.startswith("'s "):
        return place if CAPITAL.match(following) else None
    name = MORE.match(following)  # "visited Baku State University": no city
    timed = name is None or name[1].lower() in words.weekdays or name[1].lower() in words.months
    return place if timed else None


@cache
def light_verbs(words: Lexicon) -> Phrases:
    """The verbs with which the pattern of `talks_held` begins."""
    return Phrases(Phrase(verb, "light", verb) for verb in words.light)


@cache
def talks_pattern(words: Lexicon) -> re.Pattern[str]:
    """The pattern of `talks_held`: at least one word between, else the lexicon's forms have it."""
    light, nouns = "|".join(sorted(words.light)), "|".join(sorted(words.nouns))
    return re.compile(rf"\b(?:{light})\s(?:[a-z-]+\s){{1,4}}(?:{nouns})\b")
