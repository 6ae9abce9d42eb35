"""Who is who: every participant of every entry to an official.

Two participants are one official if their names have the same words in plain letters and they act
for the same country or organisation. A name with initials ("Z. Hasanov") or a surname alone is an
official's only if one alone fits and held the same office. What isn't sure is not merged.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from chronicle.model import Entry, OfficialId, Participant
from chronicle.resolve.names import is_short_for, name_key, name_words
from chronicle.slug import folded, slug


@dataclass(frozen=True, slots=True)
class People:
    """The officials behind the participants: who each is, and how each is spelt."""

    ids: Mapping[Participant, OfficialId]
    names: Mapping[OfficialId, str]  # the spelling that is shown
    spellings: Mapping[OfficialId, tuple[str, ...]]

    def official_of(self, participant: Participant) -> OfficialId:
        """The official whom a participant is."""
        return self.ids[participant]


def identify(entries: Sequence[Entry]) -> People:
    """The officials of some entries, which come oldest first."""
    seen: dict[tuple[str, str], Counter[Participant]] = defaultdict(Counter)
    for entry in entries:
        for participant in entry.participants:
            seen[key_of(participant)][participant] += 1
    merged = without_short_forms(seen)
    names = {key: shown_name(spellings_of(counts)) for key, counts in merged.items()}
    ids = addresses(names)
    by_id = {ids[key]: key for key in merged}
    return People(
        ids={participant: ids[key] for key, counts in merged.items() for participant in counts},
        names={official: names[by_id[official]] for official in sorted(by_id)},
        spellings={
            official: tuple(sorted(spellings_of(merged[by_id[official]]))) for official in sorted(by_id)
        },
    )


def key_of(participant: Participant) -> tuple[str, str]:
    """What makes two participants one person at first sight: whom they act for, and the name's words."""
    side = participant.country or folded(participant.organisation or "")
    return side, name_key(participant.name) or participant.name


def without_short_forms(
    seen: Mapping[tuple[str, str], Counter[Participant]],
) -> dict[tuple[str, str], Counter[Participant]]:
    """The same, with "Z. Hasanov" counted as the one Zakir Hasanov of that country and office.

    Longer forms find their official first: a bare "Hasanov" would fit "Z. Hasanov", too, and be nobody's.
    """
    by_surname: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for key, counts in seen.items():
        for word in {name_words(participant.name)[-1:] for participant in counts}:
            by_surname[key[0], "".join(word)].append(key)
    merged = {key: Counter(counts) for key, counts in seen.items()}
    for key in sorted(seen, key=lambda key: (-len(key[1]), key)):
        words = name_words(next(iter(seen[key])).name)
        namesakes = by_surname[key[0], words[-1] if words else ""]
        full = [other for other in namesakes if other in merged and stands_for(seen[key], seen[other])]
        if len(full) == 1:
            merged[full[0]].update(merged.pop(key))
    return merged


def stands_for(short: Iterable[Participant], full: Iterable[Participant]) -> bool:
    """Whether one person's short forms are another's name, in the same office."""
    full = tuple(full)
    roles = {folded(participant.role or "") for participant in full} - {""}
    return all(
        any(is_short_for(participant.name, other.name) for other in full)
        and folded(participant.role or "") in roles
        for participant in short
    )


def spellings_of(counts: Counter[Participant]) -> Counter[str]:
    """How often each spelling of a name was used."""
    spellings: Counter[str] = Counter()
    for participant, times in counts.items():
        spellings[participant.name] += times
    return spellings


def shown_name(spellings: Counter[str]) -> str:
    """The spelling used most, among those with the most words written out."""

    def rank(name: str) -> tuple[int, int, int, str]:
        written_out = sum(len(word) > 1 for word in name_words(name))
        return (-min(written_out, 2), -spellings[name], -len(name), name)

    return min(spellings, key=rank)


def addresses(names: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], OfficialId]:
    """An address of its own for each official; of namesakes the first seen has the plain one."""
    taken: set[str] = set()
    ids = {}
    for key, name in names.items():  # in order of first appearance
        plain = slug(name)
        with_side = f"{plain}-{slug(key[0])}" if key[0] else plain
        numbered = (f"{with_side}-{number}" for number in count(2))
        ids[key] = OfficialId(next(a for a in chain((plain, with_side), numbered) if a not in taken))
        taken.add(ids[key])
    return ids
