"""Who takes part in what: each introduction joins the encounter told before, begins another, or neither."""

from collections.abc import Sequence

from chronicle.ingest.groups import Group, Telling
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.partners import carried
from chronicle.ingest.states import Before, of_the_state
from chronicle.ingest.weights import decided

JOIN, NEW, OUT = "join", "new", "out"
ASIDE = "in an aside"  # "at the invitation of …": not of the party unless more is told


def groups_of(
    introductions: Sequence[Introduction], telling: Telling
) -> tuple[list[Group], list[tuple[Introduction, float]]]:
    """The groups in order of the text; and who takes part in none, with how likely that is."""
    groups: list[Group] = []
    left_out: list[tuple[Introduction, float]] = []
    previous: Introduction | None = None
    count = 0
    for introduction in introductions:
        opened = sum(len(group.sides) > 1 for group in groups)
        before = Before(groups[-1].people if groups else (), previous, count, opened)
        state = of_the_state(introduction, before, telling.text, telling.words)
        features = introduction.features.union(state)
        decision, chance = decided(features, telling.words.models["introductions"])
        if ASIDE in features and len(introduction.person.namings) == 1:
            decision = OUT
        if decision == OUT:
            left_out += [(introduction, chance)] if introduction.person.name else []
            continue
        previous, count = introduction, count + 1
        if decision == NEW or not groups:
            brought = carried(introduction, groups, telling)
            groups.append(
                Group([*brought, introduction.person, *introduction.fellows], [introduction], brought, chance)
            )
        else:
            groups[-1].add(introduction, chance)
    return groups, left_out
