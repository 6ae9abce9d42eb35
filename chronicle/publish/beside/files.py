"""What one can take along of each list: its meetings as JSON and CSV; of some a feed and a calendar, too.

A meeting stands in many lists. What it looks like in each of the four is made once in a process, and joined.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from chronicle.config import Part
from chronicle.digests import digest
from chronicle.model import Meeting, MeetingId
from chronicle.publish.beside.calendars import calendar_of, event_of
from chronicle.publish.beside.lists import Listed, lists
from chronicle.publish.data.records import listed_row
from chronicle.publish.data.schema import LISTED
from chronicle.publish.data.tables import as_list, headings, lines_of, record_of
from chronicle.publish.edition import Edition
from chronicle.publish.feeds import LATEST, entry_of, feed_of, frame_of, in_brief
from chronicle.publish.page import Link, Made
from chronicle.publish.urls import beside, path_of

JSON, CSV, FEED, CALENDAR = "meetings.json", "meetings.csv", "feed.xml", "meetings.ics"
Write = Callable[[Listed], bytes]
Told = TypeVar("Told")


def files(edition: Edition) -> Iterator[Made]:
    """The files beside all lists."""
    if not edition.has(Part.LISTS):
        return
    made_of = marks(edition)
    writes = writers(edition)
    for each in lists(edition):
        mark = digest(b"".join([made_of[meeting.id] for meeting in each.meetings])).hex()
        for name in (JSON, CSV, FEED, CALENDAR) if each.followed else (JSON, CSV):
            place = path_of(beside(each.url, name))
            yield Made(place, partial(writes[name], each), partial(ingredients, each, mark))


def ingredients(listed: Listed, mark: str) -> tuple[str, str, str]:
    """What a file beside a list is made of."""
    return listed.url, listed.name, mark


def marks(edition: Edition) -> dict[MeetingId, bytes]:
    """What changes when anything does that lists tell of a meeting."""
    return {
        meeting.id: digest(" ".join([edition.digests[meeting.id], *told_elsewhere(meeting)]).encode())
        for meeting in edition.chronicle.meetings
    }


def told_elsewhere(meeting: Meeting) -> Iterator[str]:
    """What other meetings' entries have a say in: how its people are called, what differs."""
    yield from [attendee.name for attendee in meeting.attendees]
    if meeting.differences:
        yield repr(meeting.differences)


def writers(edition: Edition) -> Mapping[str, Write]:
    """What makes each of the four."""
    head, frame = headings(LISTED), frame_of(edition)
    told = once(lambda meeting: both(meeting, edition))
    entries = once(lambda meeting: entry_of(meeting, in_brief(meeting, edition), edition))
    events = once(lambda meeting: event_of(meeting, edition))

    def feed(listed: Listed) -> bytes:
        latest = listed.meetings[-LATEST:][::-1]
        return feed_of(frame, Link(listed.url, listed.name), latest, entries(latest))

    return {
        JSON: lambda listed: as_list([record for record, _ in told(listed.meetings)]),
        CSV: lambda listed: head + b"".join([line for _, line in told(listed.meetings)]),
        FEED: feed,
        CALENDAR: lambda listed: calendar_of(listed.name, events(listed.meetings), edition.config),
    }


def both(meeting: Meeting, edition: Edition) -> tuple[bytes, bytes]:
    """A meeting's record in JSON and its line of CSV."""
    row = listed_row(meeting, edition)
    return record_of(LISTED, row), lines_of(LISTED, [row])


def once(make: Callable[[Meeting], Told]) -> Callable[[Sequence[Meeting]], list[Told]]:
    """`make` for several meetings; for each it is called once in a process."""
    made: dict[MeetingId, Told] = {}

    def several(meetings: Sequence[Meeting]) -> list[Told]:
        for meeting in meetings:
            if meeting.id not in made:
                made[meeting.id] = make(meeting)
        return [made[meeting.id] for meeting in meetings]

    return several
