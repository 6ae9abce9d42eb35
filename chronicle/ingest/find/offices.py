"""Offices: "Chief of the General Staff of the Armed Forces of the Islamic Republic of Iran"."""

from collections.abc import Iterator, Sequence

from chronicle.ingest.find.pieces import Piece, Row, rows_of
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span

HELD = frozenset(("decoy", "country", "demonym", "organisation", "body", "city", "metonym"))
SIDES = frozenset(("country", "demonym", "organisation", "body", "metonym"))
LEFT = frozenset(
    ("modifier", "field", "standing", "country", "demonym", "organisation", "body", "possessive", "metonym")
)
RUN = frozenset(
    ("field", "decoy", "metonym", "country", "demonym", "organisation", "body", "city", "head", "modifier")
)
PREPOSITIONS = frozenset(("of", "for", "on", "to", "at", "in"))
PERSONAL = frozenset(("rank", "style", "name", "initial", "capitals", "particle"))


def find(text: Text, words: Lexicon, found: Sequence[Mention]) -> Iterator[Mention]:
    """Offices, whom each is held for, and how newly."""
    for row in rows_of(text, words, found, HELD):
        at = 0 if any(piece.kind == "head" for piece in row.pieces) else len(row.pieces)
        while at < len(row.pieces):
            stop = at
            for rule in RULES:
                stop = rule(row, at)
                if stop > at:
                    yield from mentions_of(row, at, stop, words, rule.__name__)
                    break
            at = max(stop, at + 1)


def offices_of_one_person(row: Row, at: int) -> int:
    """As in "First Deputy Minister of Defense and Chief of the General Staff": ends where the chain ends."""
    stop, linked = one_office(row, at), False
    while stop > at:
        following = chained(row, stop)
        if following == stop or of_two_sides(row, at, stop, following):
            break
        stop, linked = following, True
    return stop if linked and beside_name(row, at, stop) else at


def of_two_sides(row: Row, at: int, stop: int, following: int) -> bool:
    """Offices of two countries are two people's: "Commander … of Oman, the … Iranian …" (caa-113)."""
    first, second = (
        {row.pieces[k].value for k in range(*ends) if row.kind(k) in SIDES}
        for ends in ((at, stop), (stop, following))
    )
    return bool(first and second and not first & second)


def one_office(row: Row, at: int) -> int:
    """Words before the head, the head, what it is of: ends after the last, or `at` where there is none."""
    head = head_of(row, at)
    if head < 0:
        return at
    stop = head + 1
    while True:
        following = complement(row, stop, row.pieces[head])
        if following == stop:
            return stop
        stop = following


RULES = (offices_of_one_person, one_office)


def head_of(row: Row, at: int) -> int:
    """Where the head is of an office that starts at `at`; -1 where none starts."""
    here = at
    if row.kind(at) == "possessive":
        return -1
    while row.kind(here) in LEFT:
        if row.kind(here) == "possessive" and row.kind(here - 1) not in SIDES:
            return -1
        if (
            row.kind(here) == "modifier"
            and row.low(here) == "chief"
            and row.kind(here + 1) not in ("head", "field", "modifier")
        ):
            return -1
        here += 1
    return here if row.kind(here) == "head" else -1


def chained(row: Row, at: int) -> int:
    """As in "…, the head of …", "… and Chief of …": where the second office ends, else `at`."""
    if row.low(at) not in ("and", ",", "-"):
        return at
    start = at + 1 + (row.low(at + 1) == "the")
    stop = one_office(row, start)
    return stop if stop > start else at


def beside_name(row: Row, at: int, stop: int) -> bool:
    """Whether a name, a rank or a style stands next to the chain of offices."""
    after = stop + (row.text(stop) == ",")
    before = at - 1 - (row.low(at - 1) == "the")
    return row.kind(after) in PERSONAL or (row.text(before) == "," and row.kind(before - 1) in PERSONAL)


