"""Networks as a ring: names around a circle, and through it a curve for each two that met."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from chronicle.publish.page import Count

NARROW, WIDE = 110.0, 250.0  # radii
LINE = 30  # along the ring, from one name to the next
LETTER = 6.8  # about as wide as one is
LONGEST = 26  # letters of a name; what is longer is cut
BENT = 0.25  # how near to the centre a curve comes: 0 is through it
THIN, THICK = 0.8, 9.0
DOT = 2.5
LARGEST = 10.0
AWAY = LARGEST + 5  # of names, from the ring
FEW = 12  # meetings, below which no curve is the thickest
QUARTER = 90

Key = TypeVar("Key", bound=str)
Point: TypeAlias = tuple[float, float]


class Node(NamedTuple):
    """Somebody on the ring: a dot, and the name outside it, turned away from the centre."""

    url: str
    text: str
    meetings: int
    x: float
    y: float
    radius: float
    turn: float  # by how many degrees the name is turned about the dot
    after: bool  # whether the name begins at the dot; else it ends there
    offset: float  # how far from the dot's middle


class Edge(NamedTuple):
    """Two that met, as the data of an SVG path."""

    url: str
    text: str
    meetings: int
    path: str
    width: float


class Ring(NamedTuple):
    """A network drawn, on a square sheet whose middle is 0, 0."""

    half: int  # of the sheet's side
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]  # most meetings first


def ring(nodes: Mapping[Key, Count], edges: Mapping[tuple[Key, Key], Count]) -> Ring:
    """A network; the nodes stand in their order, from the top on clockwise."""
    most = max([node.meetings for node in nodes.values()], default=1)
    heaviest = max([FEW, *[edge.meetings for edge in edges.values()]])
    longest = max([len(f"{cut(node.text)} {node.meetings:,}") for node in nodes.values()], default=0)
    radius = min(WIDE, max(NARROW, len(nodes) * LINE / (2 * math.pi)))
    turn = 2 * math.pi / max(1, len(nodes))
    angles = {key: turn * (place + 0.5) - math.pi / 2 for place, key in enumerate(nodes)}
    at = {key: point(angle, radius) for key, angle in angles.items()}
    in_order = sorted(edges.items(), key=lambda item: (-item[1].meetings, item[0]))
    return Ring(
        round(radius + AWAY + longest * LETTER),
        tuple([node(count, angles[key], at[key], most) for key, count in nodes.items()]),
        tuple([edge(count, at[one], at[other], heaviest) for (one, other), count in in_order]),
    )


def node(count: Count, angle: float, at: Point, most: int) -> Node:
    """One on the ring; the dot's area tells the number."""
    radius = max(DOT, LARGEST * math.sqrt(count.meetings / most)) if most else DOT
    turn = math.degrees(angle)
    after = -QUARTER <= turn <= QUARTER
    return Node(
        count.url,
        cut(count.text),
        count.meetings,
        *at,
        round(radius, 1),
        round(turn if after else turn - 180, 1),
        after,
        AWAY if after else -AWAY,
    )


def edge(count: Count, one: Point, other: Point, heaviest: int) -> Edge:
    """A curve from one to another, bent towards the centre; its width tells the number."""
    (x, y), (to_x, to_y) = one, other
    bend_x, bend_y = round((x + to_x) / 2 * BENT, 1), round((y + to_y) / 2 * BENT, 1)
    width = max(THIN, THICK * math.sqrt(count.meetings / heaviest))
    return Edge(*count, f"M{x:g} {y:g}Q{bend_x:g} {bend_y:g} {to_x:g} {to_y:g}", round(width, 1))


def point(angle: float, radius: float) -> Point:
    """A point on a circle about 0, 0."""
    return round(radius * math.cos(angle), 1), round(radius * math.sin(angle), 1)


def cut(text: str, longest: int = LONGEST) -> str:
    """A name that fits."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def of_most_meetings(edges: Mapping[tuple[Key, Key], int], number: int) -> Sequence[Key]:
    """Those of the pairs with most meetings, as many as that many nodes make; so that none stands alone."""
    found: dict[Key, None] = {}
    for two in sorted(edges, key=lambda two: (-edges[two], two)):
        if edges[two] and len(found.keys() | two) <= number:
            found.update(dict.fromkeys(two))
    return [*found]
