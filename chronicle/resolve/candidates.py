"""Which entries are worth comparing: those of neighbouring days with an official or two sides in common.

Never all pairs: entries are looked up by day, and within two days by whom they name. An entry without a day
is compared with those that name two of its officials. Of a crowd that tells of the same people on one day,
the fullest few stand for the others.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from chronicle.model import Status
from chronicle.resolve.accounts import Account
from chronicle.resolve.grounds import NEARBY

FEW_SIDES = 4  # of more, every two would be looked up
FEW_PEOPLE = 8
CROWD = 60  # entries of one day with the same people: of more, not every two are compared …
LEADING = 5  # … but each with so many of its sort
MANY = 200  # entries with the same two officials: one without a day may be any of them

Pair = tuple[int, int]  # two accounts by number, the lower first


def candidates(accounts: Sequence[Account]) -> list[Pair]:
    """The pairs of accounts that may be one encounter, each once, in order."""
    crowded = behind(accounts)
    return sorted({*of_neighbouring_days(accounts, crowded), *without_a_day(accounts, crowded)})


def behind(accounts: Sequence[Account]) -> dict[int, list[int]]:
    """The entries of a crowd for which others stand, with those: the fullest of the same sort."""
    crowds: dict[Hashable, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        if not account.by_hand and account.first is not None:
            crowds[account.first, account.last, frozenset(account.officials), account.sides].append(number)
    found = {}
    for crowd in crowds.values():
        for alike in of_one_sort(crowd, accounts) if len(crowd) > CROWD else ():
            ordered = sorted(alike, key=lambda number: fullness(accounts[number]), reverse=True)
            found.update(dict.fromkeys(ordered[LEADING:], ordered[:LEADING]))
    return found


def of_one_sort(crowd: Iterable[int], accounts: Sequence[Account]) -> Iterable[list[int]]:
    """The entries of a crowd by what else may tell two encounters apart: form, state, place, occasion."""
    sorts: dict[Hashable, list[int]] = defaultdict(list)
    for number in crowd:
        e = accounts[number].entry
        sorts[e.kind, e.status, e.country, e.city, e.occasion].append(number)
    return sorts.values()


def fullness(account: Account) -> tuple[int, int, int]:
    """How much an entry tells, beside others with the same people."""
    return len(account.entry.documents), len(account.entry.topics), len(account.entry.body)


def of_neighbouring_days(accounts: Sequence[Account], crowded: Mapping[int, Sequence[int]]) -> Iterator[Pair]:
    """Pairs with an official or two sides in common, on one day or two that follow one another."""
    days: dict[int, list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        for day in days_of(account):
            days[day].append(number)
    for day, there in days.items():
        near = [*there, *days.get(day + 1, ())]
        if len(near) > 1:
            yield from sharing(near, accounts, crowded)


def days_of(account: Account) -> Iterable[int]:
    """The days of an account, by number; what is announced may be held some days later."""
    if account.first is None or account.last is None:
        return ()
    later = NEARBY if account.entry.status is Status.PLANNED else 0
    return range(account.first, account.last + later + 1)


def sharing(
    near: Sequence[int], accounts: Sequence[Account], crowded: Mapping[int, Sequence[int]]
) -> Iterator[Pair]:
    """The pairs among some accounts that share an official or two sides."""
    by_key: dict[Hashable, dict[int, None]] = defaultdict(dict)
    for number in near:
        for key in keys_of(accounts[number]):
            by_key[key][number] = None
    for numbers in by_key.values():
        if len(numbers) > 1:
            yield from comparable(numbers, accounts, crowded)


def keys_of(account: Account) -> Iterator[Hashable]:
    """By what an account is looked up within its days."""
    yield from account.officials
    if len(account.sides) > FEW_SIDES:
        yield account.sides
    elif len(account.sides) > 1:
        yield from combinations(sorted(account.sides), 2)


def comparable(
    numbers: Iterable[int], accounts: Sequence[Account], crowded: Mapping[int, Sequence[int]]
) -> Iterator[Pair]:
    """The pairs that rest on different articles, of which one is an article at least."""
    by_hand = sorted(number for number in numbers if accounts[number].by_hand)
    of_articles = sorted(number for number in numbers if not accounts[number].by_hand)
    leading = [number for number in of_articles if number not in crowded]
    led = [(min(n, m), max(n, m)) for n in of_articles for m in crowded.get(n, ())]
    for one, other in chain(combinations(leading, 2), led):
        if accounts[one].articles.isdisjoint(accounts[other].articles):
            yield one, other
    for one in leading:
        yield from ((min(one, other), max(one, other)) for other in by_hand)


def without_a_day(accounts: Sequence[Account], crowded: Mapping[int, Sequence[int]]) -> Iterator[Pair]:
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
                for two in comparable(numbers, accounts, crowded)
                if accounts[two[0]].first is None or accounts[two[1]].first is None
            )


def twos(account: Account) -> Iterator[tuple[str, str]]:
    """Every two of the officials that an account names, the first of them where there are many."""
    return combinations(sorted(set(account.officials[:FEW_PEOPLE])), 2)
