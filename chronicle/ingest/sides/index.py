"""What the sides and offices of an article tell by themselves: lists, fields, letters of bodies."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from chronicle.ingest.roles import role_words
from chronicle.ingest.sides.patterns import company_word, group, worded
from chronicle.ingest.sides.places import REACH
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.model import Mention, Span

GOES_ON = re.compile(r"'s| of | for |,? [A-Z]")
JOINED = re.compile(r"(?:,| and|, and) (?:the )?")
PAPER = r" (?:[A-Z][\w'-]* )?<papers>\b"
FIELD = r"\b(?:<officials>s? (?:for|in|on)|(?:mission|coordinator) to) (?:the )?$"
LETTERS = re.compile(r"\(([A-Z]{2,8})\)")
NAMING = re.compile(r"(?: (?:of|and|for|the|[A-Z][\w'-]*))* ?(?:[\w'-]+ )?")
ITS_EMBASSY = r"(?:'s)? <missions>\b"
EMBASSY_OF = r"\b<missions> of (?:the )?(?:<states> of )?(?:the )?$"
MANY = 60  # people, sides and offices that a rule compares, at most


def lists_of(named: Sequence[Mention], text: Text) -> Iterator[tuple[Mention, ...]]:
    """As in "Cyprus, Greece and Jordan": three and more sides with nothing else between."""
    run: list[Mention] = []
    for mention in named:
        if run and not JOINED.fullmatch(text.low, run[-1].span.stop, mention.span.start):
            yield from [tuple(run)] if len(run) > len("ab") else ()
            run = []
        run.append(mention)
    yield from [tuple(run)] if len(run) > len("ab") else ()


def holders_of(held: Mapping[int, frozenset[str]]) -> dict[frozenset[str], int]:
    """Each office that one person alone holds, with the person."""
    count = Counter(held.values())
    return {keys: number for number, keys in held.items() if keys and count[keys] == 1}


def delegations_of(named: Sequence[Mention], text: Text) -> tuple[Mention, ...]:
    """The sides of "an Iranian delegation", "a delegation from Tajikistan", "a Czech guest"."""
    pattern = group()
    return tuple(
        first_of_two(at, named, text)
        for at, m in enumerate(named)
        if pattern["after"].match(text.low, m.span.stop)
        or pattern["before"].search(text.low[max(0, m.span.start - REACH) : m.span.start])
    )


def first_of_two(at: int, named: Sequence[Mention], text: Text) -> Mention:
    """As in "the Cyprus-Armenia friendship group": such a group is of the first."""
    side, before = named[at], named[max(0, at - 1)]
    return before if text.low[before.span.stop : side.span.start] in ("-", "–") else side


def short_forms(found: Sequence[Mention], text: Text) -> Iterator[Mention]:
    """Letters that the article itself gives to a side's body: "the Korea Coast Guard (KCG)"."""
    hits = list(LETTERS.finditer(text.key)) if "(" in text.key else []
    if not hits:
        return
    known: dict[str, str] = {}
    taken = {m.span.start for m in found}
    sides = [m for m in found if m.kind in ("country", "demonym", "organisation")]
    starts = [m.span.start for m in sides]
    for hit in hits:
        at = bisect_left(starts, hit.start()) - 1
        near = at >= 0 and hit.start() - starts[at] < REACH // 2
        if near and NAMING.fullmatch(text.key, sides[at].span.stop, hit.start()):
            known[hit[1]] = sides[at].value
    if known:
        for hit in re.finditer("|".join(rf"\b{letters}\b" for letters in known), text.key):
            if hit.start() not in taken:
                yield Mention("body", Span(hit.start(), hit.end()), known[hit[0]], "letters_of_a_body")


def is_field(side: Mention, text: Text) -> bool:
    """As in "the World Bank's director for Poland", "the Danish wind company"."""
    low, (start, stop) = text.low, side.span
    if side.kind == "demonym":
        return company_word().match(low, stop) is not None
    return side.kind == "country" and worded(FIELD).search(low, max(0, start - REACH // 2), start) is not None


def offices_elsewhere(
    claimed: Collection[Span],
    found: Sequence[Mention],
    acting: Sequence[Mention],
    words: Lexicon,
    text: Text,
) -> tuple[tuple[frozenset[str], Mention], ...]:
    """As in "the Norwegian minister": what words, and of which side."""
    told = []
    for office in found:
        if (
            office.kind == "office"
            and office.span not in claimed
            and not GOES_ON.match(text.key, office.span.stop)
        ):
            side = held_for(office, acting)
            keys = frozenset(role_words(office.value, words)) if side is not None else frozenset()
            if side is not None and keys:
                told.append((keys, side))
    return tuple(told[:MANY])


def held_for(office: Mention, inside: Sequence[Mention]) -> Mention | None:
    """The first of the sides that stands in an office's words."""
    at = bisect_left(inside, office.span.start, key=lambda m: m.span.start)
    return inside[at] if at < len(inside) and inside[at].span.start < office.span.stop else None


def fields_of(named: Sequence[Mention], text: Text) -> Iterator[Span]:
    """Where countries are named as the field of an office, one by one or in a list."""
    before: Mention | None = None
    for side in named:
        listed = side.kind == "country" and before is not None
        if is_field(side, text) or (
            listed and before and JOINED.fullmatch(text.low, before.span.stop, side.span.start)
        ):
            before = side
            yield side.span


def embassies_of(named: Sequence[Mention], text: Text) -> Iterator[Mention]:
    """The sides of which embassies are named: "the Polish Embassy", "Embassy of Poland"."""
    for side in named:
        start, stop = side.span
        before = text.low[max(0, start - REACH // 2) : start]
        if worded(ITS_EMBASSY).match(text.low, stop) or worded(EMBASSY_OF).search(before):
            yield side
