"""What offices are called: "Defense Minister" is "Minister of Defence", "acting FM" is "Foreign Minister".

An office is a head ("minister") with levels before it ("first deputy") and fields ("defense"). The words
stand in lexicon/en/office_names.yaml.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from chronicle.lexicon.words import Words, load_words
from chronicle.slug import folded

MOST_WORDS = 40  # of what is still taken for an office
LINKS = frozenset(("of", "the", "for", "and", "to", "in", "at", "on", "with"))
BETWEEN_OFFICES = re.compile(r"(,? and | & |[,;/])\s*", re.IGNORECASE)
SIGNS = re.compile(r"[^a-z0-9,&/;]+")
MARKS = re.compile(r"([,&/;])")


class Title(NamedTuple):
    """One office that a role names."""

    told: str  # as the report has it: "acting Foreign Minister"
    name: str  # the same without what says how it is held: "Foreign Minister"
    key: str  # the same for all names of the office: "minister of affairs foreign"
    text: str  # the key with its words in order: "minister of foreign affairs"
    acting: bool
    held: bool  # not so for a former holder or one who is still to take office
    single: bool  # whether one alone holds it at a time
    vague: bool  # whether it says too little to be an office of a country: "minister"


NO_OFFICE = {"acting": False, "held": True, "single": False, "vague": True}


@dataclass(frozen=True, slots=True)
class OfficeNames:
    """The words of lexicon/en/office_names.yaml, ready for comparing."""

    spelt: Mapping[str, str]
    phrases: Mapping[str, str]
    any_phrase: re.Pattern[str]
    acting: tuple[tuple[str, ...], ...]
    not_held: tuple[tuple[str, ...], ...]
    unsaid: tuple[tuple[str, ...], ...]
    levels: frozenset[str]
    heads: Mapping[str, tuple[tuple[str, ...], ...]]  # by first word, the longest first
    single: frozenset[str]
    vague: frozenset[str]
    telling: Mapping[str, frozenset[str]]
    behind: frozenset[str]
    of_many: frozenset[str]
    fields: Mapping[str, str]
    whole: frozenset[str]
    same: Mapping[str, str]  # another name -> the one name, both as `written` gives them
    same_in: Mapping[str, Mapping[str, str]]
    provincial: frozenset[str]


def title_words(role: str | None) -> frozenset[str]:
    """What tells one office from another; nothing for an office that isn't told."""
    return frozenset(word for title in titles_of(role) for word in title.text.split()) - LINKS


@lru_cache(maxsize=65_536)
def titles_of(role: str | None, country: str | None = None) -> tuple[Title, ...]:
    """The offices that a role names, each once: "Deputy Prime Minister and FM" names two.

    `country` is for whom they are held, if for one: it may have a name of its own for an office.
    """
    if len((role or "").split()) > MOST_WORDS:
        return (Title(role or "", role or "", folded(role or ""), "", **NO_OFFICE),)
    titles = {title.key: title for title in (title_of(part, country) for part in parts_of(role or ""))}
    return tuple(titles.values())


def parts_of(role: str) -> list[str]:
    """A role cut where a second office begins, and not in "Minister of Trade and Industry"."""
    parts: list[str] = []
    named = False  # whether the last part has the word that makes an office
    cut = ["", *BETWEEN_OFFICES.split(role)]  # a separator before each piece
    for separator, piece in zip(cut[::2], cut[1::2], strict=True):
        words = plain(piece)
        # "adviser to the King and the Crown Prince": an office seldom begins with "the" there
        makes = head_in(words) is not None
        if not parts or (named and makes and words[0] != "the"):
            parts.append(piece)
            named = makes
        else:
            parts[-1] += separator + (" " if separator in ",;/" else "") + piece
            named = named or makes
    return [part.strip() for part in parts if part.strip()]


def plain(text: str) -> list[str]:
    """The words of a role, each spelt in one way and what is said in short written out."""
    names = office_names()
    told = MARKS.sub(r" \1 ", SIGNS.sub(" ", folded(text))).split()
    words = " ".join(names.spelt.get(word, word) for word in told)
    return names.any_phrase.sub(lambda found: names.phrases[found[0]], words).split()


def title_of(part: str, country: str | None) -> Title:
    """One office, from the words that name it."""
    names = office_names()
    words, acting, held = without_manner(plain(part))
    levels, head, fields, link = analysed(words)
    if head == "minister" and len(whole := [field for field in fields if field in names.whole]) == 1:
        fields = whole
    text = written(levels, head, fields, link)
    if country not in names.provincial or head != "premier":
        text = names.same.get(sorted_words(text), text)
    text = names.same_in.get(country or "", {}).get(sorted_words(text), text)
    telling = text in names.telling.get(country or "", ())
    of_one = head in names.single and not levels and names.of_many.isdisjoint(text.split())
    return Title(
        told=part,
        name=without_first_words(part),
        key=sorted_words(text),
        text=text,
        acting=acting,
        held=held,
        single=of_one or telling,
        vague=not text or (text in names.vague and not telling),
    )


def without_manner(words: list[str]) -> tuple[list[str], bool, bool]:
    """A role's words without "acting", "former", "new" at its ends; whether it is acting, whether held."""
    names = office_names()
    acting, held, before = False, True, -1
    while before != len(words):
        before = len(words)
        for some in (names.acting, names.not_held, names.unsaid):
            shorter = cut_off(words, some, at_the_end=some is not names.unsaid)
            if len(shorter) < len(words):
                acting, held = acting or some is names.acting, held and some is not names.not_held
                words = shorter
    return words, acting, held


