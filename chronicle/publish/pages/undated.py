"""The list of meetings whose date no report tells."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.publish.edition import Edition
from chronicle.publish.lists import slices, tally
from chronicle.publish.page import Page, Pager, Row, Tally
from chronicle.publish.urls import UNDATED, path_of


class UndatedContext(NamedTuple):
    """What undated.html shows."""

    url: str
    meetings: Tally
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of the list, if there are such meetings."""
    meetings = [meeting for meeting in edition.chronicle.meetings if not meeting.date]
    if meetings:
        for part in slices(UNDATED, edition.views.rows_of(meetings), edition.config.page_length):
            context = partial(UndatedContext, part.url, tally(meetings), part.rows, part.pager)
            yield Page(path_of(part.url), "undated.html", context)
