"""The preview: livereload, a site that is built again after each change, and problems shown in the page."""

import html
import logging
import os
import re
import time
from collections.abc import Callable, Iterable
from mimetypes import MimeTypes
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from livereload import Server  # type: ignore[import-untyped]
from livereload.handlers import LiveReloadHandler  # type: ignore[import-untyped]
from livereload.watcher import Watcher  # type: ignore[import-untyped]
from tornado.ioloop import IOLoop

from chronicle.memo import Busy
from chronicle.problems import Problem
from chronicle.project import Project, files

Marks = dict[str, tuple[int, int, int]]
StartResponse = Callable[[str, list[tuple[str, str]]], object]
NOW = "__livereload__"  # livereload ignores a change soon after another, unless it has this name
SETTLED = 0.05  # seconds without a change: an editor may write a file in several steps
TYPES = MimeTypes()  # Python's own: a Windows registry may hold that a stylesheet is plain text

MAIN = re.compile(r"<(?:main|body)\b[^>]*>(?!.*<main\b)", re.DOTALL)

BANNER = (
    '<section role="alert" style="margin:1rem 0;padding:1rem 1.25rem;border:2px solid #8c2f1b;'
    'background:#fbeee6;color:#1f2328;font:1rem/1.5 system-ui,sans-serif">'
    '<h2 style="margin:0 0 .5rem;font-size:1.125rem">{title}</h2>'
    '<pre style="margin:0;white-space:pre-wrap;overflow-wrap:anywhere">{problems}</pre></section>'
)
EMPTY_PAGE = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><main>{body}</main></body></html>\n"
)


class Changes(Watcher):  # type: ignore[misc]
    """Sees every change below the watched files and folders: new, edited, renamed, removed.

    livereload's own watcher misses some of them; this one compares all that there is.
    """

    def __init__(self, project: Project, preview: "Preview", rebuild: Callable[[], None]) -> None:
        super().__init__()
        self.project, self.rebuild, self.preview = project, rebuild, preview
        self.watch(str(project.content))  # without a task livereload watches the working folder
        self.seen = state_of(project)
        self.told: set[object] = set()  # the pages that listened at the last build …
        self.answered = 0  # … and how many the preview had been asked for

    def examine(self) -> tuple[str | None, object]:
        """Build again if something has changed; livereload asks this every 0.8 seconds."""
        self._changes.clear()  # livereload wants all pages to reload at the start; see `late`
        if state_of(self.project) == self.seen:
            return self.late()
        while (now := state_of(self.project)) != self.seen:  # a build writes entries, too
            self.seen = now
            time.sleep(SETTLED)
            if state_of(self.project) == now:
                try:
                    self.rebuild()
                except Busy:  # somebody builds at the same time: look again
                    self.seen = {}
                    return None, None
        return self.reload()

    def late(self) -> tuple[str | None, object]:
        """Reload where more pages began to listen since the last build than were asked for: one is old."""
        new = len(LiveReloadHandler.waiters - self.told)
        return self.reload() if new > self.preview.asked - self.answered else (None, None)

    def reload(self) -> tuple[str | None, object]:
        """Reload all pages that listen."""
        self.told, self.answered = set(LiveReloadHandler.waiters), self.preview.asked
        self.filepath = "*"
        return NOW, None


def state_of(project: Project) -> dict[Path, Marks]:
    """The files that a preview depends on, as a build finds them, with what changes when they do."""
    found = {folder: marks(files(folder)) for folder in (project.content, project.templates)}
    return found | {project.config: marks({"": str(project.config)})}


def marks(paths: dict[str, str]) -> Marks:
    """Inode, size and time of some files, links followed; one that has gone meanwhile is left out."""
    found = {}
    for name, path in paths.items():
        try:
            about = os.stat(path)  # noqa: PTH116  a Path for each of ten thousand files takes longer
        except FileNotFoundError:
            continue
        found[name] = (about.st_ino, about.st_size, about.st_mtime_ns)
    return found


class Preview:
    """The site as a WSGI application, with what is wrong on top of every page."""

    def __init__(self, site: Path, address: str) -> None:
        self.site = site
        self.stand_at(address)
        self.problems: tuple[Problem, ...] = ()
        self.failed = False  # whether the problems kept the site from being built
        self.asked = 0  # how often a browser was given a page

    def stand_at(self, address: str) -> None:
        """Answer as the server at this address will, below its path as well as at the root."""
        self.base = unquote(urlsplit(address).path)

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path = environ["PATH_INFO"].encode("latin-1").decode(errors="replace")  # the server has unquoted it
        above = self.base.rstrip("/")
        is_below = path == above or path.startswith(self.base)
        status, kind, body = self.answer(path.removeprefix(above) if is_below else path)
        headers = [("Content-Type", kind), ("Cache-Control", "no-store"), ("Content-Length", str(len(body)))]
        if status.startswith("301"):
            headers.append(("Location", quote(f"/{path.strip('/')}/")))
        elif "text/html" in environ.get("HTTP_ACCEPT", ""):
            self.asked += 1
        start_response(status, headers)
        return [body]

    def answer(self, path: str) -> tuple[str, str, bytes]:
        """Status, type and body for a path below the site's root."""
        place = self.place_of(path)
        if place and place.is_dir() and not path.endswith("/"):
            return "301 Moved Permanently", "text/plain", b""
        file = place / "index.html" if place and path.endswith("/") else place
        status = "200 OK"
        if not file or not file.is_file():
            status, file = "404 Not Found", self.site / "404.html"
        body = file.read_bytes() if file.is_file() else b""
        kind = TYPES.guess_type(file.name)[0] or "application/octet-stream"
        if kind == "text/html":
            body = self.with_problems(body.decode(errors="replace")).encode()
        return status, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, body

    def place_of(self, path: str) -> Path | None:
        """The file or folder of the site at a path; None where there is none, or it lies outside."""
        root = self.site.resolve()
        try:
            place = (root / path.lstrip("/")).resolve(strict=True)
        except (OSError, ValueError, RuntimeError):  # no such file; a name no file can have; a loop of links
            return None
        return place if place.is_relative_to(root) else None

    def with_problems(self, page: str) -> str:
        """A page with the problems of the last build above its content."""
        title = "This is the last site that could be built" if self.failed else "Left out of this site"
        if not page:
            title = "There is no site yet"
            page = EMPTY_PAGE.format(title=title, body="" if self.problems else f"<p>{title}.</p>")
        if not self.problems:
            return page
        shown = BANNER.format(title=title, problems=html.escape("\n".join(map(str, self.problems))))
        found = MAIN.search(page)
        at = found.end() if found else len(page)
        return page[:at] + shown + page[at:]


def is_trouble(record: logging.LogRecord) -> bool:
    """Whether a line of livereload's log is for people: it tells of every page that is opened, too."""
    return record.levelno >= logging.WARNING


def serve(
    project: Project, preview: Preview, rebuild: Callable[[], None], ready: Callable[[], None], *, port: int
) -> None:
    """Build and serve until interrupted; `ready` is called when pages can be had.

    Raises OSError where the port is taken.
    """
    changes = Changes(project, preview, rebuild)  # from here on no edit is missed
    rebuild()
    server = Server(preview, watcher=changes)
    logging.getLogger("livereload").addFilter(is_trouble)
    IOLoop.current().add_callback(ready)
    server.serve(port=port, host="127.0.0.1", debug=False)
