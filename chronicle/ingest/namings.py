"""Namings: each mention of a person with the office, the rank and the country that stand beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chronicle.ingest.bodies import body_after_name, with_body_before
from chronicle.ingest.both import TITULAR, as_well, beside_name, in_one_clause, seat_of_an_envoy
from chronicle.ingest.find.complements import OWNING
from chronicle.ingest.find.office_words import role_of
from chronicle.ingest.find.people import JOINTS, LINKS, REACH, SHARED
from chronicle.ingest.find.pieces import Piece, Row
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span

TITLED = frozenset(("rank", "style", "standing", "suffix"))
IN_LIST = frozenset(("person", "rank", "style", "standing"))
OPENING = frozenset(('"', "(", "[", "“"))
MEMBERS = frozenset(
    ("senator", "mp", "lawmaker", "deputy", "legislator", "parliamentarian", "member of parliament")
)
POSSESSIVES = frozenset(("his", "her", "whose", "'s"))
ONCE = frozenset(
    "before until previously formerly earlier once prior in between from".split()
)  # then "X was"
FEW = 4  # pieces between a name and its office at the end, at most
LED = frozenset("as the a its who appointed named made chosen".split())  # before an office in a clause
CLAUSE = 25  # pieces of a clause after a name, at most


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention of a person with what stands beside it."""

    person: Mention
    sentence: int
    office: Mention | None = None
    rank: Mention | None = None
    country: Mention | None = None  # "Armenia's Ararat Mirzoyan", "Brah Mahamat (Chad)"
    speaking: bool = False  # a spokesman, an interpreter


def namings_in(row: Row, found: Sequence[Mention], words: Lexicon) -> Iterator[Naming]:
    """The people of one sentence; an office goes to the name that stands nearest to it."""
    people = {m.span.start: m for m in found if m.kind == "person"}
    if not people:
        return
    offices = {m.span.start: m for m in found if m.kind == "office"}
    general = {start: m.value.lower() in words.generic | TITULAR for start, m in offices.items()}
    places = [at for at in range(len(row.pieces)) if row.kind(at) == "person"]
    claimed = claims(row, places, general)
    for at in places:
        place = claimed.get(at)
        held = offices[row.pieces[place].start] if place is not None else None
        if held is not None and place is not None:
            held = with_body_before(row, place, held) or held
            held = with_the_other(row, at, place, offices) or held
        body = body_after_name(row, at, words) if held is not None else None
        member = held is not None and held.value.lower() in MEMBERS
        if held is not None and body is not None and not member and " of " not in held.value:
            value = f"{held.value} of {role_of(body, words, '')}"
            held = replace(held, value=value, rule="field_after_name")
        held = held or one_of_a_group(row, at, found, words)
        yield Naming(
            people[row.pieces[at].start],
            row.sentence.number,
            office=held or deputy_of_another(row, at) or one_of_several(row, at, found, words),
            rank=rank_before(row, at),
            country=country_beside(row, at) or country_in_turn(row, at, found) or country_of(body),
            speaking=speaks_for_another(row, at),
        )


def claims(row: Row, places: Sequence[int], general: Mapping[int, bool]) -> dict[int, int]:
    """The place of each name -> the place of the office that stands with it, the surest rule first.

    An office that says little ("Senator", "Minister"; `general` by where it starts) gives way to another.
    """
    claimed: dict[int, int] = {}
    taken: set[int] = set()
    for rule in RULES:
        for at in places:
            if at in claimed and not general[row.pieces[claimed[at]].start]:
                continue
            office = rule(row, at)
            if office is None or office in taken or row.kind(office + 1) == "possessive":
                continue
            if at in claimed and general[row.pieces[office].start]:
                continue
            claimed[at] = office
            taken.add(office)
    return claimed


def with_the_other(row: Row, at: int, place: int, offices: Mapping[int, Mention]) -> Mention | None:
    """Both offices of one who has two: beside the name, in one clause, an envoy's at an organisation."""
    before, after = office_right_before(row, at), office_after_comma(row, at)
    if before is not None and after is not None and place in (before, after):
        both = beside_name(offices[row.pieces[before].start], offices[row.pieces[after].start])
        if both is not None:
            return both
    clause = in_one_clause(row, at, offices[row.pieces[place].start], offices)
    if clause is not None or len(offices) == 1:
        return clause
    own = {place, *(k for rule in RULES if (k := rule(row, at)) is not None)}
    both = as_well(row, sorted(own), offices)
    held = [offices[row.pieces[k].start] for k in sorted(own)]
    return both or seat_of_an_envoy(row, at, held, offices)


