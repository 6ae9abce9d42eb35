"""The command `import`: a table of meetings into entries."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from chronicle import store
from chronicle.commands.terminal import complain, counted, progress_of, project_of, text_of
from chronicle.config import read_config
from chronicle.importing import Outcome, Wish
from chronicle.importing import import_tables as taken_over
from chronicle.problems import Problem, ProblemsFound
from chronicle.tables.rejected import rejected_text


def import_tables(options: argparse.Namespace) -> int:
    """Turn tables of meetings into entries; rows that can't be are listed with the reasons.

    Raises ProblemsFound where nothing is imported at all.
    """
    project, path = project_of(options), options.config
    config, wrong = read_config(path.as_posix(), text_of(path))
    if wrong:
        raise ProblemsFound(wrong)
    wish = Wish(options.table, options.ignore_unknown, options.prune, options.dry_run)
    if options.rejected and options.rejected.resolve() in [Path(name).resolve() for name in options.files]:
        what = "this is the table itself, and would be written over"
        hint = "Name another file after --rejected."
        raise ProblemsFound([Problem(options.rejected.as_posix(), None, what, hint)])
    tables = contents_of(options.files)
    outcomes = taken_over(project, tables, config.imports, wish, progress_of(options))
    for outcome in outcomes:
        tell(outcome, wish, quiet=options.quiet)
    if options.rejected and not options.dry_run:
        write_rejected(options.rejected, outcomes)
    problems = [p for outcome in outcomes for rejected, _ in outcome.rejected for p in rejected.problems]
    rows = sum(len(outcome.rejected) for outcome in outcomes)
    others = "would be" if options.dry_run else "were"
    told = f"{counted(rows, 'row')} rejected for {counted(len(problems), 'problem')}"
    return complain(problems, f"{told}; the others {others} imported.")


def contents_of(names: Sequence[str]) -> dict[str, bytes]:
    """What stands in some files. Raises ProblemsFound where some can't be opened."""
    found, problems = {}, []
    for name in names:
        try:
            found[name] = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            what = f"can't be opened: {error.strerror}"
            problems.append(Problem(name, None, what, "Check the file's name."))
    if problems:
        raise ProblemsFound(problems)
    return found


def tell(outcome: Outcome, wish: Wish, *, quiet: bool) -> None:
    """Print what came of a table, and what a person should know of it."""
    if quiet:
        return
    made = f"{counted(outcome.new, 'new entry', 'new entries')}, {outcome.changed:,} changed, "
    removed = f"{len(outcome.removals):,} removed, " if outcome.removals else ""
    left_out = f"{outcome.left_out:,} left out, as you removed their entries, " if outcome.left_out else ""
    would = "; nothing was written" if wish.is_rehearsal else ""
    print(
        f"{outcome.table}: {counted(outcome.rows, 'row')}; {made}{removed}{outcome.unchanged:,} as before, "
        f"{left_out}{len(outcome.rejected):,} rejected{would}"
    )
    for note in outcome.notes:
        print(f"Note: {note}")
    for path in outcome.removals if wish.is_rehearsal else ():
        print(f"Note: {path} would be removed, as its row is gone.")
    edited = "A person edited it; delete the file if it isn't wanted."
    hint = (
        edited if wish.prune else "To remove such entries, but for those that a person edited, add --prune."
    )
    for path in outcome.gone:
        print(f"Note: {path} stays, though its row is gone. {hint}")
    sys.stdout.flush()


def write_rejected(path: Path, outcomes: Sequence[Outcome]) -> None:
    """Write the rejected rows of a table into a file. Raises ProblemsFound for several tables."""
    of_tables = [outcome for outcome in outcomes if outcome.rejected]
    if len(of_tables) > 1:
        what = "rows of several tables were rejected"
        hint = "They were not written there. Import one table at a time for that."
        raise ProblemsFound([Problem(path.as_posix(), None, what, hint)])
    for outcome in of_tables:
        rows = [(rejected, laid.table) for rejected, laid in outcome.rejected]
        store.write(path, rejected_text(outcome.table, rows))
