"""Every internal link and anchor of a built site leads somewhere."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from chronicle.parallel import spread
from chronicle.problems import Problem

REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
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
            wrong = trouble(unescape(link), name, found, names, address)
            if wrong:
                problems.append(Problem(f"{site.as_posix()}/{name}", None, f"the address {link!r} {wrong}"))
    return problems


def linked(name: str, content: bytes) -> Linked:
    """The links and anchors of one page."""
    try:
        tree = html.document_fromstring(content)
    except etree.ParserError:  # there is nothing in it
        return Linked(name, (), frozenset())
    links = {link for element, attribute, link, _ in tree.iterlinks() if attribute in ("href", "src")}
    for element in tree.iter("meta"):
        is_refresh = element.get("http-equiv", "").lower() == "refresh"
        refresh = REFRESH.search(element.get("content", "")) if is_refresh else None
        links |= {refresh.group(1).strip()} if refresh else set()
    anchors = frozenset(element.get("id") for element in tree.iter() if element.get("id"))
    return Linked(name, tuple(sorted(links)), anchors)


def trouble(
    link: str, page: str, pages: Mapping[str, Linked], names: frozenset[str], address: str
) -> str | None:
    """Why a link on a page leads nowhere; None for one that leads somewhere or to another site."""
    base = urlsplit(address).path
    if link.startswith(address):
        link = base + link.removeprefix(address)
    try:
        parts = urlsplit(link)
    except ValueError:
        return "is no address"
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        if not path.startswith(unquote(base)):
            return "starts at the domain's root, where this site needn't stand"
        target = place_of(path.removeprefix(unquote(base)), "")
    else:
        target = place_of(path, posixpath.dirname(page)) if path else page
    if target.startswith("../"):
        return "leads out of the site"
    if not target or target.endswith("/"):
        target += "index.html"
    if target not in names:
        return "leads nowhere"
    anchor = unquote(parts.fragment)
    if anchor and anchor.lower() != "top" and target in pages and anchor not in pages[target].anchors:
        return f"leads to {anchor!r}, which that page hasn't"
    return None


def place_of(path: str, folder: str) -> str:
    """Where a path leads that stands in a folder of the site: "a/b.html", "a/", or "" for the root."""
    place = posixpath.normpath(posixpath.join(folder, path))
    is_folder = posixpath.basename(path) in ("", ".", "..")
    return "" if place == "." else f"{place}/" if is_folder else place
