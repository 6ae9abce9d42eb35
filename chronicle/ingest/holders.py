"""Offices told apart from their holders' names: "his counterpart", "the three ministers"."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from chronicle.ingest.bodies_told import Others, body_of, kind_of, without_seat
from chronicle.ingest.doings import office_of_the_subject, office_of_who_talked
from chronicle.ingest.envoys import office_of_an_envoy
from chronicle.ingest.find.day_kinds import alternatives
from chronicle.ingest.fuller import (
    SHORT_NAME,
    called_president,
    ministries_led,
    short_names,
    spelled_out,
    with_its_body,
)
from chronicle.ingest.roles import bare, role_words
from chronicle.ingest.roster import LEAD, Holder, Roster, Told
from chronicle.ingest.shared_offices import office_of_a_fellow, office_of_a_group, office_of_the_other
from chronicle.ingest.text import Text, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import word_lists
from chronicle.model import Kind, Mention

MINISTER = (" minister", "minister of defense", "minister of defence", "minister of foreign affairs")
OF_A_FIELD = re.compile(r"\b([Mm]inister of (?!(?i:state)\b).+)$")
OF_ANOTHER = re.compile(r"\b(?:counterpart|opposite number|colleague|homologue), (?:the )?")
OF_ANOTHER_MEMBER = re.compile(r"\b(?:counterpart|opposite number|homologue),? senator$")
SENT = "representative"  # tells enough with whom it is of: "the WHO Representative"
TWO = 2
MAJESTY = re.compile(r"\b(?:His|Her) (?:Royal )?(?:Majesty|Highness)(?:$|(?= for ))")
SOVEREIGNS = frozenset(("king", "queen", "sultan", "emir", "amir"))
OF_A_STATE = frozenset(("president", "prime minister", "chancellor", "king", "emir"))
PRESIDING, SPEAKING = "president of the national assembly", frozenset(("speaker", "parliament speaker"))

Rule = Callable[[Roster], Iterator[tuple[int, Mention]]]


def with_offices_told_elsewhere(
    holders: Sequence[Holder], text: Text, found: Sequence[Mention], words: Lexicon
) -> tuple[Mention | None, ...]:
    """The office of each, as it stands with the name or as a rule finds it elsewhere."""
    held = {n.office.span for h in holders for n in h.namings if n.office is not None}
    offices = (called_president(m, text) for m in found if m.kind in ("office", "offices"))
    sides = tuple(m for m in found if m.kind == "acts for")
    people = tuple(sorted((m.span for m in found if m.kind == "person"), key=lambda span: span.start))
    acts = tuple(m.span for m in found if m.kind == "act" and m.value != Kind.VISIT)
    told = Told(text, words, tuple(m for m in offices if m.span not in held), sides, people, acts)
    roster = Roster(tuple(holders), told)
    for rule in RULES:
        given = {number: replace(office, rule=rule.__name__) for number, office in rule(roster)}
        if given:
            roster = with_offices(roster, given)
    return tuple(holder.role for holder in roster.holders)


def with_offices(roster: Roster, given: Mapping[int, Mention]) -> Roster:
    """The people, some with another office."""
    holders = (h._replace(role=given.get(k, h.role)) for k, h in enumerate(roster.holders))
    return Roster(tuple(holders), roster.told)


def office_of_the_counterpart(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "his Belarusian counterpart, Andrei Ravkov": the other's office."""
    words = roster.told.words
    for number, holder in enumerate(roster.holders):
        if holder.role is not None and means_the_same(holder.role, roster.told):
            other = roster.another_officer(number, holder.role)
            if other is not None:
                officials = words.told.foreign_secretaries.issuperset(
                    {*holder.sides, *roster.told.sides_of(other)}
                )
                same = officials and holder.sides and other.value.lower() == "foreign secretary"
                value = other.value if same else of_any_country(other.value, words)
                yield number, replace(holder.role, value=value)


def of_any_country(office: str, words: Lexicon) -> str:
    """As in "Minister of Foreign Affairs and Expatriates": what the counterpart elsewhere is called."""
    plain = list(everywhere().finditer(office))
    before = office[: plain[0].start()] if len(plain) == 1 else None
    if before is not None and (not before or before.endswith(" and ")):
        office = plain[0][0]
    return words.counterparts.get(office.lower(), office)


