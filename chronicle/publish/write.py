"""Pages to a folder: only what changed is rendered and written; the new site replaces the old at once.

A page is made again only if its template, its context or its file isn't what it was. The new site
is put together beside the old one, of links to its files, and the two change places in one step.
Killed at any moment, there is a whole site: the old one or the new one.
"""

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Protocol, Self

from chronicle.digests import digest
from chronicle.manifest import Placed, marked, standing
from chronicle.parallel import Beside, spread
from chronicle.problems import Problem, ProblemsFound
from chronicle.publish.flat import flat
from chronicle.publish.page import File, Kept, Made, Page, Piece, kind_of

MARK = ".chronicle"  # stands in every site that was made here
MARK_TEXT = b"Made by build.py, and replaced as a whole by the next build. Don't edit here.\n"
EXCHANGE = 2  # renameat2's RENAME_EXCHANGE
HERE = -100  # AT_FDCWD: names count from the working folder


class Late(NamedTuple):
    """Files that are being made beside the pages."""

    paths: frozenset[str]
    folder: str  # "pagefind/": those in it have names that only their maker knows
    result: Callable[[], Sequence[File | Kept]]  # waits for them


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

    def write(self, path: str, content: bytes) -> str:
        """Write a new file; gives its full name. What stood there is another site's, too, and stays whole."""
        full = self.place(path)
        try:
            file = open(full, "xb", buffering=0)  # noqa: SIM115  it is closed below
        except FileExistsError:
            os.unlink(full)
            file = open(full, "xb", buffering=0)  # noqa: SIM115
        with file:
            file.write(content)
        return full

    def link(self, path: str, old: Path) -> None:
        """Take over a file of another folder, as a hard link where the disk knows such."""
        full = self.place(path)
        try:
            os.link(f"{old}/{path}", full)
        except OSError:
            shutil.copy2(f"{old}/{path}", full)


