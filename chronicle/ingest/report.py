"""Readings of one file → the object that `parse --json` prints."""

from collections.abc import Sequence

from chronicle.model import Entry, Reading, Statement

Json = dict[str, object]


def prediction(name: str, readings: Sequence[Reading]) -> Json:
    """One object a file: source of the first article, the meetings of all, doubts about the whole."""
    source = readings[0].source if readings else None
    return {
        "article": name,
        "source": {
            "outlet": source.outlet if source else None,
            "published": source.published if source else None,
            "attribution": source.attribution if source else None,
        },
        "meetings": [meeting(entry) for reading in readings for entry in reading.entries],
        "review": [reason for reading in readings for reason in reading.review],
    }


def meeting(entry: Entry) -> Json:
    """One entry, by the names of the annotation guide."""
    return {
        "status": entry.status.value,
        "kind": entry.kind.value,
        "date": entry.date,
        "end_date": entry.end_date,
        "city": entry.city,
        "country": entry.country,
        "participants": [
            {
                "name": p.name,
                "role": p.role,
                "rank": p.rank,
                "country": p.country,
                "organisation": p.organisation,
            }
            for p in entry.participants
        ],
        "parties": list(entry.parties),
        "documents": list(entry.documents),
        "occasion": entry.occasion,
        "topics": list(entry.topics),
        "statements": [
            {
                "manner": s.manner.value,
                "speaker": s.speaker,
                "sides": list(s.sides),
                "topics": list(s.topics),
                "quoted": s.quoted,
            }
            for s in entry.statements
        ],
        "review": list(entry.review),
    }


def in_words(reading: Reading) -> str:
    """A reading as a person would tell it, a line a fact; an empty line at the end."""
    source = reading.source
    citing = f"citing {source.attribution}" if source.attribution else None
    came_from = listed(source.outlet, source.published, citing) or "nothing tells where it comes from"
    lines = [f"{reading.article.id}: {came_from}"]
    for entry in reading.entries:
        form = listed(entry.kind, entry.status, entry.city, entry.country)
        lines.append(f"  {entry.date or 'date unknown'}  {entry.title}  ({form})")
        people = [(p.name, p.rank, p.role, p.country or p.organisation) for p in entry.participants]
        lines += [f"    {listed(*person)}" for person in people]
        lines += [f"    parties: {listed(*entry.parties)}"] if entry.parties else []
        lines += [f"    topics: {listed(*entry.topics)}"] if entry.topics else []
        lines += [f"    {said(statement)}" for statement in entry.statements]
        lines += [f"    in doubt: {reason}" for reason in entry.review]
    lines += [f"  {reading.reason}"] if reading.reason else []
    lines += [f"  in doubt: {reason}" for reason in reading.review]
    return "\n".join(lines) + "\n"


def said(statement: Statement) -> str:
    """As in "Karl Ebner (AT) thanked: military-cooperation"."""
    sides = ", ".join(statement.sides)
    who = f"{statement.speaker} ({sides})" if statement.speaker and sides else statement.speaker or sides
    about = f": {listed(*statement.topics)}" if statement.topics else ""
    return f"{who} {statement.manner}{about}" + (", quoted" if statement.quoted else "")


def listed(*parts: str | None) -> str:
    """What there is of some texts, with commas between."""
    return ", ".join(part for part in parts if part)
