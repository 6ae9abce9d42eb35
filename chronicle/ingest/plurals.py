"""Offices told in the plural: whose names they stand with, and which country each acts for."""

from collections.abc import Iterable

from chronicle.ingest.bodies import body_after_name
from chronicle.ingest.find.office_words import role_of
from chronicle.ingest.find.people import JOINTS, REACH
from chronicle.ingest.find.pieces import Row
from chronicle.lexicon import Lexicon
from chronicle.model import Mention

BRACKETED = 8  # pieces in brackets behind a name, at most
OF_THEM = 10  # pieces of what stands behind a name with "of", at most
OWNED = frozenset(
    ("country", "demonym", "organisation", "body", "city", "field", "common", "name", "capitals")
)
MOST = 4  # names or offices told in turn, at most
IN_LIST = frozenset(("person", "rank", "style", "standing"))


def one_of_a_group(
    row: Row, at: int, found: Iterable[Mention], words: Lexicon, *, of_a_country: bool
) -> Mention | None:
    """As in "foreign ministers' talks with Armenia's Armen Petrosov …"."""
    head = list_head(row, at)
    if not of_a_country and head is None:
        return None
    span = row.starts[head[0]] if head is not None else -1
    told = [(m, single_of(m.value, words).lower()) for m in found if m.kind == "offices"]
    groups = [m for m, single in told if single not in words.relational]
    same = (m for m, single in told if single in words.told.same)  # "his Iraqi and Iranian counterparts"
    group = next((m for m in (*groups, *same) if m.span.start == span), next(iter(groups), None))
    if group is None:
        return None
    single = single_of(group.value, words)
    return Mention("office", group.span, of_its_own(row, at, single, words), "one_of_a_group")


def of_its_own(row: Row, at: int, single: str, words: Lexicon) -> str:
    """As in "Ministers Ana Larraín (Defence) and …", "the heads of two agencies, X of Anvisa and …"."""
    first, _, rest = single.partition(" of ")
    plain = single.lower() in words.generic
    if row.text(at + 1) == "(" and plain:
        stop = next((k for k in range(at + 2, at + BRACKETED) if row.text(k) == ")"), at)
        told = [row.text(k) for k in range(at + 2, stop)]
        own = all(row.kind(k) in ("field", "common", "low", "modifier", "sign") for k in range(at + 2, stop))
        return f"{single} of {' '.join(told)}" if told and own else single
    apart = plain and row.text(at + 1) == "," and row.low(at + 2) == "of"  # "the ministers, X, of Defence, …"
    behind = at + apart
    body = body_after_name(row, behind, words) if plain or (rest and first.lower() in words.generic) else None
    return f"{first} of {role_of(row.pieces[body.start : body.stop], words, '')}" if body else single


def one_of_several(row: Row, at: int, found: Iterable[Mention], words: Lexicon) -> Mention | None:
    """As in "Emanuela Bordoni, one of the Vice-Presidents of the Italian Senate"."""
    here = at + 2
    if row.text(at + 1) != "," or row.low(here) != "one" or row.low(here + 1) != "of":
        return None
    here += 2 + (row.low(here + 2) in ("the", "its", "their"))
    if row.kind(here) != "offices":
        return None
    group = next(m for m in found if m.kind == "offices" and m.span.start == row.starts[here])
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
    while here > at - REACH:
        if row.kind(here) in IN_LIST or row.low(here) in JOINTS:
            names += row.kind(here) == "person"
            here -= 1
        elif (behind := behind_person(row, here)) < here:
            here = behind
        else:
            break
    here = of_several_bodies(row, here)
    return (here, names) if row.kind(here) == "offices" and here < at - (names == 0) + 1 else None


def of_several_bodies(row: Row, at: int) -> int:
    """As in "the heads of the two regulators, Jan Botha of Anvisa and …": back to the office, else `at`."""
    here = at
    while here > at - MOST and row.kind(here) == "low" and row.low(here) != "of":
        here -= 1
    return here - 1 if row.low(here) == "of" and row.kind(here - 1) == "offices" else at


def behind_person(row: Row, at: int) -> int:
    """As in "Piet Visser of the Netherlands,", "Jan Novak (Czechia),": back to the name, else `at`.

    So is what stands in brackets behind the plural office: "… of the Assembly (PACE), A and B".
    """
    if row.text(at) == ")":
        opens = next((k for k in range(at - 1, max(0, at - BRACKETED), -1) if row.text(k) == "("), at)
        return opens - 1 if opens < at and row.kind(opens - 1) in ("person", "offices") else at
    here = at
    while here > at - OF_THEM and (row.kind(here) in OWNED or row.low(here) in ("the", "and", "for")):
        here -= 1
    return (
        here - 1 if here < at and row.low(here) in ("of", "from") and row.kind(here - 1) == "person" else at
    )


def country_in_turn(row: Row, at: int, found: Iterable[Mention]) -> Mention | None:
    """As in "ministers of Armenia and Azerbaijan, Armen Petrosov and Rauf Aliyarov": one for each name."""
    head = list_head(row, at)
    if head is None:
        return None
    group = row.span_of(head[0])
    found = list(found)
    sides = [m for m in found if m.kind == "acts for" and group.start <= m.span.start < group.stop]
    if len(sides) == 1:
        led = sides_led(row, head[0], found)
        sides = [*led, *sides] if len(led) + 1 == len(names_joined(row, at)) else sides
    return sides[head[1]] if head[1] < len(sides) else None


def sides_led(row: Row, at: int, found: Iterable[Mention]) -> list[Mention]:
    """As in "the Georgian and | Turkish chiefs of staff": those before the side of a plural office."""
    starts, here = [], at
    while row.low(here - 1) in ("and", ",") and row.kind(here - 2) in ("demonym", "country"):
        here -= 2
        starts.append(row.starts[here])
    sides = [m for m in found if m.kind in ("demonym", "country") and m.span.start in starts]
    return sides if len(sides) == len(starts) else []


def in_turn(row: Row, at: int) -> int | None:
    """As in "the trade minister and the envoy of Chad, Odera and Mbarouk": the office in the same place."""
    names = names_joined(row, at)
    if len(names) == 1:
        return None
    number, last = names.index(at), names[-1]
    first = names[0] - 1
    while row.kind(first) in IN_LIST:
        first -= 1
    offices: list[int] = []
    if row.text(last + 1) == ",":
        offices = offices_joined(row, last + 2, 1)
    if len(offices) != len(names) and row.text(first) == ",":
        offices = offices_joined(row, first - 1, -1)[::-1]
    return offices[number] if len(offices) == len(names) else None


def names_joined(row: Row, at: int) -> list[int]:
    """The places of the names that an "and" or commas join with this one."""
    names = [at]
    for step in (-1, 1):
        here = at
        while len(names) <= MOST:
            here += step
            joints = 0
            while row.kind(here) in ("rank", "style", "suffix") or row.low(here) in ("and", ","):
                joints += row.low(here) in ("and", ",")
                here += step
            if not joints or row.kind(here) != "person":
                break
            names.append(here)
    return sorted(names)


def offices_joined(row: Row, at: int, step: int) -> list[int]:
    """The places of single offices that an "and" or commas join, from a place on, none with a name."""
    offices: list[int] = []
    here = at
    while len(offices) <= MOST:
        while row.low(here) in ("and", ",", "the", "its"):
            here += step
        if row.kind(here) != "office":
            break
        offices.append(here)
        here += step
    after = max(offices, default=at) + 1
    named = step > 0 and row.kind(after) in ("person", "rank", "style")
    return [] if named else offices
