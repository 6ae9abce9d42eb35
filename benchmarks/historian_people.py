"""Who is named in a line of ../shared/data, in which office and for whom.

A name is read where an office, a rank or a plural of one leads up to it ("Met with Foreign Minister
Zalkaliani and Russian Foreign Minister Lavrov"). What isn't led up to so isn't guessed: it is left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from chronicle.lexicon.countries import load_countries, load_disputed_demonyms, load_part_demonyms, load_parts

WORDS = Path(__file__).with_name("historian_words.yaml")
NOBODY = ""  # a side that is told, and that no country's code and no organisation stands for

TITLED = r"[A-ZÀ-ÞĀŌİ‘'](?:[\w’'‘-]*\w)?"  # a word with a capital letter, with what stands inside it
INITIAL = r"(?:[A-Z]\.)+(?:-[A-Z]\.)?(?= [A-Zavd(])"  # never the last word: "King Baudouin I."
JUNIOR = r",? (?:Jr\.?|3rd|III|II)(?!\w)"
END_OF_SENTENCE = re.compile(
    r"(?<=[\w)’'\]”])(?<!\bSt)(?<!\bDr)(?<!\bJr)(?<!\bMr)(?<!\bGen)(?<!\bLt)(?<!U\.S)(?<!U\.N)(?<!\b[A-Z])(?<!\bMd)(?<!\bFeb)(?<!\bSept)(?<!\bOct)"
    r"(?<!\bNov)(?<!\bDec)(?<!\bJan)\.(?=\s|$)|;"
)


GLUE = re.compile(r"^(?:[ ,]*|.*(?:,| and| with|;|\))(?: the| his| her| also| by| and| with)* )$")
DOING = re.compile(
    r"\b(?:[a-z]+(?:ed|ing)|to|for|made|led|held|gave|laid|took|spoke)\b"
)  # between names: another matter


class Told(NamedTuple):
    """One person of a line."""

    name: str
    role: str | None
    rank: str | None
    side: str | None  # a country's code or an organisation; NOBODY; None where the line doesn't say
    start: int
    stop: int


class Reader(NamedTuple):
    """The patterns that the word lists make."""

    person: re.Pattern[str]
    more: re.Pattern[str]  # a further name behind an office in the plural
    cue: re.Pattern[str]
    denial: re.Pattern[str]
    unnamed: re.Pattern[str]
    heads: re.Pattern[str]
    collective: re.Pattern[str]
    side: re.Pattern[str]


@cache
def words() -> Mapping[str, Any]:
    """The word lists."""
    loaded: Mapping[str, Any] = yaml.safe_load(WORDS.read_text("utf-8"))
    return loaded


@cache
def sides() -> Mapping[str, str]:
    """What an adjective or a name stands for: a country's code, an organisation, or NOBODY."""
    found = dict.fromkeys(load_disputed_demonyms(), NOBODY)
    for country in load_countries().values():
        found |= dict.fromkeys((country.name, *country.names, *country.demonyms), country.code)
    found |= {**load_parts(), **load_part_demonyms(), **words()["sides"]}
    return found | {name: told[0] for name, told in words()["organisations"].items()}


@cache
def reader() -> Reader:
    """The patterns, made once."""
    told = words()
    side = any_of(sides())
    before = any_of(told["before"])
    office = office_pattern(side)
    body = any_of(told["organisations"])
    chain = rf"(?!Shah and ){office}(?:(?: and |/| & |, and |-)(?:(?:his|her|{body}) )?{office})*"
    several_of = any_of(plural_of(one) for one in told["offices"] if not one.lower().endswith("leader"))
    plural = rf"(?P<plural>(?:{before} )*{several_of})"
    rank = any_of([*told["ranks"], "Generals"])
    style = rf"(?:{any_of(told['styles'])} )"
    lead = rf"(?:(?:{before} )*(?P<side>{side})(?:’s|'s)? )?"
    name = rf"(?P<name>{style}*{name_pattern(office, side)}(?:{JUNIOR})?)"
    of_side = rf"(?:,? of (?:the )?(?P<of>{side})\b| \((?P<paren>{side})\))?"
    lone = rf"(?P<alone>{rank})) {name}{of_side}|(?P<bare>{any_of(told['bare'])}))"
    person = rf"(?<![\w-])(?:{lead}(?:{plural}|(?P<office>{chain})(?: (?P<rank>{rank}))?|{lone}"
    ahead = r"(?=,| and |\.|;|$| at | in | on | to | for | of )"
    more = rf"(?:, and |, | and )(?!(?:the )?(?:{side} )?{office}\b){name}{of_side}{ahead}"
    return Reader(
        person=re.compile(person),
        more=re.compile(more),
        cue=re.compile("|".join(told["cues"])),
        denial=re.compile("|".join(told["denials"])),
        unnamed=re.compile(
            rf"(?<![\w-])(?P<sides>{side}(?:(?:, | and |, and ){side})*) "
            rf"(?:(?:[a-z]+|Government|Authority) ){{0,3}}{any_of(told['unnamed'])}\b"
        ),
        heads=re.compile(
            rf"\b{any_of(told['heads'])} (?:of|from) (?:the )?"
            rf"(?P<sides>{side}(?:(?:, | and |, and |; )(?:of )?(?:the )?{side})*)"
        ),
        collective=re.compile("|".join(told["collective"])),
        side=re.compile(rf"(?<![\w-]){side}(?![\w-])"),
    )


