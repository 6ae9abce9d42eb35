"""Who told the outlet: "the Defense Ministry reported", "referring to the Defense Ministry"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from chronicle.ingest.outlet_names import as_signed, is_outlet, key_of
from chronicle.ingest.page import HEAD, Found, Page, ends_of
from chronicle.lexicon.phrases import Phrase, Phrases, lowered
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis

CAPITALISED = r"[A-ZÀ-ÖØ-ÞČŠŽƏİĞŞ](?:\.(?=\s[A-Z])|[\w'’&-]{0,30}(?:\.\w{1,10})?)"
SPACE = r"(?:[ \t]+\n?|\n)(?!\n)"  # no paragraph's end
DAY = r"(?:\s+(?:on\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}day))?"
TEXT = 6000  # characters in which an article names its source
LEADING = re.compile(
    r"\A(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|North['’]s|South['’]s|(?!government|ministry)[a-z]+['’]s)\s+)+"
)
BREAKS = ',;:–—”"'  # signs that stand in no source's name
OPENS = re.compile(r"^|[,.;:–—”\"]\s", re.MULTILINE)  # before a source
BEHIND_THE_TEXT = 1_000_000_000  # a place after each word of the text
DATELINES = 8  # lines in which a dateline may stand
SOURCE_NAME = re.compile(r"\s*([A-Z][\w .'’-]{1,50}?)(?:\s?\([A-Z][\w-]{1,8}\))?")
AGENCY_LINE = re.compile(r"[-–—]\s?([A-Z]{2,8})$")
AGENCY_STAMP = re.compile(r"([A-Z]{2,8}) \| ")
AGENCY_IN_DATELINE = re.compile(r"[^()\n]{0,45}?\([^()\n]{0,60} / (\w{2,20}) [-–—] [^()\n]{4,30}\)")
ABBREVIATION = re.compile(r"[A-Z]{2,8}")
NAMED_BEHIND = re.compile(
    r"(?:[\w-]+\s){0,4}(?:(?:news|press) agency|(?:newspaper|daily|broadcaster)) "
    r"([A-Z]\w+(?:\s(?:of\s)?[A-Z]\w+){0,4})"
)
MONTH_OR_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
SEAT = re.compile(  # "the Foreign Ministry in Yerevan", "the ministry on May"
    rf"\s(?:(?:in|at)\s(?:the\s)?[A-Z][\w'’ -]*|on\s{MONTH_OR_DAY}[a-z]*)$"
)
PASSED_ON, TOLD_THEM = (
    150,
    151,
)  # code points within which the body that an agency or a speaker names is the source
GLUED = re.compile(r"(?<=[a-z])\.(?:A|An|The|He|She|They|In|At|It|On|This)$")  # "the press office.The guests"
NEWS_AGENCY = re.compile(r"\s+(?:state\s+)?(?:news|press)\s+(?:agency|service)$", re.IGNORECASE)


def said_so(page: Page) -> Found | None:
    """As in "…, the Defense Ministry reported.": the source before the verb."""
    return best(told_before(page.article.body[:TEXT]), page)


def referred_to(page: Page) -> Found | None:
    """As in "referring to …", "according to …", "was informed in …": the source behind the words."""
    return best(told_behind(page.article.body[:TEXT]), page)


def said_by(page: Page) -> Found | None:
    """As in "…, said the press service of the president", "reads a press release of …"."""
    return best(verb_first().finditer(page.article.body, 0, TEXT), page)


def closing_line(page: Page) -> Found | None:
    """As in "Source: BERNAMA News Agency", "Originally published by NNI", "-AP", "PTI | Kuala Lumpur"."""
    for line in ends_of(page.lines):
        match = source_line(line) or AGENCY_LINE.fullmatch(line) or AGENCY_STAMP.match(line)
        full = match[1].strip() if match else ""
        name = full.removesuffix(" News Agency")
        name = name if is_outlet(name) else full if full != name else ""
        if name and not is_own(name, page):
            return Found(name, Basis.STATED, line, BEHIND_THE_TEXT)
    return None


def source_line(line: str) -> re.Match[str] | None:
    """What a line such as "Source: …" names."""
    starts = word_lists("en/signing")["source_line"]
    start = (
        next((start for start in starts if line.startswith(start)), None) if line.startswith(starts) else None
    )
    return SOURCE_NAME.fullmatch(line, len(start)) if start else None


def agency_in_the_dateline(page: Page) -> Found | None:
    """As in "(UrduPoint / Pakistan Point News / WAM - 02nd May, 2021)": the last of several."""
    for line in page.body[:DATELINES]:
        match = AGENCY_IN_DATELINE.match(line, 0, HEAD)
        if match and is_outlet(match[1]) and not is_own(match[1], page):
            return Found(match[1], Basis.STATED, match[0], BEHIND_THE_TEXT)
    return None


RULES = (said_so, referred_to, said_by, closing_line, agency_in_the_dateline)
"""The one that finds the earliest words of the text wins; page lines come after the text."""


def told_before(text: str) -> Iterator[re.Match[str]]:
    """The sources that stand before a verb, left to right: only what is around the verbs is looked at."""
    pattern, stop = preceded(), 0
    for verb in first_words("before").found(text):
        if verb.start >= stop and verb_of_telling().match(text, verb.start):
            since = max(stop, *(text.rfind(sign, stop, verb.start) for sign in BREAKS))
            starts = (start.start() for start in OPENS.finditer(text, since, verb.stop))
            match = next((found for start in starts if (found := pattern.match(text, start))), None)
            if match is not None:
                yield match
                stop = match.end()


def told_behind(text: str) -> Iterator[re.Match[str]]:
    """The sources that stand behind such words as "according to", left to right."""
    pattern, stop = followed(), 0
    for word in first_words("behind").found(lowered(text)):
        match = pattern.match(text, word.start) if word.start >= stop else None
        if match is not None:
            yield match
            stop = match.end()


def best(matches: Iterable[re.Match[str]], page: Page) -> Found | None:
    """The first of the matches that names somebody who tells outlets things; a body before an agency."""
    found: Found | None = None
    for match in matches:
        if found is not None and match.start() > found.place:
            break
        name = source_of(match["source"], page)
        if name is not None and not is_own(name, page) and not of_itself(name, match[0]):
            place = match.start("source") + (
                PASSED_ON if is_agency(name) else TOLD_THEM if speaks(name) else 0
            )
            if found is None or place < found.place:
                words = match[0].strip(' ,.;:–—”"\n')
                found = Found(in_full(name, match.start(), page), Basis.STATED, words, place)
    return found


def of_itself(name: str, words: str) -> bool:
    """As in "Trend reports": an agency that speaks of itself, in the present tense."""
    return is_agency(name) and words.endswith(
        tuple(f" {verb}" for verb in word_lists("en/signing")["of_itself"])
    )


def in_full(name: str, place: int, page: Page) -> str:
    """As in "the ministry" → "Interior Ministry", "Ministry of Defense": as named in the text."""
    head, _, rest = name.partition(" ")
    if head.lower() not in ("ministry", "ministry's", "ministry’s") or rest.startswith(("of ", "for ")):
        return name
    body = page.article.body[:TEXT]
    named = [*ministries().finditer(body, 0, place)] or [*ministries().finditer(body)][:1]
    if not named:
        return name
    last = named[-1]
    full = f"Ministry of {last['of']}" if last["of"] else f"{last['field']} Ministry"
    return f"{full}{name[len('ministry') :]}"


def source_of(words: str, page: Page) -> str | None:
    """The source that the words name, without "the" and "press service of"; None where they name none."""
    name = bare(GLUED.sub("", " ".join(words.split())).rpartition("state-run ")[2])
    for prefix in word_lists("en/attribution")["speaking_for"]:
        if name.startswith(prefix) and tells(rest := bare(name.removeprefix(prefix).strip())):
            name = rest
    named = NAMED_BEHIND.fullmatch(name)
    if named and " " in named[1]:
        return named[1]
    name = without_seat(named[1] if named else name)
    short = NEWS_AGENCY.sub("", name)
    name = written_out(short, page) if ABBREVIATION.fullmatch(short) else name
    return name if tells(name) else None


def without_seat(name: str) -> str:
    """The name without the city it sits in; an embassy keeps the one in which it is."""
    low = name.lower()
    return name if any(word in low for word in word_lists("en/attribution")["abroad"]) else SEAT.sub("", name)


def bare(name: str) -> str:
    """The name without "the" or "the force's" before it."""
    return LEADING.sub("", name, count=1)


def tells(name: str) -> bool:
    """Whether the name is that of a body that tells outlets things, or of an agency."""
    if is_agency(name):
        return True
    lists = word_lists("en/attribution")
    words = re.findall(r"[^\W\d_]+", key_of(name).replace("'s", ""))
    if not words or (len(words) == 1 and words[0] in lists["nothing_alone"]):
        return False
    speaker = speaks(name)
    if words[-1] in lists["people"] and "of" not in words and not speaker:  # "Iranian Navy chief"
        return False
    if words[0] in lists["people"] and not speaker and "'s" not in key_of(name).partition(" ")[0]:
        return False
    return speaker or any(f" {body} " in f" {' '.join(words)} " for body in lists["bodies"])


def speaks(name: str) -> bool:
    """Whether the name is a speaker's: "Pentagon press secretary", "spokesperson for the ministry"."""
    low = name.lower()
    return "spokes" in low or "press secretary" in low


