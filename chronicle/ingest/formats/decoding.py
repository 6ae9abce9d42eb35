"""Bytes → text that is safe to work on, in whatever encoding the page was saved.

The order: byte order mark, UTF-8, what the file declares, a look at the letters.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable

from chronicle.problems import Unreadable

MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")  # a no-break space is a space to a reader
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls, but tab and newline
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width spaces, byte order marks
    "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks of writing direction
    "\ud800-\udfff\ufffe\uffff]"  # what no file can hold
)
# two letters that UTF-8 read as Windows-1252 or Latin-1 leaves behind; ftfy settles whether they did
MOJIBAKE = re.compile(
    "Ã.|Â[\u0080-\u00bf ]|[ÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|É™|Æ\x8f|[ÄÅ][\u0080-\u00bfŸ]"
)
LETTER_RUN = re.compile(rb"[\xc0-\xff]{3}")
TURKISH = str.maketrans("ðþýÐÞÝ", "ğşıĞŞİ")  # the six letters in which cp1254 differs from cp1252
ICELANDIC = frozenset("áíúæéÁÍÚÆÉ")


def decoded(content: bytes, declared: Iterable[str | None] = ()) -> str:
    """The text of a file: one kind of newline, repaired where garbled, without unseen characters.

    `declared` are the encodings the file itself names, tried in order after UTF-8. Raises
    Unreadable where the bytes are no text.
    """
    return cleaned(repaired(characters(content, declared)))


def characters(content: bytes, declared: Iterable[str | None]) -> str:
    """The bytes as characters, nothing else changed."""
    marked = next((name for mark, name in MARKS if content.startswith(mark)), None)
    refuse_what_is_no_text(content, may_hold_nul=marked is not None)
    for encoding in (marked, "utf-8", *declared):
        text = read_as(encoding, content)
        if text is not None:
            return text
    return guessed(content)


def refuse_what_is_no_text(content: bytes, *, may_hold_nul: bool) -> None:
    """Raise Unreadable for pictures, archives, office documents and other binary files."""
    for signature, what in SIGNATURES:
        if content.startswith(signature):
            message = f"the file is not text but {what}"
            raise Unreadable(message, "Save the article as plain text or as a web page.")
    if not may_hold_nul and b"\0" in content:
        at = content.index(b"\0")
        message = f"the file is not text: byte {at} is NUL"
        raise Unreadable(message, "Save the article as plain text in UTF-8.", content.count(b"\n", 0, at) + 1)


def read_as(encoding: str | None, content: bytes) -> str | None:
    """The bytes in this encoding, or None where they aren't, or where nobody knows the encoding."""
    if encoding is None:
        return None
    try:
        return str(content, encoding)
    except (LookupError, ValueError):  # ValueError: undecodable, or a NUL in the encoding's name
        return None


def guessed(content: bytes) -> str:
    """The bytes in the encoding that their letters speak for.

    Bytes above 127 that never stand three together are the quotes and accents of a western page
    (charset-normalizer takes short French for cp1250); more together are another script.
    """
    if not LETTER_RUN.search(content):
        text = read_as("cp1252", content)
        if text is not None:
            return text.translate(TURKISH) if looks_turkish(text) else text
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        message = "the file is in no encoding that could be recognised"
        raise Unreadable(message, "Save the article as plain text in UTF-8.")
    return str(best)


def looks_turkish(text: str) -> bool:
    """Whether "Erdoðan" is meant to be "Erdoğan": the letters of cp1254, and none of Iceland's."""
    letters = set(text)
    return not letters.isdisjoint("ðþýÐÞÝ") and letters.isdisjoint(ICELANDIC)


def repaired(text: str) -> str:
    """As in "HÉ™sÉ™nov" → "Həsənov", line by line; lines without such signs stay as they are."""
    if not MOJIBAKE.search(text):
        return text
    import ftfy

    unchanged = ftfy.TextFixerConfig(
        uncurl_quotes=False,
        unescape_html=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        fix_line_breaks=False,
        remove_control_chars=False,
        normalization=None,
    )
    lines = text.split("\n")
    return "\n".join(ftfy.fix_text(line, unchanged) if MOJIBAKE.search(line) else line for line in lines)


def cleaned(text: str) -> str:
    """The text in composed letters, with one kind of line break and without what nobody sees."""
    text = UNSEEN.sub("", SPACES.sub(" ", NEWLINES.sub("\n", text)))
    return unicodedata.normalize("NFC", text)
