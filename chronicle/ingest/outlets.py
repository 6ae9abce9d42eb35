"""Who published an article: from its header, its address, or what it signs with."""

import re
from collections.abc import Iterator
from functools import cache

from chronicle.ingest.mastheads import (
    institution_at_the_top,
    institution_of_the_host,
    masthead,
    owner_of_the_portal,
)
from chronicle.ingest.outlet_names import (
    GOVERNMENT,
    as_signed,
    home_of_host,
    homes_by_name,
    is_outlet,
    key_of,
    label_of,
    names_at,
    words_of,
)
from chronicle.ingest.page import HEAD, Found, Page, address_of, ends_of
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, CountryCode, Source

AGENCY = re.compile(r"(?:[A-Z][\w'’-]* ){1,4}(?:News Agency|Press Agency|News Service)(?: \([A-Z]{2,8}\))?")
BETWEEN_SLASHES = re.compile(r"[^/\n]{0,50}?/([A-Z][\w .-]{1,30})/")
BEFORE_SLASH = re.compile(r"[^/\n]{0,50}?\b([A-Z][A-Z0-9.-]{2,20})/ ")
IN_BRACKETS = re.compile(r"([^()\n]{0,45}?)\s?\(([^()\n]{2,60})\)(\s?[-–—])?")
AFTER_PLACE = re.compile(r"[A-Z][\w-]{2,20}(?:,|\.) ([A-Z]{3,12})\b")
BEFORE_PLACE = re.compile(r"([A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2})(?:,| \||:| [-–—]) ?[A-Z]")
BETWEEN_DASHES = re.compile(r"[A-Z][\w ]{2,20} [-–—] ([A-Z][\w .]{1,30}) [-–—] \d")
BEHIND_A_DAY = re.compile(r"[A-Z][^/\n]{3,50}\d / ([A-Z][\w.-]{2,20})$")
ALONE = re.compile(r"([A-Z][\w. -]{1,30}):$")
SIGNED_INLINE = re.compile(r"[.!?][\"”’]?\s((?=[^\s]*[A-Za-z])[^\s]+\.[A-Za-z]{2,4})$")
SIGNED = re.compile(r"(?:[-–—]{2,3}|//?|\()\s?([A-Z][\w.’' ]{1,30}?)\s?(?://?|\))?(?:\s[\w/]{1,12})?")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]{0,3}(?:(?:19|20)\d\d)?(?:\s?[-–]\s?(?:20)\d\d)?[\s,.:|-]{0,3}(?:by\s)?"
    r"([^\d|.]{2,60}(?:\.[a-z]{2,4})?)(?:[.,|].{0,60})?"
    r"|([^\d|.©]{3,60}(?:\.[a-z]{2,4})?)[.,]?\s{1,2}all rights reserved.{0,20}",
    re.IGNORECASE,
)
AGE = re.compile(r"\b(?:rights|reserved|photo|copyright|getty|reuters)\b", re.IGNORECASE)
LONGEST_NAME = 8  # words of an outlet's name in a copyright line
ORIGINAL = re.compile(
    r"\b[Oo]riginal (?:article|story|report)(?: of this story)? (?:on|in|at|from) "
    r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})(?=[.,]|$)"
)
BEFORE_A_DAY = re.compile(r"([A-Z][\w.]+(?: [A-Z][\w.]+){0,2}) [-–—|] [A-Z][a-z]{2,8}\.? \d")
BEFORE_ITS_NEWS = re.compile(r"([A-Z]{2,10}) (?:News|[Bb]rief|\((?:[A-Z]{2} - )?author)")
LINES_BELOW = 6
SIGNATURE_LINES = 5
SHORTEST_LABEL = 4  # letters of a host that can be told from a common word
TOP_LINES = 12
TOP_TEXT = 4000  # characters in which an outlet names itself


def in_the_header(page: Page) -> Found | None:
    """The header, or the page's head, names the outlet."""
    name = page.article.outlet
    return Found(name, Basis.STATED, name) if name else None


def original_elsewhere(page: Page) -> Found | None:
    """As in "Read the original article on The Courier", on a site that carries the articles of others."""
    if not names_at(page.host, "aggregators"):
        return None
    match = next((m for line in page.lines[-LINES_BELOW:] if (m := ORIGINAL.search(line[:HEAD]))), None)
    return Found(as_signed(match[1].strip(" .")), Basis.STATED, match[0]) if match else None


