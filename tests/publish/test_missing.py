"""Where there is no page, and where an address leads on: in each language of a site."""

from lxml import html

from tests.conftest import World

LANGUAGES = "address: https://example.org/chronicle/\nother_languages: [az]\n"


def links(world: World, path: str) -> set[str]:
    page = html.document_fromstring((world.site / path).read_bytes())
    return {link.get("href") for link in page.find(".//main").iter("a")}


def test_each_language_has_a_page_for_addresses_that_there_arent(world: World) -> None:
    world.write("config.yaml", LANGUAGES + "leave_out: [search]\n")
    world.build()
    home, inside = "/chronicle/", ("", "#years", "countries/", "officials/")
    assert links(world, "404.html") == {home + name for name in inside}
    assert links(world, "az/404.html") == {f"{home}az/{name}" for name in inside}


def test_an_address_leads_on_in_each_language(world: World) -> None:
    people = "[{name: Zakir Hasanov, role: Minister of Defense, country: AZ}, {name: Zacharie Gross, role: ambassador, country: FR}]"  # noqa: E501  a case is read best on one line
    for name in ("2019-11-07-one", "2019-11-07-two"):
        world.entry(
            name, date="2019-11-07", city="Baku", participants=people, sources=f"[{{article: {name}.txt}}]"
        )
    world.write("config.yaml", LANGUAGES)
    world.build()
    for prefix in ("", "az/"):
        found = links(world, f"{prefix}meetings/2019-11-07-two/index.html")
        assert found == {"../../meetings/2019-11-07-one/"}
