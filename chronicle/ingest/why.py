"""Why somebody takes part in an encounter, or in none: what was decided, and the signs that weighed most."""

from collections.abc import Iterator
from math import log

from chronicle.ingest.decisions import Step
from chronicle.ingest.encounters import Told
from chronicle.ingest.groups import Telling
from chronicle.ingest.lines import BESIDE, JOIN, NEW, OUT
from chronicle.ingest.states import of_the_state
from chronicle.ingest.weights import answers, summed

PARTS = {
    NEW: "begins an encounter",
    JOIN: "joins the encounter told last",
    BESIDE: "is there beside those who meet",
    OUT: "takes no part",
}
MOST = 5  # signs that are shown
NEVER = 1e-9  # a chance, so that it has a logarithm


def decisions(told: Told) -> Iterator[str]:
    """A line for each who is introduced, in order of the text."""
    for step in told.steps:
        one = step.introduction
        words = " ".join(told.telling.text.body[one.start : one.stop].split())
        ground = "; ".join(signs(step, told.telling))
        yield f"{words!r} {PARTS[step.decision]} ({step.chance:.2f}, by {ground})"


def signs(step: Step, telling: Telling) -> list[str]:
    """What spoke most for a decision: without it, the odds would be worse the most."""
    if step.rule is not None:
        return [step.rule]
    network, one = telling.words.network, step.introduction
    features = {*one.features, *of_the_state(one, step.before, telling.text, telling.words)}
    known = sorted(features & network.weights.keys())
    whole = summed(known, network.weights, network.bias)

    def odds(total: int) -> float:
        chance = answers(total, network)[step.decision]
        return log(max(chance, NEVER)) - log(max(1 - chance, NEVER))

    worth = {feature: odds(whole) - odds(whole - network.weights[feature]) for feature in known}
    best = sorted(worth, key=lambda feature: (-worth[feature], feature))[:MOST]
    return [repr(feature) for feature in best if worth[feature] > 0]
