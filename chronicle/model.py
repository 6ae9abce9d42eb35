"""The nouns of the chronicle: what an article, an entry, a meeting and an official are.

Units, once and for all: offsets are code points of `Article.body`, half-open. Dates are calendar
days at the place of the meeting; there are no times of day. Countries are ISO 3166-1 alpha-2, upper
case, with XK for Kosovo. Everything is frozen; absence is `None` or an empty tuple, never a filler.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, NewType

CountryCode = NewType("CountryCode", str)
OfficialId = NewType("OfficialId", str)  # the address of an official: /officials/<id>/
MeetingId = NewType("MeetingId", str)  # the address of a meeting: /meetings/<id>/
OfficeId = NewType("OfficeId", str)  # the address of an office: /offices/<id>/

ArticleId = NewType("ArticleId", str)  # where an article stands, letter by letter; see Article.id
WebAddress = NewType("WebAddress", str)  # http or https, with a host

PartialDate = NewType("PartialDate", str)
"""`2017`, `2017-10` or `2017-10-24`: the length is the precision, never filled in. Sorts as text."""


class Kind(StrEnum):
    """In what form the sides met."""

    MEETING = "meeting"
    CALL = "call"
    VIDEO = "video"
    CREDENTIALS = "credentials"
    CONFERENCE = "conference"
    VISIT = "visit"


class Status(StrEnum):
    """Whether it took place. A postponed meeting is cancelled."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class Basis(StrEnum):
    """What a field rests on: the article's words, a rule, or a person who looked."""

    STATED = "stated"
    INFERRED = "inferred"
    CONFIRMED = "confirmed"


class Manner(StrEnum):
    """How something was said."""

    SAID = "said"
    STRESSED = "stressed"
    THANKED = "thanked"
    CONGRATULATED = "congratulated"
    PRAISED = "praised"
    WISHED = "wished"
    PROPOSED = "proposed"
    INVITED = "invited"
    ACCEPTED = "accepted"
    PROMISED = "promised"
    ASSURED = "assured"
    ASKED = "asked"
    INFORMED = "informed"
    CONFIRMED = "confirmed"
    SUPPORTED = "supported"
    CRITICISED = "criticised"
    EXPRESSED = "expressed"
    AGREED = "agreed"


class Verdict(StrEnum):
    """What a person, or the program, takes two officials or two reports to be."""

    SAME = "same"
    DIFFERENT = "different"


class Choice(StrEnum):
    """Why one of several values that reports give is the one that is shown."""

    EDIT = "edit"  # a person wrote or corrected the entry that gives it
    REPORT = "report"  # it tells what took place, where the others announce it
    MOST = "most"  # most reports give it
    SPECIFIC = "specific"  # it tells more than the others: a day where they tell a month
    FIRST = "first"  # nothing tells the reports apart: the fullest one's


# ── what was received ────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Article:
    """One press report as received, and as read."""

    id: str  # path below content/articles, with "/"; "press.jsonl#3f9c2ab4" for one of several in a file
    text: str  # all that stood in the file, decoded; for HTML the main text
    body: str  # the text without header lines and page furniture; spans count in it
    url: str | None = None  # the header's fields, as found; None where the file doesn't say
    outlet: str | None = None
    published: PartialDate | None = None
    title: str | None = None
    language: str = "en"


# ── how an article is read ───────────────────────────────────────────────────────────────────


