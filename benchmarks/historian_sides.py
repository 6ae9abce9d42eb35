"""For whom the people act whom a remark names: what it says, and what the other remarks say."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import historian_people as reading
from historian_data import Event, Term, code_on

from chronicle.slug import folded

SURE = 5  # times that others say so before somebody isn't of the place where he was met
NEARBY = 10  # years within which a surname and an office are taken to be one person's


class Person(NamedTuple):
    """Somebody who took part."""

    name: str
    role: str | None
    rank: str | None
    side: str | None


def visitors(event: Event) -> list[Person]:
    """Who visited: one or two, each with the office."""
    told = reading.people(event.who)
    if not told:
        name, rank = reading.without_style(event.who)
        return [Person(name, None, rank, event.country)]
    return [Person(one.name, one.role, one.rank, event.country) for one in told]


class Sides:
    """For whom somebody acts of whom a remark doesn't say it: by what the other remarks say."""

    def __init__(self, presidents: Sequence[Term]) -> None:
        """Without any remark yet."""
        self.presidents = presidents
        self.seen: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)

    def add(self, person: Person, on: str) -> None:
        """Remember that a name was seen in an office, for whom and when."""
        if person.side:
            self.seen[key_of(person)].append((int(on[:4]), person.side))

    def known(self, told: reading.Told, on: str) -> Counter[str]:
        """For whom people of that surname and office acted in these years, and how often."""
        year = int(on[:4])
        seen = self.seen.get(key_of(told), ())
        return Counter(side for then, side in seen if abs(then - year) <= NEARBY)

    def is_american(self, told: reading.Told, on: str) -> bool:
        """Whether the office is one of the United States: a president's in these years, a department's."""
        words, role, surname = reading.words(), told.role or "", told.name.split()[-1]
        if role in ("President", "President-elect"):
            return any(surname == term.surname and term.start <= on <= term.end for term in self.presidents)
        if role.startswith(("Vice President", "Acting Vice President")):
            return surname in words["american_vice_presidents"]
        if role == "Secretary of State":
            return "US" in self.known(told, on)
        return any(role == f"Secretary of {portfolio}" for portfolio in words["american_portfolios"])


def key_of(person: Person | reading.Told) -> tuple[str, str]:
    """A surname and an office in plain letters, by which people of several remarks are compared."""
    return surname_of(person.name), folded(person.role or person.rank or "")


def surname_of(name: str) -> str:
    """The last word of a name in plain letters; the whole name if it is a number."""
    words = folded(name).split()
    return " ".join(words) if re.fullmatch(r"[ivx]+", words[-1]) else words[-1]


def counterparts(event: Event, known: Sides) -> list[Person]:
    """Whom a remark names, each with whom they act for."""
    found: list[Person] = []
    for sentence in reading.sentences(reading.mended(event.text)):
        before: str | None = None
        there = reading.taking_part(sentence)
        offices = Counter(told.role for told in there if told.side is None)
        for told in there:
            side = told.side
            if side is None:
                side = unsaid(told, event, known, before=before, alone=offices[told.role] == 1)
            elif is_country(side):
                before = side
            found.append(Person(told.name, told.role, told.rank, code_on(side, event.start) or None))
    return found


def is_country(side: str | None) -> bool:
    """Whether a side is a country's code; otherwise it is an organisation's name."""
    return side is not None and len(side) == 2 and side not in ("EU", "UN")


def unsaid(told: reading.Told, event: Event, known: Sides, *, before: str | None, alone: bool) -> str | None:
    """The side of somebody with whom none is told: the office's, the place's, or what other remarks say.

    `before` is the country told with the one named before: that one or the place's may be meant; `alone`
    tells that nobody else is named in the same office, of which a country has one. None: it isn't sure.
    """
    if known.is_american(told, event.start):
        return "US"
    if only := reading.words()["states_of"].get(told.role):
        return str(only)
    home, counts = event.country, known.known(told, event.start)
    likely = counts.most_common(1)[0][0] if counts else None
    if before and before != home:
        return likely if likely in (home, before) else None
    is_numbered = " " in surname_of(told.name)
    if told.role in reading.words()["royal"] and not is_numbered:
        return home
    sure = SURE if alone and not is_numbered else 1
    return likely if likely and home not in counts and counts[likely] >= sure else home


def once(people: Iterable[Person]) -> list[Person]:
    """Each person once: "Lapid" behind "Yair Lapid" is he."""
    kept: list[Person] = []
    for person in people:
        if not any(is_again(person, other) for other in kept):
            kept.append(person)
    return kept


def is_again(person: Person, other: Person) -> bool:
    """Whether somebody was named before, as fully or more fully."""
    few, many = folded(person.name).split(), folded(other.name).split()
    return few[-1] == many[-1] and set(few) <= set(many) and person.side in (None, other.side)
