"""Pages of countries: their meetings, newest first, and the officials who act for them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.lexicon.language import is_english
from chronicle.lexicon.states import YEAR, came_of, load_called, load_vanished
from chronicle.model import CountryCode, Meeting, Office
from chronicle.publish import timelines
from chronicle.publish.charts.timeline import NO_TIMELINE, Timeline
from chronicle.publish.edition import Edition
from chronicle.publish.groups import organisations_of as organisations_in
from chronicle.publish.groups import pairs_of_countries
from chronicle.publish.lists import MOST_MET, Slice, held_of, ingredients, number_held, slices, tally
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.pages.office import shown_name
from chronicle.publish.pages.offices import places
from chronicle.publish.territory import travelled
from chronicle.publish.together import by_year, country_beside, leading, most_of, most_told
from chronicle.publish.urls import country_url, office_url, path_of
from chronicle.publish.views import NOBODY, Views

OFFICIALS_SHOWN = 24  # of a country, before the rest is folded away
MOST_VISITS = 8
MOST_TOPICS = 10


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
    years: tuple[Count, ...]  # () where there is but one
    officials: tuple[Count, ...]  # those of the country, most meetings first
    more_officials: tuple[Count, ...]  # the rest, which is folded away
    partners: tuple[Count, ...]  # other countries, most meetings first: links to the pages of the two
    guests: tuple[Count, ...]  # whose people came here; links of the same kind
    abroad: tuple[Count, ...]  # where its people went
    organisations: tuple[Count, ...]
    topics: tuple[Count, ...]
    offices: tuple[Count, ...]  # those with most meetings
    more_offices: Link  # to all of them, where these aren't all
    office_timeline: Timeline
    rows: tuple[Row, ...]
    pager: Pager


class Offices(NamedTuple):
    """The offices of a country, as many as its page names."""

    most: tuple[Count, ...]  # most meetings first
    more: Link
    timeline: Timeline = NO_TIMELINE


NO_OFFICES = Offices((), NOBODY)


class Facts(NamedTuple):
    """What of a country's page other meetings than its own have a say in, and their number."""

    number: Tally
    history: History
    offices: Offices


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of each country, in order of code."""
    length = edition.config.page_length
    offices, roll = offices_of(edition), edition.roll
    for code, meetings in edition.chronicle.meetings_of_country.items():
        number, history = tally(meetings), history_of(code, edition.views)
        for part in slices(country_url(code), meetings, length):
            # The first page also has officials, partners and so on, from all meetings.
            first = part.pager.number == 1
            of_all = roll.digest_of(meetings) if first else ""
            of_country = offices.get(code, NO_OFFICES) if first else NO_OFFICES
            facts = Facts(number, history, of_country)
            context = partial(context_of, code, meetings, part, facts, edition.views)
            made_of = partial(ingredients, part, edition, (of_all, *facts))
            yield Page(path_of(part.url), "country.html", context, made_of)


def context_of(
    code: CountryCode,
    meetings: Sequence[Meeting],
    part: Slice,
    facts: Facts,
    views: Views,
) -> CountryContext:
    """What one page of a country shows; all but the list of meetings stands on the first."""
    held = held_of(meetings) if part.pager.number == 1 else ()
    officials = officials_of(code, meetings, views) if part.pager.number == 1 else ()
    present = travelled(held)
    return CountryContext(
        url=part.url,
        name=views.country(code).text,
        history=facts.history,
        meetings=facts.number,
        years=by_year(held),
        officials=officials[:OFFICIALS_SHOWN],
        more_officials=officials[OFFICIALS_SHOWN:],
        partners=partners_of(code, held, views, most=MOST_MET),
        guests=partners_of(code, [m for m in present if m.country == code], views, most=MOST_VISITS),
        abroad=abroad_of(code, present, views),
        organisations=organisations_of(held, views),
        topics=leading(most_told(held, views, most=MOST_TOPICS)),
        offices=facts.offices.most,
        more_offices=facts.offices.more,
        office_timeline=facts.offices.timeline,
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


def all_of(number: int, views: Views) -> str:
    """What leads to a country's offices in the index."""
    said = views.texts.ngettext("All %(count)s office", "All %(count)s offices", number)
    return said % {"count": views.texts.number(number)}


def officials_of(code: CountryCode, meetings: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """Who acted for a country, by number of meetings, then by address."""
    times = Counter({a.official: 0 for meeting in meetings for a in meeting.attendees if a.country == code})
    times.update(a.official for meeting in held_of(meetings) for a in meeting.attendees if a.country == code)
    best = sorted(times.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Count(*views.officials[official], number) for official, number in best)


def offices_of(edition: Edition) -> dict[CountryCode, Offices]:
    """The offices of each country in which somebody was seen; none on a site without their pages."""
    if not edition.has(Part.OFFICES):
        return {}
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
        more = Link(where[code], all_of(len(counts), edition.views)) if len(counts) > MOST_MET else NOBODY
        found[code] = Offices(tuple(counts[:MOST_MET]), more)
    return {
        code: each._replace(timeline=timelines.of_country(some[code], edition.views))
        for code, each in found.items()
    }


def partners_of(code: CountryCode, held: Sequence[Meeting], views: Views, *, most: int) -> tuple[Count, ...]:
    """With which countries a country met most often; the links lead to what the two have in common."""
    pairs = [two for meeting in held for two in pairs_of_countries(meeting) if code in two]
    others = Counter([party for two in pairs for party in two if party != code and party in views.countries])
    best = sorted(others.items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple(Count(*country_beside(code, CountryCode(other), views), number) for other, number in best)


def abroad_of(code: CountryCode, held: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """In which other countries a country's people met others in person."""
    abroad = [meeting.country for meeting in held if meeting.country and meeting.country != code]
    return most_of(Counter([views.country(each) for each in abroad]), MOST_VISITS)


def organisations_of(held: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """Which organisations took part in a country's meetings, most often first."""
    named = [organisation for meeting in held for organisation in organisations_in(meeting)]
    return most_of(Counter([views.side(None, organisation) for organisation in named]), MOST_VISITS)
