"""Phrases found in a text."""

from chronicle.lexicon.phrases import Phrase, Phrases


def test_phrases_start_at_words_whatever_stands_behind() -> None:
    days = Phrases((Phrase("may", "day", "5"), Phrase("next day", "day", "+1")))
    assert days.starts("dismay in may; the next days, maybe") == [10, 19, 30]
