"""Networks as a ring: names around a circle, and through it a curve for each two that met."""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias, TypeVar

from chronicle.publish.page import Count

NARROW, WIDE = 110.0, 190.0  # radii
LINE = 34  # along the ring, from one name to the next
LETTER = 6.7  # about as wide as one is
LONGEST = 20  # letters of a name; what is longer is cut
BENT = 0.25  # how near to the centre a curve comes: 0 is through it
THIN, THICK = 0.8, 6.0
FAINT, FULL = 0.2, 0.85  # how much of its colour a curve has
DOT = 2.5
LARGEST = 9.0
AWAY = LARGEST + 5  # of names, from the ring
FEW = 12  # meetings, below which no curve is the thickest
QUARTER = 90
ROUNDS = 4  # in which a ring is put in order; more hardly better it

Key = TypeVar("Key", bound=str)
Item = TypeVar("Item")
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
    edges: tuple[int, ...]  # which of the ring's curves end here


class Edge(NamedTuple):
    """Two that met, as the data of an SVG path."""

    url: str
    text: str
    meetings: int
    path: str
    width: float
    strength: float  # how much of its colour it has: what is frequent stands out


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
    ends = {key: tuple([place for place, (two, _) in enumerate(in_order) if key in two]) for key in nodes}
    return Ring(
        round(radius + AWAY + longest * LETTER),
        tuple([node(count, angles[key], at[key], most, ends[key]) for key, count in nodes.items()]),
        tuple([edge(count, at[one], at[other], heaviest) for (one, other), count in in_order]),
    )


def node(count: Count, angle: float, at: Point, most: int, edges: tuple[int, ...]) -> Node:
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
        edges,
    )


def edge(count: Count, one: Point, other: Point, heaviest: int) -> Edge:
    """A curve from one to another, bent towards the centre; its width and colour tell the number."""
    (x, y), (to_x, to_y) = one, other
    bend_x, bend_y = round((x + to_x) / 2 * BENT, 1), round((y + to_y) / 2 * BENT, 1)
    share = math.sqrt(count.meetings / heaviest)
    path = f"M{x:g} {y:g}Q{bend_x:g} {bend_y:g} {to_x:g} {to_y:g}"
    return Edge(*count, path, round(max(THIN, THICK * share), 1), round(FAINT + (FULL - FAINT) * share, 2))


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


def strongest(edges: Mapping[tuple[Key, Key], int], number: int) -> Sequence[tuple[Key, Key]]:
    """As many of the pairs as can be told apart: each node's one of most meetings, then those of most."""
    in_order = sorted(edges, key=lambda two: (-edges[two], two))
    first: dict[Key, tuple[Key, Key]] = {}
    for two in in_order:
        for key in two:
            first.setdefault(key, two)
    kept = dict.fromkeys([*first.values(), *in_order])
    return sorted([*kept][: max(number, len({*first.values()}))], key=in_order.index)


def untangled(blocks: Sequence[Sequence[Key]], edges: Sequence[tuple[Key, Key]]) -> Sequence[Key]:
    """Nodes around a ring so that curves are short and few of them cross; those of a block stay together."""
    order = [list(block) for block in blocks]
    for _ in range(ROUNDS):
        shorter(order, order, edges)
        for block in order:
            shorter(order, block, edges)
    return [key for block in order for key in block]


def shorter(order: Sequence[Sequence[Key]], some: list[Item], edges: Sequence[tuple[Key, Key]]) -> None:
    """Swap two of some blocks, or of one block's nodes, wherever that makes the curves shorter."""
    best = length(order, edges)
    for one, other in combinations(range(len(some)), 2):
        some[one], some[other] = some[other], some[one]
        tried = length(order, edges)
        if tried < best:
            best = tried
        else:
            some[one], some[other] = some[other], some[one]


def length(order: Sequence[Sequence[Key]], edges: Sequence[tuple[Key, Key]]) -> int:
    """How long all curves are together, counted along the ring."""
    place = {key: at for at, key in enumerate(key for block in order for key in block)}
    away = [abs(place[one] - place[other]) for one, other in edges]
    return sum(min(each, len(place) - each) ** 2 for each in away)
