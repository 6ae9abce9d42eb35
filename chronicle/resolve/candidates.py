"""Which entries are worth comparing: those of neighbouring days with an official or two sides in common.

Never all pairs: entries are looked up by day, and within two days by whom they name. An entry without a day
is compared with those that name two of its officials.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from chronicle.model import Status
from chronicle.resolve.accounts import Account
from chronicle.resolve.grounds import NEARBY

FEW_SIDES = 4  # of more, every two would be looked up
FEW_PEOPLE = 8
MANY = 200  # entries with the same two officials: one without a day may be any of them

Pair = tuple[int, int]  # two accounts by number, the lower first


def candidates(accounts: Sequence[Account]) -> list[Pair]:
    """The pairs of accounts that may be one encounter, each once, in order."""
    return sorted({*of_neighbouring_days(accounts), *without_a_day(accounts)})


def of_neighbouring_days(accounts: Sequence[Account]) -> Iterator[Pair]:
    """Pairs with an official or two sides in common, on one day or two that follow one another."""
    days: dict[int, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        for day in days_of(account):
            days[day].append(number)
    for day, there in days.items():
        near = [*there, *days.get(day + 1, ())]
        if len(near) > 1:
            yield from sharing(near, accounts)


def days_of(account: Account) -> Iterable[int]:
    """The days of an account, by number; what is announced may be held some days later."""
    if account.first is None or account.last is None:
        return ()
    later = NEARBY if account.entry.status is Status.PLANNED else 0
    return range(account.first, account.last + later + 1)


def sharing(near: Sequence[int], accounts: Sequence[Account]) -> Iterator[Pair]:
    """The pairs among some accounts that share an official or two sides."""
    by_key: dict[Hashable, dict[int, None]] = defaultdict(dict)
    for number in near:
        for key in keys_of(accounts[number]):
            by_key[key][number] = None
    for numbers in by_key.values():
        if len(numbers) > 1:
            yield from comparable(numbers, accounts)


def keys_of(account: Account) -> Iterator[Hashable]:
    """By what an account is looked up within its days."""
    yield from account.officials
    if len(account.sides) > FEW_SIDES:
        yield account.sides
    elif len(account.sides) > 1:
        yield from combinations(sorted(account.sides), 2)


def comparable(numbers: Iterable[int], accounts: Sequence[Account]) -> Iterator[Pair]:
    """The pairs that rest on different articles, of which one is an article at least."""
    by_hand = sorted(number for number in numbers if accounts[number].by_hand)
    of_articles = sorted(number for number in numbers if not accounts[number].by_hand)
    for one, other in combinations(of_articles, 2):
        if accounts[one].articles.isdisjoint(accounts[other].articles):
            yield one, other
    for one in of_articles:
        yield from ((min(one, other), max(one, other)) for other in by_hand)


def without_a_day(accounts: Sequence[Account]) -> Iterator[Pair]:
    """Pairs of which one tells no day, with two officials in common."""
    vague = [number for number, account in enumerate(accounts) if account.first is None]
    wanted = {two for number in vague for two in twos(accounts[number])}
    if not wanted:
        return
    by_two: dict[tuple[str, str], list[int]] = defaultdict(list)
    officials = {official for two in wanted for official in two}
    for number, account in enumerate(accounts):
        if len(officials.intersection(account.officials)) > 1:
            for two in wanted.intersection(twos(account)):
                by_two[two].append(number)
    for numbers in by_two.values():
        if len(numbers) <= MANY:
            yield from (
                two
                for two in comparable(numbers, accounts)
                if accounts[two[0]].first is None or accounts[two[1]].first is None
            )


def twos(account: Account) -> Iterator[tuple[str, str]]:
    """Every two of the officials that an account names, the first of them where there are many."""
    return combinations(sorted(set(account.officials[:FEW_PEOPLE])), 2)
