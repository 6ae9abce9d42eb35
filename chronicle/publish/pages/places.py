"""The index of places, by country."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from chronicle.config import Part
from chronicle.lexicon.alphabets import sort_key
from chronicle.model import CountryCode
from chronicle.publish.edition import Edition
from chronicle.publish.lists import in_pages, number_held
from chronicle.publish.page import Count, Link, Page, Pager
from chronicle.publish.urls import PLACES, path_of
from chronicle.publish.views import Views

PLACES_A_PAGE = 600


class Listed(NamedTuple):
    """A place, and the country in which it is told to be."""

    country: CountryCode | None
    place: Count


class OfCountry(NamedTuple):
    """The places of one country, or as many as stand on a page."""

    anchor: str
    country: Link  # no text where none is told
    places: tuple[Count, ...]  # by name


class PlacesContext(NamedTuple):
    """What places.html shows."""

    url: str
    places: int
    countries: tuple[OfCountry, ...]  # by name, in the order of the language's alphabet; none comes last
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each six hundred places."""
    if edition.has(Part.PLACES):
        listed = in_order(edition)
        for url, some, pager in in_pages(PLACES, listed, PLACES_A_PAGE):
            countries = by_country(some, edition.views)
            context = partial(PlacesContext, url, len(listed), countries, pager)
            yield Page(path_of(url), "places.html", context)


def in_order(edition: Edition) -> list[Listed]:
    """All places, by name of the country, then by name."""
    views = edition.views
    listed = [
        Listed(country, Count(*views.place(city, country), number_held(group.meetings)))
        for (city, country), group in edition.groups.places.items()
    ]
    names = {country: sort_key(views.country(country).text, views.language) for country, _ in listed}
    listed.sort(
        key=lambda each: (
            each.country is None,
            names[each.country],
            sort_key(each.place.text, views.language),
            each.place.url,
        )
    )
    return listed


def by_country(listed: Sequence[Listed], views: Views) -> tuple[OfCountry, ...]:
    """Some places below their countries."""
    return tuple(
        OfCountry(
            anchor=country.lower() if country else "no-country",
            country=views.country(country),
            places=tuple([each.place for each in some]),
        )
        for country, some in groupby(listed, key=lambda each: each.country)
    )
