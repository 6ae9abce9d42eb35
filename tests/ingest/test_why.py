"""Why somebody takes part, or doesn't."""

import pytest

from chronicle.ingest import read_through
from chronicle.ingest.why import decisions
from chronicle.lexicon import load_lexicon
from chronicle.model import Article, PartialDate

WORDS = load_lexicon()
MET = "Kenyan Foreign Minister Grace Wanjiru met Czech Foreign Minister Jan Svoboda in Nairobi on Monday. "


def told(body: str) -> dict[str, str]:
    """What is said of each, by the first words of the line."""
    read = read_through(Article("a.txt", body, body, published=PartialDate("2025-03-04")), WORDS)
    lines = [line[1:].partition("' ") for line in decisions(read.told)]
    return {words.partition(" Minister ")[2]: why for words, _, why in lines}


def test_each_who_is_introduced_has_a_line_with_a_chance_and_signs() -> None:
    lines = told(
        "Kenyan Foreign Minister Grace Wanjiru was host to Czech Foreign Minister Jan Svoboda on Monday."
    )
    assert list(lines) == ["Grace Wanjiru", "Jan Svoboda"]
    assert lines["Grace Wanjiru"].startswith("begins an encounter (0.")
    assert lines["Jan Svoboda"].startswith("joins the encounter told last (")
    assert "; 'one other" in lines["Jan Svoboda"]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        (
            "Deputy Minister Pavel Horak could not attend.",
            "takes no part (1.00, by absent)",
        ),
        (
            "Wanjiru spoke at the invitation of Deputy Minister Pavel Horak.",
            "takes no part (1.00, by in an aside)",
        ),
    ],
)
def test_what_is_sure_is_told_as_such(sentence: str, why: str) -> None:
    assert told(MET + sentence)["Pavel Horak"] == why


def test_nobody_introduced_nothing_to_say() -> None:
    assert told("It rained.") == {}
