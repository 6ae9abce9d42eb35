"""Telling how far long work is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


def quiet(_what: str, _done: int, _of_all: int) -> None:
    """Tell nobody."""
