"""Which links of a site lead nowhere: small sites made by hand, and that of the shared reports."""

import shutil
from pathlib import Path

import pytest

from chronicle.links import broken_links
from chronicle.pipeline import build
from chronicle.project import Project

ROOT = Path(__file__).parents[1]
ADDRESS = "https://name.github.io/repo/"
PAGE = (
    '<!doctype html><html><head><meta charset="utf-8">{head}</head>'
    '<body><main id="main"><h2 id="see-also">x</h2>{body}</main></body></html>'
)


def wrong(site: Path, files: dict[str, str], address: str = ADDRESS) -> list[str]:
    """What is wrong with the links of a site of these files, without the site's own path."""
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    found = broken_links(site, files, address=address, jobs=1)
    return [str(problem).removeprefix(f"{site.as_posix()}/") for problem in found]


def page(*links: str, head: str = "", body: str = "") -> str:
    """A page with some links."""
    return PAGE.format(head=head, body="".join(f'<a href="{link}">x</a>' for link in links) + body)


@pytest.mark.parametrize(
    "link",
    [
        "./",
        "../",
        ".",
        "..",
        "../../",
        "../../index.html",
        "../other/",
        "../other/index.html",
        "../other/#below",
        "../other/?page=2#below",
        "?page=2",
        "#main",
        "#see-also",
        "#",
        "#top",
        "../../data/meetings.json",
        "../caf%C3%A9/",
        "../café/",
        "../../with%20space.csv",
        "../other/#d%C3%A9tail",
        "/repo/",
        "/repo/meetings/other/#below",
        "/repo/meetings/../meetings/other/",
        "https://name.github.io/repo/meetings/other/#below",
        "https://name.github.io/another-repo/",
        "https://example.org/nothing",
        "//example.org/nothing",
        "mailto:a@example.org",
        "tel:+123",
        "data:text/plain,x",
    ],
)
def test_a_link_that_leads_somewhere_or_away(tmp_path: Path, link: str) -> None:
    files = {
        "index.html": page(),
        "meetings/index.html": page(),
        "meetings/one/index.html": page(link),
        "meetings/other/index.html": page(body='<p id="below">x</p><p id="détail">x</p>'),
        "meetings/café/index.html": page(),
        "data/meetings.json": "[]",
        "with space.csv": "",
    }
    assert wrong(tmp_path, files) == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("../gone/", "leads nowhere"),
        ("../gone/index.html?x#y", "leads nowhere"),
        ("gone.css", "leads nowhere"),
        ("../other", "leads nowhere"),
        ("../Other/", "leads nowhere"),
        ("../other/#nothing", "leads to 'nothing', which that page hasn't"),
        ("#nothing", "leads to 'nothing', which that page hasn't"),
        ("?x#nothing", "leads to 'nothing', which that page hasn't"),
        ("../../../", "leads out of the site"),
        ("../../../repo/", "leads out of the site"),
        ("../../..", "leads out of the site"),
        ("/", "starts at the domain's root, where this site needn't stand"),
        ("/meetings/other/", "starts at the domain's root, where this site needn't stand"),
        ("/repo/gone/", "leads nowhere"),
        ("/repo/../", "leads out of the site"),
        ("https://name.github.io/repo/gone/", "leads nowhere"),
        ("https://name.github.io/repo/meetings/other/#nothing", "leads to 'nothing', which that page hasn't"),
        ("http://[", "is no address"),
    ],
)
def test_a_link_that_leads_nowhere(tmp_path: Path, link: str, said: str) -> None:
    files = {
        "index.html": page(),
        "meetings/one/index.html": page(link),
        "meetings/other/index.html": page(body='<p id="below">x</p>'),
    }
    assert wrong(tmp_path, files) == [f"meetings/one/index.html: the link {link!r} {said}."]


def test_at_a_domain_s_root_a_link_may_start_there(tmp_path: Path) -> None:
    files = {"index.html": page("/a/", "/b/", "/../"), "a/index.html": page("/")}
    assert wrong(tmp_path, files, "https://example.org/") == [
        "index.html: the link '/../' leads out of the site.",
        "index.html: the link '/b/' leads nowhere.",
    ]


