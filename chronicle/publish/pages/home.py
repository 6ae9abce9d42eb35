"""The home page: the latest meetings, how much there is, the years."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.publish.edition import Edition
from chronicle.publish.lists import MOST_MET, number_held, tally, years
from chronicle.publish.page import Count, Page, Row, Tally
from chronicle.publish.urls import HOME, UNDATED, path_of

LATEST = 20


class HomeContext(NamedTuple):
    """What home.html shows."""

    url: str
    rows: tuple[Row, ...]
    meetings: Tally
    officials: int
    countries: int
    articles: int
    years: tuple[Count, ...]
    undated: Count
    most_countries: tuple[Count, ...]
    most_officials: tuple[Count, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    yield Page(path_of(HOME), "home.html", partial(context_of, edition))


def context_of(edition: Edition) -> HomeContext:
    """What the home page shows."""
    chronicle, views = edition.chronicle, edition.views
    countries = [
        Count(*views.country(code), number_held(some)) for code, some in chronicle.meetings_of_country.items()
    ]
    officials = [Count(*views.officials[o.id], number_held(o.meetings)) for o in chronicle.officials.values()]
    return HomeContext(
        url=HOME,
        rows=views.rows_of(chronicle.meetings[-LATEST:]),
        meetings=tally(chronicle.meetings),
        officials=len(officials),
        countries=len(countries),
        articles=len({s.article for meeting in chronicle.meetings for s in meeting.sources if s.article}),
        years=years(chronicle),
        undated=Count(UNDATED, "undated", sum(not meeting.date for meeting in chronicle.meetings)),
        most_countries=most(countries),
        most_officials=most(officials),
    )


def most(counts: list[Count]) -> tuple[Count, ...]:
    """Those with most meetings."""
    return tuple(sorted(counts, key=lambda count: (-count.meetings, count.url))[:MOST_MET])
