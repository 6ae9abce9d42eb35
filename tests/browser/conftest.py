"""The sites that the browser looks at."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsing import served

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORLD = HERE / "world"
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"


# ── the sites ────────────────────────────────────────────────────────────────────────────────


def build(folder: Path, content: Path, **settings: str) -> Path:
    """A copy of the world's settings and of some content in `folder`, built: the site's folder."""
    shutil.copytree(content, folder / "content")
    lines = (WORLD / "config.yaml").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line.partition(":")[0] not in settings]
    lines += [f"{name}: {value}" for name, value in settings.items()]
    (folder / "config.yaml").write_text("\n".join(lines), encoding="utf-8")
    where = ["--content", folder / "content", "--output", folder / "site", "--config", folder / "config.yaml"]
    command = [sys.executable, str(ROOT / "build.py"), *map(str, where)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the little world of this folder, which is to stand at https://harbours.example/repo/."""
    return build(tmp_path_factory.mktemp("world"), WORLD / "content")


@pytest.fixture(scope="session")
def site_of_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for opening from a disk."""
    return build(tmp_path_factory.mktemp("files"), WORLD / "content", links="files")


@pytest.fixture(scope="session")
def in_languages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the world in English, Azerbaijani and, written from the right, Arabic; below /repo/."""
    site = build(tmp_path_factory.mktemp("languages"), WORLD / "content", other_languages="[az, ar]")
    with served(site, "/repo/") as address:
        yield address


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the five shared reports."""
    if not SEEDS.is_dir():
        pytest.skip(f"{SEEDS} is not here")
    folder = tmp_path_factory.mktemp("seeds")
    content = folder / "given"
    (content / "articles").mkdir(parents=True)
    for report in SEEDS.glob("*.txt"):
        shutil.copy(report, content / "articles")
    return build(folder, content, address="https://name.github.io/repo/", page_length="100")


@pytest.fixture(scope="session")
def at_root(site: Path) -> Iterator[str]:
    """The world at a domain's root."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def at_repo(site: Path) -> Iterator[str]:
    """The world below /repo/."""
    with served(site, "/repo/") as address:
        yield address


@pytest.fixture(scope="session")
def seeds_at_repo(seeds: Path) -> Iterator[str]:
    """The shared reports' site below /repo/."""
    with served(seeds, "/repo/") as address:
        yield address


@pytest.fixture(scope="session")
def places(at_root: str, at_repo: str, site_of_files: Path) -> dict[str, str]:
    """The address of the home page, wherever the world's site stands."""
    return {"root": at_root, "repo": at_repo, "files": (site_of_files / "index.html").as_uri()}
