"""Where people are named: from the office or the name to the end of both, and what stands around it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronicle.ingest.cast import Naming
from chronicle.ingest.sides.patterns import listing
from chronicle.ingest.text import Text
from chronicle.lexicon.words import load_words, word_lists
from chronicle.model import Span

REACH = 110  # code points around a name in which its company is told
ADDRESSED = frozenset(("excellency", "highness", "majesty"))  # behind "his" and "her"


@dataclass(frozen=True, slots=True, eq=False)  # one object a naming: hashed as such
class Place:
    """One naming of a person as it stands: from its office, rank or name to the end of them."""

    start: int
    stop: int
    opens: int  # where forms of address before it begin
    naming: Naming
    number: int  # of the person
    lead: str  # what stands before it in its sentence, forms of address left off, in lower case
    tail: str  # what stands behind it in its sentence, in lower case


def place_of(naming: Naming, number: int, text: Text) -> Place:
    """From where to where a naming stands, its office and rank with it where they are next to the name."""
    start, stop = naming.person.span
    office = naming.office
    if office is not None and (office.rule == "one_of_a_group" or not near(office.span, naming.person.span)):
        office = None
    for beside in (naming.rank, office):
        if beside is not None:
            start, stop = min(start, beside.span.start), max(stop, beside.span.stop)
    span = text.sentences[naming.sentence].span
    opens = address_start(text.low, max(span.start, start - REACH // 2), start)
    lead = text.low[max(span.start, opens - REACH) : opens]
    return Place(start, stop, opens, naming, number, lead, text.low[stop : min(span.stop, stop + REACH)])


def near(one: Span, other: Span) -> bool:
    """Whether hardly anything stands between two spans."""
    return max(one.start, other.start) - min(one.stop, other.stop) <= 60


def address_start(low: str, since: int, start: int) -> int:
    """Where the forms of address right before a name begin."""
    word = low[since:start].rstrip(" .,").rpartition(" ")[2].rpartition("-")[2]
    if word.isalpha() and word not in last_words_of_address():
        return start
    address = address_before().search(low, since, start)
    honoured = address is not None and low.endswith("guest of ", since, address.start())
    return address.start() if address and not honoured else start


@cache
def last_words_of_address() -> frozenset[str]:
    """What a form of address can end with."""
    parts = (re.findall(r"\w+", form) for form in words_of_address())
    return ADDRESSED.union(words[-1] for words in parts if words)


@cache
def words_of_address() -> frozenset[str]:
    """Forms of address and words of ranks."""
    ranks, styles = load_words("en/ranks"), word_lists("en/styles")
    forms = [*styles["before"], *(form for held in dict(ranks).values() for form in held)]  # type: ignore[arg-type]
    told = {word.strip(".,").lower() for form in forms for word in str(form).split()}
    return frozenset(told - {"his", "her", "of", "in", "for", ""} | {"the", "then", "both", "named"})


@cache
def address_before() -> re.Pattern[str]:
    """Forms of address and words of ranks that lead up to a name, of any order."""
    words = "|".join(sorted(map(re.escape, words_of_address())))
    return re.compile(rf"(?:\b(?:{words}|(?:his|her) (?:excellency|highness|majesty))\b\.?,?\s)*$")


def runs_of(places: Mapping[int, Sequence[Place]], text: Text) -> dict[int, tuple[Place, ...]]:
    """For each name the list in which it stands, by where it starts: "X, Y and Z"."""
    runs: dict[int, tuple[Place, ...]] = {}
    for here in places.values():
        run: list[Place] = []
        for place, following in zip(here, (*here[1:], None), strict=True):
            run.append(place)
            if following is None or not in_one_list(place, following, text):
                runs |= dict.fromkeys((p.start for p in run), tuple(run))
                run = []
    return runs


def in_one_list(one: Place, other: Place, text: Text) -> bool:
    """Whether only a comma or "and" stands between two names with their offices."""
    return other.opens - one.stop < REACH and bool(listing().fullmatch(text.low, one.stop, other.opens))
