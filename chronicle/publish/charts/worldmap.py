"""The world map: countries shaded by their meetings, circles where meetings took place."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from chronicle.lexicon.world import load_world
from chronicle.model import CountryCode
from chronicle.publish.charts.shades import Shade, shades, step_of
from chronicle.publish.page import Link

LARGEST, SMALLEST = 30.0, 2.5  # radii of circles
FEW = 25  # meetings, below which no circle is the largest
NOWHERE = Link("", "")


class Land(NamedTuple):
    """A country that met others."""

    link: Link
    meetings: int
    step: int
    path: str  # "" of one that is too small: a dot at x, y
    x: int
    y: int


class Circle(NamedTuple):
    """Meetings that took place in a country."""

    link: Link
    meetings: int
    x: int
    y: int
    radius: float


class WorldMap(NamedTuple):
    """The map drawn."""

    width: int
    height: int
    rest: str  # all other countries, as one path
    lands: tuple[Land, ...]  # those too small to have an outline come last, over the others
    circles: tuple[Circle, ...]  # the largest first, so that none is hidden
    key: tuple[Shade, ...]
    sizes: tuple[Circle, ...]  # what the circles mean: round numbers, the largest first


def world_map(
    parties: Mapping[CountryCode, int], hosts: Mapping[CountryCode, int], links: Mapping[CountryCode, Link]
) -> WorldMap:
    """The map of how often countries took part, and how often meetings took place in them.

    Countries that aren't on the sheet, since they are no more, are in the table beside the map only.
    """
    world = load_world()
    key = shades(parties.values())
    lands = [
        Land(links[code], parties[code], step_of(parties[code], key), at.path, at.x, at.y)
        for code, at in world.countries.items()
        if parties.get(code)
    ]
    lands.sort(key=lambda land: not land.path)
    most = max([FEW, *hosts.values()])
    circles = [
        Circle(links[code], hosts[code], at.x, at.y, radius_of(hosts[code], most))
        for code, at in world.countries.items()
        if hosts.get(code)
    ]
    circles.sort(key=lambda circle: -circle.meetings)
    rest = "".join([at.path for code, at in world.countries.items() if not parties.get(code)])
    return WorldMap(
        world.width,
        world.height,
        rest,
        tuple(lands),
        tuple(circles),
        key,
        sizes(max(hosts.values(), default=0), most),
    )


def sizes(largest: int, most: int) -> tuple[Circle, ...]:
    """Circles for a key, the largest first."""
    numbers = dict.fromkeys(
        [rounded_down(number) for number in (largest, largest // 5, 1) if number <= largest]
    )
    return tuple([Circle(NOWHERE, number, 0, 0, radius_of(number, most)) for number in numbers if number])


def rounded_down(number: int) -> int:
    """Its first digit and noughts."""
    ten: int = 10 ** (len(str(number)) - 1)
    return number // ten * ten


def radius_of(number: int, most: int) -> float:
    """A circle's radius: its area tells the number."""
    return round(max(SMALLEST, LARGEST * math.sqrt(number / most)), 1)
