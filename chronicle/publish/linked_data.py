"""What programs read of a page: JSON-LD in the words of schema.org, by the page's address.

Only what reports state stands here. A meeting that asks for review has none; nor has a place, an office or a
side that a rule inferred. All of it is among the ingredients of the page that it stands on.
"""

from collections.abc import Callable, Container
from typing import Any, TypeAlias
from urllib.parse import unquote

import orjson
from markupsafe import Markup

from chronicle.config import Links, Part
from chronicle.evidence import holding
from chronicle.model import (
    Attendee,
    Basis,
    CountryCode,
    Kind,
    Meeting,
    MeetingId,
    Official,
    OfficialId,
    Status,
)
from chronicle.publish.data.files import names_of_data
from chronicle.publish.data.package import FORMATS, licence_address, media_type
from chronicle.publish.edition import Edition
from chronicle.publish.inferred import DATE, PLACE, inferred
from chronicle.publish.labels import what_became
from chronicle.publish.lists import held_of
from chronicle.publish.pages.notes import Note, notes_of_people
from chronicle.publish.urls import (
    DATA,
    FILES,
    HOME,
    ROOT,
    SEARCH,
    absolute,
    country_url,
    meeting_url,
    official_url,
)

Thing: TypeAlias = dict[str, Any]
WIKIDATA = "http://www.wikidata.org/entity/"
SCHEMA = "https://schema.org"
ONLINE = (Kind.CALL, Kind.VIDEO)
# Scheduled is what takes place or took place as it was to: of what was only announced nobody knows that.
STATUS = {Status.HELD: f"{SCHEMA}/EventScheduled", Status.CANCELLED: f"{SCHEMA}/EventCancelled"}


def linked_data(edition: Edition) -> Callable[[str], Markup]:
    """What gives a page's block by the page's address; nothing for pages that are of no thing."""
    things: dict[str, Callable[[], Thing]] = {HOME: lambda: website(edition), DATA: lambda: dataset(edition)}
    meetings = {meeting.id: meeting for meeting in edition.chronicle.meetings}

    def of(url: str) -> Markup:
        kind, _, rest = url.removeprefix(ROOT).partition("/")
        name = unquote(rest.removesuffix("/"))
        thing: Thing | None = None
        if url in things:
            thing = things[url]()
        elif kind == "meetings" and name in meetings:
            thing = event(meetings[MeetingId(name)], edition)
        elif kind == "officials" and name in edition.chronicle.officials:
            thing = person(edition.chronicle.officials[OfficialId(name)], edition)
        elif kind == "countries" and name.upper() in edition.chronicle.meetings_of_country:
            thing = country(CountryCode(name.upper()), edition)
        return block(thing) if thing else Markup()

    return of


def block(thing: Thing) -> Markup:
    """A thing as HTML has it; no text can end the block."""
    told = {"@context": SCHEMA} | {name: value for name, value in thing.items() if value}
    text = orjson.dumps(told).decode().replace("<", "\\u003c")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704  "<" is escaped


def event(meeting: Meeting, edition: Edition) -> Thing | None:
    """A meeting whose reports leave nothing in doubt."""
    if meeting.review:
        return None
    people = zip(meeting.attendees, notes_of_people(meeting, {}), strict=True)
    told = not inferred(meeting, DATE)
    where = place(meeting, edition) if meeting.kind not in ONLINE and not inferred(meeting, PLACE) else None
    return {
        "@type": "Event",
        "url": address(meeting_url(meeting.id), edition),
        "name": meeting.title,
        "description": what_became(edition.views.texts, meeting.status),
        "startDate": meeting.date if told else None,
        "endDate": meeting.end_date if told else None,
        "eventStatus": STATUS.get(meeting.status),
        "eventAttendanceMode": f"{SCHEMA}/OnlineEventAttendanceMode" if meeting.kind in ONLINE else None,
        "location": where,
        "attendee": [attendee(who, beside, edition) for who, beside in people],
        "subjectOf": [
            {"@type": "Article" if each.article else "CreativeWork", "url": each.url}
            for each in meeting.sources
            if each.url
        ],
    }


def stated(notes: tuple[Note, ...]) -> bool:
    """Whether no rule inferred a fact; one that nothing is known of was written by a person."""
    return all(note.basis != Basis.INFERRED for note in notes)


