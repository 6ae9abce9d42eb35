"""What features weigh for each class, by a log-linear model or a small network, and what they speak for."""

from collections.abc import Iterable, Mapping, Sequence
from math import exp
from operator import mul

from chronicle.lexicon.network import Network, unpacked
from chronicle.lexicon.words import Model

BIAS = ""  # stands in every model
UNITS = 100  # weights are whole hundredths: their sum doesn't depend on the order
FINE = 1000  # those of a network are whole thousandths


def decided(features: Iterable[str], weights: Model) -> tuple[str, float]:
    """The likeliest class and its chance."""
    told = chances(totals(features, weights, weights[BIAS]))
    best = max(told, key=told.__getitem__)
    return best, told[best]


def totals(features: Iterable[str], weights: Model, start: Mapping[str, int]) -> dict[str, int]:
    """The sum of the features' weights for each class, on top of what there is."""
    told = list(filter(None, map(weights.get, features)))
    return {name: sum([weight[name] for weight in told if name in weight], n) for name, n in start.items()}


def chances(scores: Mapping[str, int]) -> dict[str, float]:
    """How likely each class is, by a log-linear model."""
    return dict(zip(scores, shares_of(tuple(scores.values()), UNITS), strict=True))


def summed(features: Iterable[str], weights: Mapping[str, int], start: int) -> int:
    """The sum of the features' packed weights, on top of what there is."""
    return sum(filter(None, map(weights.get, features)), start)


def answers(total: int, network: Network) -> dict[str, float]:
    """How likely each class is."""
    lanes, hidden = unpacked(total, network.lanes), network.hidden
    told = [max(0, lane) for lane in lanes[:hidden]]
    scores = [
        FINE * lane + sum(map(mul, told, weights))
        for lane, weights in zip(lanes[hidden:], network.outward, strict=True)
    ]
    return dict(zip(network.classes, shares_of(scores, FINE * FINE), strict=True))


def shares_of(scores: Sequence[int], unit: int) -> list[float]:
    """How likely each of several is, by its score."""
    highest = max(scores)
    shares = [exp((score - highest) / unit) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]
