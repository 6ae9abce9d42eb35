"""The page's furniture goes, the report stays."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from chronicle.ingest.furniture import RULES, without_furniture
from chronicle.lexicon.words import word_lists

HERE = Path(__file__).parents[1]
CASES = yaml.safe_load((HERE / "cases" / "en" / "furniture.yaml").read_text(encoding="utf-8"))
LEXICON = HERE.parent / "chronicle" / "lexicon"
SENTENCES = st.lists(
    st.sampled_from(
        [
            "The minister met with the ambassador of France on Thursday in Baku.",
            "Share prices, comments and the latest news were discussed by both sides.",
            "“We follow us closely,” he said in the talks that lasted an hour.",
            "By the evening of 24 October 2017 at 18:30 the delegation had left the city.",
        ]
    ),
    max_size=6,
    unique=True,
)


@pytest.mark.parametrize("case", CASES, ids=[case["from"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    assert without_furniture(case["text"], title=case.get("title")) == case["body"]


@pytest.mark.parametrize("case", CASES, ids=[case["from"] for case in CASES])
def test_a_second_time_changes_nothing(case: dict[str, str]) -> None:
    assert without_furniture(case["body"]) == case["body"]


@given(st.text())
def test_any_text_goes_through(text: str) -> None:
    assert len(without_furniture(text)) <= len(text)


@given(SENTENCES)
def test_sentences_stay(sentences: list[str]) -> None:
    assert without_furniture("\n\n".join(sentences)) == "\n\n".join(sentences)


@given(SENTENCES)
def test_furniture_around_sentences_goes(sentences: list[str]) -> None:
    page = "\n".join(["Skip to content", "Share", *sentences, "Tags: one, two", "Latest news"])
    assert without_furniture(page) == "\n".join(sentences)


def test_every_rule_has_a_name_and_a_contract() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
    assert all(rule.__doc__ for rule in RULES)


@pytest.mark.parametrize("name", ["en/furniture", "en/attribution", "en/page_dates", "en/signing"])
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    for section, words in word_lists(name).items():
        assert sorted(words) == sorted(set(words)), section


def test_each_line_of_the_lexicon_has_a_witness() -> None:
    lines = (LEXICON / "en" / "furniture.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("  - ") and " # " not in line] == []
