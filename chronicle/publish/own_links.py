"""Links that people write into entries and their own pages: from the site's root, to pages that there are."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from chronicle.problems import Problem
from chronicle.publish.markup import safe_html
from chronicle.publish.urls import ROOT, SHARED
from chronicle.store import Stored

# "](/officials/x/)", 'href="/officials/x/"', "[x]: /officials/x/"; two slashes begin another site's address.
FROM_THE_ROOT = re.compile(
    r"""(?:\]\(\s*<?|\b(?:href|src)=["']?|^[ ]{0,3}\[[^\]\n]+\]:[ ]*<?)/(?!/)([^\s)>"'#?]*)""", re.MULTILINE
)


BEFORE_A_SLASH = ("](/", "](</", "]( /", '="/', "='/", "=/", "]:/", "]: /", "]: </")


def dead_links_of_pages(pages: Mapping[str, bytes], folder: str, places: Collection[str]) -> list[Problem]:
    """The links in the owner's pages that lead nowhere; `folder` is how messages name where these are."""
    problems: list[Problem] = []
    for name, content in pages.items():
        text = content.decode("utf-8-sig", errors="replace") if name.endswith(".md") else ""
        problems += dead_links(f"{folder}/{name}", text, text, places)
    return problems


def dead_links_of_entries(
    stored: Iterable[Stored], files: Mapping[str, bytes], folder: str, places: Collection[str]
) -> list[Problem]:
    """The same of entries; `files` are what stands in theirs."""
    problems: list[Problem] = []
    for each in stored:
        body = each.entry.body
        if ("]" in body or "<" in body) and any(sign in body for sign in BEFORE_A_SLASH):
            text = files[each.path].decode("utf-8-sig", errors="replace")
            problems += dead_links(f"{folder}/{each.path}", text, body, places)
    return problems


def dead_links(path: str, text: str, body: str, places: Collection[str]) -> Iterator[Problem]:
    """The links of a Markdown file that lead to no file of the site; `body` is the Markdown of its text.

    What looks like a link but is none, because its signs are escaped, isn't one.
    """
    found = [match for match in FROM_THE_ROOT.finditer(text) if place_of(match) not in places]
    html = safe_html(body) if found else ""
    for match in found:
        target = match.group(1)
        if f'"{ROOT}{target}' in html or f'"{SHARED}{target}' in html:
            line = text.count("\n", 0, match.start()) + 1
            near = f"{unquote(target)}/index.html" in places
            hint = f"Did you mean '/{target}/'?" if near else "The built site shows which addresses it has."
            yield Problem(path, line, f"links to '/{target}', where this site has no page", hint)


def place_of(match: re.Match[str]) -> str:
    """The file that a link leads to."""
    target = unquote(match.group(1))
    return f"{target}index.html" if not target or target.endswith("/") else target
