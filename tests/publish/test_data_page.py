"""The data page, and the line under each list by which it can be taken along."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from chronicle.config import Config, Part
from chronicle.model import Entry, PartialDate, Status
from chronicle.pipeline import build
from chronicle.project import Project
from chronicle.publish.data.schema import TABLES
from chronicle.publish.edition import Edition
from chronicle.publish.linked_data import dataset
from chronicle.publish.pages import data
from tests.conftest import ROOT

Make = Callable[..., Edition]


def test_the_page_says_which_licence_only_where_one_is_set(edition: Make, entry: Entry) -> None:
    assert data.context_of(edition(entry)).licence.text == ""
    page = data.context_of(edition(entry, config=Config(licence="CC0-1.0", publisher="Archive")))
    assert page.licence.url == "https://spdx.org/licenses/CC0-1.0.html"
    assert page.cited == "Archive: Meetings chronicle. https://example.org/"


def test_a_site_can_do_without_the_page(edition: Make, entry: Entry) -> None:
    assert [page.path for page in data.pages(edition(entry))] == ["data/index.html"]
    assert not list(data.pages(edition(entry, config=Config(leave_out=frozenset([Part.DATA])))))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the articles that come with the program, in short lists."""
    folder = tmp_path_factory.mktemp("world")
    config = folder / "config.yaml"
    config.write_text("licence: CC-BY-4.0\npage_length: 10\n")
    project = Project(ROOT / "content", folder / "out" / "site", config, ROOT / "templates")
    build(project, jobs=1)
    return project.output


def tree(site: Path, path: str) -> etree._Element:
    return html.fromstring((site / path).read_bytes())


def leads_to(site: Path, page: str, address: str) -> Path:
    return (site / page).parent.joinpath(address).resolve()


def test_every_file_that_the_page_names_is_there_and_every_table_is_described(site: Path) -> None:
    page = tree(site, "data/index.html")
    links = page.xpath("//section[@aria-labelledby='files']//a/@href")
    files = [link for link in links if not link.startswith("#")]
    assert {"chronicle.sqlite", "meetings.csv", "LICENCE"} <= {Path(file).name for file in files}
    for file in files:
        assert leads_to(site, "data/index.html", file).is_file(), file
    anchors = [link for link in page.xpath("//main//a/@href") if link.startswith("#")]
    assert len(anchors) > len(TABLES)
    for anchor in anchors:
        assert page.get_element_by_id(anchor[1:]) is not None


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ("countries/az/index.html", 4),
        ("countries/az/page/2/index.html", 4),
        ("officials/zakir-hasanov/index.html", 4),
        ("2019/index.html", 2),
        ("2019/11/index.html", 2),
    ],
)
def test_each_list_leads_to_its_files_from_each_of_its_pages(site: Path, page: str, files: int) -> None:
    links = tree(site, page).xpath("//*[@class='take']//a/@href")
    assert len(links) == files
    for link in links:
        assert leads_to(site, page, link).is_file(), link
    feeds = tree(site, page).xpath("//link[@rel='alternate']/@href")
    assert all(leads_to(site, page, feed).is_file() for feed in feeds)
    assert len(feeds) == (3 if files == 4 else 1)


def test_the_page_changes_with_what_it_tells_programs(edition: Make, entry: Entry) -> None:
    """The page is made anew when its context changes: the days that the data cover are in it."""
    earlier, later = (edition(replace(entry, date=PartialDate(day))) for day in ("2019-11-07", "2019-11-08"))
    assert data.context_of(earlier) != data.context_of(later)
    assert data.context_of(later).first == "8 November 2019"


def test_what_is_only_planned_is_no_part_of_the_time_that_the_data_is_of(edition: Make, entry: Entry) -> None:
    later = replace(entry, id="2030-01-01-later", date=PartialDate("2030-01-01"), status=Status.PLANNED)
    made = edition(entry, later)
    page = data.context_of(made)
    assert (page.first, page.last) == ("7 November 2019", "7 November 2019")
    assert dataset(made)["temporalCoverage"] == "2019-11-07/2019-11-07"
