"""Learning where names come from: lists of names' parts by culture → weights of runs of letters."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from chronicle.lexicon.cultures import PARTS, runs
from tools.tables import table_of

STRENGTH = 1 / 6  # of the weights
SMALLEST = 20  # weight that is kept, in hundredths


def cultures_learnt(folder: Path) -> dict[str, Any]:
    """In the form that chronicle.lexicon.cultures reads; `folder` holds lists of cultures."""
    told = [
        c for file in sorted(folder.glob("*.yaml")) for c in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]
    parts = [(part, number) for number, culture in enumerate(told) for part in parts_of(culture)]
    told_runs, table = table_of([tuple(runs(part)) for part, _ in parts])
    regression = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=200)
    regression.fit(table, [number for _, number in parts])
    weights = np.rint(100 * regression.coef_.T).astype(int)
    return {
        "bias": [round(100 * float(one)) for one in regression.intercept_],
        "countries": countries_of(told),
        "weights": {run: row for run, one in zip(told_runs, weights, strict=True) if (row := sparse(one))},
    }


def parts_of(culture: Mapping[str, Any]) -> list[str]:
    """The parts of its given and family names, once each."""
    names = [str(name) for name in (*culture["given"], *culture["family"])]
    return list(dict.fromkeys(part for name in names for part in PARTS.findall(name)))


def countries_of(told: Sequence[Mapping[str, Any]]) -> dict[str, list[int]]:
    """The cultures of each country."""
    countries: dict[str, list[int]] = {}
    for number, culture in enumerate(told):
        for country in culture["countries"]:
            countries.setdefault(str(country), []).append(number)
    return countries


def sparse(weights: np.ndarray[Any, Any]) -> list[int]:
    """Culture, weight, culture, …: without those that hardly count."""
    return [int(one) for at, weight in enumerate(weights) if abs(weight) >= SMALLEST for one in (at, weight)]
