"""`suggest`, `merge`, `split`, `rename`, `pin`: who is who, as people decide it.

Each command says what it did and what comes next; it writes all that it decides, or nothing.
"""

import argparse
import gc
import getpass
import json
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from chronicle.commands.meant import (
    address_in,
    entry_meant,
    is_entry,
    meant,
    meant_perhaps,
    official_meant,
    official_named,
    pair_meant,
)
from chronicle.commands.terminal import DONE, counted, project_of
from chronicle.examination import decided_so_far
from chronicle.fields import CONTROL, ID
from chronicle.lexicon.states import known_codes
from chronicle.memo import Memo
from chronicle.model import Entry, OfficialId, PartialDate, Registry, Suggestion, Verdict
from chronicle.problems import Refused
from chronicle.project import REGISTRY, inputs_of
from chronicle.registrar import save
from chronicle.resolve.decide import (
    Known,
    Reason,
    joined,
    judged,
    known_of,
    parted,
    renamed,
    unpinned,
    with_pinned,
    with_pinned_if_possible,
    without_name,
)
from chronicle.resolve.split import without_entries
from chronicle.resolve.suggest import suggestions
from chronicle.slug import slug

PATIENCE = 5  # seconds; a name isn't worth more
NO_TEXT = ("Cc", "Cs")  # Unicode's categories of control characters and of halves of characters
FEW = 5  # officials who are named; of more, the number is told


class Decision(NamedTuple):
    """What a command makes of the registry, and what it says of that."""

    registry: Registry
    told: tuple[str, ...]


def suggest(options: argparse.Namespace) -> int:
    """Likely same officials and likely same meetings, best first, with reasons."""
    with looked_up(options) as there:
        pass  # what is only told needn't keep a build waiting
    found = suggestions(there.entries, there.registry)
    told = not (options.json or options.quiet)
    if told:
        print(heading(found))
    for each in found:
        if options.json:
            print(json.dumps(each._asdict(), ensure_ascii=False))
            continue
        print(f"{each.score:.2f} {each.of}: {each.one} and {each.other}")
        for reason in each.reasons:
            print(f"     {reason}")
        print(f'     python build.py merge {each.one} {each.other} --because "…"')
    if told and found:
        print('Those that aren\'t one: python build.py split ONE OTHER --because "…"')
    return DONE


def heading(found: Sequence[Suggestion]) -> str:
    """ "31 suggestions: 25 officials, 6 meetings", by what they are of; or that there are none."""
    if not found:
        return "Nothing to suggest."
    kinds = Counter(each.of for each in found)
    some = ", ".join(counted(kinds[of], of[:-1]) for of in ("officials", "meetings") if kinds[of])
    return f"{counted(len(found), 'suggestion')}: {some}"


def merge(options: argparse.Namespace) -> int:
    """Two officials, or two meetings, are one; the first official keeps the page."""

    def decide(known: Known) -> Decision:
        kind, first, second = pair_meant(known, options.one, options.other)
        if kind == "meetings":
            if second in known.meeting_of(first):
                return Decision(known.registry, (f"{first} and {second} are one meeting already.",))
            registry = judged(
                known.registry, Verdict.SAME, (first, second), reason_of(options), meetings=True
            )
            return Decision(
                registry, (f"{first} and {second} are one meeting now.", *taken_back(first, second))
            )
        one, other = (known.pins.leads_to(OfficialId(id_)) for id_ in (first, second))
        if one == other:
            return Decision(known.registry, (f"{first} and {second} are one official already: {one}.",))
        told = f"{other} is {one} now: the page officials/{other}/ will lead to officials/{one}/."
        registry = joined(known, one, other, reason_of(options))
        return Decision(registry, (told, *taken_back(one, other)))

    return decided(options, decide)


def split(options: argparse.Namespace) -> int:
    """Take a merge back, or keep apart what was taken to be one."""

    def decide(known: Known) -> Decision:
        kind, one = meant(known, options.one)
        others = [*options.what, *options.entries]
        if not others:
            hint = "Name another official, a spelling, or entries: split ID --entries ENTRY …"
            raise Refused(f"nothing is said that is to be kept apart from {one!r}", hint)
        if options.entries or all(is_entry(known, each) for each in others):
            entries = [entry_meant(known, each) for each in others]
            if kind == "meetings":
                return two_meetings(known, one, entries, options)
            return namesake(known, one, entries, options)
        if len(others) > 1:
            raise Refused(
                f"{', '.join(others)} aren't entries, all of them", "Name one official or one spelling."
            )
        if kind == "meetings":
            raise Refused(f"{others[0]!r} is no meeting", meant_perhaps(known, others[0]))
        return two_officials(known, OfficialId(one), others[0], options)

    return decided(options, decide)


