"""The reports of one meeting side by side: what each tells, where they differ, why one value is shown."""

from collections.abc import Sequence
from typing import NamedTuple

from chronicle.model import Attendee, Choice, CountryCode, Difference, Entry, Meeting, PartialDate
from chronicle.publish.dates import long_date, long_range
from chronicle.publish.labels import label
from chronicle.publish.page import Link
from chronicle.publish.pages.tellings import Tellings
from chronicle.publish.texts import told
from chronicle.publish.views import Views
from chronicle.record import is_untouched


class Column(NamedTuple):
    """One report."""

    outlet: Link  # no text where the outlet isn't known; no address where the report isn't on the web
    published: str  # ISO; ""
    shown_published: str
    corrected: bool  # whether a person wrote or changed what was read in it


class Part(NamedTuple):
    """One thing that a report tells."""

    text: str  # "" where the report leaves it out
    differs: bool  # from what is shown


class Why(NamedTuple):
    """Why a value is shown where the reports differ."""

    choice: str  # see `model.Choice`; "only" where one value is told and the others leave it out;
    # "together" where a side or a rank goes with the office of one report
    of: str  # "name", "office", "rank"; "" for the fact as a whole
    tell: int  # how many reports give the shown value
    others: int  # how many give another, or leave it out


class Line(NamedTuple):
    """One fact, as it is shown and as each report tells it."""

    label: str
    shown: tuple[str, ...]
    cells: tuple[tuple[Part, ...], ...]  # a report each; empty where it has nothing of this
    differs: bool
    whys: tuple[Why, ...]


class Comparison(NamedTuple):
    """The table of what the reports tell."""

    columns: tuple[Column, ...]
    facts: tuple[Line, ...]
    people: tuple[Line, ...]  # labelled by name
    differ: int  # lines in which the reports differ


def comparison(meeting: Meeting, views: Views) -> Comparison:
    """The reports of a meeting side by side, in the order of its entries."""
    tellings = Tellings(meeting)
    facts = [line for line in facts_of(meeting, tellings, views) if line.shown or line.differs]
    people = [person(attendee, meeting, tellings, views) for attendee in meeting.attendees]
    return Comparison(
        columns=tuple([column(entry, views.language) for entry in meeting.entries]),
        facts=tuple(facts),
        people=tuple(people),
        differ=len([line for line in (*facts, *people) if line.differs]),
    )


def column(entry: Entry, language: str) -> Column:
    """The head of a report's column."""
    source = next(iter(entry.sources), None)
    published = source.published if source else None
    return Column(
        outlet=Link((source.url or "") if source else "", (source.outlet or "") if source else ""),
        published=published or "",
        shown_published=long_date(published, language) if published else "",
        corrected=not is_untouched(entry),
    )


# ── facts ────────────────────────────────────────────────────────────────────────────────────


def facts_of(meeting: Meeting, tellings: Tellings, views: Views) -> list[Line]:
    """The lines on the meeting itself."""
    city, country = meeting.city or "", meeting.country or ""
    return [
        fact("date", days_of(meeting), meeting, tellings, views),
        fact("city", city, meeting, tellings, views),
        fact("country", country, meeting, tellings, views),
        fact("kind", meeting.kind.value, meeting, tellings, views),
        fact("status", meeting.status.value, meeting, tellings, views),
        fact("occasion", meeting.occasion or "", meeting, tellings, views),
        list_of("parties", meeting.parties, meeting, tellings, views),
        list_of("documents", meeting.documents, meeting, tellings, views),
        list_of("topics", meeting.topics, meeting, tellings, views),
    ]


def days_of(meeting: Meeting) -> str:
    """The days of a meeting as its differences write them."""
    return "/".join(filter(None, (meeting.date, meeting.date and meeting.end_date)))


def fact(field: str, shown: str, meeting: Meeting, tellings: Tellings, views: Views) -> Line:
    """The line of a fact that has one value."""
    values = [tellings.fact(field, shown, place) for place in range(len(meeting.entries))]
    cells = [(part(value, shown, field, views),) for value in values] if shown or any(values) else []
    difference = tellings.difference(field)
    return Line(
        views.texts.gettext(LABELS[field]),
        (in_words(field, shown, views),) if shown else (),
        tuple(cells),
        difference is not None,
        whys([("", difference)]),
    )


def part(value: str | None, shown: str, field: str, views: Views) -> Part:
    """What a report tells of one fact; a report that has no say leaves it out."""
    return Part(in_words(field, value or "", views), differs=(value or "") != shown)


def list_of(field: str, shown: Sequence[str], meeting: Meeting, tellings: Tellings, views: Views) -> Line:
    """The line of a list: in each report's cell those that it has, then what it leaves out as one gap."""
    cells = []
    for place in range(len(meeting.entries)):
        had = [(item, tellings.has(field, item, place)) for item in shown]
        parts = [Part(in_words(field, text, views), differs=text != item) for item, text in had if text]
        gap = [Part("", differs=True)] if any(not text for _, text in had) else []
        cells.append((*parts, *gap))
    differences = [tellings.difference(field, item=item) for item in shown]
    return Line(
        views.texts.gettext(LABELS[field]),
        tuple([in_words(field, item, views) for item in shown]),
        tuple(cells),
        any(differences),
        (Why("all", "", 0, 0),) if any(differences) else (),
    )


