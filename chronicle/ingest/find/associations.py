"""Organisations that no lexicon knows, where the text calls their people a party: "members of the …"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from chronicle.lexicon.phrases import Hit
from chronicle.lexicon.words import word_lists
from chronicle.model import Mention, Span

KNOWN = frozenset(("organisation", "body", "decoy"))  # what the lexicon knows already
LEAST = 3  # letters of a short form, at least


def associations(key: str, hits: Iterable[Hit]) -> Iterator[Mention]:
    """As in "a delegation of the Polar Mining Corporation (PMC)", and "PMC" wherever it stands."""
    known = [(start, stop) for start, stop, phrase in hits if phrase.kind in KNOWN]
    stately = frozenset(word_lists("en/associations")["stately"])
    short_forms: dict[str, str] = {}
    for told in named().finditer(key):
        start, stop = told.span(1)
        name = " ".join(told[1].split())
        inside = any(start < end and begin < stop for begin, end in known)
        if inside or not stately.isdisjoint(name.lower().split()):
            continue
        yield Mention("organisation", Span(start, stop), name, "organisation_called_by_its_people")
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(letters) >= LEAST:
            short_forms.setdefault(letters, name)
    if short_forms:
        for short in re.finditer(rf"\b(?:{'|'.join(map(re.escape, short_forms))})\b", key):
            value = short_forms[short[0]]
            yield Mention("organisation", Span(*short.span()), value, "letters_of_an_organisation")


@cache
def named() -> re.Pattern[str]:
    """A word for people of a party, and capitals that end with a word for an organisation."""
    lists = word_lists("en/associations")
    people, nouns = "|".join(lists["parties"]), "|".join(lists["associations"])
    word = r"(?:[A-Z][\w'-]*|&)"
    field = rf"(?: (?:of|for) (?:{word} ?){{1,4}}(?<! ))?"
    return re.compile(
        rf"\b(?i:{people}) (?:of|from) (?:the )?((?:{word} ){{1,6}}(?:{nouns}){field})(?! (?:of|for)\b)"
    )
