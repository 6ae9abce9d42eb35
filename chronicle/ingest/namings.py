"""Namings: each mention of a person with the office, the rank and the country that stand beside it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from chronicle.ingest.before_names import (
    after_colon,
    before_titles,
    bracketed,
    closes_a_clause,
    in_a_list_of_names,
    is_the_subject,
    of_a_service,
)
from chronicle.ingest.bodies import behind_body, body_after_name, with_body_before, with_body_of_somebody
from chronicle.ingest.both import TITULAR, as_well, beside_name, in_one_clause, seat_of_an_envoy, tells_of_two
from chronicle.ingest.capacities import (
    PAST,
    REPLACING,
    as_opening,
    in_a_capacity,
    in_a_clause,
    in_an_opening,
    now_in_another,
)
from chronicle.ingest.find.complements import OWNING
from chronicle.ingest.find.office_words import role_of
from chronicle.ingest.find.people import LINKS
from chronicle.ingest.find.pieces import Row
from chronicle.ingest.named_sides import country_of, country_of_the_next, side_at
from chronicle.ingest.others import deputy_of_another, head_of_what_is_led, same_as_another, sent_by_another
from chronicle.ingest.plurals import country_in_turn, in_turn, one_of_a_group, one_of_several
from chronicle.lexicon import Lexicon
from chronicle.model import Mention

BESIDE = frozenset(
    ("MP", "Senator", "MEP", "Commander", "Congressman", "Congresswoman")
)  # "the chair, Senator X"
LETTERED = frozenset(("capitals", "body", "organisation"))  # "Chief of Defence Force, SAF, General …"
COUNTRIES = frozenset(("country", "demonym", "organisation"))
MEMBERS = frozenset(
    """senator mp lawmaker deputy legislator parliamentarian councillor councilor congressman
    congresswoman""".split()
) | {"member of parliament"}
ONCE = frozenset(
    "before until previously formerly earlier once prior in between from".split()
)  # then "X was"
EMPLOYERS = frozenset(("name", "capitals", "common", "field", "organisation"))
SEATED = frozenset(("MP", "MEP", "MPA", "MSP", "TD", "MNA", "MLA"))
OWNER = 4  # words of a company's name, at most
FEW = 4  # pieces between a name and its office at the end, at most
COMING = frozenset("comes came arrives arrived serves acts works goes".split())  # then "as ambassador"
TOO = frozenset("too also himself herself".split())  # between a name and its comma


class Naming(NamedTuple):
    """One mention of a person with what stands beside it."""

    person: Mention
    sentence: int
    office: Mention | None = None
    rank: Mention | None = None
    country: Mention | None = None  # "Armenia's Armen Petrosov", "Idriss Baba (Chad)"
    speaking: bool = False  # a spokesman, an interpreter


class Named(NamedTuple):
    """A name at its place in a row, and the place before the titles that lead up to it."""

    row: Row
    at: int
    before: int


class Around(NamedTuple):
    """What a sentence holds beside its names."""

    offices: Mapping[int, Mention]  # by their places
    found: Sequence[Mention]
    kinds: frozenset[str]  # of its pieces
    words: Lexicon


def namings_in(row: Row, found: Sequence[Mention], words: Lexicon) -> Iterator[Naming]:
    """The people of one sentence; an office goes to the name that stands nearest to it."""
    people = standing(row, found, "person")
    if not people:
        return
    around = Around(standing(row, found, "office"), found, frozenset([p.kind for p in row.pieces]), words)
    names = [Named(row, at, before_titles(row, at)) for at in people]
    claimed = claims(names, around)
    for name in names:
        yield naming_of(name, people[name.at], claimed.get(name.at), around)


def naming_of(name: Named, person: Mention, place: int | None, around: Around) -> Naming:
    """The name with the office at a place, if there is one, and with what else stands beside it."""
    row, at = name.row, name.at
    held = office_at(name, place, around) if place is not None else None
    body = body_after_name(row, at, around.words) if held is not None else None
    if held is not None and body is not None and is_of_nothing(held):
        value = f"{held.value} of {role_of(row.pieces[body.start : body.stop], around.words, '')}"
        held = replace(held, value=value, rule="field_after_name")
    country = country_beside(name, around)
    held = held or office_of_several(name, around, of_a_country=country is not None)
    if "offices" in around.kinds:
        country = country or country_in_turn(row, at, around.found)
    return Naming(
        person,
        row.sentence.number,
        office=held,
        rank=rank_before(row, at) if "rank" in around.kinds else None,
        country=country or country_of(row, body),
        speaking="speaking" in around.kinds and speaks_for_another(name),
    )


def is_of_nothing(office: Mention) -> bool:
    """Whether what stands behind the name may tell what the office is of."""
    return " of " not in office.value and office.value.lower() not in MEMBERS


def office_of_several(name: Named, around: Around, *, of_a_country: bool) -> Mention | None:
    """One of the offices that are told together, or a deputy's to another."""
    row, at, found, words = name.row, name.at, around.found, around.words
    if "offices" not in around.kinds:
        another = deputy_of_another(*name) or same_as_another(*name)
        return another or head_of_what_is_led(row, name.before)
    group = one_of_a_group(row, at, found, words, of_a_country=of_a_country)
    return group or deputy_of_another(*name) or one_of_several(row, at, found, words)


