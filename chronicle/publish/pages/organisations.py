"""The index of organisations, by name."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.lexicon.alphabets import sort_key
from chronicle.publish.edition import Edition
from chronicle.publish.lists import in_pages, number_held
from chronicle.publish.page import Count, Page, Pager
from chronicle.publish.urls import ORGANISATIONS, path_of

ORGANISATIONS_A_PAGE = 600


class OrganisationsContext(NamedTuple):
    """What organisations.html shows."""

    url: str
    total: int
    organisations: tuple[Count, ...]  # by name, in the order of the language's alphabet
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """One page for each six hundred organisations."""
    if edition.has(Part.ORGANISATIONS):
        views = edition.views
        listed = [
            Count(*views.linked.organisations[name], number_held(group.meetings))
            for name, group in edition.groups.organisations.items()
        ]
        listed.sort(key=lambda each: (sort_key(each.text, views.language), each.url))
        for url, some, pager in in_pages(ORGANISATIONS, listed, ORGANISATIONS_A_PAGE):
            context = partial(OrganisationsContext, url, len(listed), tuple(some), pager)
            yield Page(path_of(url), "organisations.html", context)
