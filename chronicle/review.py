"""What a person should look at: the entries that ask for it, and what can't be in all of them together."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from chronicle.model import Finding
from chronicle.store import Stored


def in_words(
    asking: Sequence[Stored], findings: Sequence[Finding], paths: Mapping[str, str], total: str
) -> Iterator[str]:
    """The lines of `review`; `paths` are the entries' files by id, `total` is told between both parts."""
    for each in asking:
        yield paths[each.entry.id]
        yield from (f"    {reason}" for reason in each.entry.review)
    if total:
        yield total
    for kind, some in groupby(findings, key=lambda finding: finding.kind):
        of_kind = list(some)
        yield f"\n{kind[:1].upper()}{kind[1:]}: {len(of_kind)}"
        for finding in of_kind:
            yield f"    {finding.what}"
            yield from (f"        {paths[entry]}: {tells}" for entry, tells in finding.evidence)
        yield from (f"    {hint}" for hint in dict.fromkeys(finding.hint for finding in of_kind))


def as_json(asking: Sequence[Stored], findings: Sequence[Finding], paths: Mapping[str, str]) -> Iterator[str]:
    """The same for programs, a line an entry or a finding."""
    for each in asking:
        yield dumped({"entry": paths[each.entry.id], "review": each.entry.review})
    for finding in findings:
        evidence = [{"entry": paths[entry], "tells": tells} for entry, tells in finding.evidence]
        yield dumped(
            {"finding": finding.kind, "what": finding.what, "evidence": evidence, "hint": finding.hint}
        )


def dumped(record: Mapping[str, object]) -> str:
    """A record in a line."""
    return json.dumps(record, ensure_ascii=False)