def office_at(name: Named, place: int, around: Around) -> Mention:
    """The office at a place, with the body that stands before it, or another that its holder has."""
    if "," in name.row.sentence.words:
        now = now_in_another(name.row, name.at)
        if now is not None:
            return around.offices[now]
    held = around.offices[place]
    held = with_body_before(name.row, place, held) or with_body_of_somebody(name.row, place, held) or held
    if office_sent_by_another(name) == place:
        sender = place + 2 + (name.row.low(place + 2) == "the")
        return replace(held, value=f"{held.value} of the {around.offices[sender].value}")
    return with_the_other(name, place, around.offices) or held


def standing(row: Row, found: Iterable[Mention], kind: str) -> dict[int, Mention]:
    """The mentions of a kind, by their places in the row."""
    placed = ((bisect_left(row.starts, m.span.start), m) for m in found if m.kind == kind)
    return {at: m for at, m in placed if row.kind(at) == kind and row.starts[at] == m.span.start}


def claims(names: Sequence[Named], around: Around) -> dict[int, int]:
    """The place of each name -> the place of the office that stands with it, the surest rule first.

    An office that says little ("Senator", "Minister") gives way to another.
    """
    vague = around.words.generic | TITULAR | MEMBERS
    general = {at: office.value.lower() in vague for at, office in around.offices.items()}
    claimed: dict[int, int] = {}
    taken: set[int] = set()
    for rule in RULES:
        if len(taken) == len(general):
            break
        for name in names:
            at = name.at
            if at in claimed and not general[claimed[at]]:
                continue
            office = rule(name)
            if office is None or office in taken or name.row.kind(office + 1) == "possessive":
                continue
            if at in claimed and general[office]:
                continue
            claimed[at] = office
            taken.add(office)
    return claimed


def with_the_other(name: Named, place: int, offices: Mapping[int, Mention]) -> Mention | None:
    """Both offices of one who has two: beside the name, in one clause, an envoy's at an organisation."""
    if len(offices) == 1:
        return None
    row, at = name.row, name.at
    before, after = office_right_before(name), office_after_comma(name)
    if before is not None and after is not None and place in (before, after):
        both = beside_name(offices[before], offices[after])
        if both is not None:
            return both
    opening = as_opening(row, name.before) if row.low(0) == "as" else None
    if before == place and opening is not None and opening != before:
        return offices[opening]
    clause = in_one_clause(row, at, offices[place], offices)
    if clause is not None:
        return clause
    if not tells_of_two(row, offices.values()):
        return None
    own = sorted({place, *(k for rule in RULES if (k := rule(name)) is not None)})
    return as_well(row, own, offices) or seat_of_an_envoy(row, at, [offices[k] for k in own], offices)


def office_right_before(name: Named) -> int | None:
    """As in "Foreign Minister Maia Panjikidze", "Minister of Defense Colonel General Zakir Hasanov"."""
    row, here = name.row, name.before
    if row.kind(here) != "office":
        return None
    another = row.text(here - 1) == "," and row.kind(here - 2) == "office"
    said = row.text(here).rpartition(" ")[2]
    if another and (row.low(here).startswith(PAST) or said in BESIDE):
        return here - 2  # "The head of the mission, former prime minister Aino Virtanen"
    told = row.low(here - 1) in ("who", "which") and not row.piece(here).capital
    return None if told else here  # no "who heads the Office of President Ante Horvat"


