"""What an encounter was about: topics that were talked about, or that a side spoke of."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from chronicle.ingest.belonging import Belonging
from chronicle.ingest.scenes import Scene
from chronicle.ingest.text import Text, sentence_at
from chronicle.lexicon.phrases import Hit
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, Evidence

FAR = 70  # code points around a word in which a ministry's or committee's name can stand
BODY = (
    r"[Mm]inist(?:er|ers|ry|ries)|[Ss]ecretar(?:y|ies)|[Dd]epartment|[Cc]ommission(?:er)?|[Cc]ommittee|[Cc]ouncil"
    r"|[Aa]gency|[Ii]nstitute|[Uu]niversity|[Aa]cademy|[Bb]ank|[Ff]und|[Cc]ompany|[Cc]ent(?:er|re)|[Uu]nion|[Oo]rgani[sz]ation"
    r"|[Dd]irector(?:ate)?(?:\s[Gg]eneral)?|[Cc]hair(?:man|woman|person)|[Aa]dvis[eo]r|[Bb]ureau|[Aa]uthority|[Aa]ssociation"
)
NAMED = re.compile(rf"\b(?:{BODY})\s(?:of|for|on)\s(?:the\s)?(?:(?:[A-Z&][\w&-]*|and|the|of),?\s){{0,7}}$")
NAMING = re.compile(rf"(?:,?\s(?:[A-Z&][\w&-]*|and)){{0,4}}\s(?:{BODY})\b")
TITLES = frozenset(("office", "offices", "organisation", "body"))
JOINTS = frozenset(("of", "for", "on", "the", "and"))  # small words in the name of a body
NAMED_SIDES = frozenset(("country", "demonym", "organisation"))


@dataclass(frozen=True, slots=True)
class Word:
    """A topic's word at a place of the body."""

    start: int
    stop: int
    topic: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What each sentence has of topics, of words for talking, and of sides."""

    words: Sequence[Sequence[Word]]
    about: Collection[int]  # sentences that say that something was talked about
    elsewhere: Collection[int]  # sentences that tell what was said elsewhere
    sides: Mapping[int, AbstractSet[str]]  # countries and organisations named in each of `about`


@dataclass(frozen=True, slots=True)
class Sight:
    """A topic's word, and what tells whether it is a topic of an encounter."""

    word: Word
    place: Belonging
    text: Text
    talk: Talk
    sides: Collection[str]  # of the encounter
    spoken: Collection[Word]  # what its statements are about


Rule = Callable[[Sight], bool]


def talked_about(at: Sight) -> bool:
    """As in "They discussed energy", "Trade was on the agenda", "signed a memorandum on fisheries"."""
    return not at.place.opening and at.place.full and is_told(at)


def said_by_a_side(at: Sight) -> bool:
    """As in "The minister thanked Norway for its help with demining"."""
    return at.word in at.spoken


def in_the_headline(at: Sight) -> bool:
    """As in "Baku, Oslo discuss energy": before the first sentence, which need not be one itself."""
    return at.place.opening and is_told(at)


RULES: tuple[tuple[Rule, int], ...] = ((talked_about, 3), (said_by_a_side, 2), (in_the_headline, 2))
"""Each with its weight; the first that holds counts."""


def is_told(at: Sight) -> bool:
    """Whether a sentence says what was talked about by these sides, and now."""
    scene = at.place.scene
    number = scene.sentence.number
    if number not in at.talk.about or number in at.talk.elsewhere or at.place.recalls:
        return False
    if "recalled" in scene.signs or opens_a_link(at.text, scene):
        return False
    named = at.talk.sides[number]
    return not named or not named.isdisjoint(at.sides)


def opens_a_link(text: Text, scene: Scene) -> bool:
    """As in "Read more: Envoys discuss trade", "Tags: energy"."""
    return text.low.startswith(word_lists("en/voices")["links"], scene.sentence.span.start)


def topics_of(
    places: Iterable[Belonging], text: Text, talk: Talk, sides: Collection[str], spoken: Collection[Word]
) -> tuple[tuple[str, Evidence], ...]:
    """The topics of the encounter that some sentences tell of, what weighs most first; with evidence."""
    weights: dict[str, int] = defaultdict(int)
    first: dict[str, Evidence] = {}
    for place in places:
        words = talk.words[place.scene.sentence.number]
        if not words:
            continue
        seen = set()
        for word in words:
            sight = Sight(word, place, text, talk, sides, spoken)
            rule, weight = next(((r, w) for r, w in RULES if r(sight)), (None, 0))
            if rule is None:
                continue
            weights[word.topic] += 1 if word.topic in seen else weight
            seen.add(word.topic)
            quoted = text.body[word.start : word.stop]
            first.setdefault(word.topic, Evidence(Basis.STATED, quoted, rule.__name__))
    ordered = sorted(first, key=lambda topic: -weights[topic])  # a stable sort: then in order of the text
    return tuple((topic, first[topic]) for topic in ordered)


def talk_of(text: Text, scenes: Sequence[Scene]) -> Talk:
    """What a text has of topics, whoever speaks; the words of offices and ministries left out."""
    held = [m.span for scene in scenes for m in scene.here if m.kind in TITLES]
    topics: list[list[Word]] = [[] for _ in text.sentences]
    at = 0
    for hit in text.hits["topics"]:
        while at < len(held) and held[at].stop <= hit.start:
            at += 1
        if not (at < len(held) and held[at].start < hit.stop) and not of_a_body(text, hit):
            topics[sentence_at(text, hit.start)].append(Word(hit.start, hit.stop, hit.phrase.value))
    said: dict[str, set[int]] = {"discussed": set(), "elsewhere": set()}
    for hit in text.hits["talk"]:
        said[hit.phrase.kind].add(sentence_at(text, hit.start))
    about = said["discussed"]
    sides = {number: {m.value for m in scenes[number].here if m.kind in NAMED_SIDES} for number in about}
    return Talk(topics, about, said["elsewhere"], sides)


def of_a_body(text: Text, hit: Hit) -> bool:
    """As in "Ministry of Trade and Energy", "the Health Ministry": a name, and no topic."""
    before = text.key[max(0, hit.start - FAR) : hit.start]
    last = before.rstrip(" ,").rpartition(" ")[2]
    named = (not last.islower() or last in JOINTS) and NAMED.search(before) is not None
    return named or NAMING.match(text.key, hit.stop, hit.stop + FAR) is not None


def evidence_of_topics(topics: Sequence[tuple[str, Evidence]]) -> dict[str, Evidence]:
    """Evidence by field name, as in "topics[0]"."""
    return {f"topics[{number}]": evidence for number, (_, evidence) in enumerate(topics)}
