"""Meetings by what they share: place, topic, outlet, organisation, day, two parties, two people."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, count
from typing import Any, NamedTuple, TypeAlias, TypeVar

from chronicle.digests import digest
from chronicle.lexicon.states import is_code
from chronicle.model import (
    Attendee,
    Chronicle,
    CountryCode,
    Kind,
    Meeting,
    Official,
    OfficialId,
    PartialDate,
    Status,
)
from chronicle.slug import slug

DAY = len("2019-11-07")
NUMBERED = re.compile(r"-[0-9]+$")
FEWEST_TOGETHER = 2  # meetings of two officials from which on they have a page: one is told by its own page

Countries: TypeAlias = tuple[CountryCode, CountryCode]  # in order of code
Officials: TypeAlias = tuple[OfficialId, OfficialId]  # in order of id
Place: TypeAlias = tuple[str, CountryCode | None]  # a city, and the country that it is told to be in


Key = TypeVar("Key")


class Group(NamedTuple):
    """Some meetings, and the last part of the address of their page."""

    id: str
    meetings: tuple[Meeting, ...]  # oldest first


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups of a chronicle, in an order that the content alone decides."""

    places: Mapping[Place, Group]
    topics: Mapping[str, Group]  # by id, or a person's own words
    outlets: Mapping[str, Group]  # by name
    organisations: Mapping[str, Group]  # by name
    days: Mapping[PartialDate, Group]
    country_pairs: Mapping[Countries, Group]
    official_pairs: Mapping[Officials, Group]
    numbered: str  # a digest of the addresses that depend on what other groups there are


def groups_of(chronicle: Chronicle) -> Groups:
    """The groups of a chronicle's meetings."""
    places: dict[Place, list[Meeting]] = defaultdict(list)
    topics: dict[str, list[Meeting]] = defaultdict(list)
    outlets: dict[str, list[Meeting]] = defaultdict(list)
    organisations: dict[str, list[Meeting]] = defaultdict(list)
    countries: dict[Countries, list[Meeting]] = defaultdict(list)
    officials: dict[Officials, list[Meeting]] = defaultdict(list)
    for meeting in chronicle.meetings:
        if meeting.city:
            places[meeting.city, meeting.country].append(meeting)
        for topic in dict.fromkeys(map(slug, meeting.topics)):
            topics[topic].append(meeting)
        for outlet in dict.fromkeys(source.outlet for source in meeting.sources if source.outlet):
            outlets[outlet].append(meeting)
        for organisation in organisations_of(meeting):
            organisations[organisation].append(meeting)
        for two in pairs_of_countries(meeting):
            countries[two].append(meeting)
        for both in pairs_of_officials(meeting):
            officials[both].append(meeting)
    together = {
        both: some
        for both, some in officials.items()
        if sum(meeting.status is Status.HELD for meeting in some) >= FEWEST_TOGETHER
    }
    named = (
        grouped(places, lambda place: " ".join(filter(None, place))),
        grouped(topics, str),
        grouped(outlets, str),
        grouped(organisations, str),
    )
    return Groups(
        *named,
        days=by_day(chronicle),
        country_pairs={two: Group("-".join(two).lower(), tuple(countries[two])) for two in sorted(countries)},
        official_pairs={both: Group("/".join(both), tuple(together[both])) for both in sorted(together)},
        numbered=numbered(named),
    )


def by_day(chronicle: Chronicle) -> dict[PartialDate, Group]:
    """The meetings that began on each day."""
    days: dict[PartialDate, list[Meeting]] = defaultdict(list)
    for meeting in chronicle.meetings:
        if meeting.date and len(meeting.date) == DAY:
            days[meeting.date].append(meeting)
    return {day: Group(day.replace("-", "/"), tuple(days[day])) for day in sorted(days)}


def numbered(named: Iterable[Mapping[Any, Group]]) -> str:
    """A digest of the addresses that end in a number, with whose they are: only these may change hands."""
    ids = [
        f"{group.id} {key}" for groups in named for key, group in groups.items() if NUMBERED.search(group.id)
    ]
    return digest("\n".join(ids).encode()).hex()


def grouped(found: Mapping[Key, list[Meeting]], text_of: Callable[[Key], str]) -> dict[Key, Group]:
    """Groups with an address each: two whose texts make one address are told apart by numbers."""
    in_order = sorted(found, key=lambda key: (text_of(key).casefold(), text_of(key)))
    ids: dict[str, Key] = {}
    others = [key for key in in_order if ids.setdefault(slug(text_of(key)), key) is not key]
    for key in others:  # last, since a number may belong to a name: "Channel 2"
        plain = slug(text_of(key))
        ids[next(each for n in count(2) if (each := f"{plain}-{n}") not in ids)] = key
    id_of = {key: id_ for id_, key in ids.items()}
    return {key: Group(id_of[key], tuple(found[key])) for key in in_order}


def organisations_of(meeting: Meeting) -> tuple[str, ...]:
    """The organisations on whose pages a meeting stands: those that took part, and those of its people."""
    named = [party for party in meeting.parties if not is_code(party)]
    named += [attendee.organisation for attendee in meeting.attendees if attendee.organisation]
    return tuple(dict.fromkeys(named))


def pairs_of_countries(meeting: Meeting) -> Iterable[Countries]:
    """Which countries met which. Where credentials are presented each guest meets the host alone."""
    codes = sorted({CountryCode(party) for party in meeting.parties if is_code(party)})
    if meeting.kind is Kind.CREDENTIALS and meeting.country in codes:
        return [in_order(meeting.country, code) for code in codes if code != meeting.country]
    return combinations(codes, 2)


def pairs_of_officials(meeting: Meeting) -> Iterable[Officials]:
    """Which people met which: those who act for different sides."""
    sided = {attendee.official: side_of(attendee) for attendee in meeting.attendees if side_of(attendee)}
    pairs = combinations(sorted(sided), 2)
    if meeting.kind is Kind.CREDENTIALS and meeting.country in sided.values():
        return [two for two in pairs if meeting.country in map(sided.get, two) and differ(sided, two)]
    return [two for two in pairs if differ(sided, two)]


def differ(sides: Mapping[OfficialId, str], two: Officials) -> bool:
    """Whether two people act for different sides."""
    return sides[two[0]] != sides[two[1]]


def side_of(attendee: Attendee) -> str:
    """For whom somebody acts; "" where that isn't known."""
    return attendee.country or attendee.organisation or ""


def latest_side(official: Official) -> str:
    """For whom an official acted at the last meeting that tells it; "" where none does."""
    return next(filter(None, map(side_of, reversed(official.appearances))), "")


def in_order(one: CountryCode, other: CountryCode) -> Countries:
    """A pair of countries, however it was named."""
    return (one, other) if one < other else (other, one)
