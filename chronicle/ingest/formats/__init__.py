"""Files as received → articles: the first format that recognises a file reads it.

A format is a module with `SUFFIXES`, `looks_like(content)`, `read(name, content)` and `doubt(content)`.
The suffix decides; a file whose suffix no format claims goes to the first one that knows it by its
content, and `plain` takes what is left.
"""

from pathlib import PurePosixPath
from typing import Protocol

from chronicle.ingest.formats import eml, html, jsonl, plain
from chronicle.model import Article


class ArticleFormat(Protocol):
    """What each module of this folder offers."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the module
        """The endings that belong to the format, lower case, with the dot."""

    def looks_like(self, content: bytes, /) -> bool:
        """Whether the bytes can only be this format."""

    def read(self, name: str, content: bytes, /) -> tuple[Article, ...]:
        """The articles of the file, in its order; raises Unreadable or ProblemsFound."""

    def doubt(self, content: bytes, /) -> str | None:
        """What a person should know of how the bytes became text; None where there is no doubt."""


FORMATS: tuple[ArticleFormat, ...] = (jsonl, eml, html, plain)


def read(name: str, content: bytes) -> tuple[Article, ...]:
    """The articles of one file; `name` is its path below content/articles and becomes `Article.id`.

    Raises Unreadable where the file can't be read, and ProblemsFound, with a line each, where
    several lines of one file are wrong (JSON Lines).
    """
    return format_of(name, content).read(name, content)


def doubt(name: str, content: bytes) -> str | None:
    """What a person should know of how a file that could be read became text, in one sentence; or None."""
    return format_of(name, content).doubt(content)


def format_of(name: str, content: bytes) -> ArticleFormat:
    """The format that reads this file: by suffix, then by content."""
    suffix = PurePosixPath(name).suffix.lower()
    by_suffix = (known for known in FORMATS if suffix in known.SUFFIXES)
    by_content = (known for known in FORMATS if known.looks_like(content))
    return next(by_suffix, None) or next(by_content, plain)