class Staging:
    """The new site while it is put together: a hidden folder beside the old one.

    It begins as links to all files of the old site that are what the last build left. They are made
    in a process beside this one, while entries are read and resolved.
    """

    def __init__(self, output: Path, known: Mapping[str, Placed], *, jobs: int) -> None:
        self.output = output.resolve()  # a link to the site stays a link
        self.new = Folder(beside(self.output, f"new-{os.getpid()}"))
        self.known, self.jobs = known, jobs
        self.standing: dict[str, Placed] = {}  # the files of the old site as they are
        self.beginning = Beside(self.begin, jobs=jobs if known else 1)
        self.removal: Beside[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove what stands aside now: the old site, or a new one that didn't come to be."""
        if self.removal is None:
            self.beginning.stop()
            self.remove()
        else:
            self.removal.result()

    def begin(self) -> tuple[dict[str, Placed], set[str]]:
        """Make the folder, the mark first: what a killed build leaves is known as ours.

        Gives the files of the old site that the last build didn't leave so, and those that are missing.
        """
        try:
            check_ours(self.output)
            if is_ours(self.output):
                self.new.link(MARK, self.output)
            else:
                self.new.write(MARK, MARK_TEXT)
        except OSError as error:
            what = f"the site can't be written here: {error.strerror}"
            hint = "Choose another folder with --output."
            raise ProblemsFound([Problem(str(self.output), None, what, hint)]) from error
        found = standing(self.output, self.known)
        other = {path: placed for path, placed in found.items() if self.known.get(path) != placed}
        for path in found:
            if path not in other and path != MARK:
                self.new.link(path, self.output)
        return other, self.known.keys() - found.keys()

    def ready(self) -> set[str]:
        """Wait until the folder is there; gives the paths of the links that stand in it.

        Raises ProblemsFound if the site's folder isn't one of ours, or can't be written.
        """
        other, missing = self.beginning.result()
        same = {path: placed for path, placed in self.known.items() if path not in missing | other.keys()}
        self.standing = same | other
        return same.keys() | self.standing.keys() & {MARK}

    def replace(self) -> None:
        """Put the new site in the old one's place, and begin to remove that in a process beside this one."""
        swap(Path(self.new.root), self.output)
        self.removal = Beside(self.remove, jobs=self.jobs)

    def remove(self) -> None:
        """Remove the folder, whichever site is in it."""
        remove_tree(self.new.root, self.standing)

    def drop(self, paths: Iterable[str]) -> None:
        """Remove some files, and the folders that are empty then."""
        for path in paths:
            os.unlink(f"{self.new.root}/{path}")
            with contextlib.suppress(OSError):
                os.removedirs(os.path.dirname(f"{self.new.root}/{path}"))
        self.new.made.clear()


@dataclass(frozen=True, slots=True)
class Press:
    """What placing a piece takes."""

    staging: Staging
    links: set[str]  # the files of the old site that stand in the new one already
    renderer: Renders
    version: bytes  # all that a page depends on besides its context: templates, settings, code

    def run(self, pieces: Sequence[Piece], late: Late) -> Outcome:
        """Put all pieces into the new site. What is new of them is made by several processes."""
        kept: list[Placed] = []
        stale: list[tuple[Piece, str]] = []
        for piece in pieces:
            key = self.key(piece) if piece.place in self.staging.known else ""
            old = self.unchanged(piece, key)
            if old is None:
                stale.append((piece, key))
            else:
                kept.append(old._replace(key=key))
        made = self.spread(stale)
        files = late.result()
        placed = {file.place for file in files}
        self.staging.drop({path for path in self.links if path.startswith(late.folder)} - placed)
        made += self.spread([(file, "") for file in files])
        return together([Outcome(kept, set(), []), *made])

    def spread(self, pieces: Sequence[tuple[Piece, str]]) -> list[Outcome]:
        """Make some pieces in several processes."""
        return spread(
            lambda some: [self.make(some)], dealt(pieces, self.staging.jobs), jobs=self.staging.jobs
        )

    def unchanged(self, piece: Piece, key: str) -> Placed | None:
        """The file of the old site, if it is known without making the piece that it is the same."""
        known, old = self.staging.known.get(piece.place), self.staging.standing.get(piece.place)
        if known and old and key and known.key == key and known.digest == old.digest:
            return self.taken_over(old)
        return None

    def taken_over(self, old: Placed) -> Placed:
        """A file of the old site that the new one has, too."""
        if old.path not in self.links:
            self.staging.new.link(old.path, self.staging.output)
        return old

    def make(self, pieces: Sequence[tuple[Piece, str]]) -> Outcome:
        """Make some pieces, and write those that the old site doesn't have so."""
        outcome = Outcome([], set(), [])
        for piece, known_key in pieces:
            if isinstance(piece, Kept):
                outcome.placed.append(self.taken_over(self.staging.standing[piece.place]))
                continue
            key = known_key or self.key(piece)
            content = self.content_of(piece)
            made, old = digest(content).hex(), self.staging.standing.get(piece.place)
            if old and old.digest == made:
                outcome.placed.append(self.taken_over(old)._replace(key=key))
            else:
                full = self.staging.new.write(piece.place, content)
                outcome.placed.append(marked(Placed(piece.place, key, made), full))
                outcome.changed.add(piece.place)
        return outcome._replace(news=self.renderer.news())

    def content_of(self, piece: Page | Made | File) -> bytes:
        """A piece's bytes."""
        if isinstance(piece, Page):
            return self.renderer.page(piece, piece.context())
        return piece.content() if isinstance(piece, Made) else piece.content

    def key(self, piece: Piece) -> str:
        """What tells a piece from what it was; mostly "" for a file, whose content tells."""
        if isinstance(piece, File):
            return piece.key
        if isinstance(piece, Kept):
            return ""
        if isinstance(piece, Made):
            return digest(self.version, flat(piece.ingredients())).hex()
        parts = piece.ingredients() if piece.ingredients else piece.context()
        return digest(self.version, piece.prefix.encode(), piece.template.encode(), flat(parts)).hex()


def put(
    pieces: Sequence[Piece],
    late: Late,
    staging: Staging,
    *,
    renderer: Renders,
    version: bytes,
) -> Outcome:
    """Make the site's folder hold these pieces, and those that come late, and nothing else.

    Raises ProblemsFound if a template fails or the folder isn't a site of ours; the old site stays.
    """
    pieces = [*pieces, File(MARK, MARK_TEXT)]
    links = staging.ready()
    gone = links - late.paths - {piece.place for piece in pieces}
    gone -= {path for path in gone if path.startswith(late.folder)}
    staging.drop(gone)  # first: a folder may come where a file stood
    outcome = Press(staging, links - gone, renderer, version).run(pieces, late)
    if outcome.changed or len(outcome.placed) < len(staging.standing):
        staging.replace()
    return outcome


def dealt(pieces: Sequence[tuple[Piece, str]], shares: int) -> list[tuple[Piece, str]]:
    """The pieces in an order in which each of some equal shares has as much of every kind.

    Kinds take unequally long. Within a kind the order stays: neighbours show the same rows.
    """
    kinds: dict[str, list[tuple[Piece, str]]] = {}
    for each in pieces:
        kinds.setdefault(kind_of(each[0]), []).append(each)
    return [
        each
        for share in range(shares)
        for some in kinds.values()
        for each in some[len(some) * share // shares : len(some) * (share + 1) // shares]
    ]


def together(parts: Sequence[Outcome]) -> Outcome:
    """What all processes did."""
    return Outcome(
        [placed for part in parts for placed in part.placed],
        {path for part in parts for path in part.changed},
        [news for part in parts for news in part.news],
    )


def remove_tree(folder: str, files: Iterable[str]) -> None:
    """Remove a folder of which most files are known; that saves looking for them."""
    parents = set()
    for path in files:
        if path == MARK:
            continue
        with contextlib.suppress(OSError):
            os.unlink(f"{folder}/{path}")
        parents.add(path.rpartition("/")[0])
    for parent in sorted(parents, key=len, reverse=True):
        with contextlib.suppress(OSError):
            os.rmdir(f"{folder}/{parent}")
    clear_away(Path(folder))


def clear_away(folder: Path) -> None:
    """Remove a folder, the mark last: what a kill leaves of it is known as ours."""
    with contextlib.suppress(OSError):
        for entry in list(folder.iterdir()):
            if entry.name != MARK:
                shutil.rmtree(entry, ignore_errors=True)
                entry.unlink(missing_ok=True)
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
    for leftover in (aside, *output.parent.glob(f".{escape(output.name)}.new-*")):
        if is_ours(leftover):
            clear_away(leftover)
        else:  # killed before the mark stood in it
            with contextlib.suppress(OSError):
                leftover.rmdir()


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
    clear_away(aside)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system can't."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0)
