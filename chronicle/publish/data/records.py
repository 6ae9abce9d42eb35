"""The chronicle as rows of the tables in schema.py: every field by its name, values as JSON has them."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeAlias

from chronicle.config import Links, Part
from chronicle.lexicon.states import is_code
from chronicle.model import (
    Attendee,
    Basis,
    Chronicle,
    CountryCode,
    Difference,
    Evidence,
    Meeting,
    Office,
    Official,
    Source,
    Statement,
    Status,
    Tenure,
)
from chronicle.publish.data.schema import Field, Table, Type
from chronicle.publish.edition import Edition
from chronicle.publish.inferred import inferred
from chronicle.publish.pages.notes import found_of_people
from chronicle.publish.urls import absolute, country_url, meeting_url, office_url, official_url
from chronicle.slug import slug

Value: TypeAlias = Any  # whatever JSON can have
Row: TypeAlias = dict[str, Value]


def as_json(table: Table, row: Row) -> Row:
    """A row with the records in it as JSON has them."""
    return {field.name: value_in_json(field, row[field.name]) for field in table.fields}


def value_in_json(field: Field, value: Value) -> Value:
    """A value of a row; of records, the keys that the field has."""
    if field.type is not Type.RECORDS or not value:
        return value
    if field.one:
        return {key: value[name] for key, name in field.keys}
    return [{key: each[name] for key, name in field.keys} for each in value]


def address(url: str, edition: Edition) -> str:
    """Where a page stands."""
    return absolute(url, edition.config.address, to_files=edition.config.links is Links.FILES)


# ── meetings ─────────────────────────────────────────────────────────────────────────────────


def meeting_row(meeting: Meeting, edition: Edition) -> Row:
    """A meeting with all that belongs to it."""
    return {
        "id": meeting.id,
        "url": address(meeting_url(meeting.id), edition),
        "date": meeting.date,
        "end_date": meeting.end_date,
        "kind": meeting.kind.value,
        "status": meeting.status.value,
        "city": meeting.city,
        "country": meeting.country,
        "title": meeting.title,
        "participants": participants(meeting),
        "parties": meeting.parties,
        "documents": meeting.documents,
        "occasion": meeting.occasion,
        "topics": meeting.topics,
        "statements": [statement(meeting, *each) for each in enumerate(meeting.statements, 1)],
        "sources": [source(meeting, *each) for each in enumerate(meeting.sources, 1)],
        "inferred": inferred(meeting),
        "review": meeting.review,
        "differences": [difference(meeting, *each) for each in enumerate(meeting.differences, 1)],
    }


def listed_row(meeting: Meeting, edition: Edition) -> Row:
    """A meeting as a list of meetings has it."""
    return {
        "id": meeting.id,
        "url": address(meeting_url(meeting.id), edition),
        "date": meeting.date,
        "end_date": meeting.end_date,
        "kind": meeting.kind.value,
        "status": meeting.status.value,
        "title": meeting.title,
        "city": meeting.city,
        "country": meeting.country,
        "parties": meeting.parties,
        "officials": [each.official for each in meeting.attendees],
        "names": [each.name for each in meeting.attendees],
        "topics": meeting.topics,
        "inferred": inferred(meeting),
    }


def participants(meeting: Meeting) -> list[Row]:
    """Those who took part."""
    several = zip(meeting.attendees, found_of_people(meeting), strict=True)
    return [participant(meeting, number, *each) for number, each in enumerate(several, 1)]


def participant(meeting: Meeting, number: int, attendee: Attendee, found: Mapping[str, Evidence]) -> Row:
    """Somebody who took part; `found` says what the fields rest on."""
    return {
        "meeting": meeting.id,
        "number": number,
        "official": attendee.official,
        "name": attendee.name,
        "spelling": attendee.spelling,
        "role": attendee.role,
        "rank": attendee.rank,
        "country": attendee.country,
        "organisation": attendee.organisation,
        "inferred": [field for field, its in found.items() if its.basis is Basis.INFERRED],
    }


def statement(meeting: Meeting, number: int, said: Statement) -> Row:
    """Something that was said."""
    return {
        "meeting": meeting.id,
        "number": number,
        "manner": said.manner.value,
        "speaker": said.speaker,
        "sides": said.sides,
        "topics": said.topics,
        "quoted": said.quoted,
    }


def source(meeting: Meeting, number: int, report: Source) -> Row:
    """A report."""
    return {
        "meeting": meeting.id,
        "number": number,
        "article": report.article,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published,
        "attribution": report.attribution,
    }


def difference(meeting: Meeting, number: int, told: Difference) -> Row:
    """A field on which a meeting's reports differ: who tells what, the shown value first."""
    return {
        "meeting": meeting.id,
        "number": number,
        "field": told.field,
        "official": told.official,
        "choice": told.choice.value,
        "tellings": [
            {"value": telling.value, "entries": [meeting.entries[place].id for place in telling.entries]}
            for telling in told.tellings
        ],
    }


