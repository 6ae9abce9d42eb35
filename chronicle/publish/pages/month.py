"""Pages of months."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.model import PartialDate
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.lists import Slice, by_month, ingredients, slices, tally
from chronicle.publish.page import Link, Page, Pager, Row, Tally
from chronicle.publish.pages.year import WITH_MONTH, neighbours
from chronicle.publish.urls import path_of, period_url
from chronicle.publish.views import Views


class MonthContext(NamedTuple):
    """What month.html shows."""

    url: str
    name: str  # "November 2019"
    year: Link
    meetings: Tally
    previous: Link
    following: Link
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each month with meetings, oldest first."""
    months = [(PartialDate(month), some) for month, some in by_month(edition.chronicle.meetings)]
    months = [(month, some) for month, some in months if len(month) == WITH_MONTH]
    language = edition.config.language
    around = neighbours([Link(period_url(month), long_date(month, language)) for month, _ in months])
    for (month, meetings), (previous, following) in zip(months, around, strict=True):
        year = Link(period_url(PartialDate(month[:4])), month[:4])
        facts = (long_date(month, language), year, tally(meetings), previous, following)
        for part in slices(period_url(month), meetings, edition.config.page_length):
            context = partial(context_of, part, edition.views, facts)
            yield Page(path_of(part.url), "month.html", context, partial(ingredients, part, edition, facts))


def context_of(part: Slice, views: Views, facts: tuple[str, Link, Tally, Link, Link]) -> MonthContext:
    """What one page of a month shows."""
    return MonthContext(part.url, *facts, views.rows_of(part.meetings), part.pager)
