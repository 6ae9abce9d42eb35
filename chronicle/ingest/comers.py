"""Who takes part where the verb tells it and not the name: "handed a letter to", "received him, too".

Words: lexicon/en/comers.yaml.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from chronicle.ingest.bearings import side_of
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.lines import AGAIN, BESIDE, HOSTS, JOIN, LEADS, MEETS, NEW, SUBJECT, Line, Part
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.words import word_lists
from chronicle.model import Status

TO_THE_NAME = re.compile(r"(?:the |his |her |its |their |both )?(?:[a-z'’.-]+ ){0,5}")
MANY = 3  # sides of a gathering of which nobody is named
FEW = 2  # paragraphs in which it is the news


def handed_over(line: Line) -> Iterator[Part]:
    """As in "conveyed a letter to N.", "A message was delivered to N. by Minister M.": those two meet."""
    low, span = line.scene.text.low, line.scene.sentence.span
    if line.ceremony or len(line.new) < len("ab") or line.scene.sure in (Status.PLANNED, Status.CANCELLED):
        return
    if not any(low.find(stem, *span) >= 0 for stem in word_lists("en/comers")["stems_of_papers"]):
        return
    hit = patterns()["handed_passive"].search(low, *span)
    if hit is not None:
        given = next_behind(hit.end(), line)
        by = patterns()["by"].search(low, given.stop, span.stop) if given is not None else None
        giver = next_behind(by.end(), line) if by is not None else None
    else:
        hit = patterns()["handed"].search(low, *span)
        giver = subject_before(hit.start(), line) if hit is not None else None
        given = next_behind(hit.end(), line) if hit is not None else None
    if given is None or giver is None or given is giver:
        return
    if None not in (side_of(given.person), side_of(giver.person)) and side_of(given.person) != side_of(
        giver.person
    ):
        first, second = sorted((given, giver), key=lambda one: one.start)
        yield first, NEW
        yield second, JOIN


def next_behind(start: int, line: Line) -> Introduction | None:
    """The newcomer to whose name the words there lead on."""
    one = next((one for one in line.new if one.start >= start), None)
    if one is None or not one.person.name:
        return None
    return one if TO_THE_NAME.fullmatch(line.between(start, one.start)) else None


def subject_before(stop: int, line: Line) -> Introduction | None:
    """The newcomer who is the subject of the verb there."""
    low = line.scene.text.low
    some = (one for one in line.new if one.person.name and one.stop <= stop)
    return next((one for one in some if SUBJECT.fullmatch(low, one.stop, stop)), None)


def handed_it_over_then(line: Line) -> Iterator[Part]:
    """As in "Envoy M. delivered it when he met N.", of whom no encounter was told before."""
    hit = patterns()["when_he_met"].search(line.scene.text.low, *line.scene.sentence.span)
    one = line.new[0]
    if hit is None or not one.person.name or one.stop > hit.start():
        return
    for other in line.scene.people:
        earlier = line.introduced.get(other.number)
        if earlier is None or side_of(other) in (None, side_of(one.person)):
            continue
        here = (n for n in other.namings if n.sentence == line.scene.sentence.number)
        close = any(TO_THE_NAME.fullmatch(line.between(hit.end(), n.person.span.start)) for n in here)
        if close and not any(met_in(line.scenes[n.sentence], line.scene) for n in other.namings):
            yield earlier, HOSTS
            yield one, JOIN


def met_in(scene: Scene, here: Scene) -> bool:
    """Whether an encounter was told before, in a sentence other than a headline."""
    return scene.sentence.number < here.sentence.number and scene.whole and bool(scene.acts)


def was_received_by_the_second(line: Line) -> Iterator[Part]:
    """As in "M. handed it over when Minister N. received him"."""
    low, span = line.scene.text.low, line.scene.sentence.span
    for number, other in enumerate(line.new[1:], 1):
        one = line.new[number - 1]
        received = patterns()["received_him"].match(low, other.stop, span.stop)
        led = patterns()["when"].search(low, one.stop, other.start)
        sides = {side_of(one.person), side_of(other.person)}
        named = one.person.name and other.person.name
        if received and led and named and None not in sides and len(sides) > 1:
            yield one, NEW
            yield other, JOIN


def received_him_too(line: Line) -> Iterator[Part]:
    """As in "President N. also received the minister", "On Monday, too, N. and M. sat down with him"."""
    low, span = line.scene.text.low, line.scene.sentence.span
    one, last = line.new[0], line.new[line.ends[0]]
    if not one.person.name or last is not line.new[-1] or line.scene.sure is not Status.HELD:
        return
    sides = {side_of(other.person) for other in line.new}
    if len(sides) > 1 or None in sides or patterns()["received_him"].match(low, last.stop, span.stop) is None:
        return
    if patterns()["opening"].fullmatch(low, span.start, one.start):
        yield one, AGAIN
        yield from ((other, BESIDE) for other in line.new[1:])


def whom_he_met(line: Line) -> Iterator[Part]:
    """As in "N., whom she met at his residence", "The one she had talks with was N."."""
    low, start = line.scene.text.low, line.scene.sentence.span.start
    if line.scene.sure in (Status.PLANNED, Status.CANCELLED):
        return
    for number, one in enumerate(line.new):
        if one.person.name and line.ends[number] == number:
            whom = patterns()["whom_he_met"].match(low, one.stop)
            cleft = "was " in low[max(start, one.start - len("was the ")) : one.start]
            if whom or (cleft and patterns()["the_one"].search(low, start, one.start)):
                yield one, MEETS


def came_with(line: Line) -> Iterator[Part]:
    """As in "With Otieno came several commanders: N., M. and P."."""
    low, span, first = line.scene.text.low, line.scene.sentence.span, line.new[0]
    hit = patterns()["came_with"].match(low, *span)
    if hit is not None and first.start >= hit.end() and line.scene.sure is not Status.PLANNED:
        yield from ((one, BESIDE) for one in line.new)


def had_with_him(line: Line) -> Iterator[Part]:
    """As in "The minister had Ambassador N. and General M. with him"."""
    low, first, last = line.scene.text.low, line.new[0], line.new[-1]
    had = patterns()["had"].search(low, line.scene.sentence.span.start, first.start)
    if had and line.ends[0] == len(line.new) - 1 and low.startswith((" with him", " with her"), last.stop):
        yield from ((one, BESIDE) for one in line.new)


def then_with(line: Line) -> Iterator[Part]:
    """As in "… sat down with General N., and afterwards with Minister M.": one after the other."""
    low = line.scene.text.low
    for one, other in zip(line.new, line.new[1:], strict=False):
        then = patterns()["then_with"].search(low, one.stop, other.start)
        named = one.person.name and other.person.name
        if then and named and side_of(one.person) == side_of(other.person):
            yield other, AGAIN


def another_of_a_ceremony(line: Line) -> Iterator[Part]:
    """As in "Another to present credentials was the ambassador of Cuba, N.": at the same ceremony."""
    low, span = line.scene.text.low, line.scene.sentence.span
    if not line.ceremony or line.scene.dates or not all("envoy" in one.features for one in line.new):
        return
    if patterns()["letters"].search(low, *span) and patterns()["another"].search(low, *span):
        yield from ((one, JOIN) for one in line.new if one.person.name)


def leads_a_delegation(line: Line) -> Iterator[Part]:
    """As in "a delegation under the KFOR Commander, N.": he is with it."""
    low, start = line.scene.text.low, line.scene.sentence.span.start
    for one in line.new:
        if one.person.name and patterns()["delegation_under"].search(
            low, start, one.naming.person.span.start
        ):
            yield one, HOSTS


def sets_out(line: Line) -> Iterator[Part]:
    """As in "At the invitation of the Omani commander, General N. set out for Muscat": N. is no host."""
    low, one = line.scene.text.low, line.new[0]
    aside = one.person.name and "in an aside" in one.features
    if aside and patterns()["sets_out"].match(low, one.naming.person.span.stop):
        yield one, LEADS


def plans_a_trip(line: Line) -> Iterator[Part]:
    """As in "N., the president of Chile, is planning a trip to Peru": a visit to come, if none is told."""
    low, span, one = line.scene.text.low, line.scene.sentence.span, line.new[0]
    hit = patterns()["plans_a_trip"].search(low, *span) if one.person.name else None
    if hit and SUBJECT.fullmatch(low, one.stop, hit.start()):
        yield one, LEADS


def attends_a_gathering(line: Line) -> Iterator[Part]:
    """As in "N. took part in the 11th meeting of ministers in Tashkent": an encounter, if none is told."""
    low, one = line.scene.text.low, line.new[0]
    early = line.scene.sentence.paragraph <= FEW or line.scene.sentence.number <= FEW
    named = [other for other in line.new if other.person.name]
    one = named[0] if named else one
    hit = attended(line.scene) if early and len(named) == 1 else None
    if hit is None or side_of(one.person) is None:
        return
    if SUBJECT.fullmatch(low, one.stop, hit.start()) or one.start >= hit.end() - len(" of cis"):
        yield one, LEADS


def attended(scene: Scene) -> re.Match[str] | None:
    """The words that say that somebody is at a gathering of many."""
    return patterns()["attended"].search(scene.text.low, *scene.sentence.span)


def each_leads_a_side(line: Line) -> Iterator[Part]:
    """As in "N. headed the Omani delegation, and M. led the Cuban side": an encounter, if none is told."""
    low, stop = line.scene.text.low, line.scene.sentence.span.stop
    for one, other in pairwise(line.new):
        sides = {side_of(one.person), side_of(other.person)}
        named = all(some.person.name and some.person.role is not None for some in (one, other))
        if not named or len(sides) == 1 or None in sides:
            continue
        lead = patterns()["leads_a_side"]
        if lead.match(low, one.stop, other.start) and lead.match(low, other.stop, stop):
            yield one, LEADS


def with_a_consort(line: Line) -> Iterator[Part]:
    """As in "King N. and Queen M. were the hosts": beside the one of the same side."""
    low = line.scene.text.low
    for one, other in zip(line.new, line.new[1:], strict=False):
        role = other.person.role.value.lower() if other.person.role is not None else ""
        joined = low[one.stop : other.start] in (" and ", " and the ", ", and ", " with ")
        if (
            joined
            and role in word_lists("en/comers")["consorts"]
            and side_of(one.person) == side_of(other.person)
        ):
            yield other, BESIDE


def gathered(line: Line) -> Iterator[Part]:
    """As in "The chiefs of staff of A, B, C and D held a conference here", where nobody is named."""
    if line.scene.sentence.number > FEW or any(one.person.name for one in line.new):
        return
    some = [one for one in line.new if "unnamed offices" in one.features]
    people = [p for one in line.new for p in (one.person, *one.fellows)]
    sides = {p.side.value for p in people if p.side is not None}
    low, span = line.scene.text.low, line.scene.sentence.span
    if some and len(sides) >= MANY and patterns()["held_a_conference"].search(low, *span):
        yield line.new[0], NEW
        yield from ((one, JOIN) for one in line.new[1:])


RULES = (
    handed_over,
    handed_it_over_then,
    was_received_by_the_second,
    received_him_too,
    whom_he_met,
    came_with,
    had_with_him,
    then_with,
    another_of_a_ceremony,
    leads_a_delegation,
    sets_out,
    plans_a_trip,
    attends_a_gathering,
    each_leads_a_side,
    with_a_consort,
    gathered,
)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The words of comers.yaml where they stand in a sentence."""
    form = {name: alternatives(words) for name, words in word_lists("en/comers").items()}
    some = r"[^.;:]{0,90}?"
    guest = rf"(?:him|her|them|the (?:[a-z]+ ){{0,2}}?(?:{form['guests']}))"
    forms = {
        "handed_passive": (
            rf"\b(?:{form['papers']})\b{some}\b(?:{form['handed_passive']})\b[^.;:]{{0,50}}? to "
        ),
        "handed": rf"\b(?:{form['handed']})\b(?: over| to)?{some}\b(?:{form['papers']})\b{some} to ",
        "by": r"\bby ",
        "when_he_met": (
            r"\b(?:when|as|while) (?:he|she) (?:met|met with|called on|saw|was received by|visited) "
        ),
        "when": r"\b(?:when|as|while|after) (?:the |his |her )?(?:[a-z'’-]+ ){0,5}$",
        "received_him": (
            rf"{SUBJECT.pattern}(?:(?:also|too|likewise|then|later|separately|himself|herself),? )*"
            rf"(?:(?:{form['received']}) {guest}\b(?!['’]s)(?! (?:of|for) )"
            rf"|handed (?:{guest}|[a-z'’-]+) (?:a|an|the|his|her) (?:[a-z]+ ){{0,3}}?(?:{form['papers']})\b)"
        ),
        "whom_he_met": (
            rf",? whom (?:he|she|they) (?:also |then |later |had )*(?:{form['received']}|visited)\b"
        ),
        "the_one": (
            r"\bthe (?:[a-z]+ )?(?:one|man|woman|minister|leader|official|person|guest|visitor|host) "
            r"(?:whom |that |with whom )?(?:he|she|they|[a-z' -]{3,40}) "
            rf"(?:{form['received']}|had talks|held talks|had|held)\b[^.;:,]{{0,40}} was (?:the |his |her )?$"
        ),
        "came_with": (
            r"(?:together |along )?with (?:him|her|them|(?:the )?[^,.;:]{2,50}?) "
            r"(?:came|come|had come|travelled|traveled|had travelled|was|were|arrived|had arrived)\b"
        ),
        "had": r" had (?:the |his |her )?$",
        "opening": r"(?:(?:[a-z0-9.]+,? ){0,6}?(?:on|in|at|later|too|also|earlier)\b[^;:]{0,40})?",
        "then_with": (
            rf"\b(?:and|but) (?:{form['then']})(?: also)? with (?:the |his |her )?(?:[a-z'’-]+ ){{0,5}}$"
        ),
    }
    journeys = of_journeys(form, some)
    return {name: re.compile(pattern) for name, pattern in (forms | journeys).items()}


