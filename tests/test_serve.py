"""The preview without a browser: what it answers, and which changes it sees."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from livereload.handlers import LiveReloadHandler

from chronicle.commands.building import news
from chronicle.memo import Busy
from chronicle.problems import Problem
from chronicle.project import Project
from chronicle.serve import NOW, Changes, Preview
from tests.conftest import ROOT, World

PAGE = (
    "<!doctype html><html><head><title>T</title></head>"
    "<body><header>top</header><main id='m'>{}</main></body></html>"
)
WRONG = Problem("content/meetings/x.md", 7, "country is '<FRA>': not a country code", "Did you mean 'FR'?")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    pages = {
        "index.html": "home",
        "meetings/one/index.html": "one",
        "404.html": "missing",
        "Müller/index.html": "M",
    }
    for name, words in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE.format(words), encoding="utf-8")
    for name in (
        "assets/style.css",
        "data/meetings.json",
        "feed.xml",
        "robots.txt",
        "100%25.txt",
        "picture.svg",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return folder


def get(preview: Preview, path: str, accept: str = "text/html,*/*;q=0.8") -> tuple[str, dict[str, str], str]:
    """Status, headers and text for a path that the server has unquoted."""
    told: list[tuple[str, dict[str, str]]] = []
    environ = {"PATH_INFO": path.encode().decode("latin-1"), "HTTP_ACCEPT": accept}
    body = b"".join(preview(environ, lambda status, headers: told.append((status, dict(headers)))))
    ((status, headers),) = told
    assert int(headers["Content-Length"]) == len(body)
    return status, headers, body.decode()


# ── what it answers ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/meetings/one/", "text/html; charset=utf-8"),
        ("/meetings/one/index.html", "text/html; charset=utf-8"),
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/data/meetings.json", "application/json"),
        ("/feed.xml", "text/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/picture.svg", "image/svg+xml"),
    ],
)
def test_a_file_comes_with_its_type_and_is_never_cached(site: Path, path: str, kind: str) -> None:
    status, headers, _ = get(Preview(site, "https://example.org/"), path)
    assert status == "200 OK"
    assert headers["Content-Type"] == kind
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/meetings/one", "/meetings/one/"),
        ("//meetings//one", "/meetings//one/"),
        ("/Müller", "/M%C3%BCller/"),
    ],
)
def test_a_folder_without_its_slash_leads_to_the_one_with_it(site: Path, path: str, leads_to: str) -> None:
    status, headers, _ = get(Preview(site, "https://example.org/"), path)
    assert status == "301 Moved Permanently"
    assert headers["Location"] == leads_to


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/meetings/", "/meetings/one/index.html/", "/index.html/x", "/nul\0", "/" + "long" * 500],
)
def test_where_there_is_nothing_the_page_for_that_is_shown(site: Path, path: str) -> None:
    status, headers, text = get(Preview(site, "https://example.org/"), path)
    assert status == "404 Not Found"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert text == PAGE.format("missing")


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/meetings/../../secret.txt", "//../secret.txt", "/../site-old/"]
)
def test_nothing_outside_of_the_site_is_shown(site: Path, path: str) -> None:
    (site.parent / "site-old").mkdir()
    (site.parent / "site-old" / "index.html").write_text("secret", encoding="utf-8")
    status, _, text = get(Preview(site, "https://example.org/"), path)
    assert (status, text) == ("404 Not Found", PAGE.format("missing"))


def test_a_link_out_of_the_site_is_not_followed(site: Path) -> None:
    (site / "out.txt").symlink_to(site.parent / "secret.txt")
    assert get(Preview(site, "https://example.org/"), "/out.txt")[0] == "404 Not Found"


def test_a_path_is_unquoted_once(site: Path) -> None:
    assert get(Preview(site, "https://example.org/"), "/100%25.txt")[2] == "100%25.txt"


@pytest.mark.parametrize("path", ["/repo/meetings/one/", "/meetings/one/"])
def test_a_site_for_a_folder_of_a_domain_is_shown_there_too(site: Path, path: str) -> None:
    status, _, text = get(Preview(site, "https://name.github.io/repo/"), path)
    assert (status, text) == ("200 OK", PAGE.format("one"))


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [("/repo", "/repo/"), ("/repo/meetings/one", "/repo/meetings/one/"), ("/repository", "")],
)
def test_it_leads_on_within_that_folder(site: Path, path: str, leads_to: str) -> None:
    _, headers, _ = get(Preview(site, "https://name.github.io/repo/"), path)
    assert headers.get("Location", "") == leads_to


# ── what is wrong, on top of the page ────────────────────────────────────────────────────────


def test_problems_stand_above_the_content_and_are_text(site: Path) -> None:
    preview = Preview(site, "https://example.org/")
    preview.problems, preview.failed = (WRONG,), True
    _, _, text = get(preview, "/")
    before, _, after = text.partition("content/meetings/x.md:7: country is &#x27;&lt;FRA&gt;&#x27;")
    assert before.count("<main") == 1
    assert "This is the last site that could be built" in before
    assert "Did you mean" in after.partition("home")[0]
    assert "<FRA>" not in text


def test_articles_that_were_left_out_are_told_as_such(site: Path) -> None:
    preview = Preview(site, "https://example.org/")
    preview.problems = (WRONG,)
    assert "Left out of this site" in get(preview, "/meetings/one/")[2]


def test_problems_stand_on_the_page_for_missing_ones_and_on_no_other_file(site: Path) -> None:
    preview = Preview(site, "https://example.org/")
    preview.problems, preview.failed = (WRONG,), True
    assert 'role="alert"' in get(preview, "/nothing")[2]
    assert get(preview, "/assets/style.css")[2] == "assets/style.css"


def test_a_page_without_main_has_them_in_its_body(site: Path) -> None:
    (site / "index.html").write_text("<html><body class='x'><p>on</p></body></html>", encoding="utf-8")
    preview = Preview(site, "https://example.org/")
    preview.problems = (WRONG,)
    assert get(preview, "/")[2].startswith("<html><body class='x'><section role=\"alert\"")


@pytest.mark.parametrize("path", ["/", "/meetings/one/"])
def test_without_a_site_there_are_the_problems_alone(tmp_path: Path, path: str) -> None:
    preview = Preview(tmp_path / "site", "https://example.org/")
    status, _, text = get(preview, path)
    assert status == "404 Not Found"
    assert "There is no site yet." in text
    preview.problems, preview.failed = (WRONG,), True
    text = get(preview, path)[2]
    assert "There is no site yet" in text
    assert "last site" not in text
    assert "not a country code" in text
    assert "</head>" in text  # before which livereload puts its script


# ── which changes are seen ───────────────────────────────────────────────────────────────────


class Desk:
    """A project that is watched, and how often it was built."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(
            folder / "content", folder / "site", folder / "config.yaml", folder / "templates"
        )
        self.builds = 0
        self.while_building: Callable[[], object] = int
        for name in ("content/articles/a.txt", "content/meetings/2019/m.md", "templates/assets/style.css"):
            self.write(name, name)
        self.write("config.yaml", "title: T")
        self.preview = Preview(self.project.output, "https://example.org/")
        self.changes = Changes(self.project, self.preview, self.rebuild)

    def rebuild(self) -> None:
        self.builds += 1
        self.while_building()

    def write(self, name: str, text: str) -> None:
        path = self.project.config.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def at(self, name: str) -> Path:
        return self.project.config.parent / name


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    assert made.changes.examine() == (None, None)
    return made


