"""Where a reader suggests a correction: the repository's issue form, with the record filled in.

The form is .github/ISSUE_TEMPLATE/correction.yml; the names of the query are the ids of its fields.
"""

from urllib.parse import quote, urlencode

from chronicle.model import Meeting

FORM = "correction.yml"
LONGEST = 2_000  # characters of an address; servers take 8,000, and every page of a meeting bears one
FIELDS = ("entry", "page", "record")


def suggestion_url(repository: str, meeting: Meeting, page: str) -> str:
    """The address of the form for a meeting; "" where the site names no repository.

    `page` is the address of the meeting's page. What is too long of the record is left out, line by line.
    """
    if not repository:
        return ""
    lines = record_of(meeting)
    while True:
        values = (", ".join([entry.id for entry in meeting.entries]), page, "\n".join(lines))
        filled = {"template": FORM, "title": f"Correction: {meeting.id}"} | dict(
            zip(FIELDS, values, strict=True)
        )
        url = f"{repository}/issues/new?{urlencode(filled, quote_via=quote)}"
        if len(url) <= LONGEST or not lines:
            return url
        lines = [*lines[: -max(2, len(lines) // 4)], "…"] if len(lines) > 1 else []


def record_of(meeting: Meeting) -> list[str]:
    """What the page tells, a line a fact, in an entry's words."""
    facts = {
        "title": meeting.title,
        "date": " to ".join(filter(None, (meeting.date, meeting.end_date))),
        "kind": meeting.kind.value,
        "status": meeting.status.value,
        "place": ", ".join(filter(None, (meeting.city, meeting.country))),
        "parties": ", ".join(meeting.parties),
        "occasion": meeting.occasion or "",
        "documents": "; ".join(meeting.documents),
        "topics": ", ".join(meeting.topics),
    }
    people = [
        ", ".join(filter(None, (a.name, a.role, a.rank, a.country or a.organisation)))
        for a in meeting.attendees
    ]
    return [
        *[f"{name}: {value}" for name, value in facts.items() if value],
        *[f"participant: {person}" for person in people],
    ]
