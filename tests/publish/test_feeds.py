"""The Atom feed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from chronicle.config import ArticleText, Config, Links
from chronicle.model import Entry, PartialDate, Source
from chronicle.publish.edition import Edition
from chronicle.publish.feeds import LATEST, feed
from chronicle.publish.markup import safe_html

Make = Callable[..., Edition]
ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(edition: Edition) -> etree._Element:
    return etree.fromstring(feed(edition, safe_html))


def texts(tree: etree._Element, path: str) -> list[str]:
    return [found.text or "" for found in tree.iterfind(path.replace("a:", ATOM))]


def test_the_feed_has_what_atom_asks_for(edition: Make, entry: Entry) -> None:
    tree = parsed(
        edition(entry, config=Config(title="A", publisher="Archive", address="https://example.org/r/"))
    )
    assert texts(tree, "a:title") == ["A"]
    assert texts(tree, "a:id") == ["https://example.org/r/"]
    assert texts(tree, "a:author/a:name") == ["Archive"]
    links = {link.get("rel"): link.get("href") for link in tree.iterfind(f"{ATOM}link")}
    assert links == {"alternate": "https://example.org/r/", "self": "https://example.org/r/feed.xml"}
    assert texts(tree, "a:entry/a:id") == ["https://example.org/r/meetings/2019-11-07-hasanov-gross/"]
    assert texts(tree, "a:entry/a:title") == [entry.title]
    (content,) = tree.iterfind(f"{ATOM}entry/{ATOM}content")
    assert content.get("type") == "html"
    assert "<em>met</em>" in content.text
    assert "Zakir Hasanov, Minister of Defense, Azerbaijan" in content.text


@pytest.mark.parametrize(
    ("sources", "date", "updated"),
    [
        (("2019-11-09", "2019-11-08"), "2019-11-07", "2019-11-08"),
        ((), "2019-11-07", "2019-11-07"),
        (("2019-11",), "2019-11-07", "2019-11-01"),
        ((), "2019", "2019-01-01"),
        ((), None, "1970-01-01"),
    ],
)
def test_what_is_updated_comes_from_the_entries_never_from_the_clock(
    edition: Make, entry: Entry, sources: tuple[str, ...], date: str | None, updated: str
) -> None:
    reports = tuple(Source(article=day, published=PartialDate(day)) for day in sources)
    tree = parsed(edition(replace(entry, date=date, sources=reports)))  # type: ignore[arg-type]
    assert texts(tree, "a:entry/a:updated") == [f"{updated}T00:00:00+00:00"]
    assert texts(tree, "a:updated") == [f"{updated}T00:00:00+00:00"]


def test_an_empty_feed_is_dated_too(edition: Make) -> None:
    tree = parsed(edition())
    assert texts(tree, "a:updated") == ["1970-01-01T00:00:00+00:00"]
    assert not texts(tree, "a:entry")


def test_the_feed_tells_of_the_latest_newest_first(edition: Make, entry: Entry) -> None:
    some = [replace(entry, id=f"{year}-a", date=f"{year}-01-01", sources=()) for year in range(1990, 2020)]  # type: ignore[arg-type]
    ids = texts(parsed(edition(*some)), "a:entry/a:id")
    assert len(ids) == LATEST == len(set(ids))
    assert ids[0].endswith("/2019-a/")
    assert ids[-1].endswith("/2000-a/")


def test_the_feed_shows_no_more_of_an_article_than_its_page(edition: Make, entry: Entry) -> None:
    long = replace(entry, body="word " * 100 + "<script>x</script>end")
    whole, part, nothing = (
        feed(edition(long, config=Config(article_text=shown)), safe_html).decode() for shown in ArticleText
    )
    assert "end" in whole
    assert "script" not in whole
    assert "word word …" in part
    assert "end" not in part
    assert "word" not in nothing


@pytest.mark.parametrize("odd", ["<b>&amp;</b>", "a & b", "]]>", "\u2028", "😀", "\x7f", "\x85"])
def test_the_feed_parses_whatever_stands_in_an_entry(edition: Make, entry: Entry, odd: str) -> None:
    assert (
        parsed(edition(replace(entry, title=f"a {odd}", body=f"b {odd}", topics=(odd,), city=odd)))
        is not None
    )


def test_links_to_files_are_so_in_the_feed(edition: Make, entry: Entry) -> None:
    made = edition(entry, config=Config(links=Links.FILES))
    assert texts(parsed(made), "a:entry/a:id")[0].endswith("/index.html")
