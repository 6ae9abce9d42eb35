"""The owner's templates that go before none of the program's: slips of the pen."""

import difflib
from collections.abc import Collection

ENDING = ".html"
CLOSE = (
    0.85  # "meetng.html" is a slip for "meeting.html"; "parts/banner.html" may well be a part of one's own
)


def misplaced(own: Collection[str], shipped: Collection[str], folder: str) -> list[str]:
    """Notes on files of one's own that are named almost, or stand almost, as one that would be used.

    `shipped` are the names that are used; `folder` is how notes name where the owner's are.
    """
    notes = []
    for name in sorted(set(own) - set(shipped)):
        meant = [each for each in shipped if each.rpartition("/")[2] == name.rpartition("/")[2]]
        if name.endswith(ENDING):
            meant += difflib.get_close_matches(name, shipped, n=1, cutoff=CLOSE)
        if meant:
            notes.append(f"{folder}/{name} goes before no file of the program. Did you mean '{meant[0]}'?")
    return notes
