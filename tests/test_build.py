"""A site is what its files say and nothing else: whatever was built before, remembered, damaged or killed."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chronicle.examination import examine
from chronicle.problems import ProblemsFound
from chronicle.project import Project
from chronicle.store import PART
from tests.conftest import ROOT, World, article_text, copy, entry_text, files_of, stamps_of

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # pytest-xdist has threads


@pytest.fixture
def small(world: World) -> World:
    """Entries of several years, two of them on one meeting, one without a date, and an article."""
    world.article("talks.txt")
    world.entry(
        "2018-03-01-hasanov-bagheri",
        title="Zakir Hasanov meets Mohammad Bagheri",
        date="2018-03-01",
        parties="[AZ, IR]",
        participants="[{name: Zakir Hasanov, role: Minister of Defense, country: AZ}, {name: Mohammad Bagheri, country: IR}]",  # noqa: E501  a case is read best on one line
    )
    world.entry(
        "2019-11-07-by-hand",
        "*Well* written.",
        date="2019-11-07",
        participants="[{name: Zakir Hasanov, role: Minister of Defense, country: AZ}, {name: Zacharie Gross, role: ambassador, country: FR}]",  # noqa: E501  a case is read best on one line
        sources="[{article: other.txt, outlet: Example Weekly}]",
    )
    world.entry("talks", title="Talks of which nobody tells the day")
    world.write("content/pages/about.md", "# Who we are\n\nFriends of *meetings*.\n")
    world.build()
    return world


# ── building twice ───────────────────────────────────────────────────────────────────────────


def test_building_twice_writes_nothing_the_second_time(small: World) -> None:
    before = stamps_of(small.content, small.site)
    summary = small.build()
    assert (summary.fresh, summary.written, summary.removed, summary.changed) == (0, 0, 0, 0)
    assert stamps_of(small.content, small.site) == before


def test_the_command_has_nothing_to_do_the_second_time(
    small: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert small.cli() == 0
    before = stamps_of(small.content, small.site)
    capsys.readouterr()
    assert small.cli() == 0
    assert stamps_of(small.content, small.site) == before
    assert "0 of 1 article read, 0 of 4 entries written" in capsys.readouterr().out


def test_touching_files_is_no_edit(small: World) -> None:
    for path in small.content.rglob("*.*"):
        path.touch()
    before = stamps_of(small.site)
    assert small.build().changed == 0
    assert stamps_of(small.site) == before


# ── after any edit ───────────────────────────────────────────────────────────────────────────


def retitle(world: World) -> None:
    path = world.content / "meetings" / "2019" / "2019-11-07-by-hand.md"
    path.write_bytes(path.read_bytes().replace(b"Zakir Hasanov meets", b"Talks of Zakir Hasanov with"))


def redate(world: World) -> None:
    path = world.content / "meetings" / "2018" / "2018-03-01-hasanov-bagheri.md"
    path.write_bytes(path.read_bytes().replace(b"2018-03-01", b"2020-05"))


def cancel(world: World) -> None:
    path = world.content / "meetings" / "2018" / "2018-03-01-hasanov-bagheri.md"
    path.write_bytes(path.read_bytes().replace(b"date: 2018", b"status: cancelled\ndate: 2018", 1))


def remove_entry(world: World) -> None:
    (world.content / "meetings" / "2018" / "2018-03-01-hasanov-bagheri.md").unlink()


def remove_articles_entry(world: World) -> None:
    (world.content / "meetings" / "2019" / "2019-11-07-hasanov-gross.md").unlink()


def rename_entry(world: World) -> None:
    folder = world.content / "meetings" / "undated"
    (folder / "talks.md").rename(folder / "other-talks.md")


def add_entry(world: World) -> None:
    world.entry("2021-01-01-new", date="2021-01-01", participants="[{name: Zakir Hasanov, country: AZ}]")


def add_article(world: World) -> None:
    world.article("more.txt", published="2019-11-12", guest="Aurélia Bouchez")


def change_article(world: World) -> None:
    world.article("talks.txt", published="2019-11-12")


def remove_article(world: World) -> None:
    add_article(world)
    (world.content / "articles" / "talks.txt").unlink()


def change_role(world: World) -> None:
    path = world.content / "meetings" / "2018" / "2018-03-01-hasanov-bagheri.md"
    path.write_bytes(path.read_bytes().replace(b"Minister of Defense", b"acting Defence Minister"))


def appoint_another_between(world: World) -> None:
    """Cuts a tenure of somebody none of whose entries is touched."""
    world.entry(
        "2018-12-01-another",
        date="2018-12-01",
        participants="[{name: Safar Abiyev, role: Minister of National Defence, country: AZ}]",
    )


def send_a_new_ambassador(world: World) -> None:
    path = world.content / "meetings" / "2019" / "2019-11-07-by-hand.md"
    path.write_bytes(path.read_bytes().replace(b"date:", b"occasion: newly appointed\ndate:", 1))


def change_title(world: World) -> None:
    world.write("config.yaml", "title: Another chronicle\naddress: https://example.org/\n")


def link_to_files(world: World) -> None:
    world.write("config.yaml", "title: A chronicle\nlinks: files\npage_length: 1\narticle_text: excerpt\n")


def change_about(world: World) -> None:
    world.write("content/pages/about.md", "Others.\n")


def remove_about(world: World) -> None:
    (world.content / "pages" / "about.md").unlink()


EDITS = (
    retitle,
    redate,
    cancel,
    remove_entry,
    remove_articles_entry,
    rename_entry,
    add_entry,
    add_article,
    change_article,
    remove_article,
    change_role,
    appoint_another_between,
    send_a_new_ambassador,
    change_title,
    link_to_files,
    change_about,
    remove_about,
)


@pytest.mark.parametrize("edit", EDITS)
def test_after_an_edit_the_site_equals_a_clean_build_and_only_changes_are_written(
    small: World, edit: Callable[[World], None]
) -> None:
    before, inodes = files_of(small.site), inodes_of(small.site)
    edit(small)
    summary = small.build()
    after, now = files_of(small.site), inodes_of(small.site)
    assert after != before
    assert after == small.clean_site()
    same = [path for path in after if after[path] == before.get(path)]
    assert [path for path in same if inodes[path] != now[path]] == []
    assert summary.changed == len(after) - len(same)


def test_a_career_changes_with_what_is_told_of_others(small: World) -> None:
    page = small.site / "officials" / "zakir-hasanov" / "index.html"
    assert "seen 1 March 2018 – 7 November 2019" in page.read_text(encoding="utf-8")
    appoint_another_between(small)
    small.build()
    assert "seen 1 March 2018 – 7 November 2019" not in page.read_text(encoding="utf-8")
    assert "Safar Abiyev" in (small.site / "offices" / "az-minister-of-defense" / "index.html").read_text(
        encoding="utf-8"
    )


def test_an_edit_that_is_taken_back_leaves_no_trace(small: World) -> None:
    path = small.content / "meetings" / "undated" / "talks.md"
    before, content = files_of(small.site), path.read_bytes()
    path.write_bytes(content.replace(b"AZ", b"IR"))
    small.build()
    path.write_bytes(content)
    small.build()
    assert files_of(small.site) == before


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("meeting.html", '_("Participants") }}</h2>', '_("Participants") }}!</h2>'),
        ("base.html", "Skip to the content", "To the content"),
        ("parts/row.html", "<li", '<li data-row="1"'),
        ("assets/style.css", "{", "{ /* new */"),
    ],
)
def test_after_a_change_of_templates_the_site_equals_a_clean_build(
    small: World, path: str, old: str, new: str
) -> None:
    copy(ROOT / "templates", small.root / "templates")
    own = replace(small, templates=small.root / "templates")
    own.build()
    before, inodes = files_of(own.site), inodes_of(own.site)
    template = own.templates / path
    assert old in template.read_text(encoding="utf-8")
    template.write_text(template.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    own.build()
    after, now = files_of(own.site), inodes_of(own.site)
    assert after != before
    assert after == own.clean_site()
    assert [name for name in after if after[name] == before.get(name) and inodes[name] != now[name]] == []


def inodes_of(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_ino for name in files_of(folder)}


# ── what others did to the site ──────────────────────────────────────────────────────────────


def test_strays_in_the_site_are_removed(small: World) -> None:
    before = files_of(small.site)
    small.write("site/stray.html", "x")
    small.write("site/meetings/old/index.html", "x")
    (small.site / "link").symlink_to(small.root)
    (small.site / "empty").mkdir()
    assert small.cli() == 0
    assert files_of(small.site) == before
    assert not (small.site / "link").is_symlink()
    assert not (small.site / "empty").exists()
    assert small.config.exists()


@pytest.mark.parametrize("damage", [b"", b"x", None])
def test_a_damaged_page_is_restored(small: World, damage: bytes | None) -> None:
    before = files_of(small.site)
    page = small.site / "countries" / "fr" / "index.html"
    page.unlink()
    if damage is not None:
        page.write_bytes(damage)
    assert small.cli() == 0
    assert files_of(small.site) == before


def test_a_site_that_was_removed_is_made_again(small: World) -> None:
    before = files_of(small.site)
    shutil.rmtree(small.site)
    assert small.cli() == 0
    assert files_of(small.site) == before


def test_nothing_is_left_beside_the_site(small: World) -> None:
    add_entry(small)
    small.build()
    assert sorted(path.name for path in small.root.iterdir()) == [".cache", "config.yaml", "content", "site"]
    assert not list(small.root.rglob(f"*{PART}"))


@pytest.mark.parametrize("left", [".site.new", ".site.old"])
def test_leftovers_of_a_killed_build_do_no_harm(small: World, left: str) -> None:
    small.write(f"{left}/meetings/x/index.html", "half a page")
    before = files_of(small.site)
    add_entry(small)
    small.build()
    assert files_of(small.site) == small.clean_site()
    after = files_of(small.site).keys()
    assert {
        path for path in before if not path.startswith("pagefind/")
    } < after  # these have names by content
    assert not any((small.site / "meetings").glob("x"))


def test_a_site_that_a_kill_left_set_aside_comes_back(small: World) -> None:
    before = files_of(small.site)
    small.site.rename(small.root / ".site.old")
    small.write("content/meetings/2019/wrong.md", "---\ntitle: x\n---\n")
    with pytest.raises(ProblemsFound):
        small.build()
    (small.content / "meetings" / "2019" / "wrong.md").unlink()
    small.build()
    assert files_of(small.site) == before


def test_a_folder_with_other_files_is_refused(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.write("site/thesis.txt", "years of work")
    assert world.cli() == 1
    assert files_of(world.site) == {"thesis.txt": b"years of work"}
    assert "this folder holds files that build.py didn't make; they would be lost" in capsys.readouterr().err


def test_a_file_in_the_sites_place_is_refused(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.write("site", "a file")
    assert world.cli() == 1
    assert world.site.read_bytes() == b"a file"
    assert "this is no folder" in capsys.readouterr().err


def test_an_empty_folder_is_taken(world: World) -> None:
    world.site.mkdir()
    assert world.cli() == 0
    assert (world.site / "index.html").exists()


# ── the memory ───────────────────────────────────────────────────────────────────────────────


def flipped(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice([1, 10, 1000])):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


@pytest.mark.parametrize("seed", range(8))
def test_a_memory_with_flipped_bits_never_changes_the_outcome(small: World, seed: int) -> None:
    expected, content = files_of(small.site), files_of(small.content)
    small.memory.write_bytes(flipped(small.memory.read_bytes(), random.Random(seed)))  # noqa: S311  seeded, the same each time
    small.build()
    assert files_of(small.site) == expected
    assert files_of(small.content) == content
    retitle(small)
    small.memory.write_bytes(flipped(small.memory.read_bytes(), random.Random(seed + 1000)))  # noqa: S311  seeded, the same each time
    small.build()
    assert files_of(small.site) == small.clean_site()


@pytest.mark.parametrize(
    "memory", [b"", b"garbage", b"SQLite format 3\x00", b"\x00" * 10_000, 100, 5000, -1, None]
)
def test_a_damaged_memory_never_changes_the_outcome(small: World, memory: bytes | int | None) -> None:
    expected = files_of(small.site)
    content = small.memory.read_bytes()
    if memory is None:
        shutil.rmtree(small.memory.parent)
    else:
        small.memory.write_bytes(content[:memory] if isinstance(memory, int) else memory)
    assert small.cli() == 0
    assert files_of(small.site) == expected
    assert small.build().changed == 0


def test_a_folder_in_the_memorys_place_does_no_harm(small: World) -> None:
    expected = files_of(small.site)
    small.memory.unlink()
    small.memory.mkdir()
    assert small.cli() == 0
    assert files_of(small.site) == expected


def test_the_memory_of_another_site_does_no_harm(small: World, tmp_path: Path) -> None:
    expected = files_of(small.site)
    other = World(tmp_path / "other")
    other.entry("2018-03-01-hasanov-bagheri", title="Other", date="2018-03-01")
    other.write("config.yaml", "title: Other\n")
    other.build()
    small.memory.write_bytes(other.memory.read_bytes())
    small.build()
    assert files_of(small.site) == expected


# ── nothing else counts ──────────────────────────────────────────────────────────────────────


def crowd(world: World, entries: int = 150) -> World:
    """Enough entries for several processes."""
    for number in range(entries):
        day = f"20{number % 20:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        people = f"[{{name: Host {'ABCDEFG'[number % 7]}, role: minister, country: AZ}}, {{name: Guest {number // 3}, country: FR}}]"  # noqa: E501  a case is read best on one line
        world.entry(
            f"{day}-n{number}",
            f"Text of *number* {number}.\n\nMore.",
            title=f"Meeting {number}",
            date=day,
            participants=people,
        )
    world.article()
    return world


def test_the_number_of_processes_changes_no_byte(world: World, tmp_path: Path) -> None:
    crowd(world).build(jobs=1)
    other = World(tmp_path / "other")
    copy(world.root, other.root)
    shutil.rmtree(other.site)
    shutil.rmtree(other.memory.parent)
    other.build(jobs=2)
    assert files_of(other.site) == files_of(world.site)
    assert files_of(other.content) == files_of(world.content)


def test_the_order_of_files_and_the_seed_of_hashes_change_no_byte(world: World, tmp_path: Path) -> None:
    """Files come from a folder in the order in which they were made, on many disks."""
    crowd(world, 70)
    for name, guest in {"a": "Zacharie Gross", "b": "Paul Martin", "c": "Aurélia Bouchez"}.items():
        world.article(f"{name}.txt", guest=guest)
    outcomes = []
    for seed in range(3):
        other = World(tmp_path / f"seed{seed}")
        paths = sorted(files_of(world.root))
        random.Random(seed).shuffle(paths)  # noqa: S311  seeded, the same each time
        for path in paths:
            other.write(path, (world.root / path).read_bytes())
        done = other.run(PYTHONHASHSEED=str(seed))
        assert done.returncode == 0, done.stderr
        outcomes.append((files_of(other.content), files_of(other.site)))
    assert outcomes[0] == outcomes[1] == outcomes[2]


def test_where_the_site_stands_changes_no_byte(world: World, tmp_path: Path) -> None:
    small_world = crowd(world, 5)
    small_world.build()
    other = World(tmp_path / "Ort mit Leerzeichen" / "Bakı ə")
    copy(world.content, other.content)
    other.write("config.yaml", world.config.read_bytes())
    assert other.run().returncode == 0
    assert files_of(other.site) == files_of(world.site)


@pytest.mark.parametrize("written", ["", "address: https://example.org\n"])
def test_an_address_that_nobody_has_set_is_told(world: World, written: str) -> None:
    world.write("config.yaml", f"title: A chronicle\n{written}")
    (note,) = world.build().notes
    assert note.startswith("the address is still https://example.org/, which feeds, calendars, citations and")
    assert note.endswith(f" Set 'address' in {world.config.as_posix()} before you publish.")
    project = Project(world.content, world.site, world.config, world.templates)
    assert note in examine(project)[2]
    world.write("config.yaml", "address: https://example.org/chronicle/\n")
    assert world.build().notes == ()


def test_two_builds_at_once_break_nothing(world: World) -> None:
    crowd(world)
    options = ["--content", "content", "--output", "site", "--config", "config.yaml", "--quiet"]
    command = [sys.executable, str(ROOT / "build.py"), *options]
    running = [subprocess.Popen(command, cwd=world.root, stderr=subprocess.PIPE) for _ in range(3)]
    assert [(process.communicate(timeout=100)[1], process.returncode) for process in running] == [
        (b"", 0)
    ] * 3
    assert files_of(world.site) == world.clean_site()
    assert sorted(path.name for path in world.root.iterdir()) == [".cache", "config.yaml", "content", "site"]


def test_a_problem_in_a_child_process_is_told_like_any_other(world: World) -> None:
    crowd(world)
    copy(ROOT / "templates", world.root / "templates")
    about = world.root / "templates" / "about.html"
    about.write_text(about.read_text(encoding="utf-8") + "{{ page.nothing }}", encoding="utf-8")
    about.write_text(
        about.read_text(encoding="utf-8").replace("{% block main %}", "{% block main %}{{ page.nothing }}"),
        encoding="utf-8",
    )
    own = replace(world, templates=world.root / "templates")
    with pytest.raises(ProblemsFound, match="AboutContext has no 'nothing'"):
        own.build(jobs=2)
    assert not own.site.exists()
    assert sorted(path.name for path in own.root.iterdir()) == [
        ".cache",
        "config.yaml",
        "content",
        "templates",
    ]


# ── what goes wrong ──────────────────────────────────────────────────────────────────────────


def test_an_article_that_cannot_be_read_is_reported_while_the_others_are_built(world: World) -> None:
    world.article("good.txt")
    world.article("bad.txt", "---\npublished: never\n---\nText.")
    done = world.run()
    assert done.returncode == 1
    assert done.stderr == (
        "content/articles/bad.txt:2: published is 'never': not a date.\n    Write it as 2019-11-07, 2019-11 or 2019.\n"  # noqa: E501  a case is read best on one line
        "1 problem; the site was built with the rest.\n"
    )
    assert (world.site / "meetings" / "2019-11-07-hasanov-gross" / "index.html").exists()
    again = world.run()
    assert (again.returncode, again.stderr) == (1, done.stderr)
    (world.content / "articles" / "bad.txt").unlink()
    assert world.run().returncode == 0


@pytest.mark.parametrize("path", ["articles/loop.txt", "meetings/2019/loop.md", "pages/about.md"])
def test_a_file_that_cannot_be_opened_is_reported(small: World, path: str) -> None:
    before = files_of(small.site)
    file = small.content / path
    file.unlink(missing_ok=True)
    file.symlink_to(file.name)
    done = small.run()
    assert (done.returncode, done.stderr) in (
        (0, ""),  # the about page isn't there
        (
            1,
            (
                f"content/{path}: this can't be opened: Too many levels of symbolic links.\n"
                "    Look at its permissions, or take it away.\n1 problem.\n"
            ),
        ),
    )
    assert done.returncode == 0 or files_of(small.site) == before


def test_a_problem_in_an_entry_leaves_the_good_site_and_the_content_as_they_were(small: World) -> None:
    path = small.content / "meetings" / "undated" / "talks.md"
    path.write_text(entry_text(kind="chat"), encoding="utf-8")
    small.article("new.txt", published="2019-11-12")
    before = stamps_of(small.site), files_of(small.content)
    assert small.run().returncode == 1
    assert (stamps_of(small.site), files_of(small.content)) == before


def test_the_site_is_complete_with_an_empty_content(world: World) -> None:
    assert world.build().entries == 0
    names = files_of(world.site).keys()
    assert {
        "index.html", "404.html", "about/index.html", "countries/index.html", "officials/index.html", "feed.xml",  # noqa: E501  a case is read best on one line
        "sitemap.xml", "robots.txt", "data/meetings.json", "data/meetings.csv", "assets/style.css",
    } <= names  # fmt: skip
    assert (world.site / "data" / "meetings.json").read_bytes().split() == [b"[", b"]"]
    assert world.cli("check") == 0


def test_an_empty_article_is_reported(world: World) -> None:
    world.article("empty.txt", " ")
    assert "content/articles/empty.txt: the file is empty." in world.run().stderr


def test_marks_at_the_beginning_of_settings_and_the_about_page_make_no_difference(world: World) -> None:
    world.write("content/pages/about.md", "# Who we are\n\nFriends.\n")
    world.build()
    expected = files_of(world.site)
    for path in ("config.yaml", "content/pages/about.md"):
        world.write(path, b"\xef\xbb\xbf" + (world.root / path).read_bytes().replace(b"\n", b"\r\n"))
    world.build()
    assert files_of(world.site) == expected


@pytest.mark.parametrize(
    "name",
    [
        "2019-11-07-a#b",
        "2019-11-07-50%",
        "2019-11-07-what?",
        "2019-11-07 talks",
        '2019-11-07-"a"',
        "2019-11-07-<b>",
        "2019-11-07-görüş",
        "2019-11-07-a&b",
    ],
)
def test_an_entry_may_have_any_name_that_a_disk_allows(
    world: World, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Either every link to its page works, or the name is refused with a problem."""
    world.entry(name)
    code = world.cli()
    assert world.cli("check") == code
    captured = capsys.readouterr()
    assert code == 0 or f"{name}.md" in captured.err


