"""Naming cultures: by its letters, where a name may come from.

A name doesn't tell for whom somebody acts. But of two countries that a report names, one is often likelier.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from re import compile as pattern
from typing import Any

from chronicle.slug import folded

HERE = Path(__file__).parent
PARTS = pattern(r"[^\W\d_](?:['’]?[^\W\d_])+")  # of a name; initials tell nothing
LONGEST = 4  # letters in a row that are looked at
EDGE = "^", "$"  # of a part
FOREIGN = "*"  # before a letter that ASCII hasn't
MOST = 8  # parts of a name that are looked at
LEAST = -700  # of a part's weights, below the likeliest culture's: one odd part doesn't rule a culture out


@dataclass(frozen=True, slots=True, eq=False)
class Cultures:
    """Log-linear over runs of letters, in hundredths."""

    countries: Mapping[
        str, Sequence[int]
    ]  # by code: the cultures from which most of its officials' names are
    bias: Sequence[int]
    weights: Mapping[str, Sequence[int]]  # by run: culture, weight, culture, …

    def of(self, name: str) -> list[int]:
        """How a name goes with each culture: the likeliest has 0, the others less."""
        told = [0] * len(self.bias)
        for part in PARTS.findall(name)[:MOST]:
            sums = list(self.bias)
            for run in runs(part):
                row = self.weights.get(run, ())
                for culture, weight in zip(row[::2], row[1::2], strict=True):
                    sums[culture] += weight
            highest = max(sums)
            told = [have + max(one - highest, LEAST) for have, one in zip(told, sums, strict=True)]
        highest = max(told)
        return [one - highest for one in told]


def runs(part: str) -> Iterator[str]:
    """The runs of letters in a part of a name, once each."""
    first, last = EDGE
    plain = f"{first}{folded(part)}{last}"
    told = (
        plain[at : at + length] for length in range(1, LONGEST + 1) for at in range(len(plain) - length + 1)
    )
    yield from dict.fromkeys((*(run for run in told if run not in EDGE), plain))
    yield from dict.fromkeys(FOREIGN + letter for letter in part.lower() if not letter.isascii())


def cultures_of(stored: Mapping[str, Any]) -> Cultures:
    """From the form in which it is written."""
    return Cultures(stored["countries"], tuple(stored["bias"]), stored["weights"])


def load_cultures(language: str) -> Cultures:
    """What was learnt of names as a language's press spells them."""
    return cultures_of(json.loads((HERE / language / "cultures.json").read_text(encoding="utf-8")))