def other_name_of_the_site(page: Page) -> Found | None:
    """The site publishes under several names, and the article signs with another than the usual."""
    names = names_at(page.host, "outlets")
    for name in names[1:]:
        if name.casefold() != names[0].casefold() and signs(name, page):
            return Found(name, Basis.STATED, name)
    return None


def known_address(page: Page) -> Found | None:
    """The address is that of a known outlet."""
    names = names_at(page.host, "outlets")
    return Found(names[0], Basis.INFERRED) if names else None


def signature_below(page: Page) -> Found | None:
    """The last line is an outlet: "News.Az", "VNA"; or a site behind the last sentence."""
    for line in page.body[:0:-1][:2]:
        author = BEFORE_ITS_NEWS.match(line, 0, HEAD)
        if author and is_outlet(author[1]):
            return Found(as_signed(author[1]), Basis.STATED, line)
        if len(line) <= HEAD and (is_outlet(line) or AGENCY.fullmatch(line)):
            return Found(as_signed(line), Basis.STATED, line)
    inline = SIGNED_INLINE.search(page.body[-1][-HEAD:]) if page.body else None
    return Found(as_signed(inline[1]), Basis.STATED, inline[1]) if inline and is_outlet(inline[1]) else None


def copyright_line(page: Page) -> Found | None:
    """As in "© 2019 BERNAMA. All rights reserved", "Ministry of Foreign Affairs. All rights reserved"."""
    for line in ends_of(page.lines)[::-1]:
        match = COPYRIGHT.fullmatch(line) if len(line) <= HEAD else None
        name = (match[1] or match[2] or "").strip(" ,.|-") if match else ""
        if name[:1].isupper() and len(name.split()) <= LONGEST_NAME and not AGE.search(name):
            return Found(as_signed(name), Basis.STATED, line)
    return None


def signed_behind_a_dash(page: Page) -> Found | None:
    """As in "-- BERNAMA", "(PNA)", "//Petra//" in a line of its own below the text."""
    for line in page.body[:0:-1][:SIGNATURE_LINES]:
        match = SIGNED.fullmatch(line) if len(line) <= HEAD else None
        if match and is_outlet(match[1]):
            return Found(as_signed(match[1]), Basis.STATED, line)
    return None


def sign_in_the_dateline(page: Page) -> Found | None:
    """As in "Baku. 24 October. REPORT.AZ/", "ASTANA, July 5. /TASS/.", "Hanoi (VNA) -", "Trend:"."""
    for line in page.body[:TOP_LINES]:
        for name, certain in signs_of(line[:HEAD]):
            if is_outlet(name) or certain:
                return Found(as_signed(name), Basis.STATED, name)
    return None


def byline(page: Page) -> Found | None:
    """As in "By JNS.org", "Reporting by Indonesia Window"."""
    for line in (*page.body[:TOP_LINES], *page.body[-3:]):
        match = byline_pattern().match(line, 0, HEAD)
        if match and is_outlet(match[1]):
            return Found(as_signed(match[1]), Basis.STATED, match[1])
    return None


def host_as_the_page_writes_it(page: Page) -> Found | None:
    """As in "Have The Astana Times in your inbox!" on astanatimes.example: the letters of the host, apart."""
    label = label_of(page.host)
    if len(label) < SHORTEST_LABEL:
        return None
    letters = r"[ '’-]?".join(map(re.escape, label.replace("-", "")))
    top = re.escape(page.host.rpartition(".")[2])
    pattern = re.compile(rf"\b(?:The )?(?=[A-Z])(?i:{letters}(?:\.{top})?)\b")
    match = next((match for line in ends_of(page.lines) if (match := pattern.search(line[:HEAD]))), None)
    return Found(match[0], Basis.STATED, match[0]) if match else None


def own_report(page: Page) -> Found | None:
    """As in "Trend reports on Nov. 26", "Report informs", "ARY NEWS has learnt"."""
    alone = not page.host or collecting_site(page) is not None  # else "Trend reports" on somebody's site
    for match in report_pattern().finditer(page.article.body, 0, TOP_TEXT) if alone else ():
        words = match[1].split()
        for start in range(len(words)):
            name = " ".join(words[start:])
            if is_outlet(name):
                return Found(as_signed(name), Basis.STATED, match[0])
    formula = formula_pattern().search(page.article.body, 0, TOP_TEXT)
    return Found(formula[1], Basis.STATED, formula[0].lstrip(", ")) if formula else None


