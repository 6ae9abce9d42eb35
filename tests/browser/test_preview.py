"""`python build.py serve` as a person uses it: a browser on one side, an editor on the other."""

import contextlib
import gzip
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect

pytestmark = pytest.mark.xdist_group("preview")

ROOT = Path(__file__).parents[2]
WORLD = Path(__file__).parent / "world"
SOON = 20_000  # milliseconds until a change shows, on a busy machine
ENTRY = "content/meetings/2021/2021-03-04-wilk-solheim.md"
TITLE = "Tomasz Wilk receives Maren Solheim"


class Desk:
    """A project's folder with its own templates, and what the preview of it says in the terminal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        shutil.copytree(WORLD, folder)
        shutil.copytree(ROOT / "templates", folder / "templates")
        shutil.copy(ROOT / "build.py", folder)
        (folder / "chronicle").symlink_to(ROOT / "chronicle")

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def terminal(self) -> str:
        return (self.folder / "terminal.txt").read_text(encoding="utf-8")

    def at(self, name: str) -> Path:
        return self.folder / name

    def read(self, name: str) -> str:
        return self.at(name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        self.at(name).write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def start(self, *options: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "build.py", "serve", "--port", str(self.port), *options]
        terminal = self.at("terminal.txt").open("w", encoding="utf-8")
        with terminal:
            return subprocess.Popen(
                command,
                cwd=self.folder,
                stdout=terminal,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
            )

    def says(self, words: str, since: int = 0) -> None:
        """Wait until the terminal shows some words."""
        until(lambda: words in self.terminal[since:], f"{words!r} in the terminal: {self.terminal}")


def until(come_true: Callable[[], bool], what: str) -> None:
    """Wait for something."""
    end = time.monotonic() + SOON / 1000
    while not come_true():
        assert time.monotonic() < end, f"never: {what}"
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(port: int, host: str = "127.0.0.1") -> bool:
    with socket.socket() as caller:
        caller.settimeout(1)
        return caller.connect_ex((host, port)) == 0


@contextmanager
def previewing(desk: Desk, *options: str) -> Iterator["subprocess.Popen[str]"]:
    """The preview while it runs."""
    process = desk.start(*options)
    try:
        until(lambda: answers(desk.port) or process.poll() is not None, "the preview answers")
        assert process.poll() is None, desk.terminal
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all tests that leave it as they found it."""
    made = Desk(tmp_path_factory.mktemp("preview") / "desk")
    with previewing(made) as process:
        yield made
        assert process.poll() is None
        assert "Traceback" not in made.terminal


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[BrowserContext]:
    """A browser's window."""
    context = browser.new_context()
    context.set_default_timeout(SOON)
    yield context
    context.close()


@pytest.fixture
def page(tab: BrowserContext, desk: Desk) -> Iterator[Page]:
    """The home page of the preview, opened, and then only looked at. Edits are taken back at the end."""
    names = [path for top in ("content", "templates") for path in desk.at(top).rglob("*") if path.is_file()]
    before = {path: path.read_bytes() for path in [*names, desk.at("config.yaml")]}
    opened = tab.new_page()
    opened.goto(desk.home)
    yield opened
    opened.close()
    for top in ("content/articles", "templates"):
        for path in desk.at(top).rglob("*"):
            if path.is_file() and path not in before:
                path.unlink()
    edited = {
        path: content for path, content in before.items() if not path.exists() or path.read_bytes() != content
    }
    since = len(desk.terminal)
    for path, content in edited.items():
        path.write_bytes(content)
    if edited:
        desk.says("of the site written", since)


def shows(page: Page, text: str) -> None:
    """Wait until a page shows a text, without touching the page."""
    expect(page.locator("body")).to_contain_text(text, timeout=SOON)


def shows_no_more(page: Page, text: str) -> None:
    expect(page.locator("body")).not_to_contain_text(text, timeout=SOON)


def open_link(page: Page, link: Locator) -> None:
    """Open what a link leads to; a click, or a visit, would be lost if the page reloaded at that moment."""
    address = urljoin(page.url, link.first.get_attribute("href"))
    with contextlib.suppress(Error):
        page.goto(address)
    if page.url != address:
        page.goto(address)


# ── changes show by themselves ───────────────────────────────────────────────────────────────


def test_an_edited_entry_shows(page: Page, desk: Desk) -> None:
    shows(page, TITLE)
    desk.edit(ENTRY, TITLE, "Tomasz Wilk welcomes Maren Solheim")
    shows(page, "Tomasz Wilk welcomes Maren Solheim")
    shows_no_more(page, TITLE)


def test_an_entry_saved_the_way_editors_do_shows(page: Page, desk: Desk) -> None:
    desk.write("content/meetings/2021/.saving", desk.read(ENTRY).replace("receives", "RECEIVES"))
    desk.at("content/meetings/2021/.saving").replace(desk.at(ENTRY))
    shows(page, "Tomasz Wilk RECEIVES Maren Solheim")


