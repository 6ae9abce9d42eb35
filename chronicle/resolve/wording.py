"""What the texts of two reports say for or against one encounter: weekdays, figures, uncommon words.

Texts are looked at only where all else leaves a doubt: this takes longest and tells least.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from chronicle.lexicon.words import word_lists
from chronicle.resolve.accounts import Account
from chronicle.resolve.names import name_words
from chronicle.resolve.weights import Ground, ground
from chronicle.slug import folded

WORD = re.compile(r"[a-z]{5,}")
FIGURE = re.compile(r"(?<![\d.,:/-])\d{2,9}(?![\d:/-])")
YEAR = re.compile(r"(?:19|20)\d\d")
DAYS = 31
FEW = 15  # words, of which a share would tell nothing
MUCH = 0.36  # of the shorter text's words


def weekday(one: Account, other: Account) -> Iterator[Ground]:
    """Whether a report without a day speaks of the weekday on which the other's encounter was."""
    vague, dated = (one, other) if one.first is None else (other, one)
    if vague.first is not None or dated.first is None:
        return
    named = weekdays_in(vague.entry.body)
    if named:
        its = dt.date.fromordinal(dated.first).weekday()
        kind = "its weekday" if its in named else "another weekday"
        spoken_of = ", ".join([weekday_names()[n].capitalize() for n in sorted(named)])
        yield ground(kind, f"one tells no day and speaks of {spoken_of}")


def words(one: Account, other: Account) -> Iterator[Ground]:
    """Whether the texts have figures or much of their words in common, names left out."""
    names = named(one) | named(other)
    some, rest = long_words(one.entry.body) - names, long_words(other.entry.body) - names
    if min(len(some), len(rest)) >= FEW and len(some & rest) >= MUCH * min(len(some), len(rest)):
        yield ground("the same words", "the texts have many words in common")
    figures = figures_in(one.entry.body) & figures_in(other.entry.body)
    if figures:
        yield ground("the same figures", f"both texts have the figure {min(figures)}")


def named(account: Account) -> set[str]:
    """The words of the names, offices and places that an entry has anyway."""
    told = [account.entry.city or "", account.entry.title]
    told += [part for p in account.entry.participants for part in (p.name, p.role or "")]
    return {word for text in told for word in name_words(text)}


@lru_cache(maxsize=1024)
def long_words(text: str) -> frozenset[str]:
    """The longer words of a text, in plain letters."""
    return frozenset(WORD.findall(folded(text)))


@lru_cache(maxsize=1024)
def figures_in(text: str) -> frozenset[str]:
    """The figures that a text has, but for small ones, which may be days, and years."""
    return frozenset(
        figure for figure in FIGURE.findall(text) if int(figure) > DAYS and not YEAR.fullmatch(figure)
    )


@lru_cache(maxsize=1024)
def weekdays_in(text: str) -> frozenset[int]:
    """The weekdays that a text names; Monday is 0."""
    there = set(name_words(text)) & set(weekday_names())
    return frozenset(weekday_names().index(name) for name in there)


@cache
def weekday_names() -> tuple[str, ...]:
    """The names of the weekdays, from Monday on."""
    return word_lists("en/days")["weekdays"]


COMPARISONS = (weekday, words)
