"""The search page in a browser: words, spellings, filters, shared addresses, the keyboard."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import build
from tests.browsing import NewPage, served

pytestmark = pytest.mark.xdist_group("walk")

WORLD = {
    "2019-11-07-a": """
        title: Zakir Hasanov receives Zacharie Gross
        date: 2019-11-07
        city: Baku
        country: AZ
        participants:
        - {name: Zakir Hasanov, role: Minister of Defense, country: AZ}
        - {name: Zacharie Gross, role: Ambassador, country: FR}
        - {name: Rustam Kasymov, role: Adviser, country: FR}
        parties: [AZ, FR]
        topics: [energy]
        sources: [{outlet: Harbour Gazette, url: "https://gazette.example/1"}]
        """,
    "2020-02-03-b": """
        title: Ministers of defence talk by telephone
        date: 2020-02-03
        kind: call
        participants:
        - {name: Zakir Həsənov, role: Minister of Defense, country: AZ}
        - {name: Tomasz Żuk, role: Minister of Defence, country: PL}
        parties: [AZ, PL]
        sources: [{outlet: Fjord Post, url: "https://post.example/2"}]
        """,
    "2021-05-06-c": """
        title: İlham Qasımov visits Warsaw
        date: 2021-05-06
        kind: visit
        city: Warsaw
        country: PL
        participants:
        - {name: İlham Qasımov, role: Minister of Energy, country: AZ}
        - {name: Tomasz Żuk, role: Minister of Defence, country: PL}
        parties: [AZ, PL]
        """,
}
REGISTRY = """
- id: zakir-hasanov
  name: Zakir Hasanov
  country: AZ
  spellings: [Zakir Həsənov, Закир Гасанов]
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a few meetings, below /repo/."""
    given = tmp_path_factory.mktemp("given")
    for name, text in WORLD.items():
        file = given / "meetings" / name[:4] / f"{name}.md"
        file.parent.mkdir(parents=True)
        lines = [line.removeprefix("        ") for line in text.strip().splitlines()]
        body = "They spoke of <script>alert(1)</script> lighthouses & buoys, air-defence, Z. O’Brien-McDonald"
        file.write_text("\n".join(["---", *lines, "---", "", body]), encoding="utf-8")
    (given / "registry").mkdir()
    (given / "registry" / "officials.yaml").write_text(REGISTRY, encoding="utf-8")
    with served(build(tmp_path_factory.mktemp("search"), given), "/repo/") as at:
        yield at


def look(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}search/{query}")
    expect(page.get_by_role("searchbox", name="Names, places")).to_be_visible()


def titles(page: Page) -> Locator:
    return page.locator("#results a")


def status(page: Page) -> Locator:
    return page.get_by_role("status")


def test_words_find_meetings_and_people(page: Page, address: str) -> None:
    look(page, address)
    page.keyboard.type("lighthouses")
    expect(status(page)).to_have_text("Results: 3")
    expect(page.locator("mark").first).to_have_text("lighthouses")
    page.get_by_role("searchbox", name="Names, places").fill("Gross")
    expect(titles(page).first).to_have_text("Zacharie Gross")
    expect(titles(page).filter(has_text="receives")).to_have_count(1)


@pytest.mark.parametrize(
    "query",
    ["hasanov", "Hasanov", "Həsənov", "HƏSƏNOV", "Гасанов", "gasanov", "zakir hasanov", "Закир Həsənov"],
)
def test_every_spelling_finds_the_person_and_all_meetings(page: Page, address: str, query: str) -> None:
    look(page, address, f"?q={quote(query)}")
    expect(titles(page).first).to_have_text("Zakir Hasanov")
    expect(titles(page).filter(has_text="receives Zacharie")).to_have_count(1)
    expect(titles(page).filter(has_text="by telephone")).to_have_count(1)


@pytest.mark.parametrize(
    "query",
    ["Hassanow", "hesenov", "Khasanov", "Hasanoff", "Sakir Gassanow", "Zakyr Hesenov", "Hassanow minister"],
)
def test_spellings_that_no_report_has_find_the_person(page: Page, address: str, query: str) -> None:
    look(page, address, f"?q={quote(query)}")
    expect(titles(page).first).to_have_text("Zakir Hasanov")
    expect(titles(page).filter(has_text="receives Zacharie")).to_have_count(1)
    expect(titles(page).filter(has_text="by telephone")).to_have_count(1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Qasimow", "İlham Qasımov"),
        ("Ilgam Gasymov", "İlham Qasımov"),
        ("Groß", "Zacharie Gross"),
    ],
)
def test_names_are_found_as_other_languages_write_them(
    page: Page, address: str, query: str, found: str
) -> None:
    look(page, address, f"?q={quote(query)}")
    expect(titles(page).filter(has_text=found)).not_to_have_count(0)


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [
        ("Qasimov", "İlham Qasımov", "Rustam Kasymov"),
        ("Kasymov", "Rustam Kasymov", "İlham Qasımov"),
        ("Касымов", "Rustam Kasymov", "İlham Qasımov"),
    ],
)
def test_a_name_as_it_is_written_comes_before_what_sounds_alike(
    page: Page, address: str, query: str, first: str, second: str
) -> None:
    look(page, address, f"?q={quote(query)}")
    expect(titles(page).first).to_have_text(first)
    expect(titles(page).filter(has_text=re.compile(f"^{second}$"))).to_have_count(1)
    shown = titles(page).all_inner_texts()
    assert [name for name in shown if name in {first, second}] == [first, second]


@pytest.mark.parametrize(
    "query",
    [
        "2020-02-03",
        "2020-2-3",
        "3 February 2020",
        "3 february 2020",
        "February 3, 2020",
        "03.02.2020",
        "3. 2. 2020",
        "2020-02-03 Żuk",
        "Hassanow 3 February 2020",
    ],
)
def test_a_full_date_finds_the_meetings_of_that_day(page: Page, address: str, query: str) -> None:
    look(page, address, f"?q={quote(query)}")
    expect(titles(page)).to_have_text(["Ministers of defence talk by telephone"])


@pytest.mark.parametrize("query", ["2020-02-04", "4 February 2020", "40 February 2020"])
def test_a_day_without_a_meeting_is_named(page: Page, address: str, query: str) -> None:
    look(page, address, f"?q={quote(query)}")
    expect(status(page)).to_contain_text(f"Nothing is found for “{query}”")
    expect(titles(page)).to_have_count(0)


@pytest.mark.parametrize("query", ["İlham Qasımov", "ilham qasimov", "Ilham Qasimov", "İLHAM"])
def test_dotted_and_dotless_letters_are_one(page: Page, address: str, query: str) -> None:
    look(page, address, f"?q={quote(query)}")
    expect(titles(page).filter(has_text="visits Warsaw")).to_have_count(1)


@pytest.mark.parametrize("query", ["Żuk", "zuk", "ZUK"])
def test_marks_over_letters_can_be_left_out(page: Page, address: str, query: str) -> None:
    look(page, address, f"?q={quote(query)}")
    expect(titles(page).first).to_have_text("Tomasz Żuk")


def test_filters_narrow_down_and_stand_in_the_address(page: Page, address: str) -> None:
    look(page, address)
    page.get_by_text("Country", exact=True).click()
    page.get_by_role("checkbox", name="Poland").check()
    expect(titles(page).filter(has_text="visits Warsaw")).to_have_count(1)
    page.get_by_text("Kind", exact=True).click()
    page.get_by_role("checkbox", name="call").check()
    expect(titles(page)).to_have_text(["Ministers of defence talk by telephone"])
    assert parse_qs(urlsplit(page.url).query) == {"country": ["Poland"], "kind": ["call"]}
    page.get_by_role("checkbox", name="visit").check()
    expect(titles(page)).to_have_count(2)
    page.go_back()
    expect(titles(page)).to_have_count(1)
    expect(page.get_by_role("checkbox", name="visit")).not_to_be_checked()
    page.go_back()
    page.go_back()
    expect(status(page)).to_contain_text("Write a name")


def test_two_countries_find_who_met_whom(page: Page, address: str) -> None:
    look(page, address, "?country=Azerbaijan&country=Poland&what=Meeting")
    expect(titles(page)).to_have_count(2)
    look(page, address, "?country=Azerbaijan&country=France&what=Meeting")
    expect(titles(page)).to_have_text(["Zakir Hasanov receives Zacharie Gross"])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("year=2020", "Ministers of defence talk by telephone"),
        ("official=Zacharie+Gross", "Zakir Hasanov receives Zacharie Gross"),
        ("topic=Energy", "Zakir Hasanov receives Zacharie Gross"),
        ("outlet=Fjord+Post", "Ministers of defence talk by telephone"),
        ("kind=visit", "İlham Qasımov visits Warsaw"),
        ("what=Place&q=Baku", "Baku"),
    ],
)
def test_each_filter_filters(page: Page, address: str, query: str, found: str) -> None:
    look(page, address, f"?{query}")
    expect(titles(page)).to_have_text([found])


def test_a_shared_address_shows_the_same(page: Page, new_page: NewPage, address: str) -> None:
    look(page, address)
    page.keyboard.type("minister")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=minister$"))
    page.get_by_label("Order").select_option("Oldest first")
    expect(page).to_have_url(re.compile("order=asc"))
    page.wait_for_function("document.querySelectorAll('#results li').length > 3")
    other = new_page()
    other.goto(page.url)
    expect(titles(other)).to_have_text(titles(page).all_inner_texts())
    expect(other.get_by_role("searchbox", name="Names, places")).to_have_value("minister")


def test_a_result_leads_to_its_page_below_any_path(page: Page, address: str) -> None:
    look(page, address, "?q=telephone")
    titles(page).filter(has_text="by telephone").click()
    expect(page).to_have_url(f"{address}meetings/2020-02-03-b/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ministers of defence talk by telephone")


def test_the_keyboard_is_enough(page: Page, address: str) -> None:
    look(page, address, "?q=telephone")
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Names, places")).to_be_focused()
    page.keyboard.type("Warsaw")
    page.keyboard.press("Enter")
    expect(titles(page).first).to_have_text("Warsaw")
    for _ in range(4):  # the button, the order, the first result
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#results a')"):
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/places/warsaw"))


@pytest.mark.parametrize(
    ("query", "strange"),
    [
        ("zzzqqq", "zzzqqq"),  # the text has "Z."
        ("inqqq", "inqqq"),  # it has "in"
        ("warsaw zzzqqq", "zzzqqq"),
        ("zzzqqq lighthouses 9qqq", "zzzqqq 9qqq"),
        ('"zzzqqq"', '"zzzqqq"'),
    ],
)
def test_a_word_that_nothing_has_finds_nothing(page: Page, address: str, query: str, strange: str) -> None:
    look(page, address, f"?q={quote('air-defence')}")  # the words of the text are loaded from now on
    expect(titles(page)).not_to_have_count(0)
    page.get_by_role("searchbox", name="Names, places").fill(query)
    expect(status(page)).to_contain_text(f"Nothing is found for “{strange}”")
    expect(titles(page)).to_have_count(0)


def test_a_word_too_many_can_be_left_out(page: Page, address: str) -> None:
    look(page, address, "?q=warsaw+zzzqqq&country=Poland")
    expect(status(page)).to_contain_text("Nothing is found for “zzzqqq”")
    page.get_by_role("link", name="warsaw", exact=True).click()
    expect(titles(page).first).to_have_text("Warsaw")


@pytest.mark.parametrize(("query", "meant"), [("lighthouseman", "lighthouses"), ("telephonist", "telephone")])
def test_what_nearly_is_a_word_of_a_report_is_guessed(
    page: Page, address: str, query: str, meant: str
) -> None:
    look(page, address, f"?q={query}")
    expect(status(page)).to_contain_text(f"Nothing is found for “{query}”")
    page.get_by_role("link", name=meant, exact=True).click()
    expect(titles(page)).not_to_have_count(0)


@pytest.mark.parametrize(
    "query",
    [
        "light",
        "lighthouse",
        "lighthouses & buoys",
        "air-defence",
        "air-def",
        "defen",
        "O'Bri",
        "Donal",
        "Həsə",
        "Гаса",
        "ministers telephon",
        '"of lighthouses"',
    ],
)
def test_beginnings_and_endings_of_words_find_them(page: Page, address: str, query: str) -> None:
    look(page, address, f"?q={quote(query)}")
    expect(titles(page)).not_to_have_count(0)
    expect(status(page)).to_contain_text("Results")


def test_a_slip_of_the_pen_is_guessed(page: Page, address: str) -> None:
    look(page, address, "?q=hasanvo")
    expect(status(page)).to_contain_text("Nothing is found for “hasanvo”")
    page.get_by_role("link", name="Hasanov", exact=True).click()
    expect(titles(page).first).to_have_text("Zakir Hasanov")


def test_what_a_report_says_is_text_and_never_runs(page: Page, address: str) -> None:
    told: list[str] = []
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    look(page, address, f"?q={quote('<img src=x onerror=alert(2)>')}")
    expect(status(page)).to_contain_text("<img src=x")
    look(page, address, "?q=buoys")
    expect(page.locator("#results p").first).to_contain_text("lighthouses & buoys")
    assert page.locator("#results script").count() == 0
    assert not told


def test_nobody_else_is_asked(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).netloc))
    look(page, address, "?q=hasanov")
    expect(titles(page).first).to_be_visible()
    assert set(asked) == {urlsplit(address).netloc}


def test_an_index_that_is_not_there_is_told(page: Page, address: str) -> None:
    page.route("**/pagefind-entry.json*", lambda route: route.abort())
    page.goto(f"{address}search/?q=hasanov")
    expect(page.get_by_role("alert")).to_contain_text("can’t be loaded", timeout=15_000)
    expect(page.get_by_role("main").get_by_role("link", name="Officials")).to_be_visible()


def test_an_empty_chronicle_says_that_there_is_nothing_to_search(page: Page, tmp_path: Path) -> None:
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    (tmp_path / "given").mkdir()
    with served(build(tmp_path / "site", tmp_path / "given"), "/repo/") as at:
        page.goto(f"{at}search/?q=hasanov")
        expect(page.get_by_text("There is nothing to search yet.")).to_be_visible()
        expect(page.get_by_text("can’t be loaded")).to_have_count(0)
    assert not faults


def test_without_javascript_the_lists_are_there(new_page: NewPage, address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}search/")
    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    expect(page.locator("form#search")).to_be_hidden()
    expect(page.get_by_role("main").get_by_role("link", name="Countries")).to_be_visible()


def test_from_a_folder_the_page_says_what_it_needs(page: Page, site_of_files: Path) -> None:
    page.goto((site_of_files / "search" / "index.html").as_uri())
    expect(page.get_by_role("alert")).to_contain_text("not from a folder")
    expect(page.get_by_role("main").get_by_role("link", name="Countries")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_results_and_filters_are_accessible(new_page: NewPage, address: str, scheme: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    look(page, address, "?q=minister&country=Poland")
    expect(titles(page).first).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
