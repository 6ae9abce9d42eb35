"""Whom the subject of a sentence stands for: rules that name one speaker, or nobody."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from chronicle.ingest.cast import Person
from chronicle.ingest.encounter import Encounter
from chronicle.ingest.lazy import cached_property
from chronicle.ingest.text import Text
from chronicle.ingest.voices import Cast, Piece, Row, holders
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis

BACK = 2  # sentences of a paragraph to which "he" can lead back
OPENING = len("representative of the newly appointed ")
OBJECT = re.compile(
    r"\b(?:with|of|to|by|for|from|between|than|against|about|at|into|like|as|met|thanked|told)\s(?:the\s|his\s|her\s|its\s|their\s)?$"
)
DEFINITE = re.compile(
    r"(?:^|\W)(?:the|its|our|their)\s(?:(?:visiting|new|departing|outgoing|senior|top|newly appointed)\s)?$"
)
OTHERWISE = {  # what tells that the one just named is no "he", and no "she"
    "he": re.compile(
        r"\b(?:herself|her (?:guest|visitor|host|counterpart|colleague|own|delegation|country|part|turn))\b"
    ),
    "she": re.compile(r"\b(?:his|himself)\b"),
}
JOINED = re.compile(r",?\sand(?:\sthe|\shis|\sher)?\s")


class Speaker(NamedTuple):
    """Who says something, and by which rule that is known."""

    person: Person | None
    sides: tuple[str, ...]  # none where all of the encounter speak together
    basis: Basis
    rule: str
    start: int
    stop: int


@dataclass(frozen=True)  # no slots: what few rules ask for is gathered when they ask
class Setting:
    """What stands around a subject."""

    text: Text
    row: Row
    at: int  # the place of the subject in its row
    start: int  # of the sentence
    earlier: int  # where the sentence before starts
    paragraph: int
    encounter: Encounter
    host: str | None  # the country where it takes place
    named: Sequence[tuple[int, Sequence[Person | None]]]  # in sentences so far, with their paragraphs
    roles: Mapping[str, Sequence[str]]
    words: Lexicon

    @property
    def piece(self) -> Piece:
        """The subject."""
        return self.row[self.at]

    @cached_property
    def cast(self) -> Cast:
        """Whom a role may stand for."""
        people = self.encounter.people
        near = (some for paragraph, some in self.named if paragraph == self.paragraph)
        others = dict.fromkeys(p for some in near for p in some if p is not None)
        return Cast(people, [p for p in others if p not in people], self.host)

    @cached_property
    def sides(self) -> Sequence[str]:
        """The sides of the encounter."""
        own = (p.side.value for p in self.encounter.people if p.side)
        return list(dict.fromkeys([*own, *sorted(self.encounter.sides)]))

    @cached_property
    def before(self) -> Sequence[Sequence[Person | None]]:
        """Who is named: in the sentence so far, in the one before, in further ones; None: "he"."""
        inside: list[Person | None] = [
            p.person
            for p in self.row[: self.at]
            if p.person is not None and p.person is not self.piece.person
        ]
        before = self.named[-2 : -2 - BACK : -1]
        first = [some for of, some in before[:1] if of >= self.paragraph - 1]
        return [inside, *first, *(some for of, some in before[1:] if of == self.paragraph)]


Rule = Callable[[Setting], Speaker | None]


def several_named(at: Setting) -> Speaker | None:
    """As in "Ebner and Sousa agreed": two who stand together at the beginning of a clause."""
    other = at.row[at.at - 1] if at.at else None
    here = one_of(at)
    if other is None or here is None or not JOINED.fullmatch(at.text.low, other.stop, begin(at, at.at)):
        return None
    first = one_of(replace(at, at=at.at - 1))
    opening = at.text.low[at.start : begin(at, at.at - 1)].removesuffix("the ").rstrip()
    if first is None or first is here or (opening and opening[-1] not in ",;"):
        return None
    sides = tuple(dict.fromkeys(p.side.value for p in (first, here) if p.side is not None))
    if not sides:
        return None
    return Speaker(None, sides, Basis.STATED, "several_named", begin(at, at.at - 1), at.piece.stop)


def speaker_named(at: Setting) -> Speaker | None:
    """As in "Ebner thanked"."""
    if at.piece.kind != "person" or at.piece.person is None:
        return None
    return of_person(at, at.piece.person, Basis.STATED, "speaker_named")


def holder_of_the_office(at: Setting) -> Speaker | None:
    """As in "the minister thanked", where one takes part; of several, the one who was just named."""
    if at.piece.kind != "role":
        return None
    lead = at.text.low[max(at.start, at.piece.start - OPENING) : at.piece.start]
    if at.piece.start > at.start and not DEFINITE.search(lead):
        return None
    found = holders(at.piece, at.cast, at.roles, at.words)
    if len(found) == 1:
        return of_person(at, found[0], Basis.INFERRED, "holder_of_the_office")
    near = one_before(at, found)
    return of_person(at, near, Basis.INFERRED, "holder_just_named") if near else None


def he_or_she(at: Setting) -> Speaker | None:
    """As in "Ebner thanked the envoys. He added": the only one who was named before."""
    if at.piece.kind != "pronouns":
        return None
    near = one_before(at, None)
    other = OTHERWISE[at.piece.value].search(at.text.low, at.earlier, at.piece.start)
    return of_person(at, near, Basis.INFERRED, "only_one_named_before") if near and not other else None


def side_named(at: Setting) -> Speaker | None:
    """As in "the Iranian side proposed", "Iran proposed"."""
    if at.piece.kind != "side" or at.piece.value not in at.sides:
        return None
    return Speaker(None, (at.piece.value,), Basis.STATED, "side_named", begin(at, at.at), at.piece.stop)


def both_sides(at: Setting) -> Speaker | None:
    """As in "the sides agreed"; "they agreed" where people of several sides were named just before."""
    if at.piece.kind not in ("together", "plural") or len(at.sides) < 2:
        return None
    if at.piece.kind == "plural":
        near = next((some for some in at.before if some), ())
        if len({p.side.value for p in near if p and p.side is not None and p in at.cast.people}) < 2:
            return None
    return Speaker(None, (), Basis.STATED, "both_sides", at.piece.start, at.piece.stop)


RULES: tuple[Rule, ...] = (
    several_named,
    speaker_named,
    holder_of_the_office,
    he_or_she,
    side_named,
    both_sides,
)


def speaker_of(at: Setting) -> Speaker | None:
    """Who the one told at a place is; None where that isn't clear."""
    return next((speaker for rule in RULES if (speaker := rule(at)) is not None), None)


