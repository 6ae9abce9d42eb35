"""Votes by the setting: who receives, who comes, where it is, whose press tells it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from chronicle.ingest.cast import Person
from chronicle.ingest.roles import heads_an_organisation
from chronicle.ingest.sides.beside import is_sent, organised, sides_before
from chronicle.ingest.sides.grounds import opens_report
from chronicle.ingest.sides.met import side_of_those_met
from chronicle.ingest.sides.patterns import ahead, behind
from chronicle.ingest.sides.travel import traveller
from chronicle.ingest.sides.view import FEW, MANY, View, sentences_of
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention

GUESTS = ("guest", "visitor")
SECOND = frozenset(("deputy", "vice", "assistant", "first", "prime"))  # "the minister" isn't the deputy
BY_FAR = 3  # times as often as any other, and as often at all
DIPLOMAT = re.compile(r" (?:diplomat|envoy|ambassador|guest|visitor)\b(?!,? [a-z]*(?:to|in) )")
MULTINATIONAL = re.compile(
    r"\b(?:multinational|peacekeeping|stabili[sz]ation|allied|coalition) (?:forces?|command|mission"
    r"|brigade|battle ?group"
    r"|corps|task force|division|troops)\b"
)
WHERE = re.compile(r"(?: on [a-z]+)?,? where (?:the |his |her |their |also )*(?:[a-z-]+ ){0,2}(?:, )?")
HE_MEETS = re.compile(
    r"(?: on [a-z]+)?,? where (?:he|she|they|the [a-z]+) (?:[a-z]+ ){0,5}(?:meet|met|see|saw|received by"
    r"|hosted by|welcomed by"
    r"|(?:talks|met|meet|meeting|confer|conferred|negotiate|negotiated|meetings|speak|spoke|discussions"
    r"|consultations)"
    r" with|call on|called on) (?:the |his |her )?"
)
HE = re.compile(r"\b(?:he|she|they)\b")
THERE = re.compile(
    r"[^.;]*\b(?:receiv(?:e|es|ed|ing)|host(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|greet(?:s|ed)?|wait(?:s|ed"
    r"|ing)|him|her"
    r"|them|their guests?|(?:his|her) guests?)\b"
)


def receives(person: Person, view: View) -> list[int]:
    """The sentences that tell the person as a host."""
    return [
        p.naming.sentence
        for p in view.namings(person)
        if behind("hosting").match(p.tail) or ahead("host_before").search(p.lead)
    ]


def comes(person: Person, view: View) -> list[int]:
    """The sentences that tell the person as a guest; all where the person is an envoy."""
    if is_sent(person, view):
        return sorted(sentences_of(person))
    return [
        p.naming.sentence
        for p in view.namings(person)
        if (p.naming.office is not None and p.naming.office.value.lower() in GUESTS)
        or behind("visiting").match(p.tail)
        or ahead("guest_before").search(p.lead)
    ]


def host_of_a_guest(person: Person, view: View) -> Iterator[Mention]:
    """Who receives, hosts or is called on is of the country where it takes place."""
    for sentence in receives(person, view) if not heads(person, view) else ():
        ground = view.stage(sentence)
        if ground is not None:
            yield ground


def host_where(person: Person, view: View) -> Iterator[Mention]:
    """As in "he leaves for Djibouti, where President X will receive him"."""
    for place in view.namings(person):
        for side in view.once(sides_before, place)[:1]:
            if (
                WHERE.fullmatch(view.text.low, side.span.stop, place.opens) and THERE.match(place.tail)
            ) or HE_MEETS.fullmatch(view.text.low, side.span.stop, place.opens):
                yield side


def side_of_the_guests(person: Person, view: View) -> Iterator[Mention]:
    """Who comes is of the side named most, that of the place and of the outlet apart."""
    for sentence in view.once(comes, person)[:1]:
        ground = view.stage(sentence)
        home = view.home_named()
        if home is not None and ground is not None and ground.value != home.value:
            yield home
            return
        own = ground.value if ground is not None else view.home
        away = {own, *(m.value for m in view.once(traveller, person))}
        codes = [code for code in view.count if code in view.words.countries and code not in away]
        if codes:
            yield view.first[max(codes, key=lambda code: view.count[code])]


def side_of_the_guest_beside(person: Person, view: View) -> Iterator[Mention]:
    """An envoy is of the side of the guest with whom he is named."""
    if is_sent(person, view):
        for sentence in sorted(sentences_of(person)):
            ground = view.ground(sentence)
            own = {view.home, ground.value if ground is not None else None}
            for place in view.places[sentence][:MANY]:
                side = view.side(place.number)
                if place.number != person.number and side is not None and side.value not in own:
                    yield side


def home_of_the_outlet(person: Person, view: View) -> Iterator[Mention]:
    """A ministry, an agency or a paper calls its own country's officials by their office alone."""
    named = view.home_named()
    if named is not None and not heads(person, view):
        yield named


def home_unnamed(person: Person, view: View) -> Iterator[Mention]:
    """The same, where the article doesn't name the country: it may also tell of two others."""
    if view.home is not None and view.home_named() is None and not heads(person, view):
        yield replace(person.role or person.namings[0].person, kind="country", value=view.home)


def host_abroad(person: Person, view: View) -> Iterator[Mention]:
    """Whom one meets away from home is of the country where it is: "in Warsaw a meeting with X"."""
    for place in view.namings(person) if not heads(person, view) else ():
        ground = view.told_in(place.naming.sentence)
        if ground is None and place.naming.sentence and HE.search(place.lead):
            ground = view.told_in(place.naming.sentence - 1)  # "He was in Oslo. He spent an hour with X."
        if ground is not None and ground.value != view.home and ahead("met_before").search(place.lead):
            yield ground


