"""A cell of people → their names, offices and sides; else why it can't be one's."""

import re
from collections.abc import Iterator

from chronicle.lexicon.words import word_lists
from chronicle.tables.sides import Terms, several_in, side_of, slip_in
from chronicle.tables.table import Cell, Unclear

SEVERAL_NAMES = re.compile(
    r"[;\n]|,(?!\s*(?:[JS]r\b|[IVX]+\b|\d(?:st|nd|rd|th)\b))|\s(?:and|&|/)\s"
)  # "Gross, Zacharie" is unclear, too
AS_IN = "Zakir Hasanov (Minister of Defense, AZ)"


def people_in(text: str) -> Iterator[str]:
    """The people whom a cell lists; a semicolon within brackets is their office's."""
    start = depth = 0
    for at, letter in enumerate(text):
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if letter == "\n" or (letter == ";" and not depth):
            yield text[start:at].strip()
            start, depth = at + 1, 0
    yield text[start:].strip()


def participants_of(text: str, terms: Terms) -> list[Cell]:
    """As in "Zakir Hasanov (Minister of Defense, AZ); Zacharie Gross (ambassador, FR)"."""
    return [participant_of(person, terms) for person in people_in(text) if person]


def participant_of(text: str, terms: Terms) -> Cell:
    """Somebody with office and side in brackets behind the name."""
    name, inside = parted(text)
    role, country, organisation = sides_and_role(inside, terms) if inside else ("", "", "")
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


def sides_and_role(inside: str, terms: Terms) -> tuple[str, str, str]:
    """Office, country and organisation of what stands in brackets, the side last or first."""
    parts = [part.strip() for part in inside.split(",")]
    if any(side := side_of(parts[-1], terms)):
        return ", ".join(parts[:-1]), *side
    if not may_be_an_office(parts[0]) and any(side := side_of(parts[0], terms)):
        return ", ".join(parts[1:]), *side
    return ", ".join(parts), "", ""


def may_be_an_office(code: str) -> bool:
    """Whether a country's code stands for an office, too: "PM"."""
    return code in word_lists("en/placeholders")["offices"]


# ── what is unclear ──────────────────────────────────────────────────────────────────────────


def unclear_sides(text: str, terms: Terms) -> Iterator[Unclear]:
    """What in the brackets of a cell of people may be meant as a side, and isn't one."""
    for person in people_in(text):
        _, inside = parted(person)
        if not inside or any(sides_and_role(inside, terms)[1:]):
            continue
        parts = [part.strip() for part in inside.split(",")]
        slip = slip_in(parts[-1], terms) or several_in(parts[0], terms)
        if slip:
            yield slip
        elif may_be_an_office(parts[0]):
            yield Unclear(f"has {parts[0]!r}: an office or a country", f"Write the country last: '{AS_IN}'.")


def unclear_name(name: str) -> Unclear | None:
    """Why what stands in a cell for a name may be several people's, or more than a name; else None."""
    if "[" in name or "]" in name or not is_closed(name) or (name[:1] == "(" and name[-1:] == ")"):
        hint = f"Write '{AS_IN}': the name, then round brackets, each of them closed."
        return Unclear(f"has {name!r}: where the name ends isn't clear", hint)
    if not SEVERAL_NAMES.search(name):
        return None
    hint = "Put ';' between people, and write 'Gross, Zacharie' as 'Zacharie Gross'."
    return Unclear(f"has {name!r}: one name or several", hint)


def is_closed(text: str) -> bool:
    """Whether each bracket is closed, and none that isn't open."""
    depth = 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return False
    return not depth


def no_name(name: str) -> Unclear | None:
    """Why a text is nobody's name: it has no letter, or says that there is none; None for no text, too."""
    words, said = word_lists("en/placeholders"), name.replace(".", "")
    is_short = said.lower() in words["initials"] and (said.isupper() or said.islower())
    is_nobody = is_short or said.lower() in words["nobody"] or not any(map(str.isalpha, said))
    if not name or not is_nobody:
        return None
    hint = "Leave somebody without a name out, and put the side under 'parties'."
    return Unclear(f"has {name!r}: no name", hint)
