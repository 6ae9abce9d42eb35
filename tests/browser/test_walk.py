"""The built site in a browser: its links, by hand and by keyboard; on any place, device and paper."""

import json
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import NewPage

pytestmark = pytest.mark.xdist_group("walk")

AGREEMENT = "Maren Solheim and Tomasz Wilk sign a ferry agreement"
SOURCE = "https://harbour-gazette.example/2022/agreement"
PLACES = ("root", "repo", "files")
KINDS = {
    "home": "",
    "meeting": "meetings/2022-05-12-solheim-wilk/",
    "planned": "meetings/2031-06-01-solheim-duarte/",
    "undated meeting": "meetings/duarte-birgisson/",
    "in doubt": "meetings/2021-09-solheim-birgisson/",
    "countries": "countries/",
    "country": "countries/no/",
    "second page": "countries/no/page/2/",
    "officials": "officials/",
    "official": "officials/maren-solheim/",
    "offices": "offices/",
    "office": "offices/no-minister-of-fisheries/",
    "year": "2023/",
    "month": "2022/05/",
    "undated": "undated/",
    "about": "about/",
    "missing": "no/such/page/",
}
each_kind = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
each_place = pytest.mark.parametrize("place", PLACES)


def follow(page: Page, link: Locator) -> None:
    """Click a link and wait for the page that it opens."""
    before = page.url
    link.click()
    page.wait_for_url(lambda url: url != before)
    page.wait_for_load_state()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def main_link(page: Page, name: str) -> Locator:
    """The first link of this name in a page's content."""
    return page.get_by_role("main").get_by_role("link", name=name, exact=True).first


def section(page: Page, name: str) -> Locator:
    """The section that a heading's id names."""
    return page.locator(f'[aria-labelledby~="{name}"]')


# ── by hand ──────────────────────────────────────────────────────────────────────────────────


def walk(page: Page, home: str) -> None:
    """Home → country → official → meeting → source, by clicking."""
    page.goto(home)
    follow(page, main_link(page, "Norway"))
    expect(heading(page)).to_have_text("Norway")
    follow(page, main_link(page, "Maren Solheim"))
    expect(heading(page)).to_have_text("Maren Solheim")
    while not main_link(page, AGREEMENT).is_visible():
        follow(page, page.get_by_role("main").locator("a[rel=next]"))
    follow(page, main_link(page, AGREEMENT))
    expect(heading(page)).to_have_text(AGREEMENT)
    source = section(page, "sources").get_by_role("link", name="Harbour Gazette", exact=True)
    expect(source).to_have_attribute("href", SOURCE)


@each_place
def test_a_reader_walks_from_home_to_a_source(page: Page, places: dict[str, str], place: str) -> None:
    walk(page, places[place])


@each_place
def test_a_reader_without_javascript_does_too(new_page: NewPage, places: dict[str, str], place: str) -> None:
    walk(new_page(java_script_enabled=False), places[place])


@each_place
def test_every_name_country_and_date_of_a_meeting_leads_to_its_page(
    page: Page, places: dict[str, str], place: str
) -> None:
    page.goto(places[place])
    follow(page, main_link(page, "Harbour conference in Lisbon"))
    meeting = page.url
    led_to = {
        "officials/ines-duarte/": "Inês Duarte",
        "officials/jon-birgisson/": "Jón Birgisson",
        "countries/pt/": "Portugal",
        "countries/is/": "Iceland",
        "2022/11/": "November 2022",
    }
    for path, title in led_to.items():
        follow(page, page.get_by_role("main").locator(f'a[href*="{path}"]').first)
        expect(heading(page)).to_have_text(title)
        follow(page, main_link(page, "Harbour conference in Lisbon"))
        assert page.url == meeting


