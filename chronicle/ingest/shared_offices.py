"""Offices told of several at once: "the three ministers", "the police ministers of the islands"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronicle.ingest.plurals import single_of
from chronicle.ingest.roles import role_words
from chronicle.ingest.roster import LEAD, Roster, Told
from chronicle.ingest.text import sentence_at
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

NEAR = 3  # sentences around a group's office in which its holders are named
GROUP = re.compile(r"\b(?:the|both|all|their|these)(?: \w+)?(?: new)? $")
OF_MISSIONS = r"(?:heads|chiefs) of (?:the )?(?:diplomatic )?missions?"
VAGUE = re.compile(
    rf"\b(?:{'|'.join(word_lists('en/office_words')['vague_groups'])}|{OF_MISSIONS})$",
    re.IGNORECASE,
)
AND = " and "
BOTH = re.compile(r"\b(?:the two|both)(?: \w+)? $")
TWO = 2


def office_of_a_group(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "The three defense ministers had begun …": of those named near who have no office."""
    told = roster.told
    if not roster.free:
        return
    groups = [(sentence_at(told.text, m.span.start), m) for m in told.loose if is_group(m, told.words)]
    places = [at for at, _ in groups]
    chosen: dict[int, list[int]] = {}
    for k in roster.free if groups else ():
        near, number = min(nearest(places, n.sentence) for n in roster.holders[k].namings)
        if near[0] <= NEAR:
            chosen.setdefault(number, []).append(k)
    for number, holders in chosen.items():
        at, group = groups[number]
        led = GROUP.search(told.text.low, max(0, group.span.start - LEAD), group.span.start) is not None
        office = replace(group, kind="office", value=fullest(group, groups, told))
        after = any(n.sentence > at for k in holders for n in roster.holders[k].namings)
        if (led or after) and len(holders) + fellows(roster, office, at) >= TWO:
            yield from ((k, office) for k in holders)


def office_of_a_fellow(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "police ministers … Tonga Police Minister Sione Fifita … Fifita and Tui Malua agreed": both."""
    told, words = roster.told, roster.told.words
    loose = (m for m in told.loose if is_group(m, words)) if roster.free else ()
    groups = {frozenset(role_words(single_of(m.value, words), words)): m for m in loose}
    if not groups:
        return
    spans = [(n.person.span, holder.role) for holder in roster.holders for n in holder.namings]
    ends, starts = ({s.stop: r for s, r in spans}, {s.start: r for s, r in spans})
    for k in roster.free:
        for span in (n.person.span for n in roster.holders[k].namings):
            before = ends.get(span.start - len(AND)) if told.text.low.endswith(AND, 0, span.start) else None
            after = starts.get(span.stop + len(AND)) if told.text.low.startswith(AND, span.stop) else None
            role = before or after
            group = groups.get(frozenset(role_words(role.value, words))) if role is not None else None
            if role is not None and group is not None:
                yield k, replace(group, kind="office", value=role.value)
                break


def office_of_the_other(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "Foreign Minister Demir met Russia's Korolyov. The two ministers agreed": the other's office."""
    told = roster.told
    for group in told.loose if roster.free else ():
        low, start = group.value.lower(), group.span.start
        led = group.kind == "offices" and BOTH.search(told.text.low, max(0, start - LEAD), start)
        single = single_of(group.value, told.words).lower()
        if not led or single not in told.words.generic:
            continue
        at = sentence_at(told.text, start)
        for sentence in (at, at - 1):
            free, held = roster.free_by_sentence.get(sentence, []), roster.held_by_sentence.get(sentence, [])
            role = roster.holders[held[0]].role if len(free) == len(held) == 1 else None
            if len(free) == 1 and not held and len(roster.free) == 1:
                role = roster.another_officer(free[0], group)
            if role is not None and f" {role.value.lower()}".endswith(f" {single}") and low != single:
                yield free[0], role
                break


def nearest(places: Sequence[int], at: int) -> tuple[tuple[int, bool], int]:
    """How many sentences lie between the sentence and the nearest place, whether it comes first; which."""
    after = bisect_left(places, at)
    around = [after] if after < len(places) else []
    if after:
        around.append(bisect_left(places, places[after - 1]))
    return min(((abs(places[k] - at), at < places[k]), k) for k in around)


def fullest(group: Mention, groups: Sequence[tuple[int, Mention]], told: Told) -> str:
    """As in "the Co-chairs" after "the Co-chairs of the Discussions": the office as it is told in full."""
    low = group.value.lower()
    longer = (m.value for _, m in groups if m.value.lower().startswith(f"{low} of "))
    return single_of(next(longer, group.value), told.words)


def fellows(roster: Roster, office: Mention, at: int) -> int:
    """How many near the group's office are said to hold it: "Fiji Foreign Minister Ratu Sereki"."""
    words = roster.told.words
    key = role_words(office.value, words)
    near = {
        k for sentence in range(at - NEAR, at + NEAR + 1) for k in roster.held_by_sentence.get(sentence, ())
    }
    roles = (roster.holders[k].role for k in near)
    return sum(role_words(role.value, words) == key for role in roles if role is not None)


def is_group(office: Mention, words: Lexicon) -> bool:
    """Whether a plural names one office of all: not "leaders", not "lawmakers"."""
    low = office.value.lower()
    if office.kind != "offices" or low in words.relational or low.startswith("top "):
        return False
    if VAGUE.search(low) and (" " not in low or low not in words.told.singles or "mission" in low):
        return False  # but "the army chiefs"
    single = single_of(office.value, words)
    return single != office.value and single.lower() not in words.generic
