"""The about page: the owner's words, and how the chronicle is made."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.evidence import holding
from chronicle.lexicon.words import load_accuracy
from chronicle.model import Basis
from chronicle.publish.edition import Edition
from chronicle.publish.lists import number_held
from chronicle.publish.page import Page
from chronicle.publish.urls import ABOUT, path_of
from chronicle.record import is_untouched


class Measured(NamedTuple):
    """How well a set of articles was read when that was last measured; shares of 1."""

    about: str
    articles: int
    right: float
    silent: float  # of all: wrong without asking for review
    needless: float  # of the right ones: asking for review


class AboutContext(NamedTuple):
    """What about.html shows."""

    url: str
    text: str  # Markdown
    meetings: int  # held
    others: int  # planned or cancelled
    officials: int
    countries: int
    reviewed: int  # of all these, which nothing asks for review
    by_hand: int  # of all these, those with an entry that a person wrote or corrected
    stated: int  # fields by what they rest on
    inferred: int
    confirmed: int
    accuracy: tuple[Measured, ...]  # of the reading, by set of articles


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    yield Page(path_of(ABOUT), "about.html", partial(context_of, edition))


def context_of(edition: Edition) -> AboutContext:
    """What the about page shows."""
    chronicle = edition.chronicle
    entries = [meeting.entries[0] for meeting in chronicle.meetings]
    grounds = [found.basis for entry in entries for found in holding(entry).values()]
    return AboutContext(
        url=ABOUT,
        text=edition.about,
        meetings=number_held(chronicle.meetings),
        others=len(chronicle.meetings) - number_held(chronicle.meetings),
        officials=len(chronicle.officials),
        countries=len(chronicle.meetings_of_country),
        reviewed=sum(not meeting.review for meeting in chronicle.meetings),
        by_hand=sum(not is_untouched(entry) for entry in entries),
        stated=grounds.count(Basis.STATED),
        inferred=grounds.count(Basis.INFERRED),
        confirmed=grounds.count(Basis.CONFIRMED),
        accuracy=tuple(Measured(**row) for row in load_accuracy("en")),
    )
