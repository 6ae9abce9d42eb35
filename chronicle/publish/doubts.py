"""Doubts, and why an article has no entry: what ingest wrote in English sentences, in a site's language."""

import re
from collections.abc import Mapping
from functools import cache

from chronicle.lexicon.countries import load_countries
from chronicle.lexicon.language import is_english
from chronicle.model import CountryCode
from chronicle.publish.texts import Texts, told

SIDES = frozenset(("side", "sides"))  # placeholders that stand for countries and organisations
GONE = told("A person removed the entries that were made of it.")
SENTENCES = (
    told("No office was found for %(name)s."),
    told("It is not clear whom %(name)s acts for."),
    told("That %(name)s acts for %(side)s is only a guess."),
    told("The day of what is planned is not told."),
    told("The article says “%(words)s”, but not when it was published."),
    told("It is told as held, but “%(words)s” is after the publication."),
    told("It is told as still to come, but “%(words)s” is before the publication."),
    told("The day is the publication’s, but the text also tells %(days)s."),
    told("Nobody is named for %(sides)s."),
    told("No word of meeting was understood; two sides are named together."),
    told("Whether %(names)s took part in this is not told plainly."),
    told("That they met is not told plainly."),
    told("Of what %(name)s is %(role)s is not told."),
    told("Three sides are named; they may have met two by two."),
    told("A name is spelled in two ways: %(one)s and %(other)s."),
    told("Something is also said to be called off."),
    told("Who took part, and in what, is not told plainly."),
    told("No encounter was found; the article may tell of one all the same."),
    told("%(names)s: named, but in no encounter that was understood."),
    told("A visit is announced, but for whom %(names)s acts is not told."),
    told("A visit is announced, but where it leads to was not understood."),
    told("A visit is announced, but nobody was found who travels."),
    told("The file’s encoding was guessed; look at the names."),
    told("The file is broken in one place, where its bytes are no %(encoding)s; look at the names."),
    told("The file is broken in %(count)s places, where its bytes are no %(encoding)s; look at the names."),
    # why an article has no entry
    told("No encounter between two sides is told."),
    told("An encounter is only looked forward to in passing."),
    told("The encounters that are told are only recalled."),
    told("Only a drill is told, no encounter."),
    GONE,
)
QUOTES = str.maketrans("“”’", '""\'')  # entries have plain ones


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The sentences, each with what finds it in an entry."""
    made = []
    for sentence in SENTENCES:
        parts = re.split(r"%\((\w+)\)s", sentence.translate(QUOTES))
        named = [f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts)]
        made.append((sentence, re.compile("".join(named))))
    return tuple(made)


def doubt_shown(doubt: str, texts: Texts, names: Mapping[CountryCode, str]) -> str | None:
    """A doubt in a site's language; None where it has to stay as it was written.

    `names` are those of countries in that language. A person's own words are known by no pattern.
    """
    if is_english(texts.language):
        return None
    one, end, others = doubt.partition(".; ")  # the ledger has several reasons in one line
    if end:
        several = doubt_shown(f"{one}.", texts, names), doubt_shown(others, texts, names)
        return " ".join([each for each in several if each]) if all(several) else None
    for sentence, pattern in patterns():
        found = pattern.fullmatch(doubt.translate(QUOTES))
        said = texts.gettext(sentence) if found else sentence
        if found and said != sentence:
            values = found.groupdict()
            shown = {key: sides_shown(its, names) if key in SIDES else its for key, its in values.items()}
            return said % shown
    return None


def sides_shown(told_so: str, names: Mapping[CountryCode, str]) -> str:
    """Countries and organisations with commas between them, the countries by their names in a language."""
    known = codes()
    return ", ".join([names[known[side]] if side in known else side for side in told_so.split(", ")])


@cache
def codes() -> Mapping[str, CountryCode]:
    """The countries by their names as a sentence has them."""
    found = {country.name: code for code, country in load_countries().items()}
    return {**{f"the {name}": code for name, code in found.items()}, **found}
