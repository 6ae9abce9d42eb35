"""The place of an encounter: the city that its scenes tell, the country by the city or the host."""

from collections.abc import Sequence
from dataclasses import dataclass

from chronicle.ingest.encounters import Encounter
from chronicle.ingest.roles import is_envoy
from chronicle.ingest.scenes import tells
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Basis, CountryCode, Evidence, Kind, Mention

REMOTE = (Kind.CALL, Kind.VIDEO)


@dataclass(frozen=True, slots=True)
class Place:
    """City and country, each with what it rests on; None where nothing tells."""

    city: str | None = None
    country: CountryCode | None = None
    city_evidence: Evidence | None = None
    country_evidence: Evidence | None = None


def place_of(encounter: Encounter, found: Sequence[Mention], text: Text, words: Lexicon) -> Place:
    """Where the sides met; nowhere for a call or a video talk."""
    if encounter.kind in REMOTE:
        return Place()
    if encounter.kind is Kind.VISIT and (visited := destination_of(encounter)) is not None:
        return place_visited(encounter, visited, found, text)
    city = next((m for scene in encounter.scenes for m in scene.cities), None)
    if city is not None:
        return in_city(city, text, Basis.STATED, "city_of_the_scene")
    city = only_city(encounter, found, text, words)
    if city is not None:
        return in_city(city, text, Basis.INFERRED, "only_city_named")
    host = host_of(encounter, words)
    if host is None:
        return Place()
    return Place(None, host, None, Evidence(Basis.INFERRED, None, "country_of_the_host"))


def in_city(city: Mention, text: Text, basis: Basis, rule: str) -> Place:
    """The city and its country."""
    quoted = text.body[city.span.start : city.span.stop]
    name = quoted.title() if quoted.isupper() else " ".join(quoted.split())
    country = Evidence(Basis.INFERRED, quoted, "country_of_the_city")
    return Place(name, CountryCode(city.value), Evidence(basis, quoted, rule), country)


def destination_of(encounter: Encounter) -> Mention | None:
    """The side that a visit leads to: the first that a scene tells."""
    told = (scene.destination for scene in encounter.scenes)
    return next((m for m in told if m is not None and m.value in encounter.sides), None)


def place_visited(encounter: Encounter, visited: Mention, found: Sequence[Mention], text: Text) -> Place:
    """Where a visit leads to: the country as told; a city only where it is the visit's own."""
    itself = next((m for m in found if m.kind == "city" and m.span == visited.span), None)
    within = (m for scene in encounter.scenes for m in scene.cities if m.value == visited.value)
    city = itself or next(within, None)
    if city is not None:
        return in_city(city, text, Basis.STATED, "city_of_the_visit")
    quoted = text.body[visited.span.start : visited.span.stop]
    return Place(None, CountryCode(visited.value), None, Evidence(Basis.STATED, quoted, visited.rule))


def only_city(encounter: Encounter, found: Sequence[Mention], text: Text, words: Lexicon) -> Mention | None:
    """The one city that the article names inside a country of the encounter's sides, told as a place."""
    cities = [
        m
        for m in found
        if m.kind == "city" and m.value in encounter.sides and not tells(text, m, found, words)
    ]
    told = [m for m in cities if m.rule == "city_named"]
    return told[0] if told and len({m.value for m in told}) == 1 and len(told) == 1 else None


def host_of(encounter: Encounter, words: Lexicon) -> CountryCode | None:
    """The side of whoever an envoy or a guest is received by."""
    envoys = [p for p in encounter.people if p.role is not None and is_envoy(p.role.value, words)]
    others = [
        p
        for p in encounter.people
        if p not in envoys and p.side is not None and p.side.value in words.countries
    ]
    if envoys and others and others[0].side is not None:
        return CountryCode(others[0].side.value)
    return None
