"""Names as parts of addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.slug import LONGEST, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zakir Həsənov", "zakir-hasanov"),
        ("Əli Əsədov", "ali-asadov"),
        ("Côte d'Ivoire", "cote-divoire"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Закир Гасанов", "zakir-gasanov"),
        ("  -- Al-Sisi! ", "al-sisi"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_long_text_is_cut_at_a_word() -> None:
    cut = slug("Deputy Minister of Defense and Armed Forces Logistics of the Islamic Republic")
    assert cut == "deputy-minister-of-defense-and-armed-forces-logistics-of-the"


@given(st.text())
def test_a_slug_is_never_empty_and_always_plain(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug(text))
    assert len(slug(text)) <= LONGEST
    assert slug(slug(text)) == slug(text)
