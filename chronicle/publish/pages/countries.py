"""The index of countries."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.lexicon.alphabets import sort_key
from chronicle.lexicon.states import load_vanished
from chronicle.publish.edition import Edition
from chronicle.publish.lists import number_held
from chronicle.publish.page import Page
from chronicle.publish.urls import COUNTRIES, path_of


class Listed(NamedTuple):
    """A country, with the number of its meetings."""

    url: str
    text: str
    years: str  # of a vanished state: "1922–1991"; "" of one that is there
    meetings: int


class CountriesContext(NamedTuple):
    """What countries.html shows."""

    url: str
    countries: tuple[Listed, ...]  # by name, in the order of the language's alphabet


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    vanished = load_vanished()
    listed = [
        Listed(
            *edition.views.country(code), vanished[code].years if code in vanished else "", number_held(some)
        )
        for code, some in edition.chronicle.meetings_of_country.items()
    ]
    language = edition.views.language
    listed.sort(key=lambda country: (sort_key(country.text, language), country.url))
    yield Page(path_of(COUNTRIES), "countries.html", partial(CountriesContext, COUNTRIES, tuple(listed)))
