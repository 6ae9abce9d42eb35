"""The tables that the data come in: JSON keys, CSV columns, SQLite tables and descriptions come of this."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from chronicle.publish.texts import told


class Type(StrEnum):
    """What a field holds."""

    TEXT = "text"
    DATE = "date"  # a day, or a month or year where no more is known: 2019-11-07, 2019-11, 2019
    NUMBER = "number"
    YES_NO = "yes or no"
    ADDRESS = "address"
    LIST = "list"  # of texts
    RECORDS = "records"  # of another table, or of fields that stand in no table


class Field(NamedTuple):
    """One field of a table."""

    name: str
    type: Type
    about: str
    of: str = ""  # the table that it names a record of, or whose records it holds
    keys: tuple[tuple[str, str], ...] = ()  # of records: their keys in JSON, and the fields of these
    only_json: bool = False  # too long for a cell; another table has the same
    one: bool = False  # a single record, or none


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file and a table of the SQLite file; a JSON file, too, unless another one holds the records."""

    name: str
    about: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    columns: tuple[Field, ...] = field(init=False)  # the fields that CSV and SQLite have

    def __post_init__(self) -> None:
        """Leave out what only JSON has."""
        object.__setattr__(self, "columns", tuple([each for each in self.fields if not each.only_json]))


def same(*names: str, **renamed: str) -> tuple[tuple[str, str], ...]:
    """Keys of records: those with another name than the field first."""
    return (*renamed.items(), *[(name, name) for name in names])


TEXT, DATE, NUMBER, YES_NO, ADDRESS, LIST, RECORDS = Type
SEEN = ("first_seen", "last_seen", "newly_appointed", "outgoing", "acting", "ranks")

MEETING = Field("meeting", TEXT, told("The meeting."), of="meetings")
NUMBERED = Field("number", NUMBER, told("Its place in the meeting's list, from 1."))
FOR_COUNTRY = Field("country", TEXT, told("For which country: a code."), of="countries")
FOR_ORGANISATION = Field("organisation", TEXT, told("For which organisation, where for no country."))

MEETINGS = Table(
    "meetings",
    told("Meetings, oldest first; those without a date before all others."),
    ("id",),
    (
        Field("id", TEXT, told("What stands in the address of its page; never changes.")),
        Field("url", ADDRESS, told("Its page.")),
        Field("date", DATE, told("The first day, as precisely as the reports tell it.")),
        Field("end_date", DATE, told("The last day, where it took longer than one.")),
        Field(
            "kind",
            TEXT,
            told("In what form the sides met: meeting, call, video, credentials, conference or visit."),
        ),
        Field("status", TEXT, told("Whether it took place: held, planned or cancelled.")),
        Field("city", TEXT, told("Where it took place.")),
        Field("country", TEXT, told("In which country it took place: a code."), of="countries"),
        Field("title", TEXT, told("What it is called.")),
        Field(
            "participants",
            RECORDS,
            told("The people who took part, most senior host first."),
            of="participants",
            keys=same("name", "role", "rank", "country", "organisation", "inferred", id="official"),
        ),
        Field("parties", LIST, told("The countries, by code, and organisations that took part.")),
        Field("documents", LIST, told("What was signed.")),
        Field("occasion", TEXT, told("On which occasion.")),
        Field("topics", LIST, told("What was talked about, what weighs most first.")),
        Field(
            "statements",
            RECORDS,
            told("Who said something on what."),
            of="statements",
            keys=same("manner", "speaker", "sides", "topics", "quoted"),
        ),
        Field(
            "sources",
            RECORDS,
            told("The reports that it rests on."),
            of="sources",
            keys=same("article", "outlet", "url", "published", "attribution"),
        ),
        Field(
            "inferred", LIST, told("Which of the meeting’s fields no report states: a rule inferred them.")
        ),
        Field("review", LIST, told("What is in doubt; empty where nothing is.")),
        Field(
            "differences",
            RECORDS,
            told("On what the reports differ."),
            of="differences",
            keys=same("field", "official", "choice", "tellings"),
            only_json=True,
        ),
    ),
)

