"""Every kind of page wherever it stands: no other host, no JavaScript needed, from a disk, on paper."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from tests.browsing import NewPage
from tests.web.kinds import ALL_PAGES, PAGES, SAMPLES

pytestmark = pytest.mark.xdist_group("pages")
WITH_SCRIPT_ONLY = SAMPLES["search"]  # there is no searching without it; the page says so
STYLED = "getComputedStyle(document.querySelector('header.site')).borderTopWidth == '4px'"
NOWHERE = SAMPLES["missing"]  # shown where there is no page, with addresses that hold on the server only


def complaints_of(page: Page) -> list[str]:
    """A list in which all that goes wrong in a page will stand."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.mark.parametrize("path", ALL_PAGES)
def test_a_page_asks_nobody_else_and_complains_of_nothing(page: Page, at_repo: str, path: str) -> None:
    others = []

    def answer(route: Route) -> None:
        ours = urlsplit(route.request.url).netloc == urlsplit(at_repo).netloc
        if not ours:
            others.append(route.request.url)
        route.continue_() if ours else route.abort()

    complaints = complaints_of(page)
    page.route("**/*", answer)
    page.goto(at_repo + path, wait_until="networkidle")
    assert (others, complaints) == ([], [])
    assert page.evaluate(STYLED)


@pytest.mark.parametrize("path", [path for path in PAGES if path not in WITH_SCRIPT_ONLY])
def test_a_page_says_the_same_without_javascript(new_page: NewPage, at_repo: str, path: str) -> None:
    texts = []
    for scripts in (True, False):
        page = new_page(java_script_enabled=scripts)
        page.goto(at_repo + path)
        main = page.locator("main")
        texts.append({line.strip() for line in main.inner_text().splitlines()} - {"Copy", ""})
        assert page.locator("noscript").count() == 0
    assert texts[0] == texts[1]
    assert texts[0]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_from_a_disk(page: Page, site_of_files: Path, path: str) -> None:
    complaints = complaints_of(page)
    file = site_of_files / path
    page.goto((file if file.suffix == ".html" else file / "index.html").as_uri())
    hrefs = page.locator("a[href]").evaluate_all(
        "all => all.map(each => new URL(each.getAttribute('href'), location.href).href)"  # a drawing's, too
    )
    ways = {href.partition("#")[0].partition("?")[0] for href in hrefs if href.startswith("file:")}
    assert len(ways) > 6
    assert [way for way in ways if way.endswith("/")] == []
    if path not in [*NOWHERE, *WITH_SCRIPT_ONLY]:
        assert complaints == []
        assert page.evaluate(STYLED)


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_the_words_and_nothing_to_press(page: Page, at_repo: str, path: str) -> None:
    page.goto(at_repo + path)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert (
        page.locator("header.site nav, footer.site nav, .find, .pager, .skip").filter(visible=True).count()
        == 0
    )
    assert page.locator("footer.site .paper").inner_text().startswith("https://name.github.io/chronicle/")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 1  # of rounding
