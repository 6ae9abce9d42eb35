"""The method page: how the chronicle is made, by which rules, how well, and where it ends."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from chronicle.lexicon.words import load_accuracy
from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.texts import Texts, told
from chronicle.publish.urls import METHOD, path_of

SETS = (  # what `make score` calls the sets, for the catalogues
    told("five reports that the rules were written on"),
    told("reports retold, that the rules were written on"),
    told("invented reports like those, that the rules were written on"),
    told("reports of the world's press, retold, learnt from"),
    told("invented reports in odder prose, learnt from"),
    told("invented reports in few sentences, learnt from"),
    told("invented reports that nobody looked at while writing rules"),
    told("others, in no shape of a report that was seen"),
    told("others, with more bystanders and odder prose"),
    told("others, as the world's press has them, retold"),
)
FIELDS = {  # of a reading, as `make score` calls them
    "date": told("date"),
    "city": told("city"),
    "status": told("status"),
    "kind": told("form"),
    "parties": told("parties"),
    "affiliation": told("side"),
    "role": told("office"),
    "rank": told("rank"),
    "published": told("day of publication"),
    "outlet": told("outlet"),
}


class Measured(NamedTuple):
    """How well a set of articles was read when that was last measured; shares in per cent."""

    about: str
    articles: int
    right: str
    silent: str  # of all: wrong without asking for review
    needless: str  # of the right ones: asking for review
    fields: tuple[str, ...]  # right values by field, in order of FIELDS; "" where the set has none


class MethodContext(NamedTuple):
    """What method.html shows."""

    url: str
    accuracy: tuple[Measured, ...]  # of the reading, by set of articles
    fields: tuple[str, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    yield Page(path_of(METHOD), "method.html", partial(context_of, edition))


def context_of(edition: Edition) -> MethodContext:
    """What the method page shows."""
    texts = edition.views.texts
    return MethodContext(
        url=METHOD,
        accuracy=tuple([measured(row, texts) for row in load_accuracy("en")]),
        fields=tuple([texts.gettext(name) for name in FIELDS.values()]),
    )


def measured(row: Mapping[str, Any], texts: Texts) -> Measured:
    """A row of the accuracy table."""
    about = texts.gettext(row["about"])
    return Measured(
        about=about[:1].upper() + about[1:],
        articles=row["articles"],
        right=per_cent(row["right"]),
        silent=per_cent(row["silent"]),
        needless=per_cent(row["needless"]),
        fields=tuple([per_cent(row["fields"].get(field)) for field in FIELDS]),
    )


def per_cent(share: float | None) -> str:
    """A share of 1 in whole per cent; 0 is none and 100 is all, not nearly so."""
    if share is None:
        return ""
    return f"{share * 100:.0f}" if share in (0, 1) else str(min(99, max(1, round(share * 100))))
