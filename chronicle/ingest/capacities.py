"""Offices in which somebody is said to act: "X, who is now …", "X, named last month as …"."""

from chronicle.ingest.find.pieces import Row
from chronicle.lexicon.words import word_lists

WORDS = word_lists("en/office_words")
LED = frozenset(
    "as who is was been being becomes became appointed named made chosen elected only now".split()
)  # before an office in a clause
CLAUSE = 25  # pieces of a clause after a name, at most
FEW = 8  # pieces between a name and the office that it took, at most
OPENING = frozenset(WORDS["opening"])  # that begin a clause behind a name
TAKEN = frozenset(WORDS["taken"])  # behind a name that begins a sentence
SUCCEEDED = frozenset(("person", "rank", "style"))
PARTS = frozenset(
    ("low", "standing", "date", "number", "common", "act", "demonym", "country", "modifier", "field")
)
POSTS = frozenset(
    "capacity capacities post posts role roles position function functions office rank duties".split()
)
MADE = frozenset("appointed named made elected chosen confirmed became".split())
REPLACING = frozenset(WORDS["replacing"])
OPENERS = frozenset(WORDS["openers"])  # of a clause before its subject
OPENED = 24  # pieces of such a clause, at most
TAKING = frozenset("as becoming being become named made appointed elected of".split())
TOLD_BEFORE = frozenset(("standing", "demonym", "country", "possessive"))
NO_MORE = frozenset(("former", "until", "once", "previously", "formerly"))
NOW = frozenset(("now", "today", "currently", "since", "presently"))
PAST = ("former ", "ex-", "then-", "one-time ", "erstwhile ", "past ")


def in_a_clause(row: Row, at: int) -> int | None:
    """As in "X, who represents Denmark in Kampala as Ambassador", "X, who commands …"."""
    here = at + 1 + (row.text(at + 1) == ",")
    if row.low(here) not in ("who", "whom"):
        return None
    stop = min(here + CLAUSE, len(row.pieces))
    for k in range(here + 1, stop):
        if row.text(k) in (",", ";", "-") or row.kind(k) == "person":
            return None
        article = row.low(k - 1) in ("the", "a", "its")
        lead = row.low(k - 1 - article) in LED or row.kind(k - 1) == "charge"
        near = k <= here + len(("has", "been", "now")) and row.low(here) == "who"
        if row.kind(k) == "office" and (lead or near):
            return k
    return None


def in_a_capacity(row: Row, at: int) -> int | None:
    """As in "X, named last month as Minister of Health, met"; "X took office as prime minister in May"."""
    here = at + 1 + (row.text(at + 1) == ",")
    opens = row.low(here) in (OPENING if here > at + 1 else TAKEN)
    if not opens or row.headline:
        return None
    for k in range(here, min(here + FEW, row.size)):
        led = row.low(k - 1) in REPLACING or (row.low(k - 2), row.low(k - 1)) == ("successor", "to")
        if row.kind(k) in SUCCEEDED and (led or row.kind(k - 1) in SUCCEEDED):
            continue  # "X, who replaced Y as trade minister"
        if row.kind(k) == "office":
            return k if is_told(row, k) and "delegation" not in row.low(k) else None
        if row.kind(k) not in PARTS:
            return None
    return None


def is_told(row: Row, at: int) -> bool:
    """Whether "as" or "in the capacity of" leads to the office."""
    here = at - 1
    while row.low(here) in ("the", "its", "their", "his", "her", "a", "an") or row.kind(here) in (
        "standing",
        "demonym",
        "possessive",
        "country",
    ):
        here -= 1
    if row.low(here) == "to" and here == at - 1:
        return True  # "named last week to head the Interior Ministry"
    if row.low(here) == "of":
        return row.low(here - 1) in POSTS
    return row.low(here) == "as" or row.low(here) in MADE


def now_in_another(row: Row, at: int) -> int | None:
    """As in "Former prime minister X, now the UN envoy", "X, until recently … and now prime minister"."""
    if row.text(at + 1) != ",":
        return None
    told, past = None, row.kind(at - 1) == "office" and row.low(at - 1).startswith(PAST)
    for k in range(at + 2, min(at + CLAUSE, row.size)):
        if row.text(k) in (",", ";") or row.kind(k) == "person":
            break
        past = past or row.low(k).startswith(PAST) or row.low(k) in NO_MORE
        lead = {row.low(k - 1), row.low(k - 2), row.low(k - 3)}
        if row.kind(k) == "office" and not lead.isdisjoint(NOW):
            told = k
    return told if past else None


def in_an_opening(row: Row, here: int) -> int | None:
    """As in "Since becoming ambassador in 2021, X has …", "Having taken office as premier in June, X met"."""
    if row.text(here) != "," or row.low(0) not in OPENERS or here > OPENED:
        return None
    place = next((k for k in range(here - 1, 0, -1) if row.kind(k) == "office"), None)
    if place is None or any(row.text(k) == "," or row.kind(k) == "person" for k in range(place, here)):
        return None
    led = place - 1
    while row.low(led) in ("the", "a", "an", "its", "his", "her") or row.kind(led) in TOLD_BEFORE:
        led -= 1
    return place if row.low(led) in TAKING or row.low(led) == row.low(0) else None


def as_opening(row: Row, before: int) -> int | None:
    """As in "As president of the ruling party, outgoing Prime Minister X has …": what he acts as."""
    here = before - 1
    while row.kind(here) in TOLD_BEFORE:
        here -= 1
    return in_an_opening(row, here)
