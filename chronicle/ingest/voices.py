"""Who may be saying something in a sentence: names, offices, sides, pronouns, in the order of the text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from chronicle.ingest.cast import Person
from chronicle.ingest.scenes import Scene
from chronicle.ingest.text import Sentence, Text, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

NAMES_OF_SIDES = frozenset(("country", "demonym", "organisation"))
OF_GOVERNMENTS = frozenset(("prime minister", "premier", "head of government"))
SUBJECTS = frozenset(("person", "role", "side", "together", "pronouns", "plural"))


class Piece(NamedTuple):
    """A part of a sentence that matters to who said what."""

    start: int
    stop: int
    kind: str  # one of SUBJECTS, or "manner", "filler", "sources", "nobody"
    value: str = ""  # the manner; the country or organisation of a side; what a role is called
    side: str | None = None  # of a role: "the French ambassador"
    person: Person | None = None


Row = Sequence[Piece]  # of one sentence


def rows_of(text: Text, cast: Sequence[Person], scenes: Sequence[Scene]) -> list[Row]:
    """The pieces of each sentence, in order, none overlapping another; of two the longer one is kept."""
    rows: list[list[Piece]] = [[] for _ in text.sentences]
    for hit in text.hits["voices"]:
        piece = Piece(hit.start, hit.stop, hit.phrase.kind, hit.phrase.value)
        rows[sentence_at(text, hit.start)].append(piece)
    speaking = [any(piece.kind in ("manner", "sources") for piece in row) for row in rows]
    taken = set()
    for person in cast:
        for naming in person.namings:
            if speaking[naming.sentence]:
                taken |= {naming.office.span} if naming.office else set()
                rows[naming.sentence] += (
                    Piece(mention.span.start, mention.span.stop, "person", person=person)
                    for mention in (naming.person, naming.office, naming.rank)
                    if mention is not None
                )
    for number, scene in enumerate(scenes):
        if speaking[number]:
            here = [m for m in scene.here if m.span not in taken]
            row = [owned(piece, here) if piece.kind == "role" else piece for piece in rows[number]]
            rows[number] = [*row, *roles_in(here), *sides_in(text, scene.sentence, here)]
    return [apart(row) if len(row) > 1 else row for row in rows]


def owned(piece: Piece, here: Sequence[Mention]) -> Piece:
    """A role with the side that stands before it: "the Chinese diplomat"."""
    owner = next((m for m in here if m.span.stop == piece.start - 1 and m.kind in NAMES_OF_SIDES), None)
    return piece._replace(start=owner.span.start, side=owner.value) if owner else piece


def roles_in(here: Sequence[Mention]) -> Iterator[Piece]:
    """Offices that stand without a name: "the Azerbaijani Minister of Defense"."""
    for mention in here:
        if mention.kind == "office":
            start, stop = mention.span.start, mention.span.stop
            owners = (m for m in here if m.kind == "acts for" and start <= m.span.start < stop)
            owner = next(owners, None)
            yield Piece(start, stop, "role", mention.value.lower(), owner.value if owner else None)


def sides_in(text: Text, sentence: Sentence, here: Sequence[Mention]) -> Iterator[Piece]:
    """As in "Iran proposed", "the Iranian side thanked"; only where a clause begins with it."""
    nouns = word_lists("en/voices")["sides"]
    for mention in here:
        start, stop = mention.span.start, mention.span.stop
        if mention.kind not in NAMES_OF_SIDES:
            continue
        behind = text.low[stop : stop + 16]
        noun = next((noun for noun in nouns if behind.startswith(f" {noun} ")), "")
        before = text.low[sentence.span.start : start].removesuffix("the ").rstrip()
        if (noun or mention.kind != "demonym") and (not before or before[-1] in ',;:"“'):
            yield Piece(start, stop + len(noun) + bool(noun), "side", mention.value)


def apart(row: Sequence[Piece]) -> Row:
    """The pieces in order of the text, without those that begin inside another."""
    kept: list[Piece] = []
    for piece in sorted(row, key=lambda p: (p.start, -p.stop, p.kind != "person")):
        if not kept or piece.start >= kept[-1].stop:
            kept.append(piece)
    return kept


class Cast(NamedTuple):
    """Whom a role may stand for."""

    people: Sequence[Person]  # of the encounter
    others: Sequence[Person]  # named in the paragraph so far, who take no part
    host: str | None  # the country where they meet


def holders(piece: Piece, cast: Cast, roles: Mapping[str, Sequence[str]], words: Lexicon) -> list[Person]:
    """The people whom "the minister" or "the French ambassador" may be; deputies where nobody else is."""
    pool = [*cast.people, *cast.others]
    if piece.side is not None:
        pool = [p for p in pool if p.side is not None and p.side.value == piece.side]
    lists = word_lists("en/voices")
    if piece.value in lists["guests"] or piece.value in lists["hosts"]:
        return at_home_or_not(pool, cast, at_home=piece.value in lists["hosts"])
    if piece.value in words.relational:
        return pool if piece.side is not None else []
    if piece.value in lists["ranks"]:
        return [p for p in pool if p.rank is not None and piece.value in p.rank.value.lower()]
    fitting = [p for p in pool if p.role is not None and fits(piece.value, p.role.value.lower(), roles)]
    full = [p for p in fitting if p.role is not None and not is_deputy(p.role.value.lower(), lists)]
    return fitting if is_deputy(piece.value, lists) else full or fitting


def at_home_or_not(pool: Sequence[Person], cast: Cast, *, at_home: bool) -> list[Person]:
    """The hosts, or the guests: who acts for the country where they meet, or doesn't; if there are both."""
    known = [p for p in pool if p.side is not None]
    hosts = [p for p in known if p.side is not None and p.side.value == cast.host]
    others = [p for p in known if p not in hosts]
    return (hosts if at_home else others) if hosts and others else []


def fits(said: str, role: str, roles: Mapping[str, Sequence[str]]) -> bool:
    """Whether an office may be called so: "the minister" is no prime minister."""
    if said == role:
        return True
    if said not in OF_GOVERNMENTS:
        role = role.replace("prime minister", "")
    return any(word in role for word in roles.get(said, (said,)))


def is_deputy(role: str, lists: Mapping[str, Sequence[str]]) -> bool:
    """As in "first deputy minister", "vice president"."""
    return any(word in lists["deputies"] for word in role.replace("-", " ").split())
