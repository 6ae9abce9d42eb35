"""What an entry tells of its encounter, laid out for comparing it with another entry."""

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from chronicle.model import Attendee, Basis, Entry, OfficialId, Participant
from chronicle.resolve.people import People

DAY = len("2019-11-07")
LONGEST = 31  # days; what is said to last longer is compared by its first month
ONLY_PUBLISHED = "day_of_publication"  # the rule of reading by which a report's day is that of the encounter


class Account(NamedTuple):
    """One entry, and what comparisons ask of it. Days are numbered as `date.toordinal` does."""

    entry: Entry
    officials: tuple[OfficialId, ...]  # by participant
    sides: frozenset[str]  # who took part, and for whom its people act
    first: int | None  # None where no day is told
    last: int | None
    articles: frozenset[str]  # entries that rest on one article tell of two encounters

    @property
    def by_hand(self) -> bool:
        """Whether it rests on no article: a person's own, or a line of a table."""
        return not self.articles


def account_of(entry: Entry, people: People) -> Account:
    """An entry's account."""
    officials = tuple([people.official_of(entry, p) for p in entry.participants])
    first = day_number(entry.date)
    last = day_number(entry.end_date) or first
    if first is not None and last is not None:
        last = max(first, min(last, first + LONGEST))
    sides = frozenset([*entry.parties, *[side_of(p) for p in entry.participants]]) - {""}
    articles = frozenset([source.article for source in entry.sources if source.article])
    return Account(entry, officials, sides, first, last, articles)


def side_of(one: Participant | Attendee) -> str:
    """For whom somebody acts; "" where that isn't told."""
    return one.country or one.organisation or ""


@lru_cache(maxsize=65_536)
def day_number(date: str | None) -> int | None:
    """The number of a day; None for a month, a year or nothing, and for a day that no calendar has."""
    try:
        return dt.date.fromisoformat(date).toordinal() if date and len(date) == DAY else None
    except ValueError:
        return None


def only_published(entry: Entry) -> bool:
    """Whether a report's own day is all that speaks for the day of the encounter."""
    found = (entry.evidence or {}).get("date")
    return found is not None and found.rule == ONLY_PUBLISHED and found.value == entry.date


def is_inferred(entry: Entry, field: str) -> bool:
    """Whether a field was worked out by a rule of reading, and stands as it was worked out."""
    found = (entry.evidence or {}).get(field)
    return found is not None and found.basis is Basis.INFERRED and found.value == getattr(entry, field)
