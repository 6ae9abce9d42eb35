"""Links to the pages of groups: none where the site does without that kind of page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from chronicle.config import Part
from chronicle.model import Chronicle, CountryCode, Office, OfficeId, PartialDate
from chronicle.publish.dates import long_date
from chronicle.publish.groups import Countries, Groups, Officials, Place
from chronicle.publish.page import Link
from chronicle.publish.texts import Texts
from chronicle.publish.urls import (
    country_pair_url,
    day_url,
    office_url,
    official_pair_url,
    organisation_url,
    outlet_url,
    place_url,
    topic_url,
)
from chronicle.slug import slug

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class GroupLinks:
    """The groups that have a page, each with its name."""

    offices: Mapping[OfficeId, Link]  # "Minister of Defense, Azerbaijan"
    places: Mapping[Place, Link]
    topics: Mapping[str, Link]  # by id, or a person's own words as a slug
    outlets: Mapping[str, Link]
    organisations: Mapping[str, Link]
    days: Mapping[PartialDate, Link]
    country_pairs: Mapping[Countries, Link]  # "Azerbaijan – Iran"
    official_pairs: Mapping[Officials, Link]


def group_links(
    chronicle: Chronicle,
    groups: Groups,
    country_names: Mapping[CountryCode, str],
    topic_names: Mapping[str, str],
    *,
    texts: Texts,
    without: frozenset[Part],
) -> GroupLinks:
    """The links to a chronicle's groups in a language."""

    def having(part: Part, links: dict[Key, Link]) -> Mapping[Key, Link]:
        return {} if part in without else links

    def pair_of(two: Countries) -> str:
        return " – ".join([country_names.get(code, code) for code in two])

    def both_of(two: Officials) -> str:
        return " – ".join([chronicle.officials[each].name for each in two])

    own_words = {slug(topic): topic for meeting in chronicle.meetings for topic in meeting.topics}
    topics = {topic: texts.gettext(topic_names.get(topic, "")) or own_words[topic] for topic in groups.topics}
    offices = {each.id: office_link(each, country_names) for each in chronicle.offices.values()}
    places = {place: Link(place_url(of.id), place[0]) for place, of in groups.places.items()}
    named = {topic: Link(topic_url(of.id), topics[topic]) for topic, of in groups.topics.items()}
    outlets = {outlet: Link(outlet_url(of.id), outlet) for outlet, of in groups.outlets.items()}
    bodies = {each: Link(organisation_url(of.id), each) for each, of in groups.organisations.items()}
    days = {day: Link(day_url(day), long_date(day, texts.language)) for day in groups.days}
    pairs = {two: Link(country_pair_url(of.id), pair_of(two)) for two, of in groups.country_pairs.items()}
    both = {two: Link(official_pair_url(of.id), both_of(two)) for two, of in groups.official_pairs.items()}
    return GroupLinks(
        having(Part.OFFICES, offices),
        having(Part.PLACES, places),
        having(Part.TOPICS, named),
        having(Part.OUTLETS, outlets),
        having(Part.ORGANISATIONS, bodies),
        having(Part.DAYS, days),
        having(Part.COUNTRY_PAIRS, pairs),
        having(Part.OFFICIAL_PAIRS, both),
    )


def office_link(office: Office, country_names: Mapping[CountryCode, str]) -> Link:
    """An office with for whom it is held."""
    side = country_names.get(office.country, office.country) if office.country else office.organisation
    return Link(office_url(office.id), f"{office.name}, {side}" if side else office.name)
