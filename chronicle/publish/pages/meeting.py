"""Pages of meetings: the facts, the people, what they rest on, the sources, the article's text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from chronicle.config import ArticleText, Config
from chronicle.evidence import holding, value_at
from chronicle.model import (
    Basis,
    CountryCode,
    Entry,
    Evidence,
    Meeting,
    PartialDate,
    Participant,
    Source,
    Statement,
)
from chronicle.publish.dates import long_date, long_range
from chronicle.publish.edition import Edition
from chronicle.publish.page import Link, Page
from chronicle.publish.urls import meeting_url, path_of, period_url
from chronicle.publish.views import Neighbours, Views
from chronicle.record import is_untouched

EXCERPT_WORDS = 60
MONTH = len("2019-11")
# Fields of an entry that share a line of the page.
SHARED = {"end_date": "date", "city": "place", "country": "place", "kind": "form", "status": "form"}
UNITED = {"parties", "documents", "topics"}  # facts to which each report adds

BETWEEN = "\x1f"  # a control character, which no text of an entry has

FoundByFact = Mapping[str, Sequence[Evidence]]  # by the line that it stands beside


class Note(NamedTuple):
    """What a fact rests on, as it stands in the margin beside it."""

    basis: str
    words: tuple[str, ...]  # of the report; none where nothing was quoted
    rule: str  # by which rule it was inferred: "country of the city"; ""


class Notes(NamedTuple):
    """The notes beside each of a meeting's facts."""

    date: tuple[Note, ...] = ()
    place: tuple[Note, ...] = ()  # city and country
    form: tuple[Note, ...] = ()  # kind and status
    parties: tuple[Note, ...] = ()
    occasion: tuple[Note, ...] = ()
    documents: tuple[Note, ...] = ()
    topics: tuple[Note, ...] = ()


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
    by_hand: bool  # whether a person wrote or corrected the entry that is shown
    reports: tuple[Report, ...]
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

    That is how officials are called and where they stand, whether the place has a page, the neighbours.
    Names of countries and the settings are the same for all pages.
    """
    views = edition.views
    links = chain(
        [views.officials[attendee.official] for attendee in meeting.attendees],
        [views.country(meeting.country)],
        chain.from_iterable(views.neighbours[meeting.id]),
    )
    return edition.digests[meeting.id], BETWEEN.join(chain.from_iterable(links))


def context_of(meeting: Meeting, url: str, edition: Edition) -> MeetingContext:
    """What a meeting's page shows."""
    views = edition.views
    found = [found_by_fact(entry) for entry in meeting.entries]
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
        people=people(meeting, found, views),
        parties=tuple([views.party(party) for party in meeting.parties]),
        documents=meeting.documents,
        occasion=meeting.occasion or "",
        topics=views.topics(meeting.topics),
        sides=sides(meeting, views),
        sources=tuple([citation(source, views.language) for source in meeting.sources]),
        notes=notes_beside(found),
        readings=tuple([reading(entry, views) for entry in meeting.entries if entry.evidence]),
        review=meeting.review,
        by_hand=not is_untouched(meeting.entries[0]),
        reports=tuple([report for entry in meeting.entries for report in reports(entry, edition.config)]),
        neighbours=views.neighbours[meeting.id],
    )


def period(date: PartialDate | None, language: str) -> Link:
    """The list in which a meeting's day stands: "November 2019"."""
    return Link(period_url(date), long_date(PartialDate(date[:MONTH]), language) if date else "Date unknown")


def people(meeting: Meeting, found: Sequence[FoundByFact], views: Views) -> tuple[Person, ...]:
    """The participants, each with what the first report to name them says."""
    told: dict[Participant, Sequence[Evidence]] = {}
    for entry, by_fact in zip(meeting.entries, found, strict=True):
        for number, participant in enumerate(entry.participants if by_fact else ()):
            told.setdefault(participant, by_fact.get(f"participants[{number}]", ()))
    some = []
    for a in meeting.attendees:
        side = views.country(a.country) if a.country else Link("", a.organisation or "")
        mine = (
            told.get(Participant(a.spelling, a.role, a.rank, a.country, a.organisation), ()) if told else ()
        )
        beside = notes(mine, a.name) if mine else ()
        some.append(Person(views.officials[a.official], a.role or "", a.rank or "", side, beside))
    return tuple(some)


def sides(meeting: Meeting, views: Views) -> tuple[Side, ...]:
    """What each side said, in the order of the parties; what several said together comes last."""
    officials = {attendee.name: views.officials[attendee.official] for attendee in meeting.attendees}
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


def is_named(voice: tuple[Link, list[Said]]) -> bool:
    """Whether somebody speaks by name; what a side says as a whole comes first."""
    return bool(voice[0].text)


def statement_notes(meeting: Meeting) -> Mapping[tuple[object, ...], Sequence[Evidence]]:
    """What the statements rest on, by what makes those of several reports one."""
    names = {attendee.spelling: attendee.name for attendee in meeting.attendees}
    told: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for entry in meeting.entries:
        held = holding(entry) if entry.statements else {}
        for number, statement in enumerate(entry.statements):
            shown = replace(statement, speaker=names.get(statement.speaker or "", statement.speaker))
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


def found_by_fact(entry: Entry) -> FoundByFact:
    """An entry's evidence by line of the page: "date", "place", "participants[0]" and so on."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for field, evidence in holding(entry).items():
        head = field.partition(".")[0]
        name = head.partition("[")[0]
        found[head if name == "participants" else SHARED.get(name, name)].append(evidence)
    return found


def notes_beside(found: Sequence[FoundByFact]) -> Notes:
    """The notes beside each fact: of the first report that tells it, or of all where all add to it."""
    told: dict[str, list[Evidence]] = {}
    for by_fact in found:
        for fact, some in by_fact.items():
            if fact in Notes._fields and (fact in UNITED or fact not in told):
                told[fact] = [*told.get(fact, ()), *some]
    return Notes(**{fact: notes(some) for fact, some in told.items()})


def notes(found: Iterable[Evidence], shown: str = "") -> tuple[Note, ...]:
    """A note for each basis and rule; words that `shown` or other words hold already are left out."""
    words: dict[tuple[str, str], list[str]] = {}
    for evidence in found:
        some = words.setdefault((evidence.basis.value, rule_of(evidence)), [])
        if evidence.words and not any(evidence.words in said for said in (shown, *some)):
            some.append(evidence.words)
    return tuple([Note(basis, tuple(some), rule) for (basis, rule), some in words.items()])


def rule_of(evidence: Evidence) -> str:
    """By which rule something was inferred; "" for what the report says itself."""
    return (evidence.rule or "").replace("_", " ") if evidence.basis is Basis.INFERRED else ""


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


def outlet_of(entry: Entry) -> str:
    """Who published the report behind an entry."""
    return next((source.outlet for source in entry.sources if source.outlet), "")


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
