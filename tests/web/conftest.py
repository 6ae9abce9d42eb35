"""The sites that are judged, and what judges them."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsing import absent, served
from tests.web.world import FEW_MEETINGS, made

NODE_PACKAGES = Path(sys.prefix) / "node" / "node_modules"  # see tools/environment.sh


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of page, and very many pages."""
    return made(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="session")
def site_in_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of page in each language; few pages."""
    return made(tmp_path_factory.mktemp("languages"), many=FEW_MEETINGS, other_languages="[az, ru]")


@pytest.fixture(scope="session")
def site_of_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of page, for opening from a disk."""
    return made(tmp_path_factory.mktemp("files"), many=120, links="files")


@pytest.fixture(scope="session")
def at_repo(site: Path) -> Iterator[str]:
    """The address of the site below /chronicle/."""
    with served(site, "/chronicle/") as address:
        yield address


@pytest.fixture(scope="session")
def in_languages(site_in_languages: Path) -> Iterator[str]:
    """The address of the site in each language below /chronicle/."""
    with served(site_in_languages, "/chronicle/") as address:
        yield address


@pytest.fixture(scope="session")
def node() -> str:
    """Node, with the packages of package-lock.json beside it."""
    found = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if not found:
        absent("Node isn't here: it comes with requirements-dev.txt")
    if not NODE_PACKAGES.is_dir():
        absent(f"{NODE_PACKAGES} isn't here: call `make judges`")
    return found


@pytest.fixture(scope="session")
def node_packages(node: str) -> Path:  # noqa: ARG001  without Node they are of no use
    """The folder of what judges the site."""
    return NODE_PACKAGES
