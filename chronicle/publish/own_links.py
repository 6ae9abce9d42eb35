"""Links that people write into entries and the about page: from the site's root, to pages that there are."""

import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from chronicle.problems import Problem
from chronicle.publish.markup import safe_html
from chronicle.publish.urls import ROOT

# "](/officials/x/)", 'href="/officials/x/"', "[x]: /officials/x/"; two slashes begin another site's address.
FROM_THE_ROOT = re.compile(
    r"""(?:\]\(\s*<?|\b(?:href|src)=["']?|^[ ]{0,3}\[[^\]\n]+\]:[ ]*<?)/(?!/)([^\s)>"'#?]*)""", re.MULTILINE
)


def dead_links(path: str, text: str, body: str, places: Collection[str]) -> Iterator[Problem]:
    """The links of a Markdown file that lead to no file of the site; `body` is the Markdown of its text.

    What looks like a link but is none, because its signs are escaped, isn't one.
    """
    found = [match for match in FROM_THE_ROOT.finditer(text) if place_of(match) not in places]
    html = safe_html(body) if found else ""
    for match in found:
        target = match.group(1)
        if f'"{ROOT}{target}' in html:
            line = text.count("\n", 0, match.start()) + 1
            near = f"{unquote(target)}/index.html" in places
            hint = f"Did you mean '/{target}/'?" if near else "The built site shows which addresses it has."
            yield Problem(path, line, f"links to '/{target}', where this site has no page", hint)


def place_of(match: re.Match[str]) -> str:
    """The file that a link leads to."""
    target = unquote(match.group(1))
    return f"{target}index.html" if not target or target.endswith("/") else target
