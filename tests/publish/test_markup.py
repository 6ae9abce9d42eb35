"""Markdown to safe HTML: the quick way gives what the thorough one gives, and nothing harmful passes."""

import re

import nh3
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from chronicle.publish.markup import converter, excerpt, safe_html, through_markdown

# What Markdown, its extensions and its placeholders are made of, and plain words between.
PIECES = (
    "word|The minister met|a|1|12| |  |\n|\n\n|\n \n|\n\t\n|\n    |\n   |\t|*|**|***|_|__|`|``|```|\n```\n|\n~~~\n|\n# H\n|\nH\n===\n|\nH\n---\n|"  # noqa: E501  a case is read best on one line
    "\n> q|\n- i|\n* i|\n+ i|\n1. i|\n1) i|\n2019. x|:|\n: d|\nt\n: d|=|---|\n***\n|a b|[|]|(|)|!|[a](https://x.org/a)|[a b](http://x.org/a_b_c)|"  # noqa: E501  a case is read best on one line
    "[a](https://x.org/(b))|[a](/b)|[a]: https://x.org|[a]|[a][a]|![i](https://x.org/i.png)|*em*|**strong**|*a b*|**a** b|x*a*y|*-a*|*a’s*|**a, b**|"  # noqa: E501  a case is read best on one line
    "*[a](https://x.org)*|[*a*](https://x.org)|\\|\\*|1986\\. x|&|&amp;|& |&#39;|&copy;|&copy|&lt;|<|<b>|</b>|<br>|<p>|</p>|<div>|</div>|<!-- c -->|>|"  # noqa: E501  a case is read best on one line
    "\"|'|’|—|…|{|}|{#id}|{: .c}|~|[^1]|\n[^1]: n|\n*[HTML]: l\n|HTML|https://x.org|<https://x.org>|<a@b.org>|é|Ə|ﬁ|\u00a0|\u2028|\x85|\x0b|\x0c|\x1c|"
    "\u200b|\ue000|\ue000\n\n|\x02|\x03|\x1a|^|$|%|--|.|,|;|?|klzzwxh:0001|wzxhzdk:0|\r|\r\n|😀"
).split("|")
PIPES = ("|", "a | b", "\n|-|-|\n", "\na | b\n- | -\nc | d\n")
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(PIPES), st.text(max_size=4)), max_size=14
).map("".join)
PARAGRAPHS = st.lists(TEXTS, max_size=5).map("\n\n".join)


def thoroughly(text: str) -> str:
    """The same text without the quick way."""
    return through_markdown(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x1a", "").strip("\n"))


@settings(max_examples=800)
@given(PARAGRAPHS)
@example("a\n\nb *c* **d** [e](https://x.org/)\n\nf")
@example("term\n\n\x03: definition")
@example("a\n\n: b")
@example("a\n\n    b\n\nc")
@example("- a\n\nb\n\n  c")
@example("- a\n- b\n\nc\n\n- d\n\n- e\n\n> f\n> g\n\n> h")
@example("*a\n\nb*")
@example("a  \nb")
@example("a &amp; b & c")
@example("2019. A year\n\nb")
def test_the_quick_way_gives_what_the_thorough_one_gives(text: str) -> None:
    assert safe_html(text) == thoroughly(text)


SIMPLE = (
    "a, b",
    "- a",
    "- a\n- b",
    "1. a",
    "1. a\n2. b",
    "> a",
    "> a\n> b",
    "*a*",
    "- a\n\n  b",
    "# a",
    "a\n- b",
)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(SIMPLE), max_size=6).map("\n\n".join))
def test_the_quick_way_gives_the_same_whatever_stands_beside_what(text: str) -> None:
    assert safe_html(text) == thoroughly(text)


@settings(max_examples=300)
@given(st.lists(st.text("abc .,*_-#>\n1:[]()'\"&<\\`|", max_size=25), max_size=4).map("\n\n".join))
def test_the_quick_way_gives_the_same_for_a_few_letters_and_signs(text: str) -> None:
    assert safe_html(text) == thoroughly(text)


