"""Headings → fields of an entry: which column tells what, and which tell nothing that is known."""

import difflib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from chronicle.problems import Problem

ONE = ("id", "title", "date", "end_date", "kind", "status", "city", "country", "occasion", "body", "evidence")
SEVERAL = ("participants", "parties", "documents", "topics", "statements", "sources", "review")
PARTS = {
    "participants": ("name", "role", "rank", "country", "organisation"),
    "sources": ("outlet", "url", "published", "attribution", "article"),
}
SINGULAR = {
    name: field
    for field in SEVERAL
    for name in (field, field.removesuffix("ies") + "y" if field == "parties" else field.removesuffix("s"))
}
LEFT_OUT = "-"  # in the settings: a column that isn't wanted
BREAKS = re.compile(r"[\s_:.\-\[\]]+")
NUMBERED = re.compile(r"([a-z]+)(?: (\d{1,3}))?(?: ([a-z]+))?")
REASON = re.compile(r"rejected from (.+) because")  # heads the reasons in a file of rejected rows
HINT = "Map it to a field, or to '-', under 'import: columns:' in the settings; or add --ignore-unknown."


class Target(NamedTuple):
    """What a column tells."""

    field: str  # of an entry; "" for nothing
    number: int = -1  # which of several: "participant 2"; -1 where a cell lists them all
    part: str = ""  # "role" of "participant 2 role"


NOTHING = Target("")


WRITTEN_ONLY = frozenset(
    ("made by", "inferred", "differences")
)  # columns that the program writes and never reads


class Layout(NamedTuple):
    """What the columns of a table tell."""

    headings: tuple[str, ...]
    targets: tuple[Target, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def plain(heading: str) -> str:
    """A heading as headings are compared: case, blanks, underscores and hyphens don't count."""
    return BREAKS.sub(" ", heading.casefold()).strip()


@lru_cache(maxsize=4096)
def target_of(heading: str) -> Target | None:
    """What a heading of the program's own tells; None where it is none."""
    name = plain(heading)
    if name.replace(" ", "_") in ONE:
        return Target(name.replace(" ", "_"))
    if name in SEVERAL:
        return Target(name)
    if name in PARTS["sources"]:  # a column "url" tells of the row's only source
        return Target("sources", 0, name)
    found = NUMBERED.fullmatch(name)
    if found is None or found.group(1) not in SINGULAR or (found.group(3) and not found.group(2)):
        return None
    field, number, part = SINGULAR[found.group(1)], int(found.group(2) or -1), found.group(3) or ""
    return Target(field, number, part) if not part or part in PARTS.get(field, ()) else None


def layout_of(
    file: str, headings: Sequence[str], line: int | None, columns: Mapping[str, str], *, ignore_unknown: bool
) -> Layout:
    """What each column tells; `columns` says it of headings (as compared) that aren't the program's."""
    targets, problems, notes = list[Target](), list[Problem](), list[str]()
    for heading in headings:
        told = columns.get(plain(heading))
        target = NOTHING if told == LEFT_OUT or is_left_out(heading) else target_of(told or heading)
        if target is None and ignore_unknown:
            notes.append(f"the column {heading!r} of {file} is left out.")
        elif target is None:
            problems.append(Problem(file, line, f"the column {heading!r} is no field", meant(heading)))
        targets.append(target or NOTHING)
    targets, more = without_own_address(file, headings, targets)
    problems += [Problem(file, line, what, "Keep one of the two.") for what in twice(headings, targets)]
    if not problems and not any(target.field in ("participants", "parties") for target in targets):
        what = "no column tells who took part"
        problems.append(
            Problem(file, line, what, "Name one 'participants' or 'parties', or map one to these.")
        )
    return Layout(tuple(headings), tuple(targets), tuple(problems), (*notes, *more))


def is_left_out(heading: str) -> bool:
    """Whether a column is one that the program writes for people and never reads."""
    return not heading or plain(heading) in WRITTEN_ONLY or REASON.fullmatch(heading.strip()) is not None


def without_own_address(
    file: str, headings: Sequence[str], targets: list[Target]
) -> tuple[list[Target], list[str]]:
    """The same; beside a list of sources, a column "url" is the address of a page about the meeting."""
    own = Target("sources", 0, "url")
    if Target("sources") not in targets or own not in targets:
        return targets, []
    heading = headings[targets.index(own)]
    note = f"the column {heading!r} of {file} is left out: the sources stand in a column of their own."
    return [NOTHING if target == own else target for target in targets], [note]


def twice(headings: Sequence[str], targets: Sequence[Target]) -> list[str]:
    """What is wrong where two columns tell one thing, of which there can be one."""
    told: dict[Target, list[str]] = {}
    for heading, target in zip(headings, targets, strict=True):
        told.setdefault(target, []).append(heading)
    pairs = [
        names[:2]
        for target, names in told.items()
        if len(names) > 1 and target != NOTHING and (target.field not in SEVERAL or target.part)
    ]
    found = [f"the columns {one!r} and {other!r} tell the same" for one, other in pairs]
    same = {name for name, times in Counter(headings).items() if times > 1 and name} - {p[0] for p in pairs}
    return found + [f"the heading {name!r} stands there twice" for name in sorted(same)]


def meant(heading: str) -> str:
    """Which field an unknown heading may stand for, and what to do."""
    near = difflib.get_close_matches(plain(heading), [*map(plain, ONE), *SINGULAR], n=1, cutoff=0.75)
    return f"Did you mean {near[0].replace(' ', '_')!r}?" if near else HINT
