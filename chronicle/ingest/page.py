"""An article as a page: its lines, and the parts of its address."""

from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from chronicle.ingest.formats.plain import header_and_rest
from chronicle.model import Article, Basis
from chronicle.problems import Unreadable

LINES = 40  # at the top and at the bottom of a page, where it speaks of itself
HEAD = 300  # characters of a line that are looked at


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule read: the value, what it rests on, and the words that say so."""

    value: str
    basis: Basis
    words: str | None = None
    place: int = 0  # where the words stand, for rules that race for the earliest


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules of origin look at."""

    article: Article
    lines: tuple[str, ...]  # that hold anything, below the header, without blanks around them
    body: tuple[str, ...]  # the same of the body
    host: str  # lower case; "" where there is no address
    path: str  # path and query of the address
    outlet: str | None = None  # once it is known


def page_of(article: Article) -> Page:
    """The article as the rules of origin see it."""
    address = address_of(article.url)
    path = f"{address.path}?{address.query}" if address.query else address.path
    host = address.netloc.rpartition("@")[2].partition(":")[0].lower().strip(".")
    return Page(article, held(text_of(article)), held(article.body), host, path)


def text_of(article: Article) -> str:
    """All that stood on the page, the header left off."""
    try:
        return header_and_rest(article.text)[1]
    except Unreadable:  # dashes at the top of a web page's or a mail's text are no header
        return article.text


def held(text: str) -> tuple[str, ...]:
    """The lines that hold anything."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def address_of(url: str | None) -> SplitResult:
    """The parts of an address; all empty where there is none, or a broken one."""
    try:
        return urlsplit((url or "").strip())
    except ValueError:  # "http://[": a header may hold anything
        return urlsplit("")


def ends_of(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines at the top and at the bottom, where pages speak of themselves."""
    return lines if len(lines) <= 2 * LINES else lines[:LINES] + lines[-LINES:]