def in_words(field: str, value: str, views: Views) -> str:
    """A value as people read it."""
    if field == "date":
        first, _, last = value.partition("/")
        return long_range(PartialDate(first), PartialDate(last), views.language) if value else ""
    if field == "country":
        return views.country(CountryCode(value)).text if value else ""
    if field == "parties":
        return views.party(value).text if value else ""
    if field == "topics":
        return "".join(views.topics((value,))) if value else ""
    return label(views.texts, value, of=field) if value and field in ("kind", "status") else value


LABELS = {
    "date": told("Date"),
    "city": told("City"),
    "country": told("Country"),
    "kind": told("Form"),
    "status": told("Status"),
    "occasion": told("Occasion"),
    "parties": told("Parties"),
    "documents": told("Signed"),
    "topics": told("Topics"),
}

# ── people ───────────────────────────────────────────────────────────────────────────────────


def person(attendee: Attendee, meeting: Meeting, tellings: Tellings, views: Views) -> Line:
    """The line of one who took part: the spelling, the office and the rank by each report."""
    cells = [tuple(parts_of(attendee, place, tellings, views)) for place in range(len(meeting.entries))]
    some = [(word, tellings.difference(field, attendee)) for field, word in OF_PERSON.items()]
    of_name = name_why(attendee, some.pop(0)[1], len(cells))
    named = tellings.difference("participants", attendee)
    shown = [of_person(field, shown_of(attendee, field), views) for field in OF_PERSON]
    return Line(
        attendee.name,
        tuple([text for text in shown if text and text != attendee.name]),
        tuple(cells),
        bool(of_name) or named is not None or any(difference for _, difference in some),
        (*of_name, *whys_of_part(some)) or ((Why("named", "", *counts(named)),) if named else ()),
    )


def name_why(attendee: Attendee, difference: Difference | None, reports: int) -> tuple[Why, ...]:
    """Why a name is shown as it is: the page has it as the whole chronicle does."""
    if attendee.spelling.casefold() != attendee.name.casefold():
        return (Why("chronicle", "name", 0, reports),)
    return whys([("name", difference)])


def parts_of(attendee: Attendee, place: int, tellings: Tellings, views: Views) -> list[Part]:
    """What a report tells of a participant; nothing where it doesn't name them."""
    parts = []
    for field in OF_PERSON:
        value = tellings.of(attendee, field, place)
        shown = shown_of(attendee, field)
        if value is not None and (value or shown):
            differs = value.casefold() != shown.casefold()
            parts.append(Part(of_person(field, value, views), differs=differs))
    return parts


def shown_of(attendee: Attendee, field: str) -> str:
    """What is shown of a participant; "" for nothing."""
    return str(getattr(attendee, field) or "")


def of_person(field: str, value: str, views: Views) -> str:
    """A participant's field in words."""
    return in_words(field, value, views) if field == "country" else value


OF_PERSON = {
    "name": told("name"),
    "role": told("office"),
    "rank": told("rank"),
    "country": told("country"),
    "organisation": told("organisation"),
}

# ── why ──────────────────────────────────────────────────────────────────────────────────────


def whys(differences: Sequence[tuple[str, Difference | None]]) -> tuple[Why, ...]:
    """Why the shown values are shown, where the reports differ."""
    return tuple([why(of, difference) for of, difference in differences if difference])


def whys_of_part(differences: Sequence[tuple[str, Difference | None]]) -> tuple[Why, ...]:
    """Why office, rank and side are shown: each for its own sake, or because they go with the office."""
    some = [(of, each) for of, each in differences if each]
    own = [(of, each) for of, each in some if each.field == "role" or not goes_along(each)]
    return (*whys(own), Why("together", "", 0, 0)) if len(own) < len(some) else whys(own)


def goes_along(difference: Difference) -> bool:
    """Whether neither the number of reports nor their order is why a value is shown, or none."""
    shown, *others = difference.tellings
    rivals = [telling for telling in others if telling.value]
    return not shown.value or (
        difference.choice is Choice.FIRST
        and any(len(r.entries) > len(shown.entries) or r.entries[0] < shown.entries[0] for r in rivals)
    )


def why(of: str, difference: Difference) -> Why:
    """Why the first of some tellings is the one that is shown."""
    telling = [each for each in difference.tellings if each.value]
    only = len(telling) == 1 and difference.choice is not Choice.EDIT
    return Why("only" if only else difference.choice.value, of, *counts(difference))


def counts(difference: Difference) -> tuple[int, int]:
    """How many reports give the shown value, and how many don't."""
    shown, *others = difference.tellings
    return len(shown.entries), sum(len(telling.entries) for telling in others)
