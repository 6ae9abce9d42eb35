"""What an encounter is called, of its facts: for articles and for tables that give no titles."""

from collections.abc import Mapping, Sequence

from chronicle.lexicon.countries import Country, in_sentence
from chronicle.model import CountryCode, Entry, Kind, Participant, Status
from chronicle.slug import slug

MANY = 3


def meeting_of(people: Sequence[Participant], *, held: bool) -> str:
    """As in "A meets B", "A and his colleague meet B"; "A, B and C meet" where a side isn't known."""
    sides = [p.country or p.organisation for p in people]
    if len(people) > 2 and None in sides:
        return f"{listed([p.name for p in people])} {'meet' if held else 'to meet'}"
    hosts = [p.name for p, side in zip(people, sides, strict=True) if side == sides[0]]
    guests = [p.name for p in people if p.name not in hosts]
    return (
        f"{listed(hosts)} {('meets' if len(hosts) == 1 else 'meet') if held else 'to meet'} {listed(guests)}"
    )


def listed(names: Sequence[str]) -> str:
    """As in "A", "A and B", "A, B and 4 others"."""
    if len(names) <= MANY:
        return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
    return f"{', '.join(names[:2])} and {len(names) - 2} others"


def family_name(name: str) -> str:
    """The last word of the name, or the one in capitals ("MOTEGI Toshimitsu"); no "Jr.", no "II"."""
    parts = [
        w for w in name.split() if w.lower().strip(".") not in ("jr", "sr") and not set(w) <= set("IVX.")
    ]
    capitals = [w for w in parts if w.isupper() and len(w) > 2 and "." not in w]
    return (capitals or parts or name.split())[-1 if not capitals else 0]


def party_name(party: str, countries: Mapping[CountryCode, Country]) -> str:
    """A country as it stands within a sentence; an organisation as it is."""
    country = countries.get(CountryCode(party))
    return in_sentence(country) if country else party


# ── of an entry that comes without ───────────────────────────────────────────────────────────

FORMS = {
    Kind.CALL: ("{} speak by telephone", "{} to speak by telephone"),
    Kind.VIDEO: ("{} speak by video", "{} to speak by video"),
    Kind.CREDENTIALS: ("presentation of credentials: {}", "presentation of credentials planned: {}"),
}
WITH = {  # where one side is told of and not whom it met
    Kind.MEETING: "meeting with {}",
    Kind.CALL: "telephone call with {}",
    Kind.VIDEO: "video call with {}",
    Kind.CREDENTIALS: "presentation of credentials: {}",
    Kind.CONFERENCE: "conference with {}",
    Kind.VISIT: "visit of {}",
}


def title_of(entry: Entry, countries: Mapping[CountryCode, Country]) -> str:
    """A neutral sentence of nothing but the facts of an entry, in which somebody takes part."""
    sides = sides_of(entry)
    named = {p.country or p.organisation for p in entry.participants}
    if entry.kind is Kind.VISIT:
        told = visit_of(entry, countries)
    elif entry.kind is Kind.CONFERENCE and len(sides) > 2:
        told = f"conference of {listed([party_name(side, countries) for side in sides])}"
    elif len(entry.participants) > 1 and (None in named or len(named) > 1):
        told = together(entry, [p.name for p in entry.participants], named=True)
    elif len(sides) > 1:
        told = together(entry, [party_name(side, countries) for side in sides], named=False)
    else:
        names = [p.name for p in entry.participants] or [party_name(side, countries) for side in sides]
        told = WITH[entry.kind].format(listed(names))
        told = f"planned: {told}" if entry.status is Status.PLANNED else told
    told = told[0].upper() + told[1:]
    return f"Cancelled: {told}" if entry.status is Status.CANCELLED else told


def together(entry: Entry, names: Sequence[str], *, named: bool) -> str:
    """That some people, or some sides, meet or speak."""
    held = entry.status is Status.HELD
    if entry.kind in FORMS:
        return FORMS[entry.kind][not held].format(listed(names))
    known = {p.country or p.organisation for p in entry.participants}
    if named and entry.kind is Kind.MEETING and len(known) > 1:
        return meeting_of(entry.participants, held=held)
    return f"{listed(names)} {'meet' if held else 'to meet'}"


def visit_of(entry: Entry, countries: Mapping[CountryCode, Country]) -> str:
    """As in "B visits Azerbaijan"; the guests are those who don't act for the country of the place."""
    to = party_name(entry.country, countries) if entry.country else entry.city
    guests = [p.name for p in entry.participants if not entry.country or p.country != entry.country]
    sides = [party_name(side, countries) for side in sides_of(entry) if side != entry.country]
    if not to or not (guests or sides):
        names = guests or sides or [p.name for p in entry.participants]
        told = WITH[Kind.VISIT].format(listed(names)) if names else f"visit to {to}"
        return f"planned: {told}" if entry.status is Status.PLANNED else told
    who = listed(guests) if guests else f"a delegation of {listed(sides)}"
    verb = "visits" if len(guests or [who]) == 1 else "visit"
    return f"{who} {verb if entry.status is Status.HELD else 'to visit'} {to}"


def sides_of(entry: Entry) -> tuple[str, ...]:
    """For whom the participants act, then the parties of which nobody is named."""
    named = [p.country or p.organisation for p in entry.participants]
    return tuple(dict.fromkeys([*(side for side in named if side), *entry.parties]))


def id_of(entry: Entry, countries: Mapping[CountryCode, Country]) -> str:
    """As in "2019-11-07-hasanov-gross"; with a side's name for whoever isn't named."""
    names = [slug(family_name(p.name)) for p in entry.participants[:2]]
    named = {p.country or p.organisation for p in entry.participants}
    others = [side for side in sides_of(entry) if side not in named]
    sides = [slug(countries[CountryCode(s)].name if CountryCode(s) in countries else s) for s in others]
    return "-".join([entry.date or "undated", *[*names, *sides][:2]])
