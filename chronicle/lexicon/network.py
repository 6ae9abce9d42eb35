"""A small network over features, as `make train` learnt it.

What a feature weighs for every lane of the network is packed into one whole number, 32 bits a lane: the
sum of packed weights is the packed sum, so that a feature costs one addition, and the order of adding
doesn't matter. Features that weigh by a state ("one other & level minister") stand by state as well.
"""

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BITS = 32  # of a lane
HALF = 1 << (BITS - 1)  # lanes lie between -HALF and HALF
AND = " & "  # between a state and a feature that weighs by it


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Lanes: the hidden layer's, then one a class straight to it."""

    classes: tuple[str, ...]
    weights: Mapping[str, int]  # by feature, packed, in units of chronicle.ingest.weights.FINE
    joint: Mapping[str, Mapping[str, int]]  # the same of features "state & feature": by state, by feature
    bias: int  # packed
    outward: tuple[tuple[int, ...], ...]  # for each class, what each hidden lane weighs

    @property
    def hidden(self) -> int:
        """How many lanes are hidden."""
        return len(self.outward[0])

    @property
    def lanes(self) -> int:
        """How many there are."""
        return self.hidden + len(self.classes)


def network_of(stored: Mapping[str, Any]) -> Network:
    """From the form in which it is written: classes, bias, outward, and weights by feature, all in lanes."""
    weights = {feature: packed(lanes) for feature, lanes in stored["weights"].items()}
    joint: dict[str, dict[str, int]] = {}
    for feature, weight in weights.items():
        state, both, weighing = feature.partition(AND)
        if both:
            joint.setdefault(state, {})[weighing] = weight
    classes = tuple(stored["classes"])
    outward = tuple(tuple(lane[at] for lane in stored["outward"]) for at in range(len(classes)))
    return Network(classes, weights, joint, packed(stored["bias"]), outward)


def load_network(language: str) -> Network:
    """What was learnt for a language."""
    return network_of(json.loads((HERE / language / "network.json").read_text(encoding="utf-8")))


def packed(lanes: Sequence[int]) -> int:
    """The lanes as one number, the first one lowest."""
    each = struct.pack(f"<{len(lanes)}I", *(lane + HALF for lane in lanes))
    return int.from_bytes(each, "little") - halves(len(lanes))


def unpacked(total: int, count: int) -> tuple[int, ...]:
    """The lanes of a number."""
    half = halves(count)  # added, nothing is borrowed from the next lane; the highest bit then tells the sign
    return struct.unpack(f"<{count}i", ((total + half) ^ half).to_bytes(count * BITS // 8, "little"))


@cache
def halves(count: int) -> int:
    """HALF in every lane."""
    return HALF * (((1 << (BITS * count)) - 1) // ((1 << BITS) - 1))
