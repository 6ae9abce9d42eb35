"""Whom people act for where the text doesn't say it of them: conclusions, each by a named rule."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chronicle.ingest.cast import Person, with_side
from chronicle.ingest.roles import heads_an_organisation, is_envoy, role_words
from chronicle.ingest.scenes import cities_told
from chronicle.ingest.text import Text, sentence_at
from chronicle.lexicon import Lexicon
from chronicle.model import Mention

NAMED = {"country": 2, "demonym": 2, "city": 2, "metonym": 2}
LED = re.compile(
    r"\b(?:delegation|side|team|group|contingent)\b[^.;]{0,60}?\b(?:led|headed) by (?:its |the |his )?(?=\w)"
)
SIDED = frozenset(("country", "demonym", "organisation", "body"))
FAR = 120  # code points between a side and who leads it
CLOSE = 8  # code points: "visit to (the) X"
NEAR = 40  # code points: two names with no more than a rank between
BARELY = "concluded_by_one_sign"
ENOUGH = 2  # signs more for a side than against it, that of the weak rule itself among them
BESIDE = 2  # sentences: a deputy is told that near to the minister
BY_FAR = 3  # the same, for a sign of its own; and so many times at least
CLEAR = 1.5  # times as often as any other: clearly the most named
EARLY = 2  # what an article opens with counts twice


@dataclass(frozen=True, slots=True)
class View:
    """What a rule may look at."""

    cast: Sequence[Person]
    found: Sequence[Mention]
    words: Lexicon
    text: Text
    telling: frozenset[int]  # the sentences that tell of more than a visit


def with_sides(
    cast: Sequence[Person], found: Sequence[Mention], words: Lexicon, text: Text
) -> tuple[Person, ...]:
    """The cast with a side for each person for whom a rule concludes one."""
    acts = (m for m in found if m.kind == "act" and m.value != "visit")
    view = View(cast, found, words, text, frozenset(sentence_at(text, act.span.start) for act in acts))
    return tuple(person if person.side is not None else concluded(person, view) for person in cast)


def concluded(person: Person, view: View) -> Person:
    """The person with the side of the first rule that concludes one."""
    for rule in RULES:
        side = rule(person, view)
        if side is not None:
            sure = rule not in WEAK or (side.rule != BARELY and agreed(side, person, view))
            return with_side(person, side if sure else replace(side, rule=BARELY), rule.__name__)
    return person


def agreed(side: Mention, person: Person, view: View) -> bool:
    """Whether several signs lead to one side, and hardly any elsewhere."""
    signs = [sign for rule in RULES if (sign := rule(person, view)) is not None]
    agreeing = sum(sign.value == side.value for sign in signs)
    more = sum((sign := rule(person, view)) is not None and sign.value == side.value for rule in MORE_SIGNS)
    return 2 * agreeing - len(signs) + more >= ENOUGH


def city_of_the_scene(person: Person, view: View) -> Mention | None:
    """The one city that the person's sentences tell as a place: most often the host's."""
    sentences = {n.sentence for n in person.namings}
    cities = [
        m
        for m in cities_told(view.text, view.found, view.words)
        if sentence_at(view.text, m.span.start) in sentences
    ]
    return cities[0] if len({m.value for m in cities}) == 1 else None


def clearly_most_named(person: Person, view: View) -> Mention | None:
    """The side most named, where it is named often and by far the most."""
    count, kinds = names_counted(person, view), kinds_named(person, view)
    code, *others = sorted(count, key=lambda value: -count[value]) or [""]
    named = [m for m in view.found if m.kind in kinds and m.value == code]
    far = len(named) >= BY_FAR and all(count[code] >= BY_FAR * count[other] for other in others)
    return named[0] if far else None


def country_of_who_tells(person: Person, view: View) -> Mention | None:
    """As in "the Japanese Foreign Ministry": the one country of which an institution is named."""
    tellers = [m.span for m in view.found if m.kind == "tellers"]
    own = [
        m
        for m in view.found
        if m.kind in ("country", "demonym")
        and m.value not in sides_of_others(person, view)
        and any(-NEAR <= m.span.start - t.start <= NEAR for t in tellers)
    ]
    return own[0] if len({m.value for m in own}) == 1 else None


def receives_credentials(person: Person, view: View) -> Mention | None:
    """Whoever is handed credentials is of the country of the city: "to President William Ruto in Nairobi"."""
    handed = [m for m in view.found if m.kind == "act" and m.value == "credentials"]
    there = {sentence_at(view.text, m.span.start) for m in handed} & {n.sentence for n in person.namings}
    if not there or person.role is None or is_envoy(person.role.value, view.words):
        return None
    told = cities_told(view.text, view.found, view.words)
    cities = [m for m in told if sentence_at(view.text, m.span.start) in there]
    one = len({m.value for m in cities}) == 1 and cities[0].value not in sides_met(person, view)
    return cities[0] if one else None


def of_the_hosts_body(person: Person, view: View) -> Mention | None:
    """A deputy named beside the minister of the same ministry; where both sides have one, the host's."""
    if person.role is None:
        return None
    keys, near = role_words(person.role.value, view.words), {n.sentence for n in person.namings}
    heads = [
        p
        for p in view.cast
        if p.side is not None
        and p.inferred is None
        and p.role is not None
        and role_words(p.role.value, view.words) < keys
        and len(role_words(p.role.value, view.words)) > 1
        and any(0 <= here - n.sentence <= BESIDE for here in near for n in p.namings)
    ]
    hosts = {m.value for m in cities_told(view.text, view.found, view.words)}
    heads.sort(key=lambda p: (p.side is None or p.side.value not in hosts, p.number))
    return heads[0].side if heads else None


