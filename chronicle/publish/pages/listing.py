"""What the pages of places, topics, outlets and organisations have in common: a list with its summary."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from chronicle.publish.edition import Edition
from chronicle.publish.groups import Group
from chronicle.publish.lists import Slice, ingredients, slices
from chronicle.publish.page import Count, Link, Page, Pager, Row
from chronicle.publish.summaries import Summary, brief_of, summary_of
from chronicle.publish.urls import path_of
from chronicle.publish.views import NOBODY


class About(NamedTuple):
    """What the meetings of a list share, and what its page says of that."""

    name: str
    side: Link = NOBODY  # the country of a place
    offices: tuple[Count, ...] = ()  # those of an organisation
    reports: int = 0  # of an outlet
    since: str = ""  # the days of its first report and its last
    until: str = ""
    alone: int = 0  # meetings that no other outlet tells of


class ListingContext(NamedTuple):
    """What place.html, topic.html, outlet.html and organisation.html show."""

    url: str
    about: About
    summary: Summary
    rows: tuple[Row, ...]
    pager: Pager


def pages_of(
    group: Group, about: About, edition: Edition, *, template: str, url_of: Callable[[str], str]
) -> Iterator[Page]:
    """The pages of one list of meetings; all but its tally stands on the first."""
    url, length = url_of(group.id), edition.config.page_length
    brief = brief_of(group.meetings, edition.views)
    whole = edition.roll.digest_of(group.meetings)
    for part in slices(url, group.meetings, length):
        first = part.pager.number == 1
        told = about if first else about._replace(offices=())
        context = partial(context_of, part, told, group, brief, edition)
        made_of = partial(ingredients, part, edition, (told, brief, whole if first else ""))
        yield Page(path_of(part.url), template, context, made_of)


def context_of(part: Slice, about: About, group: Group, brief: Summary, edition: Edition) -> ListingContext:
    """What one page of a list shows."""
    views, summary = edition.views, brief
    if part.pager.number == 1:
        length = edition.config.page_length
        summary = summary_of(part.url, group.meetings, views, length=length, side=about.side.url)
    return ListingContext(part.url, about, summary, views.rows_of(part.meetings), part.pager)
