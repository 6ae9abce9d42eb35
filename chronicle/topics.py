"""content/topics.yaml to topics: those of a chronicle's own, beside those that come with the program."""

from types import MappingProxyType
from typing import Any

import yaml

from chronicle.fields import Complaints, Node, composed, guess, list_reader, read_text, shown
from chronicle.lexicon.topics import Topic, Topics, load_topics
from chronicle.problems import Problem
from chronicle.slug import slug

OFF = "off"
SHORTEST = 3  # letters: "it" is in every text
FIELDS = ("name", "words")
read_words = list_reader(read_text, of_records=False)


def read_topics(path: str, text: str) -> tuple[Topics, tuple[Problem, ...]]:
    """The topics by which articles are read, and all that is wrong with the file.

    What the file tells comes first, so that its words win. What is wrong in it changes nothing.
    """
    complaints = Complaints(path, 1, ())
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    node = composed(text, complaints, of="file") if lines else None
    shipped, own = load_topics(), dict[str, Topic]()
    off, seen = set[str](), set[str]()
    taken: dict[str, str] = {}  # word -> the topic of the file that has it
    for key, value in node.value if node else ():
        id_ = key.value if isinstance(key, yaml.ScalarNode) else shown(key)
        if id_ in seen:
            complaints.add(key, "", f"{id_!r} is given twice", "Keep one of the two.")
        elif isinstance(value, yaml.ScalarNode):
            off |= read_off(key, value, id_, complaints)
        else:
            topic = read_topic(key, value, id_, taken, complaints)
            own |= {id_: topic} if topic else {}
        seen.add(id_)
    rest = {id_: topic for id_, topic in shipped.items() if id_ not in own and id_ not in off}
    return MappingProxyType({**own, **rest}), tuple(complaints.problems)


def read_off(key: Node, value: Node, id_: str, complaints: Complaints) -> set[str]:
    """The topic that is switched off."""
    if value.value != OFF:
        hint = "Write {name: …, words: […]}; or 'off', to do without a topic of the program."
        complaints.add(value, id_, f"is {shown(value)}: neither a record nor 'off'", hint)
    elif id_ not in load_topics():
        complaints.add(key, id_, "can't be switched off: there is no such topic", meant(id_))
    else:
        return {id_}
    return set()


def read_topic(
    key: Node, value: Node, id_: str, taken: dict[str, str], complaints: Complaints
) -> Topic | None:
    """A topic of its own, or one of the program with another name or further words; None if it is wrong."""
    before = len(complaints.problems)
    known = load_topics().get(id_)
    if known is None and id_ != slug(id_):
        hint = f"An id has small letters, digits and hyphens: '{slug(id_)}'."
        complaints.add(key, "", f"{id_!r} is no id of a topic", hint)
    told = read_record(value, id_, taken, complaints)
    if known is None and "name" not in told and len(complaints.problems) == before:
        complaints.add(key, f"{id_}.name", "is missing: the program has no topic of this id", meant(id_))
    if known is None and not told.get("words") and len(complaints.problems) == before:
        hint = "Write the words by which reports tell it: [halal food, halal certificate]."
        complaints.add(key, f"{id_}.words", "is missing", hint)
    if len(complaints.problems) > before:
        return None
    words = (*(told.get("words") or ()), *(known.words if known else ()))
    return Topic(id_, told.get("name") or (known.name if known else id_), tuple(dict.fromkeys(words)))


def read_record(node: Node, id_: str, taken: dict[str, str], complaints: Complaints) -> dict[str, Any]:
    """The fields of one topic."""
    told: dict[str, Any] = {}
    if not isinstance(node, yaml.MappingNode):
        complaints.add(node, id_, f"is {shown(node)}: not a record", "Write it as {name: …, words: […]}.")
        return told
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else shown(key)
        if name in told:
            complaints.add(key, "", f"'{id_}.{name}' is given twice", "Keep one of the two.")
        elif name == "name":
            told[name] = read_text(value, f"{id_}.{name}", complaints) or ""
        elif name == "words":
            told[name] = read_words(value, f"{id_}.{name}", complaints)
            check_words(value, id_, taken, complaints)
        else:
            complaints.add(key, "", f"unknown field '{id_}.{name}'", guess(name, FIELDS))
    return told


def check_words(node: Node, id_: str, taken: dict[str, str], complaints: Complaints) -> None:
    """A word must be long enough to mean something, and tell one topic."""
    for number, item in enumerate(node.value if isinstance(node, yaml.SequenceNode) else ()):
        word, where = str(item.value).lower(), f"{id_}.words[{number}]"
        if not isinstance(item, yaml.ScalarNode) or not word:
            continue
        if sum(map(str.isalnum, word)) < SHORTEST:
            hint = f"Write a word or phrase of {SHORTEST} letters at least."
            complaints.add(item, where, f"is {item.value!r}: too short to tell a topic", hint)
        elif taken.setdefault(word, id_) != id_:
            what = f"is {item.value!r}: that is a word of {taken[word]!r} already"
            complaints.add(item, where, what, "Keep it in one of the two.")


def meant(id_: str) -> str:
    """Which topic of the program an unknown id may stand for, and what to do otherwise."""
    known = load_topics()
    near = guess(id_, known)
    if near.startswith("Did you mean"):
        return near
    return "For a topic of your own, write {name: …, words: […]}; the program's are listed in docs/topics.md."
