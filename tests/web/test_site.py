"""The whole site: its HTML, what it weighs, and that nothing of it is forgotten here."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import ROOT
from tests.web.kinds import KINDS, SAMPLES
from tests.web.world import MANY_MEETINGS, built

pytestmark = pytest.mark.xdist_group("whole site")
KILOBYTE = 1000
LARGEST = 200 * KILOBYTE
TEMPLATE = re.compile(r'"([\w-]+\.html)"')  # as the code names them
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)


def test_every_kind_of_page_has_samples_and_nothing_else_has() -> None:
    assert sorted(SAMPLES) == sorted(KINDS)
    assert [kind for kind, paths in SAMPLES.items() if not paths] == []


@EVERY_KIND
def test_the_samples_of_a_kind_are_there(site: Path, kind: str) -> None:
    for path in SAMPLES[kind]:
        assert (site / path / ("" if path.endswith(".html") else "index.html")).is_file(), path


@EVERY_KIND
def test_a_kind_has_a_sample_of_each_sort_of_its_pages(kind: str) -> None:
    source = (ROOT / "chronicle" / "publish" / "pages" / f"{kind}.py").read_text(encoding="utf-8")
    assert len(SAMPLES[kind]) >= len(set(TEMPLATE.findall(source)))


def test_no_page_has_a_fault_in_its_html(
    site: Path, site_in_languages: Path, node: str, node_packages: Path
) -> None:
    """One rule is off: how long titles may be, which are names and dates."""
    here = Path(__file__).parent
    command = [
        node,
        here / "validate.mjs",
        node_packages,
        here / ".htmlvalidate.json",
        site,
        site_in_languages,
    ]
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    judged = json.loads(done.stdout)
    assert judged["pages"] == sum(1 for each in (site, site_in_languages) for _ in each.rglob("*.html"))
    faults = [
        f"{page['filePath']}:{said['line']} {said['ruleId']}: {said['message']}"
        for page in judged["faulty"]
        for said in page["messages"]
    ]
    assert faults == [], f"{len(faults)} faults, among them:\n" + "\n".join(faults[:: len(faults) // 20 + 1])


def test_no_page_is_large(site: Path, site_in_languages: Path) -> None:
    sizes = {page: page.stat().st_size for each in (site, site_in_languages) for page in each.rglob("*.html")}
    large = {str(page): size for page, size in sizes.items() if size > LARGEST}
    assert len(sizes) > 1000
    assert large == {}


def test_the_page_of_a_meeting_is_light_without_its_report(site: Path, site_in_languages: Path) -> None:
    pages = [*site.glob("meetings/*/index.html"), *site_in_languages.glob("**/meetings/*/index.html")]
    weights = {str(page): len(without_reports(page.read_bytes())) for page in pages}
    assert {page: weight for page, weight in weights.items() if weight > 30 * KILOBYTE} == {}
    assert len(weights) > MANY_MEETINGS


def without_reports(page: bytes) -> bytes:
    """A meeting's page without the text of its articles."""
    tree = html.document_fromstring(page)
    for report in tree.find_class("report"):
        report.drop_tree()
    return html.tostring(tree, encoding="utf-8")


def test_style_and_script_are_light(site: Path) -> None:
    assets = site / "assets"
    assert (assets / "style.css").stat().st_size < 30 * KILOBYTE
    scripts = {script.name: script.stat().st_size for script in assets.glob("*.js")}
    assert sum(size for name, size in scripts.items() if name != "search.js") < 10 * KILOBYTE


def test_a_chronicle_without_any_entry_is_whole(tmp_path: Path) -> None:
    (tmp_path / "content" / "meetings").mkdir(parents=True)
    site = built(tmp_path)
    assert checked(tmp_path) == ""
    for page in site.rglob("*.html"):
        main = html.parse(str(page)).getroot().xpath("//main")[0]
        assert "None" not in main.text_content(), page
        assert [table for table in main.iter("tbody") if not len(table)] == [], page
    assert "No article has been read." in (site / "coverage" / "index.html").read_text(encoding="utf-8")


def test_no_link_of_the_whole_site_is_broken(site: Path, site_in_languages: Path) -> None:
    assert checked(site.parent) == ""
    assert checked(site_in_languages.parent) == ""


def checked(folder: Path) -> str:
    """What `check` finds wrong in the site of a folder."""
    where = ["--content", folder / "content", "--output", folder / "site", "--config", folder / "config.yaml"]
    command = [sys.executable, ROOT / "build.py", "check", *where]
    done = subprocess.run([*map(str, command)], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return done.stderr


def test_the_pinned_judges_name_no_registry() -> None:
    pinned = json.loads(Path(__file__).with_name("package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in pinned["packages"].items() if name}
    assert {"node_modules/html-validate", "node_modules/lighthouse"} <= packages.keys()
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if "integrity" not in package] == []
