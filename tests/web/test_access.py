"""Every kind of page judged by axe: light and dark, on a desk and on a telephone."""

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browsing import NewPage
from tests.web.kinds import ALL_PAGES, SEARCHED, TRANSLATED

pytestmark = pytest.mark.xdist_group("pages")
DESK, TELEPHONE, SMALLEST = 1440, 390, 320
FAULTS = "options => axe.run(options).then(found => ({violations: found.violations}))"  # the rest is large
WITH_TARGETS = {"rules": {"target-size": {"enabled": True}}}  # 24 pixels, or room around (WCAG 2.5.8)
COLOURS_ONLY = {"runOnly": ["color-contrast"]}  # dark changes colours and nothing else
OPEN_ALL = "document.querySelectorAll('details:not([open])').forEach(each => { each.open = true })"


@pytest.mark.parametrize("path", ALL_PAGES)
def test_axe_finds_nothing_and_a_page_is_as_wide_as_a_telephone(
    new_page: NewPage, at_repo: str, path: str
) -> None:
    judge(new_page(), at_repo, path)


@pytest.mark.parametrize("path", TRANSLATED)
def test_axe_finds_nothing_in_other_languages_either(new_page: NewPage, in_languages: str, path: str) -> None:
    judge(new_page(), in_languages, path)


def judge(page: Page, home: str, path: str) -> None:
    """All that is asked of a page, which is loaded once: axe is slow, and so is everything else."""
    page.goto(home + path)
    if path == SEARCHED:
        page.locator("#results > li").first.wait_for()
    page.evaluate(OPEN_ALL)
    page.evaluate(Axe().axe_script)
    for width in (DESK, TELEPHONE):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, options in (("light", WITH_TARGETS), ("dark", COLOURS_ONLY)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
            found = AxeResults(page.evaluate(FAULTS, {**options, "resultTypes": ["violations"]}))
            assert found.violations_count == 0, f"{width}, {scheme}: {found.generate_report()}"
    for width in (TELEPHONE, SMALLEST):
        page.set_viewport_size({"width": width, "height": 700})
        wide = page.evaluate(TOO_WIDE, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, wide


TOO_WIDE = """width => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > width + 1)
    .map(e => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 60)}`).slice(0, 5)"""
