"""The visits and journeys of ../shared/data as they stand there, with the countries' codes."""

import re
from pathlib import Path
from typing import NamedTuple

from historian_people import mended, words
from lxml import etree

from chronicle.lexicon import country_codes
from chronicle.model import PartialDate

SITE = "https://history.state.gov/departmenthistory"


class Event(NamedTuple):
    """One visit or journey as the data has it."""

    id: str
    start: str
    end: str
    country: str | None  # the code of the visitor's country, or of the country that was visited
    land: str  # as the data calls it
    text: str  # the remark
    url: str
    who: str  # the visitors, or the traveller
    office: str | None = None  # the traveller's; None for a visit
    places: tuple[str, ...] = ()


class Term(NamedTuple):
    """When somebody was president of the United States."""

    surname: str
    start: str
    end: str


def code_of(state: str, name: str, on: str) -> str | None:
    """The code of a country by its id and its name in the data, on a day; None where none is its own."""
    day = PartialDate(on)
    return country_codes.code_of(name, day) or country_codes.code_of(
        words()["misspelt_states"].get(state, state), day
    )


def code_on(code: str | None, on: str) -> str | None:
    """A code, or on a day after its state ended a successor's."""
    last, successor = words()["ended"].get(code, ("9999", None))
    return successor if on > last else code


def visits(data: Path) -> list[Event]:
    """All visits to the United States."""
    return [visit(found) for file in sorted(data.glob("visits/*.xml")) for found in elements(file, "visit")]


def visit(found: etree._Element) -> Event:
    """One visit."""
    start, land = text_of(found, "start-date"), found.find("from")
    state = land.get("id", "")
    return Event(
        id=f"visits-{text_of(found, 'id')}",
        start=start,
        end=text_of(found, "end-date"),
        country=code_of(state, text_of(found, "from"), start),
        land=text_of(found, "from"),
        text=text_of(found, "description"),
        url=f"{SITE}/visits/{start[:4]}",
        who=mended(text_of(found, "visitor")),
    )


def journeys(data: Path) -> list[Event]:
    """All journeys of presidents and secretaries of state."""
    files = sorted(data.glob("travels/*-travels/*.xml"))
    return [journey(found) for file in files for found in elements(file, "trip")]


def journey(found: etree._Element) -> Event:
    """One journey."""
    start, role, who = text_of(found, "start-date"), found.get("role", ""), found.get("who", "")
    land, text = found.find("country"), text_of(found, "remarks")
    office = "President" if role == "president" else "Secretary of State"
    return Event(
        id=f"{role}-{text_of(found, 'id')}",
        start=start,
        end=text_of(found, "end-date"),
        country=code_of(land.get("id", ""), text_of(found, "country"), start),
        land=text_of(found, "country"),
        text=text,
        url=f"{SITE}/travels/{role}/{who}",
        who=re.sub(r" ?\([^)]*\)", "", text_of(found, "name")),
        office=f"{office}-elect" if "[Visit made as President-elect" in text else office,
        places=tuple(re.split(r"\s*, ", text_of(found, "locale"))) if text_of(found, "locale") else (),
    )


def elements(file: Path, tag: str) -> list[etree._Element]:
    """The events of a file, in its order."""
    return list(etree.parse(file).getroot().iterfind(tag))


def text_of(found: etree._Element, tag: str) -> str:
    """What an element says, in one line."""
    return " ".join((found.findtext(tag) or "").split())


def terms(data: Path) -> list[Term]:
    """The terms of all presidents, from the day of the election."""
    found = elements(data / "travels" / "presidents" / "presidents.xml", "president")
    return [
        Term(
            text_of(one, "name").removesuffix(" Jr.").removesuffix(",").split()[-1],
            f"{int(text_of(one, 'took-office-date')[:4]) - 1}-11-01",
            text_of(one, "left-office-date") or "9999",
        )
        for one in found
    ]