def cut_off(words: list[str], some: Iterable[tuple[str, ...]], *, at_the_end: bool) -> list[str]:
    """The words without one of some phrases before them, or behind them; never none at all."""
    for phrase in some:
        if len(phrase) < len(words):
            if tuple(words[: len(phrase)]) == phrase:
                return words[len(phrase) :]
            if at_the_end and tuple(words[-len(phrase) :]) == phrase:
                return words[: -len(phrase)]
    return words


def without_first_words(part: str) -> str:
    """A role as it is told, without the words that say how it is held: "acting", "newly appointed"."""
    words = part.split()
    names = office_names()
    said = {" ".join(phrase) for phrase in (*names.acting, *names.not_held, *names.unsaid)}
    while len(words) > 1 and folded(words[0]).strip("-., ") in said:
        words = words[1:]
    return " ".join(words)


def analysed(words: Sequence[str]) -> tuple[list[str], str, list[str], str]:
    """Levels, head, fields of an office, and the word before its fields ("to", "of")."""
    names = office_names()
    found = head_in(words)
    if found is None:
        return [], "", fields_of(words), ""
    before, after = words[: found.start], words[found.stop :]
    levels = [word for word in before if word in names.levels]
    fields = [*fields_of([w for w in before if w not in names.levels]), *fields_of(after)]
    link = "to" if after and after[0] == "to" else "of"
    return levels, " ".join(words[found.start : found.stop]), list(dict.fromkeys(fields)), link


def head_in(words: Sequence[str]) -> slice | None:
    """Where the word stands that makes the office, the first there is."""
    names = office_names()
    later = None
    for at, word in enumerate(words):
        for head in names.heads.get(word, ()):
            if tuple(words[at : at + len(head)]) == head:
                found = slice(at, at + len(head))
                follows = words[found.stop] if found.stop < len(words) else "of"
                if len(head) > 1 or word not in names.levels or follows in LINKS:
                    return found  # "deputy of the State Duma" is one, "deputy defense minister" a minister
                later = later or found
                break
    return later


def fields_of(words: Sequence[str]) -> list[str]:
    """What an office is about, cut at "and": "trade", "industry"."""
    names = office_names()
    some = [
        " ".join(word for word in field.split() if word not in LINKS)
        for field in re.split(r" and |[,&/;]", " ".join(words))
    ]
    return [names.fields.get(field, field) for field in some if field]


def written(levels: Sequence[str], head: str, fields: Sequence[str], link: str = "of") -> str:
    """An office by its parts: "first deputy minister of defense"."""
    office = " ".join([*levels, *head.split()])
    about = " and ".join(fields)
    if not office or not about:
        return office or about
    return (
        f"{about} {office}" if head in office_names().behind and link == "of" else f"{office} {link} {about}"
    )


@cache
def sorted_words(text: str) -> str:
    """The same for an office whose words stand in another order: "chairman of committee defense"."""
    office, _, fields = text.replace(" to ", " of ").partition(" of ")
    return f"{office} of {' '.join(sorted(set(fields.split()) - LINKS))}" if fields else office


# ── the words ────────────────────────────────────────────────────────────────────────────────


@cache
def office_names() -> OfficeNames:
    """How offices are told from one another. Raises TypeError where the file has another form."""
    read = mapping_of(load_words("en/office_names"))
    phrases = texts_by_text(read["phrases"])
    longest = sorted(phrases, key=lambda phrase: (-len(phrase.split()), phrase))
    heads: dict[str, list[tuple[str, ...]]] = {}
    for head in sorted(
        {*listed(read["one_holder"]), *listed(read["shared"])}, key=lambda h: (-len(h.split()), h)
    ):
        heads.setdefault(head.split()[0], []).append(tuple(head.split()))
    return OfficeNames(
        spelt=texts_by_text(read["spelt"]),
        phrases=phrases,
        any_phrase=re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"),
        acting=split(read["acting"]),
        not_held=split(read["not_held"]),
        unsaid=split(read["unsaid"]),
        levels=frozenset(listed(read["levels"])),
        heads=MappingProxyType({first: tuple(some) for first, some in heads.items()}),
        single=frozenset(listed(read["one_holder"])),
        vague=frozenset(listed(read["vague"])),
        telling={code: frozenset(listed(some)) for code, some in mapping_of(read["telling"]).items()},
        behind=frozenset(listed(read["behind"])),
        of_many=frozenset(listed(read["of_many"])),
        fields=texts_by_text(read["fields"]),
        whole=frozenset(listed(read["whole"])),
        same=by_other_name(mapping_of(read["same"])),
        same_in={code: by_other_name(mapping_of(some)) for code, some in mapping_of(read["same_in"]).items()},
        provincial=frozenset(listed(read["provincial"])),
    )


def by_other_name(lists: Mapping[str, Words]) -> Mapping[str, str]:
    """Other names, as `sorted_words` gives them -> the one name."""
    return MappingProxyType(
        {sorted_words(other): name for name, some in lists.items() for other in listed(some)}
    )


def split(words: Words) -> tuple[tuple[str, ...], ...]:
    """Phrases as tuples of words, the longest first."""
    return tuple(sorted((tuple(phrase.split()) for phrase in listed(words)), key=lambda p: (-len(p), p)))


def listed(words: Words) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(words, tuple):
        message = f"lexicon/en/office_names.yaml: {words!r} is no list"
        raise TypeError(message)
    return tuple(map(str, words))


def mapping_of(words: Words) -> Mapping[str, Words]:
    """A mapping."""
    if not isinstance(words, Mapping):
        message = f"lexicon/en/office_names.yaml: {words!r} is no mapping"
        raise TypeError(message)
    return words


def texts_by_text(words: Words) -> Mapping[str, str]:
    """A mapping of texts to texts."""
    return MappingProxyType({key: str(value) for key, value in mapping_of(words).items()})
