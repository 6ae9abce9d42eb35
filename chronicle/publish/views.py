"""The small pieces that many pages share, each made once: links, rows of lists, neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from chronicle.config import Part
from chronicle.model import (
    Chronicle,
    CountryCode,
    Meeting,
    MeetingId,
    OfficeId,
    OfficialId,
    PartialDate,
)
from chronicle.publish.dates import date_shown, long_range
from chronicle.publish.group_links import GroupLinks, group_links
from chronicle.publish.groups import Groups
from chronicle.publish.labels import entitled
from chronicle.publish.page import Link, Row
from chronicle.publish.texts import IN_ENGLISH, Texts
from chronicle.publish.urls import country_url, meeting_url, official_url, period_url
from chronicle.slug import slug


class Neighbours(NamedTuple):
    """The meetings before and after one, in one list that it stands in."""

    within: Link  # the official, the country, the pair; ("", "Chronology") for all meetings
    previous: Link
    following: Link


class Lists(NamedTuple):
    """Lists of one kind: of officials, of countries."""

    most: int  # lists of this kind that are told for one meeting
    lists: tuple[tuple[Link, Sequence[Meeting]], ...]


NOBODY = Link("", "")
MONTH = len("2019-11")
MOST_PARTIES, FIRST_PARTIES = 8, 6  # of so many a row names all; else it names so many of them
MOST_LISTED = 6  # officials or countries of a meeting for whom before and after are told
MOST_PAIRS = 3  # the same for pairs: those of three who met


@dataclass(frozen=True, slots=True)
class Views:
    """Links and rows by what they are of."""

    countries: Mapping[CountryCode, Link]  # those with a page
    country_names: Mapping[CountryCode, str]  # all
    topic_names: Mapping[str, str]  # by id
    officials: Mapping[OfficialId, Link]
    meetings: Mapping[MeetingId, Link]  # by day and title, and whether it didn't take place
    rows: dict[MeetingId, Row]  # those that were asked for; most pages of a next build ask for none
    neighbours: Mapping[MeetingId, tuple[Neighbours, ...]]
    linked: GroupLinks
    texts: Texts = IN_ENGLISH
    held: Mapping[tuple[MeetingId, OfficialId], OfficeId] = field(default_factory=dict)  # at a meeting
    topic_of: dict[str, Link] = field(default_factory=dict)  # the topics that were asked for, as told

    @property
    def language(self) -> str:
        """In which dates are told."""
        return self.texts.language

    def country(self, code: CountryCode | None) -> Link:
        """A country by name, with its page where it has one."""
        if not code:
            return NOBODY
        return self.countries.get(code) or Link("", self.country_names.get(code, code))

    def party(self, party: str) -> Link:
        """A country or an organisation, with its page where it has one."""
        country = self.countries.get(CountryCode(party)) or self.linked.organisations.get(party)
        return country or Link("", self.country_names.get(CountryCode(party), party))

    def side(self, country: CountryCode | None, organisation: str | None) -> Link:
        """For whom somebody acts."""
        if country:
            return self.country(country)
        return self.linked.organisations.get(organisation or "") or Link("", organisation or "")

    def topics(self, told: Sequence[str]) -> tuple[str, ...]:
        """The names of some topics, each once; a person's own words are names."""
        return tuple(dict.fromkeys([self.topic_name(topic) for topic in told]))

    def topic_name(self, topic: str) -> str:
        """The name of a topic; a person's own words are one."""
        name = self.topic_names.get(slug(topic))
        return self.texts.gettext(name) if name else topic

    def topic_links(self, told: Sequence[str]) -> tuple[Link, ...]:
        """The same with their pages."""
        known = self.topic_of
        for topic in told:
            if topic not in known:
                known[topic] = self.linked.topics.get(slug(topic)) or Link("", self.topic_name(topic))
        return tuple(dict.fromkeys([known[topic] for topic in told]))

    def place(self, city: str | None, country: CountryCode | None) -> Link:
        """A city, with its page where it has one."""
        return self.linked.places.get((city, country)) or Link("", city) if city else NOBODY

    def office(self, office: OfficeId | None, role: str) -> Link:
        """A role, with the page of the office that it is."""
        there = office and self.linked.offices.get(office)
        return Link(there.url if there else "", role)

    def outlet(self, name: str) -> Link:
        """Who published a report, with the page of its reports."""
        return self.linked.outlets.get(name) or Link("", name)

    def rows_of(self, meetings: Sequence[Meeting]) -> tuple[Row, ...]:
        """The rows of some meetings, newest first; the meetings come oldest first."""
        for meeting in meetings:
            if meeting.id not in self.rows:
                self.rows[meeting.id] = row_of(meeting, self)
        return tuple([self.rows[meeting.id] for meeting in reversed(meetings)])