def office_pattern(side: str) -> str:
    """An office, with what may stand before and behind it: "Acting", "for Syria", "-elect"."""
    told = words()
    before = any_of(told["before"])
    portfolio = any_of(told["portfolios"])
    after = any_of(told["after"])
    several = rf"{portfolio}(?:(?:, | and | & |, and )(?:the )?{portfolio})*"
    of_state = rf"(?:{before} )*{any_of(told['ministers'])} (?:of|for) (?:the )?{several}"
    for_state = rf"{portfolio}(?: and {portfolio})* (?:Minister|Secretary)"
    envoy = rf"(?:{before} )*{any_of(told['envoys'])} (?:for|to) (?:the )?(?:{side}|Middle East)"
    return rf"(?:{of_state}|{for_state}|{envoy}|(?:{before} )*{any_of(told['offices'])})(?:[ -]{after})?"


def name_pattern(office: str, side: str) -> str:
    """A run of capitalised words, initials and small words between them, up to the next office or side."""
    told = words()
    particle = any_of(told["particles"])
    office = rf"(?!{any_of(told['names_too'])} ){office}"
    month = rf"{any_of(told['months'])} \d"
    stop = rf"(?!{any_of(told['no_name'])}(?![\w-])|{month}|(?:{side} )?{office} )"
    joined = rf"(?:[dD][’'](?=[A-Z]))?(?:al|el|as|ul|an|Al|El|De|de|ad|at|bin)-{TITLED}"
    word = rf"(?:{joined}|(?:Earl of|St\.) {TITLED}|Jr\.|{INITIAL}|(?:[dD][’'](?=[A-Z]))?{TITLED})"
    return rf"{stop}(?:{particle} ){{0,3}}{word}(?: {stop}(?:{particle} ){{0,3}}{word}| \([A-Z]\w+\)){{0,7}}"


def any_of(alternatives: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(set(alternatives), key=lambda w: (-len(w), w)))) + ")"


def plural_of(office: str) -> str:
    """ "Presidents" of "President"; "Secretaries of State" isn't needed."""
    return office[:-1] + "ies" if office.endswith("ry") else office + "s"


def mended(text: str) -> str:
    """A text in one line and without its slips of the pen."""
    text = " ".join(text.split())
    for pattern, right in words()["misspelt"].items():
        text = re.sub(pattern, right, text)
    return text


def sentences(text: str) -> Iterator[str]:
    """The sentences of a remark; a semicolon ends one, too."""
    start = 0
    for end in END_OF_SENTENCE.finditer(text):
        yield text[start : end.end()].strip()
        start = end.end()
    if text[start:].strip():
        yield text[start:].strip()


@cache
def people(sentence: str) -> tuple[Told, ...]:
    """All who are named in a sentence, whatever it says of them, in order."""
    found: list[Told] = []
    at = 0
    while match := reader().person.search(sentence, at):
        found.append(told_of(match, found))
        at = match.end()
        while match["plural"] or match["alone"] == "Generals":
            further = reader().more.match(sentence, at)
            if further is None:
                break
            found.append(named(further, found[-1].role, found[-1].rank, side_of(further, match)))
            at = further.end()
    return tuple(found)


