"""Whatever the text: no error, and time that grows as the text does."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.ingest.find import dates, names
from chronicle.ingest.furniture import without_furniture
from chronicle.ingest.origin import origin
from chronicle.ingest.seats import seats_in
from chronicle.ingest.text import text_of
from chronicle.lexicon import load_lexicon
from chronicle.model import Article

WORDS = load_lexicon()
PIECES = st.sampled_from(
    ["on", "March", "5", "2021", "-", "to", ".", ",", "\n", "(", ")",
     "/", "Paris", "in", "BAKU", "Monday",
     "the day", "two days later", "until", "said", "©", "U.S.", "Ts.", "الرياض", "0", "31",
     "April", "31/01/2020",
     "three-day"]
)  # fmt: skip
PROSE = st.lists(PIECES, max_size=40).map(" ".join)
LONG = {
    "prose": "The minister met the envoy in Paris on Monday, March 5, and said so. " * 4000,
    "one word": "a" * 300_000,
    "digits": "1" * 300_000,
    "numbers": "12 " * 100_000,
    "brackets": "(" * 300_000,
    "capitals": "Aa " * 100_000,
    "right to left": "التقى الوزير " * 25_000,
    "lines": "Paris, 5\n" * 30_000,
}


def read(body: str) -> None:
    text = text_of(body, WORDS)
    found = sorted((*names.find(text, WORDS, ()), *dates.find(text, WORDS, ())), key=lambda m: m.span)
    for sentence in text.sentences[:50]:
        list(seats_in(text, sentence, found, {"FR", "AZ"}, WORDS))
    for mention in found:
        assert 0 <= mention.span.start < mention.span.stop <= len(body)
    origin(Article(id="x.txt", text=body, body=without_furniture(body)))


@given(st.text())
def test_any_text_is_read(body: str) -> None:
    read(body)


@given(PROSE)
def test_any_mixture_of_its_words_is_read(body: str) -> None:
    read(body)


@given(PROSE)
def test_dates_do_not_overlap(body: str) -> None:
    end = 0
    for mention in dates.find(text_of(body, WORDS), WORDS, ()):
        assert mention.span.start >= end
        end = mention.span.stop


@pytest.mark.parametrize("kind", LONG)
def test_long_texts_take_no_longer_than_they_are(kind: str) -> None:
    start = time.process_time()
    read(LONG[kind])
    assert time.process_time() - start < 10
