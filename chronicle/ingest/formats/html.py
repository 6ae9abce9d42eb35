"""Web pages as saved by a browser or a crawler: main text, title, date, site and address."""

import re
from urllib.parse import urlsplit

from chronicle.ingest.formats.addresses import web_address_or_none
from chronicle.ingest.formats.decoding import decoded, doubt_of
from chronicle.ingest.furniture import without_furniture
from chronicle.model import Article, PartialDate
from chronicle.problems import Unreadable

SUFFIXES = (".html", ".htm", ".xhtml")
HEAD_BYTES = 4096  # browsers look for the charset in the first 1024; saved pages put a comment before it
OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,99}encoding=["']([\w.:-]+)""",
    re.IGNORECASE,
)
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)\s*-->")
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIRST_DAY, LAST_DAY = "1995-01-01", "2099-12-31"  # given, so that the clock has no say


def looks_like(content: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    return OPENING.match(content) is not None


def read(name: str, content: bytes) -> tuple[Article, ...]:
    """The one article of the page. Raises Unreadable where the page holds no running text."""
    return (article_of(name, decoded(content, charsets(content))),)


def doubt(content: bytes) -> str | None:
    """What a person should know of how the bytes were read."""
    return doubt_of(content, charsets(content))


def charsets(content: bytes) -> tuple[str | None, ...]:
    """The encodings that the page declares for itself."""
    return tuple(
        (match[1] or match[2]).decode("ascii", "replace") for match in CHARSET.finditer(content[:HEAD_BYTES])
    )


def article_of(name: str, page: str) -> Article:
    """The article of a page that is already text; also used for mails in HTML."""
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    saved = SAVED_FROM.search(page[:HEAD_BYTES])
    declared = XML_DECLARATION.match(page)  # lxml takes no text that declares its encoding
    try:
        found = bare_extraction(
            page[declared.end() :] if declared else page,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "min_date": FIRST_DAY,
                "max_date": LAST_DAY,
            },
        )
    except (LxmlError, ValueError) as error:
        message = "the web page can't be read"
        raise Unreadable(message, "Save the page again, or paste its text into a .txt file.") from error
    fields = found.as_dict() if found is not None and not isinstance(found, dict) else {}
    text = decoded((fields.get("text") or "").encode())
    if not text.strip():
        message = "the web page holds no running text"
        raise Unreadable(message, "Save the page again, or paste its text into a .txt file.")
    title = one_line(fields.get("title"))
    url = address(*map(web_address_or_none, (one_line(fields.get("url")), saved[1] if saved else None)))
    return Article(
        id=name,
        text=text,
        body=without_furniture(text, title=title),
        url=url,
        outlet=site_name(one_line(fields.get("sitename")), url),
        published=day(one_line(fields.get("date"))),
        title=title,
    )


def one_line(value: object) -> str | None:
    """A text on one line, or None where there is none."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def address(canonical: str | None, saved: str | None) -> str | None:
    """Where the page stood: what it says itself, unless it only names its site; else where it was saved."""
    if canonical is not None and saved is not None and urlsplit(canonical).path in ("", "/"):
        return saved
    return canonical or saved


def site_name(found: str | None, url: str | None) -> str | None:
    """The site's name for itself; None where it is only the host, which tells no more than the URL."""
    if found is None or url is None:
        return found
    host = urlsplit(url).netloc.lower()
    return None if found.lower().removeprefix("www.") == host.removeprefix("www.") else found


def day(found: str | None) -> PartialDate | None:
    """The day of publication as the page's head has it."""
    return PartialDate(found) if found is not None and DAY.fullmatch(found) else None
