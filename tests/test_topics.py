"""content/topics.yaml: a chronicle's own topics."""

import pytest

from chronicle.cli import main
from chronicle.lexicon.topics import load_topics
from chronicle.topics import read_topics
from tests.conftest import World

ARTICLE = (
    "Kenyan Foreign Minister Grace Wanjiru met Irish Foreign Minister Conor Walsh in Nairobi on Monday. "
    "They discussed halal beef, vaccines and tourism."
)
OWN = """
halal-food:
  name: Halal food
  words: [Halal beef]
health:
  name: Health of people
  words: [oxygen]
tourism: off
"""


def test_without_a_file_there_are_the_programs_topics() -> None:
    for text in ("", "# nothing yet\n"):
        assert read_topics("topics.yaml", text) == (load_topics(), ())


def test_a_file_adds_topics_and_words_and_switches_topics_off() -> None:
    topics, problems = read_topics("topics.yaml", OWN)
    assert problems == ()
    assert list(topics)[:2] == ["halal-food", "health"]
    assert topics["halal-food"].words == ("Halal beef",)
    assert topics["health"].name == "Health of people"
    assert topics["health"].words == ("oxygen", *load_topics()["health"].words)
    assert "tourism" not in topics
    assert len(topics) == len(load_topics())


def test_every_problem_is_told_and_the_rest_holds() -> None:
    topics, problems = read_topics("topics.yaml", "energy: maybe\nhealth: {words: [oxygen], color: red}\n- x")
    assert [str(problem).split(":")[1] for problem in problems] == ["3"]  # no YAML at all
    topics, problems = read_topics("topics.yaml", "energy: maybe\nhealth: {words: [oxygen], color: red}\n")
    assert [str(problem) for problem in problems] == [
        (
            "topics.yaml:1: energy is 'maybe': neither a record nor 'off'.\n"
            "    Write {name: …, words: […]}; or 'off', to do without a topic of the program."
        ),
        "topics.yaml:2: unknown field 'health.color'.\n    The fields are name, words.",
    ]
    assert topics == load_topics()


def test_articles_are_read_by_them_and_pages_show_their_names(world: World) -> None:
    world.write("content/topics.yaml", OWN)
    world.article(text=ARTICLE)
    world.build()
    (entry,) = world.entries.values()
    assert "topics: [halal-food, health]" in entry
    (page,) = [path for path in (world.site / "meetings").rglob("index.html") if "wanjiru" in str(path)]
    assert all(
        f">{name}</a>" in page.read_text(encoding="utf-8") for name in ("Halal food", "Health of people")
    )
    world.write("content/topics.yaml", OWN.replace("Health of people", "Public health"))
    world.build()
    assert all(f">{name}</a>" in page.read_text(encoding="utf-8") for name in ("Halal food", "Public health"))


def test_parse_reads_by_them(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.write("content/topics.yaml", OWN)
    article = world.write("one.txt", ARTICLE)
    assert main(["--content", str(world.content), "parse", str(article)]) == 0
    assert "topics: halal-food, health" in capsys.readouterr().out
