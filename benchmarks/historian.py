"""Turn the visits and journeys of ../shared/data into a table of meetings, one JSON object a line.

    python benchmarks/historian.py [--data ../shared/data] OUT.jsonl

The table has the field names of an entry and is what `python build.py import OUT.jsonl` reads: 3,264
visits of foreign leaders to the United States and 4,271 journeys of presidents and secretaries of state.
The data is the Office of the Historian's (CC0; no endorsement is implied); the table is for measuring and
isn't kept with the project. Who took part is read from the remarks; what they don't tell plainly is left
out, and counted.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import historian_people as reading  # noqa: E402  the path comes first
from historian_data import Event, code_on, journeys, terms, visits  # noqa: E402
from historian_sides import Person, Sides, counterparts, is_again, is_country, once, visitors  # noqa: E402

from chronicle.lexicon.countries import load_cities  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
OUTLET = "Office of the Historian"

Row = dict[str, object]


def row_of_visit(event: Event, known: Sides) -> Row:
    """The line of a visit: the hosts whom the remark names, then the visitors."""
    guests = visitors(event)
    named = counterparts(event, known)
    there = once(
        [*(one for one in named if one.side == "US"), *guests, *(one for one in named if one.side != "US")]
    )
    return row(
        event,
        there,
        sides=("US", event.country),
        country="US",
        city=american_city(event.text),
        title=(f"{event.who} of {event.land} in the United States"),
    )


def row_of_journey(event: Event, known: Sides) -> Row:
    """The line of a journey: who was met in the country, then the traveller, then the others."""
    met = once(counterparts(event, known))
    traveller = Person(event.who, event.office, None, "US")
    met = [one for one in met if not is_again(Person(one.name, None, None, one.side), traveller)]
    at_home = [one for one in met if one.side == event.country]
    there = [*at_home, traveller, *(one for one in met if one not in at_home)]
    unnamed = [
        code_on(side, event.start)
        for s in reading.sentences(reading.mended(event.text))
        for side in reading.without_names(s)
    ]
    host = [event.country] if occasion(event.text) else []
    city = re.sub(r" ?\([^)]*\)", "", event.places[0]).strip(" ,") if event.places else None
    where = ", ".join(filter(None, (city, event.land)))
    return row(
        event,
        there,
        sides=(*host, "US", *unnamed),
        country=event.country,
        city=city,
        title=f"{event.who} in {where}",
    )


def row(
    event: Event,
    there: Sequence[Person],
    *,
    sides: Sequence[str | None],
    country: str | None,
    city: str | None,
    title: str,
) -> Row:
    """The line of an event, without the fields that nothing is told for."""
    parties = dict.fromkeys(side for side in (*(one.side for one in there), *sides) if side)
    attended = re.match(reading.words()["conference"], event.text)
    fields: Row = {
        "id": event.id,
        "title": title,
        "date": event.start,
        "end_date": event.end if event.end > event.start else None,
        "kind": "conference" if attended and len(there) == 1 and not occasion(event.text) else "visit",
        "status": "held",
        "city": city,
        "country": country,
        "participants": [participant(one) for one in there],
        "parties": list(parties),
        "occasion": occasion(event.text),
        "sources": [{"outlet": OUTLET, "url": event.url}],
        "body": body(event),
    }
    return {name: value for name, value in fields.items() if value is not None}


def participant(person: Person) -> dict[str, str]:
    """A person with the field names of an entry's participant."""
    fields = {
        "name": person.name,
        "role": person.role,
        "rank": person.rank,
        "country": person.side if is_country(person.side) else None,
        "organisation": None if is_country(person.side) else person.side,
    }
    return {name: value for name, value in fields.items() if value}


def occasion(text: str) -> str | None:
    """What the remark calls the stay, or on whose sidelines it was."""
    if told := re.search(reading.words()["occasion"], text):
        return told[1].lower()
    aside = re.search(reading.words()["sidelines"], text)
    return f"sidelines of {aside[1]}" if aside else None


def american_city(text: str) -> str | None:
    """The one city of the United States in which a remark says that something took place."""
    named = {
        name
        for name in re.findall(r"\b(?:in|at) ((?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+)\b", text)
        if load_cities().get(name) == "US"
    }
    return named.pop() if len(named) == 1 else None


def body(event: Event) -> str:
    """The remark, and all places where there were several."""
    places = f"Places: {', '.join(event.places)}." if len(event.places) > 1 else ""
    return "\n\n".join(filter(None, (places, event.text)))


def table(data: Path) -> list[Row]:
    """All lines, in order of the day and the id."""
    known = Sides(terms(data))
    came, went = visits(data), journeys(data)
    for event in came:
        for person in visitors(event):
            known.add(person, event.start)
    for event in went:
        known.add(Person(event.who, event.office, None, "US"), event.start)
        for sentence in reading.sentences(reading.mended(event.text)):
            for told in reading.taking_part(sentence):
                known.add(
                    Person(told.name, told.role, told.rank, code_on(told.side, event.start)), event.start
                )
    rows = [row_of_visit(event, known) for event in came] + [row_of_journey(event, known) for event in went]
    return sorted(rows, key=lambda row: (str(row["date"]), str(row["id"])))


def summary(rows: Sequence[Row]) -> str:
    """How much was read, and what looks like people who weren't."""
    people = [one for row in rows for one in row["participants"]]  # type: ignore[attr-defined]
    texts = [reading.mended(str(row["body"])) for row in rows]
    unread = Counter(words for text in texts for s in reading.sentences(text) for words in reading.unread(s))
    sideless = sum("country" not in one and "organisation" not in one for one in people)
    names = {one["name"] for one in people}
    most = [f"  {words}: {times}" for words, times in unread.most_common(12)]
    return "\n".join(
        (
            f"{len(rows):,} events, {len(people):,} participants by {len(names):,} names.",
            f"For {sideless} participants no side is told.",
            f"{unread.total()} times no person was read from capitalised words behind an office:",
            *most,
        )
    )


def main() -> int:
    """Write the table and say what was read."""
    made = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    made.add_argument("--data", type=Path, default=DATA, help="where visits/ and travels/ are")
    made.add_argument("out", type=Path, help="the file to write")
    options = made.parse_args()
    if not (options.data / "visits").is_dir():
        print(f"There is nothing to convert: {options.data} has no visits/.")
        return 1
    rows = table(options.data)
    options.out.write_text(
        "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8"
    )
    print(summary(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
