"""The place of an encounter: the city that its sentences or the lead tell; else the host's country."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from chronicle.ingest.encounter import Encounter
from chronicle.ingest.roles import is_envoy
from chronicle.ingest.scenes import Scene
from chronicle.ingest.seats import Seat, seats_in
from chronicle.ingest.text import Sentence, Text
from chronicle.ingest.towns import towns_in
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, CountryCode, Evidence, Kind, Mention, Status

REMOTE = (Kind.CALL, Kind.VIDEO)
LEAD = 6  # sentences at the top that tell where the news is from
LOOK_BACK = 12  # sentences before an encounter in which its place may be told
LOOK_AHEAD = 2
THERE_BACK = 3  # sentences before "there" in which the city stands
PLACED = ("dated", "host", "in", "to", "far", "onward", "ahead", "dateline", "event")
LOOKED_AT = 36  # sentences of an article in which its only city is looked for
TOWARDS = (" in the ", " in ", " to ", " to the ")
TELLING = ("act", "placings", "continuations", "destination")  # what makes a sentence tell of an encounter
TOLD_THERE = ("city_of_the_scene", "town_of_the_scene")
CERTAIN = ("dated", "host", "building", "in")
COMING = (*CERTAIN, "ahead", "to", "event", "far", "onward")
THERE = re.compile(
    r"\bthere\b(?!\s(?:is|are|was|were|has|have|had|will|would|remain|should|can|could|may|must)\b)"
)
CAPITAL = re.compile(r"\bin\sthe\scapital\b(?!\s(?:of|city\sof)\b|\s\w*['’]?s?\s?[A-Z])")
BEFORE = 80  # code points before a city in which its clause begins
TO_COME = re.compile(
    r"\b(?:will|shall|would|is\sto|are\sto)\s(?:(?!\b(?:when|where|after|met|held|said)\b)[^,.;:])*\Z"
)
CITY = re.compile(r"\s(?:City|CITY)\b")
HELD = (*CERTAIN, "to", "event")


@dataclass(frozen=True, slots=True)
class Place:
    """City and country, each with what it rests on; None where nothing tells."""

    city: str | None = None
    country: CountryCode | None = None
    city_evidence: Evidence | None = None
    country_evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules look at."""

    encounter: Encounter
    scenes: Sequence[Scene]  # of the whole article, by sentence
    text: Text
    host: CountryCode | None  # the country in which it must have been, where the text tells
    sides: set[str]
    words: Lexicon
    known: dict[int, tuple[Seat, ...]] = field(default_factory=dict)  # of the sentences looked at so far

    @property
    def own(self) -> list[Sentence]:
        """The encounter's own sentences."""
        return [scene.sentence for scene in self.encounter.scenes]

    def seats(self, sentences: Iterable[Sentence]) -> Iterator[Seat]:
        """The cities of the sentences."""
        for sentence in sentences:
            if sentence.number not in self.known:
                here = self.scenes[sentence.number].here
                seats = seats_in(self.text, sentence, here, self.sides, self.words)
                self.known[sentence.number] = tuple(seats)
            yield from self.known[sentence.number]


def place_of(encounter: Encounter, scenes: Sequence[Scene], text: Text, words: Lexicon) -> Place:
    """Where the sides met; nowhere for a call or a video talk."""
    if encounter.kind in REMOTE:
        return Place()
    visited = destination_of(encounter)
    host = host_of(encounter, words)
    if host is None and visited is not None:
        host = CountryCode(visited.value)
    setting = Setting(encounter, scenes, text, host, encounter.sides, words)
    for rule in RULES:
        seat = rule(setting)
        if seat is not None:
            return in_city(seat, text, rule.__name__)
    if visited is not None and encounter.kind is Kind.VISIT:
        quoted = text.body[visited.span.start : visited.span.stop]
        return Place(None, CountryCode(visited.value), None, Evidence(Basis.STATED, quoted, visited.rule))
    if host is None:
        return Place()
    return Place(None, host, None, Evidence(Basis.INFERRED, None, "country_of_the_host"))


def in_city(seat: Seat, text: Text, rule: str) -> Place:
    """The city and its country."""
    city = seat.mention
    quoted = text.body[city.span.start : city.span.stop]
    name = seat.city or (quoted.title() if quoted.isupper() else " ".join(quoted.split()))
    if seat.city is None and CITY.match(text.body, city.span.stop) and not name.endswith(" City"):
        name = f"{name} City"
    name = spellings().get(name.lower(), name)
    basis = Basis.STATED if rule in TOLD_THERE and seat.city is None else Basis.INFERRED
    country = Evidence(Basis.INFERRED, quoted, "country_of_the_city")
    if not city.value:
        return Place(name, None, Evidence(basis, quoted, rule))
    return Place(name, CountryCode(city.value), Evidence(basis, quoted, rule), country)


