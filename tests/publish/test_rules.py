"""How facts were inferred, in words for readers."""

import ast
from collections.abc import Iterator

from chronicle.ingest import attribution, draft, holders, outlets, publication, where
from chronicle.ingest.find.day_kinds import BEHIND, COUNTED
from chronicle.ingest.sides import BARELY, NEAR, overruling
from chronicle.ingest.sides.rules import RULES as RULES_OF_SIDES
from chronicle.publish.rules import BY_RULE, WAYS, way_of
from tests.conftest import ROOT


def rules_that_infer() -> Iterator[str]:
    """The names of all rules of ingest whose findings are inferred."""
    yield from (rule.__name__ for rule, _ in RULES_OF_SIDES)
    yield from (rule.__name__ for rule in overruling.RULES)
    yield from (BARELY, NEAR)
    yield from (rule.__name__ for rule in where.RULES)
    yield from (rule.__name__ for rule in holders.RULES)
    yield from draft.CONCLUDED
    yield from (*COUNTED, BEHIND)
    for module in (outlets, publication, attribution):
        name = module.__name__.rpartition(".")[2]
        yield from (f"{name}.{rule.__name__}" for rule in module.RULES)


def rules_written_out() -> Iterator[str]:
    """The names that stand beside `Basis.INFERRED` in the code, in one call."""
    for path in sorted((ROOT / "chronicle" / "ingest").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and "Basis.INFERRED" in map(ast.unparse, node.args):
                last = node.args[-1]
                if isinstance(last, ast.Constant) and isinstance(last.value, str):
                    yield last.value
                if isinstance(last, ast.JoinedStr):  # "told_as_{status}"
                    yield from ("told_as_held", "told_as_planned", "told_as_cancelled")


def test_every_rule_by_which_something_is_inferred_has_words_for_readers() -> None:
    names = {*rules_that_infer(), *rules_written_out()}
    names |= {"past_weekday", "coming_weekday", "nearest_year", "relative_day", "day_of_the_month"}
    assert len(names) > 150
    assert sorted(name for name in names if name not in BY_RULE) == []


def test_no_rule_has_two_ways_or_a_way_that_nobody_goes() -> None:
    told = [rule for rules in WAYS.values() for rule in rules.split()]
    assert len(told) == len(set(told))
    assert all(rules.split() for rules in WAYS.values())
    assert way_of("a_rule_of_somebody_s") == "a rule of somebody s"
