"""Whom people act for where the text doesn't say it of them: votes of small named rules, weighed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from chronicle.ingest.cast import OWN_ELSEWHERE, Person, with_side
from chronicle.ingest.sides import company, overruling
from chronicle.ingest.sides.overruling import told_otherwise
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.rules import LEANING, RULES, Rule, silent_rules
from chronicle.ingest.sides.signs import bearing_of, signs_of
from chronicle.ingest.sides.view import View, view_of
from chronicle.ingest.text import Text
from chronicle.ingest.weights import UNITS, chances, totals
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import Model
from chronicle.model import Mention

__all__ = (
    "BARELY",
    "held_by",
    "options_of",
    "told_sides",
    "unasked",
    "weights_by_hand",
    "with_sides",
)

BARELY = "concluded_by_one_sign"
NEAR = "named_near"  # told by no rule
BY_HAND = UNITS // 2  # what a unit of the weights in RULES counts for, where nothing was learnt yet
NONE: dict[str, Mention] = {}

Votes = dict[Rule, dict[str, Mention]]  # of one person: by side

ROUNDS = (0.97, 0.9, 0.75, 0.55, 0.0)  # the surest first, so that the others can lean on them
LEAST = 0  # that must speak for a side
DOUBTFUL = 0.55  # a side less likely is a guess, and one that less
WEAK = UNITS  # speaks for,
UNTOLD = (
    0.9  # and one less likely than this that no rule tells: it rests on what stands near, and on the name
)
NEVER: dict[str, int] = {"": 0}


def with_sides(
    cast: Sequence[Person], found: Sequence[Mention], words: Lexicon, text: Text, home: str | None = None
) -> tuple[Person, ...]:
    """The cast with a side for each person for whom the article names one; `home` is the outlet's."""
    if not cast:
        return ()
    people, view = told_sides(cast, found, words, text, home)
    conclude(people, view)
    for person in tuple(people):
        for rule in (overruling.national_of_an_organisation, overruling.minister_of_a_state):
            for side in rule(person, view):
                people[person.number] = replace(person, side=side)
    return tuple(people)


def told_sides(
    cast: Sequence[Person], found: Sequence[Mention], words: Lexicon, text: Text, home: str | None
) -> tuple[list[Person], View]:
    """The people with the sides that the text tells of them, and the view on them, which follows the list."""
    people = [
        replace(p, side=None, inferred=None)
        if p.inferred in OWN_ELSEWHERE or overruling.names_a_gathering(p.side, text, words)
        else p
        for p in cast
    ]
    view = view_of(people, found, words, text, home)
    for person in tuple(people):
        told = told_otherwise(person, view)
        if told is not None:
            people[person.number] = replace(person, side=told)
    return people, view


def conclude(people: list[Person], view: View) -> None:
    """Gives everybody a side for whom the article names one, the surest first."""
    open_ = [person.number for person in people if person.side is None]
    known = {number: unasked(people[number], view) for number in open_}
    held = held_by(people)
    chosen: dict[int, tuple[int, Option | None]] = {}  # with how many sides were concluded before
    concluded = 0
    for least in ROUNDS:
        for number in tuple(open_):
            person = view.cast[number]
            if least > ROUNDS[-1] and company.waits(person, view):
                continue
            if number in chosen and chosen[number][0] != concluded:
                forget_what_leans(known[number])
                del chosen[number]
            if number not in chosen:
                chosen[number] = concluded, likeliest(person, view, known[number], held)
            option = chosen[number][1]
            if option is None or option.score < LEAST or option.chance < least:
                continue
            least_sure = UNTOLD if option.rule == NEAR else DOUBTFUL
            guess = option.chance < least_sure or option.score < WEAK
            side = replace(option.side, rule=BARELY) if guess else option.side
            people[number] = with_side(person, side, option.rule, option.chance)
            open_.remove(number)
            held.setdefault(side.value, []).append(number)
            concluded += 1


def unasked(person: Person, view: View) -> Votes:
    """The rules that have nothing to tell of somebody, and needn't be asked."""
    return dict.fromkeys(silent_rules(person, view), NONE)


def held_by(people: Sequence[Person]) -> dict[str, list[int]]:
    """Who acts for each side, as far as it is known."""
    held: dict[str, list[int]] = {}
    for person in people:
        if person.side is not None:
            held.setdefault(person.side.value, []).append(person.number)
    return held


def forget_what_leans(votes: Votes) -> None:
    """Forgets the votes that lean on others' sides: more of these were concluded."""
    for rule in LEANING:
        votes.pop(rule, None)


@dataclass(frozen=True, slots=True)
class Option:
    """A side that somebody may act for."""

    side: Mention
    rule: str  # that speaks for it most
    signs: frozenset[str]
    score: int
    chance: float = 0.0


def likeliest(person: Person, view: View, known: Votes, held: Mapping[str, Sequence[int]]) -> Option | None:
    """The side that most speaks for, with how likely it is among those that the article names."""
    options = options_of(person, view, known, held)
    if not options:
        return None
    told = chances({str(number): option.score for number, option in enumerate(options)})
    best = max(told, key=told.__getitem__)
    return replace(options[int(best)], chance=told[best])


def options_of(person: Person, view: View, known: Votes, held: Mapping[str, Sequence[int]]) -> list[Option]:
    """The sides that somebody may act for: those that rules tell, that stand near, that are named most."""
    weights = weights_of(view.words)
    votes = votes_of(person, view, known)
    bearing = bearing_of(person, view)
    options = []
    voted = {rule.__name__: sides for rule, sides in votes.items() if sides}
    for side in sides_near(bearing.places, voted.values(), view):
        by_rule = {rule: sides[side] for rule, sides in voted.items() if side in sides}
        signs = frozenset(signs_of(side, by_rule, bearing, view, held))
        score = totals(signs, weights, NEVER)[""]
        rule = max(by_rule, key=lambda name: weight_of(name, weights), default=NEAR)
        mention = by_rule[rule] if by_rule else view.first[side]
        options.append(Option(mention, rule, signs, score))
    return options


def sides_near(places: Sequence[Place], votes: Iterable[Mapping[str, Mention]], view: View) -> Sequence[str]:
    """Once each, in a steady order."""
    told = [side for sides in votes for side in sides]
    near = [m.value for place in places for m in view.inside[place.naming.sentence]]
    return list(dict.fromkeys((*told, *near, *view.most_named)))


@cache
def weights_of(words: Lexicon) -> Model:
    """What each sign counts for: as learnt, and by hand for the rules that are newer than what was learnt."""
    return {**weights_by_hand(), **words.models["sides"]}


def weights_by_hand() -> dict[str, Mapping[str, int]]:
    """What the rules' votes count for before anything is learnt."""
    return {f"vote {rule.__name__}": {"": BY_HAND * weight} for rule, weight in RULES}


def weight_of(rule: str, weights: Model) -> int:
    """What a rule's vote counts for by itself."""
    return weights.get(f"vote {rule}", NEVER).get("", 0)


def votes_of(person: Person, view: View, known: Votes) -> Votes:
    """What each rule tells, by side; what is known already isn't asked again."""
    for rule, _ in RULES:
        if rule not in known:
            known[rule] = {m.value: m for m in rule(person, view)}
    return known
