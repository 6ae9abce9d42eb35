"""Contents that must fail, each with the exact message: `broken/<problem>/expected.txt`.

To see what a build says of one: `python build.py --content tests/broken/dates/content --output /tmp/site`.
"""

from pathlib import Path

import pytest

from tests.conftest import World, copy, files_of, stamps_of

BROKEN = Path(__file__).parent / "broken"
WORLDS = sorted(folder.name for folder in BROKEN.iterdir())


@pytest.mark.parametrize("problem", WORLDS)
def test_what_is_broken_is_told_and_the_good_site_stays(world: World, problem: str) -> None:
    world.entry("2018-01-01-good")
    world.build()
    before, files = stamps_of(world.site), files_of(world.site)
    copy(BROKEN / problem, world.root)
    content = files_of(world.content)
    done = world.run()
    assert done.stderr == (BROKEN / problem / "expected.txt").read_text(encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert stamps_of(world.site) == before
    assert files_of(world.site) == files
    assert files_of(world.content) == content


@pytest.mark.parametrize("problem", WORLDS)
def test_what_a_build_complains_of_a_check_does_too(
    world: World, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    world.entry("2018-01-01-good")
    world.build()
    copy(BROKEN / problem, world.root)
    assert world.cli("check", "--quiet") == 1
    told = capsys.readouterr().err.replace(f"{world.root.as_posix()}/", "")
    expected = (BROKEN / problem / "expected.txt").read_text(encoding="utf-8")
    if problem == "same-name":  # a check also sees that the two want one page
        assert told.startswith(expected.removesuffix("1 problem.\n"))
    else:
        assert told == expected


def test_several_problems_are_told_together() -> None:
    told = {problem: (BROKEN / problem / "expected.txt").read_text(encoding="utf-8") for problem in WORLDS}
    assert told["several-files"].count("\n") > 12
    assert sum(text.splitlines()[-1] != "1 problem." for text in told.values()) > 8
