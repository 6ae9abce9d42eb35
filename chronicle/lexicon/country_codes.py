"""What somebody means who writes a country: names, demonyms, capitals, former names and codes to one code.

For fields and tables that hold a country and nothing else; running text is read otherwise, by ingest. A name
means, of the states that bore it, the one that was there at the date; without a date the one of today, else
any that was. "Germany" in 1975 is DE and "Russia" RU, as they are called now; "U.S.S.R." is always SU.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from chronicle.lexicon.countries import load_ambiguous, load_countries, load_part_demonyms, load_parts
from chronicle.lexicon.language import ENGLISH, territories
from chronicle.lexicon.spelling import distance
from chronicle.lexicon.states import known_codes, load_called, load_further, load_vanished
from chronicle.model import CountryCode, PartialDate
from chronicle.slug import folded

SMALL_WORDS = frozenset(("the", "of", "and"))  # they come and go: "Congo, Democratic Republic of"
POINT_OF_A_LETTER = re.compile(r"(?<=\b\w)\.")  # "U.S.S.R." is one word, "St. Lucia" are two
OF_WORDS = "LMN"  # categories of Unicode: letters, marks (vowels of Hindi and Thai among them) and digits
IN_BRACKETS = re.compile(r"(.+?)\s*\((.*)\)\s*")
NUMBER = re.compile(r"[0-9]{1,3}")  # of ISO 3166; spreadsheets drop the zeros before it
LATIN = "\u0370"  # the first letter that isn't Latin, once accents are off
STATES = 2  # how many of the kinds of names are those of states themselves
SHORTEST, LONG = 4, 8  # letters of a word in which one slip is looked for, and of one in which two are


class Meant(NamedTuple):
    """A state that a name leads to, and when it did; both None where it isn't told or still does."""

    code: CountryCode
    since: PartialDate | None = None
    until: PartialDate | None = None


Names = Mapping[str, Sequence[Meant]]  # by `key_of`


def code_of(text: str, on: PartialDate | None = None, *, language: str = ENGLISH) -> CountryCode | None:
    """The code that a text means at a date; None where it means none, or one of several (see `codes_of`).

    Knows the names of CLDR in English and in `language`.
    """
    found = codes_of(text, on, language=language)
    return found[0] if len(found) == 1 else None


def codes_of(text: str, on: PartialDate | None = None, *, language: str = ENGLISH) -> tuple[CountryCode, ...]:
    """The codes that a text may mean at a date: one where it is clear, none where nothing is known by it.

    What stands in brackets explains what stands before, or tells which of several it is: "Dahomey (Benin)",
    "Congo (Brazzaville)". The state goes before its part: "Denmark (Greenland)" is DK.
    """
    code = code_written(text.strip())
    if code:
        return (code,)
    found = named(text, on, language)
    parts = IN_BRACKETS.fullmatch(text)
    if found or not parts:
        return found
    outer = named(parts[1], on, language)
    inner = named(parts[2], on, language) if len(outer) > 1 else ()
    return inner if len(inner) == 1 and inner[0] in outer else outer


def state_named(text: str, on: PartialDate | None = None, *, language: str = ENGLISH) -> CountryCode | None:
    """The state that itself bears a name at a date or today: SG for "Singapore"; None for "Paris"."""
    key = key_of(text)
    of_states = [names[key] for names in names_by_kind(language)[:STATES] if key in names]
    found = next((codes for meant in of_states if (codes := at_the_time(meant, on))), ())
    return found[0] if len(found) == 1 else None


def code_written(text: str) -> CountryCode | None:
    """The code that a text is: two, three or four capitals, or a number, of ISO 3166."""
    if text in known_codes():
        return CountryCode(text)
    return load_further()["codes"].get(text.zfill(3) if NUMBER.fullmatch(text) else text)


def named(text: str, on: PartialDate | None, language: str) -> tuple[CountryCode, ...]:
    """The codes that a name may mean, by the first kind of names that has one for the date, else by any."""
    key = key_of(text)
    kinds = [names[key] for names in names_by_kind(language) if key in names] if key else []
    holding = next((codes for meant in kinds if (codes := at_the_time(meant, on))), None)
    return holding or (each_once(kinds[0]) if kinds else ())


def at_the_time(meant: Sequence[Meant], on: PartialDate | None) -> tuple[CountryCode, ...]:
    """Who bears a name at a date, or today; who is known to have borne it then goes before all others."""
    if not on:
        return each_once(each for each in meant if not each.until)
    told = [each for each in meant if (each.since or each.until) and holds(each, on)]
    return each_once(told or [each for each in meant if not each.since and not each.until])


def holds(meant: Meant, on: PartialDate) -> bool:
    """Whether a name may have been borne at a date; dates are compared as far as both are told."""
    since, until = meant.since or "", meant.until or "9999"
    return since[: len(on)] <= on[: len(since)] and on[: len(until)] <= until[: len(on)]


def each_once(meant: Iterable[Meant]) -> tuple[CountryCode, ...]:
    """The codes, once each, in order of appearance."""
    return tuple(dict.fromkeys(each.code for each in meant))


def key_of(text: str) -> str:
    """What "Korea, Republic of", "korea-republic" and "The Republic of Korea" share."""
    letters = unicodedata.normalize("NFKD", text)
    latin = all(letter < LATIN for letter in letters if letter.isalpha())
    plain = POINT_OF_A_LETTER.sub("", folded(text)) if latin else letters.casefold()
    words = "".join(x if unicodedata.category(x)[0] in OF_WORDS else " " for x in plain).split()
    short = load_further()["short"]
    return " ".join(sorted(short.get(word, word) for word in words if word not in SMALL_WORDS))


