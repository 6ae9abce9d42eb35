"""What the entries of a meeting tell, in words: the evidence of a finding."""

from collections.abc import Iterable, Iterator

from chronicle.evidence import holding
from chronicle.lexicon.states import all_states
from chronicle.model import CountryCode, Entry, Meeting, Official, Participant

Ground = tuple[str, str]  # an entry's id, and what it tells


def of_parts(meeting: Meeting, official: Official) -> Iterator[Ground]:
    """What each entry of a meeting that names an official calls them."""
    for entry in meeting.entries:
        for number, participant in enumerate(entry.participants):
            if participant.name in official.spellings:
                words = words_for(entry, (f"participants[{number}].role", f"participants[{number}].name"))
                yield entry.id, f"{entry.date or 'undated'}, {as_told(participant)}{words}"


def of_ranks(meeting: Meeting, official: Official) -> Iterator[Ground]:
    """What rank each entry of a meeting that tells an official's gives them."""
    for entry in meeting.entries:
        for number, participant in enumerate(entry.participants):
            if participant.name in official.spellings and participant.rank:
                words = words_for(entry, (f"participants[{number}].rank",))
                yield entry.id, f"{entry.date or 'undated'}, {participant.rank} {participant.name}{words}"


def of_places(meeting: Meeting) -> Iterator[Ground]:
    """When and where each entry of a meeting has it."""
    for entry in meeting.entries:
        day = f"{entry.date or 'undated'}" + (f" to {entry.end_date}" if entry.end_date else "")
        where = ", ".join(filter(None, (entry.city, name_of(entry.country)))) or "no place"
        words = words_for(entry, ("date", "city", "country"))
        yield entry.id, f"{day}, {where}: {entry.title}{words}"


def of_occasions(meeting: Meeting) -> Iterator[Ground]:
    """On what occasion each entry of a meeting has it."""
    for entry in meeting.entries:
        if entry.occasion:
            words = words_for(entry, ("occasion",))
            yield entry.id, f"{entry.date or 'undated'}, {entry.occasion}: {entry.title}{words}"


def as_told(participant: Participant) -> str:
    """A participant as an entry has them: "Zakir Hasanov, Minister of Defense, Azerbaijan"."""
    side = name_of(participant.country) or participant.organisation
    return ", ".join(filter(None, (participant.name, participant.role, side)))


def words_for(entry: Entry, fields: Iterable[str]) -> str:
    """The words of the report on which some fields of an entry rest, each once."""
    held = holding(entry)
    words = dict.fromkeys(found.words for field in fields if (found := held.get(field)) and found.words)
    return " (" + ", ".join(f"“{some}”" for some in words) + ")" if words else ""


def name_of(code: CountryCode | None) -> str:
    """The name of a country or of a vanished state; "" for none."""
    state = all_states().get(code) if code else None
    return state.name if state else code or ""


def and_more(number: int) -> str:
    """ " (and 12 more)": of how many further cases a finding tells; "" for none."""
    return f" (and {number:,} more)" if number else ""
