"""The country or organisation that stands beside a name: "Idriss Baba (Chad)"."""

from collections.abc import Iterable

from chronicle.ingest.before_names import TITLED
from chronicle.ingest.find.people import REACH, SHARED
from chronicle.ingest.find.pieces import Row
from chronicle.model import Mention


def country_of_the_next(row: Row, at: int) -> Mention | None:
    """As in "the ambassadors of Cuba, Tania Perez, and of Ireland, Áine Murphy": of the second."""
    here = at - 1
    while row.kind(here) in TITLED:
        here -= 1
    here -= row.text(here) == ","
    if row.kind(here) != "country":
        return None
    link = here - 1 - (row.low(here - 1) == "the")
    if row.low(link) not in SHARED:
        return None
    group = next((k for k in range(link, max(-1, link - REACH), -1) if row.kind(k) == "offices"), None)
    if group is None or not (row.low(link) in ("of", "from") or " of " in row.low(group)):
        return None
    return side_at(row, here, "country_before_name")


def side_at(row: Row, at: int, rule: str) -> Mention:
    """The country or organisation at a place as a mention of whom somebody acts for."""
    return Mention("acts for", row.span_of(at), row.pieces[at].value, rule)


def country_of(row: Row, body: Iterable[int] | None) -> Mention | None:
    """As in "Commissioner Gabriel Sukuma of the Royal Solomon Islands Police Force": whose body it is."""
    at = next((k for k in body or () if row.kind(k) in ("country", "demonym", "organisation")), None)
    return side_at(row, at, "country_after_name") if at is not None else None
