"""Whom people act for where the text doesn't say it of them: votes of small named rules, weighed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chronicle.ingest.cast import OWN_ELSEWHERE, Person, with_side
from chronicle.ingest.sides import (
    against,
    away,
    beside,
    called,
    company,
    lists,
    met,
    overruling,
    parties,
    setting,
    told,
)
from chronicle.ingest.sides.overruling import told_otherwise
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.signs import bearing_of, signs_of
from chronicle.ingest.sides.view import Rule, View, view_of
from chronicle.ingest.text import Text
from chronicle.ingest.weights import UNITS, chances, totals
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import Model
from chronicle.model import Mention

BARELY = "concluded_by_one_sign"
NONE: dict[str, Mention] = {}

Votes = dict[Rule, dict[str, Mention]]  # of one person: by side

RULES: tuple[tuple[Rule, int], ...] = (  # each with what its vote weighs before anything is learnt
    (beside.owner_in_the_clause, 9),
    (beside.side_right_before, 9),
    (called.letters_between, 9),
    (beside.unknown_title, 8),
    (beside.one_who_is, 8),
    (beside.home_to, 9),
    (beside.heads_it, 9),
    (beside.told_again, 7),
    (beside.organisation_in_the_role, 9),
    (told.represents, 9),
    (called.title_of_one_country, 9),
    (beside.sent_by_a_side, 9),
    (called.at_the_head_of_a_sentence, 12),
    (beside.side_behind, 9),
    (beside.on_a_side, 12),
    (beside.its_own, 9),
    (beside.told_with_the_office, 5),
    (parties.member_of_a_delegation, 8),
    (beside.his_own, 6),
    (company.in_company, 8),
    (lists.in_turn_of_names, 9),
    (lists.in_turn_behind, 9),
    (lists.in_turn_of_sides, 6),
    (lists.each_of_a_side, 6),
    (company.of_the_embassy, 8),
    (lists.paired, 12),
    (lists.one_of_a_list, 2),
    (setting.head_of_an_organisation, 5),
    (setting.sent_by_an_organisation, 3),
    (setting.office_named_elsewhere, 3),
    (setting.rank_named_elsewhere, 2),
    (setting.diplomat_named_elsewhere, 8),
    (setting.same_body, 2),
    (setting.host_of_a_guest, 3),
    (setting.host_abroad, 3),
    (setting.host_where, 5),
    (setting.side_of_the_guests, 3),
    (setting.side_of_the_guest_beside, 2),
    (setting.side_of_the_others, 2),
    (setting.one_left_of_a_list, 4),
    (setting.receiver_of_credentials, 3),
    (setting.host_of_an_envoy, 2),
    (setting.home_of_the_outlet, 3),
    (setting.home_unnamed, 1),
    (setting.country_of_the_ground, 2),
    (setting.most_named, 1),
    (setting.by_far_most_named, 1),
    (parties.of_the_hosts, 9),
    (parties.of_the_guests, 9),
    (parties.of_the_place, 8),
    (parties.sent_where_others_go, 6),
    (parties.guest_told_later, 5),
    (away.of_the_mission, 10),
    (away.home_before_an_organisation, 4),
    (told.says_what_it_wants, 8),
    (told.another_office, 8),
    (told.signs_for, 9),
    (told.leads_a_party, 9),
    (lists.all_of_a_group, 8),
    (lists.met_in_turn, 7),
    (away.home_of_the_traveller, 4),
    (away.home_of_the_envoy, 8),
    (lists.in_turn_of_a_pair, 5),
    (told.rung_there, 7),
    (met.side_of_those_met, -3),
    (against.side_of_others_told, -3),
    (against.side_of_the_same_office, -3),
    (against.destination, -3),
    (against.traveller, -4),
    (against.host_of_the_guest, -4),
    (against.posting, -5),
    (against.counterpart, -5),
    (against.one_who_answers, -3),
    (away.organisation_of_the_posting, -9),
    (away.country_of_the_seat, -3),
    (told.thanked, -4),
)
LEANING: frozenset[Rule] = frozenset(  # whose votes change while others' sides are concluded
    (
        beside.his_own,
        company.in_company,
        company.of_the_embassy,
        lists.each_of_a_side,
        lists.one_of_a_list,
        setting.office_named_elsewhere,
        setting.diplomat_named_elsewhere,
        setting.same_body,
        setting.side_of_the_guest_beside,
        setting.side_of_the_others,
        setting.one_left_of_a_list,
        parties.of_the_hosts,
        parties.of_the_guests,
        parties.sent_where_others_go,
        parties.guest_told_later,
        away.home_before_an_organisation,
        away.country_of_the_seat,
        met.side_of_those_met,
        against.side_of_the_same_office,
        against.counterpart,
        against.one_who_answers,
    )
)
OF_ITS_SENTENCE: tuple[Rule, ...] = (  # that tell only of sides named in a sentence of the person
    beside.side_right_before,
    called.letters_between,
    beside.unknown_title,
    beside.one_who_is,
    beside.home_to,
    beside.heads_it,
    told.represents,
    beside.sent_by_a_side,
    called.at_the_head_of_a_sentence,
    beside.side_behind,
    beside.on_a_side,
    lists.in_turn_of_names,
    lists.in_turn_behind,
    lists.in_turn_of_sides,
    lists.paired,
    setting.host_where,
    against.traveller,
)
OF_ITS_LIST: tuple[Rule, ...] = (  # that tell only of somebody named with others
    lists.in_turn_of_names,
    lists.in_turn_behind,
    lists.in_turn_of_sides,
    lists.each_of_a_side,
    lists.one_of_a_list,
)
ROUNDS = (0.97, 0.9, 0.75, 0.55, 0.0)  # the surest first, so that the others can lean on them
LEAST = 0  # that must speak for a side
DOUBTFUL = 0.55  # a side less likely is a guess, and one that less
WEAK = UNITS  # speaks for
EVEN = 0.5
NEVER: dict[str, int] = {"": 0}
OFTEN = 4  # what a side must be named, as `View.count` counts, to be somebody's


def with_sides(
    cast: Sequence[Person], found: Sequence[Mention], words: Lexicon, text: Text, home: str | None = None
) -> tuple[Person, ...]:
    """The cast with a side for each person for whom the article names one; `home` is the outlet's."""
    if not cast:
        return ()
    people, view = told_sides(cast, found, words, text, home)
    conclude(people, view)
    for person in tuple(people):
        for side in overruling.national_of_an_organisation(person, view):
            people[person.number] = replace(person, side=side)
    return tuple(with_another_side(people, view))


