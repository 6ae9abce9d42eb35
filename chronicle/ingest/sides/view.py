"""What the rules of sides look at: the article, indexed by sentence."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from typing import Any, TypeVar

from chronicle.ingest.cast import Person
from chronicle.ingest.lazy import cached_property
from chronicle.ingest.roles import role_words
from chronicle.ingest.sides.grounds import OPENING, grounds_of, main_ground, opens_report, telling_grounds
from chronicle.ingest.sides.index import (
    PAPER,
    delegations_of,
    embassies_of,
    fields_of,
    held_for,
    holders_of,
    lists_of,
    offices_elsewhere,
    short_forms,
)
from chronicle.ingest.sides.patterns import worded
from chronicle.ingest.sides.places import REACH, Place, place_of, runs_of
from chronicle.ingest.text import Text, by_sentence, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span

T = TypeVar("T")
About = TypeVar("About", Person, Place)
Finder = Callable[[Any, "View"], Iterable[Any]]
Rule = Callable[[Person, "View"], Iterable[Mention]]
SIDED = frozenset(("country", "demonym", "organisation", "body", "metonym", "city"))
NAMED = {"country": 2, "demonym": 2, "city": 1, "metonym": 1, "organisation": 1, "body": 1}
OFFICES = frozenset(("office", "offices"))
ORGANISED = frozenset(("organisation", "body"))
FEW = 6  # names that can be of one company, at most
MANY = 60  # people, sides and offices that a rule compares, at most
OF_SEVERAL = r"\b<of_several>\b"
GOES_TO = r"\b<goes_to> (?:the )?$"
ON_A_VISIT = r"\b(?:<on_a_visit> (?:to|in|of)|<goes_before>) (?:the )?$"


@dataclass(frozen=True)  # no slots: an index is made when a rule first asks for it, and kept
class View:
    """What a rule may look at: the article's people and names, indexed."""

    cast: Sequence[Person]  # by number; sides are filled in while they are concluded
    found: Sequence[Mention]
    words: Lexicon
    text: Text
    home: str | None  # the country of the outlet
    named: Sequence[Mention]  # sides, in order
    inside: tuple[tuple[Mention, ...], ...]  # sides named, by sentence
    places: Mapping[int, tuple[Place, ...]]  # who is named, by sentence
    seats: tuple[tuple[Place, ...], ...]  # where each person is named
    acting: tuple[Mention, ...]  # whom offices are held for, in order
    unsided: frozenset[int]  # for whom the text tells no side
    known: dict[tuple[Finder, Person | Place], Sequence[Any]] = field(default_factory=dict)  # see `once`

    def once(self, find: Callable[[About, "View"], Iterable[T]], about: About) -> Sequence[T]:
        """What is found about somebody, looked for once: nothing that changes while sides are concluded."""
        key = (find, about)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = tuple(find(about, self))
        return found

    @cached_property
    def offices(self) -> tuple[tuple[Mention, ...], ...]:
        """The offices told, by sentence."""
        return by_sentence(self.text, (m for m in self.found if m.kind in OFFICES))

    @cached_property
    def acts(self) -> tuple[tuple[Mention, ...], ...]:
        """The words that tell of an encounter, by sentence."""
        return by_sentence(self.text, (m for m in self.found if m.kind == "act"))

    @cached_property
    def runs(self) -> Mapping[int, tuple[Place, ...]]:
        """The list of names in which a place stands, by its start."""
        return runs_of(self.places, self.text)

    @cached_property
    def grounds(self) -> tuple[Mention, ...]:
        """Where things take place, in order."""
        return grounds_of(self.found, self.words, self.text)

    @cached_property
    def grounds_in(self) -> tuple[tuple[Mention, ...], ...]:
        """Where things take place, by sentence."""
        return by_sentence(self.text, self.grounds)

    @cached_property
    def main_ground(self) -> Mention | None:
        """Where most of the article takes place."""
        telling = telling_grounds(self.grounds, self.acts, self.count, self.text, self.home)
        told = [m for m in telling if m.value != self.home or not opens_report(m, self.text)]
        return main_ground(told or telling, self.home)

    def stage(self, sentence: int) -> Mention | None:
        """Where somebody receives and comes: as `ground`, but where a trip leads rather than the dateline."""
        ground = self.ground(sentence)
        dateline = ground is None or (ground.value == self.home and opens_report(ground, self.text))
        return self.trip or ground if dateline else ground

    @cached_property
    def trip(self) -> Mention | None:
        """The country to which somebody of the outlet's goes, where a report opens with that."""
        opening = [m for here in self.inside[:OPENING] for m in here[:MANY] if m.kind in ("country", "city")]
        low = self.text.low
        goes = (
            m for m in opening if worded(GOES_TO).search(low, max(0, m.span.start - REACH // 2), m.span.start)
        )
        return next((m for m in goes if m.value != self.home), None)

    @cached_property
    def delegations(self) -> tuple[Mention, ...]:
        """Sides that a word for a delegation stands with, in order."""
        return delegations_of(self.named, self.text)

    @cached_property
    def count(self) -> Counter[str]:
        """How often each side is named, in the order of their first mentions."""
        count = Counter[str]()
        for mention in self.named:
            count[mention.value] += NAMED[mention.kind]
        return count

    @cached_property
    def most_named(self) -> tuple[str, ...]:
        """The sides named most often, a few of them, these first."""
        return tuple(sorted(self.count, key=lambda side: -self.count[side])[:FEW])

    @cached_property
    def told_countries(self) -> tuple[str, ...]:
        """The countries named otherwise than as a field of an office or a company's."""
        return tuple(
            dict.fromkeys(
                m.value for m in self.named if m.value in self.words.countries and m.span not in self.fields
            )
        )

    @cached_property
    def fields(self) -> frozenset[Span]:
        """Where countries are named as the field of an office, one by one or in a list."""
        return frozenset(fields_of(self.named, self.text))

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """How many sides are named more often than each."""
        order = sorted(self.count.values(), reverse=True)
        return {side: order.index(count) for side, count in self.count.items()}

    @cached_property
    def first(self) -> Mapping[str, Mention]:
        """Each side's first mention, one that isn't in the name of a paper before others."""
        every = {m.value: m for m in reversed(self.named)}
        told = {
            m.value: m for m in reversed(self.named) if not worded(PAPER).match(self.text.key, m.span.stop)
        }
        return {side: told.get(side, every[side]) for side in self.count}

    @cached_property
    def claimed(self) -> frozenset[Span]:
        """Offices that stand with a name."""
        return frozenset(n.office.span for p in self.cast for n in p.namings if n.office is not None)

    @cached_property
    def elsewhere(self) -> tuple[tuple[frozenset[str], Mention], ...]:
        """Offices of a side that stand with no name, by their words."""
        taken = self.claimed.union(office.span for office, _ in self.told_again.values())
        return offices_elsewhere(taken, self.found, self.acting, self.words, self.text)

    @cached_property
    def sent(self) -> frozenset[int]:
        """Who is an envoy."""
        pattern = envoy(self.words)
        return frozenset(p.number for p in self.cast if p.role and pattern.search(p.role.value.lower()))

    @cached_property
    def office_words(self) -> Mapping[int, frozenset[str]]:
        """The telling words of each person's office."""
        return {
            p.number: frozenset(role_words(p.role.value, self.words) if p.role else ()) for p in self.cast
        }

    @cached_property
    def holders(self) -> Mapping[frozenset[str], int]:
        """Who holds an office that nobody else holds."""
        return holders_of(self.office_words)

    @cached_property
    def told_again(self) -> Mapping[int, tuple[Mention, Mention]]:
        """Who is named alone, then by an office of a side: the office, and the side."""
        return told_again(self)

    @cached_property
    def lists(self) -> tuple[tuple[Mention, ...], ...]:
        """Three and more sides, one after another."""
        return tuple(lists_of(self.named, self.text))

    @cached_property
    def of_several(self) -> bool:
        """Whether the article tells of a meeting of three or four: "trilateral"."""
        return worded(OF_SEVERAL).search(self.text.low) is not None

    @cached_property
    def embassies(self) -> tuple[Mention, ...]:
        """The sides of which embassies are named."""
        return tuple(embassies_of(self.named[:MANY], self.text))

    @cached_property
    def demonyms(self) -> tuple[Mention, ...]:
        """The words for nations, as far as rules compare them."""
        return tuple(m for m in self.named if m.kind == "demonym")[:MANY]

    @cached_property
    def accredited(self) -> tuple[Mention, ...]:
        """The country to which envoys are said to be sent, if it is one only."""
        return accredited(self)

    def namings(self, person: Person) -> tuple[Place, ...]:
        """Where the person is named."""
        return self.seats[person.number]

    def inside_of(self, mention: Mention) -> tuple[Mention, ...]:
        """The sides named in the sentence of a mention."""
        return self.inside[sentence_at(self.text, mention.span.start)]

    def ground(self, sentence: int) -> Mention | None:
        """Where the sentence takes place: as told in it, else where most of the article does."""
        return self.told_in(sentence) or self.main_ground

    def told_in(self, sentence: int) -> Mention | None:
        """Where the sentence itself says that it takes place."""
        here = self.grounds_in[sentence]
        return next((m for m in here if not opens_report(m, self.text)), next(iter(here), None))

    def before(self, place: Place) -> list[Place]:
        """Who is named before in the sentence, the nearest first; else the sentence before's, first first."""
        here = self.places[place.naming.sentence]
        if here[0].start < place.start:
            at = bisect_left(here, place.start, key=lambda p: p.start)
            return list(here[max(0, at - FEW) : at][::-1])
        for number in range(place.naming.sentence - 1, max(-1, place.naming.sentence - 4), -1):
            if number in self.places:
                return list(self.places[number][:MANY])
        return []

    def next_place(self, place: Place) -> Place | None:
        """Who is named next in the sentence."""
        here = self.places[place.naming.sentence]
        if here[-1].start <= place.start:
            return None
        return here[bisect_right(here, place.start, key=lambda p: p.start)]

    def sides_behind(self, place: Place, since: int) -> tuple[Mention, ...]:
        """The sides named in the sentence from a point on, as far as a clause may reach."""
        inside = self.inside[place.naming.sentence]
        if not inside or inside[-1].span.start < since:
            return ()
        at = bisect_left(inside, since, key=lambda m: m.span.start)
        return tuple(takewhile(lambda m: m.span.start < since + REACH, inside[at : at + MANY]))

    def taken_in(self, sentence: int) -> list[Span]:
        """What of a sentence is known to be a person, an office or a side."""
        people = [p.naming.person.span for p in self.places.get(sentence, ())]
        known = (*self.inside[sentence], *self.offices[sentence])
        return [*people, *(m.span for m in known)][: MANY * 2]

    def home_named(self) -> Mention | None:
        """Where the article names the outlet's own country, and not only in the name of a paper."""
        named = self.first.get(self.home) if self.home is not None else None
        return named if named is None or not worded(PAPER).match(self.text.key, named.span.stop) else None

    def side(self, number: int) -> Mention | None:
        """For whom somebody acts, as far as it is known."""
        return self.cast[number].side


def view_of(
    cast: Sequence[Person], found: Sequence[Mention], words: Lexicon, text: Text, home: str | None
) -> View:
    """The article's people and names, indexed."""
    named = sorted((*(m for m in found if m.kind in SIDED), *short_forms(found, text)), key=lambda m: m.span)
    seats = tuple(tuple(place_of(n, person.number, text) for n in person.namings) for person in cast)
    places: dict[int, list[Place]] = {}
    for place in (place for held in seats for place in held):
        places.setdefault(place.naming.sentence, []).append(place)
    ordered = {at: tuple(sorted(here, key=lambda p: p.start)) for at, here in places.items()}
    acting = tuple(sorted((m for m in found if m.kind == "acts for"), key=lambda m: m.span))
    inside = by_sentence(text, named)
    unsided = frozenset(person.number for person in cast if person.side is None)
    return View(cast, found, words, text, home, named, inside, ordered, seats, acting, unsided)


@cache
def envoy(words: Lexicon) -> re.Pattern[str]:
    """The offices that are sent to a country; a House of Representatives has none."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words.envoys)))})(?!s)\b")


def accredited(view: View) -> tuple[Mention, ...]:
    """The countries to which envoys are said to be sent, if it is one only."""
    told = {m.span for m in view.acting}
    hosts: dict[str, Mention] = {}
    for sentence, offices in enumerate(view.offices):
        countries = [m for m in view.inside[sentence] if m.kind == "country" and m.span not in told]
        for office in offices if countries else ():
            within = [m for m in countries if office.span.start < m.span.start < office.span.stop]
            within = [m for m in within if not abroad(m, view)]
            if within and envoy(view.words).search(office.value.lower()):
                hosts |= {m.value: m for m in within}
    return tuple(hosts.values()) if len(hosts) == 1 else ()


def abroad(country: Mention, view: View) -> bool:
    """As in "the UN envoy for Yemen": a field, where the outlet is of another country."""
    far = view.home is not None and country.value != view.home
    return far and view.text.low.endswith((" for ", " for the "), 0, country.span.start)


def told_again(view: View) -> dict[int, tuple[Mention, Mention]]:
    """For people without an office: one that stands behind the name in the sentence, with its side."""
    told: dict[int, tuple[Mention, Mention]] = {}
    for sentence, here in view.places.items():
        last = here[-1]
        if view.cast[last.number].role is None and last.number in view.unsided:
            behind = (o for o in view.offices[sentence] if o.span.start > last.stop)
            free = (o for o in behind if o.span not in view.claimed)
            office = next((o for o in free if o.kind == "office"), None)
            side = held_for(office, view.acting) if office is not None else None
            if office is not None and side is not None:
                told.setdefault(last.number, (office, side))
    return told


def sentences_of(person: Person) -> set[int]:
    """The sentences that name the person."""
    return {n.sentence for n in person.namings}


def acting_for(office: Mention, view: View) -> Mention | None:
    """The side that stands in an office's words: "the Norwegian minister"."""
    return held_for(office, view.acting)
