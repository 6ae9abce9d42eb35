"""Phrases found in a text."""

import pytest

from chronicle.lexicon.phrases import Joined, Phrase, Phrases


def test_phrases_start_at_words_whatever_stands_behind() -> None:
    days = Phrases((Phrase("may", "day", "5"), Phrase("next day", "day", "+1")))
    assert days.starts("dismay in may; the next days, maybe") == [10, 19, 30]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the prime minister met the foreign minister",
        "“prime” ministers’ talks, new talks and\u00a0the talks’ end",
        "the new prime ministers talk; renewed talks on the minister",
    ],
)
def test_indexes_joined_find_what_each_finds_by_itself(text: str) -> None:
    offices = Phrases(Phrase(form, "office", form) for form in ("prime minister", "minister", "prime"))
    words = Phrases(Phrase(form, "word", form) for form in ("minister", "new talks", "talks", "new", "end"))
    found = Joined({"offices": offices, "words": words, "none": Phrases(())}).found(text)
    assert found == {"offices": offices.found(text), "words": words.found(text), "none": []}
