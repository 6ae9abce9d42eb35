"""What a reader can search for: a record for each page that is about something, language by language.

Names are spelt in many ways: a record has all spellings that reports use. In the index every word with other
than plain letters stands in plain ones, too, as `slug.folded` writes it, and every word of an official's name
as it is heard (`lexicon.heard`). The search page does the same to what a reader types, by tables in the page.
"""

import datetime as dt
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from chronicle.config import Links
from chronicle.model import Attendee, Chronicle, CountryCode, Meeting, MeetingId, Office, Official, OfficialId
from chronicle.publish.dates import long_range
from chronicle.publish.edition import Edition
from chronicle.publish.labels import entitled, label
from chronicle.publish.markup import excerpt
from chronicle.publish.page import Link
from chronicle.publish.pages.grounds import reports
from chronicle.publish.render import Html
from chronicle.publish.texts import told
from chronicle.publish.urls import ROOT
from chronicle.slug import folded

BEFORE_SIGN = re.compile(r" ([.,;:!?])")  # where markup ended
WHOLE = 1_000_000  # words of a report: more than any has
DAY = "2019-11-07"
LONGEST = 31  # days
UNDATED = "0000"  # before all days
# Latin, ə, Greek, Cyrillic, Armenian, Georgian: first and last letter.
ALPHABETS = (("ß", "ž"), ("ə", "ə"), ("ΐ", "ώ"), ("а", "ӹ"), ("ա", "և"), ("ა", "ჰ"))

MEETING, OFFICIAL, COUNTRY = told("Meeting"), told("Official"), told("Country")
ORGANISATION, PLACE, TOPIC, OFFICE = told("Organisation"), told("Place"), told("Topic"), told("Office")


class Record(NamedTuple):
    """One thing that can be found."""

    url: str  # from the root of its language
    language: str
    title: str
    content: str  # what is searched, and shown in part
    names: str  # what is searched and not shown: other spellings
    date: str  # a day or a span of days in words, and whether nothing took place then; ""
    where: str  # "Baku, Azerbaijan"; ""
    filters: tuple[tuple[str, tuple[str, ...]], ...]
    order: str  # the day by which results are put in order of time
    what: str  # MEETING, OFFICIAL or what else it is
    days: str = ""  # of a meeting, as in "20191107"


@dataclass(frozen=True, slots=True)
class Words:
    """What the records of one language are made with."""

    edition: Edition
    html: Html
    officials: Mapping[OfficialId, str]  # their names, two of one name told apart
    countries: Mapping[MeetingId, tuple[str, ...]]  # on whose pages a meeting stands

    def record(self, link: Link, what: str, texts: Iterable[str], **more: object) -> Record:
        """A record; `more` are its other fields, with `spellings` and filters by name."""
        spellings: Sequence[str] = more.pop("spellings", ())  # type: ignore[assignment]
        filters: dict[str, tuple[str, ...]] = more.pop("filters", {})  # type: ignore[assignment]
        filters["what"] = (self.edition.views.texts.gettext(what),)
        content = " · ".join(filter(None, texts)) or link.text
        shown = frozenset(link.text.split())
        return Record(
            url=address(link.url, to_files=self.edition.config.links is Links.FILES),
            language=self.edition.views.language,
            title=link.text,
            content=content,
            names=" ".join(dict.fromkeys([w for each in spellings for w in each.split() if w not in shown])),
            date=str(more.get("date", "")),
            where=str(more.get("where", "")),
            filters=tuple([(name, filters[name]) for name in sorted(filters) if filters[name]]),
            order=str(more.get("order") or UNDATED),
            what=what,
            days=str(more.get("days", "")),
        )


def records(edition: Edition, html: Html) -> Iterator[Record]:
    """All records of a chronicle in one language, in an order that the content alone decides."""
    words = Words(edition, html, names_apart(edition.chronicle), countries_of(edition))
    chronicle, linked = edition.chronicle, edition.views.linked
    yield from (of_meeting(meeting, words) for meeting in chronicle.meetings)
    yield from (of_official(official, words) for official in chronicle.officials.values())
    for code, link in edition.views.countries.items():
        yield words.record(link, COUNTRY, (), order=last_day(chronicle.meetings_of_country[code]))
    for office, link in linked.offices.items():
        yield of_office(chronicle.offices[office], link, words)
    for place, link in linked.places.items():
        country = edition.views.country(place[1]).text
        some = edition.groups.places[place].meetings
        yield words.record(link, PLACE, (country,), where=country, order=last_day(some))
    for topic, link in linked.topics.items():
        yield words.record(link, TOPIC, (), order=last_day(edition.groups.topics[topic].meetings))
    for name, link in linked.organisations.items():
        some = edition.groups.organisations[name].meetings
        yield words.record(link, ORGANISATION, (), order=last_day(some))


