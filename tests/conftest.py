"""Tiny worlds: a content folder, a configuration and a place for the site, each in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import settings

from chronicle.cli import main
from chronicle.pipeline import build
from chronicle.project import Project
from chronicle.publish.templates import QuickEnvironment
from chronicle.summary import Summary
from tests.browsing import browser, new_page, page

__all__ = ["browser", "new_page", "page"]  # one browser for all that look at pages
ROOT = Path(__file__).parents[1]
settings.register_profile("any machine", deadline=None)  # a slow moment of a busy machine is no failure
settings.load_profile("any machine")
LONGEST = {"test_kill.py", "test_any_edit.py", "test_any_text.py"}
DAYS = {"2019-11-07": "Thursday", "2019-11-08": "Friday", "2019-11-12": "Tuesday"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that no process is left alone with it at the end.

    pytest-xdist hands out groups before all else, those of most tests first; the rest in this order.
    """
    items.sort(key=lambda item: item.path.name not in LONGEST)


def run(*arguments: str | Path, cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """`python build.py` with some arguments (and variables of the environment), in a process of its own."""
    command = [sys.executable, str(ROOT / "build.py"), *map(str, arguments)]
    environment = {**os.environ, "PYTHONWARNINGS": "error", **more}
    environment.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


@dataclass(frozen=True)
class World:
    """The files of one chronicle below a temporary folder."""

    root: Path
    templates: Path = ROOT / "templates"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def config(self) -> Path:
        return self.root / "config.yaml"

    @property
    def ledger(self) -> Path:
        return self.content / "ledger.csv"

    @property
    def memory(self) -> Path:
        return self.root / ".cache" / "chronicle-site.sqlite"

    @property
    def options(self) -> list[str]:
        return ["--content", str(self.content), "--output", str(self.site), "--config", str(self.config)]

    def write(self, path: str, content: str | bytes) -> Path:
        """Write one file below the world's folder."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def article(self, name: str = "one.txt", text: str = "", **facts: str) -> Path:
        """Put an article into the articles folder; without a text, one that tells of one meeting."""
        return self.write(f"content/articles/{name}", text or article_text(**facts))

    def entry(self, name: str = "2019-11-07-hasanov-gross", body: str = "They met.", **fields: str) -> Path:
        """Write an entry by hand; `fields` are lines of YAML."""
        folder = name[:4] if name[:4].isdecimal() else "undated"
        return self.write(f"content/meetings/{folder}/{name}.md", entry_text(body, **fields))

    @property
    def entries(self) -> dict[str, str]:
        """The texts of all entries by path below content/meetings."""
        return {name: text.decode() for name, text in files_of(self.content / "meetings").items()}

    @property
    def only_entry(self) -> Path:
        """The one entry that there is."""
        (path,) = (self.content / "meetings").rglob("*.md")
        return path

    def build(self, *, jobs: int = 1) -> Summary:
        """Build in this process, whatever the memory says."""
        project = Project(self.content, self.site, self.config, self.templates)
        return build(project, jobs=jobs)

    def cli(self, *arguments: str) -> int:
        """A command in this process; the exit code."""
        return main([*arguments, *self.options])

    def run(self, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        """A command in a process of its own, from the world's folder, so that messages have short paths."""
        options = ("--content", "content", "--output", "site", "--config", "config.yaml")
        return run(*arguments, *options, cwd=self.root, **more)

    def clean_site(self) -> dict[str, bytes]:
        """The site that a build of the same files gives where there is neither a memory nor an old site."""
        fresh = World(self.root / "clean", self.templates)
        copy(self.content, fresh.content)
        fresh.write("config.yaml", self.config.read_bytes())
        fresh.build()
        site = files_of(fresh.site)
        remove(fresh.root)
        return site


def copy(old: Path, new: Path) -> None:
    """Copy a folder's files."""
    for path, content in files_of(old).items():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_bytes(content)


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    folder.rmdir()


def files_of(folder: Path) -> dict[str, bytes]:
    """All files below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def stamps_of(*folders: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of all files and folders below some folders: whatever is written changes one of them."""
    return {
        str(path): (path.stat().st_ino, path.stat().st_mtime_ns)
        for folder in folders
        for path in sorted([folder, *folder.rglob("*")])
    }


def article_text(
    *,
    host: str = "Zakir Hasanov",
    guest: str = "Zacharie Gross",
    published: str = "2019-11-07",
    country: str = "French",
    end: str = "",
) -> str:
    """An article that tells of one meeting, on the day of its publication."""
    return (
        f"---\noutlet: Example Daily\npublished: {published}\n---\n"
        f"Azerbaijan's Minister of Defense, Colonel General {host}, met with the {country} ambassador to "
        f"Azerbaijan, {guest}, in Baku on {DAYS[published]}.\n\nThe sides discussed regional security.\n{end}"
    )


def entry_text(body: str = "They met.", **fields: str) -> str:
    """The text of an entry; `fields` are lines of YAML, in front of which two that an entry needs."""
    lines: Mapping[str, str] = {
        "title": "Zakir Hasanov meets Zacharie Gross",
        "parties": "[AZ, FR]",
        **fields,
    }
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in lines.items()) + f"---\n\n{body}\n"


@pytest.fixture(scope="session", autouse=True)
def templates_are_compiled_once() -> Iterator[None]:
    """What Jinja2 makes of a template's text is kept for all worlds of this process.

    Compiling all templates takes longer than building a tiny site with them. A world's own memory is asked
    first and given what was made, as ever; only the work itself isn't done twice.
    """
    compiled: dict[tuple[object, ...], CodeType] = {}
    compile_it = QuickEnvironment.compile

    def compile_once(environment: QuickEnvironment, source: str, *where: str | None) -> CodeType:
        key = (source, *where)
        if key not in compiled:
            compiled[key] = compile_it(environment, source, *where)
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QuickEnvironment, "compile", compile_once)
        yield


@pytest.fixture
def world(tmp_path: Path) -> World:
    """An empty chronicle, set up."""
    made = World(tmp_path)
    (made.content / "articles").mkdir(parents=True)
    (made.content / "meetings").mkdir()
    made.write("config.yaml", "title: A chronicle\naddress: https://example.org/chronicle/\n")
    return made


@pytest.fixture
def build_py() -> Callable[..., subprocess.CompletedProcess[str]]:
    """`python build.py …` in a process of its own."""
    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the repository, with the annotated articles and the bench's entries."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared, which holds the annotated articles, isn't beside this repository")
    return folder
