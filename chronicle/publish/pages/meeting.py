"""Pages of meetings: the facts, the people, what they rest on, the sources, the article's text."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from chronicle.config import ArticleText, Config
from chronicle.evidence import holding, value_at
from chronicle.model import (
    CountryCode,
    Entry,
    Evidence,
    Meeting,
    PartialDate,
    Source,
    Statement,
)
from chronicle.publish.dates import long_date, long_range
from chronicle.publish.edition import Edition
from chronicle.publish.page import Link, Page
from chronicle.publish.pages.comparison import Comparison, comparison
from chronicle.publish.pages.notes import (
    Note,
    Notes,
    notes,
    notes_beside,
    notes_of_people,
    outlet_of,
    rule_of,
)
from chronicle.publish.pages.tellings import Tellings
from chronicle.publish.urls import meeting_url, path_of, period_url
from chronicle.publish.views import Neighbours, Views
from chronicle.record import imported_from, is_untouched

EXCERPT_WORDS = 60
MONTH = len("2019-11")
BETWEEN = "\x1f"  # a control character, which no text of an entry has


class Person(NamedTuple):
    """A line of the table of participants."""

    official: Link
    role: str
    rank: str
    side: Link
    notes: tuple[Note, ...]


class Said(NamedTuple):
    """One statement."""

    manner: str
    topics: tuple[str, ...]  # by name
    quoted: bool
    notes: tuple[Note, ...]


class Voice(NamedTuple):
    """One who speaks at a meeting, with what they said."""

    speaker: Link  # no text where the side speaks as a whole
    said: Sequence[Said]


class Side(NamedTuple):
    """What one side said, or all of them together."""

    parties: tuple[Link, ...]
    voices: tuple[Voice, ...]


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
    rule: str  # by which rule it was inferred; ""


class Reading(NamedTuple):
    """What one report was read to say, field by field."""

    outlet: str
    grounds: tuple[Ground, ...]


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
    sides: tuple[Side, ...]  # what was said, side by side
    sources: tuple[Citation, ...]
    notes: Notes
    readings: tuple[Reading, ...]  # one for each report with evidence
    review: tuple[str, ...]
    by_hand: bool  # whether a person wrote, corrected or imported the entry that is shown
    reports: tuple[Report, ...]
    comparison: Comparison | None  # the reports side by side; None where there is only one
    neighbours: tuple[Neighbours, ...]


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

    That is how officials are called and where they stand, whether the place has a page, the neighbours;
    and, where there are several, which of their people are one. Names of countries and the settings are
    the same for all pages.
    """
    views = edition.views
    links = chain(
        [views.officials[attendee.official] for attendee in meeting.attendees],
        [views.country(meeting.country)],
        chain.from_iterable(views.neighbours[meeting.id]),
    )
    differ = repr(meeting.differences) if meeting.differences else ""
    return edition.digests[meeting.id], BETWEEN.join([*chain.from_iterable(links), differ])


def context_of(meeting: Meeting, url: str, edition: Edition) -> MeetingContext:
    """What a meeting's page shows."""
    views = edition.views
    return MeetingContext(
        url=url,
        title=meeting.title,
        date=meeting.date or "",
        end_date=meeting.end_date or "",
        shown_date=long_range(meeting.date, meeting.end_date, views.language),
        period=period(meeting.date, views.language),
        kind=meeting.kind.value,
        status=meeting.status.value,
        city=meeting.city or "",
        country=views.country(meeting.country),
        people=people(meeting, views),
        parties=tuple([views.party(party) for party in meeting.parties]),
        documents=meeting.documents,
        occasion=meeting.occasion or "",
        topics=views.topics(meeting.topics),
        sides=sides(meeting, views),
        sources=tuple([citation(source, views.language) for source in meeting.sources]),
        notes=notes_beside(meeting),
        readings=tuple([reading(entry, views) for entry in meeting.entries if entry.evidence]),
        review=meeting.review,
        by_hand=not is_untouched(meeting.entries[0]) or imported_from(meeting.entries[0]) is not None,
        reports=tuple([report for entry in meeting.entries for report in reports(entry, edition.config)]),
        comparison=comparison(meeting, views) if len(meeting.entries) > 1 else None,
        neighbours=views.neighbours[meeting.id],
    )


def period(date: PartialDate | None, language: str) -> Link:
    """The list in which a meeting's day stands: "November 2019"."""
    return Link(period_url(date), long_date(PartialDate(date[:MONTH]), language) if date else "Date unknown")


def people(meeting: Meeting, views: Views) -> tuple[Person, ...]:
    """The participants, each with what the reports say that tell what is shown of them."""
    some = []
    beside = notes_of_people(meeting)
    for a, notes_of_one in zip(meeting.attendees, beside, strict=True):
        side = views.country(a.country) if a.country else Link("", a.organisation or "")
        some.append(Person(views.officials[a.official], a.role or "", a.rank or "", side, notes_of_one))
    return tuple(some)