def subject_of(at: Setting) -> Speaker | None:
    """The same for the subject of a sentence; None where it is none: "with Ebner", "if he"."""
    found = speaker_of(at)
    if found is None:
        return None
    lead = at.text.low[max(at.start, found.start - OPENING) : found.start]
    words = re.findall(r"[a-z]+", lead.removesuffix("the "))
    hedged = words[-1:] and words[-1] in word_lists("en/voices")["hedges"]
    alone = not any(piece.kind == "manner" for piece in at.row[: at.at])
    joined = lead.removesuffix("the ").endswith(" and ") and (
        alone or not lead.removesuffix("the ").endswith(", and ")
    )
    return None if hedged or joined or OBJECT.search(lead) else found


def one_of(at: Setting) -> Person | None:
    """The person that a piece stands for, by its name or office."""
    found = speaker_named(at) or holder_of_the_office(at)
    return found.person if found else None


def of_person(at: Setting, person: Person, basis: Basis, rule: str) -> Speaker:
    """A person as the speaker."""
    sides = (person.side.value,) if person.side is not None else ()
    return Speaker(person, sides, basis, rule, begin(at, at.at), at.piece.stop)


def begin(at: Setting, place: int) -> int:
    """Where a name begins, with the rank and office that stand before it."""
    piece = at.row[place]
    while place and piece.person is not None and at.row[place - 1].person is piece.person:
        gap = at.text.low[at.row[place - 1].stop : piece.start]
        if gap.strip(" ,"):
            break
        place -= 1
        piece = at.row[place]
    start = piece.start - len("the ")
    return start if at.text.low[max(start, at.start) : piece.start] == "the " else piece.start


def one_before(at: Setting, among: Collection[Person] | None) -> Person | None:
    """The only person of the nearest words before that have one; of `among`, if that is given."""
    for some in at.before:
        near = [p for p in dict.fromkeys(some) if among is None or (p is not None and p in among)]
        if near or (some and among is None):
            return near[0] if len(near) == 1 else None
    return None
