"""The people of an article and its offices, while it is asked who holds which."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from chronicle.ingest.find.pieces import plain_rows
from chronicle.ingest.find.runs import TITLED
from chronicle.ingest.lazy import cached_property
from chronicle.ingest.namings import Naming
from chronicle.ingest.roles import role_words
from chronicle.ingest.text import Text, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span

LEAD = 30  # letters before an office that tell how it is spoken of
CLOSE = 40  # namings of officers around another's, at most
PAST = ("former ", "ex-", "then-", "then ", "late ", "one-time ")  # an office that is held no more
RANKED = frozenset("deputy vice assistant under state parliamentary second former".split())
DEPUTIES = ("deputy ", "vice", "assistant ", "first deputy ", "senior deputy ")  # who have no deputies
WITH_A = (" has a ", " have a ", " had a ", " gets a ", " got a ", " has its ")  # before "new ambassador"
NEVER = 1 << 62  # behind the end of every text
DEFINITE = re.compile(
    r"(?:^|[^a-z\s]\s*|\b(?:said|told|that|what|when|while|as|but|if|whether|because|where)\s)"
    r"(?:(?:the|its|their|his|her)\s(?:[\w-]+\s)?)?$"
    r"|\b(?!(?:of|for|with|to|by|from|at|in|on|between|against|under|and|or|via|than)\s)[a-z]+\s"
    r"(?:the|its|their|his|her)\s(?:[\w-]+\s)?$"
)  # no preposition before it


class Holder(NamedTuple):
    """A person while the office is looked for."""

    namings: tuple[Naming, ...]
    role: Mention | None
    sides: frozenset[str]

    @property
    def start(self) -> int:
        """Where the person is first named."""
        return self.namings[0].person.span.start


@dataclass(frozen=True)
class Told:
    """The article's offices: with a name, and without one."""

    text: Text
    words: Lexicon
    loose: tuple[Mention, ...]  # those that stand with no name
    sides: tuple[Mention, ...]  # in order of the text
    people: tuple[Span, ...]  # where they are named
    acts: tuple[Span, ...]  # where an encounter is told

    @cached_property
    def key(self) -> str:
        """The text with its people and their titles struck out: no office is of a name."""
        titles = {
            start + len(piece.text): start
            for row in plain_rows(self.text, self.words)
            for start, piece in zip(row.starts, row.pieces, strict=True)
            if piece.kind in TITLED
        }
        kept, end = [], 0
        for span in self.people:
            start = span.start
            while (before := titles.get(start - 1, titles.get(start - 2))) is not None:
                start = before
            kept += [self.text.key[end:start], "+" * (span.stop - start)]
            end = span.stop
        return "".join([*kept, self.text.key[end:]])

    @cached_property
    def starts(self) -> list[int]:
        """Where the sides stand."""
        return [m.span.start for m in self.sides]

    @cached_property
    def by_sentence(self) -> dict[int, list[Mention]]:
        """The loose offices of each sentence."""
        found: dict[int, list[Mention]] = {}
        for office in self.loose:
            found.setdefault(sentence_at(self.text, office.span.start), []).append(office)
        return found

    def is_definite(self, office: Mention) -> bool:
        """Whether the office is told of as somebody known, after no preposition."""
        start, low = office.span.start, self.text.low
        if low.startswith("new ", start) and low.endswith(WITH_A, 0, start):
            return True  # "Italy has a new ambassador"
        return DEFINITE.search(low[max(0, start - LEAD) : start]) is not None

    def sides_of(self, office: Mention) -> frozenset[str]:
        """Whom the office is held for."""
        first, last = bisect_left(self.starts, office.span.start), bisect_left(self.starts, office.span.stop)
        return frozenset(m.value for m in self.sides[first:last])


