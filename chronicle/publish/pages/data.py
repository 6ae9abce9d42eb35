"""The data page: which files there are, and what every field of theirs means."""

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from chronicle.config import Part
from chronicle.publish.data.files import CHECKSUMS, CITATION, LICENCE, NETWORK, PACKAGE, SQLITE
from chronicle.publish.data.package import licence_address
from chronicle.publish.data.records import countries_of
from chronicle.publish.data.schema import LISTED, MEETINGS, TABLES, WITH_JSON, Field, Table, Type
from chronicle.publish.data.sqlite import VIEWS
from chronicle.publish.dates import long_date
from chronicle.publish.edition import Edition
from chronicle.publish.lists import held_of
from chronicle.publish.page import Link, Page
from chronicle.publish.texts import Texts, told_as
from chronicle.publish.urls import DATA, FILES, path_of

TYPES: Mapping[Type, str] = MappingProxyType(
    {
        Type.TEXT: told_as("type", "text"),
        Type.DATE: told_as("type", "day, month or year"),
        Type.NUMBER: told_as("type", "number"),
        Type.YES_NO: told_as("type", "yes or no"),
        Type.ADDRESS: told_as("type", "address"),
        Type.LIST: told_as("type", "list"),
        Type.RECORDS: told_as("type", "records"),
    }
)


class FieldShown(NamedTuple):
    """A field as it is documented."""

    name: str
    type: str
    about: str
    of: str  # the table that it names a record of, or whose records it holds; ""
    keys: tuple[str, ...]  # of the records
    only_json: bool


class TableShown(NamedTuple):
    """A table as it is documented."""

    name: str
    about: str
    records: int
    files: tuple[Link, ...]
    key: tuple[str, ...]
    fields: tuple[FieldShown, ...]


class ViewShown(NamedTuple):
    """A view of the SQLite file."""

    name: str
    about: str


class DataContext(NamedTuple):
    """What data.html shows."""

    url: str
    first: str  # the day of the first meeting that has one: "7 November 2019"; ""
    last: str
    tables: tuple[TableShown, ...]
    listed: tuple[str, ...]  # the fields of files beside lists
    only_listed: tuple[FieldShown, ...]  # those of them that the table of meetings hasn't
    views: tuple[ViewShown, ...]
    sqlite: Link
    network: Link
    package: Link
    citation: Link
    checksums: Link
    licence: Link  # to its text; no text where the site's owner names none
    licence_file: Link
    cited: str  # "Archive: Meetings chronicle. https://example.org/"


def pages(edition: Edition) -> Iterator[Page]:
    """One page, unless the site does without it."""
    if edition.has(Part.DATA):
        yield Page(path_of(DATA), "data.html", partial(context_of, edition))


def context_of(edition: Edition) -> DataContext:
    """What the page shows."""
    config, texts = edition.config, edition.views.texts
    title = config.title_in(texts.language)
    records = numbers_of(edition)
    dates = [meeting.date for meeting in held_of(edition.chronicle.meetings) if meeting.date]
    return DataContext(
        url=DATA,
        first=long_date(dates[0], texts.language) if dates else "",
        last=long_date(dates[-1], texts.language) if dates else "",
        tables=tuple([shown(table, records[table.name], texts) for table in TABLES]),
        listed=tuple([field.name for field in LISTED.fields]),
        only_listed=tuple([field_shown(f, texts) for f in LISTED.fields if f not in MEETINGS.fields]),
        views=tuple([ViewShown(view.name, texts.gettext(view.about)) for view in VIEWS]),
        sqlite=file_link(SQLITE),
        network=file_link(NETWORK),
        package=file_link(PACKAGE),
        citation=file_link(CITATION),
        checksums=file_link(CHECKSUMS),
        licence=Link(licence_address(config.licence), config.licence) if config.licence else Link("", ""),
        licence_file=file_link(LICENCE),
        cited=f"{config.publisher}: {title}. {config.address}"
        if config.publisher
        else f"{title}. {config.address}",
    )


def shown(table: Table, records: int, texts: Texts) -> TableShown:
    """A table with what is to be known of it."""
    endings = ("JSON", "CSV") if table in WITH_JSON else ("CSV",)
    return TableShown(
        name=table.name,
        about=texts.gettext(table.about),
        records=records,
        files=tuple([Link(f"{FILES}{table.name}.{ending.lower()}", ending) for ending in endings]),
        key=table.key,
        fields=tuple([field_shown(field, texts) for field in table.fields]),
    )


def field_shown(field: Field, texts: Texts) -> FieldShown:
    """A field with what is to be known of it."""
    return FieldShown(
        name=field.name,
        type=texts.pgettext("type", TYPES[field.type]),
        about=texts.gettext(field.about),
        of=field.of,
        keys=tuple([key for key, _ in field.keys]),
        only_json=field.only_json,
    )


def numbers_of(edition: Edition) -> dict[str, int]:
    """How many records each table has."""
    chronicle = edition.chronicle
    meetings, officials = chronicle.meetings, chronicle.officials.values()
    return {
        "meetings": len(meetings),
        "officials": len(chronicle.officials),
        "countries": len(countries_of(chronicle)),
        "offices": len(chronicle.offices),
        "tenures": sum(len(official.tenures) for official in officials),
        "participants": sum(len(meeting.attendees) for meeting in meetings),
        "parties": sum(len(meeting.parties) for meeting in meetings),
        "topics": sum(len(meeting.topics) for meeting in meetings),
        "statements": sum(len(meeting.statements) for meeting in meetings),
        "sources": sum(len(meeting.sources) for meeting in meetings),
        "differences": sum(len(meeting.differences) for meeting in meetings),
    }


def file_link(name: str) -> Link:
    """A file of the data, by its name."""
    return Link(FILES + name, name)
