"""Pages to a folder: only what changed is rendered and written; the new site replaces the old at once.

A page is made again only if its template, its context or its file isn't what it was. The new site
is put together beside the old one, unchanged files as hard links, and the two change places in one
step. Killed at any moment, there is a whole site: the old one or the new one.
"""

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from chronicle.digests import digest
from chronicle.manifest import Placed, marked
from chronicle.parallel import spread
from chronicle.problems import Problem, ProblemsFound
from chronicle.publish.page import Link, Page, Row

MARK = ".chronicle"  # stands in every site that was made here
MARK_TEXT = b"Made by build.py, and replaced as a whole by the next build. Don't edit here.\n"
EXCHANGE = 2  # renameat2's RENAME_EXCHANGE
HERE = -100  # AT_FDCWD: names count from the working folder


class File(NamedTuple):
    """A file of the site that isn't a page: a feed, data, a stylesheet."""

    path: str
    make: Callable[[], bytes]


class Renders(Protocol):
    """What turns pages to bytes, and what it learnt on the way."""

    def page(self, page: Page, context: tuple[Any, ...]) -> bytes:
        """A page's file."""

    def news(self) -> list[tuple[bytes, bytes]]:
        """What is worth remembering."""


class Outcome(NamedTuple):
    """What was done, by one process or by all."""

    placed: list[Placed]
    changed: set[str]  # the paths that were written
    news: list[tuple[bytes, bytes]]  # see Renders


class Folder:
    """A folder that is being filled; remembers which subfolders there are."""

    def __init__(self, path: Path) -> None:
        self.root = os.fspath(path)
        self.made: set[str] = set()

    def begin(self) -> None:
        """Make the folder, with the mark first: what a killed build leaves is known as ours."""
        os.makedirs(self.root)
        with open(f"{self.root}/{MARK}", "wb"):
            pass

    def place(self, path: str) -> str:
        """The full name for a file below the folder, its subfolder made."""
        full = f"{self.root}/{path}"
        parent = full.rpartition("/")[0]
        if parent not in self.made:
            os.makedirs(parent, exist_ok=True)
            self.made.add(parent)
        return full

    def write(self, path: str, content: bytes) -> str:
        """Write a new file; gives its full name."""
        full = self.place(path)
        with open(full, "wb", buffering=0) as file:
            file.write(content)
        return full

    def link(self, path: str, old: Path) -> None:
        """Take over a file of another folder, as a hard link where the disk knows such."""
        full = self.place(path)
        if path == MARK:  # it stands there, so that a build that is killed leaves a folder known as ours
            os.unlink(full)
        try:
            os.link(f"{old}/{path}", full)
        except OSError:
            shutil.copy2(f"{old}/{path}", full)


@dataclass(frozen=True, slots=True)
class Press:
    """What placing a piece takes."""

    new: Folder
    output: Path
    renderer: Renders
    version: bytes  # all that a page depends on besides its context: templates, settings, code
    known: Mapping[str, Placed]  # of the last build
    standing: Mapping[str, Placed]  # the files of the old site as they are
    row_digests: dict[Row, bytes]

    def run(self, pieces: Sequence[Page | File]) -> Outcome:
        """Put some pieces into the new site: those that the old site has as links to it."""
        outcome = Outcome([], set(), [])
        for piece in pieces:
            key, content = self.page(piece) if isinstance(piece, Page) else ("", piece.make())
            old = self.standing.get(piece.path)
            made = digest(content).hex() if content is not None else ""
            if old and (content is None or made == old.digest):
                self.new.link(piece.path, self.output)
                outcome.placed.append(old._replace(key=key))
            else:
                full = self.new.write(piece.path, content or b"")
                outcome.placed.append(marked(Placed(piece.path, key, made), full))
                outcome.changed.add(piece.path)
        return outcome._replace(news=self.renderer.news())

    def page(self, page: Page) -> tuple[str, bytes | None]:
        """A page's key, and its file unless it is known that the old site has it."""
        context = None if page.ingredients else page.context()
        key = self.key(page, context)
        known, old = self.known.get(page.path), self.standing.get(page.path)
        if known and old and known.key == key and known.digest == old.digest:
            return key, None
        return key, self.renderer.page(page, page.context() if context is None else context)

    def key(self, page: Page, context: tuple[Any, ...] | None) -> str:
        """What tells a page from another; a row is digested once, however many lists it stands in."""
        parts = context if context is not None else page.ingredients() if page.ingredients else ()
        rows: tuple[Row, ...] = getattr(parts, "rows", ())
        digests = self.row_digests
        for row in rows:
            if row not in digests:
                digests[row] = digest(flat(row))
        rest = [part for part in parts if part is not rows]
        return digest(self.version, page.template.encode(), flat(rest), *[digests[row] for row in rows]).hex()


