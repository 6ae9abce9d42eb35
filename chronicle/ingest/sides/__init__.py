"""Whom people act for where the text doesn't say it of them: votes of small named rules, weighed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from chronicle.ingest.cast import OWN_ELSEWHERE, Person, with_side
from chronicle.ingest.sides import against, beside, called, company, lists, met, overruling, setting
from chronicle.ingest.sides.overruling import told_otherwise
from chronicle.ingest.sides.view import Rule, View, view_of
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Mention

BARELY = "concluded_by_one_sign"
NONE: dict[str, Mention] = {}

Rules = tuple[tuple[Rule, int], ...]
Votes = dict[Rule, dict[str, Mention]]  # of one person, as far as rules were asked: by side

NEAR: Rules = (  # each with its weight; what stands in the sentence weighs most
    (beside.owner_in_the_clause, 9),
    (beside.side_right_before, 9),
    (called.letters_between, 9),
    (beside.unknown_title, 8),
    (beside.one_who_is, 8),
    (beside.home_to, 9),
    (beside.heads_it, 9),
    (beside.told_again, 7),
    (beside.organisation_in_the_role, 9),
    (beside.represents, 9),
    (called.title_of_one_country, 9),
    (beside.sent_by_a_side, 9),
    (called.at_the_head_of_a_sentence, 12),
    (beside.side_behind, 9),
    (beside.on_a_side, 12),
    (beside.its_own, 9),
    (beside.told_with_the_office, 5),
    (beside.member_of_a_delegation, 8),
    (beside.his_own, 6),
    (company.in_company, 8),
    (lists.in_turn_of_names, 9),
    (lists.in_turn_behind, 9),
    (lists.in_turn_of_sides, 6),
    (lists.each_of_a_side, 6),
    (company.of_the_embassy, 8),
    (lists.paired, 12),
    (lists.one_of_a_list, 2),
)
FAR: Rules = (
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
)
AGAINST: Rules = (
    (met.side_of_those_met, -3),
    (against.side_of_others_told, -3),
    (against.side_of_the_same_office, -3),
    (against.destination, -3),
    (against.traveller, -4),
    (against.host_of_the_guest, -4),
    (against.posting, -5),
    (against.counterpart, -5),
    (against.one_who_answers, -3),
)
ALL = NEAR + FAR + AGAINST
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
    beside.represents,
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
CERTAIN = 6  # what stands in the sentence decides by itself with so much, and
ROUNDS = (6, 4, 1)  # with the rest: the surest first, so that the others can lean on them
SURE = 4  # what a side needs at least, and
CLEAR = 2  # by how much it must be ahead, to be no guess
OFTEN = 4  # what a side must be named, as `View.count` counts, to be somebody's
NOBODY = (0, None, "")


def with_sides(
    cast: Sequence[Person], found: Sequence[Mention], words: Lexicon, text: Text, home: str | None = None
) -> tuple[Person, ...]:
    """The cast with a side for each person for whom the votes are sufficient; `home` is the outlet's."""
    if not cast:
        return ()
    people = [replace(p, side=None, inferred=None) if p.inferred in OWN_ELSEWHERE else p for p in cast]
    view = view_of(people, found, words, text, home)
    for person in tuple(people):
        told = told_otherwise(person, view)
        if told is not None:
            people[person.number] = replace(person, side=told)
    conclude(people, view)
    for person in tuple(people):
        for side in overruling.national_of_an_organisation(person, view):
            people[person.number] = replace(person, side=side)
    return tuple(with_another_side(people, view))


def conclude(people: list[Person], view: View) -> None:
    """Gives a side to each person for whom the votes are sufficient, the surest first."""
    open_ = [person.number for person in people if person.side is None]
    known = {number: dict.fromkeys(silent_rules(people[number], view), NONE) for number in open_}
    for rules, least in ((NEAR, CERTAIN), (NEAR, CERTAIN), *((ALL, least) for least in ROUNDS)):
        for number in tuple(open_):
            if least > ROUNDS[-1] and company.waits(view.cast[number], view):
                continue
            decided = elected(view.cast[number], view, rules, least, known[number])
            if decided is not None:
                people[number] = decided
                open_.remove(number)
                forget_what_leans(known.values())


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

    def leaning(person: Person) -> int:
        polls = votes_of(person, view, ALL, {})
        return polls.get(other, NOBODY)[0] - polls.get(one, NOBODY)[0]

    likeliest = max(reversed(open_), key=leaning)  # of equals who is told last: hosts come first at home
    side = replace(view.first[other], rule=BARELY)
    return [with_side(p, side, "other_side_of_two") if p is likeliest else p for p in people]


def elected(person: Person, view: View, rules: Rules, least: int, known: Votes) -> Person | None:
    """The person with the side that has most votes, if these are enough."""
    polls = sorted(votes_of(person, view, rules, known).values(), key=lambda poll: -poll[0])
    if not polls or polls[0][0] < least:
        return None
    total, side, rule = polls[0]
    ahead = total - max(0, *(poll[0] for poll in polls[1:]), 0)
    if ahead < CLEAR and least > ROUNDS[-1]:
        return None
    doubtful = total < SURE or ahead < CLEAR
    return with_side(person, replace(side, rule=BARELY) if doubtful else side, rule)


def forget_what_leans(known: Iterable[Votes]) -> None:
    """Forgets the votes that lean on others' sides: one more of these was concluded."""
    for votes in known:
        for rule in LEANING:
            votes.pop(rule, None)


def votes_of(person: Person, view: View, rules: Rules, known: Votes) -> dict[str, tuple[int, Mention, str]]:
    """For each side its votes together, the mention and the name of the weightiest rule for it."""
    polls: dict[str, tuple[int, Mention, str]] = {}
    heaviest: dict[str, int] = {}
    for rule, weight in rules:
        votes = known.get(rule)
        if votes is None:
            votes = known[rule] = {m.value: m for m in rule(person, view)}
        for side in votes.values():
            total, mention, name = polls.get(side.value, (0, side, ""))
            if weight > heaviest.get(side.value, 0):
                heaviest[side.value], mention, name = weight, side, rule.__name__
            polls[side.value] = total + weight, mention, name
    return polls
