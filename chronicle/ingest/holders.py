"""Offices told apart from their holders' names: "his counterpart", "the three ministers"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronicle.ingest.namings import Naming, single_of
from chronicle.ingest.roles import role_words
from chronicle.ingest.text import Text, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.model import Mention

NEAR = 3  # sentences around a group's office in which its holders are named
GROUP = re.compile(r"\b(?:the|both|all|their|these)(?: \w+)?(?: new)? $")
DEFINITE = re.compile(
    r"(?:^|[^a-z\s]\s*|\b(?:said|told|that|what|when|while|as|but|if|whether|because|where)\s)"
    r"(?:(?:the|its|their|his|her)\s(?:[\w-]+\s)?)?$"
)  # no preposition before it
VAGUE = re.compile(
    r"\b(?:chiefs?|leaders|heads|lawmakers|legislators|parliamentarians|officials)$", re.IGNORECASE
)
TWO = 2
MINISTRY = re.compile(r"\b[Mm]inistry (?:of|for) (?:the )?([A-Z][\w-]+(?:(?:,| and|, and)? [A-Z][\w-]+)*)")
BARE = 2  # words of an office that names no field, at most


@dataclass(frozen=True, slots=True)
class Holder:
    """A person while the office is looked for."""

    namings: tuple[Naming, ...]
    role: Mention | None
    sides: frozenset[str]

    @property
    def start(self) -> int:
        """Where the person is first named."""
        return self.namings[0].person.span.start


@dataclass(frozen=True, slots=True)
class Told:
    """The article's offices: with a name, and without one."""

    text: Text
    words: Lexicon
    loose: tuple[Mention, ...]  # those that stand with no name
    sides: tuple[Mention, ...]

    def sides_of(self, office: Mention) -> frozenset[str]:
        """Whom the office is held for."""
        span = office.span
        return frozenset(m.value for m in self.sides if span.start <= m.span.start < span.stop)


Rule = Callable[[list[Holder], Told], Iterator[tuple[int, Mention]]]


def with_offices_told_elsewhere(
    holders: Sequence[Holder], text: Text, found: Sequence[Mention], words: Lexicon
) -> tuple[Mention | None, ...]:
    """The office of each, as it stands with the name or as a rule finds it elsewhere."""
    held = {n.office.span for h in holders for n in h.namings if n.office is not None}
    offices = (m for m in found if m.kind in ("office", "offices"))
    sides = tuple(m for m in found if m.kind == "acts for")
    told = Told(text, words, tuple(m for m in offices if m.span not in held), sides)
    known = list(holders)
    for rule in RULES:
        for number, office in tuple(rule(known, told)):
            known[number] = replace(known[number], role=replace(office, rule=rule.__name__))
    return tuple(holder.role for holder in known)


def another_officer(known: Sequence[Holder], number: int, office: Mention, told: Told) -> Mention | None:
    """The office of the one who was last named before, or else first after, and is somebody else."""
    relational = told.words.relational
    others = [
        (n.person.span.start, h.role)
        for k, h in enumerate(known)
        if k != number and h.role is not None and h.role.value.lower() not in relational
        for n in h.namings
    ]
    before = [pair for pair in others if pair[0] < office.span.start and pair[1].rule != "deputy_of_another"]
    best = max(before, key=lambda pair: pair[0], default=None) or min(
        others, key=lambda pair: pair[0], default=None
    )
    return best[1] if best else None


def office_of_the_counterpart(known: list[Holder], told: Told) -> Iterator[tuple[int, Mention]]:
    """As in "his Belarusian counterpart, Andrei Ravkov": the other's office."""
    for number, holder in enumerate(known):
        if holder.role is not None and holder.role.value.lower() in told.words.told.same:
            other = another_officer(known, number, holder.role, told)
            if other is not None:
                value = told.words.counterparts.get(other.value.lower(), other.value)
                yield number, replace(holder.role, value=value)


def office_of_the_deputy(known: list[Holder], told: Told) -> Iterator[tuple[int, Mention]]:
    """As in "the prime minister … Jelena Radunović, his deputy": the other's office, as a deputy."""
    for number, holder in enumerate(known):
        if holder.role is not None and holder.role.rule == "deputy_of_another":
            other = another_officer(known, number, holder.role, told)
            near = [m for m in told.loose if m.kind == "office" and m.span.stop <= holder.role.span.start]
            near = [m for m in near if sentence_at(told.text, m.span.start) == sentence_of(holder.namings[0])]
            best = near[-1] if near else other
            if best is not None:
                yield number, replace(holder.role, value=f"Deputy {best.value}")


def sentence_of(naming: Naming) -> int:
    """The number of the naming's sentence."""
    return naming.sentence


def roleless(known: Sequence[Holder]) -> list[int]:
    """Who has no office yet, and is more than a word."""
    return [k for k, h in enumerate(known) if h.role is None and not any(n.speaking for n in h.namings)]


