"""Those whom a sentence means without naming them: "the defense minister", "an Iranian delegation"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from chronicle.ingest.cast import Person
from chronicle.ingest.roles import role_words
from chronicle.ingest.text import Text, by_sentence, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span

RECALLED = re.compile(
    r"\b(?:last (?:month|week|year|spring|summer|autumn|fall|winter|time)|had last|previously|the year before"
    r"|in the past|years ago|an? (?:month|week|year) (?:ago|earlier|before))\b"
)
APART = re.compile(
    r"\b(?:will|(?:is|are) (?:due|to)|fell through|called off|cancelled|canceled|postponed"
    r"|separate(?:ly)?|recalled)\b|\bcouncil of (?:[a-z]+ )?ministers"
)
PRESENT = re.compile(
    r"\b(?:represented|present|at the table|in the room|in attendance|tak(?:e|es|ing) part|took part"
    r"|attend|join|sent"
    r"|participated|delegat|representatives|envoys|diplomats|officers|observers|ambassadors"
    r"|high commissioners|heads"
    r"|chiefs|commanders|ministers|conference|consultation|session)"
)
GOING = re.compile(
    r" (?:(?:was|were|is|are|will be)(?: also| both| all)? (?:represented|present|at the table"
    r"|in the room|among th"
    r"|taking part|in attendance)|sent (?:[a-z-]+ ){0,3}(?:ministers?|officials|observers?"
    r"|representatives?|delegations?"
    r"|ambassadors?|envoys?|diplomats|officers|teams?)\b|(?:also )?(?:attended|took part|participated"
    r"|take part)\b)"
)
OF_A_NATION = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:delegations?|delegates|diplomats|officers|representatives|envoys"
    r"|ambassadors|observers)\b"
)
COMING = re.compile(
    r"\b(?:(?:delegations?|delegates|representatives|envoys|diplomats|officers|ambassadors"
    r"|high commissioners|observers"
    r"|ministers|heads of mission)|(?:heads|chiefs|commanders|ministers) of (?:[a-z]+ ){1,3}?)"
    r" ?(?:of|from) (?:the )?(?:its [a-z ]{3,30}, )?$"
)
TOGETHER = re.compile(r"\b(?:conference|consultations?|session)\b[^.;,]{0,40} with (?:the )?$")
JOINED = re.compile(r"(?:,| and|, and|,? as well as|;)(?: of| from| with)?(?: the)? ")
NEAR = 60  # code points between a country and the word that makes it a side
BEFORE_A_PERSON = frozenset(("the", "by", "with", "for", "a", "on", "his", "her", "and"))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence's mentions, the offices that stand with a name, and the article around it."""

    here: Sequence[Mention]
    attached: frozenset[Span]
    cast: Sequence[Person]
    text: Text
    words: Lexicon


def with_unnamed(present: Sequence[Person], around: Surroundings) -> tuple[list[Person], list[Mention]]:
    """The people, those whom an office stands for ("the defense minister"), and sides without a name."""
    people, unnamed = list(present), []
    if around.here and is_recalled(around.text, around.here[0]):
        return people, []
    for office in around.here:
        if office.kind not in ("office", "offices") or office.span in around.attached:
            continue
        sides = [m for m in around.here if m.kind == "acts for" and lies_in(m, office)]
        holder = holder_of(office, sides, people, around)
        if holder is not None:
            people += [holder] if holder not in people else []
        elif office.kind == "offices":
            unnamed += sides
        else:
            unnamed += sides[:1] if of_a_person(office, around.text) else []
    more = (
        delegations(around)
        + institutions(around.here, people, around.text)
        + visited(around.here, around.text)
    )
    known = {p.side.value for p in people if p.side}
    sides = [side for side in unnamed + more if side.value not in known]
    return people, sides + seats_visited(around.here, known | {side.value for side in sides})


def is_recalled(text: Text, mention: Mention) -> bool:
    """As in "Last month it was the turn of the envoys of …": the mention's sentence tells of another time."""
    span = text.sentences[sentence_at(text, mention.span.start)].span
    return RECALLED.search(text.low, span.start, span.stop) is not None


