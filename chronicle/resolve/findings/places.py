"""One person in two places at once, and cities in the wrong country.

On a tour ministers are in two countries on many a day, and go from one to another and back: of 7,535
journeys and visits that historians wrote down, 200 would be listed, all of them true. So a place abroad
is held against one at home only.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from chronicle.lexicon.countries import load_ambiguous, load_cities, load_countries
from chronicle.lexicon.words import load_words
from chronicle.model import (
    Chronicle,
    CountryCode,
    Finding,
    Kind,
    Meeting,
    MeetingId,
    Official,
    OfficialId,
    Status,
)
from chronicle.resolve.findings.grounds import name_of, of_places
from chronicle.resolve.offices import DAY, day_of
from chronicle.slug import folded

TODAYS = "1994"  # since when borders are nearly those of today, which the table of cities has
IN_PERSON = (Kind.MEETING, Kind.VISIT, Kind.CONFERENCE, Kind.CREDENTIALS)
COUNTRIES = "at home and abroad on one day"
CITIES = "in two cities on one day"
VISITS = "at home during a visit abroad"
WRONG = "a city of another country"
HARDLY = "By plane it can be: look whether a day or a place is misread, or whether these are two people."
EASILY = "It can be: look whether a day or a city is misread, or whether these are two people."
HINT_VISIT = "Look whether the days of the visit are right, or whether these are two people."
HINT_WRONG = "Look whether the city or the country is misread."

Clash = tuple[dict[OfficialId, Official], dict[MeetingId, Meeting]]  # whose, and of which meetings


def two_places(chronicle: Chronicle) -> Iterator[Finding]:
    """Officials who met somebody in person in two places on one day; visits of several days don't count."""
    clashes: dict[tuple[str, ...], Clash] = defaultdict(lambda: ({}, {}))
    for official in chronicle.officials.values():
        sides = sides_of(official)
        for day, meetings in by_day(official).items():
            for pair in combinations(meetings, 2):
                if is_far(*pair, sides):
                    people, both = clashes[(day, *sorted(map(where_of, pair)))]
                    people[official.id] = official
                    both.update({meeting.id: meeting for meeting in pair})
    for (day, *where), (people, both) in clashes.items():
        abroad = len({meeting.country for meeting in both.values()}) > 1
        what = f"{names_of(people)}: {' and '.join(where)} on {day}."
        told = tuple(ground for meeting in both.values() for ground in of_places(meeting))
        yield Finding(COUNTRIES if abroad else CITIES, what, told, HARDLY if abroad else EASILY)


def at_home_during_a_visit(chronicle: Chronicle) -> Iterator[Finding]:
    """Officials who met somebody at home on a day in the midst of a visit abroad."""
    clashes: dict[tuple[str, ...], Clash] = defaultdict(lambda: ({}, {}))
    for official in chronicle.officials.values():
        sides = sides_of(official)
        own = [meeting for meeting in official.meetings if is_in_person(meeting)]
        at_home = [meeting for meeting in own if meeting.country in sides]
        for visit in own:
            for meeting in during(at_home, visit) if is_abroad(visit, sides) else ():
                people, both = clashes[visit.id, meeting.id]
                people[official.id] = official
                both.update({visit.id: visit, meeting.id: meeting})
    for people, both in clashes.values():
        visit, meeting = both.values()
        what = f"{names_of(people)}: in {where_of(meeting)} during the visit to {name_of(visit.country)}."
        yield Finding(VISITS, what, (*of_places(visit), *of_places(meeting)), HINT_VISIT)


def wrong_country(chronicle: Chronicle) -> Iterator[Finding]:
    """Meetings in a city that is another country's alone."""
    for meeting in chronicle.meetings:
        if meeting.city and meeting.country in load_countries() and (meeting.date or TODAYS) >= TODAYS:
            right = cities().get(folded(meeting.city))
            if right and right != meeting.country and are_apart(right, meeting.country):
                where = f"{meeting.city} is in {name_of(right)}, not in {name_of(meeting.country)}."
                what = f"{meeting.title}: {where}"
                yield Finding(WRONG, what, tuple(of_places(meeting)), HINT_WRONG)


