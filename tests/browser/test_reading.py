"""Reading in another language, on paper, and the small comforts of a script."""

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browsing import NewPage

pytestmark = pytest.mark.xdist_group("walk")

MEETING = "meetings/2022-05-12-solheim-wilk/"
BEYOND = """box => {
    const [seen, whole] = [box, box.firstElementChild].map(each => each.getBoundingClientRect())
    return [seen.left - whole.left, whole.right - seen.right]
}"""  # how much of a drawing stands beyond either edge


# ── languages ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["", MEETING, "countries/no/", "officials/maren-solheim/", "about/"])
def test_a_reader_changes_the_language_and_stays_on_the_page(
    page: Page, in_languages: str, path: str
) -> None:
    page.goto(in_languages + path)
    for language, name, prefix in (
        ("az", "Azərbaycan", "az/"),
        ("ar", "العربية", "ar/"),
        ("en", "English", ""),
    ):
        page.locator(".languages").get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(in_languages + prefix + path)
        assert page.locator("html").get_attribute("lang") == language
        here = page.locator('.languages [aria-current="true"]')
        assert here.all_inner_texts() == [name]


def test_a_page_names_its_translations_to_search_engines(page: Page, in_languages: str) -> None:
    page.goto(in_languages + "az/" + MEETING)
    alternates = page.locator("link[rel=alternate][hreflang]").evaluate_all(
        "all => all.map(each => [each.hreflang, each.getAttribute('href')])"
    )
    address = "https://harbours.example/repo/"
    assert dict(alternates) == {
        "en": address + MEETING,
        "x-default": address + MEETING,
        "az": f"{address}az/{MEETING}",
        "ar": f"{address}ar/{MEETING}",
    }


@pytest.mark.parametrize("width", [1440, 390])
def test_a_page_written_from_the_right_begins_there(new_page: NewPage, in_languages: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(in_languages + "ar/" + MEETING)
    assert page.locator("html").get_attribute("dir") == "rtl"
    menu = page.locator("nav.main li")
    first, second = menu.nth(0).bounding_box(), menu.nth(1).bounding_box()
    assert first
    assert second
    assert first["x"] > second["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


# ── paper ────────────────────────────────────────────────────────────────────────────────────


def printed(page: Page, url: str) -> tuple[int, str]:
    """How many sheets a page has in print, and the words on them."""
    page.goto(url)
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    words = unicodedata.normalize("NFKC", " ".join(sheet.extract_text() for sheet in sheets))  # no ligatures
    return len(sheets), re.sub(r"\s+", " ", words)


def test_the_print_of_a_meeting_has_its_facts_their_words_and_the_addresses_of_its_sources(
    page: Page, at_repo: str
) -> None:
    sheets, words = printed(page, at_repo + MEETING)
    facts = ["12–13 May 2022", "Oslo", "Maren Solheim", "Tomasz Wilk", "agreement on night ferries"]
    evidence = ["on May 12", "stated", "inferred", "confirmed"]
    sources = ["Harbour Gazette", "https://harbour-gazette.example/2022/agreement"]
    own = ["https://harbours.example/repo/meetings/2022-05-12-solheim-wilk/", f"1 / {sheets}"]
    for each in facts + evidence + sources + own:
        assert each in words, each
    for each in ("Skip to the content", "Atom feed", "Search", "BibTeX", "Suggest a correction"):
        assert each not in words


@pytest.mark.parametrize(
    ("path", "expected"),
    {
        "": ["Northern Harbours", "Latest meetings"],
        "countries/no/": ["Norway", "Maren Solheim", "1 June 2031"],
        "officials/maren-solheim/": ["Minister of Fisheries", "Tomasz Wilk"],
        "2022/": ["2022", "Harbour conference in Lisbon"],
    }.items(),
)
def test_the_print_of_a_list_has_its_rows(page: Page, at_repo: str, path: str, expected: list[str]) -> None:
    _, words = printed(page, at_repo + path)
    for each in expected:
        assert each in words, each


def test_a_list_of_what_has_no_date_doesnt_say_so_on_every_line(page: Page, at_repo: str) -> None:
    page.goto(at_repo + "undated/")
    rows = page.locator("main .rows").inner_text()
    assert "Birgisson" in rows
    assert "date unknown" not in rows


# ── comforts ─────────────────────────────────────────────────────────────────────────────────


def test_a_stroke_goes_to_the_search_field_and_enter_searches(page: Page, at_repo: str) -> None:
    page.goto(at_repo + MEETING)
    page.keyboard.press("/")
    field = page.get_by_role("banner").get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")
    page.keyboard.press("Enter")
    page.wait_for_url(at_repo + "search/?q=a%2Fb")


def test_a_reader_without_javascript_comes_to_the_search_page_too(new_page: NewPage, at_repo: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(at_repo + MEETING)
    page.get_by_role("banner").get_by_role("searchbox").fill("ferries")
    page.get_by_role("banner").get_by_role("button", name="Search").click()
    page.wait_for_url(at_repo + "search/?q=ferries")


@pytest.mark.parametrize("language", ["", "ar/"])
def test_a_map_that_is_wider_than_a_telephone_begins_with_its_middle(
    new_page: NewPage, in_languages: str, language: str
) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{in_languages}{language}map/")
    before, after = page.locator("main .scroll").evaluate(BEYOND)
    assert before > 0
    assert before == pytest.approx(after, abs=2)


def test_today_is_marked_in_the_calendar_of_the_year(page: Page, at_repo: str) -> None:
    page.clock.set_fixed_time("2026-05-12T12:00:00")
    page.goto(at_repo + "on-this-day/")
    assert page.locator('[aria-current="date"]').evaluate_all("all => all.map(each => each.id)") == [
        "d-05-12"
    ]


def test_a_citation_is_copied(new_page: NewPage, at_repo: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(at_repo + MEETING)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    text = page.locator("pre[data-copy]").first.text_content()
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_what_was_closed_is_open_on_paper_and_closed_afterwards(page: Page, at_repo: str) -> None:
    page.goto(at_repo + MEETING)
    closed = page.locator("details:not([open])")
    before = closed.count()
    assert before
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(closed).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(closed).to_have_count(before)


# ── what is in sight ─────────────────────────────────────────────────────────────────────────


def test_the_matrix_shows_all_rows_however_low_the_window(new_page: NewPage, at_repo: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 160})
    page.goto(f"{at_repo}pairs/")
    shown, there = page.locator(".matrix").evaluate("box => [box.clientHeight, box.scrollHeight]")
    assert shown == there > 160


def test_before_a_question_the_lists_are_in_sight_below_the_search(new_page: NewPage, at_repo: str) -> None:
    page = new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{at_repo}search/")
    expect(page.locator("#status")).to_contain_text("Write a name")
    expect(page.get_by_role("heading", name="Lists").first).to_be_in_viewport()
