"""Which of several reports' values is shown, and why: one field at a time, office and side together.

A person's word first; then what most reports give; then what tells more than the others; then what the
fullest report gives. What is shown, a report states; nothing is put together from two.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from chronicle.model import Choice, Difference, Entry, Kind, OfficialId, Participant, Status, Telling
from chronicle.record import is_untouched
from chronicle.resolve.grounds import plain_city
from chronicle.resolve.titles import title_words
from chronicle.slug import folded


class Ways(NamedTuple):
    """How the values of a field are told apart, and which of two tells more."""

    same: Callable[[str], object]  # values for which it is the same are one value in other words
    fuller: Callable[[str, str], bool] | None = None  # whether the first tells all of the second, and more
    first: tuple[Choice, ...] = (Choice.EDIT,)  # whose word counts before the number of reports


class Chosen(NamedTuple):
    """The value that is shown, and how the entries differ."""

    value: str  # "" where none gives any
    difference: Difference | None  # None where all say the same


def chosen(
    field: str,
    values: Sequence[str | None],
    group: Sequence[Entry],
    ways: Ways,
    official: OfficialId | None = None,
) -> Chosen:
    """One of the values that a group of entries gives for a field, None standing for an entry without a say.

    "" is for what an entry leaves out. The entries come as they are shown, the fullest first.
    """
    if len(set(values)) == 1:
        return Chosen(values[0] or "", None)
    voices = [n for n, value in enumerate(values) if value]
    heard, choice = heard_of(voices, values, group, ways)
    shown = values[shown_of(heard, values)] or ""
    return Chosen(shown, difference_of(field, values, shown, choice, official))


def difference_of(
    field: str, values: Sequence[str | None], shown: str, choice: Choice, official: OfficialId | None
) -> Difference | None:
    """How the entries differ on a field of which one value is shown; None where they don't."""
    told = tellings_of(values, shown if any(values) else None)
    if len(told) < 2:
        return None
    if choice is Choice.MOST and not has_most(told):
        choice = Choice.FIRST  # most mean the same, each in words of its own
    return Difference(field, official, told, choice)


class Part(NamedTuple):
    """An official's part in a meeting, as it is shown: office and side of one report."""

    fields: Mapping[str, str]  # "" where nothing is shown
    differences: tuple[Difference, ...]


def part_of(told: Sequence[Participant | None], group: Sequence[Entry], official: OfficialId) -> Part:
    """The office, the rank and the side of one whom some entries name; None stands for the others.

    Office, country and organisation are those of one entry: the office is chosen first, the country among
    those that give this office, and so on. A rank comes from an entry whose office doesn't differ.
    """
    left = named = [n for n, p in enumerate(told) if p]
    for field, ways in OF_ONE_REPORT.items():
        left = heard_among(left, values_of(field, told), group, ways)[0] or left
    one = shown_of(left, values_of("role", told))
    shown = {field: values_of(field, told)[one] or "" for field in OF_ONE_REPORT}
    roles, ranks = values_of("role", told), values_of("rank", told)
    office = title_words(shown["role"])
    ranking = [n for n in named if not roles[n] or title_words(roles[n] or "") == office]
    heard, _ = heard_among(ranking, ranks, group, WORDS)
    shown["rank"] = (ranks[shown_of(heard, ranks)] or "") if heard else ""
    found = []
    for field in OF_PART:
        values, ways = values_of(field, told), OF_ONE_REPORT.get(field, WORDS)
        heard, choice = heard_among(named, values, group, ways)
        goes_along = all(ways.same(values[n] or "") != ways.same(shown[field]) for n in heard)
        found.append(
            difference_of(field, values, shown[field], Choice.FIRST if goes_along else choice, official)
        )
    return Part(shown, tuple([difference for difference in found if difference]))


def values_of(field: str, told: Sequence[Participant | None]) -> list[str | None]:
    """What the entries tell of a participant: "" where one leaves it out, None where it doesn't name them."""
    return [None if p is None else getattr(p, field) or "" for p in told]


def heard_among(
    left: Sequence[int], values: Sequence[str | None], group: Sequence[Entry], ways: Ways
) -> tuple[list[int], Choice]:
    """Of some entries those whose value is shown, and why, as if the others weren't there."""
    among = frozenset(left)
    some = [value if n in among else None for n, value in enumerate(values)]
    return heard_of([n for n in left if values[n]], some, group, ways)


