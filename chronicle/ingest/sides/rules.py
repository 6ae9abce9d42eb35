"""The rules that vote for a side or against it, what each counts for, and which have nothing to tell."""

from collections.abc import Callable, Iterator

from chronicle.ingest.cast import Person
from chronicle.ingest.sides import (
    against,
    away,
    beside,
    called,
    company,
    lists,
    met,
    officers,
    parties,
    setting,
    told,
    travel,
)
from chronicle.ingest.sides import home as at_home
from chronicle.ingest.sides.beside import is_sent
from chronicle.ingest.sides.view import Rule, View

__all__ = ("LEANING", "RULES", "Rule", "silent_rules")

RULES: tuple[tuple[Rule, int], ...] = (  # each with what its vote weighs before anything is learnt
    (beside.owner_in_the_clause, 9),
    (beside.side_right_before, 9),
    (beside.owner_before_the_field, 10),
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
    (at_home.ours, 10),
    (at_home.home_by_the_bare_office, 6),
    (at_home.home_of_the_first_abroad, 8),
    (officers.head_at_the_seat, 9),
    (officers.sent_from, 10),
    (officers.of_the_embassy_named, 7),
    (officers.host_of_the_embassy, 5),
    (travel.met_there, 8),
    (lists.in_turn_of_those_who_chair, 4),
    (lists.last_of_a_group, 3),
    (met.side_of_those_met, -3),
    (against.side_of_others_told, -3),
    (against.side_of_the_same_office, -3),
    (against.destination, -3),
    (travel.traveller, -4),
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
        lists.last_of_a_group,
        at_home.home_of_the_first_abroad,
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
    beside.owner_before_the_field,
    called.letters_between,
    beside.unknown_title,
    beside.one_who_is,
    beside.home_to,
    beside.heads_it,
    told.represents,
    told.signs_for,
    told.leads_a_party,
    told.rung_there,
    told.thanked,
    beside.sent_by_a_side,
    called.at_the_head_of_a_sentence,
    beside.side_behind,
    beside.on_a_side,
    lists.in_turn_of_names,
    lists.in_turn_behind,
    lists.in_turn_of_sides,
    lists.in_turn_of_a_pair,
    lists.in_turn_of_those_who_chair,
    lists.all_of_a_group,
    lists.met_in_turn,
    lists.paired,
    officers.sent_from,
    setting.host_where,
    travel.met_there,
    travel.traveller,
    away.of_the_mission,
    away.organisation_of_the_posting,
)
OF_ITS_LIST: tuple[Rule, ...] = (  # that tell only of somebody named with others
    lists.in_turn_of_names,
    lists.in_turn_behind,
    lists.in_turn_of_sides,
    lists.in_turn_of_a_pair,
    lists.in_turn_of_those_who_chair,
    lists.all_of_a_group,
    lists.each_of_a_side,
    lists.one_of_a_list,
)
OF_LISTED_SIDES: tuple[Rule, ...] = (  # that tell only where three sides are named one after another
    lists.in_turn_of_sides,
    lists.last_of_a_group,
    setting.one_left_of_a_list,
)
OF_ENVOYS: tuple[Rule, ...] = (
    against.posting,
    away.home_of_the_envoy,
    officers.of_the_embassy_named,
    parties.sent_where_others_go,
    setting.diplomat_named_elsewhere,
    setting.side_of_the_guest_beside,
)
OF_OTHERS: tuple[Rule, ...] = (  # than envoys
    at_home.home_by_the_bare_office,
    at_home.home_of_the_first_abroad,
    beside.organisation_in_the_role,
    officers.host_of_the_embassy,
    parties.guest_told_later,
    setting.host_of_an_envoy,
    setting.receiver_of_credentials,
)
OF_A_HOME_UNNAMED: tuple[Rule, ...] = (  # that tell only of an outlet's country that the article doesn't name
    at_home.home_by_the_bare_office,
    at_home.home_of_the_first_abroad,
    away.home_of_the_traveller,
)
OF_EMBASSIES: tuple[Rule, ...] = (officers.of_the_embassy_named, officers.host_of_the_embassy)
OF_ORGANISATIONS: tuple[Rule, ...] = (
    away.organisation_of_the_posting,
    beside.organisation_in_the_role,
    officers.head_at_the_seat,
    setting.head_of_an_organisation,
    setting.sent_by_an_organisation,
)


def silent_rules(person: Person, view: View) -> Iterator[Rule]:
    """The rules that can tell nothing of somebody, by what the article and the sentences name."""
    for silent, rules in SILENT:
        if silent(person, view):
            yield from rules


def without_a_side(person: Person, view: View) -> bool:
    """Whether no sentence that names the person names a side."""
    return not any(view.inside[place.naming.sentence] for place in view.namings(person))


def named_alone(person: Person, view: View) -> bool:
    """Whether the person stands in no list of names."""
    return all(len(view.runs[place.start]) == 1 for place in view.namings(person))


def of_no_embassy(person: Person, view: View) -> bool:
    """Whether the article names no embassy."""
    del person
    return not view.embassies


def of_no_lists(person: Person, view: View) -> bool:
    """Whether the article names nowhere three sides in a row."""
    del person
    return not view.lists


def of_no_organisation(person: Person, view: View) -> bool:
    """Whether the article names countries only."""
    del person
    return all(side in view.words.countries for side in view.count)


def at_a_home_named(person: Person, view: View) -> bool:
    """Whether the outlet's country is named, or unknown."""
    del person
    return view.home is None or view.home in view.count


def not_sent(person: Person, view: View) -> bool:
    """Whether the person is no envoy."""
    return not is_sent(person, view)


SILENT: tuple[tuple[Callable[[Person, View], bool], tuple[Rule, ...]], ...] = (
    (without_a_side, OF_ITS_SENTENCE),
    (named_alone, OF_ITS_LIST),
    (of_no_lists, OF_LISTED_SIDES),
    (not_sent, OF_ENVOYS),
    (is_sent, OF_OTHERS),
    (at_a_home_named, OF_A_HOME_UNNAMED),
    (of_no_embassy, OF_EMBASSIES),
    (of_no_organisation, OF_ORGANISATIONS),
)
