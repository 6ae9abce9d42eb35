"""Pages of officials: their offices, whom they met, their meetings, newest first."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from chronicle.model import Official, Registered, Status, Tenure
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.lists import Slice, ingredients, most_met, slices, tally
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.tenures import days_of, years_of
from chronicle.publish.urls import office_url, official_url, path_of
from chronicle.publish.views import Views

WIKIDATA = "https://www.wikidata.org/wiki/"


class Office(NamedTuple):
    """An office, for whom it was held, and when the chronicle saw it held."""

    role: Link
    ranks: str
    side: Link
    seen: str  # "2019", "2017–2019"; "" where no meeting has a date
    days: str  # "7 November 2017 to 3 May 2019"; "" where `seen` says as much
    began: str  # the day of a meeting on the occasion of the appointment; ""
    ended: str  # … of the leave; ""


class OfficialContext(NamedTuple):
    """What official.html shows."""

    url: str
    name: str
    spellings: tuple[str, ...]  # the others
    note: str  # by a person, in the registry; ""
    elsewhere: tuple[Link, ...]  # pages on other sites
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
        repr(official.registered),
        # of a tenure, what other meetings than this official's have a say in
        *[(tenure.office, tenure.role, tenure.first, tenure.last) for tenure in official.tenures],
    )
    for part in slices(official_url(official.id), official.meetings, edition.config.page_length):
        context = partial(context_of, official, number, part, edition.views)
        yield Page(path_of(part.url), "official.html", context, partial(ingredients, part, edition, made_of))


def context_of(official: Official, number: Tally, part: Slice, views: Views) -> OfficialContext:
    """What one page of an official shows."""
    held = [meeting for meeting in official.meetings if meeting.status is Status.HELD]
    dates = [meeting.date for meeting in held if meeting.date]
    registered = official.registered
    return OfficialContext(
        url=part.url,
        name=official.name,
        spellings=tuple(name for name in official.spellings if name != official.name),
        note=(registered and registered.note) or "",
        elsewhere=elsewhere(registered) if registered else (),
        offices=tuple([office_of(tenure, views) for tenure in official.tenures]),
        met=most_met(official, views) if part.pager.number == 1 else (),
        meetings=number,
        first=long_date(dates[0], views.language) if dates else "",
        last=long_date(dates[-1], views.language) if dates else "",
        rows=views.rows_of(part.meetings),
        pager=part.pager,
    )


def office_of(tenure: Tenure, views: Views) -> Office:
    """A line of a career."""
    return Office(
        role=Link(office_url(tenure.office) if tenure.office else "", tenure.role),
        ranks=", ".join(tenure.ranks),
        side=views.country(tenure.country) if tenure.country else Link("", tenure.organisation or ""),
        seen=years_of(tenure),
        days=days_of(tenure, views.language),
        began=long_date(tenure.began, views.language) if tenure.began else "",
        ended=long_date(tenure.ended, views.language) if tenure.ended else "",
    )


def elsewhere(registered: Registered) -> tuple[Link, ...]:
    """The pages on other sites that a person wrote down, and the portrait; nothing of them is loaded here."""
    links = [Link(url, urlsplit(url).netloc.removeprefix("www.")) for url in registered.links]
    if registered.wikidata:
        links.insert(0, Link(WIKIDATA + registered.wikidata, "Wikidata"))
    if registered.portrait:
        links.insert(0, Link(registered.portrait, "Portrait"))
    return tuple(links)
