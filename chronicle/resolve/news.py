"""What two articles as a whole say: those that share several encounters report the same news.

Entries of one article tell of different encounters. So matching two articles is an assignment, the best
pair first; and where one entry fits two encounters equally well, nobody can be sure which it tells of.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from chronicle.resolve.accounts import Account
from chronicle.resolve.candidates import Pair, behind
from chronicle.resolve.likeness import LIKELY, Likeness, likeness, sure
from chronicle.resolve.weights import ground

IN_COMMON = 6.0  # what two entries need on their own to count as an encounter that two articles share
MUCH_AGAINST = -3.0  # what a single ground weighs that only what is sure may outweigh
MARGIN = 1.0  # by less, one encounter doesn't fit an entry better than another


def with_news(found: Mapping[Pair, Likeness], accounts: Sequence[Account]) -> dict[Pair, Likeness]:
    """The same likenesses, in which encounters that two articles have in common speak for one another."""
    together = dict(found)
    for pairs in by_articles(found, accounts).values():
        matched = assignment(pairs, found) if len(pairs) > 1 else []
        common = [pair for pair in matched if found[pair].weight >= IN_COMMON and not found[pair].is_doubtful]
        for pair in matched:
            number = len([other for other in common if other != pair])
            if number and together[pair] == found[pair]:
                kind = "several encounters in common" if number > 1 else "another encounter in common"
                together[pair] = found[pair].plus(ground(kind, f"the two reports have {kind}"))
    return together


def by_articles(
    found: Mapping[Pair, Likeness], accounts: Sequence[Account]
) -> dict[tuple[str, str], list[Pair]]:
    """The pairs of entries by the two articles that tell of them, where both articles have several."""
    times = Counter(article for account in accounts for article in account.articles)
    several = frozenset(article for article, number in times.items() if number > 1)
    pairs: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for one, other in found if several else ():
        for some, rest in product(accounts[one].articles & several, accounts[other].articles & several):
            pairs[min(some, rest), max(some, rest)].append((one, other))
    return {key: pairs[key] for key in sorted(pairs)}


def assignment(pairs: Sequence[Pair], found: Mapping[Pair, Likeness]) -> list[Pair]:
    """Each entry with one of the other article's at most, the best pair first."""
    taken: set[int] = set()
    matched = []
    for pair in sorted(pairs, key=lambda pair: (-found[pair].weight, pair)):
        if found[pair].weight >= LIKELY and taken.isdisjoint(pair):
            taken.update(pair)
            matched.append(pair)
    return matched


class Rivals:
    """Which encounters an entry may tell of beside one: knows all likenesses that were worked out."""

    def __init__(self, found: Mapping[Pair, Likeness], accounts: Sequence[Account]) -> None:
        """Hold what was found, by entry."""
        self.found, self.accounts = found, accounts
        self.of: dict[int, list[int]] = defaultdict(list)
        self.behind = behind(accounts)  # for them speak the fullest of their crowd
        for (one, other), its in found.items():
            for this, rival in ((one, other), (other, one)) if its.weight >= LIKELY else ():
                if rival not in self.behind:
                    self.of[this].append(rival)

    def its(self, one: int, other: int) -> Likeness:
        """What two entries have for and against being one meeting."""
        pair = (min(one, other), max(one, other))
        return self.found.get(pair) or likeness(self.accounts[one], self.accounts[other])

    def weight(self, one: int, other: int) -> float:
        """What two entries weigh together."""
        return self.its(one, other).weight

    def between(self, one: int, other: int) -> list[int]:
        """The entries that fit one of two as well as these fit each other, and can't be one with both."""
        least = self.weight(one, other) - MARGIN
        return sorted(
            rival
            for this, its in ((one, other), (other, one))
            for rival in self.of[this]
            if rival != its and self.weight(this, rival) > least
            if self.apart(its, rival) and not self.taken(rival, this)
        )

    def apart(self, one: int, other: int) -> bool:
        """Whether two entries can't stand in one meeting: hardly likely, or unsure with much against it."""
        some, rest = self.accounts[one], self.accounts[other]
        if not some.articles.isdisjoint(rest.articles) or (some.by_hand and rest.by_hand):
            return True
        its = self.its(one, other)
        unsure = its.is_doubtful or its.weight < sure(some, rest)
        return its.weight < LIKELY or (unsure and min(each.weight for each in its.grounds) <= MUCH_AGAINST)

    def taken(self, rival: int, this: int) -> bool:
        """Whether another entry of the same article fits a rival better."""
        mine = self.weight(this, rival)
        articles = self.accounts[this].articles
        return any(
            other != this
            and not articles.isdisjoint(self.accounts[other].articles)
            and self.weight(other, rival) > mine
            for other in self.of[rival]
        )
