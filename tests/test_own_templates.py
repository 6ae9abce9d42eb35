"""Templates of the owner's that are never used: told, because they are most likely slips."""

import pytest

from chronicle.own_templates import misplaced
from tests.conftest import World

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