class Span(NamedTuple):
    """A stretch of `Article.body`: from `start` up to, not including, `stop`."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Something found in a text: what, where, which value it stands for, and by which rule."""

    kind: str  # "date", "person", "office", "rank", "country", "organisation", "place", "verb" …
    span: Span
    value: str
    rule: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one field of an entry rests on."""

    basis: Basis
    words: str | None = None  # the words of the article, verbatim; None where nothing was quoted
    rule: str | None = None  # the rule that read them; None for what a person wrote
    value: str | None = None  # what they were read as; if the field says otherwise, a person corrected it


# ── an entry: what the front matter says ─────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Participant:
    """A named person who took part, as the article has it."""

    name: str  # as the article spells it most fully; no rank, no style
    role: str | None = None  # the office held, in English, without the country's name
    rank: str | None = None  # military or diplomatic, written out
    country: CountryCode | None = None  # whom the person acts for
    organisation: str | None = None  # NATO, UN, EU …, where the person acts for it


@dataclass(frozen=True, slots=True)
class Statement:
    """That one side, or all of them together, said something: in what manner and on what, not the words."""

    manner: Manner
    speaker: str | None = None  # a participant's name; None where a side speaks as a whole
    sides: tuple[str, ...] = ()  # whom the speaker speaks for; several where they speak together
    topics: tuple[str, ...] = ()  # what it is about: ids of topics
    quoted: bool = False  # whether the article quotes it directly


@dataclass(frozen=True, slots=True)
class Source:
    """One report that an entry rests on."""

    article: ArticleId | None = None
    outlet: str | None = None  # the publisher, as it calls itself
    url: WebAddress | None = None
    published: PartialDate | None = None
    attribution: str | None = None  # who told the outlet: "Defense Ministry"


@dataclass(frozen=True, slots=True)
class Entry:
    """One encounter as one article reports it, or as a person wrote it down."""

    id: str  # file name without ".md"
    title: str
    date: PartialDate | None = None  # the first day; None if nothing tells
    end_date: PartialDate | None = None  # the last day, where it took longer
    kind: Kind = Kind.MEETING
    status: Status = Status.HELD
    city: str | None = None
    country: CountryCode | None = None  # where it took place
    participants: tuple[Participant, ...] = ()  # most senior host first
    parties: tuple[str, ...] = ()  # country codes and organisations that took part
    documents: tuple[str, ...] = ()  # what was signed
    occasion: str | None = None
    topics: tuple[str, ...] = ()  # ids of topics, what weighs most first; or a person's own words
    statements: tuple[Statement, ...] = ()  # who said what, in order of the text
    sources: tuple[Source, ...] = ()
    review: tuple[str, ...] = ()  # why a person should look at this; empty when sure
    evidence: Mapping[str, Evidence] | None = None  # by field: "date", "participants[0].role" …
    made_by: str | None = (
        None  # "ingest 2 3f9c…", "import a.csv#7 3f9c…": whence, and a digest; None: a person's
    )
    body: str = ""  # Markdown


@dataclass(frozen=True, slots=True)
class Reading:
    """All that ingest makes of one article: its source, its encounters, or why it has none."""

    article: Article
    source: Source
    entries: tuple[Entry, ...] = ()  # drafts, in order of the text; ids are proposals
    reason: str | None = None  # why no entry was made; None where there is one
    review: tuple[str, ...] = ()  # doubts about the article as a whole
    mentions: tuple[Mention, ...] = ()  # what was found, in order of the text: for explaining


# ── who is who: what people decided ──────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Registered:
    """An official whom content/registry/officials.yaml pins: what stands there, field by field."""

    id: OfficialId
    name: str  # as it is shown
    spellings: tuple[str, ...] = ()  # others that reports use
    country: CountryCode | None = None  # for whom the official acts; neither: whatever the reports say
    organisation: str | None = None
    roles: tuple[str, ...] = ()  # if given, only who is named in one of these offices
    entries: tuple[str, ...] = ()  # if given, only who is named in one of these entries, by id
    formerly: tuple[OfficialId, ...] = ()  # addresses that lead here
    wikidata: str | None = None  # "Q4129"
    portrait: WebAddress | None = None
    links: tuple[WebAddress, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """That a person found two officials, or two entries' meetings, to be one or not to be one."""

    verdict: Verdict
    officials: tuple[OfficialId, ...] = ()  # two pinned ids; the first keeps its page …
    meetings: tuple[str, ...] = ()  # … or two ids of entries
    by: str | None = None
    on: PartialDate | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """All that people decided on who is who and what is one meeting; of two judgements the later holds."""

    officials: tuple[Registered, ...] = ()
    judgements: tuple[Judgement, ...] = ()


UNDECIDED = Registry()


class Suggestion(NamedTuple):
    """Two officials or two meetings that may be one: how likely, and what speaks for and against."""

    of: str  # "officials" or "meetings"
    one: str
    other: str
    score: float  # 0..1
    reasons: tuple[str, ...]  # in words, what weighs most first


