"""What the chronicle rests on: the articles that were read, by outlet and month, and those left out."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.model import PartialDate
from chronicle.publish.dates import long_date
from chronicle.publish.doubts import GONE
from chronicle.publish.edition import Edition
from chronicle.publish.lists import pager_of
from chronicle.publish.page import Link, Page, Pager
from chronicle.publish.urls import COVERAGE, WITHOUT_MEETING, numbered, path_of
from chronicle.record import imported_from
from chronicle.store import OF_SEVERAL

MONTH, YEAR = len("2019-11"), len("2019")
FIRST = 20  # outlets that are shown at once
MANY = 3  # reports of one meeting, from which on they are counted together


class Read(NamedTuple):
    """An article that was read."""

    article: str
    outlet: str  # ""
    published: str  # ISO; ""
    meetings: bool  # whether an entry rests on it
    reason: str  # why none does


class Covered(NamedTuple):
    """How many articles of one outlet, or of one time, were read."""

    of: Link  # no text where it isn't known
    articles: int
    told: int  # tell of a meeting
    share: int  # of the longest bar, per cent
    told_share: int


class Number(NamedTuple):
    """How many there are of something."""

    what: str
    number: int


class CoverageContext(NamedTuple):
    """What coverage.html shows."""

    url: str
    articles: int
    told: int  # of these, tell of a meeting
    outlets: tuple[Covered, ...]  # those with most articles, most first
    more_outlets: tuple[Covered, ...]  # the others
    years: tuple[Covered, ...]  # newest first; not known last
    months: tuple[Covered, ...]
    reasons: tuple[Number, ...]  # why articles tell of none, most often first
    without: Link
    unread: tuple[tuple[str, str], ...]  # articles that couldn't be read, with the reason
    reports: tuple[int, ...]  # meetings by how many reports they rest on: none, one, two, more
    imported: tuple[Number, ...]  # entries by the table that they were imported from


class Rejected(NamedTuple):
    """An article that tells of no meeting."""

    article: str
    outlet: Link
    published: str
    shown_published: str
    reason: str


class WithoutContext(NamedTuple):
    """What without-meeting.html shows."""

    url: str
    articles: int
    rejected: tuple[Rejected, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The page of coverage, then the articles without a meeting, if any, in pages, the newest first."""
    if not edition.has(Part.COVERAGE):
        return
    yield Page(path_of(COVERAGE), "coverage.html", partial(context_of, edition), partial(state, edition))
    length = edition.config.page_length
    last = -(-number_rejected(edition) // length)
    for number in range(1, last + 1):
        url, pager = numbered(WITHOUT_MEETING, number), pager_of(WITHOUT_MEETING, number, last)
        yield Page(
            path_of(url),
            "without-meeting.html",
            partial(without, url, pager, edition),
            partial(state, edition, pager),
        )


def state(edition: Edition, pager: Pager | None = None) -> tuple[object, ...]:
    """What the pages are made of."""
    outlets = [text for link in edition.views.linked.outlets.values() for text in link]
    meetings = edition.digest_of(edition.chronicle.meetings)
    return edition.background.state, meetings, tuple(outlets), pager or ()


# ── what was read ────────────────────────────────────────────────────────────────────────────


def articles_of(edition: Edition) -> list[Read]:
    """The articles that were read, each with its outlet and day as its entries or the ledger have them."""
    ledger = edition.background.ledger
    several = {name.partition(OF_SEVERAL)[0] for name in ledger if OF_SEVERAL in name}
    told: dict[str, tuple[str, str]] = {}
    for meeting in edition.chronicle.meetings:
        for source in meeting.sources:
            if source.article:
                told[source.article] = (source.outlet or "", source.published or "")
    return [
        Read(name, *(told.get(name) or (line.outlet, line.published)), name in told, line.reason)
        for name, line in ledger.items()
        if name not in several
    ]


def rejected_of(edition: Edition) -> list[Read]:
    """The articles that tell of no meeting, newest first, those without a day last."""
    some = [each for each in articles_of(edition) if not each.meetings]
    return sorted(sorted(some), key=lambda each: each.published, reverse=True)


def number_rejected(edition: Edition) -> int:
    """How many articles tell of no meeting."""
    return sum(not each.meetings for each in articles_of(edition))


# ── in numbers ───────────────────────────────────────────────────────────────────────────────


def context_of(edition: Edition) -> CoverageContext:
    """What the page of coverage shows."""
    views, meetings = edition.views, edition.chronicle.meetings
    articles = articles_of(edition)
    reasons = Counter(each.reason or GONE for each in articles if not each.meetings)
    tables = Counter(table[0] for one in meetings for entry in one.entries if (table := imported_from(entry)))
    times = Counter(min(len(one.sources), MANY) for one in meetings)
    outlets = covered(articles, lambda each: each.outlet, views.outlet)
    return CoverageContext(
        url=COVERAGE,
        articles=len(articles),
        told=sum(each.meetings for each in articles),
        outlets=outlets[:FIRST],
        more_outlets=outlets[FIRST:],
        years=by_time(articles, YEAR, edition),
        months=by_time(articles, MONTH, edition),
        reasons=numbers(reasons),
        without=Link(WITHOUT_MEETING, views.texts.gettext("All articles that tell of no meeting")),
        unread=edition.background.unread,
        reports=tuple([times[number] for number in range(MANY + 1)]),
        imported=numbers(tables),
    )


def numbers(counted: Counter[str]) -> tuple[Number, ...]:
    """What was counted, most often first."""
    return tuple([Number(*each) for each in sorted(counted.items(), key=lambda item: (-item[1], item[0]))])


def by_time(articles: Sequence[Read], length: int, edition: Edition) -> tuple[Covered, ...]:
    """The articles by year or month, newest first; those of which less is known by what is known."""
    language = edition.views.language
    return covered(
        articles,
        lambda each: each.published[:length],
        lambda time: Link("", long_date(PartialDate(time), language) if time else ""),
        by_number=False,
    )


def covered(
    articles: Iterable[Read],
    key: Callable[[Read], str],
    link: Callable[[str], Link],
    *,
    by_number: bool = True,
) -> tuple[Covered, ...]:
    """The articles counted by a key: most first, or the last key first; what has none comes last."""
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for each in articles:
        counted[key(each)][0] += 1
        counted[key(each)][1] += each.meetings
    most = max([number for number, _ in counted.values()], default=1)
    order = sorted(counted, reverse=True)
    if by_number:
        order = sorted(sorted(counted), key=lambda name: -counted[name][0])
    return tuple(
        [
            Covered(link(name), number, told, share(number, most), share(told, most))
            for name in sorted(order, key=lambda name: not name)
            for number, told in [counted[name]]
        ]
    )


def share(number: int, most: int) -> int:
    """A number in per cent of the largest; what there is can be seen."""
    return max(1, round(100 * number / most)) if number else 0


# ── the articles without a meeting ───────────────────────────────────────────────────────────


def without(url: str, pager: Pager, edition: Edition) -> WithoutContext:
    """What one page of the articles without a meeting shows."""
    length, rejected = edition.config.page_length, rejected_of(edition)
    some = rejected[(pager.number - 1) * length : pager.number * length]
    return WithoutContext(url, len(rejected), tuple([shown(each, edition) for each in some]), pager)


def shown(each: Read, edition: Edition) -> Rejected:
    """An article as the list shows it."""
    views = edition.views
    return Rejected(
        each.article,
        views.outlet(each.outlet),
        each.published,
        long_date(PartialDate(each.published), views.language) if each.published else "",
        each.reason or GONE,
    )