@cache
def everywhere() -> re.Pattern[str]:
    """The ministers whom every country has."""
    return re.compile(rf"\b(?:{alternatives(word_lists('en/office_words')['everywhere'])})\b", re.IGNORECASE)


def means_the_same(office: Mention, told: Told) -> bool:
    """As in "his Hungarian counterpart", "his Hungarian counterpart, Minister (or Senator) X"."""
    low, start = office.value.lower(), office.span.start
    led = told.text.low[max(0, start - LEAD) : office.span.stop] if low in ("minister", "senator") else ""
    another = (OF_ANOTHER if low == "minister" else OF_ANOTHER_MEMBER).search(led)
    return low in told.words.told.same or bool(another)


def office_of_the_deputy(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "the prime minister … Jelena Radunović, his deputy": the other's office, as a deputy."""
    for number, holder in enumerate(roster.holders):
        if holder.role is not None and holder.role.rule == "deputy_of_another":
            told = roster.told.by_sentence.get(holder.namings[0].sentence, ())
            start = holder.role.span.start
            near = [m for m in told if m.kind == "office" and m.span.stop <= start]
            best = near[-1] if near else roster.another_officer(number, holder.role, deputies=False)
            if best is not None:
                charge = holder.role.value.partition(" for ")[2]
                value = f"Deputy {best.value} for {charge}" if charge else f"Deputy {best.value}"
                yield number, replace(holder.role, value=value)


def office_in_another_sentence(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "… said Mehraliyev. … the Deputy Defense Minister having asked": of the one without an office."""
    told, given = roster.told, set[int]()
    if not roster.free:
        return
    vague = told.words.generic | told.words.relational
    for office in told.loose:
        low = office.value.lower()
        if office.kind != "office" or low in vague or not told.is_definite(office):
            continue
        if tuple(office.span) in roster.spans:
            continue
        sides, at, start = told.sides_of(office), sentence_at(told.text, office.span.start), office.span.start
        last = [k for k in roster.free_by_sentence.get(at - 1, ()) if k not in given]
        near = [k for k in last if fits(roster.holders[k], sides, at)]
        if roster.held_since(low, sides, strictly=bool(near)) < start:
            continue
        before = (
            k
            for k in roster.free
            if k not in given and roster.holders[k].start < start and fits(roster.holders[k], sides, at)
        )
        best = near if len(near) == 1 else list(islice(before, TWO))
        if len(best) == 1:
            given.add(best[0])
            yield best[0], office


def office_before_the_name(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "The defense minister sat down with his Polish counterpart. Chang said …": in their order."""
    told, words = roster.told, roster.told.words
    first: dict[int, list[int]] = {}
    for k in roster.free:
        first.setdefault(roster.holders[k].namings[0].sentence, []).append(k)
    for at, named in first.items():
        held = [
            m
            for m in told.by_sentence.get(at - 1, ())
            if m.kind == "office"
            and (m.value.lower() in words.told.same or m.value.lower() not in words.generic)
            and not roster.is_held(m)
        ]
        holders = named if len(held) == 1 else named + first.get(at + 1, [])
        if len(held) == len(holders) and all(told.is_definite(m) for m in held[:1]):
            yield from zip(holders, held, strict=True)


def office_of_their_country(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "Laos' Bounkham … the first stay of the Lao prime minister": the only one of the country."""
    told, free = roster.told, dict[str, list[int]]()
    for k in roster.free:
        for side in roster.holders[k].sides:
            free.setdefault(side, []).append(k)
    for office in told.loose if free else ():
        sides = told.sides_of(office)
        low = office.value.lower()
        if office.kind != "office" or not sides or (low in told.words.generic and low != SENT):
            continue
        theirs = [k for side in sides for k in free.get(side, ())]
        if len(theirs) == 1 and not roster.is_held(office):
            for side in roster.holders[theirs[0]].sides:
                free[side].remove(theirs[0])
            yield theirs[0], office


def fits(holder: Holder, sides: frozenset[str], at: int) -> bool:
    """Whether the office can be the person's: not of another country, nor beside the name of another."""
    if any(n.sentence == at for n in holder.namings):
        return False
    return not sides or not holder.sides or bool(sides & holder.sides)


def fuller_office(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "Minister Saidzoda" in an article on the "Tajik Defence Minister": the office in full."""
    known: dict[tuple[str, frozenset[str]], Mention | None] = {}
    ministers = any(h.role is not None and h.role.value.lower() == "minister" for h in roster.holders)
    others = offices_of_the_others(roster) if ministers else {}
    for number, holder in enumerate(roster.holders):
        called = as_it_is_called(holder, roster.told)
        if called is not None:
            yield number, called
            continue
        if holder.role is None or not bare(holder.role.value) or means_the_same(holder.role, roster.told):
            continue
        low = holder.role.value.lower()
        value = ministry_of(roster, holder, others) if low == "minister" else None
        if value is not None:
            yield number, replace(holder.role, value=value)
            continue
        if (low, holder.sides) not in known:
            known[low, holder.sides] = fuller(low, holder.sides, roster)
        office = known[low, holder.sides]
        if office is not None:
            yield number, office


def as_it_is_called(holder: Holder, told: Told) -> Mention | None:
    """As in "Chad's leader Ann Hart" of "the President of Chad"; who presides is there called a speaker."""
    role = holder.role.value.lower() if holder.role is not None else ""
    if holder.role is None or not (role == "leader" or role.startswith(PRESIDING)) or not holder.sides:
        return None
    asked = OF_A_STATE if role == "leader" else SPEAKING
    named = {
        office.value.lower(): office
        for office in told.loose
        if office.kind == "office" and office.value.lower() in asked and holder.sides & told.sides_of(office)
    }
    if len(named) != 1:
        return None
    office = next(iter(named.values()))
    if role == "leader":
        return office
    return replace(holder.role, value=holder.role.value.replace("President", "Speaker", 1))


def offices_of_the_others(roster: Roster) -> Mapping[int, str]:
    """As in "his Israeli counterpart, Defense Minister Benny Gantz": a minister's office, by its sentence."""
    told, found = roster.told, dict[int, str]()
    for _, _, role in roster.officers:
        led = told.text.low[max(0, role.span.start - LEAD) : role.span.stop]
        low = role.value.lower()
        if low != "minister" and f" {low}".endswith(MINISTER) and OF_ANOTHER.search(led):
            found[sentence_at(told.text, role.span.start)] = role.value
    return found


def ministry_of(roster: Roster, holder: Holder, others: Mapping[int, str]) -> str | None:
    """As in "Minister Hamada and his Israeli counterpart, Defense Minister …", "the Interior Ministry"."""
    same = next((others[n.sentence] for n in holder.namings if n.sentence in others), None)
    if same is not None:
        return same
    bodies = ministries_led(roster.told.key, roster.told.words)
    if bodies:
        return f"Minister of {min(bodies)}" if len(bodies) == 1 else None
    told = {
        found[1].lower(): found[1]
        for _, _, role in roster.officers
        if (found := OF_A_FIELD.search(role.value))
    }
    return min(told.values()) if len(told) == 1 else None


def fuller(low: str, own: frozenset[str], roster: Roster) -> Mention | None:
    """The only loose office that says more than this one and that nobody holds."""
    told, found = roster.told, dict[frozenset[str], Mention]()
    for office in told.loose:
        value = office.value.lower()
        more = value.endswith(f" {low}") or value.startswith(f"{low} ")
        more = more and not value.endswith("prime minister")
        if office.kind != "office" or not more or value in roster.values:
            continue
        sides = told.sides_of(office)
        if not sides or not own or sides & own:
            found.setdefault(frozenset(role_words(value, told.words)), office)
    return next(iter(found.values())) if len(found) == 1 else None


def office_with_its_body(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "the head of the Academy", "the ministry's Chief of Staff": of which, as the text has it."""
    for number, holder in enumerate(roster.holders):
        if holder.role is not None:
            office = of_the_king(called_president(holder.role, roster.told.text), roster)
            value = with_its_body(office, roster.told) or office.value
            if value != holder.role.value:
                yield number, replace(office, value=value)


def of_the_king(office: Mention, roster: Roster) -> Mention:
    """As in "Adviser to His Majesty" where a king is told of, and no other sovereign."""
    if MAJESTY.search(office.value) is None:
        return office
    values = {h.role.value.lower() for h in roster.holders if h.role is not None}
    reigning = (values | {m.value.lower() for m in roster.told.loose}) & SOVEREIGNS
    king = min(reigning).title() if len(reigning) == 1 else None
    return replace(office, value=MAJESTY.sub(f"the {king}", office.value)) if king else office


def office_of_a_body_told(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "… the National War College. The Commandant, Rear Admiral Adeyinka": of the body told nearest."""
    short = [
        (k, h.role) for k, h in enumerate(roster.holders) if h.role is not None and kind_of(h.role.value)
    ]
    if not short:
        return
    sides = Counter(side for holder in roster.holders for side in holder.sides)
    heads: dict[str, set[str]] = {without_seat(role.value).lower(): set() for _, role in short}
    for said in roster.values:
        head, of, body = said.partition(" of ")
        if of and head in heads:
            heads[head].add(body.removeprefix("the "))
    for number, role in short:
        own = roster.holders[number].sides
        theirs = frozenset(side for side, times in sides.items() if times > (side in own))
        others = Others(theirs, frozenset(heads[without_seat(role.value).lower()]))
        value = body_of(role, own, others, roster.told)
        if value is not None:
            yield number, replace(role, value=value)


def office_spelled_out(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "the PCG Commandant" where "the Philippine Coast Guard (PCG)" is told of."""
    for number, holder in enumerate(roster.holders):
        if holder.role is not None and SHORT_NAME.search(holder.role.value):
            short = short_names(roster.told.text.key)
            value = spelled_out(holder.role.value, short, roster.told.words)
            if value != holder.role.value:
                yield number, replace(holder.role, value=value)


def last_office_left(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "Hayase received Tekinaiti … the Minister for Fisheries of Kiribati": one person, one office."""
    told = roster.told
    if len(roster.free) != 1:
        return
    number = roster.free[0]
    own, left = roster.holders[number].sides, dict[frozenset[str], Mention]()
    for office in told.loose:
        low, sides = office.value.lower(), told.sides_of(office)
        plain = low in told.words.generic | told.words.relational
        if low in told.words.told.same:  # "his Canadian counterpart", where no other Canadian is named
            plain = another_is_named(sides, roster)
        if office.kind != "office" or plain or not sides or roster.is_held(office):
            continue
        if not own or own & sides:
            left.setdefault(frozenset(role_words(office.value, told.words)), office)
    longest = max(left, key=len, default=frozenset[str]())
    if left and all(key <= longest for key in left):
        yield number, left[longest]


def offices_in_their_order(roster: Roster) -> Iterator[tuple[int, Mention]]:
    """As in "Tourism Minister Hosts German Envoy. Moleke hosted Hart": two people, two offices, no more."""
    told = roster.told
    if len(roster.free) != TWO or len(roster.holders) != TWO:
        return
    vague = told.words.relational | {"minister", "official", "chief", "head", "leader", "representative"}
    left: dict[frozenset[str], Mention] = {}
    for office in told.loose:
        if office.kind == "office" and office.value.lower() not in vague:
            left.setdefault(frozenset(role_words(office.value, told.words)), office)
    if len(left) == TWO:
        yield from zip(roster.free, left.values(), strict=True)


def another_is_named(sides: frozenset[str], roster: Roster) -> bool:
    """Whether somebody of these sides is named, or a counterpart of whom the side isn't told."""
    return any(
        sides & h.sides or (not h.sides and h.role is not None and means_the_same(h.role, roster.told))
        for h in roster.holders
    )


RULES: tuple[Rule, ...] = (
    office_of_the_subject,
    office_of_who_talked,
    office_of_a_group,
    office_of_a_fellow,
    office_of_the_other,
    office_in_another_sentence,
    office_before_the_name,
    office_in_another_sentence,  # again: who is left may be the only one now
    office_of_their_country,
    offices_in_their_order,
    last_office_left,
    office_of_the_deputy,
    fuller_office,
    office_with_its_body,
    office_of_a_body_told,
    office_spelled_out,
    office_of_an_envoy,
    office_of_the_counterpart,
)
