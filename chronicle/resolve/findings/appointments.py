"""Seen in an office long before the appointment, or long after the end of it."""

from collections.abc import Iterator

from chronicle.model import Chronicle, Finding, Meeting, Official, PartialDate, Status, Tenure
from chronicle.resolve.findings.grounds import of_occasions, of_parts
from chronicle.resolve.offices import DAY, days_between

BEFORE = "in office before the appointment"
AFTER = "in office after the end of tenure"
STILL_NEW = 180  # days for which somebody is received as newly appointed
TAKING_LEAVE = 90  # days for which somebody goes round to take leave
HINT = (
    "The occasion may be another participant's, a day may be wrong, the office may be told in today's words, "
    "or two people may share this page (python build.py split)."
)


def before_the_appointment(chronicle: Chronicle) -> Iterator[Finding]:
    """Officials who were seen in an office half a year or more before they were newly appointed to it."""
    for official, tenure, meetings in marked(chronicle):
        if tenure.began and (appointed := on_day(meetings, tenure.began)):
            early = [
                m for m in comparable(tenure, appointed, meetings, chronicle) if (m.date or "") < tenure.began
            ]
            if early and days_between(early[0].date or "", tenure.began) > STILL_NEW:
                what = f"{official.name}, {tenure.role}: seen in office before being newly appointed to it."
                yield Finding(BEFORE, what, grounds(official, early[0], appointed), HINT)


def after_the_end(chronicle: Chronicle) -> Iterator[Finding]:
    """Officials who were seen in an office a quarter or more after the end of their tenure in it."""
    for official, tenure, meetings in marked(chronicle):
        if tenure.ended and (left := on_day(meetings, tenure.ended)):
            late = [m for m in comparable(tenure, left, meetings, chronicle) if (m.date or "") > tenure.ended]
            if late and days_between(tenure.ended, late[-1].date or "") > TAKING_LEAVE:
                what = f"{official.name}, {tenure.role}: seen in office after the end of tenure."
                yield Finding(AFTER, what, grounds(official, left, late[-1]), HINT)


def marked(chronicle: Chronicle) -> Iterator[tuple[Official, Tenure, list[Meeting]]]:
    """The tenures whose beginning or end a report tells, with the meetings held on a known day."""
    for official in chronicle.officials.values():
        for tenure in official.tenures:
            if tenure.office and (tenure.began or tenure.ended):
                own = set(tenure.meetings)
                meetings = [m for m in official.meetings if m.id in own and m.status is Status.HELD]
                yield official, tenure, [m for m in meetings if m.date and len(m.date) == DAY]


def on_day(meetings: list[Meeting], day: PartialDate) -> Meeting | None:
    """A tenure's meeting of a day."""
    return next((meeting for meeting in meetings if meeting.date == day), None)


def comparable(
    tenure: Tenure, change: Meeting, meetings: list[Meeting], chronicle: Chronicle
) -> Iterator[Meeting]:
    """The meetings in which the same post must be meant: an ambassador's, those in the same country."""
    single = bool(tenure.office and chronicle.offices[tenure.office].single)
    for meeting in meetings:
        if single or (meeting.country and meeting.country == change.country):
            yield meeting


def grounds(official: Official, one: Meeting, other: Meeting) -> tuple[tuple[str, str], ...]:
    """What the entries of two meetings tell."""
    told = (*of_parts(one, official), *of_occasions(one), *of_parts(other, official), *of_occasions(other))
    return tuple(dict.fromkeys(told))