def complement(row: Row, at: int, head: Piece) -> int:
    """As in "of the Armed Forces", "(COAS)", "to Azerbaijan" from `at`: where it ends, or `at`."""
    short = row.kind(at + 1) in ("capitals", "initial", "head")
    if row.text(at) == "(" and short and row.text(at + 2) == ")":
        return at + 3
    if row.kind(at) == "field":
        return run(row, at, plural=False)
    if row.low(at) == "from":
        return complement_from(row, at, head)
    if row.low(at) in PREPOSITIONS:
        return complement_of(row, at, head)
    return at


def complement_from(row: Row, at: int, head: Piece) -> int:
    """As in "Ambassadors from Japan, Chad, …" (wma-111), "… from the Iranian side" (seed 004)."""
    start = at + 1 + (row.low(at + 1) == "the")
    if head.text.endswith("s") and row.kind(start) == "country":
        return run(row, start, plural=True)
    return start + 2 if row.kind(start) == "demonym" and row.low(start + 1) == "side" else at


def complement_of(row: Row, at: int, head: Piece) -> int:
    """What follows "of", "for", "on", "to", "at", "in", where it belongs to the office."""
    preposition = row.low(at)
    start = at + 1 + (row.low(at + 1) == "the")
    kind = row.kind(start)
    if preposition in ("to", "in", "at") and not accredited(row, start, head, preposition):
        return at
    if preposition in ("to", "in") and row.low(start) == "country":
        return start + 1  # "the Ambassador of Pakistan to the country" seed 002
    if preposition in ("for", "on") and kind not in ("field", "modifier") and row.kind(start + 1) != "field":
        return at
    if kind in ("name", "common", "capitals") and preposition == "of":
        goes_on = row.low(start + 1) in ("of", "and") or row.kind(start + 1) == "field"
        return run(row, start + 1, plural=False) if goes_on else start + 1
    return run(row, start, plural=head.text.endswith("s")) if kind in RUN else at


def accredited(row: Row, start: int, head: Piece, preposition: str) -> bool:
    """Whether "to", "in" or "at" belongs to the office: an envoy's country, an adviser's chief, a seat."""
    if preposition == "at":
        return row.kind(start) in SIDES | {"head"} and row.kind(start + 1) in ("field", "possessive")
    if head.value == "aides":
        return preposition == "to" and row.kind(start) in SIDES | {"head"}
    return head.value == "envoys"


def run(row: Row, at: int, *, plural: bool) -> int:
    """The words of a body or a field from `at`, joined by "of the", "and", "for"; where they end."""
    stop = at
    while True:
        owner = row.kind(stop - 1) in SIDES | {"head"} and row.kind(stop + 1) == "field"
        if row.kind(stop) in RUN or (
            row.kind(stop) == "possessive" and (row.kind(stop - 1) in SIDES or owner)
        ):
            stop += 1
            continue
        start = stop
        while row.low(start) in ("of", "the", "and", "&", "for") or (plural and row.text(start) == ","):
            start += 1
        joined = start > stop and row.kind(start) in (SIDES if row.text(stop) == "," else RUN)
        if not joined or row.low(stop) == "the" or starts_office(row, stop, start):
            return stop
        stop = start + 1


def starts_office(row: Row, joint: int, start: int) -> bool:
    """As in "… and Chief of …" goes on with another office, not with another field."""
    if row.low(joint) not in ("and", ",", "&"):
        return False
    return head_of(row, start) >= 0 or (
        row.low(joint) == "and" and row.kind(joint - 1) in SIDES and row.kind(start) not in SIDES
    )


def mentions_of(row: Row, at: int, stop: int, words: Lexicon, rule: str) -> Iterator[Mention]:
    """The office itself, then each country or organisation it is held for, then its standing."""
    pieces = row.pieces[at:stop]
    heads = [piece for piece in pieces if piece.kind == "head"]
    many = heads[0].text.lower().endswith("s") and not heads[0].text.lower().endswith("affaires")
    span = Span(pieces[0].start, pieces[-1].stop)
    yield Mention("offices" if many else "office", span, role_of(pieces, words), rule)
    for number, piece in enumerate(pieces):
        if piece.kind in SIDES and not hosting(pieces, number):
            yield Mention("acts for", Span(piece.start, piece.stop), piece.value, f"{piece.kind}_in_office")
        if piece.kind == "standing":
            yield Mention("standing", Span(piece.start, piece.stop), piece.value, "standing_before_office")


