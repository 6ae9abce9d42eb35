"""Who was seen in which office, and when.

What is known is what reports state: that somebody was called so on the day of a meeting that took place.
Meetings that are planned or were called off, and those without a day, date nothing.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain, count, pairwise
from typing import NamedTuple

from chronicle.model import (
    CountryCode,
    Meeting,
    Office,
    OfficeId,
    OfficialId,
    PartialDate,
    Status,
    Tenure,
)
from chronicle.resolve.occasions import CHANGES, leave, taking_office
from chronicle.resolve.titles import Title, office_names, titles_of
from chronicle.slug import slug

DAY = len("2019-11-07")
RETURN = 180  # days in which nobody loses an office to another and has it again
TURNS = 4  # how often two may follow one another in an office; who do more often share it

NOTHING_TOLD = Title("", "", "", "", acting=False, held=True, single=False, vague=True)


class Seen(NamedTuple):
    """The meetings in which reports have an official in one office by one name, and with one rank."""

    title: Title
    rank: str | None
    at: Sequence[int]  # which of the chronicle's meetings, in order


class Post(NamedTuple):
    """What makes two titles one office: whose it is, its key, whether it is held at all."""

    country: CountryCode | None
    organisation: str | None
    key: str
    held: bool
    is_office: bool  # whether it has a page: a side is told, and which office it is


Holders = Mapping[OfficialId, Sequence[Seen]]


def seen_in_office(
    meetings: Sequence[Meeting],
) -> tuple[dict[OfficeId, Office], dict[OfficialId, tuple[Tenure, ...]]]:
    """The offices of some meetings, which come oldest first; and each official's tenures, newest first."""
    posts = holders_of_posts(meetings)
    ids = addresses(posts)
    offices = {}
    of_official: dict[OfficialId, list[Tenure]] = defaultdict(list)
    for post, holders in posts.items():
        tenures = tuple(sorted(tenures_in(post, ids.get(post), holders, meetings), key=in_order))
        if post in ids:
            offices[ids[post]] = office_of(ids[post], post, tenures, holders, meetings)
        for tenure in tenures:
            of_official[tenure.official].append(tenure)
    careers = {
        official: tuple(sorted(some, key=newest_first, reverse=True))
        for official, some in of_official.items()
    }
    return {office: offices[office] for office in sorted(offices)}, careers


