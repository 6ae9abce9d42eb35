"""Spellings of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.resolve.names import is_reordered, is_short_for, name_words

NAMES = st.lists(
    st.sampled_from("Zakir Həsənov Z. al-Sisi O’Brien Jong-un Дмитрий 李 Əli de".split()),
    min_size=1,
    max_size=4,
).map(" ".join)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Zakir Həsənov", ("zakir", "hasanov")),
        ("Kim Jong-un", ("kim", "jong", "un")),
        ("Patrick O’Brien", ("patrick", "obrien")),
        ("Z. Hasanov", ("z", "hasanov")),
        ("Louis XIV 2nd", ("louis", "xiv", "nd")),
        ("…", ()),
    ],
)
def test_a_name_has_words_in_plain_letters(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@given(st.lists(st.text("abcəğ", min_size=2), min_size=1), st.randoms(use_true_random=False))
def test_full_words_may_come_in_any_order(words: list[str], chance: object) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert is_reordered(" ".join(words), " ".join(shuffled))


def test_initials_have_an_order() -> None:
    assert not is_reordered("A. B. Hasanov", "B. A. Hasanov")


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Z. Hasanov", "Zakir Hasanov", True),
        ("Hasanov", "Zakir Hasanov", True),
        ("Z. A. Hasanov", "Zakir Asgar Hasanov", True),
        ("Z. Hasanov", "Zakir Asgar Hasanov", True),
        ("Z. B. Hasanov", "Zakir Asgar Hasanov", False),
        ("Zakir Hasanov", "Zakir Asgar Hasanov", False),
        ("Zakir Hasanov", "Zakir Hasanov", False),
        ("Zakir", "Zakir Hasanov", False),
        ("Zakir Hasanov", "Z. Hasanov", False),
        ("", "Zakir Hasanov", False),
        ("Hasanov", "", False),
    ],
)
def test_a_short_form_is_initials_and_the_surname(short: str, full: str, expected: bool) -> None:  # noqa: FBT001  pytest gives it by name
    assert is_short_for(short, full) is expected


@given(NAMES, NAMES)
def test_of_two_names_at_most_one_is_short_for_the_other(one: str, other: str) -> None:
    assert not (is_short_for(one, other) and is_short_for(other, one))
