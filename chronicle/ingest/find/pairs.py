"""Offices that follow one another: of one person, or of two."""

from chronicle.ingest.find.pieces import SIDES, Row

PERSONAL = frozenset(("rank", "style", "name", "initial", "capitals", "particle"))
NAMES = 8  # pieces of a name, at most


def of_two_people(row: Row, at: int, stop: int, following: int) -> bool:
    """As in "Khamsing, President of the Authority, Inspector General Doan": one of each."""
    named = row.text(at - 1) == "," and row.kind(at - 2) in PERSONAL
    return named and row.text(stop) == "," and row.kind(following) in PERSONAL


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
    return bool(first and second and not first & second)
