"""Pages of officials: their offices, whom they met, their meetings, newest first."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.model import Attendee, Official, PartialDate, Status
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.lists import Slice, ingredients, most_met, slices, tally
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.urls import official_url, path_of
from chronicle.publish.views import Views
from chronicle.slug import folded

LINKS = {"of", "the"}


class Office(NamedTuple):
    """An office, for whom it was held, and when the chronicle saw it held."""

    role: str
    ranks: str
    side: Link
    seen: str  # "2019", "2017–2019"; "" where no meeting has a date


class OfficialContext(NamedTuple):
    """What official.html shows."""

    url: str
    name: str
    spellings: tuple[str, ...]  # the others
    offices: tuple[Office, ...]  # newest first
    met: tuple[Count, ...]
    meetings: Tally
    first: str  # the day of the first that took place: "7 November 2019"
    last: str
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each official, in order of id."""
    for official in edition.chronicle.officials.values():
        yield from pages_of(official, edition)


def pages_of(official: Official, edition: Edition) -> Iterator[Page]:
    """One page for each hundred meetings of an official."""
    number = tally(official.meetings)
    made_of = (
        edition.digest_of(official.meetings),
        edition.officials,
        official.name,
        official.spellings,
        number,
    )
    for part in slices(official_url(official.id), official.meetings, edition.config.page_length):
        context = partial(context_of, official, number, part, edition.views)
        yield Page(path_of(part.url), "official.html", context, partial(ingredients, part, edition, made_of))


def context_of(official: Official, number: Tally, part: Slice, views: Views) -> OfficialContext:
    """What one page of an official shows."""
    held = [meeting for meeting in official.meetings if meeting.status is Status.HELD]
    dates = [meeting.date for meeting in held if meeting.date]
    return OfficialContext(
        url=part.url,
        name=official.name,
        spellings=tuple(name for name in official.spellings if name != official.name),
        offices=offices(official, views),
        met=most_met(official, views) if part.pager.number == 1 else (),
        meetings=number,
        first=long_date(dates[0], views.language) if dates else "",
        last=long_date(dates[-1], views.language) if dates else "",
        rows=views.rows_of(part.meetings),
        pager=part.pager,
    )


def offices(official: Official, views: Views) -> tuple[Office, ...]:
    """The offices in which an official took part, newest first; spellings of one office count as one."""
    seen: dict[tuple[frozenset[str], str], list[tuple[PartialDate | None, Attendee]]] = {}
    for meeting, part in zip(reversed(official.meetings), reversed(official.appearances), strict=True):
        office = words_of(part.role), part.country or part.organisation or ""
        day = meeting.date if meeting.status is Status.HELD else None
        seen.setdefault(office, []).append((day, part))
    return tuple(office_of(occasions, views) for occasions in seen.values())


def words_of(role: str | None) -> frozenset[str]:
    """What tells one office from another: "Defense Minister" is "Minister of Defense"."""
    return frozenset(folded(role or "").split()) - LINKS


def office_of(occasions: Sequence[tuple[PartialDate | None, Attendee]], views: Views) -> Office:
    """One office, from the occasions on which it was held, newest first."""
    _, newest = occasions[0]
    years = sorted({date[:4] for date, _ in occasions if date})
    ranks = dict.fromkeys(part.rank for _, part in occasions if part.rank)
    span = f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(years)
    side = views.country(newest.country) if newest.country else Link("", newest.organisation or "")
    return Office(newest.role or "", ", ".join(ranks), side, span)
