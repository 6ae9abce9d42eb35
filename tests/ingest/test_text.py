"""Sentences and tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.ingest.text import text_of
from chronicle.lexicon import load_lexicon

WORDS = load_lexicon()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Col. Gen. Z. Hasanov met him. He left.", ["Col. Gen. Z. Hasanov met him.", "He left."]),
        ("He came on Nov. 26 to Baku.", ["He came on Nov. 26 to Baku."]),
        (
            "reported the press service.At the ministry it was.",
            ["reported the press service.", "At the ministry it was."],
        ),
        ("News.Az was told by it.", ["News.Az was told by it."]),
        ("Envoys meet\n\nThey met.", ["Envoys meet", "They met."]),
        ("was received in\nAnkara by him.", ["was received in\nAnkara by him."]),
        ("Muhannad M.A. Alhammouri came.", ["Muhannad M.A. Alhammouri came."]),
        ("Ts. Baatarzorig and P. B. Dissanayake came.", ["Ts. Baatarzorig and P. B. Dissanayake came."]),
        ("They met on March 5. They agreed.", ["They met on March 5.", "They agreed."]),
        ("Lt. Gen. X and Maj-Gen. Y met.", ["Lt. Gen. X and Maj-Gen. Y met."]),
        ("from the U.S. The guest left.", ["from the U.S.", "The guest left."]),
        ("the U.S. Secretary of State came.", ["the U.S. Secretary of State came."]),
        ("at 5 p.m. He left.", ["at 5 p.m.", "He left."]),
        ("Acme Co. Ltd. The firm came.", ["Acme Co. Ltd.", "The firm came."]),
        ("ASTANA, April 6. /TASS/. They met.", ["ASTANA, April 6. /TASS/.", "They met."]),
        ("", []),
    ],
)
def test_sentences(body: str, expected: list[str]) -> None:
    text = text_of(body, WORDS)
    assert [body[s.span.start : s.span.stop] for s in text.sentences] == expected


def test_a_possessive_is_a_token_of_its_own() -> None:
    tokens = text_of("Azerbaijan`s U.S. Abdul-Mahdi’s", WORDS).sentences[0].tokens
    assert [t.text for t in tokens] == ["Azerbaijan", "'s", "U.S.", "Abdul-Mahdi", "'s"]


@given(st.text())
def test_sentences_follow_one_another_and_hold_their_tokens(body: str) -> None:
    text = text_of(body, WORDS)
    assert len(text.key) == len(text.low) == len(body)
    end = 0
    for sentence in text.sentences:
        assert end <= sentence.span.start < sentence.span.stop <= len(body)
        end = sentence.span.stop
        for token in sentence.tokens:
            assert sentence.span.start <= token.start < token.stop <= sentence.span.stop