def test_one_converter_gives_the_same_however_often_it_was_used() -> None:
    safe_html("[a]: https://x.org\n\n[^1] *[HTML]: x\n\n[^1]: note\n\n```\nopen")
    assert safe_html("[a] HTML\n\n- [^1]") == "<p>[a] HTML</p>\n<ul>\n<li>[^1]</li>\n</ul>"
    assert converter() is converter()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("One.\nTwo.\n\nThree & four.", "<p>One.\nTwo.</p>\n<p>Three &amp; four.</p>"),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("[a](https://x.org)", '<p><a href="https://x.org" rel="noopener noreferrer">a</a></p>'),
        ("# A\n\nb", "<h1>A</h1>\n<p>b</p>"),
        ("a \"b\" 'c'", "<p>a \"b\" 'c'</p>"),
    ],
)
def test_what_markdown_becomes(text: str, expected: str) -> None:
    assert safe_html(text) == expected


HARMFUL = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://x.org/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '<img src=x onerror="alert(1)">',
    '<img src="https://x.org/i.png" onload=alert(1)>',
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<style>body { background: url(javascript:alert(1)) }</style>",
    '<p style="position:fixed">x</p>',
    "<object data='x'></object><embed src='x'><base href='https://evil.example/'>",
    "<form action='https://evil.example/'><input name=x><button>x</button></form>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href='https://evil.example/'>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' &#1; javascript:alert(1)'>x</a>",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "<details ontoggle=alert(1) open>x</details>",
    "<textarea><script>alert(1)</script></textarea>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<video><source onerror=alert(1)></video>",
    "text {: onclick=alert(1) }",
    "# head {: onclick=alert(1) style=x }",
    "[x](https://x.org){: onclick=alert(1) }",
    '[x](https://x.org "a" onclick="alert(1)")',
    "`<script>`\n\n<script>\n\nalert(1)\n\n</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)
SCHEME = re.compile(
    r"[\s\x00-\x1f]*([a-z][a-z0-9+.-]*):", re.IGNORECASE
)  # as browsers find it, tabs and line ends taken out


@pytest.mark.parametrize("around", ["{}", "Before.\n\n{}\n\nAfter.", "- {}", "> {}", "a {} b", "\x1a{}"])
@pytest.mark.parametrize("text", HARMFUL)
def test_nothing_harmful_passes(text: str, around: str) -> None:
    assert_harmless(safe_html(around.format(text)) if "{}" in around else safe_html(text))


@settings(max_examples=300)
@given(st.lists(st.one_of(st.sampled_from(HARMFUL), TEXTS), max_size=4).map("\n".join))
def test_nothing_harmful_passes_whatever_stands_around_it(text: str) -> None:
    assert_harmless(safe_html(text))


def assert_harmless(made: str) -> None:
    clean = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", made)
    for element in html.fragments_fromstring(f"<div>{clean}</div>")[0].iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in {
            "script", "style", "iframe", "svg", "math", "object", "embed", "base", "form", "input", "button", "meta", "link", "textarea", "noscript", "video",  # noqa: E501  a case is read best on one line
        }  # fmt: skip
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in ("href", "src", "cite", "action"):
                scheme = SCHEME.match(re.sub("[\t\n\r]", "", value))
                assert not scheme or scheme.group(1).lower() in nh3.ALLOWED_URL_SCHEMES, value


def test_the_addresses_that_pass_are_harmless() -> None:
    assert not nh3.ALLOWED_URL_SCHEMES & {"javascript", "data", "vbscript", "file", "blob"}


def test_links_from_the_sites_root_are_made_relative_later() -> None:
    assert (
        safe_html("See [about](/about/).")
        == '<p>See <a href="\x1aabout/" rel="noopener noreferrer">about</a>.</p>'
    )
    assert safe_html("See [x](//x.org/).") == '<p>See <a href="//x.org/" rel="noopener noreferrer">x</a>.</p>'


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One *two* three.", 2, "One two …"),
        ("One *two* three.", 3, "One two three."),
        ("a &amp; b", 9, "a & b"),
        ("", 5, ""),
        ("# Head\n\nText", 9, "Head Text"),
    ],
)
def test_an_excerpt_is_text(text: str, words: int, expected: str) -> None:
    assert excerpt(safe_html(text), words) == expected
