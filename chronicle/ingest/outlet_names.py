"""The names of outlets by the lexicon: at which addresses they publish, and of which country they are."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from chronicle.lexicon.countries import load_countries
from chronicle.lexicon.words import Words, load_words
from chronicle.model import CountryCode

DOMAIN = re.compile(r"[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*){0,2}\.[A-Za-z]{2,4}")
SECOND_LEVEL = frozenset(
    ("com", "co", "gov", "org", "net", "ac", "edu", "go", "or", "ne", "gob", "gouv", "govt", "mil", "int")
)
GOVERNMENT = frozenset(("gov", "gob", "gouv", "govt", "go", "mil"))
AMERICAN = frozenset(("gov", "mil", "edu"))  # without a country's letters: of the United States
OTHER_LETTERS = {"uk": "GB"}


def home_of_host(host: str) -> CountryCode | None:
    """By the lexicon, else by the letters at its end: "pna.gov.ph", "army.mil"."""
    known, labels = homes(), host.lower().split(".")
    for start in range(len(labels) - 1):
        code = known.get(".".join(labels[start:]))
        if code is not None:
            return code
    top = labels[-1]
    if top in AMERICAN:
        return CountryCode("US")
    code = CountryCode(OTHER_LETTERS.get(top, top.upper()))
    own = top not in words_of("anybodys") or bool(SECOND_LEVEL & set(labels[-2:-1]))
    return code if own and code in load_countries() else None


@cache
def homes() -> Mapping[str, CountryCode]:
    """The country of each domain whose letters don't tell it."""
    section = section_of("homes")
    return MappingProxyType(
        {domain: CountryCode(code) for code, names in section.items() for domain in listed(names)}
    )


@cache
def homes_by_name() -> Mapping[str, CountryCode]:
    """The country of each outlet by its names, where all outlets of that name are of one country."""
    codes: dict[str, set[CountryCode | None]] = {}
    for domain, names in domains("outlets").items():
        for name in names:
            codes.setdefault(key_of(name), set()).add(home_of_host(domain))
    for letters, signed in section_of("agencies").items():
        codes.setdefault(key_of(letters), set()).update(codes.get(key_of(str(signed)), set()))
    sure = {name: next(iter(held)) for name, held in codes.items() if len(held) == 1}
    return MappingProxyType({name: code for name, code in sure.items() if code is not None})


def label_of(host: str) -> str:
    """The part of a host that somebody chose: "trend" of "en.trend.example"; "" where there is none."""
    labels = [label for label in host.split(".") if label]
    if len(labels) < 2 or labels[-1].isdecimal():
        return ""
    del labels[-1]
    if len(labels) > 1 and labels[-1] in SECOND_LEVEL:  # "example.com.pk"
        del labels[-1]
    return labels[-1]


def names_at(host: str, section: str) -> tuple[str, ...]:
    """The names under which a host publishes, by the longest domain that fits; () where none does."""
    known = domains(section)
    labels = host.split(".")
    for start in range(len(labels) - 1):
        names = known.get(".".join(labels[start:]))
        if names:
            return names
    return ()


def is_outlet(name: str) -> bool:
    """Whether the words are the name, the letters or the domain of a known outlet, or look like a domain."""
    return key_of(name) in known_names() or DOMAIN.fullmatch(name) is not None


def as_signed(name: str) -> str:
    """The outlet's usual name for itself; the words as they stand where nobody knows it."""
    return known_names().get(key_of(name), name)


def key_of(name: str) -> str:
    """What a name is looked up by."""
    return name.casefold().replace("’", "'").strip()


@cache
def domains(section: str) -> Mapping[str, tuple[str, ...]]:
    """The names at each domain of a section of the lexicon."""
    return MappingProxyType({domain: listed(names) for domain, names in section_of(section).items()})


@cache
def known_names() -> Mapping[str, str]:
    """The usual name by each name, domain and abbreviation that stands for it."""
    usual: dict[str, str] = {}
    for letters, name in section_of("agencies").items():
        usual |= {key_of(letters): str(name), key_of(str(name)): str(name)}
    for names in domains("outlets").values():
        usual.setdefault(key_of(names[0]), names[0])
    for domain, names in domains("outlets").items():
        for name in (*names, domain):
            usual.setdefault(key_of(name), names[0])
    for name in organisations() & usual.keys():
        del usual[name]  # "(CSTO)" in a text names who met, not who wrote
    return MappingProxyType(usual)


@cache
def organisations() -> frozenset[str]:
    """The names of organisations that take part in meetings, to be looked up."""
    known = load_words("en/organisations")
    lists = known.items() if isinstance(known, Mapping) else ()
    return frozenset(key_of(name) for usual, forms in lists for name in (usual, *listed(forms)))


@cache
def words_of(section: str) -> tuple[str, ...]:
    """A list of the lexicon of outlets."""
    words = load_words("outlets")
    return listed(words[section]) if isinstance(words, Mapping) else ()


def section_of(section: str) -> Mapping[str, Words]:
    """A mapping of the lexicon of outlets."""
    words = load_words("outlets")
    found = words[section] if isinstance(words, Mapping) else ""
    return found if isinstance(found, Mapping) else {}


def listed(names: Words) -> tuple[str, ...]:
    """One name or several, as several."""
    return (names,) if isinstance(names, str) else tuple(map(str, names))