SHARED = {each.name: each for each in MEETINGS.fields}
LISTED = Table(
    "meetings",
    told("The meetings of one list."),
    MEETINGS.key,
    (
        *[SHARED[name] for name in ("id", "url", "date", "end_date", "kind", "status", "title")],
        *[SHARED[name] for name in ("city", "country", "parties")],
        Field("officials", LIST, told("Who took part: their ids in the table of officials.")),
        Field("names", LIST, told("How they are called, in the same order.")),
        *[SHARED[name] for name in ("topics", "inferred")],
    ),
)

PARTICIPANTS = Table(
    "participants",
    told("Who took part in which meeting."),
    ("meeting", "number"),
    (
        MEETING,
        NUMBERED,
        Field("official", TEXT, told("Who it is."), of="officials"),
        Field("name", TEXT, told("The official's name as the chronicle shows it.")),
        Field("spelling", TEXT, told("The name as the report has it.")),
        Field("role", TEXT, told("The office, as the report calls it.")),
        Field("rank", TEXT, told("A military or diplomatic rank.")),
        FOR_COUNTRY,
        FOR_ORGANISATION,
        Field("inferred", LIST, told("Which of these fields no report states: a rule inferred them.")),
    ),
)

PARTIES = Table(
    "parties",
    told("Which countries and organisations took part in which meeting."),
    ("meeting", "number"),
    (MEETING, NUMBERED, FOR_COUNTRY, FOR_ORGANISATION),
)

TOPICS = Table(
    "topics",
    told("What was talked about at which meeting."),
    ("meeting", "number"),
    (
        MEETING,
        NUMBERED,
        Field("topic", TEXT, told("The topic's short name, or a person's own words.")),
        Field("name", TEXT, told("What the site calls it.")),
    ),
)

STATEMENTS = Table(
    "statements",
    told("Who said something at which meeting: in what manner and on what, not the words."),
    ("meeting", "number"),
    (
        MEETING,
        NUMBERED,
        Field("manner", TEXT, told("How it was said: said, thanked, proposed, agreed and so on.")),
        Field("speaker", TEXT, told("Who spoke; empty where a side spoke as a whole.")),
        Field("sides", LIST, told("For whom: codes of countries, names of organisations.")),
        Field("topics", LIST, told("What it was about.")),
        Field("quoted", YES_NO, told("Whether the report quotes it directly.")),
    ),
)

SOURCES = Table(
    "sources",
    told("The reports that each meeting rests on."),
    ("meeting", "number"),
    (
        MEETING,
        NUMBERED,
        Field("article", TEXT, told("Its file in the archive.")),
        Field("outlet", TEXT, told("Who published it.")),
        Field("url", ADDRESS, told("Where it stands on the web.")),
        Field("published", DATE, told("When it was published.")),
        Field("attribution", TEXT, told("Whom it cites.")),
    ),
)

DIFFERENCES = Table(
    "differences",
    told("On what the reports of one meeting differ."),
    ("meeting", "number"),
    (
        MEETING,
        NUMBERED,
        Field("field", TEXT, told("The field of the meeting, or of one official at it.")),
        Field("official", TEXT, told("Whose field it is; empty for the meeting's own."), of="officials"),
        Field("choice", TEXT, told("Why one value is shown: edit, report, most, specific or first.")),
        Field(
            "tellings",
            RECORDS,
            told("The values, the one that is shown first, each with the entries that tell it."),
            keys=same("value", "entries"),
        ),
    ),
)