def country_of(body: Sequence[Piece] | None) -> Mention | None:
    """As in "Commissioner Gabriel Sukuma of the Royal Solomon Islands Police Force": whose body it is."""
    piece = next((p for p in body or () if p.kind in ("country", "demonym", "organisation")), None)
    if piece is None:
        return None
    return Mention("acts for", Span(piece.start, piece.stop), piece.value, "country_after_name")


def one_of_a_group(row: Row, at: int, found: Sequence[Mention], words: Lexicon) -> Mention | None:
    """As in "talks of foreign ministers that were to bring Armenia's Ararat Mirzoyan …" (caa-129)."""
    if country_beside(row, at) is None and list_head(row, at) is None:
        return None
    span = row.sentence.span
    group = next((m for m in found if m.kind == "offices" and span.start <= m.span.start < span.stop), None)
    if group is None:
        return None
    return Mention("office", group.span, single_of(group.value, words), "one_of_a_group")


def one_of_several(row: Row, at: int, found: Sequence[Mention], words: Lexicon) -> Mention | None:
    """As in "Emanuela Bordoni, one of the Vice-Presidents of the Italian Senate"."""
    here = at + 2
    if row.text(at + 1) != "," or row.low(here) != "one" or row.low(here + 1) != "of":
        return None
    here += 2 + (row.low(here + 2) in ("the", "its", "their"))
    if row.kind(here) != "offices":
        return None
    group = next(m for m in found if m.kind == "offices" and m.span.start == row.pieces[here].start)
    return Mention("office", group.span, single_of(group.value, words), "one_of_several")


def single_of(role: str, words: Lexicon) -> str:
    """As in "Foreign Minister" of "Foreign Ministers": one office of the several."""
    low = role.lower()
    for plural in sorted((p for p in words.told.singles if p in low), key=len, reverse=True):
        at = low.find(plural)
        single = words.told.singles[plural]
        held = "".join(
            c.upper() if k < len(plural) and role[at + k].isupper() else c for k, c in enumerate(single)
        )
        return words.synonyms.get(single, role[:at] + held + role[at + len(plural) :])
    return role


def list_head(row: Row, at: int) -> tuple[int, int] | None:
    """The place of the plural office before a list of names, and how many names stand between."""
    here, names = at - 1, 0
    while here > at - REACH and (row.kind(here) in IN_LIST or row.low(here) in JOINTS):
        names += row.kind(here) == "person"
        here -= 1
    return (here, names) if row.kind(here) == "offices" and here < at - (names == 0) + 1 else None


def country_in_turn(row: Row, at: int, found: Sequence[Mention]) -> Mention | None:
    """As in "ministers of Armenia and Azerbaijan, Ararat Mirzoyan and Jeyhun Bayramov": one for each name."""
    head = list_head(row, at)
    if head is None:
        return None
    group = row.pieces[head[0]]
    sides = [m for m in found if m.kind == "acts for" and group.start <= m.span.start < group.stop]
    return sides[head[1]] if head[1] < len(sides) else None


def office_right_before(row: Row, at: int) -> int | None:
    """As in "Foreign Minister Maia Panjikidze", "Minister of Defense Colonel General Zakir Hasanov"."""
    here = before_titles(row, at)
    return here if row.kind(here) == "office" else None


def office_after_comma(row: Row, at: int) -> int | None:
    """As in "Hulusi Akar, Chief of General Staff", "Irakli Sesiashvili, who is Chair of …", "… (left), …"."""
    here = at + 1 + (row.kind(at + 1) == "suffix")
    if row.text(here) == "(" and row.text(here + 2) == ")":
        here += 3
    if row.text(here) not in (",", "(", "-"):
        return None
    here += 1
    here = after_links(row, here)
    if row.kind(here) != "office" or (row.headline and row.kind(here + 1) not in ("sign", "")):
        return None  # no more "Moradi, Vietnam's Parliament Head Exchange Views"
    following = here + 1 + (row.text(here + 1) == ",")
    names_next = row.kind(following) in {"person", "rank"} and row.text(here + 1) != ","
    return None if names_next else here


