"""The entry's own title and its proposed id, made of the facts."""

from collections.abc import Sequence

from chronicle.lexicon import Lexicon
from chronicle.lexicon.countries import in_sentence
from chronicle.model import CountryCode, Kind, PartialDate, Participant, Status
from chronicle.slug import slug

MANY = 3
FORMS = {
    Kind.CALL: ("{a} and {b} speak by telephone", "{a} and {b} to speak by telephone"),
    Kind.VIDEO: ("{a} and {b} speak by video", "{a} and {b} to speak by video"),
}


def title_of(
    kind: Kind, status: Status, people: Sequence[Participant], parties: Sequence[str], words: Lexicon
) -> str:
    """One neutral sentence, without the article's words."""
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
    if kind is Kind.VISIT:
        return visit_of(people, parties, words, held=held)
    if kind is Kind.CREDENTIALS and len(people) > 1:
        envoys = people[1:]
        who = envoys[0].name if len(envoys) == 1 else f"{len(envoys)} envoys"
        verb = "presents" if len(envoys) == 1 else "present"
        return (
            f"{who} {verb} credentials to {names[0]}"
            if held
            else f"{who} to present credentials to {names[0]}"
        )
    if len({p.country or p.organisation for p in people}) < 2:
        names = [party_name(p, words) for p in parties]
    if kind in FORMS:
        return FORMS[kind][not held].format(a=names[0], b=listed(names[1:]))
    if len(people) < 2 or names[0] != people[0].name:
        return f"{listed(names)} {'meet' if held else 'to meet'}"
    return f"{names[0]} {'meets' if held else 'to meet'} {listed(names[1:])}"


def visit_of(people: Sequence[Participant], parties: Sequence[str], words: Lexicon, *, held: bool) -> str:
    """As in "B visits Azerbaijan", "A delegation of Iran visits Azerbaijan"; the host is the first party."""
    verb = "visits" if held else "to visit"
    host = party_name(parties[0], words) if parties else ""
    guests = [p.name for p in people if (p.country or p.organisation) != (parties[0] if parties else None)]
    if guests:
        return f"{listed(guests)} {verb if len(guests) == 1 else verb.replace('visits', 'visit')} {host}"
    return f"a delegation of {party_name(parties[-1], words)} {verb} {host}"


def party_name(party: str, words: Lexicon) -> str:
    """A country as it stands within a sentence; an organisation as it is."""
    country = words.countries.get(CountryCode(party))
    return in_sentence(country) if country else party


def listed(names: Sequence[str]) -> str:
    """As in "A", "A and B", "A, B and 4 others"."""
    if len(names) <= MANY:
        return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
    return f"{', '.join(names[:2])} and {len(names) - 2} others"


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


def family_name(name: str) -> str:
    """The last word of the name, or the one in capitals ("MOTEGI Toshimitsu"); no "Jr.", no "II"."""
    parts = [
        w for w in name.split() if w.lower().strip(".") not in ("jr", "sr") and not set(w) <= set("IVX.")
    ]
    capitals = [w for w in parts if w.isupper() and len(w) > 2 and "." not in w]
    return (capitals or parts or name.split())[-1 if not capitals else 0]
