"""Plain text and Markdown, with or without a header between two `---` lines; also what nobody else reads.

    ---
    url: https://example.org/news/1
    outlet: Example News
    published: 2019-11-07
    title: Minister receives ambassador
    ---

Any of the four may be missing. Values are text as it stands; a pair of quotes around one is dropped.
"""

import difflib
import re
from collections.abc import Mapping, Sequence

from chronicle.ingest.formats.addresses import web_address
from chronicle.ingest.formats.decoding import decoded, doubt_of
from chronicle.ingest.furniture import without_furniture
from chronicle.ingest.header_dates import partial_date
from chronicle.model import Article, PartialDate
from chronicle.problems import Unreadable

SUFFIXES = (".txt", ".md", ".markdown", ".text")
KEYS = ("url", "outlet", "published", "title")
FENCE = "---"
LOOSE = re.compile(
    r"[ \t]*([A-Za-z][\w-]*)(?:[ \t]*[:=][ \t]*|[ \t]+)(\S.*)"
)  # as in "outlet Daily", "url=…"
FIELD = re.compile(r"[ \t]*([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*)|$)")


def looks_like(content: bytes) -> bool:
    """Plain text is what no other format claims."""
    del content
    return True


def read(name: str, content: bytes) -> tuple[Article, ...]:
    """The one article of the file. Raises Unreadable: no text, no header's end, a wrong header line."""
    return (article_of(name, decoded(content)),)


def doubt(content: bytes) -> str | None:
    """What a person should know of how the bytes were read."""
    return doubt_of(content)


def article_of(name: str, text: str) -> Article:
    """The article in `text`, which may open with a header."""
    fields, rest = header_and_rest(text)
    if not rest.strip():
        message = "the file has a header but no text" if fields else "the file is empty"
        raise Unreadable(message, "Paste the article's text into it, or remove the file.")
    return Article(
        id=name,
        text=text,
        body=without_furniture(rest, title=fields.get("title")),
        url=fields.get("url"),
        outlet=fields.get("outlet"),
        published=PartialDate(fields["published"]) if "published" in fields else None,
        title=fields.get("title"),
    )


def header_and_rest(text: str) -> tuple[Mapping[str, str], str]:
    """The fields of the header, by key, and the text below it; no fields where there is no header.

    A text may begin with a rule of dashes: see `opens_header`.
    """
    lines = text.lstrip("\n").split("\n")
    skipped = len(text) - len(text.lstrip("\n"))
    stop = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if lines[0].rstrip() != FENCE or not opens_header(lines[1:stop], closed=stop is not None):
        return {}, text
    if stop is None:
        message = "the header isn't closed"
        raise Unreadable(
            message, "Put a line with three dashes, ---, below the last header line.", skipped + 1
        )
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1:stop], skipped + 2):
        if line.strip():
            key, value = field_of(line, number)
            if key in fields:
                message = f"the header gives {key!r} twice"
                raise Unreadable(message, "Leave one of the two lines.", number)
            fields[key] = value
    return {key: value for key, value in fields.items() if value}, "\n".join(lines[stop + 1 :])


def opens_header(lines: Sequence[str], *, closed: bool) -> bool:
    """Whether the lines below a first `---`, up to the next one if there is, are those of a header.

    They are if the first is a field, whatever its key; or if any up to the second `---` has a key that is
    known, so that one line without its colon doesn't make a text of them all.
    """
    if not lines:
        return closed
    if FIELD.match(lines[0]):
        return True
    told = [line for line in lines if line.strip()]
    keys = [match[1] if (match := FIELD.match(line)) else None for line in told]
    loose = [match[1] if (match := LOOSE.match(line)) else None for line in told]
    return closed and bool(told) and (not set(KEYS).isdisjoint(keys) or set(KEYS).issuperset(loose))


def field_of(line: str, number: int) -> tuple[str, str]:
    """Key and value of one header line; the value may be empty. Raises Unreadable."""
    match = FIELD.match(line)
    if match is None:
        message = f"the header line {line.strip()!r} is no 'key: value'"
        raise Unreadable(message, with_colon(line), number)
    key, value = match[1], unquoted((match[2] or "").strip())
    if key not in KEYS:
        message = f"unknown header key {key!r}"
        raise Unreadable(message, closest_key(key), number)
    if key == "published" and value:
        value = partial_date(value, number)
    if key == "url" and value:
        value = web_address(value, number)
    return key, value


def with_colon(line: str) -> str:
    """What to do about a line without its colon, or without the blank behind it."""
    found = LOOSE.match(line)
    close = difflib.get_close_matches(found[1].lower(), KEYS, 1, 0.6) if found else []
    if found and close:
        return f"Write '{close[0]}: {found[2].strip()}'."
    return f"The keys are {', '.join(KEYS)}; the header ends with a line ---."


def closest_key(key: str, *, keys: tuple[str, ...] = KEYS) -> str:
    """What to do about a key that nobody knows."""
    close = difflib.get_close_matches(key.lower(), keys, 1, 0.6)
    return f"Did you mean {close[0]!r}?" if close else f"The keys are {', '.join(keys)}."


def unquoted(value: str) -> str:
    """The value without the pair of quotes around it."""
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].strip() if quoted else value
