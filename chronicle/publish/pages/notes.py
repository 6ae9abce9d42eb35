"""What each fact of a meeting rests on, as notes in the margin beside it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from chronicle.evidence import holding
from chronicle.model import Attendee, Basis, Entry, Evidence, Meeting, Participant
from chronicle.publish.page import Link
from chronicle.publish.pages.tellings import Tellings
from chronicle.publish.rules import way_of

# Fields of an entry that share a line of the page.
SHARED = {"end_date": "date", "city": "place", "country": "place", "kind": "form", "status": "form"}
UNITED = {"parties", "documents", "topics"}  # facts to which each report adds
OF_PERSON = ("name", "role", "rank", "country", "organisation")

FoundByFact = Mapping[str, Sequence[Evidence]]  # by the line that it stands beside
Anchors = Mapping[str, str]  # words of a report → where on the page they are marked


class Note(NamedTuple):
    """What a fact rests on, as it stands in the margin beside it."""

    basis: str
    words: tuple[Link, ...]  # of the report, with where they stand in it; none where nothing was quoted
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


def found_by_fact(entry: Entry) -> FoundByFact:
    """An entry's evidence by line of the page: "date", "place", "participants[0]" and so on."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for field, evidence in holding(entry).items():
        head = field.partition(".")[0]
        name = head.partition("[")[0]
        found[head if name == "participants" else SHARED.get(name, name)].append(evidence)
    return found


def notes_beside(meeting: Meeting, anchors: Anchors) -> Notes:
    """The notes beside each fact: of the first report that tells what is shown, or of all that add to it."""
    found = [found_by_fact(entry) for entry in meeting.entries]
    tellings = Tellings(meeting) if len(found) > 1 else None
    told: dict[str, list[Evidence]] = {}
    for place, by_fact in enumerate(found):
        for fact, some in by_fact.items():
            first = fact in Notes._fields and fact not in told
            if fact in UNITED or (first and (not tellings or tells_what_is_shown(tellings, fact, place))):
                told[fact] = [*told.get(fact, ()), *some]
    return Notes(**{fact: notes(some, anchors=anchors) for fact, some in told.items()})


def tells_what_is_shown(tellings: Tellings, fact: str, place: int) -> bool:
    """Whether an entry gives the value that a line of the page shows, of each of its fields."""
    fields = [field for field, line in SHARED.items() if line == fact] or [fact]
    return all(tellings.is_shown(field, place) for field in fields)


def notes_of_people(meeting: Meeting, anchors: Anchors) -> list[tuple[Note, ...]]:
    """The notes beside each participant: what the reports say that tell what is shown of them."""
    return [notes(found.values(), anchors=anchors) for found in found_of_people(meeting)]


def found_of_people(meeting: Meeting) -> list[Mapping[str, Evidence]]:
    """What the shown name, office, rank and side of each participant rest on, by field."""
    held = [holding(entry) if entry.evidence else {} for entry in meeting.entries]
    if not any(held):
        return [{}] * len(meeting.attendees)
    tellings = Tellings(meeting)
    return [found_of(attendee, meeting, held, tellings) for attendee in meeting.attendees]


def found_of(
    attendee: Attendee, meeting: Meeting, held: Sequence[Mapping[str, Evidence]], tellings: Tellings
) -> dict[str, Evidence]:
    """What the shown name, office, rank and side of a participant rest on, each as one report has it."""
    found: dict[str, Evidence] = {}
    for place, by_field in enumerate(held):
        number = number_of(meeting.entries[place].participants, tellings.of(attendee, "name", place))
        for field in OF_PERSON if number is not None else ():
            its = by_field.get(f"participants[{number}].{field}")
            if its and field not in found and tellings.is_shown(field, place, attendee):
                found[field] = its
    return {field: found[field] for field in OF_PERSON if field in found}


def number_of(participants: Sequence[Participant], name: str | None) -> int | None:
    """Which of the participants has a name, whatever its capitals."""
    plain = name.casefold() if name else None
    return next((n for n, p in enumerate(participants) if p.name.casefold() == plain), None)


def notes(found: Iterable[Evidence], *, anchors: Anchors) -> tuple[Note, ...]:
    """A note for each basis and rule; words that other words of it hold already are left out."""
    words: dict[tuple[str, str], list[str]] = {}
    for evidence in found:
        some = words.setdefault((evidence.basis.value, rule_of(evidence)), [])
        if evidence.words and not any(evidence.words in said for said in some):
            some[:] = [said for said in some if said not in evidence.words]
            some.append(evidence.words)
    return tuple(
        [
            Note(basis, tuple([Link(anchors.get(said, ""), said) for said in some]), rule)
            for (basis, rule), some in words.items()
        ]
    )


def rule_of(evidence: Evidence) -> str:
    """By what something was inferred, in English; "" for what the report says itself."""
    return way_of(evidence.rule or "") if evidence.basis is Basis.INFERRED else ""


def outlet_of(entry: Entry) -> str:
    """Who published the report behind an entry."""
    return next((source.outlet for source in entry.sources if source.outlet), "")
