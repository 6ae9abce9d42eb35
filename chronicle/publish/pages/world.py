"""The map: which countries met others how often, and where meetings took place."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.lexicon.alphabets import sort_key
from chronicle.lexicon.states import is_code
from chronicle.lexicon.world import load_world
from chronicle.model import CountryCode
from chronicle.publish.charts.worldmap import WorldMap, world_map
from chronicle.publish.edition import Edition
from chronicle.publish.lists import held_of
from chronicle.publish.page import Link, Page
from chronicle.publish.territory import in_person
from chronicle.publish.urls import MAP, path_of


class Listed(NamedTuple):
    """A line of the table beside the map."""

    country: Link
    meetings: int  # held, in which the country took part
    hosted: int  # held in the country, in person
    drawn: bool  # whether it is on the map: states that are no more aren't


class MapContext(NamedTuple):
    """What map.html shows."""

    url: str
    map: WorldMap
    listed: tuple[Listed, ...]  # those that took part most often first
    nowhere: int  # meetings in person of which no country is known


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    if edition.has(Part.MAP):
        made_of = (MAP, edition.digest_of(edition.chronicle.meetings))
        yield Page(path_of(MAP), "map.html", partial(context_of, edition), lambda: made_of)


def context_of(edition: Edition) -> MapContext:
    """What the page shows."""
    views = edition.views
    held = held_of(edition.chronicle.meetings)
    parties = Counter(
        [CountryCode(party) for meeting in held for party in set(meeting.parties) if is_code(party)]
    )
    present = in_person(held)  # a call takes place nowhere
    hosts = Counter([meeting.country for meeting in present if meeting.country])
    links = {code: views.country(code) for code in (*parties, *hosts)}
    codes = sorted(links, key=lambda code: (-parties[code], sort_key(links[code].text, views.language), code))
    drawn = load_world().countries
    return MapContext(
        url=MAP,
        map=world_map(parties, hosts, links),
        listed=tuple([Listed(links[code], parties[code], hosts[code], code in drawn) for code in codes]),
        nowhere=len(present) - hosts.total(),
    )