def two_meetings(known: Known, one: str, others: Sequence[str], options: argparse.Namespace) -> Decision:
    """Meetings that aren't one, each with one."""
    if one in others:
        raise Refused(f"{one!r} is one meeting with itself")
    registry = known.registry
    for other in others:
        registry = judged(registry, Verdict.DIFFERENT, (one, other), reason_of(options), meetings=True)
    told = f"{one} and {', '.join(others)} are meetings of their own now."
    return Decision(registry, (told, undone("merge", one, others[0])))


def namesake(known: Known, one: str, entries: Sequence[str], options: argparse.Namespace) -> Decision:
    """Another official of the same name, in some entries."""
    today, told = known.pins.leads_to(OfficialId(one)), list[str]()
    with_others = known.told_with(today, entries)
    if more := [entry for entry in with_others if entry not in entries]:
        told.append(f"The namesake is meant in all that tells of the same meeting: {', '.join(more)}.")
        if {*with_others} == {entry for entry, _ in known.named[today]}:
            others = f"{', '.join(more)} tells of the same meeting"
            hint = f"{others}. If not, say: split {more[0]} {entries[0]}. For another name: rename."
            raise Refused(f"{today!r} is named in no other meeting", hint)
    registry, other = without_entries(known, today, with_others, new_id(known, options), reason_of(options))
    told.insert(0, f"{other} is an official of its own now, named in {', '.join(with_others)}.")
    return Decision(registry, (*told, undone("merge", today, other)))


def two_officials(known: Known, one: OfficialId, text: str, options: argparse.Namespace) -> Decision:
    """Two officials who aren't one, the second by id or by a spelling."""
    other = official_meant(known, address_in(text)[1])
    if other is None:
        today = known.pins.leads_to(one)
        registry, other = without_name(known, today, text, new_id(known, options), reason_of(options))
        told = f"{text!r} isn't {today} any more but an official of its own, {other}."
        return Decision(registry, (told, undone("merge", today, other)))
    if one == other:
        raise Refused(f"{one!r} is one official with itself")
    registry = parted(known, one, other, reason_of(options))
    were_one = known.pins.leads_to(one) == known.pins.leads_to(other)
    told = f"{one} and {other} " + ("are two officials again." if were_one else "are kept apart.")
    return Decision(registry, (told, undone("merge", one, other)))


def rename(options: argparse.Namespace) -> int:
    """Give an official another name and, with it, another address; the old one leads there."""

    def decide(known: Known) -> Decision:
        kind, id_ = meant(known, options.one)
        if kind == "meetings":
            raise Refused(f"{id_!r} is a meeting", "Its title stands in its entry: change it there.")
        one, name = known.pins.leads_to(OfficialId(id_)), one_line(options.name, "the new name")
        if not name:
            raise Refused("the new name is empty")
        registry, new = renamed(known, one, name, new_id(known, options))
        told = [f"{one} is called {name} now."]
        if new != one:
            told.append(f"The page is officials/{new}/; officials/{one}/ will lead there.")
        record = known.record(one)
        before = record.name if record else known.people.names[one]
        told.append(f"To take it back: python build.py rename {new} {before!r} --id {one}")
        return Decision(registry, tuple(told))

    return decided(options, decide)


def pin(options: argparse.Namespace) -> int:
    """Write officials down as they are, so that no later article can move their addresses."""
    if options.list:
        return listed(options)
    if not options.ids and not options.all:
        raise Refused("nobody is named", "Name officials, or say --all; --list tells who isn't pinned.")

    def decide(known: Known) -> Decision:
        open_ = unpinned(known)
        named = [known.pins.leads_to(OfficialId(official_named(known, text))) for text in options.ids]
        have = {record.id for record in known.registry.officials}
        told = [f"{id_} is pinned already." for id_ in dict.fromkeys(named) if id_ in have]
        if not options.all:
            return Decision(with_pinned(known, named), tuple(told))
        if not open_:
            told.append("Every official is pinned already.")
        registry, stuck = with_pinned_if_possible(known, open_)
        told += [f"{id_} can't be pinned: somebody else is named so in the same entry." for id_ in stuck]
        return Decision(registry, tuple(told))

    return decided(options, decide)