def hosting(pieces: Sequence[Piece], number: int) -> bool:
    """Whether the country is the one an envoy is sent to: "ambassador to Azerbaijan", "attaché in …"."""
    before = [piece.text.lower() for piece in pieces[max(0, number - 2) : number]]
    sent = any(p.kind == "head" and p.value == "envoys" for p in pieces[:number])
    leads = before[-1:] in (["to"], ["in"]) or before in (["to", "the"], ["in", "the"])
    return sent and leads


def role_of(pieces: Sequence[Piece], words: Lexicon) -> str:
    """The office in words, without the countries, what leads to them, and standing."""
    kept = [shown(pieces, number) for number in range(len(pieces))]
    text = " ".join(" ".join(part for part in kept if part).split())
    text = text.replace(" - ", " and ").replace("and and", "and").replace("and the head", "and head")
    text = text.removeprefix("of ").removeprefix("the ")
    while text.lower().endswith((" of", " the", " to", " in", " and", " at")):
        text = text.rpartition(" ")[0]
    first, joint, rest = text.partition(" and ")
    if joint and first.lower() in words.relational:
        text = rest  # "his Israeli counterpart, Defense Minister Benny Gantz" wma-105
    return words.synonyms.get(text.lower(), text)


def shown(pieces: Sequence[Piece], number: int) -> str:
    """The piece's part in the role; "" for countries and the words that only lead to one."""
    piece = pieces[number]
    after = pieces[number + 1] if number + 1 < len(pieces) else None
    if piece.kind == "possessive" and number and pieces[number - 1].kind == "head":
        return piece.text
    if piece.kind in ("country", "demonym", "metonym", "standing", "possessive") or piece.text in ("(", ")"):
        return ""
    if piece.kind == "organisation":
        return (
            piece.text
            if number
            and pieces[number - 1].text.lower() in ("to", "the")
            and "to" in (p.text.lower() for p in pieces[:number])
            else ""
        )
    if piece.kind == "capitals" and number and pieces[number - 1].text == "(":
        return ""
    if piece.kind == "head" and number and pieces[number - 1].text == "(":
        return ""
    low = piece.text.lower()
    rest = [p.text.lower() for p in pieces[number : number + 3]]
    if (rest[:2] in (["to", "the"], ["in", "the"]) and rest[2:] == ["country"]) or low == "country":
        return ""
    if low == "the" and rest[1:2] == ["country"]:
        return ""
    if low in ("from", "side") and any(p.text.lower() == "side" for p in pieces[number:]):
        return ""  # "the head of the Joint Working Group … from the Iranian side" seed 004
    leads = piece.text.lower() in ("of", "to", "in", "for") or (
        piece.text.lower() == "the" and number and pieces[number - 1].text.lower() in ("of", "to", "in")
    )
    if leads and after is not None and leads_to_side(pieces, number):
        return ""
    return "and" if piece.text == "," else piece.text


def leads_to_side(pieces: Sequence[Piece], number: int) -> bool:
    """As in "of (the) Iran" at its end or before "to Azerbaijan": the words go with the country."""
    rest = list(pieces[number + 1 :])
    if rest and rest[0].text.lower() == "the":
        rest = rest[1:]
    if not rest or rest[0].kind not in ("country", "demonym", "organisation"):
        return False
    if rest[0].kind == "organisation" and "to" in (
        p.text.lower() for p in pieces[max(0, number - 1) : number + 1]
    ):
        return False  # "ambassador to the UN" caa-116
    following = next((p for p in rest[1:] if p.kind != "possessive"), None)
    return following is None or following.kind not in ("field", "head", "modifier")
