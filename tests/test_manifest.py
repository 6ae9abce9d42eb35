"""What the last build left, and whether it still stands."""

import os
from pathlib import Path

from chronicle.digests import digest
from chronicle.manifest import (
    NOTHING,
    Manifest,
    Placed,
    last_build,
    marked,
    marks,
    remember,
    standing,
    still_stands,
)
from chronicle.memo import Memo


def placed(folder: Path, path: str, content: bytes = b"x") -> Placed:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return marked(Placed(path, "key", digest(content).hex()), str(file))


def test_a_build_is_remembered_for_each_folder(tmp_path: Path) -> None:
    left = Manifest("state", {"entries": 3}, {"a/b.html": Placed("a/b.html", "key", "digest", 1, 2, 3)})
    with Memo(tmp_path / "memory.sqlite") as memo:
        assert last_build(memo, tmp_path / "site") == NOTHING
        remember(memo, tmp_path / "site", left)
        assert last_build(memo, tmp_path / "site") == left
        assert last_build(memo, tmp_path / "x" / ".." / "site") == left
        assert last_build(memo, tmp_path / "other") == NOTHING


def test_a_site_stands_as_long_as_its_files_do(tmp_path: Path) -> None:
    files = {path: placed(tmp_path, path) for path in ("index.html", "a/index.html", ".chronicle")}
    assert still_stands(tmp_path, files)
    (tmp_path / "stray.html").write_bytes(b"")
    assert not still_stands(tmp_path, files)
    (tmp_path / "stray.html").unlink()
    (tmp_path / "a" / "index.html").write_bytes(b"y")
    assert not still_stands(tmp_path, files)
    (tmp_path / "a" / "index.html").write_bytes(b"x")  # another time, the same bytes
    assert still_stands(tmp_path, files)
    (tmp_path / "index.html").unlink()
    assert not still_stands(tmp_path, files)


def test_a_file_that_looks_untouched_is_not_read(tmp_path: Path) -> None:
    known = placed(tmp_path, "index.html")._replace(digest="as remembered")
    assert standing(tmp_path, {"index.html": known}) == {"index.html": known}


def test_a_touched_file_is_read(tmp_path: Path) -> None:
    known = placed(tmp_path, "index.html")
    os.utime(tmp_path / "index.html", ns=(1, 1))
    found = standing(tmp_path, {"index.html": known._replace(digest="as remembered")})
    assert found["index.html"].digest == known.digest


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    placed(tmp_path, "other/a.html")
    (tmp_path / "site" / "folder").symlink_to(tmp_path / "other")
    assert list(marks(tmp_path / "site")) == ["folder"]
    assert standing(tmp_path / "site", {})["folder"].digest == ""


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert marks(tmp_path / "none") == {}
