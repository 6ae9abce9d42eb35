"""What the rules of sides look at: the article, indexed by sentence."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from chronicle.ingest.cast import Naming, Person
from chronicle.ingest.roles import role_words
from chronicle.ingest.sides.grounds import grounds_of, main_ground, opens_report, telling_grounds
from chronicle.ingest.sides.patterns import group, listing
from chronicle.ingest.text import Text, by_sentence
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import load_words, word_lists
from chronicle.model import Mention, Span

Rule = Callable[[Person, "View"], Iterable[Mention]]
SIDED = frozenset(("country", "demonym", "organisation", "body", "metonym", "city"))
NAMED = {"country": 2, "demonym": 2, "city": 1, "metonym": 1, "organisation": 1, "body": 1}
ORGANISED = frozenset(("organisation", "body"))
FEW = 6  # names that can be of one company, at most
MANY = 60  # people, sides and offices that a rule compares, at most
REACH = 110  # code points around a name in which its company is told
GOES_ON = re.compile(r"'s| of | for |,? [A-Z]")
JOINED = re.compile(r"(?:,| and|, and) (?:the )?")
PAPER = re.compile(
    r" (?:[A-Z][\w'-]* )?(?:News|Times|Post|Observer|Press|Today|Herald|Tribune|Gazette|Radio|TV|Television"
    r"|Broadcasting|Standard|Star|Chronicle|Mail|Journal|Telegraph|Point|Daily|Telegram)\b"
)
LETTERS = re.compile(r"\(([A-Z]{2,8})\)")
NAMING = re.compile(r"(?: (?:of|and|for|the|[A-Z][\w'-]*))* ?(?:[\w'-]+ )?")


@dataclass(frozen=True, slots=True)
class Place:
    """One naming of a person as it stands: from its office, rank or name to the end of them."""

    start: int
    stop: int
    opens: int  # where forms of address before it begin
    naming: Naming
    number: int  # of the person
    lead: str  # what stands before it in its sentence, forms of address left off, in lower case
    tail: str  # what stands behind it in its sentence, in lower case


@dataclass(frozen=True, slots=True)
class View:
    """What a rule may look at."""

    cast: Sequence[Person]  # by number; sides are filled in while they are concluded
    found: Sequence[Mention]
    words: Lexicon
    text: Text
    home: str | None  # the country of the outlet
    named: Sequence[Mention]  # sides, in order
    inside: tuple[tuple[Mention, ...], ...]  # sides named, by sentence
    offices: tuple[tuple[Mention, ...], ...]  # by sentence
    acts: tuple[tuple[Mention, ...], ...]  # by sentence
    places: Mapping[int, tuple[Place, ...]]  # who is named, by sentence
    seats: tuple[tuple[Place, ...], ...]  # where each person is named
    runs: Mapping[int, tuple[Place, ...]]  # the list of names in which a place stands, by its start
    grounds: tuple[Mention, ...]  # where things take place, in order
    grounds_in: tuple[tuple[Mention, ...], ...]  # by sentence
    main_ground: Mention | None
    delegations: tuple[Mention, ...]  # sides that a word for a delegation stands with, in order
    count: Counter[str]  # how often each side is named
    first: Mapping[str, Mention]  # each side's first mention
    acting: tuple[Mention, ...]  # whom offices are held for, in order
    claimed: frozenset[Span]  # offices that stand with a name
    elsewhere: tuple[tuple[frozenset[str], Mention], ...]  # offices of a side that stand with no name
    sent: frozenset[int]  # who is an envoy
    office_words: Mapping[int, frozenset[str]]  # of each person
    holders: Mapping[frozenset[str], int]  # who holds an office that nobody else holds
    told_again: Mapping[int, Mention]  # who is named alone, then by an office of a side
    lists: tuple[tuple[Mention, ...], ...]  # three and more sides, one after another
    demonyms: tuple[Mention, ...]
    envoys: tuple[tuple[Mention, ...], ...]  # offices of those who are sent, by sentence
    accredited: tuple[Mention, ...]  # the country to which envoys are said to be sent, if it is one only

    def namings(self, person: Person) -> tuple[Place, ...]:
        """Where the person is named."""
        return self.seats[person.number]

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
        at = bisect_left(here, place.start, key=lambda p: p.start)
        if at:
            return list(here[max(0, at - FEW) : at][::-1])
        for number in range(place.naming.sentence - 1, max(-1, place.naming.sentence - 4), -1):
            if number in self.places:
                return list(self.places[number][:MANY])
        return []

    def next_place(self, place: Place) -> Place | None:
        """Who is named next in the sentence."""
        here = self.places[place.naming.sentence]
        at = bisect_right(here, place.start, key=lambda p: p.start)
        return here[at] if at < len(here) else None

    def sides_behind(self, place: Place, since: int) -> tuple[Mention, ...]:
        """The sides named in the sentence from a point on, as far as a clause may reach."""
        inside = self.inside[place.naming.sentence]
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
        return named if named is None or not PAPER.match(self.text.key, named.span.stop) else None

    def side(self, number: int) -> Mention | None:
        """For whom somebody acts, as far as it is known."""
        return self.cast[number].side


def counted(named: Sequence[Mention]) -> tuple[Counter[str], dict[str, Mention]]:
    """How much each side is named, and where first."""
    count, first = Counter[str](), dict[str, Mention]()
    for mention in named:
        count[mention.value] += NAMED[mention.kind]
        first.setdefault(mention.value, mention)
    return count, first


def view_of(
    cast: Sequence[Person], found: Sequence[Mention], words: Lexicon, text: Text, home: str | None
) -> View:
    """The article's people and names, indexed."""
    named = sorted((*(m for m in found if m.kind in SIDED), *short_forms(found, text)), key=lambda m: m.span)
    count, first = counted(named)
    first |= counted([m for m in named if not PAPER.match(text.key, m.span.stop)])[1]
    seats = tuple(tuple(place_of(n, person.number, text) for n in person.namings) for person in cast)
    places: dict[int, list[Place]] = {}
    for place in (place for held in seats for place in held):
        places.setdefault(place.naming.sentence, []).append(place)
    claimed = {n.office.span for p in cast for n in p.namings if n.office is not None}
    grounds = grounds_of(found, words, text)
    inside = by_sentence(text, named)
    ordered = {at: tuple(sorted(here, key=lambda p: p.start)) for at, here in places.items()}
    offices = by_sentence(text, (m for m in found if m.kind in ("office", "offices")))
    acting = tuple(sorted((m for m in found if m.kind == "acts for"), key=lambda m: m.span))
    held = {p.number: frozenset(role_words(p.role.value, words)) if p.role else frozenset() for p in cast}
    envoys = tuple(tuple(o for o in row if envoy(words).search(o.value.lower())) for row in offices)
    again = told_again(cast, ordered, offices, claimed, acting)
    acts = by_sentence(text, (m for m in found if m.kind == "act"))
    telling = telling_grounds(grounds, acts, count, text, home)
    return View(
        cast,
        found,
        words,
        text,
        home,
        named,
        inside,
        offices,
        acts,
        ordered,
        seats,
        runs_of(ordered, text),
        grounds,
        by_sentence(text, grounds),
        main_ground([m for m in telling if m.value != home or not opens_report(m, text)] or telling, home),
        delegations_of(named, text),
        count,
        first,
        acting,
        frozenset(claimed),
        offices_elsewhere({*claimed, *(o.span for o, _ in again.values())}, found, acting, words, text),
        frozenset(p.number for p in cast if p.role is not None and envoy(words).search(p.role.value.lower())),
        held,
        holders_of(held),
        {number: side for number, (_, side) in again.items()},
        tuple(lists_of(named, text)),
        tuple(m for m in named if m.kind == "demonym")[:MANY],
        envoys,
        accredited(envoys, inside, acting),
    )


