"""Meetings as a calendar that others subscribe to: iCalendar (RFC 5545), a meeting a whole day or several.

Only days that are known stand in it. The lines are written here, in a twentieth of the time that a library
takes for them; the tests have them read by one.
"""

import datetime as dt
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from chronicle.config import Config
from chronicle.model import Meeting, PartialDate, Status
from chronicle.publish.edition import Edition
from chronicle.publish.feeds import doubts, moment, names_of, page_of, place_of
from chronicle.publish.labels import entitled

DAY = len("2019-11-07")
LONGEST_LINE = 75  # bytes
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
STATUS = {Status.HELD: "CONFIRMED", Status.PLANNED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}


def calendar_of(name: str, events: Iterable[bytes], config: Config) -> bytes:
    """A calendar of some events."""
    shown = text(f"{name} – {config.title}")
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{text(config.title)}//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{shown}",
        f"X-WR-CALNAME:{shown}",
    )
    return lines(head) + b"".join(events) + lines(("END:VCALENDAR",))


def event_of(meeting: Meeting, edition: Edition) -> bytes:
    """A meeting's event; nothing for one whose day isn't known."""
    first = day_of(meeting.date)
    if first is None:
        return b""
    last = day_of(meeting.end_date) or first
    place, said = (
        place_of(meeting, edition),
        "\n".join(filter(None, [*doubts(meeting, edition), names_of(meeting)])),
    )
    told = [
        "BEGIN:VEVENT",
        f"UID:{quote(meeting.id)}@{urlsplit(edition.config.address).hostname}",
        f"DTSTAMP:{plain(moment(meeting))}T000000Z",
        f"DTSTART;VALUE=DATE:{plain(first)}",
        f"SUMMARY:{text(entitled(edition.views.texts, meeting))}",  # few programs show the status
        f"STATUS:{STATUS[meeting.status]}",
        "TRANSP:TRANSPARENT",
        f"URL:{page_of(meeting, edition)}",
    ]
    if last > first:  # else it is one whole day
        told.append(f"DTEND;VALUE=DATE:{plain(last + dt.timedelta(days=1))}")
    told += [f"LOCATION:{text(place)}"] if place else []
    told += [f"DESCRIPTION:{text(said)}"] if said else []
    return lines([*told, "END:VEVENT"])


def day_of(date: PartialDate | None) -> dt.date | None:
    """A day, where that is known."""
    return dt.date.fromisoformat(date) if date and len(date) == DAY else None


def plain(day: dt.date) -> str:
    """A day as iCalendar has it: 20191107."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def text(words: str) -> str:
    """A text as a value has it."""
    return words.translate(ESCAPED)


def lines(several: Iterable[str]) -> bytes:
    """Lines, the long ones folded."""
    return b"".join([folded(line.encode()) for line in several])


def folded(line: bytes) -> bytes:
    """A line, cut where it is too long, but never within a character."""
    parts, room = [], LONGEST_LINE
    while len(line) > room:
        end = room
        while line[end] & 0b1100_0000 == 0b1000_0000:  # the next byte goes on with a character
            end -= 1
        parts.append(line[:end])
        line, room = line[end:], LONGEST_LINE - 1  # a space begins what goes on
    return b"\r\n ".join([*parts, line]) + b"\r\n"
