"""What a page says of the meetings that it lists: first and last, by year, who, where and on what."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from chronicle.model import CountryCode, Meeting
from chronicle.publish.dates import long_date
from chronicle.publish.groups import Place, organisations_of
from chronicle.publish.lists import held_of, ranked, tally, years_of
from chronicle.publish.page import Count, Link, Tally
from chronicle.publish.territory import in_person
from chronicle.publish.urls import meeting_url
from chronicle.publish.views import NOBODY, Views
from chronicle.slug import slug


class Summary(NamedTuple):
    """Some meetings at a glance. What is counted took place; the most frequent come first."""

    meetings: Tally
    first: Link  # by its date; neither where there aren't two dates
    last: Link
    years: tuple[Count, ...]  # from the first to the last; () where they are one
    officials: tuple[Count, ...] = ()
    countries: tuple[Count, ...] = ()
    organisations: tuple[Count, ...] = ()
    topics: tuple[Count, ...] = ()
    places: tuple[Count, ...] = ()

    @property
    def tells_more(self) -> bool:
        """Whether there is anything to say beside the tally."""
        return any(self[Summary._fields.index("years") :])


def summary_of(
    url: str, meetings: Sequence[Meeting], views: Views, *, length: int, side: str = ""
) -> Summary:
    """The meetings of the list at `url`, which come oldest first, in pages of `length`.

    What all of them have isn't said: the list's own page, and the country at `side`.
    """
    held = held_of(meetings)
    years = years_of(url, meetings, length)
    return brief_of(meetings, views)._replace(
        years=years if len(years) > 1 else (),
        officials=most_officials(held, views),
        countries=most_countries(held, views, without=side),
        organisations=most_organisations(held, views, without=url),
        topics=most_topics(held, views, without=url),
        places=most_places(held, views, without=url),
    )


def brief_of(meetings: Sequence[Meeting], views: Views) -> Summary:
    """What the further pages of a list say: not what stands on the first alone."""
    return Summary(tally(meetings), *first_and_last(held_of(meetings), views), ())


def first_and_last(held: Sequence[Meeting], views: Views) -> tuple[Link, Link]:
    """The first and the last of the meetings with a date, where these are two dates."""
    dated = [meeting for meeting in held if meeting.date]
    if not dated or dated[0].date == dated[-1].date:
        return NOBODY, NOBODY
    first, last = [
        Link(meeting_url(each.id), long_date(each.date, views.language)) for each in (dated[0], dated[-1])
    ]
    return first, last


def most_officials(held: Iterable[Meeting], views: Views) -> tuple[Count, ...]:
    """Who took part most often."""
    return ranked([a.official for meeting in held for a in meeting.attendees], views.officials.__getitem__)


def most_countries(held: Iterable[Meeting], views: Views, *, without: str = "") -> tuple[Count, ...]:
    """The countries that took part most often."""
    parties = chain.from_iterable(dict.fromkeys(meeting.parties) for meeting in held)
    codes = [CountryCode(party) for party in parties if party in views.countries]
    return ranked(codes, views.country, without=without)


def most_organisations(held: Iterable[Meeting], views: Views, *, without: str = "") -> tuple[Count, ...]:
    """The organisations that took part most often, as far as they have pages."""
    linked = views.linked.organisations
    named = chain.from_iterable(map(organisations_of, held)) if linked else ()
    return ranked(named, linked.__getitem__, without=without)


def most_topics(held: Iterable[Meeting], views: Views, *, without: str = "") -> tuple[Count, ...]:
    """What was talked about most often, as far as it has pages."""
    linked = views.linked.topics
    told = chain.from_iterable(dict.fromkeys(map(slug, meeting.topics)) for meeting in held) if linked else ()
    return ranked(told, linked.__getitem__, without=without)


def most_places(held: Sequence[Meeting], views: Views, *, without: str = "") -> tuple[Count, ...]:
    """Where they met most often, as far as places have pages."""
    linked = views.linked.places
    present = in_person(held)
    cities: list[Place] = [(meeting.city, meeting.country) for meeting in present if meeting.city]
    return ranked(cities if linked else (), linked.__getitem__, without=without)
