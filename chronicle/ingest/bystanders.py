"""Who is named and takes no part: who greets at the airport, sends a message, only tells of it.

Words: lexicon/en/bystanders.yaml.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from chronicle.ingest.bearings import side_of
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.lines import ABSENT, ADVERBS, OUT, SUBJECT, Line, Part
from chronicle.ingest.scenes import OF_THE_NAME
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind

TO_THE_NAME = re.compile(r"(?:the |his |her |its |their |a )?(?:[a-z'’.-]+ ){0,6}")  # behind "by"
PLAIN = (
    "seats",
    "halls",
    "talks_too",
    "wishes",
    "handed",
    "in_writing",
    "congratulates",
)  # words as they stand
NEAR = 60  # code points between "during the visit of" and a name
OF_A_BODY = "body_of_somebody"  # the rule that tells such an office
END = re.compile(r"(?: on [a-z]+| today| yesterday| in [a-z]+| later)?[.…\"”]*$")
QUOTE = re.compile(r"[,”\"] (?:the |his |her |its )?(?:[a-z-]+ )?$")  # with an adjective: "Danish"
MIGHT = re.compile(r" (?:might|may|could|would|should)\b")
FORMER = re.compile(r"(?:[a-z]+ ){0,3}?(?:before|prior to|until) (?:him|her|then),")


def greets_on_arrival(line: Line) -> Iterator[Part]:
    """As in "was met at the airport by N.", "N. was there to greet him when his plane landed": no part."""
    low, span, form = line.scene.text.low, line.scene.sentence.span, patterns()
    strong, weak = form["landing"].search(low, *span), form["arrival"].search(low, *span)
    if (strong is None and weak is None) or form["talks_too"].search(low, *span):
        return
    if form["halls" if strong else "seats"].search(low, *span):
        return
    for hit in form["greeted" if strong else "welcomed"].finditer(low, *span):
        for one in behind(hit.end(), line) if hit["by"] or hit["be"] else before(hit.start(), line):
            if not meets_later(one, line):
                yield one, OUT


def behind(start: int, line: Line) -> list[Introduction]:
    """The list of newcomers that goes on from there."""
    for number, one in enumerate(line.new):
        if one.start >= start:
            led = one.person.name and TO_THE_NAME.fullmatch(line.between(start, one.start))
            return list(line.new[number : line.ends[number] + 1]) if led else []
    return []


def before(stop: int, line: Line) -> list[Introduction]:
    """The list of newcomers who are the subject of the verb there."""
    for number, one in enumerate(line.new):
        last = line.new[line.ends[number]]
        subject = one.person.name and last.stop <= stop
        if subject and SUBJECT.fullmatch(line.scene.text.low, last.stop, stop):
            return list(line.new[number : line.ends[number] + 1])
    return []


def meets_later(one: Introduction, line: Line) -> bool:
    """Whether somebody is told again in a sentence that tells of an encounter, not as whose something is."""
    low, here = line.scene.text.low, line.scene.sentence.number
    for naming in one.person.namings:
        scene = line.scenes[naming.sentence]
        acts = any(act.value != Kind.VISIT for act in scene.acts)
        if naming.sentence != here and scene.whole and acts:
            name = naming.person.span
            whose = OF_THE_NAME.match(low, name.stop) or low.endswith((" from ", " of "), 0, name.start)
            if not whose:
                return True
    return False


def sent_an_envoy(line: Line) -> Iterator[Part]:
    """As in "received the Special Envoy of President N., Ambassador Otieno": N. isn't there."""
    low = line.scene.text.low
    for one in line.new:
        name = one.naming.person.span.start
        led = one.person.name and patterns()["on_errand_of"].search(low, line.scene.sentence.span.start, name)
        if led and "secretary" not in led[0] and not meets_later(one, line):
            yield one, OUT


def whom_others_accompany(line: Line) -> Iterator[Part]:
    """As in "Minister Otieno, who is accompanying President N. on his visit, met …": no part."""
    low, start = line.scene.text.low, line.scene.sentence.span.start
    for one in line.new[1:]:
        led = patterns()["accompanies"].search(low, start, one.naming.person.span.start)
        if one.person.name and led and not meets_later(one, line):
            yield one, OUT


def sent_word(line: Line) -> Iterator[Part]:
    """As in "has sent President N. good wishes", "in a message … congratulated N.": people apart."""
    low, span, form = line.scene.text.low, line.scene.sentence.span, patterns()
    if not any(low.find(stem, *span) >= 0 for stem in word_lists("en/bystanders")["stems_of_wishes"]):
        return
    if form["handed"].search(low, *span) or not form["wishes"].search(low, *span):
        return
    written = form["in_writing"].search(low, *span)
    for one in line.new:
        start = low.rfind(" sent ", span.start, one.start)
        sent = start >= 0 and form["wishes_behind"].match(low, one.stop)
        wished = written and form["congratulates"].search(low, span.start, one.start)
        if one.person.name and (sent or wished) and not meets_later(one, line):
            yield one, OUT
            yield from ((other, OUT) for other in line.new if not meets_later(other, line))


