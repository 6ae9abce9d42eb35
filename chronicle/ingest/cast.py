"""The cast of an article: its people, each with the office, rank and country that the text gives."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from chronicle.ingest.find.people import JOINTS, LINKS, REACH, is_form_of, misspells, words_of_name
from chronicle.ingest.find.pieces import Row, rows_of
from chronicle.ingest.text import Text, by_sentence
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span

HELD = frozenset(
    ("country", "demonym", "organisation", "body", "city", "region", "office", "offices", "person", "act")
)
TITLED = frozenset(("rank", "style", "standing"))
IN_LIST = frozenset(("person", "rank", "style", "standing"))
OPENING = frozenset(('"', "(", "[", "“"))


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention of a person with what stands beside it."""

    person: Mention
    sentence: int
    office: Mention | None = None
    rank: Mention | None = None
    country: Mention | None = None  # "Armenia's Ararat Mirzoyan", "Brah Mahamat (Chad)"
    speaking: bool = False  # a spokesman, an interpreter


@dataclass(frozen=True, slots=True, eq=False)  # one object a person of the article
class Person:
    """Somebody named in the article; `number` counts in order of first mention."""

    number: int
    name: str
    words: frozenset[str]  # of every form of the name
    namings: tuple[Naming, ...]
    role: Mention | None = None
    rank: Mention | None = None
    side: Mention | None = None  # whom the person acts for: value is a country code or an organisation
    inferred: str | None = None  # the rule, where `side` isn't said of this person but concluded
    standing: str = ""  # "newly appointed", "end of tenure", "former"


@dataclass(slots=True)
class Draft:
    """A person while namings are being gathered."""

    words: tuple[str, ...]
    namings: list[Naming] = field(default_factory=list)


def cast_of(text: Text, found: Sequence[Mention], words: Lexicon) -> tuple[Person, ...]:
    """The people of the text, in order of first mention."""
    inside = by_sentence(text, found)
    rows = rows_of(text, words, found, HELD)
    namings = [naming for row in rows for naming in namings_in(row, inside[row.sentence.number])]
    drafts: dict[tuple[str, ...], Draft] = {}
    gathered: list[Draft] = []
    for naming in sorted(namings, key=lambda n: (-len(words_of_name(n.person.value)), -len(n.person.value))):
        form = words_of_name(naming.person.value)
        draft = drafts.get(form) or next((d for d in gathered if same_person(form, d)), None)
        if draft is None:
            draft = Draft(form)
            gathered.append(draft)
        drafts[form] = draft
        draft.namings.append(naming)
    for draft in gathered:
        draft.namings.sort(key=lambda n: n.person.span)
    gathered.sort(key=lambda d: d.namings[0].person.span)
    return tuple(person_of(number, draft, inside, words) for number, draft in enumerate(gathered))


def same_person(form: Sequence[str], draft: Draft) -> bool:
    """A shorter form of the name, or the same name spelled a little otherwise."""
    if is_form_of(form, draft.words):
        return True
    return misspells(form, draft.words)


def namings_in(row: Row, found: Sequence[Mention]) -> Iterator[Naming]:
    """The people of one sentence; an office goes to the name that stands nearest to it."""
    offices = {m.span.start: m for m in found if m.kind == "office"}
    people = {m.span.start: m for m in found if m.kind == "person"}
    places = [at for at in range(len(row.pieces)) if row.kind(at) == "person"]
    claimed: dict[int, int] = {}  # place of the name -> place of the office
    for rule in RULES:
        for at in places:
            office = rule(row, at)
            if at not in claimed and office is not None and office not in claimed.values():
                claimed[at] = office
    for at in places:
        place = claimed.get(at)
        held = offices[row.pieces[place].start] if place is not None else None
        yield Naming(
            people[row.pieces[at].start],
            row.sentence.number,
            office=with_field_after_name(row, at, held) or one_of_a_group(row, at, held, found),
            rank=rank_before(row, at),
            country=country_beside(row, at) or country_in_turn(row, at, found),
            speaking=speaks_for_another(row, at),
        )


def with_field_after_name(row: Row, at: int, office: Mention | None) -> Mention | None:
    """As in "Secretary Gilberto Teodoro Jr. of the Department of National Defense" (sea-105)."""
    if office is None or len(office.value.split()) > 1 or row.low(at + 1) != "of":
        return office
    here = at + 2 + (row.low(at + 2) == "the")
    stop = here
    while row.kind(stop) == "field" or (
        stop > here and row.low(stop) in ("of", "and") and row.kind(stop + 1) == "field"
    ):
        stop += 1
    fields = " ".join(row.text(k) for k in range(here, stop))
    return replace(office, value=f"{office.value} of {fields}", rule="field_after_name") if fields else office


def one_of_a_group(row: Row, at: int, office: Mention | None, found: Sequence[Mention]) -> Mention | None:
    """As in "talks of foreign ministers that were to bring Armenia's Ararat Mirzoyan …" (caa-129)."""
    if office is not None or (country_beside(row, at) is None and list_head(row, at) is None):
        return office
    span = row.sentence.span
    group = next((m for m in found if m.kind == "offices" and span.start <= m.span.start < span.stop), None)
    if group is None:
        return None
    single = " ".join(word.removesuffix("s") if word.endswith("rs") else word for word in group.value.split())
    return Mention("office", group.span, single, "one_of_a_group")