# ── options ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", [(), ("build",)])
def test_the_options_name_other_places(
    world: World,
    tmp_path: Path,
    command: tuple[str, ...],
    build_py: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    place = tmp_path / "Über all"
    copy(world.content, place / "in hält")
    (place / "in hält" / "articles").mkdir(parents=True)
    (place / "in hält" / "articles" / "a.txt").write_text(article_text(), encoding="utf-8")
    (place / "set tings.yaml").write_text("title: Anderswo\n", encoding="utf-8")
    done = build_py(
        *command,
        "--content",
        place / "in hält",
        "--output",
        place / "aus" / "gäbe",
        "--config",
        place / "set tings.yaml",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 of 1 article read, 1 of 1 entry written" in done.stdout
    assert "Anderswo" in (place / "aus" / "gäbe" / "index.html").read_text(encoding="utf-8")


def test_quiet_says_nothing_but_problems(world: World) -> None:
    world.article()
    done = world.run("--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    world.article("bad.txt", " ")
    done = world.run("build", "--quiet")
    assert (done.returncode, done.stdout) == (1, "")
    assert "bad.txt" in done.stderr


@pytest.mark.parametrize("folder", [".", "..", "/", "./", ""])
def test_the_site_needs_a_folder_with_a_name(
    folder: str, tmp_path: Path, build_py: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """The folder is replaced as a whole: whoever stood in it would stand in nothing."""
    done = build_py("--output", folder, cwd=tmp_path)
    assert done.returncode == 2
    assert f"argument --output: {folder!r} is no name of a folder; give one, such as ../site" in done.stderr


@pytest.mark.parametrize("option", ["--content", "--config"])
def test_a_mistyped_place_never_replaces_the_good_site(
    small: World, option: str, build_py: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    before = files_of(small.site)
    places = {"--content": "content", "--output": "site", "--config": "config.yaml", option: "tpyo"}
    done = build_py(*(word for pair in places.items() for word in pair), cwd=small.root)
    assert files_of(small.site) == before
    assert done.returncode in (1, 2)
    assert "tpyo" in done.stderr


# ── who is who, and what is one meeting, may change a page of which no file has changed ──────


def hasanovs(world: World, *, zakir: str, zaur: str) -> None:
    """Two people of one family name: which of them "Hasanov" is depends on their offices."""
    world.entry(
        "2019-01-01-two-hasanovs",
        date="2019-01-01",
        participants=f"[{{name: Zakir Hasanov, role: {zakir}, country: AZ}}, {{name: Zaur Hasanov, role: {zaur}, country: AZ}}]",  # noqa: E501  a case is read best on one line
    )


def test_a_page_follows_who_a_short_name_stands_for(world: World) -> None:
    hasanovs(world, zakir="Minister", zaur="Chief")
    world.entry(
        "2019-03-01-guler",
        date="2019-03-01",
        participants="[{name: Yasar Guler, role: Minister of Defense, country: TR}, {name: Hasanov, role: Minister, country: AZ}]",  # noqa: E501
    )
    world.build()
    hasanovs(world, zakir="Chief", zaur="Minister")
    world.build()
    assert files_of(world.site) == world.clean_site()


def test_pages_follow_when_reports_of_one_meeting_become_two(world: World) -> None:
    hasanovs(world, zakir="Minister", zaur="Chief")
    for name, article, who in (
        ("a", "a.txt", "Zakir Hasanov, role: Deputy"),
        ("b", "b.txt", "Hasanov, role: Minister"),
    ):
        world.entry(
            f"2019-03-01-{name}",
            date="2019-03-01",
            participants=f"[{{name: Yasar Guler, role: Minister of Defense, country: TR}}, {{name: {who}, country: AZ}}]",  # noqa: E501
            sources=f"[{{article: {article}}}]",
        )
    world.build()
    hasanovs(world, zakir="Chief", zaur="Minister")
    world.build()
    assert files_of(world.site) == world.clean_site()


def test_a_file_of_the_assets_may_become_a_folder_and_the_other_way_round(world: World) -> None:
    copy(ROOT / "templates", world.root / "templates")
    own = replace(world, templates=world.root / "templates")
    asset = own.templates / "assets" / "foo"
    asset.write_text("a file", encoding="utf-8")
    own.build()
    asset.unlink()
    asset.mkdir()
    (asset / "bar.css").write_text("a file in a folder", encoding="utf-8")
    own.build()
    assert (own.site / "assets" / "foo" / "bar.css").read_text(encoding="utf-8") == "a file in a folder"
    (asset / "bar.css").unlink()
    asset.rmdir()
    asset.write_text("a file again", encoding="utf-8")
    own.build()
    assert files_of(own.site) == own.clean_site()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_among_the_files_keeps_nobody_waiting(world: World) -> None:
    world.build()
    for place in (world.site, world.content / "articles", world.content / "meetings"):
        place.mkdir(parents=True, exist_ok=True)
        os.mkfifo(place / "pipe.md")
    world.build()
    assert not (world.site / "pipe.md").exists()
