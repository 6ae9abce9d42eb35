"""Names in their parts, and how alike two words of names are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.resolve.names import OTHER, SAME, Name, likeness, name_words, parsed
from chronicle.resolve.sounds import distance, skeleton

NAMES = st.lists(
    st.sampled_from(
        "Zakir Həsənov Z. al-Sisi O’Brien Jong-un Дмитрий 李 Əli de bin VI Jr. “Abe” Dr.".split()
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
WORDS = st.text("abdehiklmnorstuvyz", min_size=1, max_size=10)


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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Syed Asim Munir Ahmad Shah", Name(("asim", "munir", "ahmad", "shah"), "", by_descent=False)),
        ("Zayed bin Sultan Al Nahyan", Name(("zayed", "sultan", "nahyan"), "", by_descent=True)),
        ("Zambry Abd Kadir", Name(("zambry", "abdkadir"), "", by_descent=False)),
        ("Abd al-Rahman Salih", Name(("abdrahman", "salih"), "", by_descent=False)),
        ("King Mohammed VI", Name(("mohammed",), "vi", by_descent=False)),
        ("Juan Carlos I", Name(("juan", "carlos"), "i", by_descent=False)),
        ("Ferdinand Marcos Jr.", Name(("ferdinand", "marcos"), "jr", by_descent=False)),
        ("I. Aliyev", Name(("i", "aliyev"), "", by_descent=False)),
        ("Le Duan", Name(("le", "duan"), "", by_descent=False)),
        ("Charles de Gaulle", Name(("charles", "gaulle"), "", by_descent=False)),
        ("Joseph “Joe” Clark", Name(("joseph", "clark"), "", by_descent=False, nickname="joe")),
        ("Lord Home", Name(("home",), "", by_descent=False)),
        ("Al", Name(("al",), "", by_descent=False)),
        ("…", Name(("...",), "", by_descent=False)),
    ],
)
def test_a_name_is_taken_into_its_parts(name: str, expected: Name) -> None:
    assert parsed(name) == expected


def test_a_korean_surname_has_one_spelling() -> None:
    assert parsed("Noh Moo-hyun", "KR") == parsed("Roh Moo Hyun", "KR")
    assert parsed("Wang Yi", "CN") != parsed("Wang Li", "CN")


@given(st.text(max_size=40) | NAMES)
def test_any_name_has_a_word(name: str) -> None:
    assert parsed(name).words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hasanov", "gasanov"),
        ("khalid", "khaled"),
        ("mohammed", "muhammad"),
        ("zelensky", "zelenskyy"),
        ("lukashenko", "lukashenka"),
        ("mammadyarov", "mamedyarov"),
        ("jafarov", "cafarov"),
        ("berdimuhamedow", "berdymukhamedov"),
        ("abdulaziz", "abdelaziz"),
        ("jim", "james"),
        ("z", "zakir"),
        ("yermekbayev", "yerkembayev"),
        ("mhmd", "mohammed"),
    ],
)
def test_words_that_may_be_one(one: str, other: str) -> None:
    assert likeness(one, other) > OTHER
    assert likeness(other, one) == likeness(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hassan", "hussein"),
        ("hasanov", "hasanli"),
        ("li", "lu"),
        ("abe", "obe"),
        ("ivanov", "ivanova"),
        ("medvedev", "medvedchuk"),
        ("z", "ramil"),
        ("park", "pak-ho"),
        ("igor", "sergei"),
    ],
)
def test_words_that_are_two(one: str, other: str) -> None:
    assert likeness(one, other) == OTHER


@given(WORDS, WORDS)
def test_words_are_as_far_apart_in_both_directions(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= distance(one, other) <= 1
    assert distance(one, other) == pytest.approx(distance(other, one))


@given(WORDS)
def test_a_word_is_like_itself(word: str) -> None:
    assert likeness(word, word) == SAME
    assert distance(word, word) == 0
    assert skeleton(word)
