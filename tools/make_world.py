"""Make the committed outlines of the world's countries, for the map page.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python -m pip install Babel
    python tools/make_world.py package

Run at development time only. It reads the two TopoJSON files of the npm package world-atlas (ISC, Mike
Bostock), which holds Natural Earth's countries (public domain):

    countries-110m.json    outlines, coarse enough for a map as wide as a page
    countries-50m.json     where the states stand that are too small for the other

and writes `chronicle/lexicon/world.json`: for each code the middle of the country and its outline, the data
of an SVG path or none, in the Equal Earth projection (Šavrič, Patterson, Jenny 2018), in whole units of a
sheet `WIDTH` wide.
What the source draws without a code goes to the country of whose territory ISO 3166 counts it, or to nobody.
"""

import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

FILE = Path(__file__).resolve().parents[1] / "chronicle" / "lexicon" / "world.json"
WIDTH = 1200
LEFT_OUT = frozenset(("AQ",))  # nobody's, and a sixth of the sheet
NAMED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}  # what has no number in the source
# Too small for either file, or parts of another country there; degrees, to a tenth.
BY_HAND = {
    "BQ": (-68.3, 12.2),
    "BV": (3.4, -54.4),
    "CC": (96.9, -12.2),
    "CX": (105.6, -10.5),
    "GF": (-53.1, 3.9),
    "GI": (-5.4, 36.1),
    "GP": (-61.5, 16.2),
    "MQ": (-61.0, 14.6),
    "RE": (55.5, -21.1),
    "SJ": (16.0, 78.6),
    "TK": (-171.8, -9.2),
    "TV": (179.2, -8.5),
    "YT": (45.2, -12.8),
}
GRID = 40  # points a side among which a country's middle is looked for

# Equal Earth: the published coefficients.
A = (1.340264, -0.081106, 0.000893, 0.003796)
M = math.sqrt(3) / 2

Point = tuple[float, float]
Ring = list[Point]


def main(folder: Path) -> None:
    """Write the table."""
    outlines = dict(countries(folder / "countries-110m.json"))
    fine = dict(countries(folder / "countries-50m.json"))
    heights = [y for code in outlines.keys() - LEFT_OUT for ring in outlines[code] for _, y in ring]
    top, low = max(heights), min(heights)
    rows = {}
    for code in sorted({*outlines, *fine, *BY_HAND} - LEFT_OUT):
        middle = project(*BY_HAND[code]) if code in BY_HAND else middle_of(fine.get(code) or outlines[code])
        x, y = on_sheet(middle, top)
        rows[code] = [x, y, path_of(outlines.get(code, []), top)]
    height = round((top - low) * SCALE) + 1
    lines = [f"{json.dumps(code)}: {json.dumps(row)}" for code, row in rows.items()]
    FILE.write_text(
        f'{{\n"width": {WIDTH},\n"height": {height},\n"countries": {{\n' + ",\n".join(lines) + "\n}\n}\n",
        "utf-8",
    )
    sys.stdout.write(f"{len(rows)} countries, {FILE.stat().st_size:,} bytes\n")


def countries(file: Path) -> Iterator[tuple[str, list[Ring]]]:
    """The rings of each country with a code, projected; outer and inner ones alike."""
    source = json.loads(file.read_text("utf-8"))
    arcs = [list(degrees(arc, source["transform"])) for arc in source["arcs"]]
    numbers = get_global("territory_aliases")
    found: dict[str, list[Ring]] = {}
    for shape in source["objects"]["countries"]["geometries"]:
        number = shape.get("id")
        code = numbers.get(number, [""])[0] if number else NAMED.get(shape["properties"]["name"], "")
        if code:
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            rings = [joined(ring, arcs) for polygon in polygons for ring in polygon]
            whole = [part for ring in rings for part in unbroken(ring)]
            found.setdefault(code, []).extend([project(*point) for point in ring] for ring in whole)
    yield from found.items()


