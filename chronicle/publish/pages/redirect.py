"""Addresses that lead on: an entry that is shown on another entry's page."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.publish.edition import Edition
from chronicle.publish.page import Link, Page
from chronicle.publish.urls import meeting_url, path_of


class RedirectContext(NamedTuple):
    """What redirect.html shows."""

    url: str
    target: Link


def pages(edition: Edition) -> Iterator[Page]:
    """One page an address, in order of address."""
    for address, target in sorted(edition.chronicle.redirects.items()):
        url = meeting_url(address)
        yield Page(
            path_of(url), "redirect.html", partial(RedirectContext, url, edition.views.meetings[target])
        )
