"""An article goes in, a reading comes out: whatever the text, and rightly for the seeds."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.ingest import ingest
from chronicle.ingest.explain import explain
from chronicle.ingest.formats import read
from chronicle.ingest.report import prediction
from chronicle.lexicon import load_lexicon
from chronicle.model import Article, Basis, Reading

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
WORDS = load_lexicon()
PARTS = st.lists(
    st.sampled_from(
        [
            "Azerbaijani Defense Minister, Colonel General Zakir Hasanov",
            "met with",
            "the French ambassador to Azerbaijan, Zacharie Gross",
            "on Thursday",
            "in Baku",
            "will meet",
            "and",
            ",",
            ".\n\n",
            "NATO Secretary General Jens Stoltenberg",
            "presented his credentials to",
            "by phone",
            "(Chad)",
            "the Ministers of Defense of Georgia and",
            "27-28 April 2025",
            "İ",
            "’s",
            '"',
            "He",
            "with his Iranian counterpart",
        ]
    ),
    max_size=25,
).map(" ".join)


def reading_of(body: str) -> Reading:
    return ingest(Article(id="x.txt", text=body, body=body), WORDS)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), PARTS))
def test_any_text_goes_through(body: str) -> None:
    reading = reading_of(body)
    assert (reading.reason is None) == bool(reading.entries)
    assert explain(reading.article, WORDS)
    json.dumps(prediction("x.txt", [reading]))


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), PARTS))
def test_every_span_and_every_quotation_lies_in_the_body(body: str) -> None:
    reading = reading_of(body)
    for mention in reading.mentions:
        assert 0 <= mention.span.start < mention.span.stop <= len(body)
    for entry in reading.entries:
        for evidence in (entry.evidence or {}).values():
            assert evidence.words is None or evidence.words in body


@settings(max_examples=50, deadline=None)
@given(PARTS)
def test_a_second_reading_is_the_same(body: str) -> None:
    assert [e.id for e in reading_of(body).entries] == [e.id for e in reading_of(body).entries]
    assert explain(reading_of(body).article, WORDS) == explain(reading_of(body).article, WORDS)


def test_the_title_is_made_of_the_facts() -> None:
    reading = reading_of(
        "Azerbaijani Defense Minister Zakir Hasanov met with the French ambassador, Zacharie Gross, in Baku."
    )
    assert [e.title for e in reading.entries] == ["Zakir Hasanov meets Zacharie Gross"]
    assert [e.id for e in reading.entries] == ["undated-hasanov-gross"]


def test_the_body_shows_markdown_signs_as_they_were() -> None:
    reading = reading_of(
        "Iranian President Hassan Rouhani met French President Emmanuel Macron in Paris.\n\n"
        "# 1 *The talks* were long.\n\n- one_two"
    )
    assert r"\# 1 \*The talks\* were" in reading.entries[0].body
    assert r"\- one\_two" in reading.entries[0].body


def test_a_visit_of_nobody_known_has_a_true_reason() -> None:
    reading = reading_of("Nowak will pay a state visit to Germany in May, the Royal Palace in Warsaw said.")
    assert reading.reason == "A visit is announced, but nobody was found who travels."
    assert reading.review == (reading.reason,)


def test_who_talked_with_somebody_has_an_office_and_a_side_that_are_inferred() -> None:
    (entry,) = reading_of(
        "Poland's Adam Nowak held talks with Karl Weber in Warsaw. Germany's defence minister told "
        "reporters after the talks with Nowak that all went well."
    ).entries
    found = [(entry.evidence or {})[f"participants[1].{field}"] for field in ("role", "country")]
    assert [(e.basis, e.rule) for e in found] == [(Basis.INFERRED, "office_of_who_talked")] * 2
    assert [e.words for e in found] == ["Germany's defence minister", "Germany"]


def score_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(
    not (CORPUS / "score.py").exists(), reason="the annotated articles are not beside the project"
)
def test_the_seeds_are_read_right() -> None:
    score = score_module()
    for gold in sorted((CORPUS / "seeds").glob("*.yaml")):
        source = gold.with_suffix(".txt")
        found = prediction(source.name, [ingest(a, WORDS) for a in read(source.name, source.read_bytes())])
        assert score.score_article(yaml.safe_load(gold.read_text("utf-8")), found, score.Tally()) == []
