"""Every internal link and anchor of a built site leads somewhere."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import html

from chronicle.parallel import spread
from chronicle.problems import Problem

REFRESH = re.compile(r"url=(.+)", re.IGNORECASE)
LOCATION = re.compile(r"<loc>([^<]+)</loc>")


class Linked(NamedTuple):
    """What a page leads to and what can be led to on it."""

    path: str
    links: tuple[str, ...]  # as they are written
    anchors: frozenset[str]


def broken_links(site: Path, files: Iterable[str], *, address: str, jobs: int) -> list[Problem]:
    """A problem for each link that leads nowhere, of the pages and the sitemap."""
    names = frozenset(files)
    pages = sorted(name for name in names if name.endswith(".html"))

    def read(some: Sequence[str]) -> list[Linked]:
        return [linked(name, (site / name).read_bytes()) for name in some]

    found = {page.path: page for page in spread(read, pages, jobs=jobs)}
    problems = []
    for page in found.values():
        for link in page.links:
            wrong = trouble(link, page.path, found, names, address)
            if wrong:
                problems.append(Problem(f"{site.as_posix()}/{page.path}", None, f"the link {link!r} {wrong}"))
    for name in sorted(name for name in names if name.startswith("sitemap")):
        for link in LOCATION.findall((site / name).read_text(encoding="utf-8")):
            wrong = trouble(link, name, found, names, address)
            if wrong:
                problems.append(Problem(f"{site.as_posix()}/{name}", None, f"the address {link!r} {wrong}"))
    return problems


def linked(name: str, content: bytes) -> Linked:
    """The links and anchors of one page."""
    tree = html.document_fromstring(content)
    links = {link for element, attribute, link, _ in tree.iterlinks() if attribute in ("href", "src")}
    for element in tree.iter("meta"):
        refresh = REFRESH.search(element.get("content", "")) if element.get("http-equiv") == "refresh" else None
        links |= {refresh.group(1)} if refresh else set()
    anchors = frozenset(element.get("id") for element in tree.iter() if element.get("id"))
    return Linked(name, tuple(sorted(links)), anchors)


def trouble(link: str, page: str, pages: Mapping[str, Linked], names: frozenset[str], address: str) -> str | None:
    """Why a link on a page leads nowhere; None for one that leads somewhere or to another site."""
    base = urlsplit(address).path
    if link.startswith(address):
        link = base + link.removeprefix(address)
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        if not link.startswith(base):
            return "starts at the domain's root, where this site needn't stand"
        target = path.removeprefix(base)
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        target = "" if target == "." else target + ("/" if path.endswith("/") else "")
    if target.startswith("../"):
        return "leads out of the site"
    if not target or target.endswith("/"):
        target += "index.html"
    if target not in names:
        return "leads nowhere"
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].anchors:
        return f"leads to {anchor!r}, which that page hasn't"
    return None
