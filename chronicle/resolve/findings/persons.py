"""What no one person is: somebody of two countries, at a table with oneself, with ever lower ranks."""

from collections.abc import Iterator, Mapping
from functools import cache

from chronicle.lexicon.words import load_words
from chronicle.model import Chronicle, CountryCode, Entry, Finding, Meeting, Status
from chronicle.resolve.accounts import side_of
from chronicle.resolve.findings.grounds import as_told, name_of, of_parts, of_ranks

SIDES = "acts for two countries"
ONESELF = "meets oneself"
RANK = "a rank that goes down"
HINT_SIDES = "Two people may share this page (python build.py split), or a side is misread."
HINT_ONESELF = (
    "Two people of one name may have been taken for one (python build.py split), or one is named twice."
)
HINT_RANK = (
    "A rank may be misread or loosely told, a day may be wrong, or two people share this page "
    "(python build.py split)."
)


def acts_for_two(chronicle: Chronicle) -> Iterator[Finding]:
    """Officials who act for one country here and for another there, if nobody has said that they do."""
    for official in chronicle.officials.values():
        first: dict[CountryCode, Meeting] = {}
        for meeting, part in zip(official.meetings, official.appearances, strict=True):
            if part.country:
                first.setdefault(part.country, meeting)
        if len(first) > 1 and not official.registered:
            sides = " and ".join(name_of(code) for code in sorted(first))
            told = [ground for meeting in first.values() for ground in of_parts(meeting, official)]
            yield Finding(SIDES, f"{official.name} acts for {sides}.", tuple(told), HINT_SIDES)


def meets_oneself(chronicle: Chronicle) -> Iterator[Finding]:
    """Entries that name two participants who are one official."""
    for meeting in chronicle.meetings:
        for entry in meeting.entries:
            if len(entry.participants) > 1 and len(entry.participants) > named_in(entry, meeting):
                yield from twice_in(entry, meeting, chronicle)


def named_in(entry: Entry, meeting: Meeting) -> int:
    """How many officials a meeting has, if one entry alone tells of it; else none: then it is looked at."""
    return len(meeting.attendees) if meeting.entries == (entry,) else 0


def twice_in(entry: Entry, meeting: Meeting, chronicle: Chronicle) -> Iterator[Finding]:
    """The officials who are two participants of an entry; namesakes who are two officials aren't."""
    for part in meeting.attendees:
        official = chronicle.officials[part.official]
        both = [p for p in entry.participants if p.name in official.spellings and side_of(p) == side_of(part)]
        namesakes = [
            a for a in meeting.attendees if a.spelling in official.spellings and side_of(a) == side_of(part)
        ]
        if len(both) > max(1, len(namesakes)):
            what = f"{official.name} is {len(both)} participants of one meeting."
            told = tuple((entry.id, as_told(participant)) for participant in both)
            yield Finding(ONESELF, what, told, HINT_ONESELF)


def rank_goes_down(chronicle: Chronicle) -> Iterator[Finding]:
    """Officials with a lower rank on a later day than on an earlier one, in one service."""
    for official in chronicle.officials.values():
        highest: dict[str, tuple[int, Meeting, str]] = {}
        for meeting, part in zip(official.meetings, official.appearances, strict=True):
            step = steps().get(part.rank or "")
            if not step or not meeting.date or meeting.status is not Status.HELD:
                continue
            service, number = step
            before = highest.get(service)
            if before and number < before[0] and (before[1].date or "") < meeting.date:
                what = f"{official.name}: {before[2]} on {before[1].date}, {part.rank} on {meeting.date}."
                told = (*of_ranks(before[1], official), *of_ranks(meeting, official))
                yield Finding(RANK, what, told, HINT_RANK)
                break
            if not before or number > before[0]:
                highest[service] = number, meeting, part.rank or ""


@cache
def steps() -> Mapping[str, tuple[str, int]]:
    """The service and the step of each rank. Raises TypeError where the file has another form."""
    words = load_words("en/rank_order")
    ladders = words["ladders"] if isinstance(words, Mapping) else words
    if not isinstance(ladders, Mapping):
        message = "lexicon/en/rank_order.yaml: no ladders"
        raise TypeError(message)
    return {
        str(rank): (service, number)
        for service, ladder in ladders.items()
        for number, ranks in enumerate(ladder)
        for rank in ranks
    }