# ── what is known ────────────────────────────────────────────────────────────────────────────


@cache
def names_by_kind(language: str) -> tuple[Names, ...]:
    """All names by kind; a name of one kind goes before the same one of a later kind."""
    kinds = (shown(language), other_names(), parts(), demonyms(), capitals())
    return tuple(by_key(kind) for kind in kinds)


def by_key(names: Iterable[tuple[str, Meant]]) -> Names:
    """Names by their key, each with all that it may mean."""
    found: dict[str, list[Meant]] = defaultdict(list)
    for name, meant in names:
        if meant not in found[key_of(name)]:
            found[key_of(name)].append(meant)
    return dict(found)


def shown(language: str) -> Iterator[tuple[str, Meant]]:
    """The names under which countries are shown, in English and in the language, vanished ones too."""
    for code, country in load_countries().items():
        yield country.name, Meant(code)
    for known, name in territories(language).items():
        if known in load_countries():
            yield name, Meant(CountryCode(known))
    for code, state in load_vanished().items():
        yield state.name, Meant(code, state.since, state.until)


def other_names() -> Iterator[tuple[str, Meant]]:
    """Official, short and former names."""
    for code, country in load_countries().items():
        yield from ((name, Meant(code)) for name in country.names)
    for code, names in load_further()["names"].items():
        yield from ((name, Meant(code)) for name in names)
    for code, called in load_called().items():
        yield from ((name, Meant(code, since, until)) for name, since, until in called)
    for code, state in load_vanished().items():
        yield from ((name, Meant(code, state.since, state.until)) for name in state.names)
        yield from ((name, Meant(code, since, until)) for name, since, until in state.called)


def parts() -> Iterator[tuple[str, Meant]]:
    """Parts of states: "Scotland", "Hawaii"; without regions that a state doesn't control."""
    yield from ((name, Meant(code)) for name, code in load_parts().items())


def demonyms() -> Iterator[tuple[str, Meant]]:
    """Adjectives and inhabitants; and words that several states share: "Congo", "Korean"."""
    shared = {word: codes for word, codes in load_ambiguous().items() if len(codes) > 1}
    for word, codes in {**load_ambiguous(), **load_further()["ambiguous"]}.items():
        yield from ((word, Meant(code)) for code in codes)
    for code, country in load_countries().items():
        yield from ((word, Meant(code)) for word in country.demonyms if word not in shared)
    for word, code in load_part_demonyms().items():
        yield word, Meant(code)
    for code, words in load_further()["demonyms"].items():
        yield from ((word, Meant(code)) for word in words)
    for code, state in load_vanished().items():
        yield from ((word, Meant(code, state.since, state.until)) for word in state.demonyms)


def capitals() -> Iterator[tuple[str, Meant]]:
    """Seats of government, and such as were."""
    for code, country in load_countries().items():
        yield from ((city, Meant(code)) for city in country.capital)
    for code, cities in load_further()["capitals"].items():
        yield from ((city, Meant(code)) for city in cities)
    for code, state in load_vanished().items():
        yield from ((city, Meant(code, state.since, state.until)) for city in state.capital)


# ── what is told to people ───────────────────────────────────────────────────────────────────


def advice(text: str, on: PartialDate | None = None, *, language: str = ENGLISH) -> str:
    """What to write in place of a text that isn't a code, as a sentence; "" where nothing comes near.

    A slip of the pen is guessed here and nowhere else: "Somoa" is no name of Samoa.
    """
    found = codes_of(text, on, language=language) or near(text)
    if len(found) == 1:
        return f"Did you mean '{found[0]}'?"
    return f"It may be {' or '.join(found)}: write the code of the one that is meant." if found else ""


def near(text: str) -> tuple[CountryCode, ...]:
    """The countries whose code or name may have been meant: it is a slip or two away, or only begun."""
    code = code_written(text.strip().upper())
    if code:
        return (code,)
    wanted = folded(text.strip())
    slips = 0 if len(wanted) < SHORTEST else 1 if len(wanted) < LONG else 2
    apart = {name: distance(wanted, name, most=slips) for name in spelt()} if slips else {}
    least = min(apart.values(), default=slips + 1)
    alike = [name for name, number in apart.items() if number == least <= slips]
    begun = [name for name in spelt() if len(wanted) >= SHORTEST - 1 and name.startswith(wanted)]
    first, second = ([*dict.fromkeys(c for name in names for c in spelt()[name])] for names in (begun, alike))
    return tuple(first if len(first) == 1 else second or first)


def misspelt(text: str) -> CountryCode | None:
    """The one country whose name this is but for a slip of the pen; the beginning of a name is no slip.

    Quick, as a table may have thousands of words that are none: both ends are hardly ever wrong.
    """
    wanted = folded(text.strip())
    if len(wanted) <= SHORTEST or any(name.startswith(wanted) for name in spelt()):
        return None
    slips = 1 if len(wanted) < LONG else 2
    alike = (name for name in spelt() if name[:2] == wanted[:2] or name[-2:] == wanted[-2:])
    if all(distance(wanted, name, most=slips) > slips for name in alike):
        return None
    found = near(text)
    return found[0] if len(found) == 1 else None


@cache
def spelt() -> Mapping[str, tuple[CountryCode, ...]]:
    """The names of states in plain letters, as they are written."""
    found: dict[str, list[Meant]] = defaultdict(list)
    for name, meant in (*shown(ENGLISH), *other_names()):
        found[folded(name)].append(meant)
    return {name: at_the_time(meant, None) or each_once(meant) for name, meant in found.items()}
