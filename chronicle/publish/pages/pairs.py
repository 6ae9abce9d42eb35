"""The pages of country pairs: a matrix of the countries that met most, and all pairs by country."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.lexicon.alphabets import sort_key
from chronicle.model import CountryCode
from chronicle.publish.charts.shades import Shade, shades, step_of
from chronicle.publish.edition import Edition
from chronicle.publish.groups import Countries, in_order
from chronicle.publish.lists import in_pages, number_held
from chronicle.publish.page import Count, Link, Page, Pager
from chronicle.publish.urls import PAIRS, country_pair_url, numbered, path_of
from chronicle.publish.views import Views

MOST_COUNTRIES = 30  # in the matrix
PAIRS_A_PAGE = 800

Numbers = Mapping[Countries, int]  # of meetings held


class Cell(NamedTuple):
    """The meetings of a row's country with a column's."""

    url: str
    meetings: int  # 0: none
    step: int  # the shade


class Row(NamedTuple):
    """A country of the matrix."""

    country: Link
    cells: tuple[Cell | None, ...]  # None where it would meet itself


class Matrix(NamedTuple):
    """The countries that met most, each with each."""

    rows: tuple[Row, ...]  # the columns are the same countries in the same order
    key: tuple[Shade, ...]


class Partners(NamedTuple):
    """A country with those that it met, or as many as stand on a page."""

    country: Link
    partners: tuple[Count, ...]  # most meetings first; each leads to the page of the pair


class PairsContext(NamedTuple):
    """What pairs.html shows."""

    url: str
    pairs: int
    countries: int
    matrix: Matrix  # without rows but on the first page
    partners: tuple[Partners, ...]  # by name
    pager: Pager


NO_MATRIX = Matrix((), ())


def pages(edition: Edition) -> Iterator[Page]:
    """The matrix and the first pairs; then a page for each eight hundred further ones."""
    if not edition.has(Part.COUNTRY_PAIRS):
        return
    numbers = numbers_of(edition)
    most = of_most_meetings(numbers, edition)
    listed = all_partners(numbers, edition.views)
    for url, some, pager in in_pages(PAIRS, listed, PAIRS_A_PAGE):
        made_of = (*pager, tuple(some), (tuple(numbers.items()), most) if pager.number == 1 else ())
        context = partial(context_of, numbers, most, some, pager, edition.views)
        yield Page(path_of(url), "pairs.html", context, partial(tuple, made_of))


def numbers_of(edition: Edition) -> dict[Countries, int]:
    """How often the two of each pair met; without those that never did."""
    numbers = {
        two: number_held(group.meetings)
        for two, group in edition.groups.country_pairs.items()
        if two[0] in edition.views.countries and two[1] in edition.views.countries
    }
    return {two: number for two, number in numbers.items() if number}


def context_of(
    numbers: Numbers,
    most: Sequence[CountryCode],
    some: Sequence[tuple[CountryCode, Count]],
    pager: Pager,
    views: Views,
) -> PairsContext:
    """What one of the pages shows."""
    return PairsContext(
        url=numbered(PAIRS, pager.number),
        pairs=len(numbers),
        countries=len({code for two in numbers for code in two}),
        matrix=matrix_of(numbers, most, views) if pager.number == 1 else NO_MATRIX,
        partners=by_country(some, views),
        pager=pager,
    )


def of_most_meetings(numbers: Numbers, edition: Edition) -> tuple[CountryCode, ...]:
    """The countries with most meetings, most first, as many as the matrix has room for."""
    codes = sorted({code for two in numbers for code in two})
    held = {code: number_held(edition.chronicle.meetings_of_country[code]) for code in codes}
    return tuple(sorted(codes, key=lambda code: -held[code])[:MOST_COUNTRIES])


def matrix_of(numbers: Numbers, codes: Sequence[CountryCode], views: Views) -> Matrix:
    """The matrix of some countries."""
    key = shades(numbers.values())
    rows = [
        Row(views.country(one), tuple([cell(one, other, numbers, key) for other in codes])) for one in codes
    ]
    return Matrix(tuple(rows), key)


NOTHING = Cell("", 0, 0)


def cell(one: CountryCode, other: CountryCode, numbers: Numbers, key: Sequence[Shade]) -> Cell | None:
    """The cell of two countries."""
    if one == other:
        return None
    two = in_order(one, other)
    number = numbers.get(two, 0)
    return Cell(pair_url(two), number, step_of(number, key)) if number else NOTHING


def pair_url(two: Countries) -> str:
    """The page of two countries."""
    return country_pair_url("-".join(two).lower())


def all_partners(numbers: Numbers, views: Views) -> list[tuple[CountryCode, Count]]:
    """Each country with each that it met, by name, the partner with most meetings first."""
    met: dict[CountryCode, list[tuple[int, CountryCode]]] = defaultdict(list)
    for (one, other), number in numbers.items():
        met[one].append((-number, other))
        met[other].append((-number, one))
    return [
        (code, Count(pair_url(in_order(code, other)), views.country(other).text, -number))
        for code in sorted(met, key=lambda code: (sort_key(views.country(code).text, views.language), code))
        for number, other in sorted(met[code])
    ]


def by_country(some: Sequence[tuple[CountryCode, Count]], views: Views) -> tuple[Partners, ...]:
    """Some of them, each country once."""
    found: dict[CountryCode, list[Count]] = defaultdict(list)
    for code, partner in some:
        found[code].append(partner)
    return tuple([Partners(views.country(code), tuple(partners)) for code, partners in found.items()])
