"""The words by which texts are read: data on disk → one frozen `Lexicon` a language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from chronicle.lexicon.countries import Country, load_cities, load_countries
from chronicle.lexicon.cultures import Cultures, load_cultures
from chronicle.lexicon.naming import world_phrases
from chronicle.lexicon.network import Network, load_network
from chronicle.lexicon.phrases import Phrase, Phrases
from chronicle.lexicon.topics import Topics, load_topics, topic_phrases
from chronicle.lexicon.words import Model, Words, load_models, load_words, word_list
from chronicle.model import CountryCode

INITIALS = (
    "ts.",
    "kh.",
    "sh.",
    "ch.",
    "zh.",
    "dz.",
    "yu.",
    "ya.",
    "md.",
    "dr.",
    "th.",
    "ph.",
    "gh.",
)  # of two letters
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*-?")  # a term that is found within a word of a text
HEADS = ("heads", "envoys", "aides")  # lists of the words that make an office
TAILS = (
    " of ",
    "-of-",
    " d'",
    " in ",
    "-in-",
    "-general",
    " general",
    "-designate",
    " at ",
    "-at-",
    " to",
    "-elect",
    " on",
)


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """By which names of persons are told from other words."""

    ordinary: frozenset[str]  # the words of the language that are no names, lower case
    given: frozenset[str]  # ordinary words that a name may begin with
    forenames: frozenset[str]  # those of them that are names first: "Agnes", "Florence"
    honoured: frozenset[str]  # small words behind which a family is called as a place is: "Al Sabah"
    institutions: frozenset[str]  # what ends with such a word is nobody: "Hall"
    sites: frozenset[str]  # nor is what follows such a word: "Exercise"
    landmarks: frozenset[str]  # what begins with such a word is a place: "Puerto Madryn"
    things: frozenset[str]  # small words behind the name of a place or a thing: "province", "aircraft"
    families: frozenset[str]  # short family names that stand first: "Do", "Kim"
    surnames: frozenset[str]  # words that are family names behind a forename: "Bishop", "Page"
    halls: frozenset[str]  # those of them with which names of sites end: "Park"
    lands: frozenset[str]  # countries that are forenames: "Jordan"
    titles: frozenset[str]  # titles that are names where another title leads up to them: "Emir"
    unled: frozenset[str]  # those of them that are names where no such ruler is told: "Amir"
    addressed: frozenset[str]  # and those that are names behind "Mr" only: "Prince"
    plainly: frozenset[str]  # that "Mr"
    rulers: frozenset[str]  # offices whose holder may be called an emir


@dataclass(frozen=True, slots=True, eq=False)
class OfficeWords:
    """By which offices are told in other ways than by their names."""

    singles: Mapping[str, str]  # the heads in the plural -> in the singular, lower case
    clauses: Mapping[str, str]  # verbs that tell an office -> its head: "commands"
    same: frozenset[str]  # heads of offices that are another's as well: "counterpart"
    charges: frozenset[str]  # words before what a minister is charged with: "in charge of"
    charged: Mapping[str, str]  # a charge -> the office, where that is called otherwise
    done: frozenset[str]  # those of `clauses` that stand after "has"
    to: frozenset[str]  # those of `clauses` that stand after "appointed to"
    verbs: frozenset[str]  # the words of `clauses` and `charges`
    foreign_secretaries: frozenset[str]  # countries whose foreign secretaries are officials
    parliaments: frozenset[str]  # bodies that a speaker heads
    troops: frozenset[str]  # what a commander commands
    shorts: Mapping[str, str]  # a body's letters -> what an office of it is of: "dfa"
    units: frozenset[str]  # what ends the name of a body in small letters: "civilian mission"
    desks: frozenset[str]  # what an official is in charge of, not a minister: "protocol"
    continents: frozenset[str]  # what officials are for, before a head in small letters: "the Africa adviser"
    agencies: frozenset[str]  # what a head heads, in a ministry or by itself


@dataclass(frozen=True, slots=True, eq=False)  # one object a language: compared and hashed as such
class Lexicon:
    """Everything that ingest knows of a language and of the world."""

    language: str
    names: Phrases  # countries, demonyms, cities, organisations: case as written
    terms: Phrases  # what offices and forms of address are made of; lower case
    long_terms: Phrases  # those of them that are more than a word
    acts: Phrases  # how an encounter is told; lower case; value: the kind
    signs: Phrases  # recalled, planned, cancelled, separate, joining …; lower case
    cues: Phrases  # what kind of thing a sentence says; lower case; kind: which
    topics: Phrases  # lower case; value: the topic's id
    talk: Phrases  # what tells that something is talked about, or said elsewhere; lower case; kind: which
    voices: Phrases  # who says something, and in what manner; lower case; kind: which
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
    models: Mapping[str, Model]  # what was learnt of articles with records (`make train`)
    network: Network  # of introductions: who takes part in what
    cultures: Cultures  # of names
    told: OfficeWords
    naming: NameWords


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
        long_terms=Phrases(term for term in terms if not WORD.fullmatch(term.text)),
        acts=Phrases(phrases("act", meetings["acts"])),
        signs=Phrases(sign_phrases(meetings, background)),
        cues=Phrases(cue_phrases(language)),
        topics=topic_phrases(load_topics(language), language),
        talk=Phrases(talk_phrases(language)),
        voices=Phrases(voice_phrases(language)),
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
        models=load_models(language),
        network=load_network(language),
        cultures=load_cultures(language),
        told=words_of_offices(offices),
        naming=words_of_names(language, styles, mapping(f"{language}/naming")),
    )


def with_topics(words: Lexicon, topics: Topics | None) -> Lexicon:
    """The lexicon with other topics, if there are other ones."""
    if topics is None or topics == load_topics(words.language):
        return words
    return replace(words, topics=topic_phrases(topics, words.language))


def words_of_names(language: str, styles: Mapping[str, Words], around: Mapping[str, Words]) -> NameWords:
    """The word list of the language, and what else tells names from words."""
    return NameWords(
        ordinary=word_list(f"{language}/words"),
        given=frozenset((*texts(styles["given"]), *texts(styles["forenames"]))),
        forenames=frozenset(texts(styles["forenames"])),
        honoured=frozenset(texts(styles["honoured"])),
        institutions=frozenset(texts(styles["institutions"])),
        sites=frozenset(texts(styles["sites"])),
        landmarks=frozenset(texts(styles["landmarks"])),
        things=frozenset(texts(styles["things"])),
        families=frozenset(texts(styles["families"])),
        surnames=frozenset(texts(around["families"])),
        halls=frozenset(texts(around["halls"])),
        lands=frozenset(texts(around["lands"])),
        titles=frozenset(texts(around["titles"])),
        unled=frozenset(texts(around["unled"])),
        addressed=frozenset(texts(around["addressed"])),
        plainly=frozenset(texts(around["plainly"])),
        rulers=frozenset(texts(around["rulers"])),
    )


def words_of_offices(offices: Mapping[str, Words]) -> OfficeWords:
    """Plurals, verbs and charges."""
    done = {verb: str(head) for verb, head in pairs(offices["clauses_done"])}
    to = {verb: str(head) for verb, head in pairs(offices["clauses_to"])}
    clauses = {verb: str(head) for verb, head in pairs(offices["clauses"])} | done | to
    charges = frozenset(texts(offices["charges"]))
    return OfficeWords(
        singles=plurals_of(offices),
        clauses=clauses,
        same=frozenset(texts(offices["same"])),
        charges=charges,
        done=frozenset(done),
        to=frozenset(to),
        verbs=charges | clauses.keys(),
        foreign_secretaries=frozenset(texts(offices["foreign_secretaries"])),
        parliaments=frozenset(texts(offices["parliaments"])),
        troops=frozenset(texts(offices["troops"])),
        desks=frozenset(texts(offices["desks"])),
        continents=frozenset(texts(offices["continents"])),
        agencies=frozenset(texts(offices["agencies"])),
        shorts={letters: str(body) for letters, body in pairs(offices["shorts"])},
        units=frozenset((*texts(offices["agencies"]), *texts(offices["troops"]), *texts(offices["units"]))),
        charged={field: str(role) for field, role in pairs(offices["charged"])},
    )


def phrases(kind: str, words: Words) -> Iterator[Phrase]:
    """A mapping of lists as phrases of one kind, whose value is the list's name."""
    for value, forms in pairs(words):
        yield from (Phrase(form, kind, value) for form in texts(forms))