def lists_of(named: Sequence[Mention], text: Text) -> Iterator[tuple[Mention, ...]]:
    """As in "Cyprus, Greece and Jordan": three and more sides with nothing else between."""
    run: list[Mention] = []
    for mention in named:
        if run and not JOINED.fullmatch(text.low, run[-1].span.stop, mention.span.start):
            yield from [tuple(run)] if len(run) > len("ab") else ()
            run = []
        run.append(mention)
    yield from [tuple(run)] if len(run) > len("ab") else ()


@cache
def envoy(words: Lexicon) -> re.Pattern[str]:
    """The offices that are sent to a country; a House of Representatives has none."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words.envoys)))})(?!s)\b")


def accredited(
    envoys: Sequence[Sequence[Mention]], inside: Sequence[Sequence[Mention]], acting: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The countries to which envoys are said to be sent, if it is one only."""
    told = {m.span for m in acting}
    hosts: dict[str, Mention] = {}
    for sentence, offices in enumerate(envoys):
        for office in offices:
            hosts |= {
                m.value: m
                for m in inside[sentence]
                if m.kind == "country"
                and m.span not in told
                and office.span.start < m.span.start < office.span.stop
            }
    return tuple(hosts.values()) if len(hosts) == 1 else ()


def runs_of(places: Mapping[int, Sequence[Place]], text: Text) -> dict[int, tuple[Place, ...]]:
    """For each name the list in which it stands, by where it starts: "X, Y and Z"."""
    runs: dict[int, tuple[Place, ...]] = {}
    for here in places.values():
        run: list[Place] = []
        for place, following in zip(here, (*here[1:], None), strict=True):
            run.append(place)
            if following is None or not in_one_list(place, following, text):
                runs |= dict.fromkeys((p.start for p in run), tuple(run))
                run = []
    return runs


def in_one_list(one: Place, other: Place, text: Text) -> bool:
    """Whether only a comma or "and" stands between two names with their offices."""
    return other.opens - one.stop < REACH and bool(listing().fullmatch(text.low, one.stop, other.opens))


def holders_of(held: Mapping[int, frozenset[str]]) -> dict[frozenset[str], int]:
    """Each office that one person alone holds, with the person."""
    count = Counter(held.values())
    return {keys: number for number, keys in held.items() if keys and count[keys] == 1}