def flat(context: Sequence[Any]) -> bytes:
    """A context as bytes that no other has: texts have no control characters, so some stand between them."""
    parts: list[str] = []
    collect(context, parts)
    return "\x1f".join(parts).encode()


def collect(values: Sequence[Any], parts: list[str]) -> None:
    """Append the texts of nested tuples, with signs where each begins and ends."""
    parts.append("\x1d")
    for value in values:
        if value.__class__ is str:
            parts.append(value)
        elif value.__class__ is Link:  # most of what there is; two texts need no signs around
            parts += value
        elif isinstance(value, tuple):
            collect(value, parts)
        else:
            parts.append(repr(value))
    parts.append("\x1e")


def put(
    pieces: Sequence[Page | File],
    output: Path,
    *,
    renderer: Renders,
    version: bytes,
    known: Mapping[str, Placed],
    old: Callable[[], Mapping[str, Placed]],
    jobs: int,
) -> Outcome:
    """Make `output` hold these pieces and nothing else.

    `known` is what the last build left there, `old` tells what stands there now.
    Raises ProblemsFound if a template fails or the folder isn't a site of ours; the old site stays.
    """
    output = output.resolve()  # a link to the site stays a link
    pieces = [*pieces, File(MARK, lambda: MARK_TEXT)]
    new = Folder(beside(output, f"new-{os.getpid()}"))
    try:
        check_ours(output)
        new.begin()
    except OSError as error:
        what = f"the site can't be written here: {error.strerror}"
        raise ProblemsFound(
            [Problem(str(output), None, what, "Choose another folder with --output.")]
        ) from error
    press = Press(new, output, renderer, version, known, old(), {})
    try:
        outcome = together(spread(lambda some: [press.run(some)], pieces, jobs=jobs))
        if outcome.changed or len(outcome.placed) < len(press.standing):
            swap(Path(new.root), output)
    finally:
        remove_tree(new.root, tuple(press.standing), jobs=jobs)
    return outcome


def together(parts: Sequence[Outcome]) -> Outcome:
    """What all processes did."""
    return Outcome(
        [placed for part in parts for placed in part.placed],
        {path for part in parts for path in part.changed},
        [news for part in parts for news in part.news],
    )


def remove_tree(folder: str, files: Sequence[str], *, jobs: int) -> None:
    """Remove a folder of which most files are known; that saves looking for them."""

    def remove(some: Sequence[str]) -> list[None]:
        parents = set()
        for path in some:
            with contextlib.suppress(OSError):
                os.unlink(f"{folder}/{path}")
            parents.add(path.rpartition("/")[0])
        for parent in sorted(parents, key=len, reverse=True):
            with contextlib.suppress(OSError):
                os.rmdir(f"{folder}/{parent}")
        return []

    spread(remove, files, jobs=jobs)
    shutil.rmtree(folder, ignore_errors=True)


# ── one folder in another's place ────────────────────────────────────────────────────────────


def beside(output: Path, what: str) -> Path:
    """A hidden folder next to the site, on the same disk."""
    return output.with_name(f".{output.name}.{what}")


def check_ours(output: Path) -> None:
    """Clear away what killed builds left beside the site; refuse a folder that holds something else."""
    aside = beside(output, "old")
    if not output.exists() and is_ours(aside):
        aside.rename(output)
    if output.is_dir() and not is_ours(output) and any(output.iterdir()):
        what = "this folder holds files that build.py didn't make; they would be lost"
        raise ProblemsFound([Problem(str(output), None, what, "Choose an empty folder, or empty this one.")])
    if output.exists() and not output.is_dir():
        raise ProblemsFound(
            [Problem(str(output), None, "this is no folder", "Choose a folder for the site.")]
        )
    for leftover in (aside, *output.parent.glob(f".{output.name}.new-*")):
        if is_ours(leftover):
            shutil.rmtree(leftover, ignore_errors=True)


def is_ours(folder: Path) -> bool:
    """Whether a folder is a site that was made here, finished or not; a link to one isn't."""
    return not folder.is_symlink() and (folder / MARK).is_file()


def swap(new: Path, output: Path) -> None:
    """Put a finished folder in the site's place; what stood there is then at `new`, or gone.

    Where the system can't exchange two folders in one step there is a moment between two renames;
    `check_ours` mends what a kill in that moment leaves.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    if not output.exists():
        new.rename(output)
        return
    if exchange(new, output):
        return
    aside = beside(output, "old")
    try:
        output.rename(aside)
        new.rename(output)
    except OSError as error:
        if aside.exists() and not output.exists():
            aside.rename(output)
        hint = "Is another program working in this folder, or is it a mount point? Choose a folder inside it."
        raise ProblemsFound(
            [Problem(str(output), None, f"the site can't be replaced: {error}", hint)]
        ) from error
    shutil.rmtree(aside, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system can't."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0)
