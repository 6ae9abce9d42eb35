"""How a fact was inferred, in words for readers: the rules of ingest by what they go by."""

from collections.abc import Mapping
from types import MappingProxyType

from chronicle.publish.texts import told

WAYS: Mapping[str, str] = MappingProxyType(
    {  # what a rule goes by: the rules' names
        # days
        told("the weekday before the publication"): "past_weekday",
        told("the weekday after the publication"): "coming_weekday",
        told("the year nearest to the publication"): "nearest_year",
        told("the month of the publication"): "day_of_the_month",
        told("counted from the publication"): "relative_day",
        told("counted from another day that is told"): """
            days_from_the_day_told days_from_the_day_behind day_beside_the_day_told day_of_a_stay""",
        told("the day of the publication"): "day_of_publication",
        told("the day of the encounter told before"): "same_day_as_the_encounter_before",
        # places
        told("the city where it is told"): """
            city_of_the_scene city_beside_the_scene city_in_passing town_of_the_scene""",
        told("the city of the paragraph"): "city_of_the_paragraph",
        told("the city of the encounter told before"): "city_of_an_encounter_before",
        told("the city with which the report begins"): "city_of_the_lead",
        told("the city from which the report comes"): """
            city_of_the_dateline dateline_in_a_third_country city_of_an_organisation""",
        told("the city that “there” stands for"): "city_meant_by_there",
        told("the capital"): "capital_of_the_scene",
        told("the only city of the report"): "only_city",
        told("the envoy’s post"): "city_of_a_post",
        told("country of the city"): "country_of_the_city",
        told("country of the host"): "country_of_the_host",
        # form, status, parties, occasion
        told("sides told together"): "sides_told_together",
        told("told as held"): "told_as_held",
        told("told as planned"): "told_as_planned",
        told("told as cancelled"): "told_as_cancelled",
        told("sides of the participants"): "sides_of_the_participants",
        told("credentials are presented"): "credentials",
        # who speaks
        told("holder of the office"): "holder_of_the_office",
        told("holder of the office who was named last"): "holder_just_named",
        told("the only one named before"): "only_one_named_before",
        told("subject of the sentence"): "subject_of_the_sentence",
        # offices
        told("the office is told elsewhere in the report"): """
            office_of_the_subject office_of_who_talked office_in_another_sentence office_before_the_name
            office_of_their_country offices_in_their_order last_office_left""",
        told("the office of the whole group"): "office_of_a_group office_of_a_fellow",
        told("the same office as the counterpart’s"): "office_of_the_counterpart office_of_the_other",
        told("deputy of the one named"): "office_of_the_deputy",
        told("the office is told more fully elsewhere"): """
            fuller_office office_with_its_body office_of_a_body_told office_spelled_out""",
        told("an envoy’s office"): "office_of_an_envoy",
        # sides
        told("a side stands beside the name or the office"): """
            owner_in_the_clause side_right_before owner_before_the_field letters_between letters_behind
            side_behind on_a_side its_own his_own told_with_the_office one_who_is home_to heads_it
            unknown_title at_the_head_of_a_sentence organisation_in_the_role represents leads_a_party
            says_what_it_wants demonym_of_the_office concluded_by_one_sign""",
        told("a side stands near the name"): "named_near",
        told("one country has this title"): "title_of_one_country",
        told("the same person or office is told elsewhere in the report"): """
            told_again office_named_elsewhere rank_named_elsewhere diplomat_named_elsewhere same_body
            another_office side_of_the_same_office said_most guest_told_later""",
        told("the side has sent them or signs by them"): """
            sent_by_a_side sent_by_an_organisation sent_from sent_by_a_state signs_for
            sent_where_others_go""",
        told("the same delegation"): """
            member_of_a_delegation in_company all_of_a_group last_of_a_group leads_those_told_before
            of_the_guests of_the_hosts""",
        told("the order of a list"): """
            in_turn_of_names in_turn_behind in_turn_of_sides in_turn_of_a_pair in_turn_of_those_who_chair
            each_of_a_side each_in_turn paired one_of_a_list one_left_of_a_list met_in_turn""",
        told("its embassy or mission"): """
            of_the_embassy of_the_embassy_named host_of_the_embassy of_the_mission""",
        told("the organisation that they lead"): "head_of_an_organisation head_at_the_seat",
        told("the host of guests from elsewhere"): """
            host_of_a_guest host_abroad host_where host_of_the_guest host_of_an_envoy
            receiver_of_credentials""",
        told("the side of the guests"): "side_of_the_guests side_of_the_guest_beside",
        told("the side that is left"): """
            side_of_the_others side_of_those_met side_of_others_told counterpart one_who_answers thanked""",
        told("the home of the one who reports"): """
            home_of_the_outlet home_unnamed home_before_an_organisation home_by_the_bare_office
            home_of_the_first_abroad home_of_the_traveller home_of_the_envoy ours""",
        told("where it took place"): """
            country_of_the_ground of_the_place met_there rung_there country_of_the_seat""",
        told("where the journey or the post leads"): """
            destination traveller posting organisation_of_the_posting""",
        told("named most often"): "most_named by_far_most_named",
        told("the company or body that they work for"): """
            works_for_a_company of_an_apposed_company runs_a_company of_its_company
            called_after_its_company member_of_the_union national_of_an_organisation
            national_in_an_office""",
        # sources
        told("the address of the report"): """
            outlets.original_elsewhere outlets.other_name_of_the_site outlets.known_address
            outlets.institution_of_the_host outlets.host_as_the_page_writes_it outlets.collecting_site
            outlets.owner_of_the_portal outlets.name_of_the_host publication.day_in_the_address
            publication.day_in_the_slug publication.month_in_the_address""",
        told("what the page says of itself"): """
            outlets.in_the_header outlets.signature_below outlets.signed_behind_a_dash
            outlets.sign_in_the_dateline outlets.byline outlets.own_report outlets.copyright_line
            outlets.institution_at_the_top outlets.masthead""",
        told("a date on the page"): """
            publication.in_the_header publication.head_changed_over publication.label_beside_the_head
            publication.line_beside_the_head publication.page_head publication.labelled_stamp
            publication.signature_of_an_agency publication.stamp_in_the_byline
            publication.stamp_with_time publication.stamp_in_the_dateline publication.line_of_its_own
            publication.stamp_that_opens_a_line publication.stamp_of_a_change
            publication.stamp_below_the_report publication.stamp_in_brackets_at_the_end
            publication.stamp_of_a_change_in_that_month publication.clock_below_the_title
            publication.clock_of_the_day publication.stamp_at_the_edge_of_a_line
            publication.month_of_the_head""",
        told("the year told elsewhere on the page"): """
            publication.dateline_in_the_year_of_the_address publication.dateline_in_the_year_of_the_copyright
            publication.dateline_in_the_year_of_the_text publication.dateline_in_the_year_of_the_slug""",
        told("whom the report names as its source"): """
            attribution.said_so attribution.referred_to attribution.said_by attribution.closing_line
            attribution.agency_in_the_dateline""",
    }
)
BY_RULE: Mapping[str, str] = MappingProxyType(
    {rule: way for way, rules in WAYS.items() for rule in rules.split()}
)


def way_of(rule: str) -> str:
    """What a rule goes by, in English, to be translated where it is shown; of others than ours, the name."""
    return BY_RULE.get(rule) or rule.replace("_", " ")