def office_after_comma(name: Named) -> int | None:
    """As in "Hulusi Akar, Chief of General Staff", "Irakli Sesiashvili, who is Chair of …", "… (left), …".

    The country may stand between: "Ganna Bondar from Ukraine, Deputy Minister of …".
    """
    row, at = name.row, name.at
    here = at + 1 + (row.kind(at + 1) == "suffix" or row.low(at + 1) in TOO)
    if row.text(here) == "(" and row.text(here + 2) == ")" and row.kind(here + 1) != "office":
        here += 3
    if row.low(here) in ("from", "of"):
        place = here + 1 + (row.low(here + 1) == "the")
        here = place + 1 if row.kind(place) in ("country", "city") else behind_body(row, place, here)
    here += row.kind(here) == "office" and row.text(here) in SEATED  # "Ann Hart MP, Minister for Europe"
    if row.text(here) not in (",", "(", "-"):
        return after_colon(row, here)
    here += 1
    here = after_links(row, here)
    if is_the_subject(row, here, name.before):
        return None  # "Along with Ms. Hart (Chad), the President accredited …"
    if row.kind(here) != "office" or (row.headline and row.kind(here + 1) not in ("sign", "")):
        return None  # no more "Moradi, Vietnam's Parliament Head Exchange Views"
    if row.low(here + 1) == "and" and row.low(here - 1) == "the" and office_right_before(name) is not None:
        return None  # "Deputy Minister X, the Permanent Secretary and heads of departments": others
    following = here + 1 + (row.text(here + 1) == ",")
    names_next = row.kind(following) in {"person", "rank"}
    if names_next and row.text(here + 1) == ",":
        listed = office_before_comma(name) is not None and not in_a_list_of_names(row, name.before)
        return None if listed else here  # "the King, A, the Emir, B, met"
    return None if names_next else here


def after_links(row: Row, here: int) -> int:
    """The place after "who is the", "currently the ministry's"."""
    while row.low(here) in LINKS or row.kind(here) == "standing" or row.low(here + 1) == "who":
        here += 1  # "the Gambian who is"
    owner = here
    while owner < here + OWNER and row.piece(owner).capital and row.kind(owner) in EMPLOYERS:
        owner += 1  # "APM Terminals' director for Latin America"
    owner += owner == here and (row.low(here) in OWNING or row.kind(here) in ("city", "metonym"))
    return owner + 1 if owner > here and row.kind(owner) == "possessive" else here


def office_before_comma(name: Named) -> int | None:
    """As in "Azerbaijani Defense Minister, Colonel General Zakir Hasanov" (seed 000), "…, SAF, General …"."""
    row, here = name.row, name.before
    if row.kind(here) in ("demonym", "country"):  # "its commander, the Turkish Major General …"
        comma = here - 1 - (row.low(here - 1) == "the")
        here = comma if row.text(comma) == "," else here
    own = row.low(name.at + 1) == "as" and row.kind(name.at + 2) == "office"
    if row.text(here) not in (",", ":", "-") or own:
        return None
    if row.text(here - 2) == "," and row.kind(here - 1) in LETTERED:
        here -= 2
    if row.kind(here - 1) != "office" or closes_a_clause(row, here - 1, name.at):
        return None
    return here - 1


def office_in_an_opening(name: Named) -> int | None:
    """As in "Since becoming ambassador in 2021, X has …"."""
    return in_an_opening(name.row, name.before)


def office_after_being(name: Named) -> int | None:
    """As in "Hasanov is the defence minister", "Abayev as ambassador"."""
    row, at = name.row, name.at
    here = at + 1 + (row.low(at + 1) in COMING and row.low(at + 2) == "as")
    another = row.low(name.before) in REPLACING or row.low(name.before - 1) == "successor"
    replaced = row.low(here) == "as" and another  # "who replaced X as minister"
    if (
        replaced
        or row.low(here) not in ("is", "was", "as")
        or (row.low(here) == "was" and row.low(0) in ONCE)
    ):
        return None
    here += 1 + (row.low(here + 1) in ("the", "a", "an", "its", "their"))
    return here if row.kind(here) == "office" else None


def office_in_clause(name: Named) -> int | None:
    """As in "X, who represents Denmark in Kampala as Ambassador", "X, who commands …"."""
    return in_a_clause(name.row, name.at)


