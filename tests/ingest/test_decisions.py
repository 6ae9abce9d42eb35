"""Who takes part in what: the decisions, and what is made of them."""

from dataclasses import replace
from math import exp

import pytest

from chronicle.ingest import ingest
from chronicle.ingest.cast import Person, cast_of
from chronicle.ingest.cues import cues_of
from chronicle.ingest.decisions import JOIN, NEW, OUT, Way, groups_of
from chronicle.ingest.find import find_all
from chronicle.ingest.groups import Group, Telling
from chronicle.ingest.introductions import introductions_of
from chronicle.ingest.scenes import scenes_of
from chronicle.ingest.text import text_of
from chronicle.ingest.weights import FINE, answers, decided, summed
from chronicle.lexicon import load_lexicon
from chronicle.lexicon.network import network_of, packed, unpacked
from chronicle.lexicon.words import word_lists
from chronicle.model import Article, Mention, PartialDate, Span

WORDS = load_lexicon()
WEIGHTS = {
    "": {JOIN: 0, NEW: 0, OUT: 0},
    "cue join": {JOIN: 200},
    "cue opinion": {OUT: 300, JOIN: -100},
}


def test_the_class_with_the_highest_sum_wins_and_chances_add_up() -> None:
    assert decided(["cue join", "unheard of"], WEIGHTS) == (JOIN, pytest.approx(0.787, abs=1e-3))
    assert decided(["cue join", "cue opinion"], WEIGHTS)[0] == OUT
    assert decided([], WEIGHTS)[1] == pytest.approx(1 / 3)


def test_sums_of_packed_lanes_are_the_packed_sums() -> None:
    one, other = [3, -7, 0, 2**30, -(2**30)], [-4, -9, 5, -1, 1]
    sums = tuple(a + b for a, b in zip(one, other, strict=True))
    assert unpacked(packed(one) + packed(other), len(one)) == sums
    assert unpacked(packed(other) + packed(one), len(one)) == sums


def test_features_that_weigh_by_a_state_stand_by_that_state_too() -> None:
    weights = {"one other & place 0": [1, 2], "place 0": [5, 6]}
    network = network_of({"classes": ["yes", "no"], "bias": [0] * 2, "outward": [], "weights": weights})
    assert network.joint == {"one other": {"place 0": packed([1, 2])}}
    assert network.weights.keys() == weights.keys()


def test_a_network_answers_by_its_hidden_lanes_and_by_the_straight_way() -> None:
    stored = {
        "classes": ["yes", "no"],
        "bias": [-FINE, 0, 0],
        "outward": [[2 * FINE, 0]],
        "weights": {"a": [2 * FINE, 0, 0], "b": [0, 0, FINE]},
    }
    network = network_of(stored)

    def yes(*features: str) -> float:
        return answers(summed(features, network.weights, network.bias), network)["yes"]

    assert yes() == pytest.approx(0.5)  # the hidden lane is below nothing
    assert yes("a") == pytest.approx(1 / (1 + exp(-2)))
    assert yes("b", "unheard of") == pytest.approx(1 / (1 + exp(1)))


def groups(body: str) -> list[list[str]]:
    reading = ingest(Article("a.txt", body, body, published=PartialDate("2024-03-12")), WORDS)
    return [sorted(p.name for p in entry.participants) for entry in reading.entries]


def test_one_table_is_one_encounter_and_the_next_guest_another() -> None:
    assert groups(
        "Azerbaijani Defense Minister Rashad Aliyarov received Portuguese Ambassador Maria Sousa in Baku."
        "\n\n"
        "Also present was Azerbaijani Deputy Defense Minister Ramin Quliyev.\n\n"
        "Later in the day Rashad Aliyarov received Swedish Ambassador Nils Holmgren."
    ) == [["Maria Sousa", "Ramin Quliyev", "Rashad Aliyarov"], ["Nils Holmgren", "Rashad Aliyarov"]]


def test_who_is_only_recalled_takes_no_part() -> None:
    assert groups(
        "Georgian Foreign Minister Levan Basilia met Latvian Foreign Minister Janis Ozols in Tbilisi."
        "\n\n"
        "The ministers discussed trade and transport.\n\n"
        "In 2015 then Foreign Minister of Latvia Karlis Berzins had visited Georgia for the last time."
    ) == [["Janis Ozols", "Levan Basilia"]]


def way(likelihood: float, *groups: Group) -> Way:
    return Way(likelihood, groups)


def group(*sides: str | None) -> Group:
    people = tuple(
        Person(
            k, f"P{k}", frozenset(), (), side=Mention("country", Span(0, 1), side, "told") if side else None
        )
        for k, side in enumerate(sides)
    )
    return Group(people, ())


def test_a_way_with_somebody_who_meets_nobody_is_worth_less() -> None:
    assert way(-1.0, group("FR", "DE")).worth == -1.0
    assert way(-1.0, group("FR")).worth < way(-2.0, group("FR", "DE")).worth
    assert way(-1.0, group("FR", None)).worth == -1.0  # for whom the other acts isn't known


def test_what_follows_puts_a_doubtful_first_decision_right() -> None:
    """Alone, the first would rather be left out; with the second, who surely joins somebody, both come in."""
    text = text_of(
        "Minister Karl Ebner of Austria sat there. Minister Ana Sousa of Portugal sat there.", WORDS
    )
    found = find_all(text, WORDS)
    cast = cast_of(text, found, WORDS)
    scenes = tuple(scenes_of(text, cast, found, WORDS))
    cues = cues_of(text)
    told = introductions_of(text, cast, scenes, cues, words=WORDS, published=None)
    stored = {
        "classes": [JOIN, NEW, OUT],
        "bias": [0, 200, 400],
        "outward": [],
        "weights": {"state one other": [4000, 0, 0]},
    }
    words = replace(WORDS, network=network_of(stored))
    groups, steps, share = groups_of(told, Telling(text, scenes, cues, words))
    assert [[p.name for p in g.people] for g in groups] == [["Karl Ebner", "Ana Sousa"]]
    assert [step.decision for step in steps] == [NEW, JOIN]
    assert 0 < share <= 1


def test_the_model_has_learnt_no_word_that_could_be_a_name() -> None:
    models = (*WORDS.models.values(), WORDS.network.weights)
    learnt = {f for model in models for f in model if f.startswith("opens ")}
    openers = {f"opens {word}" for word in word_lists("en/stops")["openers"]}
    assert {f for f in learnt if not f.startswith("opens the sentence")} <= openers
    assert learnt & openers
