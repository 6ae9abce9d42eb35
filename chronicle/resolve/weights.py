"""What each kind of ground weighs that speaks for or against two entries telling of one encounter.

The weights are log odds, set by hand on tests/cases/meetings.yaml; the grounds are found by `who_met.py`,
`grounds.py`, `wording.py` and `news.py`. The sum decides (`likeness.py`); what weighs `NEVER` decides alone.
"""

from types import MappingProxyType
from typing import NamedTuple

NEVER = -100.0

WEIGHTS = MappingProxyType(
    {
        # who took part
        "people of two sides": 6.0,
        "people of one side": 3.0,
        "one person": 1.5,
        "a name in two spellings": -0.25,
        "a name nearly alike": -4.0,
        "somebody left out": -1.0,
        "somebody else leads": -4.0,
        "delegations told differently": -0.5,
        "somebody else for a side": -8.0,
        "the same two parties": 1.0,
        "the same three parties": 2.5,
        "a side more": -8.0,
        "a side more at a gathering": -1.5,
        "most parties of a gathering": 1.5,
        # when
        "the same day": 3.0,
        "within the days": 2.0,
        "a day off by publication": -0.5,
        "a day off": -3.0,
        "announced for another day": -3.0,
        "a month only": -1.0,
        "a year only": -1.5,
        "no day": -1.5,
        "published soon after": 0.5,
        "other days": NEVER,
        # where
        "the same city": 1.0,
        "the same country": 0.5,
        "another city": -6.0,
        "another city, worked out": -3.0,
        "another country": -8.0,
        "another country, worked out": -3.0,
        # in what form
        "the same form": 0.5,
        "a form called differently": -0.5,
        "credentials and a meeting": -1.0,
        "a gathering and a meeting": -3.5,
        "a meeting beside a gathering": -6.0,
        "other forms": NEVER,
        # whether it took place
        "announced after it was held": -6.0,
        "held and called off": NEVER,
        # what about
        "the same document": 2.5,
        "the same occasion": 0.5,
        "appointed and leaving": -6.0,
        "the same topics": 0.25,
        # how it is told (wording.py)
        "its weekday": 0.5,
        "another weekday": -3.0,
        "the same words": 1.5,
        "the same figures": 0.5,
        # what else the two reports tell (news.py)
        "another encounter in common": 2.0,
        "several encounters in common": 3.0,
        "another fits as well": -3.0,
    }
)


# Where one of these is found, nobody can be sure, whatever else speaks for it: a person must say.
DOUBTFUL = frozenset(("a name nearly alike",))


class Ground(NamedTuple):
    """One thing that speaks for or against."""

    weight: float
    reason: str  # in words
    doubtful: bool = False  # whether nothing can make up for it


def ground(kind: str, reason: str) -> Ground:
    """A ground of some kind."""
    return Ground(WEIGHTS[kind], reason, kind in DOUBTFUL)
