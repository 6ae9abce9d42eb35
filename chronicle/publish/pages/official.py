"""Pages of officials: their offices, whom they met, their meetings, newest first."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from chronicle.model import Official, Registered, Tenure
from chronicle.publish import met, timelines
from chronicle.publish.charts.bars import Tick
from chronicle.publish.charts.fan import Fan
from chronicle.publish.charts.timeline import Lane, Stretch
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.lists import Slice, held_of, ingredients, slices, tally
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.roll import Roll
from chronicle.publish.tenures import days_of, years_of
from chronicle.publish.territory import in_person
from chronicle.publish.texts import Texts
from chronicle.publish.together import by_year, leading, most_of, most_told
from chronicle.publish.urls import official_url, path_of
from chronicle.publish.views import Views

MOST_PLACES = 8
MOST_TOPICS = 10
WIKIDATA = "https://www.wikidata.org/wiki/"


class Office(NamedTuple):
    """An office, for whom it was held, and when the chronicle saw it held."""

    role: Link
    ranks: str
    side: Link
    seen: str  # "2019", "2017–2019", "no date"; "" where no meeting took place
    days: str  # "7 November 2017 to 3 May 2019"; "" where `seen` says as much
    began: str  # the day of a meeting on the occasion of the appointment; ""
    ended: str  # … of the leave; ""
    held: int  # meetings that took place
    drawn: tuple[Stretch, ...]  # from the first of these to the last; () where there is nothing to compare


class OfficialContext(NamedTuple):
    """What official.html shows."""

    url: str
    name: str
    around: Fan  # of those in `met`, by side; on the first page
    spellings: tuple[str, ...]  # the others
    note: str  # by a person, in the registry; ""
    elsewhere: tuple[Link, ...]  # pages on other sites
    offices: tuple[Office, ...]  # newest first
    ticks: tuple[Tick, ...]  # the years below what is drawn of them
    met: tuple[Count, ...]  # links to the meetings of the two
    places: tuple[Count, ...]  # cities, most meetings first
    topics: tuple[Count, ...]
    years: tuple[Count, ...]  # () where there is but one
    meetings: Tally
    first: str  # the day of the first that took place: "7 November 2019"
    last: str
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each official, in order of id."""
    roll = edition.roll
    for official in edition.chronicle.officials.values():
        yield from pages_of(official, roll, edition)


def pages_of(official: Official, roll: Roll, edition: Edition) -> Iterator[Page]:
    """One page for each hundred meetings of an official."""
    number = tally(official.meetings)
    made_of = (
        roll.digest_of(official.meetings),
        official.name,
        official.spellings,
        number,
        repr(official.registered),
        # of a tenure, what other meetings than this official's have a say in
        *[(tenure.office, tenure.role, tenure.first, tenure.last) for tenure in official.tenures],
        *[edition.views.side(tenure.country, tenure.organisation) for tenure in official.tenures],
    )
    for part in slices(official_url(official.id), official.meetings, edition.config.page_length):
        context = partial(context_of, official, number, part, edition.views)
        yield Page(path_of(part.url), "official.html", context, partial(ingredients, part, edition, made_of))


def context_of(official: Official, number: Tally, part: Slice, views: Views) -> OfficialContext:
    """What one page of an official shows; whom they met, where and on what stands on the first."""
    held = held_of(official.meetings)
    dates = [meeting.date for meeting in held if meeting.date]
    registered, first = official.registered, part.pager.number == 1
    most_met = met.most_met(official, views) if first else ()
    career, took_place = timelines.of_tenures(official.tenures), {meeting.id for meeting in held}
    cities = Counter([views.place(meeting.city, meeting.country) for meeting in in_person(held)])
    return OfficialContext(
        url=part.url,
        name=official.name,
        around=met.drawn(most_met, views),
        spellings=tuple(name for name in official.spellings if name != official.name),
        note=(registered and registered.note) or "",
        elsewhere=elsewhere(registered, views.texts) if registered else (),
        offices=tuple(
            [
                office_of(tenure, lane, len(took_place.intersection(tenure.meetings)), views)
                for tenure, lane in zip(official.tenures, career.lanes, strict=True)
            ]
        ),
        ticks=career.ticks,
        met=tuple([each.beside for each in most_met]),
        places=most_of(cities, MOST_PLACES) if first else (),
        topics=leading(most_told(held, views, most=MOST_TOPICS)) if first else (),
        years=by_year(held) if first else (),
        meetings=number,
        first=long_date(dates[0], views.language) if dates else "",
        last=long_date(dates[-1], views.language) if dates else "",
        rows=views.rows_of(part.meetings),
        pager=part.pager,
    )


def office_of(tenure: Tenure, lane: Lane, held: int, views: Views) -> Office:
    """A line of a career."""
    return Office(
        role=views.office(tenure.office, tenure.role),
        ranks=", ".join(tenure.ranks),
        side=views.side(tenure.country, tenure.organisation),
        seen=years_of(tenure) or (views.texts.gettext("no date") if held else ""),
        days=days_of(tenure, views.language),
        began=long_date(tenure.began, views.language) if tenure.began else "",
        ended=long_date(tenure.ended, views.language) if tenure.ended else "",
        held=held,
        drawn=lane.stretches,
    )


def elsewhere(registered: Registered, texts: Texts) -> tuple[Link, ...]:
    """The pages on other sites that a person wrote down, and the portrait; nothing of them is loaded here."""
    links = [Link(url, urlsplit(url).netloc.removeprefix("www.")) for url in registered.links]
    if registered.wikidata:
        links.insert(0, Link(WIKIDATA + registered.wikidata, "Wikidata"))
    if registered.portrait:
        links.insert(0, Link(registered.portrait, texts.gettext("Portrait")))
    return tuple(links)
