"""corrections.xml: what was corrected and withdrawn, as an Atom feed."""

from collections.abc import Iterator
from functools import partial

from chronicle.config import Part
from chronicle.publish.corrections_feed import corrections_feed
from chronicle.publish.edition import Edition
from chronicle.publish.page import Made
from chronicle.publish.urls import CORRECTIONS_FEED, path_of


def files(edition: Edition) -> Iterator[Made]:
    """One file."""
    if edition.has(Part.CORRECTIONS):
        yield Made(path_of(CORRECTIONS_FEED), partial(content, edition), partial(ingredients, edition))


def ingredients(edition: Edition) -> tuple[object, ...]:
    """What the feed is made of: the corrections, and the titles and places of the meetings they are of."""
    corrections = edition.background.corrections
    of = {each.of for each in corrections}
    shown = [
        edition.views.meetings[one.id]
        for one in edition.chronicle.meetings
        for entry in one.entries
        if entry.id in of
    ]
    return tuple([repr(each) for each in corrections]), tuple(shown)


def content(edition: Edition) -> bytes:
    """The feed."""
    return corrections_feed(edition)
