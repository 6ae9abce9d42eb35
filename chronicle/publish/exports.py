"""The chronicle for other programs: JSON and CSV."""

import csv
import io
from typing import Any

import orjson

from chronicle.config import Links
from chronicle.model import Difference, Meeting, Source, Statement
from chronicle.publish.edition import Edition
from chronicle.publish.urls import absolute, meeting_url

COLUMNS = (
    "id",
    "url",
    "date",
    "end_date",
    "kind",
    "status",
    "city",
    "country",
    "title",
    "participants",
    "parties",
    "documents",
    "occasion",
    "topics",
    "statements",
    "sources",
    "review",
)


def meetings_json(edition: Edition) -> bytes:
    """data/meetings.json: a list of all meetings, oldest first."""
    records = [orjson.dumps(record(meeting, edition)) for meeting in edition.chronicle.meetings]
    return b"[\n" + b",\n".join(records) + b"\n]\n"


def record(meeting: Meeting, edition: Edition) -> dict[str, Any]:
    """A meeting as JSON has it: the entry's fields, with the officials' ids."""
    return {
        "id": meeting.id,
        "url": address(meeting, edition),
        "title": meeting.title,
        "date": meeting.date,
        "end_date": meeting.end_date,
        "kind": meeting.kind.value,
        "status": meeting.status.value,
        "city": meeting.city,
        "country": meeting.country,
        "participants": [
            {
                "id": attendee.official,
                "name": attendee.name,
                "role": attendee.role,
                "rank": attendee.rank,
                "country": attendee.country,
                "organisation": attendee.organisation,
            }
            for attendee in meeting.attendees
        ],
        "parties": meeting.parties,
        "documents": meeting.documents,
        "occasion": meeting.occasion,
        "topics": meeting.topics,
        "statements": meeting.statements,
        "sources": [cited(source) for source in meeting.sources],
        "review": meeting.review,
        "differences": [told(difference, meeting) for difference in meeting.differences],
    }


def cited(source: Source) -> dict[str, Any]:
    """A report as JSON has it."""
    return {
        "article": source.article,
        "outlet": source.outlet,
        "url": source.url,
        "published": source.published,
        "attribution": source.attribution,
    }


def told(difference: Difference, meeting: Meeting) -> dict[str, Any]:
    """A field on which a meeting's reports differ: who tells what, the shown value first."""
    return {
        "field": difference.field,
        "official": difference.official,
        "choice": difference.choice.value,
        "tellings": [
            {"value": telling.value, "entries": [meeting.entries[place].id for place in telling.entries]}
            for telling in difference.tellings
        ],
    }


def address(meeting: Meeting, edition: Edition) -> str:
    """Where a meeting's page stands."""
    to_files = edition.config.links is Links.FILES
    return absolute(meeting_url(meeting.id), edition.config.address, to_files=to_files)


def meetings_csv(edition: Edition) -> bytes:
    """data/meetings.csv: the same as a table for spreadsheets, several values with ";" between them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for meeting in edition.chronicle.meetings:
        writer.writerow([guarded(cell) for cell in cells(meeting, edition)])
    return out.getvalue().encode()


def cells(meeting: Meeting, edition: Edition) -> tuple[str, ...]:
    """A meeting's line of the table, in order of COLUMNS."""
    people = (
        f"{a.name} ({', '.join(filter(None, (a.role, a.country or a.organisation)))})"
        if a.role or a.country or a.organisation
        else a.name
        for a in meeting.attendees
    )
    sources = (
        s.url or " ".join(filter(None, (s.outlet, s.published))) or s.article or "" for s in meeting.sources
    )
    return (
        meeting.id,
        address(meeting, edition),
        meeting.date or "",
        meeting.end_date or "",
        meeting.kind.value,
        meeting.status.value,
        meeting.city or "",
        meeting.country or "",
        meeting.title,
        "; ".join(people),
        "; ".join(meeting.parties),
        "; ".join(meeting.documents),
        meeting.occasion or "",
        "; ".join(meeting.topics),
        "; ".join(map(said, meeting.statements)),
        "; ".join(sources),
        "; ".join(meeting.review),
    )


def said(statement: Statement) -> str:
    """As in "Karl Ebner (AT) thanked: energy, trade"."""
    sides = ", ".join(statement.sides)
    who = f"{statement.speaker} ({sides})" if statement.speaker and sides else statement.speaker or sides
    return f"{who} {statement.manner}" + (f": {', '.join(statement.topics)}" if statement.topics else "")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
