"""What day, place, form and matter of two entries say for or against one encounter, each by a small function.

Who met is told by `who_met.py`. A comparison gives the grounds that it finds, most often one or none.
"""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache

from chronicle.lexicon.countries import load_cities, load_countries
from chronicle.model import Entry, Kind, Status
from chronicle.resolve.accounts import Account, day_number, is_inferred, only_published
from chronicle.resolve.titles import title_words
from chronicle.resolve.weights import Ground, ground
from chronicle.resolve.who_met import parties, people
from chronicle.slug import folded

APART = (Kind.CALL, Kind.VIDEO)  # nobody goes anywhere
NEARBY = 7  # days between the day announced and the day it was held, at most
SOON = 7  # days between an encounter and its report
CITIES_ALIKE = 0.8
CAPITALS_ALIKE = 0.6  # "Kyiv", "Kiev"; but a country may have two capitals


# ── when ─────────────────────────────────────────────────────────────────────────────────────


def day(one: Account, other: Account) -> Iterator[Ground]:
    """Whether it was the same day, as far as the reports tell."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        yield from vague_day(one, other)
        return
    if one.first == other.first:
        yield ground("the same day", f"both on {one.entry.date}")
    elif one.first <= other.last and other.first <= one.last:
        yield ground("within the days", "one on a day of the other")
    elif {one.entry.status, other.entry.status} == {Status.PLANNED, Status.HELD}:
        near = abs(one.first - other.first) <= NEARBY
        days = f"{one.entry.date} in one, {other.entry.date} in the other"
        yield ground("announced for another day" if near else "other days", days)
    elif max(one.first, other.first) - min(one.last, other.last) == 1:
        later, earlier = (one, other) if one.first > other.first else (other, one)
        soft = only_published(later.entry)
        days = f"{earlier.entry.date} and {later.entry.date}, a day apart"
        yield ground("a day off by publication" if soft else "a day off", days)
    else:
        yield ground("other days", "on different days")


def vague_day(one: Account, other: Account) -> Iterator[Ground]:
    """Where at least one of them tells no day."""
    some, others = one.entry.date or "", other.entry.date or ""
    short = min(len(some), len(others))
    if some[:short] != others[:short]:
        yield ground("other days", f"{some} and {others}")
    elif short:
        kind = "a month only" if short > len("2019") else "a year only"
        yield ground(kind, f"one tells {min(some, others, key=len)} and no day")
    else:
        yield ground("no day", "one tells no day")
        yield from published(one, other)


def published(one: Account, other: Account) -> Iterator[Ground]:
    """Whether the report that tells no day came out when the other's encounter was news."""
    vague, dated = (one, other) if not one.entry.date else (other, one)
    days = [day_number(source.published) for source in vague.entry.sources]
    known = [number for number in days if number is not None]
    if known and dated.first is not None and vague.entry.status is not Status.PLANNED:
        late = min(known) - dated.first
        soon = 0 <= late <= SOON
        yield ground("published soon after" if soon else "other days", f"published {late} days later")


# ── where ────────────────────────────────────────────────────────────────────────────────────


def place(one: Account, other: Account) -> Iterator[Ground]:
    """Whether the places may be one; what was worked out speaks less loudly than what was told."""
    some, rest = one.entry, other.entry
    if some.country and rest.country and some.country != rest.country:
        soft = is_inferred(some, "city" if some.city else "country") or is_inferred(
            rest, "city" if rest.city else "country"
        )
        kind = "another country, worked out" if soft else "another country"
        yield ground(kind, f"{some.country} in one, {rest.country} in the other")
    elif some.city and rest.city:
        yield from city(some, rest)
    elif city_elsewhere(some, rest):
        told = f"{some.city or some.country} in one, {rest.city or rest.country} in the other"
        yield ground("another country, worked out", told)
    elif some.country and some.country == rest.country:
        yield ground("the same country", f"both in {some.country}")


def city_elsewhere(some: Entry, rest: Entry) -> bool:
    """Whether one tells a city alone that lies in another country than the other tells."""
    there = [entry.country or (country_of_city(entry.city) if entry.city else None) for entry in (some, rest)]
    return None not in there and there[0] != there[1]


def city(some: Entry, rest: Entry) -> Iterator[Ground]:
    """Whether the cities are one; of two capitals of a country nothing follows."""
    one, other = some.city or "", rest.city or ""
    if same_city(one, other):
        yield ground("the same city", f"both in {one}")
    elif plain_city(one) != plain_city(other):
        soft = is_inferred(some, "city") or is_inferred(rest, "city")
        kind = "another city, worked out" if soft else "another city"
        yield ground(kind, f"{one} in one, {other} in the other")


