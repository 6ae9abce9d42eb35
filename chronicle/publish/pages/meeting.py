"""Pages of meetings: the facts, the people, what they rest on, the sources, the article's text."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from chronicle.config import ArticleText, Config
from chronicle.model import Attendee, Entry, Meeting, Source
from chronicle.publish.dates import long_date, long_range
from chronicle.publish.edition import Edition
from chronicle.publish.page import Link, Page
from chronicle.publish.urls import meeting_url, path_of, period_url
from chronicle.publish.views import Neighbours, Views

EXCERPT_WORDS = 60


class Person(NamedTuple):
    """A line of the table of participants."""

    official: Link
    role: str
    rank: str
    side: Link


class Citation(NamedTuple):
    """A line of the list of sources."""

    outlet: str
    url: str  # "" where the article isn't on the web
    published: str  # ISO; ""
    shown_published: str
    attribution: str
    article: str


class Ground(NamedTuple):
    """What one field rests on."""

    field: str
    value: str
    basis: str
    words: str


class Report(NamedTuple):
    """What one outlet wrote, as far as the site shows it."""

    outlet: str
    text: str  # Markdown
    words: int  # how many of its words are shown; 0 for all


class MeetingContext(NamedTuple):
    """What meeting.html shows."""

    url: str
    title: str
    date: str
    end_date: str
    shown_date: str
    period: Link
    kind: str
    status: str
    city: str
    country: Link
    people: tuple[Person, ...]
    parties: tuple[Link, ...]
    documents: tuple[str, ...]
    occasion: str
    topics: tuple[str, ...]
    sources: tuple[Citation, ...]
    grounds: tuple[Ground, ...]
    review: tuple[str, ...]
    reports: tuple[Report, ...]
    neighbours: tuple[Neighbours, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page a meeting, oldest first."""
    for meeting in edition.chronicle.meetings:
        url = meeting_url(meeting.id)
        yield Page(path_of(url), "meeting.html", partial(context_of, meeting, url, edition))


def context_of(meeting: Meeting, url: str, edition: Edition) -> MeetingContext:
    """What a meeting's page shows."""
    views = edition.views
    return MeetingContext(
        url=url,
        title=meeting.title,
        date=meeting.date or "",
        end_date=meeting.end_date or "",
        shown_date=long_range(meeting.date, meeting.end_date),
        period=Link(period_url(meeting.date), "earlier and later"),
        kind=meeting.kind.value,
        status=meeting.status.value,
        city=meeting.city or "",
        country=views.country(meeting.country),
        people=tuple(person(attendee, views) for attendee in meeting.attendees),
        parties=tuple(map(views.party, meeting.parties)),
        documents=meeting.documents,
        occasion=meeting.occasion or "",
        topics=meeting.topics,
        sources=tuple(map(citation, meeting.sources)),
        grounds=grounds(meeting.entries[0]),
        review=meeting.review,
        reports=tuple(report for entry in meeting.entries for report in reports(entry, edition.config)),
        neighbours=views.neighbours.get(meeting.id, ()),
    )


def person(attendee: Attendee, views: Views) -> Person:
    """A participant: name, office, and whom they act for."""
    side = views.country(attendee.country) if attendee.country else Link("", attendee.organisation or "")
    return Person(views.officials[attendee.official], attendee.role or "", attendee.rank or "", side)


def citation(source: Source) -> Citation:
    """A source as a reader would look it up."""
    return Citation(
        outlet=source.outlet or "",
        url=source.url or "",
        published=source.published or "",
        shown_published=long_date(source.published) if source.published else "",
        attribution=source.attribution or "",
        article=source.article or "",
    )


def grounds(entry: Entry) -> tuple[Ground, ...]:
    """Field by field, what an entry rests on."""
    evidence = entry.evidence or {}
    return tuple(
        Ground(label(field), value_at(entry, field), found.basis.value, found.words or "")
        for field, found in evidence.items()
    )


def label(field: str) -> str:
    """A field's path as people count: "participants[0].role" is "participant 1, role"."""
    head, bracket, rest = field.partition("[")
    if not bracket:
        return head.replace("_", " ")
    number, _, tail = rest.partition("]")
    count = str(int(number) + 1) if number.isdecimal() else number
    return f"{head.removesuffix('s')} {count}{tail.replace('.', ', ')}"


def value_at(entry: Entry, field: str) -> str:
    """The value that a field's path leads to, as text; "" where there is none (any more)."""
    value: object = entry
    for part in field.replace("[", ".").replace("]", "").split("."):
        if part.isdecimal() and isinstance(value, tuple):
            value = value[int(part)] if int(part) < len(value) else None
        else:
            value = getattr(value, part, None)
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) if all(isinstance(item, str) for item in value) else ""
    return str(value) if isinstance(value, str) else ""


def reports(entry: Entry, config: Config) -> Iterator[Report]:
    """The article behind an entry, as much of it as the site may show."""
    outlet = next((source.outlet for source in entry.sources if source.outlet), None)
    shown = config.article_text_of.get(outlet or "", config.article_text)
    if entry.body and shown is not ArticleText.NONE:
        yield Report(outlet or "", entry.body, 0 if shown is ArticleText.FULL else EXCERPT_WORDS)
