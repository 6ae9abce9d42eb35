"""The page that a server shows where there is none."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.urls import ROOT

PATH = "404.html"


class MissingContext(NamedTuple):
    """What 404.html shows."""

    url: str


def pages(edition: Edition) -> Iterator[Page]:  # noqa: ARG001  all page kinds take the edition
    """One page."""
    yield Page(PATH, PATH, partial(MissingContext, ROOT + PATH))
