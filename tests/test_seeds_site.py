"""The site of the five shared reports, as a visitor finds it: at a root, under a sub-path, in a folder."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import url2pathname, urlopen

import pytest
from lxml import html

pytestmark = pytest.mark.xdist_group("seeds")

ROOT = Path(__file__).parents[1]
ADDRESS = "https://name.github.io/repo/"


class Quiet(SimpleHTTPRequestHandler):
    """Python's own server for a folder, without its talk."""

    def log_message(self, *_args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on a server that answers and does nothing else."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def run(command: str, folder: Path) -> str:
    """What a command says of the chronicle in a folder; it must find nothing wrong."""
    where = ["--content", folder / "content", "--output", folder / "site", "--config", folder / "config.yaml"]
    words = [sys.executable, ROOT / "build.py", command, *where]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Callable[[str], Path]:
    """Makes a folder of the reports and some settings."""

    def folder_with(settings: str) -> Path:
        folder = tmp_path_factory.mktemp("seeds")
        (folder / "content" / "articles").mkdir(parents=True)
        for report in (shared / "corpus" / "seeds").glob("*.txt"):
            shutil.copy(report, folder / "content" / "articles")
        (folder / "config.yaml").write_text(settings, encoding="utf-8")
        return folder

    return folder_with


@pytest.fixture(scope="module")
def folder(made: Callable[[str], Path]) -> Path:
    """Reports and settings."""
    return made(f"address: {ADDRESS}\n")


@pytest.fixture(scope="module")
def said(folder: Path) -> str:
    """What the build of them says."""
    return run("build", folder)


@pytest.fixture(scope="module")
def site(folder: Path, said: str) -> Path:
    """The built site."""
    assert said
    return folder / "site"


def names(site: Path, of: str) -> set[str]:
    """The pages below a folder of the site."""
    return {path.parent.name for path in (site / of).glob("*/index.html")}


# ── what stands in it ────────────────────────────────────────────────────────────────────────


def test_five_reports_give_six_encounters(said: str) -> None:
    assert said.startswith("5 of 5 articles read, 6 of 6 entries written")


def test_each_encounter_has_a_page(site: Path) -> None:
    assert names(site, "meetings") == {
        "2017-10-24-azerbaijan-iran",
        "2017-10-24-hasanov-ghoreishi",
        "2019-01-16-hasanov-bagheri",
        "2019-11-07-hasanov-gross",
        "2019-11-26-sadikov-gerasimov",
        "2019-12-05-hasanov-mohmand",
    }


def test_each_official_has_one_page_and_no_spelling_has_another(site: Path) -> None:
    assert names(site, "officials") == {
        "hojatollah-ghoreishi",
        "mohammad-bagheri",
        "najmeddin-sadikov",
        "saeed-khan-mohmand",
        "valery-gerasimov",
        "zacharie-gross",
        "zakir-hasanov",
    }


def test_each_office_has_one_page_whatever_reports_call_it(site: Path) -> None:
    assert names(site, "offices") >= {"az-minister-of-defense", "fr-ambassador", "ir-chief-of-general-staff"}
    page = html.parse(site / "offices" / "az-minister-of-defense" / "index.html").getroot()
    (section,) = page.xpath("//section[@aria-labelledby='holders']")
    assert [link.text for link in section.iter("a")] == ["Zakir Hasanov"]


def test_zakir_hasanov_s_page_lists_his_four_meetings(site: Path) -> None:
    page = html.parse(site / "officials" / "zakir-hasanov" / "index.html").getroot()
    assert page.xpath("string(//h1)").strip() == "Zakir Hasanov"
    (section,) = page.xpath("//section[@aria-labelledby='meetings']")
    assert [link.get("href") for link in section.iter("a") if "/meetings/" in link.get("href")] == [
        "../../meetings/2019-12-05-hasanov-mohmand/",
        "../../meetings/2019-11-07-hasanov-gross/",
        "../../meetings/2019-01-16-hasanov-bagheri/",
        "../../meetings/2017-10-24-hasanov-ghoreishi/",
    ]


def test_the_countries_that_met_have_pages_and_no_other_country(site: Path) -> None:
    assert names(site, "countries") == {"az", "fr", "ir", "pk", "ru"}


def test_years_and_months_have_pages(site: Path) -> None:
    assert names(site, "2017") == {"10"}
    assert names(site, "2019") == {"01", "11", "12"}


# ── what it gives to programs ────────────────────────────────────────────────────────────────


def test_the_data_have_the_shape_that_the_score_reads(site: Path) -> None:
    meetings = json.loads((site / "data" / "meetings.json").read_text(encoding="utf-8"))
    assert isinstance(meetings, list)
    assert len(meetings) == 6
    for meeting in meetings:
        assert meeting.keys() >= {"id", "date", "status", "kind", "participants", "parties", "sources"}
        assert (site / "meetings" / meeting["id"] / "index.html").is_file()
        assert meeting["url"] == f"{ADDRESS}meetings/{meeting['id']}/"
        for person in meeting["participants"]:
            assert person.keys() >= {"id", "name", "role", "country", "organisation"}
            assert (site / "officials" / person["id"] / "index.html").is_file()
    assert {source["article"] for meeting in meetings for source in meeting["sources"]} == {
        "000_ab19867912a99f16.txt",
        "001_b4fb515cffe29073.txt",
        "002_3e890d727285aacb.txt",
        "003_6ade194640d6384f.txt",
        "004_ad6d32e72aea5e2c.txt",
    }


def test_those_take_part_who_were_there(site: Path) -> None:
    meetings = json.loads((site / "data" / "meetings.json").read_text(encoding="utf-8"))
    assert [[person["name"] for person in meeting["participants"]] for meeting in meetings] == [
        [],
        ["Zakir Hasanov", "Hojatollah Ghoreishi"],
        ["Zakir Hasanov", "Mohammad Bagheri"],
        ["Zakir Hasanov", "Zacharie Gross"],
        ["Najmeddin Sadikov", "Valery Gerasimov"],
        ["Zakir Hasanov", "Saeed Khan Mohmand"],
    ]
    assert [meeting["parties"] for meeting in meetings] == [
        ["AZ", "IR"],
        ["AZ", "IR"],
        ["AZ", "IR"],
        ["AZ", "FR"],
        ["AZ", "RU"],
        ["AZ", "PK"],
    ]


# ── every link leads somewhere ───────────────────────────────────────────────────────────────


def crawl(start: str, within: str) -> set[str]:
    """All addresses below `within` that can be come to from a page, each fetched; anchors must exist."""
    waiting, pages, asked = [start], {}, set()
    while waiting:
        url = waiting.pop()
        if url in pages:
            continue
        with opened(url) as answer:
            assert answer.geturl() == url, f"{url} leads on to {answer.geturl()}"
            content = answer.read()
        tree = html.document_fromstring(content) if content.lstrip()[:9].lower() == b"<!doctype" else None
        pages[url] = tree
        for _, attribute, link, _ in tree.iterlinks() if tree is not None else ():
            target, anchor = urldefrag(urljoin(url, link))
            if not target.startswith(within):
                parts = urlsplit(target)
                assert parts.scheme in ("http", "https"), f"{url}: {link}"
                assert parts.netloc != urlsplit(start).netloc, f"{url} leads out of the site: {link}"
            elif attribute in ("href", "src"):
                waiting.append(target)
                asked.add((url, target, anchor))
    for url, target, anchor in asked:
        tree = pages[target]
        found = not anchor or tree is None or tree.xpath("//*[@id=$it]", it=unquote(anchor))
        assert found, f"{url}: {target} has no {anchor!r}"
    return set(pages)


@contextmanager
def opened(url: str) -> Iterator[object]:
    """An address, which must be there; a file is opened as such, a folder isn't."""
    if url.startswith("file:"):
        assert Path(url2pathname(urlsplit(url).path)).is_file(), f"{url} is no file"
    try:
        with urlopen(url, timeout=10) as answer:  # noqa: S310 - ours
            yield answer
    except HTTPError as error:
        raise AssertionError(f"{url}: {error}") from error


def files_of(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


UNLINKED = {".chronicle", "404.html", "robots.txt", "sitemap.xml"}
ASKED = ("search/", "pagefind/", "assets/search.")  # where forms lead, and what that page asks for


def linked_files_of(site: Path) -> set[str]:
    """The files of a site to which links must lead."""
    return {name for name in files_of(site) - UNLINKED if not name.startswith(ASKED)}


@pytest.mark.parametrize("base", ["", "repo/"])
def test_a_visitor_of_a_server_comes_everywhere(site: Path, tmp_path: Path, base: str) -> None:
    shutil.copytree(site, tmp_path / "web" / base)
    with served(tmp_path / "web") as address:
        home = address + base
        found = crawl(home, home)
    seen = {url.removeprefix(home) for url in found}
    assert {
        path + "index.html" if not path or path.endswith("/") else path for path in seen
    } == linked_files_of(site)


def test_who_opens_the_files_from_a_folder_comes_everywhere(made: Callable[[str], Path]) -> None:
    folder = made(f"address: {ADDRESS}\nlinks: files\n")
    run("build", folder)
    run("check", folder)
    site = folder / "site"
    found = crawl((site / "index.html").as_uri(), f"{site.as_uri()}/")
    assert {url.removeprefix(f"{site.as_uri()}/") for url in found} == linked_files_of(site)


def test_the_missing_page_s_links_start_where_the_site_will_stand(site: Path) -> None:
    page = html.parse(site / "404.html").getroot()
    links = {link for _, attribute, link, _ in page.iterlinks() if attribute in ("href", "src")} - {"#main"}
    assert links
    assert all(link.startswith("/repo/") for link in links)


def test_check_finds_nothing_wrong(site: Path) -> None:
    assert run("check", site.parent).startswith("Nothing is wrong")
