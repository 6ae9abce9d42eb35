"""What a site tells of its own making: what was corrected, which articles were read, where entries stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from chronicle.corrections import Correction
from chronicle.digests import digest
from chronicle.model import MeetingId
from chronicle.problems import Problem
from chronicle.publish.related import Related
from chronicle.store import Line, Stored


@dataclass(frozen=True, slots=True)
class Background:
    """All that; the same in each of a site's languages."""

    corrections: tuple[Correction, ...] = ()  # newest first
    corrections_of: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)  # by entry
    ledger: Mapping[str, Line] = field(default_factory=dict)  # the articles that were read
    unread: tuple[tuple[str, str], ...] = ()  # those that couldn't be, each with the reason
    files: Mapping[str, str] = field(default_factory=dict)  # of entries by id, below content/meetings
    state: str = ""  # what changes when any of that does, related meetings aside
    related: Mapping[MeetingId, tuple[Related, ...]] = field(default_factory=dict)


def background_of(
    stored: Iterable[Stored],
    ledger: Mapping[str, Line],
    corrections: Sequence[Correction],
    unread: Sequence[Problem],
    articles: str,
) -> Background:
    """The background of a site, but for what its chronicle tells.

    `articles` is how problems name the folder of articles.
    """
    of_entry: dict[str, list[Correction]] = defaultdict(list)
    for each in corrections:
        of_entry[each.of].append(each)
    told = [(each.path.removeprefix(f"{articles}/"), each.what) for each in unread]
    made = Background(
        corrections=tuple(corrections),
        corrections_of={entry: tuple(some) for entry, some in of_entry.items()},
        ledger=ledger,
        unread=tuple(told),
        files={each.entry.id: each.path for each in stored},
    )
    state = repr((made.corrections, tuple(ledger.values()), told)).encode()
    return replace(made, state=digest(state).hex())
