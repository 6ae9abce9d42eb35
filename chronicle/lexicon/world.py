"""Where the countries lie: outlines and middles on one sheet, for the map.

The table is made by `tools/make_world.py` of Natural Earth's data, which are in the public domain. Where its
borders run is the data's, and no statement of this project.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from chronicle.model import CountryCode

FILE = Path(__file__).with_name("world.json")


class Outline(NamedTuple):
    """A country on the sheet, in its units."""

    x: int  # a point well within the country, or where it is if it has no outline
    y: int
    path: str  # as the data of an SVG path; "" of a country that is too small to be seen


class World(NamedTuple):
    """The sheet."""

    width: int
    height: int
    countries: Mapping[CountryCode, Outline]  # in order of code; those of today


@cache
def load_world() -> World:
    """All countries of the map."""
    table = json.loads(FILE.read_text("utf-8"))
    countries = {CountryCode(code): Outline(*row) for code, row in table["countries"].items()}
    return World(table["width"], table["height"], MappingProxyType(countries))
