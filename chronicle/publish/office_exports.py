"""Officials and offices for other programs: JSON."""

from typing import Any

import orjson

from chronicle.config import Links
from chronicle.model import Office, Official, Registered, Tenure
from chronicle.publish.edition import Edition
from chronicle.publish.urls import absolute, office_url, official_url


def officials_json(edition: Edition) -> bytes:
    """data/officials.json: a list of all officials, by id, each with the offices in the reports."""
    return listed([official_record(each, edition) for each in edition.chronicle.officials.values()])


def offices_json(edition: Edition) -> bytes:
    """data/offices.json: a list of all offices, by id, each with its holders in the reports."""
    return listed([office_record(each, edition) for each in edition.chronicle.offices.values()])


def listed(records: list[dict[str, Any]]) -> bytes:
    """Records as a list, a line each."""
    return b"[\n" + b",\n".join([orjson.dumps(record) for record in records]) + b"\n]\n"


def official_record(official: Official, edition: Edition) -> dict[str, Any]:
    """An official, newest office first."""
    return {
        "id": official.id,
        "url": address(official_url(official.id), edition),
        "name": official.name,
        "spellings": official.spellings,
        "offices": [
            {
                "id": tenure.office,
                "role": tenure.role or None,
                "country": tenure.country,
                "organisation": tenure.organisation,
                **seen(tenure),
            }
            for tenure in official.tenures
        ],
        "registered": official.registered and as_registered(official.registered),
        "meetings": [meeting.id for meeting in official.meetings],
    }


def as_registered(registered: Registered) -> dict[str, Any]:
    """What people wrote down of an official."""
    return {
        "wikidata": registered.wikidata,
        "portrait": registered.portrait,
        "links": registered.links,
        "note": registered.note,
    }


def office_record(office: Office, edition: Edition) -> dict[str, Any]:
    """An office, its holders by the first day on which they were seen in it."""
    return {
        "id": office.id,
        "url": address(office_url(office.id), edition),
        "name": office.name,
        "names": office.names,
        "country": office.country,
        "organisation": office.organisation,
        "single": office.single,
        "holders": [
            {
                "id": tenure.official,
                "name": edition.chronicle.officials[tenure.official].name,
                "role": tenure.role,
                **seen(tenure),
                "meetings": tenure.meetings,
            }
            for tenure in office.tenures
        ],
    }


def seen(tenure: Tenure) -> dict[str, Any]:
    """When and how somebody was seen in an office."""
    return {
        "first_seen": tenure.first,
        "last_seen": tenure.last,
        "newly_appointed": tenure.began,
        "outgoing": tenure.ended,
        "acting": tenure.acting,
        "ranks": tenure.ranks,
    }


def address(url: str, edition: Edition) -> str:
    """Where a page stands."""
    return absolute(url, edition.config.address, to_files=edition.config.links is Links.FILES)