def after_links(row: Row, here: int) -> int:
    """The place after "who is the", "currently the ministry's"."""
    while row.low(here) in LINKS or row.kind(here) == "standing":
        here += 1
    return here + 2 if row.low(here) in OWNING and row.kind(here + 1) == "possessive" else here


def office_before_comma(row: Row, at: int) -> int | None:
    """As in "Azerbaijani Defense Minister, Colonel General Zakir Hasanov" (seed 000)."""
    here = before_titles(row, at)
    if row.kind(here) == "demonym" and row.low(here - 1) == "the" and row.text(here - 2) == ",":
        here -= 2  # "its commander, the Turkish Major General …"
    if row.text(here) not in (",", ":", "-"):
        return None
    return here - 1 if row.kind(here - 1) == "office" else None


def office_after_being(row: Row, at: int) -> int | None:
    """As in "Hasanov is the defence minister", "Abayev as ambassador"."""
    here = at + 1
    if row.low(here) not in ("is", "was", "as") or (row.low(here) == "was" and row.low(0) in ONCE):
        return None
    here += 1 + (row.low(here + 1) in ("the", "a", "an", "its", "their"))
    return here if row.kind(here) == "office" else None


def office_in_clause(row: Row, at: int) -> int | None:
    """As in "X, who represents Denmark in Kampala as Ambassador", "X, who commands …"."""
    here = at + 1 + (row.text(at + 1) == ",")
    if row.low(here) not in ("who", "whom"):
        return None
    stop = min(here + CLAUSE, len(row.pieces))
    for k in range(here + 1, stop):
        if row.text(k) in (",", ";", "-") or row.kind(k) == "person":
            return None
        lead = row.low(k - 1) in LED or row.kind(k - 1) == "charge"
        near = k <= here + len(("has", "been", "now")) and row.low(here) == "who"
        if row.kind(k) == "office" and (lead or near):
            return k
    return None


def office_right_after(row: Row, at: int) -> int | None:
    """As in "Lim chairs the Public Accounts Committee", "Abayev Foreign Minister": before no other name."""
    here = at + 1 + (row.kind(at + 1) == "suffix")
    after = row.kind(here + 1 + (row.text(here + 1) == ","))
    return here if row.kind(here) == "office" and after not in ("person", "rank", "style") else None


def office_is_a_name(row: Row, at: int) -> int | None:
    """As in "Portugal's new ambassador is Duarte Nogueira"."""
    here = before_titles(row, at)
    return here - 1 if row.low(here) in ("is", "was") and row.kind(here - 1) == "office" else None


def office_with_a_new_holder(row: Row, at: int) -> int | None:
    """As in "The European Union has a new Head of Delegation in Katarzyna Wolska"."""
    here = before_titles(row, at)
    return here - 1 if row.low(here) == "in" and row.kind(here - 1) == "office" else None


def office_at_the_end(row: Row, at: int) -> int | None:
    """As in "General Diop walked in, the ECOWAS Commissioner for Peace.": after a word or two, to the end."""
    for here in range(at + 2, at + 2 + FEW):
        day = row.low(here - 2) == "on" and row.kind(here - 1) == "common"
        if (row.kind(here - 1) not in ("low", "act") and not day) or row.low(here - 1) in LINKS:
            return None
        if row.text(here) == "," and row.low(here + 1) in ("the", "its"):
            ends = row.kind(here + 2) == "office" and row.low(here + 3) in (".", "", "who")
            return here + 2 if ends else None
    return None


RULES = (
    office_right_before,
    office_after_comma,
    office_before_comma,
    office_after_being,
    office_in_clause,
    office_with_a_new_holder,
    office_is_a_name,
    office_right_after,
    office_at_the_end,
)


