"""Each format reads its sample; anything else is Unreadable, with a line and a hint."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.ingest import formats
from chronicle.ingest.formats import FORMATS, read
from chronicle.model import Article
from chronicle.problems import ProblemsFound, Unreadable

HERE = Path(__file__).parents[1] / "examples" / "articles"
NAMES = ("a.txt", "a.md", "a", "a.html", "a.eml", "a.jsonl", "a.xyz")


def sample(name: str) -> Article:
    (article,) = read(name, (HERE / name).read_bytes())
    return article


def refused(name: str, text: str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(name, text.encode())
    return caught.value


def test_every_format_module_is_in_the_list() -> None:
    folder = Path(formats.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "addresses", "decoding", "guessing"}
    assert modules == {known.__name__.rpartition(".")[2] for known in FORMATS}  # type: ignore[attr-defined]


def test_a_header_gives_the_fields_and_the_body_is_without_it() -> None:
    article = sample("plain-header.txt")
    assert article.id == "plain-header.txt"
    assert article.url == "https://news.example/2019/11/07/envoy"
    assert article.outlet == "The Example: Daily"
    assert article.published == "2019-11-07"
    assert article.title == "Minister receives envoy"
    assert article.text.startswith("---\n")
    assert article.body == (
        "BAKU, Azerbaijan, Nov. 7\n\nDefense Minister Anar Example on Thursday met with the ambassador of"
        " France, the Defense Ministry reported."
    )


def test_a_file_without_header_has_no_fields() -> None:
    article = sample("page-head.md")
    assert (article.url, article.outlet, article.published, article.title) == (None, None, None, None)
    assert article.body.startswith("Azerbaijan`s minister Anar Əlizadə met")


def test_a_file_without_suffix_is_plain_text() -> None:
    assert sample("no-suffix").body.startswith("The president received")


@pytest.mark.parametrize(
    ("text", "line", "what", "hint"),
    [
        ("---\ntitle: x\nText", 1, "the header isn't closed", "---"),
        ("---\noutlt: X\n---\nText", 2, "unknown header key 'outlt'", "Did you mean 'outlet'?"),
        ("---\ntopic: X\n---\nText", 2, "unknown header key 'topic'", "url, outlet, published, title"),
        ("---\ntitle: x\n\npublished: soon\n---\nText", 4, "published is 'soon': not a date", "2019-11-07"),
        (
            "---\npublished: 2019-02-30\n---\nText",
            2,
            "published is '2019-02-30': there is no such day",
            "2019",
        ),
        ("---\ntitle: x\nno field\n---\nText", 3, "the header line 'no field' is no 'key: value'", "---"),
        ("---\ntitle: x\ntitle: y\n---\nText", 3, "the header gives 'title' twice", "one"),
    ],
)
def test_a_wrong_header_is_reported_with_its_line(text: str, line: int, what: str, hint: str) -> None:
    error = refused("a.txt", text)
    assert (error.line, error.what) == (line, what)
    assert hint in error.hint


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("outlet Daily", "Write 'outlet: Daily'."),
        ("outlet:Daily", "Write 'outlet: Daily'."),
        ("Outlt = The Daily", "Write 'outlet: The Daily'."),
        ("url:https://news.example/1", "Write 'url: https://news.example/1'."),
    ],
)
@pytest.mark.parametrize("before", [0, 1])
def test_a_header_line_without_its_colon_is_reported_wherever_it_stands(
    line: str, hint: str, before: int
) -> None:
    lines = [line, "title: Talks"]
    error = refused("a.txt", "\n".join(["---", *(lines[::-1] if before else lines), "---", "Text"]))
    assert (error.line, error.what) == (2 + before, f"the header line {line!r} is no 'key: value'")
    assert error.hint == hint


def test_a_header_of_nothing_but_a_line_without_its_colon_is_reported() -> None:
    assert refused("a.txt", "---\noutlet Daily\n---\nText").hint == "Write 'outlet: Daily'."


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe minister met his guest.\n---\nThey spoke of trade.",
        "---\n\nTalks in Baku\n\n---\nThe minister met his guest.",
        "---\nTalks in Baku\nThe minister met his guest.",
    ],
)
def test_a_text_between_two_rules_of_dashes_is_no_header(text: str) -> None:
    (article,) = read("a.txt", text.encode())
    assert (article.outlet, article.title) == (None, None)
    assert "The minister met his guest." in article.body


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "ftp://news.example/1", "https://", "http://[x", "n/a"]
)
def test_an_address_that_is_none_of_the_web_is_reported(value: str) -> None:
    expected = (f"url is {value!r}: not a web address", "Write it as https://…")
    error = refused("a.txt", f"---\ntitle: x\nurl: {value}\n---\nText")
    assert (error.line, error.what, error.hint) == (3, *expected)
    with pytest.raises(ProblemsFound) as caught:
        read("a.jsonl", json.dumps({"text": "Text", "url": value}).encode())
    (problem,) = caught.value.problems
    assert (problem.line, problem.what, problem.hint) == (1, *expected)


def test_an_address_without_its_scheme_is_guessed() -> None:
    error = refused("a.txt", "---\nurl: news.example/1\n---\nText")
    assert error.hint == "Did you mean 'https://news.example/1'?"


@pytest.mark.parametrize("value", ["", "null"])
def test_an_address_may_be_left_empty(value: str) -> None:
    assert read("a.txt", b"---\nurl:\ntitle: x\n---\nText")[0].url is None
    assert read("a.jsonl", f'{{"text": "Text", "url": {value or json.dumps("")}}}'.encode())[0].url is None


@pytest.mark.parametrize("value", ["no", "12:30", "0123", "null", "'quoted'"])
def test_header_values_are_text(value: str) -> None:
    (article,) = read("a.txt", f"---\noutlet: {value}\n---\nText".encode())
    assert article.outlet == value.strip("'")


@pytest.mark.parametrize("value", ["2019", "2019-11", "2019-11-07"])
def test_a_date_keeps_its_precision(value: str) -> None:
    (article,) = read("a.txt", f"---\npublished: {value}\n---\nText".encode())
    assert article.published == value


def test_a_rule_of_dashes_at_the_top_is_no_header() -> None:
    (article,) = read("a.txt", b"---\n\nThe minister met his guest.\n")
    assert article.body == "The minister met his guest."


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_file_is_reported(name: str) -> None:
    assert refused(name, " \n").what


def test_a_header_without_text_is_reported() -> None:
    assert refused("a.txt", "---\ntitle: x\n---\n\n").what == "the file has a header but no text"


def test_a_saved_page_is_read_without_menus_and_buttons() -> None:
    article = sample("saved-page.html")
    assert article.title == "Minister receives envoy of Türkiye"
    assert article.outlet == "Example Times"
    assert article.published == "2021-03-15"
    assert article.url == "https://www.example-times.example/2021/03/envoy"
    assert "Anar Əlizadə on Monday received Ambassador Çağla Örnek" in article.body
    assert article.body.endswith("which will be held every spring.")
    for word in ("Politics", "cookies", "Tweet", "football", "tracker", "All rights"):
        assert word not in article.body


def test_the_page_names_its_encoding() -> None:
    assert "Министр иностранных дел принял" in sample("declared-cp1251.html").body


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://www.example-times.example/envoy", "https://www.example-times.example/envoy"),
        ("https://www.example-times.example/", "https://www.example-times.example/2021/03/envoy"),
    ],
)
def test_a_canonical_address_counts_unless_it_only_names_the_site(canonical: str, url: str) -> None:
    page = (HERE / "saved-page.html").read_text(encoding="utf-8")
    page = page.replace("<script>", f'<link rel="canonical" href="{canonical}"><script>', 1)
    assert read("a.html", page.encode())[0].url == url


@pytest.mark.parametrize("canonical", ["javascript:alert(1)", "data:text/html,x", "about:blank"])
def test_a_canonical_address_that_is_none_of_the_web_is_dropped(canonical: str) -> None:
    page = (HERE / "saved-page.html").read_text(encoding="utf-8")
    page = page.replace("<script>", f'<link rel="canonical" href="{canonical}"><script>', 1)
    assert read("a.html", page.encode())[0].url == "https://www.example-times.example/2021/03/envoy"


def test_a_page_with_an_xml_declaration_is_read() -> None:
    page = (HERE / "saved-page.html").read_text(encoding="utf-8")
    assert (
        read("a.html", f'<?xml version="1.0" encoding="utf-8"?>\n{page}'.encode())[0].outlet
        == "Example Times"
    )


def test_plain_text_is_read_without_the_costly_libraries() -> None:
    code = (
        "import sys; from chronicle.ingest.formats import read; read('a.txt', 'Həsənov met Örnek.'.encode());"
        "print({'trafilatura', 'lxml', 'ftfy', 'charset_normalizer'} & sys.modules.keys() or 'none')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=HERE.parents[2], text=True
    )
    assert done.stdout.strip() == "none"


def test_a_web_page_is_known_by_its_content() -> None:
    page = (HERE / "saved-page.html").read_bytes()
    assert read("a", page)[0].title == "Minister receives envoy of Türkiye"


def test_a_mail_gives_subject_day_sender_and_address() -> None:
    article = sample("multipart.eml")
    assert article.title == "Minister Əlizadə receives envoy"
    assert article.published == "2019-11-07"  # in the sender's zone; in UTC it is the 6th
    assert article.outlet == "Example News"
    assert article.url == "https://news.example/1"
    assert (
        article.body
        == "Minister Anar Əlizadə received the ambassador of France on Wednesday, the ministry said."
    )


def test_a_mail_in_html_is_read_and_a_person_is_no_outlet() -> None:
    article = sample("html-only.eml")
    assert article.outlet is None
    assert article.body.startswith("Foreign Minister Şahin Yıldız received")


LETTER = """From: Press Office <press@mod.example>
Subject: Minister receives envoy
Date: Thu, 07 Nov 2019 11:10:00 +0400
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"

