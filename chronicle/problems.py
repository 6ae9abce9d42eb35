"""What can be wrong in a user's files, said for people.

    ProblemsFound            the user's files have problems; carries all of them, exit code 1
    Unreadable               one file can't be read at all (not text, broken HTML, no JSON)
    Refused                  a command can't do what it was told; nothing was written, exit code 2

A `Problem` is a reported result; the exceptions carry what is wrong to the place that reports it.
Anything else that is raised is a bug of the program and keeps its traceback.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Where something is wrong, what it is, and what to do about it."""

    path: str  # as the user would name it, relative to the project: "content/meetings/2019/x.md"
    line: int | None  # counted from 1; None where the problem is the file's, not a line's
    what: str  # quotes the offending value; one sentence without the final full stop
    hint: str = ""  # what to do, one sentence; "" where `what` says it all

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.what}." + (f"\n    {self.hint}" if self.hint else "")


class ProblemsFound(Exception):
    """Raised when the user's files have problems that keep a site from being built."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda p: (p.path, p.line or 0, p.what)))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """How it comes over from a child process, with all its problems."""
        return type(self), (self.problems,)


class Unreadable(Exception):
    """Raised when a file can't be read; `what` and `hint` say why, the caller knows the path."""

    def __init__(self, what: str, hint: str = "", line: int | None = None) -> None:
        self.what, self.hint, self.line = what, hint, line
        super().__init__(what)

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """How it comes over from a child process, with its hint and line."""
        return type(self), (self.what, self.hint, self.line)


class Refused(Exception):
    """Raised when a command can't do what it was told; `what` says why, `hint` what to do."""

    def __init__(self, what: str, hint: str = "") -> None:
        self.what, self.hint = what, hint
        super().__init__(what)
