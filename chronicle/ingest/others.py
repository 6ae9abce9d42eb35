"""Offices told by another's: "his deputy", "the Polish one", "as that of Chad"."""

from chronicle.ingest.before_names import before_titles
from chronicle.ingest.both import TITULAR
from chronicle.ingest.find.pieces import Row
from chronicle.model import Mention

POSSESSIVES = frozenset(("his", "her", "whose", "'s"))
LEADING = frozenset(("chaired", "headed", "led"))
PRESIDED = frozenset(
    ("committee", "commission", "subcommittee", "group", "league", "caucus", "department", "agency")
)
SENT = frozenset(
    "delegation team mission representatives officials experts side visitors guests from".split()
)
NAMED = frozenset(("field", "modifier", "common", "country", "demonym", "body"))
JOINTS = frozenset(("of", "for", "on", "and", "with", "the"))
ENVOYS = ("envoy", "emissary", "representative", "adviser", "advisor", "aide", "assistant")
LONG = 12  # pieces of a body's name, at most
FAR = 4  # pieces before it that tell who has come
FEW = 4  # pieces of a deputy's charge, at most


def deputy_of_another(row: Row, at: int, before: int) -> Mention | None:
    """As in "Jelena Radunović, his deputy", "the minister's deputy Selin Aktuğ"; "Deputy Maria Caballero"."""
    for here in (at + 3, before, before - 1):
        if row.low(here) == "deputy" and (row.low(here - 1) in POSSESSIVES):
            opens = here != at + 3 or row.text(at + 1) == ","
            if opens:
                return Mention("office", row.span_of(here), "deputy", "deputy_of_another")
    here = before - 1
    while (
        row.text(before) == "," and here > before - FEW - 1 and row.kind(here) in ("low", "field", "common")
    ):
        if row.low(here) == "for" and row.low(here - 1) == "deputy" and row.low(here - 2) in POSSESSIVES:
            charge = " ".join(row.text(k) for k in range(here - 1, before))
            return Mention("office", row.span(here - 1, before), charge, "deputy_of_another")
        here -= 1
    piece = row.piece(at - 1)
    if piece.low == "deputy" and piece.capital and row.kind(at - 2) not in ("head", "field"):
        return Mention("office", row.span_of(at - 1), piece.text, "deputy_before_name")
    return None


def head_of_what_is_led(row: Row, before: int) -> Mention | None:
    """As in "the Foreign Affairs Committee, chaired by X", "the Friendship Group with Chad, headed by X".

    Who leads a delegation of the body isn't its head.
    """
    if row.low(before) != "by" or row.low(before - 1) not in LEADING:
        return None
    stop = before - 1 - (row.text(before - 2) == ",")
    start = stop
    while start > stop - LONG and (row.kind(start - 1) in NAMED or row.low(start - 1) in JOINTS):
        start -= 1
    while start < stop and not row.piece(start).capital:
        start += 1
    led = [row.low(k).rpartition(" ")[2] for k in range(start, stop) if row.kind(k) == "field"]
    sent = any(row.low(k) in SENT for k in range(max(0, start - FAR), stop))
    if sent or PRESIDED.isdisjoint(led):
        return None
    title = "chair" if row.low(before - 1) == "chaired" else "head"
    told = [row.text(k) for k in range(start, stop) if row.kind(k) != "country" or row.low(k - 1) == "with"]
    return Mention("office", row.span(start, stop), f"{title} of the {' '.join(told)}", "head_of_what_is_led")


def same_as_another(row: Row, at: int, before: int) -> Mention | None:
    """As in "the envoy of Chad, X, and that of Togo, Y", "… and the Polish one, Y", "his successor, Y"."""
    here = before - (row.text(before) == ",")
    if row.low(here) == "successor" and row.low(here - 1) in POSSESSIVES:
        return Mention("office", row.span_of(here), "counterpart", "same_as_another")
    if row.text(before) == ",":
        here = before - 1
        if row.low(here) == "one" and row.kind(here - 1) == "demonym":
            return Mention("office", row.span_of(here), "counterpart", "same_as_another")
        here -= 1 + (row.low(here - 1) == "the")
        if row.low(here) in ("of", "from") and row.low(here - 1) == "that":
            return Mention("office", row.span_of(here - 1), "counterpart", "same_as_another")
    if [row.low(k) for k in range(at + 1, at + 4)] in (["as", "that", "of"], ["as", "that", "from"]):
        return Mention("office", row.span_of(at + 2), "counterpart", "same_as_another")
    if row.text(at + 1) == "," and row.low(at + 2) == "the":
        if row.low(at + 4) != "one" or row.kind(at + 3) != "demonym":
            return None
        return Mention("office", row.span_of(at + 4), "counterpart", "same_as_another")
    return None


def sent_by_another(row: Row, here: int) -> int | None:
    """As in "the Special Envoy of President Ann Hart, Ambassador Bob Hall": the envoy's office."""
    here -= row.kind(here) == "office" and row.low(here) in TITULAR
    if row.text(here) != "," or row.kind(here - 1) != "person":
        return None
    sender = before_titles(row, here - 1)
    link = sender - 1 - (row.low(sender - 1) == "the")
    sent = row.kind(sender) == "office" and row.low(link) in ("of", "to") and row.kind(link - 1) == "office"
    return link - 1 if sent and row.low(link - 1).endswith(ENVOYS) else None