def test_the_meeting_s_own_page_reloads_too(page: Page, desk: Desk) -> None:
    open_link(page, page.get_by_role("link", name=TITLE))
    desk.edit(ENTRY, "over *tea*", "over *coffee*")
    shows(page, "over coffee")


NEWS = (
    "---\noutlet: Fjord Post\npublished: 2025-02-11\n---\n"
    "Norwegian Minister of Fisheries Maren Solheim met with Portuguese Minister of the Sea Inês Duarte "
    "in Oslo on February {day}.\n\nThey talked about the cod quota.\n"
)


def test_new_renamed_and_removed_articles_show(page: Page, desk: Desk) -> None:
    desk.write("content/articles/news.txt", NEWS.format(day=10))
    shows(page, "10 February 2025")
    meeting = page.get_by_role("listitem").filter(has_text="10 February 2025")
    open_link(page, meeting.locator('a[href*="meetings/"]'))
    desk.edit("content/articles/news.txt", "the cod quota", "the price of herring")
    shows(page, "the price of herring")
    page.goto(f"{desk.home}data/meetings.json")
    expect(page.locator("body")).to_contain_text('"news.txt"')
    page.goto(desk.home)
    desk.at("content/articles/deep").mkdir()
    desk.at("content/articles/news.txt").rename(desk.at("content/articles/deep/old.txt"))
    until(lambda: '"deep/old.txt"' in desk.read("site/data/meetings.json"), "the new name in the data")
    assert '"news.txt"' not in desk.read("site/data/meetings.json")
    shows(page, "10 February 2025")
    desk.at("content/articles/deep/old.txt").unlink()
    shows_no_more(page, "10 February 2025")


def test_an_edited_template_shows(page: Page, desk: Desk) -> None:
    desk.edit("templates/home.html", "{% block main %}", "{% block main %}<p>Words of a template</p>")
    shows(page, "Words of a template")
    desk.edit("templates/home.html", "<p>Words of a template</p>", "")
    shows_no_more(page, "Words of a template")


def test_an_edited_stylesheet_shows(page: Page, desk: Desk) -> None:
    style = "templates/assets/style.css"
    desk.write(style, desk.read(style) + "\nh1 { letter-spacing: 7px }\n")
    expect(page.get_by_role("heading", level=1)).to_have_css("letter-spacing", "7px", timeout=SOON)


def test_an_edited_title_of_the_site_shows(page: Page, desk: Desk) -> None:
    desk.edit("config.yaml", "Northern Harbours", "Southern Harbours")
    expect(page).to_have_title("Latest meetings – Southern Harbours", timeout=SOON)
    shows(page, "Southern Harbours")


@pytest.mark.parametrize("gap", [0.02, 0.5, 1.1])
def test_two_edits_in_quick_succession_both_show(page: Page, desk: Desk, gap: float) -> None:
    desk.edit(ENTRY, TITLE, f"First of two after {gap}")
    time.sleep(gap)
    desk.edit("content/pages/about.md", "invented", "dreamt")
    desk.edit("content/meetings/2023/2023-02-20-wilk-duarte.md", "telephones", "calls and calls")
    shows(page, f"First of two after {gap}")
    shows(page, "Tomasz Wilk calls and calls Inês Duarte")


# ── what is broken shows, and goes when it is mended ─────────────────────────────────────────


def broken(page: Page, desk: Desk, name: str, old: str, new: str) -> None:
    """Break a file: page and terminal say so, the rest stands; mended, the page is as it was."""
    good, since = desk.read(name), len(desk.terminal)
    desk.edit(name, old, new)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(f"{name}:", timeout=SOON)
    expect(alert).to_be_in_viewport()
    said = alert.inner_text().splitlines()
    for line in filter(str.strip, said[1:]):
        desk.says(line.strip(), since)
    shows(page, TITLE)
    other = page.context.new_page()
    other.goto(f"{desk.home}officials/")
    expect(other.get_by_role("alert")).to_contain_text(f"{name}:")
    other.close()
    desk.write(name, good)
    expect(alert).to_have_count(0, timeout=SOON)
    shows(page, TITLE)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (ENTRY, "country: PL", "country: POL"),
        (ENTRY, "title: ", "title: [<b>"),
        ("config.yaml", "links: folders", "links: sideways"),
        ("config.yaml", "title: ", "title: [\n"),
        ("templates/home.html", "{% block main %}", "{% block main %}{% if %}"),
        ("templates/home.html", "{% block main %}", "{% block main %}{{ page.nothing }}"),
        ("templates/parts/row.html", "{{ row.title }}", "{{ row.title "),
    ],
    ids=["a country", "YAML", "a setting", "the config's YAML", "a template", "a template's word", "a part"],
)
def test_a_broken_file_shows_its_problem_until_it_is_mended(
    page: Page, desk: Desk, name: str, old: str, new: str
) -> None:
    broken(page, desk, name, old, new)


