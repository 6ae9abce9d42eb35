"""Examples as a table: a row an example, a column a feature."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from scipy.sparse import csr_matrix

FEWEST = 3  # examples of which a feature must be told


def table_of(examples: Sequence[Iterable[str]]) -> tuple[list[str], csr_matrix]:
    """The features of which enough examples are told, and a row an example with a one for each of its own."""
    often = Counter(feature for features in examples for feature in features)
    told = sorted(feature for feature, times in often.items() if times >= FEWEST)
    return told, rows_of(examples, told)


def rows_of(examples: Sequence[Iterable[str]], told: Sequence[str]) -> csr_matrix:
    """A row an example with a one for each of its own features, as far as they have a column."""
    column = {feature: number for number, feature in enumerate(told)}
    rows = [sorted(column[feature] for feature in features if feature in column) for features in examples]
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.array([number for row in rows for number in row], dtype=int)
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(told)))
