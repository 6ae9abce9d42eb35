"""Chromium, the sites that it looks at, and a server for them."""

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORLD = HERE / "world"
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 5_000  # milliseconds that a page has for anything


# ── the browser ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the machine has it; playwright's own is never downloaded."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip(f"none of {', '.join(BROWSERS)} is on the PATH")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=SWITCHES)
        yield launched
        launched.close()


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens pages, each in a context of its own with the options given."""
    contexts: list[BrowserContext] = []

    def opened(**options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """One page, wide, light."""
    return new_page()


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


# ── the server ───────────────────────────────────────────────────────────────────────────────


class Handler(SimpleHTTPRequestHandler):
    """Serves a site below an address, as GitHub Pages does: 404.html where there is nothing."""

    def __init__(self, *args: object, base: str, directory: str) -> None:
        self.base = base
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            return os.path.join(self.directory, "404.html", "nothing")  # noqa: PTH118
        return super().translate_path(path[len(self.base) - 1 :])

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory) / "404.html"
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        pass


@contextmanager
def served(site: Path, base: str = "/") -> Iterator[str]:
    """The address at which a site is served."""
    handler = functools.partial(Handler, base=base, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()
        thread.join()


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
