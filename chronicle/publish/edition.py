"""What every page kind is given: the chronicle, how the site is set up, and the shared pieces."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronicle.config import Config
from chronicle.digests import digest
from chronicle.model import Chronicle, Meeting, MeetingId
from chronicle.publish.views import Views


@dataclass(frozen=True, slots=True)
class Edition:
    """One chronicle about to be published."""

    chronicle: Chronicle
    config: Config
    views: Views
    digests: Mapping[MeetingId, str]  # what changes when one of its entries does, or who its people are
    officials: str  # a digest of all officials' names and addresses
    about: str  # the owner's own words for the about page, Markdown; "" where there are none

    def digest_of(self, meetings: Iterable[Meeting]) -> str:
        """What changes when an entry of some meetings does, or how these are grouped."""
        return digest("\n".join([self.digests[meeting.id] for meeting in meetings]).encode()).hex()