def listed(options: argparse.Namespace) -> int:
    """Print who isn't pinned, an id a line."""
    with looked_up(options) as found:
        pass
    known = known_of(found.entries, found.registry)
    open_ = unpinned(known)
    for id_ in open_:
        print(id_)
    if not options.quiet:
        print(f"{len(open_):,} of {counted(len(known.people.names), 'official')} not pinned.")
    return DONE


# ── deciding ─────────────────────────────────────────────────────────────────────────────────


def decided(options: argparse.Namespace, decide: Callable[[Known], Decision]) -> int:
    """Decide while nobody else writes, write it down, and say so."""
    with looked_up(options) as found:
        decision = decide(known_of(found.entries, found.registry))
        written: tuple[Path, ...] = ()
        if decision.registry != found.registry:
            folder = options.content / REGISTRY
            written = save(folder, found.files, found.registry, decision.registry, known_codes())
    if not options.quiet:
        tell(decision, found.registry, written)
    return DONE


class LookedUp(NamedTuple):
    """What there is to decide on."""

    entries: Sequence[Entry]
    registry: Registry
    files: Mapping[str, bytes]  # of the registry


@contextmanager
def looked_up(options: argparse.Namespace) -> Iterator[LookedUp]:
    """What there is to decide on; until this ends nobody else writes. Raises ProblemsFound."""
    project = project_of(options)
    gc.disable()  # this makes millions of objects and hardly a cycle
    try:
        with Memo(project.memory) as memo:
            inputs = inputs_of(project)
            yield LookedUp(*decided_so_far(memo, inputs, project), inputs.registry)
    finally:
        gc.enable()


def tell(decision: Decision, before: Registry, written: Sequence[Path]) -> None:
    """Print what was decided, what was written, and what to do next."""
    for line in decision.told:
        print(line)
    new = [record.id for record in decision.registry.officials[len(before.officials) :]]
    if new:
        names = ", ".join(new) if len(new) <= FEW else counted(len(new), "official")
        print(f"Pinned: {names}.")
    if written:
        print(f"Written: {', '.join(path.as_posix() for path in written)}. Next: python build.py")
    else:
        print("Nothing was written.")


def reason_of(options: argparse.Namespace) -> Reason:
    """Who decides this, today, and why."""
    because = one_line(options.because, "--because")
    if not because:
        raise Refused("the reason is empty", "Say in a few words why; it stands in the registry.")
    today = PartialDate(time.strftime("%Y-%m-%d"))
    by = one_line(options.by or "", "--by") or one_line(decider(options.content) or "", "git's user.name")
    return Reason(by or None, today, because)


def one_line(text: str, what: str) -> str:
    """A text with single blanks. Raises Refused where the registry couldn't hold it as it is."""
    line = " ".join(text.split())
    strange = next((sign for sign in line if category(sign) in NO_TEXT or CONTROL.match(sign)), None)
    if strange:
        raise Refused(f"there is a control character in {what}: {strange!r}", "Write it again without.")
    return line


def decider(folder: Path) -> str | None:
    """Who sits here: by the name that git has, else by that of the login; None where there is neither."""
    try:
        asked = subprocess.run(
            ["git", "-C", str(folder), "config", "user.name"],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=PATIENCE,
        )
        name = " ".join(asked.stdout.split())
    except (OSError, subprocess.TimeoutExpired):
        name = ""
    try:
        return name or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None


def taken_back(one: str, other: str) -> tuple[str, ...]:
    """How a merge is undone, as a line of what is told."""
    return (undone("split", one, other),)


def undone(command: str, one: str, other: str) -> str:
    """How to take a decision back."""
    return f'To take it back: python build.py {command} {one} {other} --because "…"'


def new_id(known: Known, options: argparse.Namespace) -> OfficialId | None:
    """The id that is asked for; None where none is. Raises Refused for one that can't be had."""
    if options.new_id is None:
        return None
    if not ID.fullmatch(options.new_id):
        hint = f"An id has small letters, digits and hyphens: {slug(options.new_id)!r}."
        raise Refused(f"{options.new_id!r} is not fit for an address", hint)
    id_ = OfficialId(options.new_id)
    if options.command == "split" and id_ in known.ids:
        raise Refused(f"the address {id_!r} is another official's, or was", "Choose another one with --as.")
    return id_
