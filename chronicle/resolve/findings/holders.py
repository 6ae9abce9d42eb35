"""Two holders of one office at once."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

from chronicle.model import Chronicle, Finding, Meeting, Office, OfficialId, Status
from chronicle.resolve.findings.grounds import name_of, of_parts
from chronicle.resolve.offices import DAY, RETURN, TURNS, days_between, turns
from chronicle.resolve.titles import titles_of

KIND = "two holders of one office"
HINT = (
    "One of them may be called so by mistake, or in former days; the two may be one person under two names "
    "(python build.py merge), or the reports may mean two offices."
)

Seen = Mapping[str, Meeting]  # by day


def two_holders(chronicle: Chronicle) -> Iterator[Finding]:
    """Offices that one alone holds at a time, in which two were seen at one meeting or by turns."""
    for office in chronicle.offices.values():
        if office.single and len({tenure.official for tenure in office.tenures}) > 1:
            seen = seen_by_day(office)
            for one, other in combinations(sorted(seen), 2):
                together = [day for day, meeting in seen[one].items() if seen[other].get(day) is meeting]
                if together:
                    yield at_one_table(office, (one, other), seen[one][together[0]], chronicle)
                elif between := by_turns(seen[one], seen[other]):
                    yield one_between(office, (one, other), between, chronicle)
                elif between := by_turns(seen[other], seen[one]):
                    yield one_between(office, (other, one), between, chronicle)


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


def by_turns(ours: Seen, others: Seen) -> tuple[Meeting, ...]:
    """Three meetings: one in which ours had the office, one in which another had it, and again one of ours.

    Within less than RETURN days: nobody loses an office and has it again so soon. Longer apart only if the
    two follow one another more often than those who are voted out and in.
    """
    days, shared = sorted(ours), turns(sorted(ours), sorted(others)) > TURNS
    for day in sorted(others):
        at = bisect_left(days, day)
        after = bisect_right(days, day)
        if at > 0 and after < len(days):
            near = days_between(days[at - 1], days[after]) < RETURN
            if near or shared:
                return ours[days[at - 1]], others[day], ours[days[after]]
    return ()


def one_between(
    office: Office, pair: tuple[OfficialId, OfficialId], meetings: Sequence[Meeting], chronicle: Chronicle
) -> Finding:
    """The finding on three meetings, of which the second is the other's."""
    one, other = chronicle.officials[pair[0]], chronicle.officials[pair[1]]
    before, between, after = meetings
    told = chain(of_parts(before, one), of_parts(between, other), of_parts(after, one))
    what = f"{other.name} is seen in this office between two meetings of {one.name} in it."
    return Finding(KIND, f"{named(office)}: {what}", tuple(told), HINT)


def at_one_table(
    office: Office, pair: tuple[OfficialId, OfficialId], meeting: Meeting, chronicle: Chronicle
) -> Finding:
    """The finding on one meeting at which both are."""
    one, other = chronicle.officials[pair[0]], chronicle.officials[pair[1]]
    told = chain(of_parts(meeting, one), of_parts(meeting, other))
    what = f"{one.name} and {other.name} are at one meeting, both in this office."
    return Finding(KIND, f"{named(office)}: {what}", tuple(told), HINT)


def named(office: Office) -> str:
    """An office with its side: "Minister of Defense, Azerbaijan"."""
    return f"{office.name}, {name_of(office.country) or office.organisation}"