def told_sides(
    cast: Sequence[Person], found: Sequence[Mention], words: Lexicon, text: Text, home: str | None
) -> tuple[list[Person], View]:
    """The people with the sides that the text tells of them, and the view on them, which follows the list."""
    people = [replace(p, side=None, inferred=None) if p.inferred in OWN_ELSEWHERE else p for p in cast]
    view = view_of(people, found, words, text, home)
    for person in tuple(people):
        told = told_otherwise(person, view)
        if told is not None:
            people[person.number] = replace(person, side=told)
    return people, view


def conclude(people: list[Person], view: View) -> None:
    """Gives everybody a side for whom the article names one, the surest first."""
    open_ = [person.number for person in people if person.side is None]
    known = {number: dict.fromkeys(silent_rules(people[number], view), NONE) for number in open_}
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
            guess = option.chance < DOUBTFUL or option.score < WEAK
            side = replace(option.side, rule=BARELY) if guess else option.side
            people[number] = with_side(person, side, option.rule, option.chance)
            open_.remove(number)
            held.setdefault(side.value, []).append(number)
            concluded += 1


def held_by(people: Sequence[Person]) -> dict[str, list[int]]:
    """Who acts for each side, as far as it is known."""
    held: dict[str, list[int]] = {}
    for person in people:
        if person.side is not None:
            held.setdefault(person.side.value, []).append(person.number)
    return held


def silent_rules(person: Person, view: View) -> Iterator[Rule]:
    """The rules that can tell nothing of somebody, by what stands around the names."""
    places = view.namings(person)
    if not any(view.inside[place.naming.sentence] for place in places):
        yield from OF_ITS_SENTENCE
    if all(len(view.runs[place.start]) == 1 for place in places):
        yield from OF_ITS_LIST


def with_another_side(people: Sequence[Person], view: View) -> Sequence[Person]:
    """Where all would be of one side, though the article names another often: who is likeliest of that.

    A report of one side alone is rare, and that everybody is of the outlet's country only a guess.
    """
    told = {p.side.value for p in people if p.side is not None}
    open_ = [p for p in people if p.inferred is not None and p.role is not None]
    rest = [code for code in view.count if code in view.words.countries and code not in told]
    if len(told) != 1 or len(people) < len("ab") or not open_ or not rest:
        return people
    (one,), other = told, max(rest, key=lambda code: view.count[code])
    if view.count[other] < OFTEN:
        return people
    held = held_by(people)

    def leaning(person: Person) -> int:
        scores = {o.side.value: o.score for o in options_of(person, view, {}, held)}
        return scores.get(other, 0) - scores.get(one, 0)

    leaner = max(reversed(open_), key=leaning)  # of equals who is told last: hosts come first at home
    side = replace(view.first[other], rule=BARELY)
    return [with_side(p, side, "other_side_of_two", EVEN) if p is leaner else p for p in people]


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
    weights = view.words.models["sides"]
    votes = votes_of(person, view, known)
    bearing = bearing_of(person, view)
    options = []
    for side in sides_near(bearing.places, votes, view):
        by_rule = {rule.__name__: told[side] for rule, told in votes.items() if side in told}
        signs = frozenset(signs_of(side, by_rule, bearing, view, held))
        score = totals(signs, weights, NEVER)[""]
        rule = max(by_rule, key=lambda name: weight_of(name, weights), default="named_near")
        mention = by_rule[rule] if by_rule else view.first[side]
        options.append(Option(mention, rule, signs, score))
    return options


def sides_near(places: Sequence[Place], votes: Votes, view: View) -> Sequence[str]:
    """Once each, in a steady order."""
    told = [side for sides in votes.values() for side in sides]
    near = [m.value for place in places for m in view.inside[place.naming.sentence]]
    return list(dict.fromkeys((*told, *near, *view.most_named)))


def weight_of(rule: str, weights: Model) -> int:
    """What a rule's vote counts for by itself."""
    return weights.get(f"vote {rule}", NEVER).get("", 0)


def votes_of(person: Person, view: View, known: Votes) -> Votes:
    """What each rule tells, by side; what is known already isn't asked again."""
    for rule, _ in RULES:
        if rule not in known:
            known[rule] = {m.value: m for m in rule(person, view)}
    return known
