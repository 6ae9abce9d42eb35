"""Those whom a sentence means without naming them: "the defense minister", "an Iranian delegation"."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, zip_longest

from chronicle.ingest.cast import Person
from chronicle.ingest.roles import role_words
from chronicle.ingest.text import Sentence, Text, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

MOST = 80  # people whom a report can bring together; who comes later is left out
APART = re.compile(
    r"\b(?:will|(?:is|are) (?:due|to)|fell through|called off|cancelled|canceled|postponed"
    r"|separate(?:ly)?|recalled)\b|\bcouncil of (?:[a-z]+ )?ministers"
)
GOING = re.compile(
    r"(?:, (?:which|who|both|two|all|as) [^.;,]{1,60},)? (?:(?:was|were|is|are|will be)(?: also"
    r"| both| all)? (?:represented|present|at the table"
    r"|in the room|among th"
    r"|taking part|in attendance)|(?:also )?(?:sat in|listened in|looked on|joined in)\b"
    r"|sent (?:[a-z-]+ ){0,3}(?:ministers?|officials|observers?"
    r"|representatives?|delegations?"
    r"|ambassadors?|envoys?|diplomats|officers|teams?)\b|(?:also )?(?:attended|took part|participated"
    r"|take part)\b)"
)
OF_A_NATION = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:delegations?|delegates|diplomats|officers|representatives|envoys"
    r"|ambassadors|observers"
    r"|experts|officials|specialists|lawmakers|negotiators|parliamentarians|engineers|scientists)\b"
)
COMING = re.compile(
    r"\b(?:(?:delegations?|delegates|representatives|envoys|diplomats|officers|ambassadors"
    r"|high commissioners|observers"
    r"|ministers|heads of mission|experts|specialists|negotiators|lawmakers|parliamentarians|partners|peers"
    r"|guests|participants|scientists|commanders)(?: (?:are|were) those)?|(?:heads|chiefs|commanders"
    r"|ministers) of (?:[a-z]+ ){1,3}?)"
    r" ?(?:of|from) (?:the )?(?:its [a-z ]{3,30}, )?$"
)
OF_BOTH = re.compile(  # "officers of the Lebanese and the Israeli armies"
    r" (?:[a-z-]+ ){0,2}(?:armies|navies|militaries|forces|sides|teams|governments|ministries"
    r"|parliaments|officials"
    r"|experts|specialists|commanders|generals|soldiers|negotiators|lawmakers|ministers|guards|police)\b"
)
TOGETHER = re.compile(r"\b(?:conference|consultations?|session)\b[^.;,]{0,40} with (?:the )?$")
JOINED = re.compile(r"(?:,| and|, and|,? as well as|;)(?: of| from| with)?(?: the)? ")
NEAR = 60  # code points between a country and the word that makes it a side
AS_ITS = (" as its ", " as their ", " as his ", " as her ")
SIDES = ("country", "demonym", "organisation")
BEFORE_A_PERSON = frozenset(("the", "by", "with", "for", "a", "on", "his", "her", "and"))


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Those of one side or several who aren't named: "the Cuban ambassador", "a delegation from Oman"."""

    sides: tuple[Mention, ...]  # several where they are told together: "the ministers of A, B and C"
    office: Mention | None
    how: str  # which words tell it


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence's mentions, the offices that stand with a name, and the article around it."""

    sentence: Sentence
    here: Sequence[Mention]
    attached: frozenset[Span]
    cast: Sequence[Person]
    text: Text
    words: Lexicon


def with_unnamed(present: Sequence[Person], around: Surroundings) -> tuple[list[Person], list[Unnamed]]:
    """The people, those whom an office stands for ("the defense minister"), and sides without a name."""
    people, told = list(present), list[Unnamed]()
    for office in around.here:
        if office.kind not in ("office", "offices") or office.span in around.attached:
            continue
        if around.text.low.endswith(AS_ITS, 0, office.span.start):
            continue  # "whom Oman has named as its envoy": of somebody named
        sides = [m for m in around.here if m.kind == "acts for" and lies_in(m, office)]
        holder = holder_of(office, sides, people, around)
        if holder is not None:
            people += [holder] if holder not in people else []
        elif office.kind == "offices":
            told.append(Unnamed(tuple(sides), office, "offices"))
        else:
            how = "office" if of_a_person(office, around.text) else "heading"
            told.append(Unnamed(tuple(sides[:1]), office, how))
    kinds = {m.kind for m in around.here}
    for rule, telling in RULES:
        if not kinds.isdisjoint(telling):
            told.append(Unnamed(tuple(rule(around)), None, rule.__name__))
    return people, list(once_each(told, {p.side.value for p in people if p.side}))


