"""Which files of the articles folder are read, and which are left out, refused or doubted."""

from collections.abc import Mapping

import pytest

from chronicle import intake
from chronicle.ingest.formats import FORMATS
from chronicle.ingest.formats.decoding import GUESSED
from chronicle.intake import Intake, no_articles, number_of_articles, taken_in
from chronicle.problems import Problem
from tests.conftest import World, article_text

PAGE = "<html><body><p>Nothing of note was said in the capital on that day, or so it seems.</p></body></html>"


def of(files: Mapping[str, str | bytes], **closed: Problem) -> Intake:
    contents = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    return taken_in(
        contents, closed=closed, folder="content/articles", ledger={}, advance=lambda *_: None, jobs=1
    )


def read_of(found: Intake) -> list[str]:
    return [fresh.article for fresh in found.fresh]


def test_every_suffix_of_a_format_is_read() -> None:
    assert {suffix for known in FORMATS for suffix in known.SUFFIXES} == intake.SUFFIXES


@pytest.mark.parametrize(
    "name", ["a.txt", "a.TXT", "b/a.md", "a", "2019.11.07", "Talks with Mr. Gross", "a.html?id=5", "No.5"]
)
def test_an_article_is_known_by_its_suffix_or_has_none(name: str) -> None:
    assert no_articles([name]) == set()


@pytest.mark.parametrize("name", ["a.css", "b/a.PNG", "a.mp4", "a.json", "Thumbs.db", "a.xlsx"])
def test_other_files_are_left_out_with_a_note_and_no_problem(name: str) -> None:
    found = of({"one.txt": "They met.", name: b"\0"})
    assert (read_of(found), found.problems) == (["one.txt"], ())
    suffix = name[name.index(".") :].lower()
    assert found.notes == (f"1 file is no article and left out of content/articles ({suffix}).",)


@pytest.mark.parametrize(
    "folder",
    [
        "talks_files", "talks.files", "talks-files", "talks_fichiers", "talks-Dateien", "talks_archivos",
        "talks_arquivos", "talks_bestanden", "talks_file",
    ],
)  # fmt: skip
def test_the_folder_of_a_saved_page_is_left_out(folder: str) -> None:
    inside = [
        f"{folder}/ad.html",
        f"{folder}/note.txt",
        f"{folder}/deeper/frame.htm",
        f"{folder}/picture.png",
    ]
    found = of({"talks.html": PAGE, **dict.fromkeys(inside, PAGE)})
    assert (read_of(found), found.problems) == (["talks.html"], ())
    assert found.notes == (
        "4 files are no article and left out of content/articles (.htm, .html, .png, .txt).",
    )


def test_the_folder_of_a_page_that_was_renamed_is_known_by_style_sheets_and_scripts() -> None:
    assert no_articles(["x/old_files/ad.html", "x/old_files/style.css", "x/new.html"]) == {
        "x/old_files/ad.html",
        "x/old_files/style.css",
    }


def test_a_folder_of_articles_may_be_called_files() -> None:
    assert no_articles(["press_files/a.txt", "press_files/b.html", "files/c.txt"]) == set()


def test_no_note_where_nothing_is_left_out() -> None:
    assert of({"one.txt": "They met."}).notes == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.pdf", "PDF"), ("b/a.DOCX", "Word"), ("a.doc", "Word"), ("a.rtf", "RTF"), ("a.odt", "OpenDocument")],
)
def test_a_document_is_one_problem_that_says_what_to_do(name: str, kind: str) -> None:
    found = of({"one.txt": "They met.", name: b"%PDF-1.7 \0"})
    assert read_of(found) == ["one.txt"]
    assert list(map(str, found.problems)) == [
        f"content/articles/{name}: {kind} isn't read.\n    Save the article as text or HTML."
    ]
    assert found.notes == ()


def test_a_closed_file_counts_only_if_it_may_be_an_article() -> None:
    def problem(name: str) -> Problem:
        return Problem(f"content/articles/{name}", None, "this can't be opened: why")

    closed = {name: problem(name) for name in ("a.txt", "b.css", "c.pdf")}
    found = taken_in({}, closed=closed, folder="content/articles", ledger={}, advance=lambda *_: None, jobs=1)
    assert [each.what for each in found.problems] == ["this can't be opened: why", "PDF isn't read"]


def test_a_guessed_encoding_is_seen_in_the_first_entry() -> None:
    text = article_text(guest="Peña Nieto")
    (fresh,) = of({"one.txt": text.encode("cp1252")}).fresh
    assert fresh.drafts[0].review[0] == GUESSED
    (sure,) = of({"one.txt": text}).fresh
    assert GUESSED not in sure.drafts[0].review


def test_a_guessed_encoding_is_remembered_where_nothing_was_found() -> None:
    (fresh,) = of({"one.txt": "Peña slept.".encode("cp1252")}).fresh
    assert fresh.drafts == ()
    assert fresh.reason.endswith(f"; {GUESSED}")


def test_of_several_articles_in_a_file_those_in_plain_ascii_are_beyond_doubt() -> None:
    lines = '{"text": "Peña slept."}\n{"text": "Smith slept."}'
    whole, first, second = of({"a.jsonl": lines.encode("cp1252")}).fresh
    assert whole.reason == "a file of 2 articles"
    assert GUESSED in first.reason
    assert GUESSED not in second.reason


def test_a_page_saved_with_its_folder_builds_without_a_problem(world: World) -> None:
    world.article("talks.txt")
    world.article("page.html", PAGE)
    world.article("page_files/ad.html", PAGE)
    world.article("page_files/style.css", "p {}")
    world.article("page_files/logo.png", "\0")
    summary = world.build()
    assert summary.problems == ()
    assert summary.articles == 2


def test_files_with_several_articles_are_not_counted_themselves() -> None:
    assert number_of_articles(["a.txt", "b.jsonl", "b.jsonl#1", "b.jsonl#2"]) == 3
