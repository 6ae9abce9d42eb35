"""The world's names as phrases: countries, demonyms, cities, and what only looks like one."""

from collections.abc import Iterator

from chronicle.lexicon.countries import (
    load_ambiguous,
    load_bodies,
    load_cities,
    load_countries,
    load_decoys,
    load_disputed,
    load_disputed_demonyms,
    load_metonyms,
    load_part_demonyms,
    load_parts,
)
from chronicle.lexicon.phrases import Phrase


def world_phrases() -> Iterator[Phrase]:
    """Everything by which a text may name a country or a place, most certain first.

    Kinds: "country", "demonym", "metonym", "body", "city" carry a country code; "region" is a place
    that nobody acts for; "decoy" is no country at all.
    """
    yield from (Phrase(text, "decoy", "") for text in load_decoys())
    ambiguous = load_ambiguous()
    for country in load_countries().values():
        for name in (country.name, *country.names):
            yield Phrase(name, "country", first(ambiguous.get(name), country.code))
        for name in country.demonyms:
            yield Phrase(name, "demonym", first(ambiguous.get(name), country.code))
    for word, codes in ambiguous.items():
        yield Phrase(word, "demonym", codes[0])
    yield from (Phrase(text, "country", code) for text, code in load_parts().items())
    yield from (Phrase(text, "demonym", code) for text, code in load_part_demonyms().items())
    yield from (Phrase(text, "region", code) for text, code in load_disputed().items())
    yield from (Phrase(text, "region", code) for text, code in load_disputed_demonyms().items())
    yield from (Phrase(text, "metonym", code) for text, code in load_metonyms().items())
    yield from (Phrase(text, "body", code) for text, code in load_bodies().items())
    yield from city_phrases()
    yield from loud_phrases()


LOUD = 4  # letters of a name that is also found in capitals, at least


def loud_phrases() -> Iterator[Phrase]:
    """Countries and their adjectives in capitals, as pages write them: "KENYAN president"."""
    ambiguous = load_ambiguous()
    for country in load_countries().values():
        told = ((country.name, "country"), *((name, "country") for name in country.names))
        for name, kind in (*told, *((name, "demonym") for name in country.demonyms)):
            if len(name) >= LOUD and name not in ambiguous and name.upper() != name:
                yield Phrase(name.upper(), kind, country.code)


def city_phrases() -> Iterator[Phrase]:
    """Cities, seats of government first, each also in capitals for datelines ("BAKU, Azerbaijan")."""
    for country in load_countries().values():
        for name in country.capital:
            yield Phrase(name, "city", country.code)
            yield Phrase(name.upper(), "city", country.code)
    for name, code in load_cities().items():
        yield Phrase(name, "city", code)
        yield Phrase(name.upper(), "city", code)


def first(codes: tuple[str, ...] | None, code: str) -> str:
    """The likeliest of several countries, else the only one."""
    return codes[0] if codes else code
