"""Work spread over processes: the same outcome, problems included, and nobody left behind."""

import multiprocessing
import os
import pickle
import select
import signal
import sys
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.parallel import FEWEST, Beside, processes, spread
from chronicle.problems import Problem, ProblemsFound, Unreadable

pytestmark = [
    pytest.mark.skipif(
        not sys.platform.startswith("linux"), reason="elsewhere all work is done in one process"
    ),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),  # pytest-xdist has threads
]
PROBLEM = Problem("a.md", 3, "it is wrong", "Mend it.")


def doubled(some: Sequence[int]) -> list[int]:
    return [2 * number for number in some]


@settings(max_examples=12)
@given(st.integers(0, 400), st.integers(1, 4))
def test_results_come_in_the_order_of_the_work(number: int, jobs: int) -> None:
    assert spread(doubled, range(number), jobs=jobs) == doubled(range(number))


def test_much_work_is_spread_and_little_is_not() -> None:
    def where(some: Sequence[int]) -> list[int]:
        return [os.getpid() for _ in some]

    assert len(set(spread(where, range(3 * FEWEST), jobs=3))) == 3
    assert set(spread(where, range(FEWEST), jobs=3)) == {os.getpid()}


def test_results_larger_than_a_pipe_holds_come_over() -> None:
    assert spread(lambda some: ["x" * 10_000 for _ in some], range(300), jobs=3) == ["x" * 10_000] * 300


@pytest.mark.parametrize(
    "error", [ProblemsFound([PROBLEM, PROBLEM]), Unreadable("what", "hint", 3), ValueError("x")]
)
def test_an_exception_of_a_child_is_raised_whole(error: Exception) -> None:
    def fail(some: Sequence[int]) -> list[int]:
        if 0 not in some:
            raise error
        return list(some)

    with pytest.raises(type(error)) as caught:
        spread(fail, range(200), jobs=2)
    assert str(caught.value) == str(error)
    assert getattr(caught.value, "problems", ()) == getattr(error, "problems", ())


def test_problems_survive_being_sent() -> None:
    found = pickle.loads(pickle.dumps(ProblemsFound([PROBLEM])))  # noqa: S301
    assert found.problems == (PROBLEM,)
    unreadable = pickle.loads(pickle.dumps(Unreadable("what", "hint", 3)))  # noqa: S301
    assert (unreadable.what, unreadable.hint, unreadable.line) == ("what", "hint", 3)


def test_where_one_part_fails_the_others_are_ended() -> None:
    def fail(some: Sequence[int]) -> list[int]:
        if 0 in some:
            raise ValueError
        time.sleep(60)
        return list(some)

    with pytest.raises(ValueError, match=r"^$"):
        spread(fail, range(200), jobs=3)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_beside_gives_its_result_or_its_exception(jobs: int) -> None:
    assert Beside(lambda: ["x" * 1_000_000], jobs=jobs).result() == ["x" * 1_000_000]
    with pytest.raises(ZeroDivisionError):
        Beside(lambda: 1 // 0, jobs=jobs).result()


def test_work_beside_that_nobody_waits_for_ends() -> None:
    with Beside(lambda: time.sleep(60), jobs=2) as work:
        child = work.child
    assert child is not None
    assert child.exitcode == -signal.SIGTERM


def test_a_child_dies_with_its_parent() -> None:
    """A child that worked on would write into the next build's folder."""
    reader, writer = os.pipe()
    parent = os.fork()
    if parent == 0:

        def work(some: Sequence[int]) -> list[int]:
            os.write(writer, b"%d\n" % os.getpid())
            time.sleep(60)
            return list(some)

        spread(work, range(200), jobs=2)
        os._exit(1)
    os.close(writer)
    with os.fdopen(reader) as lines:
        children = {int(next(lines)), int(next(lines))} - {parent}
        os.kill(parent, signal.SIGKILL)
        os.waitpid(parent, 0)
        ended, _, _ = select.select([lines], [], [], 20)  # the end comes once nobody holds the other side
        assert ended, "the child works on"
        assert lines.read() == ""
    assert len(children) == 1


def test_there_is_at_least_one_process() -> None:
    assert processes() >= 1