def list_head(row: Row, at: int) -> tuple[int, int] | None:
    """The place of the plural office before a list of names, and how many names stand between."""
    here, names = at - 1, 0
    while here > at - REACH and (row.kind(here) in IN_LIST or row.low(here) in JOINTS):
        names += row.kind(here) == "person"
        here -= 1
    return (here, names) if row.kind(here) == "offices" and here < at - 1 else None


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
    here = at + 1
    if row.text(here) == "(" and row.text(here + 2) == ")":
        here += 3
    if row.text(here) not in (",", "(", "-"):
        return None
    here += 1
    while row.low(here) in LINKS or row.kind(here) == "standing":
        here += 1
    if row.kind(here) != "office":
        return None
    following = here + 1 + (row.text(here + 1) == ",")
    names_next = row.kind(following) in {"person", "rank"} and row.text(here + 1) != ","
    return None if names_next else here


def office_before_comma(row: Row, at: int) -> int | None:
    """As in "Azerbaijani Defense Minister, Colonel General Zakir Hasanov" (seed 000)."""
    here = before_titles(row, at)
    if row.text(here) not in (",", ":", "-"):
        return None
    return here - 1 if row.kind(here - 1) == "office" else None


def office_after_being(row: Row, at: int) -> int | None:
    """As in "Hasanov is the defence minister", "Abayev as ambassador"."""
    here = at + 1
    if row.low(here) not in ("is", "was", "as"):
        return None
    here += 1 + (row.low(here + 1) in ("the", "a", "an"))
    return here if row.kind(here) == "office" else None


RULES = (office_right_before, office_after_comma, office_before_comma, office_after_being)


def before_titles(row: Row, at: int) -> int:
    """The place before the ranks, forms of address and quotation marks that lead up to a name."""
    here = at - 1
    while here >= 0 and (row.kind(here) in TITLED or row.text(here) in OPENING or bracketed(row, here)):
        here -= 1
        if row.text(here + 1) == ")":
            here -= 2  # "(COAS)"
    return here


def bracketed(row: Row, at: int) -> bool:
    """Whether a short form in brackets ends here: "Chief of Army Staff (COAS)" (sea-101)."""
    return row.text(at) == ")" and row.text(at - 2) == "("


def rank_before(row: Row, at: int) -> Mention | None:
    """As in "Colonel General Z. Hasanov": the rank right before the name, forms of address between."""
    here = at - 1
    while row.kind(here) == "style":
        here -= 1
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
    if row.low(at + 1) in ("of", "from", "(") and row.kind(here) == "country":
        return side_at(row, here, "country_after_name")
    return country_of_the_next(row, at)


def country_of_the_next(row: Row, at: int) -> Mention | None:
    """As in "the ambassadors of Cuba, Tania Perez, and of Ireland, Caitríona Ingoldsby": of the second."""
    here = at - 2
    if row.text(at - 1) != "," or row.kind(here) != "country":
        return None
    link = here - 1 - (row.low(here - 1) == "the")
    group = any(row.kind(k) == "offices" for k in range(max(0, link - REACH), link))
    return side_at(row, here, "country_before_name") if row.low(link) in ("of", "from") and group else None


def side_at(row: Row, at: int, rule: str) -> Mention:
    """The country or organisation at a place as a mention of whom somebody acts for."""
    piece = row.pieces[at]
    return Mention("acts for", Span(piece.start, piece.stop), piece.value, rule)


def speaks_for_another(row: Row, at: int) -> bool:
    """As in "Dmitry Peskov, the Kremlin spokesman": named as one who speaks, not as one who meets."""
    nearby = [row.kind(k) for k in (*range(max(0, at - 2), at), *range(at + 1, at + 6))]
    before = row.kind(before_titles(row, at)) == "speaking"
    return before or ("speaking" in nearby and row.text(at + 1) == ",")


def person_of(number: int, draft: Draft, inside: Sequence[Sequence[Mention]], words: Lexicon) -> Person:
    """What all namings of one person say together."""
    namings = tuple(draft.namings)
    fullest = max(namings, key=fullness)
    offices = [n.office for n in namings if n.office is not None]
    role = role_among(offices, words)
    sides = [side for n in namings for side in sides_of(n, inside[n.sentence])]
    standing = next((s for n in namings for s in standings(n, inside[n.sentence])), "")
    return Person(
        number,
        fullest.person.value,
        frozenset(word for n in namings for word in words_of_name(n.person.value)),
        namings,
        role=role,
        rank=next((n.rank for n in namings if n.rank is not None), None),
        side=sides[0] if sides else None,
        standing=standing,
    )


def fullness(naming: Naming) -> tuple[int, int, int]:
    """How fully a name is spelled: words written out first, then initials; of two equals the earlier."""
    form = words_of_name(naming.person.value)
    return sum(len(word) > 1 for word in form), len(form), -naming.person.span.start


def role_among(offices: Sequence[Mention], words: Lexicon) -> Mention | None:
    """The first office that says what it is of; else the first at all."""
    telling = [office for office in offices if office.value.lower() not in words.generic]
    return next(iter(telling), None) or next(iter(offices), None)


def sides_of(naming: Naming, found: Iterable[Mention]) -> Iterator[Mention]:
    """Whom the naming says that the person acts for, the office's country first."""
    office = naming.office
    if office is not None and office.rule != "one_of_a_group":
        yield from (
            m for m in found if m.kind == "acts for" and office.span.start <= m.span.start < office.span.stop
        )
    if naming.country is not None:
        yield naming.country


def standings(naming: Naming, found: Iterable[Mention]) -> Iterator[str]:
    """As in "newly appointed", "outgoing", "former", where it stands with the naming's office."""
    office = naming.office
    if office is not None:
        yield from (
            m.value
            for m in found
            if m.kind == "standing" and m.value and office.span.start - 2 <= m.span.start < office.span.stop
        )


def with_side(person: Person, side: Mention, rule: str) -> Person:
    """The person, acting for a side that was concluded."""
    return replace(person, side=side, inferred=rule)
