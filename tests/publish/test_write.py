"""The new site beside the old one: links to it that are never written through, and nothing left over."""

import os
from pathlib import Path

import pytest

from chronicle.digests import digest
from chronicle.manifest import Placed, marked
from chronicle.problems import ProblemsFound
from chronicle.publish.write import MARK, Folder, Staging, check_ours, remove_tree

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # pytest-xdist has threads


def built(folder: Path, **files: str) -> dict[str, Placed]:
    """A site of some files, and what the build that left it remembers."""
    known = {}
    for path, text in {MARK: "", **{name.replace("__", "/"): text for name, text in files.items()}}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        known[path] = marked(Placed(path, "", digest(text.encode()).hex()), str(file))
    return known


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_that_is_written_anew_changes_no_other_that_it_was_a_link_to(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.html").write_text("old")
    new = Folder(tmp_path / "new")
    new.link("a.html", tmp_path / "old")
    assert (tmp_path / "new" / "a.html").samefile(tmp_path / "old" / "a.html")
    new.write("a.html", b"new")
    assert (tmp_path / "old" / "a.html").read_text() == "old"
    assert (tmp_path / "new" / "a.html").read_text() == "new"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_new_site_begins_as_links_to_what_the_last_build_left(tmp_path: Path, jobs: int) -> None:
    site = tmp_path / "site"
    known = built(site, same="1", edited="2", gone="3", deep__page="4")
    (site / "edited").write_text("by hand")
    (site / "gone").unlink()
    (site / "stray").write_text("by hand")
    with Staging(site, known, jobs=jobs) as staging:
        assert staging.ready() == {MARK, "same", "deep/page"}
        assert staging.standing.keys() == {MARK, "same", "edited", "stray", "deep/page"}
        assert staging.standing["edited"].digest == digest(b"by hand").hex()
        new = Path(staging.new.root)
        assert (new / "same").samefile(site / "same")
        assert not (new / "edited").exists()
        staging.drop({"deep/page"})
        assert not (new / "deep").exists()
        assert (site / "deep" / "page").read_text() == "4"
        staging.replace()
        assert not (site / "stray").exists()
    assert names(tmp_path) == ["site"]
    assert names(site) == [MARK, "same"]


def failing(staging: Staging, steps: list[str]) -> None:
    with staging:
        for step in steps:
            getattr(staging, step)()
        raise ProblemsFound([])


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("steps", [[], ["ready"]])
def test_a_new_site_that_does_not_come_to_be_leaves_nothing(
    tmp_path: Path, jobs: int, steps: list[str]
) -> None:
    site = tmp_path / "site"
    known = built(site, same="1")
    with pytest.raises(ProblemsFound):
        failing(Staging(site, known, jobs=jobs), steps)
    assert names(tmp_path) == ["site"]
    assert (site / "same").read_text() == "1"


def test_a_disk_without_links_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    site = tmp_path / "site"
    known = built(site, same="1")
    with Staging(site, known, jobs=1) as staging:
        assert staging.ready() == {MARK, "same"}
        assert Path(staging.new.root, "same").read_text() == "1"
        assert not Path(staging.new.root, "same").samefile(site / "same")


def test_the_mark_is_the_last_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    known = built(site, same="1", deep__page="2")
    gone: list[str] = []
    unlink = os.unlink

    def seen(path: str, **more: int) -> None:
        gone.append(Path(path).name)
        unlink(path, **more)

    monkeypatch.setattr(os, "unlink", seen)
    remove_tree(str(site), known)
    assert gone[-1] == MARK
    assert sorted(gone) == [MARK, "page", "same"]
    assert not site.exists()


@pytest.mark.parametrize("name", ["site", "site[1]", "site*"])
def test_what_killed_builds_left_is_cleared_away_whatever_the_name(tmp_path: Path, name: str) -> None:
    site, other = tmp_path / name, tmp_path / ".site1.new-7"
    built(site, same="1")
    built(tmp_path / f".{name}.new-1", same="1")
    (tmp_path / f".{name}.new-2").mkdir()
    built(other, same="1")
    check_ours(site)
    assert names(tmp_path) == sorted([".site1.new-7", name])