def place(meeting: Meeting, edition: Edition) -> Thing | None:
    """Where a meeting took place."""
    where = edition.views.country(meeting.country).text
    if not meeting.city and not where:
        return None
    postal = {"@type": "PostalAddress", "addressLocality": meeting.city, "addressCountry": where or None}
    return {"@type": "Place", "name": meeting.city or where, "address": without_gaps(postal)}


def attendee(who: Attendee, notes: tuple[Note, ...], edition: Edition) -> Thing:
    """Somebody who took part, with office and side where the report states both.

    An affiliation is with an organisation: of a country, that is what it is where states meet. It isn't a
    nationality, and whether somebody is of the government nobody says.
    """
    told = {"@type": "Person", "name": who.name, "url": address(official_url(who.official), edition)}
    if not stated(notes):
        return told
    name = edition.views.country(who.country).text or who.organisation
    side = {"@type": "Organization", "name": name} if name else None
    return without_gaps(told | {"jobTitle": who.role, "affiliation": side})


def person(official: Official, edition: Edition) -> Thing:
    """An official, with the offices that reports state; when these were held they don't tell."""
    registered = official.registered
    names = {official.name, *official.spellings}
    told = {meeting.id for meeting in official.meetings if states_office(meeting, names)}
    offices = [each.role for each in official.tenures if each.role and not told.isdisjoint(each.meetings)]
    elsewhere = [WIKIDATA + registered.wikidata] if registered and registered.wikidata else []
    return {
        "@type": "Person",
        "url": address(official_url(official.id), edition),
        "name": official.name,
        "alternateName": [name for name in official.spellings if name != official.name],
        "jobTitle": list(dict.fromkeys(offices)),
        "sameAs": [*elsewhere, *(registered.links if registered else ())],
    }


def states_office(meeting: Meeting, names: Container[str]) -> bool:
    """Whether a report of a meeting states the office of one who is called by some names."""
    return any(
        participant.role and (not evidence or evidence.basis is not Basis.INFERRED)
        for entry in meeting.entries
        for number, participant in enumerate(entry.participants)
        if participant.name in names
        for evidence in [holding(entry).get(f"participants[{number}].role")]
    )


def country(code: CountryCode, edition: Edition) -> Thing:
    """A country."""
    name = edition.views.country(code).text
    return {"@type": "Country", "url": address(country_url(code), edition), "name": name, "identifier": code}


def website(edition: Edition) -> Thing:
    """The site."""
    config, language = edition.config, edition.views.language
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{address(SEARCH, edition)}?q={{query}}"},
        "query-input": "required name=query",
    }
    return {
        "@type": "WebSite",
        "url": address(HOME, edition),
        "name": config.title_in(language),
        "description": config.description_in(language),
        "inLanguage": language,
        "publisher": publisher(edition),
        "potentialAction": action if edition.has(Part.SEARCH) else None,
    }


def dataset(edition: Edition) -> Thing:
    """The data."""
    config, language = edition.config, edition.views.language
    files = {name: media_type(name) for name in names_of_data(config) if name.endswith(tuple(FORMATS))}
    dates = [meeting.date for meeting in held_of(edition.chronicle.meetings) if meeting.date]
    return {
        "@type": "Dataset",
        "url": address(DATA, edition),
        "name": config.title_in(language),
        "description": config.description_in(language),
        "license": licence_address(config.licence) if config.licence else None,
        "creator": publisher(edition),
        "temporalCoverage": f"{dates[0]}/{dates[-1]}" if dates else None,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address(FILES + name, edition)}
            for name, kind in files.items()
        ],
    }


def publisher(edition: Edition) -> Thing | None:
    """Who publishes the site."""
    name = edition.config.publisher
    return {"@type": "Organization", "name": name} if name else None


def without_gaps(thing: Thing) -> Thing:
    """A thing without what isn't known of it."""
    return {name: value for name, value in thing.items() if value}


def address(url: str, edition: Edition) -> str:
    """A page's address with its domain, in the edition's language."""
    to_files = edition.config.links is Links.FILES
    return absolute(url, edition.config.address, to_files=to_files, prefix=edition.prefix)