@cache
def spellings() -> dict[str, str]:
    """The spelling of today by one that is out of use: "Ashkhabad"."""
    return {old: new for new, forms in word_lists("en/cities").items() for old in forms}


def city_of_the_scene(setting: Setting) -> Seat | None:
    """As in "met him in Baku on Thursday": a city of the encounter's own sentences."""
    told = [s for s in setting.own if holds(s, setting, *TELLING, "date")]
    return at_the_dateline(best(setting, told, abroad=True), setting)


def city_beside_the_scene(setting: Setting) -> Seat | None:
    """As in "Both were in Vienna": a city in a sentence of the encounter that tells of no act."""
    return best(setting, setting.own, abroad=True)


def city_in_passing(setting: Setting) -> Seat | None:
    """As in "the morning that he spent in Madrid": only told in a relative clause."""
    seats = setting.seats((*setting.own, *setting.text.sentences[:LEAD]))
    return next((seat for seat in seats if seat.how == "aside" and fits(seat, setting)), None)


def city_meant_by_there(setting: Setting) -> Seat | None:
    """As in "He is back from Brussels, where … In a side room there he had a talk with …"."""
    for scene in setting.encounter.scenes:
        tells = scene.acts or scene in setting.encounter.main
        hit = THERE.search(setting.text.low, *scene.sentence.span) if tells else None
        if hit is None or any(seat.how in CERTAIN for seat in setting.seats([scene.sentence])):
            continue
        number = scene.sentence.number
        before = setting.text.sentences[max(0, number - THERE_BACK) : number + 1]
        low = setting.text.low
        named = [
            s
            for s in setting.seats(before)
            if s.mention.span.stop <= hit.start()
            and (s.how in PLACED or low.endswith("from ", 0, s.mention.span.start))
        ]
        if named:
            return max(named, key=lambda seat: seat.mention.span)
    return None


def capital_of_the_scene(setting: Setting) -> Seat | None:
    """As in "at the State Guest House in the capital on Thursday": of the country where the reporter sits."""
    hits = (CAPITAL.search(setting.text.low, *s.span) for s in (*setting.own, *setting.text.sentences[:LEAD]))
    if not any(hits):
        return None
    lines = (s for s in setting.seats(setting.text.sentences[:LEAD]) if s.how == "dateline")
    return next((s for s in lines if fits(s, setting) and is_capital(s, setting)), None)


def is_capital(seat: Seat, setting: Setting) -> bool:
    """Whether a city is its country's capital."""
    country = setting.words.countries.get(CountryCode(seat.mention.value))
    name = seat.city or setting.text.low[seat.mention.span.start : seat.mention.span.stop]
    return country is not None and name.lower() in (capital.lower() for capital in country.capital or ())


def city_of_a_post(setting: Setting) -> Seat | None:
    """As in "the new attaché in Belgrade": where an envoy sits, if he is received in that country."""
    if setting.host is None:
        return None
    here = (
        m for s in setting.text.sentences[:LEAD] for m in setting.scenes[s.number].here if m.kind == "city"
    )
    return next((Seat(m, "post") for m in here if m.value == setting.host), None)


def town_of_the_scene(setting: Setting) -> Seat | None:
    """As in "met in Kasane on Tuesday": a name behind "in", of a town that nobody knows."""
    if setting.encounter.status is Status.CANCELLED:
        return None
    towns = (
        seat
        for scene in setting.encounter.main or setting.encounter.scenes
        for seat in towns_in(setting.text, scene.sentence, scene.here, setting.host, setting.words)
    )
    return next(towns, None)


def city_of_the_paragraph(setting: Setting) -> Seat | None:
    """As in "The meeting took place in Ankara": what stands around it in its paragraph, nearest first."""
    first, last = setting.own[0], setting.own[-1]
    sentences = setting.text.sentences
    before = sentences[max(0, first.number - LOOK_BACK) : first.number][::-1]
    behind = sentences[last.number + 1 : last.number + 1 + LOOK_AHEAD]
    near = [s for s in (*before, *behind) if s.paragraph == first.paragraph and is_news(s, setting)]
    return best(setting, [s for s in near if holds(s, setting, *TELLING)])


