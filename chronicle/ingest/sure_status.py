"""Held, planned or cancelled for sure: where the grammar of a clause leaves no doubt."""

import re
from collections.abc import Mapping
from functools import cache

from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.greetings import greeting
from chronicle.ingest.text import Text
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists
from chronicle.model import Span, Status

ASIDE = re.compile(r",\s(?:who|which|whose|whom|where|due)\s[^,]*,")  # "B, who had planned to meet him, …"
OPENING = re.compile(  # "After the two had met, …": a clause of its own
    r"(?:after|before|since|when|while|once|until|although|though|having|if|as)\s[^,]*,"
)
UNSURE = re.compile(
    r"\b(?:will|would|shall|is|are|if|unless|had|having|never|not|no|when|after|before|since|while|once|until|where"
    r"|last\s(?:met|saw|spoke|talked|received|visited)|who|whom|which|whose|should|could|might|may|due|was\sto|were\sto|without|previously|recalled|nor|although)\b"
)
STAYS = r"\b(?:is|are)\s(?:currently\s|now\s)?on\san?\s(?:[\w-]+\s){0,3}(?:visit|tour)\b"
MEETS = (
    r"\b(?:will|is\sto|are\sto)\s(?:also\s|there\s|then\s)?"
    r"(?:meet|receive|hold|host|be\sreceived|confer|sit\sdown)\b"
)
NTH = "first|second|third|fourth|next|last"
PARTICIPLE = re.compile(r"\b(?:be|been|being|get|got|to|was|were)\s(?:[a-z]+ly\s)?$")


def told_for_sure(text: Text, span: Span, *, dated: bool) -> Status | None:
    """What one sentence says of the time of its encounter; mostly nothing."""
    low = text.low[slice(*span)]
    if any(is_main(hit, low) for hit in patterns()["held"].finditer(low)):
        return Status.HELD if greeting(low) is None else None
    if patterns()["going_on"].search(low):
        return Status.HELD
    if off_words().starts(low):
        off = (hit for name in ("off", "not_to_be") for hit in patterns()[name].finditer(low))
        if any(is_sure(hit, low) for hit in off) or goes_nowhere(text, span):
            return Status.CANCELLED
    elif dated and patterns()["set_aside"].search(low):
        return Status.PLANNED
    if patterns()["undated"].search(low):
        return Status.PLANNED
    return Status.PLANNED if dated and patterns()["planned"].search(low) else None


def goes_nowhere(text: Text, span: Span) -> bool:
    """As in "The minister is not going to Kabul this week": to a place, not to do something."""
    hits = patterns()["not_going"].finditer(text.low, *span)
    return any(text.key[hit.end() : hit.end() + 1].isupper() for hit in hits)


def is_off(text: Text, span: Span) -> bool:
    """As in "He was to come on Monday. The visit has been called off"."""
    return patterns()["off_behind"].match(text.low, *span) is not None


def was_to(text: Text, span: Span) -> bool:
    """As in "The minister has postponed his visit. He was scheduled to hold talks with …"."""
    return patterns()["was_to"].match(text.low, *span) is not None


def had_meant(text: Text, span: Span) -> bool:
    """As in "It was to Lima that he had planned to travel"."""
    return patterns()["had_meant"].search(text.low, *span) is not None


def was_to_meet(text: Text, span: Span) -> bool:
    """As in "The general was to meet the minister, his spokesman said"."""
    return patterns()["was_to_meet"].search(text.low, *span) is not None


def is_main(hit: re.Match[str], low: str) -> bool:
    """Whether a verb in the past is that of the sentence: "he met her", not "after he met her"."""
    before = low[: hit.start()]
    if hit["participle"] and PARTICIPLE.search(before) and not before.rstrip().endswith(("was", "were")):
        return False
    before = ASIDE.sub(" ", before)
    before = patterns()["as_planned"].sub(" ", OPENING.sub(" ", before, count=1), count=1)
    return UNSURE.search(before) is None


def is_sure(hit: re.Match[str], low: str) -> bool:
    """Whether what is off is the news: not "after it had been put off twice"."""
    before = low[: hit.start()]
    if patterns()["talking"].search(low, 0, hit.end()):
        return False
    return not re.search(r"\b(?:after|having|since|had|if|once|twice|despite|following)\b[^,]*$", before)


