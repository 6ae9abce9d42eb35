"""The home page: what the chronicle is, the latest meetings, the years, and the way to everything else."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.model import Meeting, Status
from chronicle.publish.edition import Edition
from chronicle.publish.lists import MOST_MET, all_years, number_held, tally, years
from chronicle.publish.page import Count, Page, Row, Tally
from chronicle.publish.pages.pairs import numbers_of
from chronicle.publish.urls import HOME, UNDATED, path_of

LATEST = 10
NEXT = 5


class Contents(NamedTuple):
    """How many there are of what the home page leads to."""

    offices: int
    organisations: int
    places: int
    topics: int
    outlets: int
    country_pairs: int  # that met: those who only were to meet have a page, too


class HomeContext(NamedTuple):
    """What home.html shows."""

    url: str
    rows: tuple[Row, ...]  # the latest, without those that are to come
    planned: tuple[Row, ...]  # announced for a day after the last meeting that was reported, the next first
    meetings: Tally
    officials: int
    countries: int
    articles: int  # 0 where meetings weren't read from reports
    years: tuple[Count, ...]  # from the first to the last
    undated: Count
    most_countries: tuple[Count, ...]
    most_officials: tuple[Count, ...]
    contents: Contents


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
    planned = to_come(chronicle.meetings)
    others = [meeting for meeting in chronicle.meetings[-LATEST - len(planned) :] if meeting not in planned]
    return HomeContext(
        url=HOME,
        rows=views.rows_of(others[-LATEST:]),
        planned=views.rows_of(planned[:NEXT][::-1]),
        meetings=tally(chronicle.meetings),
        officials=len(officials),
        countries=len(countries),
        articles=len({s.article for meeting in chronicle.meetings for s in meeting.sources if s.article}),
        years=all_years(years(chronicle)),
        undated=Count(UNDATED, "", sum(not meeting.date for meeting in chronicle.meetings)),
        most_countries=most(countries),
        most_officials=most(officials),
        contents=contents_of(edition),
    )


def most(counts: list[Count]) -> tuple[Count, ...]:
    """Those with most meetings."""
    return tuple(sorted(counts, key=lambda count: (-count.meetings, count.url))[:MOST_MET])


def to_come(meetings: Sequence[Meeting]) -> list[Meeting]:
    """What is announced for later than all that was reported, oldest first. No clock is asked."""
    held = max((m.date for m in meetings if m.date and m.status is Status.HELD), default="")
    return [m for m in meetings if m.date and m.date > held and m.status is Status.PLANNED]


def contents_of(edition: Edition) -> Contents:
    """How many offices, places and so on there are."""
    groups = edition.groups
    return Contents(
        offices=len(edition.chronicle.offices),
        organisations=len(groups.organisations),
        places=len(groups.places),
        topics=len(groups.topics),
        outlets=len(groups.outlets),
        country_pairs=len(numbers_of(edition)),
    )