def collecting_site(page: Page) -> Found | None:
    """The address is that of a site that carries the articles of others, and nobody signed."""
    names = names_at(page.host, "aggregators")
    return Found(names[0], Basis.INFERRED) if names else None


def name_of_the_host(page: Page) -> Found | None:
    """A name made of an address that nobody knows: "dhaka-tribune.example" → "Dhaka Tribune"."""
    label = label_of(page.host)
    if GOVERNMENT & set(page.host.split(".")[-2:]):
        return Found(page.host.removeprefix("www."), Basis.INFERRED)
    return Found(readable(label), Basis.INFERRED) if label else None


RULES = (
    original_elsewhere,
    in_the_header,
    other_name_of_the_site,
    known_address,
    institution_of_the_host,
    signature_below,
    signed_behind_a_dash,
    sign_in_the_dateline,
    host_as_the_page_writes_it,
    byline,
    own_report,
    collecting_site,
    copyright_line,
    institution_at_the_top,
    owner_of_the_portal,
    masthead,
    name_of_the_host,
)


def home_of(source: Source) -> CountryCode | None:
    """The country whose press, agency or ministry tells the article; None for the world's press."""
    host = (address_of(source.url).hostname or "").strip(".")
    if host and not names_at(host, "aggregators"):
        code = home_of_host(host)
        if code is not None or names_at(host, "outlets"):
            return code
    return homes_by_name().get(key_of(source.outlet)) if source.outlet else None


def signs(name: str, page: Page) -> bool:
    """Whether the article signs with this name: a line, a byline, "ONA reports"."""
    lines = page.body[:TOP_LINES] + page.body[-3:]
    alone = any(line == name or line.startswith(f"By {name}") for line in lines)
    return alone or re.search(rf"\b{re.escape(name)} reports\b", page.article.body[:TOP_TEXT]) is not None


def signs_of(line: str) -> Iterator[tuple[str, bool]]:
    """Names at the start of a line where outlets sign, and whether it can be nothing else."""
    for pattern in (
        BETWEEN_SLASHES,
        BEFORE_SLASH,
        AFTER_PLACE,
        BEFORE_PLACE,
        ALONE,
        BETWEEN_DASHES,
        BEHIND_A_DAY,
        BEFORE_A_DAY,
        BEFORE_ITS_NEWS,
    ):
        match = pattern.match(line)
        if match:
            yield match[1], pattern in (BETWEEN_DASHES, BEHIND_A_DAY)
    match = IN_BRACKETS.match(line)
    if match:
        first = re.split(r" ?/ | [-–—] ", match[2])[0].strip()
        yield first, False
        yield first.removesuffix(" News"), False
        yield first, bool(match[3] and match[1][:1].isupper() and first[:1].isupper())


def readable(label: str) -> str:
    """As in "bestghananews" → "Bestghana News", "dhaka-tribune" → "Dhaka Tribune"."""
    words = [part for part in re.split(r"[-_]+", label) if part]
    parts = tuple(words_of("parts"))
    split: list[str] = []
    for word in words:
        tail = next((part for part in parts if word.endswith(part) and len(word) > len(part) + 1), None)
        split += [word[: -len(tail)], tail] if tail else [word]
    return " ".join(word[:1].upper() + word[1:] for word in split)


@cache
def byline_pattern() -> re.Pattern[str]:
    """A line that says by whom the article is."""
    return re.compile(rf"(?:{signing('byline')}) ([A-Z][\w.'’ -]{{1,40}}?)(?:,|$)")


@cache
def report_pattern() -> re.Pattern[str]:
    """Up to four words before what an outlet says of itself."""
    return re.compile(rf"((?:[A-Z][\w.'’/-]{{0,30}}\s){{1,4}})(?:{signing('of_itself')})\b")


@cache
def formula_pattern() -> re.Pattern[str]:
    """What an outlet says of itself before it names its source."""
    return re.compile(rf",\s([A-Z][\w.-]{{1,20}})\s(?:{signing('before_its_source')})\b")


def signing(section: str) -> str:
    """The phrases of a section as a pattern."""
    return "|".join(map(re.escape, word_lists("en/signing")[section]))
