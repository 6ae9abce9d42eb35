"""Offices told by what their holders do: who acts as minister, who talked with somebody named."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.roles import role_words
from chronicle.ingest.roster import Roster
from chronicle.ingest.text import sentence_at
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

CROWD = 24  # namings in a sentence, too many to tell who met whom
PRONOUNS = (" he ", " she ", ", he ", ", she ")


def office_of_the_subject(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "Koren is on no holiday. As minister of foreign affairs she …": of who was last named."""
    told = roster.told
    for office in told.loose if roster.free else ():
        start, low = office.span.start, told.text.low
        if not low.endswith("as ", 0, start) or not low.startswith(PRONOUNS, office.span.stop):
            continue
        at = sentence_at(told.text, start)
        last = [k for k in roster.free_by_sentence.get(at - 1, ()) if not roster.held_by_sentence.get(at - 1)]
        if len(last) == 1:
            yield last[0], office


def office_of_who_talked(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "Koren met Lund. Norway's envoy was glad of the talks with Koren": the office is Lund's.

    Nobody else met Koren, nobody else is of Norway, and no other office is told so of those talks.
    """
    met = who_met(roster) if roster.free and roster.told.acts else {}
    for number, partners in met.items():
        offices = list(of_talks_with(number, roster)) if len(partners) == 1 else []
        other = min(partners)
        if other not in roster.free or len({roster.told.sides_of(office) for office in offices}) != 1:
            continue
        longest = max(offices, key=lambda office: len(office_words(office, roster)))
        alike = all(office_words(office, roster) <= office_words(longest, roster) for office in offices)
        if alike and may_hold(longest, number, other, roster):
            yield other, longest


def who_met(roster: Roster) -> dict[int, set[int]]:
    """For each of the people, whom they met: named on the other side of an act, or alone with them beside it.

    Nobody, where a sentence names a crowd.
    """
    here: dict[int, list[tuple[int, int]]] = {}
    for number, holder in enumerate(roster.holders):
        for naming in holder.namings:
            here.setdefault(naming.sentence, []).append((naming.person.span.start, number))
    met: dict[int, set[int]] = {}
    for act in roster.told.acts:
        named = here.get(sentence_at(roster.told.text, act.start), ())
        if len(named) > CROWD:
            return {}
        alone = len({number for _, number in named}) == len("ab")  # "X and Y conferred"
        for (start, one), (after, other) in combinations(sorted(named), len("ab")):
            if one != other and (alone or start < act.start < after):
                met.setdefault(one, set()).add(other)
                met.setdefault(other, set()).add(one)
    return met


def of_talks_with(number: int, roster: Roster) -> Iterator[Mention]:
    """The offices of a side that are the subject of a sentence on the talks with somebody."""
    told, text = roster.told, roster.told.text
    vague = told.words.generic | told.words.relational
    for naming in roster.holders[number].namings:
        start = text.sentences[naming.sentence].span.start
        if talks_with().search(text.low, start, naming.person.span.start):
            for office in told.by_sentence.get(naming.sentence, ()):
                telling = office.kind == "office" and office.value.lower() not in vague
                subject = office.span.start == start or told.is_definite(office)
                sides = told.sides_of(office)
                if telling and subject and len(sides) == 1:
                    yield office


def may_hold(office: Mention, number: int, other: int, roster: Roster) -> bool:
    """Whether the other's side may be the office's, nobody else is of it, no third may hold the office."""
    sides, key = roster.told.sides_of(office), office_words(office, roster)
    for k, holder in enumerate(roster.holders):
        if k == other:
            if holder.sides and not holder.sides & sides:
                return False
        elif holder.sides & sides:
            return False
        elif k != number and holder.role is not None and not holder.sides:
            own = office_words(holder.role, roster)
            if own and (own <= key or key <= own):
                return False
    return True


def office_words(office: Mention, roster: Roster) -> frozenset[str]:
    """The words that tell the office."""
    return frozenset(role_words(office.value, roster.told.words))


@cache
def talks_with() -> re.Pattern[str]:
    """As in "the talks in Warsaw with", "as soon as he and", right before a name or a title.

    So are only talks told that were told before, no others.
    """
    talks = alternatives(word_lists("en/parts")["talks"])
    known = r"(?:the|his|her|these|those|this|that|after|during|following)"
    told = rf"{known} (?:[a-z-]+ ){{0,2}}?(?:{talks})(?: [a-z-]+){{0,3}}? with"
    return re.compile(rf"\b(?:{told}|(?:he|she) and) (?:[a-z.-]+ ){{0,3}}$")
