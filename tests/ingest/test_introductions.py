"""What the sentence that introduces a person tells, as features."""

import pytest

from chronicle.ingest.cast import cast_of
from chronicle.ingest.cues import cues_of
from chronicle.ingest.find import find_all
from chronicle.ingest.introductions import Introduction, age_of, introductions_of
from chronicle.ingest.scenes import scenes_of
from chronicle.ingest.states import Before, of_the_state
from chronicle.ingest.text import Text, text_of
from chronicle.lexicon import load_lexicon
from chronicle.model import PartialDate

WORDS = load_lexicon()


def introduced(body: str, published: str = "2024-03-12") -> tuple[Text, list[Introduction]]:
    text = text_of(body, WORDS)
    found = find_all(text, WORDS)
    cast = cast_of(text, found, WORDS)
    scenes = tuple(scenes_of(text, cast, found, WORDS))
    return text, introductions_of(
        text, cast, scenes, cues_of(text), words=WORDS, published=PartialDate(published)
    )


def features(body: str) -> dict[str, frozenset[str]]:
    return {one.person.name: one.features for one in introduced(body)[1]}


def test_people_come_in_order_of_the_text_once_each() -> None:
    _, found = introduced(
        "Defense Minister Rashad Aliyarov received Ambassador Maria Sousa. Aliyarov thanked Sousa. "
        "Foreign Minister Kamran Valizade was present."
    )
    assert [one.person.name for one in found] == ["Rashad Aliyarov", "Maria Sousa", "Kamran Valizade"]


def test_a_headline_introduces_nobody_who_is_told_below() -> None:
    told = "Defense Minister Rashad Aliyarov received Ambassador Maria Sousa on Monday."
    found = features(f"Aliyarov receives Sousa\n\n{told}")
    assert "only in headline" not in found["Rashad Aliyarov"]
    assert "in headline" in found["Rashad Aliyarov"]


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        (
            "Defense Minister Rashad Aliyarov received Ambassador Maria Sousa in Baku.",
            "Maria Sousa",
            "cue host",
        ),
        (
            "Defense Minister Rashad Aliyarov received Ambassador Maria Sousa in Baku.",
            "Maria Sousa",
            "cue host before",
        ),
        ("Defense Minister Rashad Aliyarov received Ambassador Maria Sousa in Baku.", "Maria Sousa", "envoy"),
        ("The talks were attended by Deputy Minister Ramin Quliyev as well.", "Ramin Quliyev", "cue join"),
        (
            "The talks were attended by Deputy Minister Ramin Quliyev as well.",
            "Ramin Quliyev",
            "word before by",
        ),
        ("President Adam Zielny's decree named him to the post in Rome.", "Adam Zielny", "possessor"),
        (
            "Foreign Minister Jan Kowalik said that nothing was agreed at all.",
            "Jan Kowalik",
            "word after said",
        ),
        (
            "Last year Foreign Minister Jan Kowalik had met the Swedish envoy there.",
            "Jan Kowalik",
            "cue recalled",
        ),
        (
            "Last year Foreign Minister Jan Kowalik had met the Swedish envoy there.",
            "Jan Kowalik",
            "says had",
        ),
        (
            "Foreign Minister Jan Kowalik will meet the Swedish envoy on 20 March 2024.",
            "Jan Kowalik",
            "told of coming",
        ),
        (
            "Foreign Minister Jan Kowalik met the Swedish envoy on 2 January 2020.",
            "Jan Kowalik",
            "told of long past",
        ),
    ],
)
def test_the_sentence_is_told_as_features(body: str, name: str, expected: str) -> None:
    assert expected in features(body)[name]


@pytest.mark.parametrize(
    ("value", "age"),
    [
        ("2024-03-12", "news"),
        ("2024-03-10", "news"),
        ("2024-03-01", "past"),
        ("2023-03-12", "long past"),
        ("2024-03-13", "coming"),
        ("--03-14", "coming"),
        ("--12-30", "long past"),
        ("2024-03-11/2024-03-14", "news"),
        ("--02-29", "past"),
        ("weekday 3", ""),
        ("2015", ""),
        ("2012-10", ""),
        ("--12", ""),
    ],
)
def test_a_day_is_compared_with_the_publication(value: str, age: str) -> None:
    assert age_of(value, "2024-03-12") == age


def test_the_state_tells_how_a_newcomer_stands_to_those_before() -> None:
    text, (host, guest, other) = introduced(
        "Azerbaijani Defense Minister Rashad Aliyarov received Portuguese Ambassador Maria Sousa. "
        "Also present was Azerbaijani Deputy Defense Minister Ramin Quliyev."
    )
    first = set(of_the_state(host, Before((), None, 0, 0), text, WORDS))
    second = set(of_the_state(guest, Before((host.person,), host, 1, 0), text, WORDS))
    third = set(of_the_state(other, Before((host.person, guest.person), guest, 2, 1), text, WORDS))
    assert "state nobody other" in first
    assert {"state one other", "with one of the current"} <= second
    assert "state two known" in third


def test_nothing_introduces_nobody() -> None:
    assert introduced("")[1] == []
    assert introduced("It rained all day in the valley and nobody met.")[1] == []
