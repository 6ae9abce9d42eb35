"""What a person means who names an official, a meeting or an entry: by id, by address, by a file's path."""

import difflib
import re
from urllib.parse import unquote

from chronicle.model import OfficialId
from chronicle.problems import Refused
from chronicle.resolve.decide import Known
from chronicle.resolve.pinned import record_of
from chronicle.slug import slug

ADDRESS = re.compile(r"(?:^|/)(officials|meetings)/([^/?#]+)(?:[/?#]|$)")


def address_in(text: str) -> tuple[str, str]:
    """The kind and the id in a page's address, or in an entry's path; "" as the kind of a bare id."""
    plain = unquote(text)
    if plain.endswith(".md"):
        return "meetings", re.split(r"[\\/]", plain)[-1].removesuffix(".md")
    found = ADDRESS.search(plain)
    return (found.group(1), found.group(2)) if found else ("", text)


def is_entry(known: Known, text: str) -> bool:
    """Whether an entry is meant, and no official."""
    kind, id_ = address_in(text)
    official = kind != "meetings" and official_meant(known, id_)
    return not official and any(entry.id == id_ for entry in known.entries)


def entry_meant(known: Known, text: str) -> str:
    """The id of the entry that is meant. Raises Refused where there is none."""
    id_ = address_in(text)[1]
    if not any(entry.id == id_ for entry in known.entries):
        raise Refused(f"there is no entry {id_!r}", meant_perhaps(known, id_))
    return id_


def official_named(known: Known, text: str) -> OfficialId:
    """The official who is meant. Raises Refused where there is none."""
    kind, id_ = address_in(text)
    official = official_meant(known, id_) if kind != "meetings" else None
    if official is None:
        raise Refused(f"there is no official {id_!r}", meant_perhaps(known, id_))
    return official


def meant(known: Known, text: str) -> tuple[str, str]:
    """ "officials" or "meetings", and the id that is meant. Raises Refused where nothing is."""
    if is_entry(known, text):
        return "meetings", address_in(text)[1]
    kind, id_ = address_in(text)
    official = official_meant(known, id_) if kind != "meetings" else None
    if official is None:
        what = {"officials": "official", "meetings": "meeting"}.get(kind, "official or meeting")
        raise Refused(f"there is no {what} {id_!r}", meant_perhaps(known, id_))
    return "officials", official


def pair_meant(known: Known, one: str, other: str) -> tuple[str, str, str]:
    """Two officials or two meetings. Raises Refused for one of each."""
    (first_kind, first), (second_kind, second) = meant(known, one), meant(known, other)
    if first_kind != second_kind:
        raise Refused(f"{first!r} and {second!r} are an official and a meeting", "Name two of a kind.")
    return first_kind, first, second


def official_meant(known: Known, text: str) -> OfficialId | None:
    """The id that somebody writes for an official: today's, or one that the registry remembers."""
    id_ = OfficialId(text)
    if id_ in known.people.names or any(record.id == id_ for record in known.registry.officials):
        return id_
    return record_of(known.registry).get(id_) or (known.pins.redirects.get(id_))


def meant_perhaps(known: Known, text: str) -> str:
    """A hint at what an unknown id may stand for."""
    there = [*known.people.names, *(entry.id for entry in known.entries)]
    near = difflib.get_close_matches(text, there, n=1) or difflib.get_close_matches(slug(text), there, n=1)
    if near:
        return f"Did you mean {near[0]!r}?"
    return "An id is the last part of a page's address: 'zakir-hasanov' of officials/zakir-hasanov/."