def test_mending_it_differently_clears_the_problem_and_shows_the_edit(page: Page, desk: Desk) -> None:
    desk.edit(ENTRY, "date: 2021-03-04", "date: 2021-02-30")
    expect(page.get_by_role("alert")).to_contain_text("2021-02-30", timeout=SOON)
    desk.edit(ENTRY, "date: 2021-02-30", "date: 2021-02-28")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=SOON)
    shows(page, "28 February 2021")


def test_an_unreadable_article_is_told_while_the_rest_shows(page: Page, desk: Desk) -> None:
    since = len(desk.terminal)
    desk.at("content/articles/picture.txt").write_bytes(
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff\x00\x10"
    )
    expect(page.get_by_role("alert")).to_contain_text("content/articles/picture.txt", timeout=SOON)
    desk.says("content/articles/picture.txt", since)
    desk.edit(ENTRY, TITLE, "Tomasz Wilk greets Maren Solheim")
    shows(page, "Tomasz Wilk greets Maren Solheim")
    expect(page.get_by_role("alert")).to_contain_text("content/articles/picture.txt")
    desk.at("content/articles/picture.txt").unlink()
    expect(page.get_by_role("alert")).to_have_count(0, timeout=SOON)


def test_starting_with_broken_content_and_no_site_recovers(tab: BrowserContext, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    desk.edit(ENTRY, "country: PL", "country: POL")
    with previewing(desk):
        page = tab.new_page()
        page.goto(desk.home)
        expect(page.get_by_role("alert")).to_contain_text(f"{ENTRY}:")
        assert not desk.at("site").exists()
        desk.edit(ENTRY, "country: POL", "country: PL")
        expect(page.get_by_role("heading", level=1)).to_have_text("Northern Harbours", timeout=SOON)
        expect(page.get_by_role("alert")).to_have_count(0)
        page.close()
        assert "Traceback" not in desk.terminal


def test_the_search_follows_an_edit_that_has_shown_before(page: Page, desk: Desk) -> None:
    desk.edit(ENTRY, TITLE, "Tomasz Wilk unveils a zeppelin")
    expect(page.get_by_text("unveils a zeppelin").first).to_be_visible(timeout=SOON)
    indexes = desk.at("site/pagefind/fragment")

    def found() -> bool:
        with contextlib.suppress(FileNotFoundError):  # the site is replaced as a whole
            return any(b"zeppelin" in gzip.decompress(file.read_bytes()) for file in indexes.iterdir())
        return False

    until(found, "the index has it, too")


# ── what it serves ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "path",
    [
        "/../config.yaml",
        "/../build.py",
        "/meetings/../../config.yaml",
        "/%2e%2e/config.yaml",
        "/%2e%2e%2fconfig.yaml",
        "/%252e%252e/config.yaml",
        "//config.yaml",
        "/..%5cconfig.yaml",
        "/%00",
    ],
)
def test_nothing_outside_of_the_site_is_served(desk: Desk, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=20)
    connection.putrequest("GET", path, skip_host=False)
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 404
    assert "There is no such page" in answer.read().decode()
    connection.close()


@pytest.mark.parametrize("base", ["", "repo/"])
def test_the_page_for_a_missing_one_leads_back(tab: BrowserContext, desk: Desk, base: str) -> None:
    page = tab.new_page()
    answer = page.goto(f"{desk.home}{base}no/such/page/")
    assert answer
    assert answer.status == 404
    page.get_by_role("main").get_by_role("link", name="countries").first.click()
    expect(page).to_have_url(f"{desk.home}repo/countries/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Countries")
    page.close()


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems have one loopback address only"
)
def test_nobody_but_this_machine_can_look(desk: Desk) -> None:
    assert answers(desk.port)
    assert not answers(desk.port, "127.0.0.2")  # anything bound to all addresses would answer here


# ── its end ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGINT to send to another process")
def test_ctrl_c_ends_it_at_once(tab: BrowserContext, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    with previewing(desk) as process:
        page = tab.new_page()
        with page.expect_event("websocket"):  # the page waits for the next build
            page.goto(desk.home)
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        assert time.monotonic() - started < 5
        page.close()
    assert "Traceback" not in desk.terminal
    assert not answers(desk.port)


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        desk.port = other.getsockname()[1]
        assert desk.start().wait(timeout=60) == 1
    assert f"Port {desk.port} can't be used" in desk.terminal
    assert f"--port {desk.port + 1}" in desk.terminal
    assert "Traceback" not in desk.terminal