def office_of_country_elsewhere(person: Person, view: View) -> Mention | None:
    """As in "The Argentine minister" further down tells whose "Defense Minister Oscar Aguad" is."""
    if person.role is None:
        return None
    claimed = {n.office.span for p in view.cast if p is not person for n in p.namings if n.office}
    keys = role_words(person.role.value, view.words)
    for office in view.found:
        if (
            office.kind != "office"
            or office.span in claimed
            or not keys & role_words(office.value, view.words)
        ):
            continue
        if not role_words(office.value, view.words) <= keys:
            continue
        side = next(
            (
                m
                for m in view.found
                if m.kind == "acts for" and office.span.start <= m.span.start < office.span.stop
            ),
            None,
        )
        if side is not None and not taken(side.value, keys, person, view):
            return side
    return None


def host_of_a_visit(person: Person, view: View) -> Mention | None:
    """Whom a visitor to a country meets is of that country: "began an official visit to Pakistan …"."""
    visits = [m for m in view.found if m.kind == "act" and m.value == "visit"]
    hosts = [
        m
        for m in view.found
        if m.kind == "country" and any(0 < m.span.start - v.span.stop <= CLOSE for v in visits)
    ]
    if len({m.value for m in hosts}) != 1 or person.number == 0:
        return None
    met = {
        p.side.value for p in view.cast if p is not person and p.side is not None and meets(p, person, view)
    }
    visitor = bool(
        {n.sentence for n in person.namings} & {sentence_at(view.text, host.span.start) for host in hosts}
    )
    return None if visitor or hosts[0].value in met else hosts[0]


def host_of_an_envoy(person: Person, view: View) -> Mention | None:
    """An envoy "to Azerbaijan" was received by somebody of Azerbaijan."""
    acting = {m.span for m in view.found if m.kind == "acts for"}
    countries = [m for m in view.found if m.kind == "country" and m.span not in acting]
    hosts: dict[str, Mention] = {}
    for office in view.found:
        if office.kind in ("office", "offices") and is_envoy(office.value, view.words):
            inside = (m for m in countries if office.span.start < m.span.start < office.span.stop)
            hosts.update({m.value: m for m in inside})
    envoy = person.role is not None and is_envoy(person.role.value, view.words)
    met = {
        p.side.value for p in view.cast if p is not person and p.side is not None and meets(p, person, view)
    }
    return next(iter(hosts.values())) if len(hosts) == 1 and not envoy and not met & set(hosts) else None


