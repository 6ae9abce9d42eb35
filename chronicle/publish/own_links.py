"""Links that people write into entries and the about page: from the site's root, to pages that there are."""

import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from chronicle.problems import Problem

# "](/officials/x/)", 'href="/officials/x/"', "[x]: /officials/x/"; two slashes begin another site's address.
FROM_THE_ROOT = re.compile(
    r"""(?:\]\(\s*<?|\b(?:href|src)=["']?|^[ ]{0,3}\[[^\]\n]+\]:[ ]*<?)/(?!/)([^\s)>"'#?]*)""", re.MULTILINE
)


def dead_links(path: str, text: str, places: Collection[str]) -> Iterator[Problem]:
    """The links of a Markdown file that lead to no file of the site."""
    for found in FROM_THE_ROOT.finditer(text):
        target = unquote(found.group(1))
        file = f"{target}index.html" if not target or target.endswith("/") else target
        if file not in places:
            line = text.count("\n", 0, found.start()) + 1
            near = f"{target}/index.html" in places
            hint = (
                f"Did you mean '/{target}/'?" if near else "See the built site for the addresses that it has."
            )
            yield Problem(path, line, f"links to '/{target}', where this site has no page", hint)
