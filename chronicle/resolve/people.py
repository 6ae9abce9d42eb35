"""Who is who: every participant of every entry to an official.

Two participants are one official if their names have the same words in plain letters and they act
for the same country or organisation; where two people of a side are known to share a name, if the
office is the same, too. A name with initials ("Z. Hasanov"), a surname alone or another order of the
words is an official's only if one alone fits and held the same office. What isn't sure is not merged.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from chronicle.model import Entry, OfficialId, Participant
from chronicle.resolve.names import is_reordered, is_short_for, name_words
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
    times = Counter(participant for entry in entries for participant in entry.participants)
    keys = {participant: key_of(participant) for participant in times}
    shared = shared_names(entries, keys)
    seen: dict[tuple[str, str], Counter[Participant]] = defaultdict(Counter)
    for participant, number in times.items():  # in order of first appearance
        side, name = keys[participant]
        office = f" {folded(participant.role or '')}" if (side, name) in shared else ""
        seen[side, name + office][participant] = number
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
    return side, " ".join(name_words(participant.name)) or participant.name


def shared_names(
    entries: Iterable[Entry], keys: Mapping[Participant, tuple[str, str]]
) -> set[tuple[str, str]]:
    """Names that two people of one side have: both took part in one meeting, in different offices."""
    shared = set()
    for entry in entries:
        of_entry = [keys[participant] for participant in entry.participants]
        if len(set(of_entry)) < len(of_entry):
            offices: dict[tuple[str, str], str] = {}
            for key, participant in zip(of_entry, entry.participants, strict=True):
                office = folded(participant.role or "")
                if offices.setdefault(key, office) != office:
                    shared.add(key)
    return shared


def without_short_forms(
    seen: Mapping[tuple[str, str], Counter[Participant]],
) -> dict[tuple[str, str], Counter[Participant]]:
    """The same, with "Z. Hasanov" counted as the one Zakir Hasanov of that country and office.

    Longer forms find their official first: a bare "Hasanov" would fit "Z. Hasanov", too, and be nobody's.
    """
    by_word: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for key, counts in seen.items():
        for word in {word for participant in counts for word in name_words(participant.name)}:
            by_word[key[0], word].append(key)
    merged = {key: Counter(counts) for key, counts in seen.items()}
    for key in sorted(seen, key=lambda key: (-len(key[1]), key)):
        words = name_words(next(iter(seen[key])).name)
        namesakes = [other for other in by_word[key[0], words[-1] if words else ""] if other in merged]
        full = [other for other in namesakes if other != key and stands_for(seen[key], seen[other])]
        if len(full) == 1:
            merged[full[0]].update(merged.pop(key))
    return merged


def stands_for(short: Iterable[Participant], full: Iterable[Participant]) -> bool:
    """Whether one person's names are short or reordered forms of another's, in the same office."""
    full = tuple(full)
    roles = {folded(participant.role or "") for participant in full} - {""}
    return all(
        any(is_short_for(p.name, other.name) or is_reordered(p.name, other.name) for other in full)
        and folded(p.role or "") in roles
        for p in short
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
