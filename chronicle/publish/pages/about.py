"""The about page: the owner's words, and the chronicle in numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.evidence import holding
from chronicle.model import Basis, Entry
from chronicle.publish.edition import Edition
from chronicle.publish.lists import number_held
from chronicle.publish.page import Link, Page
from chronicle.publish.urls import ABOUT, CORRECTIONS, COVERAGE, METHOD, path_of
from chronicle.record import is_untouched


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
    more: tuple[Link, ...]  # the pages on how it is made


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    yield Page(path_of(ABOUT), "about.html", partial(context_of, edition), partial(ingredients, edition))


def ingredients(edition: Edition) -> tuple[object, ...]:
    """What the about page is made of."""
    chronicle = edition.chronicle
    numbers = len(chronicle.officials), len(chronicle.meetings_of_country)
    return edition.about, edition.digest_of(chronicle.meetings), *numbers


def context_of(edition: Edition) -> AboutContext:
    """What the about page shows."""
    chronicle = edition.chronicle
    entries = [meeting.entries[0] for meeting in chronicle.meetings]
    grounds = bases_of(entries)
    return AboutContext(
        url=ABOUT,
        text=edition.about,
        meetings=number_held(chronicle.meetings),
        others=len(chronicle.meetings) - number_held(chronicle.meetings),
        officials=len(chronicle.officials),
        countries=len(chronicle.meetings_of_country),
        reviewed=sum(not meeting.review for meeting in chronicle.meetings),
        by_hand=sum(not is_untouched(entry) for entry in entries),
        stated=grounds[Basis.STATED],
        inferred=grounds[Basis.INFERRED],
        confirmed=grounds[Basis.CONFIRMED],
        more=more_of(edition),
    )


def bases_of(entries: Iterable[Entry]) -> Counter[Basis]:
    """On what the fields of some entries rest; what nobody has touched is as it was read."""
    found: Counter[Basis] = Counter()
    for entry in entries:
        grounds = (entry.evidence or {}) if is_untouched(entry) else holding(entry)
        found.update([each.basis for each in grounds.values()])
    return found


def more_of(edition: Edition) -> tuple[Link, ...]:
    """The pages on how the chronicle is made, as far as the site has them."""
    texts = edition.views.texts
    made = [Link(METHOD, texts.gettext("Method and accuracy"))]
    if edition.has(Part.COVERAGE):
        made.append(Link(COVERAGE, texts.gettext("Coverage: what was read, and what was left out")))
    if edition.has(Part.CORRECTIONS):
        made.append(Link(CORRECTIONS, texts.gettext("Corrections")))
    return tuple(made)
