"""Any text goes through the reader: no crash, spans inside the text, and time in proportion to its length."""

import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.ingest import ingest
from chronicle.ingest.explain import explain
from chronicle.ingest.report import in_words, prediction
from chronicle.lexicon import load_lexicon
from chronicle.model import Article, PartialDate

WORDS = load_lexicon()
REPORT = (
    "Defense Minister Rashad Example received Ambassador Maria Sample of Portugal in Baku on Monday.\n\n"
    "The two discussed military cooperation, the ministry's press service said. Also present was Col. Ion "
    "Model, the Portuguese military attaché. A meeting with President Ada Pattern is due on 12 March 2024."
    "\n\n"
)
LONG = 1_000_000  # code points
SHAPES = {
    "prose": REPORT,
    "one word": "a",
    "one capitalised word": "Abc",
    "capitals": "ABC ",
    "digits": "1",
    "dates": "12 March 2024 ",
    "brackets": "([{",
    "closing brackets": ")]}",
    "quotation marks": '"',
    "full stops": ". ",
    "commas": "Minister, ",
    "names": "Maria Sample, ",
    "offices": "Minister of Defense and Chief of Staff of the Armed Forces of ",
    "countries": "Portugal and ",
    "lines": "\n",
    "short lines": "Baku\n",
    "spaces": " ",
    "right to left": "التقى وزير الدفاع ",
    "marks without letters": "\u0301\u200f\u200b",
    "emoji": "👩‍👩‍👧 ",
    "met": "met ",
    "apostrophes": "Portugal's ",
    "initials": "A. ",
}


def article(body: str) -> Article:
    return Article(id="a.txt", text=body, body=body, published=PartialDate("2024-03-11"))


def read(body: str) -> None:
    """Everything that is done with an article, and what must hold of every reading."""
    reading = ingest(article(body), WORDS)
    length = len(body)
    for mention in reading.mentions:
        assert 0 <= mention.span.start <= mention.span.stop <= length
    assert bool(reading.entries) != bool(reading.reason)
    for entry in reading.entries:
        assert len(set(entry.parties)) == len(entry.parties) >= 1
        for evidence in (entry.evidence or {}).values():
            assert (
                evidence.words is None
                or evidence.words in body
                or evidence.words in (reading.article.url or "")
            )
    explain(reading)
    in_words(reading)
    prediction("a.txt", [reading])


PIECES = st.sampled_from(
    [
        *SHAPES.values(),
        REPORT[:95],
        "met ",
        "Defense Minister ",
        "Mr. ",
        "President ",
        "yesterday ",
        "in Baku ",
        "’s ",
        "“",
        "–",
        "\t",
        "\r",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=25).map("".join)))
def test_any_text_is_read(body: str) -> None:
    read(body)


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=400).map(lambda content: content.decode("latin-1")))
def test_bytes_of_any_kind_are_read(body: str) -> None:
    read(body)


@pytest.mark.parametrize(
    "body", ["", " ", "\n", ".", "\0", "\ufeff", "\ud800".encode("utf-8", "replace").decode()]
)
def test_next_to_nothing_is_read(body: str) -> None:
    assert ingest(article(body), WORDS).entries == ()


@cache
def seconds(shape: str, length: int) -> float:
    """The least of a few measurements: what the reader takes for a text of this shape and length."""
    body = (SHAPES[shape] * (length // len(SHAPES[shape]) + 1))[:length]
    least = float("inf")
    for _ in range(2):
        started = time.process_time()
        ingest(article(body), WORDS)
        least = min(least, time.process_time() - started)
    return least


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_text_takes_time_in_proportion_to_its_length(shape: str) -> None:
    """Ten times the text may take at most thirty times as long: quadratic growth would be a hundredfold."""
    short, long = seconds(shape, LONG // 100), seconds(shape, LONG // 10)
    assert long < 30 * max(short, 0.002)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_million_characters_are_read(shape: str) -> None:
    body = (SHAPES[shape] * (LONG // len(SHAPES[shape]) + 1))[:LONG]
    ingest(article(body), WORDS)
