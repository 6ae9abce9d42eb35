"""Pages of meetings: the facts, the people, what they rest on, the sources, the articles' text."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from chronicle.config import Links
from chronicle.corrections import Correction
from chronicle.model import Attendee, Meeting, PartialDate, Source
from chronicle.publish.citations import Citation, citations, cited
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.labels import what_became
from chronicle.publish.page import Link, Page
from chronicle.publish.pages.comparison import Comparison, comparison
from chronicle.publish.pages.grounds import (
    Reading,
    Report,
    anchors_of,
    label,
    readings,
    reports_of,
)
from chronicle.publish.pages.notes import Anchors, Note, Notes, notes_beside, notes_of_people
from chronicle.publish.pages.said import Side, sides
from chronicle.publish.suggestion import suggestion_url
from chronicle.publish.urls import absolute, meeting_url, path_of, period_url
from chronicle.publish.views import MOST_LISTED, Neighbours, Views, shown_date
from chronicle.record import imported_from, is_untouched

MONTH = len("2019-11")
BETWEEN = "\x1f"  # a control character, which no text of an entry has
TOLD_OF = 3  # people whom a page's description names


class Person(NamedTuple):
    """One who took part."""

    official: Link
    role: Link  # the office where it is known which
    rank: str
    notes: tuple[Note, ...]


class Delegation(NamedTuple):
    """Those who took part for one side."""

    side: Link  # no text where no side is told
    people: tuple[Person, ...]


class Cites(NamedTuple):
    """A line of the list of sources."""

    outlet: Link  # the page of the outlet's reports
    url: str  # "" where the article isn't on the web
    published: str  # ISO; ""
    shown_published: str
    attribution: str
    article: str


class Belongs(NamedTuple):
    """Meetings that belong with this one, and why: see `related.Reason`."""

    reason: str
    meetings: tuple[Link, ...]


class Mended(NamedTuple):
    """What was corrected in an entry of the meeting."""

    on: str
    shown_on: str
    field: str
    was: str
    becomes: str
    because: str


class File(NamedTuple):
    """An entry's file."""

    path: str
    url: str  # in the repository; "" where the site names none


FEW = 3  # delegations that stand under headings


