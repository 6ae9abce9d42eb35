"""The list of meetings whose date no report tells."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.publish.edition import Edition
from chronicle.publish.lists import Slice, ingredients, slices, tally
from chronicle.publish.page import Page, Pager, Row, Tally
from chronicle.publish.urls import UNDATED, path_of
from chronicle.publish.views import Views


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
        number = tally(meetings)
        for part in slices(UNDATED, meetings, edition.config.page_length):
            context = partial(context_of, part, edition.views, number)
            made_of = partial(ingredients, part, edition, number)
            yield Page(path_of(part.url), "undated.html", context, made_of)


def context_of(part: Slice, views: Views, number: Tally) -> UndatedContext:
    """What one page of the list shows."""
    return UndatedContext(part.url, number, views.rows_of(part.meetings), part.pager)