@dataclass(frozen=True)
class Roster:
    """The people as they stand before a rule; what several ask is worked out once."""

    holders: tuple[Holder, ...]
    told: Told
    since: dict[tuple[str, frozenset[str], bool], int] = field(default_factory=dict)

    @cached_property
    def free(self) -> list[int]:
        """Who has no office yet, and is more than a word."""
        return [
            k
            for k, holder in enumerate(self.holders)
            if holder.role is None and not any(n.speaking for n in holder.namings)
        ]

    @cached_property
    def free_by_sentence(self) -> dict[int, list[int]]:
        """Those who have no office, by the sentences in which they are named."""
        return self.in_sentences(self.free)

    @cached_property
    def held_by_sentence(self) -> dict[int, list[int]]:
        """Those who have an office, by the sentences in which they are named."""
        return self.in_sentences([k for k, holder in enumerate(self.holders) if holder.role is not None])

    def in_sentences(self, numbers: list[int]) -> dict[int, list[int]]:
        """The sentences in which these people are named."""
        found: dict[int, list[int]] = {}
        for k in numbers:
            for sentence in dict.fromkeys(n.sentence for n in self.holders[k].namings):
                found.setdefault(sentence, []).append(k)
        return found

    @cached_property
    def spans(self) -> frozenset[tuple[int, int]]:
        """Where the offices stand that somebody holds."""
        roles = (holder.role for holder in self.holders)
        return frozenset((role.span.start, role.span.stop) for role in roles if role is not None)

    @cached_property
    def values(self) -> frozenset[str]:
        """The offices that somebody holds, lower case."""
        return frozenset(holder.role.value.lower() for holder in self.holders if holder.role is not None)

    @cached_property
    def keys(self) -> list[tuple[frozenset[str], Holder]]:
        """The words of each office that is held."""
        words = self.told.words
        return [(frozenset(role_words(h.role.value, words)), h) for h in self.holders if h.role is not None]

    @cached_property
    def officers(self) -> list[tuple[int, int, Mention]]:
        """Where those are named who hold an office of their own, in order of the text."""
        relational = self.told.words.relational
        return sorted(
            (
                (n.person.span.start, k, holder.role)
                for k, holder in enumerate(self.holders)
                if holder.role is not None and holder.role.value.lower() not in relational
                if not self.told.text.low.startswith(PAST, holder.role.span.start)
                for n in holder.namings
            ),
            key=lambda officer: officer[0],
        )

    def held_since(self, role: str, sides: frozenset[str], *, strictly: bool) -> int:
        """Where the first is named who has this office; `strictly` if it must be said of their side."""
        asked = role, sides, strictly
        if asked not in self.since:
            key = frozenset(role_words(role, self.told.words))
            starts = (
                holder.start
                for own, holder in self.keys
                if (key <= own or own <= key)
                and (sides or not (key ^ own) & RANKED)
                and not (sides and not sides & holder.sides and (holder.sides or strictly))
            )
            self.since[asked] = min(starts, default=NEVER)
        return self.since[asked]

    def is_held(self, office: Mention) -> bool:
        """Whether somebody is said to hold the office."""
        if (office.span.start, office.span.stop) in self.spans:
            return True
        low = office.value.lower()
        if low in self.told.words.told.same:
            return False
        return self.held_since(low, self.told.sides_of(office), strictly=True) < NEVER

    def is_soldier(self, number: int) -> bool:
        """Whether the person is named with a rank."""
        return any(naming.rank is not None for naming in self.holders[number].namings)

    def another_officer(self, number: int, office: Mention, *, deputies: bool = True) -> Mention | None:
        """The office of the one who was last named before, or else first after, and is somebody else."""
        at = bisect_left(self.officers, office.span.start, key=lambda officer: officer[0])
        before = [
            officer
            for officer in reversed(self.officers[max(0, at - CLOSE) : at])
            if officer[1] != number
            and officer[2].rule != "deputy_of_another"
            and (deputies or not officer[2].value.lower().startswith(DEPUTIES))
        ]
        own = self.holders[number].sides
        nearest = [role for _, k, role in before if own.isdisjoint(self.holders[k].sides)]
        if self.is_soldier(
            number
        ):  # "…, Chief of the General Staff, saw the minister and his counterpart, General …"
            sentence = self.told.text.sentences[sentence_at(self.told.text, office.span.start)].span
            here = [role for start, k, role in before if start >= sentence.start and self.is_soldier(k)]
            nearest = here or nearest
        others = (*before, *self.officers[:CLOSE], *self.officers[at : at + CLOSE])
        return next(iter(nearest), None) or next((role for _, k, role in others if k != number), None)
