"""The index of topics, the most frequent first."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.publish.edition import Edition
from chronicle.publish.lists import in_pages, number_held, span_of_years
from chronicle.publish.page import Page, Pager
from chronicle.publish.urls import TOPICS, path_of

TOPICS_A_PAGE = 300


class Listed(NamedTuple):
    """A topic's line."""

    url: str
    text: str
    meetings: int  # held
    years: str  # "2017–2019"


class TopicsContext(NamedTuple):
    """What topics.html shows."""

    url: str
    total: int
    topics: tuple[Listed, ...]  # most meetings first
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each three hundred topics."""
    if edition.has(Part.TOPICS):
        listed = [
            Listed(
                *edition.views.linked.topics[topic],
                number_held(group.meetings),
                span_of_years(group.meetings),
            )
            for topic, group in edition.groups.topics.items()
        ]
        listed.sort(key=lambda each: (-each.meetings, each.url))
        for url, some, pager in in_pages(TOPICS, listed, TOPICS_A_PAGE):
            yield Page(
                path_of(url), "topics.html", partial(TopicsContext, url, len(listed), tuple(some), pager)
            )
