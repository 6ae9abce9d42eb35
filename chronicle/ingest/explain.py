"""A reading, laid open: the text with its mentions marked, who takes part and why, each field's ground."""

from collections.abc import Iterator

from chronicle.evidence import value_at
from chronicle.ingest import read_through, weighed
from chronicle.ingest.why import decisions
from chronicle.lexicon import Lexicon
from chronicle.model import Article, Entry, Mention, Reading

SHOWN = frozenset(
    ("person", "office", "offices", "rank", "act", "date", "country", "demonym", "city", "organisation")
)


def explain(article: Article, words: Lexicon) -> str:
    """Plain text for a terminal; no line is coloured and none is cut. Reads the article anew."""
    read = read_through(article, words)
    reading, parts = weighed(read, words), [f"  {line}" for line in decisions(read.told)]
    lines = [*marked(reading), "", *(["Who takes part:", *parts, ""] if parts else []), *fields(reading)]
    return "\n".join(lines) + "\n"


def marked(reading: Reading) -> Iterator[str]:
    """The body with each mention in brackets, and under each line the rules that found them."""
    body, start = reading.article.body, 0
    for line in body.splitlines(keepends=True):
        stop = start + len(line)
        inside = outermost([m for m in reading.mentions if start <= m.span.start < stop and m.kind in SHOWN])
        yield bracketed(body[start:stop].rstrip("\n"), start, inside)
        for mention in inside:
            words = " ".join(body[mention.span.start : mention.span.stop].split())
            yield f"    {mention.kind} {mention.value!r}: {words!r} ({mention.rule})"
        start = stop


def outermost(mentions: list[Mention]) -> list[Mention]:
    """The mentions that lie in no other."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.stop)):
        if not kept or mention.span.start >= kept[-1].span.stop:
            kept.append(mention)
    return kept


def bracketed(line: str, start: int, mentions: list[Mention]) -> str:
    """The line with "[" and "]" around its mentions."""
    parts, end = [], 0
    for mention in mentions:
        first, last = mention.span.start - start, min(mention.span.stop - start, len(line))
        parts += [line[end:first], "[", line[first:last], "]"]
        end = last
    return "".join([*parts, line[end:]])


def fields(reading: Reading) -> Iterator[str]:
    """Each entry's fields, or why there is no entry; then the doubts."""
    for number, entry in enumerate(reading.entries, 1):
        yield f"Entry {number}: {entry.title}"
        yield f"  id: {entry.id}"
        yield from entry_fields(entry)
        yield from (f"  To review: {reason}" for reason in entry.review)
    if reading.reason is not None:
        yield f"No entry: {reading.reason}"
    yield from (f"To review: {reason}" for reason in reading.review)


def entry_fields(entry: Entry) -> Iterator[str]:
    """A line a field: value, basis, the article's words, rule."""
    evidence = entry.evidence or {}
    for key in sorted(evidence):
        held = evidence[key]
        words = "" if held.words is None else f", {' '.join(held.words.split())!r}"
        yield f"  {key}: {value_at(entry, key)} ({held.basis.value}{words}, by {held.rule})"
