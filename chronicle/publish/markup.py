"""Markdown to safe HTML.

Most of what a report consists of is plain paragraphs. They are wrapped here, which is many times
faster than Python-Markdown and gives the same bytes (a property test compares the two). Everything
else goes through Python-Markdown, with a placeholder where the plain paragraphs stand, and then
through nh3, which lets only harmless HTML pass.
"""

import html
import re
from functools import cache
from itertools import chain, groupby, zip_longest

import markdown
import nh3

from chronicle.publish.urls import ROOT

# Markup whose meaning can reach over a blank line: fences, HTML, footnotes, references, definitions.
ACROSS_BLOCKS = re.compile(r"```|~~~|<|\[\^|\]:|\*\[|^ {0,3}:[ \t]|\ue000", re.MULTILINE)
# What a paragraph may have and still be plain: emphasis around words, links to the web.
INLINE = re.compile(
    r"(?<![\w*\]!])(?:(\*\*?)(?=\w)([\w ,;'’-]*\w)\1|\[(?=\w)([\w ,;'’-]*\w)\]\((https?://[\w./-]+)\))(?![\w*\[(])"
)
SPECIAL = re.compile(
    r"^[ #>+\-:=|]|^\d+[.)]|[\\`*_\[\]<>!|~{}]|&(?! )| $|[^\S\n]{2}|[^\S \n]|[\x00-\x09\x0b-\x1f\x7f]",
    re.MULTILINE,
)
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
FROM_THE_ROOT = re.compile(r'(<(?:a|img) (?:[^>]*? )?(?:href|src)=")/(?!/)')


PLACEHOLDER = "\ue000"

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
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(ROOT, "").strip("\n")
    if ACROSS_BLOCKS.search(text):
        return through_markdown(text)
    plain: list[str] = []
    blocks = []
    for is_plain, run in groupby(BLANK_LINES.split(text), key=is_plain_paragraph):
        if is_plain:
            plain.append("\n".join(map(paragraph, run)))
            blocks.append(PLACEHOLDER)
        else:
            blocks += run
    if blocks == [PLACEHOLDER]:
        return plain[0]
    parts = through_markdown("\n\n".join(blocks)).split(f"<p>{PLACEHOLDER}</p>")
    return "".join(chain.from_iterable(zip_longest(parts, plain, fillvalue="")))


def is_plain_paragraph(block: str) -> bool:
    """Whether a block is a paragraph without markup but emphasis and links."""
    return bool(block) and SPECIAL.search(INLINE.sub("x", block)) is None


def paragraph(block: str) -> str:
    """The HTML of a plain paragraph."""
    return f"<p>{INLINE.sub(inline, html.escape(block, quote=False))}</p>"


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
    return FROM_THE_ROOT.sub(rf"\1{ROOT}", clean)


@cache
def converter() -> markdown.Markdown:
    """Python-Markdown, made once: making it costs more than a page."""
    return markdown.Markdown(extensions=list(EXTENSIONS), output_format="html")


def excerpt(body: str, words: int) -> str:
    """The first words of a safe HTML text, as text; an ellipsis where more follow."""
    text = html.unescape(re.sub(r"<[^>]+>", " ", body.replace(ROOT, ""))).split()
    return " ".join(text[:words]) + (" …" if len(text) > words else "")
