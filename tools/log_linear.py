"""Log-linear models: weights fitted to examples, by L-BFGS."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from chronicle.ingest.weights import BIAS, UNITS
from chronicle.lexicon.words import Model
from tools.tables import FEWEST, rows_of, table_of

STRENGTH = 0.1  # of the weights
STRENGTH_OF_CHOICE = 0.1  # around the weights given

Weighed = tuple[frozenset[str], str, float]  # an example's features and class, and how much it counts
WeighedChoice = tuple[list[frozenset[str]], list[bool], float]  # the same of several, and which is right


def learnt_by_choice(told: Sequence[WeighedChoice], given: Model) -> Model:
    """The weights, around those given, by which the right one of several is likeliest."""
    often = Counter(sign for signs, *_ in told for option in signs for sign in option)
    by_hand = {sign: told_by[""] / UNITS for sign, told_by in given.items()}
    seen = {sign for sign, times in often.items() if times >= FEWEST}
    column = sorted(seen.union(by_hand))
    table = rows_of([option for signs, *_ in told for option in signs], column)
    first = np.cumsum([0, *(len(right) for _, right, _ in told)])
    right = np.array([float(yes) for _, some, _ in told for yes in some])
    weights = np.array([weight for *_, weight in told])
    prior = np.array([by_hand.get(sign, 0.0) for sign in column])

    def loss(theta: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        scores = table @ theta
        sizes = np.diff(first)
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, first[:-1]), sizes))
        every, good = np.add.reduceat(odds, first[:-1]), np.add.reduceat(odds * right, first[:-1])
        slope = np.repeat(weights / every, sizes) * odds - np.repeat(weights / good, sizes) * odds * right
        off = (theta - prior) / STRENGTH_OF_CHOICE
        value = weights @ (np.log(every) - np.log(good)) + off @ (theta - prior) / 2
        return float(value), table.T @ slope + off

    theta = minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    units = {sign: round(float(one) * UNITS) for sign, one in zip(column, theta, strict=True)}
    kept = {sign: weight for sign, weight in units.items() if weight or sign in by_hand}  # 0 is learnt, too
    return {BIAS: {"": 0}} | {sign: {"": weight} for sign, weight in kept.items()}


def learnt(examples: Sequence[Weighed], strength: float = STRENGTH) -> dict[str, Mapping[str, int]]:
    """A log-linear model's weights, by feature and class; what few examples tell of is left out."""
    told, table = table_of([features for features, *_ in examples])
    regression = LogisticRegression(C=strength, max_iter=5000)
    regression.fit(
        table, [name for _, name, _ in examples], sample_weight=[weight for *_, weight in examples]
    )
    names = [str(name) for name in regression.classes_]
    weights, bias = regression.coef_, regression.intercept_
    if len(names) == len("ab"):  # then the library gives the second class's alone
        weights, bias = np.vstack([0 * weights, weights]), np.concatenate([0 * bias, bias])
    model = {BIAS: {name: round(float(w) * UNITS) for name, w in zip(names, bias, strict=True)}}
    for feature, row in zip(told, weights.T, strict=True):
        units = ((name, round(float(w) * UNITS)) for name, w in zip(names, row, strict=True))
        kept = {name: weight for name, weight in units if weight}
        model |= {feature: kept} if kept else {}
    return model
