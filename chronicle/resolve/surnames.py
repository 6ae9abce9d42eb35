"""Surnames and initials to people: "President Mubarak" is the one Mubarak seen in that office in those years.

Each report counts by itself: "Assad" of 1999 and "Assad" of 2001 are father and son.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from chronicle.resolve.alignment import Form, alignment
from chronicle.resolve.careers import Careers
from chronicle.resolve.match import LIKELY, Match
from chronicle.resolve.names import SLIP, likeness, lists
from chronicle.resolve.namings import NOT_HELD, Mention, Naming, Office, Span, naming, order_of, parted
from chronicle.resolve.sounds import skeleton

REACH = 6.0  # years from a report of an official in an office to a surname in that office
STEP = 2.5  # years between two reports of a row that leads there
FARTHER = 2.0  # years that the next of several who may be meant must be farther away
CHAIN = 5.0  # years between reports of one surname in one office, of whom no full name is known
TORN = 0.5  # the same, where two of that surname held the office at that time
LONG = 15.0  # years that somebody may hold an office
FITS = frozenset((Form.WORDS, Form.MIDDLE, Form.HEAD, Form.FIRST))
FITS_TWO = frozenset((Form.WORDS, Form.MIDDLE, Form.TAIL))  # a given name and a dynasty: not the father's


class Person(NamedTuple):
    """A cluster of namings, as surnames see it."""

    namings: tuple[Naming, ...]
    offices: Mapping[tuple[str, Office], Span | None]  # by side and office


class Settled(NamedTuple):
    """Of whom a surname is told: by number of the person, and what is left."""

    meant: Mapping[int, Sequence[Mention]]
    left: Sequence[Sequence[Mention]]  # each part is one person's
    may_be: Mapping[int, str]  # who may be meant by what is left, with the reason
    nearest: frozenset[int]  # those of them who held that office at that time


Index = Mapping[tuple[str, str], list[int]]  # side and like word -> people by number


def with_surnames(
    clusters: Sequence[Sequence[Naming]], weak: Sequence[Naming], careers: Careers
) -> tuple[list[list[Naming]], list[tuple[int, int, Match]]]:
    """The clusters with surnames and initials among them, those that are nobody's as people of their own.

    Also who may be whom, by number: a surname that fits somebody in another office or fits several.
    Initials come first: a bare surname would fit them, too.
    """
    people = [list(cluster) for cluster in clusters]
    likely: list[tuple[int, int, Match]] = []
    for has_initials in (True, False):
        known = [person_of(person) for person in people]
        index = index_of(known)
        for each in weak:
            if (len(each.name.words) > 1) is has_initials:
                settled = settle(each, known, index, careers)
                for number, mentions in settled.meant.items():
                    people[number].append(naming((*each.key, "of", *known[number].namings[0].key), mentions))
                likely += people_of_their_own(each, settled, people)
    return people, likely


def spelt_in_two_ways(
    people: Sequence[Sequence[Naming]], alone: Sequence[int]
) -> Iterator[tuple[int, int, Match]]:
    """Surnames of one office that are nobody's and alike: "Suharto" and "Soeharto"."""
    seats: dict[tuple[str, Office, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number in alone:
        mine = people[number][0]
        word = mine.name.words[-1]
        keys = {skeleton(word), skeleton(word.removeprefix("abd") or word)}
        for office, key in product(mine.offices, sorted(keys)):
            seats[mine.side, office, key][word].append(number)
    for words in seats.values():
        for one, other in combinations(sorted(words), 2):
            if likeness(one, other):
                yield from near_in_time(words[one], words[other], people)


def near_in_time(
    some: Sequence[int], others: Sequence[int], people: Sequence[Sequence[Naming]]
) -> Iterator[tuple[int, int, Match]]:
    """The pairs of some and others who may have held an office at one time."""
    for one, other in product(some, others):
        mine, theirs = people[one][0].span, people[other][0].span
        if mine is None or theirs is None or mine.gap(theirs) <= LONG:
            yield one, other, Match(LIKELY, ("surnames that are alike, and the same office",))


def people_of_their_own(
    weak: Naming, settled: Settled, people: list[list[Naming]]
) -> list[tuple[int, int, Match]]:
    """Add what is left of a surname to the people; and tell whom each may be."""
    likely = []
    for part, mentions in enumerate(settled.left):
        people.append([naming((*weak.key, "alone", str(part)), mentions)])
        own = len(people) - 1
        if part:
            likely.append((own - 1, own, Match(LIKELY, ("the same name and office, years apart",))))
        for number, reason in settled.may_be.items():
            near = number in settled.nearest
            reasons = (reason, "the same office in the same years") if near else (reason,)
            likely.append((number, own, Match(LIKELY + near, reasons)))
    return likely


def person_of(namings: Sequence[Naming]) -> Person:
    """A cluster of namings with its offices."""
    spans: dict[tuple[str, Office], list[Span]] = defaultdict(list)
    for each in namings:
        for office, span in each.offices.items():
            spans[each.side, office] += [span] if span else []
    return Person(
        tuple(namings),
        {
            office: Span(min(s.first for s in some), max(s.last for s in some)) if some else None
            for office, some in spans.items()
        },
    )


def index_of(people: Sequence[Person]) -> Index:
    """People by side and by what is like the words of their names."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        words = {(each.side, skeleton(word)) for each in person.namings for word in each.name.words}
        for key in words:
            index[key].append(number)
    return index


def settle(weak: Naming, people: Sequence[Person], index: Index, careers: Careers) -> Settled:
    """Of whom a surname is told: the one who held that office in those years, if there is one."""
    fitting, maybe = fitting_of(weak, people, index)
    near = [near_of(mention, weak, fitting, people, careers) for mention in weak.mentions]
    found: dict[int, list[Mention]] = defaultdict(list)
    left: list[Mention] = []
    for mention, some in zip(weak.mentions, near, strict=True):
        (found[some[0]] if len(some) == 1 else left).append(mention)
    meant: dict[int, list[Mention]] = {}
    for number, mentions in found.items():
        meant[number], others = in_reach(mentions, weak, people[number])
        left += others
    torn = {mention for mention, some in zip(weak.mentions, near, strict=True) if len(some) > 1}
    return Settled(
        {number: mentions for number, mentions in meant.items() if mentions},
        [
            *parted(sorted((m for m in left if m not in torn), key=order_of), CHAIN),
            *parted(sorted((m for m in left if m in torn), key=order_of), TORN),
        ],
        {**maybe, **fitting},
        frozenset(
            number
            for mention, some in zip(weak.mentions, near, strict=True)
            if mention in {*left}
            for number in some
        ),
    )


def in_reach(
    mentions: Sequence[Mention], weak: Naming, person: Person
) -> tuple[list[Mention], list[Mention]]:
    """Mentions from a person's years in the office, or in a row that leads there; and the others.

    A row that goes on farther than one may reach is hardly one person's: where Assad follows Assad, nothing
    of it leads anywhere.
    """
    spans = [person.offices.get((weak.side, office.removeprefix(NOT_HELD))) for office in weak.offices]
    dated = [span for span in spans if span]
    if not dated:
        return list(mentions), []
    start, stop = min(span.first for span in dated), max(span.last for span in dated)
    told = sorted(mention.when for mention in mentions if mention.when is not None)
    first, last = start, stop
    for when in told:
        last = when if last < when <= last + STEP else last
    for when in reversed(told):
        first = when if first - STEP <= when < first else first
    all_told = [mention.when for mention in weak.mentions if mention.when is not None]
    if any(last < when <= last + CHAIN for when in all_told):
        last = stop
    if any(first - CHAIN <= when < first for when in all_told):
        first = start
    inside = [m for m in mentions if m.when is None or first <= m.when <= last]
    return inside, [m for m in mentions if m.when is not None and not first <= m.when <= last]


def fitting_of(weak: Naming, people: Sequence[Person], index: Index) -> tuple[dict[int, str], dict[int, str]]:
    """Whom a surname answers, by most of their names, by number with the reason; and whom it may answer."""
    found: dict[int, str] = {}
    maybe: dict[int, str] = {}
    keys = {(weak.side, skeleton(word)) for word in weak.name.words if len(word) > 1}
    for number in sorted({number for key in keys for number in index.get(key, ())}):
        person = people[number]
        fitting = [(reason, len(each.mentions)) for each in person.namings if (reason := fit(weak, each))]
        times = sum(times for _, times in fitting)
        if fitting and not tells_more(person, weak):
            continue
        if 2 * times > sum(len(each.mentions) for each in person.namings) or (
            times and is_registered(person)
        ):
            found[number] = min(fitting)[0]
        elif fitting or may_fit(weak, person):
            maybe[number] = fitting[0][0] if fitting else "a word of the name, and the office"
    return found, maybe


def tells_more(person: Person, weak: Naming) -> bool:
    """Whether any name of a person tells more than a surname does."""
    return any(
        not each.name.is_weak or len(each.name.words) > len(weak.name.words) or each.name.number
        for each in person.namings
    )


def is_registered(person: Person) -> bool:
    """Whether the registry has a person: then names that are unlike one another may have been joined."""
    return any(each.registered for each in person.namings)


def may_fit(weak: Naming, person: Person) -> bool:
    """Whether a surname is some word of a person's name, and of the same office."""
    if not any((weak.side, office) in person.offices for office in weak.offices):
        return False
    words = [word for word in weak.name.words if len(word) > 1]
    return any(all(places(word, each) for word in words) for each in person.namings)


def places(word: str, full: Naming) -> list[int]:
    """Which words of a full name are like a word."""
    key = skeleton(word)
    own = enumerate(full.name.words)
    return [at for at, other in own if skeleton(other) == key and likeness(word, other) > SLIP]


def fit(weak: Naming, full: Naming) -> str:
    """In what way a surname, alone or with initials, answers a full name; "" where it doesn't."""
    if len(weak.name.words) > 1:
        return fit_of_several(weak, full)
    found = places(weak.name.words[0], full)
    last = len(full.name.words) - 1 in found or (0 in found and full.side in lists()["family_first"])
    other_king = weak.name.number and full.name.number and weak.name.number != full.name.number
    return "the surname alone" if last and not other_king else ""


def fit_of_several(weak: Naming, full: Naming) -> str:
    """The same for a surname with initials, and for a given name with a dynasty."""
    found = alignment(weak.name, full.name, strict=full.side in lists()["short_syllables"])
    if found.slips or found.short or len(full.name.words) < len(weak.name.words):
        return ""
    has_two = sum(len(word) > 1 for word in weak.name.words) > 1
    before = found.form is Form.TAIL and full.side in lists()["family_first"]
    if found.form in (FITS_TWO if has_two else FITS) or before:
        return "initials" if found.initials else "the surname alone"
    return ""


def near_of(
    mention: Mention, weak: Naming, fitting: Mapping[int, str], people: Sequence[Person], careers: Careers
) -> list[int]:
    """Of those who fit, the one meant: in that office, at that time; several where that isn't plain."""
    far: dict[int, float] = {}
    for number in fitting:
        gaps = gaps_of(mention, weak, people[number], careers)
        if gaps and min(gaps) <= REACH and not named_in(mention.entry, people[number], weak.side):
            far[number] = min(gaps)
    best = sorted(far, key=lambda number: (far[number], number))
    return best[:1] if len(best) > 1 and far[best[1]] - far[best[0]] >= FARTHER else best


def named_in(entry: str, person: Person, side: str) -> bool:
    """Whether an entry names somebody of a side otherwise: then a surname in it is another's."""
    return any(entry in each.entries for each in person.namings if each.side == side)


def gaps_of(mention: Mention, weak: Naming, person: Person, careers: Careers) -> list[float]:
    """For each office of a surname that a person held: how many years the mention is from that time.

    Where another is seen in the office in between, it is another's.
    """
    gaps = []
    for told in weak.offices:
        office = told.removeprefix(NOT_HELD)
        if (weak.side, office) in person.offices:
            span = person.offices[weak.side, office]
            gap = span.gap(Span(mention.when, mention.when)) if span and mention.when is not None else 0.0
            if not gap or told != office or not others_between(mention, span, weak, office, careers):
                gaps.append(gap)
    return gaps


def others_between(
    mention: Mention, span: Span | None, weak: Naming, office: Office, careers: Careers
) -> bool:
    """Whether another is seen in an office between a mention and its holder's time."""
    if span is None or mention.when is None:
        return False
    start, stop = (mention.when, span.first) if mention.when < span.first else (span.last, mention.when)
    return careers.others_between(weak.side, office, start, stop, (weak.name,))
