"""Log-linear models: what features weigh for each class, and the class that they speak for."""

from collections.abc import Iterable, Mapping
from math import exp

from chronicle.lexicon.words import Model

BIAS = ""  # stands in every model
UNITS = 100  # weights are whole hundredths: their sum doesn't depend on the order


def decided(features: Iterable[str], weights: Model) -> tuple[str, float]:
    """The likeliest class and its chance."""
    told = chances(totals(features, weights, weights[BIAS]))
    best = max(told, key=told.__getitem__)
    return best, told[best]


def totals(features: Iterable[str], weights: Model, start: Mapping[str, int]) -> dict[str, int]:
    """The sum of the features' weights for each class, on top of what there is."""
    told = [weights[feature] for feature in features if feature in weights]
    return {name: sum([weight[name] for weight in told if name in weight], n) for name, n in start.items()}


def chances(scores: Mapping[str, int]) -> dict[str, float]:
    """How likely each class is, by a log-linear model."""
    highest = max(scores.values())
    shares = {name: exp((score - highest) / UNITS) for name, score in scores.items()}
    total = sum(shares.values())
    return {name: share / total for name, share in shares.items()}