def test_all_that_a_page_loads_is_followed(tmp_path: Path) -> None:
    head = '<link rel="stylesheet" href="style.css"><script src="gone.js"></script>'
    files = {"index.html": page(head=head, body='<img src="gone.png" alt="">'), "style.css": ""}
    assert wrong(tmp_path, files) == [
        "index.html: the link 'gone.js' leads nowhere.",
        "index.html: the link 'gone.png' leads nowhere.",
    ]


@pytest.mark.parametrize("refresh", ["0; url={}", "0;URL='{}'", "5; url = {}"])
def test_a_page_that_leads_on_by_itself_is_followed(tmp_path: Path, refresh: str) -> None:
    def leading_to(target: str) -> str:
        return page(head=f'<meta http-equiv="Refresh" content="{refresh.format(target)}">')

    files = {
        "old/index.html": leading_to("../new/"),
        "older/index.html": leading_to("../gone/"),
        "new/index.html": page(),
    }
    assert wrong(tmp_path, files) == ["older/index.html: the link '../gone/' leads nowhere."]


def test_addresses_of_the_sitemap_are_followed(tmp_path: Path) -> None:
    files = {
        "index.html": page(),
        "a&b/index.html": page(),
        "sitemap.xml": "<sitemapindex><sitemap><loc>https://name.github.io/repo/sitemap-1.xml</loc></sitemap>"
        "<sitemap><loc>https://name.github.io/repo/sitemap-2.xml</loc></sitemap></sitemapindex>",
        "sitemap-1.xml": "<urlset><url><loc>https://name.github.io/repo/</loc></url>"
        "<url><loc>https://name.github.io/repo/a&amp;b/</loc></url>"
        "<url><loc>https://name.github.io/repo/gone/</loc></url></urlset>",
    }
    assert wrong(tmp_path, files) == [
        "sitemap-1.xml: the address 'https://name.github.io/repo/gone/' leads nowhere.",
        "sitemap.xml: the address 'https://name.github.io/repo/sitemap-2.xml' leads nowhere.",
    ]


def test_links_to_files_are_followed(tmp_path: Path) -> None:
    files = {
        "index.html": page("meetings/one/index.html", "meetings/two/index.html", "index.html#main"),
        "meetings/one/index.html": page("../../index.html#main", "index.html#gone", "/repo/index.html"),
    }
    assert wrong(tmp_path, files) == [
        "index.html: the link 'meetings/two/index.html' leads nowhere.",
        "meetings/one/index.html: the link 'index.html#gone' leads to 'gone', which that page hasn't.",
    ]


def test_an_empty_page_has_no_links_and_no_anchors(tmp_path: Path) -> None:
    files = {"index.html": page("assets/empty.html", "assets/empty.html#x"), "assets/empty.html": ""}
    assert wrong(tmp_path, files) == [
        "index.html: the link 'assets/empty.html#x' leads to 'x', which that page hasn't."
    ]


def test_many_pages_are_read_by_several_processes_with_the_same_outcome(tmp_path: Path) -> None:
    files = {f"{number:03}/index.html": page(f"../{number + 1:03}/") for number in range(200)}
    alone = wrong(tmp_path, files)
    assert alone == ["199/index.html: the link '../200/' leads nowhere."]
    together = broken_links(tmp_path, files, address=ADDRESS, jobs=3)
    assert [str(problem).removeprefix(f"{tmp_path.as_posix()}/") for problem in together] == alone


@pytest.mark.parametrize(
    "settings",
    ["address: https://example.org/", f"address: {ADDRESS}", f"address: {ADDRESS}\nlinks: files"],
    ids=["at the root", "under a sub-path", "as files"],
)
def test_the_site_of_the_shared_reports_has_no_broken_link(
    tmp_path: Path, shared: Path, settings: str
) -> None:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    for report in (shared / "corpus" / "seeds").glob("*.txt"):
        shutil.copy(report, tmp_path / "content" / "articles")
    (tmp_path / "config.yaml").write_text(settings, encoding="utf-8")
    site = tmp_path / "site"
    build(Project(tmp_path / "content", site, tmp_path / "config.yaml", ROOT / "templates"), jobs=1)
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    address = settings.split()[1]
    assert len(files) > 20
    assert broken_links(site, files, address=address, jobs=1) == []
