"""Pages to a folder: only what changed is rendered and written; the new site takes the old one's place at once.

A page is made again only if its template, its context or its file isn't what it was. The new site
is put together beside the old one, unchanged files as hard links, and the two change places in one
step. Killed at any moment, there is a whole site: the old one or the new one.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from chronicle.digests import digest, packed
from chronicle.manifest import Placed, standing
from chronicle.parallel import spread
from chronicle.problems import Problem, ProblemsFound
from chronicle.publish.page import Page, Row

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

    def place(self, path: str) -> str:
        """The full name for a file below the folder, its subfolder made."""
        full = f"{self.root}/{path}"
        parent = full.rpartition("/")[0]
        if parent not in self.made:
            os.makedirs(parent, exist_ok=True)
            self.made.add(parent)
        return full

    def write(self, path: str, content: bytes) -> None:
        """Write a new file."""
        with open(self.place(path), "wb", buffering=0) as file:
            file.write(content)

    def link(self, path: str, old: Path) -> None:
        """Take over a file of another folder, as a hard link where the disk knows such."""
        try:
            os.link(f"{old}/{path}", self.place(path))
        except OSError:
            shutil.copy2(f"{old}/{path}", self.place(path))


@dataclass(frozen=True, slots=True)
class Press:
    """What placing a piece takes."""

    new: Folder
    renderer: Renders
    version: bytes  # all that a page depends on besides its context: templates, settings, code
    known: Mapping[str, Placed]  # of the last build
    standing: Mapping[str, str]  # the digests of the files of the old site
    row_digests: dict[Row, bytes]

    def run(self, pieces: Sequence[Page | File]) -> Outcome:
        """Write those of some pieces that the old site hasn't."""
        outcome = Outcome([], set(), [])
        for piece in pieces:
            old = self.standing.get(piece.path)
            placed, content = self.page(piece, old) if isinstance(piece, Page) else file_of(piece)
            outcome.placed.append(placed)
            if placed.digest != old:
                self.new.write(piece.path, content)
                outcome.changed.add(piece.path)
        return outcome._replace(news=self.renderer.news())

    def page(self, page: Page, old: str | None) -> tuple[Placed, bytes]:
        """A page, rendered unless it is known what that would give."""
        context = page.context()
        key = self.key(page.template, context)
        known = self.known.get(page.path)
        if known and known.key == key and known.digest == old:
            return known, b""
        content = self.renderer.page(page, context)
        return Placed(page.path, key, digest(content).hex()), content

    def key(self, template: str, context: Any) -> str:
        """What tells a page from another; a row is digested once, however many lists it stands in."""
        rows: tuple[Row, ...] = getattr(context, "rows", ())
        digests = self.row_digests
        for row in rows:
            if row not in digests:
                digests[row] = digest(packed(row))
        rest = packed(context._replace(rows=())) if rows else packed(context)
        return digest(self.version, template.encode(), rest, *[digests[row] for row in rows]).hex()


def file_of(file: File) -> tuple[Placed, bytes]:
    """A file that isn't a page, and its content."""
    content = file.make()
    return Placed(file.path, "", digest(content).hex()), content


def put(
    pieces: Sequence[Page | File],
    output: Path,
    *,
    renderer: Renders,
    version: bytes,
    known: Mapping[str, Placed],
    jobs: int,
) -> Outcome:
    """Make `output` hold these pieces and nothing else.

    Raises ProblemsFound if a template fails or the folder isn't a site of ours; the old site stays.
    """
    pieces = [*pieces, File(MARK, lambda: MARK_TEXT)]
    check_ours(output)
    new = Folder(beside(output, "new"))
    shutil.rmtree(new.root, ignore_errors=True)
    press = Press(new, renderer, version, known, standing(output, known), {})
    try:
        outcome = together(spread(lambda some: [press.run(some)], pieces, jobs=jobs))
        kept = [placed.path for placed in outcome.placed if placed.path not in outcome.changed]
        if outcome.changed or len(kept) < len(press.standing):
            spread(lambda some: [new.link(path, output) for path in some], kept, jobs=jobs)
            swap(Path(new.root), output)
    finally:
        remove_tree(Path(new.root), jobs=jobs)
    return outcome


def together(parts: Sequence[Outcome]) -> Outcome:
    """What all processes did."""
    return Outcome(
        [placed for part in parts for placed in part.placed],
        {path for part in parts for path in part.changed},
        [news for part in parts for news in part.news],
    )


def remove_tree(folder: Path, *, jobs: int) -> None:
    """Remove a folder, its large subfolders side by side."""
    if folder.is_dir():
        deep = [path for child in folder.iterdir() if child.is_dir() for path in child.iterdir()]
        spread(lambda some: [shutil.rmtree(path, ignore_errors=True) for path in some], deep, jobs=jobs)
    shutil.rmtree(folder, ignore_errors=True)


# ── one folder in another's place ────────────────────────────────────────────────────────────


def beside(output: Path, what: str) -> Path:
    """A hidden folder next to the site, on the same disk."""
    return output.with_name(f".{output.name}.{what}")


def check_ours(output: Path) -> None:
    """Bring back a site that a killed build had set aside; refuse a folder that holds something else."""
    aside = beside(output, "old")
    if not output.exists() and (aside / MARK).exists():
        aside.rename(output)
    shutil.rmtree(aside, ignore_errors=True)
    if output.is_dir() and not (output / MARK).exists() and any(output.iterdir()):
        what = "this folder holds files that build.py didn't make; they would be lost"
        raise ProblemsFound([Problem(str(output), None, what, "Choose an empty folder, or empty this one.")])
    if output.exists() and not output.is_dir():
        raise ProblemsFound([Problem(str(output), None, "this is no folder", "Choose a folder for the site.")])


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
        raise ProblemsFound([Problem(str(output), None, f"the site can't be replaced: {error}", hint)]) from error
    shutil.rmtree(aside, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system can't."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0
