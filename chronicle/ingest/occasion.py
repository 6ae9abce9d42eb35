"""The occasion of an encounter, and what was signed at it."""

import re
from functools import cache

from chronicle.ingest.encounter import Encounter
from chronicle.ingest.text import Text
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, Evidence, Kind

VISIT = re.compile(r"\b(official|working) visit\b")
VISITS = ("official visit", "working visit")
FIELD = r"in the (?:field|area|sphere) of"
STOPS = (  # what no paper's name goes on with: "on consular cooperation | in Nairobi", "| which provides …"
    r"(?i:of|on|for|the|and|in|at|by|to|with|from|into|under|until|through|between|during|before|after|as|that|which|who|"
    r"when|while|where|worth|valued|aimed|aiming|signed|providing|covering|concluded|designed|is|are|was|were|has|have|had|"
    r"will|would|he|she|they|it|both|also|then|said|met|held|discussed|agreed|exchanged|today|yesterday|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|last|this)"
)
PAPER = (
    r"(?:protocol|memorandum|agreement|plan|roadmap|treaty|declaration|statement|programme|program|convention|accord|pact|"
    r"letter of intent|communiqu[eé])"
)
SIGNED = re.compile(
    r"(?:signed|initialled|signing|signing of|signature of|"
    r"put (?:their|his|her) (?:names|signatures?) (?:to|under))"
    r"\s(?:a|an|the)\s[\"“]?"
    rf"(?P<paper>(?:(?!(?:an?|the|of|to|in|that|which|and)\s)[\w-]+\s){{0,4}}?(?i:{PAPER})\b"
    rf"(?:(?:\s(?:{FIELD}|of|on|for)(?:\sthe)?|\sand(?!\s\w+ed\b)(?:\s(?:of|on|for))?)?"
    rf"\s(?!(?:{STOPS})\b)[\w-]*\w){{0,10}})"
)
LONG_AGO = (
    r"(?!\s(?:back\s)?in\s(?:[a-z]+\s)?(?:19|20)\d\d|\slast\s"
    r"|\s(?:[\w-]+\s)?(?:years?|months?|weeks?|days?)\s(?:ago|earlier))"
)
BY_WHOM = r"(?:all|both|the|two|three|they|he|she|ministers|sides|presidents)"
WAS_SIGNED = re.compile(  # "A protocol on … was signed", "the declaration on …, which both ministers signed"
    rf"\b(?:[Aa]n?|[Tt]he)\s[\"“]?(?P<paper>(?:(?!(?:an?|the|of|to|in|that|which|and)\s)[\w-]+\s){{0,4}}?(?i:{PAPER})"
    r"(?:\s(?!(?:that|which|who|was|were|is|are|had|has)\s)[\w-]+){1,14}?)[\"”]?"
    rf"(?:,\s(?:which|that)\s(?:{BY_WHOM}\s){{1,3}}signed\b|,\sto\swhich\s(?:{BY_WHOM}\s){{1,3}}(?:affixed|put)\stheir\b"
    rf"|\s(?:was|were|has\sbeen)\s(?:also\s|then\s)?(?:signed|initialled)\b){LONG_AGO}"
)


def occasion_of(encounter: Encounter, text: Text) -> tuple[str, Evidence] | None:
    """As in "newly appointed", "end of tenure", "official visit", "working visit", or None."""
    for person in encounter.people:
        if person.standing in ("newly appointed", "end of tenure"):
            words = next((n.office for n in person.namings if n.office is not None), None)
            quoted = text.body[words.span.start : words.span.stop] if words else None
            return person.standing, Evidence(Basis.STATED, quoted, "standing_of_a_participant")
    told = change_of_post(encounter, text)
    if told is not None:
        return told
    hit = VISIT.search(text.low) if any(visit in text.low for visit in VISITS) else None
    if hit:
        return f"{hit[1]} visit", Evidence(Basis.STATED, text.body[hit.start() : hit.end()], "visit_named")
    return None


def change_of_post(encounter: Encounter, text: Text) -> tuple[str, Evidence] | None:
    """As in "paid a farewell call", "the new ambassador"; who hands over credentials is new."""
    if encounter.kind is Kind.CREDENTIALS:
        return "newly appointed", Evidence(Basis.INFERRED, None, "credentials")
    if encounter.kind is not Kind.MEETING:
        return None
    every = (scene.sentence.span for scene in encounter.scenes)
    spans = [span for span in every if any(words_of_change().found(text.low[span.start : span.stop]))]
    for occasion, pattern in changes().items() if spans else ():
        for hit in (pattern.search(text.low, span.start, span.stop) for span in spans):
            if hit:
                return occasion, Evidence(Basis.STATED, text.body[hit.start() : hit.end()], "change_of_post")
    return None


@cache
def changes() -> dict[str, re.Pattern[str]]:
    """What tells that somebody takes up a post, or leaves one."""
    return {
        name: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") for name, words in forms().items()
    }


@cache
def words_of_change() -> Phrases:
    """All these words, to be found in one pass: most sentences have none."""
    return Phrases(Phrase(word, "change", name) for name, words in forms().items() for word in words)


def forms() -> dict[str, tuple[str, ...]]:
    """The words for the end and the beginning of a tenure."""
    lists = word_lists("en/occasions")
    return {"end of tenure": lists["farewell"], "newly appointed": lists["newcomer"]}


def documents_of(text: Text) -> tuple[tuple[str, Evidence], ...]:
    """What the article says was signed."""
    found: dict[str, tuple[str, Evidence]] = {}
    for pattern in (SIGNED, WAS_SIGNED) if "sign" in text.low or "initialled" in text.low else ():
        for hit in pattern.finditer(text.key):
            paper = " ".join(hit["paper"].split())
            quoted = text.body[hit.start("paper") : hit.end("paper")]
            found.setdefault(paper.lower(), (paper, Evidence(Basis.STATED, quoted, "paper_signed")))
    return tuple(found.values())
