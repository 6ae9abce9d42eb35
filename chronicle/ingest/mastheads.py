"""Whose a page is that no known address tells: by its masthead, a state body, a government's address."""

import re

from chronicle.ingest.outlet_names import (
    GOVERNMENT,
    as_signed,
    home_of_host,
    label_of,
    listed,
    section_of,
)
from chronicle.ingest.page import HEAD, Found, Page
from chronicle.ingest.stamps import PAGE_HEAD
from chronicle.lexicon.countries import in_sentence, load_bodies, load_countries
from chronicle.lexicon.words import word_lists
from chronicle.model import Basis, CountryCode

MASTHEAD = re.compile(r"(?:The )?[A-Z][\w'’-]*(?: (?:of |and |& )?[A-Z][\w'’.-]*){1,4}")
SHOUTED = re.compile(
    r"(?:THE )?(?:[A-Z'’-]+ ){0,2}(?:EMBASSY|CONSULATE GENERAL|PERMANENT MISSION|MINISTRY|OFFICE|PARLIAMENT"
    r"|PRESIDENCY) OF [A-Z ,'’-]{3,70}"
)
INSTITUTION = re.compile(
    r"(?:The )?(?:[A-Z][\w'’-]+ ){0,3}"
    r"(?:Ministry|Embassy|Consulate General|Permanent Mission|Office|Presidency|Government"
    r"|Administration|Cabinet|Parliament|National Assembly|State Service|Delegation) of"
    r"(?: (?:the|of|and|to|for|in|[A-Z][\w'’-]+,?)){1,9}"
)
SMALL = ("OF", "THE", "AND", "IN", "TO", "FOR")
MASTHEAD_LINES, LONGEST_MASTHEAD = 3, 70


def owner_of_the_portal(page: Page) -> Found | None:
    """As in "Rada of Valdoria" above "Official portal", on a page without an address."""
    if page.host or len(page.lines) < 2:
        return None
    owner, below = page.lines[0], page.lines[1].lower()
    known = owner.removeprefix("The ") in load_bodies()
    told = known or below in word_lists("en/signing")["official_page"]
    return Found(owner, Basis.STATED, owner) if told and MASTHEAD.fullmatch(owner, 0, HEAD) else None


def masthead(page: Page) -> Found | None:
    """As in "Lakeside Times" above or below a text; "14 May | by Editor | Lakeside Times"."""
    if page.host:
        return None
    for line in (*page.lines[:MASTHEAD_LINES], *page.lines[:0:-1][:MASTHEAD_LINES]):
        if len(line) <= LONGEST_MASTHEAD:
            parts = re.split(r" \| |, | [-–—] ", PAGE_HEAD.sub("", line))
            name = next((part for part in parts if is_masthead(part)), None)
            if name is not None:
                return Found(as_signed(name), Basis.STATED, line)
    return None


def is_masthead(name: str) -> bool:
    """As in "Lakeside Times", "TV Zenit"; not "Latest News"."""
    words, lists = name.split(), word_lists("en/signing")
    if MASTHEAD.fullmatch(name) is None:
        return False
    first = words[1] if words[0] == "The" else words[0]
    named = words[-1] in lists["mastheads"] or first in lists["before_a_name"]
    return named and first not in lists["no_mastheads"]


def institution_at_the_top(page: Page) -> Found | None:
    """As in "Ministry of Defence of Georgia" above a page without an address: whose page it is."""
    top = page.lines[0] if page.lines and not page.host else ""
    name = (
        " ".join(w.lower() if w in SMALL else capital(w) for w in top.split())
        if SHOUTED.fullmatch(top)
        else top
    )
    return Found(name, Basis.STATED, top) if INSTITUTION.fullmatch(name, 0, HEAD) else None


def institution_of_the_host(page: Page) -> Found | None:
    """As in "presidencia.gob.xx": whose the address of a government is, and of which country."""
    country = load_countries().get(home_of_host(page.host) or CountryCode("")) if page.host else None
    label = label_of(page.host)
    of = next((name for name, labels in section_of("institutions").items() if label in listed(labels)), None)
    governs = bool(GOVERNMENT & set(page.host.split(".")[-2:]) or label_is_all(page.host))
    return Found(f"{of} of {in_sentence(country)}", Basis.INFERRED) if country and of and governs else None


def label_is_all(host: str) -> bool:
    """As in "www.presidency.xx": nothing but a word and a country."""
    return len(host.removeprefix("www.").removeprefix("en.").split(".")) == 2


def capital(word: str) -> str:
    """As in "People's" for "PEOPLE'S", "Timor-Leste" for "TIMOR-LESTE"."""
    return "-".join(part.capitalize() for part in word.split("-"))