def office_in_a_capacity(name: Named) -> int | None:
    """As in "X, named last month as Minister of Health"."""
    return in_a_capacity(name.row, name.at) or now_in_another(name.row, name.at)


def office_right_after(name: Named) -> int | None:
    """As in "Lim chairs the Public Accounts Committee", "Abayev Foreign Minister": before no other name."""
    row, at = name.row, name.at
    here = at + 1 + (row.kind(at + 1) == "suffix")
    after = row.kind(here + 1 + (row.text(here + 1) == ","))
    return here if row.kind(here) == "office" and after not in ("person", "rank", "style") else None


def office_is_a_name(name: Named) -> int | None:
    """As in "Portugal's new ambassador is Duarte Nogueira"."""
    row, here = name.row, name.before
    return here - 1 if row.low(here) in ("is", "was") and row.kind(here - 1) == "office" else None


def office_in_turn(name: Named) -> int | None:
    """As in "Odera and Mbarouk, foreign minister of Kenya and interior minister of Chad respectively"."""
    return in_turn(name.row, name.at)


def office_with_a_new_holder(name: Named) -> int | None:
    """As in "The European Union has a new Head of Delegation in Katarzyna Wolska"."""
    row, here = name.row, name.before
    return here - 1 if row.low(here) == "in" and row.kind(here - 1) == "office" else None


def office_sent_by_another(name: Named) -> int | None:
    """As in "the Special Envoy of President Ann Hart, Ambassador Bob Hall": whom the one named has sent."""
    return sent_by_another(name.row, name.before)


def office_at_the_end(name: Named) -> int | None:
    """As in "General Diop walked in, the ECOWAS Commissioner for Peace.": after a word or two, to the end."""
    row, at = name.row, name.at
    for here in range(at + 2, at + 2 + FEW):
        day = row.low(here - 2) == "on" and row.kind(here - 1) == "common"
        if (row.kind(here - 1) not in ("low", "act") and not day) or row.low(here - 1) in LINKS:
            return None
        if row.text(here) == "," and row.low(here + 1) in ("the", "its"):
            ends = row.kind(here + 2) == "office" and row.low(here + 3) in (".", "", "who")
            return here + 2 if ends else None
    return None


RULES = (
    office_in_turn,
    office_right_before,
    office_in_a_capacity,
    office_after_comma,
    office_before_comma,
    office_in_an_opening,
    office_after_being,
    office_in_clause,
    office_with_a_new_holder,
    office_is_a_name,
    office_sent_by_another,
    office_right_after,
    office_at_the_end,
)


def rank_before(row: Row, at: int) -> Mention | None:
    """As in "Colonel General Z. Hasanov", "Brig. Gen. (res.) X": the rank before the name."""
    here = at - 1
    here -= 2 * of_a_service(row, here)
    while row.kind(here) in ("style", "suffix") or bracketed(row, here):
        here -= 3 if bracketed(row, here) else 1
    if row.kind(here) != "rank":
        return None
    return Mention("rank", row.span_of(here), row.pieces[here].value, "rank_before_name")


def country_beside(name: Named, around: Around) -> Mention | None:
    """As in "Armenia's Armen Petrosov", "Nino Beridze from Georgia", "Idriss Baba (Chad)"."""
    if around.kinds.isdisjoint(COUNTRIES):
        return None
    row, at, here = name
    if row.kind(here) == "possessive" and row.kind(here - 1) in ("country", "organisation"):
        return side_at(row, here - 1, "country_before_name")
    if row.kind(here) == "demonym":
        return side_at(row, here, "demonym_before_name")
    here = at + 2 + (row.low(at + 2) == "the")
    if row.low(at + 1) in ("of", "from", "(", "for") and row.kind(here) in ("country", "organisation"):
        return side_at(row, here, "country_after_name")
    if row.text(at + 1) == "-" and row.kind(at + 2) == "country" and row.kind(at + 3) in ("sign", ""):
        return side_at(row, at + 2, "country_after_name")
    return country_of_the_next(row, at)


def speaks_for_another(name: Named) -> bool:
    """As in "Dmitry Peskov, the Kremlin spokesman": named as one who speaks, not as one who meets."""
    row, at, here = name
    nearby = [row.kind(k) for k in (*range(max(0, at - 2), at), *range(at + 1, at + 6))]
    return row.kind(here) == "speaking" or ("speaking" in nearby and row.text(at + 1) == ",")
