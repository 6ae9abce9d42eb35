"""Pages of two countries: when they met, how often, in whose country, who, on what."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.model import CountryCode, Kind, Meeting, OfficeId, OfficialId
from chronicle.publish.edition import Edition
from chronicle.publish.groups import Countries
from chronicle.publish.lists import Slice, held_of, ingredients, slices, tally
from chronicle.publish.page import Count, Link, Page, Pager, Row, Tally
from chronicle.publish.roll import Roll
from chronicle.publish.territory import NOWHERE, Home, Territory, territory_of
from chronicle.publish.together import NOTHING, Together, most_of, together, url_together
from chronicle.publish.urls import meeting_url, path_of
from chronicle.publish.views import Views

MOST_PEOPLE = 8  # of one side
MOST_OFFICES = 6


class Side(NamedTuple):
    """One of the two countries, and who acted for it."""

    country: Link
    officials: tuple[Count, ...]  # most meetings first
    offices: tuple[Count, ...]


class Two(NamedTuple):
    """What all meetings of two countries come to."""

    alone: int  # of the meetings that took place, those of the two alone
    among: int  # those among three or more
    together: Together
    territory: Territory
    sides: tuple[Side, ...]
    met: tuple[Count, ...]  # who met whom, most often first


NOTHING_YET = Two(0, 0, NOTHING, NOWHERE, (), ())


class CountryPairContext(NamedTuple):
    """What country_pair.html shows."""

    url: str
    name: str  # "Azerbaijan – Iran", in order of code
    countries: tuple[Link, ...]
    meetings: Tally
    two: Two  # on the first page
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of every two countries that met, in order of code."""
    if not edition.has(Part.COUNTRY_PAIRS):
        return
    roll, length = edition.roll, edition.config.page_length
    for two, group in edition.groups.country_pairs.items():
        link = edition.views.linked.country_pairs[two]
        number = tally(group.meetings)
        for part in slices(link.url, group.meetings, length):
            of_all = roll.digest_of(group.meetings) if part.pager.number == 1 else ""
            context = partial(context_of, two, group.meetings, part, roll, edition.views)
            made_of = partial(ingredients, part, edition, (of_all, number))
            yield Page(path_of(part.url), "country_pair.html", context, made_of)


def context_of(
    two: Countries, meetings: Sequence[Meeting], part: Slice, roll: Roll, views: Views
) -> CountryPairContext:
    """What one page of two countries shows; all but the list of meetings stands on the first."""
    return CountryPairContext(
        url=part.url,
        name=views.linked.country_pairs[two].text,
        countries=tuple([views.country(code) for code in two]),
        meetings=tally(meetings),
        two=of_both(two, held_of(meetings), roll, views) if part.pager.number == 1 else NOTHING_YET,
        rows=views.rows_of(part.meetings),
        pager=part.pager,
    )


def of_both(two: Countries, held: Sequence[Meeting], roll: Roll, views: Views) -> Two:
    """What meetings of two countries that took place come to."""
    alone = frozenset([meeting.id for meeting in held if is_of_two(meeting)])
    return Two(
        alone=len(alone),
        among=len(held) - len(alone),
        together=together(held, views),
        territory=territory_of(held, [Home(code, "") for code in two], alone, views),
        sides=tuple([side_of(code, held, roll, views) for code in two]),
        met=who_met_whom(two, held, views),
    )


def is_of_two(meeting: Meeting) -> bool:
    """Whether no third party took part. Who presents credentials meets the host alone, where that is told."""
    hosted = meeting.kind is Kind.CREDENTIALS and meeting.country in meeting.parties
    return len(meeting.parties) <= 2 or hosted


def side_of(code: CountryCode, held: Sequence[Meeting], roll: Roll, views: Views) -> Side:
    """Who acted for a country most often, and in which offices."""
    people: list[OfficialId] = []
    offices: list[OfficeId] = []
    called: dict[OfficeId, str] = {}
    for meeting in held:
        own = dict.fromkeys([a.official for a in meeting.attendees if a.country == code])
        people += own
        found = [roll.tenures.get((official, meeting.id)) for official in own]
        seen = {tenure.office: tenure.role for tenure in found if tenure and tenure.office}
        offices += seen
        called |= {office: role[:1].upper() + role[1:] for office, role in seen.items()}
    return Side(
        views.country(code),
        most_of(
            {views.officials[official]: times for official, times in Counter(people).items()}, MOST_PEOPLE
        ),
        most_of(
            {views.office(office, called[office]): times for office, times in Counter(offices).items()},
            MOST_OFFICES,
        ),
    )


def who_met_whom(two: Countries, held: Sequence[Meeting], views: Views) -> tuple[Count, ...]:
    """Which people of the two sides met most often: links to their page, or else to their latest meeting."""
    met: dict[tuple[OfficialId, OfficialId], list[Meeting]] = defaultdict(list)
    for meeting in held:
        guests = [attendee.official for attendee in meeting.attendees if attendee.country == two[1]]
        for host in [attendee.official for attendee in meeting.attendees if attendee.country == two[0]]:
            for guest in guests:
                met[host, guest].append(meeting)
    best = sorted(met.items(), key=lambda each: (-len(each[1]), each[0]))[:MOST_PEOPLE]
    return tuple(
        [
            Count(
                url_together(one, other, some, views) or meeting_url(some[-1].id),
                f"{views.officials[one].text} – {views.officials[other].text}",
                len(some),
            )
            for (one, other), some in best
        ]
    )