def office_of_a_group(known: list[Holder], told: Told) -> Iterator[tuple[int, Mention]]:
    """As in "The three defense ministers had begun …": of those named near who have no office."""
    groups = [(sentence_at(told.text, m.span.start), m) for m in told.loose if is_group(m, told.words)]
    chosen: dict[int, list[int]] = {}
    for k in roleless(known):
        near = min(((distance(at, known[k]), number) for number, (at, _) in enumerate(groups)), default=None)
        if near is not None and near[0][0] <= NEAR:
            chosen.setdefault(near[1], []).append(k)
    for number, holders in chosen.items():
        at, group = groups[number]
        led = GROUP.search(told.text.low, max(0, group.span.start - 30), group.span.start) is not None
        office = replace(group, kind="office", value=single_of(group.value, told.words))
        after = any(n.sentence > at for k in holders for n in known[k].namings)
        if (led or after) and len(holders) + fellows(known, office, at, told) >= TWO:
            yield from ((k, office) for k in holders)


def fellows(known: Sequence[Holder], office: Mention, at: int, told: Told) -> int:
    """How many near the group's office are said to hold it: "Fiji Foreign Minister Ratu Inoke" (sea-119)."""
    key = role_words(office.value, told.words)
    near = (h for h in known if h.role is not None and distance(at, h)[0] <= NEAR)
    return sum(role_words(h.role.value, told.words) == key for h in near if h.role is not None)


def is_group(office: Mention, words: Lexicon) -> bool:
    """Whether a plural names one office of all: not "leaders", not "lawmakers"."""
    if office.kind != "offices" or office.value.lower() in words.relational or VAGUE.search(office.value):
        return False
    single = single_of(office.value, words)
    return single != office.value and single.lower() not in words.generic


def distance(at: int, holder: Holder) -> tuple[int, bool]:
    """How many sentences lie between, and whether the person comes first."""
    return min((abs(n.sentence - at), n.sentence < at) for n in holder.namings)


def office_in_another_sentence(known: list[Holder], told: Told) -> Iterator[tuple[int, Mention]]:
    """As in "… said Mehraliyev. … the Deputy Defense Minister having asked": of the one without an office."""
    given: set[int] = set()
    for office in told.loose:
        low = office.value.lower()
        if office.kind != "office" or low in told.words.generic | told.words.relational:
            continue
        if not DEFINITE.search(told.text.low[max(0, office.span.start - 30) : office.span.start]):
            continue
        sides, at = told.sides_of(office), sentence_at(told.text, office.span.start)
        fitting = [k for k in roleless(known) if k not in given and fits(known[k], sides, at)]
        near = [k for k in fitting if any(at - n.sentence == 1 for n in known[k].namings)]
        earlier = [h for h in known if h.start < office.span.start]
        if any(held_already(h, low, sides, told, known_side=bool(near)) for h in earlier):
            continue
        before = [k for k in fitting if known[k].start < office.span.start]
        best = near if len(near) == 1 else before if len(before) == 1 else []
        given |= set(best)
        yield from ((k, office) for k in best)


def fits(holder: Holder, sides: frozenset[str], at: int) -> bool:
    """Whether the office can be the person's: not of another country, nor beside the name of another."""
    if any(n.sentence == at for n in holder.namings):
        return False
    return not sides or not holder.sides or bool(sides & holder.sides)


def held_already(
    holder: Holder, role: str, sides: frozenset[str], told: Told, *, known_side: bool = False
) -> bool:
    """Whether the person has this office, so that "the minister" is this one."""
    if holder.role is None or (sides and not sides & holder.sides and (holder.sides or known_side)):
        return False
    keys, own = role_words(role, told.words), role_words(holder.role.value, told.words)
    return keys <= own or own <= keys


def fuller_office(known: list[Holder], told: Told) -> Iterator[tuple[int, Mention]]:
    """As in "Minister Saidzoda" in an article on the "Tajik Defence Minister": the office in full."""
    for number, holder in enumerate(known):
        if holder.role is None or not bare(holder.role.value):
            continue
        low = holder.role.value.lower()
        others = {h.role.value.lower() for k, h in enumerate(known) if h.role is not None and k != number}
        fuller: dict[frozenset[str], Mention] = {}
        for office in told.loose:
            value = office.value.lower()
            sides = told.sides_of(office)
            same = (
                office.kind == "office"
                and value != low
                and (value.endswith(f" {low}") or value.startswith(f"{low} "))
            )
            if same and value not in others and (not sides or not holder.sides or sides & holder.sides):
                fuller.setdefault(frozenset(role_words(value, told.words)), office)
        bodies = {m[1] for m in MINISTRY.finditer(told.text.key)} if low == "minister" else set()
        if len(bodies) == 1:
            yield number, replace(holder.role, value=f"Minister of {bodies.pop()}")
        elif len(fuller) == 1:
            yield number, next(iter(fuller.values()))


def bare(role: str) -> bool:
    """Whether the office names no field: "Minister", "Director General"."""
    return len(role.split()) <= BARE and not re.search(
        r"\b(?:prime|president|ambassador|king|defen[cs]e|foreign)\b", role.lower()
    )


RULES: tuple[Rule, ...] = (
    office_of_the_deputy,
    office_of_a_group,
    office_in_another_sentence,
    fuller_office,
    office_of_the_counterpart,
)
