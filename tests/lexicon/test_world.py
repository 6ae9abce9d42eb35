"""The table of outlines that the map is drawn of."""

import re

from chronicle.lexicon.countries import load_countries
from chronicle.lexicon.world import load_world
from chronicle.model import CountryCode

NOT_DRAWN = {"AQ", "UM"}  # nobody's; scattered islets


def test_every_country_is_on_the_sheet() -> None:
    assert load_countries().keys() - load_world().countries.keys() == NOT_DRAWN
    assert list(load_world().countries) == sorted(load_world().countries)


def test_every_middle_and_every_outline_lies_on_the_sheet() -> None:
    world = load_world()
    for code, at in world.countries.items():
        assert 0 <= at.x <= world.width, code
        assert 0 <= at.y <= world.height, code
        for ring in filter(None, at.path.split("M")):
            assert re.fullmatch(r"\d+ \d+l(-?\d+[ -]?)+z", ring), code
            start, steps = ring.removesuffix("z").split("l")
            x, y = map(int, start.split())
            numbers = [int(step) for step in re.findall(r"-?\d+", steps)]
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + dx, y + dy
                assert -1 <= x <= world.width + 1, code
                assert -1 <= y <= world.height + 1, code


def test_countries_lie_where_they_do() -> None:
    world = load_world().countries
    az, ir, us, br, nz = (world[CountryCode(code)] for code in ("AZ", "IR", "US", "BR", "NZ"))
    assert us.x < br.x < az.x < nz.x
    assert az.y < ir.y < br.y < nz.y
    assert world[CountryCode("XK")].path
    assert not world[CountryCode("MC")].path
