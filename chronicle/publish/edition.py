"""What every page kind is given: the chronicle, how the site is set up, and the shared pieces."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from chronicle.config import Config, Part
from chronicle.digests import digest
from chronicle.model import Chronicle, Meeting, MeetingId
from chronicle.own_pages import OwnPage
from chronicle.publish.background import Background
from chronicle.publish.groups import Groups
from chronicle.publish.roll import Roll, roll_of
from chronicle.publish.views import Views


@dataclass(frozen=True)
class Edition:
    """One chronicle about to be published in one language."""

    chronicle: Chronicle
    config: Config
    groups: Groups
    views: Views  # in the edition's language
    digests: Mapping[MeetingId, str]  # what changes when one of its entries does, or who its people are
    officials: str  # a digest of all officials' names and addresses
    about: str  # the owner's own words for the about page, Markdown; "" where there are none
    prefix: str = ""  # where it stands below the site's root: "az/"; "" for the site's first language
    background: Background = field(default_factory=Background)  # what the site tells of its own making
    own_pages: tuple[OwnPage, ...] = ()  # the owner's, in this language

    def has(self, part: Part) -> bool:
        """Whether the site has some kind of pages or files."""
        return part not in self.config.leave_out

    @cached_property
    def roll(self) -> Roll:
        """Who was at which meeting as what: made when the first page asks for it."""
        return roll_of(self.chronicle, self.groups, self.views, self.digests)

    def digest_of(self, meetings: Iterable[Meeting]) -> str:
        """What changes when an entry of some meetings does, or how these are grouped."""
        return digest("\n".join([self.digests[meeting.id] for meeting in meetings]).encode()).hex()