def city_of_an_encounter_before(setting: Setting) -> Seat | None:
    """As in "In Doha he called on the minister. … Two days later he went to the headquarters"."""
    first = setting.own[0]
    before = setting.text.sentences[max(0, first.number - LOOK_BACK) : first.number][::-1]
    return best(setting, [s for s in before if is_news(s, setting) and holds(s, setting, "act")])


def city_of_the_lead(setting: Setting) -> Seat | None:
    """The city in which the report begins: "Envoys meet in Vienna"."""
    lead = [s for s in setting.text.sentences[:LEAD] if not holds(s, setting, "recalled")]
    lead = [s for s in lead if may_tell(s, setting)]
    news = [s for s in lead if holds(s, setting, *TELLING, "date")]
    at_home = best(setting, news) or best(setting, lead[: LEAD // 2])
    if at_home is not None:
        return at_the_dateline(at_home, setting)
    return next((seat for seat in setting.seats(lead[: LEAD // 2]) if seat.how in CERTAIN), None)


def at_the_dateline(seat: Seat | None, setting: Setting) -> Seat | None:
    """The city; where the report is from, if it is only named beside: "She saw a clinic in Hisor"."""
    if seat is None or seat.how not in ("in", "to") or setting.encounter.status is Status.PLANNED:
        return seat
    at = bisect_right(setting.scenes, seat.mention.span.start, key=lambda s: s.sentence.span.start) - 1
    scene = setting.scenes[at]
    if at <= setting.own[0].number or scene in setting.encounter.main or "placings" in scene.kinds:
        return seat
    lines = (s for s in setting.seats(setting.text.sentences[:LEAD]) if s.how == "dateline")
    same = (line for line in lines if line.mention.value == seat.mention.value)
    line = next((line for line in same if fits(line, setting) and not is_abroad(line, setting)), None)
    return line or seat


def city_of_the_dateline(setting: Setting) -> Seat | None:
    """As in "MANILA –": where the reporter sits, if that is at home for one of the sides."""
    if setting.encounter.status is Status.PLANNED and not is_here(setting):
        return None
    lead = setting.text.sentences[:LEAD]
    seats = (seat for seat in setting.seats(lead) if seat.how == "dateline" and fits(seat, setting))
    seat = next(seats, None)
    abroad = setting.host is None and seat is not None and is_abroad(seat, setting)
    return None if abroad else seat


def city_of_an_organisation(setting: Setting) -> Seat | None:
    """As in "Jeddah (…) The Secretary General of the OIC accepted in his office the credentials of …"."""
    if setting.host is not None or setting.sides <= set(setting.words.countries):
        return None
    return next((s for s in setting.seats(setting.text.sentences[:LEAD]) if s.how == "dateline"), None)


def dateline_in_a_third_country(setting: Setting) -> Seat | None:
    """As in "NEW YORK – The two ministers met on the sidelines of …": abroad for both."""
    held = setting.host is None and setting.encounter.status is Status.HELD
    if not held or setting.own[0].number >= LEAD:
        return None
    lead = (s for s in setting.text.sentences[:LEAD] if s.paragraph <= setting.own[0].paragraph)
    return next((s for s in setting.seats(lead) if s.how == "dateline"), None)


def only_city(setting: Setting) -> Seat | None:
    """The one city that the article names inside a country of the encounter's sides, told as a place."""
    every = setting.seats([s for s in setting.text.sentences[:LOOKED_AT] if may_tell(s, setting)])
    seats = [s for s in every if s.how in HELD and s.how != "to" and fits(s, setting)]
    names = {s.city or setting.text.low[s.mention.span.start : s.mention.span.stop] for s in seats}
    return seats[0] if len(names) == 1 else None


Rule = Callable[[Setting], Seat | None]
RULES: tuple[Rule, ...] = (
    city_meant_by_there,
    city_of_the_scene,
    capital_of_the_scene,
    city_of_the_paragraph,
    city_of_an_encounter_before,
    city_of_the_lead,
    city_of_the_dateline,
    city_beside_the_scene,
    city_of_an_organisation,
    dateline_in_a_third_country,
    only_city,
    town_of_the_scene,
    city_in_passing,
    city_of_a_post,
)


def best(setting: Setting, sentences: Sequence[Sentence], *, abroad: bool = False) -> Seat | None:
    """The surest city of the sentences: where something is, then where somebody came to."""
    staying = setting.encounter.status is Status.HELD and setting.encounter.kind is not Kind.VISIT
    ways = HELD if staying else COMING
    seats = [
        s for s in setting.seats(sentences) if s.how in ways and not (staying and is_to_come(s, setting))
    ]
    certain = CERTAIN if setting.encounter.status is Status.HELD else (*CERTAIN, "ahead")
    home = [seat for seat in seats if fits(seat, setting)]
    home = home or [s for s in seats if s.how in certain and s.mention.value in setting.sides]
    away = seats if setting.host is None else [seat for seat in seats if seat.how == CERTAIN[0]]
    pool = home or (away if abroad else [])
    dated = [seat for seat in pool if seat.how == CERTAIN[0]]
    sure = [seat for seat in pool if seat.how in certain]
    sure = [seat for seat in sure if len(sure) > 1 and is_datelined(seat, setting)] or sure
    return next(iter(dated or sure or pool), None)


def is_to_come(seat: Seat, setting: Setting) -> bool:
    """As in "Students will soon learn in Hsinchu, she said as she met …": a clause in the future."""
    start = seat.mention.span.start
    return TO_COME.search(setting.text.low, max(0, start - BEFORE), start) is not None


def is_datelined(seat: Seat, setting: Setting) -> bool:
    """Whether the report comes from that city."""
    name = named(seat, setting)
    lines = (s for s in setting.seats(setting.text.sentences[:LEAD]) if s.how == "dateline")
    return any(named(line, setting) == name for line in lines)


def named(seat: Seat, setting: Setting) -> str:
    """The city's name, lower case."""
    return (seat.city or setting.text.low[seat.mention.span.start : seat.mention.span.stop]).lower()


def fits(seat: Seat, setting: Setting) -> bool:
    """Whether the city lies in the host's country, or in that of a side where the host isn't known."""
    return seat.mention.value == setting.host if setting.host else seat.mention.value in setting.sides


def is_news(sentence: Sentence, setting: Setting) -> bool:
    """Whether a sentence isn't recalled, and isn't still to come where the encounter was held."""
    if holds(sentence, setting, "recalled") or not may_tell(sentence, setting):
        return False
    return setting.encounter.status is not Status.HELD or not holds(sentence, setting, "planned")


def may_tell(sentence: Sentence, setting: Setting) -> bool:
    """Whether a sentence may tell the place: of "will meet again next week" only one on what is planned."""
    own = setting.encounter.main or setting.encounter.scenes
    later = setting.encounter.status is Status.PLANNED and any(
        next_time().search(setting.text.low, *scene.sentence.span) for scene in own
    )
    return not later or holds(sentence, setting, "planned")


@cache
def next_time() -> re.Pattern[str]:
    """The words for another time than that of the news."""
    return re.compile(rf"\b(?:{'|'.join(word_lists('en/places')['next_time'])})\b")


def holds(sentence: Sentence, setting: Setting, *kinds: str) -> bool:
    """Whether a sentence holds a mention of one of these kinds."""
    return not setting.scenes[sentence.number].kinds.isdisjoint(kinds)


def is_abroad(seat: Seat, setting: Setting) -> bool:
    """As in "RAWALPINDI: In the UAE for an official visit, the general called on …": told to be elsewhere."""
    for sentence in (*setting.own, *setting.text.sentences[: LEAD // 2]):
        for mention in setting.scenes[sentence.number].here:
            elsewhere = mention.value in setting.sides and mention.value != seat.mention.value
            if elsewhere and mention.kind == "destination":
                return True
            before = setting.text.low[max(0, mention.span.start - len(" in the ")) : mention.span.start]
            if elsewhere and mention.kind == "country" and before.endswith(TOWARDS):
                return True
    return False


def is_here(setting: Setting) -> bool:
    """As in "will meet here on Monday": where the reporter sits."""
    return any("here" in sentence.words for sentence in setting.own)


def destination_of(encounter: Encounter) -> Mention | None:
    """The side that a visit leads to: the first that a scene tells."""
    told = (scene.destination for scene in encounter.scenes)
    return next((m for m in told if m is not None and m.value in encounter.sides), None)


def host_of(encounter: Encounter, words: Lexicon) -> CountryCode | None:
    """The side of whoever an envoy is received by."""
    envoys = [p for p in encounter.people if p.role is not None and is_envoy(p.role.value, words)]
    others = {
        p.side.value
        for p in encounter.people
        if p not in envoys and p.side is not None and p.side.value in words.countries
    } - {p.side.value for p in envoys if p.side is not None}
    return CountryCode(next(iter(others))) if envoys and len(others) == 1 else None