def holders_of_posts(meetings: Iterable[Meeting]) -> dict[Post, dict[OfficialId, list[Seen]]]:
    """Who was seen in which post, by what they were called."""
    parts: dict[tuple[OfficialId, str | None, str | None, CountryCode | None, str | None], list[int]] = {}
    for at, meeting in enumerate(meetings):
        for a in meeting.attendees:
            parts.setdefault((a.official, a.role, a.rank, a.country, a.organisation), []).append(at)
    posts: dict[Post, dict[OfficialId, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    for (official, role, rank, country, organisation), some in parts.items():
        for post, title in posts_of(role, country, organisation):
            posts[post][official].append(Seen(title, rank, some))
    return posts


def posts_of(
    role: str | None, country: CountryCode | None, organisation: str | None
) -> Iterator[tuple[Post, Title]]:
    """The posts that a role names, for whom somebody acts being known; where it is silent, a nameless one."""
    for title in titles_of(role, country) or (NOTHING_TOLD,):
        told = bool(title.key) and not (title.vague and country)
        key = title.key if told and title.held else (role or "")
        is_office = bool(told and title.held and (country or organisation))
        yield Post(country, None if country else organisation, key, title.held, is_office), title


# ── an office ────────────────────────────────────────────────────────────────────────────────


def addresses(posts: Mapping[Post, Holders]) -> dict[Post, OfficeId]:
    """An address for each office: "az-minister-of-defense". It is made of the key, whatever is told."""
    taken: set[str] = set()
    ids = {}
    offices = [post for post in posts if post.is_office]
    for post in sorted(offices, key=lambda p: (p.country or "", p.organisation or "", p.key)):
        plain = slug(f"{post.country or post.organisation} {readable(post.key)}")
        numbered = (f"{plain}-{number}" for number in count(2))
        ids[post] = OfficeId(next(a for a in chain((plain,), numbered) if a not in taken))
        taken.add(ids[post])
    return ids


def readable(key: str) -> str:
    """An office's key, whose words are in order of letters, with those that belong together put right again.

    "minister of affairs foreign trade" is "minister of foreign affairs trade". The same key gives the same.
    """
    office, of, fields = key.partition(" of ")
    words, parts = fields.split(), list[str]()
    for phrase in phrases_of_fields():
        if set(phrase.split()) <= set(words):
            parts.append(phrase)
            words = [word for word in words if word not in phrase.split()]
    return f"{office}{of}{' '.join(sorted((*parts, *words)))}"


@cache
def phrases_of_fields() -> tuple[str, ...]:
    """Fields of several words that the lexicon knows, the longest first: "foreign affairs"."""
    some = {field for field in office_names().fields.values() if " " in field}
    return tuple(sorted(some, key=lambda phrase: (-len(phrase.split()), phrase)))


def office_of(
    office: OfficeId, post: Post, tenures: tuple[Tenure, ...], holders: Holders, meetings: Sequence[Meeting]
) -> Office:
    """An office with all its meetings."""
    every = [seen for some in holders.values() for seen in some]
    names: Counter[str] = Counter()
    for seen in every:
        names[seen.title.name] += len(seen.at)
    return Office(
        id=office,
        name=most_used(names),
        names=tuple(sorted(names)),
        country=post.country,
        organisation=post.organisation,
        single=is_single(holders),
        tenures=tenures,
        meetings=tuple([meetings[at] for at in places_of(every)]),
    )


def is_single(holders: Holders) -> bool:
    """Whether one alone holds an office at a time, by what it is called."""
    return all(seen.title.single for some in holders.values() for seen in some)


def places_of(some: Sequence[Seen]) -> Sequence[int]:
    """In which meetings somebody was seen, by any of several names, in order."""
    return some[0].at if len(some) == 1 else sorted({at for seen in some for at in seen.at})


def most_used(names: Counter[str]) -> str:
    """The name that is used most; of several the first in order of letters, capitals before small ones."""
    return min(names, key=lambda name: (-names[name], name))


# ── tenures ──────────────────────────────────────────────────────────────────────────────────


def tenures_in(
    post: Post, office: OfficeId | None, holders: Holders, meetings: Sequence[Meeting]
) -> Iterator[Tenure]:
    """The tenures of all who were seen in an office."""
    days: dict[OfficialId, list[str]] = {}
    if len(holders) > 1 and is_single(holders):
        days = {official: days_of(some, meetings) for official, some in holders.items()}
    for official, some in holders.items():
        returns = returns_of(official, days) if days else ()
        for stretch in cut(some, [bisect_left(meetings, day, key=day_of) for day in returns]):
            yield tenure_of(post, office, official, stretch, meetings)


def tenure_of(
    post: Post,
    office: OfficeId | None,
    official: OfficialId,
    some: Sequence[Seen],
    meetings: Sequence[Meeting],
) -> Tenure:
    """One stretch of meetings in an office."""
    own = [meetings[at] for at in places_of(some)]
    dated = [meeting for meeting in own if meeting.date and meeting.status is Status.HELD]
    changes = [meeting for meeting in dated if meeting.occasion in CHANGES]
    roles: Counter[str] = Counter()
    for seen in some:
        roles[seen.title.told] += len(seen.at)
    return Tenure(
        office=office,
        official=official,
        role=most_used(roles),
        country=post.country,
        organisation=post.organisation,
        ranks=tuple(dict.fromkeys([s.rank for s in sorted(some, key=lambda s: s.at[0]) if s.rank])),
        first=dated[0].date if dated else None,
        last=dated[-1].date if dated else None,
        began=next((m.date for m in changes if taking_office(m, official)), None),
        ended=next((m.date for m in reversed(changes) if leave(m, official)), None),
        acting=all(seen.title.acting for seen in some),
        meetings=tuple([meeting.id for meeting in own]),
    )


def days_of(some: Sequence[Seen], meetings: Sequence[Meeting]) -> list[str]:
    """On which days somebody was seen in an office, in order; where one only acted for another, on none."""
    own = (meetings[at] for seen in some if not seen.title.acting for at in seen.at)
    return sorted({m.date for m in own if m.date and len(m.date) == DAY and m.status is Status.HELD})


def day_of(meeting: Meeting) -> PartialDate | str:
    """By what meetings are in order."""
    return meeting.date or ""


def returns_of(official: OfficialId, days: Mapping[OfficialId, Sequence[str]]) -> list[str]:
    """The days on which somebody was seen in an office again after another had it: Netanyahu, Lula."""
    own = days[official]
    gaps = [(before, after) for before, after in pairwise(own) if days_between(before, after) >= RETURN]
    if not gaps:
        return []
    others = [some for other, some in days.items() if other != official and turns(own, some) <= TURNS]
    return [after for before, after in gaps if any(is_between(some, before, after) for some in others)]


def cut(some: Sequence[Seen], starts: Sequence[int]) -> Iterator[Sequence[Seen]]:
    """What was seen of somebody in an office, cut before some places in the chronicle."""
    if not starts:
        yield some
        return
    for begin, end in pairwise([0, *starts, max(seen.at[-1] for seen in some) + 1]):
        parts = [seen._replace(at=[at for at in seen.at if begin <= at < end]) for seen in some]
        yield [seen for seen in parts if seen.at]


def is_between(days: Sequence[str], before: str, after: str) -> bool:
    """Whether one of some sorted days lies between two others."""
    at = bisect_left(days, after)
    return at > 0 and days[at - 1] > before


def turns(one: Sequence[str], other: Sequence[str]) -> int:
    """How often the office changes hands between two, by the days on which they were seen in it."""
    if not one or not other or one[-1] < other[0] or other[-1] < one[0]:  # nearly all: one after the other
        return 1
    who = [whose for _, whose in sorted([(day, 0) for day in one] + [(day, 1) for day in other])]
    return sum([before != after for before, after in pairwise(who)])


def days_between(before: str, after: str) -> int:
    """From one day to another."""
    return (date.fromisoformat(after) - date.fromisoformat(before)).days


def in_order(tenure: Tenure) -> tuple[str, str, str]:
    """Holders by the first day on which they were seen; those of no day come last."""
    return tenure.first or "~", tenure.last or "~", tenure.official


def newest_first(tenure: Tenure) -> tuple[str, str, str]:
    """Offices by the last day on which they were seen held, the reverse of what is shown."""
    return tenure.last or "", tenure.first or "", tenure.role