"""
REPORT = "Minister Anar Əlizadə received the ambassador of France on Wednesday, the ministry said."


@pytest.mark.parametrize(
    "text",
    [
        f"Dear colleagues,\n\n{REPORT}\n\nKind regards,\nAnna Example\nPress Office",
        f"Good morning!\n\n{REPORT}\n\nBest regards, Anna Example\n+994 12 000 00 00",
        f"Dear Sir or Madam,\n{REPORT}\n-- \nPress Office, Example Street 1",
        f"{REPORT}\n\nTo unsubscribe from this list, click here.",
        f"View this email in your browser\n\n{REPORT}\n\nUnsubscribe | Update your preferences",
        f"{REPORT}\nYou are receiving this email because you signed up on our website.",
    ],
)
def test_greeting_closing_and_unsubscribing_are_left_out_of_a_mail(text: str) -> None:
    assert read("a.eml", f"{LETTER}{text}".encode())[0].body == REPORT


def test_what_is_sent_on_below_a_closing_stays() -> None:
    (article,) = read("a.eml", f"{LETTER}Dear all,\n\nsee below.\n\nBest regards,\n\n{REPORT}".encode())
    assert article.body == f"see below.\n\n{REPORT}"


def test_a_letter_that_a_report_quotes_keeps_its_signature() -> None:
    text = f"Dear Mr President,\n\n{REPORT}\n\nSincerely,\nAnar Example\nPresident"
    assert read("a.txt", text.encode())[0].body == text


def test_an_address_in_a_mail_that_is_none_of_the_web_is_dropped() -> None:
    assert read("a.eml", f"{LETTER}{REPORT}\nURL: https://[x\n".encode())[0].url is None


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page"])
def test_a_page_saved_as_one_file_is_read_as_a_page(name: str) -> None:
    page = (HERE / "saved-page.html").read_text(encoding="utf-8").replace("<!--", "<!-- no ")
    article = read(name, MHTML.replace("PAGE", page).encode())[0]
    assert article.outlet == "Example Times"
    assert article.published == "2021-03-15"  # the mail's date is only the day of saving
    assert article.body == sample("saved-page.html").body


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://www.example-times.example/2021/03/envoy
Subject: Minister receives envoy
Date: Mon, 03 Jun 2024 08:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="cut"

--cut
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: 8bit

PAGE
--cut
Content-Type: text/css

p {}
--cut--
"""


