"""The words by which texts are read: data on disk → one frozen `Lexicon` a language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from chronicle.lexicon.countries import Country, load_cities, load_countries
from chronicle.lexicon.naming import world_phrases
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.words import Words, load_words
from chronicle.model import CountryCode


@dataclass(frozen=True, slots=True, eq=False)  # one object a language: compared and hashed as such
class Lexicon:
    """Everything that ingest knows of a language and of the world."""

    language: str
    names: Phrases  # countries, demonyms, cities, organisations: case as written
    terms: Phrases  # what offices and forms of address are made of; lower case
    acts: Phrases  # how an encounter is told; lower case; value: the kind
    signs: Phrases  # recalled, planned, cancelled, separate, joining …; lower case
    topics: Phrases  # lower case; value: the topic
    countries: Mapping[CountryCode, Country]  # by code
    cities: Mapping[str, CountryCode]  # city name -> country code
    months: Mapping[str, int]
    weekdays: Mapping[str, int]  # Monday is 0
    relative: Mapping[str, int]  # days from the publication date
    common: frozenset[str]  # words that a capital letter makes no name of
    generic: frozenset[str]  # offices that say too little, lower case
    envoys: frozenset[str]  # offices that are sent to a country, lower case
    of_an_envoy: str  # the office of one who hands over credentials, where none is told
    too_general: frozenset[str]  # offices that need a look where they stand alone, lower case
    of_organisations: frozenset[str]  # offices that only organisations have
    counterparts: Mapping[str, str]  # an office -> what its counterpart's is called
    relational: frozenset[str]  # "counterpart": offices that stand for another's, lower case
    light: frozenset[str]  # verbs that tell of an encounter with one of `nouns`
    nouns: frozenset[str]
    coming: frozenset[str]  # words before an act that is still to come
    speech: frozenset[str]  # words of saying
    delegations: frozenset[str]  # words for a side without names
    particles: frozenset[str]  # small words inside names
    abbreviations: frozenset[str]  # words whose full stop ends no sentence, lower case
    synonyms: Mapping[str, str]  # an office -> as we write it


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language; FileNotFoundError where there is none."""
    offices, time = mapping(f"{language}/offices"), mapping(f"{language}/time")
    styles, common = mapping(f"{language}/styles"), mapping(f"{language}/common")
    ranks, meetings = mapping(f"{language}/ranks"), mapping(f"{language}/meetings")
    background = mapping(f"{language}/background")
    countries = load_countries()
    terms = (*office_phrases(offices), *rank_phrases(ranks), *style_phrases(styles))
    months = {month: int(str(number)) for month, number in pairs(time["months"])}
    return Lexicon(
        language=language,
        names=Phrases(name_phrases(language)),
        terms=Phrases(terms),
        acts=Phrases(phrases("act", meetings["acts"])),
        signs=Phrases(sign_phrases(meetings, background)),
        topics=Phrases(phrases("topic", mapping(f"{language}/topics"))),
        countries=countries,
        cities=load_cities(),
        months=months,
        weekdays={day: int(str(number)) for day, number in pairs(time["weekdays"])},
        relative={word: int(str(days)) for word, days in pairs(time["relative"])},
        common=frozenset((*common_words(common), *months, *(day for day, _ in pairs(time["weekdays"])))),
        generic=frozenset(texts(offices["generic"])),
        envoys=frozenset(texts(offices["envoys"])),
        of_an_envoy=str(offices["of_an_envoy"]),
        too_general=frozenset(texts(offices["too_general"])),
        of_organisations=frozenset(texts(offices["of_organisations"])),
        counterparts={word: str(role) for word, role in pairs(offices["counterparts"])},
        relational=frozenset(texts(offices["relational"])),
        light=frozenset(texts(meetings["light"])),
        nouns=frozenset(texts(meetings["nouns"])),
        coming=frozenset(texts(meetings["coming"])),
        speech=frozenset(texts(background["speech"])),
        delegations=frozenset(texts(background["delegations"])),
        particles=frozenset(texts(styles["particles"])),
        abbreviations=frozenset(abbreviations_of(terms, months)),
        synonyms={word: str(role) for word, role in pairs(offices["synonyms"])},
    )


def phrases(kind: str, words: Words) -> Iterator[Phrase]:
    """A mapping of lists as phrases of one kind, whose value is the list's name."""
    for value, forms in pairs(words):
        yield from (Phrase(form, kind, value) for form in texts(forms))


def common_words(common: Mapping[str, Words]) -> Iterator[str]:
    """The words of every list."""
    for held in common.values():
        yield from texts(held)


def name_phrases(language: str) -> Iterator[Phrase]:
    """Organisations before countries before cities: the first of two with one text wins."""
    for name, forms in mapping(f"{language}/organisations").items():
        yield from (Phrase(form, "organisation", name) for form in texts(forms))
    yield from (Phrase(body, "body", str(name)) for body, name in mapping(f"{language}/bodies").items())
    yield from world_phrases()


def office_phrases(offices: Mapping[str, Words]) -> Iterator[Phrase]:
    """The words of offices: standing, heads, modifiers, fields."""
    yield from (Phrase(word, "standing", str(value)) for word, value in pairs(offices["standing"]))
    yield from (Phrase(word, "speaking", word) for word in texts(offices["speaking"]))
    for kind in ("heads", "envoys", "aides"):
        yield from (Phrase(word, "head", kind) for word in texts(offices[kind]))
    for kind in ("modifiers", "fields"):
        yield from (Phrase(word, kind.removesuffix("s"), word) for word in texts(offices[kind]))


def rank_phrases(ranks: Mapping[str, Words]) -> Iterator[Phrase]:
    """The spellings of ranks; the value is the rank written out."""
    for rank, forms in ranks.items():
        yield from (Phrase(form, "rank", rank) for form in texts(forms))


def style_phrases(styles: Mapping[str, Words]) -> Iterator[Phrase]:
    """Forms of address, before and after a name."""
    yield from (Phrase(word, "style", word) for word in texts(styles["before"]))
    yield from (Phrase(word, "suffix", word) for word in texts(styles["after"]))


def sign_phrases(meetings: Mapping[str, Words], background: Mapping[str, Words]) -> Iterator[Phrase]:
    """What else tells about an encounter."""
    for kind, held in (*background.items(), *meetings.items()):
        if kind not in ("acts", "light", "nouns", "coming", "speech", "delegations"):
            yield from (Phrase(form.strip(), kind, form) for form in texts(held))


def abbreviations_of(terms: tuple[Phrase, ...], months: Mapping[str, int]) -> Iterator[str]:
    """Every word of the lexicon that is written with a full stop: "gen.", "nov."."""
    for text in (*(phrase.text for phrase in terms), *months, "no.", "st.", "vs.", "u.s.", "u.n.", "d.c."):
        yield from (word for word in text.split() if word.endswith("."))


def mapping(name: str) -> Mapping[str, Words]:
    """A lexicon file, which must be a mapping."""
    words = load_words(name)
    if not isinstance(words, Mapping):
        message = f"lexicon/{name}.yaml is no mapping"
        raise TypeError(message)
    return words


def pairs(words: Words) -> tuple[tuple[str, Words], ...]:
    """The pairs of a mapping in a lexicon file."""
    if not isinstance(words, Mapping):
        message = f"{words!r} is no mapping"
        raise TypeError(message)
    return tuple(words.items())


def texts(words: Words) -> tuple[str, ...]:
    """The texts of a list in a lexicon file."""
    if not isinstance(words, tuple):
        message = f"{words!r} is no list"
        raise TypeError(message)
    return tuple(str(word) for word in words)
