"""Who takes part in what: the decisions, and what is made of them."""

import pytest

from chronicle.ingest import ingest
from chronicle.ingest.decisions import JOIN, NEW, OUT
from chronicle.ingest.weights import decided
from chronicle.lexicon import load_lexicon
from chronicle.model import Article, PartialDate

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