def by_day(official: Official) -> Mapping[str, Sequence[Meeting]]:
    """An official's meetings in person that took one day, by the day."""
    found: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in official.meetings:
        if is_in_person(meeting) and meeting.end_date in (None, meeting.date):
            found[meeting.date or ""].append(meeting)
    return found


def is_in_person(meeting: Meeting) -> bool:
    """Whether people were at one place on a known day."""
    on_a_day = meeting.date is not None and len(meeting.date) == DAY
    return on_a_day and meeting.status is Status.HELD and meeting.kind in IN_PERSON


def is_far(one: Meeting, other: Meeting, sides: frozenset[CountryCode]) -> bool:
    """Whether two meetings are told to have been at an official's home and abroad, or in two cities."""
    if one.country and other.country and one.country != other.country:
        home = {one.country, other.country} & sides
        return len(home) == 1 and are_apart(one.country, other.country)
    return bool(one.city and other.city and town_of(one) != town_of(other))


def town_of(meeting: Meeting) -> str:
    """The city of a meeting in plain letters; all names of a capital are one, and so are neighbours."""
    city = folded(meeting.city or "")
    country = load_countries().get(meeting.country) if meeting.country else None
    capital = [folded(name) for name in country.capital] if country else []
    town = capital[0] if city in capital else city
    return regions().get(town, town)


def is_abroad(meeting: Meeting, sides: frozenset[CountryCode]) -> bool:
    """Whether a meeting took several days in a country that is none of an official's own."""
    long = meeting.end_date is not None and len(meeting.end_date) == DAY and meeting.end_date != meeting.date
    return long and meeting.country is not None and meeting.country not in sides


def sides_of(official: Official) -> frozenset[CountryCode]:
    """The countries for which an official acts: there one is at home."""
    return frozenset(part.country for part in official.appearances if part.country)


def during(meetings: Sequence[Meeting], visit: Meeting) -> Iterator[Meeting]:
    """Those of some meetings, oldest first, that fall between the first and the last day of a visit."""
    end = visit.end_date or ""
    for meeting in meetings[bisect_right(meetings, visit.date or "", key=day_of) :]:
        if day_of(meeting) >= end:
            return
        if (meeting.end_date or "") < end and are_apart(meeting.country, visit.country):
            yield meeting


def are_apart(one: CountryCode | None, other: CountryCode | None) -> bool:
    """Whether two countries are known and no neighbours of whom one goes to the other for an hour."""
    return bool(one and other and one != other and frozenset((one, other)) not in near())


@cache
def near() -> frozenset[frozenset[str]]:
    """Pairs of countries that are near one another."""
    return frozenset(map(frozenset, listed("near")))


@cache
def regions() -> Mapping[str, str]:
    """Cities that are as good as one, in plain letters -> the first of them."""
    return {folded(city): folded(some[0]) for some in listed("regions") for city in some}


def listed(name: str) -> Sequence[Sequence[str]]:
    """A list of lists of lexicon/near.yaml. Raises TypeError where the file has another form."""
    words = load_words("near")
    lists = words[name] if isinstance(words, Mapping) else words
    if not isinstance(lists, tuple):
        message = f"lexicon/near.yaml: {name} is no list"
        raise TypeError(message)
    return [tuple(map(str, some)) for some in lists]


@cache
def cities() -> Mapping[str, CountryCode]:
    """The country of each city that is one country's alone, by name in plain letters."""
    found: dict[str, CountryCode] = {}
    several = {folded(name) for name in load_ambiguous()}
    for name, code in load_cities().items():
        if found.setdefault(folded(name), code) != code:
            several.add(folded(name))
    return {name: code for name, code in found.items() if name not in several}


def where_of(meeting: Meeting) -> str:
    """ "Baku, Azerbaijan"."""
    return ", ".join(filter(None, (meeting.city, name_of(meeting.country))))


def names_of(officials: Mapping[OfficialId, Official]) -> str:
    """The names of some officials."""
    return ", ".join(official.name for official in officials.values())
