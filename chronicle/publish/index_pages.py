"""Indexes in pages that break where a letter or a side begins, with a way to each letter."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from chronicle.publish.page import Link
from chronicle.publish.urls import numbered

Line = TypeVar("Line")


class Letter(NamedTuple):
    """A letter of an index, and where its first name stands."""

    to: Link
    here: bool  # whether it begins on the page that shows it


def in_pages(groups: Sequence[Sequence[Line]], length: int) -> list[list[Line]]:
    """Groups one after another in pages of at most `length` lines: no group that fits on a page is broken."""
    pages: list[list[Line]] = [[]]
    for group in groups:
        if pages[-1] and len(pages[-1]) + len(group) > length:
            pages.append([])
        for at in range(0, len(group), length):
            if at:
                pages.append([])
            pages[-1] += group[at : at + length]
    return pages


def letters_of(pages: Sequence[Sequence[tuple[str, str]]], url: str) -> list[tuple[Link, int]]:
    """For each letter of an index the first place of it, and the number of the page that this is on.

    A page is given as its letters with their anchors; names of other scripts come in their order.
    """
    first: dict[str, tuple[Link, int]] = {}
    for number, page in enumerate(pages, 1):
        for letter, anchor in page:
            first.setdefault(letter, (Link(f"{numbered(url, number)}#{anchor}", letter), number))
    return list(first.values())


def letters_on(letters: Sequence[tuple[Link, int]], number: int) -> tuple[Letter, ...]:
    """The letters of an index as one of its pages shows them; () where there is but one."""
    if len(letters) == 1:
        return ()
    return tuple([Letter(link, page == number) for link, page in letters])
