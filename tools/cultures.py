"""Learning where names come from: lists of names' parts by culture → weights of runs of letters."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from chronicle.lexicon.cultures import PARTS, runs

STRENGTH = 1 / 6  # of the weights
FEWEST = 3  # parts in which a run of letters stands
SMALLEST = 20  # weight that is kept, in hundredths


def cultures_learnt(folder: Path) -> dict[str, Any]:
    """In the form that chronicle.lexicon.cultures reads; `folder` holds lists of cultures."""
    told = [
        c for file in sorted(folder.glob("*.yaml")) for c in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]
    parts = [(part, number) for number, culture in enumerate(told) for part in parts_of(culture)]
    examples = [tuple(runs(part)) for part, _ in parts]
    often: dict[str, int] = {}
    for example in examples:
        for run in example:
            often[run] = often.get(run, 0) + 1
    column = {
        run: at for at, run in enumerate(sorted(run for run, times in often.items() if times >= FEWEST))
    }
    rows = [sorted(column[run] for run in example if run in column) for example in examples]
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.array([at for row in rows for at in row], dtype=int)
    table = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(column)))
    regression = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=200)
    regression.fit(table, [number for _, number in parts])
    weights = np.rint(100 * regression.coef_.T).astype(int)
    return {
        "bias": [round(100 * float(one)) for one in regression.intercept_],
        "countries": countries_of(told),
        "weights": {run: row for run, at in column.items() if (row := sparse(weights[at]))},
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
