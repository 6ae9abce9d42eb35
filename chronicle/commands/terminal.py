"""What all commands are told and tell: where the files are, problems, counts, how far the work is."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from chronicle.problems import Problem
from chronicle.progress import Progress, quiet
from chronicle.project import Project

ROOT = Path(__file__).parents[2]
DONE, WRONG, MISUSED = 0, 1, 2
PORT, LAST_PORT = 8000, 65_535
BAR = 30  # characters


def project_of(options: argparse.Namespace) -> Project:
    """Where the files are: beside build.py, unless the options say otherwise."""
    return Project(options.content, options.output, options.config, shown(ROOT / "templates"))


def complain(problems: Sequence[Problem], summary: str = "") -> int:
    """Print problems, all of them, and give the exit code."""
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(summary or f"{counted(len(problems), 'problem')}.", file=sys.stderr)
    return WRONG if problems else DONE


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 entry", "1,204 entries"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def text_of(path: Path) -> str:
    """A file's text, "" where there is none."""
    return path.read_bytes().decode(errors="replace") if path.is_file() else ""


def shown(path: Path) -> Path:
    """A path as a person at this place would write it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def progress_of(options: argparse.Namespace) -> Progress:
    """A bar for long work on a terminal; silence elsewhere."""
    if options.quiet or not sys.stderr.isatty():
        return quiet

    def show(what: str, done: int, of_all: int) -> None:
        full = BAR * done // max(of_all, 1)
        end = "\n" if done >= of_all else ""
        print(
            f"\r{what} [{'█' * full}{' ' * (BAR - full)}] {done:,} of {of_all:,}",
            end=end,
            file=sys.stderr,
            flush=True,
        )

    return show
