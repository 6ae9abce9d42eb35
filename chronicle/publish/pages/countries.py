"""The index of countries."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.publish.edition import Edition
from chronicle.publish.lists import number_held
from chronicle.publish.page import Count, Page
from chronicle.publish.urls import COUNTRIES, path_of
from chronicle.slug import folded


class CountriesContext(NamedTuple):
    """What countries.html shows."""

    url: str
    countries: tuple[Count, ...]  # by name


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    views = edition.views
    counts = [
        Count(*views.country(code), number_held(some))
        for code, some in edition.chronicle.meetings_of_country.items()
    ]
    counts.sort(key=lambda count: (folded(count.text), count.url))
    yield Page(path_of(COUNTRIES), "countries.html", partial(CountriesContext, COUNTRIES, tuple(counts)))
