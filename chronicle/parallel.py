"""Pure work spread over processes.

A forked child sees all that its parent had, so nothing is sent to it; only its results come back.
Where the system can't fork safely (Windows, macOS) the same work is done in one process, with the
same outcome.
"""

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

T = TypeVar("T")
R = TypeVar("R")
PARENT_DEATH_SIGNAL = 1  # prctl's PR_SET_PDEATHSIG
FEWEST = 64  # pieces of work a process; forking for fewer costs more than it gains


def processes() -> int:
    """How many processes can work at once on this machine."""
    return len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else 1


def spread(work: Callable[[Sequence[T]], list[R]], pieces: Sequence[T], *, jobs: int) -> list[R]:
    """`work` done on all pieces, in their order; `work` takes some pieces and gives a list.

    An exception of a child is raised here.
    """
    jobs = min(jobs, len(pieces) // FEWEST)
    if jobs <= 1:
        return work(pieces)
    step = -(-len(pieces) // jobs)
    parts = [pieces[start : start + step] for start in range(0, len(pieces), step)]
    context = multiprocessing.get_context("fork")
    children = []
    for part in parts[1:]:
        receiver, sender = context.Pipe(duplex=False)
        child = context.Process(target=answer, args=(sender, work, part, os.getpid()), daemon=True)
        start(child)
        sender.close()
        children.append((child, receiver))
    try:
        return [*work(parts[0]), *results_of(children)]
    except BaseException:
        for child, _ in children:  # what they would still write nobody wants
            child.terminate()
            child.join()
        raise


def results_of(children: Sequence[tuple[BaseProcess, Connection]]) -> Iterator[Any]:
    """What some children give, in order. An exception of theirs is raised here."""
    for child, receiver in children:
        outcome = receiver.recv()
        child.join()
        if isinstance(outcome, BaseException):
            raise outcome
        yield from outcome


def start(child: BaseProcess) -> None:
    """Start a child that Ctrl-C doesn't reach: its parent is told, and ends it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        child.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Beside(Generic[R]):
    """Work done in a process beside this one, from now on; `result` waits for it."""

    def __init__(self, work: Callable[[], R], *, jobs: int) -> None:
        self.work = work
        self.child = None
        if jobs > 1:
            context = multiprocessing.get_context("fork")
            self.receiver, sender = context.Pipe(duplex=False)
            arguments = (sender, lambda _: [work()], (), os.getpid())
            self.child = context.Process(target=answer, args=arguments, daemon=True)
            start(self.child)
            sender.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the work if it is still going on: nobody wants its result."""
        if self.child is not None:
            self.child.terminate()
            self.child.join()

    def result(self) -> R:
        """What the work gave. An exception of the child is raised here."""
        if self.child is None:
            return self.work()
        outcome = self.receiver.recv()
        self.child.join()
        if isinstance(outcome, BaseException):
            raise outcome
        result: R = outcome[0]
        return result


def answer(
    sender: Connection, work: Callable[[Sequence[T]], list[R]], part: Sequence[T], parent: int
) -> None:
    """In a child: do the work and send the results, or the exception."""
    die_with(parent)
    try:
        sender.send(work(part))
    except BaseException as error:  # noqa: BLE001  the parent raises it
        sender.send(error)


def die_with(parent: int) -> None:
    """Let the system end this process when its parent is killed."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl:
        prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:  # it was killed before we asked
        os._exit(1)


class Later:
    """Work done in a process beside this one that nobody waits for; it may start children of its own."""

    def __init__(self, work: Callable[[], None]) -> None:
        self.work = work
        self.child: BaseProcess | None = None

    def start(self) -> None:
        """Begin."""
        self.child = multiprocessing.get_context("fork").Process(target=alone, args=(self.work, os.getpid()))
        start(self.child)

    def stop(self) -> None:
        """End the work if it is still going on, and all that it has started."""
        if self.child is not None:
            self.child.terminate()
            self.child.join()
            self.child = None


def alone(work: Callable[[], None], parent: int) -> None:
    """In a child: do the work."""
    die_with(parent)
    work()