def had_invited(line: Line) -> Iterator[Part]:
    """As in "Speaker N. had invited him officially", of whom no more is told: before the news."""
    low, span = line.scene.text.low, line.scene.sentence.span
    for one in line.new[:1]:
        invited = one.person.name and patterns()["had_invited"].match(low, one.stop, span.stop)
        if invited and not meets_later(one, line):
            yield one, ABSENT


def only_tells(line: Line) -> Iterator[Part]:
    """As in "X met Y on Monday, Deputy Minister N. said", "according to N.": told of others."""
    low, span, form = line.scene.text.low, line.scene.sentence.span, patterns()
    for one in line.new[1:]:
        said = form["says"].match(low, one.stop, span.stop)
        told = form["told_by"].search(low, span.start, one.start)
        if one.person.name and (said or told) and not meets_later(one, line):
            led = QUOTE.search(low, span.start, one.start)
            closes = said and led and END.match(low, said.end(), span.stop)
            if line.scene.acts and (closes or told):
                stay = all(act.value == Kind.VISIT for act in line.scene.acts)  # it needs no second side
                yield one, OUT if stay and "planned" in line.scene.signs else ABSENT


def makes_known(line: Line) -> Iterator[Part]:
    """As in "The visit is off. Minister N. made this known to reporters", of whom no more is told."""
    low, stop = line.scene.text.low, line.scene.sentence.span.stop
    for one in line.new[:1]:
        known = one.person.name and patterns()["made_known"].match(low, one.stop, stop)
        if known and not meets_later(one, line):
            yield one, OUT


def on_a_visit_of_his_own(line: Line) -> Iterator[Part]:
    """As in "During the visit of N. to Ghana, X met Y", "N. is in Ghana; on that visit X met Y": not N."""
    low, span = line.scene.text.low, line.scene.sentence.span
    hit = patterns()["visit_around"].search(low, *span) if len(line.new) >= len("xyz") else None
    if hit is None:
        return
    one, *rest = line.new
    name = one.naming.person.span.start
    near = one.stop <= hit.start() if hit["that"] else 0 <= name - hit.end() <= NEAR
    near |= hit["own"] is not None and hit.start() <= name <= hit.end()
    start = max(one.stop, hit.end())
    pair = [other for other in rest if other.start >= start and other.person.name]
    sides = {side_of(other.person) for other in pair} - {None}
    if near and one.person.name and len(sides) > 1 and patterns()["met"].search(low, start, span.stop):
        yield one, OUT


def of_a_gathering(line: Line) -> Iterator[Part]:
    """As in "met on the sidelines of the NATO defence ministers' meeting": only where it is."""
    low = line.scene.text.low
    for one in line.new:
        meets = not one.person.name and patterns()["gathering"].match(low, one.stop)
        if meets and patterns()["beside"].search(low, line.scene.sentence.span.start, one.start):
            yield one, OUT


def are_a_topic(line: Line) -> Iterator[Part]:
    """As in "The talks between N. and M. were discussed, too": nobody of them is there."""
    hit = patterns()["topic"].match(line.scene.text.low, *line.scene.sentence.span)
    if hit is not None:
        yield from ((one, ABSENT) for one in line.new if hit.end("between") <= one.start < hit.end())


def came_before(line: Line) -> Iterator[Part]:
    """As in "Before him, N. was the last president to do so": another time."""
    low, start = line.scene.text.low, line.scene.sentence.span.start
    for one in line.new[:1]:
        if FORMER.match(low, start, one.start) and patterns()["was_the_last"].match(low, one.stop):
            yield one, OUT


def in_question(line: Line) -> Iterator[Part]:
    """As in "Whether President N. might come to Seoul was discussed, too": nothing that is told as news."""
    low, start = line.scene.text.low, line.scene.sentence.span.start
    for one in line.new:
        asked = low.startswith("whether ", one.start) or low.endswith("whether ", start, one.start)
        news = ";" in line.between(one.stop, line.scene.sentence.span.stop)
        if asked and not news and MIGHT.match(low, one.stop) and not meets_later(one, line):
            yield one, OUT


def whose_body_is_led(line: Line) -> Iterator[Part]:
    """As in "met Ann Hart, the head of President N.'s Security Bureau": N. isn't there."""
    low, number = line.scene.text.low, line.scene.sentence.number
    namings = [n for p in line.scene.people for n in p.namings if n.sentence == number]
    led = [n.office.span.stop for n in namings if n.office is not None and n.office.rule == OF_A_BODY]
    for one in line.new:
        if any(low[stop : one.start] == " of " for stop in led) and not meets_later(one, line):
            yield one, OUT