def test_the_five_reports_have_a_walk_too(page: Page, seeds_at_repo: str) -> None:
    page.goto(seeds_at_repo)
    follow(page, main_link(page, "France"))
    follow(page, main_link(page, "Zacharie Gross"))
    follow(page, page.get_by_role("main").get_by_role("link", name="Zacharie Gross").first)
    named = section(page, "participants").get_by_role("rowheader")
    follow(page, named.get_by_role("link", name="Zakir Hasanov"))
    expect(section(page, "meetings").get_by_role("listitem")).to_have_count(4)


def test_a_report_that_is_shown_on_another_page_leads_there(page: Page, at_repo: str) -> None:
    page.goto(f"{at_repo}meetings/2022-05-12-treaty-of-oslo/")
    page.wait_for_url("**/meetings/2022-05-12-solheim-wilk/")
    sources = section(page, "sources")
    for outlet, url in {
        "Harbour Gazette": SOURCE,
        "Baltic Wire": "https://baltic-wire.example/ferries",
    }.items():
        expect(sources.get_by_role("link", name=outlet, exact=True)).to_have_attribute("href", url)
    expect(sources.locator('a[href^="https://fjord-post.example/archive/"]')).to_be_visible()


def test_a_meeting_that_was_not_held_says_so(page: Page, at_root: str) -> None:
    page.goto(at_root)
    for name, status in {"Maren Solheim to visit": "planned", "were to speak by video": "cancelled"}.items():
        row = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=name))
        expect(row).to_contain_text(status)
        follow(page, row.get_by_role("link", name=name))
        expect(page.get_by_role("main")).to_contain_text(status)
        page.go_back()


# ── before and after ─────────────────────────────────────────────────────────────────────────


def lists_of(site: Path) -> dict[str, list[str]]:
    """The ids of meetings with a date, oldest first: all, of each official, of each country."""
    meetings = json.loads((site / "data" / "meetings.json").read_text(encoding="utf-8"))
    lists: dict[str, list[str]] = {"": []}
    for meeting in [meeting for meeting in meetings if meeting["date"]]:
        officials = [f"officials/{person['id']}/" for person in meeting["participants"]]
        countries = [f"countries/{party.lower()}/" for party in meeting["parties"] if len(party) == 2]
        for within in ["", *officials, *countries]:
            lists.setdefault(within, []).append(meeting["id"])
    return lists


def group(page: Page, within: str) -> Locator:
    """The part of a meeting's neighbours that is about one list."""
    parts = section(page, "neighbours").locator("tr, li, p, dl > div, section")
    return parts.filter(has=page.locator(f'a[href$="{within}"]')).last


@pytest.mark.parametrize("within", ["officials/maren-solheim/", "officials/tomasz-wilk/", "countries/pt/"])
def test_previous_and_next_go_through_all_meetings_of_one(
    page: Page, at_repo: str, site: Path, within: str
) -> None:
    meetings = lists_of(site)[within]
    page.goto(f"{at_repo}meetings/{meetings[0]}/")
    for one, following in pairwise(meetings):
        links = group(page, within).locator('a[href*="20"], a[href*="birgisson"]')
        follow(page, links.last)
        assert page.url == f"{at_repo}meetings/{following}/"
        expect(group(page, within).locator(f'a[href$="/{one}/"]')).to_be_visible()
    assert len(meetings) > 2


def test_the_chronology_leads_from_the_first_meeting_to_the_last_and_back(
    page: Page, at_repo: str, site: Path
) -> None:
    meetings = lists_of(site)[""]
    assert len(meetings) == 9
    page.goto(f"{at_repo}meetings/{meetings[0]}/")
    for way, order in (("next", meetings[1:]), ("prev", meetings[-2::-1])):
        for meeting in order:
            follow(page, page.locator(f"main a[rel={way}]"))
            assert page.url == f"{at_repo}meetings/{meeting}/"
        expect(page.locator(f"main a[rel={way}]")).to_have_count(0)