def attending(text: Text, found: Sequence[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """By sentence, the sides that are said to be there: "Germany was at the table"."""
    inside = by_sentence(text, (m for m in found if m.kind in ("country", "demonym", "organisation")))
    return tuple(
        tuple(those_attending(text, here))
        if here and PRESENT.search(text.low, sentence.span.start, sentence.span.stop)
        else ()
        for sentence, here in zip(text.sentences, inside, strict=True)
    )


def those_attending(text: Text, here: Sequence[Mention]) -> Iterator[Mention]:
    """The sides of one sentence that are said to be there, each of a list with the others."""
    span = text.sentences[sentence_at(text, here[0].span.start)].span
    if is_recalled(text, here[0]) or APART.search(text.low, span.start, span.stop):
        return
    run: list[Mention] = []
    for mention, following in zip(here, (*here[1:], None), strict=True):
        run.append(mention)
        if following is None or not JOINED.fullmatch(text.low, mention.span.stop, following.span.start):
            yield from run if are_there(text, run) else ()
            run = []


def are_there(text: Text, run: Sequence[Mention]) -> bool:
    """Whether the words around a list of sides say that they are present."""
    first, last = run[0], run[-1]
    start = text.sentences[sentence_at(text, first.span.start)].span.start
    before = text.low[max(start, first.span.start - 2 * NEAR) : first.span.start]
    if last.kind == "demonym":
        return OF_A_NATION.match(text.low, last.span.stop) is not None
    return bool(
        GOING.match(text.low, last.span.stop)
        or COMING.search(before)
        or (len(run) > 1 and TOGETHER.search(before))
    )


def seats_visited(here: Sequence[Mention], known: set[str]) -> list[Mention]:
    """As in "will visit Kyiv": the city stands for its country, where the visitor's is the one side told."""
    if len(known) != 1 or any(m.kind == "gatherings" for m in here):
        return []
    return [m for m in here if m.kind == "destination" and m.value not in known][:1]


def lies_in(mention: Mention, office: Mention) -> bool:
    """Whether a mention is part of an office's words."""
    return office.span.start <= mention.span.start < office.span.stop


def of_a_person(office: Mention, text: Text) -> bool:
    """Whether the office is told as somebody: "the Russian ambassador", not a heading."""
    return text.low[max(0, office.span.start - 4) : office.span.start].strip() in BEFORE_A_PERSON


def holder_of(
    office: Mention, sides: Sequence[Mention], people: Sequence[Person], around: Surroundings
) -> Person | None:
    """Whom an office without a name stands for, if one person only can be meant."""
    if office.kind == "offices":
        return None
    if office.value.lower() not in around.words.relational:
        return officer(office, sides, around)
    told = bool(sides) or office.value.lower() == "counterpart"
    return counterpart_of(people, sides, around.cast) if told else None


def institutions(here: Sequence[Mention], people: Sequence[Person], text: Text) -> list[Mention]:
    """As in "consultations of the Ministries of … Turkmenistan and of Turkey", where nobody is named."""
    if people or not any(m.kind == "institutional" for m in here):
        return []
    return [
        m
        for m in here
        if m.kind in ("country", "organisation") and not text.low[: m.span.start].endswith(" in ")
    ]


def visited(here: Sequence[Mention], text: Text) -> list[Mention]:
    """As in "an official visit to Georgia", "the visit of … to Indonesia": the country that it leads to."""
    ends = [m.span.stop for m in here if m.kind == "act" and m.value == "visit"]
    return [
        m
        for m in here
        if m.kind == "country"
        and any(0 < m.span.start - end <= NEAR for end in ends)
        and text.low[: m.span.start].endswith((" to ", " to the "))
    ]


def officer(office: Mention, sides: Sequence[Mention], around: Surroundings) -> Person | None:
    """Whom "the defense minister" or "the UN chief" stands for: the one person whose office it can be."""
    keys = role_words(office.value, around.words)
    fitting = []
    for person in around.cast:
        if sides and (person.side is None or person.side.value not in {side.value for side in sides}):
            continue
        if not sides and person.role is None:
            continue
        same = person.role is not None and keys <= role_words(person.role.value, around.words)
        if same or (sides and office.value.lower() in around.words.generic):
            fitting.append(person)
    before = [p for p in fitting if p.namings[0].person.span.start < office.span.start]
    if len(before) > 1:
        return max(before, key=lambda p: (len(p.namings), -p.number))
    return before[0] if before else (fitting[0] if len(fitting) == 1 else None)


def counterpart_of(
    people: Sequence[Person], sides: Sequence[Mention], cast: Sequence[Person]
) -> Person | None:
    """As in "his Azerbaijani counterpart": the one of that side; "his counterpart": the only other one."""
    codes = {side.value for side in sides}
    if codes:
        fitting = [p for p in cast if p.side is not None and p.side.value in codes and p.inferred is None]
        return fitting[0] if len(fitting) == 1 else None
    met = {p.side.value for p in people if p.side}
    if len(met) != 1:
        return None
    fitting = [
        p
        for p in cast
        if p not in people and p.role is not None and p.side is not None and p.side.value not in met
    ]
    return fitting[0] if len(fitting) == 1 and people else None


def delegations(around: Surroundings) -> list[Mention]:
    """As in "an Iranian delegation", "a delegation from Tajikistan": sides of which nobody need be named."""
    pattern, low = delegation_pattern(around.words), around.text.low
    sides = [m for m in around.here if m.kind in ("country", "demonym")]
    told = [
        m
        for m in sides
        if pattern["after"].match(low, m.span.stop)
        or pattern["before"].search(low[max(0, m.span.start - NEAR) : m.span.start])
    ]
    return [m for m in sides if any(in_one_list(around.text, m, other) for other in told)]


def in_one_list(text: Text, one: Mention, other: Mention) -> bool:
    """Whether two countries stand in one list: "Turkmenistan, the Republic of Azerbaijan and Romania"."""
    first, last = sorted((one, other), key=lambda m: m.span)
    between = text.key[first.span.stop : last.span.start]
    return one is other or not re.search(r"[a-z]", re.sub(r"\b(?:and|of|the)\b|[A-Z]\w+", "", between))


@cache
def delegation_pattern(words: Lexicon) -> dict[str, re.Pattern[str]]:
    """A word for a delegation right after or before the country."""
    forms = "|".join(sorted(words.delegations))
    return {
        "after": re.compile(rf"(?:'s)?\s(?:[a-z-]+\s){{0,3}}(?:{forms})\b"),
        "before": re.compile(rf"\b(?:{forms})\s(?:of|from)\s(?:the\s)?$"),
    }
