"""What part somebody takes where the grammar leaves no doubt."""

import pytest

from chronicle.ingest.cast import cast_of
from chronicle.ingest.cues import cues_of
from chronicle.ingest.find import find_all
from chronicle.ingest.groups import Telling
from chronicle.ingest.introductions import introductions_of
from chronicle.ingest.parts import sure_parts
from chronicle.ingest.scenes import scenes_of
from chronicle.ingest.sides import with_sides
from chronicle.ingest.text import text_of
from chronicle.lexicon import load_lexicon
from chronicle.model import PartialDate

WORDS = load_lexicon()
MET = "Kenyan Foreign Minister Grace Wanjiru met Czech Foreign Minister Jan Svoboda in Nairobi on Monday. "


@pytest.mark.parametrize(
    ("sentence", "name", "part"),
    [
        ("With the guest came Deputy Foreign Minister Pavel Horak.", "Pavel Horak", "beside"),
        ("Deputy Minister Pavel Horak also attended the second of the talks.", "Pavel Horak", "beside"),
        ("Then came Polish Foreign Minister Adam Nowicki.", "Adam Nowicki", "again"),
        ("Polish Foreign Minister Adam Nowicki had his turn an hour later.", "Adam Nowicki", "again"),
        ("A team led by Adam Nowicki of Poland is in Nairobi until Friday.", "Adam Nowicki", "leads"),
        ("Deputy Foreign Minister Pavel Horak attended a fair in Mombasa.", "Pavel Horak", None),
        ("Wanjiru had brought along a letter from Deputy Minister Peter Otieno.", "Peter Otieno", None),
        ("Absent from the talks was Deputy Foreign Minister Pavel Horak.", "Pavel Horak", "absent"),
        ("Deputy Foreign Minister Pavel Horak, who is ill, could not attend.", "Pavel Horak", "absent"),
        ("She praised the role of Polish Prime Minister Adam Nowicki in the region.", "Adam Nowicki", "out"),
        ("Later Svoboda called on Polish Prime Minister Adam Nowicki in Mombasa.", "Adam Nowicki", "again"),
        ("Wanjiru called on Polish Prime Minister Adam Nowicki to end the embargo.", "Adam Nowicki", "out"),
    ],
)
def test_of_most_people_no_part_is_sure(sentence: str, name: str, part: str | None) -> None:
    assert parts(MET + sentence).get(name) == part


def test_two_newcomers_of_one_sentence_meet_each_other() -> None:
    told = "Meanwhile, Deputy Minister Peter Otieno received Polish Prime Minister Adam Nowicki."
    found = parts(MET + told)
    assert (found.get("Peter Otieno"), found.get("Adam Nowicki")) == ("new", "join")


def parts(body: str) -> dict[str, str]:
    text = text_of(body, WORDS)
    found = find_all(text, WORDS)
    cast = with_sides(cast_of(text, found, WORDS), found, WORDS, text, None)
    scenes, cues = tuple(scenes_of(text, cast, found, WORDS)), cues_of(text)
    told = introductions_of(text, cast, scenes, cues, words=WORDS, published=PartialDate("2025-03-04"))
    sure = sure_parts(told, Telling(text, scenes, cues, WORDS))
    return {one.person.name: told.part for one, told in sure.items()}
