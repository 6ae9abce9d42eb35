"""A context as bytes, of which a digest can be taken."""

from collections.abc import Sequence
from typing import Any

from chronicle.publish.page import Link


def flat(context: Sequence[Any]) -> bytes:
    """A context as bytes that no other has: texts have no control characters, so some stand between them."""
    parts: list[str] = []
    collect(context, parts)
    return "\x1f".join(parts).encode()


def collect(values: Sequence[Any], parts: list[str]) -> None:
    """Append the texts of nested tuples, with signs where each begins and ends."""
    parts.append("\x1d")
    for value in values:
        if value.__class__ is str:
            parts.append(value)
        elif value.__class__ is Link:  # most of what there is; two texts need no signs around
            parts += value
        elif isinstance(value, tuple):
            collect(value, parts)
        else:
            parts.append(repr(value))
    parts.append("\x1e")
