"""A round of as many sides as are counted: only where the list agrees, and nobody is named."""

import pytest

from chronicle.ingest.cast import cast_of
from chronicle.ingest.find import find_all
from chronicle.ingest.rounds import round_of
from chronicle.ingest.scenes import scenes_of
from chronicle.ingest.sides import with_sides
from chronicle.ingest.text import text_of
from chronicle.lexicon import load_lexicon

WORDS = load_lexicon()
OPENING = "The same day saw a four-party technical session on the road that is to be built. "
LISTING = "Experts of Cuba, Haiti, Jamaica and the Republic of Panama took part."


def sides_listed(body: str) -> list[list[str]]:
    """The sides of each round that a text tells of."""
    text = text_of(body, WORDS)
    found = find_all(text, WORDS)
    cast = with_sides(cast_of(text, found, WORDS), found, WORDS, text, None)
    scenes = tuple(scenes_of(text, cast, found, WORDS))
    rounds = (round_of(scene, scenes) for scene in scenes)
    return [[side.value for side in one.sides] for one in rounds if one is not None]


@pytest.mark.parametrize(
    "body",
    [
        OPENING + LISTING,
        "THE ROAD TO THE SEA\n" + OPENING + LISTING,
        OPENING + "Its cost was looked into at length by everybody at the table there. " + LISTING,
        OPENING.replace("four-party technical session", "working session of four") + LISTING,
        "Also on May 7 a quadrilateral meeting of experts of Cuba, Haiti, Jamaica and Panama was held.",
    ],
)
def test_the_sides_of_a_round_are_those_of_its_list(body: str) -> None:
    assert sides_listed(body) == [["CU", "HT", "JM", "PA"]]


@pytest.mark.parametrize(
    "body",
    [
        OPENING.replace("four", "five") + LISTING,  # the count tells of one more
        OPENING + LISTING.replace("Jamaica", "Cuba"),  # one is told twice
        OPENING + LISTING.replace("took", "did not take"),
        OPENING + LISTING + " Minister of Transport of Cuba Ana Pérez opened it.",
        OPENING + LISTING + " In the evening he left for the coast and stayed there.",
        OPENING + "\n\n" + LISTING,  # another paragraph
        OPENING.replace("The same day saw", "The road was the matter of") + LISTING,  # perhaps told before
        "The road to the sea is to be built within the next two years. " + OPENING + LISTING,
        OPENING.replace("session", "exercise") + LISTING,
        OPENING + LISTING.replace("Experts of", "The climate of"),
    ],
)
def test_without_an_agreeing_list_there_is_no_round(body: str) -> None:
    assert sides_listed(body) == []
