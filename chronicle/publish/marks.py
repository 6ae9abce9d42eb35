"""Words of a report, marked where they stand in its HTML, so that a fact can lead to them.

A report's HTML is clean (see `markup`). Words are looked for in its text, never across a tag, and marked
where they first stand; words within others, or over the end of others, share their mark. Where some
aren't found there is an empty place for them at the beginning: a link to them leads to the report.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from markupsafe import Markup

TAG = re.compile(r"""(<(?:[^"'<>]|"[^"]*"|'[^']*')*>)""")


class Mark(NamedTuple):
    """Some words, and the name by which a link leads to them."""

    id: str
    words: str


class Stretch(NamedTuple):
    """Where some words stand in a text, and their name."""

    start: int
    stop: int
    id: str


def marked(html: str, marks: Sequence[Mark]) -> Markup:
    """A report's HTML with some words marked."""
    left = {mark.id: escape(mark.words, quote=False) for mark in marks}
    parts = []
    for part in TAG.split(html):
        if part.startswith("<") or not left:
            parts.append(part)
            continue
        found = list(stretches(part, left))
        for each in found:
            del left[each.id]
        parts.append(with_marks(part, found))
    places = "".join(f'<span id="{id_}"></span>' for id_ in left)
    return Markup(places + "".join(parts))  # noqa: S704  it was clean, and the names are ours


def stretches(text: str, wanted: dict[str, str]) -> Iterator[Stretch]:
    """Where words stand in a text, as whole words."""
    for id_, words in wanted.items():
        if words in text:
            found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
            if found:
                yield Stretch(*found.span(), id_)


def with_marks(text: str, found: Sequence[Stretch]) -> str:
    """A text with its marks; those that meet are one, with a place for each name but the first."""
    made, end = [], 0
    for start, stop, ids in together(found):
        first, *others = ids
        places = "".join(f'<span id="{id_}"></span>' for id_ in others)
        made += [text[end:start], places, f'<mark id="{first}">{text[start:stop]}</mark>']
        end = stop
    return "".join([*made, text[end:]])


def together(found: Sequence[Stretch]) -> list[tuple[int, int, list[str]]]:
    """The stretches in order of the text, those that overlap as one with all their names."""
    made: list[tuple[int, int, list[str]]] = []
    for start, stop, id_ in sorted(found, key=lambda each: (each.start, -each.stop)):
        if made and start < made[-1][1]:
            first, end, ids = made[-1]
            made[-1] = (first, max(end, stop), [*ids, id_])
        else:
            made.append((start, stop, [id_]))
    return made
