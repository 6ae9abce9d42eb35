"""Learning a small network: features → a hidden layer → classes, with a straight way beside it.

Adam (Kingma and Ba 2015) on small batches; part of the features and of the hidden lanes are left out at
random in each (Srivastava et al. 2014), so that no decision hangs on one of them. What one network learns
depends on its seed; so a few are learnt, and the mean of their scores is one network again, with the hidden
lanes of all. The seeds are fixed.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

Array = np.ndarray[Any, np.dtype[np.float32]]

HIDDEN = 16  # lanes of the hidden layer
SEEDS = 3  # networks whose mean is taken
LEFT_OUT, LEFT_OUT_HIDDEN = 0.3, 0.3  # shares
DECAY = 2e-4  # of the weights
EPOCHS, BATCH = 30, 64
RATE = 3e-3  # at first; falls to nothing
FIRST, SECOND, TINY = 0.9, 0.999, 1e-8  # of Adam


def fitted(table: csr_matrix, classes: Array, counts: Array) -> tuple[Array, Array, Array]:
    """The weights of features (hidden lanes, then classes), of the bias, and of hidden lanes for classes.

    `table` has a row an example and a column a feature, `classes` a one in each row, `counts` how much an
    example counts.
    """
    some = [learnt(table, classes, counts, seed) for seed in range(SEEDS)]
    inward, bias = (
        np.concatenate(
            [*(one[at][..., :HIDDEN] for one in some), sum(one[at][..., HIDDEN:] for one in some) / SEEDS], -1
        )
        for at in (0, 1)
    )
    return inward, bias, np.concatenate([outward for *_, outward in some]) / SEEDS


def learnt(table: csr_matrix, classes: Array, counts: Array, seed: int) -> tuple[Array, Array, Array]:
    """One network: the same, with its own hidden lanes only."""
    random = np.random.default_rng(seed)
    rows, features = table.shape
    number = classes.shape[1]
    inward = np.zeros((features, HIDDEN + number), np.float32)
    inward[:, :HIDDEN] = random.normal(0, 0.05, (features, HIDDEN))
    bias = np.zeros(HIDDEN + number, np.float32)
    outward = (random.uniform(-1, 1, (HIDDEN, number)) / np.sqrt(HIDDEN)).astype(np.float32)
    values = [inward, bias, outward]
    moments = [(np.zeros_like(value), np.zeros_like(value)) for value in values]
    steps = EPOCHS * -(-rows // BATCH)
    orders = (random.permutation(rows) for _ in range(EPOCHS))
    batches = (order[at : at + BATCH] for order in orders for at in range(0, rows, BATCH))
    for step, batch in enumerate(batches):
        slopes = slopes_of(values, table[batch], classes[batch], counts[batch], random)
        rate = RATE * (1 - step / steps)
        for value, moment, slope in zip(values, moments, slopes, strict=True):
            value[...] -= rate * direction(moment, slope, step + 1)
    return inward, bias, outward


def direction(moment: tuple[Array, Array], slope: Array, step: int) -> Array:
    """Where Adam goes, by the running means of slopes and of their squares, which it moves on."""
    first, second = moment
    first[...] += (1 - FIRST) * (slope - first)
    second[...] += (1 - SECOND) * (slope * slope - second)
    ahead = first / (1 - FIRST**step)
    return np.asarray(ahead / (np.sqrt(second / (1 - SECOND**step)) + TINY))


def slopes_of(
    values: Sequence[Array], told: csr_matrix, classes: Array, counts: Array, random: np.random.Generator
) -> list[Array]:
    """Of the loss in each value, for one batch with features and lanes left out."""
    inward, bias, outward = values
    told.data = kept(random, told.data.shape, LEFT_OUT)
    lanes = told @ inward + bias
    open_ = kept(random, (len(counts), HIDDEN), LEFT_OUT_HIDDEN) * (lanes[:, :HIDDEN] > 0)
    hidden = lanes[:, :HIDDEN] * open_
    scores = hidden @ outward + lanes[:, HIDDEN:]
    odds = np.exp(scores - scores.max(1, keepdims=True))
    off = (odds / odds.sum(1, keepdims=True) - classes) * counts[:, None] / len(counts)
    back = np.concatenate([(off @ outward.T) * open_, off], 1)
    plain = [told.T @ back, back.sum(0), hidden.T @ off]
    return [slope + 2 * DECAY * value for slope, value in zip(plain, values, strict=True)]


def kept(random: np.random.Generator, shape: tuple[int, ...], share: float) -> Array:
    """Nothing for what is left out, for the rest so much more that the sum stays as it is."""
    return (random.random(shape, np.float32) >= share).astype(np.float32) / np.float32(1 - share)
