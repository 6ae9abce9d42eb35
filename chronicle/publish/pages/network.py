"""The page of who meets whom: a ring of countries, and one of officials."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from chronicle.config import Part
from chronicle.lexicon.world import load_world
from chronicle.publish.charts.ring import Ring, of_most_meetings, ring, strongest, untangled
from chronicle.publish.edition import Edition
from chronicle.publish.groups import latest_side
from chronicle.publish.lists import number_held
from chronicle.publish.page import Count, Link, Page
from chronicle.publish.pages.pairs import numbers_of
from chronicle.publish.urls import NETWORK, path_of

MOST_NODES = 36  # names that a ring has room for
MOST_EDGES = 64  # curves that can still be told apart

Key = TypeVar("Key", bound=str)


class Network(NamedTuple):
    """A ring, and how much of the whole it shows."""

    ring: Ring
    all_nodes: int
    all_edges: int


class NetworkContext(NamedTuple):
    """What network.html shows."""

    url: str
    countries: Network
    officials: Network


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    if edition.has(Part.NETWORK):
        made_of = (NETWORK, edition.officials, edition.digest_of(edition.chronicle.meetings))
        yield Page(path_of(NETWORK), "network.html", partial(context_of, edition), lambda: made_of)


def context_of(edition: Edition) -> NetworkContext:
    """What the page shows."""
    return NetworkContext(NETWORK, countries_of(edition), officials_of(edition))


def countries_of(edition: Edition) -> Network:
    """The countries of the pairs that met most, around the ring from west to east; vanished states last."""
    views, numbers, world = edition.views, numbers_of(edition), load_world().countries
    most = of_most_meetings(numbers, MOST_NODES)
    held = {code: number_held(edition.chronicle.meetings_of_country[code]) for code in most}
    sheet = {code: world[code].x if code in world else load_world().width for code in most}
    nodes = {
        code: Count(*views.country(code), held[code])
        for code in sorted(most, key=lambda code: (sheet[code], code))
    }
    return network(nodes, numbers, among(most, numbers), views.linked.country_pairs)


def officials_of(edition: Edition) -> Network:
    """The officials of the pairs that met most, those of one side together, near those whom they met."""
    views, officials = edition.views, edition.chronicle.officials
    numbers = {both: number_held(group.meetings) for both, group in edition.groups.official_pairs.items()}
    most = of_most_meetings(numbers, MOST_NODES)
    sides = {each: latest_side(officials[each]) for each in most}
    blocks = [[each for each in most if sides[each] == side] for side in dict.fromkeys(sides.values())]
    drawn = among(most, numbers)
    nodes = {
        each: Count(*views.officials[each], number_held(officials[each].meetings))
        for each in untangled(blocks, drawn)
    }
    return network(nodes, numbers, drawn, views.linked.official_pairs)


def among(some: Sequence[Key], numbers: Mapping[tuple[Key, Key], int]) -> Sequence[tuple[Key, Key]]:
    """The pairs of some that are drawn."""
    known = frozenset(some)
    both = {two: number for two, number in numbers.items() if number and known.issuperset(two)}
    return strongest(both, MOST_EDGES)


def network(
    nodes: Mapping[Key, Count],
    numbers: Mapping[tuple[Key, Key], int],
    drawn: Sequence[tuple[Key, Key]],
    links: Mapping[tuple[Key, Key], Link],
) -> Network:
    """The ring of some who met, with a curve for each pair that is drawn."""
    edges = {
        (one, other): Count(
            links[one, other].url if (one, other) in links else "",
            f"{nodes[one].text} – {nodes[other].text}",
            numbers[one, other],
        )
        for one, other in drawn
    }
    everybody = {key for two in numbers for key in two}
    return Network(ring(nodes, edges), len(everybody), len(numbers))
