"""Of which body an office is that is told in short: "the Commandant" of the college told before."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from chronicle.ingest.both import SITTING
from chronicle.ingest.roster import Told
from chronicle.ingest.text import sentence_at
from chronicle.lexicon import Lexicon
from chronicle.lexicon.words import load_words
from chronicle.model import Mention, Span

BEFORE, BEHIND = 1500, 250  # letters between an office and the body that it is of, at most
LONG = 70  # letters of a body's name before its own word, at most
LED = re.compile(r"(?:(?:[A-Z][\w-]*|\d+(?:st|nd|rd|th)),? (?:(?:and|of|for|on) )?)+$")
OF = re.compile(r" (?:of|for|on|with) (?:the )?(?:[A-Z][\w-]*)(?:(?:,? and |, | )[A-Z][\w-]*){0,5}")
PARTS = 3  # "on National Defence", "of the Sejm", "of the Republic of Poland"
OPENERS = frozenset("The A An At In On Its His Her Their This That And Of For Members From With".split())
BESIDE = ("with ", "with the ", "-")  # "the friendship group with Chad", "the Mexico-Korea group"
NATIONS = ("country", "demonym")
HANGING = re.compile(r"(?: (?:of|for|on|with|the|and|Republic|Kingdom|State))+$")
SHORT = re.compile(r"[a-z -]+ of (?:the )?([a-z]+)$")
VAGUE = frozenset(("council", "authority", "centre", "center", "agency", "office"))  # "of the Council"
WITH_NAMES = ("schools", "courts", "banks", "committees", "institutes")  # the noun alone names none of them
OWN_WORD = re.compile(r"^(?:committee|commission|tribunal|court) ")


class Kind(NamedTuple):
    """A kind of bodies, with what its officers are called in short."""

    heads: frozenset[str]
    ends: re.Pattern[str]  # a body's own word


class Body(NamedTuple):
    """A body that a text names."""

    start: int
    name: str
    sides: frozenset[str]  # whose it is, where the name tells


class Others(NamedTuple):
    """What is known of the others: whom they act for, and of which bodies they have the same office."""

    sides: frozenset[str]
    bodies: frozenset[str]


@cache
def kinds() -> Mapping[str, Kind]:
    """The kinds of bodies of the lexicon."""
    table, made = load_words("en/bodies_told"), dict[str, Kind]()
    for name, held in table.items() if isinstance(table, Mapping) else ():
        if isinstance(held, Mapping):
            ends = sorted((re.escape(str(word)).title() for word in held["bodies"]), key=len, reverse=True)
            plain = "|".join(ends).replace("'S", "'s").replace("\\ Of\\ ", "\\ of\\ ")
            small = "".join(f"|{re.escape(str(word))}" for word in held.get("small", ()))
            named = r" [A-Z][a-z]\w*" if name == "ships" else ""
            if named:
                plain = plain.upper()
            pattern = re.compile(rf"\b(?:{plain}{small})\b{named}")
            made[name] = Kind(frozenset(map(str, held["heads"])), pattern)
    return made


def without_seat(role: str) -> str:
    """As in "chairwoman" of "chairwoman and Senator"; "Chairman" of "Chairman of the Committee"."""
    first, joint, seat = role.partition(" and ")
    return first if joint and seat.lower() in SITTING else role


def kind_of(role: str) -> str | None:
    """The kind of body that somebody is an officer of who is only called this."""
    low = without_seat(role).lower()
    of_what = SHORT.match(low)
    if of_what is not None and of_what[1] not in VAGUE:
        noun = of_what[1].title()
        return next((name for name in WITH_NAMES if noun and kinds()[name].ends.fullmatch(noun)), None)
    return next((name for name, kind in kinds().items() if low in kind.heads), None)


@lru_cache(maxsize=8)  # asked for every officer of a text
def bodies_in(key: str, name: str, words: Lexicon) -> tuple[Body, ...]:
    """The bodies of a kind that the text names, in its order."""
    return tuple(made for found in kinds()[name].ends.finditer(key) if (made := body_at(found, key, words)))


def body_at(found: re.Match[str], key: str, words: Lexicon) -> Body | None:
    """The body whose own word stands here, with the words around that belong to its name."""
    led = LED.search(key, max(0, found.start() - LONG), found.start())
    start = led.start() if led else found.start()
    stop = found.end()
    for _ in range(PARTS):
        following = OF.match(key, stop)
        said = following[0].split()[1 + (" the " in following[0])].lower() if following else ""
        if following is None or said in words.weekdays or said in words.months:
            break
        stop = following.end()
    while (opener := key[start : found.start()].partition(" "))[0] in OPENERS and opener[1]:
        start += len(opener[0]) + 1
    said = key[start:stop]
    hits = [hit for hit in words.names.found(said) if hit.phrase.kind in (*NATIONS, "body", "organisation")]
    if any(hit.phrase.kind == "organisation" for hit in hits):
        return None
    kept, end = [], 0
    for hit in hits:
        apart = not said.endswith(BESIDE, 0, hit.start) and "-" not in said[hit.stop : hit.stop + 1]
        if hit.phrase.kind in NATIONS and apart:
            kept.append(said[end : hit.start])
            end = hit.stop
    name = HANGING.sub("", " ".join("".join([*kept, said[end:]]).split()).removeprefix("of ").strip(" ,-"))
    alone = name.lower() == found[0].lower() and " " not in name and not hits
    plain = alone and kinds()["parliaments"].ends.fullmatch(name) is None
    return None if plain or not name else Body(start, name, frozenset(hit.phrase.value for hit in hits))


def near(bodies: tuple[Body, ...], office: Mention, sentence: Span) -> Iterator[Body]:
    """The bodies of the same sentence, those told before the office, the nearest first, those behind it."""
    start, stop = office.span.start, office.span.stop
    first, at, last = (
        bisect_left(bodies, place, key=lambda body: body.start)
        for place in (start - BEFORE, start, stop + BEHIND)
    )
    around = (*reversed(bodies[first:at]), *bodies[at:last])
    yield from sorted(around, key=lambda b: not sentence.start <= b.start < sentence.stop)


def body_of(office: Mention, own: frozenset[str], others: Others, told: Told) -> str | None:
    """As in "… the National War College. The Commandant": the office with the body that is told nearest.

    No body of another side is meant, and none that another has the same office of.
    """
    name = kind_of(office.value)
    if name is None:
        return None
    sentence = told.text.sentences[sentence_at(told.text, office.span.start)].span
    noun = SHORT.match(without_seat(office.value).lower())
    bodies = [
        body
        for body in near(bodies_in(told.key, name, told.words), office, sentence)
        if not (body.sides and own and not body.sides & own) and body.name.lower() not in others.bodies
        if noun is None or noun[1] in body.name.lower()
    ]
    here = (b for b in bodies if not b.sides & others.sides or sentence.start <= b.start < sentence.stop)
    body = next(here, next(iter(bodies), None))
    return f"{shortened(office.value)} of the {body.name}" if body is not None else None


def shortened(role: str) -> str:
    """As in "member" of "Committee member", "Chairman" of "Chairman of the Committee"."""
    plain = without_seat(role)
    if SHORT.match(plain.lower()):
        return plain.rpartition(" of ")[0]
    return OWN_WORD.sub("", plain.lower()) if OWN_WORD.match(plain.lower()) else plain
