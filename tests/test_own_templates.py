"""Templates of the owner's: those that are never used, and those that fail, are told as slips."""

import pytest

from chronicle.own_templates import misplaced
from chronicle.problems import ProblemsFound
from tests.conftest import ROOT, World

SHIPPED = ("meeting.html", "parts/row.html", "languages/ru.po", "assets/style.css", "assets/own.css")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("meetng.html", "meeting.html"),
        ("row.html", "parts/row.html"),
        ("own.css", "assets/own.css"),
        ("ru.po", "languages/ru.po"),
    ],
)
def test_a_slip_in_a_name_or_a_place_is_told(name: str, meant: str) -> None:
    note = f"content/templates/{name} goes before no file of the program. Did you mean '{meant}'?"
    assert misplaced([name], SHIPPED, "content/templates") == [note]


@pytest.mark.parametrize(
    "name", [*SHIPPED, "parts/banner.html", "assets/logo.svg", "languages/fr.po", "assets/style2.css"]
)
def test_what_is_used_or_may_be_ones_own_is_not(name: str) -> None:
    assert misplaced([name], SHIPPED, "content/templates") == []


def test_the_build_tells_it(world: World) -> None:
    world.write("content/templates/meetng.html", "<p>mine</p>")
    world.write("content/templates/assets/own.css", ":root { --link: #7a1f3d; }")
    (note,) = world.build().notes
    assert note.endswith(
        "templates/meetng.html goes before no file of the program. Did you mean 'meeting.html'?"
    )


COMPARE = "The templates that came with the program show what a page has; compare with them."


@pytest.mark.parametrize(
    ("put", "where", "what", "hint"),
    [
        (
            '<p>\n{% include "parts/baner.html" %}',
            "meeting.html:2",
            "there is no template 'parts/baner.html'",
            "Mend the name, or restore templates/parts/baner.html.",
        ),
        ("\n\n{{ page.nothing }}", "meeting.html:3", "MeetingContext has no 'nothing'", COMPARE),
        ("{{ pge.title }}", "meeting.html:1", "'pge' is undefined", COMPARE),
        ("\n{{ page.title.nothing }}", "meeting.html:2", "'str object' has no attribute 'nothing'", COMPARE),
        ("<p>\n{% if %}", "meeting.html:2", "Expected an expression, got 'end of statement block'", COMPARE),
    ],
)
def test_what_fails_is_told_at_its_line(world: World, put: str, where: str, what: str, hint: str) -> None:
    world.write("content/templates/meeting.html", put)
    assert problem_of(world) == f"content/templates/{where}: {what}.\n    {hint}"


def test_what_fails_in_a_part_is_told_there(world: World) -> None:
    row = (ROOT / "templates" / "parts" / "row.html").read_text(encoding="utf-8")
    world.write("content/templates/parts/row.html", row.replace("row.title", "row.titel"))
    line = row[: row.index("row.title")].count("\n") + 1
    assert problem_of(world) == f"content/templates/parts/row.html:{line}: Row has no 'titel'.\n    {COMPARE}"


def test_a_template_that_is_gone_is_to_be_restored(world: World) -> None:
    templates = World(world.root, templates=world.root / "templates")
    for file in (ROOT / "templates").rglob("*.*"):
        templates.write(file.relative_to(ROOT).as_posix(), file.read_bytes())
    (templates.templates / "meeting.html").unlink()
    hint = "Mend the name, or restore templates/meeting.html."
    assert (
        problem_of(templates) == f"templates/meeting.html: there is no template 'meeting.html'.\n    {hint}"
    )


def problem_of(world: World) -> str:
    """The one problem that keeps a chronicle of one meeting from being built."""
    world.entry(date="2019-11-07")
    with pytest.raises(ProblemsFound) as caught:
        world.build()
    (problem,) = caught.value.problems
    return str(problem)
