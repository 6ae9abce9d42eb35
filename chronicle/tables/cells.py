"""The forms in which one cell tells of several: sources, who said what."""

import re
from collections.abc import Collection

from chronicle.fields import is_web_address
from chronicle.model import Manner
from chronicle.tables.people import parted
from chronicle.tables.table import Cell, Unclear

BETWEEN = re.compile(r"[;\n]")
BETWEEN_SOURCES = re.compile(r";(?=\s|$|https?://)|\n")
OF_A_DAY = re.compile(r"(?:(.+?),?\s+)?\(?(\d{4}(?:-\d\d){0,2})\)?")
SAID = re.compile(rf"(.+?) ({'|'.join(Manner)})(?:: (.+))?", re.DOTALL)


def several(text: str) -> list[str]:
    """What stands in a cell between semicolons, or on lines of its own."""
    return [part for part in map(str.strip, BETWEEN.split(text)) if part]


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
