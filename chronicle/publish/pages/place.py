"""Pages of places: the meetings in a town, newest first."""

from collections.abc import Iterator

from chronicle.config import Part
from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.pages.listing import About, pages_of
from chronicle.publish.urls import place_url


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each place, by name."""
    if edition.has(Part.PLACES):
        for (city, country), group in edition.groups.places.items():
            about = About(city, side=edition.views.country(country))
            yield from pages_of(group, about, edition, template="place.html", url_of=place_url)
