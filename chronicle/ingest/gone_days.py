"""Weekdays of what is over, in the telling of what is still to come or was called off."""

import re
from functools import cache

from chronicle.ingest.find.day_kinds import CLAUSE, NAME, OPENS, SINCE, alternatives
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

AROUND = 120  # code points before a day that tell what was done on it
WEEKDAYS = "weekday "


def is_gone(mention: Mention, scene: Scene) -> bool:
    """As in "flew out on Sunday and will meet him on Tuesday": whether a weekday lies behind the report."""
    if not mention.value.startswith(WEEKDAYS) or "/" in mention.value:
        return False
    low, start, words = scene.text.low, mention.span.start, gone()
    before = low[max(scene.sentence.span.start, start - AROUND) : start]
    if mention.rule == SINCE:
        return words["since"].search(before) is not None
    if mention.rule.startswith("next_"):
        return False
    if words["went"].search(before):
        return True
    opens = OPENS.search(low[max(0, start - AROUND) : start]) is not None
    if opens and words["behind"].match(low, mention.span.stop):
        return True
    return words["called"].match(low, mention.span.stop) is not None or words["it"].search(before) is not None


@cache
def gone() -> dict[str, re.Pattern[str]]:
    """What beside a weekday tells that it lies behind the report."""
    lists = word_lists("en/days")
    went, off = alternatives(lists["went"]), alternatives(lists["off_on"])
    it, late = r"(?:it|them|this|that)\s(?:by\s\w+\s|off\s)?", r"(?:late\s|early\s)?(?:on\s)?$"
    no = r"(?!(?:said|told|met|was|were|had|that|who|which|and|will|is|are|to|when|where)\b)"
    subject = rf"(?:\s(?:early|late|morning|afternoon|evening|night))?,?\s(?:{no}{NAME}\s){{1,12}}"
    return {
        "since": re.compile(r"\bsince\s(?:late\s|early\s|last\s)?$"),
        "went": re.compile(rf"\b(?<!to\s)(?:{went})\b{CLAUSE}"),
        "behind": re.compile(rf"{subject}(?:{went}|{off})\b"),
        "called": re.compile(rf"\s(?:{off})\s(?!for\b|to\b|until\b|till\b|by\b)"),
        "it": re.compile(rf"\b(?:{off})\s{it}{late}"),
    }
