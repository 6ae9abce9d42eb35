"""Two holders of one office at once."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from chronicle.model import Chronicle, Finding, Meeting, MeetingId, Office, OfficialId, Status
from chronicle.resolve.findings.grounds import and_more, name_of, of_parts
from chronicle.resolve.offices import DAY, RETURN, TURNS, days_between
from chronicle.resolve.titles import titles_of

KIND = "two holders of one office"
HINT = (
    "One of them may be called so by mistake, or in former days; the two may be one person under two names "
    "(python build.py merge), or the reports may mean two offices."
)

Days = Mapping[str, Meeting]  # on which an official was seen in an office, with a meeting of each
Pair = tuple[OfficialId, OfficialId]


def two_holders(chronicle: Chronicle) -> Iterator[Finding]:
    """Offices that one alone holds at a time, in which two were seen at one meeting or by turns.

    Two who follow one another in the office are one finding, however often they do: the first case is told.
    """
    for office in chronicle.offices.values():
        if office.single and len({tenure.official for tenure in office.tenures}) > 1:
            seen = seen_by_day(office)
            tables, turns = at_tables(seen), by_turns(seen)
            for pair in sorted(tables):
                yield at_one_table(office, pair, tables[pair], chronicle)
            for pair in sorted(turns.keys() - tables.keys()):
                yield one_between(office, turns[pair], chronicle)


def seen_by_day(office: Office) -> dict[OfficialId, dict[str, Meeting]]:
    """On which days each holder was seen in an office, with a meeting; acting for another doesn't count."""
    holders = {tenure.official for tenure in office.tenures}
    seen: dict[OfficialId, dict[str, Meeting]] = defaultdict(dict)
    for meeting in office.meetings:
        if meeting.status is Status.HELD and meeting.date and len(meeting.date) == DAY:
            for part in meeting.attendees:
                if part.official in holders and holds(office, part.role, part.country, part.organisation):
                    seen[part.official].setdefault(meeting.date, meeting)
    return seen


def holds(office: Office, role: str | None, country: str | None, organisation: str | None) -> bool:
    """Whether a role, told for a side, says that somebody holds an office and doesn't act for another."""
    ours = office.country == country and (bool(country) or office.organisation == organisation)
    return ours and any(
        title.name in office.names and title.held and not title.acting for title in titles_of(role, country)
    )


def at_tables(seen: Mapping[OfficialId, Days]) -> dict[Pair, list[Meeting]]:
    """The meetings at which two are who both have an office, by the two; of more, each with the next."""
    meetings: dict[MeetingId, list[tuple[OfficialId, Meeting]]] = defaultdict(list)
    for official in sorted(seen):
        for meeting in seen[official].values():
            meetings[meeting.id].append((official, meeting))
    found: dict[Pair, list[Meeting]] = defaultdict(list)
    for some in meetings.values():
        for (one, meeting), (other, _) in pairwise(some):
            found[one, other].append(meeting)
    return found


class Between(NamedTuple):
    """Somebody seen in an office on a day between two of another's: the days on which the other was."""

    one: OfficialId
    other: OfficialId
    meetings: tuple[Meeting, Meeting, Meeting]


def by_turns(seen: Mapping[OfficialId, Days]) -> dict[Pair, list[Between]]:
    """Where one had an office, then another, and again the first, by the two, in order of time.

    Only those who follow one another are held against one another, not all with all. Within less than
    RETURN days: nobody loses an office and has it again so soon. Longer apart only if the two follow one
    another more often than those who are voted out and in.
    """
    in_order = sorted((day, official) for official, days in seen.items() for day in days)
    changes = [(one, other) for one, other in pairwise(in_order) if one[1] != other[1]]
    often = Counter(pair_of(one, other) for (_, one), (_, other) in changes)
    days = {official: sorted(some) for official, some in seen.items()}
    found: dict[Pair, dict[Between, None]] = defaultdict(dict)
    for (first, one), (second, other) in changes:
        pair = pair_of(one, other)
        for day, whose, around in ((second, other, one), (first, one, other)):
            at, after = bisect_left(days[around], day), bisect_right(days[around], day)
            if at > 0 and after < len(days[around]):
                begin, end = days[around][at - 1], days[around][after]
                if often[pair] > TURNS or days_between(begin, end) < RETURN:
                    meetings = seen[around][begin], seen[whose][day], seen[around][end]
                    found[pair][Between(around, whose, meetings)] = None
    return {pair: list(some) for pair, some in found.items()}


def pair_of(one: OfficialId, other: OfficialId) -> Pair:
    """Two officials, by id."""
    return (one, other) if one < other else (other, one)


def one_between(office: Office, cases: Sequence[Between], chronicle: Chronicle) -> Finding:
    """The finding on three meetings, of which the second is the other's; how many such cases there are."""
    one, other = chronicle.officials[cases[0].one], chronicle.officials[cases[0].other]
    before, between, after = cases[0].meetings
    told = chain(of_parts(before, one), of_parts(between, other), of_parts(after, one))
    what = f"{other.name} is seen in this office between two meetings of {one.name} in it"
    return Finding(KIND, f"{named(office)}: {what}{and_more(len(cases) - 1)}.", tuple(told), HINT)


def at_one_table(office: Office, pair: Pair, meetings: Sequence[Meeting], chronicle: Chronicle) -> Finding:
    """The finding on a meeting at which both are; how many such meetings there are."""
    one, other = chronicle.officials[pair[0]], chronicle.officials[pair[1]]
    first = min(meetings, key=lambda meeting: (meeting.date or "", meeting.id))
    told = chain(of_parts(first, one), of_parts(first, other))
    more = and_more(len(meetings) - 1)
    what = f"{one.name} and {other.name} are at one meeting, both in this office{more}."
    return Finding(KIND, f"{named(office)}: {what}", tuple(told), HINT)


def named(office: Office) -> str:
    """An office with its side: "Minister of Defense, Azerbaijan"."""
    return f"{office.name}, {name_of(office.country) or office.organisation}"
