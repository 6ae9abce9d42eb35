"""Offices told in short, in full: "the minister", "the ministry's Chief of Staff", "the PCG Commandant"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from chronicle.ingest.find.office_words import of_a_ministry
from chronicle.ingest.roles import bare
from chronicle.ingest.roster import Told
from chronicle.ingest.text import Text
from chronicle.lexicon import Lexicon
from chronicle.lexicon.phrases import Hit
from chronicle.model import Mention

WORDS = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,4}"
NAME = rf"{WORDS}(?:(?:, {WORDS}){{0,4}},? and {WORDS})?"
MINISTRY = re.compile(rf"\b[Mm]inistry (?:of|for) (?:the )?({NAME})")
MINISTER = re.compile(rf"\bMinister (?:of|for) (?:the )?({NAME})")
PREFIXED = re.compile(r"\b((?:[A-Z][\w-]+(?:,? and|,)? ){0,3}[A-Z][\w-]+ )Minist(?:ry|er)\b")
SMALL = re.compile(r"\b([a-z]+) ministry\b")  # "went over to the defence ministry"
NO_FIELDS = frozenset(
    "the a an his her its their this that same whole line each every another other our of".split()
)
UNTELLING = frozenset(
    """The Prime Deputy First Second State Senior Vice Federal Union Its His Her Their Our And Former Acting
    Interim Caretaker Cabinet Chief New Assistant And""".split()
)
ALIKE = (
    (re.compile(r"\b(?:affairs|national|the)\b"), ""),
    (re.compile("defence"), "defense"),
    (re.compile("external"), "foreign"),
)
BODIES = frozenset(
    """academy agency bureau centre center commission committee department institute office
    service""".split()
)
BODY = re.compile(
    rf"\b(Academy|Agency|Bureau|Centre|Center|Commission|Committee|Department|Institute|Office|Service)"
    rf" (?:of|for|on) (?:the )?({NAME})"
)
NAMED = re.compile(
    r"\b[Tt]he ((?:[A-Z][\w'-]+ ){1,4}"
    r"(Academy|Agency|Bureau|Centre|Center|Commission|Committee|Department|Institute|Service))\b"
)
OWNED = re.compile(r"\b[Mm]inistry's (Academy|Agency|Centre|Center|Department|Institute|Office|Service)\b")
PRESIDING = frozenset(
    ("speaker", "deputy speaker", "chairman", "chairwoman", "chairperson", "chair", "president")
)
SEAT = re.compile(
    r"\bthe ([A-Z][\w']+(?: (?:of (?:the )?)?[A-Z][\w']+){0,4})[.,;]"
    r" (?:There|Here|Where|where)?,? ?(?:[Tt]he |[Ii]ts )?$"
)  # "She began at the People's Majlis. There the Speaker …"
SEAT_LEAD = 70
ITS = re.compile(
    r"\b[Tt]he ([A-Z][\w']+(?: (?:of (?:the )?|for (?:the )?|and )?[A-Z][\w']+){1,5})"
    r"[.,;:]? (?:[Ii]ts|[Tt]heir|whose) (?:new )?$"
)  # "… of the Royal Police Force. Its Commissioner …"
SHORTENED = re.compile(r"\b((?:[A-Z][\w'-]*(?: of| for| and| the){0,2} ){2,8})\(([A-Z][A-Za-z]{1,7})\)")
SHORT_NAME = re.compile(r"\b[A-Z]{2,8}\b")
OWNED_BY = re.compile(
    r"\bthe (academy|agency|bureau|centre|center|commission|committee|department|institute|office|service)"
    r"'s $"
)
FORCE = re.compile(
    r"\b(?:the|its|their) (?:[A-Z]\w+ )?(army|navy|air force|police|armed forces|military|coast guard"
    r"|border guard|national guard|gendarmerie|police force|defence forces?|security service)'s $"
)
HEAD_OF_STATE, PRESIDENT = "head of state", re.compile(r"(?<!vice )(?<!vice-)\bpresident\b")
TAIL = re.compile(r"^(.+ (?:of|at|in)) (the |that |this |the same )?(\w+)$")
TO_THE = re.compile(r"^(.+ (?:to|at) the) organi[sz]ation$", re.IGNORECASE)
ORGANISATION = re.compile(r"^organi[sz]ation (?:of|for) ", re.IGNORECASE)
LEAD = 30  # letters before an office that tell whose it is
SUBORDINATE = re.compile(
    r"^(?:(?:first|senior|principal|additional) )?(?:deputy|vice|assistant)[ -]minister$", re.IGNORECASE
)
SECRETARY = re.compile(r"^(?:(?:state|principal|additional) )?secretary$|^under-?secretary$", re.IGNORECASE)


@lru_cache(maxsize=2)  # asked for every officer of a text
def ministries(key: str, words: Lexicon) -> frozenset[str]:
    """What the ministries that the text names in full are of; where it names none, what its ministers are."""
    told = fields_in((found[1] for found in MINISTRY.finditer(key)), words)
    return told or fields_in((found[1] for found in MINISTER.finditer(key)), words)


@lru_cache(maxsize=2)
def ministries_led(key: str, words: Lexicon) -> frozenset[str]:
    """The same, and where no ministry is of anything, what stands before: "the Interior Ministry"."""
    told = ministries(key, words)
    told = told or fields_in((prefix(found[1], words) for found in PREFIXED.finditer(key)), words)
    return told or fields_in((found[1] for found in SMALL.finditer(key) if found[1] not in NO_FIELDS), words)


def fields_in(found: Iterable[str], words: Lexicon) -> frozenset[str]:
    """The different fields among these, each as it is first told; no country is one: "Minister of Chad"."""
    fields: dict[str, str] = {}
    for field in found:
        low = field.lower()
        for pattern, instead in ALIKE:
            low = pattern.sub(instead, low)
        if field and not any(hit.start == 0 for hit in words.names.found(field)):
            fields.setdefault(" ".join(low.split()), field)
    return frozenset(fields.values())


def prefix(led: str, words: Lexicon) -> str:
    """As in "Interior" of "Latvian Interior Ministry": what stands before, without whose it is."""
    kept = led.split()
    hits = [hit.stop for hit in words.names.found(led)]
    while kept and (kept[0].rstrip(",") in UNTELLING or led.rindex(" ".join(kept)) < max(hits, default=0)):
        kept = kept[1:]
    return (
        " ".join(kept).replace("Foreign", "Foreign Affairs")
        if kept != ["Foreign", "Affairs"]
        else "Foreign Affairs"
    )


def body_in_full(noun: str, told_of: Told) -> str | None:
    """As in "Academy of the Ministry of Internal Affairs": the only body that the noun can mean."""
    low, words = noun.lower(), told_of.words
    if low == "ministry":
        told = ministries_led(told_of.key, words)
        return f"Ministry of {min(told)}" if len(told) == 1 else None
    if low not in BODIES:
        return None
    key = told_of.key
    told = ministries(key, words)
    owned = {found[1] for found in OWNED.finditer(key) if found[1].lower() == low}
    if owned and len(told) == 1:
        return f"{noun} of the Ministry of {min(told)}"
    named = {f"{noun} of {found[2]}" for found in BODY.finditer(key) if found[1].lower() == low}
    named = named or {found[1] for found in NAMED.finditer(key) if found[2].lower() == low}
    return min(named) if len(named) == 1 else None


def called_president(office: Mention, text: Text) -> Mention:
    """A head of state is President where the article has one; Samoa, say, has none."""
    if office.value.lower() != HEAD_OF_STATE or PRESIDENT.search(text.low) is None:
        return office
    return replace(office, value="President")


def with_its_body(office: Mention, text: Told) -> str | None:
    """As in "the head of the Academy", "the ministry's Chief of Staff", "State Secretary Belková"."""
    role, start = office.value, office.span.start
    if role.lower() in PRESIDING:
        seat = SEAT.search(text.key, max(0, start - SEAT_LEAD), start)
        if seat and seat[1].lower().endswith(tuple(text.words.told.parliaments)):
            return f"{role} of the {seat[1]}"
    body = body_before(office, text) if bare(role) else None
    if body is not None:
        return f"{role} of the {body}"
    seated = TO_THE.match(role)
    if seated is not None:
        seats = {hit.phrase.value for hit in words_of_bodies(text.key, text.words)}
        return f"{seated[1]} {min(seats)}" if len(seats) == 1 else None
    tail = TAIL.match(role)
    full = body_in_full(tail[3], text) if tail else None
    if tail and full:
        if tail[1].lower() == "head of" and tail[3].lower() == "ministry":
            return f"Minister of {full.partition(' of ')[2]}"
        return f"{tail[1]} {tail[2] or ''}{full}"
    owned = text.text.low.endswith("'s ", 0, start)
    before = text.key[max(0, start - LEAD) : start].lower() if owned else ""
    force = FORCE.search(text.key, max(0, start - LEAD), start) if owned else None
    if force and (bare(role) or role.lower().endswith("chief of staff")):
        return f"{role} of the {force[1]}"
    agency = OWNED_BY.search(before)
    if agency and " of the " not in role:
        full = body_in_full(agency[1].capitalize(), text)
        return f"{role} of the {full or agency[1]}"
    owned = before.endswith("ministry's ") and " of " not in role.removeprefix("Chief of")
    deputy, secretary = SUBORDINATE.match(role), SECRETARY.match(role)
    told = ministries_led(text.key, text.words) if deputy else ()
    told = ministries(text.key, text.words) if owned or secretary else told
    if len(told) != 1:
        return None
    ministry = min(told)
    return f"{role} of {ministry}" if deputy else f"{role} of the Ministry of {ministry}"


def words_of_bodies(key: str, words: Lexicon) -> Iterator[Hit]:
    """The organisations of the text that are called so: "Organization of Islamic Cooperation"."""
    return (
        hit
        for hit in words.names.found(key)
        if hit.phrase.kind == "organisation" and ORGANISATION.search(hit.phrase.text) is not None
    )


def body_before(office: Mention, text: Told) -> str | None:
    """As in "… of the Royal Police Force. Its Commissioner": the body told last, if it is no known one."""
    start = office.span.start
    found = ITS.search(text.key, max(0, start - SEAT_LEAD), start)
    if found is None:
        return None
    hits = list(text.words.names.found(found[1]))
    if any(hit.phrase.kind in ("organisation", "body") for hit in hits):
        return None
    return found[1][max((hit.stop for hit in hits), default=0) :].strip() or None


@lru_cache(maxsize=2)
def short_names(key: str) -> Mapping[str, str]:
    """As in "the Philippine Coast Guard (PCG)": each short form -> the name."""
    found = {}
    for match in SHORTENED.finditer(key):
        named = [word for word in match[1].split() if word[0].isupper()]
        letters = [letter for letter in match[2] if letter.isupper()]
        for start in range(len(named)):
            if [word[0] for word in named[start:]] == letters:
                at = match[1].index(named[start])
                found[match[2]] = match[1][at:].strip()
    return found


def spelled_out(role: str, short: Mapping[str, str], words: Lexicon) -> str:
    """As in "Commandant of the Coast Guard" for "PCG Commandant"."""
    for form in SHORT_NAME.findall(role):
        known = words.told.shorts.get(form.lower(), "")
        if known or (form in short and not any(words.names.found(form))):
            body = without_country(short[form], words) if form in short else known
            before, _, after = role.partition(form)
            return of_a_ministry(
                f"{before}{body}{after}" if before.strip() else f"{after.strip()} of the {body}"
            )
    return role


def without_country(body: str, words: Lexicon) -> str:
    """As in "Coast Guard" of "Philippine Coast Guard"."""
    hits = [hit for hit in words.names.found(body) if hit.phrase.kind in ("country", "demonym")]
    return body[hits[0].stop :].strip() if hits and hits[0].start == 0 else body
