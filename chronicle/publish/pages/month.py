"""Pages of months."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.model import PartialDate
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.lists import by_month, slices, tally
from chronicle.publish.page import Link, Page, Pager, Row, Tally
from chronicle.publish.pages.year import WITH_MONTH, neighbours
from chronicle.publish.urls import path_of, period_url


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
    around = neighbours([Link(period_url(month), long_date(month)) for month, _ in months])
    for (month, meetings), (previous, following) in zip(months, around, strict=True):
        year = Link(period_url(PartialDate(month[:4])), month[:4])
        for part in slices(period_url(month), edition.views.rows_of(meetings), edition.config.page_length):
            head = (part.url, long_date(month), year, tally(meetings), previous, following)
            yield Page(path_of(part.url), "month.html", partial(MonthContext, *head, part.rows, part.pager))
