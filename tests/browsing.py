"""Chromium as the machine has it, and a server of built sites like the one that they are made for."""

import functools
import gzip
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

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
TEXTS = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")

NewPage = Callable[..., Page]  # with the options of a context


def absent(what: str) -> NoReturn:
    """Skip a test for want of a tool; where every test must run, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


def chromium() -> str:
    """Where Chromium is. Playwright's own is never downloaded."""
    return next(filter(None, map(shutil.which, BROWSERS)), None) or absent(
        f"none of {', '.join(BROWSERS)} is on the PATH"
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, running."""
    found = chromium()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=SWITCHES)
        yield launched
        launched.close()


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


class Handler(SimpleHTTPRequestHandler):
    """Serves a site below an address as GitHub Pages does.

    Texts come compressed, everything may be kept for ten minutes, and 404.html is where there is nothing.
    """

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, base: str, directory: str) -> None:
        self.base = base
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.base):
            return os.path.join(self.directory, "404.html", "nothing")  # noqa: PTH118
        return super().translate_path(path[len(self.base) - 1 :])

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and self.path.partition("?")[0].endswith("/"):
            file /= "index.html"
        if file.is_dir():
            super().do_GET()  # leads to the address with a slash
        elif file.is_file():
            self.answer(200, file)
        else:
            self.answer(404, Path(self.directory) / "404.html")

    def answer(self, code: int, file: Path) -> None:
        """Send a file."""
        body, kind = file.read_bytes(), self.guess_type(str(file))
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(TEXTS) else kind)
        if kind.startswith(TEXTS) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Last-Modified", formatdate(file.stat().st_mtime, usegmt=True))
        self.end_headers()
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