def same_size(desk: Desk) -> None:
    """An edit that leaves the size, in another second."""
    path = desk.at("content/articles/a.txt")
    path.write_text(path.read_text(encoding="utf-8").swapcase(), encoding="utf-8")
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 10**9))


def same_size_and_time(desk: Desk) -> None:
    """An editor's save: another file in the old one's place; here even with its size and time."""
    path, new = desk.at("content/articles/a.txt"), desk.at("content/.a.tmp")
    new.write_text(path.read_text(encoding="utf-8").swapcase(), encoding="utf-8")
    os.utime(new, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    new.replace(path)


CHANGES: dict[str, Callable[[Desk], object]] = {
    "a new article": lambda desk: desk.write("content/articles/b.txt", ""),
    "a new article in a new folder": lambda desk: desk.write("content/articles/deep/down/b.txt", "b"),
    "an edited entry": lambda desk: desk.write("content/meetings/2019/m.md", "more"),
    "the same size": same_size,
    "the same size and time": same_size_and_time,
    "a renamed article": lambda desk: desk.at("content/articles/a.txt").rename(
        desk.at("content/articles/b.txt")
    ),
    "a renamed folder": lambda desk: desk.at("content/meetings/2019").rename(
        desk.at("content/meetings/2020")
    ),
    "a removed article": lambda desk: desk.at("content/articles/a.txt").unlink(),
    "a new template": lambda desk: desk.write("templates/parts/x.html", ""),
    "an edited stylesheet": lambda desk: desk.write("templates/assets/style.css", "a {}"),
    "an edited configuration": lambda desk: desk.write("config.yaml", "title: U"),
    "a removed configuration": lambda desk: desk.at("config.yaml").unlink(),
    "a decision on who is who": lambda desk: desk.write("content/registry/judgements.yaml", "[]"),
    "words for the about page": lambda desk: desk.write("content/pages/about.md", "We."),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_built_once_and_told_at_once(desk: Desk, change: Callable[[Desk], object]) -> None:
    change(desk)
    assert desk.changes.examine() == (NOW, None)
    assert desk.changes.filepath == "*"
    assert desk.changes.examine() == (None, None)
    assert desk.builds == 1


def test_a_linked_folder_is_watched_as_it_is_built(desk: Desk) -> None:
    desk.write("elsewhere/c.txt", "c")
    desk.at("content/articles/linked").symlink_to(desk.at("elsewhere"))
    desk.changes.examine()
    desk.write("elsewhere/c.txt", "changed")
    assert desk.changes.examine() == (NOW, None)
    assert desk.builds == 2


@pytest.mark.parametrize(
    "name", ["content/articles/.a.txt.swp", "content/.git/index", "site/index.html", "other.txt"]
)
def test_hidden_files_and_those_that_no_site_rests_on_are_nothing(desk: Desk, name: str) -> None:
    desk.write(name, "x")
    assert desk.changes.examine() == (None, None)
    assert desk.builds == 0


def test_what_a_build_itself_writes_is_built_before_the_page_reloads(desk: Desk) -> None:
    def writes_an_entry() -> None:
        if desk.builds == 1:
            desk.write("content/meetings/2019/new.md", "new")

    desk.while_building = writes_an_entry
    desk.write("content/articles/b.txt", "b")
    assert desk.changes.examine() == (NOW, None)
    assert desk.builds == 2
    assert desk.changes.examine() == (None, None)


def test_a_folder_that_goes_and_comes_back_does_no_harm(desk: Desk) -> None:
    desk.at("content").rename(desk.at("away"))
    assert desk.changes.examine() == (NOW, None)
    desk.at("away").rename(desk.at("content"))
    assert desk.changes.examine() == (NOW, None)


def test_while_somebody_else_builds_the_change_is_kept_for_later(desk: Desk) -> None:
    def busy() -> None:
        raise Busy

    desk.while_building = busy
    desk.write("content/articles/b.txt", "b")
    assert desk.changes.examine() == (None, None)
    desk.while_building = int
    assert desk.changes.examine() == (NOW, None)
    assert desk.builds == 2


# ── who hears of it ──────────────────────────────────────────────────────────────────────────


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The browsers that are connected."""
    browsers: set[str] = set()
    monkeypatch.setattr(LiveReloadHandler, "waiters", browsers)
    return browsers


def test_a_page_that_begins_to_listen_after_the_build_is_reloaded(desk: Desk, listening: set[str]) -> None:
    get(desk.preview, "/")  # a page of before, whose script is still on its way
    listening.add("a page that is being closed")
    desk.write("config.yaml", "title: U")
    assert desk.changes.examine() == (NOW, None)
    get(desk.preview, "/favicon.ico", "image/*")
    assert desk.changes.examine() == (None, None)
    listening.add("that page")
    assert desk.changes.examine() == (NOW, None)
    assert desk.changes.examine() == (None, None)
    assert desk.builds == 1


def test_a_page_that_was_fetched_after_the_build_is_not(desk: Desk, listening: set[str]) -> None:
    listening.add("an old page")
    desk.write("config.yaml", "title: U")
    assert desk.changes.examine() == (NOW, None)
    listening.clear()
    get(desk.preview, "/")
    assert desk.changes.examine() == (None, None)
    listening.add("the same, fetched again")
    assert desk.changes.examine() == (None, None)


def test_a_page_just_opened_is_not_reloaded_because_the_preview_has_just_started(
    desk: Desk, listening: set[str]
) -> None:
    get(desk.preview, "/")
    listening.add("that page")
    desk.changes._changes.append((NOW, 2))  # livereload's own doing
    assert desk.changes.examine() == (None, None)
    assert desk.changes.examine() == (None, None)


def test_a_page_of_an_earlier_preview_that_finds_this_one_is_reloaded(
    desk: Desk, listening: set[str]
) -> None:
    listening.add("a page of yesterday")
    assert desk.changes.examine() == (NOW, None)
    assert desk.changes.examine() == (None, None)


# ── what the terminal says ───────────────────────────────────────────────────────────────────


def test_the_terminal_tells_what_was_built_and_where_it_is_and_nothing_else(world: World) -> None:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = str(found.getsockname()[1])
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", port]
    running = subprocess.Popen(
        [*command, *world.options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    try:
        said = [running.stdout.readline(), running.stdout.readline()] if running.stdout else []
    finally:
        running.kill()
        running.wait(30)
        if running.stdout:
            running.stdout.close()
    assert said[0].startswith("0 of 0 articles read")
    assert said[1] == f"The site is at http://127.0.0.1:{port}/ (Ctrl-C ends).\n"


def test_a_note_is_told_once_while_it_holds() -> None:
    known: set[str] = set()
    builds = [("a", "b"), ("a", "b", "c"), ("b",), ("a", "b")]
    assert [news(notes, known) for notes in builds] == [["a", "b"], ["c"], [], ["a"]]
