"""Whether a reading needs a person's look: the doubts weighed together, by what came of them before."""

from collections.abc import Iterator, Sequence

from chronicle.ingest.encounters import Told
from chronicle.ingest.weights import decided
from chronicle.ingest.when import Day
from chronicle.lexicon import Lexicon
from chronicle.model import Source

Doubt = tuple[str, str]  # the rule's name, the sentence for people
WRONG, RIGHT = "wrong", "right"
LIKELY = 0.21  # of being wrong, from which on a reading asks for review; docs/accuracy.md tells the outcome
STEPS = (0.5, 0.65, 0.8, 0.9, 0.96)  # between chances that count as alike
UNCLEAR = "Who took part, and in what, is not told plainly."
ALWAYS = frozenset(
    ("doubt told_out_of_time", "doubt visit_announced")
)  # the text contradicts itself, or the reader
NOTHING = "No encounter was found; the article may tell of one all the same."


def signs_of_doubt(
    told: Told, days: Sequence[Day | None], doubts: Sequence[Doubt], source: Source
) -> Iterator[str]:
    """What speaks for and against a reading, as features."""
    yield from (f"doubt {rule}" for rule, _ in doubts)
    yield f"doubts {min(len(doubts), 3)}"
    yield f"encounters {min(len(told.encounters), 4)}"
    for encounter in told.encounters:
        yield f"kind {encounter.kind}"
        yield f"status {encounter.status}"
        yield f"people {min(len(encounter.people), 5)}"
        yield f"chance {step(encounter.chance)}"
        yield f"sides {min(len(encounter.sides), 4)}"
        if encounter.unnamed:
            yield "unnamed"
        if not encounter.newcomers:
            yield "nobody new"
        for person in encounter.people:
            if person.inferred:
                yield f"side by {person.inferred}"
                yield f"side chance {step(person.chance)}"
            if person.role is None:
                yield "no role"
            if len(person.name.replace(".", " ").split()) == 1:  # not so "V.Hajiyev": an initial (caa-114)
                yield "one name"
    yield f"least chance {step(min((e.chance for e in told.encounters), default=1.0))}"
    sides = (person.chance for encounter in told.encounters for person in encounter.people)
    yield f"least side chance {step(min(sides, default=1.0))}"
    yield f"share {step(told.share)}"
    outs = [chance for _, chance in told.left_out]
    yield f"left out {min(len(outs), 3)}"
    yield f"least out {step(min(outs, default=1.0))}"
    for day in days:
        yield f"day by {day.rule if day else 'nothing'}"
    yield f"published {source.published is not None}"


def step(chance: float) -> int:
    """Which of a few steps a chance stands on."""
    return sum(chance > limit for limit in STEPS)


def is_doubtful(features: Sequence[str], words: Lexicon) -> bool:
    """Whether readings with such signs were more often wrong than one can leave unsaid."""
    if not ALWAYS.isdisjoint(features):
        return True
    answer, chance = decided(frozenset(features), words.models["doubt"])
    wrong = chance if answer == WRONG else 1 - chance
    return wrong > LIKELY
