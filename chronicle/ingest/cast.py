"""The cast of an article: its people, each with the office, rank and country that the text gives."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from chronicle.ingest.find.forms import bones_of, is_form_of, keys_of, misspells, nearly_last, words_of_name
from chronicle.ingest.find.pieces import Plain, rows_of
from chronicle.ingest.holders import with_offices_told_elsewhere
from chronicle.ingest.namings import Naming, namings_in
from chronicle.ingest.roles import role_words
from chronicle.ingest.roster import Holder
from chronicle.ingest.text import Text, by_sentence, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

HELD = frozenset(
    (
        "country",
        "demonym",
        "organisation",
        "body",
        "city",
        "region",
        "office",
        "offices",
        "person",
        "act",
        "decoy",
    )
)

OWN_ELSEWHERE = frozenset(
    ("last_office_left", "office_in_another_sentence", "office_of_the_counterpart")
)  # offices that are the person's

__all__ = ("Naming", "Person", "cast_of", "with_side")


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
    chance: float = 1.0  # how likely `side` is, where it is concluded
    standing: str = ""  # "newly appointed", "end of tenure", "former"


@dataclass(slots=True)
class Draft:
    """A person while namings are being gathered."""

    words: tuple[str, ...]
    namings: list[Naming] = field(default_factory=list)


def cast_of(text: Text, found: Sequence[Mention], words: Lexicon) -> tuple[Person, ...]:
    """The people of the text, in order of first mention."""
    inside = by_sentence(text, found)
    rows = rows_of(text, words, inside, HELD, names_people)
    namings = [naming for row in rows for naming in namings_in(row, inside[row.sentence.number], words)]
    drafts: dict[tuple[str, ...], Draft] = {}
    gathered: list[Draft] = []
    indexed: dict[str, list[int]] = {}  # each word, and each first letter -> whose name has it
    forms = [(words_of_name(naming.person.value), naming) for naming in namings]
    placed: dict[tuple[str, ...], set[int]] = {}  # the sentences of each form
    for form, naming in forms:
        placed.setdefault(form, set()).add(naming.sentence)
    for form, naming in sorted(forms, key=lambda n: (len(n[0]), len(n[1].person.value)), reverse=True):
        draft = drafts.get(form) or known_as(form, gathered, indexed, placed)
        if draft is None:
            draft = Draft(form)
            for key in {*form, *(keys_in(form) if form else ())}:
                indexed.setdefault(key, []).append(len(gathered))
            gathered.append(draft)
        drafts[form] = draft
        draft.namings.append(naming)
    for draft in gathered:
        draft.namings.sort(key=lambda n: n.person.span.start)
    gathered.sort(key=lambda d: d.namings[0].person.span.start)
    people = [person_of(number, draft, inside, words) for number, draft in enumerate(gathered)]
    holders = [Holder(p.namings, p.role, frozenset({p.side.value} if p.side else ())) for p in people]
    roles = with_offices_told_elsewhere(holders, text, found, words)
    elsewhere = any(role is not None and role.rule in OWN_ELSEWHERE for role in roles)
    acting = by_sentence(text, (m for m in found if m.kind == "acts for")) if elsewhere else ()
    return tuple(with_office(person, role, acting, text) for person, role in zip(people, roles, strict=True))


def names_people(plain: Plain, found: Iterable[Mention]) -> bool:
    """Whether people are named in the sentence."""
    del plain
    return any(mention.kind == "person" for mention in found)


def with_office(
    person: Person, role: Mention | None, acting: Sequence[Sequence[Mention]], text: Text
) -> Person:
    """The person in an office that may have been told elsewhere, and so may tell for whom it is held."""
    if person.side is None and role is not None and role.rule in OWN_ELSEWHERE:
        here = acting[sentence_at(text, role.span.start)]
        side = next((m for m in here if role.span.start <= m.span.start < role.span.stop), None)
        if side is not None:
            return replace(person, role=role, side=side, inferred=role.rule)
    return person if role is person.role else replace(person, role=role)


def known_as(
    form: tuple[str, ...],
    gathered: Sequence[Draft],
    indexed: Mapping[str, Sequence[int]],
    placed: Mapping[tuple[str, ...], set[int]],
) -> Draft | None:
    """The first whose name the form is: a shorter one, or one that is spelled a little otherwise."""
    if not form:
        return None
    telling = next((word for word in form if len(word) > 1), "")
    first = form[0] if len(form[0]) > 1 else form[0] + "-"  # an initial
    near = {*indexed.get(telling, ()), *(indexed.get(first, ()) if len(form) > 1 else ())}
    near |= set(indexed.get(bones_of(form), ()))
    known = next((gathered[k] for k in sorted(near) if same_person(form, gathered[k], placed)), None)
    if known is not None:
        return known
    spelled = [k for key in keys_of(form) for k in indexed.get(key, ())]
    if len(form) == 1:
        spelled = [k for k in indexed.get(form[0][:1] + "+", ()) if nearly_last(form[0], gathered[k].words)]
    return gathered[spelled[0]] if spelled else None


def keys_in(form: Sequence[str]) -> Iterator[str]:
    """By which else a name is found: the first letters of its first and last word, other spellings."""
    yield form[0][:1] + "-"
    yield form[-1][:1] + "+"
    yield bones_of(form)
    yield from keys_of(form)


def same_person(form: tuple[str, ...], draft: Draft, placed: Mapping[tuple[str, ...], set[int]]) -> bool:
    """A shorter form of the name, or, in another sentence, the name spelled a little otherwise."""
    if is_form_of(form, draft.words):
        return True
    return misspells(form, draft.words) and placed[form].isdisjoint(placed[draft.words])


def person_of(number: int, draft: Draft, inside: Sequence[Sequence[Mention]], words: Lexicon) -> Person:
    """What all namings of one person say together."""
    namings = tuple(draft.namings)
    fullest = fullest_of(namings) if len(namings) > 1 else namings[0]
    offices = [n.office for n in namings if n.office is not None]
    role = role_among(offices, words)
    side = next((side for n in namings for side in sides_of(n, inside[n.sentence])), None)
    standing = next((s for n in namings for s in standings(n, inside[n.sentence])), "")
    return Person(
        number,
        fullest.person.value,
        frozenset(word for n in namings for word in words_of_name(n.person.value)),
        namings,
        role=role,
        rank=next((n.rank for n in namings if n.rank is not None), None),
        side=side,
        standing=standing,
    )


def fullest_of(namings: Sequence[Naming]) -> Naming:
    """The naming that spells the name most fully."""
    spelled = Counter(words_of_name(n.person.value)[-1:] for n in namings)
    return max(namings, key=lambda n: fullness(n, spelled[words_of_name(n.person.value)[-1:]]))


def fullness(naming: Naming, times: int) -> tuple[int, int, int, int, bool, int]:
    """How fully a name is spelled: by words written out, initials, times, letters, usual endings."""
    form = words_of_name(naming.person.value)
    letters = sum(map(len, form))
    usual = bool(form) and form[-1].endswith(word_lists("en/surnames")["endings"])
    return sum(len(word) > 1 for word in form), len(form), times, letters, usual, -naming.person.span.start


def role_among(offices: Sequence[Mention], words: Lexicon) -> Mention | None:
    """The first office that says what it is of; else the first at all."""
    held = [
        o for o in offices if o.value.lower() not in words.relational or o.value.lower() in words.told.same
    ]
    telling = [office for office in held if office.value.lower() not in words.generic]
    first = next(iter(telling or held), None)
    if first is None:
        return None
    ends = f" and {first.value.lower()}"  # "Head of the Delegation and ambassador" holds "Ambassador"
    return next((o for o in telling if o.value.lower().endswith(ends) or says_more(o, first, words)), first)


def says_more(office: Mention, short: Mention, words: Lexicon) -> bool:
    """As in "the Speaker of the Seimas" for the "Speaker" of a headline."""
    key, low = role_words(short.value, words), office.value.lower()
    presides = (
        key == {"speaker"} and low.startswith("president of") and low.endswith(tuple(words.told.parliaments))
    )
    if low.startswith(f"{short.value.lower()} and "):
        return True
    return len(key) == 1 and (key < role_words(office.value, words) or presides)


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


def with_side(person: Person, side: Mention, rule: str, chance: float) -> Person:
    """The person, acting for a side that was concluded."""
    return replace(person, side=side, inferred=rule, chance=chance)
