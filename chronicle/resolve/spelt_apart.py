"""Officials who may be one person: reports of one meeting name them in each other's place.

What is clearly one encounter is evidence of who is who: where one report has "Abdel Fattah Al-Sisi" and
another "Abdel Fattah El-Sisi" for the same side in the same office, and neither has both.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from chronicle.model import Entry, Suggestion
from chronicle.resolve.accounts import Account, account_of
from chronicle.resolve.people import People
from chronicle.resolve.who_met import named_in_both

ONE_MEETING, MORE = (
    0.9,
    0.97,
)  # how likely two are one whom one meeting, or several, have in each other's place


def spelt_apart(groups: Iterable[Sequence[Entry]], people: People) -> tuple[Suggestion, ...]:
    """Every two officials of whom reports of one meeting name one each, by alike names; the likeliest first.

    `groups` are the entries of each meeting, as `same_encounters` gives them.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for group in groups:
        accounts = [account_of(entry, people) for entry in group] if len(group) > 1 else []
        for one, other in combinations(accounts, 2):
            for two in in_each_others_place(one, other):
                found.setdefault(two, []).append(f"{one.entry.title} ({one.entry.date or 'no day told'})")
    made = [suggestion(two, sorted(set(found[two]))) for two in sorted(found)]
    return tuple(sorted(made, key=lambda each: (-each.score, each.one, each.other)))


def in_each_others_place(one: Account, other: Account) -> list[tuple[str, str]]:
    """The officials of two entries whose names are alike, though they aren't taken for one."""
    return [
        (min(two), max(two))
        for i, j, same in named_in_both(one, other)
        if not same and (two := (one.officials[i], other.officials[j]))
    ]


def suggestion(two: tuple[str, str], meetings: Sequence[str]) -> Suggestion:
    """Two officials who may be one, with the meetings that tell."""
    score = MORE if len(meetings) > 1 else ONE_MEETING
    return Suggestion(
        "officials", *two, score, tuple([f"named in each other's place: {each}" for each in meetings])
    )
