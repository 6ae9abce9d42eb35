"""The cast of an article: its people, each with the office, rank and country that the text gives."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from chronicle.ingest.find.forms import (
    bones_of,
    folded,
    is_form_of,
    keys_of,
    misspells,
    nearly_last,
    words_of_name,
)
from chronicle.ingest.find.pieces import Plain, rows_of
from chronicle.ingest.holders import with_offices_told_elsewhere
from chronicle.ingest.namings import Naming, namings_in
from chronicle.ingest.roles import role_words
from chronicle.ingest.roster import Holder
from chronicle.ingest.text import Text, by_sentence, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

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
TOLD_ELSEWHERE = OWN_ELSEWHERE | {"office_of_who_talked"}  # … and the last for sure, with the side

TITLE = "ambassador"
INFORMAL = frozenset(("foreign policy chief", "leader"))
SENT = re.compile(r"(?:[Ee]nvoy|[Rr]epresentative|[Cc]o-?ordinator|[Nn]egotiator) (?:of|to|for|on) ")

__all__ = ("Naming", "Person", "cast_of", "with_side")

FIRST_LADIES = frozenset(("first lady", "former first lady", "spouse", "wife"))
WIFE = ("his wife ", "his wife, ", "first lady ", "spouse ")
MARRIED = ("mrs. ", "mrs ", "madame ", "mme ", "mme. ")
DON = frozenset(("don", "dona", "dom"))  # before a king's name alone
STYLE = 12  # letters before a name in which its form of address stands


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
    namings = without_don(namings)
    drafts: dict[tuple[str, ...], Draft] = {}
    gathered: list[Draft] = []
    indexed: dict[str, list[int]] = {}  # each word, and each first letter -> whose name has it
    forms = [(words_of_name(naming.person.value), naming) for naming in namings]
    placed: dict[tuple[str, ...], set[int]] = {}  # the sentences of each form
    for form, naming in forms:
        placed.setdefault(form, set()).add(naming.sentence)
    ruling = {
        form: naming.person.span.start for form, naming in reversed(forms) if len(form) == 1 and rules(naming)
    }  # where they are first told
    for form, naming in sorted(forms, key=lambda n: (len(n[0]), len(n[1].person.value)), reverse=True):
        draft = drafts.get(form) or known_as(form, gathered, indexed, placed)
        if draft is not None and len(form) == 1 and form in ruling and is_wife(draft, ruling[form], text):
            draft = None
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
    people = [person_of(number, draft, inside, words, text) for number, draft in enumerate(gathered)]
    holders = [Holder(p.namings, p.role, frozenset({p.side.value} if p.side else ())) for p in people]
    roles = with_offices_told_elsewhere(holders, text, found, words)
    elsewhere = any(role is not None and role.rule in TOLD_ELSEWHERE for role in roles)
    acting = by_sentence(text, (m for m in found if m.kind == "acts for")) if elsewhere else ()
    return tuple(with_office(person, role, acting, text) for person, role in zip(people, roles, strict=True))


def rules(naming: Naming) -> bool:
    """Whether a naming gives somebody an office that no First Lady has."""
    return naming.office is not None and naming.office.value.lower() not in FIRST_LADIES


def is_wife(draft: Draft, place: int, text: Text) -> bool:
    """As in "First Lady Amina Rahmani", "Mrs. Amina Rahmani": never the "President Rahmani" told before."""
    for naming in draft.namings:
        start = naming.person.span.start
        office = naming.office.value.lower() if naming.office is not None else ""
        told = (*WIFE, *MARRIED) if place < start else WIFE
        if office in FIRST_LADIES or text.low.endswith(told, max(0, start - STYLE), start):
            return not any(map(rules, draft.namings))
    return False


def without_don(namings: Sequence[Naming]) -> list[Naming]:
    """As in "Don Rodrigo" for King "Rodrigo IV": the king's name alone."""
    kings = {
        form[0]
        for naming in namings
        if len(form := words_of_name(naming.person.value)) == len("ab") and set(form[1]) <= set("ivx")
    }
    told = []
    for naming in namings:
        title, _, name = naming.person.value.partition(" ")
        if title.lower().replace("ñ", "n") in DON and folded(name.lower()) in kings:
            span = naming.person.span
            own = replace(naming.person, value=name, span=Span(span.stop - len(name), span.stop))
            told.append(naming._replace(person=own))
        else:
            told.append(naming)
    return told


def names_people(plain: Plain, found: Iterable[Mention]) -> bool:
    """Whether people are named in the sentence."""
    del plain
    return any(mention.kind == "person" for mention in found)


def with_office(
    person: Person, role: Mention | None, acting: Sequence[Sequence[Mention]], text: Text
) -> Person:
    """The person in an office that may have been told elsewhere, and so may tell for whom it is held."""
    if person.side is None and role is not None and role.rule in TOLD_ELSEWHERE:
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


def person_of(
    number: int, draft: Draft, inside: Sequence[Sequence[Mention]], words: Lexicon, text: Text
) -> Person:
    """What all namings of one person say together."""
    namings = tuple(draft.namings)
    fullest = fullest_of(namings) if len(namings) > 1 else namings[0]
    offices = [n.office for n in namings if n.office is not None]
    role = role_among(offices, words)
    side = next((side for n in namings for side in sides_of(n, inside[n.sentence])), None)
    standing = next((s for n in namings for s in standings(n, inside[n.sentence])), "")
    return Person(
        number,
        called(fullest, namings, text),
        frozenset(word for n in namings for word in words_of_name(n.person.value)),
        namings,
        role=role,
        rank=next((n.rank for n in namings if n.rank is not None), None),
        side=side,
        standing=standing,
    )


def called(fullest: Naming, namings: Iterable[Naming], text: Text) -> str:
    """The name; of one who has only one, with the form of address: "Sheikh Karima", "Lord Brovkin"."""
    name = fullest.person.value
    if " " in name or "." in name or "-" in name:
        return name
    styles = word_lists("en/naming")["kept"]
    for naming in namings:
        start = naming.person.span.start
        before = text.key[max(0, start - STYLE) : start].split()[-1:]
        if before and before[0].lower() in styles and text.key[start - 1] == " ":
            return f"{before[0]} {name}"
    return name


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
    telling = formal_among([office for office in held if office.value.lower() not in words.generic])
    first = next(iter(telling or held), None)
    if first is None:
        return None
    ends = f" and {first.value.lower()}"  # "Head of the Delegation and ambassador" holds "Ambassador"
    return next((o for o in telling if o.value.lower().endswith(ends) or says_more(o, first, words)), first)


def formal_among(offices: Sequence[Mention]) -> Sequence[Mention]:
    """As in "the EU's foreign policy chief", "Ambassador Hall": without what is said of who is a lot more."""
    sent = any(is_sent(office.value) for office in offices)
    kept = [o for o in offices if o.value.lower() not in INFORMAL and not (sent and is_title(o))]
    return kept or offices


def is_title(office: Mention) -> bool:
    """As in "Ambassador Hall": of no country."""
    return office.value.lower() == TITLE and office.span.stop - office.span.start == len(TITLE)


def is_sent(role: str) -> bool:
    """As in "Special Envoy of the President": an office for which an ambassador may be sent."""
    return SENT.search(role) is not None


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
