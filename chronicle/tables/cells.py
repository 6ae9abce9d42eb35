"""The forms in which one cell tells of several: people with their offices, sources, who said what."""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from chronicle.fields import ORGANISATION_CODES, is_web_address
from chronicle.lexicon import country_codes
from chronicle.lexicon.countries import load_cities
from chronicle.lexicon.words import word_lists
from chronicle.model import Manner
from chronicle.tables.table import Cell, Unclear

BETWEEN = re.compile(r"[;\n]")
BETWEEN_SOURCES = re.compile(r";(?=\s|$|https?://)|\n")
OF_A_DAY = re.compile(r"(?:(.+?),?\s+)?\(?(\d{4}(?:-\d\d){0,2})\)?")
SEVERAL_NAMES = re.compile(
    r"[;\n]|,(?!\s*(?:[JS]r\b|[IVX]+\b|\d(?:st|nd|rd|th)\b))|\s(?:and|&|/)\s"
)  # "Gross, Zacharie" is unclear, too
SAID = re.compile(rf"(.+?) ({'|'.join(Manner)})(?:: (.+))?", re.DOTALL)


code_of = lru_cache(maxsize=65_536)(country_codes.code_of)


def country_of(text: str) -> str | Unclear:
    """The code of a country, or why there is none."""
    code = code_of(text)
    if code is not None:
        return code
    to_do = f"Write the code or the English name, or map it under 'import: values: country:', {text}: …"
    return Unclear(f"is {text!r}: no country", country_codes.advice(text) or to_do)


def several(text: str) -> list[str]:
    """What stands in a cell between semicolons, or on lines of its own."""
    return [part for part in map(str.strip, BETWEEN.split(text)) if part]


def people_in(text: str) -> Iterator[str]:
    """The people whom a cell lists; a semicolon within brackets is their office's."""
    start = depth = 0
    for at, letter in enumerate(text):
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if letter == "\n" or (letter == ";" and not depth):
            yield text[start:at].strip()
            start, depth = at + 1, 0
    yield text[start:].strip()


def participants_of(text: str) -> list[Cell]:
    """As in "Zakir Hasanov (Minister of Defense, AZ); Zacharie Gross (ambassador, FR)"."""
    return [participant_of(person) for person in people_in(text) if person]


def unclear_name(name: str) -> Unclear | None:
    """Why a name may be several people's; None where it is one's."""
    if not SEVERAL_NAMES.search(name):
        return None
    hint = "Put ';' between people, and write 'Gross, Zacharie' as 'Zacharie Gross'."
    return Unclear(f"has {name!r}: one name or several", hint)


@lru_cache(maxsize=65_536)
def sides_and_role(inside: str) -> tuple[str, str, str]:
    """Office, country and organisation of what stands in brackets; what is no known side is office."""
    *role, last = [part.strip() for part in inside.split(",")]
    code = None if last in load_cities() else code_of(last)  # "mayor, Paris" isn't France's
    if code:
        return ", ".join(role), code, ""
    if last in ORGANISATION_CODES or last in organisations():
        return ", ".join(role), "", last
    return ", ".join([*role, last]), "", ""


def participant_of(text: str) -> Cell:
    """Somebody with office and side in brackets behind the name."""
    name, inside = parted(text)
    role, country, organisation = sides_and_role(inside) if inside else ("", "", "")
    return {"name": name, "role": role, "country": country, "organisation": organisation}


def parted(text: str) -> tuple[str, str]:
    """A text and what stands in the brackets at its end; brackets within these belong to it."""
    if not text.endswith(")"):
        return text, ""
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if not depth:
            return text[:at].strip(), text[at + 1 : -1].strip()
    return text, ""


@cache
def organisations() -> Collection[str]:
    """The names of organisations that are known."""
    lists = word_lists("en/organisations")
    return frozenset(name for common, names in lists.items() for name in (common, *names))


def sources_of(text: str) -> list[Cell]:
    """As in "https://example.org/1; Example Daily 2019-11-07"."""
    parts = map(str.strip, BETWEEN_SOURCES.split(text))  # an address may have a semicolon in it
    return [source_of(one) for part in parts for one in ([part] if is_web_address(part) else several(part))]


def source_of(text: str) -> Cell:
    """An address, or an outlet with the day of its report."""
    if is_web_address(text):
        return {"url": text}
    found = OF_A_DAY.fullmatch(text)
    return {"outlet": found.group(1) or "", "published": found.group(2)} if found else {"outlet": text}


def statement_of(text: str, names: Collection[str]) -> dict[str, Cell] | Unclear:
    """As in "Karl Ebner (AT) thanked: energy, trade"; `names` are those of the participants."""
    found = SAID.fullmatch(text)
    if not found:
        hint = "Write it as 'Karl Ebner (AT) thanked: energy, trade'."
        return Unclear(f"has {text!r}: who said it in what manner isn't told", hint)
    who, manner, about = found.groups()
    speaker, inside = parted(who)
    if speaker not in names and who in names:
        speaker, inside = who, ""
    told: dict[str, Cell] = {"manner": manner, "topics": [part.strip() for part in (about or "").split(",")]}
    sides = inside if speaker in names or inside else who
    named: dict[str, Cell] = {"speaker": speaker} if speaker in names or inside else {}
    return {**told, **named, "sides": [side.strip() for side in sides.split(",")]}