RULES = (
    greets_on_arrival,
    sent_an_envoy,
    whom_others_accompany,
    sent_word,
    only_tells,
    makes_known,
    on_a_visit_of_his_own,
    of_a_gathering,
    are_a_topic,
    came_before,
    had_invited,
    in_question,
    whose_body_is_led,
)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The words of bystanders.yaml where they stand in a sentence."""
    form = {name: alternatives(words) for name, words in word_lists("en/bystanders").items()}
    office = r"(?:the |his |her )?(?:[a-z'’-]+ ){0,4}"
    adverbs = rf"{ADVERBS.pattern}(?:has |had )?"
    forms = {name: rf"\b(?:{form[name]})\b" for name in PLAIN} | {
        "landing": (
            rf"\b(?:at|in|on|from|to)(?: [a-z'’-]+){{0,6}}? (?:{form['airport']})\b|\b(?:{form['landed']})\b"
        ),
        "arrival": rf"\b(?:{form['arrival']})\b|\b(?:on|upon) the [a-z]+['’]s arrival\b",
        "on_errand_of": rf"\b(?:{form['on_errand_of']}) {office}$",
        "accompanies": rf"\bwho (?:(?:is|was|has|had|also) )*accompan(?:ying|ied|ies) {office}$",
        "wishes_behind": rf",? (?:(?!met|and|who)[a-z]+ ){{0,5}}(?:{form['wishes']})\b",
        "says": rf"{adverbs}(?:{form['says']})\b",
        "told_by": rf"\b(?:{form['told_by']})(?: (?:the|what|its|their|his|her))* (?:[a-z]+ )?$",
        "made_known": rf"{adverbs}(?:{form['made_known']})\b",
        "visit_around": visit_around(form["around"], form["visits"]),
        "met": r"\b(?:met|held|had|signed|talked|spoke|conferred|sat down|received|agreed)\b",
        "gathering": rf"(?:['’]s?|s['’])? (?:{form['gatherings']})\b",
        "beside": rf"\b(?:{form['beside']}) (?:the|a|an|this|that)(?: [a-z0-9'’-]+){{0,4}} ?$",
        "topic": topic(form["things"], form["topics"]),
        "had_invited": (
            r"(?:[^.;:]{0,90},)? (?:had|has) (?:also |officially |already |earlier )*invited\b"
            r"(?![^.;,]{0,60} (?:to|for) (?:an?|the|his|her|talks|dinner|lunch|breakfast|tea|coffee)\b)"
        ),
        "was_the_last": r",? (?:was|had been) the (?:last|first|only)\b",
        "greeted": greeting(form),
        "welcomed": greeting({**form, "greeted": form["welcomed"]}),
    }
    return {name: re.compile(pattern) for name, pattern in forms.items()}


def visit_around(around: str, visits: str) -> str:
    """As in "during the visit of", "on that visit", "as part of N.'s visit"."""
    visit = rf"(?: [a-z-]+){{0,3}}? (?:{visits})\b"
    return (
        rf"\b(?:{around}) (?:(?:(?P<that>that|this|which|his|her)|the|an?){visit}(?(that)| (?:of|by))"
        rf"|(?P<own>[^,.;:]{{3,80}}?(?:'s|’s|s'|s’){visit}))"
    )


def topic(things: str, topics: str) -> str:
    """As in "The last talks between N. and M. were also discussed"."""
    return (
        rf"(?:[a-z]+,? ){{0,2}}?(?:the |their |his |her |recent |latest |last |earlier )*(?:{things})"
        r"(?P<between> (?:between|of) )[^.;:]{0,90}?\b(?:was|were|came|is|are) "
        rf"(?:also |likewise |too |then )?(?:{topics})\b"
    )


def greeting(form: Mapping[str, str]) -> str:
    """As in "was met … by", "was there to greet him", "among those who welcomed him … were"."""
    waiting = rf"(?:waiting|there|on hand|out) (?:for (?:him|her|them)|to (?:{form['greets']}))"
    among = rf"among (?:those|the officials) who (?:had )?(?:{form['greeted']})"
    somebody = r"(?:him|her|them|the [a-z]+|[a-z]+ president|president|prime minister|minister|general)"
    return (
        rf"\b(?P<be>(?:{waiting}|{among})[^.;:]{{0,120}}? (?:was|were|stood) )"
        rf"|\b(?:{form['greeted']})(?P<by>(?! (?:with|in talks))[^.;:]{{0,90}}? by(?: both| among others)?) "
        r"|\b(?:(?:was|were|came|went|stood|had come|had gone) (?:[^.;:,]{1,70} )?to "
        rf"(?:{form['greets']})|{form['welcomed']}) {somebody}\b|\b(?:met|received) (?:him|her|them)\b"
        rf"|\b(?:{form['welcomes']})\b"
    )