@lru_cache(maxsize=16_384)
def same_city(one: str, other: str) -> bool:
    """Whether two names are one city's, spelt in two ways: "Kyiv", "Kiev"."""
    least = CAPITALS_ALIKE if plain_city(one) == plain_city(other) else CITIES_ALIKE
    first, second = sorted((folded(one), folded(other)))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= least


def plain_city(name: str) -> str:
    """A city in plain letters, a capital by the first of its country's names for it."""
    return capitals().get(folded(name), folded(name))


def country_of_city(name: str) -> str | None:
    """The country of a city that is one country's alone; None for one that isn't known."""
    return cities().get(folded(name))


@cache
def cities() -> dict[str, str | None]:
    """Every city in plain letters -> its country; None where a name in plain letters is two countries'."""
    found: dict[str, str | None] = {}
    for name, country in load_cities().items():
        plain = folded(name)
        found[plain] = country if found.get(plain, country) == country else None
    return found


@cache
def capitals() -> dict[str, str]:
    """Every name of a capital, in plain letters -> its main one."""
    return {
        folded(name): folded(country.capital[0])
        for country in load_countries().values()
        for name in country.capital
    }


# ── in what form, and whether it took place ──────────────────────────────────────────────────


def form(one: Account, other: Account) -> Iterator[Ground]:
    """Whether the reports may call one form by two names."""
    some, rest = sorted((one.entry, other.entry), key=lambda entry: entry.kind)
    kinds = {some.kind, rest.kind}
    words = f"{some.kind} in one, {rest.kind} in the other"
    beside = any("sidelines" in (entry.occasion or "") for entry in (some, rest))
    if len(kinds) == 1:
        yield ground("the same form", f"{some.kind} in both")
    elif kinds <= set(APART) or kinds == {Kind.MEETING, Kind.VISIT}:
        yield ground("a form called differently", words)
    elif kinds & set(APART):
        yield ground("other forms", words)
    elif kinds == {Kind.MEETING, Kind.CREDENTIALS}:
        yield ground("credentials and a meeting", words)
    elif Kind.CONFERENCE in kinds and Kind.CREDENTIALS not in kinds:
        yield ground("a meeting beside a gathering" if beside else "a gathering and a meeting", words)
    else:
        yield ground("other forms", words)


def status(one: Account, other: Account) -> Iterator[Ground]:
    """An announcement and what came of it are one; what was called off wasn't held."""
    told = {one.entry.status, other.entry.status}
    if told == {Status.HELD, Status.CANCELLED}:
        yield ground("held and called off", "held in one, called off in the other")
    elif told == {Status.HELD, Status.PLANNED}:
        planned, held = (one, other) if one.entry.status is Status.PLANNED else (other, one)
        news = latest(planned.entry)
        if held.entry.date and news[: len(held.entry.date)] > held.entry.date:
            yield ground("announced after it was held", "announced after the other was held")


def latest(entry: Entry) -> str:
    """The day on which an entry's last report came out; "" where none tells."""
    return max([source.published or "" for source in entry.sources], default="")


# ── what about ───────────────────────────────────────────────────────────────────────────────


def documents(one: Account, other: Account) -> Iterator[Ground]:
    """Whether the same was signed."""
    for some in one.entry.documents:
        if any(same_document(some, rest) for rest in other.entry.documents):
            yield ground("the same document", f"“{some}” in both")
            return


def same_document(one: str, other: str) -> bool:
    """Whether two names of a document differ in small words, or in what one of them leaves out."""
    few, many = sorted((document_words(one), document_words(other)), key=len)
    return folded(one) == folded(other) or (len(few) > 1 and few <= many)


@lru_cache(maxsize=4096)
def document_words(text: str) -> frozenset[str]:
    """The words that tell one document from another."""
    return frozenset(word for word in title_words(text) if len(word) > len("with"))


def occasion(one: Account, other: Account) -> Iterator[Ground]:
    """Whether the occasion is the same, or can't be."""
    some, rest = folded(one.entry.occasion or ""), folded(other.entry.occasion or "")
    if some and some == rest:
        yield ground("the same occasion", f"{one.entry.occasion} in both")
    elif {some, rest} == {"newly appointed", "end of tenure"}:
        yield ground("appointed and leaving", "newly appointed in one, leaving in the other")


def topics(one: Account, other: Account) -> Iterator[Ground]:
    """Whether they talked about the same."""
    some, rest = set(one.entry.topics), set(other.entry.topics)
    if some and rest and 2 * len(some & rest) >= len(some | rest):
        yield ground("the same topics", f"{', '.join(sorted(some & rest))} in both")


COMPARISONS: tuple[Callable[[Account, Account], Iterator[Ground]], ...] = (
    status,
    form,
    day,
    people,
    parties,
    place,
    documents,
    occasion,
    topics,
)
