"""The topics that come with the program."""

from chronicle.lexicon import load_lexicon
from chronicle.lexicon.topics import forms_of, load_topics
from chronicle.slug import slug
from tests.conftest import ROOT

TOPICS = load_topics()


def test_every_topic_has_an_id_for_addresses_a_name_and_words() -> None:
    assert len(TOPICS) > 40
    assert {id_: slug(id_) for id_ in TOPICS} == {id_: id_ for id_ in TOPICS}
    assert all(topic.id == id_ and topic.name and topic.words for id_, topic in TOPICS.items())
    assert len({topic.name for topic in TOPICS.values()}) == len(TOPICS)


def test_no_word_tells_two_topics() -> None:
    told: dict[str, str] = {}
    for topic in TOPICS.values():
        for word in topic.words:
            assert word == word.lower()
            for form in set(forms_of(word, "en")):
                assert told.setdefault(form, topic.id) == topic.id, form


def test_words_are_found_in_the_plural_and_in_both_spellings() -> None:
    assert set(forms_of("defence industry", "en")) == {
        "defence industry",
        "defence industries",
        "defense industry",
        "defense industries",
    }
    found = {hit.phrase.value for hit in load_lexicon().topics.found("defense co-operation and migrants")}
    assert found == {"military-cooperation", "migration"}


def test_the_list_in_the_docs_is_the_list() -> None:
    lines = (ROOT / "docs" / "topics.md").read_text(encoding="utf-8").splitlines()
    shown = [line for line in lines if line.startswith("| `")]
    assert shown == [f"| `{t.id}` | {t.name} | {', '.join(t.words[:4])} … |" for t in TOPICS.values()]
