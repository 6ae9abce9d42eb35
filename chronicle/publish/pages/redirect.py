"""Addresses that lead on: an entry shown on another entry's page, an official's former address."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.publish.edition import Edition
from chronicle.publish.lists import slices
from chronicle.publish.page import Link, Page
from chronicle.publish.texts import told
from chronicle.publish.urls import meeting_url, numbered, official_url, path_of


class RedirectContext(NamedTuple):
    """What redirect.html shows."""

    url: str
    says: str  # what is at the target
    target: Link


def pages(edition: Edition) -> Iterator[Page]:
    """One page an address, in order of address; no page that there is gives way to one of them."""
    for meeting, shown_with in sorted(edition.chronicle.redirects.items()):
        target = edition.views.meetings[shown_with]
        yield page_of(
            meeting_url(meeting),
            edition.views.texts.gettext(told("This report is shown with others on one page:")),
            target,
        )
    for former, official in sorted(edition.chronicle.official_redirects.items()):
        there = edition.chronicle.officials.get(official)
        if there is None or former in edition.chronicle.officials:
            continue
        parts = slices(official_url(official), there.meetings, edition.config.page_length)
        for number, part in enumerate(parts, 1):  # a long list has addresses of its own
            url = numbered(official_url(former), number)
            yield page_of(
                url, edition.views.texts.gettext(told("This official’s page is:")), Link(part.url, there.name)
            )


def page_of(url: str, says: str, target: Link) -> Page:
    """A page that leads on."""
    return Page(path_of(url), "redirect.html", partial(RedirectContext, url, says, target))
