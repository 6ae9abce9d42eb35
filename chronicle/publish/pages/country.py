"""Pages of countries: their meetings, newest first, and the officials who act for them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.lexicon.language import is_english
from chronicle.lexicon.states import YEAR, came_of, load_called, load_vanished
from chronicle.model import CountryCode, Meeting, Office, Status
from chronicle.publish.edition import Edition
from chronicle.publish.lists import MOST_MET, Slice, ingredients, number_held, slices, tally
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.pages.office import shown_name
from chronicle.publish.pages.offices import places
from chronicle.publish.urls import country_url, office_url, path_of
from chronicle.publish.views import Views


class Former(NamedTuple):
    """A name that a country had, and in which years; `since` is "" where it had always had it."""

    name: str
    since: str
    until: str


class Related(NamedTuple):
    """Another state with a page; `years` are those of a vanished one, else ""."""

    url: str
    text: str
    years: str


class History(NamedTuple):
    """What a country was before."""

    years: str  # of a vanished state: "1922–1991"
    called: tuple[Former, ...]
    before: tuple[Related, ...]  # in whose place it came
    after: tuple[Related, ...]  # who came in its place


class CountryContext(NamedTuple):
    """What country.html shows."""

    url: str
    name: str
    history: History
    meetings: Tally
    officials: tuple[Count, ...]  # those of the country, most meetings first
    partners: tuple[Count, ...]  # other countries, most meetings first
    offices: tuple[Count, ...]  # those with most meetings
    more_offices: Link  # to all of them, where these aren't all
    rows: tuple[Row, ...]
    pager: Pager


class Offices(NamedTuple):
    """The offices of a country, as many as its page names."""

    most: tuple[Count, ...]  # most meetings first
    more: Link


NO_OFFICES = Offices((), Link("", ""))


class Facts(NamedTuple):
    """What a country's page says besides its meetings."""

    number: Tally
    history: History
    offices: Offices


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each country, in order of code."""
    length = edition.config.page_length
    offices = offices_of(edition)
    for code, meetings in edition.chronicle.meetings_of_country.items():
        number, history = tally(meetings), history_of(code, edition.views)
        for part in slices(country_url(code), meetings, length):
            # The first page also has officials and partners, from all meetings.
            of_all = edition.digest_of(meetings) if part.pager.number == 1 else ""
            of_country = offices.get(code, NO_OFFICES) if part.pager.number == 1 else NO_OFFICES
            made_of = (of_all, edition.officials, number, history, of_country)
            facts = Facts(number, history, of_country)
            context = partial(context_of, code, meetings, part, facts, edition.views)
            yield Page(
                path_of(part.url), "country.html", context, partial(ingredients, part, edition, made_of)
            )


def context_of(
    code: CountryCode,
    meetings: Sequence[Meeting],
    part: Slice,
    facts: Facts,
    views: Views,
) -> CountryContext:
    """What one page of a country shows; offices, officials and partners stand on the first."""
    first = part.pager.number == 1
    return CountryContext(
        url=part.url,
        name=views.country(code).text,
        history=facts.history,
        meetings=facts.number,
        officials=officials_of(code, meetings, views) if first else (),
        partners=partners_of(code, meetings, views) if first else (),
        offices=facts.offices.most,
        more_offices=facts.offices.more,
        rows=views.rows_of(part.meetings),
        pager=part.pager,
    )


def history_of(code: CountryCode, views: Views) -> History:
    """What is known of a country's past; of other states, those with a page."""
    own = load_vanished().get(code)
    return History(
        years=own.years if own else "",
        called=called(code, views),
        before=related(came_of().get(code, ()), views),
        after=related(own.after if own else (), views),
    )


def called(code: CountryCode, views: Views) -> tuple[Former, ...]:
    """The names that a country has no more, the latest first; not the one that it is shown with.

    They are English, and some were given up in English only ("Turkey"): sites in other languages tell none.
    """
    names = [name for name in load_called().get(code, ()) if name.until and is_english(views.language)]
    names.sort(key=lambda name: name.until or "", reverse=True)
    return tuple(
        Former(name, (since or "")[:YEAR], (until or "")[:YEAR])
        for name, since, until in names
        if name != views.country(code).text
    )


def related(codes: Sequence[CountryCode], views: Views) -> tuple[Related, ...]:
    """The states of some codes, as far as they have pages."""
    vanished = load_vanished()
    return tuple(
        Related(*views.country(code), vanished[code].years if code in vanished else "")
        for code in codes
        if code in views.countries
    )


def officials_of(code: CountryCode, meetings: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """Who acted for a country, by number of meetings, then by address."""
    times = Counter({a.official: 0 for meeting in meetings for a in meeting.attendees if a.country == code})
    held = [meeting for meeting in meetings if meeting.status is Status.HELD]
    times.update(a.official for meeting in held for a in meeting.attendees if a.country == code)
    best = sorted(times.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Count(*views.officials[official], number) for official, number in best)


def offices_of(edition: Edition) -> dict[CountryCode, Offices]:
    """The offices of each country in which somebody was seen."""
    some: dict[CountryCode, list[Office]] = defaultdict(list)
    for office in edition.chronicle.offices.values():
        if office.country:
            some[office.country].append(office)
    where = places(edition)
    found = {}
    for code, offices in some.items():
        counts = [
            Count(office_url(each.id), shown_name(each), number_held(each.meetings)) for each in offices
        ]
        counts.sort(key=lambda count: (-count.meetings, count.url))
        more = Link(where[code], f"All {len(counts)} offices") if len(counts) > MOST_MET else NO_OFFICES.more
        found[code] = Offices(tuple(counts[:MOST_MET]), more)
    return found


def partners_of(code: CountryCode, meetings: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """With which countries a country met most often."""
    held = [meeting for meeting in meetings if meeting.status is Status.HELD]
    others = Counter(party for meeting in held for party in set(meeting.parties) if party in views.countries)
    others.pop(code, None)
    best = sorted(others.items(), key=lambda item: (-item[1], item[0]))[:MOST_MET]
    return tuple(Count(*views.country(CountryCode(other)), number) for other, number in best)
