"""Pages of the owner's own, their templates and style: content/pages, content/templates."""

import pytest
from lxml import html

from chronicle.own_pages import own_pages, problems_of
from chronicle.problems import ProblemsFound
from tests.conftest import World


def page_of(world: World, path: str) -> html.HtmlElement:
    return html.document_fromstring((world.site / path / "index.html").read_bytes())


def footer(page: html.HtmlElement) -> dict[str, str]:
    return {link.text: link.get("href") for link in page.find(".//footer").iter("a")}


def test_a_page_has_an_address_a_heading_and_a_link_at_the_foot_of_every_page(world: World) -> None:
    world.entry(date="2019-11-07")
    world.write("content/pages/who-we-are.md", "# Who we are\n\nTwo *historians*.\n")
    world.build()
    page = page_of(world, "who-we-are")
    assert [heading.text for heading in page.iter("h1")] == ["Who we are"]
    assert "Two historians." in page.find(".//main").text_content()
    assert footer(page_of(world, "meetings/2019-11-07-hasanov-gross"))["Who we are"] == "../../who-we-are/"


def test_the_front_matter_tells_title_and_order(world: World) -> None:
    world.write("content/pages/a.md", "No heading.\n")
    world.write("content/pages/b.md", "---\ntitle: Second\norder: 2\n---\n# A longer heading\n")
    world.write("content/pages/c.md", "---\ntitle: First\norder: 1\n---\nText.\n")
    world.build()
    links = [text for text in footer(page_of(world, "b")) if text in ("First", "Second", "A")]
    assert links == ["First", "Second", "A"]
    assert page_of(world, "b").findtext(".//h1") == "A longer heading"
    assert page_of(world, "c").findtext(".//h1") == "First"


def test_a_page_is_shown_in_a_language_where_it_is_translated(world: World) -> None:
    world.write("config.yaml", "other_languages: [az]\n")
    world.write("content/pages/help.md", "# Help\n")
    world.write("content/pages/help.az.md", "# Kömək\n")
    world.write("content/pages/terms.md", "# Terms\n")
    world.build()
    assert page_of(world, "az/help").findtext(".//h1") == "Kömək"
    assert page_of(world, "help").findtext(".//h1") == "Help"
    assert page_of(world, "az/terms").findtext(".//h1") == "Terms"


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("My page.md", "Text", "not fit for an address"),
        ("a.xx.md", "Text", "not the code of a language"),
        ("a.az.md", "Text", "no page that this translates"),
        ("a.md", "---\ntitle: A\n", "the front matter isn't closed"),
        ("a.md", "---\ntitel: A\n---\n", "unknown field 'titel'"),
        ("a.md", "---\norder: first\n---\n", "not a whole number"),
    ],
)
def test_what_is_wrong_with_a_page_is_told(name: str, text: str, what: str) -> None:
    (problem,) = problems_of({name: text.encode()}, "content/pages")
    assert str(problem).startswith(f"content/pages/{name}")
    assert what in str(problem)
    assert own_pages({name: text.encode()}, "en") == ()


def test_other_files_and_the_about_page_are_no_pages_of_their_own() -> None:
    files = {"about.md": b"x", "about.az.md": b"y", "picture.png": b"z"}
    assert list(problems_of(files, "content/pages")) == []
    assert own_pages(files, "en") == ()


def test_an_address_that_another_page_has_is_a_problem(world: World) -> None:
    world.write("content/pages/countries.md", "# Ours\n")
    with pytest.raises(
        ProblemsFound, match=r"two pages want this place.\s+Rename your own page countries\.md"
    ):
        world.build()


def test_a_link_that_leads_nowhere_is_a_problem(world: World) -> None:
    world.write("content/pages/help.md", "# Help\n\n[He](/officials/nobody/) and [all](/officials/).\n")
    with pytest.raises(ProblemsFound, match=r"help\.md:3: links to '/officials/nobody/'"):
        world.build()


def test_a_template_of_the_owners_goes_before_the_programs(world: World) -> None:
    world.write("content/pages/help.md", "# Help\n")
    world.write("content/templates/page.html", "<!doctype html><p>{{ page.heading }} of ours</p>\n")
    world.build()
    assert (world.site / "help" / "index.html").read_text() == "<!doctype html><p>Help of ours</p>"


def test_pictures_and_files_are_the_same_in_every_language(world: World) -> None:
    world.write("config.yaml", "other_languages: [az]\n")
    world.write("content/templates/assets/office.jpg", b"\xff\xd8")
    world.write(
        "content/pages/help.md",
        "# Help\n\n![Office](/assets/office.jpg) [data](/data/meetings.csv#top) [all](/officials/)\n",
    )
    world.build()
    assert world.cli("check") == 0
    page = page_of(world, "az/help").find(".//main")
    assert page.find(".//img").get("src") == "../../assets/office.jpg"
    assert [link.get("href") for link in page.iter("a")] == ["../../data/meetings.csv#top", "../officials/"]


def test_a_picture_that_is_not_there_is_a_problem(world: World) -> None:
    world.write("content/pages/help.md", "# Help\n\n![Office](/assets/ofice.jpg)\n")
    with pytest.raises(ProblemsFound, match=r"help\.md:3: links to '/assets/ofice\.jpg'"):
        world.build()


def test_a_style_of_the_owners_is_linked_after_the_programs(world: World) -> None:
    world.write("content/templates/assets/own.css", "body { color: black }\n")
    world.build()
    sheets = [
        link.get("href") for link in page_of(world, "about").iter("link") if link.get("rel") == "stylesheet"
    ]
    assert sheets == ["../assets/style.css", "../assets/own.css"]
    assert (world.site / "assets" / "own.css").read_text() == "body { color: black }\n"
