"""The files that a site rests on, read and digested.

This module and `manifest` are all that a build needs to find that there is nothing to do; they
import nothing that takes long.
"""

import os
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from chronicle.digests import digest
from chronicle.problems import Problem, ProblemsFound

PACKAGE = Path(__file__).parent
ARTICLES, MEETINGS, PAGES, LEDGER, ABOUT = "articles", "meetings", "pages", "ledger.csv", "about.md"
TOPICS, TEMPLATES = "topics.yaml", "templates"
CORRECTIONS = "corrections.yaml"
REGISTRY, OFFICIALS, JUDGEMENTS = "registry", "officials.yaml", "judgements.yaml"
MEMORY = ".cache"
PERMISSIONS = "Look at its permissions, or take it away."


class Project(NamedTuple):
    """Where a chronicle's files are."""

    content: Path
    output: Path
    config: Path
    templates: Path

    @property
    def own_templates(self) -> Path:
        """The owner's templates and styles, each in place of its like in `templates`; need not be there."""
        return self.content / TEMPLATES

    @property
    def memory(self) -> Path:
        """What was worked out before; beside the site, and may be deleted at any time."""
        return self.output.parent / MEMORY / f"chronicle-{self.output.name}.sqlite"


@dataclass(frozen=True)
class Inputs:
    """The files that a site depends on, by path below their folder."""

    articles: Mapping[str, bytes]
    closed: Mapping[str, Problem]  # articles that can't be opened
    entries: Mapping[str, bytes]
    pages: Mapping[str, bytes]  # the owner's own, "about.md" among them
    ledger: bytes
    topics: bytes
    corrections: bytes  # what was corrected and withdrawn
    registry: Mapping[str, bytes]  # what people decided: OFFICIALS, JUDGEMENTS
    templates: Mapping[str, bytes]
    config: bytes

    @cached_property
    def digest(self) -> str:
        """What changes when any of the files does, or the program."""
        parts = [code_version(), self.config, self.ledger, self.topics, self.corrections]
        for found in (self.articles, self.entries, self.pages, self.templates, self.registry):
            parts.append(str(len(found)).encode())
            for name, content in found.items():
                parts += [name.encode(), content]
        return digest(*parts).hex()


def inputs_of(project: Project) -> Inputs:
    """All files that a site depends on, as they are now."""

    def one(path: Path) -> bytes:
        return contents({"": os.fspath(path)}).get("", b"")

    articles, closed = opened(files(project.content / ARTICLES))
    return Inputs(
        articles=articles,
        closed=closed,
        entries=contents(files(project.content / MEETINGS)),
        pages=contents(files(project.content / PAGES)),
        ledger=one(project.content / LEDGER),
        topics=one(project.content / TOPICS),
        corrections=one(project.content / CORRECTIONS),
        registry=registry_files(project.content),
        templates=contents(files(project.templates) | files(project.own_templates)),
        config=one(project.config),
    )


def registry_files(content: Path) -> dict[str, bytes]:
    """What stands in the registry's files; those that aren't there are left out."""
    return contents({name: os.fspath(content / REGISTRY / name) for name in (OFFICIALS, JUDGEMENTS)})


def files(folder: Path) -> dict[str, str]:
    """The files below a folder by their path from there, with "/", sorted; hidden ones left out."""
    found, stack = {}, [""]
    while stack:
        below = stack.pop()
        try:
            entries = os.scandir(f"{folder}/{below}")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            what = f"this folder can't be opened: {error.strerror}"
            raise ProblemsFound([Problem(f"{folder}/{below}", None, what, PERMISSIONS)]) from error
        with entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if is_folder(entry):
                    stack.append(f"{below}{entry.name}/")
                elif entry.is_symlink() or entry.is_file():  # a pipe or a socket is no file of ours
                    found[below + entry.name] = entry.path
    return dict(sorted(found.items()))


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is a folder; a link in a circle is a file that can't be opened."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def contents(paths: Mapping[str, str]) -> dict[str, bytes]:
    """What stands in some files. Raises ProblemsFound where some can't be opened."""
    read, closed = opened(paths)
    if closed:
        raise ProblemsFound(closed.values())
    return read


def opened(paths: Mapping[str, str]) -> tuple[dict[str, bytes], dict[str, Problem]]:
    """What stands in some files, and which can't be opened; one that has gone meanwhile is in neither."""
    read, closed = {}, {}
    for name, path in paths.items():
        if not name.isascii() and "\ufffd" in os.fsencode(name).decode(errors="replace"):
            shown = os.fsencode(path).decode(errors="backslashreplace")
            closed[name] = Problem(shown, None, "the file's name isn't UTF-8", "Rename the file.")
            continue
        try:
            with open(path, "rb", buffering=0) as file:
                read[name] = file.read()
        except FileNotFoundError as error:
            if os.path.islink(path):  # what it leads to may be on a disk that isn't there now
                closed[name] = Problem(path, None, f"this leads nowhere: {error.strerror}", PERMISSIONS)
        except OSError as error:
            closed[name] = Problem(path, None, f"this can't be opened: {error.strerror}", PERMISSIONS)
    return read, closed


@cache
def code_version() -> bytes:
    """What changes when the program, its words or an installed library does."""
    found = {name: path for name, path in files(PACKAGE).items() if "__pycache__" not in name}
    parts = [name.encode() + content for name, content in contents(found).items()]
    libraries = {name for folder in sysconfig.get_paths().values() for name in distributions(folder)}
    return digest(sys.version.encode(), *sorted(library.encode() for library in libraries), *parts)


def distributions(folder: str) -> list[str]:
    """The libraries installed in a folder, with their versions."""
    return (
        [name for name in os.listdir(folder) if name.endswith(".dist-info")] if os.path.isdir(folder) else []
    )