def party(meeting: str, number: int, name: str) -> Row:
    """A country or an organisation that took part."""
    country = is_code(name)
    return {
        "meeting": meeting,
        "number": number,
        "country": name if country else None,
        "organisation": None if country else name,
    }


def topic(meeting: str, number: int, told: str, *, edition: Edition) -> Row:
    """What a meeting was about."""
    return {"meeting": meeting, "number": number, "topic": slug(told), "name": edition.views.topic_name(told)}


# ── officials, offices, countries ────────────────────────────────────────────────────────────


def official_row(official: Official, edition: Edition) -> Row:
    """An official, newest office first."""
    registered = official.registered
    pinned = {
        "wikidata": registered.wikidata if registered else None,
        "portrait": registered.portrait if registered else None,
        "links": registered.links if registered else (),
        "note": registered.note if registered else None,
    }
    return {
        "id": official.id,
        "url": address(official_url(official.id), edition),
        "name": official.name,
        "spellings": official.spellings,
        "offices": [
            tenure_row(each, number, edition.chronicle) for number, each in enumerate(official.tenures, 1)
        ],
        "held": held(official.meetings),
        **pinned,
        "registered": pinned if registered else None,
        "meetings": [meeting.id for meeting in official.meetings],
    }


def tenure_row(tenure: Tenure, number: int, chronicle: Chronicle) -> Row:
    """When and how somebody was seen in an office."""
    return {
        "official": tenure.official,
        "number": number,
        "name": chronicle.officials[tenure.official].name,
        "office": tenure.office,
        "role": tenure.role or None,
        "country": tenure.country,
        "organisation": tenure.organisation,
        "first_seen": tenure.first,
        "last_seen": tenure.last,
        "newly_appointed": tenure.began,
        "outgoing": tenure.ended,
        "acting": tenure.acting,
        "ranks": tenure.ranks,
        "meetings": tenure.meetings,
    }


def office_row(office: Office, edition: Edition) -> Row:
    """An office, its holders by the first day on which they were seen in it."""
    return {
        "id": office.id,
        "url": address(office_url(office.id), edition) if edition.has(Part.OFFICES) else None,
        "name": office.name,
        "names": office.names,
        "country": office.country,
        "organisation": office.organisation,
        "single": office.single,
        "holders": [
            tenure_row(each, number, edition.chronicle) for number, each in enumerate(office.tenures, 1)
        ],
    }


def country_row(code: CountryCode, edition: Edition) -> Row:
    """A country."""
    meetings = edition.chronicle.meetings_of_country.get(code)
    dates = [each.date for each in meetings or () if each.status is Status.HELD and each.date]
    return {
        "code": code,
        "url": address(country_url(code), edition) if meetings else None,
        "name": edition.views.country(code).text,
        "held": held(meetings or ()),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "meetings": [meeting.id for meeting in meetings or ()],
    }


def held(meetings: Iterable[Meeting]) -> int:
    """How many meetings took place."""
    return sum(meeting.status is Status.HELD for meeting in meetings)


def countries_of(chronicle: Chronicle) -> list[CountryCode]:
    """All countries that are named anywhere, by code."""
    codes: set[CountryCode | None] = set(chronicle.meetings_of_country)
    for meeting in chronicle.meetings:
        codes.add(meeting.country)
        codes.update([attendee.country for attendee in meeting.attendees])
        codes.update([CountryCode(each) for each in meeting.parties if is_code(each)])
    codes.update([office.country for office in chronicle.offices.values()])
    codes.update([each.country for official in chronicle.officials.values() for each in official.tenures])
    return sorted(filter(None, codes))


# ── all tables ───────────────────────────────────────────────────────────────────────────────


def rows_of(edition: Edition) -> Mapping[str, list[Row]]:
    """The rows of every table, by its name."""
    chronicle = edition.chronicle
    meetings = [meeting_row(meeting, edition) for meeting in chronicle.meetings]
    officials = [official_row(each, edition) for each in chronicle.officials.values()]
    return MappingProxyType(
        {
            "meetings": meetings,
            "officials": officials,
            "countries": [country_row(code, edition) for code in countries_of(chronicle)],
            "offices": [office_row(each, edition) for each in chronicle.offices.values()],
            "tenures": within(officials, "offices"),
            "participants": within(meetings, "participants"),
            "parties": listed(meetings, "parties", party),
            "topics": listed(meetings, "topics", partial(topic, edition=edition)),
            "statements": within(meetings, "statements"),
            "sources": within(meetings, "sources"),
            "differences": within(meetings, "differences"),
        }
    )


def within(rows: Iterable[Row], field: str) -> list[Row]:
    """The records that stand in a field of some rows."""
    return list(chain.from_iterable([row[field] for row in rows]))


def listed(meetings: Iterable[Row], field: str, row_of: Callable[[str, int, str], Row]) -> list[Row]:
    """A row for each text that stands in a field of some meetings."""
    return [row_of(row["id"], *each) for row in meetings for each in enumerate(row[field], 1)]
