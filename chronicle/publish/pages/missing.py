"""The page that a server shows where there is none."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.urls import HOME

PATH = "404.html"


class MissingContext(NamedTuple):
    """What 404.html shows."""

    url: str


def pages(_: Edition) -> Iterator[Page]:
    """One page. Most servers know that of the site's root only, which is in its first language."""
    yield Page(PATH, PATH, partial(MissingContext, HOME))
