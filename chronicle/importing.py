"""Tables → entries: read, judge every row, write what is new or has changed, remember it."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from chronicle import store
from chronicle.import_settings import Way, Ways
from chronicle.lexicon.states import known_codes
from chronicle.memo import Memo
from chronicle.model import Entry
from chronicle.parallel import processes, spread
from chronicle.problems import Problem, ProblemsFound, Unreadable
from chronicle.progress import Progress
from chronicle.project import MEETINGS, Project, code_version, contents, files
from chronicle.record import signed_for
from chronicle.store import Stored
from chronicle.tables.days import knows_months_of
from chronicle.tables.layout import REASON, Layout, layout_of
from chronicle.tables.plan import Plan, plan
from chronicle.tables.reading import read_table
from chronicle.tables.register import REGISTER, Line, read_register, register_text
from chronicle.tables.rows import Draft, Rejected, judged
from chronicle.tables.sides import notes_on
from chronicle.tables.table import Table

AT_ONCE = 2_000  # rows between two signs of progress


class Wish(NamedTuple):
    """What a person asks of an import."""

    table: str | None  # what the table is called; None: as its file is
    ignore_unknown: bool
    prune: bool
    is_rehearsal: bool  # nothing is written


class Laid(NamedTuple):
    """A file's table with its columns understood."""

    name: str  # of the table; several files may belong to one
    file: str  # as messages name it
    table: Table
    layout: Layout
    way: Way
    is_whole: bool  # False for a file of rows that were rejected before


class Outcome(NamedTuple):
    """What came of one table."""

    table: str
    rows: int
    new: int
    changed: int
    unchanged: int
    left_out: int  # rows whose entries a person removed
    removals: tuple[str, ...]  # entries that are removed, as their rows aren't there any more
    gone: tuple[str, ...]  # entries that stay, though their rows aren't there any more
    rejected: tuple[tuple[Rejected, Laid], ...]  # in order of the files
    notes: tuple[str, ...]


def import_tables(
    project: Project, tables: Mapping[str, bytes], ways: Ways, wish: Wish, progress: Progress
) -> list[Outcome]:
    """Import some tables, by the names that messages give their files.

    Raises ProblemsFound before anything is written, if a file can't be read, a column isn't understood,
    or an entry that is there is broken. Rows that are rejected don't keep the others out.
    """
    gc.disable()  # an import makes millions of objects and hardly a cycle
    try:
        laid, problems = laid_out(tables, ways, wish)
        problems += without_rows(laid) if wish.prune else ()
        if problems:
            raise ProblemsFound(problems)
        with Memo(project.memory) as memo:  # the lock: no build reads what is half written
            return [
                import_one(project, name, of_name, wish, memo=memo, progress=progress)
                for name, of_name in by_name(laid).items()
            ]
    finally:
        gc.enable()


def without_rows(laid: Sequence[Laid]) -> Iterator[Problem]:
    """What is wrong with tables that have no rows, where rows that are gone take their entries with them."""
    for of_name in by_name(laid).values():
        if not any(each.table.rows for each in of_name):
            hint = "Is this the right file? To remove entries, delete their files."
            yield Problem(of_name[0].file, None, "the table has no rows; nothing is removed", hint)


def by_name(laid: Sequence[Laid]) -> dict[str, list[Laid]]:
    """The tables by name, in order; files of one name belong to one table."""
    names = dict.fromkeys(each.name for each in laid)
    return {name: [each for each in laid if each.name == name] for name in names}


def import_one(
    project: Project, name: str, laid: Sequence[Laid], wish: Wish, *, memo: Memo, progress: Progress
) -> Outcome:
    """Import one table, which may be spread over several files."""
    found = contents(files(project.content / MEETINGS))
    stored, lines = entries_of(project, found, memo), register_of(project)
    drafts, rejected = judged_rows(laid, progress)
    result = plan(
        name,
        drafts,
        stored=stored,
        register=lines,
        rejected=rejected,
        is_whole=all(each.is_whole for each in laid),
        prune=wish.prune,
    )
    writes = [*result.new.items(), *result.changed.items()]
    made = spread(partial(texts_of, name), [made for _, made in writes], jobs=processes())
    texts = {p: text for (p, _), text in zip(writes, made, strict=True) if found.get(p) != text}
    if not wish.is_rehearsal:
        carry_out(project.content, texts, result, found=found, lines=lines, progress=progress)
    known = {party for each in stored for party in each.entry.parties}
    result.notes += notes_on([entry for _, (entry, _) in writes], known)
    return outcome_of(name, laid, result, texts)