def once_each(told: Sequence[Unnamed], known: Collection[str]) -> Iterator[Unnamed]:
    """Those that tell of a side that isn't `known`, each side once."""
    seen = set(known)
    for one in told:
        sides = {side.value: side for side in one.sides}
        if not sides.keys() <= seen:
            kept = one.sides if one.how == "offices" else [m for v, m in sides.items() if v not in seen]
            yield replace(one, sides=tuple(kept))
        seen.update(sides)


def attending(around: Surroundings) -> Iterator[Mention]:
    """The sides that are said to be there: "Germany was at the table"; each of a list with the others."""
    sides = [m for m in around.here if m.kind in SIDES]
    if not sides:
        return
    span = around.sentence.span
    low = around.text.low
    if not present_words().starts(low[slice(*span)]) or APART.search(low, *span):
        return
    for run in runs_of(around.text, sides):
        yield from run if are_there(around.text, run) else ()


@cache
def present_words() -> Phrases:
    """Beginnings of words without which nobody is said to be there."""
    return Phrases(Phrase(word, "present", word) for word in word_lists("en/unnamed")["present"])


def listed(around: Surroundings) -> Iterator[Mention]:
    """As in "the envoys of Algeria, Cuba and Ireland": three sides and more, one after another."""
    sides = [m for m in around.here if m.kind in SIDES]
    if len(sides) > len("ab") and present_words().starts(around.text.low[slice(*around.sentence.span)]):
        for run in runs_of(around.text, sides):
            yield from run if len(run) > len("ab") else ()


def gathering(around: Surroundings) -> Iterator[Mention]:
    """As in "will take part in a session of the OSCE Ministerial Council": whose gathering it is."""
    if any(m.kind == "gatherings" for m in around.here):
        yield from [m for m in around.here if m.kind == "organisation"][:1]


