"""Pages of two officials: when they met, how often, where, in which offices, on what."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from chronicle.config import Part
from chronicle.model import CountryCode, Meeting, OfficialId
from chronicle.publish.edition import Edition
from chronicle.publish.groups import Officials
from chronicle.publish.lists import Slice, held_of, ingredients, slices, tally
from chronicle.publish.page import Link, Page, Pager, Row, Tally
from chronicle.publish.roll import Roll
from chronicle.publish.territory import NOWHERE, Home, Territory, territory_of
from chronicle.publish.together import NOTHING, YEAR, Together, together
from chronicle.publish.urls import path_of
from chronicle.publish.views import Views


class Held(NamedTuple):
    """As what one of the two met the other."""

    role: Link
    side: Link
    seen: str  # "2017–2019"; "" where no meeting has a date
    meetings: int


class Person(NamedTuple):
    """One of the two."""

    official: Link
    offices: tuple[Held, ...]  # oldest first


class Two(NamedTuple):
    """What all meetings of two officials come to."""

    together: Together
    territory: Territory
    people: tuple[Person, ...]


NOTHING_YET = Two(NOTHING, NOWHERE, ())


class OfficialPairContext(NamedTuple):
    """What official_pair.html shows."""

    url: str
    name: str  # "Zakir Hasanov – Zacharie Gross", in order of their addresses
    officials: tuple[Link, ...]
    countries: Link  # the page of their two countries; NOBODY where there is none
    meetings: Tally
    two: Two  # on the first page
    rows: tuple[Row, ...]
    pager: Pager


def pages(edition: Edition) -> Iterator[Page]:
    """The pages of every two officials of different sides that met twice, in order of their ids."""
    if not edition.has(Part.OFFICIAL_PAIRS):
        return
    roll, length = edition.roll, edition.config.page_length
    for both, group in edition.groups.official_pairs.items():
        number = tally(group.meetings)
        for part in slices(edition.views.linked.official_pairs[both].url, group.meetings, length):
            of_all = roll.digest_of(group.meetings)
            context = partial(context_of, both, group.meetings, part, roll, edition.views)
            made_of = partial(ingredients, part, edition, (of_all, number))
            yield Page(path_of(part.url), "official_pair.html", context, made_of)


def context_of(
    both: Officials, meetings: Sequence[Meeting], part: Slice, roll: Roll, views: Views
) -> OfficialPairContext:
    """What one page of two officials shows; all but the list of meetings stands on the first."""
    held = held_of(meetings)
    homes = homes_of(both, held, views)
    first = part.pager.number == 1
    return OfficialPairContext(
        url=part.url,
        name=views.linked.official_pairs[both].text,
        officials=tuple([views.officials[each] for each in both]),
        countries=countries_of(homes, views),
        meetings=tally(meetings),
        two=Two(
            together=together(held, views),
            territory=territory_of(held, homes, frozenset(), views),
            people=tuple([person_of(each, held, roll, views) for each in both]),
        )
        if first
        else NOTHING_YET,
        rows=views.rows_of(part.meetings),
        pager=part.pager,
    )


def homes_of(both: Officials, held: Sequence[Meeting], views: Views) -> list[Home]:
    """The countries for which the two acted, the first one's first."""
    homes: dict[CountryCode, str] = {}
    for official in both:
        acted = Counter(
            [a.country for m in held for a in m.attendees if a.official == official and a.country]
        )
        for code, _ in sorted(acted.items(), key=lambda each: (-each[1], each[0])):
            homes.setdefault(code, views.officials[official].text)
    return [Home(code, whose) for code, whose in homes.items()]


def countries_of(homes: Sequence[Home], views: Views) -> Link:
    """The page of the two countries."""
    codes = sorted([home.code for home in homes])
    pair = (codes[0], codes[1]) if len(codes) == 2 else None
    return (pair and views.linked.country_pairs.get(pair)) or Link("", "")


def person_of(official: OfficialId, held: Sequence[Meeting], roll: Roll, views: Views) -> Person:
    """One of the two, with the offices in which they met the other."""
    seen: dict[tuple[Link, Link], list[Meeting]] = defaultdict(list)
    for meeting in held:
        tenure = roll.tenures.get((official, meeting.id))
        if tenure:
            role = views.office(tenure.office, tenure.role)
            seen[role, views.side(tenure.country, tenure.organisation)].append(meeting)
    offices = [office_of(role, side, some) for (role, side), some in seen.items()]
    return Person(views.officials[official], tuple(offices))


def office_of(role: Link, side: Link, meetings: Sequence[Meeting]) -> Held:
    """A line of the offices of one of the two."""
    years = [meeting.date[:YEAR] for meeting in meetings if meeting.date]
    span = years[0] if len(set(years)) == 1 else f"{years[0]}–{years[-1]}" if years else ""
    return Held(role, side, span, len(meetings))
