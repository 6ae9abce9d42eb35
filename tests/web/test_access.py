"""Every kind of page judged by axe: light and dark, on a desk and on a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browsing import NewPage
from tests.web.kinds import PAGES, TRANSLATED

pytestmark = pytest.mark.xdist_group("access")
WIDTHS = (1440, 390)
WITH_TARGETS = {"rules": {"target-size": {"enabled": True}}}  # 24 pixels, or room around (WCAG 2.5.8)
OPEN_ALL = "document.querySelectorAll('details:not([open])').forEach(each => { each.open = true })"


@pytest.mark.parametrize("path", [*PAGES, *TRANSLATED])
def test_axe_finds_nothing(new_page: NewPage, at_repo: str, path: str) -> None:
    page = new_page(viewport={"width": WIDTHS[0], "height": 900})
    page.goto(at_repo + path)
    page.evaluate(OPEN_ALL)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        found = Axe().run(page, options=WITH_TARGETS)
        assert found.violations_count == 0, f"{width}: {found.generate_report()}"
        page.emulate_media(color_scheme="dark")  # which changes colours and nothing else
        found = Axe().run(page, options={"runOnly": ["color-contrast"]})
        assert found.violations_count == 0, f"{width}, dark: {found.generate_report()}"


@pytest.mark.parametrize("path", [*PAGES, *TRANSLATED])
def test_a_page_is_as_wide_as_a_telephone(new_page: NewPage, at_repo: str, path: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page.goto(at_repo + path)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 700})
        wide = page.evaluate(TOO_WIDE, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, wide


TOO_WIDE = """width => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > width + 1)
    .map(e => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 60)}`).slice(0, 5)"""
