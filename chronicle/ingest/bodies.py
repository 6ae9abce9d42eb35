"""What an office beside a name is of, where that stands before it or behind the name."""

from dataclasses import replace

from chronicle.ingest.find.complements import View, run
from chronicle.ingest.find.office_words import of_a_ministry
from chronicle.ingest.find.pieces import Row
from chronicle.ingest.roles import bare
from chronicle.lexicon import Lexicon
from chronicle.model import Mention

SERVICES = frozenset(("field", "modifier", "demonym", "country", "organisation", "body", "common"))
HOLDING = frozenset(("office", "rank", "style"))  # before whose body it is
SERVED = 5  # pieces of the body in which somebody serves, at most
CLOSE = 12  # pieces between a body and its officer, at most


def with_body_before(row: Row, place: int, office: Mention) -> Mention | None:
    """As in "the State Security Service, whose Deputy Chairman, …", "at Parliament by its Chairperson"."""
    if row.low(place - 1) == "of" and is_body(row, place - 2):
        return with_body_of_a_place(row, place, office)
    plain = bare(office.value) or " " not in office.value.replace("-", "")
    owned = row.low(place - 1) == "'s" and is_body(row, place - 2) and plain
    if (row.low(place - 1) not in ("whose", "its") and not owned) or " of " in office.value:
        return None
    stop = next((k for k in range(place - 1, max(0, place - CLOSE), -1) if is_body(row, k - 1)), None)
    if stop is None or any(row.kind(k) == "person" for k in range(stop, place)):
        return None
    start = stop
    while is_body(row, start - 1) or of_a_place(row, start - 1):
        start -= 1
    body = " ".join(row.text(k) for k in range(start, stop))
    value = of_a_ministry(f"{office.value} of {body}")
    return replace(office, value=value, rule="body_before_office")


def with_body_of_a_place(row: Row, place: int, office: Mention) -> Mention | None:
    """As in "the Bank of Namibia's governor": the country stands with the office, the body before it."""
    owner, possessive, _ = row.text(place).partition("'s ")
    if not possessive or not owner[:1].isupper() or " of " in office.value:
        return None
    start = place - 2
    while is_body(row, start - 1):
        start -= 1
    body = " ".join(row.text(k) for k in range(start, place - 1))
    return replace(office, value=f"{office.value} of the {body} of {owner}", rule="body_before_office")


def with_body_of_somebody(row: Row, place: int, office: Mention) -> Mention | None:
    """As in "the head of President Ann Hart's Security Bureau"; a Chancellery of hers is the President's."""
    owner = place + 2 + (row.kind(place + 2) in HOLDING)
    start = owner + 2
    owned = row.low(place + 1) == "of" and row.kind(owner) == "person" and row.kind(owner + 1) == "possessive"
    stop = start
    while is_body(row, stop):
        stop += 1
    if not owned or " of " in office.value or row.kind(stop - 1) != "field" or stop == start:
        return None
    body = " ".join(row.text(k) for k in range(start, stop))
    plain = stop == start + 1 and body.isalpha() and row.kind(owner - 1) == "office"
    whose = f"{row.text(owner - 1)}'s " if plain else ""
    return replace(office, value=f"{office.value} of the {whose}{body}", rule="body_of_somebody")


def of_a_place(row: Row, at: int) -> bool:
    """As in "the Bank of Namibia's governor": the "of Namibia" of a body."""
    here = at if row.kind(at) in ("country", "city") else at + 1
    return row.low(here - 1) == "of" and row.kind(here) in ("country", "city") and is_body(row, here - 2)


def is_body(row: Row, at: int) -> bool:
    """Whether the piece is a capitalised word of what an office may be of."""
    return row.kind(at) in ("field", "modifier", "common") and row.piece(at).capital and at > 0


def body_after_name(row: Row, at: int, words: Lexicon) -> range | None:
    """As in "Secretary Ramon Ildefonso Jr. of the Department of National Defense" (sea-105): its places."""
    if row.low(at + 1) != "of":
        return None
    here = at + 2 + (row.low(at + 2) == "the")
    stop = run(View(row, words, frozenset(), row.headline), here, plural=False)
    named = any(piece.kind in ("field", "common", "name") for piece in row.pieces[here:stop])
    return range(here, stop) if named else None


def behind_body(row: Row, at: int, otherwise: int) -> int:
    """As in "Rear Admiral X of the Royal Danish Navy, who is …": the place of the comma behind the body."""
    here = at
    while here < at + SERVED and row.piece(here).capital and row.kind(here) in SERVICES:
        here += 1
    return here if here > at and row.text(here) == "," and row.low(here + 1) in ("who", "the") else otherwise
