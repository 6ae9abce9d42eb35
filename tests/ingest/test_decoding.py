"""Bytes become the text that somebody wrote, in whatever encoding they were saved."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.ingest.formats.decoding import GUESSED, cleaned, decoded, doubt_of, repaired
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


AROUND = "The minister met {} in Baku on Thursday – they spoke of “trade”."
PLAIN = "The minister met {} in Baku on Thursday; they spoke of trade."


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1251", "Иванов"),
        ("cp1251", "Сергей Лавров, министр иностранных дел"),
        ("cp1251", "Володимир Зеленський"),
        ("cp1251", "МОСКВА"),
        ("koi8-r", "София"),
        ("koi8-r", "Сергей Лавров, министр иностранных дел"),
        ("cp866", "Сергей Лавров, министр иностранных дел"),
        ("cp1252", "Zoë Lefèvre"),
        ("cp1252", "Jürgen Groß and Søren Kjær"),
        ("cp1252", "Guðmundsson, Þórður"),
        ("cp1252", "João and São Tomé’s Hélène"),
        ("cp850", "Sénégal’s Müller".replace("’", "'")),
        ("cp1254", "Şahin Yıldız"),
        ("cp1254", "İlham Çavuşoğlu"),
        ("cp1254", "Recep Erdoğan and Cécile Dupont"),
        ("cp1250", "Mariusz Błaszczak"),
        ("cp1250", "Andrej Plenković and Vučić"),
        ("cp1250", "Jiří Říčany"),
        ("cp1257", "Ingrida Šimonytė and Rinkēvičs"),
        ("cp1253", "Κυριάκος Μητσοτάκης"),
        ("cp1255", "ראש הממשלה"),
        ("cp1256", "تهران"),
        ("cp1256", "الرئيس محمد"),
    ],
)
def test_a_few_names_among_english_tell_the_encoding(encoding: str, names: str) -> None:
    dos = encoding in {"koi8-r", "cp866", "cp850"}
    text = (PLAIN if dos else AROUND).format(names)
    assert decoded(text.encode(encoding)) == text
    assert doubt_of(text.encode(encoding)) is None


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1250", "Băsescu"), ("cp1250", "Novotný"), ("cp1252", "Peña")]
)
def test_a_name_that_may_be_another_raises_a_doubt(encoding: str, name: str) -> None:
    assert doubt_of(AROUND.format(name).encode(encoding)) == GUESSED


@pytest.mark.parametrize("encoding", ["gb18030", "shift_jis"])
def test_other_scripts_are_left_to_the_detector_with_a_doubt(encoding: str) -> None:
    text = "外務大臣王毅会談。" * 6
    assert doubt_of(text.encode(encoding)) == GUESSED


@pytest.mark.parametrize("text", ["“Trade” – and more…", "It cost €500, a 5° slope"])
def test_signs_alone_raise_no_doubt(text: str) -> None:
    assert decoded(text.encode("cp1252")) == text
    assert doubt_of(text.encode("cp1252")) is None


def test_a_few_broken_bytes_leave_the_rest_of_a_text_as_it_is() -> None:
    content = "Həsənov met Çağla Örnek".encode() + b" and Jos\xe9."
    assert decoded(content) == "Həsənov met Çağla Örnek and Jos\ufffd."
    assert doubt_of(content) == (
        "The file is broken in one place, where its bytes are no UTF-8; look at the names."
    )


def test_a_text_that_was_cut_in_the_midst_of_a_letter_stays_utf_8() -> None:
    assert decoded("Anar Əlizadə".encode()[:-1]) == "Anar Əlizad\ufffd"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_counts_though_bytes_are_broken(encoding: str) -> None:
    content = "Anar met his guest.".encode(encoding) + b"\xff"
    assert decoded(content) == "Anar met his guest.\ufffd"
    assert "one place" in (doubt_of(content) or "")


def test_what_is_declared_or_utf_8_raises_no_doubt() -> None:
    assert doubt_of("Błaszczak".encode("cp1250"), ("cp1250",)) is None
    assert doubt_of("Błaszczak".encode()) is None
    assert doubt_of(b"Smith") is None


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
