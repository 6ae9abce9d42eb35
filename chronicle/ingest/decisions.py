"""Who takes part in what: each introduction joins the encounter told before, begins another, or neither.

Each decision depends on those before. So several ways to understand the report are followed side by side,
the likeliest so far; at the end the likeliest of them holds, where one counts less that leaves somebody to
meet nobody.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import exp, log
from typing import NamedTuple

from chronicle.ingest.groups import Group, Telling
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.lines import ABSENT, AGAIN, BESIDE, HOSTS, JOIN, LEADS, MEETS, NEW, OUT
from chronicle.ingest.partners import carried
from chronicle.ingest.parts import sure_parts
from chronicle.ingest.states import Before, state_of
from chronicle.ingest.weights import answers, summed

ASIDE = "in an aside"  # "at the invitation of …": not of the party unless more is told
WAYS = 4  # that are followed
UNLIKELY = 0.02  # chances below aren't followed
BEHIND = log(0.15)  # how much less likely than the likeliest a way may be
MEETING, WAITING = 0.85, 0.15  # how likely a newcomer meets somebody told before, or still to be told
ALONE = log(0.05)  # how much less likely a way is for each encounter of one side alone


class Step(NamedTuple):
    """What was decided of one who is introduced."""

    introduction: Introduction
    decision: str  # JOIN, NEW, OUT, or BESIDE for one more of a side
    chance: float
    rule: str | None  # that tells it; None where it was learnt
    before: Before


class Way(NamedTuple):  # a tuple, as dozens are made for an article
    """One way to understand the introductions so far."""

    likelihood: float = 0.0  # logarithm
    groups: tuple[Group, ...] = ()
    steps: tuple[Step, ...] = ()
    previous: Introduction | None = None  # the last who was taken in
    people: int = 0  # taken in so far

    @property
    def worth(self) -> float:
        """How likely it is, with encounters in mind that have one side only."""
        return self.likelihood + ALONE * sum(group.alone for group in self.groups)

    @property
    def before(self) -> Before:
        """Where the telling stands."""
        current = self.groups[-1].people if self.groups else ()
        opened = sum(len(group.sides) > 1 for group in self.groups)
        return Before(current, self.previous, self.people, opened)


def groups_of(
    introductions: Sequence[Introduction], telling: Telling
) -> tuple[Sequence[Group], Sequence[Step], float]:
    """The groups in order of the text; what was decided of each; and how likely the whole is."""
    ways, sure = [Way()], sure_parts(introductions, telling)
    for introduction in introductions:
        part, rule = sure.get(introduction, (None, ASIDE))
        told = chances_with(part, introduction, telling)
        further = [one for way in ways for one in continued(way, introduction, told(way), rule, telling)]
        ways = nlargest(WAYS, further, key=lambda way: way.likelihood)
        ways = [way for way in ways if way.likelihood >= ways[0].likelihood + BEHIND]
    best = max(ways, key=lambda way: way.worth)
    share = 1 / sum(exp(way.worth - best.worth) for way in ways)
    return best.groups, best.steps, share


def chances_with(
    sure: str | None, introduction: Introduction, telling: Telling
) -> Callable[[Way], Mapping[str, float]]:
    """How likely each decision is; one beyond doubt stands alone, if there is an encounter to join."""
    if sure in (NEW, OUT):
        return lambda _: {sure: 1.0}
    learnt = chances_of(introduction, telling)
    if sure in (AGAIN, ABSENT):
        part = NEW if sure == AGAIN else OUT
        return lambda way: {part: 1.0} if way.groups and not way.groups[-1].alone else learnt(way)
    if sure == MEETS:
        return lambda way: {JOIN if way.groups and way.groups[-1].alone else NEW: 1.0}
    if sure == HOSTS:
        return lambda way: {JOIN if way.groups else NEW: 1.0}
    if sure == LEADS:
        return lambda way: learnt(way) if way.groups else {NEW: 1.0}
    return learnt if sure is None else lambda way: {sure: 1.0} if way.groups else learnt(way)


def chances_of(introduction: Introduction, telling: Telling) -> Callable[[Way], Mapping[str, float]]:
    """How likely each decision is, by the way so far; ways on which as much is known share the answer."""
    if ASIDE in introduction.features and len(introduction.person.namings) == 1:
        return lambda _: {OUT: 1.0}
    network = telling.words.network
    start = summed(introduction.features, network.weights, network.bias)
    by_state: dict[str, int] = {}  # the same with what the features weigh by a state
    known: dict[Before, Mapping[str, float]] = {}

    def told(way: Way) -> Mapping[str, float]:
        before = way.before
        if before not in known:
            state = state_of(introduction, before, telling.text, telling.words, telling.levels)
            joint = network.joint.get(state.name, {})
            if state.name not in by_state:
                by_state[state.name] = summed(introduction.features, joint, start)
            total = summed(set(state.told), network.weights, by_state[state.name])
            known[before] = answers(summed(set(state.joint), joint, total), network)
        return known[before]

    return told


def continued(
    way: Way, introduction: Introduction, told: Mapping[str, float], rule: str, telling: Telling
) -> Iterator[Way]:
    """The ways on from one, by what somebody's introduction may do, with how likely that is.

    Where it may do one thing only, the rule tells why.
    """
    groups, before, sure = way.groups, way.before, len(told) == 1
    for decision, chance in told.items():
        if chance < UNLIKELY:
            continue
        likelihood = way.likelihood + log(chance)
        done = NEW if decision == JOIN and not groups else decision
        steps = (*way.steps, Step(introduction, done, chance, rule if sure else None, before))
        if decision == OUT:
            yield Way(likelihood, groups, steps, way.previous, way.people)
            continue
        if decision in (JOIN, BESIDE) and groups:
            joined = groups[-1].joined_by(introduction, chance, beside=decision == BESIDE)
            after = (*groups[:-1], joined)
            yield Way(likelihood, after, steps, introduction, way.people + 1)
            continue
        newcomers = (introduction.person, *introduction.fellows)
        brought = tuple(carried(introduction, groups, telling)) if groups else ()
        for partners, share in ((brought, MEETING), ((), WAITING)) if brought else (((), 1.0),):
            group = Group((*partners, *newcomers), (introduction,), partners, chance)
            after = (*groups, group)
            yield Way(likelihood + log(share), after, steps, introduction, way.people + 1)
