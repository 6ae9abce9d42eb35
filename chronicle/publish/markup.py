"""Markdown to safe HTML.

Most of what a report consists of is plain paragraphs, now and then a flat list or a quotation. They
are wrapped here, which is many times faster than Python-Markdown and gives the same bytes (a property
test compares the two). Everything else goes through Python-Markdown, with a placeholder where the
simple blocks stand, and then through nh3, which lets only harmless HTML pass.
"""

import html
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, groupby, zip_longest
from typing import TYPE_CHECKING

import nh3

from chronicle.publish.urls import ROOT, SHARED

if TYPE_CHECKING:
    from markdown import Markdown

# Markup that can reach over a blank line: fences, HTML, footnotes, references; definitions, indentation.
ACROSS_BLOCKS = ("```", "~~~", "<", "[^", "]:", "*[", "\ue000")
LINE_BEGINS = ("\t", "\n ", "\n:")
LINES_ACROSS = re.compile(r"^(?: {0,3}:[ \t]| *\t| {4})", re.MULTILINE)
# What a paragraph may have and still be plain: emphasis around words, links to the web.
INLINE = re.compile(
    r"(?<![\w*\]!])(?:(\*\*?)(?=\w)([\w ,;'’-]*\w)\1|\[(?=\w)([\w ,;'’-]*\w)\]\((https?://[\w./-]+)\))(?![\w*\[(])"
)
# May be markup, anywhere; and all white space but the space and the line's end.
ODD = re.compile(
    r"[\\`*_\[\]<>!|~{}\x00-\x09\x0b-\x1f\x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
OPENING = re.compile(r"[ #>+\-:=|]|\d+[.)]")  # may be markup at the beginning of a line
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
FROM_THE_ROOT = re.compile(r'(<(?:a|img) (?:[^>]*? )?(?:href|src)=")/(?!/)')
# "/assets/office.jpg", "/data/meetings.csv": what is no page stands at the root of all languages alone.
FILE = re.compile(rf'(="){ROOT}([^"#?]*\.(?!html["#?])\w+["#?])')


Block = tuple[str, str | None]  # a block of Markdown; its HTML where that is simple

PLACEHOLDER = "\ue000"
MARKDOWNS_OWN = re.compile("[\x02\x03]")  # its placeholders; it drops them from a text before it reads it

TAGS = nh3.ALLOWED_TAGS | {"h1", "h2", "h3", "h4", "h5", "h6", "section"}
ATTRIBUTES = {
    **nh3.ALLOWED_ATTRIBUTES,
    "*": {"id", "title", "lang", "dir"},
    "a": {"href", "hreflang", "class"},
    "section": {"class"},
    "div": {"class"},
}
EXTENSIONS = ("extra", "sane_lists")


def safe_html(text: str) -> str:
    """The HTML of a Markdown text; scripts, styles, forms and dangerous addresses are gone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(ROOT, "")
    text = MARKDOWNS_OWN.sub("", text).strip("\n")
    if reaches_across(text):
        return through_markdown(text)
    blocks = [(block, simple_html(block)) for block in BLANK_LINES.split(text)]
    parts: list[str] = []  # the HTML of the simple ones, run by run
    others: list[str] = []
    for is_simple, run in groupby(stand_alone(blocks), key=lambda block: block[1] is not None):
        if is_simple:
            parts.append("\n".join([made for _, made in run if made is not None]))
            others.append(PLACEHOLDER)
        else:
            others += [block for block, _ in run]
    if others == [PLACEHOLDER]:
        return parts[0]
    around = through_markdown("\n\n".join(others)).split(f"<p>{PLACEHOLDER}</p>")
    return "".join(chain.from_iterable(zip_longest(around, parts, fillvalue="")))


def reaches_across(text: str) -> bool:
    """Whether a text may have markup that reaches over a blank line."""
    if any(sign in text for sign in ACROSS_BLOCKS):
        return True
    # To look for signs is many times faster than to look for a pattern, and few texts have them.
    may = text[:1] in (" ", ":") or any(sign in text for sign in LINE_BEGINS)
    return may and LINES_ACROSS.search(text) is not None


def stand_alone(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, those left to Markdown that it would join with the block before or after.

    It joins lists with lists and quotations with quotations, and may join anything with what isn't simple.
    """
    last = len(blocks) - 1
    for at, (block, made) in enumerate(blocks):
        beside = [blocks[other][1] for other in (at - 1, at + 1) if 0 <= other <= last]
        alone = made is None or made.startswith("<p>") or not any(may_join(made, other) for other in beside)
        yield block, made if alone else None


def may_join(made: str, other: str | None) -> bool:
    """Whether Markdown may make one block of a list or quotation and the block beside it."""
    return other is None or (
        not other.startswith("<p>") and made.startswith("<blockquote>") == other.startswith("<blockquote>")
    )


def simple_html(block: str) -> str | None:
    """The HTML of a paragraph, flat list or quotation with no markup but emphasis and links; else None."""
    if is_plain(block):
        return f"<p>{with_inline(block)}</p>"
    lines = block.split("\n")
    if block.startswith("> "):
        inner = "\n".join([line.removeprefix("> ") for line in lines])
        quoted = all(line.startswith("> ") for line in lines) and is_plain(inner)
        return f"<blockquote>\n<p>{with_inline(inner)}</p>\n</blockquote>" if quoted else None
    tag = "ul" if block.startswith("- ") else "ol"
    marks = ["- " if tag == "ul" else f"{number}. " for number in range(1, len(lines) + 1)]
    if not all(map(str.startswith, lines, marks)):
        return None
    items = [line.removeprefix(mark) for line, mark in zip(lines, marks, strict=True)]
    if not all(map(is_plain, items)):
        return None
    return f"<{tag}>\n" + "".join([f"<li>{with_inline(item)}</li>\n" for item in items]) + f"</{tag}>"


def is_plain(text: str) -> bool:
    """Whether some lines have no markup but emphasis and links."""
    if ODD.search(text):
        text = INLINE.sub("x", text)
        if ODD.search(text):
            return False
    lines = text.split("\n")
    return (
        "  " not in text
        and text.count("&") == text.count("& ")  # "&amp;" is a sign by itself
        and not any(not line or line[-1] == " " or OPENING.match(line) for line in lines)
    )


def with_inline(text: str) -> str:
    """Plain lines as HTML."""
    escaped = html.escape(text, quote=False)
    return INLINE.sub(inline, escaped) if "*" in escaped or "](" in escaped else escaped


def inline(found: re.Match[str]) -> str:
    """The HTML of an emphasis or a link."""
    stars, words, label, address = found.groups()
    if address:
        return f'<a href="{address}" rel="noopener noreferrer">{label}</a>'
    return f"<strong>{words}</strong>" if len(stars) > 1 else f"<em>{words}</em>"


def through_markdown(text: str) -> str:
    """A text through Python-Markdown and the sanitiser."""
    made = converter().reset().convert(text)
    clean = nh3.clean(made, tags=TAGS, attributes=ATTRIBUTES, link_rel="noopener noreferrer")
    return FILE.sub(rf"\1{SHARED}\2", FROM_THE_ROOT.sub(rf"\1{ROOT}", clean))


@cache
def converter() -> "Markdown":
    """Python-Markdown, made once: making it costs more than a page."""
    from markdown import Markdown  # loads when there is markup; plain reports do without

    return Markdown(extensions=list(EXTENSIONS), output_format="html")


def excerpt(body: str, words: int) -> str:
    """The first words of a safe HTML text, as text; an ellipsis where more follow."""
    text = html.unescape(re.sub(r"<[^>]+>", " ", body.replace(ROOT, ""))).split()
    return " ".join(text[:words]) + (" …" if len(text) > words else "")
