"""Readings of one file → the object that `parse --json` prints."""

from collections.abc import Sequence

from chronicle.model import Entry, Reading

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
        "review": list(entry.review),
    }