def cue_phrases(language: str) -> Iterator[Phrase]:
    """The words of cues.yaml, and as cues of what is off those of status.yaml."""
    for kind, forms in mapping(f"{language}/cues").items():
        yield from (Phrase(form, kind, form) for form in texts(forms))
    status = mapping(f"{language}/status")
    for name in ("off", "calling_off", "came_to_nothing", "hints"):
        yield from (Phrase(form, "cancelled", form) for form in texts(status[name]))


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
    singles = {single: plural for plural, single in plurals_of(offices).items()}
    for kind in HEADS:
        for word in texts(offices[kind]):
            yield Phrase(word, "head", kind)
            yield Phrase(singles[word], "head", kind)
    yield from (Phrase(word, "charge", word) for word in texts(offices["charges"]) if " " in word)
    for kind in ("modifiers", "fields"):
        yield from (Phrase(word, kind.removesuffix("s"), word) for word in texts(offices[kind]))


def plurals_of(offices: Mapping[str, Words]) -> dict[str, str]:
    """Each head of an office in the plural -> in the singular."""
    return {plural_of(word): word for kind in HEADS for word in texts(offices[kind])}


def plural_of(head: str) -> str:
    """As in "ministers", "secretaries-general", "chiefs of staff", "charges d'affaires"."""
    for tail in TAILS:
        before, joint, after = head.partition(tail)
        if joint and before:
            return plural_of(before) + joint + after
    if head.endswith("man"):
        return head.removesuffix("man") + "men"
    return head.removesuffix("y") + "ies" if head.endswith("ry") else head + "s"


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