def is_agency(name: str) -> bool:
    """Whether the name is an outlet's, "news agency" left off."""
    short = NEWS_AGENCY.sub("", name)
    return " " not in short and is_outlet(short)


def is_own(name: str, page: Page) -> bool:
    """Whether the name is the outlet itself."""
    return key_of(as_signed(name)) == key_of(page.outlet or "") or key_of(name) == key_of(page.outlet or "")


def written_out(name: str, page: Page) -> str:
    """As in "ISPR" → "Inter Services Public Relations", where the text explains the letters."""
    if not ABBREVIATION.fullmatch(name) or is_agency(name):
        return name
    body = page.article.body[:TEXT]
    for match in re.finditer(rf"\s?\({name}\)", body):
        words = body[max(0, match.start() - HEAD) : match.start()].split()
        for start in range(len(words) - 1, max(-1, len(words) - 9), -1):
            phrase_found = " ".join(words[start:])
            initials = "".join(part[0] for part in re.split(r"[\s-]", phrase_found) if part[:1].isupper())
            if initials == name:
                return phrase_found
    return name


@cache
def phrase() -> str:
    """A pattern of the words that names of sources are made of, group `source`."""
    words = sorted(word_lists("en/attribution")["words"], key=len, reverse=True)  # "state-run" before "state"
    small = "|".join(map(re.escape, words))
    word = rf"(?:{CAPITALISED}|(?:{small})\b(?:['’]s)?|[a-z]{{2,20}}['’]s)"
    joint = rf"(?:(?:of|for|and|in|on|&){SPACE}(?:the{SPACE})?)?"
    first = rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir){SPACE})?"
    return rf"(?P<source>{first}{word}(?:{SPACE}{joint}{word}){{0,12}})"