# ── the chronicle: everything linked ─────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Attendee:
    """An official's part in one meeting."""

    official: OfficialId
    name: str  # the official's name as the chronicle shows it
    spelling: str  # as the entry has it
    role: str | None
    rank: str | None
    country: CountryCode | None
    organisation: str | None


class Telling(NamedTuple):
    """One value that reports give for a field, and which of a meeting's entries do."""

    value: str  # "" where they leave it out
    entries: tuple[int, ...]  # by their place in Meeting.entries


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which the reports of one meeting differ, and why the shown value is shown."""

    field: str  # "date", "city", "participants" … or "name", "role", "rank" of one official
    official: OfficialId | None  # whose field it is; None for one of the meeting's own
    tellings: tuple[Telling, ...]  # the shown value's first
    choice: Choice


@dataclass(frozen=True, slots=True)
class Meeting:
    """One encounter, told by one entry or by several."""

    id: MeetingId  # the id of the first of its entries
    entries: tuple[Entry, ...]  # the one that is shown, then the others that tell of it
    title: str
    date: PartialDate | None
    end_date: PartialDate | None
    kind: Kind
    status: Status
    city: str | None
    country: CountryCode | None
    attendees: tuple[Attendee, ...]
    parties: tuple[str, ...]
    documents: tuple[str, ...]
    occasion: str | None
    topics: tuple[str, ...]
    statements: tuple[Statement, ...]  # speakers by the names that attendees are shown with
    sources: tuple[Source, ...]  # of all its entries
    review: tuple[str, ...]
    differences: tuple[Difference, ...] = ()  # where its entries differ


@dataclass(frozen=True, slots=True)
class Tenure:
    """That an official was seen in an office."""

    office: OfficeId | None  # None where the words don't tell which, or tell that it isn't held: "former"
    official: OfficialId
    role: str  # as most reports call it; "" where none does
    country: CountryCode | None  # for whom it is held
    organisation: str | None
    ranks: tuple[str, ...]  # in order of appearance
    first: PartialDate | None  # the first meeting that took place in it; None if none has a date
    last: PartialDate | None
    began: PartialDate | None  # a meeting on the occasion of the appointment
    ended: PartialDate | None  # a meeting on the occasion of the leave
    acting: bool  # whether every report calls the holder acting
    meetings: tuple[MeetingId, ...]  # oldest first


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a country or an organisation, with those who were seen in it."""

    id: OfficeId
    name: str  # as most reports call it
    names: tuple[str, ...]  # all that reports call it, sorted; `name` is one
    country: CountryCode | None
    organisation: str | None
    single: bool  # whether one alone holds it at a time; ambassadors are many
    tenures: tuple[Tenure, ...]  # in order of the first day
    meetings: tuple[Meeting, ...]  # oldest first


@dataclass(frozen=True, slots=True)
class Official:
    """An identified human being."""

    id: OfficialId
    name: str
    spellings: tuple[str, ...]  # all of them, sorted; `name` is one
    meetings: tuple[Meeting, ...]  # oldest first
    appearances: tuple[Attendee, ...]  # the official's part in each of them
    tenures: tuple[Tenure, ...] = ()  # newest first
    registered: Registered | None = None  # what the registry says of them; None: not pinned


class Finding(NamedTuple):
    """Something that can't be, or hardly: two cities on one day, two holders of one office."""

    kind: str  # "two places", "two holders" …
    what: str  # in words, with the names
    evidence: tuple[tuple[str, str], ...]  # the entries by id, each with what it tells
    hint: str  # what may be wrong, and what to do


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All meetings and officials, linked both ways."""

    meetings: tuple[Meeting, ...]  # oldest first; undated ones before all
    officials: Mapping[OfficialId, Official]  # by id, sorted
    meetings_of_country: Mapping[CountryCode, tuple[Meeting, ...]]  # by code, sorted; oldest first
    redirects: Mapping[MeetingId, MeetingId]  # entries shown on another entry's page
    offices: Mapping[OfficeId, Office] = field(default_factory=dict)  # by id, sorted
    official_redirects: Mapping[OfficialId, OfficialId] = field(default_factory=dict)  # former addresses
