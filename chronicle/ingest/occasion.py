"""The occasion of an encounter, what was signed at it, and its topics."""

import re
from collections.abc import Sequence

from chronicle.ingest.encounters import Encounter
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Basis, Evidence

VISIT = re.compile(r"\b(official|working) visit\b")
FIELD = r"in the (?:field|area|sphere) of"
STOPS = (  # what no paper's name goes on with: "on consular cooperation | in Nairobi", "| which provides …"
    r"(?i:of|on|for|the|and|in|at|by|to|with|from|into|under|until|through|between|during|before|after|as|that|which|who|"
    r"when|while|where|worth|valued|aimed|aiming|signed|providing|covering|concluded|designed|is|are|was|were|has|have|had|"
    r"will|would|he|she|they|it|both|also|then|said|met|held|discussed|agreed|exchanged|today|yesterday|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|last|this)"
)
SIGNED = re.compile(
    r"(?:signed|put (?:their|his|her) signatures? (?:to|under)|signing)\s(?:a|an|the)\s"
    rf"[\"“]?(?P<paper>(?:[\w-]+\s){{0,4}}?(?i:protocol|memorandum|agreement|plan|roadmap|treaty|declaration|statement)\b"
    rf"(?:(?:\s(?:{FIELD}|of|on|for)(?:\sthe)?|\sand(?!\s\w+ed\b)(?:\s(?:of|on|for))?)?\s(?!(?:{STOPS})\b)[\w-]*\w){{0,10}})"
)


def occasion_of(encounter: Encounter, text: Text) -> tuple[str, Evidence] | None:
    """As in "newly appointed", "end of tenure", "official visit", "working visit", or None."""
    for person in encounter.people:
        if person.standing in ("newly appointed", "end of tenure"):
            words = next((n.office for n in person.namings if n.office is not None), None)
            quoted = text.body[words.span.start : words.span.stop] if words else None
            return person.standing, Evidence(Basis.STATED, quoted, "standing_of_a_participant")
    hit = VISIT.search(text.low)
    if hit:
        return f"{hit[1]} visit", Evidence(Basis.STATED, text.body[hit.start() : hit.end()], "visit_named")
    return None


def documents_of(text: Text) -> tuple[tuple[str, Evidence], ...]:
    """What the article says was signed."""
    found: dict[str, tuple[str, Evidence]] = {}
    for hit in SIGNED.finditer(text.key):
        paper = " ".join(hit["paper"].split())
        quoted = text.body[hit.start("paper") : hit.end("paper")]
        found.setdefault(paper.lower(), (paper, Evidence(Basis.STATED, quoted, "paper_signed")))
    return tuple(found.values())


def topics_of(text: Text, words: Lexicon) -> tuple[tuple[str, Evidence], ...]:
    """Topics of the controlled list for which the text has a clear word, sorted."""
    found: dict[str, Evidence] = {}
    for hit in words.topics.found(text.low):
        quoted = text.body[hit.start : hit.stop]
        found.setdefault(hit.phrase.value, Evidence(Basis.STATED, quoted, "topic_word"))
    return tuple(sorted(found.items()))


def evidence_of_topics(topics: Sequence[tuple[str, Evidence]]) -> dict[str, Evidence]:
    """Evidence by field name, as in "topics[0]"."""
    return {f"topics[{number}]": evidence for number, (_, evidence) in enumerate(topics)}