def told_again(
    cast: Sequence[Person],
    places: Mapping[int, Sequence[Place]],
    offices: Sequence[Sequence[Mention]],
    claimed: Collection[Span],
    acting: Sequence[Mention],
) -> dict[int, tuple[Mention, Mention]]:
    """For people without an office: one that stands behind the name in the sentence, with its side."""
    told: dict[int, tuple[Mention, Mention]] = {}
    for sentence, here in places.items():
        last = here[-1]
        if cast[last.number].role is None and cast[last.number].side is None:
            free = (o for o in offices[sentence] if o.span.start > last.stop and o.span not in claimed)
            office = next((o for o in free if o.kind == "office"), None)
            side = held_for(office, acting) if office is not None else None
            if office is not None and side is not None:
                told.setdefault(last.number, (office, side))
    return told


@cache
def address_before() -> re.Pattern[str]:
    """Forms of address and words of ranks that lead up to a name, of any order."""
    ranks, styles = load_words("en/ranks"), word_lists("en/styles")
    forms = [*styles["before"], *(form for held in dict(ranks).values() for form in held)]  # type: ignore[arg-type]
    told = {word.strip(".,").lower() for form in forms for word in str(form).split()}
    words = "|".join(
        sorted(
            map(re.escape, told - {"his", "her", "of", "in", "for", ""} | {"the", "then", "both", "named"})
        )
    )
    return re.compile(rf"(?:\b(?:{words}|(?:his|her) (?:excellency|highness|majesty))\b\.?,?\s)*$")


def delegations_of(named: Sequence[Mention], text: Text) -> tuple[Mention, ...]:
    """The sides of "an Iranian delegation", "a delegation from Tajikistan", "a Czech guest"."""
    pattern = group()
    return tuple(
        m
        for m in named
        if pattern["after"].match(text.low, m.span.stop)
        or pattern["before"].search(text.low[max(0, m.span.start - REACH) : m.span.start])
    )


def short_forms(found: Sequence[Mention], text: Text) -> Iterator[Mention]:
    """Letters that the article itself gives to a side's body: "the Korea Coast Guard (KCG)"."""
    known: dict[str, str] = {}
    taken = {m.span.start for m in found}
    sides = [m for m in found if m.kind in ("country", "demonym", "organisation")]
    starts = [m.span.start for m in sides]
    for hit in LETTERS.finditer(text.key):
        at = bisect_left(starts, hit.start()) - 1
        near = at >= 0 and hit.start() - starts[at] < REACH // 2
        if near and NAMING.fullmatch(text.key, sides[at].span.stop, hit.start()):
            known[hit[1]] = sides[at].value
    if known:
        for hit in re.finditer("|".join(rf"\b{letters}\b" for letters in known), text.key):
            if hit.start() not in taken:
                yield Mention("body", Span(hit.start(), hit.end()), known[hit[0]], "letters_of_a_body")


def place_of(naming: Naming, number: int, text: Text) -> Place:
    """From where to where a naming stands, its office and rank with it where they are next to the name."""
    parts = [naming.person.span]
    parts += [naming.rank.span] if naming.rank is not None else []
    office = naming.office
    if office is not None and office.rule != "one_of_a_group" and near(office.span, naming.person.span):
        parts.append(office.span)
    start, stop = min(p.start for p in parts), max(p.stop for p in parts)
    since = max(text.sentences[naming.sentence].span.start, start - REACH // 2)
    address = address_before().search(text.low, since, start)
    opens = address.start() if address else start
    span = text.sentences[naming.sentence].span
    lead = text.low[max(span.start, opens - REACH) : opens]
    return Place(start, stop, opens, naming, number, lead, text.low[stop : min(span.stop, stop + REACH)])


def near(one: Span, other: Span) -> bool:
    """Whether hardly anything stands between two spans."""
    return max(one.start, other.start) - min(one.stop, other.stop) <= 60


def sentences_of(person: Person) -> set[int]:
    """The sentences that name the person."""
    return {n.sentence for n in person.namings}


def offices_elsewhere(
    claimed: Collection[Span],
    found: Sequence[Mention],
    acting: Sequence[Mention],
    words: Lexicon,
    text: Text,
) -> tuple[tuple[frozenset[str], Mention], ...]:
    """As in "the Norwegian minister": what words, and of which side."""
    told = []
    for office in found:
        if (
            office.kind == "office"
            and office.span not in claimed
            and not GOES_ON.match(text.key, office.span.stop)
        ):
            side = held_for(office, acting)
            keys = frozenset(role_words(office.value, words)) if side is not None else frozenset()
            if side is not None and keys:
                told.append((keys, side))
    return tuple(told[:MANY])


def acting_for(office: Mention, view: View) -> Mention | None:
    """The side that stands in an office's words: "the Norwegian minister"."""
    return held_for(office, view.acting)


def held_for(office: Mention, inside: Sequence[Mention]) -> Mention | None:
    """The first of the sides that stands in an office's words."""
    at = bisect_left(inside, office.span.start, key=lambda m: m.span.start)
    return inside[at] if at < len(inside) and inside[at].span.start < office.span.stop else None
