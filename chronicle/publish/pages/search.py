"""The search page; the search itself happens in the browser, see templates/assets/search.js."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.lexicon.language import ENGLISH
from chronicle.lexicon.words import word_lists
from chronicle.model import PartialDate
from chronicle.publish.dates import long_date, month_name
from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.search import letters
from chronicle.publish.texts import told
from chronicle.publish.urls import SEARCH, SHARED, path_of

FILTERS = (  # as records have them; with several values of the first kind a result has all, else any
    ("country", told("Country"), True),
    ("official", told("Official"), True),
    ("year", told("Year"), False),
    ("kind", told("Kind"), False),
    ("topic", told("Topic"), True),
    ("outlet", told("Outlet"), False),
    ("what", told("What it is"), False),
)

WORD = re.compile(r"[^\W\d_]{3,}")  # "г." after a year is none


class Filter(NamedTuple):
    """Something by which results can be narrowed down."""

    id: str
    name: str
    all: bool  # whether a result has all values that are chosen, or any of them


class SearchContext(NamedTuple):
    """What search.html shows."""

    url: str
    empty: bool  # whether there is nothing that could be found: then the site has no index
    engine: str  # the address of Pagefind's script
    letters: str  # "ə=a ж=zh": how odd letters are written in the index's plain words
    heard: str  # the rows of lexicon/heard.yaml, in JSON
    months: str  # "november=11 noyabr=11": in the languages of the site
    filters: tuple[Filter, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page, where the site has a search."""
    if edition.has(Part.SEARCH):
        yield Page(path_of(SEARCH), "search.html", partial(context_of, edition))


def context_of(edition: Edition) -> SearchContext:
    """What the search page shows."""
    texts = edition.views.texts
    return SearchContext(
        url=SEARCH,
        empty=not edition.chronicle.meetings,
        engine=f"{SHARED}pagefind/pagefind.js",
        letters=" ".join([f"{letter}={plain}" for letter, plain in letters().items()]),
        heard=json.dumps([*word_lists("heard").items()], ensure_ascii=False, separators=(",", ":")),
        months=" ".join(
            [
                f"{name}={month}"
                for name, month in months(
                    {ENGLISH, edition.config.language, *edition.config.other_languages}
                ).items()
            ]
        ),
        filters=tuple([Filter(each, texts.gettext(name), both) for each, name, both in FILTERS]),
    )


def months(languages: Iterable[str]) -> dict[str, int]:
    """The names of the months in some languages, as in a date and by themselves, in small letters."""
    found: dict[str, set[int]] = {}
    for language in sorted(languages):
        for month in range(1, 13):
            date = PartialDate(f"2000-{month:02}")
            beside_day = long_date(PartialDate(f"{date}-01"), language)
            for name in WORD.findall(f"{beside_day} {month_name(date, language)}".lower()):
                found.setdefault(name, set()).add(month)
    return {name: month for name, (month, *others) in found.items() if not others}
