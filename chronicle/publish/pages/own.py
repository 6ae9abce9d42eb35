"""The owner's own pages: content/pages/*.md, an address each."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from chronicle.own_pages import OwnPage
from chronicle.publish.edition import Edition
from chronicle.publish.page import Link, Page
from chronicle.publish.urls import own_page_url, path_of

TEMPLATE = "page.html"


class OwnContext(NamedTuple):
    """What page.html shows."""

    url: str
    heading: str
    text: str  # Markdown


def pages(edition: Edition) -> Iterator[Page]:
    """One page a file, in order of their links."""
    for own in edition.own_pages:
        url = own_page_url(own.name)
        yield Page(path_of(url), TEMPLATE, partial(OwnContext, url, own.heading, own.text))


def name_of(page: Page) -> str:
    """The name of an own page's file, without ".md"."""
    return page.path.partition("/")[0]


def links_to(own_pages: Iterable[OwnPage]) -> tuple[Link, ...]:
    """Links to the owner's pages, in their order."""
    return tuple([Link(own_page_url(own.name), own.title) for own in own_pages])