def test_the_pages_of_a_long_list_lead_on_and_back(page: Page, at_repo: str) -> None:
    page.goto(f"{at_repo}officials/maren-solheim/")
    seen = []
    for _ in range(3):
        seen += section(page, "meetings").locator('a[href*="meetings/"]').all_inner_texts()
        if page.locator("main a[rel=next]").count():
            follow(page, page.locator("main a[rel=next]"))
    assert len(seen) == len(set(seen)) == 7
    follow(page, page.locator("main a[rel=prev]"))
    follow(page, page.locator("main a[rel=prev]"))
    assert page.url == f"{at_repo}officials/maren-solheim/"


# ── by keyboard ──────────────────────────────────────────────────────────────────────────────


def tab_to(page: Page, name: str) -> Locator:
    """Press the tabulator until the link of this name has the focus, which must be seen."""
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and focused.inner_text().strip() == name:
            expect(focused).to_be_in_viewport()
            assert focused.evaluate("e => getComputedStyle(e).outlineStyle") != "none"
            return focused
    raise AssertionError(f"the tabulator never comes to {name!r}")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_keyboard_alone_leads_from_home_to_a_source(new_page: NewPage, at_repo: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(at_repo)
    tab_to(page, "Skip to the content")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    tab_to(page, AGREEMENT)
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text(AGREEMENT)
    source = tab_to(page, "Harbour Gazette")
    expect(source).to_have_attribute("href", SOURCE)


def test_the_keyboard_leads_from_a_fact_to_its_words_in_the_report(page: Page, at_repo: str) -> None:
    page.goto(at_repo + KINDS["meeting"])
    words = page.get_by_role("main").locator(".note a").filter(has_text="on May 12").first
    words.focus()
    page.keyboard.press("Enter")
    marked = page.locator(":target")
    expect(marked).to_be_visible()
    expect(marked).to_contain_text("on May 12")


# ── where there is no page ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("missing", ["nothing", "meetings/2019/gone/deep/down/", "countries/zz/index.html"])
def test_the_page_for_a_missing_one_leads_back(page: Page, at_repo: str, missing: str) -> None:
    for name, path in {"latest meetings": "", "countries": "countries/", "officials": "officials/"}.items():
        answer = page.goto(at_repo + missing)
        assert answer
        assert answer.status == 404
        follow(page, main_link(page, name))
        assert page.url == at_repo + path
    page.goto(at_repo + missing)
    assert loaded_styles(page)


def loaded_styles(page: Page) -> bool:
    """Whether the site's own stylesheet is at work."""
    return bool(page.evaluate("[...document.styleSheets].some(sheet => sheet.cssRules.length > 9)"))


# ── every kind of page: see tests/web, too ───────────────────────────────────────────────────


@each_kind
def test_every_link_of_a_page_leads_somewhere(page: Page, at_repo: str, path: str) -> None:
    page.goto(at_repo + path)
    hrefs = page.locator("[href]").evaluate_all("all => all.map(e => e.getAttribute('href'))")
    inside = {urljoin(page.url, href).partition("#")[0] for href in hrefs}
    inside = {url for url in inside if url.startswith(at_repo[:-5])}
    assert len(inside) > 6
    for url in sorted(inside):
        if url != page.url:
            assert page.request.get(url, max_redirects=0).status == 200, url


def test_paper_shows_the_facts(page: Page, at_repo: str) -> None:
    page.goto(at_repo + KINDS["meeting"])
    page.emulate_media(media="print")
    main = page.get_by_role("main")
    facts = [AGREEMENT, "12–13 May 2022", "Oslo", "agreement on night ferries", "official visit"]
    people = ["Maren Solheim", "Tomasz Wilk", "Minister of Fisheries", "Commander of the Royal Order"]
    rest = ["Norway", "Poland", "Harbour Gazette", "Baltic Wire", "13 May 2022", "two papers"]
    for fact in facts + people + rest:
        expect(main.get_by_text(fact).first).to_be_visible()
    page.goto(at_repo + "officials/maren-solheim/")
    for fact in ("Minister of Fisheries", "Maren Solheim to visit Inês Duarte", "1 June 2031"):
        expect(main.get_by_text(fact).first).to_be_visible()
