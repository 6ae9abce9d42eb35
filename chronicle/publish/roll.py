"""The roll of each meeting: in which office its people took part, and what pages tell of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronicle.digests import digest
from chronicle.model import Meeting, MeetingId, OfficialId, Tenure
from chronicle.publish.edition import Edition
from chronicle.publish.views import Views

APART = "\x1f"


@dataclass(frozen=True, slots=True)
class Roll:
    """Who was there as what."""

    tenures: Mapping[tuple[OfficialId, MeetingId], Tenure]
    told: Mapping[MeetingId, str]
    """What pages of countries, officials and pairs show of a meeting: its entries, the names of its people,
    their offices, place and topics, and which two of its people have a page together."""

    def digest_of(self, meetings: Iterable[Meeting]) -> str:
        """What changes when anything does that such pages show of some meetings."""
        return digest("\n".join([self.told[meeting.id] for meeting in meetings]).encode()).hex()


def roll_of(edition: Edition) -> Roll:
    """The roll of an edition's meetings."""
    views = edition.views
    tenures = {
        (official.id, meeting): tenure
        for official in edition.chronicle.officials.values()
        for tenure in official.tenures
        for meeting in tenure.meetings
    }
    told: dict[MeetingId, list[str]] = defaultdict(list)
    for (official, meeting), tenure in tenures.items():
        office = views.linked.offices.get(tenure.office) if tenure.office else None
        side = views.side(tenure.country, tenure.organisation)
        told[meeting] += (views.officials[official].text, official, tenure.role, *side, *(office or ()))
    for pair in edition.groups.official_pairs.values():
        for each in pair.meetings:
            told[each.id].append(pair.id)
    topics: dict[str, str] = {}
    for each in edition.chronicle.meetings:
        told[each.id] += [edition.digests[each.id], place_of(each, views)]
        for topic in each.topics:
            if topic not in topics:  # a person's own words are shown as some meeting has them
                topics[topic] = APART.join([text for link in views.topic_links((topic,)) for text in link])
            told[each.id].append(topics[topic])
    return Roll(tenures, {meeting: APART.join(parts) for meeting, parts in told.items()})


def place_of(meeting: Meeting, views: Views) -> str:
    """Where a meeting's place leads."""
    return views.place(meeting.city, meeting.country).url