def views_of(
    chronicle: Chronicle,
    groups: Groups,
    country_names: Mapping[CountryCode, str],
    topic_names: Mapping[str, str],
    *,
    texts: Texts = IN_ENGLISH,
    without: frozenset[Part] = frozenset(),
) -> Views:
    """The links and rows of a chronicle in a language, on a site that does without some parts."""
    countries = {
        code: Link(country_url(code), country_names.get(code, code)) for code in chronicle.meetings_of_country
    }
    officials = {
        official.id: Link(official_url(official.id), official.name)
        for official in chronicle.officials.values()
    }
    meetings = {
        meeting.id: Link(
            meeting_url(meeting.id),
            f"{date_shown(meeting.date, texts)}: {entitled(texts, meeting)}",
        )
        for meeting in chronicle.meetings
    }
    linked = group_links(chronicle, groups, country_names, topic_names, texts=texts, without=without)
    whole = Lists(1, ((Link("", texts.gettext("Chronology")), chronicle.meetings),))
    lists = (whole, *lists_of(chronicle, groups, countries, officials, linked))
    neighbours = neighbours_of(lists, meetings)
    held = offices_held(chronicle)
    return Views(
        countries, country_names, topic_names, officials, meetings, {}, neighbours, linked, texts, held
    )


def row_of(meeting: Meeting, views: Views) -> Row:
    """A meeting's row. It names all parties, or the first of many: the meeting's page has them all."""
    day = views.linked.days.get(meeting.date or PartialDate(""))
    parties = meeting.parties if len(meeting.parties) <= MOST_PARTIES else meeting.parties[:FIRST_PARTIES]
    return Row(
        url=meeting_url(meeting.id),
        title=meeting.title,
        date=meeting.date or "" if meeting.end_date in (None, meeting.date) else "",
        period=day.url if day else period_url(meeting.date and PartialDate(meeting.date[:MONTH])),
        shown_date=shown_date(meeting, views),
        kind=meeting.kind.value,
        status=meeting.status.value,
        place=views.place(meeting.city, meeting.country) if meeting.city else where_of(meeting, views),
        parties=tuple([views.party(party) for party in parties]),
        more=len(meeting.parties) - len(parties),
        doubtful=bool(meeting.review),
    )


def shown_date(meeting: Meeting, views: Views) -> str:
    """Its day or days."""
    if not meeting.date:
        return views.texts.gettext("date unknown")
    return long_range(meeting.date, meeting.end_date, views.language)


def where_of(meeting: Meeting, views: Views) -> Link:
    """The country where it took place, of which no town is told; the row links it among the parties."""
    return Link("", views.country(meeting.country).text)


def lists_of(
    chronicle: Chronicle,
    groups: Groups,
    countries: Mapping[CountryCode, Link],
    officials: Mapping[OfficialId, Link],
    linked: GroupLinks,
) -> tuple[Lists, ...]:
    """The lists, but for that of all, in which a meeting has others before and after it, by kind."""
    of_officials = [(officials[each.id], each.meetings) for each in chronicle.officials.values()]
    of_countries = [(countries[code], some) for code, some in chronicle.meetings_of_country.items()]
    of_pairs = [(link, groups.country_pairs[two].meetings) for two, link in linked.country_pairs.items()]
    of_both = [(link, groups.official_pairs[two].meetings) for two, link in linked.official_pairs.items()]
    return (
        Lists(MOST_LISTED, tuple(of_officials)),
        Lists(MOST_LISTED, tuple(of_countries)),
        Lists(MOST_PAIRS, tuple(of_pairs)),
        Lists(MOST_PAIRS, tuple(of_both)),
    )


def neighbours_of(
    lists: Sequence[Lists], meetings: Mapping[MeetingId, Link]
) -> dict[MeetingId, tuple[Neighbours, ...]]:
    """For each meeting: before and after in the lists that it stands in, kind by kind.

    Where a meeting stands in too many lists of a kind, none of them is told; nor is a list that has no other.
    What has no date is before and after nothing.
    """
    found: dict[MeetingId, list[Neighbours]] = {meeting: [] for meeting in meetings}
    for most, of_kind in lists:
        its: dict[MeetingId, list[Neighbours]] = {}
        for within, some in of_kind:
            ids = [meeting.id for meeting in some if meeting.date]
            links = [NOBODY, *[meetings[each] for each in ids], NOBODY]
            for each, previous, following in zip(ids, links, links[2:], strict=False):
                its.setdefault(each, []).append(Neighbours(within, previous, following))
        for meeting, several in its.items():
            if len(several) <= most:
                found[meeting] += [each for each in several if tells(each)]
    return {meeting: tuple(several) for meeting, several in found.items()}


def tells(neighbours: Neighbours) -> bool:
    """Whether a list has another meeting, or is that of all: a chronicle of one meeting says so."""
    return bool(neighbours.previous.url or neighbours.following.url or not neighbours.within.url)


def offices_held(chronicle: Chronicle) -> dict[tuple[MeetingId, OfficialId], OfficeId]:
    """In which office each official was at a meeting, where the words tell which."""
    return {
        (meeting, official.id): tenure.office
        for official in chronicle.officials.values()
        for tenure in official.tenures
        if tenure.office
        for meeting in tenure.meetings
    }