def deputy_of_another(row: Row, at: int) -> Mention | None:
    """As in "Jelena Radunović, his deputy", "the minister's deputy Selin Aktuğ"; "Deputy Maria Caballero"."""
    before = before_titles(row, at)
    for here in (at + 3, before, before - 1):
        if row.low(here) == "deputy" and (row.low(here - 1) in POSSESSIVES):
            opens = here != at + 3 or row.text(at + 1) == ","
            if opens:
                piece = row.pieces[here]
                return Mention("office", Span(piece.start, piece.stop), "deputy", "deputy_of_another")
    here = before - 1
    while (
        row.text(before) == "," and here > before - FEW - 1 and row.kind(here) in ("low", "field", "common")
    ):
        if row.low(here) == "for" and row.low(here - 1) == "deputy" and row.low(here - 2) in POSSESSIVES:
            first, last = row.pieces[here - 1], row.pieces[before - 1]
            charge = " ".join(row.text(k) for k in range(here - 1, before))
            return Mention("office", Span(first.start, last.stop), charge, "deputy_of_another")
        here -= 1
    piece = row.piece(at - 1)
    if piece.low == "deputy" and piece.capital and row.kind(at - 2) not in ("head", "field"):
        return Mention("office", Span(piece.start, piece.stop), piece.text, "deputy_before_name")
    return None


def before_titles(row: Row, at: int) -> int:
    """The place before the ranks, forms of address and quotation marks that lead up to a name."""
    here = at - 1
    if row.low(here) == "deputy" and row.text(here - 1) == ",":
        here -= 1  # "the Vice President of the Chamber of Deputies, Deputy Mirtha Ovelar Gaona"
    if row.text(here) == "Chief" and row.kind(here) == "head" and row.text(here - 1) == ",":
        here -= 1  # "the Minister of State, Chief Emeka Obi"
    while here >= 0 and (row.kind(here) in TITLED or row.text(here) in OPENING or bracketed(row, here)):
        here -= 1
        if row.text(here + 1) == ")":
            here -= 2  # "(COAS)"
        elif row.kind(here + 1) == "rank" and row.text(here) == ",":
            here -= row.kind(here - 1) == "rank"
    return here


def bracketed(row: Row, at: int) -> bool:
    """Whether a short form in brackets ends here: "Chief of Army Staff (COAS)" (sea-101)."""
    return row.text(at) == ")" and row.text(at - 2) == "("


def rank_before(row: Row, at: int) -> Mention | None:
    """As in "Colonel General Z. Hasanov", "Brig. Gen. (res.) X": the rank before the name."""
    here = at - 1
    while row.kind(here) in ("style", "suffix") or bracketed(row, here):
        here -= 3 if bracketed(row, here) else 1
    if row.kind(here) != "rank":
        return None
    piece = row.pieces[here]
    return Mention("rank", Span(piece.start, piece.stop), piece.value, "rank_before_name")


def country_beside(row: Row, at: int) -> Mention | None:
    """As in "Armenia's Ararat Mirzoyan", "Tinatin Khidasheli from Georgia", "Brah Mahamat (Chad)"."""
    here = before_titles(row, at)
    if row.kind(here) == "possessive" and row.kind(here - 1) in ("country", "organisation"):
        return side_at(row, here - 1, "country_before_name")
    if row.kind(here) == "demonym":
        return side_at(row, here, "demonym_before_name")
    here = at + 2 + (row.low(at + 2) == "the")
    if row.low(at + 1) in ("of", "from", "(", "for") and row.kind(here) in ("country", "organisation"):
        return side_at(row, here, "country_after_name")
    return country_of_the_next(row, at)


def country_of_the_next(row: Row, at: int) -> Mention | None:
    """As in "the ambassadors of Cuba, Tania Perez, and of Ireland, Caitríona Ingoldsby": of the second."""
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
    piece = row.pieces[at]
    return Mention("acts for", Span(piece.start, piece.stop), piece.value, rule)


def speaks_for_another(row: Row, at: int) -> bool:
    """As in "Dmitry Peskov, the Kremlin spokesman": named as one who speaks, not as one who meets."""
    nearby = [row.kind(k) for k in (*range(max(0, at - 2), at), *range(at + 1, at + 6))]
    before = row.kind(before_titles(row, at)) == "speaking"
    return before or ("speaking" in nearby and row.text(at + 1) == ",")