@cache
def off_words() -> Phrases:
    """Without one of these words nothing is off."""
    lists = word_lists("en/status")
    kinds = ("off", "off_of_talks", "calling_off", "will_not", "came_to_nothing")
    others = ("to have", "would have", "nothing", "no", "but", "not", "no longer")
    forms = {*others, *(form for kind in kinds for form in lists[kind])}
    return Phrases(Phrase(form, "off", form) for form in forms)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The clauses that leave no doubt."""
    lists = word_lists("en/status")
    form = {name: alternatives(words) for name, words in lists.items()}
    within = r"(?:(?!\s(?:but|who|(?<!\son\s)(?<!\sfor\s)which|after|because)\s)[^.;:])*?"
    off = f"{form['off']}|{form['off_of_talks']}"
    passive = rf"(?:{form['auxiliaries']})\s(?:[a-z]+ly\s|now\s|again\s|also\s|thus\s)?(?:{off})\b"
    things = rf"\b(?:{form['things']})\b"
    return {
        "held": re.compile(
            rf"\b(?:(?P<participle>{form['met_or_participle']})|{form['met']})\b"
            r"|\bspoke\s(?:to|with)\s[^.;:]{0,80}?\s(?:by|over\sthe)\s(?:tele)?phone\b"
            rf"|{STAYS}(?!.*{MEETS})"
            rf"|\bis\s(?:today\s|currently\s)?(?:the\s)?guest\s(?:of|at)\b"
            rf"|\bspoke\s(?:(?:{form['when_spoken']}|on\s[a-z]+day|this\s[a-z]+)\s){{1,3}}(?:with|to)\b"
            rf"|\b(?:said|spoke|agreed|stressed|announced)\s(?:after|during|at)\s(?:(?:the|their|his|her|a)\s)?"
            rf"(?:{form['things']})\b"
            rf"|\b(?:held|had\s(?:an?|the|his|her|their|brief|long|separate|further|bilateral|telephone))\s"
            rf"(?:(?!planned|scheduled|been)[\w-]+\s){{0,3}}(?:talks?|conversations?|discussions?|(?:tele)?phone\scalls?"
            rf"|consultations|negotiations|meetings?|audience)\b"
            rf"|\b(?:was|were|came)\s(?:[\w-]+\s){{0,3}}the\s(?:{NTH})\sto\s(?:be\s)?[a-z]+\b"
            rf"|\b(?:{NTH})\sto\s(?:be\s(?:received|seen|welcomed|shown\sin)|arrive|come|call|sit\sdown)\b[^.;]*?\b(?:was|were)\b"
            rf"|\bhanded\s(?:[\w'’-]+\s){{1,6}}(?:invitation|letter|message)\b"
        ),
        "off": re.compile(
            rf"{things}{within}\s{passive}(?!\s(?:last|twice|several|earlier|in\s20))"
            rf"|\b(?:{form['calling_off']})\b{within}{things}"
        ),
        "off_behind": re.compile(
            rf"(?:but\s|however,\s|now\s)?(?:(?:the|that|this|his|her|their)\s(?:[a-z-]+\s){{0,3}}"
            rf"(?:{form['things']})|it)\s{within}{passive}"
        ),
        **coming_patterns(form, things, within),
        "not_to_be": not_to_be(form, within),
        **timeless_patterns(form, things, within),
        "talking": re.compile(rf"\b(?:{form['talking']})\b.*\sthat\s"),
        "as_planned": re.compile(rf"\b(?:{form['as_planned']})\b"),
    }


def coming_patterns(form: Mapping[str, str], things: str, within: str) -> dict[str, re.Pattern[str]]:
    """The clauses that leave no doubt that something is, or was, to come."""
    return {
        "planned": re.compile(
            rf"{things}{within}\b(?:{form['auxiliaries']})\s(?:{form['set']})\s(?:for|on)\b|\b(?:{form['planning']})\b"
            rf"|\b(?:{form['leaving']})\s(?:on\s[a-z]+\s(?:\d+\s)?|tomorrow\s|next\s[a-z]+\s)?(?:for|to|in)\b"
            r"|\A(?:he|she|they|the\s[a-z]+(?:\s[a-z]+)?)\s(?:is|are)\s(?:also\s|then\s)?(?:scheduled|due|expected|set|slated)"
            rf"\sto\s(?:{form['not_done']}|meet|hold|call\son|receive|host|see)\b"
            rf"|\bagreed\s(?:on\s[a-z]+\s|yesterday\s|today\s)?to\s(?:{form['not_done']})\b"
            rf"|{things}{within}\b(?:open|opens|begin|begins|start|starts|are\son|is\son)\s(?:in\s(?:[a-z]+\s){{1,3}})?(?:on|for)\b"
            rf"|\b(?:{form['present']})\s[^.;:]{{0,160}}\b(?:on\s[a-z]+day|tomorrow|next\sweek)\b"
            rf"|\b(?:want|wants|intend|intends|aim|aims)\sto\s(?:{form['coming_together']})\b"
            rf"|\b(?:is|are)\s(?:{form['progressive']})\s[^.;:]{{0,160}}\b(?:on\s[a-z]+day|tomorrow|next\sweek)\b"
            rf"|\b(?:{form['opening']})\s(?:a|an|his|her|their)\s(?:[\w-]+\s){{0,3}}(?:visit|trip|tour)\b"
        ),
        "was_to": re.compile(
            r"(?:during (?:the|his|her) [a-z]+, )?(?:he|she|they|the [a-z]+(?: [a-z]+)?) "
            rf"(?:was|were|had been) (?:also )?(?:(?:{form['set']}|supposed|meant|to have) )?to\b"
        ),
        "set_aside": re.compile(  # "a meeting of X and Y, due on March 14"
            rf"{things}[^.;:]{{0,160}},\s(?:which\sis\s)?(?:{form['set']})\s(?:for|on|to\stake\splace|to\sbe\sheld|in)\b"
        ),
    }


def timeless_patterns(form: Mapping[str, str], things: str, within: str) -> dict[str, re.Pattern[str]]:
    """The clauses that leave no doubt without a day beside them."""
    return {
        "going_on": re.compile(
            rf"\b(?:was|were)\s(?:the|a|an)\s(?:[a-z]+\s)?(?:{form['subjects']})\s(?:on|about|of|for|over|in)\swhich\b"
            rf"|\b(?:was|were)\swhat\s[^.;:]*\b(?:talked|spoke|conferred|discussed|exchanged\sviews)\b"
            rf"|\bcall\s(?:from|by)\s[^.;]{{0,90}}\breached\b"
            rf"|{things}{within}\b(?:is|are)\s(?:now\s|currently\s)?(?:being\sheld|taking\splace|under\sway|underway|in\sprogress)\b"
            r"(?!.*\b(?:tomorrow|next|later)\b)"
            r"|\b(?<!had\s)(?<!will\shave\s)(?:arrived|landed|touched\sdown)\s(?:[a-z]+\s){0,2}?(?:in|at)\b[^.;:]{0,90}"
            r"\bfor\s(?:an?|his|her|their)\s(?:[a-z0-9-]+\s){0,4}(?:visit|stay|tour)\b(?!.*\b(?:will|to\smeet|talks)\b)"
        ),
        "not_going": re.compile(
            r"\b(?:is|are)\s(?:now\s|after\sall\s)?(?:not|no\slonger)\s(?:now\s|after\sall\s)?"
            r"(?:going|coming|travelling|traveling|flying|heading)\sto\s(?:the\s)?"
        ),
        "undated": re.compile(
            rf"{things}{within}\b(?:is|are)\s(?:also\s)?on\s(?:the|his|her|their)\s(?:[a-z]+\s)?(?:{form['schedules']})\b"
            rf"|\b(?:{form['on_the_way']})\s[^.;]*\bto\s(?:take\spart|attend|meet|hold|join)\b"
            rf"|\b(?:could|might|may)\s(?:also\s|then\s|soon\s|even\s|well\s)?(?:{form['coming_together']})\b"
            rf"|\b(?:is|are)\s(?:also\s)?likely\sto\s(?:{form['coming_together']})\b"
        ),
        "was_to_meet": re.compile(
            rf"\b(?:was|were)\s(?:also\s|then\s)?(?:(?:{form['set']})\s)?to\s(?:{form['coming_together']})\b"
        ),
        "had_meant": re.compile(
            rf"\b(?:had|was|were)\s(?:{form['had_meant']})\sto\b|\bwas\sto\s(?:{form['not_done']})\b|\bmeant\sto\spay\b"
        ),
    }


def not_to_be(form: Mapping[str, str], within: str) -> re.Pattern[str]:
    """The clauses that leave no doubt that nothing comes of something."""
    return re.compile(
        rf"\b(?:{form['will_not']})\s(?:be\s)?(?:{form['not_done']})\b|\b(?:{form['came_to_nothing']})\b"
        rf"|\bno\s(?:{form['things']})\b{within}\b(?:will|would|is\sto|are\sto)\s(?:be\sheld|take\splace|happen)\b"
        rf"|\b(?:was|were)\sto\shave\s(?:{form['done']})\b"
        rf"|\bwould\shave\s(?:taken|brought)\s(?:him|her|them|[a-z]+)\sto\b"
        rf"|\bno\s(?:{form['things']})\s(?:came\sabout|took\splace|came\soff|materiali[sz]ed|could\sbe\sheld)\b"
        rf"|\bnothing\s(?:will|would|has|had)\s(?:come|become)\sof\b"
        rf"|\b(?:was|were)\s(?:to|due\sto|supposed\sto|meant\sto)\s(?:{form['not_done']})\b[^.;]*\bbut\b"
    )
