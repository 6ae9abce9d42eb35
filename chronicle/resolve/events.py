"""Which entries tell of one encounter: what people decided, then what is sure, the surest first.

Two entries are compared ground by ground (`grounds.py`); from a certain weight on they are joined
(`likeness.py`). Entries of one article never are: an article that has two encounters tells of two. Neither
are two entries that name no article: who wrote two by hand meant two. What is only likely is suggested.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from chronicle.model import UNDECIDED, Entry, Registry, Status, Suggestion
from chronicle.record import is_untouched
from chronicle.resolve.accounts import Account, account_of
from chronicle.resolve.candidates import Pair, candidates
from chronicle.resolve.likeness import LIKELY, Likeness, likeness, reasons, score, sure
from chronicle.resolve.news import Rivals, with_news
from chronicle.resolve.people import People
from chronicle.resolve.verdicts import Decided, are_apart, decided
from chronicle.resolve.weights import ground

LEAST = 1.0  # below, nothing that two articles share would make a pair likely
AT_MOST = 0.9  # the score of what is only suggested
TOLD_FIRST = {Status.HELD: 0, Status.CANCELLED: 0, Status.PLANNED: 1}  # an announcement says least


class Grouped(NamedTuple):
    """Entries in groups, a group an encounter, and what was found out about every two of them."""

    accounts: Sequence[Account]  # by id of entry
    found: Mapping[Pair, Likeness]
    decided: Decided
    group_of: list[list[int]]  # by account, all that tell of its encounter


def same_encounters(
    entries: Sequence[Entry], people: People, registry: Registry = UNDECIDED
) -> tuple[tuple[Entry, ...], ...]:
    """The entries in groups, a group an encounter; both in the order given, the fullest entry first."""
    grouped = in_groups(entries, people, registry)
    number = {account.entry.id: n for n, account in enumerate(grouped.accounts)}
    groups: dict[int, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(grouped.group_of[number[entry.id]][0], []).append(entry)
    return tuple([tuple(fullest_first(some) if len(some) > 1 else some) for some in groups.values()])


def likely_meetings(
    entries: Sequence[Entry], people: People, registry: Registry = UNDECIDED
) -> tuple[Suggestion, ...]:
    """Every two meetings that may be one and aren't joined, by an entry of each; the likeliest first."""
    grouped = in_groups(entries, people, registry)
    rivals = Rivals(grouped.found, grouped.accounts)
    best: dict[tuple[int, int], tuple[float, Pair]] = {}
    for (one, other), its in grouped.found.items():
        some, rest = grouped.group_of[one], grouped.group_of[other]
        if its.weight >= LIKELY and some is not rest and not shut_out(some, rest, grouped):
            two = min(some[0], rest[0]), max(some[0], rest[0])
            best[two] = min(best.get(two, (0.0, (one, other))), (-its.weight, (one, other)))
    made = [suggestion(pair, grouped, rivals) for _, pair in best.values()]
    return tuple(sorted(made, key=lambda each: (-each.score, each.one, each.other)))


def suggestion(pair: Pair, grouped: Grouped, rivals: Rivals) -> Suggestion:
    """Two entries that may tell of one meeting."""
    one, other = pair
    its = grouped.found[pair]
    for rival in rivals.between(one, other)[:1]:
        fits = f"{grouped.accounts[rival].entry.id} fits as well"
        its = its.plus(ground("another fits as well", fits))
    ids = grouped.accounts[one].entry.id, grouped.accounts[other].entry.id
    return Suggestion("meetings", *ids, min(AT_MOST, score(its.weight)), reasons(its))


def in_groups(entries: Sequence[Entry], people: People, registry: Registry = UNDECIDED) -> Grouped:
    """The entries in groups; the same whatever order they come in."""
    accounts = [account_of(entry, people) for entry in sorted(entries, key=lambda entry: entry.id)]
    judged = [judgement for judgement in registry.judgements if judgement.meetings]
    number = {account.entry.id: n for n, account in enumerate(accounts)} if judged else {}
    holds = decided(judged, number)
    group_of = [[n] for n in range(len(accounts))]
    grouped = Grouped(accounts, compared(accounts, holds), holds, group_of)
    for ids in holds.groups:
        members = sorted(number[each] for each in ids)
        for n in members:
            group_of[n] = members
    join_what_is_sure(grouped)
    return grouped


def compared(accounts: Sequence[Account], holds: Decided) -> dict[Pair, Likeness]:
    """Every two entries that may tell of one encounter, but for those that a person keeps apart."""
    found = {}
    for one, other in candidates(accounts):
        its = likeness(accounts[one], accounts[other])
        ids = frozenset((accounts[one].entry.id, accounts[other].entry.id))
        if its.weight >= LEAST and ids not in holds.apart:
            found[one, other] = its
    return with_news(found, accounts)


def join_what_is_sure(grouped: Grouped) -> None:
    """Join the groups of entries that surely tell of one encounter, the surest pair first."""
    accounts, found, group_of = grouped.accounts, grouped.found, grouped.group_of
    rivals = Rivals(found, accounts)
    for one, other in sorted(found, key=lambda two: (-found[two].weight, two)):
        some, rest = group_of[one], group_of[other]
        its = found[one, other]
        if its.weight < sure(accounts[one], accounts[other]) or its.is_doubtful or some is rest:
            continue
        if not rivals.between(one, other) and is_consistent(some, rest, grouped, rivals):
            members = sorted([*some, *rest])
            for n in members:
                group_of[n] = members


def is_consistent(some: Sequence[int], rest: Sequence[int], grouped: Grouped, rivals: Rivals) -> bool:
    """Whether nothing keeps an entry of one group from telling of the same as one of the other.

    Entries that a person found to be one meeting may differ as much as they like: what goes with one of
    them goes with all.
    """
    mine, its = [as_found(speaking(group, rivals), grouped) for group in (some, rest)]
    return not shut_out(some, rest, grouped) and not any(
        all(rivals.apart(one, other) for one in some for other in rest) for some in mine for rest in its
    )


def speaking(group: Sequence[int], rivals: Rivals) -> Sequence[int]:
    """The entries of a group that are compared: without those of a crowd for which others of it stand."""
    leading = [n for n in group if n not in rivals.behind]
    return leading or group


def as_found(group: Sequence[int], grouped: Grouped) -> list[list[int]]:
    """The entries of a group, those together that a person found to be one meeting."""
    together = {each: ids for ids in grouped.decided.groups for each in ids}
    parts: dict[object, list[int]] = {}
    for n in group:
        parts.setdefault(together.get(grouped.accounts[n].entry.id, n), []).append(n)
    return list(parts.values())


def shut_out(some: Sequence[int], rest: Sequence[int], grouped: Grouped) -> bool:
    """Whether a person or an article keeps two groups apart."""
    accounts, apart = grouped.accounts, grouped.decided.apart
    mine, its = [accounts[n] for n in some], [accounts[n] for n in rest]
    by_hand = any(account.by_hand for account in mine) and any(account.by_hand for account in its)
    articles = frozenset().union(*[account.articles for account in mine])
    return (
        by_hand
        or any(not articles.isdisjoint(account.articles) for account in its)
        or are_apart([a.entry.id for a in mine], [a.entry.id for a in its], apart)
    )


def fullest_first(group: Iterable[Entry]) -> list[Entry]:
    """A person's entry before the program's, what took place before what was announced, then the fullest."""
    return sorted(
        group,
        key=lambda e: (is_untouched(e), TOLD_FIRST[e.status], -len(e.participants), -len(e.parties), e.id),
    )
