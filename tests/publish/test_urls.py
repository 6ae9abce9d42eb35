"""Addresses: relative in pages, whole in feeds."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.publish.urls import (
    HOME,
    ROOT,
    UNDATED,
    absolute,
    country_url,
    from_domain,
    meeting_url,
    numbered,
    official_url,
    path_of,
    period_url,
    relative,
)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        (HOME, "index.html"),
        (meeting_url("2019-a"), "meetings/2019-a/index.html"),  # type: ignore[arg-type]
        (official_url("zakir-hasanov"), "officials/zakir-hasanov/index.html"),  # type: ignore[arg-type]
        (country_url("AZ"), "countries/az/index.html"),  # type: ignore[arg-type]
        (period_url("2019"), "2019/index.html"),  # type: ignore[arg-type]
        (period_url("2019-11"), "2019/11/index.html"),  # type: ignore[arg-type]
        (period_url("2019-11-07"), "2019/11/index.html"),  # type: ignore[arg-type]
        (period_url(None), "undated/index.html"),
        (numbered(UNDATED, 1), "undated/index.html"),
        (numbered(UNDATED, 3), "undated/page/3/index.html"),
        (f"{ROOT}feed.xml", "feed.xml"),
    ],
)
def test_an_address_has_a_file(url: str, path: str) -> None:
    assert path_of(url) == path


@pytest.mark.parametrize(
    ("path", "home", "country"),
    [
        ("index.html", "./", "countries/az/"),
        ("about/index.html", "../", "../countries/az/"),
        ("countries/az/index.html", "../../", "../../countries/az/"),
        ("officials/a/page/index.html", "../../../", "../../../countries/az/"),
    ],
)
def test_links_are_relative_to_the_page(path: str, home: str, country: str) -> None:
    text = f'<a href="{ROOT}">x</a><a href="{ROOT}countries/az/">y</a>'
    found = relative(text, path, to_files=False).decode()
    assert found == f'<a href="{home}">x</a><a href="{country}">y</a>'
    to_home = home.removeprefix("./") + "index.html"
    found = relative(text, path, to_files=True).decode()
    assert found == f'<a href="{to_home}">x</a><a href="{country}index.html">y</a>'


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (f"{ROOT}#years", "../index.html#years"),
        (f"{ROOT}a/#b", "../a/index.html#b"),
        (f"{ROOT}a/?q=1", "../a/index.html?q=1"),
        (f"{ROOT}assets/style.css", "../assets/style.css"),
        (f"{ROOT}assets/style.css?v=1", "../assets/style.css?v=1"),
        (f"{ROOT}feed.xml", "../feed.xml"),
        ("https://example.org/a/", "https://example.org/a/"),
    ],
)
def test_links_to_files_end_in_one(address: str, expected: str) -> None:
    found = relative(f'<a href="{address}">', "x/index.html", to_files=True).decode()
    assert found == f'<a href="{expected}">'


def test_the_page_for_missing_pages_links_from_the_domain() -> None:
    text = f'<a href="{ROOT}"><a href="{ROOT}a/">'
    assert from_domain(text, "/repo/", to_files=False) == '<a href="/repo/"><a href="/repo/a/">'
    assert from_domain(text, "/", to_files=True) == '<a href="/index.html"><a href="/a/index.html">'


def test_feeds_have_whole_addresses() -> None:
    assert absolute(HOME, "https://example.org/r/", to_files=False) == "https://example.org/r/"
    assert (
        absolute(f"{ROOT}a/", "https://example.org/r/", to_files=True) == "https://example.org/r/a/index.html"
    )
    assert (
        absolute(f"{ROOT}feed.xml", "https://example.org/", to_files=True) == "https://example.org/feed.xml"
    )


PATHS = st.lists(st.text("abc-1", min_size=1), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(PATHS, PATHS, st.booleans())
def test_every_link_leads_from_every_page_to_its_file(page: str, target: str, to_files: bool) -> None:  # noqa: FBT001  pytest gives it by name
    text = relative(f'<a href="{ROOT}{target}">', path_of(ROOT + page), to_files=to_files).decode()
    link = text.removeprefix('<a href="').removesuffix('">')
    assert link
    assert not link.startswith("/")
    found = posixpath.normpath(posixpath.join("/site/repo", page, link))
    end = target + "index.html" if to_files else target
    assert found == posixpath.normpath(f"/site/repo/{end}")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_an_entry_of_any_name_has_a_page_at_its_address(name: str) -> None:
    url = meeting_url(name)  # type: ignore[arg-type]
    assert path_of(url) == f"meetings/{name}/index.html"
    assert not set(url) & set('#?"<> ')
