"""Who says what on a fact of a meeting: what its differences tell, asked entry by entry."""

from chronicle.model import Attendee, Difference, Meeting


class Tellings:
    """What each entry of a meeting tells; where the entries don't differ, all tell what is shown."""

    def __init__(self, meeting: Meeting) -> None:
        """Lay out a meeting's differences by field, official and item of a list."""
        self.differences = {
            (each.field, each.official, each.tellings[0].value if each.field in LISTS else ""): each
            for each in meeting.differences
        }

    def of(self, attendee: Attendee, field: str, place: int) -> str | None:
        """What an entry tells of a participant: "" where it leaves that out, None where the person."""
        named = self.differences.get(("participants", attendee.official, ""))
        if named and not told(named, place):
            return None
        shown = attendee.spelling if field == "name" else getattr(attendee, field) or ""
        its = self.differences.get((field, attendee.official, ""))
        return told(its, place) if its else shown

    def fact(self, field: str, shown: str, place: int) -> str | None:
        """What an entry tells of the meeting; "" where it leaves that out, None where it has no say."""
        its = self.differences.get((field, None, ""))
        return told(its, place) if its else shown

    def has(self, field: str, item: str, place: int) -> str:
        """An item of a list as an entry has it; "" where it leaves it out."""
        its = self.differences.get((field, None, item))
        return told(its, place) or "" if its else item

    def is_shown(self, field: str, place: int, attendee: Attendee | None = None) -> bool:
        """Whether an entry gives the value that is shown."""
        official = attendee.official if attendee else None
        its = self.differences.get((field, official, ""))
        return its is None or place in its.tellings[0].entries

    def difference(self, field: str, attendee: Attendee | None = None, item: str = "") -> Difference | None:
        """How the entries differ on a field; None where they don't."""
        return self.differences.get((field, attendee.official if attendee else None, item))


LISTS = ("parties", "documents", "topics")


def told(difference: Difference, place: int) -> str | None:
    """What an entry tells by a difference; None where it has no say."""
    return next((each.value for each in difference.tellings if place in each.entries), None)
