"""Takes off an article what belongs to the page: menus, share buttons, captions, repeated titles.

Works line by line; only short lines are judged, so that no paragraph of a report is lost. What a
line says about the page's date or outlet is read from `Article.text` by `origin`, before or after.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chronicle.ingest.stamps import PAGE_HEAD, without_stamps
from chronicle.lexicon.words import word_lists

LONGEST = 220  # characters of a line that may still be furniture
SENTENCE_WORDS = 7
FEW = 3  # headlines that make a list
SIGNATURE_RULES = ("--", "—")  # what mail programs put above a signature
BULLETS = " \t›»«•·*#|–—-"
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]/]*$")
LETTER_SIZE = re.compile(r"[+↺−\-\s\d]*\bpx\b[\s+↺−\-]*$")
TEMPERATURE = re.compile(r"[-−+]?\d{1,2}(?:\.\d)?\s?°?\s?[CF]$")
STYLE = re.compile(r"[.#@]?[\w .#>:,-]*\{[^{}]*\}")
ADDRESS = re.compile(r"(?:\w{1,8}:\s?)?https?://\S+$")
PICTURE = re.compile(r"\S{0,40}\.(?:jpe?g|png|gif|webp)\)?$", re.IGNORECASE)
ACCOUNT = re.compile(r"\(?@\w{2,30}\)?$")
READ_MORE = re.compile(r"\W*\d[\d/.:\s-]{5,20}read more$", re.IGNORECASE)
MARKS_BEFORE, MARKS_BEHIND = ("PHOTO", "VIDEO"), ("Source: ", "Tweet", "Share")
TITLE_BEFORE = re.compile(r"[^.!?]{10,160}?\s\(?(?:PHOTOS?|VIDEO)\)?\s(?=[A-Z“\"])")
SOURCE_BEHIND = re.compile(r"(?<=[.!?])\s+Source: .*$")
BUTTONS_BEHIND = re.compile(r"(?<=[.!?])\s+(?:Tweet|Share)\s.*$")
GLUED_STAMP = re.compile(  # "Chief of Defense StaffPublicat:"
    r"(?<=[a-z])(?=(?:Publicat|Publicado|Published|Posted|Updated|Actualizat|Actualizado)\b)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line and what its place tells about it."""

    words: str  # without blanks around it
    key: str  # lower case, no bullets, no colon: to look up
    repeated: bool  # a line above, or the header's title, says the same
    listed: bool  # stands below "Tags" or the like
    ended: bool  # stands below the report's end


def without_furniture(text: str, *, title: str | None = None) -> str:
    """The report alone: its lines without blanks around them, at most one empty line in a row.

    `title` is the header's; a line that only repeats it goes. Bylines and datelines stay.
    """
    kept: list[str] = []
    for line in lines_of(text, title):
        if line.words and is_furniture(line):
            continue
        if line.words or (kept and kept[-1]):
            kept.append(line.words)
    return "\n".join(kept).strip()


def without_courtesies(text: str) -> str:
    """A mail's text without "Dear colleagues," and without "Kind regards," and the signature below it.

    For mails only: a report may quote a whole letter, and then the signature tells who wrote it. What
    stands below a closing goes if a third of the text stands above it; else it is what is sent on.
    """
    lines = [line.strip() for line in text.split("\n")]
    first = next((number for number, line in enumerate(lines) if line), 0)
    if is_greeting(lines[first]):
        del lines[first]
    above, total = 0, sum(map(len, lines))
    kept: list[str] = []
    for line in lines:
        closes = is_closing(line)
        if closes and above > total / 3:
            break
        above += len(line)
        kept += [] if closes else [line]
    return "\n".join(kept)


def is_greeting(line: str) -> bool:
    """As in "Dear colleagues,", "Good morning!"."""
    words = key_of(line).rstrip(",!").split()
    opens = any(" ".join(words[:count]) in keys("greetings") for count in (1, 2))
    return opens and len(words) <= SENTENCE_WORDS and (len(words) <= 2 or line[-1] in ",:!–-")


def is_closing(line: str) -> bool:
    """As in "Kind regards,", "Best regards, Anna Example", and the "--" above a signature."""
    if line in SIGNATURE_RULES:
        return True
    opening, comma, _ = key_of(line).rstrip("!").partition(",")
    return opening in keys("closings") and (bool(comma) or len(line) <= len(opening) + 1)


def lines_of(text: str, title: str | None) -> Iterator[Line]:
    """The lines with what their places tell, page headers and buttons inside a line taken off."""
    raw = [around(line) for line in GLUED_STAMP.sub("\n", text).split("\n")]
    raw[:] = opened(raw)
    end = min(end_of_report(raw), start_of_headlines(raw))
    seen, listed = {key_of(title or "")}, False
    for number, words in enumerate(raw):
        key = key_of(words)
        listed = listed and not is_sentence(words)
        yield Line(words, key, key in seen and key.count(" ") > 1, listed, number >= end)
        seen.add(key)
        listed = listed or key in keys("lists")


def opened(lines: list[str]) -> Iterator[str]:
    """The lines, the first that holds anything without " date 2019-11-07"."""
    first = next((number for number, line in enumerate(lines) if line), 0)
    for number, line in enumerate(lines):
        yield PAGE_HEAD.sub("", line, count=1).strip() if number == first else line


