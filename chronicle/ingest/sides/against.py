"""Votes against a side: that of those whom the person meets, of who holds such an office, of the host."""

import re
from collections.abc import Iterator

from chronicle.ingest.cast import Person
from chronicle.ingest.sides.beside import is_relational, sides_of
from chronicle.ingest.sides.patterns import worded
from chronicle.ingest.sides.places import Place
from chronicle.ingest.sides.setting import comes
from chronicle.ingest.sides.view import MANY, View, acting_for, envoy, sentences_of
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

NEAR = 24  # code points between an office and where it is held
POSTED = re.compile(r" (?:to|in|accredited to|based in|resident in) (?:the )?$")
AROUND = 60  # code points around an envoy's name in which it is told where he is sent
SENT_TO = r"\b<envoys_of>(?: [a-z-]+){0,2} (?:to|in) (?:the )?$"
ACROSS = re.compile(r"(?:, who [^.;,]{0,80},)?[^.;,]{0,50},? (?:on|at|from) the other\b")
ANSWERS = r" (?:[a-z]+ )?<answers>\b|,? for (?:his|her) part"
IN_RETURN = re.compile(r"\b(?:in (?:reply|response|turn|return|answer)|for (?:his|her) part),? $")
OTHER = r"\b<others>(?:,| was| is)? ?(?:the )?(?:from [a-z -]+, ?)?$"


def side_of_others_told(person: Person, view: View) -> Iterator[Mention]:
    """The sides of counterparts, envoys, guests and groups told near: "received the French ambassador"."""
    if view.once(comes, person):
        return
    for sentence in sentences_of(person):
        for office in (o for here in view.offices[sentence : sentence + 2] for o in here[:MANY]):
            side = acting_for(office, view) if office.span not in view.claimed else None
            if side is not None and another(office, side, view):
                yield side


def another(office: Mention, side: Mention, view: View) -> bool:
    """Whether an office is told as somebody else's: a plural, a counterpart, an envoy, a visitor."""
    low = office.value.lower()
    sent = (
        office.kind == "offices" or low in view.words.relational or envoy(view.words).search(low) is not None
    )
    return sent or view.text.low.endswith("visiting ", 0, side.span.start)


def side_of_the_same_office(person: Person, view: View) -> Iterator[Mention]:
    """Two Defence Ministers are of two countries."""
    keys = view.office_words[person.number]
    if person.role is not None and person.role.value.lower() in word_lists("en/sides")["many_hold"]:
        return
    for other in view.cast[:MANY]:
        if (
            other.number != person.number
            and other.side is not None
            and keys
            and keys == view.office_words[other.number]
        ):
            yield other.side


def destination(person: Person, view: View) -> Iterator[Mention]:
    """Where the person's sentences say that somebody travels."""
    for sentence in sentences_of(person):
        if all(m.value == "visit" for m in view.acts[sentence]):
            yield from (m for m in view.grounds if m.kind == "destination" and in_sentence(m, sentence, view))


def in_sentence(mention: Mention, sentence: int, view: View) -> bool:
    """Whether the mention stands in the sentence."""
    span = view.text.sentences[sentence].span
    return span.start <= mention.span.start < span.stop


def host_of_the_guest(person: Person, view: View) -> Iterator[Mention]:
    """A guest and an envoy aren't of the country where they are received, nor of the outlet's."""
    for sentence in view.once(comes, person):
        ground = view.stage(sentence)
        if ground is not None:
            yield ground
        elif (home := view.home_named()) is not None:
            yield home


def posting(person: Person, view: View) -> Iterator[Mention]:
    """As in "Ambassador to X", "Representative in X": a country where one is sent isn't one's own."""
    if person.number not in view.sent:
        return
    if person.role is not None:
        role = person.role.value
        yield from (
            m
            for m in view.first.values()
            if m.kind == "country" and view.text.key[m.span.start : m.span.stop] in role
        )
    yield from posts(person, view)
    for place in view.namings(person):
        office = place.naming.office
        stop = office.span.stop if office is not None else place.stop
        for mention in view.sides_behind(place, stop):
            if 0 < mention.span.start - stop < 24 and POSTED.fullmatch(
                view.text.low, stop, mention.span.start
            ):
                yield mention


def posts(person: Person, view: View) -> Iterator[Mention]:
    """As in "the ambassador designate to Norway, X", "Ambassador to Chile X": where an envoy is sent."""
    for place in view.namings(person):
        for side in view.inside[place.naming.sentence][:MANY]:
            near = place.start - AROUND < side.span.start < place.stop + AROUND
            lead = max(0, side.span.start - AROUND)
            if (
                side.kind in ("country", "city")
                and near
                and worded(SENT_TO).search(view.text.low, lead, side.span.start)
            ):
                yield side


def counterpart(person: Person, view: View) -> Iterator[Mention]:
    """As in "his counterpart X", "his guest X", "X on the other": not of the side named before."""
    yield from sides_of(view.once(opposites, person), view)


def opposites(person: Person, view: View) -> Iterator[Place]:
    """Who is named before somebody's counterpart."""
    for place in view.namings(person):
        office = place.naming.office
        relational = office is not None and is_relational(office, view)
        if relational or worded(OTHER).search(place.lead) or ACROSS.match(place.tail):
            yield from view.before(place)[:1]


def one_who_answers(person: Person, view: View) -> Iterator[Mention]:
    """As in "X replied that …", "in response X": of another side than who was named before."""
    yield from sides_of(view.once(those_answered, person), view)


def those_answered(person: Person, view: View) -> Iterator[Place]:
    """Who spoke before the person."""
    for place in view.namings(person):
        if worded(ANSWERS).match(place.tail) or IN_RETURN.search(place.lead):
            before = [p for p in view.before(place) if p.number != person.number]
            if before and before[0].naming.sentence < place.naming.sentence:
                yield before[-1]
