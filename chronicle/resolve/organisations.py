"""Organisations by one name: an article's "International Telecommunication Union" is another's "ITU".

Other names: lexicon/en/organisations.yaml, which ingest reads by, and former_organisations.yaml. The name
shown is the one that most participants and parties have.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from chronicle.lexicon.words import word_lists
from chronicle.model import Entry, Participant
from chronicle.slug import folded


def with_one_name(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries, in which each organisation has one name."""
    times = Counter(name for entry in entries for name in named_in(entry))
    groups: dict[str, list[str]] = defaultdict(list)
    for name in times:
        groups[common_name(name)].append(name)
    shown = {
        name: max(names, key=lambda one: (times[one], one == common, one))
        for common, names in groups.items()
        if len(names) > 1
        for name in names
    }
    return [renamed(entry, shown) for entry in entries] if shown else entries


def named_in(entry: Entry) -> Iterator[str]:
    """Every party of an entry, and whom its participants act for."""
    yield from entry.parties
    yield from (p.organisation for p in entry.participants if p.organisation)


def common_name(name: str) -> str:
    """What an organisation is commonly called; any other name stays."""
    return common_names().get(folded(name), name)


@cache
def common_names() -> Mapping[str, str]:
    """Every name of an organisation, in plain letters -> the common one."""
    lists = [*word_lists("en/organisations").items(), *word_lists("en/former_organisations").items()]
    return MappingProxyType({folded(form): name for name, forms in lists for form in (*forms, name)})


def renamed(entry: Entry, shown: Mapping[str, str]) -> Entry:
    """The entry with other names of organisations, wherever it has one."""
    if not any(shown.get(name, name) != name for name in named_in(entry)):
        return entry
    return replace(
        entry,
        participants=tuple(for_one_name(p, shown) for p in entry.participants),
        parties=tuple(dict.fromkeys(shown.get(party, party) for party in entry.parties)),
        statements=tuple(
            replace(s, sides=tuple(shown.get(side, side) for side in s.sides)) for s in entry.statements
        ),
    )


def for_one_name(participant: Participant, shown: Mapping[str, str]) -> Participant:
    """A participant who acts for an organisation by that name."""
    organisation = participant.organisation
    return (
        replace(participant, organisation=shown.get(organisation, organisation))
        if organisation
        else participant
    )
