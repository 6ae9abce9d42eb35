"""The controlled list of topics: what each is called, and the words by which a report tells it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import Words, load_words


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that meetings are about."""

    id: str  # small letters, digits and hyphens: how entries call it
    name: str
    words: tuple[str, ...]  # lower case


Topics: TypeAlias = Mapping[str, Topic]  # by id; of a word that two have, it is the first one's


@cache
def load_topics(language: str = "en") -> Topics:
    """The topics that come with the program. Raises TypeError where the file is anything else."""
    told = load_words(f"{language}/topics")
    if not isinstance(told, Mapping):
        message = f"lexicon/{language}/topics.yaml is no mapping"
        raise TypeError(message)
    return MappingProxyType({id_: topic_of(id_, record) for id_, record in told.items()})


def topic_of(id_: str, record: Words) -> Topic:
    """One record of the list."""
    if not isinstance(record, Mapping) or not isinstance(record["words"], tuple):
        message = f"lexicon: the topic {id_} has no words"
        raise TypeError(message)
    return Topic(id_, str(record["name"]), tuple(map(str, record["words"])))


@cache
def spellings(language: str) -> Sequence[tuple[str, ...]]:
    """Groups of spellings of one word."""
    told = load_words(f"{language}/spellings")
    groups = told["same"] if isinstance(told, Mapping) else ()
    return tuple(tuple(map(str, group)) for group in groups)


def topic_phrases(topics: Topics, language: str = "en") -> Phrases:
    """One index of the words of all topics, in every spelling; the value of a phrase is the topic's id."""
    return Phrases(
        Phrase(form, "topic", topic.id)
        for topic in topics.values()
        for word in topic.words
        for form in forms_of(word.lower(), language)
    )


def forms_of(word: str, language: str) -> Iterator[str]:
    """The word in every spelling, in the singular and with the ending of the plural."""
    spelled = [word]
    for group in spellings(language):
        held = next((each for each in group if any(each in form for form in spelled)), None)
        if held is not None:
            spelled += [form.replace(held, other) for form in spelled for other in group if other != held]
    for form in dict.fromkeys(spelled):
        yield form
        if form[-1:].isalpha() and not form.endswith("s"):
            yield form.removesuffix("y") + "ies" if form.endswith("ry") else form + "s"
