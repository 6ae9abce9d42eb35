"""What tells one content from another."""

from hashlib import blake2b
from typing import Any

import orjson

SIZE = 16  # bytes of a digest


def digest(*parts: bytes) -> bytes:
    """One digest of some bytes; where one part ends and the next begins counts."""
    hasher = blake2b(digest_size=SIZE)
    for part in parts:
        hasher.update(b"%d:" % len(part))
        hasher.update(part)
    return hasher.digest()


def packed(value: Any) -> bytes:
    """A plain value (lists, mappings, texts, numbers) as bytes."""
    return orjson.dumps(value, default=tuple)  # a NamedTuple is a list


def unpacked(value: bytes) -> Any:
    """The plain value behind some bytes."""
    return orjson.loads(value)