def runs_of(text: Text, sides: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The sides of a sentence, those of one list together."""
    run: list[Mention] = []
    for mention, following in zip_longest(sides, sides[1:]):
        run.append(mention)
        if following is None or not JOINED.fullmatch(text.low, mention.span.stop, following.span.start):
            yield run
            run = []


def are_there(text: Text, run: Sequence[Mention]) -> bool:
    """Whether the words around a list of sides say that they are present."""
    first, last = run[0], run[-1]
    start = text.sentences[sentence_at(text, first.span.start)].span.start
    before = text.low[max(start, first.span.start - 2 * NEAR) : first.span.start]
    if last.kind == "demonym":
        several = len(run) > 1 and OF_BOTH.match(text.low, last.span.stop) is not None
        return several or OF_A_NATION.match(text.low, last.span.stop) is not None
    return bool(
        GOING.match(text.low, last.span.stop)
        or COMING.search(before)
        or (len(run) > 1 and TOGETHER.search(before))
    )


def destination(around: Surroundings) -> Iterator[Mention]:
    """As in "will visit Kyiv": the city stands for its country."""
    if not any(m.kind == "gatherings" for m in around.here):
        yield from [m for m in around.here if m.kind == "destination"][:1]


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


def institutions(around: Surroundings) -> Iterator[Mention]:
    """As in "consultations of the Ministries of … Turkmenistan and of Turkey", where nobody is named."""
    if any(m.kind == "institutional" for m in around.here):
        sides = (m for m in around.here if m.kind in ("country", "organisation"))
        yield from (m for m in sides if not around.text.low.endswith(" in ", 0, m.span.start))


def visited(around: Surroundings) -> Iterator[Mention]:
    """As in "an official visit to Georgia", "the visit of … to Indonesia": the country that it leads to."""
    ends = [m.span.stop for m in around.here if m.kind == "act" and m.value == "visit"]
    for mention in around.here if ends else ():
        near = mention.kind == "country" and any(0 < mention.span.start - end <= NEAR for end in ends)
        if near and around.text.low.endswith((" to ", " to the "), 0, mention.span.start):
            yield mention


def officer(office: Mention, sides: Sequence[Mention], around: Surroundings) -> Person | None:
    """Whom "the defense minister" or "the UN chief" stands for: the one person whose office it can be."""
    keys = role_words(office.value, around.words)
    fitting = []
    for person in islice(around.cast, MOST):
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


def delegations(around: Surroundings) -> Iterator[Mention]:
    """As in "an Iranian delegation", "a delegation from Tajikistan": sides of which nobody need be named."""
    pattern, low, start = delegation_pattern(around.words), around.text.low, around.sentence.span.start
    sides = [m for m in around.here if m.kind in ("country", "demonym")]
    told = [
        m
        for m in sides
        if pattern["after"].match(low, m.span.stop)
        or pattern["before"].search(low[max(0, m.span.start - NEAR) : m.span.start])
        or pattern["of a school"].search(around.text.body, max(start, m.span.start - NEAR), m.span.start)
    ]
    yield from (m for m in sides if any(in_one_list(around.text, m, other) for other in told))
    yield from (m for m in around.here if m.kind in SIDES and m not in told and is_met(m, around))


def is_met(side: Mention, around: Surroundings) -> bool:
    """As in "met Omani officials", "had talks with the Japanese side", "received executives of a bank"."""
    low, start = around.text.low, around.sentence.span.start
    before = low[max(start, side.span.start - NEAR) : side.span.start]
    if side.kind == "demonym" or low.startswith("'s ", side.span.stop):
        pattern = met_patterns()
        if pattern["body"].match(low, side.span.stop) and pattern["met"].search(before):
            return True
    return met_patterns()["body of"].search(before) is not None


@cache
def met_patterns() -> dict[str, re.Pattern[str]]:
    """A verb of meeting, and behind it a body of several."""
    lists = word_lists("en/parts")
    bodies = "|".join(lists["bodies_met"])
    some = r"(?: (?:the|a|an|some|several|senior|top|leading|high-ranking|group of))*"
    met = rf"\b(?:{'|'.join(lists['met_bodies'])}){some}"
    return {
        "body": re.compile(rf"(?:'s)? (?:[a-z-]+ ){{0,2}}?(?:{bodies})\b(?! (?:[a-z]+ )?[A-Z])"),
        "met": re.compile(rf"{met} $"),
        "body of": re.compile(rf"{met} (?:[a-z-]+ ){{0,2}}?(?:{bodies}) (?:of|from) (?:the )?$"),
    }


def in_one_list(text: Text, one: Mention, other: Mention) -> bool:
    """Whether two countries stand in one list: "Turkmenistan, the Republic of Azerbaijan and Romania"."""
    first, last = sorted((one, other), key=lambda m: m.span)
    between = text.key[first.span.stop : last.span.start]
    return one is other or not re.search(r"[a-z]", re.sub(r"\b(?:and|of|the)\b|[A-Z]\w+", "", between))


@cache
def delegation_pattern(words: Lexicon) -> dict[str, re.Pattern[str]]:
    """A word for a delegation right after or before the country."""
    forms = "|".join(sorted(words.delegations))
    schools = "|".join(word_lists("en/unnamed")["schools"])
    return {
        "after": re.compile(rf"(?:'s)?\s(?:[a-z-]+\s){{0,3}}(?:{forms})\b"),
        "before": re.compile(rf"\b(?:{forms})\s(?:of|from)\s(?:the\s)?$"),
        "of a school": re.compile(  # "a delegation of the War College, Nigeria"
            rf"\b(?:{forms})\s(?:of|from)\s(?:the\s)?(?:[A-Z][a-z]+\s){{0,4}}(?:{schools})\b,?\s(?:of\s)?\Z"
        ),
    }


RULES: tuple[tuple[Callable[[Surroundings], Iterator[Mention]], Collection[str]], ...] = (
    (delegations, ("country", "demonym")),
    (institutions, ("institutional",)),
    (visited, ("country",)),
    (attending, SIDES),
    (listed, SIDES),
    (destination, ("destination",)),
    (gathering, ("gatherings",)),
)
"""Each with the kinds of mentions without which it tells nothing."""