@cache
def ministries() -> re.Pattern[str]:
    """The name of a ministry, or of its minister."""
    fields = "|".join(map(re.escape, word_lists("en/attribution")["fields"]))
    word, nouns = r"[A-Z][a-z]+", "|".join(word_lists("en/attribution")["field_nouns"])
    return re.compile(
        rf"\bMinist(?:ry|er)\s(?:of|for)\s(?:the\s)?(?P<of>{word}(?:(?:,\s{word})?\sand\s{word})?(?:\s(?:{nouns}))?)"
        rf"|\b(?P<field>(?:{fields}))\s[Mm]inist(?:ry|er)\b"
    )


@cache
def followed() -> re.Pattern[str]:
    """The words behind which the source stands."""
    letters = "".join(sorted({words[0] for words in word_lists("en/attribution")["behind"]}))
    return re.compile(rf"\b(?i:(?=[{letters}])(?:{alternatives('behind')})){SPACE}{phrase()}")


@cache
def preceded() -> re.Pattern[str]:
    """The words before which the source stands, behind a comma or at a sentence's start."""
    letters = r"(?:\s?\([A-Z][\w-]{1,8}\))?"
    return re.compile(
        rf"(?:^|[,.;:–—]\s+|[”\"]\s+)(?:[Aa]s\s)?{phrase()}{letters}{SPACE}(?:{alternatives('before')})\b",
        re.MULTILINE,
    )


@cache
def verb_first() -> re.Pattern[str]:
    """As in ", said the press service …"."""
    return re.compile(rf",\s+(?:{alternatives('verb_first')}){SPACE}{phrase()}")


@cache
def verb_of_telling() -> re.Pattern[str]:
    """The words behind a source."""
    return re.compile(rf"(?:{alternatives('before')})\b")


@cache
def first_words(section: str) -> Phrases:
    """What the phrases of a section begin with."""
    words = {words.split()[0] for words in word_lists("en/attribution")[section]}
    return Phrases(Phrase(word, section, word) for word in sorted(words))


@cache
def alternatives(section: str) -> str:
    """The phrases of a section as a pattern, by their first words; a day may stand before the last word."""
    phrases = sorted(word_lists("en/attribution")[section], key=lambda words: (-len(words), words))
    by_first: dict[str, list[str]] = {}
    for first, *rest in map(str.split, phrases):
        by_first.setdefault(first, []).append(pattern_of(rest))
    return "|".join(rf"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())


def pattern_of(rest: Sequence[str]) -> str:
    """As in "with | reference to" as a pattern that also takes "with | reference Oct. 29 to"."""
    *middle, last = map(re.escape, rest or [""])
    return "".join(rf"\s+{word}" for word in middle) + rf"{DAY}\s+{last}" if last else ""
