"""In whose country meetings were held: who travelled to whom, as far as places tell."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from chronicle.lexicon.countries import in_sentence
from chronicle.lexicon.language import is_english
from chronicle.lexicon.states import all_states
from chronicle.model import CountryCode, Kind, Meeting, MeetingId
from chronicle.publish.page import Count, Link
from chronicle.publish.views import NOBODY, Views

FAR_AWAY = frozenset((Kind.CALL, Kind.VIDEO))  # nobody travels for these
MOST_ELSEWHERE = 6


class Home(NamedTuple):
    """A country of one of two sides."""

    code: CountryCode
    whose: str  # the official who acts for it; "" where the sides are the countries


class Held(NamedTuple):
    """How many meetings were held in one of the countries, or elsewhere."""

    place: Link
    named: str  # the country's name within a sentence: "the United States"
    whose: str
    alone: int  # of the two alone
    among: int  # among three or more

    @property
    def times(self) -> int:
        """All of them."""
        return self.alone + self.among


class Territory(NamedTuple):
    """Where the meetings of two were held."""

    homes: tuple[Held, ...]
    elsewhere: Held
    others: tuple[Count, ...]  # the countries that are meant by elsewhere, most meetings first
    unknown: Held
    far: int  # calls and video calls
    sentence: str  # who was the host more often; "" where that can't be said of two


NONE = Held(NOBODY, "", "", 0, 0)
NOWHERE = Territory((), NONE, (), NONE, 0, "")


def in_person(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Those for which people came together."""
    return [meeting for meeting in meetings if meeting.kind not in FAR_AWAY]


def travelled(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Those to which guests are likely to have travelled: an envoy who presents credentials lives there."""
    return [meeting for meeting in in_person(meetings) if meeting.kind is not Kind.CREDENTIALS]


def territory_of(
    meetings: Sequence[Meeting], homes: Sequence[Home], alone: frozenset[MeetingId], views: Views
) -> Territory:
    """Where meetings that took place were held; `alone` has the ids of those of the two alone."""
    present = in_person(meetings)
    codes = {home.code for home in homes}
    hosts = [host_of(home, present, alone, views) for home in homes]
    untold = [meeting for meeting in present if not meeting.country]
    away = [meeting for meeting in present if meeting.country and meeting.country not in codes]
    times = Counter([meeting.country for meeting in away if meeting.country])
    others = sorted(times.items(), key=lambda each: (-each[1], each[0]))[:MOST_ELSEWHERE]
    return Territory(
        homes=tuple(hosts),
        elsewhere=counted(away, alone),
        others=tuple([Count(*views.country(code), number) for code, number in others]),
        unknown=counted(untold, alone),
        far=len(meetings) - len(present),
        sentence=sentence_of(hosts, len(away), len(untold), views),
    )


def counted(meetings: Sequence[Meeting], alone: frozenset[MeetingId]) -> Held:
    """How many of some meetings were of the two alone."""
    of_two = sum([meeting.id in alone for meeting in meetings])
    return NONE._replace(alone=of_two, among=len(meetings) - of_two)


def host_of(home: Home, present: Sequence[Meeting], alone: frozenset[MeetingId], views: Views) -> Held:
    """How many meetings were held in a country of the two."""
    some = [meeting for meeting in present if meeting.country == home.code]
    named = within_sentence(home.code, views)
    return counted(some, alone)._replace(place=views.country(home.code), named=named, whose=home.whose)


def within_sentence(code: CountryCode, views: Views) -> str:
    """A country's name within a sentence; English has an article before some."""
    country, shown = all_states().get(code), views.country(code).text
    if country and is_english(views.language) and shown == country.name:
        return in_sentence(country)
    return shown


def sentence_of(homes: Sequence[Held], elsewhere: int, untold: int, views: Views) -> str:
    """Which of two countries was the host more often.

    "" of others than two, where no place is told, and where those that aren't told may make it untrue.
    """
    if len(homes) != 2 or not elsewhere + sum([home.times for home in homes]):
        return ""
    more, less = sorted(homes, key=lambda home: -home.times)
    if untold and (not less.times or more.times - less.times <= untold):
        return ""
    texts, count = views.texts, {"count": views.texts.number(more.times)}
    names = {"more": more.named, "less": less.named}
    if not more.times:
        return texts.gettext("In neither of the two.")
    if more.times == less.times:
        said = texts.ngettext("Once in each of the two.", "%(count)s times in each of the two.", more.times)
        return said % count
    if not less.times:
        said = texts.ngettext(
            "Once in %(more)s, never in %(less)s.",
            "%(count)s times in %(more)s, never in %(less)s.",
            more.times,
        )
        return said % (names | count)
    said = texts.gettext("More often in %(more)s (%(times)s) than in %(less)s (%(fewer)s).")
    return said % {**names, "times": texts.number(more.times), "fewer": texts.number(less.times)}