def talk_phrases(language: str) -> Iterator[Phrase]:
    """What tells that a sentence is about what was talked about, or about what was said elsewhere."""
    told = mapping(f"{language}/voices")
    for kind in ("discussed", "elsewhere"):
        yield from (Phrase(form, kind, form) for form in texts(told[kind]))


def voice_phrases(language: str) -> Iterator[Phrase]:
    """Those who say something, the verbs that tell in what manner, and what may stand between."""
    told, statements = mapping(f"{language}/voices"), mapping(f"{language}/statements")
    for kind in ("together", "plural", "pronouns", "sources", "nobody"):
        yield from (Phrase(form, kind, form) for form in texts(told[kind]))
    for kind in ("ranks", "guests", "hosts"):
        yield from (Phrase(form, "role", form) for form in texts(told[kind]))
    yield from (Phrase(role, "role", role) for role, _ in pairs(statements["roles"]))
    yield from phrases("manner", statements["manners"])
    yield from (Phrase(form, "filler", form) for form in texts(told["fillers"]))


def abbreviations_of(terms: tuple[Phrase, ...], months: Mapping[str, int]) -> Iterator[str]:
    """Every word of the lexicon that is written with a full stop: "gen.", "nov."."""
    for text in (
        *(phrase.text for phrase in terms),
        *months,
        *INITIALS,
        "no.",
        "st.",
        "vs.",
        "u.s.",
        "u.n.",
        "d.c.",
    ):
        yield from (word for word in text.replace("(", "").replace(")", "").split() if word.endswith("."))


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
