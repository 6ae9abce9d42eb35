"""A site may do without any of its parts, and no link leads where nothing is."""

from collections.abc import Mapping

import pytest
from lxml import html

from chronicle.config import Part
from chronicle.links import broken_links
from tests.conftest import World, files_of

ADDRESS = "https://example.org/chronicle/"
FOLDERS = {  # what a part is seen by
    Part.OFFICES: "offices/",
    Part.COUNTRY_PAIRS: "pairs/",
    Part.ORGANISATIONS: "organisations/",
    Part.PLACES: "places/",
    Part.TOPICS: "topics/",
    Part.OUTLETS: "outlets/",
    Part.ON_THIS_DAY: "on-this-day/",
    Part.SEARCH: "search/",
    Part.NETWORK: "network/",
    Part.MAP: "map/",
    Part.STATISTICS: "statistics/",
    Part.COVERAGE: "coverage/",
    Part.CORRECTIONS: "corrections/",
}


@pytest.fixture
def full(world: World) -> World:
    """A world in which every part has something to show."""
    people = "[{name: Zakir Hasanov, role: Minister of Defense, country: AZ}, {name: Jens Berg, role: Secretary General, organisation: NATO}, {name: Zacharie Gross, role: ambassador, country: FR}]"  # noqa: E501  a case is read best on one line
    fields = {
        "parties": "[AZ, FR, NATO]",
        "participants": people,
        "city": "Baku",
        "country": "AZ",
        "topics": "[energy]",
        "sources": "[{outlet: News.Az, url: 'https://news.az/1', published: 2019-11-08}]",
    }
    world.entry("2019-11-07-one", date="2019-11-07", **fields)
    world.entry("2020-02-03-two", date="2020-02-03", **fields)
    world.article("drill.txt", "The fleet held a drill.\n")
    world.write("content/corrections.yaml", "- {on: 2020, withdrawn: gone, because: It was a drill.}\n")
    world.write("content/pages/help.md", "# Help\n")
    return world


@pytest.mark.parametrize("part", [None, *Part])
def test_each_part_can_be_left_out_and_no_link_leads_nowhere(full: World, part: Part | None) -> None:
    left_out = f"leave_out: [{part}]\n" if part else ""
    full.write("config.yaml", f"address: {ADDRESS}\n{left_out}")
    full.build()
    files = files_of(full.site)
    assert [str(each) for each in broken_links(full.site, files, address=ADDRESS, jobs=1)] == []
    assert columns(files) == ["Lists", "Overviews", "To take along", "This site"]
    if part in FOLDERS:
        assert not [name for name in files if name.startswith(FOLDERS[part]) and name.endswith(".html")]


def test_all_parts_can_be_left_out_at_once(full: World) -> None:
    full.write("config.yaml", f"address: {ADDRESS}\nleave_out: [{', '.join(Part)}]\n")
    full.build()
    files = files_of(full.site)
    assert "meetings/2019-11-07-one/index.html" in files
    assert [str(each) for each in broken_links(full.site, files, address=ADDRESS, jobs=1)] == []
    assert columns(files) == ["To take along", "This site"]


def columns(files: Mapping[str, bytes]) -> list[str | None]:
    """The columns at the foot of a page, each of which has something in it."""
    foot = html.document_fromstring(files["about/index.html"]).find(".//footer")
    assert all(column.findall(".//li/a") for column in foot.findall(".//nav/div"))
    return [heading.text for heading in foot.iter("h2")]