def of_meeting(meeting: Meeting, words: Words) -> Record:
    """A meeting: who, what about, on what occasion, what was signed, and the report as far as it is shown."""
    views = words.edition.views
    people = [words.edition.chronicle.officials[each.official] for each in meeting.attendees]
    reported = [report for entry in meeting.entries for report in reports(entry, words.edition.config)]
    topics = views.topics(meeting.topics)
    link = Link(views.meetings[meeting.id].url, entitled(views.texts, meeting))
    return words.record(
        link,
        MEETING,
        [
            "; ".join([person(each, words) for each in meeting.attendees]),
            ", ".join(topics),
            meeting.occasion or "",
            "; ".join(meeting.documents),
            *[
                BEFORE_SIGN.sub(r"\1", excerpt(words.html(each.text), each.words or WHOLE))
                for each in reported
            ],
        ],
        spellings=[spelling for official in people for spelling in spellings_of(official)],
        date=long_range(meeting.date, meeting.end_date, views.language) if meeting.date else "",
        where=", ".join(filter(None, (meeting.city, views.country(meeting.country).text))),
        order=meeting.date,
        days=" ".join(days_of(meeting)),
        filters={
            "country": words.countries.get(meeting.id, ()),
            "official": tuple(dict.fromkeys([words.officials[each.id] for each in people])),
            "year": (meeting.date[:4],) if meeting.date else (),
            "kind": (label(views.texts, meeting.kind.value, "kind"),),
            "topic": topics,
            "outlet": tuple(dict.fromkeys([s.outlet for s in meeting.sources if s.outlet])),
        },
    )


def days_of(meeting: Meeting) -> Iterator[str]:
    """The days of a meeting as "20191107", where they are known to the day; at most `LONGEST` of them."""
    if meeting.date and len(meeting.date) == len(DAY):
        first = dt.date.fromisoformat(meeting.date)
        last = meeting.end_date if meeting.end_date and len(meeting.end_date) == len(DAY) else meeting.date
        number = (dt.date.fromisoformat(last) - first).days + 1
        yield from [f"{first + dt.timedelta(at):%Y%m%d}" for at in range(min(number, LONGEST))]


def person(attendee: Attendee, words: Words) -> str:
    """As in "Zakir Hasanov, Minister of Defense, Colonel General, Azerbaijan"."""
    side = words.edition.views.side(attendee.country, attendee.organisation).text
    return ", ".join(filter(None, (attendee.name, attendee.role, attendee.rank, side)))


def of_official(official: Official, words: Words) -> Record:
    """An official, with all spellings and offices."""
    views = words.edition.views
    tenures = [(t.role, views.side(t.country, t.organisation).text) for t in official.tenures]
    countries = [views.country(t.country).text for t in official.tenures if t.country]
    return words.record(
        views.officials[official.id],
        OFFICIAL,
        dict.fromkeys([", ".join(filter(None, tenure)) for tenure in tenures]),
        spellings=spellings_of(official),
        order=last_day(official.meetings),
        filters={"country": tuple(dict.fromkeys(countries))},
    )


def spellings_of(official: Official) -> tuple[str, ...]:
    """All names that reports and the registry have for an official."""
    return (*official.spellings, *(official.registered.spellings if official.registered else ()))


def of_office(office: Office, link: Link, words: Words) -> Record:
    """An office, with its other names and its holders."""
    officials = words.edition.chronicle.officials
    holders = dict.fromkeys([officials[tenure.official].name for tenure in office.tenures])
    country = words.edition.views.country(office.country).text
    return words.record(
        link,
        OFFICE,
        [", ".join(holders)],
        spellings=office.names,
        order=last_day(office.meetings),
        filters={"country": (country,) if country else ()},
    )


def address(url: str, *, to_files: bool) -> str:
    """An address from the root of its language, as a server has it."""
    path = url.removeprefix(ROOT)
    return f"{path}index.html" if to_files and (not path or path.endswith("/")) else path


def last_day(meetings: Sequence[Meeting]) -> str:
    """The day of the last of some meetings that has one; ""."""
    return next((meeting.date for meeting in reversed(meetings) if meeting.date), "")


def names_apart(chronicle: Chronicle) -> dict[OfficialId, str]:
    """The officials' names; where several have one name, each with its address."""
    times = Counter(official.name for official in chronicle.officials.values())
    return {
        official.id: official.name if times[official.name] == 1 else f"{official.name} ({official.id})"
        for official in chronicle.officials.values()
    }


def countries_of(edition: Edition) -> dict[MeetingId, tuple[str, ...]]:
    """The names of the countries on whose pages each meeting stands."""
    found: dict[MeetingId, list[CountryCode]] = defaultdict(list)
    for code, some in edition.chronicle.meetings_of_country.items():
        for meeting in some:
            found[meeting.id].append(code)
    name = {code: link.text for code, link in edition.views.countries.items()}
    return {meeting: tuple([name[code] for code in codes]) for meeting, codes in found.items()}


# ── plain letters ────────────────────────────────────────────────────────────────────────────


@cache
def letters() -> dict[str, str]:
    """The small letters that `folded` writes otherwise than without their accents, each as it writes it."""
    signs = [chr(code) for first, last in ALPHABETS for code in range(ord(first), ord(last) + 1)]
    return {
        sign: folded(sign)
        for sign in signs
        if sign.isalpha() and sign == sign.lower() and folded(sign) != without_accents(sign)
    }


def without_accents(sign: str) -> str:
    """A letter as Unicode composes it, less what stands above or below: "é" is "e"."""
    return "".join([part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part)])
