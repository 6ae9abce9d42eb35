"""The sitemap and robots.txt."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from chronicle.config import Config, Links
from chronicle.model import Entry, Source
from chronicle.publish import publish, sitemap
from chronicle.publish.edition import Edition
from chronicle.publish.page import Page
from chronicle.publish.sitemap import robots, sitemaps

Make = Callable[..., Edition]
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def pages_of(made: Edition) -> list[Page]:
    return [piece for piece in publish(made) if isinstance(piece, Page)]


def addresses(content: bytes) -> list[str]:
    return [found.text or "" for found in etree.fromstring(content).iter(f"{SITEMAP}loc")]


def test_the_sitemap_has_every_page_once_but_no_redirects(edition: Make, entry: Entry) -> None:
    other = replace(entry, id="2019-11-07-other", sources=(Source("z.txt"),))
    made = edition(entry, other)
    pages = pages_of(made)
    found = addresses(sitemaps(pages, made.config)["sitemap.xml"])
    assert len(found) == len(set(found)) == len(pages) - 2
    assert "https://example.org/" in found
    assert "https://example.org/meetings/2019-11-07-hasanov-gross/" in found
    assert not [address for address in found if "404" in address or "other" in address]


def test_links_to_files_are_so_in_the_sitemap(edition: Make, entry: Entry) -> None:
    made = edition(entry, config=Config(links=Links.FILES))
    found = addresses(sitemaps(pages_of(made), made.config)["sitemap.xml"])
    assert found
    assert all(address.endswith(".html") for address in found)


def test_too_many_addresses_for_one_sitemap_are_spread_over_several(
    edition: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = edition()
    pages = [Page(f"p{number}/index.html", "x.html", tuple) for number in range(25)]
    assert list(sitemaps(pages, made.config)) == ["sitemap.xml"]
    monkeypatch.setattr(sitemap, "ADDRESSES_A_SITEMAP", 10)
    files = sitemaps(pages, made.config)
    assert addresses(files.pop("sitemap.xml")) == [
        f"https://example.org/sitemap-{number}.xml" for number in (1, 2, 3)
    ]
    assert [len(addresses(content)) for content in files.values()] == [10, 10, 5]


def test_a_sitemap_holds_no_more_than_the_protocol_allows(edition: Make) -> None:
    made = edition()
    pages = [Page(f"p{number}/index.html", "x.html", tuple) for number in range(50_001)]
    files = sitemaps(pages, made.config)
    assert [len(addresses(files[f"sitemap-{number}.xml"])) for number in (1, 2)] == [50_000, 1]
    assert all(len(content) < 50 * 1024 * 1024 for content in files.values())


def test_robots_are_told_of_the_sitemap() -> None:
    assert b"Sitemap: https://example.org/r/sitemap.xml\n" in robots(Config(address="https://example.org/r/"))
