"""The roll of each meeting: in which office its people took part, and what pages tell of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronicle.digests import digest
from chronicle.model import Chronicle, Meeting, MeetingId, OfficialId, Tenure
from chronicle.publish.groups import Groups
from chronicle.publish.views import Views

APART = "\x1f"


@dataclass(frozen=True, slots=True)
class Roll:
    """Who was there as what."""

    tenures: Mapping[tuple[OfficialId, MeetingId], Tenure]
    told: Mapping[MeetingId, bytes]
    """What changes when anything does that pages of countries, officials and pairs show of a meeting: its
    entries, the names of its people, their offices, place and topics, and which two of its people have a
    page together."""

    def digest_of(self, meetings: Iterable[Meeting]) -> str:
        """What changes when anything does that such pages show of some meetings."""
        return digest(b"".join([self.told[meeting.id] for meeting in meetings])).hex()


def roll_of(chronicle: Chronicle, groups: Groups, views: Views, digests: Mapping[MeetingId, str]) -> Roll:
    """The roll of a chronicle's meetings; `digests` change with their entries."""
    tenures: dict[tuple[OfficialId, MeetingId], Tenure] = {}
    told: dict[MeetingId, list[str]] = defaultdict(list)
    for official in chronicle.officials.values():
        for tenure in official.tenures:
            said = APART.join([views.officials[official.id].text, official.id, *as_what(tenure, views)])
            for meeting in tenure.meetings:
                tenures[official.id, meeting] = tenure
                told[meeting].append(said)
    for pair in groups.official_pairs.values():
        for each in pair.meetings:
            told[each.id].append(pair.id)
    topics: dict[str, str] = {}
    for each in chronicle.meetings:
        told[each.id] += [digests[each.id], views.place(each.city, each.country).url]
        for topic in each.topics:
            if topic not in topics:  # a person's own words are shown as some meeting has them
                topics[topic] = APART.join([text for link in views.topic_links((topic,)) for text in link])
            told[each.id].append(topics[topic])
    return Roll(tenures, {meeting: digest(APART.join(parts).encode()) for meeting, parts in told.items()})


def as_what(tenure: Tenure, views: Views) -> tuple[str, ...]:
    """In which office somebody took part, and for whom."""
    office = views.linked.offices.get(tenure.office) if tenure.office else None
    return (tenure.role, *views.side(tenure.country, tenure.organisation), *(office or ()))
