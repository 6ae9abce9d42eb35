"""Pages of years: their months, their meetings, newest first."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from chronicle.model import PartialDate
from chronicle.publish.dates import month_name
from chronicle.publish.edition import Edition
from chronicle.publish.lists import Slice, by_month, ingredients, number_held, slices, tally, years
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.urls import path_of, period_url
from chronicle.publish.views import Views

WITH_MONTH = len("2019-11")


class YearContext(NamedTuple):
    """What year.html shows."""

    url: str
    year: str
    meetings: Tally
    months: tuple[Count, ...]
    previous: Link
    following: Link
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each year, oldest first."""
    all_years = [Link(count.url, count.text) for count in reversed(years(edition.chronicle))]
    around = dict(zip([year.text for year in all_years], neighbours(all_years), strict=True))
    months = by_month(edition.chronicle.meetings)
    for year, some in groupby(months, key=lambda month: month[0][:4]):
        parts = list(some)
        meetings = [meeting for _, of_month in parts for meeting in of_month]
        counts = tuple(
            Count(
                period_url(PartialDate(month)),
                month_name(PartialDate(month), edition.config.language),
                number_held(of_month),
            )
            for month, of_month in parts
            if len(month) == WITH_MONTH
        )
        facts = (year, tally(meetings), counts, *around[year])
        for part in slices(period_url(PartialDate(year)), meetings, edition.config.page_length):
            context = partial(context_of, part, edition.views, facts)
            yield Page(path_of(part.url), "year.html", context, partial(ingredients, part, edition, facts))


def context_of(
    part: Slice, views: Views, facts: tuple[str, Tally, tuple[Count, ...], Link, Link]
) -> YearContext:
    """What one page of a year shows."""
    return YearContext(part.url, *facts, views.rows_of(part.meetings), part.pager)


def neighbours(links: list[Link]) -> list[tuple[Link, Link]]:
    """The links before and after each, empty at the ends."""
    nothing = Link("", "")
    return [
        (previous, following)
        for previous, _, following in zip([nothing, *links], links, [*links[1:], nothing], strict=False)
    ]
