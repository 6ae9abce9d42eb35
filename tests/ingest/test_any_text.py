"""Any text goes through the reader: no error, spans inside the text, time that grows as the text does."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.ingest import ingest
from chronicle.ingest.explain import explain
from chronicle.ingest.find import dates
from chronicle.ingest.furniture import without_furniture
from chronicle.ingest.report import in_words, prediction
from chronicle.ingest.text import LONGEST, text_of
from chronicle.lexicon import load_lexicon
from chronicle.model import Article, PartialDate

WORDS = load_lexicon()
REPORT = (
    "Defense Minister Rashad Example received Ambassador Maria Sample of Portugal in Baku on Monday.\n\n"
    "The two discussed military cooperation, the ministry's press service said. Also present was Col. Ion "
    "Model, the Portuguese military attaché. A call with President Ada Pattern is due on 12 March 2024.\n\n"
)
SHORT, LONG, LONGER = 3_000, 30_000, 1_000_000  # code points
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
    "dots": ".",
    "blank lines": " \n",
    "tabs": "\t",
    "dashes": "-",
    "dashed": "a-",
    "dotted letters": "a.",
    "stops and quotes": ".”",
    "lines of sentences": "Baku.\n",
    "lines of names": "Maria Sample\n",
    "datelines": "Baku, 12 March – ",
    "numbers": "12 ",
    "stamps": "12.03.2024 10:30 | ",
    "style sheets": ".a{",
    "sources": "the Defense Ministry of the ",
    "papers": "signed a memorandum of ",
    "days told": "two days later ",
    "envoys without names": "the Portuguese ambassador and ",
    "delegations": "a delegation of Portugal, ",
    "people of a body": "Members of the Polar Mining Corporation came. PMC spoke. ",
    "titles that are forenames": "A call by Amir Rahmani came. ",
    "page heads in other digits": " date ٢٠١٩-١١-٠٧ Minister\n\n16 July 2019\n\n",
    "no stops": "the minister met the ambassador of Portugal in Baku on Monday and ",
}
MILLION = (
    "prose",
    "one word",
    "digits",
    "brackets",
    "capitals",
    "lines",
    "blank lines",
    "spaces",
    "right to left",
)


DAY = PartialDate("2024-03-11")  # in the header


def article(body: str) -> Article:
    return Article(id="a.txt", text=body, body=body, published=DAY)


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
            assert evidence.words is None or evidence.words in body or evidence.words == DAY
    explain(reading.article, WORDS)
    in_words(reading)
    prediction("a.txt", [reading])


PIECES = st.sampled_from(
    [*SHAPES.values(), REPORT[:95], "Defense Minister ", "Mr. ", "President ", "yesterday ", "in Baku ",
     "’s ", "“", "–", "\r", "on ", "March ", "5 ", "2021", "to ", "(", "/", "Paris", "until ", "said ",
     "©", "U.S. ", "Ts. ", "31/01/2020", "three-day ", "had ", "will "]
)  # fmt: skip
MIXTURE = st.lists(PIECES, max_size=25).map("".join)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=400), MIXTURE))
def test_any_text_is_read(body: str) -> None:
    read(body)


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=400).map(lambda content: content.decode("latin-1")))
def test_bytes_of_any_kind_are_read(body: str) -> None:
    read(body)


@pytest.mark.parametrize("body", ["", " ", "\n", ".", "\0", "\ufeff", "\ufffd"])
def test_next_to_nothing_is_read(body: str) -> None:
    assert ingest(article(body), WORDS).entries == ()


@settings(max_examples=100, deadline=None)
@given(MIXTURE)
def test_dates_do_not_overlap(body: str) -> None:
    end = 0
    for mention in dates.find(text_of(body, WORDS), WORDS, ()):
        assert end <= mention.span.start < mention.span.stop
        end = mention.span.stop


@pytest.mark.parametrize("shape", SHAPES)
def test_no_sentence_is_longer_than_the_longest(shape: str) -> None:
    """What is worked out within one sentence can't take long, then."""
    body = of_length(shape, LONG)
    sentences = text_of(body, WORDS).sentences
    assert all(0 < s.span.stop - s.span.start <= LONGEST for s in sentences)
    assert all(one.span.stop <= other.span.start for one, other in pairwise(sentences))
    held = sum(len(body[s.span.start : s.span.stop].split()) for s in sentences)
    assert " " not in body.strip() or held == len(body.split())


def of_length(shape: str, length: int) -> str:
    """A text of a shape, cut at a length."""
    return (SHAPES[shape] * (length // len(SHAPES[shape]) + 1))[:length]


def calls(shape: str, length: int) -> int:
    """How many functions the reader calls for a text of this shape and length: the same on any machine."""
    count = 0

    def counted(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        body = of_length(shape, length)
        ingest(article(without_furniture(body)), WORDS)
        ingest(article(body), WORDS)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_as_the_text_does(shape: str) -> None:
    """Ten times the text may take at most fifteen times the calls; what they cost is in `make bench`."""
    calls(shape, SHORT)  # what is compiled and loaded once only is done now
    assert calls(shape, LONG) < 15 * max(calls(shape, SHORT), 1000)


@pytest.mark.parametrize("shape", MILLION)
def test_a_million_characters_are_read(shape: str) -> None:
    body = of_length(shape, LONGER)
    without_furniture(body)
    ingest(article(body), WORDS)
