"""Scenes: each sentence that tells of an encounter, with who is in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from chronicle.ingest.cast import Naming, Person
from chronicle.ingest.cues import whole
from chronicle.ingest.lazy import cached_property
from chronicle.ingest.sure_status import told_for_sure
from chronicle.ingest.text import Sentence, Text, by_sentence
from chronicle.ingest.unnamed import Surroundings, Unnamed, with_unnamed
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Status

OF_THE_NAME = re.compile(r"'s (?!(?:meeting|talks|guest|visitor|conversation|turn)\b)|s' ")
AROUND = 12  # mentions before a city that can tell of it
NEAR = 60  # code points between an act and its time
SEATED = re.compile(r"(?: (?:of|for) [^,.;]*)? in (?:the )?(?:city of )?")
TOLD_BY = re.compile(r"\b(?:according to|quoting|citing|by|from) (?:the |its |a )?(?:[\w'-]+ ){0,4}$")
VISITING = re.compile(r"(?:'s|') (?:[\w-]+ ){0,4}(?:visit|trip) to (?:the )?")
AT = re.compile(r"\b(?:in|at|to|reached|of)\s(?:the\s)?(?:city\sof\s)?$")
PRONOUN = re.compile(r"\b(?:he|him|his|she|her|they|them|their|the two|both)\b")
MEANING = frozenset(  # kinds of what means somebody without a name
    ("office", "offices", "country", "demonym", "organisation", "destination")
)


@dataclass(frozen=True)  # no slots: what few ask for is looked for when it is asked for, and kept
class Scene:
    """A sentence, the people and sides in it, and the words that tell of an encounter."""

    sentence: Sentence
    people: tuple[Person, ...]
    unnamed: tuple[Unnamed, ...]  # of sides of which nobody is named: "the Russian ambassador"
    acts: tuple[Mention, ...]
    signs: Mapping[str, Mention]  # by kind; the first of each
    dates: tuple[Mention, ...]
    destination: Mention | None  # the country or city that a visit leads to
    group: bool  # the sides were told by a plural: "the Ministers of Defense of …"
    here: Sequence[Mention]  # all that was found in the sentence
    kinds: AbstractSet[str]  # of what was found
    text: Text
    words: Lexicon

    @cached_property
    def cities(self) -> tuple[Mention, ...]:
        """The cities that are told as places of what happens."""
        return tuple(cities_told(self.text, self.here, self.words))

    @cached_property
    def coming(self) -> bool:
        """Whether words before the first act put it in the future."""
        return before_act(self.text, self.sentence, self.acts, self.words, "coming")

    @cached_property
    def perfect(self) -> bool:
        """As in "had met", "had been received"."""
        return before_act(self.text, self.sentence, self.acts, self.words, "perfect")

    @cached_property
    def vague(self) -> bool:
        """Whether the time told near the act is a month or a year: no news."""
        return vaguely_timed(self.acts, self.dates, self.sentence)

    @cached_property
    def whole(self) -> bool:
        """False for a headline or a caption."""
        return whole(self.text, self.sentence)

    @cached_property
    def sure(self) -> Status | None:
        """Whether its encounter was held, is planned or off, where the grammar leaves no doubt."""
        return told_for_sure(self.text, self.sentence.span, dated=bool(self.dates))

    @cached_property
    def pronoun(self) -> bool:
        """Whether somebody is told by a pronoun."""
        span = self.sentence.span
        return PRONOUN.search(self.text.low, span.start, span.stop) is not None

    @property
    def he_opens(self) -> bool:
        """Whether the sentence opens with "He" or "She"."""
        return self.text.low.startswith(("he ", "she "), self.sentence.span.start)


def scenes_of(
    text: Text, cast: Sequence[Person], found: Sequence[Mention], words: Lexicon
) -> Iterator[Scene]:
    """One scene a sentence, in order; most have no act."""
    inside = by_sentence(text, found)
    named: dict[int, list[tuple[Naming, Person]]] = {}
    for person in cast:
        for naming in person.namings if may_take_part(person) else ():
            named.setdefault(naming.sentence, []).append((naming, person))
    attached = frozenset(n.office.span for p in cast for n in p.namings if n.office is not None)
    for sentence, here in zip(text.sentences, inside, strict=True):
        pairs = sorted(named.get(sentence.number, ()), key=lambda pair: pair[0].person.span)
        present = people_in(pairs, text, here, words) if pairs else []
        yield scene_of(sentence, present, Surroundings(sentence, here, attached, cast, text, words))


def scene_of(sentence: Sentence, present: Sequence[Person], around: Surroundings) -> Scene:
    """What one sentence shows."""
    told: dict[str, list[Mention]] = {}
    signs: dict[str, Mention] = {}
    for mention in around.here:
        told.setdefault(mention.kind, []).append(mention)
        if mention.rule == "sign_of_telling":
            signs.setdefault(mention.kind, mention)
    people, unnamed = (present, ()) if MEANING.isdisjoint(told) else with_unnamed(present, around)
    return Scene(
        sentence,
        tuple(dict.fromkeys(people)),
        tuple(unnamed),
        tuple(told.get("act", ())),
        signs,
        tuple(told.get("date", ())),
        next(iter(told.get("destination", ())), None),
        "offices" in told,
        around.here,
        told.keys(),
        around.text,
        around.words,
    )


def before_act(text: Text, sentence: Sentence, acts: Sequence[Mention], words: Lexicon, which: str) -> bool:
    """Whether the words right before the first act put it in the future or before the news."""
    if not acts:
        return False
    before = text.low[max(sentence.span.start, acts[0].span.start - NEAR) : acts[0].span.start]
    before = before.rpartition(" that ")[0] if which == "perfect" and " that " in before else before
    return bool(tense(words)[which].search(before))


@cache
def tense(words: Lexicon) -> dict[str, re.Pattern[str]]:
    """What before an act tells its time, with at most three words between."""
    coming = "|".join(sorted(words.coming))
    return {
        "coming": re.compile(rf"\b(?:{coming})\s(?:[a-z-]+\s){{0,3}}$"),
        "perfect": re.compile(r"\bhad\s(?:[a-z]+\s){0,2}$"),
    }


def vaguely_timed(acts: Sequence[Mention], dates: Sequence[Mention], sentence: Sentence) -> bool:
    """Only a month or a year stands near the act: "met in Istanbul in December 2015" (caa-104)."""
    near = [m for m in dates if acts and -NEAR <= m.span.start - acts[0].span.stop <= NEAR]
    return bool(near) and sentence.number > 1 and all(is_vague(m.value) for m in dates)


def is_vague(value: str) -> bool:
    """Whether a date is a month or a year: "2015", "2015-12", "--12"."""
    return (
        value[0] in "-12"
        and len(value) in (len("2015"), len("2015-12"))
        and not (value.startswith("--") and len(value) > len("--12"))
    )


def at_place(text: Text, city: Mention) -> bool:
    """Whether the city is told as a place: "in Baku", not "Baku and Minsk"."""
    before = text.low[max(0, city.span.start - 12) : city.span.start]
    return AT.search(before) is not None or text.key[city.span.start : city.span.stop].isupper()


def tells(text: Text, city: Mention, found: Sequence[Mention], words: Lexicon) -> bool:
    """As in "…, the Foreign Ministry in Hanoi announced": where the one sits who tells, no scene."""
    seat = next((m for m in ahead_of(city, found) if m.kind == "tellers"), None)
    if seat is None or not SEATED.fullmatch(text.low, seat.span.stop, city.span.start):
        return False
    before = text.low[max(0, seat.span.start - NEAR) : seat.span.start]
    return bool(speech(words)["after"].match(text.low, city.span.stop) or TOLD_BY.search(before))


def ahead_of(city: Mention, found: Sequence[Mention]) -> Iterator[Mention]:
    """What stands shortly before a city, the nearest first; `found` is in order."""
    at = bisect_left(found, city.span.start, key=lambda m: m.span.start)
    for mention in found[max(0, at - AROUND) : at][::-1]:
        if 0 <= city.span.start - mention.span.stop <= NEAR:
            yield mention


def cities_told(text: Text, found: Sequence[Mention], words: Lexicon) -> list[Mention]:
    """The cities that are told as places of what happens."""
    return [m for m in found if m.kind == "city" and at_place(text, m) and not tells(text, m, found, words)]


def people_in(
    pairs: Sequence[tuple[Naming, Person]], text: Text, here: Sequence[Mention], words: Lexicon
) -> list[Person]:
    """Those named in a sentence who take part, in order; who only speaks does if nobody else would."""
    asides = [m for m in here if m.kind == "asides"]
    visit = [m for m in here if m.kind == "destination"]
    coming = any(m.kind in ("planned", "cancelled") for m in here)
    likely = [
        (n, p)
        for n, p in pairs
        if not in_aside(n, asides) and (not possessed(text, n) or (coming and visitor(text, n, visit)))
    ]
    sure = [p for n, p in likely if not speaking(text, n, words)]
    if len({p.side.value for p in sure if p.side}) > 1:
        return sure
    return [p for _, p in likely]


def may_take_part(person: Person) -> bool:
    """Not a former officer, not a spokesman, not a mere word."""
    return person.standing != "former" and described(person) and not any(n.speaking for n in person.namings)


def described(person: Person) -> bool:
    """Whether the text gives the person an office, a rank, a side or an act: else it may be no name."""
    acting = any(n.person.rule in ("beside_an_act", "subject_of_an_act") for n in person.namings)
    return acting or bool(person.role or person.rank) or (person.side is not None and person.inferred is None)


def in_aside(naming: Naming, asides: Sequence[Mention]) -> bool:
    """As in "invited by Turkish Defense Minister Nurettin Canikli" (caa-105)."""
    start = naming.office.span.start if naming.office is not None else naming.person.span.start
    return any(0 <= min(start, naming.person.span.start) - aside.span.stop <= 14 for aside in asides)


def possessed(text: Text, naming: Naming) -> bool:
    """As in "Prime Minister Narendra Modi's visit": the name only says whose something is."""
    return bool(OF_THE_NAME.match(text.low, naming.person.span.stop))


def visitor(text: Text, naming: Naming, destinations: Sequence[Mention]) -> bool:
    """As in "Prime Minister Pham Minh Chinh's official visit to Poland … has been cancelled"."""
    start = naming.person.span.stop
    near = (m for m in destinations if 0 < m.span.start - start <= NEAR)
    return any(VISITING.fullmatch(text.low, start, m.span.start) for m in near)


def speaking(text: Text, naming: Naming, words: Lexicon) -> bool:
    """As in "…, White said": named as the one who tells."""
    said = speech(words)
    return bool(
        said["after"].match(text.low, naming.person.span.stop)
        or said["before"].search(text.low[max(0, naming.person.span.start - 60) : naming.person.span.start])
    )


@cache
def speech(words: Lexicon) -> dict[str, re.Pattern[str]]:
    """How a speaker is told: "X said", "according to X"."""
    verbs = "|".join(sorted(words.speech))
    return {
        "after": re.compile(rf",?\s(?:also\s|then\s|later\s)?(?:has\s|had\s)?(?:{verbs})\b"),
        "before": re.compile(r"\b(?:according to|quoted|told|quoting)\s(?:\S+\s){0,6}$"),
    }
