"""Officials of a state that wasn't there on the day."""

from collections import defaultdict
from collections.abc import Iterator

from chronicle.lexicon.states import YEAR, Vanished, load_vanished
from chronicle.model import Chronicle, CountryCode, Finding, Meeting
from chronicle.resolve.findings.grounds import and_more, of_parts

KIND = "a state that wasn't there"
AFTERWARDS = 1  # years for which reports may still call somebody by the state that is no more
HINT = "The day or the side may be misread, or the state of today or of that time is meant."


def out_of_time(chronicle: Chronicle) -> Iterator[Finding]:
    """Officials who act for a vanished state before it was there, or more than a year after its end."""
    vanished = load_vanished()
    for official in chronicle.officials.values():
        found: dict[CountryCode, list[Meeting]] = defaultdict(list)
        for meeting, part in zip(official.meetings, official.appearances, strict=True):
            state = vanished.get(part.country) if part.country else None
            if state and meeting.date and not was_there(state, meeting.date):
                found[state.code].append(meeting)
        for code, meetings in found.items():
            state, more = vanished[code], and_more(len(meetings) - 1)
            what = f"{official.name} acts for {state.name} ({state.years}) on {meetings[0].date}{more}."
            yield Finding(KIND, what, tuple(of_parts(meetings[0], official)), HINT)


def was_there(state: Vanished, day: str) -> bool:
    """Whether a state was there on a day, or in some part of a month or a year, or had just ceased to be."""
    until = f"{int(state.until[:YEAR]) + AFTERWARDS:04}{state.until[YEAR:]}"
    return not (is_before(day, state.since) or is_before(until, day))


def is_before(one: str, other: str) -> bool:
    """Whether all of one day, month or year comes before the other, which is as precise or not."""
    precision = min(len(one), len(other))
    return one[:precision] < other[:precision]