def told_of(match: re.Match[str], found: list[Told]) -> Told:
    """The person whom an office and a name tell of."""
    office = match["office"] or (match["plural"] and singular(match["plural"]))
    start = match.start("side") if match["side"] else match.start()
    lead = match.string[match.start() : start]
    role = " ".join(filter(None, (lead.strip(), office))) or None
    if role and match["side"] in {*load_parts(), *load_part_demonyms(), *words()["parts"]}:
        role = f"{match['side']} {role}"  # "Quebec Premier": an office of Canada's it isn't
    body = words()["organisations"].get(match["side"] or "", [None])[1:]
    if role and body:
        role = f"{role} of the {body[0]}" if body[0].startswith("European") else f"{body[0]} {role}"
    return named(match, role, match["rank"] or match["alone"], side_of(match, match))


def named(match: re.Match[str], role: str | None, rank: str | None, side: str | None) -> Told:
    """A person by a match's name, without style; a rank in the plural becomes one's own."""
    rank = {"Generals": "General", "Gen.": "General", "Lt. General": "Lieutenant General"}.get(
        rank or "", rank
    )
    name, styled = without_style(match["name"] or match["bare"])
    return Told(name, written_out(role), rank or styled, side, match.start(), match.end())


def side_of(match: re.Match[str], lead: re.Match[str]) -> str | None:
    """Whom the words around a name say that it stands for: behind it before in front of it."""
    side = match["of"] or match["paren"] or lead["side"]
    return sides()[side] if side else None


def singular(plural: str) -> str:
    """One of several: "Foreign Minister" of "Foreign Ministers"."""
    return plural[:-3] + "y" if plural.endswith("ries") else plural[:-1]


def written_out(role: str | None) -> str | None:
    """An office as it is shown: "and" for a stroke, a capital first but for "former"."""
    if not role:
        return None
    role = re.sub(r"\b(?:his|her) ", "", role.replace("/", " and ").replace(" & ", " and "))
    role = re.sub(r"-(E|D)(?=lect|esignate)", lambda m: "-" + m[1].lower(), role)
    return (
        re.sub(r"^Former\b", "former", role)
        if role.lower().startswith("former")
        else role[0].upper() + role[1:]
    )


def without_style(name: str) -> tuple[str, str | None]:
    """A name without forms of address, which stay where one word alone is left; and the rank among them."""
    told, rank = words(), None
    pattern = re.compile(rf"{any_of(told['styles'])} (?=\S)")
    while match := pattern.match(name):
        style, rest = match.group().strip(), name[match.end() :]
        if style in told["kept"] and " " not in rest:
            break
        rank = style if style in told["ranks"] else rank
        name = rest
    return re.sub(r"(?:’s|'s)$", "", re.sub(r"^(?:of|the) ", "", name)), rank


def taking_part(sentence: str) -> list[Told]:
    """Those of a sentence of whom it says that they were there, or were met."""
    found = people(sentence)
    took, at, there = [], 0, is_list(sentence, found)
    for person in found:
        between = sentence[at : person.start]
        cue = last(reader().cue, between)
        denial = last(reader().denial, between)
        if max(cue, denial) >= 0:
            there = cue > denial
        elif at and (not GLUE.search(between) or DOING.search(between)):
            there = False
        if there:
            took.append(person)
        at = person.stop
    return took


def is_list(sentence: str, found: Sequence[Told]) -> bool:
    """Whether a sentence is nothing but the names of some people."""
    ends = [0, *(one.stop for one in found)]
    starts = [*(one.start for one in found), len(sentence)]
    rest = "".join(sentence[end:start] for end, start in zip(ends, starts, strict=True))
    return bool(found) and re.fullmatch(r"(?:[,. ]|and)*", rest) is not None


def last(pattern: re.Pattern[str], text: str) -> int:
    """Where a pattern ends for the last time; -1 where it doesn't occur."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def without_names(sentence: str) -> list[str]:
    """The sides for which somebody took part whom a sentence doesn't name: "senior Israeli officials"."""
    found = []
    for pattern in (reader().unnamed, reader().heads):
        for match in pattern.finditer(sentence):
            before = sentence[: match.start()]
            if last(reader().collective, before) > last(reader().denial, before):
                found += [sides()[side] for side in reader().side.findall(match["sides"])]
    return [side for side in found if side]


def unread(sentence: str) -> list[str]:
    """Capitalised words behind an office word that no person was read from."""
    read = [(person.start, person.stop) for person in people(sentence)]
    offices = re.finditer(rf"\b{any_of(words()['offices'])} [A-Z]\w+", sentence)
    return [m.group() for m in offices if not any(start <= m.start() < stop for start, stop in read)]