class MeetingContext(NamedTuple):
    """What meeting.html shows."""

    url: str
    title: str
    summary: str  # who and where, in a line
    date: str
    shown_date: str
    day: Link  # the page of the day, or of the month or year
    period: Link
    kind: str
    status: str
    became: str  # what is known of one that wasn't held, in words; ""
    place: Link  # the city
    country: Link
    delegations: tuple[Delegation, ...]
    single: bool  # whether there are many of them, most of one person
    noted: bool  # whether something is noted beside the people; nothing is where they were imported
    parties: tuple[Link, ...]
    documents: tuple[str, ...]
    occasion: str
    topics: tuple[Link, ...]
    sides: tuple[Side, ...]  # what was said, side by side
    sources: tuple[Cites, ...]
    notes: Notes
    readings: tuple[Reading, ...]  # one for each report that says more than stands beside the facts
    review: tuple[str, ...]
    by_hand: bool  # whether a person wrote, corrected or imported the entry that is shown
    reports: tuple[Report, ...]
    comparison: Comparison | None  # the reports side by side; None where there is only one
    neighbours: tuple[Neighbours, ...]
    crowded: bool  # whether so many took part that before and after isn't told for each of them
    related: tuple[Belongs, ...]
    corrections: tuple[Mended, ...]
    citations: tuple[Citation, ...]
    suggestion: str  # the address of the form for corrections; "" where the site names no repository
    files: tuple[File, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page a meeting, oldest first."""
    for meeting in edition.chronicle.meetings:
        url = meeting_url(meeting.id)
        yield Page(
            path_of(url),
            "meeting.html",
            partial(context_of, meeting, url, edition),
            partial(ingredients, meeting, edition),
        )


def ingredients(meeting: Meeting, edition: Edition) -> tuple[str, str]:
    """What a meeting's page is made of: its entries' files, and what other entries have a say in.

    That is how officials are called and where they stand, which of the things that it names have a page,
    the neighbours, related meetings, corrections; and, where there are several entries, which of their
    people are one. Names of countries and the settings are the same for all pages.
    """
    views, background = edition.views, edition.background
    held, belongs, parties = views.held, background.related.get(meeting.id, ()), meeting.parties
    links = [views.officials[attendee.official] for attendee in meeting.attendees]
    links += [views.side(a.country, a.organisation) for a in meeting.attendees if a.country not in parties]
    links += [views.country(meeting.country), views.place(meeting.city, meeting.country)]
    links += [views.party(party) for party in parties]
    links += [views.outlet(source.outlet) for source in meeting.sources if source.outlet]
    links += views.topic_links(topics_of(meeting))
    links += [views.meetings[each] for one in belongs for each in one.meetings]
    links += chain.from_iterable(views.neighbours[meeting.id])
    more = [held.get((meeting.id, attendee.official), "") for attendee in meeting.attendees]
    more += [one.reason for one in belongs]
    more += [repr(meeting.differences) if meeting.differences else ""]
    for entry in meeting.entries:
        corrected = background.corrections_of.get(entry.id)
        more += [background.files.get(entry.id, ""), repr(corrected) if corrected else ""]
    return edition.digests[meeting.id], BETWEEN.join([*chain.from_iterable(links), *more])


def topics_of(meeting: Meeting) -> tuple[str, ...]:
    """What a meeting was about, and what was said there."""
    said = [topic for statement in meeting.statements for topic in statement.topics]
    return tuple(dict.fromkeys([*meeting.topics, *said]))


def context_of(meeting: Meeting, url: str, edition: Edition) -> MeetingContext:
    """What a meeting's page shows."""
    views, config = edition.views, edition.config
    shown = reports_of(meeting, config)
    anchors = anchors_of(shown)
    beside = notes_beside(meeting, anchors)
    people, said = delegations(meeting, views, anchors), sides(meeting, views, anchors)
    return MeetingContext(
        url=url,
        title=meeting.title,
        summary=summary_of(meeting),
        date=meeting.date or "",
        shown_date=shown_date(meeting, views),
        day=day_of(meeting, views),
        period=period(meeting.date, views),
        kind=meeting.kind.value,
        status=meeting.status.value,
        became=what_became(views.texts, meeting.status),
        place=views.place(meeting.city, meeting.country),
        country=views.country(meeting.country),
        delegations=people,
        single=mostly_single(people),
        noted=any(person.notes for side in people for person in side.people),
        parties=tuple([views.party(party) for party in meeting.parties]),
        documents=meeting.documents,
        occasion=meeting.occasion or "",
        topics=views.topic_links(meeting.topics),
        sides=said,
        sources=tuple([cites(source, views) for source in meeting.sources]),
        notes=beside,
        readings=readings(meeting, views, notes_on_page(beside, people, said), anchors),
        review=meeting.review,
        by_hand=not is_untouched(meeting.entries[0]) or imported_from(meeting.entries[0]) is not None,
        reports=shown,
        comparison=comparison(meeting, views) if len(meeting.entries) > 1 else None,
        neighbours=views.neighbours[meeting.id],
        crowded=max(len(meeting.attendees), len(meeting.parties)) > MOST_LISTED,
        related=related(meeting, edition),
        corrections=corrections(meeting, edition),
        citations=citations(cited(meeting, address_of(meeting, edition), edition)),
        suggestion=suggestion_url(config.repository or "", meeting, address_of(meeting, edition)),
        files=files(meeting, edition),
    )


# ── facts ────────────────────────────────────────────────────────────────────────────────────


def summary_of(meeting: Meeting) -> str:
    """Who met where: "Baku: Zakir Hasanov, Minister of Defense; Zacharie Gross, ambassador"."""
    people = [", ".join(filter(None, (a.name, a.role))) for a in meeting.attendees[:TOLD_OF]]
    more = ["…"] if len(meeting.attendees) > TOLD_OF else []
    return ": ".join(filter(None, (meeting.city, "; ".join([*people, *more]))))


def period(date: PartialDate | None, views: Views) -> Link:
    """The list in which a meeting's day stands: "November 2019"."""
    month = PartialDate(date[:MONTH]) if date else None
    name = long_date(month, views.language) if month else views.texts.gettext("Date unknown")
    return Link(period_url(date), name)


def day_of(meeting: Meeting, views: Views) -> Link:
    """The page of a meeting's first day, or the list in which it stands."""
    day = views.linked.days.get(meeting.date) if meeting.date else None
    return day or period(meeting.date, views)


def notes_on_page(beside: Notes, people: tuple[Delegation, ...], said: tuple[Side, ...]) -> list[Note]:
    """All notes that stand beside something."""
    of_people = [note for side in people for person in side.people for note in person.notes]
    of_words = [note for side in said for voice in side.voices for one in voice.said for note in one.notes]
    return [*chain.from_iterable(beside), *of_people, *of_words]


# ── people ───────────────────────────────────────────────────────────────────────────────────


def mostly_single(some: tuple[Delegation, ...]) -> bool:
    """Whether there are many delegations, most of one person."""
    return len(some) > FEW and sum(len(side.people) for side in some) < 1.5 * len(some)


def delegations(meeting: Meeting, views: Views, anchors: Anchors) -> tuple[Delegation, ...]:
    """Those who took part by side, in the order of the parties; each with what the reports say of them."""
    of_side: dict[str, list[Person]] = {party: [] for party in meeting.parties}
    links = {party: views.party(party) for party in meeting.parties}
    for a, beside in zip(meeting.attendees, notes_of_people(meeting, anchors), strict=True):
        side = a.country or a.organisation or ""
        links.setdefault(side, views.side(a.country, a.organisation))
        person = Person(views.officials[a.official], office_of(meeting, a, views), a.rank or "", beside)
        of_side.setdefault(side, []).append(person)
    named = {side: some for side, some in of_side.items() if some}
    return tuple([Delegation(links[side], tuple(named[side])) for side in sorted(named, key=lambda s: not s)])


def office_of(meeting: Meeting, attendee: Attendee, views: Views) -> Link:
    """What somebody's office was called, with its page."""
    return views.office(views.held.get((meeting.id, attendee.official)), attendee.role or "")


# ── sources, and what else there is ──────────────────────────────────────────────────────────


def cites(source: Source, views: Views) -> Cites:
    """A source as a reader would look it up."""
    return Cites(
        outlet=views.outlet(source.outlet or ""),
        url=source.url or "",
        published=source.published or "",
        shown_published=long_date(source.published, views.language) if source.published else "",
        attribution=source.attribution or "",
        article=source.article or "",
    )


def related(meeting: Meeting, edition: Edition) -> tuple[Belongs, ...]:
    """The meetings that belong with one."""
    some = edition.background.related.get(meeting.id, ())
    links = edition.views.meetings
    return tuple([Belongs(one.reason.value, tuple([links[each] for each in one.meetings])) for one in some])


def corrections(meeting: Meeting, edition: Edition) -> tuple[Mended, ...]:
    """What was corrected in the entries of a meeting, newest first."""
    of_entry = edition.background.corrections_of
    some = [each for entry in meeting.entries for each in of_entry.get(entry.id, ())]
    return tuple(
        [mended(each, edition.views) for each in sorted(some, key=lambda each: each.on, reverse=True)]
    )


def mended(correction: Correction, views: Views) -> Mended:
    """A correction as it is shown."""
    return Mended(
        correction.on,
        long_date(correction.on, views.language),
        label(correction.field, views.texts) if correction.field else "",
        correction.was or "",
        correction.becomes or "",
        correction.because or "",
    )


def address_of(meeting: Meeting, edition: Edition) -> str:
    """The full address of a meeting's page."""
    config = edition.config
    to_files = config.links is Links.FILES
    return absolute(meeting_url(meeting.id), config.address, to_files=to_files, prefix=edition.prefix)


def files(meeting: Meeting, edition: Edition) -> tuple[File, ...]:
    """The files in which a meeting's entries stand."""
    repository, paths = edition.config.repository, edition.background.files
    places = [f"content/meetings/{paths[entry.id]}" for entry in meeting.entries if entry.id in paths]
    return tuple([File(path, f"{repository}/blob/HEAD/{path}" if repository else "") for path in places])
