"""What encounters were about and who said what at them: tests/cases/en/topics.yaml, statements.yaml."""

from pathlib import Path

import pytest
import yaml

from chronicle.ingest import ingest
from chronicle.ingest.explain import explain
from chronicle.ingest.report import in_words, prediction
from chronicle.lexicon import load_lexicon, with_topics
from chronicle.lexicon.topics import Topic
from chronicle.model import Article, Entry, PartialDate, Reading, Status

HERE = Path(__file__).parents[1] / "cases" / "en"
WORDS = load_lexicon()
MINISTERS = (
    "Kenyan Foreign Minister Grace Wanjiru met Irish Foreign Minister Conor Walsh in Nairobi on Monday."
)
ENVOY = "Kenyan Foreign Minister Grace Wanjiru met Irish Ambassador Conor Walsh in Nairobi on Monday."


def cases(name: str) -> list[dict[str, object]]:
    found = yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text
    assert isinstance(found, list)
    return found


def reading_of(text: str) -> Reading:
    day = PartialDate("2025-01-14")
    return ingest(Article(id="x.txt", text=text, body=text, published=day), WORDS)


@pytest.mark.parametrize("case", cases("topics"), ids=lambda case: case["from"])
def test_topics(case: dict[str, object]) -> None:
    entries = reading_of(f"{MINISTERS} {case['text']}").entries
    assert [topics_told(entry) for entry in entries] == case["finds"]


@pytest.mark.parametrize("case", cases("statements"), ids=lambda case: case["from"])
def test_statements(case: dict[str, object]) -> None:
    entries = reading_of(f"{ENVOY} {case['text']}").entries
    assert [told for entry in entries for told in statements_told(entry)] == case["finds"]


def topics_told(entry: Entry) -> list[str]:
    evidence = entry.evidence or {}
    return [f"{topic} | {evidence[f'topics[{n}]'].rule}" for n, topic in enumerate(entry.topics)]


def statements_told(entry: Entry) -> list[str]:
    evidence, told = entry.evidence or {}, []
    for n, s in enumerate(entry.statements):
        found = evidence[f"statements[{n}].{'speaker' if s.speaker else 'sides'}"]
        words = [s.speaker or "", " ".join(s.sides), str(s.manner), " ".join(s.topics), str(found.rule)]
        told.append(" | ".join(words) + (", quoted" if s.quoted else ""))
    return told


def test_a_headline_tells_topics() -> None:
    text = f"Kenya, Ireland discuss fisheries\n\n{MINISTERS}"
    assert [topics_told(e) for e in reading_of(text).entries] == [["fisheries | in_the_headline"]]


def test_nothing_is_said_yet_at_a_planned_meeting_but_its_topics_may_be_told() -> None:
    text = (
        "Kenyan Foreign Minister Grace Wanjiru will meet Irish Ambassador Conor Walsh on January 20. "
        "They will discuss fisheries. Wanjiru thanked Ireland for its help with demining."
    )
    (entry,) = reading_of(text).entries
    assert entry.status is Status.PLANNED
    assert entry.topics == ("fisheries",)
    assert entry.statements == ()


def test_the_words_behind_a_statement_are_few_and_the_articles() -> None:
    text = (
        f"{ENVOY} The minister, too, thanked Ireland for its long and generous help with demining and health."
    )
    (entry,) = reading_of(text).entries
    words = [(entry.evidence or {})[f"statements[0].{field}"].words for field in ("speaker", "manner")]
    assert words == ["The minister, too, thanked"] * 2


def test_a_statements_topics_are_among_those_of_the_entry_and_in_their_order() -> None:
    text = f"{ENVOY} They discussed health. Walsh praised progress in demining and health."
    (entry,) = reading_of(text).entries
    assert entry.topics == ("health", "demining")
    assert entry.statements[0].topics == ("health", "demining")


def test_a_reading_tells_topics_and_statements_in_words_and_as_json() -> None:
    reading = reading_of(f"{ENVOY} Wanjiru thanked Ireland for its help with demining.")
    assert "    topics: demining\n    Grace Wanjiru (KE) thanked: demining\n" in in_words(reading)
    told = explain(reading.article, WORDS)
    assert "statements[0].speaker: Grace Wanjiru (stated, 'Wanjiru thanked', by speaker_named)" in told
    (meeting,) = prediction("x.txt", [reading])["meetings"]  # type: ignore[misc, attr-defined]
    assert meeting["topics"] == ["demining"]
    assert meeting["statements"] == [
        {
            "manner": "thanked",
            "speaker": "Grace Wanjiru",
            "sides": ["KE"],
            "topics": ["demining"],
            "quoted": False,
        }
    ]


def test_other_topics_can_be_looked_for() -> None:
    words = with_topics(WORDS, {"coffee": Topic("coffee", "Coffee", ("Coffee",))})
    text = f"{MINISTERS} They discussed coffee and trade."
    (entry,) = ingest(Article(id="x.txt", text=text, body=text), words).entries
    assert entry.topics == ("coffee",)
    assert with_topics(WORDS, None) is WORDS
