"""What the last build left: the files of the site, what each was made from, whether it still stands."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from chronicle.digests import digest, packed, unpacked
from chronicle.memo import Memo

SHAPE = b"manifest 1"  # to be counted up whenever `Manifest` or `Placed` has other fields


class Placed(NamedTuple):
    """A file of the site."""

    path: str  # below the site's root, with "/"
    key: str  # digest of all that made it; "" for what is made anew each time
    digest: str  # of its bytes
    inode: int = 0  # these three tell an untouched file without reading it
    size: int = -1
    modified: int = 0  # nanoseconds


class Manifest(NamedTuple):
    """A finished build."""

    state: str  # digest of all inputs; "" where it was incomplete
    summary: Mapping[str, Any]
    files: Mapping[str, Placed]


NOTHING = Manifest("", {}, {})


def last_build(memo: Memo, output: Path) -> Manifest:
    """What the memory has of the last build into a folder."""
    value = memo.get("builds", key_of(output))
    if value is None:
        return NOTHING
    state, summary, files = unpacked(value)
    return Manifest(state, summary, {path: Placed(path, *rest) for path, *rest in files})


def remember(memo: Memo, output: Path, manifest: Manifest) -> None:
    """Keep what a build has left."""
    memo.put(
        "builds", [(key_of(output), packed((manifest.state, manifest.summary, [*manifest.files.values()])))]
    )


def marked(placed: Placed, path: str) -> Placed:
    """The same with the marks that the file system gives the file, which stands at `path`."""
    about = os.stat(path, follow_symlinks=False)
    return Placed(*placed[:3], about.st_ino, about.st_size, about.st_mtime_ns)


def key_of(output: Path) -> bytes:
    """One build is remembered for each folder; what an older program left in another shape isn't found."""
    return digest(SHAPE, os.fsencode(output.resolve()))


def standing(output: Path, known: Mapping[str, Placed]) -> dict[str, Placed]:
    """The files that stand in a folder, with their digests, by path.

    A file whose inode, size and time are what they were is taken to be what it was; any other is read.
    """
    found = {}
    for path, mark in marks(output).items():
        placed = known.get(path)
        same = placed is not None and placed[3:] == mark
        found[path] = placed if placed and same else Placed(path, "", digest_at(f"{output}/{path}"), *mark)
    return found


def still_stands(output: Path, files: Mapping[str, Placed]) -> bool:
    """Whether a folder holds just what a build left there."""
    found = standing(output, files)
    return found.keys() == files.keys() and all(found[path].digest == of.digest for path, of in files.items())


def marks(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Inode, size and time of all files below a folder, by path from there."""
    found, stack = {}, [""]
    while stack:
        below = stack.pop()
        try:
            entries = os.scandir(f"{folder}/{below}")
        except (FileNotFoundError, NotADirectoryError):
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    stack.append(f"{below}{entry.name}/")
                else:
                    about = entry.stat(follow_symlinks=False)
                    found[below + entry.name] = (about.st_ino, about.st_size, about.st_mtime_ns)
    return found


def digest_at(path: str) -> str:
    """The digest of a file, "" where it can't be read or is none: a pipe would never end."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return ""
        with open(path, "rb", buffering=0) as file:
            return digest(file.read()).hex()
    except OSError:
        return ""