OFFICIALS = Table(
    "officials",
    told("The people who took part in meetings."),
    ("id",),
    (
        Field("id", TEXT, told("What stands in the address of the official's page.")),
        Field("url", ADDRESS, told("The official's page.")),
        Field("name", TEXT, told("The name as the chronicle shows it.")),
        Field("spellings", LIST, told("All spellings in the reports.")),
        Field(
            "offices",
            RECORDS,
            told("The offices in which the official was seen, newest first."),
            of="tenures",
            keys=same("role", "country", "organisation", *SEEN, id="office"),
            only_json=True,
        ),
        Field("held", NUMBER, told("How many meetings took place, without those planned or cancelled.")),
        Field("wikidata", TEXT, told("The number in Wikidata, where a person wrote it down.")),
        Field("portrait", ADDRESS, told("A portrait on the web, where a person wrote it down.")),
        Field("links", LIST, told("Pages on other sites, where a person wrote them down.")),
        Field("note", TEXT, told("A person's note.")),
        Field(
            "registered",
            RECORDS,
            told("The four before this one together; empty where nobody wrote anything down."),
            of="officials",
            keys=same("wikidata", "portrait", "links", "note"),
            only_json=True,
            one=True,
        ),
        Field("meetings", LIST, told("The meetings, oldest first."), of="meetings", only_json=True),
    ),
)

OFFICES = Table(
    "offices",
    told("Offices of countries and organisations."),
    ("id",),
    (
        Field("id", TEXT, told("What stands in the address of its page.")),
        Field("url", ADDRESS, told("Its page; empty where the site has none.")),
        Field("name", TEXT, told("What most reports call it.")),
        Field("names", LIST, told("All that reports call it.")),
        FOR_COUNTRY,
        FOR_ORGANISATION,
        Field("single", YES_NO, told("Whether one person alone holds it at a time.")),
        Field(
            "holders",
            RECORDS,
            told("Who was seen in it, by the first day."),
            of="tenures",
            keys=same("name", "role", *SEEN, "meetings", id="official"),
            only_json=True,
        ),
    ),
)

TENURES = Table(
    "tenures",
    told("Who was seen in which office, and when. The days are those of meetings, not of a term of office."),
    ("official", "number"),
    (
        Field("official", TEXT, told("Who it is."), of="officials"),
        Field("number", NUMBER, told("Its place among the official's offices, the newest first, from 1.")),
        Field("name", TEXT, told("The official's name.")),
        Field("office", TEXT, told("The office; empty where the words don't tell which."), of="offices"),
        Field("role", TEXT, told("What most reports call it.")),
        FOR_COUNTRY,
        FOR_ORGANISATION,
        Field("first_seen", DATE, told("The first meeting that took place in it.")),
        Field("last_seen", DATE, told("The last one.")),
        Field("newly_appointed", DATE, told("A meeting on the occasion of the appointment.")),
        Field("outgoing", DATE, told("A meeting on the occasion of the leave.")),
        Field("acting", YES_NO, told("Whether every report calls the holder acting.")),
        Field("ranks", LIST, told("Military or diplomatic ranks.")),
        Field("meetings", LIST, told("The meetings, oldest first."), of="meetings", only_json=True),
    ),
)

COUNTRIES = Table(
    "countries",
    told("Countries that took part in meetings, or in which one took place, vanished ones among them."),
    ("code",),
    (
        Field("code", TEXT, told("Its code: ISO 3166-1, XK for Kosovo, four letters for a vanished state.")),
        Field("url", ADDRESS, told("Its page; empty where it has none.")),
        Field("name", TEXT, told("Its name in the site's language.")),
        Field("held", NUMBER, told("How many meetings took place, without those planned or cancelled.")),
        Field("first", DATE, told("The first meeting that took place.")),
        Field("last", DATE, told("The last one.")),
        Field("meetings", LIST, told("The meetings, oldest first."), of="meetings", only_json=True),
    ),
)

WITH_JSON = (MEETINGS, OFFICIALS, COUNTRIES, OFFICES)
TABLES = (*WITH_JSON, TENURES, PARTICIPANTS, PARTIES, TOPICS, STATEMENTS, SOURCES, DIFFERENCES)


def refers(field: Field) -> bool:
    """Whether a field names a record of another table."""
    return bool(field.of) and field.type is Type.TEXT


def key_of(name: str) -> str:
    """The field by which others name a table's records."""
    return next(table.key[0] for table in TABLES if table.name == name)
