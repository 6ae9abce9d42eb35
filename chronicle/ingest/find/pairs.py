"""Offices that follow one another: of one person, or of two."""

from chronicle.ingest.find.pieces import SIDES, Row

PERSONAL = frozenset(("rank", "style", "name", "initial", "capitals", "particle"))
INVITING = ("invitation", "request", "behest")
NAMES = 8  # pieces of a name, at most


def of_two_people(row: Row, at: int, stop: int, following: int) -> bool:
    """As in "Khamsing, President of the Authority, Inspector General Doan": one of each."""
    named = row.text(at - 1) == "," and row.kind(at - 2) in PERSONAL
    return (named or of_who_invites(row, at)) and row.text(stop) == "," and row.kind(following) in PERSONAL


def of_who_invites(row: Row, at: int) -> bool:
    """As in "At the invitation of the Commander of the Air Force, Chief of Staff Air Marshal X left …"."""
    here = at - 1 - (row.low(at - 1) == "the")
    return row.low(here) == "of" and row.low(here - 1) in INVITING


def of_one_kind(row: Row, at: int, stop: int, following: int) -> bool:
    """As in "invited by Oman's Chief of Staff, Chief of Staff X left": one office twice is of two."""
    first, second = (
        [row.low(k) for k in range(*ends) if row.kind(k) not in SIDES | {"possessive", "sign"}]
        for ends in ((at, stop), (stop, following))
    )
    return first == [word for word in second if word not in ("the", "and", "of") or word in first]


def of_two_in_turn(row: Row, stop: int) -> bool:
    """As in "the trade minister and the envoy, Odera and Mbarouk", "… respectively": one of each."""
    here = stop + (row.text(stop) == ",")
    if row.low(here) == "respectively":
        return True
    names = here
    while names < here + NAMES and row.kind(names) in PERSONAL:
        names += 1
    joined = names > here > stop and row.low(names) == "and" and row.kind(names + 1) in PERSONAL
    return joined and row.low(stop - 1) not in ("and", ",")


def of_two_sides(row: Row, at: int, stop: int, following: int) -> bool:
    """Offices of two countries are two people's: "Commander … of Oman, the … Iranian …"."""
    first, second = (
        {row.pieces[k].value for k in range(*ends) if row.kind(k) in SIDES}
        for ends in ((at, stop), (stop, following))
    )
    presides = any(row.low(k).endswith("-in-office") for k in range(at, stop))  # and heads a ministry
    return bool(first and second and not first & second) and not presides