def sides(meeting: Meeting, views: Views) -> tuple[Side, ...]:
    """What each side said, in the order of the parties; what several said together comes last."""
    shared = of_two(meeting) if meeting.statements else frozenset()
    officials = {
        a.name: views.officials[a.official] for a in meeting.attendees if a.name.casefold() not in shared
    }
    told = statement_notes(meeting)
    heard: dict[tuple[str, ...], dict[Link, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for statement in meeting.statements:
        name = statement.speaker or ""
        said = Said(
            statement.manner.value,
            views.topics(statement.topics),
            statement.quoted,
            notes(told[key_of(statement)]),
        )
        heard[statement.sides][officials.get(name, Link("", name))].append(said)
    order = [(party,) for party in meeting.parties]
    rest = sorted(heard.keys() - set(order), key=lambda some: (len(some) > 1, some))
    return tuple(
        [
            Side(
                tuple([views.party(party) for party in parties]),
                tuple([Voice(*voice) for voice in sorted(heard[parties].items(), key=is_named)]),
            )
            for parties in [*order, *rest]
            if parties in heard
        ]
    )


def names_told(meeting: Meeting) -> list[Mapping[str, str]]:
    """For each entry its spellings, in small letters, with the names shown; "" for a name that two bear."""
    spelt = Tellings(meeting)
    told: list[Mapping[str, str]] = []
    for place, entry in enumerate(meeting.entries):
        names: dict[str, str] = {}
        for a in meeting.attendees if entry.statements else ():
            spelling = (spelt.of(a, "name", place) or "").casefold()
            names[spelling] = "" if spelling in names else a.name
        told.append(names)
    return told


def of_two(meeting: Meeting) -> frozenset[str]:
    """Names, in small letters, that two who took part bear, by the page or by one report."""
    shown = Counter(attendee.name.casefold() for attendee in meeting.attendees)
    spelt = [name for names in names_told(meeting) for name, whose in names.items() if not whose]
    return frozenset([*spelt, *[name for name, times in shown.items() if times > 1]])


def is_named(voice: tuple[Link, list[Said]]) -> bool:
    """Whether somebody speaks by name; what a side says as a whole comes first."""
    return bool(voice[0].text)


def statement_notes(meeting: Meeting) -> Mapping[tuple[object, ...], Sequence[Evidence]]:
    """What the statements rest on, by what makes those of several reports one."""
    told: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for entry, names in zip(meeting.entries, names_told(meeting), strict=True):
        held = holding(entry) if entry.statements else {}
        for number, statement in enumerate(entry.statements):
            speaker = statement.speaker
            name = (names.get(speaker.casefold()) or speaker) if speaker else None
            shown = replace(statement, speaker=name)
            fields = ("speaker", "sides", "manner")
            grounds = [held.get(f"statements[{number}].{field}") for field in fields]
            told[key_of(shown)] += [ground for ground in grounds[:2] if ground] or [
                g for g in grounds[2:] if g
            ]
    return told


def key_of(statement: Statement) -> tuple[object, ...]:
    """What makes two statements one: who, and in what manner."""
    return statement.speaker, statement.sides, statement.manner, statement.quoted


def citation(source: Source, language: str) -> Citation:
    """A source as a reader would look it up."""
    return Citation(
        outlet=source.outlet or "",
        url=source.url or "",
        published=source.published or "",
        shown_published=long_date(source.published, language) if source.published else "",
        attribution=source.attribution or "",
        article=source.article or "",
    )


def reading(entry: Entry, views: Views) -> Reading:
    """Field by field, what an entry rests on."""
    grounds = [
        Ground(
            label(field),
            shown_value(entry, field, views),
            found.basis.value,
            found.words or "",
            rule_of(found),
        )
        for field, found in holding(entry).items()
    ]
    return Reading(outlet_of(entry), tuple(grounds))


def label(field: str) -> str:
    """A field's path as people count: "participants[0].role" is "participant 1, role"."""
    head, bracket, rest = field.partition("[")
    if not bracket:
        return head.replace("_", " ")
    number, _, tail = rest.partition("]")
    count = str(int(number) + 1) if number.isdecimal() else number
    return f"{head.removesuffix('s')} {count}{tail.replace('.', ', ')}"


def shown_value(entry: Entry, field: str, views: Views) -> str:
    """A field's value, countries by name."""
    value = value_at(entry, field) or ""
    if field == "parties":
        return ", ".join([views.party(party).text for party in entry.parties])
    if field.endswith(".sides"):
        return ", ".join([views.party(party).text for party in value.split(", ")])
    if field.startswith("topics["):
        return views.topics((value,))[0]
    return views.country(CountryCode(value)).text if field.endswith("country") else value


def reports(entry: Entry, config: Config) -> Iterator[Report]:
    """The article behind an entry, as much of it as the site may show."""
    outlet = outlet_of(entry)
    shown = config.article_text_of.get(outlet, config.article_text)
    if entry.body and shown is not ArticleText.NONE:
        yield Report(outlet, entry.body, 0 if shown is ArticleText.FULL else EXCERPT_WORDS)