def laid_out(tables: Mapping[str, bytes], ways: Ways, wish: Wish) -> tuple[list[Laid], list[Problem]]:
    """The tables with their columns understood, and all that is wrong with them."""
    laid, problems = [], list[Problem]()
    for file, content in tables.items():
        own_name = Path(file).name.encode(errors="replace").decode()
        way = ways.of(wish.table or own_name)
        try:
            table = read_table(file, content, way.encoding)
        except Unreadable as error:
            problems.append(Problem(file, error.line, error.what, error.hint))
            continue
        again = next(filter(None, map(REASON.fullmatch, table.headings)), None)
        name = wish.table or (again.group(1) if again else own_name)
        way = ways.of(name)
        if not knows_months_of(way.language):
            hint = "Set 'language' under 'import' to a code such as de, fr or ru."
            problems.append(Problem(file, None, f"the months of {way.language!r} aren't known", hint))
        layout = layout_of(file, table.headings, table.line, way.columns, ignore_unknown=wish.ignore_unknown)
        problems += layout.problems
        laid.append(Laid(name, file, table, layout, way, again is None))
    return laid, problems


def entries_of(project: Project, found: Mapping[str, bytes], memo: Memo) -> list[Stored]:
    """The entries that there are. Raises ProblemsFound where one is broken: it may be one of a row's."""
    stored, problems = store.entries(
        found,
        folder=f"{project.content.as_posix()}/{MEETINGS}",
        codes=known_codes(),
        memo=memo,
        version=code_version(),
        jobs=processes(),
    )
    if problems:
        raise ProblemsFound(problems)
    return stored


def register_of(project: Project) -> dict[tuple[str, str], Line]:
    """What was imported before. Raises ProblemsFound where the register is broken."""
    path = project.content / REGISTER
    lines, problems = read_register(store.content_of(path) or b"", path.as_posix())
    if problems:
        raise ProblemsFound(problems)
    return lines


def judged_rows(laid: Sequence[Laid], progress: Progress) -> tuple[list[Draft], list[Rejected]]:
    """The rows of a table that are entries, and those that are none."""
    pairs = [(row, each) for each in laid for row in each.table.rows]
    drafts, rejected = list[Draft](), list[Rejected]()
    for number, (row, each) in enumerate(pairs, 1):
        one = judged(row, each.layout, each.way, each.name)
        if isinstance(one, Draft):
            drafts.append(one)
        else:
            rejected.append(one)
        if not number % AT_ONCE or number == len(pairs):
            progress("rows", number, len(pairs))
    return drafts, rejected


def outcome_of(name: str, laid: Sequence[Laid], result: Plan, texts: Mapping[str, bytes]) -> Outcome:
    """What came of one table, of which `texts` were written."""
    changed = len(result.changed.keys() & texts.keys())
    return Outcome(
        name,
        rows=sum(len(each.table.rows) for each in laid),
        new=len(result.new),
        changed=changed,
        unchanged=result.unchanged + len(result.changed) - changed,
        left_out=result.left_out,
        removals=tuple(f"{MEETINGS}/{path}" for path in sorted(result.removals)),
        gone=tuple(result.gone),
        rejected=in_order(result.rejected, laid),
        notes=(*(note for each in laid for note in notes_of(each)), *result.notes),
    )


def texts_of(table: str, made: Sequence[tuple[Entry, str]]) -> list[bytes]:
    """The texts of some entries' files."""
    return [signed_for(entry, table, key).encode() for entry, key in made]


def in_order(rejected: Sequence[Rejected], laid: Sequence[Laid]) -> tuple[tuple[Rejected, Laid], ...]:
    """The rejected rows in order of the files, each with its table."""
    of_file = {row.file: each for each in laid for row in each.table.rows[:1]}
    order = list(of_file)
    some = sorted(rejected, key=lambda each: (order.index(each.row.file), each.row.line))
    return tuple((each, of_file[each.row.file]) for each in some)


def notes_of(laid: Laid) -> tuple[str, ...]:
    """What a person should know about how a table was read."""
    return (*filter(None, (laid.table.note,)), *laid.layout.notes)


def carry_out(
    content: Path,
    texts: Mapping[str, bytes],
    result: Plan,
    *,
    found: Mapping[str, bytes],
    lines: Mapping[tuple[str, str], Line],
    progress: Progress,
) -> None:
    """Write and remove entries; the register last, so that a killed import is simply done again.

    Raises ProblemsFound if an entry isn't what it was when it was read: somebody is editing it.
    """
    store.remove_parts(content)
    paths = sorted({*texts, *result.removals})
    for number, path in enumerate(paths, 1):
        file = content / MEETINGS / path
        if store.content_of(file) != found.get(path):
            hint = "Nothing of it is lost. Import again."
            raise ProblemsFound(
                [Problem(file.as_posix(), None, "this was edited while the import ran", hint)]
            )
        if path in texts:
            store.write(file, texts[path])
        else:
            store.remove(file)
        if not number % AT_ONCE or number == len(paths):
            progress("entries", number, len(paths))
    if result.register != lines:
        store.write(content / REGISTER, register_text(result.register.values()))
