"""One meeting of the entries that tell of it: what is shown of each fact, and where the entries differ."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from chronicle.model import (
    Attendee,
    CountryCode,
    Difference,
    Entry,
    Kind,
    Meeting,
    MeetingId,
    OfficialId,
    PartialDate,
    Participant,
    Statement,
    Status,
)
from chronicle.resolve.choices import (
    CITY,
    COUNTRY,
    DAYS,
    FORM,
    NAME,
    SAME,
    STATUS,
    WORDS,
    Chosen,
    chosen,
    part_of,
    values_of,
)
from chronicle.resolve.grounds import country_of_city, same_document
from chronicle.resolve.people import People

T = TypeVar("T")

BETWEEN = "/"  # stands between the first and the last day: "2019-11-07/2019-11-09"


def meeting_of(group: tuple[Entry, ...], people: People) -> Meeting:
    """One meeting of the entries that tell of it, the one that is shown first."""
    first = group[0]
    if len(group) == 1:
        return told_once(first, people)
    facts = facts_of(group)
    began, _, ended = facts["date"].value.partition(BETWEEN)
    status = Status(facts["status"].value)
    attendees, of_people = attendees_of(group, people)
    return Meeting(
        id=MeetingId(first.id),
        entries=group,
        title=next(entry.title for entry in group if entry.status is status),
        date=PartialDate(began) if began else None,
        end_date=PartialDate(ended) if ended else None,
        kind=Kind(facts["kind"].value),
        status=status,
        city=facts["city"].value or None,
        country=CountryCode(facts["country"].value) if facts["country"].value else None,
        attendees=attendees,
        parties=union([parties_of(entry) for entry in group]),
        documents=documents_of(group),
        occasion=facts["occasion"].value or None,
        topics=union([entry.topics for entry in group]),
        statements=statements_of(group, people),
        sources=union([entry.sources for entry in group]),
        review=union([entry.review for entry in group]),
        differences=(
            *[fact.difference for fact in facts.values() if fact.difference],
            *of_people,
            *of_lists(group),
        ),
    )


def told_once(entry: Entry, people: People) -> Meeting:
    """The meeting of which one entry alone tells, as it tells it."""
    return Meeting(
        id=MeetingId(entry.id),
        entries=(entry,),
        title=entry.title,
        date=entry.date,
        end_date=entry.end_date,
        kind=entry.kind,
        status=entry.status,
        city=entry.city,
        country=entry.country,
        attendees=tuple(of_one_entry(entry, people).values()),
        parties=union([parties_of(entry)]),
        documents=union([entry.documents]),
        occasion=entry.occasion,
        topics=union([entry.topics]),
        statements=statements_of((entry,), people),
        sources=union([entry.sources]),
        review=union([entry.review]),
    )


# ── single facts ─────────────────────────────────────────────────────────────────────────────


def facts_of(group: tuple[Entry, ...]) -> dict[str, Chosen]:
    """The fields that have one value, in the order in which a page has them."""
    country = chosen("country", [entry.country or "" for entry in group], group, COUNTRY)
    cities = [city_in(country.value, entry) for entry in group]
    return {
        "date": chosen("date", [days_of(entry) for entry in group], group, DAYS),
        "country": country,
        "city": chosen("city", cities, group, CITY),
        "kind": chosen("kind", [entry.kind.value for entry in group], group, FORM),
        "status": chosen("status", [entry.status.value for entry in group], group, STATUS),
        "occasion": chosen("occasion", [entry.occasion or "" for entry in group], group, WORDS),
    }


def city_in(country: str, entry: Entry) -> str | None:
    """An entry's city; None where it lies in another country than the one that is shown."""
    there = entry.country or (country_of_city(entry.city) if entry.city else None)
    return entry.city or "" if not country or there in (None, country) else None


def days_of(entry: Entry) -> str:
    """The first day, and the last where one is told."""
    return (entry.date or "") + (f"{BETWEEN}{entry.end_date}" if entry.date and entry.end_date else "")


# ── people ───────────────────────────────────────────────────────────────────────────────────


def of_one_entry(entry: Entry, people: People) -> dict[OfficialId, Attendee]:
    """Each official once, in the part that the entry first gives them."""
    attendees: dict[OfficialId, Attendee] = {}
    for p in entry.participants:
        official = people.official_of(entry, p)
        if official not in attendees:
            name = people.names[official]
            attendees[official] = Attendee(official, name, p.name, p.role, p.rank, p.country, p.organisation)
    return attendees


