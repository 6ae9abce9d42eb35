"""Namings: what reports call somebody, in which offices and when. Who is who is a matter of joining namings.

A full name of one side is one naming, unless the reports that name it lie a generation apart; a surname
alone, or with initials, is a naming of its own in each office, and may be several people's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from chronicle.model import Entry, OfficialId, PartialDate, Participant
from chronicle.resolve.names import Name, parsed
from chronicle.resolve.pinned import Pinned
from chronicle.resolve.titles import titles_of
from chronicle.slug import folded

Office = str  # as `titles` tells one from another; behind NOT_HELD that of a former or coming holder
NOT_HELD = "~"
BESIDE = "beside a namesake"  # in the key of a name that two people of one side have, with the office
GENERATION = 20.0  # years between two reports after which a name may be another's


class Mention(NamedTuple):
    """Somebody named in an entry."""

    entry: str  # by id
    when: float | None  # in years; None where the entry has no date
    participant: Participant


class Span(NamedTuple):
    """From the first report to the last, in years."""

    first: float
    last: float

    def gap(self, other: "Span") -> float:
        """How many years lie between two spans; 0 where they meet."""
        return max(0.0, other.first - self.last, self.first - other.last)


class Naming(NamedTuple):
    """What reports call somebody who acts for one side."""

    key: tuple[str, ...]  # the same on every machine: what namings are told apart and sorted by
    side: str
    name: Name
    mentions: tuple[Mention, ...]  # oldest first, undated ones before all
    offices: Mapping[Office, Span | None]  # when they name the office; None where no report has a date
    span: Span | None
    entries: frozenset[str]
    registered: OfficialId | None

    @property
    def has_namesake(self) -> bool:
        """Whether one entry names two people so: then only the office tells who it is."""
        return BESIDE in self.key


@lru_cache(maxsize=65_536)
def years(date: PartialDate | None) -> float | None:
    """A date as years, in the middle of what is told: "2019" is 2019.5."""
    if not date:
        return None
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    return parts[0] + (parts[1] - 1) / 12 + ((parts[2] if parts[2:] else 15) - 1) / 372


def side_key(participant: Participant) -> str:
    """What tells sides apart: a country's code, or an organisation in plain letters."""
    return participant.country or folded(participant.organisation or "")


def namings_of(entries: Iterable[Entry], pinned: Pinned) -> list[Naming]:
    """What the people of some entries are called, in order of key; those whom the registry pins by official.

    Mentions of equal participants have one and the same object.
    """
    groups: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    known: dict[Participant, tuple[Participant, tuple[str, ...]]] = {}
    namesakes: set[tuple[str, ...]] = set()
    for entry in entries:
        when = years(entry.date)
        told: dict[tuple[str, ...], Participant] = {}
        for each in entry.participants:
            participant, key = known.get(each) or known.setdefault(each, (each, ("", *key_of(each))))
            if is_another(told.setdefault(key, participant), participant):
                namesakes.add(key)
            if pinned.records and (official := pinned.official_of(entry.id, participant)):
                key = (official, *key[1:])
            groups[key].append(Mention(entry.id, when, participant))
    for key in namesakes & groups.keys():
        for mention in groups.pop(key):
            groups[(*key, BESIDE, *sorted(offices_of(mention.participant)))].append(mention)
    return [naming for key in sorted(groups) for naming in told_apart(key, groups[key])]


def key_of(participant: Participant) -> tuple[str, ...]:
    """What makes two participants one naming: the side, the name's words; of a surname the office, too."""
    side = side_key(participant)
    name = parsed(participant.name, side)
    offices = sorted(offices_of(participant)) if name.is_weak else ()
    descent = "by descent" if name.by_descent else ""
    return side, " ".join(name.words), name.number, descent, *offices


def offices_of(participant: Participant) -> tuple[Office, ...]:
    """The offices in which somebody is named."""
    titles = titles_of(participant.role, participant.country)
    return tuple(title.key if title.held else NOT_HELD + title.key for title in titles)


def is_another(first: Participant, other: Participant) -> bool:
    """Whether two of one name in one entry are two people: they hold different offices."""
    return first is not other and offices_of(first) != offices_of(other)


def told_apart(key: tuple[str, ...], mentions: Sequence[Mention]) -> list[Naming]:
    """The namings that some mentions of one key are: one, unless a generation lies between them."""
    in_order = sorted(mentions, key=order_of)
    return [naming((*key, f"{n}"), some) for n, some in enumerate(parted(in_order, GENERATION))]


def parted(mentions: Sequence[Mention], longest: float) -> list[list[Mention]]:
    """Mentions, which are in order, parted where more than some years lie between two."""
    if not mentions:
        return []
    dated = [mention.when for mention in mentions if mention.when is not None]
    if not dated or dated[-1] - dated[0] <= longest:
        return [list(mentions)]
    parts = [[mentions[0]]]
    for before, mention in pairwise(mentions):
        if before.when is not None and mention.when is not None and mention.when - before.when > longest:
            parts.append([])
        parts[-1].append(mention)
    return parts


def order_of(mention: Mention) -> tuple[float, str, str]:
    """By time, then by entry."""
    return (mention.when or 0.0, mention.entry, mention.participant.name)


def naming(key: tuple[str, ...], mentions: Sequence[Mention]) -> Naming:
    """A naming of some mentions, which are in order."""
    by_role: dict[int, tuple[Participant, list[float]]] = {}
    for _, when, participant in mentions:  # equal participants are one object
        times = by_role.setdefault(id(participant), (participant, []))[1]
        if when is not None:
            times.append(when)
    by_office: dict[Office, list[float]] = defaultdict(list)
    for participant, times in by_role.values():
        for office in offices_of(participant):
            by_office[office] += times
    dated = [mention.when for mention in mentions if mention.when is not None]
    return Naming(
        key=key,
        side=key[1],
        name=parsed(mentions[0].participant.name, key[1]),
        mentions=tuple(mentions),
        offices={office: span_of(sorted(times)) for office, times in by_office.items()},
        span=span_of(dated),
        entries=frozenset(mention.entry for mention in mentions),
        registered=OfficialId(key[0]) if key[0] else None,
    )


def span_of(times: Sequence[float]) -> Span | None:
    """From the first to the last of some times, which are in order."""
    return Span(times[0], times[-1]) if times else None
