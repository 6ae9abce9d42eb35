"""Bytes → text that is safe to work on, in whatever encoding the page was saved.

The order: byte order mark, UTF-8, what the file declares, UTF-8 with broken bytes, a look at the letters.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable

from chronicle.ingest.formats.guessing import fits, is_weak
from chronicle.problems import Unreadable

GUESSED = "The file's encoding was guessed; look at the names."
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
MIXED = re.compile(  # frames of a terminal, and two scripts in one word
    "[\u2500-\u259f]|[a-zA-Z][\u0370-\u06ff]|[\u0370-\u06ff][a-zA-Z]"
)

Told = tuple[str, str | None]  # a text, and the doubt about it in one sentence


def decoded(content: bytes, declared: Iterable[str | None] = ()) -> str:
    """The text of a file: one kind of newline, repaired where garbled, without unseen characters.

    `declared` are the encodings the file itself names, tried in order after UTF-8. Raises
    Unreadable where the bytes are no text.
    """
    return cleaned(repaired(characters(content, declared)[0]))


def doubt_of(content: bytes, declared: Iterable[str | None] = ()) -> str | None:
    """What a person should know of how `decoded` read these bytes; None where nothing is doubtful.

    Raises Unreadable as `decoded` does.
    """
    return characters(content, declared)[1]


def characters(content: bytes, declared: Iterable[str | None]) -> Told:
    """The bytes as characters, nothing else changed."""
    marked = next((name for mark, name in MARKS if content.startswith(mark)), None)
    refuse_what_is_no_text(content, may_hold_nul=marked is not None)
    for encoding in (marked, "utf-8", *declared):
        text = read_as(encoding, content)
        if text is not None:
            return text, None
    return damaged(content, marked) or guessed(content)


def damaged(content: bytes, marked: str | None) -> Told | None:
    """Text in UTF-8, or in what its mark says, with some broken bytes; None where it is no such text.

    In another encoding hardly two bytes beyond ASCII make a letter of UTF-8: there is more broken than sound.
    """
    text = str(content, marked or "utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    if marked is None and (sound < broken or not sound):
        return None
    name = (marked or "utf-8").removesuffix("-sig").upper()
    places = "one place" if broken == 1 else f"{broken} places"
    return text, f"The file is broken in {places}, where its bytes are no {name}; look at the names."


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


def guessed(content: bytes) -> Told:
    """The bytes in the encoding that their letters speak for.

    charset-normalizer, which takes English with some Cyrillic for a DOS code page, is asked only where
    none of the common encodings gives words. Raises Unreadable.
    """
    found = fits(content)
    if found and found[0].is_good:
        return found[0].text, GUESSED if is_weak(found) else None
    from charset_normalizer import from_bytes

    other = from_bytes(content).best()
    if other is not None and not MIXED.search(str(other)):
        return str(other), GUESSED
    if found:
        return found[0].text, GUESSED
    message = "the file is in no encoding that could be recognised"
    raise Unreadable(message, "Save the article as plain text in UTF-8.")


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