def country_of_the_ground(person: Person, view: View) -> Iterator[Mention]:
    """The country where the person's first sentence takes place, the outlet's own by its dateline apart."""
    ground = view.ground(person.namings[0].sentence)
    at_home = ground is not None and ground.value == view.home and opens_report(ground, view.text)
    if ground is not None and not at_home and not heads(person, view):
        yield ground


def most_named(person: Person, view: View) -> Iterator[Mention]:
    """The side that the article names most."""
    codes = [c for c in view.count if (c in view.words.countries) != heads(person, view)]
    if codes:
        yield view.first[max(codes, key=lambda code: view.count[code])]


def by_far_most_named(person: Person, view: View) -> Iterator[Mention]:
    """The same, where no other comes near it."""
    for side in most_named(person, view):
        counts = sorted(((n, c) for c, n in view.count.items() if c in view.words.countries), reverse=True)
        if len(counts) < 2 or counts[0][0] >= BY_FAR * counts[1][0]:
            yield side


def heads(person: Person, view: View) -> bool:
    """Whether the office is one that only organisations have."""
    role = person.role.value if person.role is not None else ""
    told = heads_an_organisation(role, view.words) or MULTINATIONAL.search(role.lower())
    return bool(told) and any(code not in view.words.countries for code in view.count)


def head_of_an_organisation(person: Person, view: View) -> Iterator[Mention]:
    """As in "Secretary-General X": of the organisation that is named most."""
    if heads(person, view):
        yield from most_named(person, view)


def sent_by_an_organisation(person: Person, view: View) -> Iterator[Mention]:
    """As in "its Representative": of the organisation named in the sentence or the one before."""
    role = person.role.value.lower() if person.role is not None else ""
    if role.endswith(word_lists("en/sides")["sent_out"]) or role.startswith(
        word_lists("en/sides")["sent_out"]
    ):
        for sentence in sorted(sentences_of(person))[:1]:
            near = [*view.inside[sentence], *(view.inside[sentence - 1] if sentence else ())]
            yield from [m for m in near if organised(m, view)][:1]


def office_named_elsewhere(person: Person, view: View) -> Iterator[Mention]:
    """As in "the Norwegian minister" further down, where it can be nobody else's office."""
    keys = view.office_words[person.number]
    named = {view.text.sentences[number].span for number in sentences_of(person)}
    for told, side in view.elsewhere:
        fits = told == keys or (len(told) == 1 and told < keys and not keys & SECOND)
        beside = any(span.start <= side.span.start < span.stop for span in named)
        if fits and not beside and not taken(side, told, person, view):
            yield side


def taken(side: Mention, told: frozenset[str], person: Person, view: View) -> bool:
    """Whether somebody else of that side holds such an office already."""
    return any(
        p.side is not None and p.side.value == side.value and told <= view.office_words[p.number]
        for p in view.cast[:MANY]
        if p.number != person.number
    )


def same_body(person: Person, view: View) -> Iterator[Mention]:
    """A deputy is of the side of the minister of the same ministry."""
    keys = view.office_words[person.number]
    for other in view.cast[:MANY]:
        held = view.office_words[other.number]
        if other.side is not None and len(held) > 1 and held < keys and (keys - held) & SECOND:
            yield other.side


def side_of_the_others(person: Person, view: View) -> Iterator[Mention]:
    """Who meets the people of one side is of the other that is named most."""
    met = {side.value for side in side_of_those_met(person, view)} if not heads(person, view) else set()
    if len(met) == 1:
        told = view.told_countries if view.home is not None else view.count
        met.update(m.value for m in view.once(traveller, person))
        codes = [code for code in told if code in view.words.countries and code not in met]
        if codes:
            yield view.first[max(codes, key=lambda code: view.count[code])]


def host_of_an_envoy(person: Person, view: View) -> Iterator[Mention]:
    """An envoy "to Azerbaijan" was received by somebody of Azerbaijan."""
    if not is_sent(person, view):
        yield from view.accredited


def receiver_of_credentials(person: Person, view: View) -> Iterator[Mention]:
    """Who is handed credentials is of the country where it takes place."""
    if person.role is not None and not is_sent(person, view):
        for sentence in sorted(sentences_of(person)):
            ground = view.ground(sentence)
            if ground is not None and any(m.value == "credentials" for m in view.acts[sentence]):
                yield ground


def one_left_of_a_list(person: Person, view: View) -> Iterator[Mention]:
    """Where three sides are listed and two of them are those of the others, the third."""
    for sentence in sentences_of(person):
        others = [view.side(p.number) for p in view.places[sentence][:FEW] if p.number != person.number]
        taken = {side.value for side in others if side is not None}
        for listed in view.lists if len(taken) > 1 else ():
            left = [m for m in listed if m.value not in taken]
            if len(left) == 1 and len(listed) == len(taken) + 1:
                yield left[0]


def diplomat_named_elsewhere(person: Person, view: View) -> Iterator[Mention]:
    """As in "the Czech diplomat" further on, where no other envoy is of that side."""
    if not is_sent(person, view):
        return
    taken = {side.value for number in view.sent if (side := view.side(number)) is not None}
    first = min(n.person.span.start for n in person.namings)
    for mention in view.demonyms:
        told = mention.span.start > first and DIPLOMAT.match(view.text.low, mention.span.stop)
        if told and mention.value not in taken:
            yield mention
            return


def rank_named_elsewhere(person: Person, view: View) -> Iterator[Mention]:
    """As in "the Turkish general" in another place of the article."""
    word = person.rank.value.lower().rpartition(" ")[2] if person.rank is not None else ""
    if word and person.role is None:
        yield from (m for m in view.demonyms if view.text.low.startswith(f" {word}", m.span.stop))
