"""E-mails: newsletters, articles that somebody sent on, and web pages that a browser saved as a mail."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage

from chronicle.ingest.formats import html
from chronicle.ingest.formats.addresses import web_address_or_none
from chronicle.ingest.formats.decoding import cleaned, decoded, doubt_of
from chronicle.ingest.furniture import without_courtesies, without_furniture
from chronicle.lexicon.words import word_lists
from chronicle.model import Article, PartialDate
from chronicle.problems import Unreadable

SUFFIXES = (".eml", ".mht", ".mhtml")
HEAD_BYTES = 16_384
FIRST_LINE = re.compile(rb"[A-Za-z][A-Za-z-]{1,40}: ?\S")
MAIL_ONLY = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)
SENDER = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)
SENT_ON = re.compile(r"(?:\s*(?:re|fwd?|aw|wg)\s*:)+\s*", re.IGNORECASE)
URL_LINE = re.compile(
    r"^[ \t>]*(?:url|link|source)[ \t]*:[ \t]*<?(https?://[^\s<>]+)>?[ \t]*$", re.IGNORECASE | re.MULTILINE
)
HEADER_ERRORS = (ValueError, LookupError, TypeError, AttributeError)  # email raises these on broken headers


def looks_like(content: bytes) -> bool:
    """Whether the bytes begin with the header of a mail: a sender and what only mails have."""
    head = content[:HEAD_BYTES].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return bool(FIRST_LINE.match(head) and SENDER.search(head) and MAIL_ONLY.search(head))


def read(name: str, content: bytes) -> tuple[Article, ...]:
    """The one article of the mail: its text part, else its HTML part. Raises Unreadable."""
    mail = message_from_bytes(content, policy=policy.default)
    kind, part, declared = text_part(mail)
    text = decoded(part, declared)
    if is_saved_page(mail) and kind == "html":
        page = html.article_of(name, text)
        return (replace(page, url=page.url or saved_from(mail)),)
    if kind == "html":
        article = html.article_of(name, text)
        text, url = article.text, article.url
    else:
        url = None
    if not text.strip():
        message = "the mail has no text"
        raise Unreadable(message, "Save the mail with its text, or paste the text into a .txt file.")
    title = subject(mail)
    return (
        Article(
            id=name,
            text=text,
            body=without_furniture(without_courtesies(URL_LINE.sub("", text)), title=title),
            url=linked(text) or url,
            outlet=newsletter(mail),
            published=sent(mail),
            title=title,
        ),
    )


def doubt(content: bytes) -> str | None:
    """What a person should know of how the bytes of the mail's text were read."""
    _, part, declared = text_part(message_from_bytes(content, policy=policy.default))
    return doubt_of(part, declared)


def text_part(mail: EmailMessage) -> tuple[str, bytes, tuple[str | None, ...]]:
    """As in "plain" or "html", that part's bytes, and the encodings it declares; no bytes without a part."""
    for kind in ("html", "plain") if is_saved_page(mail) else ("plain", "html"):
        part = body_part(mail, kind)
        content = part.get_payload(decode=True) if part is not None else None
        if part is not None and isinstance(content, bytes) and content.strip():
            return kind, content, (charset(part), *(html.charsets(content) if kind == "html" else ()))
    return "plain", b"", ()


def is_saved_page(mail: EmailMessage) -> bool:
    """Whether a browser wrote it ("Web page, single file"): then its date is only the day of saving."""
    return first_value(mail, "from").startswith("<Saved by") or saved_from(mail) is not None


def saved_from(mail: EmailMessage) -> str | None:
    """The address of a page that a browser saved."""
    return web_address_or_none(first_value(mail, "snapshot-content-location"))


def first_value(mail: EmailMessage, key: str) -> str:
    """A line of the mail's header as it stands, "" where there is none."""
    return next((str(value).strip() for name, value in mail.raw_items() if name.lower() == key), "")


def body_part(mail: EmailMessage, kind: str) -> EmailMessage | None:
    """The part of this kind that holds the mail's text."""
    try:
        part = mail.get_body((kind,))
    except HEADER_ERRORS:
        return None
    return part if isinstance(part, EmailMessage) else None


def charset(part: EmailMessage) -> str | None:
    """The encoding that the part declares."""
    try:
        return part.get_content_charset()
    except HEADER_ERRORS:
        return None


def subject(mail: EmailMessage) -> str | None:
    """The subject without "Fwd:"."""
    try:
        found = str(mail["subject"] or "")
    except HEADER_ERRORS:
        return None
    return SENT_ON.sub("", " ".join(cleaned(found).split()), count=1) or None


def sent(mail: EmailMessage) -> PartialDate | None:
    """The calendar day on which it was sent, in the sender's own zone."""
    try:
        header = mail["date"]
    except HEADER_ERRORS:
        return None
    if not isinstance(header, DateHeader) or header.datetime is None:
        return None
    return PartialDate(header.datetime.date().isoformat())


def newsletter(mail: EmailMessage) -> str | None:
    """The sender's name, where it is clearly that of an outlet and not of a person."""
    try:
        header = mail["from"]
        name = (
            header.addresses[0].display_name if isinstance(header, AddressHeader) and header.addresses else ""
        )
    except HEADER_ERRORS:
        return None
    name = " ".join(cleaned(name).split())
    tells = word_lists("en/attribution")["outlet_name_words"]
    return name if set(re.findall(r"\w+", name.lower())) & set(tells) else None


def linked(text: str) -> str | None:
    """The address in the one line "URL: …"; None where there is none, or several."""
    found = {match[1] for match in URL_LINE.finditer(text)}
    return web_address_or_none(found.pop()) if len(found) == 1 else None