def degrees(arc: Iterable[Sequence[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """An arc of a TopoJSON file, which has steps in whole numbers, as longitudes and latitudes."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield (
            x * transform["scale"][0] + transform["translate"][0],
            y * transform["scale"][1] + transform["translate"][1],
        )


def joined(numbers: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """A ring of arcs; ~n stands for arc n backwards, and the end of one is the beginning of the next."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def unbroken(ring: Ring) -> Iterator[Ring]:
    """A ring that crosses the edge of the sheet as its parts, which end there."""
    turned = [ring[0]]
    for longitude, latitude in ring[1:]:
        turns = round((turned[-1][0] - longitude) / 360)
        turned.append((longitude + 360 * turns, latitude))
    for turns in (-360, 0, 360):
        part = [(longitude + turns, latitude) for longitude, latitude in turned]
        for edge in (-180, 180):
            part = within_edge(part, edge)
        if part:
            yield part


def within_edge(ring: Ring, edge: int) -> Ring:
    """What of a ring is on the inner side of the meridian at an edge of the sheet."""
    kept: Ring = []
    for (x, y), (to_x, to_y) in pairwise(ring):
        inside, to_inside = x * edge <= edge * edge, to_x * edge <= edge * edge
        kept += [(x, y)] if inside else []
        if inside != to_inside:
            kept.append((edge, y + (to_y - y) * (edge - x) / (to_x - x)))
    return [*kept, kept[0]] if kept else []


def project(longitude: float, latitude: float) -> Point:
    """A point in the Equal Earth projection; y grows to the north."""
    theta = math.asin(M * math.sin(math.radians(latitude)))
    t2 = theta * theta
    t6 = t2 * t2 * t2
    slope = A[0] + 3 * A[1] * t2 + t6 * (7 * A[2] + 9 * A[3] * t2)
    x = math.radians(longitude) * math.cos(theta) / (M * slope)
    return x, theta * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2))


SCALE = WIDTH / (2 * project(180, 0)[0])


def on_sheet(point: Point, top: float) -> tuple[int, int]:
    """A projected point in units of the sheet, from its upper left corner."""
    return round(point[0] * SCALE + WIDTH / 2), round((top - point[1]) * SCALE)


def path_of(rings: Sequence[Ring], top: float) -> str:
    """Rings as the data of one SVG path, in steps of whole units; what shrinks to nothing is left out."""
    written = []
    for ring in rings:
        points = [on_sheet(point, top) for point in ring]
        steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(points) if (a, b) != (x, y)]
        if len(steps) > 2:
            first = f"M{points[0][0]} {points[0][1]}"
            written.append(first + "l" + " ".join(f"{dx} {dy}" for dx, dy in steps[:-1]) + "z")
    return "".join(written).replace(" -", "-")


def middle_of(rings: Sequence[Ring]) -> Point:
    """A point well within the largest ring: of a grid, the one that is farthest from the border."""
    ring = max(rings, key=lambda ring: abs(area(ring)))
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    west, south, wide, high = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    grid = [
        (west + wide * (i + 0.5) / GRID, south + high * (j + 0.5) / GRID)
        for i in range(GRID)
        for j in range(GRID)
    ]
    inside = [point for point in grid if within(point, ring)]
    return max(inside or grid, key=lambda point: min(math.dist(point, corner) for corner in ring))


def area(ring: Ring) -> float:
    """The area of a ring; negative where it runs the other way round."""
    return sum(a * d - c * b for (a, b), (c, d) in pairwise(ring)) / 2


def within(point: Point, ring: Ring) -> bool:
    """Whether a point is inside a ring."""
    x, y = point
    crossings = [
        (a - c) * (y - d) / (b - d) + c > x for (a, b), (c, d) in pairwise(ring) if (b > y) != (d > y)
    ]
    return sum(crossings) % 2 == 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
