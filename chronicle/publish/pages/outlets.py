"""The index of outlets, the most frequent first."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.publish.edition import Edition
from chronicle.publish.lists import in_pages, number_held
from chronicle.publish.page import Page, Pager
from chronicle.publish.pages.outlet import number_alone, number_of_reports
from chronicle.publish.urls import OUTLETS, path_of

OUTLETS_A_PAGE = 300


class Listed(NamedTuple):
    """An outlet's line."""

    url: str
    text: str
    meetings: int  # held
    reports: int
    alone: int  # meetings that no other outlet tells of


class OutletsContext(NamedTuple):
    """What outlets.html shows."""

    url: str
    total: int
    outlets: tuple[Listed, ...]  # most meetings first
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each three hundred outlets."""
    if edition.has(Part.OUTLETS):
        listed = sorted(lines(edition), key=lambda each: (-each.meetings, each.url))
        for url, some, pager in in_pages(OUTLETS, listed, OUTLETS_A_PAGE):
            context = partial(OutletsContext, url, len(listed), tuple(some), pager)
            yield Page(path_of(url), "outlets.html", context)


def lines(edition: Edition) -> Iterator[Listed]:
    """A line an outlet."""
    for outlet, group in edition.groups.outlets.items():
        yield Listed(
            *edition.views.linked.outlets[outlet],
            number_held(group.meetings),
            number_of_reports(outlet, group.meetings),
            number_alone(outlet, group.meetings),
        )
