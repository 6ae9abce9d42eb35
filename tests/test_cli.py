"""The command line: exit codes, what goes where, and how it behaves in pipes and on terminals."""

import ast
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.cli import COMMANDS, function_of
from chronicle.examination import examine
from chronicle.pipeline import build
from chronicle.problems import ProblemsFound
from chronicle.project import Project
from tests.conftest import ROOT, World, article_text, copy, entry_text, files_of

Run = Callable[..., subprocess.CompletedProcess[str]]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Two articles with a meeting each, and one without."""
    texts = {
        "b.txt": article_text(),
        "a.txt": article_text(guest="Paul Martin"),
        "c.txt": "The weather in Baku was fine.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in texts]


# ── exit codes ───────────────────────────────────────────────────────────────────────────────


def test_done_is_0_and_says_what_was_done_in_one_line(world: World) -> None:
    world.article()
    done = world.run()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    assert done.stdout.startswith("1 of 1 article read, 1 of 1 entry written, 0 ask for review; ")


def test_problems_in_files_are_1(world: World) -> None:
    world.entry(kind="chat")
    assert world.run().returncode == 1
    assert world.run("check").returncode == 1
    assert world.run("review").returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("bild",),
        ("--conten", "x", "y"),
        ("build", "--nothing"),
        ("parse",),
        ("parse", "--quiet", "x"),
        ("serve", "--port", "x"),
        ("--output",),
        ("merge", "a", "b"),
        ("split", "a", "b"),
        ("rename", "a"),
    ],
)
def test_wrong_usage_is_2_and_shows_the_usage(
    build_py: Run, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    done = build_py(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: build.py")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [(), *[(name,) for name in COMMANDS]])
def test_every_command_has_help(build_py: Run, command: tuple[str, ...]) -> None:
    done = build_py(*command, "--help")
    assert done.returncode == 0
    assert "usage: build.py" in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_function_that_says_what_it_does(command: str) -> None:
    assert function_of(COMMANDS[command]).__doc__


def test_a_build_with_nothing_to_do_loads_nothing_that_takes_long(world: World) -> None:
    world.entry()
    world.run()
    asked = subprocess.run(
        [sys.executable, "-X", "importtime", str(ROOT / "build.py"), *world.options],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in asked.stderr.splitlines()}
    assert "chronicle.manifest" in loaded
    assert not loaded & {"yaml", "jinja2", "chronicle.pipeline", "chronicle.commands.identity"}


def test_build_py_is_five_statements() -> None:
    """A docstring, two imports, and the call, as ARCHITECTURE.md says."""
    tree = ast.parse((ROOT / "build.py").read_text(encoding="utf-8"))
    kinds = [type(statement).__name__ for statement in ast.walk(tree) if isinstance(statement, ast.stmt)]
    assert kinds == ["Expr", "Import", "ImportFrom", "If", "Expr"]


# ── parse ────────────────────────────────────────────────────────────────────────────────────


def test_parse_tells_of_files_in_the_order_given(build_py: Run, articles: list[Path]) -> None:
    done = build_py("parse", "--json", *articles)
    assert (done.returncode, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["article"] for each in found] == ["b.txt", "a.txt", "c.txt"]
    assert [len(each["meetings"]) for each in found] == [1, 1, 0]


def test_parse_writes_nothing(build_py: Run, articles: list[Path]) -> None:
    folder = articles[0].parent
    before = files_of(folder)
    build_py("parse", *articles, cwd=folder)
    assert files_of(folder) == before


def test_parse_reads_standard_input(articles: list[Path]) -> None:
    done = subprocess.run(
        [sys.executable, "build.py", "parse", "--json", "-"],
        cwd=ROOT,
        input=articles[0].read_bytes(),
        capture_output=True,
        check=True,
    )
    (found,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert found["article"] == "-"
    assert [person["name"] for person in found["meetings"][0]["participants"]] == [
        "Zakir Hasanov",
        "Zacharie Gross",
    ]


def test_parse_without_json_is_for_people(build_py: Run, articles: list[Path]) -> None:
    done = build_py("parse", articles[0])
    assert done.stdout.startswith("b.txt: ")
    assert "Zacharie Gross, ambassador, FR" in done.stdout


def test_explain_marks_the_text_and_names_the_rules(build_py: Run, articles: list[Path]) -> None:
    done = build_py("parse", "--explain", articles[0])
    assert "[Zacharie Gross]" in done.stdout
    assert done.stdout.startswith(f"── {articles[0].name}\n")
    assert "Who takes part:\n" in done.stdout
    assert "joins the encounter told last" in done.stdout


def test_parse_tells_of_all_files_that_cannot_be_read_and_reads_the_others(
    build_py: Run, articles: list[Path]
) -> None:
    folder = articles[0].parent
    (folder / "bad.txt").write_text("---\npublished: never\n---\nText.", encoding="utf-8")
    (folder / "loop.txt").symlink_to("loop.txt")
    done = build_py(
        "parse", "--json", "missing.txt", "bad.txt", articles[0].name, "loop.txt", ".", cwd=folder
    )
    assert done.returncode == 1
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == ["b.txt"]
    assert done.stderr == (
        "missing.txt: can't be opened: No such file or directory.\n    Check the file's name.\n"
        "bad.txt:2: published is 'never': not a date.\n    Write it as 2019-11-07, 2019-11 or 2019.\n"
        "loop.txt: can't be opened: Too many levels of symbolic links.\n    Check the file's name.\n"
        ".: can't be opened: Is a directory.\n    Check the file's name.\n"
        "4 problems.\n"
    )


def test_the_lines_of_a_file_are_told_of_together(build_py: Run, tmp_path: Path) -> None:
    lines = [{"url": f"https://example.org/{n}", "text": article_text().split("---\n")[2]} for n in range(2)]
    (tmp_path / "press.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = build_py("parse", "--json", "press.jsonl", cwd=tmp_path)
    assert done.returncode == 0
    assert all(json.loads(line) for line in done.stdout.splitlines())


# ── check and review ─────────────────────────────────────────────────────────────────────────


@pytest.fixture
def built(world: World) -> World:
    """A site without fault."""
    world.entry(date="2019-11-07")
    world.build()
    return world


def test_check_finds_nothing_in_a_good_site(built: World) -> None:
    done = built.run("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nothing is wrong: every link and anchor of ")
    assert built.run("check", "--quiet").stdout == ""


@pytest.mark.parametrize(
    ("planted", "what"),
    [
        ('<a href="nowhere/">x</a>', "the link 'nowhere/' leads nowhere"),
        (
            '<a href="countries/az/#nothing">x</a>',
            "the link 'countries/az/#nothing' leads to 'nothing', which that page hasn't",
        ),
        (
            '<a href="/countries/az/">x</a>',
            "the link '/countries/az/' starts at the domain's root, where this site needn't stand",
        ),
        ('<a href="../secret.html">x</a>', "the link '../secret.html' leads out of the site"),
        ('<img src="missing.png" alt="">', "the link 'missing.png' leads nowhere"),
        ('<a href="#nothing">x</a>', "the link '#nothing' leads to 'nothing', which that page hasn't"),
    ],
)
def test_check_finds_a_planted_fault(built: World, planted: str, what: str) -> None:
    page = built.site / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</main>", f"{planted}</main>"), encoding="utf-8"
    )
    done = built.run("check")
    assert done.returncode == 1
    assert done.stderr == f"site/index.html: {what}.\n1 problem.\n"


def test_check_finds_what_fails_in_a_template_when_a_page_is_made(built: World) -> None:
    """What a build complains of, a check does; a build of this world fails."""
    copy(ROOT / "templates", built.root / "templates")
    template = built.root / "templates" / "year.html"
    broken = template.read_text(encoding="utf-8").replace(
        "{% block main %}", "{% block main %}{{ page.nothing }}"
    )
    template.write_text(broken, encoding="utf-8")
    project = Project(built.content, built.site, built.config, built.root / "templates")
    with pytest.raises(ProblemsFound):
        build(project)
    _, problems, _ = examine(project)
    assert [problem.path for problem in problems] == ["templates/year.html"]


def test_check_asks_for_a_site(world: World) -> None:
    done = world.run("check")
    assert done.returncode == 1
    assert done.stderr == "site: there is no site to check.\n    Run python build.py first.\n1 problem.\n"


def test_check_changes_nothing(built: World) -> None:
    built.article("new.txt")
    before = files_of(built.content), files_of(built.site)
    built.run("check")
    assert (files_of(built.content), files_of(built.site)) == before


def test_review_lists_the_entries_that_ask_for_it(world: World) -> None:
    world.entry("2019-11-07-b", review="['The day is a guess.', Nobody is named for NATO.]")
    world.entry("2018-11-07-a", review="[The title is long.]")
    world.entry("2020-11-07-c")
    done = world.run("review")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "content/meetings/2018/2018-11-07-a.md\n    The title is long.\n"
        "content/meetings/2019/2019-11-07-b.md\n    The day is a guess.\n    Nobody is named for NATO.\n"
        "2 of 3 entries ask for review.\n"
    )
    assert not world.site.exists()


def two_cities(world: World) -> None:
    for city in ("Baku", "Ganja"):
        world.entry(
            f"2019-11-07-{city.lower()}",
            date="2019-11-07",
            title=f"Talks in {city}",
            city=city,
            country="AZ",
            participants="[{name: Zakir Hasanov, role: Minister of Defense, country: AZ}]",
        )


def test_review_then_lists_what_cant_be_with_its_evidence(world: World) -> None:
    two_cities(world)
    done = world.run("review")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "0 of 2 entries ask for review.\n"
        "\n"
        "In two cities on one day: 1\n"
        "    Zakir Hasanov: Baku, Azerbaijan and Ganja, Azerbaijan on 2019-11-07.\n"
        "        content/meetings/2019/2019-11-07-baku.md: 2019-11-07, Baku, Azerbaijan: Talks in Baku\n"
        "        content/meetings/2019/2019-11-07-ganja.md: 2019-11-07, Ganja, Azerbaijan: Talks in Ganja\n"
        "    It can be: look whether a day or a city is misread, or whether these are two people.\n"
    )


def test_review_for_programs_is_a_line_an_entry_or_a_finding(world: World) -> None:
    two_cities(world)
    world.entry("2018-11-07-a", review="[The title is long.]")
    done = world.run("review", "--json")
    entry, finding = map(json.loads, done.stdout.splitlines())
    assert entry == {"entry": "content/meetings/2018/2018-11-07-a.md", "review": ["The title is long."]}
    assert (finding["finding"], len(finding["evidence"])) == ("in two cities on one day", 2)
    assert finding["evidence"][0] == {
        "entry": "content/meetings/2019/2019-11-07-baku.md",
        "tells": "2019-11-07, Baku, Azerbaijan: Talks in Baku",
    }
    assert finding["hint"]


def test_review_tells_what_is_wrong_with_other_entries(world: World) -> None:
    world.write("content/meetings/2019/x.md", entry_text(kind="chat"))
    world.entry("2018-11-07-a", review="[The title is long.]")
    done = world.run("review", "--quiet")
    assert done.returncode == 1
    assert done.stdout.count("\n") == 2
    assert "content/meetings/2019/x.md:4: kind is 'chat'" in done.stderr


# ── pipes and terminals ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_who_has_seen_enough_gets_no_traceback(articles: list[Path], unbuffered: str) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "build.py", "parse", *map(str, articles * 3)],
        cwd=ROOT,
        env={**ENVIRONMENT, "PYTHONUNBUFFERED": unbuffered},
        stdout=write_end,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


def test_there_is_no_bar_where_there_is_no_terminal(world: World) -> None:
    world.article()
    assert world.run().stderr == ""


@pytest.mark.parametrize("options", [(), ("--quiet",)])
def test_there_is_a_bar_on_a_terminal(world: World, options: tuple[str, ...]) -> None:
    world.article()
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *world.options, *options],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 10_000)
        except OSError:  # how a terminal ends
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert process.wait() == 0
    assert ("1 of 1" in shown.decode()) == (not options)


def test_names_that_the_terminal_cannot_show_do_no_harm(world: World) -> None:
    world.entry("2019-11-07-a", review="[Həsənov]")
    done = world.run("review", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Həsənov" in done.stdout
