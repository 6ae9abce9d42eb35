"""Whose an entry is: what ingest may write, move and remove, and what a person has made theirs.

Ingest signs what it writes with a digest (`made_by`). An entry whose digest doesn't fit, or that has
none, is a person's and is never written again. The ledger tells how many entries were made of an
article: one of them that is gone was removed by a person, and isn't made again. Both are files of
content/, so that all of this survives a clone.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from chronicle.model import Entry
from chronicle.project import MEETINGS
from chronicle.record import encounter_number, is_untouched, signed
from chronicle.slug import folded
from chronicle.store import Line, Stored, entry_path


class Fresh(NamedTuple):
    """An article that is new or has changed, as ingest has just read it."""

    article: str
    digest: str
    drafts: tuple[Entry, ...]
    reason: str
    outlet: str = ""  # who published it, and when, as far as it tells
    published: str = ""


@dataclass
class Plan:
    """What to do so that the entries say what the articles say, and people's edits stay."""

    writes: dict[str, str] = field(default_factory=dict)  # path below content/meetings → text
    removals: set[str] = field(default_factory=set)
    ledger: dict[str, Line] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)  # what a person should know
    taken: set[str] = field(default_factory=set)  # the ids that entries have, in small letters


Made = Mapping[int, Sequence[Stored]]  # the entries of one article, by number of the encounter


def plan(
    fresh: Sequence[Fresh], *, present: Collection[str], stored: Sequence[Stored], ledger: Mapping[str, Line]
) -> Plan:
    """What to write, remove and remember.

    `present` names all articles that are there now, unchanged ones included; a ledger line of any
    other is an article that was removed or renamed.
    """
    made = made_of_articles(stored)
    gone = {name: line for name, line in ledger.items() if name not in present and line.digest}
    still = {name: line for name, line in ledger.items() if name not in gone}
    result = Plan(ledger=still, taken={each.entry.id.casefold() for each in stored})
    renamed: set[str] = set()
    for article in sorted(fresh):
        old_name = former_name(article, ledger, gone.keys() - renamed, gone)
        if old_name != article.article:
            renamed.add(old_name)
        settle(article, made.get(old_name, {}), ledger.get(old_name), result)
    for name in sorted(gone.keys() - renamed):
        remove_unedited(chain.from_iterable(made.get(name, {}).values()), result)
    return result


def made_of_articles(stored: Sequence[Stored]) -> dict[str, dict[int, list[Stored]]]:
    """The entries that ingest made by article and encounter, those edited since first.

    There are two of one encounter where a build was killed between writing an entry's new file and
    removing the old one.
    """
    made: dict[str, dict[int, list[Stored]]] = defaultdict(lambda: defaultdict(list))
    for each in sorted(stored, key=lambda each: (is_untouched(each.entry), each.path)):
        number = encounter_number(each.entry)
        article = next((source.article for source in each.entry.sources if source.article), None)
        if number and article:
            made[article][number].append(each)
    return made


def former_name(article: Fresh, ledger: Mapping[str, Line], free: set[str], gone: Mapping[str, Line]) -> str:
    """The name that an article was read under before: its own, or that of a vanished twin."""
    if article.article in ledger:
        return article.article
    twins = sorted(name for name in free if gone[name].digest == article.digest)
    return twins[0] if twins else article.article


def settle(article: Fresh, made: Made, line: Line | None, result: Plan) -> None:
    """Decide about the entries of one article that was read anew.

    `line` is what the ledger knew of it; None where it is new, or its line was taken away.
    """
    before = line.encounters if line else 0
    count = len(article.drafts)
    touched = any(is_edited(several) for several in made.values()) or any(
        number not in made for number in range(1, before + 1)
    )
    if line and touched and line.digest != article.digest and not in_step(article.drafts, made, before):
        result.notes.append(
            f"{article.article} has changed, and a person edited or removed entries of it: all are left as "
            f"they are. Compare them with the article, which now tells of {count} encounters."
        )
        count = before
    else:
        settle_each(article, made, before, line, result)
    reason = "" if count else article.reason
    result.ledger[article.article] = Line(
        article.article, article.digest, count, reason, article.outlet, article.published
    )