def test_json_lines_give_an_article_each() -> None:
    first, second = read("press.jsonl", (HERE / "press.jsonl").read_bytes())
    assert (first.url, first.outlet, first.published) == (
        "https://news.example/1",
        "Example News",
        "2019-11-07",
    )
    assert first.id.startswith("press.jsonl#")
    assert len(first.id) == len("press.jsonl#") + 8
    assert second.body == "The president met his guest in Tunis."


def test_ids_stay_when_lines_are_reordered() -> None:
    content = (HERE / "press.jsonl").read_bytes()
    turned = b"\n".join(reversed(content.splitlines()))
    assert {a.id for a in read("p.jsonl", content)} == {a.id for a in read("p.jsonl", turned)}


def test_all_wrong_lines_are_reported_together() -> None:
    lines = [
        '{"text": "one", "url": "https://news.example/1"}',
        "{broken",
        '{"text": "two", "outlt": "x"}',
        '{"title": "three"}',
        '{"text": 4}',
        '["text"]',
        '{"text": "five", "published": "soon"}',
        '{"text": "six", "url": "https://news.example/1"}',
        '{"text": "a", "text": "b"}',
        "[" * 100_000,
    ]
    with pytest.raises(ProblemsFound) as caught:
        read("p.jsonl", "\n".join(lines).encode())
    problems = caught.value.problems
    assert [problem.line for problem in problems] == [2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert {problem.path for problem in problems} == {"p.jsonl"}
    assert problems[1].hint == "Did you mean 'outlet'?"
    assert "same as that of line 1" in problems[6].what


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        (
            '{"text": "He said "yes" to all"}',
            "a comma or the closing brace is missing, at character 20",
            "quotation mark",
        ),
        ('{"text": "a" "url": "b"}', "a comma or the closing brace is missing, at character 14", "comma"),
        ('{"text": "a",}', "", "comma"),
        ("{text: 'a'}", "a key in double quotes is missing, at character 2", '"title"'),
        ('{"text" "a"}', "a colon is missing, at character 9", '"title": "…"'),
        ("The minister met his guest.", "a value is missing, at character 1", '{"url": "…", "text": "…"}'),
        ('{"text": "a', "a text has no closing quotation mark, at character 10", "\\n"),
        ('{"text": "a\tb"}', "a tab or the like stands in a text, at character 12", "\\t"),
        (
            r'{"text": "C:\d"}',
            "a backslash stands alone in a text, at character 13",
            "twice",
        ),
        ('{"text": "a"} {"text": "b"}', "something stands behind the article, at character 15", "own"),
        ("[" * 100_000, "it is nested too deeply", '"text"'),
    ],
)
def test_what_is_wrong_with_json_is_said_in_plain_words(line: str, what: str, hint: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        read("p.jsonl", line.encode())
    (problem,) = caught.value.problems
    assert problem.what.startswith(f"the line is no JSON: {what}")
    assert hint in problem.hint
    assert "Expecting" not in problem.what


def test_every_format_tells_whether_the_letters_were_guessed() -> None:
    text = "The minister met Błaszczak and Peña in Warsaw."
    mail = f"From: a@b.example\nMIME-Version: 1.0\n\n{text}"
    page = f"<html><body><p>{text} They spoke of trade for an hour.</p></body></html>"
    for name, written in {
        "a.txt": text,
        "a.eml": mail,
        "a.html": page,
        "a.jsonl": f'{{"text": "{text}"}}',
    }.items():
        assert formats.doubt(name, written.encode()) is None
        broken = written.encode().replace("ñ".encode(), b"\xf1")
        assert "one place" in (formats.doubt(name, broken) or "")


def test_a_lone_surrogate_can_be_written() -> None:
    (article,) = read("p.jsonl", json.dumps({"text": "a \ud800 b"}).encode())
    assert article.text.encode()


def test_a_picture_is_refused() -> None:
    error = refused_bytes("picture.txt", (HERE / "picture.txt").read_bytes())
    assert "not text" in error.what


def refused_bytes(name: str, content: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(name, content)
    return caught.value


def reads_or_says_why(name: str, content: bytes) -> None:
    try:
        articles = read(name, content)
    except (Unreadable, ProblemsFound):
        return
    assert articles
    for article in articles:
        assert article.text.encode()
        assert article.body.encode() is not None
        assert article.id.startswith(name)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(NAMES), st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(name: str, content: bytes) -> None:
    reads_or_says_why(name, content)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(path.name for path in HERE.iterdir())), st.data())
def test_damaged_samples_are_read_or_refused(name: str, data: st.DataObject) -> None:
    content = bytearray((HERE / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 60))] = data.draw(st.binary(max_size=6))
    reads_or_says_why(name, bytes(content))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_text_is_read_twice_alike(text: str) -> None:
    try:
        first = read("a.txt", text.encode("utf-8", "replace"))
    except Unreadable:
        return
    assert first == read("a.txt", text.encode("utf-8", "replace"))
