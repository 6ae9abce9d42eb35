"""Who takes part in what: the decisions, and what is made of them."""

import pytest

from chronicle.ingest import ingest
from chronicle.ingest.decisions import JOIN, NEW, OUT, decided
from chronicle.lexicon import load_lexicon
from chronicle.model import Article, PartialDate

WORDS = load_lexicon()
WEIGHTS = {
    "": {JOIN: 0.0, NEW: 0.0, OUT: 0.0},
    "cue join": {JOIN: 2.0},
    "cue opinion": {OUT: 3.0, JOIN: -1.0},
}


def test_the_class_with_the_highest_sum_wins_and_chances_add_up() -> None:
    assert decided(["cue join", "unheard of"], WEIGHTS) == (JOIN, pytest.approx(0.787, abs=1e-3))
    assert decided(["cue join", "cue opinion"], WEIGHTS)[0] == OUT
    assert decided([], WEIGHTS)[1] == pytest.approx(1 / 3)


def groups(body: str) -> list[list[str]]:
    reading = ingest(Article("a.txt", body, body, published=PartialDate("2024-03-12")), WORDS)
    return [sorted(p.name for p in entry.participants) for entry in reading.entries]
