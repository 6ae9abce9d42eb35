"""Killed at any moment, a build leaves content and site whole, and the next one is right."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from chronicle.lexicon.countries import load_countries
from chronicle.project import MEETINGS
from chronicle.store import read_one
from tests.conftest import DAYS, ROOT, World, article_text, copy, files_of

ENTRIES, ARTICLES = 140, 40  # from 128 entries on two processes read them
KILLS, FIRST_WRITTEN = 12, 0.1  # before that part of a build it has only read
SURNAMES = "Abbasov Bayramov Jafarov Damirov Eyvazov Farajov Guliyev Hajiyev Ismayilov Karimov".split()
GUESTS = "Arnaud Bertrand Colbert Dupont Etienne Fournier Girard Hubert Jacquet Lambert".split()


def chronicle(world: World) -> None:
    """Some hundred entries by hand; the same each time."""
    chance = random.Random(7)  # noqa: S311  seeded, the same each time
    for number in range(ENTRIES):
        day = f"{chance.randint(2000, 2018)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        host, guest = chance.choice(SURNAMES), chance.choice(GUESTS)
        people = f"[{{name: Ali {host}, role: minister, country: AZ}}, {{name: Jean {guest}, country: FR}}]"
        body = "\n\n".join(f"Paragraph {part} of number *{number}*, with _words_." for part in range(4))
        world.entry(f"{day}-n{number}", body, title=f"Meeting {number}", date=day, participants=people)


def press(world: World, end: str = "") -> None:
    """Some dozen articles, each with a meeting."""
    for number in range(ARTICLES):
        host, guest = f"Vali {SURNAMES[number % 10]}", f"Paul {GUESTS[number // 4]}"
        published = sorted(DAYS)[number % len(DAYS)]
        world.article(f"{number}.txt", article_text(host=host, guest=guest, published=published, end=end))


def started(world: World) -> subprocess.Popen[bytes]:
    """A build at work, in a session of its own, so that its child processes are known."""
    command = [sys.executable, str(ROOT / "build.py"), *world.options, "--quiet"]
    return subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def kill(process: subprocess.Popen[bytes], after: float) -> None:
    """End a build's first process, and only that one, without a warning."""
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()


def alive(session: int) -> list[str]:
    """The processes of a session that run still."""
    return [
        stat
        for path in Path("/proc").glob("[0-9]*/stat")
        for stat in read(path)
        if stat.rpartition(")")[2].split()[3] == str(session) and stat.rpartition(")")[2].split()[0] != "Z"
    ]


def read(path: Path) -> Iterator[str]:
    """A file that may go away at any time."""
    try:
        yield path.read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return


def wait_for_children(session: int) -> list[str]:
    """Those that still run after a moment."""
    for _ in range(40):
        if not alive(session):
            break
        time.sleep(0.05)
    return alive(session)


def assert_whole(content: Path) -> None:
    """Every file that counts can be read: nothing that is half written is taken for an entry."""
    codes = load_countries().keys()
    for path in content.joinpath(MEETINGS).rglob("*.md"):
        if not path.name.startswith("."):
            packed, problems = read_one(path.name, path.read_bytes(), codes)
            assert not problems
            assert packed


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at /proc for child processes")
def test_a_build_killed_at_any_moment_leaves_everything_whole_and_the_next_is_right(world: World) -> None:
    """From the entries alone, built before, to what forty articles add; and from no site at all."""
    chronicle(world)
    world.build()
    old = World(world.root / "old")
    copy(world.content, old.content)
    world.site.rename(old.site)
    shutil.copytree(world.memory.parent, old.root / ".cache")
    press(world)
    new = World(world.root / "new")
    copy(world.content, new.content)
    new.write("config.yaml", world.config.read_bytes())
    begun = time.perf_counter()
    assert started(new).wait() == 0
    took = time.perf_counter() - begun
    old_entries = files_of(old.content / MEETINGS)
    sites = {"old": files_of(old.site), "new": files_of(new.site)}
    chance, ended = random.Random(11), set()  # noqa: S311  seeded, the same each time
    for number in range(KILLS):
        reset(world, old, first=number % 4 == 3)
        process = started(world)
        moment = FIRST_WRITTEN + (1 - FIRST_WRITTEN) * (number + chance.random()) / KILLS
        kill(process, took * moment)
        assert wait_for_children(process.pid) == []
        assert_whole(world.content)
        assert old_entries.items() <= files_of(world.content / MEETINGS).items()
        site = files_of(world.site)
        state = next(
            (name for name, known in sites.items() if site == known), "none" if not site else "broken"
        )
        assert state in ({"none", "new"} if number % 4 == 3 else {"old", "new"})
        ended.add(state)
        if number % 4 == 3:
            assert started(world).wait() == 0
            assert files_of(world.site) == sites["new"]
            assert files_of(world.content) == files_of(new.content)
            assert not list(world.root.rglob("*.part"))
            assert not [path for path in world.root.iterdir() if path.name.startswith(".site")]
    assert {"old", "none"} <= ended


def reset(world: World, old: World, *, first: bool) -> None:
    """The world as before the build: the articles not yet read, the site of the entries alone, or none.

    Hard links will do: a build never writes into a file that is there.
    """
    shutil.rmtree(world.content / MEETINGS)
    shutil.copytree(old.content / MEETINGS, world.content / MEETINGS, copy_function=os.link)
    world.ledger.unlink(missing_ok=True)
    for leftover in [*world.root.glob(".site*"), world.memory.parent, world.site]:
        shutil.rmtree(leftover, ignore_errors=True)
    if not first:
        shutil.copytree(old.site, world.site, copy_function=os.link)
        shutil.copytree(old.root / ".cache", world.memory.parent)


@pytest.mark.parametrize("moment", [0.3, 0.6, 0.9])
def test_a_build_interrupted_from_the_keyboard_says_so(world: World, moment: float) -> None:
    """Whatever moment: no traceback, and a whole site or none."""
    chronicle(world)
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *world.options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(moment)
    os.killpg(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=30)
    assert process.returncode in (0, 130, -signal.SIGINT)
    assert process.returncode == -signal.SIGINT or b"Traceback" not in error
    world.build()
    assert files_of(world.site) == world.clean_site()
