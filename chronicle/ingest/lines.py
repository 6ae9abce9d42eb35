"""A sentence, those whom it introduces, and the words in it that leave no doubt what part they take.

Words: lexicon/en/parts.yaml.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from chronicle.ingest.groups import Telling
from chronicle.ingest.introductions import Introduction
from chronicle.ingest.scenes import Scene
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

JOIN, NEW, OUT = "join", "new", "out"
AGAIN, ABSENT = "again", "absent"  # a new encounter, or none, once there is one of two sides
BESIDE = "beside"  # joins those who meet, as one more of a side
HOSTS = "hosts"  # joins, or begins, an encounter
MEETS = "meets"  # joins those who are still of one side, else begins an encounter
LEADS = "leads"  # begins an encounter, if none is told yet
KINDS = (
    "invites",
    "turn_of",
    "has_turn",
    "led",
    "absent",
    "spoken_of",
    "sent_by",
    "was_talking_to",
    "comments",
    "brought",
    "there",
    "attended",
    "meets",
    "passive",
    "together",
)
AHEAD = frozenset(
    ("invites", "turn_of", "led", "sent_by", "was_talking_to")
)  # of those who are told behind them
BLANKS = (
    ("TALKS", "talks"),
    ("GUEST", "guest"),
    ("CANNOT", "cannot"),
    ("ATTEND", "attend"),
    ("LETTERS", "letters"),
    ("CABLE", "cable"),
)
Part = tuple[Introduction, str]
LIST = re.compile(
    r"(?:\s?\([^)]{1,40}\)|\sof (?:the )?[a-z]+(?: [a-z]+)?(?=,| and ))?[,;\s]*"
    r"(?:and |as well as |along with |together with |plus )?(?:also )?"
    r"(?:(?:the|his|her|their|its|by|with) )*"
)
ASIDE = r"(?:\sof (?:the )?[a-z]+(?: [a-z]+)?)?(?:\s\([^)]{1,50}\))?(?:,\s[^,;.]{1,90},)?,?\s"
WHEN = (
    r"(?:(?:on|in|at) (?:the )?[a-z]+(?: (?:\d{1,2}|[a-z]+))? |today |yesterday |this [a-z]+ |in turn "
    r"|for (?:his|her) part )?"
)
ALSO = r"(?:(?:also|then|later|afterwards|meanwhile|separately|likewise|now|subsequently),? )*"
OBJECT = re.compile(
    r"(?: (?:on|in|at|over) [a-z]+(?: \d{1,2}| [a-z]+)?(?: in [a-z]+)?)?"
    r"(?: (?:the|his|her|its|their|with|a|an|visiting|newly|new|outgoing|appointed|senior|top|group|of"
    r"|(?:[a-z]+ )?(?:counterpart|colleague)s?),?)* ?"
)
SUBJECT = re.compile(rf"{ASIDE}{WHEN}{ALSO}")
OF = re.compile(r" ?(?:(?:the|his|her|its|their|late|former|then|a|an) )*")
ADVERBS = re.compile(rf",? {WHEN}{ALSO}")
BREAK = re.compile(
    r"[;:.(]|\b(?:who|whom|which|where|when|while|after|before|said|told|that|whose|on behalf|but|then|met"
    r"|in which|letters?|messages?|gifts?|greetings|invitations?|sent|from)\b"
)


@dataclass(frozen=True)  # no slots: what is asked for is kept
class Line:
    """A sentence, those whom it introduces, and the words in it that leave no doubt."""

    scene: Scene
    before: Scene | None  # the sentence before
    speaker: Introduction | None  # whom that one introduces, if nobody else
    ceremony: bool  # whether the article tells of credentials: several envoys, one encounter
    new: Sequence[Introduction]  # in order
    words: Sequence[Mention]  # in order; kind: which list
    scenes: Sequence[Scene] = ()  # of the whole article, one a sentence
    introduced: Mapping[int, Introduction] = field(
        default_factory=dict
    )  # those before, by the person's number

    def between(self, start: int, stop: int) -> str:
        """The text from here to there, in lower case."""
        return self.scene.text.low[start:stop]

    def last(self, kind: str, stop: int) -> Mention | None:
        """The nearest word of that kind that ends before `stop`."""
        some = self.by_kind.get(kind, ())
        at = bisect_right(some, stop, key=lambda m: m.span.stop)
        return some[at - 1] if at else None

    def first(self, start: int) -> Mention | None:
        """The first word behind `start`."""
        at = bisect_left(self.behind, start, key=lambda m: m.span.start)
        return self.behind[at] if at < len(self.behind) else None

    @cached_property
    def behind(self) -> Sequence[Mention]:
        """The words that may stand behind somebody of whom they are told."""
        return [word for word in self.words if word.kind not in AHEAD]

    @cached_property
    def by_kind(self) -> Mapping[str, Sequence[Mention]]:
        """The words of each kind, in order."""
        kinds: dict[str, list[Mention]] = {}
        for word in self.words:
            kinds.setdefault(word.kind, []).append(word)
        return kinds

    @cached_property
    def ends(self) -> Sequence[int]:
        """For each newcomer the number of the last of the list of names that goes on from there."""
        ends = list(range(len(self.new)))
        for here in reversed(range(len(self.new) - 1)):
            one, other = self.new[here], self.new[here + 1]
            if LIST.fullmatch(self.scene.text.low, one.stop, max(one.stop, other.start)):
                ends[here] = ends[here + 1]
        return ends


def words_of(telling: Telling) -> Sequence[Mention]:
    """The words of the article that leave no doubt, in order."""
    return [
        Mention(hit.phrase.kind, Span(hit.start, hit.stop), hit.phrase.value, "sure_parts")
        for hit in forms().found(telling.text.low)
    ]


@cache
def forms() -> Phrases:
    """The words of parts.yaml, with each word for talks and for a guest where one belongs."""
    lists = word_lists("en/parts")
    return Phrases(
        Phrase(text, kind, text) for kind in KINDS for form in lists[kind] for text in filled(form, lists)
    )


def filled(form: str, lists: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A form with each word that may stand where it has TALKS, GUEST, CANNOT …."""
    blank = next(((blank, name) for blank, name in BLANKS if blank in form), None)
    if blank is None:
        yield form
        return
    for word in lists[blank[1]]:
        yield from filled(form.replace(blank[0], word), lists)
