"""JSON Lines: one article a line, with url, title, outlet, published and text.

Only `text` is required. The id of an article comes from its URL, or from its text where it has none,
so that lines may be put into another order.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping

from chronicle.ingest.formats.addresses import web_address
from chronicle.ingest.formats.decoding import cleaned, decoded, doubt_of, repaired
from chronicle.ingest.formats.plain import closest_key
from chronicle.ingest.furniture import without_furniture
from chronicle.ingest.header_dates import partial_date
from chronicle.model import Article, PartialDate
from chronicle.problems import Problem, ProblemsFound, Unreadable

SUFFIXES = (".jsonl", ".ndjson")
KEYS = ("url", "outlet", "published", "title", "text")
DIGEST_BYTES = 4
WHOLE = 'Write each article as {"url": "…", "text": "…"} on one line.'
PLAIN_WORDS = {  # what Python's reader says: what it means, and what to do
    "Expecting ',' delimiter": (
        "a comma or the closing brace is missing",
        'Put a comma between two fields, } at the end, and \\" for a quotation mark inside a text.',
    ),
    "Expecting ':' delimiter": ("a colon is missing", 'Write a key and its value as "title": "…".'),
    "Expecting property name": (
        "a key in double quotes is missing",
        'Write a key as "title", and no comma before the closing brace.',
    ),
    "Illegal trailing comma": ("a comma stands before the closing brace", "Remove that comma."),
    "Expecting value": ("a value is missing", f"Put each value in double quotes. {WHOLE}"),
    "Unterminated string": (
        "a text has no closing quotation mark",
        "Close it; a line break inside a text is written \\n.",
    ),
    "Invalid control character": ("a tab or the like stands in a text", "Write a tab as \\t."),
    "Invalid \\": ("a backslash stands alone in a text", "Write it twice: \\\\."),
    "Extra data": ("something stands behind the article", "Put each article on a line of its own."),
}


def looks_like(content: bytes) -> bool:
    """JSON Lines are known by their suffix only: an article may begin with a brace."""
    del content
    return False


def read(name: str, content: bytes) -> tuple[Article, ...]:
    """The articles in order of the lines.

    Raises ProblemsFound with a Problem for each wrong line, its path being `name`; Unreadable
    where the file is no text or has no line.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    first_lines: dict[str, int] = {}
    for number, line in numbered_lines(content):
        try:
            article = article_of(name, line)
        except Unreadable as error:
            problems.append(Problem(name, number, error.what, error.hint))
            continue
        first = first_lines.setdefault(article.id, number)
        if first != number:
            what = f"the article is the same as that of line {first}: {article.url or 'the same text'}"
            problems.append(Problem(name, number, what, "Remove one of the two lines."))
        articles.append(article)
    if problems:
        raise ProblemsFound(problems)
    if not articles:
        message = "the file is empty"
        raise Unreadable(message, "Put one article into each line, or remove the file.")
    return tuple(articles)


def doubt(content: bytes) -> str | None:
    """What a person should know of how the bytes were read."""
    return doubt_of(content)


def numbered_lines(content: bytes) -> Iterator[tuple[int, str]]:
    """The lines that aren't blank, counted from 1."""
    lines = decoded(content).split("\n")
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def article_of(name: str, line: str) -> Article:
    """The article of one line. Raises Unreadable."""
    fields = fields_of(line)
    text = fields.get("text", "")
    if not text.strip():
        message = "the article has no text"
        raise Unreadable(message, 'Give it as "text": "…", or remove the line.')
    url = fields.get("url")
    digest = hashlib.blake2b((url or text).encode(), digest_size=DIGEST_BYTES).hexdigest()
    return Article(
        id=f"{name}#{digest}",
        text=text,
        body=without_furniture(text, title=fields.get("title")),
        url=url,
        outlet=fields.get("outlet"),
        published=PartialDate(fields["published"]) if "published" in fields else None,
        title=fields.get("title"),
    )


def fields_of(line: str) -> Mapping[str, str]:
    """The fields that have a value, by key. Raises Unreadable."""
    try:
        pairs = json.loads(line, object_pairs_hook=Pairs)
    except (ValueError, RecursionError) as error:
        what, hint = reason(error)
        raise Unreadable(f"the line is no JSON: {what}", hint) from error
    if not isinstance(pairs, Pairs):
        message = f"the line is JSON, but no article: {shortened(line)!r}"
        raise Unreadable(message, WHOLE)
    fields: dict[str, str] = {}
    for key, value in pairs:
        if key in fields:
            message = f"the article gives {key!r} twice"
            raise Unreadable(message, "Leave one of the two.")
        fields[key] = field(key, value)
    return {key: value for key, value in fields.items() if value}


class Pairs(list[tuple[str, object]]):
    """A JSON object as it stands: a dict would hide a key that is given twice."""


def field(key: str, value: object) -> str:
    """One value as text, "" for null. Raises Unreadable for an unknown key or a value that is no text."""
    if key not in KEYS:
        message = f"unknown key {shortened(key)!r}"
        raise Unreadable(message, closest_key(key, keys=KEYS))
    if value is None:
        return ""
    if not isinstance(value, str):
        message = f"{key} is {shortened(json.dumps(value))}: not text"
        raise Unreadable(message, "Put it in quotes.")
    clean = cleaned(repaired(value))
    if key == "text":
        return clean
    clean = " ".join(clean.split())
    if key == "url" and clean:
        return web_address(clean)
    return partial_date(clean) if key == "published" and clean else clean


def reason(error: Exception) -> tuple[str, str]:
    """Why JSON can't be read, and what to do about it."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply", WHOLE
    if not isinstance(error, json.JSONDecodeError):
        return str(error), WHOLE
    told = next((told for message, told in PLAIN_WORDS.items() if error.msg.startswith(message)), None)
    what, hint = told or (error.msg, WHOLE)
    return f"{what}, at character {error.colno}", hint


def shortened(text: str, *, limit: int = 60) -> str:
    """The text, or its beginning."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