def settle_each(article: Fresh, made: Made, before: int, line: Line | None, result: Plan) -> None:
    """Decide about the entries of one article, encounter by encounter."""
    for number, draft in enumerate(article.drafts, 1):
        several = made.get(number, ())
        if line is None and is_edited(several) and not tells_of_the_same(draft, several[0].entry):
            several = ()  # an edited entry of another article, which had this name and has gone
        if number <= before and number not in made:
            note = f"encounter {number} of {article.article} was removed by a person and is left out."
            result.notes.append(note)
        else:
            settle_one(number, draft, several, article.article, result)
    count = len(article.drafts)
    superfluous = [each for number, several in made.items() if number > count for each in several]
    remove_unedited(superfluous, result)


def is_edited(several: Sequence[Stored]) -> bool:
    """Whether the entry of an encounter is a person's; a copy beside the untouched one is another entry."""
    return bool(several) and not any(is_untouched(each.entry) for each in several)


def in_step(drafts: Sequence[Entry], made: Made, before: int) -> bool:
    """Whether a changed article still tells of the encounters that its entries tell of, in their order."""
    return len(drafts) == before and all(
        tells_of_the_same(draft, made[number][0].entry)
        for number, draft in enumerate(drafts, 1)
        if number in made
    )


def tells_of_the_same(draft: Entry, entry: Entry) -> bool:
    """Whether two entries of one article have somebody in common, or, where nobody is named, a party."""
    if draft.participants and entry.participants:
        one, other = ({folded(p.name) for p in each.participants} for each in (draft, entry))
    else:
        one, other = set(draft.parties), set(entry.parties)
    return not one.isdisjoint(other)


def settle_one(number: int, draft: Entry, several: Sequence[Stored], article: str, result: Plan) -> None:
    """Write one entry, unless a person has edited it."""
    held = held_of(several, draft.id)
    if held and not is_untouched(held.entry):
        path = f"{MEETINGS}/{held.path}"
        result.notes.append(
            f"{article} has changed, and {path} is a person's: it is left as it is. Compare the two."
        )
        return
    entry_id = free_id(draft.id, held, result.taken)
    path = held.path if held and held.entry.id == entry_id else entry_path(entry_id)
    result.taken.add(entry_id.casefold())
    result.writes[path] = signed(replace(draft, id=entry_id), number)
    result.removals.update(each.path for each in several if is_untouched(each.entry) and each.path != path)


def held_of(several: Sequence[Stored], wanted: str) -> Stored | None:
    """The entry of an encounter: ingest's own, of two the one written last; else a person's."""
    own_first = sorted(
        several, key=lambda each: (not is_untouched(each.entry), not is_numbered(each.entry.id, wanted))
    )
    return next(iter(own_first), None)


def is_numbered(entry_id: str, wanted: str) -> bool:
    """Whether an id is the one wanted, or that with a number."""
    return re.fullmatch(re.escape(wanted) + r"(-\d+)?", entry_id) is not None


def free_id(wanted: str, held: Stored | None, taken: Collection[str]) -> str:
    """An id that no other entry has: the one wanted, or the one it had, or the next with a number."""
    if held and is_numbered(held.entry.id, wanted):
        return held.entry.id
    if wanted.casefold() not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}".casefold() in taken:
        number += 1
    return f"{wanted}-{number}"


def remove_unedited(entries: Iterable[Stored], result: Plan) -> None:
    """Remove entries that no article tells of any more, but for those that a person edited."""
    for each in entries:
        if is_untouched(each.entry):
            result.removals.add(each.path)
        else:
            result.notes.append(
                f"{MEETINGS}/{each.path} is a person's and stays, though its article has gone."
            )