def country_most_named(person: Person, view: View) -> Mention | None:
    """The country that the article speaks of most, those of the people met apart."""
    named, count = kinds_named(person, view), names_counted(person, view)
    if not count:
        return None
    code, *others_named = sorted(count, key=lambda value: -count[value])  # of two equals, that named first
    mention = next(m for m in view.found if m.kind in named and m.value == code)
    close = bool(others_named) and count[others_named[0]] * CLEAR > count[code]
    return replace(mention, rule=BARELY) if close else mention


def sides_of_others(person: Person, view: View) -> set[str]:
    """The sides of those whom the person meets, and of those who hold such an office."""
    others = {
        p.side.value
        for p in view.cast
        if p is not person and p.side is not None and (meets(p, person, view) or alike(p, person, view))
    }
    return others | sides_met(person, view) | destinations(person, view)


def kinds_named(person: Person, view: View) -> dict[str, int]:
    """The kinds of names that may tell the person's side, each with its weight."""
    heads = person.role is not None and heads_an_organisation(person.role.value, view.words)
    return {"organisation": 1, "body": 1} if heads else NAMED


def names_counted(person: Person, view: View) -> Counter[str]:
    """How often each side that may be the person's is named; at the article's opening it counts twice."""
    others, named = sides_of_others(person, view), kinds_named(person, view)
    count: Counter[str] = Counter()
    for mention in view.found:
        if mention.kind in named and mention.value not in others:
            early = EARLY if mention.span.start < len(view.text.body) // 3 else 1
            count[mention.value] += named[mention.kind] * early
    return count


def spoken_of(person: Person, view: View) -> Mention | None:
    """As in "the country's Defense Minister" (caa-111), "the Council's …" (caa-126): what was named last."""
    for naming in person.namings:
        start = naming.office.span.start if naming.office is not None else naming.person.span.start
        word = view.text.low[max(0, start - 40) : start].rpartition("'s ")
        if word[1] and not word[2]:
            owner = word[0].split()[-1] if word[0].split() else ""
            before = [
                m
                for m in view.found
                if m.span.stop < start - len(owner) - 2 and m.kind in ("country", "organisation")
            ]
            fitting = [
                m
                for m in before
                if (owner == "country" and m.kind == "country") or m.value.lower().endswith(owner)
            ]
            if fitting and owner:
                return fitting[-1]
    return None


def leads_a_side(person: Person, view: View) -> Mention | None:
    """As in "The Indian side was led by …", "a delegation of NATO … led by its President, …"."""
    for naming in person.namings:
        start = naming.office.span.start if naming.office is not None else naming.person.span.start
        led = LED.search(view.text.low, max(0, start - FAR), start)
        if led is not None and led.end() == start:
            sides = [m for m in view.found if m.kind in SIDED and led.start() <= m.span.start < led.end()]
            near = [m for m in view.found if m.kind in SIDED and 0 <= led.start() - m.span.stop <= CLOSE]
            return next(iter([*near, *sides]), None)
    return None


def member_of_a_delegation(person: Person, view: View) -> Mention | None:
    """As in "the members of Garibashvili's delegation: …" (caa-121), "accompanied by Senator …" (wma-125)."""
    for naming in person.namings:
        leaders = [
            (n, p)
            for p in view.cast
            for n in p.namings
            if n.sentence == naming.sentence and p.side is not None
        ]
        for leader, other in leaders:
            between = view.text.low[leader.person.span.stop : naming.person.span.start]
            if between.startswith("'s delegation") or ("accompanied by" in between and len(between) < 80):
                return other.side
    return None


def beside_others(person: Person, view: View) -> Mention | None:
    """In a list of those who attended, the side of the others in it (wma-125)."""
    sentences = {n.sentence for n in person.namings}
    joining = [m for m in view.found if m.kind == "joinings"]
    beside = [p for p in view.cast if p is not person and sentences & {n.sentence for n in p.namings}]
    known = [p.side for p in beside if p.side is not None and p.inferred is None]
    near = any(0 < n.person.span.start - m.span.stop < 900 for m in joining for n in person.namings[:1])
    return known[0] if near and len(beside) >= 2 and len({m.value for m in known}) == 1 else None


