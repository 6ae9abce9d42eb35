"""Log-linear models: what features weigh for each class, and the class that they speak for."""

from collections.abc import Iterable
from math import exp

from chronicle.lexicon.words import Model

BIAS = ""  # stands in every model
UNITS = 100  # weights are whole hundredths: their sum doesn't depend on the order


def decided(features: Iterable[str], weights: Model) -> tuple[str, float]:
    """The likeliest class and its chance, by a log-linear model."""
    scores = dict(weights[BIAS])
    for feature in features:
        for name, weight in weights.get(feature, {}).items():
            scores[name] += weight
    best = max(scores, key=scores.__getitem__)
    return best, 1 / sum(exp((score - scores[best]) / UNITS) for score in scores.values())