def of_journeys(form: Mapping[str, str], some: str) -> dict[str, str]:
    """The forms for ceremonies, delegations, journeys, gatherings."""
    return {
        "letters": rf"\b(?:{form['letters']})\b",
        "another": rf"\b(?:{form['another']})\b",
        "delegation_under": (
            rf"\b(?:{form['delegations']})\b(?: from [a-z]+| of [a-z]+)? under (?:the |its |their )?"
            r"(?:[a-z'’-]+,? ){0,8}$"
        ),
        "leads_a_side": (
            rf",? (?:{form['leads_a_side']}) (?:the |a |its |his |her )?(?:[a-z-]+ ){{0,4}}?"
            rf"(?:{form['delegations']}|{form['sides_led']})\b"
        ),
        "sets_out": rf",? (?:{form['sets_out']})\b",
        "plans_a_trip": (
            rf"\b(?:{form['plans']}) (?:a|an|his|her) (?:[a-z-]+ ){{0,3}}(?:{form['trips']}) to\b"
        ),
        "attended": (
            rf"\b(?:(?:{form['attends']})\b{some}\b(?:the|a|an|its|their)(?: [a-z0-9'’()-]+){{0,6}}? "
            rf"(?P<gathering>{form['gatherings']})|(?:has held|held|holds|opened) (?:its|a|an|the){some}"
            r"(?:session|meeting|summit)\b,? (?:in|at) which)\b"
        ),
        "held_a_conference": (
            rf"\b(?:{form['convene']})(?: [a-z0-9'’-]+){{1,7}}? (?:{form['conferences']})\b"
        ),
    }
