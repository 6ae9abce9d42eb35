"""Bytes become the text that somebody wrote, in whatever encoding they were saved."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.ingest.formats.decoding import cleaned, decoded, repaired
from chronicle.problems import Unreadable

HERE = Path(__file__).parents[1] / "examples" / "articles"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cp1251.txt", "Министр обороны принял посла Франции"),
        ("cp1252.txt", "Ambassador Zoë Lefèvre – “a friend of the country” – in Côte d’Ivoire"),
        ("cp1254.txt", "Foreign Minister Şahin Yıldız received Ambassador Işık Doğan"),
        ("utf-16.txt", "Ambassador Çağla Örnek in Baku.\nThey discussed trade.\n"),
        ("mojibake.txt", "Minister Anar Əlizadə met Ambassador Cécile Dupont’s deputy.\nAzerbaijan`s guest"),
    ],
)
def test_samples_are_decoded(name: str, words: str) -> None:
    assert words in decoded((HERE / name).read_bytes())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf_8_are_recognised(encoding: str) -> None:
    text = "Anar Əlizadə – “Türkiye”"
    assert decoded(text.encode(encoding)) == text


def test_what_the_file_declares_comes_before_a_guess() -> None:
    assert decoded("Błaszczak".encode("cp1250"), ("no-such", None, "cp1250")) == "Błaszczak"


@pytest.mark.parametrize(
    "text", ["Azerbaijan`s Həsənov", "São Tomé", "“curly” ‘quotes’", "Þórður Guðmundsson", "A &amp; B"]
)
def test_sound_text_stays_as_it_is(text: str) -> None:
    assert repaired(text) == text
    assert decoded(text.encode()) == text


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("HÉ™sÉ™nov", "Həsənov"),
        ("CÃ´te dâ€™Ivoire", "Côte d’Ivoire"),
        ("TÃ¼rkiye", "Türkiye"),
        ("ÐœÐ¸Ð½Ð¸Ñ\x81Ñ‚Ñ€ Ð¾Ð±Ð¾Ñ€Ð¾Ð½Ñ‹", "Министр обороны"),
    ],
)
def test_garbled_text_is_repaired(garbled: str, meant: str) -> None:
    assert repaired(garbled) == meant


def test_unseen_characters_go_and_newlines_are_one_kind() -> None:
    assert cleaned("a\u00adb\u200bc\ufeffd\x07e\u202af\u00a0g\r\nh\ri\u2028j\tk") == "abcdef g\nh\ni\nj\tk"


@pytest.mark.parametrize("content", [b"a\0b", b"%PDF-1.7 x", b"PK\x03\x04x", b"\x89PNG\r\n", b"{\\rtf1 x}"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="not text"):
        decoded(content)


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.binary())
def test_decoded_text_can_be_written(content: bytes) -> None:
    try:
        text = decoded(content)
    except Unreadable:
        return
    assert "\r" not in text
    assert isinstance(text.encode(), bytes)
