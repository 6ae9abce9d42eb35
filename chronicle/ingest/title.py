"""The entry's own title and its proposed id, made of the facts."""

from collections.abc import Sequence

from chronicle.ingest.roles import is_envoy
from chronicle.lexicon import Lexicon
from chronicle.lexicon.countries import in_sentence
from chronicle.model import CountryCode, Kind, PartialDate, Participant, Status
from chronicle.slug import slug
from chronicle.titles import family_name, listed, meeting_of

FORMS = {
    Kind.CALL: ("{a} and {b} speak by telephone", "{a} and {b} to speak by telephone"),
    Kind.VIDEO: ("{a} and {b} speak by video", "{a} and {b} to speak by video"),
}


def title_of(
    kind: Kind,
    status: Status,
    people: Sequence[Participant],
    parties: Sequence[str],
    words: Lexicon,
    *,
    host: CountryCode | None = None,
) -> str:
    """One neutral sentence, without the article's words; `host` is the country where the sides met."""
    if kind is Kind.VISIT:
        told = visit_of(people, parties, words, held=status is Status.HELD, host=host)
    else:
        told = sentence_of(kind, status, people, parties, words)
    told = told[0].upper() + told[1:]
    return f"Cancelled: {told}" if status is Status.CANCELLED else told


def sentence_of(
    kind: Kind, status: Status, people: Sequence[Participant], parties: Sequence[str], words: Lexicon
) -> str:
    """The sentence without a word of its being called off."""
    held = status is Status.HELD
    names = [p.name for p in people]
    if kind is Kind.CONFERENCE and len(parties) > 2:
        return f"Conference of {listed([party_name(p, words) for p in parties])}"
    if kind is Kind.CREDENTIALS and people:
        return credentials_of(people, parties, words, held=held)
    if len({p.country or p.organisation for p in people}) < 2:
        names = [party_name(p, words) for p in parties]
    if kind in FORMS:
        return FORMS[kind][not held].format(a=names[0], b=listed(names[1:]))
    if len(people) < 2 or names[0] != people[0].name:
        return f"{listed(names)} {'meet' if held else 'to meet'}"
    return meeting_of(people, held=held)


def credentials_of(
    people: Sequence[Participant], parties: Sequence[str], words: Lexicon, *, held: bool
) -> str:
    """As in "B presents credentials to A": envoys to whoever is no envoy, else to the first named."""
    envoys = [p.name for p in people if p.role is not None and is_envoy(p.role, words)]
    host = next((p for p in people if p.role is not None and not is_envoy(p.role, words)), None)
    if host is None and len(envoys) < len(people):
        host = next(p for p in people if p.name not in envoys)
    envoys = envoys or [p.name for p in people if p is not host]
    who = envoys[0] if len(envoys) == 1 else f"{len(envoys)} envoys"
    if not envoys:
        own = host and (host.country or host.organisation)
        who = f"envoys of {listed([party_name(p, words) for p in parties if p != own])}"
    verb = ("presents" if len(envoys) == 1 else "present") if held else "to present"
    return f"{who} {verb} credentials" + (f" to {host.name}" if host is not None else "")


def visit_of(
    people: Sequence[Participant],
    parties: Sequence[str],
    words: Lexicon,
    *,
    held: bool,
    host: CountryCode | None,
) -> str:
    """As in "B visits Azerbaijan", "A delegation of Iran visits Azerbaijan"; without `host` a party is it."""
    sides = [p.country or p.organisation for p in people]
    unnamed = [party for party in parties if party not in sides]
    there = str(host) if host is not None and host in parties else next(iter(parties), "")
    if host not in parties and unnamed and there in sides:
        there = unnamed[0]  # nobody of it is named: it is no visitor
    guests = [p.name for p, side in zip(people, sides, strict=True) if side != there]
    to = party_name(there, words) if there else ""
    if guests:
        return f"{listed(guests)} {('visits' if len(guests) == 1 else 'visit') if held else 'to visit'} {to}"
    others = [party for party in parties if party != there]
    away = party_name((others or [there])[0], words)
    return f"a delegation of {away} {'visits' if held else 'to visit'} {to}"


def party_name(party: str, words: Lexicon) -> str:
    """A country as it stands within a sentence; an organisation as it is."""
    country = words.countries.get(CountryCode(party))
    return in_sentence(country) if country else party


def id_of(
    date: PartialDate | None, people: Sequence[Participant], parties: Sequence[str], words: Lexicon
) -> str:
    """As in "2019-11-07-hasanov-gross", "2017-10-24-azerbaijan-iran", "undated-hasanov-gross"."""
    told = [slug(family_name(p.name)) for p in people[:2]]
    if len(told) < 2:
        told = [
            slug(words.countries[CountryCode(p)].name if CountryCode(p) in words.countries else p)
            for p in parties[:2]
        ]
    return "-".join([date or "undated", *told])