def tellings_of(values: Sequence[str | None], shown: str | None) -> tuple[Telling, ...]:
    """Who gives which value, the shown one first. Capital letters make no difference."""
    texts: dict[str, str] = {shown.casefold(): shown} if shown is not None else {}
    places: dict[str, list[int]] = {key: [] for key in texts}
    for n, value in enumerate(values):
        if value is not None:
            texts.setdefault(value.casefold(), value)
            places.setdefault(value.casefold(), []).append(n)
    return tuple([Telling(texts[key], tuple(some)) for key, some in places.items()])


def has_most(told: Sequence[Telling]) -> bool:
    """Whether the first of some tellings is that of more entries than any other."""
    return all(len(told[0].entries) > len(telling.entries) for telling in told[1:])


def heard_of(
    voices: Sequence[int], values: Sequence[str | None], group: Sequence[Entry], ways: Ways
) -> tuple[list[int], Choice]:
    """The entries whose value is shown, all of one value, and why it is theirs."""
    keys = {n: ways.same(values[n] or "") for n in voices}
    for choice in ways.first:
        some = [n for n in voices if COUNTS_FIRST[choice](group[n])]
        if some and len({keys[n] for n in some}) < len({keys[n] for n in voices}):
            voices = some
            if len({keys[n] for n in some}) == 1:
                return some, choice
    counts = Counter(keys[n] for n in voices)
    most = max(counts.values(), default=0)
    left = [n for n in voices if counts[keys[n]] == most]
    silent = [value for value in values if value == ""]
    if len(left) == most and (len(counts) > 1 or most > len(silent)):
        return left, Choice.MOST
    for n in left:
        if all(keys[m] == keys[n] or tells_more(values[n] or "", values[m] or "", ways) for m in left):
            return [m for m in left if keys[m] == keys[n]], Choice.SPECIFIC
    return [n for n in left if keys[n] == keys[left[0]]], Choice.FIRST


def tells_more(one: str, other: str, ways: Ways) -> bool:
    """Whether one value tells more than another, so far as that can be said of a field."""
    return ways.fuller is not None and ways.fuller(one, other)


def is_persons(entry: Entry) -> bool:
    """Whether a person wrote an entry, or changed it."""
    return not is_untouched(entry)


def is_report(entry: Entry) -> bool:
    """Whether an entry tells what took place, or was called off; not what is to come."""
    return entry.status is not Status.PLANNED


COUNTS_FIRST = MappingProxyType({Choice.EDIT: is_persons, Choice.REPORT: is_report})


def shown_of(heard: Sequence[int], values: Sequence[str | None]) -> int:
    """Of entries that say one thing in several ways the one that says it as most do; then the first."""
    times = Counter(values[n] for n in heard)
    return max(heard, key=lambda n: (times[values[n]], -n), default=0)


# ── ways ─────────────────────────────────────────────────────────────────────────────────────


def has_more_words(one: str, other: str) -> bool:
    """Whether an office, a rank or a name has all words of another, and more."""
    return title_words(one) > title_words(other)


def is_more_precise(one: str, other: str) -> bool:
    """Whether a day tells more than a month, and several days more than the first of them."""
    return one != other and one.startswith(other)


def tells_more_of_the_form(one: str, other: str) -> bool:
    """Whether a form is narrower: of a visit no encounter is told, a ceremony is one of a kind."""
    return FORMS.index(Kind(one)) > FORMS.index(Kind(other))


FORMS = (Kind.VISIT, Kind.MEETING, Kind.CALL, Kind.VIDEO, Kind.CONFERENCE, Kind.CREDENTIALS)
OF_THE_EVENT = (Choice.EDIT, Choice.REPORT)

WORDS = Ways(title_words, has_more_words)  # offices, ranks, occasions
NAME = Ways(folded, has_more_words)
CODE = Ways(str)
OF_ONE_REPORT = MappingProxyType({"role": WORDS, "country": CODE, "organisation": CODE})  # what goes together
OF_PART = ("role", "rank", "country", "organisation")
SAME = Ways(bool)  # that it is told at all
DAYS = Ways(str, is_more_precise, OF_THE_EVENT)
COUNTRY = Ways(str, first=OF_THE_EVENT)
CITY = Ways(plain_city, first=OF_THE_EVENT)
FORM = Ways(str, tells_more_of_the_form, OF_THE_EVENT)
STATUS = Ways(str, first=(Choice.REPORT, Choice.EDIT))  # what a person wrote of plans, events overtake