def around(line: str) -> str:
    """The line without the title before "PHOTO" and the buttons behind the last sentence (wma-119)."""
    line = line.strip()
    if any(mark in line for mark in MARKS_BEHIND):
        tail = max(0, len(line) - LONGEST)
        line = line[:tail] + BUTTONS_BEHIND.sub("", SOURCE_BEHIND.sub("", line[tail:]))
    if not any(mark in line for mark in MARKS_BEFORE):
        return line
    head = TITLE_BEFORE.match(line, 0, LONGEST)
    return line[head.end() :] if head and not PAGE_HEAD.match(line) else with_page_head(line)


def with_page_head(line: str) -> str:
    """A line that opens the page, its title before "PHOTO" taken off behind the date."""
    mark = PAGE_HEAD.match(line)
    head = TITLE_BEFORE.match(line, mark.end(), mark.end() + LONGEST) if mark else None
    return f"{mark[0]}{line[head.end() :]}" if mark and head else line


def end_of_report(lines: list[str]) -> int:
    """The number of the line that ends the report; the last line's where nothing does.

    Only a line with a third of the text above it can end a report.
    """
    above, total = 0, sum(map(len, lines))
    for number, line in enumerate(lines):
        if above > total / 3 and key_of(line) in keys("endings"):
            return number
        above += len(line)
    return len(lines)


def start_of_headlines(lines: list[str]) -> int:
    """The number of the line from which on only headlines of other reports stand; of none: all lines.

    Three lines at least, half of them with a verb of headlines; not below "… among them:", and no list
    with marks, numbers or offices.
    """
    told = [number for number, line in enumerate(lines) if line]
    block: list[int] = []
    for number in reversed(told):
        if not is_headline_like(lines[number]):
            break
        block.append(number)
    before = told[-len(block) - 1] if len(told) > len(block) else None
    verbal = sum(bool(headline_verb().search(lines[number].casefold())) for number in block)
    if before is None or len(block) < FEW or verbal * 2 < len(block) or lines[before].endswith((":", ",")):
        return len(lines)
    above = sum(map(len, lines[: block[-1]]))
    return block[-1] if above > sum(map(len, lines)) / 3 else len(lines)


def is_headline_like(line: str) -> bool:
    """A short line without a full stop, a mark or a number at its beginning."""
    ended = SENTENCE_END.search(line[-8:]) is not None
    return len(line) <= LONGEST and not ended and line[0].isupper() and line[-1] not in ":,;"


@cache
def headline_verb() -> re.Pattern[str]:
    """Any verb of headlines."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, word_lists('en/furniture')['headline_verbs']))})\b")


@cache
def keys(section: str) -> frozenset[str]:
    """A list of the lexicon, to look words up in."""
    return frozenset(word_lists("en/furniture")[section])


def key_of(line: str) -> str:
    """What a short line is looked up by; "" for a long one."""
    if len(line) > LONGEST:
        return ""
    return " ".join(line.casefold().replace("’", "'").strip(BULLETS).rstrip(":. ").split())


def is_sentence(line: str) -> bool:
    """Whether the line reads as running text."""
    return bool(SENTENCE_END.search(line[-8:])) and len(line.split(maxsplit=SENTENCE_WORDS)) >= SENTENCE_WORDS


def is_furniture(line: Line) -> bool:
    """What stands below "Legal Disclaimer" and the like; above it, a short line of which a rule tells it."""
    return line.ended or (len(line.words) <= LONGEST and any(rule(line) for rule in RULES))


def list_entry(line: Line) -> bool:
    """Names and key words below "Tags"."""
    return line.listed


def repeated_line(line: Line) -> bool:
    """A title or a caption that stands there twice."""
    return line.repeated and line.key != ""


def known_line(line: Line) -> bool:
    """As in "Latest news", "Comments"."""
    return line.key in keys("lines")


def known_beginning(line: Line) -> bool:
    """As in "Photo: …", "Tags: …"."""
    start = line.words.lstrip(BULLETS).casefold()
    return start.startswith(word_lists("en/furniture")["beginnings"])


def known_inside(line: Line) -> bool:
    """As in "… on Twitter: @…"."""
    return any(words in line.key for words in word_lists("en/furniture")["inside"])


def navigation(line: Line) -> bool:
    """As in "Home page | Latest news | Send us news", "Email Print 226"."""
    known = keys("navigation")
    first = WORD.search(line.key)
    return first is not None and first[0] in known and known.issuperset(WORD.findall(line.key))


def no_letters(line: Line) -> bool:
    """As in "…", "« 168 169 170 »", "#"."""
    return not any(character.isalpha() for character in line.words)


def page_controls(line: Line) -> bool:
    """As in "+ ↺ − 16 px", style sheets, picture names, bare addresses, the weather, exchange rates."""
    words = line.words
    patterns = (LETTER_SIZE, TEMPERATURE, STYLE, ADDRESS, PICTURE, ACCOUNT, READ_MORE)
    return any(pattern.match(words) for pattern in patterns)


def stamp(line: Line) -> bool:
    """The page's date and time, alone or between bars: "Published: 23:22, 24 April 2025"."""
    if is_sentence(line.words):
        return False
    rest = without_stamps(line.words)
    if rest is None:
        return False
    left = [word for word in WORD.findall(rest.casefold()) if word not in keys("stamps")]
    section = [word for word in WORD.findall(rest.casefold()) if word in keys("sections")]
    return not left or ("|" in line.words and len(left) <= SENTENCE_WORDS) or bool(section)


RULES = (
    list_entry,
    repeated_line,
    known_line,
    known_beginning,
    known_inside,
    navigation,
    no_letters,
    page_controls,
    stamp,
)
