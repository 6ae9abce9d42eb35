"""The preview: livereload, a site that is built again after each change, and problems shown in the page."""

import html
import mimetypes
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from livereload import Server  # type: ignore[import-untyped]
from livereload.watcher import Watcher  # type: ignore[import-untyped]

from chronicle.manifest import marks
from chronicle.problems import Problem
from chronicle.project import Project

Marks = dict[str, tuple[int, int, int]]
StartResponse = Callable[[str, list[tuple[str, str]]], object]
NOW = "__livereload__"  # livereload ignores a change soon after another, unless it has this name
SETTLED = 0.05  # seconds without a change: an editor may write a file in several steps

MAIN = re.compile(r"<(?:main|body)\b[^>]*>(?!.*<main\b)", re.DOTALL)

BANNER = (
    '<section role="alert" style="margin:1rem 0;padding:1rem 1.25rem;border:2px solid #8c2f1b;background:#fbeee6;'
    'color:#1f2328;font:1rem/1.5 system-ui,sans-serif"><h2 style="margin:0 0 .5rem;font-size:1.125rem">{title}</h2>'
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

    def __init__(self, project: Project, rebuild: Callable[[], None]) -> None:
        super().__init__()
        self.project, self.rebuild = project, rebuild
        self.watch(str(project.content))  # without a task livereload watches the working folder
        self.seen = state_of(project)

    def examine(self) -> tuple[str | None, object]:
        """Build again if something has changed; livereload asks this every 0.8 seconds."""
        if self._changes:  # livereload's own wish, once at the start
            return self._changes.pop()  # type: ignore[no-any-return]
        if state_of(self.project) == self.seen:
            return None, None
        while (now := state_of(self.project)) != self.seen:  # a build writes entries, too
            self.seen = now
            time.sleep(SETTLED)
            if state_of(self.project) == now:
                self.rebuild()
        self.filepath = "*"
        return NOW, None


def state_of(project: Project) -> dict[Path, Marks]:
    """The files that a preview depends on, with what changes when they do."""
    config = project.config
    found = {folder: visible(marks(folder)) for folder in (project.content, project.templates)}
    if config.is_file():
        about = config.stat()
        found[config] = {"": (about.st_ino, about.st_size, about.st_mtime_ns)}
    return found


def visible(found: Marks) -> Marks:
    """Without hidden files: an editor's, and entries that are half written."""
    return {path: mark for path, mark in found.items() if not path.startswith(".") and "/." not in path}


class Preview:
    """The site as a WSGI application, with what is wrong on top of every page."""

    def __init__(self, site: Path, address: str) -> None:
        self.site = site
        self.base = urlsplit(address).path
        self.problems: tuple[Problem, ...] = ()
        self.failed = False  # whether the problems kept the site from being built

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path = environ["PATH_INFO"].encode("latin-1").decode(errors="replace")
        if self.base != "/" and path.startswith(self.base):
            path = path[len(self.base) - 1 :]
        status, kind, body, location = self.answer(unquote(path))
        headers = [("Content-Type", kind), ("Cache-Control", "no-store"), ("Content-Length", str(len(body)))]
        start_response(status, headers + ([("Location", location)] if location else []))
        return [body]

    def answer(self, path: str) -> tuple[str, str, bytes, str]:
        """Status, type, body and new location for a path."""
        root = self.site.resolve()
        file = (root / path.lstrip("/")).resolve()
        if not file.is_relative_to(root):
            file = root / "404.html"
        elif file.is_dir() and not path.endswith("/"):
            return "301 Moved Permanently", "text/plain", b"", f"{path}/"
        elif file.is_dir():
            file /= "index.html"
        status = "200 OK"
        if not file.is_file():
            status, file = "404 Not Found", root / "404.html"
        body = file.read_bytes() if file.is_file() else b""
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if kind == "text/html":
            body = self.with_problems(body.decode()).encode()
        return status, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, body, ""

    def with_problems(self, page: str) -> str:
        """A page with the problems of the last build above its content."""
        if not page:
            page = EMPTY_PAGE.format(title="No site yet", body="" if self.problems else "<p>No site yet.</p>")
        if not self.problems:
            return page
        title = "This is the last site that could be built" if self.failed else "Left out of this site"
        shown = BANNER.format(title=title, problems=html.escape("\n".join(map(str, self.problems))))
        found = MAIN.search(page)
        at = found.end() if found else len(page)
        return page[:at] + shown + page[at:]


def serve(project: Project, preview: Preview, rebuild: Callable[[], None], *, port: int) -> None:
    """Serve until interrupted. Raises OSError where the port is taken."""
    server = Server(preview, watcher=Changes(project, rebuild))
    server.serve(port=port, host="127.0.0.1", debug=False)