def attendees_of(group: tuple[Entry, ...], people: People) -> tuple[tuple[Attendee, ...], list[Difference]]:
    """Each official once, in order of the entries, and how these differ on who they are."""
    tellings: dict[OfficialId, list[Participant | None]] = {}
    for place, entry in enumerate(group):
        for p in entry.participants:
            told = tellings.setdefault(people.official_of(entry, p), [None] * len(group))
            told[place] = told[place] or p
    attendees, differences = [], []
    for official, told in tellings.items():
        attendee, some = attendee_of(official, told, group, people.names[official])
        attendees.append(attendee)
        differences += some
    return tuple(attendees), differences


def attendee_of(
    official: OfficialId, told: Sequence[Participant | None], group: tuple[Entry, ...], name: str
) -> tuple[Attendee, list[Difference]]:
    """An official's part, as the entries tell it; None stands for an entry that doesn't name them."""
    names = [p.name if p else "" for p in told]
    named = chosen("participants", names if "" in names else [""], group, SAME, official)
    spelt = chosen("name", values_of("name", told), group, NAME, official)
    part = part_of(told, group, official)
    attendee = Attendee(
        official,
        name,
        spelt.value,
        part.fields["role"] or None,
        part.fields["rank"] or None,
        CountryCode(part.fields["country"]) if part.fields["country"] else None,
        part.fields["organisation"] or None,
    )
    return attendee, [*[c.difference for c in (named, spelt) if c.difference], *part.differences]


# ── lists, to which every entry adds ─────────────────────────────────────────────────────────


def documents_of(group: Sequence[Entry]) -> tuple[str, ...]:
    """What was signed: what two entries call by like names is one document, by the longer name."""
    kept: list[str] = []
    for entry in group:
        mine = list(kept)
        for document in entry.documents:
            known = next((other for other in mine if same_document(document, other)), None)
            if known is None:
                kept.append(document)
            else:
                mine.remove(known)
                kept[kept.index(known)] = max(known, document, key=len)
    return tuple(dict.fromkeys(kept))


def of_lists(group: Sequence[Entry]) -> Iterator[Difference]:
    """What some entries have in a list, and others leave out."""
    lists: dict[str, list[tuple[str, ...]]] = {
        "parties": [parties_of(entry) for entry in group],
        "documents": [entry.documents for entry in group],
        "topics": [entry.topics for entry in group],
    }
    for field, told in lists.items():
        same = same_document if field == "documents" else str.__eq__
        for item in documents_of(group) if field == "documents" else union(told):
            values = [next((other for other in some if same(other, item)), "") for some in told]
            difference = chosen(field, values, group, SAME).difference
            if difference:
                shown_first = sorted(difference.tellings, key=lambda telling: telling.value != item)
                yield replace(difference, tellings=tuple(shown_first))


def parties_of(entry: Entry) -> tuple[str, ...]:
    """Who took part: as the entry says, else whom its participants act for."""
    sides = [p.country or p.organisation for p in entry.participants]
    return entry.parties or tuple(dict.fromkeys(side for side in sides if side))


def statements_of(group: Sequence[Entry], people: People) -> tuple[Statement, ...]:
    """Who said what, by all entries: what one side said in one manner is one statement, on all its topics."""
    kept: dict[tuple[object, ...], Statement] = {}
    for entry in group:
        for statement in as_shown(entry, people):
            key = (statement.speaker, statement.sides, statement.manner, statement.quoted)
            known = kept.get(key)
            topics = union([known.topics, statement.topics]) if known else statement.topics
            kept[key] = replace(statement, topics=topics)
    return tuple(kept.values())


def as_shown(entry: Entry, people: People) -> Iterator[Statement]:
    """An entry's statements, their speakers by the names that the chronicle shows.

    A name that two of its participants bear stays as the entry has it.
    """
    bearers: dict[str, set[OfficialId]] = {}
    for p in entry.participants if entry.statements else ():
        bearers.setdefault(p.name, set()).add(people.official_of(entry, p))
    names = {name: people.names[min(some)] for name, some in bearers.items() if len(some) == 1}
    for statement in entry.statements:
        name = names.get(statement.speaker, statement.speaker) if statement.speaker else None
        yield replace(statement, speaker=name)


def union(lists: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """All that stands in some lists, once each, in order of appearance."""
    if len(lists) == 1 and len(lists[0]) <= 1:  # nearly all
        return lists[0]
    return tuple(dict.fromkeys(chain.from_iterable(lists)))
