"""Whose appointment or leave a meeting was about.

An entry says "newly appointed" of a meeting. It is an official's if the words of the report that tell it
name that one's office alone, or, where no words are kept, if one envoy alone took part. Else it is nobody's.
"""

from chronicle.lexicon.words import word_lists
from chronicle.model import Attendee, Entry, Kind, Meeting, OfficialId
from chronicle.resolve.titles import title_words, titles_of
from chronicle.slug import folded

CHANGES = APPOINTED, LEAVING = "newly appointed", "end of tenure"


def taking_office(meeting: Meeting, official: OfficialId) -> bool:
    """Whether a meeting was on the occasion of an official's appointment."""
    return meeting.occasion == APPOINTED and is_about(meeting, official)


def leave(meeting: Meeting, official: OfficialId) -> bool:
    """Whether a meeting was on the occasion of an official's leave."""
    return meeting.occasion == LEAVING and is_about(meeting, official)


def is_about(meeting: Meeting, official: OfficialId) -> bool:
    """Whether a meeting's occasion is one official's."""
    envoys = {a.official for a in meeting.attendees if is_envoy(a)}
    if meeting.kind is Kind.CREDENTIALS:  # many hand over theirs on one day
        return official in envoys
    words = [told for entry in meeting.entries if (told := words_of_occasion(entry))]
    if not words:
        return envoys == {official}
    named = {a.official for a in meeting.attendees for told in words if names_office(told, a)}
    return named == {official}


def is_envoy(part: Attendee) -> bool:
    """Whether an official took part as one who is sent to a country."""
    envoys = word_lists("en/envoys")["envoys"]
    return any(
        title.text.partition(" of ")[0].endswith(envoys) for title in titles_of(part.role, part.country)
    )


def words_of_occasion(entry: Entry) -> str:
    """The words of a report that tell the occasion; "" where none are kept."""
    evidence = (entry.evidence or {}).get("occasion")
    return (evidence and evidence.words) or ""


def names_office(told: str, part: Attendee) -> bool:
    """Whether some words name an official's office."""
    office = title_words(part.role)
    return bool(office) and office <= title_words(told) | set(folded(told).split())
