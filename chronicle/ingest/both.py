"""Two offices of one person: "Senior Minister Ly Chenda, vice-president of …"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from chronicle.ingest.find.pieces import Row
from chronicle.model import Mention

TITULAR = frozenset(
    ("ambassador", "archbishop", "bishop", "cardinal", "metropolitan", "councillor", "councilor")
)
SITTING = frozenset(
    ("senator", "mp", "member of parliament", "deputy", "lawmaker", "parliamentarian", "mep", "legislator")
)
PRESIDING = re.compile(
    r"(?:(?:co|vice|deputy)[- ])?(?:chair\w*|head|president|leader) of .*"
    r"\b(?:committees?|commissions?|groups?|panels?|caucus|league|association|delegation)\b",
    re.IGNORECASE,
)
SENT = frozenset(("delegation", "mission", "permanent representative", "permanent observer"))
JOINED = frozenset(
    (
        "crown prince",
        "deputy amir",
        "deputy premier",
        "deputy prime minister",
        "federal councillor",
        "federal councilor",
        "first deputy prime minister",
        "first vice president",
        "first vice-president",
        "minister of state",
        "prime minister",
        "senior minister",
        "state minister",
        "tanaiste",
        "taoiseach",
        "tánaiste",
        "vice premier",
        "vice president",
        "vice-president",
    )
)
SECOND = re.compile(
    r"\b(?:minister|secretary|president|head|chief|chair\w*|director|governor)\b", re.IGNORECASE
)
SEAT = re.compile(r"\b(?:representative|observer|delegate) (?:to|at|with) ", re.IGNORECASE)
ABROAD = re.compile(r"(?:ambassador|high commissioner|charg[eé])\b", re.IGNORECASE)
AS_WELL = frozenset(
    "also besides too both only concurrently doubles simultaneously additionally well".split()
)
REACH = 40  # pieces after a name in which the seat stands, at most
LEADING = 4  # pieces between "as" and an office, at most
MARKED = frozenset(("also", "doubles", "concurrently", "simultaneously", "additionally"))
BETWEEN = MARKED | frozenset("is was as the a an serves serving acts its their currently his her".split())
CLAUSE = 25  # pieces of a clause after a name, at most


def beside_name(first: Mention, second: Mention) -> Mention | None:
    """As in "Senior Minister Ly Chenda, vice-president of …", "Ambassador …, Head of Delegation": both.

    An ambassador who isn't sent anywhere has it as a title only: "Ambassador …, Director for Europe".
    """
    low = first.value.lower()
    if second.value.lower().startswith(f"{low} and "):
        return second  # "Sultan Rashid, Sultan and Yang Di-Pertuan of …"
    if low in TITULAR:
        sent = any(word in second.value.lower() for word in SENT)
        return replace(second, value=f"{second.value} and {low}") if sent else None
    if low in SITTING and PRESIDING.match(second.value):
        return replace(second, value=f"{first.value} and {second.value}")
    if low not in JOINED or SECOND.search(second.value) is None:
        return None
    return replace(second, value=f"{first.value} and {second.value}")


def seat_of_an_envoy(
    row: Row, at: int, own: Iterable[Mention], offices: Mapping[int, Mention]
) -> Mention | None:
    """As in "Ambassador of Chad to Saudi Arabia, as his country's Permanent Representative to the OIC"."""
    envoy = next((office for office in own if ABROAD.match(office.value)), None)
    if envoy is None or " and " in envoy.value:
        return None
    for here in range(at + 1, min(at + REACH, row.size)):
        seat = offices.get(here)
        if seat is not None and seat is not envoy and SEAT.search(seat.value):
            led = {row.low(k) for k in range(max(0, here - LEADING), here)}
            if led & {"as", "also"}:
                return replace(envoy, value=f"{envoy.value} and {seat.value}")
    return None


def in_one_clause(row: Row, at: int, own: Mention, offices: Mapping[int, Mention]) -> Mention | None:
    """As in "Havlik, who besides being foreign minister is first deputy prime minister": both."""
    here = at + 1 + (row.text(at + 1) == ",")
    if row.low(here) != "who":
        return None
    told, held = False, list[Mention]()
    for k in range(here + 1, min(here + CLAUSE, row.size)):
        if held and row.kind(k) == "act":
            return None
        if row.kind(k) == "person" or row.text(k) in (".", ";") or (row.text(k) == "," and held and not told):
            return None
        told = told or row.low(k) in AS_WELL
        if row.kind(k) == "office":
            held.append(offices[k])
        if len(held) > 1 and told:
            first, second = sorted(held, key=lambda office: office.value.lower() not in JOINED)
            return replace(own, value=f"{first.value} and {second.value}")
    return None


def tells_of_two(row: Row, offices: Iterable[Mention]) -> bool:
    """Whether a word of the sentence may tell of a second office, or an office is a seat."""
    return any(piece.low in MARKED for piece in row.pieces) or any(SEAT.search(o.value) for o in offices)


def as_well(row: Row, places: Iterable[int], offices: Mapping[int, Mention]) -> Mention | None:
    """As in "the Deputy Prime Minister, Ivan Havlik, who is also finance minister": both."""
    held = list(places)
    held += [k for at in held if (k := in_next_clause(row, at)) is not None]
    second = next((k for k in held if is_marked(row, k)), None)
    first = next((k for k in held if k != second), None)
    if first is None or second is None:
        return None
    own, other = offices[first], offices[second]
    senior, junior = sorted((own, other), key=lambda office: office.value.lower() not in JOINED)
    return replace(own, value=f"{senior.value} and {junior.value}")


def in_next_clause(row: Row, at: int) -> int | None:
    """As in "the finance minister, who doubles as deputy prime minister": the place of the second."""
    if row.text(at + 1) != "," or row.low(at + 2) != "who":
        return None
    here = at + 3
    while row.low(here) in BETWEEN:
        here += 1
    return here if row.kind(here) == "office" else None


def is_marked(row: Row, at: int) -> bool:
    """Whether the office is led to by "who is also", "doubles as"."""
    here, marked = at - 1, False
    while row.low(here) in BETWEEN:
        marked = marked or row.low(here) in MARKED
        here -= 1
    return marked and row.low(here) in ("who", ",")