def named_together(person: Person, view: View) -> Mention | None:
    """As in "with Defense Minister Oscar Aguad and Lt. Gen. Bari del Valle Sosa" (wma-101)."""
    first = person.namings[0]
    for other in view.cast:
        for naming in other.namings if other.side is not None and other is not person else ():
            between = view.text.low[naming.person.span.stop : first.person.span.start]
            if between.startswith(" and ") and len(between) <= NEAR and first.rank is not None:
                return other.side if first.sentence == naming.sentence else None
    return None


def beside_a_colleague(person: Person, view: View) -> Mention | None:
    """As in "Moldovan Prime Minister Dorin Recean and Parliament Speaker Igor Grosu will meet …"."""
    first = person.namings[0]
    if first.office is None:
        return None
    for other in view.cast:
        for naming in other.namings if other.side is not None and other.inferred is None else ():
            between = view.text.low[naming.person.span.stop : first.office.span.start]
            if between in (" and ", " and the ", " and his ", " and her ") and not alike(person, other, view):
                here = [p for p in view.cast if any(n.sentence == naming.sentence for n in p.namings)]
                sides = {p.side.value for p in here if p.side is not None}
                led = [m for m in view.found if m.kind == "destination"]
                sides |= {m.value for m in led if sentence_at(view.text, m.span.start) == naming.sentence}
                return other.side if len(sides) > 1 else None
    return None


RULES = (
    spoken_of,
    leads_a_side,
    member_of_a_delegation,
    beside_others,
    named_together,
    receives_credentials,
    of_the_hosts_body,
    beside_a_colleague,
    office_of_country_elsewhere,
    host_of_a_visit,
    host_of_an_envoy,
    country_most_named,
)
WEAK = RULES[RULES.index(of_the_hosts_body) :]
MORE_SIGNS = (
    city_of_the_scene,
    clearly_most_named,
    country_of_who_tells,
)  # by themselves they lead to no side


def alike(one: Person, other: Person, view: View) -> bool:
    """Whether both hold one office, so that they are of two sides: two Defence Ministers (sea-106)."""
    if one.role is None or other.role is None or one.inferred:
        return False
    keys = role_words(one.role.value, view.words)
    return keys == role_words(other.role.value, view.words) and bool(keys)


def sides_met(person: Person, view: View) -> set[str]:
    """Sides of envoys, groups and counterparts in the person's sentences or the next: not the person's."""
    near = {number + more for n in person.namings for number in (n.sentence,) for more in (0, 1)}
    sides = set()
    for office in view.found:
        other = office.kind == "offices" or (
            office.kind == "office"
            and (office.value.lower() in view.words.relational or is_envoy(office.value, view.words))
        )
        own = any(n.office is not None and n.office.span == office.span for n in person.namings)
        if other and not own and sentence_at(view.text, office.span.start) in near:
            sides |= {
                m.value
                for m in view.found
                if m.kind == "acts for" and office.span.start <= m.span.start < office.span.stop
            }
    return sides


def destinations(person: Person, view: View) -> set[str]:
    """Where the person's sentences say that somebody travels: not the traveller's own country."""
    sentences = {n.sentence for n in person.namings} - view.telling
    led = [m for m in view.found if m.kind == "destination"]
    return {m.value for m in led if sentence_at(view.text, m.span.start) in sentences}


def meets(one: Person, other: Person, view: View) -> bool:
    """Whether the two are named in one sentence that tells of more than a visit."""
    both = {n.sentence for n in one.namings} & {n.sentence for n in other.namings}
    return bool(both & view.telling)


def taken(code: str, keys: set[str], person: Person, view: View) -> bool:
    """Whether somebody else of that country holds such an office already."""
    return any(
        p.side is not None
        and p.side.value == code
        and p.role is not None
        and keys & role_words(p.role.value, view.words)
        for p in view.cast
        if p is not person
    )
